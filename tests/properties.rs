//! What holds for every input, checked on made-up ones (proptest) and on changed
//! articles of the corpus.

mod common;

use common::Text;
use common::flat::fold;
use demarche::{Article, ParseError, Parser};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use std::collections::BTreeSet;

/// Pieces that the rooms react to, and pieces that cut across them.
const PIECES: &[&str] = &[
    "President ",
    "Foreign Minister ",
    "Gen. ",
    "Aiko Mori",
    "Kim Myung-soo",
    "Mr. O\u{2019}Neil",
    "the two sides ",
    "U.S. ",
    "Japan",
    "South Korea-U.S.-Japan ",
    "the EU ",
    "Kremlin ",
    "in Tokyo ",
    "at Camp David ",
    " met ",
    " will visit ",
    " agreed to ",
    " signed ",
    " said that ",
    " condemned ",
    " told reporters ",
    "on July 18, 2024",
    "on the 18th",
    "last month",
    "Feb. 30",
    "99/99/9999",
    "\u{201c}",
    "\u{201d}",
    "\"",
    "''",
    "``",
    "\u{2018}",
    "\u{2019}",
    "(",
    ")",
    "[",
    "]",
    ", ",
    ". ",
    "... ",
    "\u{2026}",
    " -- ",
    " \u{2014} ",
    "-",
    ":",
    "; ",
    "/",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\u{2028}",
    "\u{85}",
    "\t",
    " ",
    "\u{a0}",
    "\u{ad}",
    "\u{200b}",
    "\u{feff}",
    "\u{301}",
    "&amp;",
    "&#8217;",
    "&nbsp",
    "&",
    "<p>",
    "</div>",
    "<script>",
    "<!--",
    "---\n",
    "title: \"x\"\n",
    "1. ",
    "\u{2022} ",
    "\u{661}\u{662}",
    "\u{645}\u{635}\u{631}",
    "\u{5916}\u{4ea4}",
    "\u{1f1f0}\u{1f1f7}",
    "A",
    "a",
    "\u{130}",
    "\u{df}",
    "0",
    "18446744073709551616",
    "SEOUL, July 19 (Yonhap) -- ",
    "By Jane Doe",
    "[email protected]",
    "###",
    "Share this",
    "2024-07-19 13:59:07",
];

fn news_like() -> impl Strategy<Value = String> {
    vec(select(PIECES), 0..80).prop_map(|pieces| pieces.concat())
}

/// An article of the corpus, cut somewhere.
fn cut_article() -> impl Strategy<Value = String> {
    any::<(Index, Index)>().prop_map(|(which, at)| {
        let text = &which.get(common::articles()).text;
        let mut end = at.index(text.len() + 1);
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        text[..end].to_owned()
    })
}

fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

/// Exactly one predicate tells what is wrong, and the message what to do.
fn is_documented(error: &ParseError) -> bool {
    let reasons = [
        error.is_empty(),
        error.is_too_long(),
        error.is_binary(),
        error.is_encoding(),
    ];
    reasons.iter().filter(|r| **r).count() == 1 && error.to_string().contains("; ")
}

/// What must hold of an article whatever the input was.
fn assert_sound(input: &str, article: &Article) {
    let all = article.officials.iter().map(|r| &r.evidence);
    let all = all.chain(article.meetings.iter().map(|r| &r.evidence));
    let all = all.chain(article.statements.iter().map(|r| &r.evidence));
    let all = all.chain(article.agreements.iter().map(|r| &r.evidence));
    for evidence in all {
        assert!(!evidence.is_empty(), "a record without evidence");
        for piece in evidence {
            let words = article.evidence_text(input, piece);
            assert!(
                words.is_some_and(|w| !w.is_empty()),
                "{piece:?} of {}",
                input.len()
            );
        }
    }
    for warning in &article.warnings {
        if let Some(span) = warning.span {
            assert!(
                input.get(span.range()).is_some(),
                "{warning:?} of {}",
                input.len()
            );
        }
    }
    for official in &article.officials {
        assert!(
            !official.name.trim().is_empty(),
            "an official without a name"
        );
        let words: Vec<_> = official
            .evidence
            .iter()
            .filter_map(|e| article.evidence_text(input, e))
            .collect();
        // The evidence is the input's own, entities and all.
        let words = fold(&words.join(" ").replace("&amp;", "&")).to_lowercase();
        let part = official
            .name
            .split(|c: char| !c.is_alphanumeric())
            .filter(|p| !p.is_empty())
            .any(|p| words.contains(&fold(p).to_lowercase()));
        assert!(part, "{} is not in {words:?}", official.name);
    }
    let json = serde_json::to_string(article).expect("JSON");
    let back: Article = serde_json::from_str(&json).expect("an article");
    assert_eq!(&back, article, "JSON loses nothing");
}

