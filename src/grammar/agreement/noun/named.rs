//! Treaties told by their names: "the 1951 Mutual Defense Treaty", "Resolution 1701".

use super::super::{drop_others, instrument, is_firm, joint_start};
use super::{Told, fact, is_named};
use crate::grammar::date::{DateExpr, Lead, Point};
use crate::grammar::fact::AgreementFact;
use crate::grammar::party::PartyRef;
use crate::grammar::reader::Reader;
use crate::grammar::status::{Reality, reality};
use crate::grammar::unit::{Determiner, NounGroup, Unit, UnitKind};
use crate::lexicon::FrameRecord;
use crate::model::{AgreementStatus, InstrumentKind, StatementAct};

/// A treaty named with its year, or by a proper name: "the 1951 Mutual Defense
/// Treaty", "the agreement of 19 August 2011", "the U.S.-Iraq Strategic Framework Agreement"
pub(in super::super) fn named(reader: &Reader<'_, '_>, unit: usize) -> Option<AgreementFact> {
    if reader.is_used(unit) {
        return None;
    }
    let (noun, kind) = instrument(reader, unit)?;
    let mut noun = noun.clone();
    let years = years_before(reader, unit);
    let first = years.unwrap_or_else(|| joint_start(reader, unit));
    let determiner = reader
        .view
        .units
        .get(first)
        .and_then(Unit::noun)
        .map_or(noun.determiner, |n| n.determiner);
    let year = year_in(reader.view.text(first)).or_else(|| year_in(reader.view.text(unit)));
    let open = determiner == Determiner::A && year.is_none();
    let under = is_under(reader, first, unit);
    let spoken = open && is_spoken_of(reader, unit, &noun);
    if open && !under && !spoken || determiner == Determiner::No {
        return None;
    }
    if let Some(n) = reader
        .view
        .units
        .get(first)
        .and_then(Unit::noun)
        .filter(|_| first < unit)
    {
        noun.body.0 = n.body.0;
        noun.parties.extend(n.parties.iter().copied());
    }
    drop_others(reader, unit, &mut noun);
    let of_date = match reader.view.kind(unit + 1) {
        Some(UnitKind::Date(d)) if matches!(d.lead, Lead::Of) => Some(*d),
        _ => None,
    };
    let dated = (year.is_some() || of_date.is_some()) && (!noun.plural || years.is_some());
    let two = kind != InstrumentKind::JointStatement && is_of_two(reader, unit, &noun);
    let lexicon = reader.view.tokens.lexicon;
    let between =
        is_between(reader, unit, &noun) || two || under || spoken || is_with(reader, unit, &noun);
    let known = dated || between || is_named(reader, unit, &noun);
    if !known && lexicon.treaty(reader.view.text(unit)).is_none() {
        return None;
    }
    let status = match kind {
        _ if spoken && !is_welcomed(reader, unit) => AgreementStatus::Proposed,
        InstrumentKind::Other | InstrumentKind::Contract | InstrumentKind::Ceasefire
            if !dated && between && !(two && is_named(reader, unit, &noun)) =>
        {
            AgreementStatus::Reached
        }
        _ => AgreementStatus::Signed,
    };
    let mut dates: Vec<DateExpr> = of_date.into_iter().collect();
    if let (Some(year), true) = (year, dates.is_empty()) {
        dates.push(DateExpr {
            lead: Lead::Of,
            start: Point::Year(i16::try_from(year).ok()?),
            end: None,
            span: reader.view.units.get(unit)?.span,
        });
    }
    let end = reader.view.complements(unit).end;
    let told = Told {
        noun,
        kind,
        status,
        dates,
        from: first,
        end,
        rule: "agreement.noun",
    };
    Some(fact(reader, unit, told))
}

/// "under a deal with Chad", "in line with an accord between Chad and Niger": what is done
/// by a document that exists.
fn is_under(reader: &Reader<'_, '_>, first: usize, unit: usize) -> bool {
    const BY: &[&str] = &[
        "as part of",
        "based on",
        "because of",
        "despite",
        "following",
        "in accordance with",
        "in line with",
        "pursuant to",
        "since",
        "thanks to",
        "under",
        "under the terms of",
    ];
    let by = first
        .checked_sub(1)
        .is_some_and(|p| BY.iter().any(|w| reader.view.is_word(p, w)));
    let with = ["with", "between"]
        .iter()
        .any(|w| reader.view.is_word(unit + 1, w));
    by && with && is_firm(reader, unit)
}

/// "welcomed a deal between Chad and Niger": they have one; else one may only be hoped for.
fn is_welcomed(reader: &Reader<'_, '_>, unit: usize) -> bool {
    use StatementAct::{Confirm, Support, Welcome};
    let clause = reader.clauses.iter().rev().find(|c| c.verb < unit);
    clause.is_some_and(|c| {
        let told =
            |r: &FrameRecord| matches!(r, FrameRecord::Statement(Confirm | Support | Welcome));
        reality(reader, c) == Reality::Done && reader.view.has_frame(c.verb, told)
    })
}

