//! A [`Page`] → paragraphs, sentences and quotations, as byte ranges of the
//! page's text; nothing is copied. One walk finds every byte that could matter
//! ([`marks`]), [`quote`] pairs the quotation marks, [`sentence`] cuts at the
//! stops that [`boundary`] lets through. The sentences of a paragraph tile it:
//! the space after a stop belongs to the sentence it ends.

mod abbreviation;
mod before;
mod boundary;
mod chars;
mod direction;
mod follow;
mod marks;
mod quote;
mod sentence;
mod words;

#[cfg(test)]
mod tests;

use crate::lexicon::Abbreviations;
use crate::source::{Page, PieceKind};
use marks::Mark;
use quote::Carry;
use std::ops::Range;

/// The page cut up. All ranges are byte ranges of the page's text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Document {
    /// One for each piece of the page, in order.
    pub(crate) paragraphs: Vec<Paragraph>,
    /// All sentences, in reading order.
    pub(crate) sentences: Vec<Sentence>,
    /// All quotations, by where they start; a nested one follows its outer one.
    pub(crate) quotes: Vec<Quote>,
}

impl Document {
    /// The quotations alone; the rest is given up.
    pub(crate) fn into_quotes(self) -> Vec<Quote> {
        self.quotes
    }
}

/// One piece of the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Paragraph {
    pub(crate) range: Range<u32>,
    pub(crate) kind: PieceKind,
    /// Which of [`Document::sentences`] are its own.
    pub(crate) sentences: Range<u32>,
    /// Which of [`Document::quotes`] are its own.
    pub(crate) quotes: Range<u32>,
}

/// A sentence with the space behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sentence {
    pub(crate) range: Range<u32>,
    /// Index of its paragraph.
    pub(crate) paragraph: u32,
    /// It ends with a stop; a headline or a list item often does not.
    pub(crate) complete: bool,
}

impl Sentence {
    /// The sentence without the space around it.
    #[cfg(test)]
    pub(crate) fn trimmed(&self, text: &str) -> Range<u32> {
        let whole = text
            .get(self.range.start as usize..self.range.end as usize)
            .unwrap_or("");
        let start = self.range.start + offset(whole.len() - whole.trim_start().len());
        start..start + offset(whole.trim().len())
    }
}

/// The marks around a quotation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum QuoteKind {
    Double,
    Single,
}

/// Words between quotation marks: speech, a title or a word held at a distance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Quote {
    /// With its marks.
    pub(crate) outer: Range<u32>,
    /// Without them.
    pub(crate) inner: Range<u32>,
    /// Index of its paragraph.
    pub(crate) paragraph: u32,
    pub(crate) kind: QuoteKind,
    /// It has a closing mark; else it ends with its paragraph, or where the
    /// next quotation of the paragraph begins.
    pub(crate) closed: bool,
    /// The paragraph before left its quotation open and this one goes on.
    pub(crate) continues: bool,
    /// It stands inside another quotation.
    pub(crate) nested: bool,
}

/// Cuts a page into paragraphs, sentences and quotations.
pub(crate) fn segment(page: &Page, abbreviations: &Abbreviations) -> Document {
    let mut document = Document::default();
    let mut marks: Vec<Mark> = Vec::new();
    let mut carry = Carry::default();
    for (index, piece) in page.pieces.iter().enumerate() {
        let Some(text) = page.text.get(piece.range.clone()) else {
            continue;
        };
        let place = Place {
            text,
            start: offset(piece.range.start),
            paragraph: offset(document.paragraphs.len()),
            kind: piece.kind,
        };
        marks::scan(text, &mut marks);
        let prose = is_prose(piece.kind);
        let before = if prose { carry } else { Carry::default() };
        let first_quote = offset(document.quotes.len());
        let after = quote::pair(
            &place,
            &mut marks,
            before,
            next_opening(page, index),
            &mut document.quotes,
        );
        // A caption in the middle of a long quotation does not end it.
        if piece.kind != PieceKind::Caption {
            carry = if prose { after } else { Carry::default() };
        }
        let first_sentence = offset(document.sentences.len());
        sentence::cut(&place, &marks, abbreviations, &mut document.sentences);
        document.paragraphs.push(Paragraph {
            range: place.start..place.start + offset(text.len()),
            kind: piece.kind,
            sentences: first_sentence..offset(document.sentences.len()),
            quotes: first_quote..offset(document.quotes.len()),
        });
    }
    document.sentences.shrink_to_fit();
    document.quotes.shrink_to_fit();
    document
}

/// A paragraph on its way through the room.
struct Place<'a> {
    text: &'a str,
    /// Where `text` starts in the page's text.
    start: u32,
    paragraph: u32,
    kind: PieceKind,
}

fn is_prose(kind: PieceKind) -> bool {
    matches!(kind, PieceKind::Body | PieceKind::Item)
}

/// The mark that the next paragraph of prose opens with.
fn next_opening(page: &Page, index: usize) -> Option<QuoteKind> {
    // Captions are few; looking past four of them keeps this step bounded.
    let next = page
        .pieces
        .iter()
        .skip(index + 1)
        .take(5)
        .find(|piece| piece.kind != PieceKind::Caption)?;
    if !is_prose(next.kind) {
        return None;
    }
    marks::opening(page.text.get(next.range.clone())?.trim_start())
}

/// A byte offset as stored; pages are far smaller than 4 GiB.
fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
