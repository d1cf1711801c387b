//! Plain text with light marks: lines, Markdown headings.

use super::sheet::{Breaks, Mark, Sheet};

/// Writes the text from `start` on to the sheet.
pub(super) fn read(sheet: &mut Sheet<'_>, start: usize) {
    let input = sheet.input;
    let end = input.len();
    if !sheet.markdown {
        sheet.copy(start..end, Breaks::Lines);
        sheet.end_block(end);
        return;
    }
    let mut at = start;
    while let Some(rest) = input.get(at..).filter(|r| !r.is_empty()) {
        let length = rest.find('\n').map_or(rest.len(), |i| i + 1);
        let line = rest.get(..length).unwrap_or(rest);
        let level = line.bytes().take_while(|b| *b == b'#').count();
        let heading = (1..=6).contains(&level) && line.get(level..).is_some_and(|l| l.starts_with(' '));
        let mut from = at;
        if heading {
            sheet.end_block(at);
            sheet.mark(Mark::Heading(u8::try_from(level).unwrap_or(6)));
            from += level;
        } else if let Some(quote) = line.strip_prefix("> ") {
            from += line.len() - quote.len();
        }
        sheet.copy(from..at + length, Breaks::Lines);
        at += length;
    }
    sheet.end_block(end);
}
