//! PLOVER events, one JSON object a line.
//!
//! `cargo run --example events [ARTICLE] > events.jsonl`

use demarche::export::plover;
use std::error::Error;

const SAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/data/lisbon.txt");

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).unwrap_or_else(|| SAMPLE.to_owned());
    let input = std::fs::read_to_string(path)?;
    let article = demarche::parse_article(&input)?;
    for event in plover::events_with_input(&article, &input) {
        println!("{}", serde_json::to_string(&event)?);
    }
    Ok(())
}
