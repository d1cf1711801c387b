//! Dates as written → calendar dates, against the publication date; the tense of
//! the clause decides the direction.

use crate::grammar::{DateExpr, Lead, Point, YearOf};
use crate::lexicon::{Direction, PartOf, TimeUnit};
use crate::model::PartialDate;
use chrono::{Datelike, Days, Months, NaiveDate};

/// What dates are counted from.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Calendar {
    /// The publication date.
    pub(crate) reference: Option<NaiveDate>,
    /// The day named last, for "the same day".
    pub(crate) context: Option<NaiveDate>,
    /// The month named last, for "on the 18th" after "in June".
    pub(crate) month: Option<(i32, u32)>,
    /// The year named last, for "on June 14" in a text without a publication date.
    pub(crate) year: Option<i32>,
    /// Monday of the week named last, for "on Thursday" after "next week".
    pub(crate) week: Option<NaiveDate>,
}

/// First and last of what is meant; `None` where it stays open.
type Period = Option<(PartialDate, PartialDate)>;

/// The first and last day of a date; `future` is the direction of its clause.
pub(crate) fn resolve(calendar: &Calendar, date: &DateExpr, future: bool) -> Period {
    if is_bound(date.lead) {
        // The bound of a period is not when it happened.
        return None;
    }
    period(calendar, date, future)
}

/// "since March", "until Friday", "by June"
fn is_bound(lead: Lead) -> bool {
    matches!(
        lead,
        Lead::Since | Lead::Until | Lead::By | Lead::Before | Lead::After
    )
}

/// The first and last day of a date, whatever leads it in.
fn period(calendar: &Calendar, date: &DateExpr, future: bool) -> Period {
    let (start, end) = point(calendar, &date.start, future)?;
    match &date.end {
        None => Some((start, end)),
        Some(last) => {
            let from = Calendar {
                month: month_of(start).or(calendar.month),
                ..*calendar
            };
            let (_, to) =
                same_month(&date.start, last, start).or_else(|| point(&from, last, future))?;
            let ordered = start.first_day()? <= to.last_day()?;
            ordered.then_some((start, to)).or(Some((start, end)))
        }
    }
}

/// What "since March" is the first of, and "until Friday" the last.
pub(crate) fn resolve_bound(
    calendar: &Calendar,
    date: &DateExpr,
    future: bool,
) -> Option<PartialDate> {
    match date.lead {
        Lead::Since => period(calendar, date, false).map(|(first, _)| first),
        Lead::Until => period(calendar, date, future).map(|(_, last)| last),
        _ => None,
    }
}

fn month_of(date: PartialDate) -> Option<(i32, u32)> {
    date.first_day().map(|d| (d.year(), d.month()))
}

/// "from the 27th to the 29th": both in one month, or the second in the next.
fn same_month(from: &Point, to: &Point, start: PartialDate) -> Period {
    let day = match (from, to) {
        (
            Point::Day { .. },
            Point::Day {
                day, month: None, ..
            },
        ) => *day,
        (
            Point::Day { month: a, .. },
            Point::Day {
                day,
                month: b,
                year: None,
            },
        ) if a == b => *day,
        (
            Point::Day { .. },
            Point::Day {
                day,
                month: Some(m),
                year: None,
            },
        ) => {
            let first = start.first_day()?;
            let month = u32::from(*m);
            let year = if month < first.month() {
                first.year() + 1
            } else {
                first.year()
            };
            let d = PartialDate::day(year, month, u32::from(*day))?;
            return Some((d, d));
        }
        (Point::Weekday(..), Point::Weekday(b, _)) => {
            let first = start.first_day()?;
            let ahead = (u32::from(*b) + 7 - first.weekday().number_from_monday()) % 7;
            let d = PartialDate::Day(first.checked_add_days(Days::new(u64::from(ahead)))?);
            return Some((d, d));
        }
        _ => return None,
    };
    let (first, day) = (start.first_day()?, u32::from(day));
    let (year, month) = if day >= first.day() {
        (first.year(), first.month())
    } else if first.month() == 12 {
        (first.year() + 1, 1)
    } else {
        (first.year(), first.month() + 1)
    };
    let d = PartialDate::day(year, month, day)?;
    Some((d, d))
}

