//! The meetings to come as an iCalendar file.
//!
//! `cargo run --example calendar --features ical [ARTICLE…] > meetings.ics`

use demarche::export::ical;
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
    let calendar = ical::calendar(&articles);
    print!("{}", calendar.ics);
    for note in calendar.left_out {
        eprintln!("left out: {note}");
    }
    Ok(())
}
