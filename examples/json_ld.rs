//! schema.org JSON-LD of an article.
//!
//! `cargo run --example json_ld [ARTICLE] > article.jsonld`

use demarche::export::jsonld;
use std::error::Error;

const SAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/data/lisbon.txt");

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).unwrap_or_else(|| SAMPLE.to_owned());
    let input = std::fs::read_to_string(&path).map_err(|e| format!("{path}: {e}"))?;
    let article = demarche::parse_article(&input)?;
    println!(
        "{}",
        serde_json::to_string_pretty(&jsonld::document(&article))?
    );
    Ok(())
}
