//! Dates in the notations of archives (EDTF) and of language processing (TIMEX3).

use super::{PartialDate, When};
use chrono::{Datelike, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

impl When {
    /// The date in the Extended Date/Time Format of ISO 8601-2, levels 0 and 1.
    ///
    /// A day, month or year; an interval where first and last differ, open
    /// (`..`) where one is unknown; `~` where the words say "about". `None`
    /// where the words could not be resolved.
    ///
    /// ```
    /// use demarche::When;
    /// # fn main() -> Result<(), serde_json::Error> {
    /// let when: When = serde_json::from_str(
    ///     r#"{"start": "2024-10-14", "end": "2024-10-15", "text": "on October 14 and 15"}"#,
    /// )?;
    /// assert_eq!(when.edtf().as_deref(), Some("2024-10-14/2024-10-15"));
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn edtf(&self) -> Option<String> {
        let about = match modifier(&self.text) {
            Some(TimexMod::Approx) => "~",
            _ => "",
        };
        Some(match (self.start, self.end) {
            (None, None) => return None,
            (Some(start), Some(end)) if start == end => format!("{start}{about}"),
            (Some(start), Some(end)) => format!("{start}{about}/{end}{about}"),
            (Some(start), None) => format!("{start}{about}/.."),
            (None, Some(end)) => format!("../{end}{about}"),
        })
    }

    /// The date as a TIMEX3 value of ISO-TimeML.
    ///
    /// Weeks, quarters, halves of a year, seasons and decades get their own
    /// values; any other interval is a duration with its two ends. `None` where
    /// the words could not be resolved.
    ///
    /// ```
    /// use demarche::{TimexType, When};
    /// # fn main() -> Result<(), serde_json::Error> {
    /// let when: When = serde_json::from_str(
    ///     r#"{"start": "2025-04", "end": "2025-06", "text": "in the second quarter of 2025"}"#,
    /// )?;
    /// let timex = when.timex3().expect("a resolved date");
    /// assert_eq!((timex.r#type, timex.value.as_str()), (TimexType::Date, "2025-Q2"));
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn timex3(&self) -> Option<Timex3> {
        let (start, end) = match (self.start, self.end) {
            (None, None) => return None,
            (Some(start), Some(end)) => (start, end),
            (Some(one), None) | (None, Some(one)) => (one, one),
        };
        let r#mod = match (self.start, self.end) {
            (Some(_), None) => Some(TimexMod::OnOrAfter),
            (None, Some(_)) => Some(TimexMod::OnOrBefore),
            _ => modifier(&self.text),
        };
        let date = if start == end {
            Some(start.to_string())
        } else {
            named_interval(start, end)
        };
        let (r#type, value) = match date {
            Some(value) => (TimexType::Date, value),
            None => (TimexType::Duration, duration(start, end)?),
        };
        let ends = (r#type == TimexType::Duration).then_some((start, end));
        Some(Timex3 {
            r#type,
            value,
            r#mod,
            begin_point: ends.map(|e| e.0),
            end_point: ends.map(|e| e.1),
        })
    }
}

/// A time expression with the attributes of TIMEX3.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Timex3 {
    /// What the value is.
    pub r#type: TimexType,
    /// `2024-07-18`, `2024-07`, `2024`, `2024-W29`, `2024-Q3`, `2024-H1`,
    /// `2024-SP`, `202` (a decade); of a duration `P3D`, `P3M`, `P3Y`.
    pub value: String,
    /// What the words add ("about", "early", "late").
    pub r#mod: Option<TimexMod>,
    /// First date of a duration.
    pub begin_point: Option<PartialDate>,
    /// Last date of a duration, inclusive.
    pub end_point: Option<PartialDate>,
}

/// The TIMEX3 types that news dates have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
#[non_exhaustive]
pub enum TimexType {
    /// A calendar date, as fine as it is known.
    Date,
    /// A stretch of time.
    Duration,
}

/// The TIMEX3 modifiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[non_exhaustive]
pub enum TimexMod {
    /// "early July".
    Start,
    /// "mid-July".
    Mid,
    /// "late July", "the end of July".
    End,
    /// "about July 18".
    Approx,
    /// "before July 18".
    Before,
    /// "after July 18".
    After,
    /// "by July 18".
    OnOrBefore,
    /// "since July 18".
    OnOrAfter,
}

/// What the words add to the date.
fn modifier(text: &str) -> Option<TimexMod> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words.map(str::to_lowercase).find_map(|word| {
        Some(match word.as_str() {
            "about" | "around" | "approximately" | "roughly" | "circa" => TimexMod::Approx,
            "early" | "beginning" | "start" => TimexMod::Start,
            "mid" | "middle" => TimexMod::Mid,
            "late" | "end" => TimexMod::End,
            "before" => TimexMod::Before,
            "after" => TimexMod::After,
            "by" => TimexMod::OnOrBefore,
            "since" => TimexMod::OnOrAfter,
            _ => return None,
        })
    })
}

