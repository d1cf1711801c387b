//! What has a verb and a document and is yet no agreement.

use super::super::is_firm;
use super::document::Document;
use crate::grammar::clause::{Clause, Link};
use crate::grammar::reader::Reader;
use crate::grammar::status::{Reality, reality};
use crate::grammar::unit::{Determiner, Head, NounGroup, UnitKind};
use crate::model::{AgreementStatus, InstrumentKind};

/// Verbs of weak ties to agreements: only a firm instrument makes a record.
const WEAK: &[&str] = &[
    "announce", "make", "discuss", "offer", "consider", "complete", "propose", "build", "pursue",
    "explore", "seek", "work", "do", "hail", "suggest", "table", "secure", "achieve", "leave",
    "join", "quit", "exit", "cancel", "mull", "freeze", "extend", "renew", "pass", "rework",
    "close",
];

/// Verbs of keeping to a document: only who does not is a record.
const KEPT: &[&str] = &[
    "abide",
    "adhere",
    "comply",
    "honor",
    "honour",
    "implement",
    "live",
    "observe",
    "respect",
    "stick",
    "uphold",
];

/// "did not abide by the truce", "failed to honor the pact": who does not keep to a document
/// breaks it; `None` for a verb that tells no keeping.
pub(super) fn is_kept(lemma: &str, negative: bool, reality: Reality) -> Option<bool> {
    // "urged both to implement the accord"
    let asked = lemma == "implement" && reality == Reality::Wished && !negative;
    let kept = KEPT.contains(&lemma) && !asked;
    kept.then_some(!(negative || reality == Reality::Refused))
}

/// Verbs by which only a truce of both sides comes about.
const DECLARED: &[&str] = &["declare", "proclaim"];

/// Verbs of what talks bring about.
const OUTCOME: &[&str] = &[
    "bring",
    "culminate",
    "end",
    "lead",
    "produce",
    "result",
    "yield",
];

/// Whether verb and document together tell nothing: "made the deal more acceptable",
/// "reached no agreement", "announced partnerships".
pub(super) fn tells_nothing(
    reader: &Reader<'_, '_>,
    clause: &Clause,
    lemma: &str,
    document: &Document,
    noun: &NounGroup,
) -> bool {
    // "the consensus achieved by both leaders", "the commitment made by both"
    let achieved = matches!(lemma, "achieve" | "make") && document.is_reduced();
    let declared = DECLARED.contains(&lemma) && !(is_truce(noun) && are_several(reader, clause));
    // "passed the Lome Declaration"
    let passed = lemma == "pass" && noun.proper;
    declared
        || !passed && WEAK.contains(&lemma) && !achieved && !is_firm(reader, document.unit)
        || makes_it_so(reader, lemma, document.unit, noun)
        || is_allowed(reader, clause)
        || noun.determiner == Determiner::No && !came_to_none(reader, clause, lemma, noun)
}

/// "achieving a ceasefire is a priority": only a matter that is spoken of.
pub(super) fn is_matter(reader: &Reader<'_, '_>, clause: &Clause) -> bool {
    if !reader.verb(clause).is_gerund() || clause.link != Link::None {
        return false;
    }
    let next = reader
        .clauses
        .iter()
        .find(|c| c.verb > clause.verb && c.link == Link::Own);
    next.is_some_and(|c| {
        let comma = |n: usize| matches!(reader.view.kind(n), Some(UnitKind::Comma));
        let subject = c.subject.first().copied().unwrap_or(c.verb);
        clause.verb < subject && !(clause.verb..c.verb).any(comma)
    })
}

/// "the autonomy to reach agreements", "the right to sign treaties": what may be done.
fn is_allowed(reader: &Reader<'_, '_>, clause: &Clause) -> bool {
    const LEAVE: &[&str] = &[
        "ability",
        "authority",
        "autonomy",
        "capacity",
        "flexibility",
        "freedom",
        "power",
        "powers",
        "right",
        "rights",
    ];
    let noun = clause.verb.checked_sub(1);
    reader.verb(clause).infinitive && noun.is_some_and(|n| reader.view.ends_in(n, LEAVE))
}

