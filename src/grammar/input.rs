//! The tokens of a reading as nom input.

use super::post_list::COUNTERPARTS;
use crate::lexicon::{Class, Lexicon};
use crate::scan::{Token, TokenKind};
use nom::IResult;
use std::ops::Deref;
use std::slice::Iter;

/// The tokens of a reading, with the text and tables behind them.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Source<'a> {
    all: &'a [Token],
    pub(crate) text: &'a str,
    pub(crate) lexicon: &'a Lexicon,
    /// Whether a word for a counterpart stands among the tokens.
    pub(crate) counterpart: bool,
}

/// What productions read: the tokens of a reading from one on. It goes from hand to hand at
/// every step, and is no more than two numbers.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Tokens<'a> {
    source: &'a Source<'a>,
    /// The first of the tokens.
    at: usize,
}

impl<'a> Source<'a> {
    pub(super) fn of(text: &'a str, lexicon: &'a Lexicon, all: &'a [Token]) -> Self {
        let mut source = Source {
            all,
            text,
            lexicon,
            counterpart: false,
        };
        source.counterpart = (0..all.len()).any(|n| COUNTERPARTS.has(source.tokens(), n));
        source
    }

    /// All of the tokens.
    pub(super) fn tokens(&'a self) -> Tokens<'a> {
        Tokens {
            source: self,
            at: 0,
        }
    }
}

impl<'a> Deref for Tokens<'a> {
    type Target = Source<'a>;

    #[inline]
    fn deref(&self) -> &Source<'a> {
        self.source
    }
}

/// The result of a production.
pub(crate) type Parsed<'a, T> = IResult<Tokens<'a>, T, ()>;

impl<'a> Tokens<'a> {
    #[inline]
    pub(crate) fn first(&self) -> Option<&'a Token> {
        self.source.all.get(self.at)
    }

    #[inline]
    pub(crate) fn get(&self, i: usize) -> Option<&'a Token> {
        self.source.all.get(self.at + i)
    }

    /// The token before these, for conditions on the left.
    pub(crate) fn before(&self) -> Option<&'a Token> {
        self.back(1)
    }

    /// The token that stands so many before the first one.
    pub(crate) fn back(&self, n: usize) -> Option<&'a Token> {
        self.source.all.get(self.at.checked_sub(n)?)
    }

    /// How many there are.
    #[inline]
    pub(crate) fn len(&self) -> usize {
        self.source.all.len() - self.at
    }

    pub(crate) fn iter(&self) -> Iter<'a, Token> {
        self.source.all.get(self.at..).unwrap_or_default().iter()
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
    #[inline]
    pub(crate) fn from(&self, n: usize) -> Self {
        Tokens {
            at: (self.at + n).min(self.source.all.len()),
            ..*self
        }
    }

    /// How many tokens lie before `rest`.
    #[inline]
    pub(crate) fn consumed(&self, rest: &Self) -> usize {
        rest.at - self.at
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
