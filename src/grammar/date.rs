//! Dates as written: "on the 18th", "from July 27 to 29", "early last month".
//! What they mean is settled later, against the publication date.

mod day;
mod period;

use super::input::{Parsed, Tokens, class, fail, kind, word};
use crate::lexicon::{Class, Direction, PartOf, TimeUnit};
use crate::scan::{Token, TokenKind};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map, opt};
use nom::sequence::preceded;

pub(crate) use period::{ago, duration, hyphened};

use day::{
    day_number, full_day, iso_day, month, month_name_only, ordinal_day, the_day, the_ordinal,
    weekday_before, year_after,
};
use period::{
    from_context, month_point, season, today, unit_ago, unit_point, weekday, year_part, year_point,
};

/// A date or period as written.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct DateExpr {
    pub(crate) lead: Lead,
    pub(crate) start: Point,
    /// The last day of a range.
    pub(crate) end: Option<Point>,
    /// Byte range of the page's text, the leading preposition included.
    pub(crate) span: (u32, u32),
}

impl DateExpr {
    /// Whether it is a year alone.
    pub(crate) fn is_year(&self) -> bool {
        matches!(self.start, Point::Year(_)) && self.end.is_none()
    }
}

/// The preposition that leads a date in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Lead {
    None,
    On,
    In,
    From,
    Since,
    Until,
    By,
    During,
    Before,
    After,
    Of,
}

/// One point or period as written.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Point {
    /// "July 18, 2024", "18 July", "the 18th"
    Day {
        day: u8,
        month: Option<u8>,
        year: Option<i16>,
    },
    /// "July", "early July 2024", "last July"
    Month {
        month: u8,
        year: Option<i16>,
        direction: Option<Direction>,
        /// "March last year": the year, from this one.
        offset: Option<i16>,
    },
    /// "2024"
    Year(i16),
    /// "Tuesday", "last Tuesday"
    Weekday(u8, Option<Direction>),
    /// "today" (0), "yesterday" (-1)
    Today(i32),
    /// "last month", "two years ago"
    Unit {
        unit: TimeUnit,
        direction: Direction,
        count: u32,
        part: Option<PartOf>,
    },
    /// "the second half of this year", "the third quarter of 2024"
    YearPart { of: u8, which: u8, year: YearOf },
    /// "this spring", "in the fall of 2023"
    Season {
        first: u8,
        last: u8,
        year: Option<i16>,
        direction: Option<Direction>,
    },
    /// "the same day", "the previous day" (-1), "the next day" (1): from the day last named.
    FromContext(i32),
}

impl Point {
    /// The year that it tells with its month.
    pub(crate) fn year(&self) -> Option<i32> {
        match self {
            Point::Day { year, .. } | Point::Month { year, .. } => year.map(i32::from),
            _ => None,
        }
    }

    /// Whether it is one day.
    pub(crate) fn is_day(&self) -> bool {
        matches!(
            self,
            Point::Day { .. } | Point::Weekday(..) | Point::Today(_) | Point::FromContext(_)
        )
    }

    /// Whether its words alone set it ahead: "next Thursday", "next month".
    pub(crate) fn is_coming(&self) -> bool {
        let direction = match self {
            Point::Weekday(_, direction)
            | Point::Month { direction, .. }
            | Point::Season { direction, .. } => *direction,
            Point::Unit { direction, .. } => Some(*direction),
            _ => None,
        };
        direction == Some(Direction::Next)
    }

    /// Whether it is "next week", whose days are told after it.
    pub(crate) fn is_coming_week(&self) -> bool {
        matches!(
            self,
            Point::Unit {
                unit: TimeUnit::Week,
                direction: Direction::Next,
                count: 1,
                ..
            }
        )
    }

    /// Whether it names the month it lies in.
    pub(crate) fn names_month(&self) -> bool {
        matches!(
            self,
            Point::Month { .. } | Point::Day { month: Some(_), .. }
        )
    }
}

/// The year of a part of a year.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum YearOf {
    Given(i16),
    Relative(i16),
    Open,
}

/// Classes that can begin a date; a quick test before the productions.
pub(crate) const STARTS: Class = Class::MONTH
    .or(Class::WEEKDAY)
    .or(Class::RELATIVE_DAY)
    .or(Class::PART)
    .or(Class::SEASON)
    .or(Class::YEAR_PART)
    .or(Class::DIRECTION)
    .or(Class::PREPOSITION)
    .or(Class::DETERMINER)
    .or(Class::NUMBER)
    .or(Class::ORDINAL)
    .or(Class::UNIT)
    .or(Class::SUBORDINATOR)
    .or(Class::ADVERB);

