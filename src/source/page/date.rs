//! The date of publication, out of all the moments that were found.

use super::{Maker, Source};
use crate::model::{PartialDate, Timestamp};
use crate::source::frontmatter::FrontMatter;
use crate::source::shape::floor;
use crate::source::timestamp::{self, Day, Moment};
use chrono::{Datelike, NaiveDate};

impl Maker<'_, '_> {
    pub(super) fn settle_date(&mut self, front: &FrontMatter, reference: Option<NaiveDate>) {
        let order = self.day_first();
        self.moments
            .sort_by_key(|(source, moment)| (*source, moment.label));
        let full = self
            .moments
            .iter()
            .find_map(|(source, moment)| Some((*source, moment.timestamp(order)?)));
        let published = front
            .published
            .or(full
                .filter(|(source, _)| *source < Source::Address)
                .map(|(_, t)| t))
            .or_else(|| self.dateline_with_year(reference))
            .or(front.address)
            .or(full.map(|(_, t)| t))
            .or(reference.map(Timestamp::from_date));
        self.page.published = published;
        let Some(year) = published.map(|t| t.date.year()) else {
            return;
        };
        let day = self.dateline_day();
        if let (Some(dateline), Some(day)) = (&mut self.page.dateline, day)
            && dateline.date.is_none()
        {
            dateline.date = PartialDate::day(day.year.unwrap_or(year), day.month, day.day);
        }
    }

    /// Whether the page writes the day before the month, where it can be seen: by
    /// another date all in numbers, or by the dateline's day.
    pub(super) fn day_first(&self) -> Option<bool> {
        let shown = self.moments.iter().find_map(|(_, m)| m.day.first);
        shown.or_else(|| {
            let line = self.dateline_day()?;
            let open = self.moments.iter().map(|(_, m)| m.day).find(|d| d.either)?;
            match (open.month == line.month, open.day == line.month) {
                (true, false) => Some(false),
                (false, true) => Some(true),
                _ => None,
            }
        })
    }

    pub(super) fn dateline_day(&self) -> Option<Day> {
        let dateline = |(source, _): &&(Source, Moment)| *source == Source::Dateline;
        self.moments.iter().find(dateline).map(|(_, m)| m.day)
    }

    /// The dateline's day with a year that stands elsewhere on the page, or with
    /// the caller's.
    pub(super) fn dateline_with_year(&self, reference: Option<NaiveDate>) -> Option<Timestamp> {
        let day = self.dateline_day().filter(|d| d.year.is_none())?;
        let dated = |year: i32| {
            Day {
                year: Some(year),
                ..day
            }
            .date()
        };
        if let Some(year) = self.year_elsewhere(day) {
            return dated(year).map(Timestamp::from_date);
        }
        let reference = reference?;
        let this = dated(reference.year())?;
        let date = if this > reference {
            dated(reference.year() - 1)?
        } else {
            this
        };
        Some(Timestamp::from_date(date))
    }

    /// The year that the page gives the same day elsewhere, or its copyright line.
    pub(super) fn year_elsewhere(&self, day: Day) -> Option<i32> {
        let text = &self.sheet.text;
        let bytes = text.as_bytes();
        let mut copyright = None;
        for (at, _) in text.match_indices(['1', '2']).take(400) {
            let digits = bytes.get(at..).unwrap_or_default();
            let length = digits.iter().take_while(|b| b.is_ascii_digit()).count();
            let inside = at.checked_sub(1).and_then(|i| bytes.get(i));
            if length != 4 || inside.is_some_and(u8::is_ascii_digit) {
                continue;
            }
            let window = floor(text, at.saturating_sub(28))..floor(text, at + 14);
            let window = text.get(window).unwrap_or_default();
            let same = |m: &&Moment| m.day.month == day.month && m.day.day == day.day;
            if let Some(dated) = timestamp::line(window)
                && let Some(found) = dated.moments.iter().find(same)
            {
                return found.day.year;
            }
            let owned = window.contains('©') || window.to_ascii_lowercase().contains("copyright");
            if owned && !window.contains(['-', '–']) {
                copyright = text.get(at..at + 4).and_then(|y| y.parse().ok());
            }
        }
        copyright
    }
}
