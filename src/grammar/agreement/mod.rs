//! Acts of agreeing: "agreed to", "signed a memorandum on", "the 1951 treaty".

mod content;
mod extent;
mod join;
mod light;
mod noun;
mod partner;
mod verb;

use super::clause::Clause;
use super::complement::{Complements, Phrase};
use super::party::party_of;
use super::reader::Reader;
use super::status::Reality;
use super::unit::{Determiner, Head, NounGroup, Unit, UnitKind};
use crate::lexicon::{Class, FrameRecord, LightOf};
use crate::model::{AgreementStatus, InstrumentKind};
use crate::scan::TokenKind;

/// Reads the agreements of a reading.
pub(super) fn read(reader: &mut Reader<'_, '_>) {
    let first = reader.facts.agreements.len();
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
    join::one_document(&mut reader.facts.agreements, first);
    join::under_document(&mut reader.facts.agreements, first);
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

/// Papers that are agreements once several sign them.
const PAPERS: &[&str] = &[
    "agenda",
    "guidelines",
    "minutes",
    "package",
    "paper",
    "papers",
    "plan",
    "plans",
    "program",
    "programme",
    "programmes",
    "programs",
    "statement",
    "text",
    "texts",
];

/// What "sign" makes an agreement: an instrument, or a paper such as a plan.
fn signed<'a>(reader: &Reader<'a, '_>, unit: usize) -> Option<(&'a NounGroup, InstrumentKind)> {
    let paper = || {
        let noun: &NounGroup = reader.view.units.get(unit)?.noun()?;
        let last = reader.view.text(unit).split_whitespace().next_back()?;
        let is = PAPERS.iter().any(|p| last.eq_ignore_ascii_case(p));
        is.then_some((noun, InstrumentKind::Other))
    };
    instrument(reader, unit).or_else(paper)
}

/// Verbs that one does to a paper only to be bound by it.
const SIGNS: &[&str] = &[
    "sign",
    "ink",
    "initial",
    "initialled",
    "ratify",
    "cosign",
    "co-sign",
    "countersign",
];

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

/// Parties that the words of a document name and that are no sides of it.
fn drop_others(reader: &Reader<'_, '_>, unit: usize, noun: &mut NounGroup) {
    drop_seat(reader, unit, noun);
    drop_mediator(reader, unit, noun);
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

/// "a U.S.-brokered truce", "the Egyptian-proposed deal": who brought it about is no side.
fn drop_mediator(reader: &Reader<'_, '_>, unit: usize, noun: &mut NounGroup) {
    const BROUGHT: &[&str] = &[
        "backed",
        "brokered",
        "drafted",
        "facilitated",
        "led",
        "mediated",
        "negotiated",
        "proposed",
        "sponsored",
        "supervised",
        "supported",
    ];
    let tokens = &reader.view.tokens;
    let Some(u) = reader
        .view
        .units
        .get(unit)
        .filter(|_| !noun.parties.is_empty())
    else {
        return;
    };
    for t in u.first + 1..u.last.saturating_sub(1) {
        let brought = tokens.kind(t) == Some(TokenKind::Hyphen) && tokens.one_of(t + 1, BROUGHT);
        let named = brought.then(|| tokens.get(t - 1)).flatten();
        if let Some((party, _)) = named.and_then(|t| party_of(t, tokens.lexicon)) {
            noun.parties.retain(|p| *p != party);
        }
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
    sides_in(reader, &reader.view.complements(unit))
}

/// The parties that "with", "between" and "among" lead; "between the government of Chad
/// and the rebels" leads the last item of the "of" behind it too.
fn sides_in(reader: &Reader<'_, '_>, complements: &Complements) -> Vec<usize> {
    let leads =
        |p: &Phrase, words: &[&str]| words.iter().any(|w| reader.view.is_word(p.preposition, w));
    let mut found = Vec::new();
    for (n, phrase) in complements.phrases.iter().enumerate() {
        if !leads(phrase, &["with", "between", "among", "amongst"]) {
            continue;
        }
        found.extend(phrase.nouns.iter().copied());
        let of = complements.phrases.get(n + 1).filter(|p| leads(p, &["of"]));
        if let (1, true, Some(of)) = (phrase.nouns.len(), leads(phrase, &["between"]), of) {
            found.extend(of.nouns.iter().skip(1).copied());
        }
    }
    found
}

fn is_pronoun(reader: &Reader<'_, '_>, unit: usize) -> bool {
    matches!(reader.view.kind(unit), Some(UnitKind::Pronoun(_)))
}

/// "agreed to negotiate a treaty", "agreed to restore ties": the agreeing is the record.
fn told_by_outer(reader: &Reader<'_, '_>, clause: &Clause) -> bool {
    reader.governor(clause).is_some_and(|g| {
        let verb = reader.verb(g);
        !verb.negative
            && reader
                .frames(g)
                .iter()
                .any(|(f, _)| matches!(f.record, FrameRecord::Agreement(_)))
            && g.verb < clause.verb
    })
}
