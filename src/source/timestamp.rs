//! Dates and times of day as pages write them, in any usual form and order.

use super::calendar::{Cursor, weekday};
pub(super) use super::calendar::{Day, month};
use super::shape::head;
use crate::model::Timestamp;
use chrono::{Datelike, NaiveDate, NaiveTime, Weekday};
use std::ops::Range;

/// Lines longer than this are prose, not timestamps.
const LONGEST: usize = 400;

/// What a page says a moment is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Label {
    /// "Published", "Posted", "Date".
    Published,
    /// Nothing.
    Plain,
    /// "Updated", "Last modified".
    Updated,
}

/// A day, perhaps with a time, found in a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Moment {
    pub(super) day: Day,
    pub(super) time: Option<NaiveTime>,
    pub(super) label: Label,
    pub(super) weekday: Option<Weekday>,
    /// Day, weekday and time of day.
    pub(super) range: Range<usize>,
}

impl Moment {
    /// A day without more.
    pub(super) fn of(day: Day) -> Self {
        Moment {
            day,
            time: None,
            label: Label::Plain,
            weekday: None,
            range: 0..0,
        }
    }

    /// A calendar day.
    pub(super) fn on(date: NaiveDate) -> Self {
        Moment::of(Day {
            year: Some(date.year()),
            month: date.month(),
            day: date.day(),
            either: false,
            first: None,
        })
    }

    /// The timestamp, if day and month are certain; `order` is the order of
    /// day and month that the page shows elsewhere (`true`: the day first).
    pub(super) fn timestamp(&self, order: Option<bool>) -> Option<Timestamp> {
        let day = if self.day.either {
            self.settle(order)?
        } else {
            self.day
        };
        Some(Timestamp::new(day.date()?, self.time))
    }

    /// Settles day against month, by the weekday or the page's habit.
    fn settle(&self, order: Option<bool>) -> Option<Day> {
        if self.day.month == self.day.day {
            return Some(self.day);
        }
        let exchanged = self.day.exchanged();
        if let Some(weekday) = self.weekday {
            let fits = |day: Day| day.date().is_some_and(|d| d.weekday() == weekday);
            match (fits(self.day), fits(exchanged)) {
                (true, false) => return Some(self.day),
                (false, true) => return Some(exchanged),
                _ => {}
            }
        }
        // As read, the month comes first.
        order.map(|day_first| if day_first { exchanged } else { self.day })
    }
}

/// What [`line`] makes of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Dated {
    /// The moments in it, in order.
    pub(super) moments: Vec<Moment>,
    /// Words that belong to no date, time, zone or label.
    pub(super) others: usize,
}

/// Words that go with a date and say nothing else.
const COMPANY: [&str; 66] = [
    "published",
    "publish",
    "posted",
    "post",
    "updated",
    "update",
    "last",
    "modified",
    "created",
    "date",
    "released",
    "release",
    "issued",
    "time",
    "on",
    "at",
    "of",
    "the",
    "first",
    "edited",
    "revised",
    "am",
    "pm",
    "gmt",
    "utc",
    "ist",
    "kst",
    "jst",
    "est",
    "edt",
    "bst",
    "cet",
    "cest",
    "msk",
    "pkt",
    "wib",
    "hrs",
    "hours",
    "hour",
    "local",
    "dated",
    "uploaded",
    "added",
    "t",
    "z",
    "a",
    "m",
    "p",
    "st",
    "nd",
    "rd",
    "th",
    "pst",
    "pdt",
    "ict",
    "aest",
    "sgt",
    "hkt",
    "uae",
    "eat",
    "wat",
    "cat",
    "eet",
    "ct",
    "et",
    "publication",
];

/// Finds every date of a line, and how much else the line says.
pub(super) fn line(text: &str) -> Option<Dated> {
    read(text, usize::MAX)
}

/// As [`line`], for a line that says little else: at most `most` words.
pub(super) fn brief(text: &str, most: usize) -> Option<Dated> {
    read(text, most)
}

fn read(text: &str, most: usize) -> Option<Dated> {
    if text.len() > LONGEST || !may_hold_year(text) {
        return None;
    }
    let mut dated = Dated {
        moments: Vec::new(),
        others: 0,
    };
    let mut label = Label::Plain;
    let mut pending: (Option<Weekday>, Option<(NaiveTime, usize)>) = (None, None);
    let mut cursor = Cursor::new(text);
    while let Some(&token) = cursor.peek() {
        if let Some((day, after)) = cursor.date().filter(|(day, _)| day.year.is_some()) {
            let start = token.start;
            cursor = after;
            let mut moment = Moment {
                day,
                time: pending.1.map(|(time, _)| time),
                label,
                weekday: pending.0,
                range: start..start,
            };
            if let Some((_, start)) = pending.1 {
                moment.range.start = start;
            }
            read_time_behind(&mut cursor, &mut moment);
            moment.range.end = cursor.end;
            dated.moments.push(moment);
            label = Label::Plain;
            pending = (None, None);
            continue;
        }
        let mut look = cursor;
        if let Some(time) = look.time() {
            pending.1 = Some((time, token.start));
            cursor = look;
            continue;
        }
        if token.word {
            if let Some(day) = weekday(token.text) {
                pending.0 = Some(day);
            } else {
                label = relabel(label, token.text);
                let company = COMPANY.iter().any(|w| token.text.eq_ignore_ascii_case(w))
                    || month(token.text).is_some();
                dated.others += usize::from(!company);
                if dated.others > most {
                    return None;
                }
            }
        }
        cursor.next();
    }
    (!dated.moments.is_empty()).then_some(dated)
}

