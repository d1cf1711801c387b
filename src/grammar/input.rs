//! A slice of tokens as nom input.

use crate::lexicon::{Class, Lexicon};
use crate::scan::{Token, TokenKind};
use nom::{IResult, Input, Needed};
use std::iter::{Copied, Enumerate};
use std::ops::Deref;
use std::slice::Iter;

/// What productions read: tokens, with the text and tables behind them.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Tokens<'a> {
    pub(crate) slice: &'a [Token],
    /// The token before the slice, for conditions on the left.
    pub(crate) before: Option<&'a Token>,
    pub(crate) text: &'a str,
    pub(crate) lexicon: &'a Lexicon,
    /// Whether a word for a counterpart may stand in the reading.
    pub(crate) counterpart: bool,
}

/// The result of a production.
pub(crate) type Parsed<'a, T> = IResult<Tokens<'a>, T, ()>;

impl<'a> Tokens<'a> {
    pub(crate) fn first(&self) -> Option<&'a Token> {
        self.slice.first()
    }

    pub(crate) fn get(&self, i: usize) -> Option<&'a Token> {
        self.slice.get(i)
    }

    /// Whether token `i` can be any of these.
    pub(crate) fn is(&self, i: usize, classes: Class) -> bool {
        self.get(i).is_some_and(|t| t.is(classes))
    }

    pub(crate) fn kind(&self, i: usize) -> Option<TokenKind> {
        self.get(i).map(|t| t.kind)
    }

    /// Whether token `i` is this lower-case word, in any case.
    #[inline]
    pub(crate) fn word(&self, i: usize, word: &str) -> bool {
        self.one_of(i, &[word])
    }

    /// Whether token `i` is one of these words.
    #[inline]
    pub(crate) fn one_of(&self, i: usize, words: &[&str]) -> bool {
        self.get(i).is_some_and(|t| {
            // Most words differ in length, which is known without the text.
            let len = (t.end - t.start) as usize;
            let same = |w: &&&str| w.len() == len;
            let mut near = words.iter().filter(same);
            near.any(|w| t.text(self.text).eq_ignore_ascii_case(w))
        })
    }

    /// Token `i` in lower case, if it is a short word; else nothing.
    pub(crate) fn lower(&self, i: usize) -> Lower {
        Lower::of(self.text_of(i))
    }

    /// The text of token `i`.
    pub(crate) fn text_of(&self, i: usize) -> &'a str {
        self.get(i).map_or("", |t| t.text(self.text))
    }

    /// The rest from token `n` on.
    pub(crate) fn from(&self, n: usize) -> Self {
        let n = n.min(self.slice.len());
        Tokens {
            slice: &self.slice[n..],
            before: n
                .checked_sub(1)
                .and_then(|i| self.slice.get(i))
                .or(self.before),
            ..*self
        }
    }

    /// How many tokens lie before `rest`.
    pub(crate) fn consumed(&self, rest: &Self) -> usize {
        self.slice.len() - rest.slice.len()
    }
}

/// A closed list of words in lower case, with the lengths that occur by first letter:
/// nearly every other word is passed by at a glance.
pub(crate) struct Words {
    list: &'static [&'static str],
    /// All lengths, as bits, and those by first letter.
    all: u32,
    lengths: [u32; 26],
}

impl Words {
    pub(crate) const fn of(list: &'static [&'static str]) -> Self {
        let mut lengths = [0; 26];
        let (mut all, mut n) = (0, 0);
        while n < list.len() {
            let word = list[n].as_bytes();
            assert!(word[0].is_ascii_lowercase() && word.len() < 31);
            lengths[(word[0] - b'a') as usize] |= 1 << word.len();
            all |= 1 << word.len();
            n += 1;
        }
        Words { list, all, lengths }
    }

    /// Whether token `n` is one of the words, in any case.
    #[inline]
    pub(crate) fn has(&self, i: Tokens<'_>, n: usize) -> bool {
        i.get(n).is_some_and(|t| {
            let length = (t.end - t.start).min(31);
            self.all >> length & 1 == 1 && self.contains(t.text(i.text))
        })
    }

    /// Whether a word is one of them, in any case.
    pub(crate) fn contains(&self, word: &str) -> bool {
        let first = word.as_bytes().first().copied().unwrap_or_default();
        let letter = first.to_ascii_lowercase().wrapping_sub(b'a');
        let lengths = self.lengths.get(usize::from(letter)).copied();
        let same = |w: &&str| w.len() == word.len() && word.eq_ignore_ascii_case(w);
        lengths.unwrap_or_default() >> word.len().min(31) & 1 == 1 && self.list.iter().any(same)
    }

    /// Takes one of the words.
    pub(crate) fn take<'a>(&self, i: Tokens<'a>) -> Parsed<'a, &'a Token> {
        match i.first() {
            Some(t) if self.has(i, 0) => Ok((i.from(1), t)),
            _ => fail(),
        }
    }
}

