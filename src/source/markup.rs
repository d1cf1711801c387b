//! What sort of text it is: HTML, Markdown or plain lines; and how it gets on
//! the sheet.

use super::sheet::{Breaks, Mark, Sheet};
use super::timestamp::{self, Label, Moment};
use std::ops::Range;

/// What markup says of the page, beside its lines.
#[derive(Debug, Default)]
#[cfg_attr(not(feature = "html"), allow(dead_code))]
pub(super) struct Facts {
    /// When it was published or changed.
    pub(super) moments: Vec<Moment>,
    /// The title in metadata; a range of the input.
    #[cfg_attr(not(feature = "html"), allow(dead_code))]
    pub(super) title: Option<Range<usize>>,
    pub(super) byline: Option<String>,
    pub(super) outlet: Option<String>,
    /// The text is HTML, and this build does not read it.
    pub(super) unread: bool,
}

#[cfg_attr(not(feature = "html"), allow(dead_code))]
impl Facts {
    /// Notes a date in metadata.
    pub(super) fn moment(&mut self, value: &str, label: Label) {
        if self.moments.len() < 16
            && let Some(mut moment) = timestamp::value(value)
        {
            moment.label = label;
            self.moments.push(moment);
        }
    }

    /// Notes the author in metadata, unless it is an address.
    pub(super) fn byline(&mut self, value: &str) {
        let value = value.trim();
        if !value.is_empty() && value.len() < 120 && !value.contains("://") {
            self.byline.get_or_insert_with(|| value.to_owned());
        }
    }
}

/// Elements that make a text HTML, if there are several.
const BLOCKS: [&str; 16] = [
    "p", "div", "br", "td", "tr", "li", "ul", "h1", "h2", "h3", "article", "section", "body",
    "block", "table", "title",
];

/// What is seen of tags in a text.
struct Tags {
    /// Tags of [`BLOCKS`].
    blocks: usize,
    /// `p`, `div` and `td`, which say that line breaks mean nothing.
    flow: usize,
}

/// Whether the text is HTML, and how it treats line breaks.
fn html(text: &str) -> Option<Breaks> {
    let tags = count(text);
    let breaks = if tags.flow >= 2 {
        Breaks::Flow
    } else {
        Breaks::Lines
    };
    let head = text.trim_start_matches(['\u{feff}', ' ', '\n', '\r', '\t']);
    let head = head
        .get(..head.len().min(16))
        .or_else(|| head.get(..head.len().min(13)));
    let head = head.unwrap_or_default().to_ascii_lowercase();
    let starts = [
        "<!doctype",
        "<html",
        "<?xml",
        "<reuters",
        "<doc>",
        "<doc ",
        "<docid",
        "<docno",
        "<dct>",
        "<headline",
        "<title>",
        "<document",
        "<article",
        "<newsitem",
        "<nitf",
        "<story",
    ];
    let declared = starts.iter().any(|start| head.starts_with(start));
    (declared || tags.blocks >= 3).then_some(breaks)
}

/// Counts the tags of a text.
fn count(text: &str) -> Tags {
    let mut tags = Tags { blocks: 0, flow: 0 };
    for (at, _) in text.match_indices('<') {
        let rest = text.get(at + 1..).unwrap_or_default();
        let length = rest
            .bytes()
            .take(10)
            .take_while(u8::is_ascii_alphanumeric)
            .count();
        let name = rest.get(..length).unwrap_or_default();
        let closed = rest
            .get(length..)
            .is_some_and(|r| r.starts_with(['>', ' ', '/', '\n']));
        if length == 0 || !closed {
            continue;
        }
        let known = |list: &[&str]| list.iter().any(|k| k.eq_ignore_ascii_case(name));
        tags.blocks += usize::from(known(&BLOCKS));
        tags.flow += usize::from(known(&["p", "div", "td"]));
    }
    tags
}

/// Writes the text from `start` on to the sheet.
pub(super) fn read(sheet: &mut Sheet<'_>, start: usize, has_title: bool) -> Facts {
    let text = sheet.input.get(start..).unwrap_or_default();
    match html(text) {
        Some(breaks) => read_html(sheet, start, breaks, has_title),
        None => {
            lines(sheet, start);
            Facts::default()
        }
    }
}

#[cfg(feature = "html")]
fn read_html(sheet: &mut Sheet<'_>, start: usize, breaks: Breaks, has_title: bool) -> Facts {
    let mut facts = Facts::default();
    sheet.markdown = false;
    super::html::read(sheet, start, breaks, &mut facts);
    if let Some(title) = facts.title.clone().filter(|_| !has_title) {
        let end = title.end;
        sheet.mark(Mark::Title);
        sheet.copy(title, Breaks::Spaces);
        sheet.end_block(end);
    }
    facts
}

#[cfg(not(feature = "html"))]
fn read_html(_: &mut Sheet<'_>, _: usize, _: Breaks, _: bool) -> Facts {
    Facts {
        unread: true,
        ..Facts::default()
    }
}

/// Plain text and Markdown.
fn lines(sheet: &mut Sheet<'_>, start: usize) {
    let input = sheet.input;
    let end = input.len();
    if !sheet.markdown {
        sheet.copy(start..end, Breaks::Lines);
        sheet.end_block(end);
        return;
    }
    // Lines without a mark of their own are copied together: links span lines.
    let (mut from, mut at) = (start, start);
    while let Some(rest) = input.get(at..).filter(|r| !r.is_empty()) {
        let length = rest.find('\n').map_or(rest.len(), |i| i + 1);
        let line = rest.get(..length).unwrap_or(rest);
        let level = line.bytes().take_while(|b| *b == b'#').count();
        let heading =
            (1..=6).contains(&level) && line.get(level..).is_some_and(|l| l.starts_with(' '));
        if heading {
            sheet.copy(from..at, Breaks::Lines);
            sheet.end_block(at);
            sheet.mark(Mark::Heading(u8::try_from(level).unwrap_or(6)));
            from = at + level;
        } else if line.starts_with("> ") {
            sheet.copy(from..at, Breaks::Lines);
            from = at + 2;
        }
        at += length;
    }
    sheet.copy(from..end, Breaks::Lines);
    sheet.end_block(end);
}
