//! The data goes one way: a room uses only the rooms before it.
//!
//! ```text
//! span error diagnostic < model < lexicon < source < segment < scan < grammar
//!     < resolve < assemble < parser;  export uses the model alone
//! ```

mod common;

use std::path::{Path, PathBuf};

/// What each room may use beside itself.
const ROOMS: &[(&str, &[&str])] = &[
    ("span", BASE),
    ("error", BASE),
    ("diagnostic", BASE),
    ("model", BASE),
    ("lexicon", &["span", "error", "diagnostic", "model"]),
    (
        "source",
        &["span", "error", "diagnostic", "model", "lexicon"],
    ),
    (
        "segment",
        &["span", "error", "diagnostic", "model", "lexicon", "source"],
    ),
    (
        "scan",
        &[
            "span",
            "error",
            "diagnostic",
            "model",
            "lexicon",
            "source",
            "segment",
        ],
    ),
    (
        "grammar",
        &[
            "span",
            "error",
            "diagnostic",
            "model",
            "lexicon",
            "source",
            "segment",
            "scan",
        ],
    ),
    (
        "resolve",
        &[
            "span",
            "error",
            "diagnostic",
            "model",
            "lexicon",
            "source",
            "segment",
            "scan",
            "grammar",
        ],
    ),
    (
        "assemble",
        &[
            "span",
            "error",
            "diagnostic",
            "model",
            "lexicon",
            "source",
            "segment",
            "scan",
            "grammar",
            "resolve",
        ],
    ),
    ("export", &["span", "error", "diagnostic", "model"]),
    ("parser", ANYTHING),
    // Names the rooms for the benches; no room may use it.
    ("bench", ANYTHING),
    // Text only.
    ("guide", BASE),
    ("lib", ANYTHING),
];
const BASE: &[&str] = &["span", "error", "diagnostic"];
const ANYTHING: &[&str] = &["*"];

/// A source file, its place in the module tree, and its code without comments
/// and unit tests.
struct Source {
    path: PathBuf,
    module: Vec<String>,
    code: String,
}

fn sources() -> Vec<Source> {
    let mut paths = Vec::new();
    collect(&common::repository("src"), &mut paths);
    // Unit tests may use what they like.
    paths.retain(|p| {
        p.components()
            .all(|c| !c.as_os_str().to_string_lossy().starts_with("tests"))
    });
    paths.into_iter().map(source).collect()
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a readable folder") {
        let path = entry.expect("a readable entry").path();
        if path.is_dir() {
            collect(&path, paths);
        } else if path.extension().is_some_and(|e| e == "rs") {
            paths.push(path);
        }
    }
}

fn source(path: PathBuf) -> Source {
    let text = std::fs::read_to_string(&path).expect("a readable file");
    let code = text
        .split("#[cfg(test)]\nmod tests {")
        .next()
        .unwrap_or_default();
    let lines = code
        .lines()
        .map(|l| l.split("//").next().unwrap_or_default());
    let code = lines.collect::<Vec<_>>().join("\n");
    let inside = path
        .strip_prefix(common::repository("src"))
        .expect("a file of src");
    let mut module: Vec<_> = inside
        .with_extension("")
        .iter()
        .map(|part| part.to_string_lossy().into_owned())
        .collect();
    if module.last().is_some_and(|last| last == "mod") {
        module.pop();
    }
    Source { path, module, code }
}

/// The names that follow `prefix`, those in braces included:
/// `crate::{a::B, c}` gives `a` and `c`.
fn names_after(code: &str, prefix: &str) -> Vec<String> {
    let mut names = Vec::new();
    for (at, _) in code.match_indices(prefix) {
        let before = code[..at].chars().next_back();
        if before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == ':') {
            continue;
        }
        let rest = &code[at + prefix.len()..];
        match rest.strip_prefix('{') {
            Some(group) => names.extend(group_names(group)),
            None => names.push(identifier(rest)),
        }
    }
    names
}

/// The first name of each path in a braced list.
fn group_names(group: &str) -> Vec<String> {
    let (mut depth, mut start, mut names) = (0, 0, Vec::new());
    for (i, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            ',' | '}' if depth == 0 => {
                names.push(identifier(group[start..i].trim()));
                start = i + 1;
                if c == '}' {
                    break;
                }
            }
            _ => {}
        }
    }
    names.retain(|n| !n.is_empty());
    names
}

fn identifier(text: &str) -> String {
    text.chars()
        .take_while(|c| c.is_alphanumeric() || *c == '_')
        .collect()
}

/// Rooms that the file names: by `crate::`, or by enough `super::` to leave its own.
fn used(source: &Source) -> Vec<String> {
    let mut names = names_after(&source.code, "crate::");
    let up = "super::".repeat(source.module.len());
    names.extend(names_after(&source.code, &up));
    names
}

/// The room of a name that `lib.rs` re-exports: `crate::Article` is the model's.
fn behind_front_door(name: &str) -> &str {
    match name {
        "Parser" | "ParserBuilder" | "parse_article" => "parser",
        "Span" | "Evidence" => "span",
        "ParseError" | "LexiconError" => "error",
        "Warning" | "WarningCode" => "diagnostic",
        name if name.starts_with(char::is_uppercase) => "model",
        name => name,
    }
}

#[test]
fn no_arrow_runs_back() {
    let mut wrong = Vec::new();
    for source in sources() {
        let room = source.module[0].as_str();
        let Some((_, allowed)) = ROOMS.iter().find(|(name, _)| *name == room) else {
            wrong.push(format!(
                "{}: the room `{room}` has no rank",
                source.path.display()
            ));
            continue;
        };
        for name in used(&source) {
            let name = behind_front_door(&name);
            if name != room && !allowed.contains(&name) && *allowed != ANYTHING {
                wrong.push(format!("{}: {room} uses {name}", source.path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// nom is the grammar's own business.
#[test]
fn only_the_grammar_knows_nom() {
    for source in sources() {
        let uses =
            names_after(&source.code, "nom::").len() + source.code.matches("use nom").count();
        assert!(
            uses == 0 || source.module[0] == "grammar",
            "{}",
            source.path.display()
        );
    }
}

/// The clock is never read, and nothing is fetched.
#[test]
fn no_clock_no_network_no_files() {
    for source in sources() {
        for word in [
            "Instant::",
            "SystemTime",
            "Local::now",
            "Utc::now",
            "std::net",
            "std::fs",
            "std::env",
        ] {
            assert!(
                !source.code.contains(word),
                "{}: {word}",
                source.path.display()
            );
        }
    }
}

#[test]
fn paths_are_read_right() {
    let names = |code: &str| names_after(code, "crate::");
    assert_eq!(names("use crate::span::Span;"), ["span"]);
    assert_eq!(
        names("use crate::{span::{Span, Evidence}, model};"),
        ["span", "model"]
    );
    assert_eq!(names("let x = crate::scan::scan(y); mycrate::z"), ["scan"]);
}
