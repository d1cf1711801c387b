//! Splitting text into words, numbers and punctuation.

use super::token::{Token, TokenKind};
use crate::lexicon::{Class, Lexicon, NodeId, Shape, WordId};

/// Splits `text[from..to]` and pushes the tokens.
///
/// `quote_end` says whether a quotation closes at an offset, so that `'` after
/// a plural is told from a closing mark.
pub(super) fn split(
    text: &str,
    from: usize,
    to: usize,
    lexicon: &Lexicon,
    is_quote_mark: &dyn Fn(usize) -> bool,
    out: &mut Vec<Token>,
) {
    let mut splitter = Splitter {
        text,
        bytes: text.as_bytes(),
        to,
        lexicon,
        is_quote_mark,
    };
    let mut at = from;
    let mut glued = false;
    while at < to {
        if splitter.bytes.get(at) == Some(&b' ') {
            at += 1;
            glued = false;
            continue;
        }
        let Some(c) = splitter.char_at(at) else { break };
        if c.is_whitespace() || c == '\u{200b}' || c == '\u{feff}' {
            at += c.len_utf8();
            glued = false;
            continue;
        }
        let before = out.len();
        let end = if c.is_alphanumeric() {
            splitter.word(at, out)
        } else {
            splitter.mark(at, c, out)
        };
        if let Some(token) = out.get_mut(before) {
            token.glued = glued;
        }
        at = end.max(at + c.len_utf8());
        glued = true;
    }
}

struct Splitter<'a> {
    text: &'a str,
    bytes: &'a [u8],
    to: usize,
    lexicon: &'a Lexicon,
    is_quote_mark: &'a dyn Fn(usize) -> bool,
}

