//! Draws the dated meetings and agreements of one or many articles as SVG.
//!
//! `cargo run --example timeline [ARTICLE…] > timeline.svg`

use demarche::export::timeline;
use std::error::Error;

const SAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/data/lisbon.txt");

fn main() -> Result<(), Box<dyn Error>> {
    let mut paths: Vec<String> = std::env::args().skip(1).collect();
    if paths.is_empty() {
        paths.push(SAMPLE.to_owned());
    }
    let mut articles = Vec::new();
    for path in paths {
        let input = std::fs::read_to_string(&path).map_err(|e| format!("{path}: {e}"))?;
        articles.push(demarche::parse_article(&input)?);
    }
    print!("{}", timeline::svg(&articles));
    Ok(())
}
