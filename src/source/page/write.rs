//! Writing the page: pieces in reading order, datelines and desk codes apart.

use super::{Maker, Role, Source};
use crate::model::PartialDate;
use crate::source::dateline::{self, Setting};
use crate::source::frontmatter::FrontMatter;
use crate::source::timestamp::{Day, Moment};
use crate::source::{Dropped, PageDateline, Piece, PieceKind, blocks};
use std::ops::Range;

impl Maker<'_, '_> {
    pub(super) fn write(&mut self, front: &FrontMatter) {
        // Each block with the empty line behind it.
        let room = self.sheet.text.len() + 2 * self.blocks.len();
        self.page.text.reserve_exact(room);
        if let Some(range) = self.headline.clone() {
            self.piece(range, PieceKind::Headline);
        }
        let mut bodies = 0usize;
        for index in 0..self.blocks.len() {
            let Some(range) = self.blocks.get(index).map(|b| b.range.clone()) else {
                continue;
            };
            match self.roles.get(index).copied().unwrap_or(Role::Open) {
                Role::Headline => {}
                Role::Subhead => {
                    self.piece(range, PieceKind::Subhead);
                }
                Role::Caption => {
                    self.piece(range, PieceKind::Caption);
                }
                Role::Dateline => self.dateline_line(range),
                Role::Item => {
                    self.piece(self.unbulleted(range), PieceKind::Item);
                }
                Role::Body => {
                    self.paragraph(index, range, bodies);
                    bodies += 1;
                }
                Role::Dropped(reason) => self.dropped(range, reason),
                Role::Open => self.dropped(range, "other"),
            }
        }
        let value = |range: &Option<Range<usize>>| {
            let text = self.sheet.input.get(range.clone()?)?;
            let text = text
                .trim()
                .trim_start_matches("- ")
                .trim_matches(['"', '\'', ' ']);
            let short = text.len() < 120 && !text.contains('\n') && !text.contains("://");
            short.then(|| text.to_owned()).filter(|t| !t.is_empty())
        };
        if let Some(author) = value(&front.author) {
            self.page.byline = Some(author);
        }
        if let Some(source) = value(&front.source) {
            self.page.outlet = Some(source);
        }
    }

    pub(super) fn dropped(&mut self, range: Range<usize>, reason: &'static str) {
        let span = self.sheet.map.span(range);
        self.page.dropped.push(Dropped { span, reason });
    }

    /// The range of an item behind its bullet.
    pub(super) fn unbulleted(&self, range: Range<usize>) -> Range<usize> {
        let text = self.sheet.text.get(range.clone()).unwrap_or_default();
        let skip = blocks::bullet(text).unwrap_or(0);
        let rest = text.get(skip..).unwrap_or_default();
        let lead = rest.len() - rest.trim_start().len();
        range.start + skip + lead..range.end
    }

    /// A paragraph of the story, its dateline apart.
    pub(super) fn paragraph(&mut self, index: usize, range: Range<usize>, bodies: usize) {
        let range = if index == self.lead.0 {
            self.lead.1..range.end
        } else {
            range
        };
        let text = self.sheet.text.get(range.clone()).unwrap_or_default();
        let mut start = range.start;
        if bodies < 4 && self.page.dateline.is_none() {
            let setting = Setting {
                lead: bodies == 0,
                first: bodies < 3,
                capitals: self.capitals,
            };
            let mut rest = text;
            while let Some(found) = dateline::read(rest, setting) {
                let end = start + found.end;
                self.dateline(start, &found, rest);
                start = end;
                rest = self.sheet.text.get(start..range.end).unwrap_or_default();
                if self.page.dateline.is_some() {
                    break;
                }
            }
            start += desk_codes(rest);
        }
        let text = self.sheet.text.get(start..range.end).unwrap_or_default();
        let end = start + desk_code_behind(text);
        if start < end {
            self.piece(start..end, PieceKind::Body);
        }
        if end < range.end {
            self.dropped(end..range.end, "desk code");
        }
    }

