//! Dates as fine as the text allows.

use chrono::{Datelike, NaiveDate, NaiveTime};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

/// Years outside this range are taken for other numbers.
const YEARS: std::ops::RangeInclusive<i32> = 1000..=2999;

/// When something happens: first and last day, inclusive, and the words.
///
/// `start` and `end` are `None` where the words cannot be resolved.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct When {
    /// First day (or month, or year).
    pub start: Option<PartialDate>,
    /// Last day (or month, or year), inclusive.
    pub end: Option<PartialDate>,
    /// As written ("on the 18th").
    pub text: String,
}

impl When {
    pub(crate) fn new(start: Option<PartialDate>, end: Option<PartialDate>, text: String) -> Self {
        When { start, end, text }
    }
}

/// A calendar date as fine as it is known: a day, a month or a year.
///
/// Displays and serializes as EDTF level 0: `2024-07-18`, `2024-07`, `2024`.
///
/// ```
/// use demarche::PartialDate;
/// let month: PartialDate = "2024-07".parse()?;
/// assert_eq!(month.to_string(), "2024-07");
/// assert_eq!(month.last_day().map(|d| d.to_string()), Some("2024-07-31".into()));
/// # Ok::<(), demarche::InvalidDate>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PartialDate {
    /// A year.
    Year(i32),
    /// A month of a year; the month is 1 to 12.
    Month(i32, u32),
    /// A day.
    Day(NaiveDate),
}

impl PartialDate {
    /// A year, if it is in range.
    pub(crate) fn year(year: i32) -> Option<Self> {
        YEARS.contains(&year).then_some(PartialDate::Year(year))
    }

    /// A month, if it exists.
    pub(crate) fn month(year: i32, month: u32) -> Option<Self> {
        (YEARS.contains(&year) && (1..=12).contains(&month))
            .then_some(PartialDate::Month(year, month))
    }

    /// A day, if it exists.
    pub(crate) fn day(year: i32, month: u32, day: u32) -> Option<Self> {
        if !YEARS.contains(&year) {
            return None;
        }
        NaiveDate::from_ymd_opt(year, month, day).map(PartialDate::Day)
    }

    /// The first day it covers.
    #[must_use]
    pub fn first_day(&self) -> Option<NaiveDate> {
        match *self {
            PartialDate::Year(year) => NaiveDate::from_ymd_opt(year, 1, 1),
            PartialDate::Month(year, month) => NaiveDate::from_ymd_opt(year, month, 1),
            PartialDate::Day(day) => Some(day),
        }
    }

    /// The last day it covers.
    #[must_use]
    pub fn last_day(&self) -> Option<NaiveDate> {
        match *self {
            PartialDate::Year(year) => NaiveDate::from_ymd_opt(year, 12, 31),
            PartialDate::Month(year, 12) => NaiveDate::from_ymd_opt(year, 12, 31),
            PartialDate::Month(year, month) => {
                NaiveDate::from_ymd_opt(year, month.checked_add(1)?, 1)?.pred_opt()
            }
            PartialDate::Day(day) => Some(day),
        }
    }
}

impl From<NaiveDate> for PartialDate {
    fn from(day: NaiveDate) -> Self {
        PartialDate::Day(day)
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            PartialDate::Year(year) => write!(f, "{year:04}"),
            PartialDate::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            PartialDate::Day(day) => {
                write!(f, "{:04}-{:02}-{:02}", day.year(), day.month(), day.day())
            }
        }
    }
}

/// A string that is no date of the form `2024-07-18`, `2024-07` or `2024`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a date of the form 2024-07-18, 2024-07 or 2024")]
pub struct InvalidDate(String);

impl FromStr for PartialDate {
    type Err = InvalidDate;

    fn from_str(s: &str) -> Result<Self, Self::Err> {
        let invalid = || InvalidDate(s.to_owned());
        let mut parts = s.split('-');
        let mut number = |width: usize| match parts.next() {
            None => Ok(None),
            Some(p) if p.len() == width && p.bytes().all(|b| b.is_ascii_digit()) => {
                p.parse::<u32>().map(Some).map_err(|_| invalid())
            }
            Some(_) => Err(invalid()),
        };
        let (year, month, day) = (number(4)?, number(2)?, number(2)?);
        let year = year
            .and_then(|y| i32::try_from(y).ok())
            .ok_or_else(invalid)?;
        match (month, day, parts.next()) {
            (None, None, None) => PartialDate::year(year),
            (Some(month), None, None) => PartialDate::month(year, month),
            (Some(month), Some(day), None) => PartialDate::day(year, month, day),
            _ => None,
        }
        .ok_or_else(invalid)
    }
}

impl Serialize for PartialDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for PartialDate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// When an article was published: a day, and the time where the page gives it.
///
/// Displays and serializes as `2024-07-19` or `2024-07-19T13:59:07`, in the
/// page's own time zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub struct Timestamp {
    /// The day.
    pub date: NaiveDate,
    /// The time of day, to the second.
    pub time: Option<NaiveTime>,
}

impl Timestamp {
    /// A day without a time.
    #[must_use]
    pub fn from_date(date: NaiveDate) -> Self {
        Timestamp { date, time: None }
    }

    pub(crate) fn new(date: NaiveDate, time: Option<NaiveTime>) -> Self {
        Timestamp { date, time }
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", PartialDate::Day(self.date))?;
        match self.time {
            Some(time) => write!(f, "T{}", time.format("%H:%M:%S")),
            None => Ok(()),
        }
    }
}

impl FromStr for Timestamp {
    type Err = InvalidDate;

    fn from_str(s: &str) -> Result<Self, Self::Err> {
        let invalid = || InvalidDate(s.to_owned());
        let (date, time) = match s.split_once('T') {
            Some((date, time)) => (date, Some(time)),
            None => (s, None),
        };
        let PartialDate::Day(date) = date.parse::<PartialDate>()? else {
            return Err(invalid());
        };
        let time = time
            .map(|t| NaiveTime::parse_from_str(t, "%H:%M:%S").map_err(|_| invalid()))
            .transpose()?;
        Ok(Timestamp { date, time })
    }
}

impl Serialize for Timestamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Timestamp {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}