/// Sentences follow each other, and between them stands nothing but blanks.
fn assert_tiled(input: &str) {
    let (text, sentences) = demarche::bench::sentences(&Parser::default(), input);
    let mut end = 0;
    for sentence in sentences {
        assert!(sentence.start >= end, "{sentence:?} begins before {end}");
        assert!(
            text.get(sentence.clone()).is_some(),
            "{sentence:?} is no range of the text"
        );
        let between = text.get(end..sentence.start).unwrap_or("outside");
        assert!(between.trim().is_empty(), "{between:?} is lost");
        end = sentence.end;
    }
    let rest = text.get(end..).unwrap_or("outside");
    assert!(rest.trim().is_empty(), "{rest:?} is lost");
}

fn assert_article_or_error(input: &str) {
    match demarche::parse_article(input) {
        Ok(article) => assert_sound(input, &article),
        Err(error) => assert!(is_documented(&error), "{error}"),
    }
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn any_string_gives_an_article_or_a_documented_error(input in any::<String>()) {
        assert_article_or_error(&input);
    }

    #[test]
    fn any_news_like_string_gives_a_sound_article(input in news_like()) {
        assert_article_or_error(&input);
    }

    #[test]
    fn sentences_tile_the_text(input in prop_oneof![news_like(), cut_article()]) {
        assert_tiled(&input);
    }

    #[test]
    fn any_bytes_give_an_article_or_a_documented_error(bytes in vec(any::<u8>(), 0..400)) {
        if let Err(error) = Parser::default().parse_bytes(&bytes) {
            assert!(is_documented(&error), "{error}");
        }
    }

    #[test]
    fn a_cut_article_is_still_an_article(input in cut_article()) {
        assert_article_or_error(&input);
    }
}

proptest! {
    #![proptest_config(cases(32))]

    #[test]
    fn same_input_same_output(input in prop_oneof![news_like(), cut_article()]) {
        let here = demarche::parse_article(&input);
        let shared = Parser::default();
        let there = std::thread::scope(|scope| {
            let threads: Vec<_> = (0..2).map(|_| scope.spawn(|| shared.parse(&input))).collect();
            threads.into_iter().map(|t| t.join().expect("no panic")).collect::<Vec<_>>()
        });
        for result in there {
            prop_assert_eq!(&here, &result);
        }
        prop_assert_eq!(&here, &Parser::builder().build().expect("the built-in lexicon").parse(&input));
    }

    #[test]
    fn rows_of_any_text_are_an_error_or_a_parser(table in "[a-z]{0,8}|posts|countries|places", rows in any::<String>()) {
        if let Err(error) = Parser::builder().add_rows(&table, &rows).build() {
            prop_assert_eq!(error.table(), table.as_str());
            prop_assert!(error.to_string().contains(&table));
        }
    }
}

#[test]
fn kept_finds_stay_fixed() {
    for path in common::files("tests/regressions", ".txt") {
        let bytes = std::fs::read(&path).expect("a readable file");
        match String::from_utf8(bytes) {
            Ok(text) => assert_article_or_error(&text),
            Err(error) => {
                let result = Parser::default().parse_bytes(error.as_bytes());
                assert!(result.is_ok() || result.is_err_and(|e| is_documented(&e)));
            }
        }
    }
}

fn names(input: &str) -> BTreeSet<String> {
    let article = demarche::parse_article(input).expect("an article");
    article.officials.iter().map(|o| fold(&o.name)).collect()
}

/// The article as plain paragraphs under a headline, without its page.
fn plain(text: &Text) -> Vec<String> {
    let article = demarche::parse_article(&text.text).expect("an article");
    let mut paragraphs = vec!["Envoys meet as talks go on".to_owned()];
    paragraphs.extend(article.body.split("\n\n").map(str::to_owned));
    paragraphs
}

/// Checks that a change of each article leaves its officials the same.
fn officials_stay(change: impl Fn(&[String]) -> String) {
    officials_stay_but(&[], change);
}

