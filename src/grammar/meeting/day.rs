//! The day of an encounter: its own, or that of the clause it hangs on.

use super::noun::{clause_of, leader};
use crate::grammar::clause::{Clause, Link};
use crate::grammar::complement::Complements;
use crate::grammar::date::{DateExpr, Lead, Point};
use crate::grammar::reader::Reader;
use crate::grammar::unit::UnitKind;
use crate::grammar::verb_group::Tense;
use crate::lexicon::{FrameRecord, TimeUnit};
use crate::model::MeetingKind;

/// What an encounter that is just over stands behind.
const OVER: [&str; 2] = ["after", "following"];

/// What one stands behind that is still going on.
const WITHIN: [&str; 4] = ["during", "at", "while", "when"];

/// What comes or is issued right after an encounter.
const OUTCOMES: [&str; 3] = ["come", "issue", "release"];

/// The dates of a clause: behind the verb, between it and its fixed words ("met today
/// with"), and before its subject.
pub(super) fn dates_around(
    reader: &Reader<'_, '_>,
    clause: &Clause,
    after: usize,
    complements: &Complements,
) -> Vec<DateExpr> {
    let between = (clause.verb + 1..after).filter_map(|n| match reader.view.kind(n) {
        Some(UnitKind::Date(d)) => Some(*d),
        _ => None,
    });
    let mut dates: Vec<DateExpr> = between.collect();
    dates.extend(complements.dates.iter().copied());
    add_before(reader, clause, &mut dates);
    dates
}

/// The dates before the subject of a clause, or else those of the clause it hangs on.
pub(super) fn add_before(reader: &Reader<'_, '_>, clause: &Clause, dates: &mut Vec<DateExpr>) {
    dates.extend(reader.dates_left(clause));
    if dates.is_empty() {
        dates.extend(when_date(reader, clause));
    }
    if dates.is_empty() {
        dates.extend(main_dates(reader, clause));
    }
    if dates.is_empty() {
        dates.extend(side_dates(reader, clause));
    }
    if dates.is_empty() {
        dates.extend(arrival_dates(reader, clause));
    }
    if dates.is_empty() {
        dates.extend(lead_date(reader, clause));
    }
}

/// `date "," subordinate clause "," clause`: "In May 2010, when he was in Lima, Vega met Rojas",
/// "On Monday, a day after Peru left the pact, he flew to Quito"
fn lead_date(reader: &Reader<'_, '_>, clause: &Clause) -> Option<DateExpr> {
    const OPENS: [&str; 5] = ["after", "before", "when", "while", "as"];
    let view = reader.view;
    let Some(UnitKind::Date(date)) = view.kind(0) else {
        return None;
    };
    let set_off = matches!(view.kind(1), Some(UnitKind::Comma));
    let comma = clause.subject.first().and_then(|s| s.checked_sub(1));
    let closed = comma.is_some_and(|c| matches!(view.kind(c), Some(UnitKind::Comma)));
    let own = clause.link == Link::Own && set_off && closed;
    let mut before = reader
        .clauses
        .iter()
        .filter(|c| own && c.verb < clause.start);
    let (first, more) = (before.next()?, before.next());
    let opener = first.subject.first()?.checked_sub(1)?;
    (more.is_none() && OPENS.iter().any(|w| view.is_word(opener, w))).then_some(*date)
}

/// `date [","] "when"`: "in 2003, when Vega visited Lima"
fn when_date(reader: &Reader<'_, '_>, clause: &Clause) -> Option<DateExpr> {
    const NEAR: usize = 12;
    // What a pronoun stands for may be told before.
    let mut left = (clause.verb.saturating_sub(NEAR)..clause.verb).rev();
    let when = left.find(|n| {
        matches!(
            reader.view.kind(*n),
            Some(UnitKind::Subordinator | UnitKind::Verb(_))
        )
    })?;
    let before = when.checked_sub(1)?;
    let comma = matches!(reader.view.kind(before), Some(UnitKind::Comma));
    let at = before.checked_sub(usize::from(comma))?;
    match reader.view.kind(at) {
        // "for the first time since 2003, when"
        Some(UnitKind::Date(date)) if reader.view.is_word(when, "when") => Some(DateExpr {
            lead: Lead::In,
            ..*date
        }),
        _ => None,
    }
}

/// "Kicking off a stay in Lima, Vega met Rojas on Monday": the day of the main clause, of
/// what begins or ends with it.
fn main_dates(reader: &Reader<'_, '_>, clause: &Clause) -> Vec<DateExpr> {
    const TURNS: [&str; 8] = [
        "begin", "conclude", "end", "finish", "kick", "open", "start", "wrap",
    ];
    let verb = reader.verb(clause);
    let turns = TURNS.contains(&reader.view.tokens.lexicon.lemma(verb.lemma));
    let main = match clause.link {
        _ if !turns || !verb.is_gerund() => None,
        Link::Participle(main) => reader.clauses.get(main),
        Link::None => reader
            .clauses
            .iter()
            .find(|c| c.link == Link::Own && c.verb > clause.verb && c.subject == clause.subject),
        _ => None,
    };
    main.map(|m| reader.view.complements(m.verb).dates.clone())
        .unwrap_or_default()
}