/// Whether a line has the numbers of a day with its year: one that starts with the
/// four digits of a year, or two of one or two digits.
fn may_hold_year(text: &str) -> bool {
    let (mut short, mut digits, mut number) = (0, 0, 0u32);
    for byte in text.bytes().chain([b' ']) {
        if byte.is_ascii_digit() {
            digits += 1;
            number = number.wrapping_mul(10).wrapping_add(u32::from(byte - b'0'));
        } else if digits > 0 {
            short += usize::from(digits <= 2);
            let year = match digits {
                4 => number,
                5 => number / 10,
                6 => number / 100,
                8 => number / 10_000,
                _ => 0,
            };
            if (1800..=2200).contains(&year) || short == 2 {
                return true;
            }
            (digits, number) = (0, 0);
        }
    }
    false
}

/// Reads "T13:59:07", ", 2:04 pm", "| 13:59", "(Fri) 13:59" behind a date.
fn read_time_behind(cursor: &mut Cursor<'_>, moment: &mut Moment) {
    let mut look = *cursor;
    for _ in 0..4 {
        let Some(token) = look.peek() else { return };
        if let Some(time) = {
            let mut time_look = look;
            let time = time_look.time();
            if time.is_some() {
                *cursor = time_look;
            }
            time
        } {
            moment.time = Some(time);
            return;
        }
        if token.word {
            if let Some(day) = weekday(token.text) {
                moment.weekday = moment.weekday.or(Some(day));
            } else if !["t", "at"]
                .iter()
                .any(|w| token.text.eq_ignore_ascii_case(w))
            {
                return;
            }
        } else if token.number.is_some() {
            return;
        }
        look.next();
    }
}

/// The label after one more word.
fn relabel(label: Label, word: &str) -> Label {
    let is = |list: &[&str]| list.iter().any(|w| word.eq_ignore_ascii_case(w));
    if is(&["updated", "update", "modified", "edited", "revised"]) {
        Label::Updated
    } else if is(&[
        "published",
        "posted",
        "publish",
        "publication",
        "released",
        "issued",
        "uploaded",
    ]) || (is(&["date"]) && label != Label::Updated)
    {
        Label::Published
    } else {
        label
    }
}

/// The date that `text` starts with, perhaps without a year: the day and its end.
pub(super) fn at_start(text: &str) -> Option<(Day, usize)> {
    if !may_start(text) {
        return None;
    }
    let mut start = Cursor::new(head(text, 48));
    if start.peek().is_some_and(|t| weekday(t.text).is_some()) {
        start.next();
        let _ = start.mark('.') | start.mark(',');
    }
    let (day, after) = start.date()?;
    Some((day, after.end))
}

/// Whether a text starts with a number, a month or a weekday.
pub(super) fn may_start(text: &str) -> bool {
    let text = text.trim_start();
    let end = text.find(|c: char| !c.is_alphabetic());
    match text.get(..end.unwrap_or(text.len())) {
        None | Some("") => text.starts_with(|c: char| c.is_ascii_digit()),
        Some(word) => month(word).is_some() || weekday(word).is_some(),
    }
}

/// The first moment of a value in metadata: "2024-07-19T13:59:07+09:00", "20240719".
pub(super) fn value(text: &str) -> Option<Moment> {
    line(text.trim())?.moments.into_iter().next()
}

/// The day in an address: "/2024/07/19/", "/2024-07-19-", "/20240719".
pub(super) fn address(text: &str) -> Option<NaiveDate> {
    let text: &str = text.get(..text.len().min(600)).unwrap_or(text);
    let parts = text
        .split(|c: char| !c.is_ascii_digit())
        .filter(|p| !p.is_empty());
    let (mut year, mut month) = ("", "");
    for part in parts {
        let number: u32 = part.parse().unwrap_or(0);
        let date = match (year.len(), month.len(), part.len()) {
            (_, _, 8) if (1900..2100).contains(&(number / 10_000)) => {
                ymd(number / 10_000, number / 100 % 100, number % 100)
            }
            (4, 2, 2) => ymd(year.parse().ok()?, month.parse().ok()?, number),
            _ => None,
        };
        if date.is_some() {
            return date;
        }
        (year, month) = (month, part);
    }
    None
}

fn ymd(year: u32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
}