/// Classes one of which stands early in every date.
const CORES: Class = Class::MONTH
    .or(Class::WEEKDAY)
    .or(Class::RELATIVE_DAY)
    .or(Class::SEASON)
    .or(Class::YEAR_PART)
    .or(Class::DIRECTION)
    .or(Class::UNIT)
    .or(Class::ORDINAL)
    .or(Class::NUMBER);

/// Classes that begin a point, behind its lead and article.
const FIRSTS: Class = CORES.or(Class::PART);

/// Whether the next tokens can make a date at all; a quick test before the productions.
fn may_be_date(i: Tokens<'_>) -> bool {
    let mut next = i.iter().take(6);
    // A lead has no more than two words: "starting on"; or it is "on the morning of".
    let longest = if i.one_of(1, &["the"]) { 6 } else { 3 };
    next.any(|t| t.is(CORES) || t.kind == TokenKind::Number)
        && (0..longest).any(|n| may_be_point(i.from(n)))
}

/// Whether a point can begin here: "18th", "the 18th", "that day", "a week ago".
fn may_be_point(i: Tokens<'_>) -> bool {
    const DAYS: &[&str] = &[
        "same",
        "next",
        "following",
        "previous",
        "preceding",
        "day",
        "the",
    ];
    let begins = |n: usize| i.is(n, FIRSTS) || i.kind(n) == Some(TokenKind::Number);
    begins(0) || i.one_of(0, &["the", "that", "a", "an", "one"]) && (begins(1) || i.one_of(1, DAYS))
}

