//! The sheet: the page's cleaned lines, before anybody knows what they are.

use super::entities;
use super::misread;
use super::offsets::OffsetMap;
use std::ops::Range;

/// What the page's own markup says of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[cfg_attr(not(feature = "html"), allow(dead_code))]
pub(super) enum Mark {
    /// Nothing.
    #[default]
    Plain,
    /// The title, from front matter or a `title` element.
    Title,
    /// A heading; 1 is the page's.
    Heading(u8),
    /// A deck line.
    Subhead,
    /// A photo caption.
    Caption,
    /// An item of a list.
    Item,
    /// The byline.
    Byline,
    /// The dateline.
    Dateline,
    /// A time of publication, from an element or a class that says so.
    Time,
    /// Outside of the main text.
    Furniture,
}

/// A cleaned line.
#[derive(Debug, Clone, Default)]
pub(super) struct Line {
    /// Where it stands in [`Sheet::text`], without its line break.
    pub(super) range: Range<usize>,
    pub(super) mark: Mark,
    /// Empty lines before it, or a block's edge.
    pub(super) blank: bool,
    /// Spaces before it.
    pub(super) indent: u32,
    /// Bytes of it that are links.
    pub(super) linked: u32,
    /// It ended with a hard line break.
    pub(super) hard: bool,
}

/// The cleaned lines of a page, one a line of `text`.
#[derive(Debug)]
pub(super) struct Sheet<'a> {
    pub(super) input: &'a str,
    pub(super) text: String,
    pub(super) map: OffsetMap,
    pub(super) lines: Vec<Line>,
    /// Runs of spaces between two lower-case letters: the seams of rewrapped text.
    pub(super) seams: usize,
    /// The page uses Markdown.
    pub(super) markdown: bool,
    line: Line,
    /// White space read and not yet written.
    space: Option<Range<usize>>,
    /// Where the bracket closes that the last look ahead found, and the end of
    /// the address behind it.
    pub(super) bracket: usize,
    pub(super) address: Option<usize>,
    /// Open "[" of a Markdown link whose text is being copied: where it ends.
    pub(super) link_text: usize,
}

/// Bytes that are copied as they are.
const fn plain(byte: u8) -> bool {
    byte > b' '
        && byte < 0x7f
        && !matches!(
            byte,
            b'&' | b'`' | b'\'' | b'[' | b']' | b'!' | b'\\' | b'*' | b'_' | b'<'
        )
}

const PLAIN: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = plain(byte as u8);
        byte += 1;
    }
    table
};

fn is_plain(byte: u8) -> bool {
    PLAIN.get(usize::from(byte)).copied().unwrap_or(false)
}

/// How line breaks of the input are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Breaks {
    /// Each ends a line.
    Lines,
    /// Each is a space; an empty line ends the line.
    Flow,
    /// Each is a space.
    Spaces,
}

#[cfg_attr(not(feature = "html"), allow(dead_code))]
impl<'a> Sheet<'a> {
    pub(super) fn new(input: &'a str) -> Self {
        Sheet {
            input,
            text: String::with_capacity(input.len()),
            map: OffsetMap::default(),
            lines: Vec::new(),
            seams: 0,
            markdown: false,
            line: Line::default(),
            space: None,
            bracket: 0,
            address: None,
            link_text: usize::MAX,
        }
    }

    /// The text of a line.
    pub(super) fn str(&self, line: &Line) -> &str {
        self.text.get(line.range.clone()).unwrap_or_default()
    }

    /// Marks the line being written.
    pub(super) fn mark(&mut self, mark: Mark) {
        self.line.mark = mark;
    }

    /// Whether the line being written is still empty.
    pub(super) fn at_start(&self) -> bool {
        self.text.len() == self.line.range.start
    }

    /// Counts bytes of the line as a link.
    pub(super) fn linked(&mut self, bytes: usize) {
        self.line.linked = self
            .line
            .linked
            .saturating_add(u32::try_from(bytes).unwrap_or(0));
    }

    /// Ends the line being written; `at` is where the break stands in the input.
    pub(super) fn end_line(&mut self, at: usize) {
        let start = self.line.range.start;
        let mut line = std::mem::take(&mut self.line);
        self.space = None;
        if self.text.len() == start {
            self.line = Line {
                range: start..start,
                blank: true,
                mark: line.mark,
                ..Line::default()
            };
            return;
        }
        line.range.end = self.text.len();
        self.lines.push(line);
        let end = self.text.len();
        self.map.atom(end, at..at);
        self.text.push('\n');
        self.line.range = end + 1..end + 1;
    }

