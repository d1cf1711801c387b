//! What is read at one go: a sentence as its writer tells it, quotations as
//! units, and then, apart, the sentences inside each quotation.

use super::token::{Token, TokenKind};
use super::{WINDOW, phrases, words};
use crate::lexicon::{Class, Lexicon, WordId};
use crate::segment::{Document, Paragraph, Quote};
use crate::source::PieceKind;
use std::ops::Range;

/// Where readings are made one by one, each in the room of the last.
#[derive(Debug, Default)]
pub(crate) struct Room {
    tokens: Vec<Token>,
    words: Vec<WordId>,
}

/// A run of words that the grammar reads at one go.
#[derive(Debug)]
pub(crate) struct Reading {
    pub(crate) tokens: Vec<Token>,
    pub(crate) paragraph: u32,
    pub(crate) kind: PieceKind,
    /// The quotation it stands in.
    pub(crate) inside: Option<u32>,
    /// Byte range of the page's text.
    pub(crate) range: Range<u32>,
    /// It is a part of an overlong sentence.
    pub(crate) is_window: bool,
}

/// Scans a paragraph: its sentences with quotations as units, then what the
/// quotations hold. Hands each reading on as it is made.
pub(crate) fn read_paragraph(
    text: &str,
    document: &Document,
    index: u32,
    lexicon: &Lexicon,
    room: &mut Room,
    each: impl FnMut(&Reading),
) {
    let Some(paragraph) = document.paragraphs.get(index as usize) else {
        return;
    };
    let mut scanner = Scanner {
        text,
        document,
        lexicon,
        index,
        kind: paragraph.kind,
        room,
        each,
    };
    if let Some(quote) = scanner.released(paragraph) {
        scanner.inner(quote, None);
        return;
    }
    let units = scanner.units(paragraph);
    scanner.outer(paragraph, &units);
    for &unit in &units {
        scanner.inner(unit, Some(unit));
    }
}

/// Words that stay small in a title.
const SMALL: &[&str] = &[
    "a", "against", "among", "an", "and", "as", "at", "between", "by", "for", "from", "in", "into",
    "its", "of", "on", "or", "over", "the", "their", "through", "to", "under", "with",
];

/// "Joint Statement of Peru and Chile on the Framework of Cooperation": all its words but the
/// small ones are capitalized.
fn is_title(inner: &str) -> bool {
    let small = |c: char| c.is_lowercase();
    let own = || inner.split_whitespace().filter(|w| !SMALL.contains(w));
    let ends = inner.trim_end().ends_with(['.', '!', '?']);
    let capitals = || own().all(|w| !w.starts_with(small));
    !ends && inner.contains(small) && (capitals() || is_of_document(inner))
}

/// "Agreement between the Governments of Peru and Chile on cooperation in trade": the title of
/// a document, whatever it goes on with.
fn is_of_document(inner: &str) -> bool {
    const DOCUMENTS: &[&str] = &[
        "Agreement",
        "Accord",
        "Charter",
        "Convention",
        "Declaration",
        "Memorandum",
        "Protocol",
        "Statement",
        "Treaty",
    ];
    const LEADS: &[&str] = &["between", "for", "of", "on"];
    let mut words = inner
        .split_whitespace()
        .take(5)
        .skip_while(|w| w.starts_with(char::is_uppercase) && !DOCUMENTS.contains(w));
    let document = words.next().is_some_and(|w| DOCUMENTS.contains(&w));
    let utters = inner.trim_end().ends_with(',');
    document && !utters && words.next().is_some_and(|w| LEADS.contains(&w))
}

struct Scanner<'a, 'r, F> {
    text: &'a str,
    document: &'a Document,
    lexicon: &'a Lexicon,
    index: u32,
    kind: PieceKind,
    room: &'r mut Room,
    /// Takes the readings.
    each: F,
}