/// "backed a prisoner deal between Chad and Niger": one that they have, or are said to want.
fn is_spoken_of(reader: &Reader<'_, '_>, unit: usize, noun: &NounGroup) -> bool {
    !noun.plural && is_firm(reader, unit) && sides_behind(reader, unit) == 2
}

/// "the peace treaty with Israel", "its defense pact with Manila"
fn is_with(reader: &Reader<'_, '_>, unit: usize, noun: &NounGroup) -> bool {
    matches!(
        noun.determiner,
        Determiner::The | Determiner::This | Determiner::Possessive
    ) && !noun.plural
        && reader.view.is_word(unit + 1, "with")
        && is_firm(reader, unit)
}

/// Whether a reading has a number, as each resolution has.
pub(in super::super) fn has_number(reader: &Reader<'_, '_>) -> bool {
    let text = reader.view.tokens.text.as_bytes();
    let last = |end: u32| text.get((end as usize).wrapping_sub(1));
    let mut tokens = reader.view.tokens.iter();
    tokens.any(|t| last(t.end).is_some_and(u8::is_ascii_digit))
}

/// `resolution = "Resolution" number`; "U.N. Security Council Resolution 1701", "UNSCR 1701"
pub(in super::super) fn resolution(reader: &Reader<'_, '_>, unit: usize) -> Option<AgreementFact> {
    let text = reader.view.text(unit);
    let nominal = reader.view.is_nominal(unit);
    let spelled = nominal && (text.contains("Resolution") || text.contains("UNSCR"));
    if !(spelled || nominal && text.contains(" resolution")) {
        return None;
    }
    let council = [
        "UNSCR",
        "UNSC",
        "Security Council",
        "General Assembly",
        "U.N.",
        "UN ",
    ]
    .iter()
    .any(|w| text.contains(w));
    let own = numbered(text) && (spelled || council);
    let next = numbered(reader.view.text(unit + 1));
    if !(own || council && next) || reader.is_used(unit) {
        return None;
    }
    let mut noun = council_noun(reader, unit)?;
    let un = reader
        .view
        .tokens
        .lexicon
        .organizations
        .iter()
        .position(|o| o.body.code() == Some("UN"))?;
    noun.parties = vec![PartyRef::Organization(u16::try_from(un).ok()?)];
    let end = if own { unit + 1 } else { unit + 2 };
    let told = Told {
        noun,
        kind: InstrumentKind::Other,
        status: AgreementStatus::Signed,
        dates: Vec::new(),
        from: unit,
        end,
        rule: "agreement.resolution",
    };
    let mut found = fact(reader, unit, told);
    found.alone = true;
    Some(found)
}

/// The noun of a resolution: its own, or the number behind "UNSCR".
fn council_noun(reader: &Reader<'_, '_>, unit: usize) -> Option<NounGroup> {
    let units = reader.view.units;
    let own = units.get(unit)?;
    let noun = own.noun().or_else(|| units.get(unit + 1)?.noun())?;
    let mut noun = NounGroup::clone(noun);
    noun.body.0 = noun.body.0.min(own.span.0);
    Some(noun)
}

/// Whether a text has a number of three or four digits for a word.
fn numbered(text: &str) -> bool {
    text.split([' ', '(', ')', '/'])
        .any(|w| (3..=4).contains(&w.len()) && w.bytes().all(|b| b.is_ascii_digit()))
}

/// "the agreement between Israel and the PLO", "last week's deal between …": the
/// sides stand behind it.
fn is_between(reader: &Reader<'_, '_>, unit: usize, noun: &NounGroup) -> bool {
    matches!(noun.determiner, Determiner::The | Determiner::This)
        && is_firm(reader, unit)
        && sides_behind(reader, unit) >= 2
}

/// How many sides "between" leads in right behind a noun.
fn sides_behind(reader: &Reader<'_, '_>, unit: usize) -> usize {
    if !reader.view.is_word(unit + 1, "between") {
        return 0;
    }
    let complements = reader.view.complements(unit);
    complements.phrases.first().map_or(0, |p| p.nouns.len())
}

/// "the Chile-Peru fisheries accord": two sides in its name.
fn is_of_two(reader: &Reader<'_, '_>, unit: usize, noun: &NounGroup) -> bool {
    matches!(noun.determiner, Determiner::The | Determiner::This)
        && !noun.plural
        && noun.parties.len() == 2
        && is_firm(reader, unit)
}

/// "the 1952 and | 1954 treaties": the unit of the year before.
fn years_before(reader: &Reader<'_, '_>, unit: usize) -> Option<usize> {
    let first = unit.checked_sub(2)?;
    let joined = matches!(reader.view.kind(unit - 1), Some(UnitKind::And));
    let dated = |u: usize| year_in(reader.view.text(u)).is_some();
    (joined && dated(unit) && dated(first)).then_some(first)
}

fn year_in(text: &str) -> Option<i32> {
    text.split(|c: char| !c.is_ascii_digit())
        .find(|w| w.len() == 4 && (w.starts_with("19") || w.starts_with("20")))
        .and_then(|y| y.parse().ok())
}