/// The value of an interval that has one: week, quarter, half, season, decade.
fn named_interval(start: PartialDate, end: PartialDate) -> Option<String> {
    match (start, end) {
        (PartialDate::Year(first), PartialDate::Year(last)) => (first % 10 == 0
            && first.checked_add(9) == Some(last))
        .then(|| format!("{:03}", first / 10)),
        (PartialDate::Month(first, from), PartialDate::Month(last, to)) => {
            months(first, from, last, to)
        }
        (PartialDate::Day(first), PartialDate::Day(last)) => week(first, last),
        _ => None,
    }
}

fn months(first: i32, from: u32, last: i32, to: u32) -> Option<String> {
    let part = match (last.checked_sub(first)?, from, to) {
        (0, 1, 12) => return Some(format!("{first:04}")),
        (0, 1, 3) => "Q1",
        (0, 4, 6) => "Q2",
        (0, 7, 9) => "Q3",
        (0, 10, 12) => "Q4",
        (0, 1, 6) => "H1",
        (0, 7, 12) => "H2",
        (0, 3, 5) => "SP",
        (0, 6, 8) => "SU",
        (0, 9, 11) => "FA",
        (1, 12, 2) => "WI",
        _ => return None,
    };
    Some(format!("{first:04}-{part}"))
}

fn week(first: NaiveDate, last: NaiveDate) -> Option<String> {
    let days = last.signed_duration_since(first).num_days();
    let week = first.iso_week();
    match (first.weekday(), days) {
        (Weekday::Mon, 6) => Some(format!("{:04}-W{:02}", week.year(), week.week())),
        (Weekday::Sat, 1) => Some(format!("{:04}-W{:02}-WE", week.year(), week.week())),
        _ => None,
    }
}

/// The length of an interval, in the unit it is given in.
fn duration(start: PartialDate, end: PartialDate) -> Option<String> {
    Some(match (start, end) {
        (PartialDate::Year(first), PartialDate::Year(last)) => {
            format!("P{}Y", last.checked_sub(first)?.checked_add(1)?)
        }
        (PartialDate::Month(first, from), PartialDate::Month(last, to)) => {
            let of = |year: i32, month: u32| i64::from(year) * 12 + i64::from(month);
            format!("P{}M", of(last, to) - of(first, from) + 1)
        }
        _ => {
            let days = end.last_day()?.signed_duration_since(start.first_day()?);
            format!("P{}D", days.num_days() + 1)
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn when(start: &str, end: &str, text: &str) -> When {
        When::new(start.parse().ok(), end.parse().ok(), text.to_owned())
    }

    #[test]
    fn dates_in_edtf() {
        for (start, end, text, expected) in [
            (
                "2024-07-18",
                "2024-07-18",
                "on the 18th",
                Some("2024-07-18"),
            ),
            ("2024-07", "2024-07", "this month", Some("2024-07")),
            ("2024", "2024", "about 2024", Some("2024~")),
            (
                "2024-01",
                "2024-06",
                "the first half",
                Some("2024-01/2024-06"),
            ),
            ("2024-07-18", "", "from July 18", Some("2024-07-18/..")),
            ("", "2024", "until 2024", Some("../2024")),
            ("", "", "someday", None),
        ] {
            assert_eq!(when(start, end, text).edtf().as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn dates_in_timex3() {
        for (start, end, expected) in [
            ("2024-07-18", "2024-07-18", "2024-07-18"),
            ("2024-07", "2024-07", "2024-07"),
            ("2024", "2024", "2024"),
            ("2024-07-15", "2024-07-21", "2024-W29"),
            ("2024-07-20", "2024-07-21", "2024-W29-WE"),
            ("2024-07", "2024-12", "2024-H2"),
            ("2024-10", "2024-12", "2024-Q4"),
            ("2024-03", "2024-05", "2024-SP"),
            ("2024-12", "2025-02", "2024-WI"),
            ("1990", "1999", "199"),
            ("2024-07-18", "2024-07-20", "P3D"),
            ("2024-11", "2025-02", "P4M"),
            ("2020", "2022", "P3Y"),
            ("2024-07", "2024-08-02", "P33D"),
        ] {
            let timex = when(start, end, "").timex3().unwrap();
            assert_eq!(timex.value, expected);
            assert_eq!(
                timex.r#type == TimexType::Duration,
                expected.starts_with('P')
            );
            assert_eq!(timex.begin_point.is_some(), expected.starts_with('P'));
        }
        assert_eq!(when("", "", "soon").timex3(), None);
    }

    #[test]
    fn words_modify_dates() {
        for (text, expected) in [
            ("early July", Some(TimexMod::Start)),
            ("mid-July", Some(TimexMod::Mid)),
            ("by the end of July", Some(TimexMod::OnOrBefore)),
            ("at the end of July", Some(TimexMod::End)),
            ("earlier this month", None),
        ] {
            let timex = when("2024-07", "2024-07", text).timex3().unwrap();
            assert_eq!(timex.r#mod, expected, "{text}");
        }
    }
}
