//! What stands around a place in the text.

/// The character before `at`.
pub(super) fn before(text: &str, at: usize) -> Option<char> {
    text.get(..at)?.chars().next_back()
}

/// The character at `at`.
pub(super) fn at(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

/// The end of the white space that starts at `at`.
pub(super) fn skip_space(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or("");
    text.len() - rest.trim_start_matches(is_space).len()
}

/// White space, and the characters that print nothing.
pub(super) fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200B}'..='\u{200F}' | '\u{FEFF}' | '\u{2060}')
}

pub(super) fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

pub(super) fn is_opening_bracket(c: char) -> bool {
    matches!(c, '(' | '[' | '{')
}

/// Any mark that [`super::marks`] takes for a quotation mark.
pub(super) fn is_quote(c: char) -> bool {
    matches!(
        c,
        '"' | '\'' | '`' | '\u{2018}'..='\u{201F}' | '\u{AB}' | '\u{BB}'
    )
}

/// Punctuation that leans on the word before it.
pub(super) fn is_closing_punctuation(c: char) -> bool {
    matches!(
        c,
        '.' | ',' | ';' | ':' | '!' | '?' | ')' | ']' | '}' | '%' | '\u{2026}'
    )
}

/// At most about `limit` bytes of the text from `at` on, so that looking ahead
/// stays cheap.
pub(super) fn prefix(text: &str, at: usize, limit: usize) -> &str {
    let rest = text.get(at..).unwrap_or("");
    (limit..limit + 4)
        .find_map(|end| rest.get(..end))
        .unwrap_or(rest)
}

/// The letters and digits from `at` on, at most `limit` bytes of them; longer
/// words are cut short.
pub(super) fn word(text: &str, at: usize, limit: usize) -> &str {
    let rest = text.get(at..).unwrap_or("");
    let end = rest
        .char_indices()
        .take_while(|&(i, c)| i <= limit && c.is_alphanumeric())
        .last()
        .map_or(0, |(i, c)| i + c.len_utf8());
    rest.get(..end).unwrap_or("")
}

/// How a paragraph is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Case {
    Mixed,
    /// All capitals: a capital says nothing.
    Upper,
    /// No capital at all.
    Lower,
}

impl Case {
    /// Counts the ASCII letters of `text`.
    pub(super) fn of(text: &str) -> Self {
        // Counted in runs that a byte can hold, which the compiler can do many
        // bytes at a time.
        let (mut upper, mut lower) = (0_usize, 0_usize);
        for run in text.as_bytes().chunks(128) {
            let count = |low: u8, high: u8| -> u8 {
                run.iter()
                    .map(|&b| u8::from(low <= b && b <= high))
                    .fold(0, u8::wrapping_add)
            };
            upper += usize::from(count(b'A', b'Z'));
            lower += usize::from(count(b'a', b'z'));
        }
        if upper > 3 && upper > lower.saturating_mul(6) {
            Case::Upper
        } else if upper == 0 {
            Case::Lower
        } else {
            Case::Mixed
        }
    }
}
