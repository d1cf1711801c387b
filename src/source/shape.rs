//! What a stretch of text looks like: counts that tell prose from titles.

/// Counts over a line or paragraph.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Shape {
    /// Words with a letter in them.
    pub(super) words: usize,
    /// Of them, those that start with a small letter.
    pub(super) small: usize,
    /// Of them, those all in capitals, of two letters or more.
    pub(super) shouted: usize,
    /// It ends a sentence.
    pub(super) terminal: bool,
    /// It ends with a colon.
    pub(super) colon: bool,
    /// It ends as an item of a list that goes on: "…;", "…; and".
    pub(super) semicolon: bool,
    /// A sentence ends inside it.
    pub(super) inner: bool,
}

/// Measures `text`.
pub(super) fn measure(text: &str) -> Shape {
    let mut shape = Shape {
        terminal: is_terminal(text),
        colon: text.trim_end().ends_with(':'),
        semicolon: is_semicolon(text),
        ..Shape::default()
    };
    let mut word = Word::default();
    // A word of some length ended with a stop.
    let mut ended = false;
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let from = at;
        at += 1;
        match byte {
            b'a'..=b'z' => {
                let small = |byte: &&u8| byte.is_ascii_lowercase();
                let rest = bytes.get(at..).unwrap_or_default();
                at += rest.iter().take_while(small).count();
                if word.letters == 0 && bytes.get(at) == Some(&b' ') {
                    // Most words are no more than small letters.
                    shape.words += 1;
                    shape.small += 1;
                    (ended, word) = (false, Word::default());
                    at += 1;
                } else {
                    word.small(at - from);
                }
            }
            b'A'..=b'Z' => word.letter(true),
            b' ' | b'\n' => {
                shape.add(&word, ended);
                if word.letters > 0 {
                    ended = word.letters > 3 && word.stopped;
                }
                word = Word::default();
            }
            b'.' | b'!' | b'?' => word.stopped = true,
            b'"' | b'\'' | b')' | b']' => {}
            0..=0x7f => word.stopped = false,
            // A character's first byte; the others follow it.
            0xc0.. => match text.get(from..).and_then(|t| t.chars().next()) {
                // Quotation marks and dashes, by far the most.
                Some('\u{2000}'..='\u{206f}') => {}
                Some(c) if c.is_alphabetic() => word.letter(c.is_uppercase()),
                _ => {}
            },
            0x80..=0xbf => {}
        }
    }
    shape.add(&word, ended);
    shape
}

/// The word being read.
#[derive(Default)]
struct Word {
    letters: usize,
    capitals: usize,
    /// Its first letter is a capital.
    capital: bool,
    stopped: bool,
}

impl Word {
    /// A run of small letters.
    fn small(&mut self, count: usize) {
        self.letters += count;
        self.stopped = false;
    }

    fn letter(&mut self, capital: bool) {
        self.capital |= capital && self.letters == 0;
        self.letters += 1;
        self.capitals += usize::from(capital);
        self.stopped = false;
    }
}

impl Shape {
    /// Counts a word; `ended` says whether the one before ended a sentence.
    fn add(&mut self, word: &Word, ended: bool) {
        if word.letters == 0 {
            return;
        }
        self.inner |= ended && word.capital;
        self.words += 1;
        self.small += usize::from(!word.capital);
        self.shouted += usize::from(word.letters >= 2 && word.capitals == word.letters);
    }
}

impl Shape {
    /// Whether nearly all of it is in capitals.
    pub(super) fn is_shouted(&self) -> bool {
        self.words > 0 && self.shouted * 10 >= self.words * 7
    }
}

/// Whether `text` ends with a full stop, a question or exclamation mark, perhaps
/// behind quotation marks or brackets.
pub(super) fn is_terminal(text: &str) -> bool {
    let text = text.trim_end_matches(|c: char| {
        c.is_whitespace()
            || matches!(
                c,
                '"' | '\'' | '”' | '’' | '»' | ')' | ']' | '*' | '_' | '`'
            )
    });
    text.ends_with(['.', '!', '?', '…'])
}

fn is_semicolon(text: &str) -> bool {
    let text = text.trim_end();
    let text = text.strip_suffix("and").unwrap_or(text);
    text.trim_end().ends_with(';')
}

/// Letters and digits in lower case, words divided by one space.
pub(super) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut apart = false;
    for c in text.chars() {
        if !c.is_alphanumeric() {
            apart = !folded.is_empty();
            continue;
        }
        if std::mem::take(&mut apart) {
            folded.push(' ');
        }
        if c.is_ascii() {
            folded.push(c.to_ascii_lowercase());
        } else {
            folded.extend(c.to_lowercase());
        }
    }
    folded
}

/// At most `longest` bytes of `text`.
pub(super) fn head(text: &str, longest: usize) -> &str {
    text.get(..floor(text, longest)).unwrap_or(text)
}

/// The character boundary at or before `at`.
pub(super) fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
