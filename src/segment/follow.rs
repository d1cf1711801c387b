//! What follows a stop.

use super::boundary::Rules;
use super::chars::{at, is_dash, is_opening_bracket, is_quote, is_space, word};
use super::words::is_contraction;

/// What follows a stop.
#[derive(Debug, Clone, Copy)]
pub(super) enum Follow {
    /// A letter that is not small, and where.
    Capital(usize),
    Lower(usize),
    Digit,
    /// An opening mark or bracket, and what stands behind it.
    Inner(Option<char>),
    /// A dash, and what stands behind it.
    Dash(Option<char>),
    /// Punctuation that goes on with the sentence.
    Punctuation,
    /// A currency, a bullet, an apostrophe.
    Symbol,
}

impl Rules<'_> {
    /// What stands at `next`; the stop and its closing marks end at `end`.
    pub(super) fn follow(&self, next: usize, end: usize) -> Follow {
        let Some(c) = at(self.text, next) else {
            return Follow::Punctuation;
        };
        let letter = |c: char| {
            if c.is_lowercase() {
                Follow::Lower(next)
            } else {
                Follow::Capital(next)
            }
        };
        match c {
            c if c.is_alphabetic() => letter(c),
            c if c.is_numeric() => Follow::Digit,
            '\'' | '\u{2019}' if is_contraction(word(self.text, next + c.len_utf8(), 4)) => {
                Follow::Punctuation
            }
            c if is_quote(c) || is_opening_bracket(c) => {
                Follow::Inner(at(self.text, self.skip_opening(next)))
            }
            c if is_dash(c) => {
                if next == end {
                    return Follow::Punctuation;
                }
                let rest = self.text.get(next..).unwrap_or("");
                Follow::Dash(
                    rest.chars()
                        .take(6)
                        .find(|&c| !(is_dash(c) || is_space(c) || is_quote(c))),
                )
            }
            ',' | ';' | ':' | '/' | ')' | ']' | '}' | '.' | '!' | '?' | '\u{2026}' | '%' | '&' => {
                Follow::Punctuation
            }
            _ => Follow::Symbol,
        }
    }

    /// The place behind the opening marks at `at`.
    pub(super) fn skip_opening(&self, at: usize) -> usize {
        let rest = self.text.get(at..).unwrap_or("");
        let inner = rest
            .char_indices()
            .take(6)
            .find(|&(_, c)| !(is_quote(c) || is_opening_bracket(c) || is_space(c)))
            .map_or(0, |(i, _)| i);
        at + inner
    }
}