/// `main date ("after" | "while" | "when") clause`: "said on Thursday after meeting Vega",
/// "praised the pact on Monday while hosting Vega": the day of the main clause.
fn side_dates(reader: &Reader<'_, '_>, clause: &Clause) -> Vec<DateExpr> {
    let first = match clause.link {
        Link::Participle(_) => Some(clause.verb),
        Link::Own => clause.subject.first().copied(),
        _ => None,
    };
    let Some(opener) = first.and_then(|n| n.checked_sub(1)) else {
        return Vec::new();
    };
    let main = reader.clauses.iter().rev().find(|c| c.verb < opener);
    main.map_or_else(Vec::new, |main| frame_day(reader, main, opener))
}

/// `arrival date "and" clause`: "arrived on Wednesday and was received by Vega": who has
/// just come is met that day.
fn arrival_dates(reader: &Reader<'_, '_>, clause: &Clause) -> Vec<DateExpr> {
    let Link::Joined(first) = clause.link else {
        return Vec::new();
    };
    let arrives = |c: &&Clause| {
        let lemma = reader.view.tokens.lexicon.lemma(reader.verb(c).lemma);
        ["arrive", "land"].contains(&lemma) && reader.verb(c).tense == Tense::Past
    };
    let arrival = reader.clauses.get(first).filter(arrives);
    arrival.map_or_else(Vec::new, |c| days_of(reader, c, false))
}

/// `main date ("after" | "during" | "at") encounter`: "said on Thursday after talks in Geneva",
/// "signed a pact on Monday at a meeting": the day of the main clause. "Arrived on Monday for
/// talks": they are at hand. Of an encounter with nobody beside, whoever speaks tells the day.
pub(super) fn told_dates(
    reader: &Reader<'_, '_>,
    unit: usize,
    kind: MeetingKind,
    sided: bool,
) -> Vec<DateExpr> {
    let Some(opener) = leader(reader, unit) else {
        return Vec::new();
    };
    // "at the end of a visit" tells no first day.
    let stage = opener + 1 < unit && kind == MeetingKind::Visit;
    let clause = clause_of(reader, unit).filter(|c| c.verb < unit && !stage);
    let tells = |r: &FrameRecord| {
        use FrameRecord::{Agreement, Meeting, Statement};
        matches!(r, Statement(_) | Agreement(_) | Meeting(MeetingKind::Visit))
    };
    clause
        .filter(|c| sided || reader.view.has_frame(main_of(reader, c).verb, tells))
        .map_or_else(Vec::new, |c| frame_day(reader, c, opener))
}

/// "agreed on Thursday to open a port during a visit": the clause that another hangs on.
fn main_of<'a>(reader: &'a Reader<'_, '_>, clause: &'a Clause) -> &'a Clause {
    let over = match clause.link {
        Link::Infinitive(over) | Link::Participle(over) => reader.clauses.get(over),
        _ => None,
    };
    over.filter(|c| c.verb < clause.verb).unwrap_or(clause)
}

/// The days that a clause in the past tells, if what hangs on it by a preposition is of the
/// same day.
fn frame_day(reader: &Reader<'_, '_>, clause: &Clause, opener: usize) -> Vec<DateExpr> {
    let clause = main_of(reader, clause);
    let led = |words: &[&str]| words.iter().any(|w| reader.view.is_word(opener, w));
    let verb = reader.verb(clause);
    let framed = |of: fn(&FrameRecord) -> bool| reader.view.has_frame(clause.verb, of);
    let travels = framed(|r| matches!(r, FrameRecord::Meeting(MeetingKind::Visit)));
    // "left on Thursday after talks" leaves open when they were.
    let acts = || {
        !travels && framed(|_| true)
            || OUTCOMES.contains(&reader.view.tokens.lexicon.lemma(verb.lemma))
    };
    let speaks = verb.is_gerund() && framed(|r| matches!(r, FrameRecord::Statement(_)));
    let fits = led(&WITHIN) || led(&OVER) && acts() || led(&["for"]) && travels;
    if !fits || verb.tense != Tense::Past && !speaks {
        return Vec::new();
    }
    days_of(reader, clause, led(&WITHIN))
}

/// The single days that a clause tells, or its months too: "in April, Mori vowed during a
/// summit".
fn days_of(reader: &Reader<'_, '_>, clause: &Clause, months: bool) -> Vec<DateExpr> {
    let mut dates = reader.view.complements(clause.verb).dates.clone();
    dates.extend(reader.dates_left(clause));
    dates.retain(|d| d.end.is_none() && (d.start.is_day() || months && is_month(&d.start)));
    dates
}

/// "April", "last month"
fn is_month(point: &Point) -> bool {
    let month = |unit: TimeUnit| unit == TimeUnit::Month;
    matches!(point, Point::Month { .. })
        || matches!(point, Point::Unit { unit, .. } if month(*unit))
}
