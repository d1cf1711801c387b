//! What stands before a stop: an abbreviation, initials, a list item's label or
//! a plain word.

use super::abbreviation;
use super::boundary::{Cluster, Rules};
use super::chars::{Case, at, is_space, skip_space, word};
use super::marks::Shape;
use crate::lexicon::{LONGEST, StopKind};

/// The word before a stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
    Plain,
    Known(StopKind),
    /// "J.", "F.B.I.", "Kh.".
    Initials,
    /// The number or letter of a list item.
    Label,
}

impl Rules<'_> {
    /// Whether the stop belongs to an abbreviation.
    pub(super) fn is_abbreviation(&self, cluster: &Cluster) -> bool {
        cluster.shape == Shape::Stop
            && cluster.end == cluster.stop_end
            && matches!(self.word_before(cluster), Word::Known(_) | Word::Initials)
    }

    /// The letters, digits and stops before `end`, at most [`LONGEST`] bytes of
    /// them, and whether that is all.
    pub(super) fn token(&self, end: usize) -> (&str, bool) {
        let head = self.text.get(..end).unwrap_or("");
        let mut start = end;
        for (i, c) in head.char_indices().rev() {
            if !(c.is_alphanumeric() || c == '.') {
                break;
            }
            if end - i > LONGEST {
                return (self.text.get(start..end).unwrap_or(""), false);
            }
            start = i;
        }
        (self.text.get(start..end).unwrap_or(""), true)
    }

    pub(super) fn word_before(&self, cluster: &Cluster) -> Word {
        let (token, whole) = self.token(cluster.start);
        if !whole || token.is_empty() || cluster.stop_end - cluster.start > 1 {
            return Word::Plain;
        }
        let start = cluster.start - token.len();
        if self.is_label(token, start, cluster) {
            return Word::Label;
        }
        if let Some(kind) = abbreviation::kind(self.abbreviations, token, self.case) {
            // The name Hun Sen is no senator.
            let name = token == "Sen"
                && self
                    .text
                    .get(..start)
                    .is_some_and(|head| head.ends_with("Hun "));
            return if name {
                Word::Plain
            } else {
                self.known(kind, cluster)
            };
        }
        let dotted = token.contains('.');
        if dotted && token.split('.').all(|piece| self.is_initial(piece)) {
            return Word::Initials;
        }
        let last = token.rsplit('.').next().unwrap_or("");
        if dotted && let Some(kind) = abbreviation::kind(self.abbreviations, last, self.case) {
            return self.known(kind, cluster);
        }
        if self.is_initial(last) || self.is_clipped(last) {
            Word::Initials
        } else {
            Word::Plain
        }
    }

    /// "No." before anything but a number is a word.
    fn known(&self, kind: StopKind, cluster: &Cluster) -> Word {
        if kind == StopKind::Number {
            let next = skip_space(self.text, cluster.end);
            let number = at(self.text, next).is_some_and(|c| c.is_ascii_digit())
                || self.is_roman(next)
                || cluster.end == next;
            if !number {
                return Word::Plain;
            }
        }
        Word::Known(kind)
    }

    /// "1.", "II." and "a." at the start of their sentence.
    fn is_label(&self, token: &str, start: usize, cluster: &Cluster) -> bool {
        let head = self.text.get(cluster.sentence..start).unwrap_or("x");
        if head.len() > 8 || !head.trim().is_empty() || token.len() > 5 {
            return false;
        }
        let roman = |c: char| matches!(c, 'I' | 'V' | 'X');
        let numbered = token.split('.').all(|piece| {
            !piece.is_empty() && piece.len() < 4 && piece.bytes().all(|b| b.is_ascii_digit())
        });
        let lettered = token.len() == 1 && token.bytes().all(|b| b.is_ascii_alphabetic());
        numbered
            || (lettered || token.chars().all(roman))
                && at(self.text, cluster.stop_end).is_some_and(is_space)
                && cluster.sentence == 0
    }

    /// A single capital letter, or a capital with one consonant behind it.
    fn is_initial(&self, piece: &str) -> bool {
        let mut letters = piece.chars();
        match (letters.next(), letters.next(), letters.next()) {
            (Some(c), None, _) => c.is_uppercase() || self.case == Case::Lower && c.is_alphabetic(),
            (Some(c), Some(d), None) => {
                c.is_uppercase()
                    && d.is_ascii_lowercase()
                    && !is_vowel(d)
                    && !is_vowel(c.to_ascii_lowercase())
            }
            _ => false,
        }
    }

    /// A capitalized word without a vowel: "Ldr.", "Mtn.".
    fn is_clipped(&self, piece: &str) -> bool {
        let bytes = piece.as_bytes();
        let [first, rest @ ..] = bytes else {
            return false;
        };
        (2..=4).contains(&rest.len())
            && first.is_ascii_uppercase()
            && !is_vowel(char::from(first.to_ascii_lowercase()))
            && rest
                .iter()
                .all(|&b| b.is_ascii_lowercase() && !is_vowel(char::from(b)))
    }

    /// Whether a Roman number stands at `at`.
    pub(super) fn is_roman(&self, at: usize) -> bool {
        let word = word(self.text, at, 8);
        !word.is_empty()
            && word.chars().all(|c| matches!(c, 'I' | 'V' | 'X' | 'L'))
            && (word != "I"
                || self.text.get(at + 1..).is_some_and(|tail| {
                    !tail.starts_with(' ') || !tail.trim_start().starts_with(char::is_lowercase)
                }))
    }
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}
