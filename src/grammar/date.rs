//! Dates as written: "on the 18th", "from July 27 to 29", "early last month".
//! What they mean is settled later, against the publication date.

use super::input::{Parsed, Tokens, class, fail, kind, number, sense, word};
use crate::lexicon::{Class, Direction, PartOf, Sense, TimeUnit};
use crate::scan::TokenKind;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map, opt, verify};
use nom::sequence::{pair, preceded, terminated};

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
        day: u32,
        month: Option<u32>,
        year: Option<i32>,
    },
    /// "July", "early July 2024", "last July"
    Month {
        month: u32,
        year: Option<i32>,
        direction: Option<Direction>,
        /// "March last year": the year, from this one.
        offset: Option<i32>,
    },
    /// "2024"
    Year(i32),
    /// "Tuesday", "last Tuesday"
    Weekday(u32, Option<Direction>),
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
    YearPart { of: u32, which: u32, year: YearOf },
    /// "this spring", "in the fall of 2023"
    Season {
        first: u32,
        last: u32,
        year: Option<i32>,
        direction: Option<Direction>,
    },
    /// "the same day", "the previous day" (-1), "the next day" (1): from the day last named.
    FromContext(i32),
}

impl Point {
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
    Given(i32),
    Relative(i32),
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

/// Whether the next tokens can make a date at all; a quick test before the productions.
fn may_be_date(i: Tokens<'_>) -> bool {
    let mut next = i.slice.iter().take(6);
    next.any(|t| t.is(CORES) || t.kind == TokenKind::Number)
}

/// `date = [lead] (range | point) ["(" local time ")"]`; "from the 27th to the 29th"
pub(crate) fn date(i: Tokens<'_>) -> Parsed<'_, DateExpr> {
    if !may_be_date(i) {
        return fail();
    }
    let start = i.first().map_or(0, |t| t.start);
    let (rest, lead) = lead(i)?;
    let (rest, (from, to)) =
        alt((range, map(|i| led_point(i, lead), |p| (p, None)))).parse(rest)?;
    let (rest, _) = opt(aside).parse(rest)?;
    let used = i.consumed(&rest);
    let end = i.get(used.saturating_sub(1)).map_or(start, |t| t.end);
    Ok((
        rest,
        DateExpr {
            lead,
            start: from,
            end: to,
            span: (start, end),
        },
    ))
}

/// `lead = "on" | "in" | "from" | "since" | …`, or nothing
fn lead(i: Tokens<'_>) -> Parsed<'_, Lead> {
    let lead = match i.text_of(0).to_ascii_lowercase().as_str() {
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
        _ => return Ok((i, Lead::None)),
    };
    let rest = i.from(1);
    // "starting on", "beginning from"
    let rest = if rest.one_of(0, &["on", "from"]) && lead == Lead::From {
        rest.from(1)
    } else {
        rest
    };
    Ok((rest, lead))
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

/// `range = days of one month | point ("to" | "-" | "and") point`
fn range(i: Tokens<'_>) -> Parsed<'_, (Point, Option<Point>)> {
    alt((
        map(month_days, |(a, b)| (a, Some(b))),
        map(days_month, |(a, b)| (a, Some(b))),
        map(ordinal_days, |(a, b)| (a, Some(b))),
        map(iso_day, |d| (d, None)),
        map(two_points, |(a, b)| (a, Some(b))),
    ))
    .parse(i)
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

/// `two points = point ("to" | "until" | "through" | "-") point`; weekdays also "and"
fn two_points(i: Tokens<'_>) -> Parsed<'_, (Point, Point)> {
    let (rest, a) = point(i)?;
    let (rest, _) = opt(kind(TokenKind::Comma)).parse(rest)?;
    let weekdays = matches!(a, Point::Weekday(..));
    let (rest, _) = if weekdays {
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
    let (rest, b) = point(rest)?;
    if std::mem::discriminant(&a) != std::mem::discriminant(&b) {
        return fail();
    }
    Ok((rest, (a, b)))
}

fn days(from: u32, month: u32, to: u32, to_month: u32, year: Option<i32>) -> (Point, Point) {
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

/// A point, with the conditions its lead sets: a bare year or month needs one.
fn led_point(i: Tokens<'_>, lead: Lead) -> Parsed<'_, Point> {
    let (rest, p) = point(i)?;
    let bare = i.consumed(&rest) == 1;
    let needs_lead = match p {
        Point::Year(_) => true,
        Point::Month {
            direction: None,
            year: None,
            ..
        } => bare,
        Point::Season {
            direction: None,
            year: None,
            ..
        } => true,
        _ => false,
    };
    if needs_lead && lead == Lead::None {
        return fail();
    }
    Ok((rest, p))
}

/// `point = day | month | weekday | today | unit | part of a year | season | year`
fn point(i: Tokens<'_>) -> Parsed<'_, Point> {
    alt((
        full_day,
        from_context,
        today,
        year_part,
        weekday,
        month_point,
        season,
        unit_ago,
        unit_point,
        the_ordinal,
        year_point,
    ))
    .parse(i)
}

/// `full day = [weekday ","] (month day | day ["of"] month) [year] ["," weekday]`
fn full_day(i: Tokens<'_>) -> Parsed<'_, Point> {
    let (i, _) = opt(weekday_before).parse(i)?;
    let (i, (day, month)) = alt((
        map(pair(month, day_number), |(m, d)| (d, m)),
        pair(
            preceded(opt(word(&["the"])), day_number),
            preceded(opt(word(&["of"])), month),
        ),
    ))
    .parse(i)?;
    let (i, year) = opt(year_after).parse(i)?;
    Ok((
        i,
        Point::Day {
            day,
            month: Some(month),
            year,
        },
    ))
}

/// `iso day = year "-" month "-" day`
fn iso_day(i: Tokens<'_>) -> Parsed<'_, Point> {
    let (i, year) = verify(number, |n| (1900..2100).contains(n)).parse(i)?;
    let (i, _) = kind(TokenKind::Hyphen)(i)?;
    let (i, month) = verify(number, |n| (1..=12).contains(n)).parse(i)?;
    let (i, _) = kind(TokenKind::Hyphen)(i)?;
    let (i, day) = verify(number, |n| (1..=31).contains(n)).parse(i)?;
    Ok((
        i,
        Point::Day {
            day,
            month: Some(month),
            year: i32::try_from(year).ok(),
        },
    ))
}

/// `weekday before = weekday [","] ` or `weekday "(" … ")"`, before a full day
fn weekday_before(i: Tokens<'_>) -> Parsed<'_, ()> {
    map(
        terminated(
            class(Class::WEEKDAY),
            opt(alt((kind(TokenKind::Comma), word(&["the"])))),
        ),
        |_| (),
    )
    .parse(i)
}

/// `year after = [","] year | two digits` (“9 OCT 89”)
fn year_after(i: Tokens<'_>) -> Parsed<'_, i32> {
    let (i, comma) = opt(alt((kind(TokenKind::Comma), word(&["of"])))).parse(i)?;
    let length = i.text_of(0).len();
    let (i, n) = number(i)?;
    let n = i32::try_from(n).unwrap_or(0);
    match length {
        4 if (1800..2100).contains(&n) => Ok((i, n)),
        2 if comma.is_none() && n >= 40 => Ok((i, 1900 + n)),
        _ => fail(),
    }
}

/// `month = a month's name`, not the verb or modal of the same spelling
fn month(i: Tokens<'_>) -> Parsed<'_, u32> {
    sense(|s| match s {
        Sense::Month(m) => Some(u32::from(*m)),
        _ => None,
    })(i)
}

fn month_name_only(i: Tokens<'_>) -> Parsed<'_, u32> {
    month(i)
}

/// `day number = 1 … 31`, also "18th"
fn day_number(i: Tokens<'_>) -> Parsed<'_, u32> {
    verify(alt((number, ordinal_day)), |n| (1..=31).contains(n)).parse(i)
}

fn ordinal_day(i: Tokens<'_>) -> Parsed<'_, u32> {
    verify(
        sense(|s| match s {
            Sense::Ordinal(n) => Some(*n),
            _ => None,
        }),
        |n| (1..=31).contains(n),
    )
    .parse(i)
}

/// `the day = "the" ordinal in digits`
fn the_day(i: Tokens<'_>) -> Parsed<'_, u32> {
    preceded(word(&["the"]), digit_ordinal).parse(i)
}

/// An ordinal in digits: "18th".
fn digit_ordinal(i: Tokens<'_>) -> Parsed<'_, u32> {
    let digits = i.text_of(0).starts_with(|c: char| c.is_ascii_digit());
    if digits { ordinal_day(i) } else { fail() }
}

/// `the ordinal = "the" ordinal ["of" ("this" | "last" | "next") "month"]`, and no
/// noun behind: "the 18th", not "the 18th summit"
fn the_ordinal(i: Tokens<'_>) -> Parsed<'_, Point> {
    let (rest, day) = the_day(i)?;
    let (rest, of) = opt(preceded(word(&["of"]), unit_point)).parse(rest)?;
    let noun_follows = rest.first().is_some_and(|t| {
        (t.is_word() && t.classes.is_empty())
            || t.is(Class::NOUN
                .or(Class::PARTY)
                .or(Class::POST)
                .or(Class::PORTFOLIO)
                .or(Class::ADJECTIVE))
                && !t.is(Class::PREPOSITION)
    });
    if of.is_none() && noun_follows {
        return fail();
    }
    Ok((
        rest,
        Point::Day {
            day,
            month: None,
            year: None,
        },
    ))
}

/// `today = "today" | "yesterday" | "tomorrow" …`, also with a day part
fn today(i: Tokens<'_>) -> Parsed<'_, Point> {
    let (i, days) = sense(|s| match s {
        Sense::RelativeDay(d) => Some(i32::from(*d)),
        _ => None,
    })(i)?;
    let (i, _) = opt(class(Class::DAY_PART)).parse(i)?;
    Ok((i, Point::Today(days)))
}

/// `from context = ("the" | "that") ("same" | "next" | "previous" …) "day" | "a day earlier"`
fn from_context(i: Tokens<'_>) -> Parsed<'_, Point> {
    let (i, _) = word(&["the", "that", "a", "one"])(i)?;
    if i.before
        .is_some_and(|t| t.text(i.text).eq_ignore_ascii_case("that"))
        && i.word(0, "day")
    {
        return Ok((i.from(1), Point::FromContext(0)));
    }
    let step = match i.text_of(0).to_ascii_lowercase().as_str() {
        "same" => 0,
        "next" | "following" => 1,
        "previous" | "preceding" => -1,
        "day" if i.one_of(1, &["earlier", "before"]) => {
            return Ok((i.from(2), Point::FromContext(-1)));
        }
        "day" if i.one_of(1, &["later", "after"]) => return Ok((i.from(2), Point::FromContext(1))),
        _ => return fail(),
    };
    if i.word(1, "day") {
        Ok((i.from(2), Point::FromContext(step)))
    } else {
        fail()
    }
}

/// `weekday = [direction] weekday [day part]`
fn weekday(i: Tokens<'_>) -> Parsed<'_, Point> {
    let (i, direction) = opt(direction).parse(i)?;
    let (i, day) = sense(|s| match s {
        Sense::Weekday(d) => Some(u32::from(*d)),
        _ => None,
    })(i)?;
    let (i, _) = opt(class(Class::DAY_PART)).parse(i)?;
    Ok((i, Point::Weekday(day, direction)))
}

/// `month point = [["the"] part ["of"]] [direction] month [year]`, capitalized
fn month_point(i: Tokens<'_>) -> Parsed<'_, Point> {
    let (i, _) = opt((opt(word(&["the"])), part, opt(word(&["of"])))).parse(i)?;
    let (i, direction) = opt(direction).parse(i)?;
    let (i, month) = month(i)?;
    // "March 3" is a day, "May visit" is no month.
    let (i, offset) = opt(preceded(opt(word(&["of"])), year_from_this)).parse(i)?;
    let (i, year) = opt(year_after).parse(i)?;
    Ok((
        i,
        Point::Month {
            month,
            year,
            direction,
            offset,
        },
    ))
}

/// `year from this = ("this" | "last" | "next") "year"`
fn year_from_this(i: Tokens<'_>) -> Parsed<'_, i32> {
    let (i, d) = direction(i)?;
    if !i.word(0, "year") {
        return fail();
    }
    let offset = match d {
        Direction::Last => -1,
        Direction::This => 0,
        Direction::Next => 1,
        Direction::Ago | Direction::FromNow => return fail(),
    };
    Ok((i.from(1), offset))
}

/// `season = ["the"] [part] [direction] season ["of"] [year]`
fn season(i: Tokens<'_>) -> Parsed<'_, Point> {
    let (i, _) = opt(word(&["the"])).parse(i)?;
    let (i, _) = opt(part).parse(i)?;
    let (i, direction) = opt(direction).parse(i)?;
    let (i, (first, last)) = sense(|s| match s {
        Sense::Season(a, b) => Some((u32::from(*a), u32::from(*b))),
        _ => None,
    })(i)?;
    let (i, year) = opt(year_after).parse(i)?;
    Ok((
        i,
        Point::Season {
            first,
            last,
            year,
            direction,
        },
    ))
}

/// Whether "two weeks ago" begins here.
pub(crate) fn ago(i: Tokens<'_>) -> Parsed<'_, Point> {
    unit_ago(i)
}

/// `unit ago = count unit ("ago" | "earlier" | "later" | "from now")`; "two weeks ago"
fn unit_ago(i: Tokens<'_>) -> Parsed<'_, Point> {
    let (i, count) = count(i)?;
    let (i, unit) = unit(i)?;
    let (i, direction) = verify(direction_word, |d| {
        matches!(d, Direction::Ago | Direction::FromNow)
    })
    .parse(i)?;
    Ok((
        i,
        Point::Unit {
            unit,
            direction,
            count,
            part: None,
        },
    ))
}

/// `unit point = [part ["of"]] ["the"] direction unit`; "early next week", "the end of this month"
fn unit_point(i: Tokens<'_>) -> Parsed<'_, Point> {
    let (i, _) = opt(word(&["the"])).parse(i)?;
    let (i, part) = opt(terminated(part, opt(word(&["of"])))).parse(i)?;
    let (i, the) = opt(word(&["the"])).parse(i)?;
    let (i, direction) = opt(direction).parse(i)?;
    if i.text_of(0).ends_with('s') {
        // "in the coming months": how many is not said.
        return fail();
    }
    let (i, unit) = unit(i)?;
    let direction = match (direction, part, the) {
        (Some(Direction::Ago | Direction::FromNow), ..) => return fail(),
        (Some(d), ..) => d,
        // "the end of the year"
        (None, Some(_), Some(_)) => Direction::This,
        (None, None, _) if unit == TimeUnit::Weekend => Direction::This,
        _ => return fail(),
    };
    Ok((
        i,
        Point::Unit {
            unit,
            direction,
            count: 1,
            part,
        },
    ))
}

/// `part of a year = ["the"] ("second half" | "third quarter") ["of" year]`
fn year_part(i: Tokens<'_>) -> Parsed<'_, Point> {
    let (i, _) = opt(word(&["the"])).parse(i)?;
    let (i, (of, which)) = sense(|s| match s {
        Sense::YearPart(of, which) => Some((u32::from(*of), u32::from(*which))),
        _ => None,
    })(i)?;
    let (i, year) = opt(preceded(opt(word(&["of"])), year_of)).parse(i)?;
    let year = year.unwrap_or(YearOf::Open);
    Ok((i, Point::YearPart { of, which, year }))
}

/// `year of = year | ("this" | "next" | "last" | "the") "year"`
fn year_of(i: Tokens<'_>) -> Parsed<'_, YearOf> {
    if let Ok((rest, year)) = year_after(i) {
        return Ok((rest, YearOf::Given(year)));
    }
    let (i, d) = alt((direction, map(word(&["the"]), |_| Direction::This))).parse(i)?;
    if !i.word(0, "year") {
        return fail();
    }
    let offset = match d {
        Direction::Last => -1,
        Direction::Next => 1,
        _ => 0,
    };
    Ok((i.from(1), YearOf::Relative(offset)))
}

/// `year = four digits`, not a number of things
fn year_point(i: Tokens<'_>) -> Parsed<'_, Point> {
    let (rest, year) = verify(number, |n| (1900..2100).contains(n)).parse(i)?;
    let counted = rest.first().is_some_and(|t| {
        t.is_word()
            && !t.is_capital()
            && (t.classes.is_empty() || t.is(Class::NOUN) && !t.is(Class::PREPOSITION))
    }) && !rest.is(0, Class::FRAME_NOUN.or(Class::INSTRUMENT).or(Class::VERB));
    let hyphen = rest.kind(0) == Some(TokenKind::Hyphen);
    if counted || hyphen || i.text_of(0).len() != 4 {
        return fail();
    }
    let year = i32::try_from(year).unwrap_or(0);
    Ok((rest, Point::Year(year)))
}

/// `count = number | "a" | "one" … | "several" (no count)`
fn count(i: Tokens<'_>) -> Parsed<'_, u32> {
    alt((
        verify(number, |n| *n < 500),
        sense(|s| match s {
            Sense::Number(n) if *n < 500 => Some(*n),
            _ => None,
        }),
        map(word(&["a", "an"]), |_| 1),
    ))
    .parse(i)
}

fn unit(i: Tokens<'_>) -> Parsed<'_, TimeUnit> {
    sense(|s| match s {
        Sense::Unit(u) => Some(*u),
        _ => None,
    })(i)
}

fn part(i: Tokens<'_>) -> Parsed<'_, PartOf> {
    let (i, part) = sense(|s| match s {
        Sense::Part(p) => Some(*p),
        _ => None,
    })(i)?;
    let (i, _) = opt(alt((kind(TokenKind::Hyphen), word(&["in"])))).parse(i)?;
    Ok((i, part))
}

/// `direction = "last" | "this" | "next" | "the coming" …`
fn direction(i: Tokens<'_>) -> Parsed<'_, Direction> {
    let (i, _) = opt(word(&["the"])).parse(i)?;
    let (i, d) = direction_word(i)?;
    Ok((i, d))
}

fn direction_word(i: Tokens<'_>) -> Parsed<'_, Direction> {
    sense(|s| match s {
        Sense::Direction(d) => Some(*d),
        _ => None,
    })(i)
}

/// `duration = count ["-"] unit`; "a four-day visit", "for three days"
pub(crate) fn duration(i: Tokens<'_>) -> Parsed<'_, (u32, TimeUnit)> {
    let (i, n) = count(i)?;
    let (i, _) = opt(kind(TokenKind::Hyphen)).parse(i)?;
    let (i, unit) = unit(i)?;
    Ok((i, (n, unit)))
}

/// `hyphened = count "-" unit` in one word: "four-day", "two-week"
pub(crate) fn hyphened(text: &str) -> Option<(u32, TimeUnit)> {
    const COUNTS: [&str; 12] = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve",
    ];
    let (count, unit) = text.split_once('-')?;
    let unit = match unit {
        "day" => TimeUnit::Day,
        "week" => TimeUnit::Week,
        "month" => TimeUnit::Month,
        _ => return None,
    };
    let spelled = COUNTS.iter().position(|w| w.eq_ignore_ascii_case(count));
    let count = spelled
        .and_then(|n| u32::try_from(n + 1).ok())
        .or_else(|| count.parse().ok())?;
    Some((count, unit))
}