fn point(calendar: &Calendar, p: &Point, future: bool) -> Period {
    let one = |d: Option<PartialDate>| d.map(|d| (d, d));
    let (n, y) = (u32::from, |year: Option<i16>| year.map(i32::from));
    match *p {
        Point::Day {
            day,
            month: Some(month),
            year: Some(year),
        } => one(PartialDate::day(i32::from(year), n(month), n(day))),
        Point::Day {
            day,
            month: Some(month),
            year: None,
        } => one(match calendar.reference {
            Some(today) => day_of_month(today, n(month), n(day), future),
            None => PartialDate::day(calendar.year?, n(month), n(day)),
        }),
        Point::Day {
            day, month: None, ..
        } => one(day_number(calendar, n(day), future)),
        Point::Month {
            month,
            year,
            direction,
            offset,
        } => {
            let from_this = y(offset).and_then(|n| calendar.reference?.year().checked_add(n));
            if year.is_none() && offset.is_some() && from_this.is_none() {
                return None;
            }
            one(month_point(
                calendar,
                n(month),
                y(year).or(from_this),
                direction,
                future,
            ))
        }
        Point::Year(year) => one(PartialDate::year(i32::from(year))),
        Point::Weekday(weekday, direction) => one(match calendar.week {
            // Most weeks of the news begin on Sunday.
            Some(monday) if future && direction.is_none() => {
                shift(monday, i64::from(weekday % 7) - 1).map(PartialDate::Day)
            }
            _ => weekday_point(calendar.reference?, n(weekday), direction, future),
        }),
        Point::Today(days) => {
            one(shift(calendar.reference?, i64::from(days)).map(PartialDate::Day))
        }
        Point::FromContext(days) => {
            one(shift(calendar.context?, i64::from(days)).map(PartialDate::Day))
        }
        Point::Unit {
            unit: TimeUnit::Weekend,
            direction,
            ..
        } => weekend(calendar.reference?, direction, future),
        Point::Unit {
            unit,
            direction,
            count,
            part,
        } => unit_point(calendar.reference?, unit, direction, count, part),
        Point::YearPart { of, which, year } => year_part(calendar, n(of), n(which), year, future),
        Point::Season {
            first,
            last,
            year,
            direction,
        } => season(calendar, n(first), n(last), y(year), direction, future),
    }
}

fn shift(day: NaiveDate, days: i64) -> Option<NaiveDate> {
    if days >= 0 {
        day.checked_add_days(Days::new(days.unsigned_abs()))
    } else {
        day.checked_sub_days(Days::new(days.unsigned_abs()))
    }
}

/// "July 18" without a year: the nearest in the clause's direction, and within
/// a few days of the publication date the same year whatever the tense.
fn day_of_month(reference: NaiveDate, month: u32, day: u32, future: bool) -> Option<PartialDate> {
    let this = NaiveDate::from_ymd_opt(reference.year(), month, day);
    let year = match this {
        Some(d) if future && d < reference && (reference - d).num_days() > 60 => {
            reference.year() + 1
        }
        Some(d) if !future && d > reference && (d - reference).num_days() > 183 => {
            reference.year() - 1
        }
        _ => reference.year(),
    };
    PartialDate::day(year, month, day)
}

/// "the 18th": the latest one not after the publication date, or the next one after it.
fn day_number(calendar: &Calendar, day: u32, future: bool) -> Option<PartialDate> {
    if let Some((year, month)) = calendar.month {
        return PartialDate::day(year, month, day);
    }
    let reference = calendar.reference?;
    let this = PartialDate::day(reference.year(), reference.month(), day);
    let passed = day <= reference.day();
    match (future, passed) {
        (false, true) | (true, false) => this,
        (false, false) => {
            let before = reference.checked_sub_months(Months::new(1))?;
            PartialDate::day(before.year(), before.month(), day)
        }
        (true, true) if day == reference.day() => this,
        (true, true) => {
            let after = reference.checked_add_months(Months::new(1))?;
            PartialDate::day(after.year(), after.month(), day)
        }
    }
}

fn month_point(
    calendar: &Calendar,
    month: u32,
    year: Option<i32>,
    direction: Option<Direction>,
    future: bool,
) -> Option<PartialDate> {
    if let Some(year) = year {
        return PartialDate::month(year, month);
    }
    let Some(reference) = calendar.reference else {
        return PartialDate::month(calendar.year?, month).filter(|_| direction.is_none());
    };
    let this = reference.year();
    let year = match direction {
        Some(Direction::Last) if month >= reference.month() => this - 1,
        Some(Direction::Next) if month <= reference.month() => this + 1,
        Some(_) => this,
        None if future && month < reference.month() => this + 1,
        None if !future && month > reference.month() => this - 1,
        None => this,
    };
    PartialDate::month(year, month)
}

/// A bare weekday: the latest one not after the publication date; in a future clause the
/// next one.
fn weekday_point(
    reference: NaiveDate,
    weekday: u32,
    direction: Option<Direction>,
    future: bool,
) -> Option<PartialDate> {
    let today = reference.weekday().number_from_monday();
    let back = i64::from((today + 7 - weekday) % 7);
    let ahead = i64::from((weekday + 7 - today) % 7);
    let days = match direction {
        Some(Direction::Last) => -(if back == 0 { 7 } else { back }),
        Some(Direction::Next) => {
            if ahead == 0 {
                7
            } else {
                ahead
            }
        }
        Some(Direction::This) if future => ahead,
        _ if future => ahead,
        _ => -back,
    };
    shift(reference, days).map(PartialDate::Day)
}

