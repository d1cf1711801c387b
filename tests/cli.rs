//! The example `parse_article` as its users meet it: formats, exit codes, and
//! nothing half-written.

mod common;

use serde_json::Value;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

/// The built example; `cargo test` builds it, `cargo test --test cli` does not.
fn program() -> Option<PathBuf> {
    let test = std::env::current_exe().ok()?;
    let name = format!("parse_article{}", std::env::consts::EXE_SUFFIX);
    let path = test.parent()?.parent()?.join("examples").join(name);
    if !path.exists() {
        eprintln!(
            "not built: {}; run `cargo test` or `cargo build --examples`",
            path.display()
        );
        return None;
    }
    Some(path)
}

struct Run {
    code: Option<i32>,
    out: String,
    err: String,
}

/// Runs the example; `None` if it is not built.
fn run(args: &[&str], input: &str) -> Option<Run> {
    let mut child = Command::new(program()?)
        .args(args)
        .env_remove("COLUMNS")
        .current_dir(common::repository(""))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("a program that starts");
    // A program that reads no input may be gone before all of it is written.
    let _ = child
        .stdin
        .take()
        .expect("a pipe")
        .write_all(input.as_bytes());
    let Output {
        status,
        stdout,
        stderr,
    } = child.wait_with_output().expect("a program that ends");
    Some(Run {
        code: status.code(),
        out: String::from_utf8(stdout).expect("UTF-8"),
        err: String::from_utf8(stderr).expect("UTF-8"),
    })
}

const ARTICLE: &str = "examples/data/summit.txt";
const TEXT: &str = "Foreign Minister Aiko Mori of Japan met reporters in Tokyo.";

#[test]
fn without_arguments_it_reports_on_the_bundled_article() {
    let Some(run) = run(&[], "") else { return };
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    for section in ["OFFICIALS", "MEETINGS", "STATEMENTS", "AGREEMENTS"] {
        assert!(run.out.contains(section), "{section}");
    }
    assert!(!run.out.contains('\u{1b}'), "no color off a terminal");
    assert!(run.out.lines().all(|l| l.chars().count() <= 100), "wrapped");
}

#[test]
fn json_is_one_article_or_an_array() {
    let Some(one) = run(&["--format", "json", ARTICLE], "") else {
        return;
    };
    let article: demarche::Article = serde_json::from_str(&one.out).expect("an article");
    let text = std::fs::read_to_string(common::repository(ARTICLE)).expect("the bundled article");
    assert_eq!(Ok(article), demarche::parse_article(&text));

    let several = run(&["--format=json", ARTICLE, "-"], TEXT).expect("built");
    let several: Value = serde_json::from_str(&several.out).expect("an array");
    assert_eq!(several[0]["file"], ARTICLE);
    assert_eq!(several[1]["file"], "-");
    assert!(several[1]["article"]["officials"].is_array());
}

#[test]
fn ndjson_and_plover_are_one_object_a_line() {
    for format in ["ndjson", "plover"] {
        let Some(run) = run(&["--format", format, ARTICLE, ARTICLE], "") else {
            return;
        };
        assert_eq!(run.code, Some(0));
        for line in run.out.lines() {
            let object: Value = serde_json::from_str(line).expect("an object");
            assert!(object.is_object(), "{format}: {line}");
        }
    }
}

#[test]
fn a_file_that_fails_costs_itself_alone() {
    let args = ["--format", "ndjson", "no/such.txt", ARTICLE, "tests"];
    let Some(run) = run(&args, "") else { return };
    assert_eq!(run.code, Some(1));
    assert_eq!(run.out.lines().count(), 1, "{}", run.out);
    let errors: Vec<_> = run.err.lines().collect();
    assert_eq!(errors.len(), 2, "{}", run.err);
    assert!(
        errors[0].starts_with("parse_article: no/such.txt: "),
        "{}",
        errors[0]
    );
    assert!(
        errors[1].starts_with("parse_article: tests: "),
        "{}",
        errors[1]
    );
}

#[test]
fn unusable_input_writes_nothing() {
    for format in ["text", "json", "ndjson", "plover"] {
        let Some(run) = run(&["--format", format, "-"], "  \n") else {
            return;
        };
        assert_eq!((run.code, run.out.as_str()), (Some(1), ""), "{format}");
        assert!(
            run.err.starts_with("parse_article: -: the input is empty"),
            "{}",
            run.err
        );
    }
}

#[test]
fn an_array_stays_an_array_when_all_files_fail() {
    let Some(run) = run(&["--format", "json", "no/such.txt", "nor/this.txt"], "") else {
        return;
    };
    assert_eq!(run.code, Some(1));
    assert_eq!(
        serde_json::from_str::<Value>(&run.out).expect("JSON"),
        Value::Array(Vec::new())
    );
}

#[test]
fn wrong_usage() {
    let wrong: [&[&str]; 6] = [
        &["--format"],
        &["--format", "yaml"],
        &["--published", "yesterday"],
        &["--published", "2024-02-30"],
        &["--colour"],
        &["-", "-"],
    ];
    for args in wrong {
        let Some(run) = run(args, TEXT) else { return };
        assert_eq!((run.code, run.out.as_str()), (Some(2), ""), "{args:?}");
        assert_eq!(run.err.lines().count(), 1, "{}", run.err);
    }
}

#[test]
fn help_names_every_option() {
    let Some(run) = run(&["--help"], "") else {
        return;
    };
    assert_eq!(run.code, Some(0));
    for word in [
        "--format",
        "--published",
        "--help",
        "ndjson",
        "plover",
        "NO_COLOR",
        "FILE",
    ] {
        assert!(run.out.contains(word), "{word}");
    }
}

#[test]
fn the_reference_date_reaches_the_parser() {
    let args = ["--format", "json", "--published", "2024-07-19", "-"];
    let Some(run) = run(&args, "Japan and India held talks in Tokyo on Thursday.") else {
        return;
    };
    assert!(run.out.contains("2024-07-18"), "{}", run.out);
}

/// What an article holds must not steer the terminal.
#[test]
fn control_characters_do_not_reach_the_terminal() {
    let text = "Foreign Minister Aiko Mori of Japan said \u{1b}[31m\u{7}the talks\u{8}\u{9b}2J would resume.";
    let Some(run) = run(&["-"], text) else { return };
    let steering = run.out.chars().find(|c| c.is_control() && *c != '\n');
    assert_eq!(steering, None);
}
