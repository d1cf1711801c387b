//! The cases are data: one a line, `#` begins a comment, ` ¶ ` parts paragraphs
//! and `H: ` before one makes it a headline (`I: ` an item, `C: ` a caption,
//! `D: ` a dateline, `S: ` a subhead).
//!
//! `cases/sentences.txt` has `|` before every sentence but the first of its
//! paragraph and `~` behind a sentence without a stop. `cases/quotes.txt` has
//! `{…}` around a double quotation and `<…>` around a single one, `+` behind the
//! opening bracket of one that continues, `~` before the closing bracket of one
//! that is not closed, `^` behind the opening bracket of a nested one.

use super::{Document, QuoteKind, segment};
use crate::lexicon::Lexicon;
use crate::source::{Page, Piece, PieceKind};

const SENTENCES: &str = include_str!("cases/sentences.txt");
const QUOTES: &str = include_str!("cases/quotes.txt");

fn lines(data: &str) -> impl Iterator<Item = &str> {
    data.lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
}

fn split_kind(paragraph: &str) -> (PieceKind, &str) {
    let kinds = [
        ("H: ", PieceKind::Headline),
        ("S: ", PieceKind::Subhead),
        ("D: ", PieceKind::Dateline),
        ("C: ", PieceKind::Caption),
        ("I: ", PieceKind::Item),
    ];
    kinds
        .into_iter()
        .find_map(|(prefix, kind)| Some((kind, paragraph.strip_prefix(prefix)?)))
        .unwrap_or((PieceKind::Body, paragraph))
}

/// A page of the paragraphs of `line`, without the marks of `notation`.
fn page(line: &str, notation: &[char]) -> Page {
    let mut page = Page::default();
    for paragraph in line.split(" ¶ ") {
        let (kind, text) = split_kind(paragraph);
        if !page.text.is_empty() {
            page.text.push_str("\n\n");
        }
        let start = page.text.len();
        page.text
            .extend(text.chars().filter(|c| !notation.contains(c)));
        let range = start..page.text.len();
        page.pieces.push(Piece { range, kind });
    }
    page
}

fn run(page: &Page) -> Document {
    let lexicon = Lexicon::builtin().expect("the built-in tables");
    segment(page, &lexicon.abbreviations)
}

/// Puts `inserts` (offset, rank, text) into the page's paragraphs.
fn annotate(page: &Page, mut inserts: Vec<(u32, u32, &str)>) -> String {
    inserts.sort_by_key(|&(at, rank, _)| (at, rank));
    let mut out = String::new();
    for (index, piece) in page.pieces.iter().enumerate() {
        if index > 0 {
            out.push_str(" ¶ ");
        }
        let prefix = match piece.kind {
            PieceKind::Headline => "H: ",
            PieceKind::Subhead => "S: ",
            PieceKind::Dateline => "D: ",
            PieceKind::Caption => "C: ",
            PieceKind::Item => "I: ",
            PieceKind::Body => "",
        };
        out.push_str(prefix);
        let mut last = piece.range.start;
        for &(at, _, text) in &inserts {
            let at = at as usize;
            if piece.range.start <= at && at <= piece.range.end {
                out.push_str(&page.text[last..at]);
                out.push_str(text);
                last = at;
            }
        }
        out.push_str(&page.text[last..piece.range.end]);
    }
    out
}

fn show_sentences(page: &Page) -> String {
    let document = run(page);
    let mut inserts = Vec::new();
    for paragraph in &document.paragraphs {
        let own = paragraph.sentences.start as usize..paragraph.sentences.end as usize;
        for sentence in &document.sentences[own] {
            if sentence.range.start > paragraph.range.start {
                inserts.push((sentence.range.start, 1, "|"));
            }
            if !sentence.complete {
                inserts.push((sentence.trimmed(&page.text).end, 0, "~"));
            }
        }
    }
    annotate(page, inserts)
}

fn show_quotes(page: &Page) -> String {
    let document = run(page);
    let mut inserts = Vec::new();
    for (index, quote) in document.quotes.iter().enumerate() {
        let index = u32::try_from(index).unwrap() + 2;
        let (open, close) = match quote.kind {
            QuoteKind::Double => ("{", "}"),
            QuoteKind::Single => ("<", ">"),
        };
        let start = quote.outer.start;
        inserts.push((start, 10 * index, open));
        if quote.continues {
            inserts.push((start, 10 * index + 1, "+"));
        }
        if quote.nested {
            inserts.push((start, 10 * index + 2, "^"));
        }
        // Of two quotations that end together the inner one ends first; all
        // ends come before a start at the same place.
        let rank = 1 + u32::from(!quote.nested) * 2;
        if !quote.closed {
            inserts.push((quote.outer.end, rank - 1, "~"));
        }
        inserts.push((quote.outer.end, rank, close));
    }
    annotate(page, inserts)
}