fn unit_point(
    reference: NaiveDate,
    unit: TimeUnit,
    direction: Direction,
    count: u32,
    part: Option<PartOf>,
) -> Period {
    let steps: i64 = match direction {
        Direction::Last | Direction::Ago => -i64::from(count),
        Direction::This => 0,
        Direction::Next | Direction::FromNow => i64::from(count),
    };
    let months = |n: i64| -> Option<NaiveDate> {
        let size = Months::new(u32::try_from(n.unsigned_abs()).ok()?);
        if n >= 0 {
            reference.checked_add_months(size)
        } else {
            reference.checked_sub_months(size)
        }
    };
    let _ = part;
    match unit {
        TimeUnit::Hour => Some((PartialDate::Day(reference), PartialDate::Day(reference))),
        TimeUnit::Day => {
            let d = PartialDate::Day(shift(reference, steps)?);
            Some((d, d))
        }
        TimeUnit::Week => {
            let monday = shift(
                reference,
                -i64::from(reference.weekday().num_days_from_monday()) + steps.checked_mul(7)?,
            )?;
            match direction {
                // A week, as fine as is said: its days.
                Direction::Ago | Direction::FromNow => {
                    let d = shift(reference, steps.checked_mul(7)?)?;
                    let m = PartialDate::month(d.year(), d.month())?;
                    Some((m, m))
                }
                _ => Some((
                    PartialDate::Day(monday),
                    PartialDate::Day(shift(monday, 6)?),
                )),
            }
        }
        TimeUnit::Weekend => None,
        TimeUnit::Month => {
            let d = months(steps)?;
            let m = PartialDate::month(d.year(), d.month())?;
            Some((m, m))
        }
        TimeUnit::Year | TimeUnit::Decade => {
            let scale = if unit == TimeUnit::Decade { 10 } else { 1 };
            let offset = i32::try_from(steps.checked_mul(scale)?).ok()?;
            let y = PartialDate::year(reference.year().checked_add(offset)?)?;
            Some((y, y))
        }
    }
}

/// Saturday and Sunday: those before or ahead, by the words or the tense.
fn weekend(reference: NaiveDate, direction: Direction, future: bool) -> Period {
    let day = reference.weekday().num_days_from_monday();
    let this = shift(reference, 5 - i64::from(day))?;
    let saturday = match direction {
        Direction::Last | Direction::Ago => shift(this, -7)?,
        Direction::Next if reference < this => this,
        Direction::Next => shift(this, 7)?,
        _ if day < 5 && !future => shift(this, -7)?,
        _ => this,
    };
    let sunday = shift(saturday, 1)?;
    Some((PartialDate::Day(saturday), PartialDate::Day(sunday)))
}

/// The year a part of a year belongs to.
fn year_part(calendar: &Calendar, of: u32, which: u32, year: YearOf, future: bool) -> Period {
    let year = match year {
        YearOf::Given(y) => i32::from(y),
        YearOf::Relative(n) => calendar.reference?.year().checked_add(i32::from(n))?,
        YearOf::Open => {
            let reference = calendar.reference?;
            let length = 12 / of.max(1);
            let starts = (which.checked_sub(1)?) * length + 1;
            match (future, starts > reference.month()) {
                (false, true) => reference.year() - 1,
                (true, false) if starts + length <= reference.month() => reference.year() + 1,
                _ => reference.year(),
            }
        }
    };
    let length = 12 / of.max(1);
    let first = which.checked_sub(1)? * length + 1;
    Some((
        PartialDate::month(year, first)?,
        PartialDate::month(year, first + length - 1)?,
    ))
}

fn season(
    calendar: &Calendar,
    first: u32,
    last: u32,
    year: Option<i32>,
    direction: Option<Direction>,
    future: bool,
) -> Period {
    let year = match year {
        Some(y) => y,
        None => {
            let reference = calendar.reference?;
            match direction {
                Some(Direction::Last) if first + 2 >= reference.month() => reference.year() - 1,
                Some(Direction::Next) if first <= reference.month() => reference.year() + 1,
                None if !future && first > reference.month() => reference.year() - 1,
                None if future && last < reference.month() => reference.year() + 1,
                _ => reference.year(),
            }
        }
    };
    let end_year = if last < first { year + 1 } else { year };
    Some((
        PartialDate::month(year, first)?,
        PartialDate::month(end_year, last)?,
    ))
}

#[cfg(test)]
mod tests;