/// `date = [lead] (range | point) ["(" local time ")"]`; "from the 27th to the 29th"
pub(crate) fn date(i: Tokens<'_>) -> Parsed<'_, DateExpr> {
    if !may_be_date(i) {
        return fail();
    }
    let (rest, lead) = lead(i)?;
    let (rest, (from, to)) = alt((range, |i| points(i, lead))).parse(rest)?;
    let (rest, _) = opt(aside).parse(rest)?;
    Ok((rest, expr(i, rest, lead, (from, to))))
}

/// `date before a noun = date | month | year`; "June 3 talks", "the June summit"
pub(crate) fn before_noun(i: Tokens<'_>) -> Parsed<'_, DateExpr> {
    date(i).or_else(|_| {
        let (rest, found) = alt((month_point, year_point)).parse(i)?;
        Ok((rest, expr(i, rest, Lead::None, (found, None))))
    })
}

/// The date read from `i` up to `rest`.
fn expr(i: Tokens<'_>, rest: Tokens<'_>, lead: Lead, of: (Point, Option<Point>)) -> DateExpr {
    let start = i.first().map_or(0, |t| t.start);
    let used = i.consumed(&rest);
    let end = i.get(used.saturating_sub(1)).map_or(start, |t| t.end);
    DateExpr {
        lead,
        start: of.0,
        end: of.1,
        span: (start, end),
    }
}

/// `lead = "on" | "in" | "from" | "since" | …`, or nothing
fn lead(i: Tokens<'_>) -> Parsed<'_, Lead> {
    let lead = match &*i.lower(0) {
        "on" => Lead::On,
        "in" | "at" | "over" | "around" | "late" if !i.is(0, Class::PART) => Lead::In,
        "from" | "starting" | "beginning" => Lead::From,
        "since" => Lead::Since,
        "until" | "till" | "through" => Lead::Until,
        "by" => Lead::By,
        "during" | "throughout" | "within" => Lead::During,
        "before" => Lead::Before,
        "after" => Lead::After,
        "of" => Lead::Of,
        "for" if is_set_for(i) => Lead::In,
        _ => return Ok((i, Lead::None)),
    };
    let rest = i.from(1);
    // "starting on", "beginning from"
    let rest = if rest.one_of(0, &["on", "from"]) && lead == Lead::From {
        rest.from(1)
    } else {
        rest
    };
    match opt(hours_of).parse(rest)? {
        (rest, Some(())) if matches!(lead, Lead::On | Lead::In | Lead::During) => {
            Ok((rest, Lead::On))
        }
        _ => Ok((rest, lead)),
    }
}

/// "planned for July": a month there is no name.
fn is_set_for(i: Tokens<'_>) -> bool {
    const SET: [&str; 7] = [
        "due",
        "expected",
        "planned",
        "postponed",
        "scheduled",
        "set",
        "slated",
    ];
    let set = |t: &Token| SET.iter().any(|w| t.text(i.text).eq_ignore_ascii_case(w));
    i.is(1, Class::MONTH) && i.before().is_some_and(set)
}

/// `hours of = "the" ["early" | "late"] part of the day "of"`; "on the morning of July 17"
fn hours_of(i: Tokens<'_>) -> Parsed<'_, ()> {
    let (i, _) = word(&["the"])(i)?;
    let (i, _) = opt(word(&["early", "late", "small"])).parse(i)?;
    let (i, _) = alt((class(Class::DAY_PART), word(&["hours"]))).parse(i)?;
    let (i, _) = word(&["of"])(i)?;
    Ok((i, ()))
}

/// `aside = "(" … ")"` of at most three words about the clock or the weekday
fn aside(i: Tokens<'_>) -> Parsed<'_, ()> {
    let (rest, _) = kind(TokenKind::Open)(i)?;
    let inner = (0..4).find(|n| rest.kind(*n) == Some(TokenKind::Close));
    match inner {
        Some(n)
            if n > 0
                && (rest.one_of(0, &["local", "Korean", "Beijing", "Moscow"])
                    || rest.is(0, Class::WEEKDAY.or(Class::RELATIVE_DAY))) =>
        {
            Ok((rest.from(n + 1), ()))
        }
        _ => fail(),
    }
}

/// `range = days of one month`, or a day all in numbers
fn range(i: Tokens<'_>) -> Parsed<'_, (Point, Option<Point>)> {
    let begin = Begin::of(i);
    if !begin.day() {
        return fail();
    }
    alt((
        map(month_days, |(a, b)| (a, Some(b))),
        map(days_month, |(a, b)| (a, Some(b))),
        map(ordinal_days, |(a, b)| (a, Some(b))),
        map(iso_day, |d| (d, None)),
    ))
    .parse(i)
}

/// What a point begins with, its article passed over; a quick test before its productions.
#[derive(Clone, Copy)]
struct Begin {
    classes: Class,
    /// Digits.
    number: bool,
    /// "the" stands before it.
    the: bool,
}

impl Begin {
    fn of(i: Tokens<'_>) -> Self {
        let the = i.word(0, "the");
        let first = i.get(usize::from(the));
        Begin {
            classes: first.map_or(Class::NONE, |t| t.classes),
            number: first.is_some_and(|t| t.kind == TokenKind::Number),
            the,
        }
    }

    fn is(&self, classes: Class) -> bool {
        self.classes.any(classes)
    }

    /// "July 18", "18 July", "Tuesday, July 18", "the 18th"
    fn day(&self) -> bool {
        self.number || self.is(Class::MONTH.or(Class::WEEKDAY).or(Class::ORDINAL))
    }

    /// "last", "early", "the end of", "the next": what stands before a period.
    fn period(&self) -> bool {
        self.is(Class::PART.or(Class::DIRECTION))
    }
}

/// `month days = month day joint day [year]`; "July 27-29, 2024", "July 27 and 28"
fn month_days(i: Tokens<'_>) -> Parsed<'_, (Point, Point)> {
    let (i, _) = opt(weekday_before).parse(i)?;
    let (i, month) = month(i)?;
    let (i, from) = day_number(i)?;
    let (i, _) = joint(i)?;
    let (i, _) = opt(weekday_before).parse(i)?;
    let (i, other) = opt(month_name_only).parse(i)?;
    let (i, to) = day_number(i)?;
    let (i, year) = opt(year_after).parse(i)?;
    Ok((i, days(from, month, to, other.unwrap_or(month), year)))
}

/// `days month = day joint day month [year]`; "16 and 17 October", "27-29 July 2024"
fn days_month(i: Tokens<'_>) -> Parsed<'_, (Point, Point)> {
    let (i, _) = opt(weekday_before).parse(i)?;
    let (i, _) = opt(word(&["the"])).parse(i)?;
    let (i, from) = day_number(i)?;
    let (i, early) = opt(preceded(opt(word(&["of"])), month)).parse(i)?;
    let (i, _) = joint(i)?;
    let (i, _) = opt(word(&["the"])).parse(i)?;
    let (i, to) = day_number(i)?;
    let (i, _) = opt(word(&["of"])).parse(i)?;
    let (i, month) = month(i)?;
    let (i, year) = opt(year_after).parse(i)?;
    Ok((i, days(from, early.unwrap_or(month), to, month, year)))
}

/// `ordinal days = "the" day joint ["the"] day`; "the 27th and 28th"
fn ordinal_days(i: Tokens<'_>) -> Parsed<'_, (Point, Point)> {
    let (i, from) = the_day(i)?;
    let (i, _) = joint(i)?;
    let (i, to) = alt((the_day, ordinal_day)).parse(i)?;
    let open = |day| Point::Day {
        day,
        month: None,
        year: None,
    };
    Ok((i, (open(from), open(to))))
}

/// `points = point [second point]`
fn points(i: Tokens<'_>, lead: Lead) -> Parsed<'_, (Point, Option<Point>)> {
    let (rest, first) = point(i)?;
    if let Ok((rest, second)) = second_point(rest, &first) {
        return Ok((rest, (first, Some(second))));
    }
    if needs_lead(&first, i.consumed(&rest)) && lead == Lead::None {
        return fail();
    }
    Ok((rest, (first, None)))
}

/// `second point = ("to" | "until" | "through" | "-") point`; after weekdays also "and"
fn second_point<'a>(i: Tokens<'a>, first: &Point) -> Parsed<'a, Point> {
    let (rest, _) = opt(kind(TokenKind::Comma)).parse(i)?;
    let (rest, _) = if matches!(first, Point::Weekday(..)) {
        joint(rest)?
    } else {
        alt((
            map(word(&["to", "until", "till", "through"]), |_| ()),
            map(kind(TokenKind::Hyphen), |_| ()),
            map(kind(TokenKind::Dash), |_| ()),
        ))
        .parse(rest)?
    };
    let (rest, _) = opt(word(&["on"])).parse(rest)?;
    let (rest, second) = point(rest)?;
    if std::mem::discriminant(first) != std::mem::discriminant(&second) {
        return fail();
    }
    Ok((rest, second))
}

pub(super) fn days(from: u8, month: u8, to: u8, to_month: u8, year: Option<i16>) -> (Point, Point) {
    let day = |day, month| Point::Day {
        day,
        month: Some(month),
        year,
    };
    (day(from, month), day(to, to_month))
}

/// `joint = "-" | "–" | "to" | "and" | "through" | "until"`
fn joint(i: Tokens<'_>) -> Parsed<'_, ()> {
    map(
        alt((
            kind(TokenKind::Hyphen),
            kind(TokenKind::Dash),
            kind(TokenKind::Slash),
            word(&["to", "and", "through", "until", "till", "&"]),
        )),
        |_| (),
    )
    .parse(i)
}

/// Whether a point of so many words is no date without a lead: a bare year or month.
fn needs_lead(point: &Point, words: usize) -> bool {
    match point {
        Point::Year(_) => words == 1,
        Point::Month {
            direction: None,
            year: None,
            ..
        } => words == 1,
        Point::Season {
            direction: None,
            year: None,
            ..
        } => true,
        _ => false,
    }
}

/// `point = day | month | weekday | today | unit | part of a year | season | year`
fn point(i: Tokens<'_>) -> Parsed<'_, Point> {
    type Production = for<'a> fn(Tokens<'a>) -> Parsed<'a, Point>;
    let begin = Begin::of(i);
    let counts = begin.number || begin.is(Class::NUMBER) || i.one_of(0, &["a", "an"]);
    let points: [(bool, Production); 11] = [
        (begin.day(), full_day),
        (true, from_context),
        (true, today),
        (begin.is(Class::YEAR_PART), year_part),
        (begin.is(Class::WEEKDAY.or(Class::DIRECTION)), weekday),
        (begin.period() || begin.is(Class::MONTH), month_point),
        (begin.period() || begin.is(Class::SEASON), season),
        (counts, unit_ago),
        (begin.period() || begin.is(Class::UNIT), unit_point),
        (begin.the, the_ordinal),
        (begin.number || begin.is(Class::PART), year_point),
    ];
    let mut points = points.into_iter().filter(|(may_be, _)| *may_be);
    points
        .find_map(|(_, read)| read(i).ok())
        .map_or_else(fail, Ok)
}