impl<'a, F: FnMut(&Reading)> Scanner<'a, '_, F> {
    fn quote(&self, index: u32) -> Option<&'a Quote> {
        self.document.quotes.get(index as usize)
    }

    fn slice(&self, range: &Range<u32>) -> &'a str {
        self.text
            .get(range.start as usize..range.end as usize)
            .unwrap_or_default()
    }

    /// The paragraph's quotations that are utterances, not single words in
    /// quotation marks.
    fn units(&self, paragraph: &Paragraph) -> Vec<u32> {
        paragraph
            .quotes
            .clone()
            .filter(|q| {
                self.quote(*q)
                    .is_some_and(|q| self.is_utterance(paragraph, q))
            })
            .collect()
    }

    fn is_utterance(&self, paragraph: &Paragraph, quote: &Quote) -> bool {
        if quote.nested || quote.outer.is_empty() {
            return false;
        }
        let inner = self.slice(&quote.inner);
        let words = inner.split_whitespace().take(7).count();
        if words >= 7 {
            return !is_title(inner);
        }
        let before = self
            .slice(&(paragraph.range.start..quote.outer.start))
            .trim_end();
        let sets_off = before.is_empty()
            || before.ends_with([',', ':', '.', '!', '?', '”', '"', '-', '–', '—']);
        let inner = inner.trim_end();
        let after = self.slice(&(quote.outer.end..paragraph.range.end));
        let stops = inner.ends_with([',', '.', '!', '?', '…'])
            || after.trim_start().starts_with([',', '.']);
        words >= 2 && sets_off && (stops || words >= 5)
    }

    /// The sentences, joined where a stop lies inside a quotation that is read
    /// as one unit.
    fn outer(&mut self, paragraph: &Paragraph, units: &[u32]) {
        let mut start = None;
        let mut next_unit = 0;
        for sentence in paragraph.sentences.clone() {
            let Some(sentence) = self.document.sentences.get(sentence as usize) else {
                continue;
            };
            let from = *start.get_or_insert(sentence.range.start);
            while units
                .get(next_unit)
                .and_then(|q| self.quote(*q))
                .is_some_and(|q| q.outer.end <= sentence.range.end)
            {
                next_unit += 1;
            }
            let inside = units
                .get(next_unit)
                .and_then(|q| self.quote(*q))
                .is_some_and(|q| q.outer.start < sentence.range.end);
            if !inside || sentence.range.end >= paragraph.range.end {
                self.read(from..sentence.range.end, units, None);
                start = None;
            }
        }
    }

    /// The quotation that a paragraph consists of, if a line above it issues "the following
    /// statement:": the text is its issuers' own.
    fn released(&self, paragraph: &Paragraph) -> Option<u32> {
        const LONGEST: usize = 40;
        let index = paragraph.quotes.clone().next()?;
        let quote = self.quote(index)?;
        let opens = |p: &Paragraph| self.slice(&p.range).starts_with(['"', '“', '‘', '«']);
        let whole = paragraph.quotes.len() == 1
            && quote.outer.start == paragraph.range.start
            && quote.outer.end >= paragraph.range.end.saturating_sub(1);
        if !whole {
            return None;
        }
        let before = self.document.paragraphs.get(..self.index as usize)?;
        let lead = before.iter().rev().take(LONGEST).find(|p| !opens(p))?;
        let lead = self.slice(&lead.range).trim_end();
        lead.ends_with("the following statement:").then_some(index)
    }

    /// The sentences inside a quotation.
    fn inner(&mut self, unit: u32, inside: Option<u32>) {
        let Some(quote) = self.quote(unit) else {
            return;
        };
        let Some(paragraph) = self.document.paragraphs.get(self.index as usize) else {
            return;
        };
        let sentences = &self.document.sentences;
        let all = paragraph.sentences.start as usize..paragraph.sentences.end as usize;
        let of_paragraph = sentences.get(all).unwrap_or_default();
        let first = of_paragraph.partition_point(|s| s.range.end <= quote.inner.start);
        for sentence in &of_paragraph[first..] {
            if sentence.range.start >= quote.inner.end {
                break;
            }
            let range = sentence.range.start.max(quote.inner.start)
                ..sentence.range.end.min(quote.inner.end);
            self.read(range, &[], inside);
        }
    }

    /// Scans one range, in windows if it is overlong.
    fn read(&mut self, range: Range<u32>, units: &[u32], inside: Option<u32>) {
        let mut tokens = std::mem::take(&mut self.room.tokens);
        tokens.clear();
        tokens.reserve((range.end - range.start) as usize / 6 + 8);
        let mut at = range.start;
        let first =
            units.partition_point(|q| self.quote(*q).is_none_or(|q| q.outer.end <= range.start));
        for &unit in &units[first..] {
            let Some(quote) = self.quote(unit) else {
                continue;
            };
            if quote.outer.start >= range.end {
                break;
            }
            self.split(at..quote.outer.start, &mut tokens);
            tokens.push(quote_token(unit, quote));
            at = quote.outer.end;
        }
        self.split(at..range.end, &mut tokens);
        phrases::mark(self.text, self.lexicon, &mut tokens, &mut self.room.words);
        let is_window = tokens.len() > WINDOW;
        if let Some(first) = tokens.iter_mut().find(|t| t.kind == TokenKind::Word) {
            first.opens = true;
        }
        if !is_window {
            self.room.tokens = self.hand_on(tokens, range, inside, false);
            return;
        }
        for window in tokens.chunks(WINDOW) {
            let start = window.first().map_or(range.start, |t| t.start);
            let end = window.last().map_or(range.end, |t| t.end);
            self.hand_on(window.to_vec(), start..end, inside, true);
        }
    }

    /// Hands on a reading, and gives its tokens back as room for the next.
    fn hand_on(
        &mut self,
        tokens: Vec<Token>,
        range: Range<u32>,
        inside: Option<u32>,
        is_window: bool,
    ) -> Vec<Token> {
        let reading = Reading {
            tokens,
            paragraph: self.index,
            kind: self.kind,
            inside,
            range,
            is_window,
        };
        if !reading.tokens.is_empty() {
            (self.each)(&reading);
        }
        reading.tokens
    }

    fn split(&self, range: Range<u32>, tokens: &mut Vec<Token>) {
        let quotes = &self.document.quotes;
        let is_quote_mark = |at: usize| {
            let at = u32::try_from(at).unwrap_or(u32::MAX);
            let i = quotes.partition_point(|q| q.outer.start <= at);
            // A closing mark belongs to one of the few quotations open here.
            quotes[..i]
                .iter()
                .rev()
                .take(4)
                .any(|q| q.outer.start == at || (q.inner.end <= at && at < q.outer.end))
        };
        words::split(
            self.text,
            range.start as usize,
            range.end as usize,
            self.lexicon,
            &is_quote_mark,
            tokens,
        );
    }
}

fn quote_token(unit: u32, quote: &Quote) -> Token {
    Token {
        start: quote.outer.start,
        end: quote.outer.end,
        classes: Class::NONE,
        node: Default::default(),
        kind: TokenKind::Quote(unit),
        shape: Default::default(),
        glued: false,
        opens: false,
    }
}