fn check(data: &str, notation: &[char], show: impl Fn(&Page) -> String, least: usize) {
    let mut wrong = Vec::new();
    let mut count = 0;
    for line in lines(data) {
        count += 1;
        let got = show(&page(line, notation));
        if got != line {
            wrong.push(format!("  want {line}\n  got  {got}\n"));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} wrong:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
    assert!(count >= least, "only {count} cases");
}

#[test]
fn sentences() {
    check(SENTENCES, &['|', '~'], show_sentences, 150);
}

#[test]
fn quotations() {
    check(
        QUOTES,
        &['{', '}', '<', '>', '+', '~', '^'],
        show_quotes,
        60,
    );
}

/// What must hold of any page.
fn check_invariants(page: &Page) {
    let document = run(page);
    let text = page.text.as_str();
    assert_eq!(document.paragraphs.len(), page.pieces.len());
    let (mut sentence, mut quote) = (0, 0);
    for (index, paragraph) in document.paragraphs.iter().enumerate() {
        assert_eq!(paragraph.sentences.start, sentence);
        assert_eq!(paragraph.quotes.start, quote);
        (sentence, quote) = (paragraph.sentences.end, paragraph.quotes.end);
        let mut at = paragraph.range.start;
        for i in paragraph.sentences.clone() {
            let found = &document.sentences[i as usize];
            assert_eq!(found.range.start, at, "a gap in {text:?}");
            assert!(found.range.end > at);
            assert_eq!(found.paragraph as usize, index);
            at = found.range.end;
            let trimmed = found.trimmed(text);
            assert!(found.range.start <= trimmed.start && trimmed.end <= found.range.end);
            assert!(text.get(found.range.start as usize..at as usize).is_some());
        }
        assert_eq!(at, paragraph.range.end, "text lost of {text:?}");
        let mut open: Vec<u32> = Vec::new();
        let mut last = paragraph.range.start;
        for i in paragraph.quotes.clone() {
            let found = &document.quotes[i as usize];
            let (outer, inner) = (&found.outer, &found.inner);
            assert_eq!(found.paragraph as usize, index);
            assert!(last <= outer.start && outer.end <= paragraph.range.end);
            assert!(
                outer.start <= inner.start && inner.start <= inner.end && inner.end <= outer.end
            );
            assert!(text.get(inner.start as usize..inner.end as usize).is_some());
            assert!(text.get(outer.start as usize..outer.end as usize).is_some());
            while open.last().is_some_and(|&end| end <= outer.start) {
                open.pop();
            }
            assert!(
                open.last().is_none_or(|&end| outer.end <= end),
                "crossing in {text:?}"
            );
            assert_eq!(found.nested, !open.is_empty(), "nesting in {text:?}");
            open.push(outer.end);
            last = outer.start;
        }
    }
    assert_eq!(sentence as usize, document.sentences.len());
    assert_eq!(quote as usize, document.quotes.len());
}

#[test]
fn cases_keep_the_invariants() {
    for line in lines(SENTENCES).chain(lines(QUOTES)) {
        check_invariants(&page(line, &[]));
    }
}

/// A small generator of random numbers; always the same ones.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        usize::try_from(self.0 >> 33).unwrap_or(0) % limit
    }
}

#[test]
fn random_text_keeps_the_invariants() {
    const BITS: &[&str] = &[
        "\"",
        "'",
        "''",
        "``",
        "`",
        "“",
        "”",
        "‘",
        "’",
        "„",
        "‚",
        "«",
        "»",
        ".",
        ". ",
        "...",
        "…",
        "?",
        "! ",
        " ",
        "  ",
        "\n",
        "\u{A0}",
        ",",
        ", ",
        ": ",
        ";",
        "(",
        ")",
        "[",
        "]",
        "[3]",
        "-",
        " — ",
        "U.S.",
        "Gen.",
        "p.m.",
        "No. 4",
        "J. ",
        "a",
        "he said",
        "The ",
        "Mori ",
        "é",
        "Ö.",
        "日本",
        "’s ",
        "s’ ",
        "'90s",
        "1.5",
        "al-",
        "Sept. ",
        "www.x.com",
        "/",
        "🙂",
        "\u{301}",
        "I",
        "x.Y",
    ];
    let mut random = Random(7);
    for _ in 0..6_000 {
        let mut line = String::new();
        for _ in 0..random.below(40) {
            line.push_str(BITS[random.below(BITS.len())]);
            if random.below(12) == 0 {
                line.push_str(" ¶ ");
            }
        }
        check_invariants(&page(&line, &[]));
    }
}

#[test]
fn bad_ranges_are_passed_over() {
    let mut page = page("Talks ended.", &[]);
    page.pieces.push(Piece {
        range: 5..500,
        kind: PieceKind::Body,
    });
    assert_eq!(run(&page).paragraphs.len(), 1);
    assert_eq!(run(&Page::default()), Document::default());
}

/// Hostile text costs time in step with its length.
#[test]
fn time_grows_with_the_length() {
    for bit in [
        "\"",
        "'",
        "“",
        "‘",
        "’",
        " ‘a",
        "‘“’”",
        " 'as' ",
        ".",
        ". ",
        "A.",
        "A. ",
        ". (",
        ".) ",
        "?\" Name ",
        "p.m. X ",
        "... ",
        "a.[1]",
        "aa.Bb",
        "s ' ",
        " ",
        "?\"A",
        "p.m.)X",
        "A…",
        "((",
        "\"a ",
        "'\"",
    ] {
        let time = |count: usize| {
            let page = page(&bit.repeat(count), &[]);
            let start = std::time::Instant::now();
            let document = run(&page);
            assert!(document.paragraphs.len() == 1);
            start.elapsed().as_secs_f64()
        };
        time(200);
        // The best of four: other programs run, too.
        let best = |count: usize| (0..4).map(|_| time(count)).fold(f64::MAX, f64::min);
        let (short, long) = (best(1_500), best(24_000));
        // Sixteen times the text; a square would cost 256 times.
        assert!(
            long < 90.0 * short.max(1e-4),
            "{bit:?}: {short} s, {long} s"
        );
    }
}
