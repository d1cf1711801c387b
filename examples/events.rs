//! PLOVER events, one JSON object a line.
//!
//! `cargo run --example events [ARTICLE] > events.jsonl`
//!
//! `cargo run --example events -- --lines SENTENCES > events.jsonl` reads each
//! line of a file as a text of its own, as coders of single sentences do; `line`
//! is the number of the line that the event stands in.

use demarche::export::plover::{self, Event};
use std::error::Error;
use std::io::{BufWriter, Write};

const SAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/data/lisbon.txt");

/// An event and the line it was read from.
#[derive(serde::Serialize)]
struct OfLine {
    line: usize,
    #[serde(flatten)]
    event: Event,
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    let lines = arguments.first().is_some_and(|a| a == "--lines");
    if lines {
        arguments.remove(0);
    }
    let path = arguments.pop().unwrap_or_else(|| SAMPLE.to_owned());
    let input = std::fs::read_to_string(&path).map_err(|e| format!("{path}: {e}"))?;
    let mut out = BufWriter::new(std::io::stdout().lock());
    if lines {
        return sentences(&input, &mut out);
    }
    let article = demarche::parse_article(&input)?;
    for event in plover::events_with_input(&article, &input) {
        writeln!(out, "{}", serde_json::to_string(&event)?)?;
    }
    Ok(())
}

/// Each line on its own; one that is no text, such as an empty one, is passed over.
fn sentences(input: &str, out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    for (line, text) in (1..).zip(input.lines()) {
        // A line without a stop would be read as a headline.
        let text = format!("{}.", text.trim_end().trim_end_matches('.'));
        let Ok(article) = demarche::parse_article(&text) else {
            continue;
        };
        for event in plover::events_with_input(&article, &text) {
            writeln!(out, "{}", serde_json::to_string(&OfLine { line, event })?)?;
        }
    }
    Ok(())
}
