//! Raw page text → what the page holds: headline, deck lines, byline, dateline,
//! publication time, captions and body paragraphs; the rest is dropped, each
//! piece with a reason. The only place where text is copied; [`OffsetMap`] leads
//! every byte of the copy back to the input.

#[cfg(feature = "html")]
mod attributes;
mod blocks;
mod boilerplate;
mod byline;
mod calendar;
mod caption;
mod dateline;
#[cfg(feature = "html")]
mod density;
#[cfg(feature = "encoding")]
mod encoding;
mod entities;
mod frontmatter;
mod headline;
#[cfg(feature = "html")]
mod html;
mod label;
mod markdown;
mod markup;
mod misread;
mod offsets;
mod page;
mod phrases;
mod place;
mod shape;
mod sheet;
mod site;
mod squeeze;
#[cfg(feature = "html")]
mod tags;
#[cfg(test)]
mod tests;
mod timestamp;

#[cfg(feature = "encoding")]
pub(crate) use encoding::decode;
pub(crate) use offsets::OffsetMap;
pub(crate) use site::country_of as country_of_site;
pub(crate) use squeeze::squeeze;

use crate::diagnostic::Warning;
use crate::model::{PartialDate, Timestamp};
use crate::span::Span;
use chrono::NaiveDate;
use std::ops::Range;

/// Reads a page. `reference`, the caller's date, fills in a year or a date that
/// the page does not give.
pub(crate) fn read(input: &str, reference: Option<NaiveDate>) -> Page {
    let front = frontmatter::read(input).unwrap_or_default();
    let mut sheet = sheet::Sheet::new(input);
    sheet.markdown = front.end > 0 || input.trim_start().starts_with("# ");
    if let Some(title) = front.title.clone() {
        frontmatter::write(&mut sheet, title, sheet::Mark::Title);
    }
    if let Some(subhead) = front.subhead.clone() {
        frontmatter::write(&mut sheet, subhead, sheet::Mark::Subhead);
    }
    let facts = markup::read(&mut sheet, front.end, front.title.is_some());
    label::part(&mut sheet);
    page::make(&sheet, &front, &facts, reference)
}

/// A cleaned page. All ranges are byte ranges of `text`.
#[derive(Debug, Default)]
pub(crate) struct Page {
    /// The kept pieces, cleaned, in reading order, joined by a blank line.
    pub(crate) text: String,
    /// From `text` back to the input.
    pub(crate) map: OffsetMap,
    /// What each part of `text` is, in order, never overlapping.
    pub(crate) pieces: Vec<Piece>,
    /// "by …" line or reporter sign-off, without "By".
    pub(crate) byline: Option<String>,
    /// Agency or site.
    pub(crate) outlet: Option<String>,
    /// The host of the page's own address.
    pub(crate) site: Option<String>,
    /// The dateline before the first body paragraph.
    pub(crate) dateline: Option<PageDateline>,
    /// When the page says it was published.
    pub(crate) published: Option<Timestamp>,
    /// What was left out, and why.
    pub(crate) dropped: Vec<Dropped>,
    /// What a careful user should know.
    pub(crate) warnings: Vec<Warning>,
}

/// A part of the page's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Piece {
    pub(crate) range: Range<usize>,
    pub(crate) kind: PieceKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PieceKind {
    /// The title line, without the site's suffix.
    Headline,
    /// A deck line under the headline.
    Subhead,
    /// "SEOUL, July 19 (Yonhap) --"; the paragraph after it starts behind it.
    Dateline,
    /// A photo caption.
    Caption,
    /// A paragraph of prose.
    Body,
    /// An item of a list or a numbered communiqué.
    Item,
}

/// A dateline as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PageDateline {
    /// The city or place, as written ("SEOUL").
    pub(crate) place: Range<usize>,
    /// The day, as fine as written; the year from the page where it fits.
    pub(crate) date: Option<PartialDate>,
    /// A line of its own with the day, as on a letter: the news is of that day and place.
    pub(crate) letterhead: bool,
}

/// A part of the input that was left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Dropped {
    pub(crate) span: Span,
    pub(crate) reason: &'static str,
}
