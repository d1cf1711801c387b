//! Acts of agreeing: "agreed to", "signed a memorandum on", "the 1951 treaty".

mod content;
mod extent;
mod light;
mod noun;
mod partner;
mod verb;

use super::clause::Clause;
use super::reader::Reader;
use super::status::Reality;
use super::unit::{Determiner, Head, NounGroup, Unit, UnitKind};
use crate::lexicon::{Class, FrameRecord, LightOf};
use crate::model::{AgreementStatus, InstrumentKind};
use crate::scan::TokenKind;

/// Reads the agreements of a reading.
pub(super) fn read(reader: &mut Reader<'_, '_>) {
    for n in 0..reader.clauses.len() {
        if !tells(reader, &reader.clauses[n]) {
            continue;
        }
        let clause = reader.clauses[n].clone();
        let found = verb::by_verb(reader, n, &clause).or_else(|| light::light(reader, n, &clause));
        reader.facts.agreements.extend(found);
    }
    for unit in 0..reader.view.units.len() {
        let found = noun::act(reader, unit)
            .or_else(|| noun::under_way(reader, unit))
            .or_else(|| noun::named(reader, unit))
            .or_else(|| noun::resolution(reader, unit));
        reader.facts.agreements.extend(found);
    }
}

/// Whether the verb of a clause has to do with agreements at all.
fn tells(reader: &Reader<'_, '_>, clause: &Clause) -> bool {
    reader.frames(clause).iter().any(|(f, _)| {
        matches!(
            f.record,
            FrameRecord::Agreement(_) | FrameRecord::Light(LightOf::Agreement(_))
        )
    })
}

/// The status of an act whose plain past tense gives `status`, told as `reality` says.
fn adjust(status: AgreementStatus, reality: Reality) -> Option<AgreementStatus> {
    use AgreementStatus::{Broken, Planned, Proposed, Signed};
    Some(match reality {
        Reality::Unreal | Reality::Missed => return None,
        Reality::Done | Reality::Present | Reality::Ongoing => status,
        Reality::Planned => match status {
            Signed | Planned => Planned,
            Broken => Broken,
            _ => Proposed,
        },
        Reality::Agreed => Planned,
        Reality::Wished if status == Broken => return None,
        Reality::Wished => Proposed,
        Reality::Refused if status == Broken => return None,
        Reality::Refused => Broken,
    })
}

/// The document or arrangement that a unit names.
fn instrument<'a>(reader: &Reader<'a, '_>, unit: usize) -> Option<(&'a NounGroup, InstrumentKind)> {
    let noun = reader.view.units.get(unit)?.noun()?;
    match noun.head {
        Head::Instrument(kind) => Some((noun, kind)),
        _ => None,
    }
}

/// "a trade and investment agreement": the unit where what names a document begins.
fn joint_start(reader: &Reader<'_, '_>, unit: usize) -> usize {
    let noun = |u: usize| reader.view.units.get(u).and_then(Unit::noun);
    let bare = noun(unit).is_some_and(|n| n.determiner == Determiner::None && !n.plural);
    let joined = unit >= 2 && matches!(reader.view.kind(unit - 1), Some(UnitKind::And));
    let modifies = |n: &NounGroup| {
        matches!(n.head, Head::Other)
            && !n.plural
            && matches!(n.determiner, Determiner::A | Determiner::The)
            && n.people.is_empty()
    };
    if bare && joined && noun(unit - 2).is_some_and(|n| modifies(n)) {
        unit - 2
    } else {
        unit
    }
}

/// "the Paris Agreement", "Oslo Accords": the city where it was made is no side.
fn drop_seat(reader: &Reader<'_, '_>, unit: usize, noun: &mut NounGroup) {
    let Some(u) = reader.view.units.get(unit) else {
        return;
    };
    let city = Class::CAPITAL.or(Class::CITY);
    let state = Class::COUNTRY.or(Class::DEMONYM).or(Class::METONYM);
    let tokens = &reader.view.tokens;
    let seat = (u.first..u.last).any(|t| tokens.is(t, city) && !tokens.is(t, state));
    let joint = (u.first..u.last).any(|t| tokens.kind(t) == Some(TokenKind::Hyphen));
    if seat && !joint && noun.parties.len() == 1 {
        noun.parties.clear();
    }
}

/// Whether the head noun names a paper or a bargain, not a loose tie.
fn is_firm(reader: &Reader<'_, '_>, unit: usize) -> bool {
    let text = reader.view.text(unit).to_ascii_lowercase();
    let loose = [
        "partnership",
        "partnerships",
        "mechanism",
        "mechanisms",
        "framework",
        "frameworks",
        "document",
        "documents",
        "commitment",
        "commitments",
        "consensus",
        "understanding",
        "understandings",
        "arrangement",
        "arrangements",
        "resolution",
        "resolutions",
        "constitution",
        "statute",
        "charter",
        "deals",
        "settlement",
        "settlements",
        "compromise",
        "convention",
        "conventions",
        "timetable",
        "loan",
        "loans",
        "blueprint",
        "order",
        "orders",
        "declaration",
        "declarations",
    ];
    !text
        .split_whitespace()
        .next_back()
        .is_some_and(|w| loose.contains(&w))
}

/// Parties that hang on "with", "between", "among" behind a unit.
fn sides(reader: &Reader<'_, '_>, unit: usize) -> Vec<usize> {
    reader
        .view
        .complements(unit)
        .phrases
        .iter()
        .filter(|p| {
            ["with", "between", "among", "amongst"]
                .iter()
                .any(|w| reader.view.is_word(p.preposition, w))
        })
        .flat_map(|p| p.nouns.iter().copied())
        .collect()
}

fn is_pronoun(reader: &Reader<'_, '_>, unit: usize) -> bool {
    matches!(reader.view.kind(unit), Some(UnitKind::Pronoun(_)))
}