impl Splitter<'_> {
    fn char_at(&self, at: usize) -> Option<char> {
        if at >= self.to {
            return None;
        }
        match self.bytes.get(at) {
            Some(b) if b.is_ascii() => Some(char::from(*b)),
            _ => self.text.get(at..)?.chars().next(),
        }
    }

    /// A word or number with what belongs to it; returns where it ends.
    fn word(&mut self, from: usize, out: &mut Vec<Token>) -> usize {
        if let Some(end) = self.small_word(from) {
            out.push(plain(from, end, TokenKind::Word));
            return end;
        }
        let (end, apostrophe) = self.run(from);
        let word = &self.text[from..end];
        let stem = if apostrophe {
            possessive_stem(word)
        } else {
            word.len()
        };
        if stem < word.len() {
            self.push_word(from, from + stem, out);
            out.push(plain(from + stem, end, suffix_kind(&word[stem..])));
            if let Some(last) = out.last_mut() {
                last.glued = true;
            }
            return end;
        }
        self.push_word(from, end, out);
        self.plural_possessive(end, out)
    }

    /// Where a word of small letters ends that a space follows; most are no more than that.
    fn small_word(&self, from: usize) -> Option<usize> {
        let rest = self.bytes.get(from..self.to)?;
        let end = rest.iter().position(|byte| !byte.is_ascii_lowercase())?;
        (end > 0 && rest.get(end) == Some(&b' ')).then_some(from + end)
    }

    /// `'` after "ministers", unless a quotation closes there.
    fn plural_possessive(&self, end: usize, out: &mut Vec<Token>) -> usize {
        let Some(c @ ('\'' | '’')) = self.char_at(end) else {
            return end;
        };
        let after = end + c.len_utf8();
        let ends_in_s = matches!(self.bytes.get(end.wrapping_sub(1)), Some(b's' | b'S'));
        let at_edge = self.char_at(after).is_none_or(|c| !c.is_alphanumeric());
        if !ends_in_s || !at_edge || (self.is_quote_mark)(end) {
            return end;
        }
        let mut token = plain(end, after, TokenKind::Possessive);
        token.glued = true;
        out.push(token);
        after
    }

    /// Where `'s` ends that stands apart: "the leader 's visit", as in text of separate tokens.
    fn lone_possessive(&self, at: usize, c: char) -> Option<usize> {
        let end = at + c.len_utf8() + 1;
        let apart = matches!(c, '\'' | '’')
            && matches!(self.bytes.get(end - 1), Some(b's'))
            && self.char_at(end).is_none_or(char::is_whitespace)
            && matches!(self.bytes.get(at.wrapping_sub(1)), Some(b' '));
        (apart && end <= self.to && !(self.is_quote_mark)(at)).then_some(end)
    }

    /// Where the run of letters and digits from `from` ends, with the points
    /// of abbreviations and the apostrophes of names; whether it has one of these.
    fn run(&self, from: usize) -> (usize, bool) {
        let mut at = from;
        let mut apostrophe = false;
        let text = self.bytes.get(..self.to).unwrap_or_default();
        loop {
            let rest = text.get(at..).unwrap_or_default();
            let end = rest.iter().position(|byte| !byte.is_ascii_alphanumeric());
            at += end.unwrap_or(rest.len());
            let Some(c) = self.char_at(at) else { break };
            let next = at + c.len_utf8();
            let joins = match c {
                ' ' => false,
                _ if c.is_alphanumeric() => true,
                '\'' | '’' | 'ʼ' => {
                    let joins = self.letter(next) && !(self.is_quote_mark)(at);
                    apostrophe |= joins;
                    joins
                }
                '.' => self.point_belongs(from, at),
                ',' | ':' => self.digit_before(at) && self.digit(next),
                '+' => self.digit_before(at) && self.digit(next),
                '&' => self.letter(next) && at > from,
                '\u{0300}'..='\u{036f}' | '\u{ad}' | '\u{200d}' => true,
                _ => false,
            };
            if !joins {
                break;
            }
            at = next;
        }
        (at, apostrophe)
    }

    fn letter(&self, at: usize) -> bool {
        self.char_at(at).is_some_and(char::is_alphabetic)
    }

    fn digit(&self, at: usize) -> bool {
        self.bytes.get(at).is_some_and(u8::is_ascii_digit) && at < self.to
    }

    fn digit_before(&self, at: usize) -> bool {
        at.checked_sub(1)
            .and_then(|i| self.bytes.get(i))
            .is_some_and(u8::is_ascii_digit)
    }

    /// Whether the point at `at` belongs to the word that began at `from`:
    /// "U.S.", "3.5", "J.", "Gen.", "Kh.Battulga".
    fn point_belongs(&self, from: usize, at: usize) -> bool {
        let next = at + 1;
        if self.digit_before(at) {
            return self.digit(next);
        }
        let word = &self.text[from..at];
        let last = word.rfind('.').map_or(word, |i| &word[i + 1..]);
        let letters = last.chars().count();
        if letters == 1 && last.starts_with(char::is_alphabetic) {
            let inner = word.contains('.');
            let initial = last.starts_with(char::is_uppercase) && next < self.to;
            return inner || self.dotted(next) || initial;
        }
        if letters <= 3
            && last.starts_with(char::is_uppercase)
            && self.upper(next)
            && !self.upper_word(last)
        {
            return true;
        }
        next < self.to && word.len() <= 12 && self.is_abbreviation(&self.text[from..next])
    }

    /// A letter and a point, as in the rest of "U.S.".
    fn dotted(&self, at: usize) -> bool {
        self.letter(at)
            && self
                .char_at(at)
                .is_some_and(|c| self.bytes.get(at + c.len_utf8()) == Some(&b'.'))
    }

    fn upper(&self, at: usize) -> bool {
        self.char_at(at).is_some_and(char::is_uppercase)
    }

    fn upper_word(&self, word: &str) -> bool {
        word.chars().count() > 1 && word.chars().all(char::is_uppercase)
    }

    fn is_abbreviation(&self, with_point: &str) -> bool {
        self.lexicon.vocabulary.word(with_point) != WordId::UNKNOWN
    }

    fn push_word(&self, start: usize, end: usize, out: &mut Vec<Token>) {
        let word = &self.text[start..end];
        let kind = if word.as_bytes().first().is_some_and(u8::is_ascii_digit) {
            TokenKind::Number
        } else {
            TokenKind::Word
        };
        let mut token = plain(start, end, kind);
        token.shape = shape(word);
        out.push(token);
    }

    /// A mark of punctuation; returns where it ends.
    fn mark(&mut self, at: usize, c: char, out: &mut Vec<Token>) -> usize {
        if let Some(end) = self.lone_possessive(at, c) {
            out.push(plain(at, end, TokenKind::Possessive));
            return end;
        }
        let mut end = at + c.len_utf8();
        let kind = match c {
            ',' | '،' => TokenKind::Comma,
            '.' | '!' | '?' | '…' => TokenKind::Period,
            ':' => TokenKind::Colon,
            ';' => TokenKind::Semicolon,
            '(' | '[' => TokenKind::Open,
            ')' | ']' => TokenKind::Close,
            '/' => TokenKind::Slash,
            '–' | '—' | '―' => TokenKind::Dash,
            '-' | '‐' | '‑' => {
                while self.bytes.get(end) == Some(&b'-') && end < self.to {
                    end += 1;
                }
                // A line may be wrapped behind a hyphen: "Al-\nRawabdi".
                let next = if self.bytes.get(end) == Some(&b'\n') {
                    end + 1
                } else {
                    end
                };
                let tight = self.char_at(next).is_some_and(char::is_alphanumeric)
                    && end == at + c.len_utf8()
                    && self.before_is_alphanumeric(at);
                if tight {
                    TokenKind::Hyphen
                } else {
                    TokenKind::Dash
                }
            }
            '"' | '“' | '”' | '„' | '«' | '»' | '‘' | '’' | '\'' | '`' => {
                TokenKind::Mark
            }
            _ => TokenKind::Other,
        };
        // An en dash between two words without spaces joins them: "Japan–China".
        let joins = kind == TokenKind::Dash
            && c == '–'
            && self.before_is_alphanumeric(at)
            && self.char_at(end).is_some_and(char::is_alphanumeric);
        out.push(plain(at, end, if joins { TokenKind::Hyphen } else { kind }));
        end
    }

    fn before_is_alphanumeric(&self, at: usize) -> bool {
        self.text
            .get(..at)
            .and_then(|t| t.chars().next_back())
            .is_some_and(|c| c.is_alphanumeric() || c == '.')
    }
}

