//! `body resolve-verb measure`: "the EU extended its sanctions", "the Council renewed the
//! mandate of the mission".

use super::content::{content_span, dates};
use super::{actors, told_by_outer};
use crate::grammar::clause::Clause;
use crate::grammar::fact::AgreementFact;
use crate::grammar::party::PartyRef;
use crate::grammar::reader::Reader;
use crate::grammar::status::{Reality, reality};
use crate::grammar::unit::UnitKind;
use crate::model::AgreementStatus;

/// Verbs by which a body of states disposes of what is its to give.
const RESOLVE: &[&str] = &[
    "adopt",
    "approve",
    "authorise",
    "authorize",
    "ease",
    "expand",
    "extend",
    "lift",
    "prolong",
    "renew",
    "suspend",
    "tighten",
    "toughen",
];

/// What is a body's to give.
const MEASURES: &[&str] = &[
    "authorization",
    "authorisation",
    "ban",
    "bans",
    "deployment",
    "embargo",
    "embargoes",
    "freeze",
    "mandate",
    "mandates",
    "measures",
    "membership",
    "quota",
    "quotas",
    "restrictions",
    "sanctions",
];

/// Whether a clause has one of these verbs.
pub(super) fn resolves(reader: &Reader<'_, '_>, clause: &Clause) -> bool {
    let lemma = reader.verb(clause).lemma;
    RESOLVE.contains(&reader.view.tokens.lexicon.lemma(lemma))
}

/// `body ("extended" | "imposed" …) measure`, `measure "was extended" "by" body`
pub(super) fn resolved(
    reader: &Reader<'_, '_>,
    n: usize,
    clause: &Clause,
) -> Option<AgreementFact> {
    let verb = *reader.verb(clause);
    if verb.negative || told_by_outer(reader, clause) {
        return None;
    }
    let view = &reader.view;
    let complements = view.complements(clause.verb);
    let by = complements
        .phrases
        .iter()
        .find(|p| view.is_word(p.preposition, "by"));
    let (who, from) = if verb.passive {
        (by?.nouns.clone(), *clause.subject.first()?)
    } else {
        (actors(reader, clause), *complements.object.first()?)
    };
    let done = matches!(reality(reader, clause), Reality::Done | Reality::Present);
    let body = matches!(who[..], [one] if is_body_of_states(reader, one));
    if !done || !body || !view.ends_in(from, MEASURES) {
        return None;
    }
    let content = if verb.passive {
        reader.span(from, complements.end)
    } else {
        content_span(reader, n, from)
    };
    Some(AgreementFact {
        parties: reader.mentions(&who),
        content,
        dates: dates(reader, clause, &complements.dates, u32::MAX as usize),
        needs_two: true,
        ..AgreementFact::of(
            reader.site(clause.verb),
            AgreementStatus::Reached,
            "agreement.resolved",
        )
    })
}

/// "the Security Council", "EU foreign ministers": of a body, not of a state.
fn is_body_of_states(reader: &Reader<'_, '_>, unit: usize) -> bool {
    let parties = match reader.view.kind(unit) {
        Some(UnitKind::Parties(parties, _)) => parties,
        Some(UnitKind::Noun(n)) => &n.parties,
        Some(UnitKind::Post(p)) if p.plural => &p.parties,
        _ => return false,
    };
    let country = |p: &PartyRef| !matches!(p, PartyRef::Organization(_));
    let council = reader.view.ends_in(unit, &["council", "bloc", "assembly"]);
    !parties.iter().any(country) && (council || !parties.is_empty())
}
