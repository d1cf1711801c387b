//! Precedents: "for the first time in 15 years since 2009", "the first visit since 2018".

use crate::grammar::fact::PrecedentExpr;
use crate::grammar::input::{Parsed, Tokens, class, fail, number, sense, word};
use crate::grammar::reader::Reader;
use crate::lexicon::{Class, Sense, TimeUnit};
use crate::scan::TokenKind;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map, opt, verify};
use nom::sequence::preceded;

/// How far from an encounter's verb or noun its precedent may stand, in tokens.
const BEFORE: usize = 14;
const BEHIND: usize = 40;

/// The precedents told around unit `at`.
pub(super) fn precedents(reader: &Reader<'_, '_>, at: usize) -> Vec<PrecedentExpr> {
    let Some(unit) = reader.view.units.get(at) else {
        return Vec::new();
    };
    let tokens = reader.view.tokens;
    let from = unit.first.saturating_sub(BEFORE);
    let to = (unit.last + BEHIND).min(tokens.len());
    // "Talks Held in Busan… Minister Visits for the First Time": not over a stop.
    let stop = |n: &usize| tokens.kind(*n) == Some(TokenKind::Period);
    let from = (from..unit.first).rev().find(stop).unwrap_or(from);
    let to = (unit.last..to).find(stop).unwrap_or(to);
    (from..to)
        .filter(|n| tokens.is(*n, Class::ORDINAL))
        .find_map(|n| precedent(tokens.from(n)).ok())
        .map(|(_, p)| p)
        .into_iter()
        .collect()
}

/// `precedent = ordinal ["ever"] {word} ("time" | noun) [reach]`; a bare "the first
/// meeting" is none: it needs "time", or what it reaches back to.
fn precedent(i: Tokens<'_>) -> Parsed<'_, PrecedentExpr> {
    let start = i.first().map_or(0, |t| t.start);
    let (rest, ordinal) = sense(|s| match s {
        Sense::Ordinal(n) => Some(*n),
        _ => None,
    })(i)?;
    let Some(noun) = (0..4).find(|n| rest.word(*n, "time") || rest.is(*n, Class::FRAME_NOUN))
    else {
        return fail();
    };
    let is_time = rest.word(noun, "time");
    let (rest, (span_years, since)) = reach(rest.from(noun + 1))?;
    if !is_time && span_years.is_none() && since.is_none() {
        return fail();
    }
    let used = i.consumed(&rest);
    let end = i.get(used.saturating_sub(1)).map_or(start, |t| t.end);
    Ok((
        rest,
        PrecedentExpr {
            span: (start, end),
            ordinal: Some(ordinal),
            span_years,
            since,
        },
    ))
}

/// `reach = ["in" ["more than"] count "years"] ["since" [month] year]`
fn reach(i: Tokens<'_>) -> Parsed<'_, (Option<u32>, Option<i32>)> {
    let (i, span) = opt(preceded(word(&["in"]), years)).parse(i)?;
    let (i, since) = opt(since).parse(i)?;
    Ok((i, (span, since)))
}

fn years(i: Tokens<'_>) -> Parsed<'_, u32> {
    let more = ["more", "over", "almost", "nearly", "about", "at"];
    let skip = (0..3)
        .find(|n| !i.one_of(*n, &more) && !i.one_of(*n, &["than", "least"]))
        .unwrap_or(0);
    let i = i.from(skip);
    let (i, n) = alt((
        number,
        sense(|s| match s {
            Sense::Number(n) => Some(*n),
            _ => None,
        }),
        map(word(&["a"]), |_| 1),
    ))
    .parse(i)?;
    let (i, unit) = sense(|s| match s {
        Sense::Unit(u) => Some(*u),
        _ => None,
    })(i)?;
    match unit {
        TimeUnit::Year => Ok((i, n)),
        TimeUnit::Decade => Ok((i, n.saturating_mul(10))),
        _ => fail(),
    }
}

fn since(i: Tokens<'_>) -> Parsed<'_, i32> {
    let (i, _) = word(&["since"])(i)?;
    let (i, _) = opt(class(Class::MONTH)).parse(i)?;
    let (i, year) = verify(number, |n| (1800..2100).contains(n)).parse(i)?;
    Ok((i, i32::try_from(year).unwrap_or(0)))
}