    /// Ends the line and its block.
    pub(super) fn end_block(&mut self, at: usize) {
        self.end_line(at);
        self.line.blank = true;
        self.line.mark = Mark::Plain;
    }

    /// Writes one cleaned character that stands for `from`.
    pub(super) fn put(&mut self, character: char, from: Range<usize>) {
        self.flush_space();
        let clean = self.text.len();
        if self.input.get(from.clone()).is_some_and(|s| {
            let mut chars = s.chars();
            chars.next() == Some(character) && chars.next().is_none()
        }) {
            self.map.copied(clean, from.start);
        } else {
            self.map.atom(clean, from);
        }
        self.text.push(character);
    }

    /// Notes white space of the input.
    pub(super) fn put_space(&mut self, from: Range<usize>) {
        match &mut self.space {
            Some(space) => space.end = from.end,
            None => self.space = Some(from),
        }
    }

    fn flush_space(&mut self) {
        let Some(space) = self.space.take() else {
            return;
        };
        if self.at_start() {
            let width = space.end.saturating_sub(space.start);
            self.line.indent = u32::try_from(width).unwrap_or(u32::MAX);
            return;
        }
        let clean = self.text.len();
        if space.len() == 1 {
            self.map.copied(clean, space.start);
        } else {
            self.map.atom(clean, space.clone());
            self.count_seam(&space);
        }
        self.text.push(' ');
    }

    /// Counts two or three spaces that follow a letter and precede a small one.
    fn count_seam(&mut self, space: &Range<usize>) {
        let bytes = self.input.as_bytes();
        let before = space.start.checked_sub(1).and_then(|i| bytes.get(i));
        let after = bytes.get(space.end);
        if before.is_some_and(u8::is_ascii_lowercase) && after.is_some_and(u8::is_ascii_lowercase) {
            self.seams += 1;
        }
    }

    /// Copies a stretch of the input, cleaned.
    pub(super) fn copy(&mut self, range: Range<usize>, breaks: Breaks) {
        let end = range.end.min(self.input.len());
        let bytes = self.input.as_bytes().get(..end).unwrap_or_default();
        let mut at = range.start;
        self.bracket = 0;
        while at < end {
            let start = at;
            while let Some(&byte) = bytes.get(at) {
                let spaced = || bytes.get(at + 1).is_some_and(|&next| is_plain(next));
                if is_plain(byte) {
                    at += 1;
                } else if byte == b' ' && at > start && spaced() {
                    at += 2;
                } else {
                    break;
                }
            }
            if at > start {
                self.flush_space();
                self.map.copied(self.text.len(), start);
                self.text
                    .push_str(self.input.get(start..at).unwrap_or_default());
            }
            if at < end {
                at = self.special(at, end, breaks).max(at + 1);
            }
        }
    }

    /// Reads what is no plain byte at `at`; where to go on.
    fn special(&mut self, at: usize, end: usize, breaks: Breaks) -> usize {
        let bytes = self.input.as_bytes();
        let Some(&byte) = bytes.get(at) else {
            return end;
        };
        let next = bytes.get(at + 1).copied().unwrap_or(0);
        match byte {
            b' ' | b'\t' => {
                self.put_space(at..at + 1);
                at + 1
            }
            b'\n' => self.newline(at, at + 1, end, breaks),
            b'\r' => {
                let after = if next == b'\n' { at + 2 } else { at + 1 };
                self.newline(at, after, end, breaks)
            }
            0x0c => self.newline(at, at + 1, end, breaks),
            0..=0x1f | 0x7f => at + 1,
            b'&' => self.entity(at, end),
            b'<' => self.stray_tag(at, end),
            b'`' | b'\'' if next == byte && at + 1 < end => {
                let opens = self.opens_quote(at) || byte == b'`' && !self.ends_word(at);
                self.put(if opens { '“' } else { '”' }, at..at + 2);
                at + 2
            }
            // "the minister`s"
            b'`' if next.is_ascii_alphabetic() && self.ends_word(at) => {
                self.put('’', at..at + 1);
                at + 1
            }
            b'[' | b']' | b'!' | b'\\' | b'*' | b'_' => self.markdown_mark(at, end, byte, next),
            0x80.. => self.wide(at, end, breaks),
            _ => {
                self.put(char::from(byte), at..at + 1);
                at + 1
            }
        }
    }

