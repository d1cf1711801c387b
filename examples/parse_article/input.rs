//! One article in: its name, its text, its records.

use crate::args::Input;
use demarche::{Article, Parser};
use std::fmt::Display;
use std::io::Read;

const BUNDLED: &str = include_str!("../data/summit.txt");

/// An article that was read.
pub struct Reading {
    /// The file's name as given; `-` for standard input.
    pub file: String,
    /// The string that the evidence spans point into, where the input was UTF-8.
    pub text: Option<String>,
    /// What was read from it.
    pub article: Article,
}

/// Reads and parses one input.
///
/// # Errors
/// One line naming the input and the reason.
pub fn read(input: &Input, parser: &Parser) -> Result<Reading, String> {
    let file = name(input);
    let fail = |reason: &dyn Display| format!("{file}: {reason}");
    let bytes = bytes(input).map_err(|e| fail(&e))?;
    let (article, text) = match String::from_utf8(bytes) {
        Ok(text) => (parser.parse(&text).map_err(|e| fail(&e))?, Some(text)),
        // Legacy encodings are read with the feature `encoding`; without it
        // the error names the offset of the first invalid byte.
        Err(e) => (
            parser.parse_bytes(e.as_bytes()).map_err(|e| fail(&e))?,
            None,
        ),
    };
    Ok(Reading {
        file,
        text,
        article,
    })
}

fn name(input: &Input) -> String {
    match input {
        Input::Bundled => "summit.txt".into(),
        Input::Stdin => "-".into(),
        Input::File(path) => path.display().to_string(),
    }
}

fn bytes(input: &Input) -> std::io::Result<Vec<u8>> {
    match input {
        Input::Bundled => Ok(BUNDLED.into()),
        Input::Stdin => {
            let mut bytes = Vec::new();
            std::io::stdin().lock().read_to_end(&mut bytes)?;
            Ok(bytes)
        }
        Input::File(path) => std::fs::read(path),
    }
}
