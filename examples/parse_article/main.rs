//! Reads diplomatic-news articles and prints what is told in them.
//!
//! `cargo run --release --example parse_article` reads a bundled article;
//! `-- --help` lists what else it does.

mod args;
mod input;
mod layout;
mod output;
mod report;

use args::{Command, Input};
use demarche::Parser;
use input::Reading;
use output::Output;
use std::io::Write;
use std::process::ExitCode;

/// Wrong usage, as most command-line programs say it.
const USAGE: u8 = 2;

fn main() -> ExitCode {
    match args::parse(std::env::args_os().skip(1)) {
        Ok(Command::Help) => finish(write(args::HELP).is_ok()),
        Ok(Command::Parse {
            inputs,
            format,
            published,
        }) => run(&inputs, Output::new(format, inputs.len() > 1), published),
        Err(message) => {
            eprintln!("parse_article: {message}; see --help");
            ExitCode::from(USAGE)
        }
    }
}

/// Reads every input, whatever happens to the others, and prints each whole.
fn run(inputs: &[Input], mut output: Output, published: Option<chrono::NaiveDate>) -> ExitCode {
    let parser = match parser(published) {
        Ok(parser) => parser,
        Err(message) => {
            eprintln!("parse_article: {message}");
            return ExitCode::FAILURE;
        }
    };
    let mut all_read = true;
    for input in inputs {
        let printed = input::read(input, &parser).and_then(|r| print(&mut output, &r));
        if let Err(message) = printed {
            eprintln!("parse_article: {message}");
            all_read = false;
        }
    }
    if let Err(error) = write(&output.end()) {
        eprintln!("parse_article: standard output: {error}");
        all_read = false;
    }
    finish(all_read)
}

fn parser(published: Option<chrono::NaiveDate>) -> Result<Parser, demarche::LexiconError> {
    match published {
        Some(date) => Parser::builder().published(date).build(),
        None => Ok(Parser::default()),
    }
}

/// Renders one article in full, then writes it in one go.
fn print(output: &mut Output, reading: &Reading) -> Result<(), String> {
    let text = output
        .article(reading)
        .map_err(|e| format!("{}: {e}", reading.file))?;
    write(&text).map_err(|e| format!("standard output: {e}"))
}

/// Writes to standard output; a reader who has gone away is no error.
fn write(text: &str) -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
        result => result,
    }
}

fn finish(all_read: bool) -> ExitCode {
    if all_read {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
