//! Room by room, for the benches and tests of this repository. No part of the
//! public API: it changes without notice.

use crate::parser::Parser;
use std::ops::Range;

/// The rooms, in the order in which an article goes through them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Room {
    /// Cleaning.
    Source,
    /// Paragraphs, sentences, quotations.
    Segment,
    /// Tokens with marks.
    Scan,
    /// Clauses as written.
    Grammar,
    /// Who, when and where.
    Resolve,
    /// Records.
    Assemble,
}

impl Room {
    /// All rooms, first to last.
    pub const ALL: [Room; 6] = [
        Room::Source,
        Room::Segment,
        Room::Scan,
        Room::Grammar,
        Room::Resolve,
        Room::Assemble,
    ];

    /// The room's name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Room::Source => "source",
            Room::Segment => "segment",
            Room::Scan => "scan",
            Room::Grammar => "grammar",
            Room::Resolve => "resolve",
            Room::Assemble => "assemble",
        }
    }
}

/// Takes an article through the rooms up to `last`, and counts what came out
/// there, so that the work cannot be left out as unused.
#[must_use]
pub fn run_until(parser: &Parser, input: &str, last: Room) -> usize {
    let Ok(page) = parser.page(input) else {
        return 0;
    };
    if last == Room::Source {
        return page.text.len();
    }
    let document = parser.document(&page);
    if last == Room::Segment {
        return document.sentences.len();
    }
    if last == Room::Scan {
        let mut tokens = 0;
        parser.readings(&page, &document, |reading| tokens += reading.tokens.len());
        return tokens;
    }
    let facts = parser.facts(&page, &document);
    if last == Room::Grammar {
        return facts.mentions.len();
    }
    let known = parser.resolve(&page, &facts);
    if last == Room::Resolve {
        return known.people();
    }
    let article = parser.article(&page, document.into_quotes(), facts, known);
    article.officials.len()
}

/// The clean text of an article and its sentences, which tile each paragraph.
#[must_use]
pub fn sentences(parser: &Parser, input: &str) -> (String, Vec<Range<usize>>) {
    let Ok(page) = parser.page(input) else {
        return (String::new(), Vec::new());
    };
    let document = parser.document(&page);
    let ranges = document.sentences.iter();
    let ranges = ranges.map(|s| s.range.start as usize..s.range.end as usize);
    let ranges = ranges.collect();
    (page.text, ranges)
}

/// How the grammar read each sentence of an article: its units and clauses.
#[must_use]
pub fn explain(parser: &Parser, input: &str) -> String {
    parser.explain(input)
}