/// "Chad and the rebels declared", "both sides declared", "the rebels are ready to declare"
fn are_several(reader: &Reader<'_, '_>, clause: &Clause) -> bool {
    match clause.subject[..] {
        _ if reader.verb(clause).infinitive => true,
        [one] => {
            matches!(reader.view.kind(one), Some(UnitKind::Noun(n)) if matches!(n.head, Head::Group(_)))
        }
        _ => clause.subject.len() > 1,
    }
}

/// "a truce", "a ceasefire agreement"
fn is_truce(noun: &NounGroup) -> bool {
    matches!(noun.head, Head::Instrument(InstrumentKind::Ceasefire))
        && matches!(noun.determiner, Determiner::A | Determiner::None)
}

/// "no agreement was reached", "the talks produced no deal": they tried, and failed.
pub(super) fn came_to_none(
    reader: &Reader<'_, '_>,
    clause: &Clause,
    lemma: &str,
    noun: &NounGroup,
) -> bool {
    let verb = reader.verb(clause);
    noun.determiner == Determiner::No
        && !noun.plural
        && matches!(lemma, "reach" | "strike" | "produce" | "yield" | "secure")
        && !verb.negative
        && reality(reader, clause) == Reality::Done
}

/// Whether a status is too much for verb and document: "seek consensus", "could lead to a
/// deal" tell of no bargain under way.
pub(super) fn is_too_much(
    reader: &Reader<'_, '_>,
    clause: &Clause,
    lemma: &str,
    document: &Document,
    noun: &NounGroup,
    status: AgreementStatus,
) -> bool {
    match status {
        AgreementStatus::Broken => !breaks(reader, clause, lemma, document, noun),
        AgreementStatus::Proposed => OUTCOME.contains(&lemma) || is_mood(reader, document.unit),
        _ => false,
    }
}

/// Only somebody breaks what he agreed to, not "cooperation that violates resolutions",
/// and no "agreements" in general.
fn breaks(
    reader: &Reader<'_, '_>,
    clause: &Clause,
    lemma: &str,
    document: &Document,
    noun: &NounGroup,
) -> bool {
    if noun.plural && noun.determiner == Determiner::None && !noun.proper && noun.count.is_none() {
        return false;
    }
    let violates = matches!(
        lemma,
        "violate" | "breach" | "contravene" | "flout" | "infringe"
    );
    let thing = |unit: &usize| match reader.view.kind(*unit) {
        Some(UnitKind::Noun(n)) => {
            n.parties.is_empty()
                && n.people.is_empty()
                && n.pronoun.is_none()
                && matches!(
                    n.head,
                    Head::Frame(_) | Head::Other | Head::Document | Head::Instrument(_)
                )
        }
        _ => false,
    };
    document.is_subject()
        || !violates
        || clause.subject.is_empty()
        || !clause.subject.iter().all(thing)
}

/// "when it comes to the partnership": nobody comes to anything.
pub(super) fn is_idiom(reader: &Reader<'_, '_>, clause: &Clause) -> bool {
    let lexicon = reader.view.tokens.lexicon;
    lexicon.lemma(reader.verb(clause).lemma) == "come"
        && matches!(clause.subject.as_slice(), [one] if reader.view.is_word(*one, "it"))
}

/// "made the deal more acceptable": the object is only made to be so.
fn makes_it_so(reader: &Reader<'_, '_>, lemma: &str, unit: usize, noun: &NounGroup) -> bool {
    let known = matches!(noun.determiner, Determiner::The | Determiner::This);
    let more = matches!(reader.view.kind(unit + 1), Some(UnitKind::Adverb));
    match lemma {
        "make" | "get" => known || more,
        // "left the deal in tatters"
        "leave" => more || known && reader.view.is_word(unit + 1, "in"),
        _ => false,
    }
}

/// Whether the head noun names a common mind, which is no bargain while it is wished.
fn is_mood(reader: &Reader<'_, '_>, unit: usize) -> bool {
    let head = reader.view.text(unit).split_whitespace().next_back();
    head.is_some_and(|head| {
        [
            "consensus",
            "understanding",
            "commitment",
            "compromise",
            "resolution",
        ]
        .iter()
        .any(|w| head.eq_ignore_ascii_case(w))
    })
}