    /// Whether a doubled straight quote at `at` opens: a space or nothing before,
    /// no space behind.
    fn opens_quote(&self, at: usize) -> bool {
        let bytes = self.input.as_bytes();
        let before = at.checked_sub(1).and_then(|i| bytes.get(i));
        let behind = bytes.get(at + 2);
        before.is_none_or(|b| b.is_ascii_whitespace() || matches!(b, b'(' | b'-' | b'['))
            && behind.is_some_and(|b| !b.is_ascii_whitespace())
    }

    /// Whether a word, or the stop behind one, stands right before `at`.
    fn ends_word(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|i| self.input.as_bytes().get(i));
        before.is_some_and(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b',' | b'!' | b'?'))
    }

    fn newline(&mut self, at: usize, after: usize, end: usize, breaks: Breaks) -> usize {
        match breaks {
            Breaks::Lines => {
                let hard = self.space.as_ref().is_some_and(|s| s.len() >= 2);
                self.line.hard = hard;
                self.end_line(at);
            }
            Breaks::Spaces => self.put_space(at..after),
            Breaks::Flow => {
                let rest = self.input.as_bytes().get(after..end).unwrap_or_default();
                let blanks = rest
                    .iter()
                    .position(|b| !matches!(b, b' ' | b'\t' | b'\r'))
                    .unwrap_or(0);
                if rest.get(blanks) == Some(&b'\n') {
                    self.end_block(at);
                    return after + blanks + 1;
                }
                self.put_space(at..after);
            }
        }
        after
    }

    fn entity(&mut self, at: usize, end: usize) -> usize {
        let text = self.input.get(at..end).unwrap_or_default();
        match entities::read(text) {
            Some((character, length)) => {
                if let Some(character) = character {
                    self.any(character, at..at + length);
                }
                at + length
            }
            None => {
                self.put('&', at..at + 1);
                at + 1
            }
        }
    }

    /// Leaves out a stray tag or an address in angle brackets; `<` is text else.
    fn stray_tag(&mut self, at: usize, end: usize) -> usize {
        const LONGEST: usize = 300;
        const KNOWN: [&str; 26] = [
            "a", "b", "i", "u", "em", "strong", "span", "br", "p", "div", "sup", "sub", "img",
            "font", "small", "center", "cite", "q", "h1", "h2", "h3", "hr", "figure", "iframe",
            "li", "ul",
        ];
        let rest = self
            .input
            .get(at + 1..end.min(self.ceil(at + LONGEST)))
            .unwrap_or_default();
        let name = rest.strip_prefix('/').unwrap_or(rest);
        let length = name
            .bytes()
            .take(8)
            .take_while(u8::is_ascii_alphanumeric)
            .count();
        let known = name
            .get(..length)
            .is_some_and(|n| KNOWN.iter().any(|k| k.eq_ignore_ascii_case(n)));
        let tag = known
            && name
                .get(length..)
                .is_some_and(|n| n.starts_with(['>', ' ', '/']));
        if let Some(close) = rest
            .find(['>', '<'])
            .filter(|_| tag || rest.starts_with("http"))
            && rest.as_bytes().get(close) == Some(&b'>')
        {
            if matches!(name.get(..length), Some("br" | "p" | "div" | "hr" | "li")) {
                self.end_line(at);
            }
            return at + 1 + close + 1;
        }
        self.put('<', at..at + 1);
        at + 1
    }

    /// Reads a character beyond ASCII.
    fn wide(&mut self, at: usize, end: usize, breaks: Breaks) -> usize {
        let Some(character) = self.input.get(at..end).and_then(|s| s.chars().next()) else {
            return at + 1;
        };
        if let Some((meant, length)) = misread::read(self.input.get(at..end).unwrap_or_default()) {
            self.any(meant, at..at + length);
            return at + length;
        }
        let after = at + character.len_utf8();
        if matches!(character, '\u{85}' | '\u{2028}' | '\u{2029}') {
            return self.newline(at, after, end, breaks);
        }
        self.any(character, at..after);
        after
    }

    /// Writes a character, cleaned.
    fn any(&mut self, character: char, from: Range<usize>) {
        match character {
            ' '
            | '\n'
            | '\t'
            | '\u{a0}'
            | '\u{1680}'
            | '\u{2000}'..='\u{200a}'
            | '\u{202f}'
            | '\u{205f}'
            | '\u{3000}' => self.put_space(from),
            '\u{ad}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2064}'
            | '\u{2066}'..='\u{2069}'
            | '\u{feff}' => {}
            _ => self.put(character, from),
        }
    }
}
