//! The token.

use crate::lexicon::{Class, Lexicon, NodeId, Sense, Shape};

/// A word, a known phrase, or a mark of punctuation.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Token {
    /// Byte range of the page's text.
    pub(crate) start: u32,
    pub(crate) end: u32,
    /// What it can be.
    pub(crate) classes: Class,
    /// The phrase of the lexicon, if it is one.
    pub(crate) node: NodeId,
    pub(crate) kind: TokenKind,
    pub(crate) shape: Shape,
    /// No space stands before it.
    pub(crate) glued: bool,
    /// It is the first word of its sentence, so a capital says nothing.
    pub(crate) opens: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TokenKind {
    Word,
    /// Digits, also "18th", "2+2", "5,000".
    Number,
    /// `'s`, or `'` after a plural.
    Possessive,
    Comma,
    Period,
    Colon,
    Semicolon,
    /// A dash between clauses.
    Dash,
    /// A hyphen inside a compound.
    Hyphen,
    Open,
    Close,
    Slash,
    /// A quotation read as one unit; the index of the document's quote.
    Quote(u32),
    /// A quotation mark of words that are read as part of the sentence.
    Mark,
    Other,
}

impl Token {
    /// Whether the token can be any of these.
    pub(crate) fn is(&self, classes: Class) -> bool {
        self.classes.any(classes)
    }

    pub(crate) fn is_word(&self) -> bool {
        self.kind == TokenKind::Word
    }

    /// Capitalized or in capitals.
    pub(crate) fn is_capital(&self) -> bool {
        self.kind == TokenKind::Word && self.shape != Shape::Lower
    }

    /// The words, in the page's text.
    pub(crate) fn text<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.start as usize..self.end as usize)
            .unwrap_or_default()
    }

    /// The first sense that `pick` accepts.
    pub(crate) fn sense<T>(
        &self,
        lexicon: &Lexicon,
        pick: impl Fn(&Sense) -> Option<T>,
    ) -> Option<T> {
        if self.classes.is_empty() {
            return None;
        }
        lexicon
            .senses(self.node)
            .iter()
            .filter(|sense| self.classes.any(sense.class()))
            .find_map(pick)
    }
}