/// A short word in lower case, kept without an allocation.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Lower {
    bytes: [u8; 16],
    len: usize,
}

impl Lower {
    /// A word in lower case; nothing if it has more than 16 bytes.
    pub(crate) fn of(word: &str) -> Self {
        let mut lower = Lower::default();
        if let Some(bytes) = lower.bytes.get_mut(..word.len()) {
            bytes.copy_from_slice(word.as_bytes());
            bytes.make_ascii_lowercase();
            lower.len = word.len();
        }
        lower
    }
}

impl Deref for Lower {
    type Target = str;

    fn deref(&self) -> &str {
        let bytes = self.bytes.get(..self.len).unwrap_or_default();
        std::str::from_utf8(bytes).unwrap_or_default()
    }
}

impl<'a> Input for Tokens<'a> {
    type Item = Token;
    type Iter = Copied<Iter<'a, Token>>;
    type IterIndices = Enumerate<Self::Iter>;

    fn input_len(&self) -> usize {
        self.slice.len()
    }

    fn take(&self, n: usize) -> Self {
        Tokens {
            slice: &self.slice[..n.min(self.slice.len())],
            ..*self
        }
    }

    fn take_from(&self, n: usize) -> Self {
        self.from(n)
    }

    fn take_split(&self, n: usize) -> (Self, Self) {
        (self.from(n), self.take(n))
    }

    fn position<P: Fn(Token) -> bool>(&self, predicate: P) -> Option<usize> {
        self.slice.iter().position(|t| predicate(*t))
    }

    fn iter_elements(&self) -> Self::Iter {
        self.slice.iter().copied()
    }

    fn iter_indices(&self) -> Self::IterIndices {
        self.iter_elements().enumerate()
    }

    fn slice_index(&self, count: usize) -> Result<usize, Needed> {
        if count <= self.slice.len() {
            Ok(count)
        } else {
            Err(Needed::new(count - self.slice.len()))
        }
    }
}

// --- atoms -------------------------------------------------------------------

/// A token that `accept` takes.
pub(crate) fn token<'a>(
    accept: impl Fn(&Token) -> bool,
) -> impl Fn(Tokens<'a>) -> Parsed<'a, &'a Token> {
    move |i| match i.first() {
        Some(t) if accept(t) => Ok((i.from(1), t)),
        _ => fail(),
    }
}

/// A token of one of these classes.
pub(crate) fn class<'a>(classes: Class) -> impl Fn(Tokens<'a>) -> Parsed<'a, &'a Token> {
    token(move |t| t.is(classes))
}

/// A token of this kind.
pub(crate) fn kind<'a>(kind: TokenKind) -> impl Fn(Tokens<'a>) -> Parsed<'a, &'a Token> {
    token(move |t| t.kind == kind)
}

/// One of these words, in any case.
pub(crate) fn word<'a>(
    words: &'static [&'static str],
) -> impl Fn(Tokens<'a>) -> Parsed<'a, &'a Token> {
    move |i| match i.first() {
        Some(t) if i.one_of(0, words) => Ok((i.from(1), t)),
        _ => fail(),
    }
}

/// A token of this class, with what `pick` takes from its senses.
pub(crate) fn sense<'a, T>(
    pick: impl Fn(&crate::lexicon::Sense) -> Option<T>,
) -> impl Fn(Tokens<'a>) -> Parsed<'a, T> {
    move |i| {
        let found = i.first().and_then(|t| t.sense(i.lexicon, &pick));
        match found {
            Some(value) => Ok((i.from(1), value)),
            None => fail(),
        }
    }
}

/// A plain number, "27" or "1950".
pub(crate) fn number(i: Tokens<'_>) -> Parsed<'_, u32> {
    let digits = match i.first() {
        Some(t) if t.kind == TokenKind::Number => t.text(i.text),
        _ => return fail(),
    };
    match digits.parse() {
        Ok(n) if digits.len() <= 4 => Ok((i.from(1), n)),
        _ => fail(),
    }
}

pub(crate) fn fail<'a, T>() -> Parsed<'a, T> {
    Err(nom::Err::Error(()))
}
