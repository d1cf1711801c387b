//! The documented limits, each at its edge and one past it.

mod common;

use demarche::{Parser, WarningCode};

/// The default of `max_len`.
const MAX_LEN: usize = 16 << 20;

#[test]
fn max_len_at_the_edge_and_one_past() {
    let text = "Aiko Mori met reporters. ".repeat(4);
    let at = Parser::builder()
        .max_len(text.len())
        .build()
        .expect("a parser");
    assert!(at.parse(&text).is_ok());
    let below = Parser::builder()
        .max_len(text.len() - 1)
        .build()
        .expect("a parser");
    let error = below.parse(&text).expect_err("one byte too long");
    assert!(error.is_too_long());
    assert_eq!(
        error.to_string(),
        format!(
            "the input has {} bytes, over the limit of {}; split it into articles or raise `ParserBuilder::max_len`",
            text.len(),
            text.len() - 1
        )
    );
    assert!(
        below
            .parse_bytes(text.as_bytes())
            .is_err_and(|e| e.is_too_long())
    );
}

#[test]
fn default_max_len() {
    let mut text = String::from("The talks ended.\n");
    text.push_str(&"\n".repeat(MAX_LEN - text.len()));
    assert!(demarche::parse_article(&text).is_ok());
    text.push('\n');
    assert!(demarche::parse_article(&text).is_err_and(|e| e.is_too_long()));
}

fn sentence(words: usize) -> String {
    format!("The {}ministers met Aiko Mori.", "old ".repeat(words))
}

fn is_long(words: usize) -> bool {
    let article = demarche::parse_article(&sentence(words)).expect("an article");
    article
        .warnings
        .iter()
        .any(|w| w.code == WarningCode::LongSentence)
}

/// A sentence of a usual length is read whole; past one certain length it is
/// read in windows, with a warning.
#[test]
fn a_long_sentence_is_read_in_windows_with_a_warning() {
    let (mut whole, mut windows) = (60, 200_000);
    assert!(!is_long(whole));
    assert!(is_long(windows));
    while windows - whole > 1 {
        let middle = (whole + windows) / 2;
        if is_long(middle) {
            windows = middle;
        } else {
            whole = middle;
        }
    }
    assert!(
        !is_long(whole) && is_long(whole + 1),
        "the edge is at {whole} words"
    );
}

#[test]
fn records_behind_a_long_sentence_are_found() {
    let text = format!(
        "{} Foreign Minister Ravi Nair of India met reporters in Delhi.",
        sentence(50_000)
    );
    let article = demarche::parse_article(&text).expect("an article");
    assert!(article.officials.iter().any(|o| o.name == "Ravi Nair"));
}

#[test]
fn nesting_is_bounded() {
    for depth in [10, 1_000, 100_000] {
        let text = format!(
            "{}Foreign Minister Aiko Mori of Japan met reporters.{}",
            "(".repeat(depth),
            ")".repeat(depth)
        );
        assert!(demarche::parse_article(&text).is_ok(), "{depth} brackets");
        let text = format!(
            "{}x{}",
            "\u{201c}\u{2018}".repeat(depth),
            "\u{2019}\u{201d}".repeat(depth)
        );
        assert!(demarche::parse_article(&text).is_ok(), "{depth} quotes");
    }
}
