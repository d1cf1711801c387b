//! The command line: what was asked for, or why it cannot be understood.

use chrono::NaiveDate;
use std::ffi::OsString;
use std::path::PathBuf;

/// Printed by `--help`.
pub const HELP: &str = "\
Reads diplomatic-news articles and prints the officials, meetings, statements
and agreements told in them, each with its evidence in the text.

Usage: parse_article [OPTIONS] [FILE]...

  FILE                    an article as plain text; `-` reads standard input;
                          without FILE a bundled article is read

Options:
  --format FORMAT         text    a report for people (the default)
                          json    one Article; for several files an array of
                                  {file, article}
                          ndjson  one {file, article} a line
                          plover  PLOVER event records, one JSON object a line
  --published YYYY-MM-DD  the reference date for articles that give none
  -h, --help              print this help

Exit code: 0 all read, 1 a file could not be read, 2 wrong usage.
The report is as wide as COLUMNS says (100 if unset); NO_COLOR turns color off.
";

/// How the records are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Text,
    Json,
    Ndjson,
    Plover,
}

/// Where an article comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    Bundled,
    Stdin,
    File(PathBuf),
}

/// What the command line asks for.
#[derive(Debug, PartialEq, Eq)]
pub enum Command {
    Help,
    Parse {
        inputs: Vec<Input>,
        format: Format,
        published: Option<NaiveDate>,
    },
}

/// Reads the arguments after the program's name.
///
/// # Errors
/// One sentence saying which argument is wrong, and what would be right.
pub fn parse(args: impl IntoIterator<Item = OsString>) -> Result<Command, String> {
    let mut args = args.into_iter();
    let mut inputs = Vec::new();
    let mut format = Format::Text;
    let mut published = None;
    while let Some(arg) = args.next() {
        let (flag, attached) = split_flag(&arg);
        match flag {
            Some("--help" | "-h") => return Ok(Command::Help),
            Some("--format") => format = read_format(&value(flag, attached, &mut args)?)?,
            Some("--published") => {
                published = Some(read_date(&value(flag, attached, &mut args)?)?);
            }
            Some("--") => inputs.extend(args.by_ref().map(|a| Input::File(a.into()))),
            Some("-") => inputs.push(Input::Stdin),
            Some(other) if other.starts_with('-') => {
                return Err(format!("unknown option `{other}`"));
            }
            _ => inputs.push(Input::File(arg.into())),
        }
    }
    if inputs.iter().filter(|i| **i == Input::Stdin).count() > 1 {
        return Err("standard input (`-`) can be read only once".into());
    }
    if inputs.is_empty() {
        inputs.push(Input::Bundled);
    }
    Ok(Command::Parse {
        inputs,
        format,
        published,
    })
}

/// Splits `--format=json`; file names keep their `=`.
fn split_flag(arg: &OsString) -> (Option<&str>, Option<&str>) {
    match arg.to_str() {
        Some(text) if text.starts_with("--") => match text.split_once('=') {
            Some((flag, value)) => (Some(flag), Some(value)),
            None => (Some(text), None),
        },
        text => (text, None),
    }
}

fn value(
    flag: Option<&str>,
    attached: Option<&str>,
    args: &mut impl Iterator<Item = OsString>,
) -> Result<String, String> {
    attached
        .map(str::to_owned)
        .or_else(|| args.next().map(|a| a.to_string_lossy().into_owned()))
        .ok_or_else(|| format!("`{}` needs a value", flag.unwrap_or_default()))
}

fn read_format(text: &str) -> Result<Format, String> {
    match text {
        "text" => Ok(Format::Text),
        "json" => Ok(Format::Json),
        "ndjson" => Ok(Format::Ndjson),
        "plover" => Ok(Format::Plover),
        _ => Err(format!(
            "`{text}` is no format; use text, json, ndjson or plover"
        )),
    }
}

fn read_date(text: &str) -> Result<NaiveDate, String> {
    NaiveDate::parse_from_str(text, "%Y-%m-%d")
        .map_err(|_| format!("`{text}` is no date; write it like 2024-07-19"))
}
