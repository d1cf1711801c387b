//! Days: "July 18, 2024", "18 July", "2024-07-18", "the 18th".

use super::Point;
use super::period::unit_point;
use crate::grammar::input::{Parsed, Tokens, class, fail, kind, number, sense, word};
use crate::lexicon::{Class, Sense};
use crate::scan::TokenKind;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map, map_opt, opt, verify};
use nom::sequence::{pair, preceded, terminated};

/// `full day = [weekday ","] (month day | day ["of"] month) [year] ["," weekday]`
pub(super) fn full_day(i: Tokens<'_>) -> Parsed<'_, Point> {
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
pub(super) fn iso_day(i: Tokens<'_>) -> Parsed<'_, Point> {
    let (i, year) = verify(number, |n| (1900..2100).contains(n)).parse(i)?;
    let (i, _) = kind(TokenKind::Hyphen)(i)?;
    let (i, month) = verify(map_opt(number, day_of), |n| *n <= 12).parse(i)?;
    let (i, _) = kind(TokenKind::Hyphen)(i)?;
    let (i, day) = map_opt(number, day_of).parse(i)?;
    Ok((
        i,
        Point::Day {
            day,
            month: Some(month),
            year: i16::try_from(year).ok(),
        },
    ))
}

/// `weekday before = weekday [","] ` or `weekday "(" … ")"`, before a full day
pub(super) fn weekday_before(i: Tokens<'_>) -> Parsed<'_, ()> {
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
pub(super) fn year_after(i: Tokens<'_>) -> Parsed<'_, i16> {
    let (i, comma) = opt(alt((kind(TokenKind::Comma), word(&["of"])))).parse(i)?;
    let length = i.text_of(0).len();
    let (i, n) = number(i)?;
    let n = i16::try_from(n).unwrap_or(0);
    match length {
        4 if (1800..2100).contains(&n) => Ok((i, n)),
        2 if comma.is_none() && n >= 40 => Ok((i, 1900 + n)),
        _ => fail(),
    }
}

/// `month = a month's name`, not the verb or modal of the same spelling
pub(super) fn month(i: Tokens<'_>) -> Parsed<'_, u8> {
    sense(|s| match s {
        Sense::Month(m) => Some(*m),
        _ => None,
    })(i)
}

pub(super) fn month_name_only(i: Tokens<'_>) -> Parsed<'_, u8> {
    month(i)
}

/// `day number = 1 … 31`, also "18th", "18 th"
pub(super) fn day_number(i: Tokens<'_>) -> Parsed<'_, u8> {
    let raised = opt(word(&["st", "nd", "rd", "th"]));
    alt((terminated(map_opt(number, day_of), raised), ordinal_day)).parse(i)
}

pub(super) fn ordinal_day(i: Tokens<'_>) -> Parsed<'_, u8> {
    let ordinal = sense(|s| match s {
        Sense::Ordinal(n) => Some(*n),
        _ => None,
    });
    map_opt(ordinal, day_of).parse(i)
}

/// The day of a month that has such a number.
fn day_of(n: u32) -> Option<u8> {
    u8::try_from(n).ok().filter(|n| (1..=31).contains(n))
}

/// `the day = "the" ordinal in digits`
pub(super) fn the_day(i: Tokens<'_>) -> Parsed<'_, u8> {
    preceded(word(&["the"]), digit_ordinal).parse(i)
}

/// An ordinal in digits: "18th".
fn digit_ordinal(i: Tokens<'_>) -> Parsed<'_, u8> {
    let digits = i.text_of(0).starts_with(|c: char| c.is_ascii_digit());
    if digits { ordinal_day(i) } else { fail() }
}

/// `the ordinal = "the" ordinal ["of" ("this" | "last" | "next") "month"]`, and no
/// noun behind: "the 18th", not "the 18th summit"
pub(super) fn the_ordinal(i: Tokens<'_>) -> Parsed<'_, Point> {
    let (rest, day) = the_day(i)?;
    let (rest, of) = opt(preceded(word(&["of"]), unit_point)).parse(rest)?;
    let noun_follows = rest.first().is_some_and(|t| {
        (t.is_word() && t.classes.is_empty())
            || t.is(Class::NOUN
                .or(Class::PARTY)
                .or(Class::POST)
                .or(Class::PORTFOLIO)
                .or(Class::PLACE)
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
