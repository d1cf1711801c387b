//! Weekdays, months, years and what is told from today: "last Tuesday", "early July",
//! "two years ago", "the first half of 2021".

use super::day::{month, year_after};
use super::{Point, YearOf};
use crate::grammar::input::{Parsed, Tokens, class, fail, kind, number, sense, word};
use crate::lexicon::{Class, Direction, PartOf, Sense, TimeUnit};
use crate::scan::{Token, TokenKind};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map, opt, verify};
use nom::sequence::{preceded, terminated};

/// `today = "today" | "yesterday" | "tomorrow" … [day part] | ["earlier" | "later"] "this"
/// day part | "last" ("night" | "evening")`
pub(super) fn today(i: Tokens<'_>) -> Parsed<'_, Point> {
    let (part, _) = opt(word(&["earlier", "later", "late"])).parse(i)?;
    if part.word(0, "this")
        && let Ok((rest, _)) = class(Class::DAY_PART)(part.from(1))
    {
        return Ok((rest, Point::Today(0)));
    }
    if i.word(0, "last") && i.one_of(1, &["night", "evening"]) {
        return Ok((i.from(2), Point::Today(-1)));
    }
    let (i, days) = sense(|s| match s {
        Sense::RelativeDay(d) => Some(i32::from(*d)),
        _ => None,
    })(i)?;
    let (i, _) = opt(class(Class::DAY_PART)).parse(i)?;
    Ok((i, Point::Today(days)))
}

/// `from context = ("the" | "that") ("same" | "next" | "previous" …) "day" | "a day earlier"
/// | ("earlier" | "later") ("in the" | "that" | "the same") "day"`
pub(super) fn from_context(i: Tokens<'_>) -> Parsed<'_, Point> {
    if i.one_of(0, &["earlier", "later"]) {
        let (rest, _) = opt(word(&["in", "on"])).parse(i.from(1))?;
        let (rest, _) = word(&["the", "that"])(rest)?;
        let (rest, _) = opt(word(&["same"])).parse(rest)?;
        let (rest, _) = word(&["day"])(rest)?;
        return Ok((rest, Point::FromContext(0)));
    }
    let (i, _) = word(&["the", "that", "a", "one"])(i)?;
    if i.before()
        .is_some_and(|t| t.text(i.text).eq_ignore_ascii_case("that"))
        && i.word(0, "day")
    {
        return Ok((i.from(1), Point::FromContext(0)));
    }
    let step = match &*i.lower(0) {
        "same" => 0,
        "next" | "following" => 1,
        "previous" | "preceding" => -1,
        // "a day after the two met" is the day of no encounter that is known.
        "day" if i.one_of(1, &["before", "after"]) && i.get(2).is_some_and(Token::is_word) => {
            return fail();
        }
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

/// `weekday = [("early" | "late") ["on"]] [direction] weekday [day part]`
pub(super) fn weekday(i: Tokens<'_>) -> Parsed<'_, Point> {
    let (i, _) = opt((word(&["early", "late"]), opt(word(&["on"])))).parse(i)?;
    let (i, direction) = opt(direction).parse(i)?;
    let (i, day) = sense(|s| match s {
        Sense::Weekday(d) => Some(*d),
        _ => None,
    })(i)?;
    let (i, _) = opt(class(Class::DAY_PART)).parse(i)?;
    Ok((i, Point::Weekday(day, direction)))
}

/// `month point = [["the"] part ["of"]] [direction] month [year]`, capitalized
pub(super) fn month_point(i: Tokens<'_>) -> Parsed<'_, Point> {
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
fn year_from_this(i: Tokens<'_>) -> Parsed<'_, i16> {
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
pub(super) fn season(i: Tokens<'_>) -> Parsed<'_, Point> {
    let (i, _) = opt(word(&["the"])).parse(i)?;
    let (i, _) = opt(part).parse(i)?;
    let (i, direction) = opt(direction).parse(i)?;
    let (i, (first, last)) = sense(|s| match s {
        Sense::Season(a, b) => Some((*a, *b)),
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
pub(super) fn unit_ago(i: Tokens<'_>) -> Parsed<'_, Point> {
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
pub(super) fn unit_point(i: Tokens<'_>) -> Parsed<'_, Point> {
    let (i, article) = opt(word(&["the"])).parse(i)?;
    let (i, part) = opt(terminated(part, opt(word(&["of"])))).parse(i)?;
    let (i, the) = opt(word(&["the"])).parse(i)?;
    // "in the past year", "over the last month": a time up to now.
    let span = part.is_none()
        && (i.word(0, "past") || i.word(0, "last") && article.is_some())
        && !i.word(1, "weekend");
    let (i, direction) = opt(direction).parse(i)?;
    if span || i.text_of(0).ends_with('s') {
        // "in the coming months": how many is not said.
        return fail();
    }
    let (i, unit) = unit(i)?;
    let direction = match (direction, part, the) {
        (Some(Direction::Ago | Direction::FromNow), ..) => return fail(),
        // "on the last day of the summit" is no yesterday.
        (Some(Direction::Last), ..) if unit == TimeUnit::Day => return fail(),
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
pub(super) fn year_part(i: Tokens<'_>) -> Parsed<'_, Point> {
    let (i, _) = opt(word(&["the"])).parse(i)?;
    let (i, (of, which)) = sense(|s| match s {
        Sense::YearPart(of, which) => Some((*of, *which)),
        _ => None,
    })(i)?;
    // "the second half of August": as fine as that is its month.
    if let Ok((rest, found)) = preceded(word(&["of"]), month_point).parse(i) {
        return Ok((rest, found));
    }
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

/// `year = [["the"] part ["of"]] four digits`, not a number of things; "early 2022"
pub(super) fn year_point(i: Tokens<'_>) -> Parsed<'_, Point> {
    let (i, _) = opt((opt(word(&["the"])), part, opt(word(&["of"])))).parse(i)?;
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
    let year = i16::try_from(year).unwrap_or(0);
    Ok((rest, Point::Year(year)))
}

/// `count = number | "a" | "one" … | "several" (no count)`
pub(super) fn count(i: Tokens<'_>) -> Parsed<'_, u32> {
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

pub(super) fn unit(i: Tokens<'_>) -> Parsed<'_, TimeUnit> {
    sense(|s| match s {
        Sense::Unit(u) => Some(*u),
        _ => None,
    })(i)
}

pub(super) fn part(i: Tokens<'_>) -> Parsed<'_, PartOf> {
    let (i, part) = sense(|s| match s {
        Sense::Part(p) => Some(*p),
        _ => None,
    })(i)?;
    let (i, _) = opt(alt((kind(TokenKind::Hyphen), word(&["in"])))).parse(i)?;
    Ok((i, part))
}

/// `direction = "last" | "this" | "next" | "the coming" …`
pub(super) fn direction(i: Tokens<'_>) -> Parsed<'_, Direction> {
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
pub(crate) fn duration(i: Tokens<'_>) -> Parsed<'_, (u16, TimeUnit)> {
    let (i, n) = count(i)?;
    let (i, _) = opt(kind(TokenKind::Hyphen)).parse(i)?;
    let (i, unit) = unit(i)?;
    Ok((i, (u16::try_from(n).unwrap_or(u16::MAX), unit)))
}

/// `hyphened = count "-" unit | unit ["-"] "long"` in one word: "four-day", "four day",
/// "week-long"
pub(crate) fn hyphened(text: &str) -> Option<(u16, TimeUnit)> {
    const COUNTS: [&str; 12] = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve",
    ];
    // The last letters of "day", "week", "month" and "long".
    if !text.ends_with(['y', 'k', 'h', 'g']) {
        return None;
    }
    let unit = |word: &str| match word {
        "day" => Some(TimeUnit::Day),
        "week" => Some(TimeUnit::Week),
        "month" => Some(TimeUnit::Month),
        _ => None,
    };
    if let Some(one) = text.strip_suffix("long") {
        return Some((1, unit(one.trim_end_matches('-'))?));
    }
    let (count, last) = text.split_once(['-', ' '])?;
    let unit = unit(last)?;
    let spelled = COUNTS.iter().position(|w| w.eq_ignore_ascii_case(count));
    let count = spelled
        .and_then(|n| u32::try_from(n + 1).ok())
        .or_else(|| count.parse().ok())?;
    Some((u16::try_from(count).unwrap_or(u16::MAX), unit))
}
