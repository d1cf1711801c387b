//! Front matter: the `---` block of keys and values that site generators write.

use super::sheet::{Breaks, Mark, Sheet};
use super::{site, timestamp};
use crate::model::Timestamp;
use std::ops::Range;

/// What front matter says of the page.
#[derive(Debug, Default)]
pub(super) struct FrontMatter {
    /// Where the text behind it starts.
    pub(super) end: usize,
    pub(super) title: Option<Range<usize>>,
    pub(super) subhead: Option<Range<usize>>,
    pub(super) author: Option<Range<usize>>,
    pub(super) source: Option<Range<usize>>,
    pub(super) published: Option<Timestamp>,
    /// An address with a day in it, as a last resort.
    pub(super) address: Option<Timestamp>,
    /// The host of the address.
    pub(super) site: Option<String>,
}

/// Keys, best first.
const TITLES: [&str; 5] = ["title", "post_title", "headline", "name", "heading"];
const SUBHEADS: [&str; 6] = [
    "subtitle",
    "subhead",
    "subheading",
    "deck",
    "standfirst",
    "dek",
];
const AUTHORS: [&str; 5] = ["author", "byline", "authors", "creator", "creators"];
const SOURCES: [&str; 7] = [
    "source",
    "publisher",
    "outlet",
    "site",
    "publication",
    "site_name",
    "agency",
];
const DATES: [&str; 16] = [
    "date",
    "published_time",
    "post_date",
    "published",
    "pubdate",
    "publish_date",
    "date_published",
    "published_at",
    "publication_date",
    "publishdate",
    "published_date",
    "datetime",
    "timestamp",
    "created",
    "created_at",
    "time",
];
const UPDATES: [&str; 6] = [
    "modified_time",
    "lastmod",
    "updated",
    "modified",
    "updated_at",
    "last_modified",
];
const ADDRESSES: [&str; 7] = [
    "source_url",
    "permalink",
    "url",
    "link",
    "canonical_url",
    "original_link",
    "href",
];

/// A key with where its value stands, its further lines included.
struct Entry<'a> {
    key: &'a str,
    value: Range<usize>,
}

/// Reads the front matter that `input` starts with.
pub(super) fn read(input: &str) -> Option<FrontMatter> {
    let start = input.len()
        - input
            .trim_start_matches(['\u{feff}', ' ', '\n', '\r', '\t'])
            .len();
    let text = input.get(start..)?;
    let fence = ["---", "+++"].iter().find(|f| text.starts_with(**f))?;
    let first = text.lines().next()?;
    if first.trim_end() != *fence {
        return None;
    }
    let mut entries: Vec<Entry<'_>> = Vec::new();
    let mut at = start + line_length(text);
    loop {
        let rest = input.get(at..)?;
        if rest.is_empty() || entries.len() > 400 {
            return None;
        }
        let length = line_length(rest);
        let line = rest.get(..length)?.trim_end();
        if line == *fence || line == "..." {
            at += length;
            break;
        }
        match key_of(line) {
            Some((key, value)) => entries.push(Entry {
                key,
                value: at + value..at + line.len(),
            }),
            None => match entries.last_mut() {
                Some(entry) => entry.value.end = at + line.len(),
                None if line.is_empty() || line.starts_with('#') => {}
                None => return None,
            },
        }
        at += length;
    }
    (!entries.is_empty()).then(|| gather(input, &entries, at))
}

/// The length of the first line of `text` with its line break.
fn line_length(text: &str) -> usize {
    text.find('\n').map_or(text.len(), |i| i + 1)
}

/// "key: value", "key = value": the key and where its value starts.
fn key_of(line: &str) -> Option<(&str, usize)> {
    let end = line.find([':', '='])?;
    let key = line.get(..end)?.trim_end();
    let known = !key.is_empty()
        && key
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-'));
    let rest = line.get(end + 1..)?;
    let lead = rest.len() - rest.trim_start().len();
    (known && (rest.is_empty() || lead > 0)).then_some((key, end + 1 + lead))
}

