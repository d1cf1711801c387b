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
    /// A sentence ends inside it.
    pub(super) inner: bool,
}

/// Measures `text`.
pub(super) fn measure(text: &str) -> Shape {
    let mut shape = Shape {
        terminal: is_terminal(text),
        colon: text.trim_end().ends_with(':'),
        ..Shape::default()
    };
    let mut ended = false;
    for word in text.split([' ', '\n']) {
        let mut first = None;
        let mut letters = 0usize;
        let mut capitals = 0usize;
        for c in word.chars() {
            if c.is_alphabetic() {
                first.get_or_insert(c);
                letters += 1;
                capitals += usize::from(c.is_uppercase());
            }
        }
        let Some(first) = first else { continue };
        if ended && first.is_uppercase() {
            shape.inner = true;
        }
        shape.words += 1;
        shape.small += usize::from(first.is_lowercase());
        shape.shouted += usize::from(letters >= 2 && capitals == letters);
        ended = letters > 3 && is_terminal(word);
    }
    shape
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
        c.is_whitespace() || matches!(c, '"' | '\'' | '”' | '’' | '»' | ')' | ']' | '*' | '_' | '`')
    });
    text.ends_with(['.', '!', '?', '…'])
}

/// Letters and digits in lower case, words divided by one space.
pub(super) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for word in text.split(|c: char| !c.is_alphanumeric()) {
        if word.is_empty() {
            continue;
        }
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.extend(word.chars().flat_map(char::to_lowercase));
    }
    folded
}
