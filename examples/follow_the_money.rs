//! FollowTheMoney entities, one JSON object a line, as Aleph and OpenAleph
//! import them.
//!
//! `cargo run --example follow_the_money [ARTICLE] > entities.ftm.json`

use demarche::export::ftm;
use std::error::Error;

const SAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/data/lisbon.txt");

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).unwrap_or_else(|| SAMPLE.to_owned());
    let input = std::fs::read_to_string(&path).map_err(|e| format!("{path}: {e}"))?;
    let article = demarche::parse_article(&input)?;
    for entity in ftm::entities(&article) {
        println!("{}", serde_json::to_string(&entity)?);
    }
    Ok(())
}