fn gather(input: &str, entries: &[Entry<'_>], end: usize) -> FrontMatter {
    let find = |names: &[&str]| {
        names.iter().find_map(|name| {
            entries
                .iter()
                .find(|e| e.key.eq_ignore_ascii_case(name) && !blank(input, e))
                .map(|e| e.value.clone())
        })
    };
    let published = date(input, entries, &DATES).or_else(|| date(input, entries, &UPDATES));
    let addresses = || {
        entries
            .iter()
            .filter(|e| {
                ADDRESSES
                    .iter()
                    .any(|name| e.key.eq_ignore_ascii_case(name))
            })
            .filter_map(|e| input.get(e.value.clone()))
    };
    let address = addresses()
        .find_map(timestamp::address)
        .map(Timestamp::from_date);
    FrontMatter {
        end,
        title: find(&TITLES),
        subhead: find(&SUBHEADS),
        author: find(&AUTHORS),
        source: find(&SOURCES),
        published,
        address,
        site: addresses().find_map(site::host).map(str::to_owned),
    }
}

/// Whether a value says nothing.
fn blank(input: &str, entry: &Entry<'_>) -> bool {
    let value = input.get(entry.value.clone()).unwrap_or_default();
    let value = value.trim_matches(['"', '\'', ' ', '\n', '\r', '[', ']']);
    matches!(
        value,
        "" | "null" | "~" | "true" | "false" | "Staff Writer" | "admin"
    )
}

/// The first date of the keys, with the time of day that another gives for the day.
fn date(input: &str, entries: &[Entry<'_>], keys: &[&str]) -> Option<Timestamp> {
    let mut best: Option<Timestamp> = None;
    for key in keys {
        let values = entries.iter().filter(|e| e.key.eq_ignore_ascii_case(key));
        for entry in values {
            let value = input.get(entry.value.clone()).unwrap_or_default();
            let value = value.trim_matches(['"', '\'', ' ']);
            let found = timestamp::value(value).and_then(|m| m.timestamp(None));
            best = match (best, found) {
                (None, found) => found,
                (Some(best), Some(found)) if best.time.is_none() && best.date == found.date => {
                    Some(found)
                }
                (best, _) => best,
            };
        }
    }
    best
}

/// Writes a value as a line of the sheet: quoted, plain or folded.
pub(super) fn write(sheet: &mut Sheet<'_>, value: Range<usize>, mark: Mark) {
    let input = sheet.input;
    let text = input.get(value.clone()).unwrap_or_default();
    let mut start = value.start;
    let mut end = value.end;
    let style = text.chars().next().unwrap_or(' ');
    if matches!(style, '"' | '\'') {
        start += 1;
        if text.len() > 1 && text.ends_with(style) {
            end -= 1;
        }
    } else if matches!(style, '>' | '|') {
        start += text.find('\n').unwrap_or(text.len());
    } else if let Some(item) = list_item(text) {
        write(sheet, start + item.start..start + item.end, mark);
        return;
    }
    sheet.mark(mark);
    match style {
        '"' => double_quoted(sheet, start, end),
        '\'' => single_quoted(sheet, start, end),
        _ => sheet.copy(start..end, Breaks::Spaces),
    }
    sheet.end_block(end);
}

/// The first item of "\n  - item", if the value is a list.
fn list_item(text: &str) -> Option<Range<usize>> {
    let lead = text.len() - text.trim_start().len();
    let item = text.get(lead..)?.strip_prefix("- ")?;
    let length = item.find('\n').unwrap_or(item.len());
    (lead > 0).then_some(lead + 2..lead + 2 + item.get(..length)?.trim_end().len())
}

/// "\u2019", "\_", "\"" and line breaks behind "\".
fn double_quoted(sheet: &mut Sheet<'_>, start: usize, end: usize) {
    let input = sheet.input;
    let mut at = start;
    while at < end {
        let rest = input.get(at..end).unwrap_or_default();
        let Some(offset) = rest.find('\\') else {
            sheet.copy(at..end, Breaks::Spaces);
            return;
        };
        sheet.copy(at..at + offset, Breaks::Spaces);
        at += offset;
        let (character, length) = escape(rest.get(offset..).unwrap_or_default());
        match character {
            Some(c) if c.is_whitespace() || c == '\u{a0}' => sheet.put_space(at..at + length),
            Some(c) => sheet.put(c, at..at + length),
            None => {}
        }
        at += length;
    }
}

/// An escape of a double-quoted value: its character, if any, and its length.
fn escape(text: &str) -> (Option<char>, usize) {
    let coded = |digits: usize| {
        let hex = text.get(2..2 + digits)?;
        char::from_u32(u32::from_str_radix(hex, 16).ok()?).map(|c| (Some(c), 2 + digits))
    };
    let Some(kind) = text.chars().nth(1) else {
        return (None, 1);
    };
    match kind {
        'u' => coded(4).unwrap_or((None, 2)),
        'x' => coded(2).unwrap_or((None, 2)),
        'U' => coded(8).unwrap_or((None, 2)),
        '_' | 'n' | 't' | 'r' => (Some(' '), 2),
        ' ' => (Some(' '), 2),
        // A folded line: the indent of the next goes with the break.
        '\n' | '\r' => {
            let rest = text.get(1..).unwrap_or_default();
            (None, 1 + rest.len() - rest.trim_start().len())
        }
        c if c.is_ascii_punctuation() => (Some(c), 2),
        c => (None, 1 + c.len_utf8()),
    }
}

/// "It''s"
fn single_quoted(sheet: &mut Sheet<'_>, start: usize, end: usize) {
    let input = sheet.input;
    let mut at = start;
    while at < end {
        let rest = input.get(at..end).unwrap_or_default();
        let Some(offset) = rest.find("''") else {
            sheet.copy(at..end, Breaks::Spaces);
            return;
        };
        sheet.copy(at..at + offset, Breaks::Spaces);
        at += offset;
        sheet.put('\'', at..at + 2);
        at += 2;
    }
}
