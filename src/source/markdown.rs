//! The marks of Markdown that stand in running text.

use super::sheet::Sheet;

impl Sheet<'_> {
    /// Reads "[text](address)", "![picture](address)", "**", "*", "_" and "\#".
    pub(super) fn markdown_mark(&mut self, at: usize, end: usize, byte: u8, next: u8) -> usize {
        match byte {
            b'\\' if next.is_ascii_punctuation() => {
                self.put(char::from(next), at..at + 2);
                return at + 2;
            }
            b'!' if next == b'[' => {
                if let Some(after) = self.link_at(at + 1, end) {
                    return after;
                }
            }
            b'[' if self.link_at(at, end).is_some() => {
                self.link_text = self.bracket;
                return at + 1;
            }
            b']' if at == self.link_text => {
                self.link_text = usize::MAX;
                if let Some(after) = self.address_at(at + 1, end) {
                    return after;
                }
            }
            b'*' | b'_' if self.is_emphasis(at, byte, next) => return at + 1,
            _ => {}
        }
        self.put(char::from(byte), at..at + 1);
        at + 1
    }

    /// Whether "[" at `at` opens a Markdown link; where the link ends.
    fn link_at(&mut self, at: usize, end: usize) -> Option<usize> {
        if self.bracket <= at {
            let rest = self.input.get(at..end)?;
            self.bracket = rest.find(']').map_or(usize::MAX, |i| at + i);
            self.address = (self.bracket != usize::MAX)
                .then(|| self.address_at(self.bracket + 1, end))
                .flatten();
        }
        if self.bracket == usize::MAX || self.bracket - at > 600 {
            return None;
        }
        self.address
    }

    /// Where "(address)" at `at` ends.
    fn address_at(&self, at: usize, end: usize) -> Option<usize> {
        let rest = self.input.get(at..end.min(self.ceil(at + 600)))?;
        let address = rest.strip_prefix('(')?;
        let known = ["http", "/", "#", "mailto:", "www.", ".", "<", "{"];
        if !known.iter().any(|start| address.starts_with(start)) {
            return None;
        }
        let mut depth = 1;
        for (i, byte) in address.bytes().enumerate() {
            match byte {
                b'(' => depth += 1,
                b')' => depth -= 1,
                b'\n' if i > 500 => return None,
                _ => {}
            }
            if depth == 0 {
                return Some(at + i + 2);
            }
        }
        None
    }

    /// The next character boundary of the input at or after `at`.
    pub(super) fn ceil(&self, at: usize) -> usize {
        let mut at = at.min(self.input.len());
        while !self.input.is_char_boundary(at) {
            at += 1;
        }
        at
    }

    /// Whether a "*" or "_" is emphasis: it touches a word on one side only.
    fn is_emphasis(&self, at: usize, byte: u8, next: u8) -> bool {
        let before = at.checked_sub(1).and_then(|i| self.input.as_bytes().get(i));
        let before = before.copied().unwrap_or(b' ');
        if byte == b'*' && (next == b'*' || before == b'*') {
            return true;
        }
        if !self.markdown {
            return false;
        }
        let word = |b: u8| !b.is_ascii_whitespace() && b != 0;
        let inside = |b: u8| b.is_ascii_alphanumeric();
        word(next) != word(before) || (inside(next) != inside(before) && byte == b'_')
    }
}
