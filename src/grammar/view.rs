//! A reading with its units, and what one unit says.

use super::chunk::{Buffers, chunk};
use super::complement;
use super::input::{Source, Tokens};
use super::tag::Tag;
use super::unit::{Unit, UnitKind};
use super::verb_group::VerbGroup;
use crate::lexicon::FrameRecord;
use std::cell::RefCell;

/// Prepositions that lead in the people of a side.
pub(crate) const LED: &[&str] = &[
    "led by",
    "headed by",
    "accompanied by",
    "represented by",
    "flanked by",
];

/// A reading with its units.
#[derive(Clone, Copy)]
pub(crate) struct View<'a> {
    pub(crate) tokens: Tokens<'a>,
    pub(crate) units: &'a [Unit],
    pub(super) complements: &'a RefCell<complement::Known>,
}

impl<'a> View<'a> {
    /// The units of a reading, and the tags of its tokens, in buffers that are used again.
    pub(super) fn of(source: &'a Source<'a>, buffers: &'a mut Buffers) -> (Self, &'a [Tag]) {
        let tokens = source.tokens();
        chunk(tokens, buffers);
        buffers.complements.get_mut().forget();
        let view = View {
            tokens,
            units: &buffers.units,
            complements: &buffers.complements,
        };
        (view, &buffers.tags)
    }

    pub(crate) fn kind(&self, at: usize) -> Option<&'a UnitKind> {
        self.units.get(at).map(|u| &u.kind)
    }

    pub(crate) fn verb(&self, at: usize) -> Option<&'a VerbGroup> {
        self.units.get(at).and_then(Unit::verb)
    }

    pub(crate) fn is_nominal(&self, at: usize) -> bool {
        self.units.get(at).is_some_and(Unit::is_nominal)
    }

    /// The words of a unit.
    pub(crate) fn text(&self, at: usize) -> &'a str {
        let Some(u) = self.units.get(at) else {
            return "";
        };
        self.tokens
            .text
            .get(u.span.0 as usize..u.span.1 as usize)
            .unwrap_or_default()
    }

    /// Whether the last word of a unit is one of these.
    pub(crate) fn ends_in(&self, at: usize, words: &[&str]) -> bool {
        let last = self.text(at).rsplit(' ').next().unwrap_or_default();
        words.iter().any(|w| last.eq_ignore_ascii_case(w))
    }

    #[inline]
    pub(crate) fn is_word(&self, at: usize, word: &str) -> bool {
        let same = |u: &Unit| (u.span.1 - u.span.0) as usize == word.len();
        self.units.get(at).is_some_and(same) && self.text(at).eq_ignore_ascii_case(word)
    }

    /// Whether the verb at a unit has a frame of this sort.
    pub(crate) fn has_frame(&self, at: usize, accept: impl Fn(&FrameRecord) -> bool) -> bool {
        self.verb(at).is_some_and(|v| {
            self.tokens
                .lexicon
                .frames(v.lemma)
                .iter()
                .any(|f| !f.is_noun && accept(&f.record))
        })
    }

    /// Whether a nominal unit hangs on a preposition.
    pub(crate) fn in_phrase(&self, at: usize) -> bool {
        at.checked_sub(1)
            .is_some_and(|l| matches!(self.kind(l), Some(UnitKind::Preposition)))
    }

    /// Where the bracket that closes at `at` opens.
    pub(super) fn opening(&self, at: usize) -> usize {
        (at.saturating_sub(20)..at)
            .rev()
            .find(|n| matches!(self.kind(*n), Some(UnitKind::Open)))
            .unwrap_or(at)
    }

    pub(super) fn closing(&self, at: usize) -> usize {
        (at..(at + 20).min(self.units.len()))
            .find(|n| matches!(self.kind(*n), Some(UnitKind::Close)))
            .unwrap_or(at)
    }

    /// The unit left of a verb, adverbs passed over, the mark that closes a few quoted
    /// words behind their comma, and one that opens them: `Mori "hailed the will" of Peru`.
    pub(super) fn left(&self, at: usize) -> Option<usize> {
        let mut l = at.checked_sub(1)?;
        while matches!(self.kind(l), Some(UnitKind::Adverb))
            || self.closes_words(l)
            || l + 1 == at && self.opens_words(l)
        {
            l = l.checked_sub(1)?;
        }
        Some(l)
    }

    /// The mark that opens a few quoted words, or "will" before one: `Peru will "try to heal"`.
    pub(super) fn opens_words(&self, at: usize) -> bool {
        const HELPING: &[&str] = &[
            "can", "could", "may", "might", "must", "should", "will", "would",
        ];
        let mark = |n: usize| {
            matches!(self.kind(n), Some(UnitKind::Other))
                && matches!(self.text(n), "“" | "‘" | "\"" | "'")
        };
        let helping = |n: usize| HELPING.iter().any(|w| self.is_word(n, w));
        let left = at.checked_sub(1);
        match self.kind(at) {
            Some(UnitKind::Other) if mark(at) => {
                left.is_some_and(|l| self.is_nominal(l) || helping(l))
            }
            Some(UnitKind::Other) => helping(at) && mark(at + 1),
            _ => false,
        }
    }

    fn closes_words(&self, at: usize) -> bool {
        matches!(self.kind(at), Some(UnitKind::Other))
            && matches!(self.text(at), "”" | "’" | "\"" | "'")
            && at
                .checked_sub(1)
                .is_some_and(|l| matches!(self.kind(l), Some(UnitKind::Comma)))
    }
}