fn plain(start: usize, end: usize, kind: TokenKind) -> Token {
    Token {
        start: u32::try_from(start).unwrap_or(u32::MAX),
        end: u32::try_from(end).unwrap_or(u32::MAX),
        classes: Class::NONE,
        node: NodeId::NONE,
        kind,
        shape: Shape::Lower,
        glued: false,
        opens: false,
    }
}

/// Where `'s`, `'ll` and their like begin; the length of the word if nowhere.
fn possessive_stem(word: &str) -> usize {
    for suffix in ["s", "S", "ll", "re", "ve", "d", "m"] {
        for mark in ["'", "’"] {
            if let Some(stem) = word.strip_suffix(suffix).and_then(|w| w.strip_suffix(mark))
                && !stem.is_empty()
            {
                return stem.len();
            }
        }
    }
    word.len()
}

fn suffix_kind(suffix: &str) -> TokenKind {
    if suffix.ends_with(['s', 'S']) {
        TokenKind::Possessive
    } else {
        TokenKind::Word
    }
}

/// How a word is written; a word of one letter is capitalized, not in capitals.
fn shape(word: &str) -> Shape {
    if let [b'A'..=b'Z', b'a'..=b'z', ..] = word.as_bytes() {
        return Shape::Capitalized;
    }
    if word.bytes().all(|b| b.is_ascii_lowercase()) {
        return Shape::Lower;
    }
    let mut letters = word.chars().filter(|c| c.is_alphabetic());
    match letters.next() {
        Some(first) if first.is_uppercase() => {
            let mut rest = letters.peekable();
            if rest.peek().is_some() && rest.all(char::is_uppercase) {
                Shape::Upper
            } else {
                Shape::Capitalized
            }
        }
        _ => Shape::Lower,
    }
}
