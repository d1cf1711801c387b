//! schema.org JSON-LD of an article.
//!
//! `cargo run --example json_ld [ARTICLE] > article.jsonld`

use demarche::export::jsonld;
use std::error::Error;

const SAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/data/lisbon.txt");

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).unwrap_or_else(|| SAMPLE.to_owned());
    let article = demarche::parse_article(&std::fs::read_to_string(path)?)?;
    println!(
        "{}",
        serde_json::to_string_pretty(&jsonld::document(&article))?
    );
    Ok(())
}
