//! Agreements that are still talked about: "negotiations over a ceasefire".

use super::super::partner::others;
use super::super::{actors, drop_others, instrument, is_firm, joint_start};
use super::{Told, fact};
use crate::grammar::clause::Clause;
use crate::grammar::fact::AgreementFact;
use crate::grammar::reader::Reader;
use crate::grammar::status::{Reality, reality};
use crate::grammar::unit::{Determiner, UnitKind};
use crate::lexicon::FrameRecord;
use crate::model::AgreementStatus;

/// What somebody lays before others.
const PROPOSALS: &[&str] = &["plan", "plans", "proposal", "proposals"];

/// Nouns of talks that aim at a paper.
const TALKS: &[&str] = &[
    "talks",
    "negotiation",
    "negotiations",
    "bargaining",
    "consultations",
    "discussions",
    "push",
    "efforts",
];

/// `proposal "for" ["a"] instrument |
/// talks ["between" parties] ("on" | "over" | "for" | "about" | "toward") ["a"] instrument`
pub(in super::super) fn under_way(reader: &Reader<'_, '_>, unit: usize) -> Option<AgreementFact> {
    let (noun, kind) = instrument(reader, unit)?;
    let fresh = matches!(noun.determiner, Determiner::A | Determiner::None) && !noun.plural;
    if !fresh || reader.is_used(unit) || !is_firm(reader, unit) {
        return None;
    }
    let first = joint_start(reader, unit);
    let preposition = first.checked_sub(1)?;
    let about = [
        "on",
        "over",
        "for",
        "about",
        "toward",
        "towards",
        "regarding",
    ]
    .iter()
    .any(|w| reader.view.is_word(preposition, w));
    let aims = about || aims_at(reader, preposition);
    let talks = aims.then(|| talks_before(reader, preposition)).flatten()?;
    let mut noun = noun.clone();
    drop_others(reader, unit, &mut noun);
    if let Some(UnitKind::Noun(owner)) = reader.view.kind(talks) {
        noun.parties.extend(owner.parties.iter().copied());
    }
    // "a ceasefire and hostage deal"
    let (list, _) = reader.view.list_right(unit);
    let last = list
        .iter()
        .rev()
        .find(|u| instrument(reader, **u).is_some());
    let end = reader.view.complements(*last.unwrap_or(&unit)).end;
    let told = Told {
        noun,
        kind,
        status: if is_concluded(reader, talks) {
            AgreementStatus::Reached
        } else {
            AgreementStatus::Proposed
        },
        dates: Vec::new(),
        from: if talks + 1 == preposition {
            talks
        } else {
            first
        },
        end,
        rule: "agreement.under_way",
    };
    let mut found = fact(reader, unit, told);
    let mut sides: Vec<usize> = super::sides(reader, talks);
    sides.extend(holders(reader, talks));
    found.parties.extend(reader.mentions(&sides));
    found.others.states.extend(others(reader, &sides).states);
    Some(found)
}

/// What talks are held to do with a paper.
const AIMS: &[&str] = &[
    "broker",
    "clinch",
    "conclude",
    "draft",
    "extend",
    "finalise",
    "finalize",
    "forge",
    "implement",
    "negotiate",
    "reach",
    "renew",
    "rescue",
    "restore",
    "resurrect",
    "revise",
    "revive",
    "salvage",
    "save",
    "seal",
    "secure",
    "sign",
];

/// "talks to revive a nuclear deal"
fn aims_at(reader: &Reader<'_, '_>, verb: usize) -> bool {
    let lexicon = reader.view.tokens.lexicon;
    reader
        .view
        .verb(verb)
        .is_some_and(|v| v.infinitive && !v.negative && AIMS.contains(&lexicon.lemma(v.lemma)))
}

/// "Peru launched negotiations", "Peru announced the start of negotiations": who holds the
/// talks at a unit.
fn holders(reader: &Reader<'_, '_>, talks: usize) -> Vec<usize> {
    const HOLDS: &[&str] = &[
        "announce", "begin", "conclude", "conduct", "continue", "enter", "hold", "launch", "open",
        "present", "pursue", "resume", "start", "submit", "table",
    ];
    let lexicon = reader.view.tokens.lexicon;
    let clause = reader.clauses.iter().rev().find(|c| c.verb < talks);
    let holds = |c: &&Clause| {
        let verb = reader.verb(c);
        talks <= c.verb + 4 && !verb.passive && HOLDS.contains(&lexicon.lemma(verb.lemma))
    };
    clause
        .filter(holds)
        .map(|c| actors(reader, c))
        .unwrap_or_default()
}

/// "concluded negotiations on a treaty": they have one.
fn is_concluded(reader: &Reader<'_, '_>, talks: usize) -> bool {
    let lexicon = reader.view.tokens.lexicon;
    let clause = reader.clauses.iter().rev().find(|c| c.verb < talks);
    clause.is_some_and(|c| {
        let ends = matches!(lexicon.lemma(reader.verb(c).lemma), "conclude" | "complete");
        ends && reader.view.complements(c.verb).object.contains(&talks)
            && reality(reader, c) == Reality::Done
    })
}

/// The talks that a preposition or an infinitive hangs on; who talks may stand between.
pub(in super::super) fn talks_before(reader: &Reader<'_, '_>, preposition: usize) -> Option<usize> {
    let is_talks = |u: usize| {
        let last = reader.view.text(u).split_whitespace().next_back();
        last.is_some_and(|w| TALKS.iter().any(|t| w.eq_ignore_ascii_case(t)))
            && reader
                .noun_record(u, |r| matches!(r, FrameRecord::Meeting(_)))
                .is_some()
    };
    let laid = preposition.checked_sub(1)?;
    if reader.view.is_word(preposition, "for") && reader.view.ends_in(laid, PROPOSALS) {
        return Some(laid);
    }
    for at in (preposition.saturating_sub(7)..preposition).rev() {
        match reader.view.kind(at)? {
            _ if is_talks(at) => return Some(at),
            UnitKind::Parties(..) | UnitKind::And | UnitKind::Preposition | UnitKind::Date(_) => {}
            UnitKind::Place(_) => {}
            _ => return None,
        }
    }
    None
}