/// The same, for all articles but those named: known gaps, one reason each.
fn officials_stay_but(gaps: &[&str], change: impl Fn(&[String]) -> String) {
    let mut wrong = Vec::new();
    for text in common::articles() {
        if gaps.contains(&text.name.as_str()) {
            continue;
        }
        let paragraphs = plain(text);
        let (before, after) = (names(&paragraphs.join("\n\n")), names(&change(&paragraphs)));
        if before != after {
            let differ: Vec<_> = before.symmetric_difference(&after).cloned().collect();
            wrong.push(format!("{}: {}", text.name, differ.join(", ")));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn line_ends_do_not_matter() {
    officials_stay(|p| p.join("\r\n\r\n"));
    officials_stay(|p| p.join("\r\r"));
}

#[test]
fn quotation_style_does_not_matter() {
    officials_stay(|p| {
        let straight = [
            ('\u{201c}', "\""),
            ('\u{201d}', "\""),
            ('\u{2018}', "'"),
            ('\u{2019}', "'"),
        ];
        let text = p.join("\n\n");
        straight
            .iter()
            .fold(text, |text, (curly, plain)| text.replace(*curly, plain))
    });
}

#[test]
fn wrapping_does_not_matter() {
    // Where the first wrapped lines of a paragraph look like deck lines, or an
    // item's indent is lost, a name may be cut at the line's end; so it may behind
    // initials.
    let gaps = [
        "caps-efe-trujillo",
        "longform-southasia-rivers",
        "names-indian-quad",
        "royal-visit-amman",
        "scrape-hotnews-hanoi",
        "wire-long-lusaka",
    ];
    for width in [40, 72] {
        officials_stay_but(&gaps, |p| {
            let wrapped: Vec<_> = p.iter().map(|paragraph| wrap(paragraph, width)).collect();
            wrapped.join("\n\n")
        });
    }
}

fn wrap(paragraph: &str, width: usize) -> String {
    let (mut text, mut used) = (String::new(), 0);
    for word in paragraph.split(' ') {
        if used > 0 && used + word.len() >= width {
            text.push('\n');
            used = 0;
        } else if used > 0 {
            text.push(' ');
            used += 1;
        }
        text.push_str(word);
        used += word.len();
    }
    text
}

#[test]
fn telling_it_twice_does_not_matter() {
    officials_stay(|p| format!("{}\n\n{}", p.join("\n\n"), p[1..].join("\n\n")));
}

#[test]
fn the_order_of_paragraphs_does_not_matter() {
    // Two brothers of one surname; a person named one sentence behind her title.
    let gaps = ["gulf-phone-round", "scrape-related-cairo"];
    officials_stay_but(&gaps, |p| {
        let mut reversed = p.to_vec();
        reversed[1..].reverse();
        reversed.join("\n\n")
    });
    officials_stay_but(&gaps, |p| {
        let mut turned = p.to_vec();
        turned[1..].rotate_left(p.len() / 2);
        turned.join("\n\n")
    });
}

/// What is read from one article does not depend on what follows it.
#[test]
fn an_unrelated_article_behind_changes_no_evidence() {
    const OTHER: &str = "President Moana Tuilagi of Samoa opened a fish market in Apia in March 1997. \
        \u{201c}Our nets are full,\u{201d} Tuilagi told the crowd.";
    let mut wrong = Vec::new();
    for text in common::articles() {
        let first = plain(text).join("\n\n");
        let both = format!("{first}\n\n{OTHER}");
        let told = |input: &str| {
            let article = demarche::parse_article(input).expect("an article");
            let all = article.officials.iter().flat_map(|r| &r.evidence);
            let all = all.chain(article.meetings.iter().flat_map(|r| &r.evidence));
            let all = all.chain(article.statements.iter().flat_map(|r| &r.evidence));
            let all = all.chain(article.agreements.iter().flat_map(|r| &r.evidence));
            all.map(|e| input[e.span.range()].to_owned())
                .collect::<BTreeSet<_>>()
        };
        let lost: Vec<_> = told(&first).difference(&told(&both)).cloned().collect();
        if !lost.is_empty() {
            wrong.push(format!("{}: {lost:?}", text.name));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// What was cleaned needs no cleaning: of a clean body at most the head is
/// taken for a headline.
#[test]
fn cleaning_is_idempotent() {
    let mut wrong = Vec::new();
    for text in common::articles() {
        let once = demarche::parse_article(&text.text)
            .expect("an article")
            .body;
        // Bullets and speakers' names at the head of a line are dropped twice.
        let gaps = [
            "caps-managua-recording",
            "communique-bullets-lima",
            "joint-statement-long",
            "tweet-thread",
        ];
        if once.trim().is_empty() || gaps.contains(&text.name.as_str()) {
            continue;
        }
        let twice = demarche::parse_article(&once).expect("an article").body;
        if !once.ends_with(&twice) {
            wrong.push(text.name.clone());
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
