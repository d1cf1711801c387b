//! Texts made to break a parser: none may panic, and time grows with the length
//! alone.

mod common;

use demarche::Article;
use std::sync::Mutex;
use std::time::{Duration, Instant};

const BIG: usize = 1 << 20;
const SMALL: usize = BIG / 4;
/// Four times the text may take this many times longer. Quadratic time gives
/// 16; what is over 4 is for unoptimized builds on busy machines.
const GROWTH: u32 = 9;
/// Below this the clock says little.
const SHORT: Duration = Duration::from_millis(100);

/// Measurements do not run beside each other.
static ALONE: Mutex<()> = Mutex::new(());

/// Parses `text(n)` at two sizes; no panic, and no more than linear time.
fn holds(text: impl Fn(usize) -> String) {
    let _alone = ALONE
        .lock()
        .unwrap_or_else(|poisoned| poisoned.into_inner());
    let (small, big) = (text(SMALL), text(BIG));
    let warm_up = time(&small);
    let small_time = warm_up.min(time(&small));
    let mut big_time = time(&big);
    // A second try where another process may have taken the machine.
    if big_time > SHORT && big_time > small_time * GROWTH {
        big_time = big_time.min(time(&big));
    }
    assert!(
        big_time <= SHORT || big_time <= small_time * GROWTH,
        "{} bytes in {small_time:?}, {} bytes in {big_time:?}",
        small.len(),
        big.len()
    );
}

fn time(text: &str) -> Duration {
    let start = Instant::now();
    let result = demarche::parse_article(text);
    let took = start.elapsed();
    if let Ok(article) = result {
        check_spans(text, &article);
    }
    took
}

fn check_spans(input: &str, article: &Article) {
    let officials = article.officials.iter().flat_map(|r| &r.evidence);
    let statements = article.statements.iter().flat_map(|r| &r.evidence);
    for evidence in officials.chain(statements) {
        assert!(input.get(evidence.span.range()).is_some(), "{evidence:?}");
    }
}

/// `piece` as often as fits in `bytes`.
fn fill(piece: &str, bytes: usize) -> String {
    piece.repeat((bytes / piece.len()).max(1))
}

macro_rules! repeated {
    ($($name:ident: $piece:expr;)*) => {
        $(#[test]
        fn $name() {
            holds(|bytes| fill($piece, bytes));
        })*
    };
}

repeated! {
    only_straight_quotes: "\"";
    only_apostrophes: "'";
    only_opening_quotes: "\u{201c}";
    opening_quotes_between_words: "\u{201c}the talks ";
    alternating_quotes: "\u{201c}a\u{201d} ";
    quotes_that_open_each_paragraph: "\u{201c}We met and we will meet again.\n\n";
    titles_only: "President ";
    ministers_only: "Foreign Minister ";
    titles_and_names: "President Aiko Mori, Prime Minister Ravi Nair, ";
    names_only: "Aiko Mori ";
    dates: "on July 18, 2024, ";
    date_numbers: "18/07/2024 07-18 2024 18th ";
    weekdays: "on Monday last Tuesday next Friday ";
    hyphens: "A-B-C-D-";
    hyphenated_countries: "ROK-U.S.-Japan-";
    abbreviations: "U.S. Gen. Mr. St. No. ";
    initials: "J. K. ";
    one_word: "a";
    one_capital_word: "A";
    one_sentence: "the ministers met and ";
    sentence_of_clauses: "said that Japan said that ";
    commas: "Japan, ";
    coordinated_countries: "Japan and ";
    of_chain: "minister of the minister of ";
    verbs_only: "met agreed signed said condemned ";
    newlines: "\n";
    blank_lines_between_letters: "a\n\n";
    short_lines: "Share this\n";
    capital_lines: "PRESIDENT MEETS MINISTER\n\n";
    combining_marks: "e\u{301}\u{301}\u{301}";
    marks_alone: "\u{301}";
    zero_width: "a\u{200b}\u{200d}";
    right_to_left: "\u{627}\u{644}\u{648}\u{632}\u{64a}\u{631} ";
    direction_overrides: "\u{202e}President \u{202c}";
    emoji: "\u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467}\u{1f1f0}\u{1f1f7}";
    private_use: "\u{e000}\u{f8ff}";
    byte_order_marks: "a\u{feff}b ";
    mixed_scripts: "M\u{456}n\u{456}ster \u{41c}ori \u{5916}\u{52d9}\u{5927}\u{81e3} ";
    odd_line_ends: "The talks ended.\r\u{2028}\u{2029}\u{85}";
    carriage_returns: "\r";
    entities: "&amp;&lt;&#8217;&nbsp;";
    broken_entities: "&#&#x&amp";
    ampersands: "&";
    numbers: "9";
    dots: ".";
    ellipses: "... ";
    digits_with_dots: "1.2.3.";
    dashes: "-- ";
    parentheses: "(a) ";
    bullets: "\u{2022} item\n";
    tags: "<p>";
    urls: "https://example.org/a ";
    front_matter: "---\ntitle: a\n";
    respectively: "Mori and Nair, of Japan and India, respectively, ";
}

#[test]
fn nested_brackets() {
    holds(|bytes| format!("{}{}", "(".repeat(bytes / 2), ")".repeat(bytes / 2)));
    holds(|bytes| format!("{}{}", "[(".repeat(bytes / 4), ")]".repeat(bytes / 4)));
}

#[test]
fn nested_quotes() {
    holds(|bytes| {
        let depth = bytes / 8;
        format!(
            "{}x{}",
            "\u{201c}\u{2018}".repeat(depth / 2),
            "\u{2019}\u{201d}".repeat(depth / 2)
        )
    });
}

#[test]
fn html_bomb() {
    holds(|bytes| {
        let depth = (bytes / 11).min(100_000);
        format!(
            "<html><body>{}x{}",
            "<div>".repeat(depth),
            "</div>".repeat(depth)
        )
    });
}

#[test]
fn html_attributes_without_end() {
    holds(|bytes| format!("<html><body><p {}", fill("a=\"b\" ", bytes)));
}

#[test]
fn binary() {
    let result = demarche::parse_article(&fill("\0", BIG));
    assert!(result.is_err_and(|e| e.is_binary()));
}

#[test]
fn many_different_officials() {
    holds(|bytes| {
        let people = (0..bytes / 60).map(|i| {
            format!(
                "Foreign Minister {} {} of Japan met reporters.\n\n",
                letters(i),
                letters(i * 7 + 3)
            )
        });
        people.collect()
    });
}

#[test]
fn many_different_meetings() {
    holds(|bytes| {
        let meetings = (0..bytes / 80).map(|i| {
            format!(
                "Japan and India held talks in Tokyo on July {}, {}. ",
                i % 28 + 1,
                1900 + i % 120
            )
        });
        meetings.collect()
    });
}

#[test]
fn many_quotations() {
    holds(|bytes| {
        let quotes =
            (0..bytes / 50).map(|i| format!("\u{201c}We met {i} times,\u{201d} Mori said. "));
        quotes.collect()
    });
}

/// A capitalized word that differs for each number.
fn letters(mut number: usize) -> String {
    let mut word = String::from("K");
    while number > 0 {
        word.push(char::from(b'a' + (number % 26) as u8));
        number /= 26;
    }
    word
}
