//! Writes an article as one HTML page with its records marked in their place.
//!
//! `cargo run --example to_html [ARTICLE] > page.html`

use std::error::Error;

const SAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/data/lisbon.txt");

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).unwrap_or_else(|| SAMPLE.to_owned());
    let input = std::fs::read_to_string(&path).map_err(|e| format!("{path}: {e}"))?;
    let article = demarche::parse_article(&input)?;
    // The page shows the cleaned text; the input says where each record was read.
    print!("{}", demarche::export::html::page(&article, &input));
    Ok(())
}