    /// Takes a dateline found in front of a paragraph.
    pub(super) fn dateline(&mut self, start: usize, found: &dateline::Found, text: &str) {
        if let Some(agency) = &found.agency
            && let Some(name) = text.get(agency.clone())
            && self.page.outlet.is_none()
        {
            self.page.outlet = Some(name.trim().to_owned());
        }
        if let Some(day) = found.day {
            self.moments.push((Source::Dateline, Moment::of(day)));
        }
        let whole = start..start + found.end;
        let trimmed = text.get(..found.end).unwrap_or_default().trim_end().len();
        let Some(place) = &found.place else {
            self.dropped(whole, "agency");
            return;
        };
        let at = self.piece(start..start + trimmed, PieceKind::Dateline);
        let date = found.day.and_then(Day::date).map(PartialDate::Day);
        self.page.dateline = Some(PageDateline {
            place: at + place.start..at + place.end,
            date,
            letterhead: false,
        });
    }

    /// A line that is a dateline alone.
    pub(super) fn dateline_line(&mut self, range: Range<usize>) {
        let text = self.sheet.text.get(range.clone()).unwrap_or_default();
        let setting = Setting {
            lead: true,
            first: true,
            capitals: self.capitals,
        };
        // The dash may stand in the next element.
        let letterhead = dateline::is_letterhead(text);
        let with_dash = format!("{} -- ", text.trim_end_matches([' ', '-', '–', '—', '_']));
        let found = dateline::read(&with_dash, setting);
        let place = match &found {
            Some(found) => found.place.clone().unwrap_or(0..0),
            None => 0..text.find(',').unwrap_or(text.len()),
        };
        let day = found.and_then(|f| f.day);
        if let Some(day) = day {
            self.moments.push((Source::Dateline, Moment::of(day)));
        }
        let at = self.piece(range, PieceKind::Dateline);
        if self.page.dateline.is_none() {
            self.page.dateline = Some(PageDateline {
                place: at + place.start..at + place.end,
                date: day.and_then(Day::date).map(PartialDate::Day),
                letterhead,
            });
        }
    }

    /// Writes a piece; where it starts in the page's text.
    pub(super) fn piece(&mut self, range: Range<usize>, kind: PieceKind) -> usize {
        let page = &mut self.page;
        if !page.text.is_empty() {
            let input = self.sheet.map.input(range.start);
            page.map.atom(page.text.len(), input..input);
            page.text.push_str("\n\n");
        }
        let at = page.text.len();
        let mut from = range.start;
        let text = self.sheet.text.get(range.clone()).unwrap_or_default();
        for line in text.split_inclusive('\n') {
            let body = line.trim_end_matches('\n');
            let end = from + body.len();
            page.map.append(&self.sheet.map, from..end, page.text.len());
            page.text.push_str(body);
            if line.len() > body.len() {
                let hyphen = body
                    .strip_suffix('-')
                    .is_some_and(|b| b.ends_with(char::is_alphanumeric));
                if !hyphen {
                    let gap = self.sheet.map.span(end..end);
                    let next = self.sheet.map.input(end + 1);
                    page.map
                        .atom(page.text.len(), gap.start..next.max(gap.start));
                    page.text.push(' ');
                }
            }
            from += line.len();
        }
        let range = at..page.text.len();
        page.pieces.push(Piece { range, kind });
        at
    }
}

/// The length of "[TEXT] " and other desk codes in front of a paragraph.
fn desk_codes(text: &str) -> usize {
    let mut at = 0;
    while let Some(rest) = text.get(at..) {
        let Some(inside) = rest.strip_prefix('[') else {
            break;
        };
        let Some(length) = inside.find(']').filter(|&l| l <= 90) else {
            break;
        };
        let code = inside.get(..length).unwrap_or_default();
        if code.contains(char::is_lowercase) {
            break;
        }
        let after = inside.get(length + 1..).unwrap_or_default();
        at = text.len() - after.trim_start().len();
    }
    at
}

/// Where the prose ends before "(PTI)", "(L/RE1/P2)" or "Enditem" behind a
/// paragraph's last sentence.
fn desk_code_behind(text: &str) -> usize {
    let whole = text.len();
    let Some(bare) = text.strip_suffix(')') else {
        return text
            .strip_suffix("Enditem")
            .map_or(whole, |rest| rest.trim_end().len());
    };
    let Some(open) = bare.rfind('(').filter(|open| bare.len() - open <= 40) else {
        return whole;
    };
    let (before, code) = bare.split_at(open);
    let before = before.trim_end();
    let names = code
        .trim_start_matches('(')
        .split([' ', '/', '-'])
        .filter(|w| !w.is_empty())
        .all(|w| w.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()));
    let names = names && !code.contains('.');
    let sentence = before.ends_with(['.', '”', '"', '!', '?']) && before.len() >= 30;
    if names && sentence {
        before.len()
    } else {
        whole
    }
}
