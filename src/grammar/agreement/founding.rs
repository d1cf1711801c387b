//! `sides found-verb body`: "India and Nepal have set up a hotline".

use super::content::{content_span, dates};
use super::partner::others;
use super::{actors, told_by_outer};
use crate::grammar::clause::Clause;
use crate::grammar::fact::AgreementFact;
use crate::grammar::reader::Reader;
use crate::grammar::status::{Reality, reality};
use crate::grammar::unit::Determiner;
use crate::model::AgreementStatus;

/// Verbs of setting up what two sides can only have together.
const FOUND: &[&str] = &["create", "establish", "form", "institute", "launch", "set"];

/// What sides have together.
const SHARED: &[&str] = &[
    "channel",
    "channels",
    "commission",
    "committee",
    "committees",
    "council",
    "group",
    "groups",
    "hotline",
    "hotlines",
    "mechanism",
    "mechanisms",
    "partnership",
    "partnerships",
];

/// Whether a clause has one of these verbs.
pub(super) fn founds(reader: &Reader<'_, '_>, clause: &Clause) -> bool {
    let lemma = reader.verb(clause).lemma;
    FOUND.contains(&reader.view.tokens.lexicon.lemma(lemma))
}

/// `sides ("established" | "set up") ("a" | "") shared body`
pub(super) fn founding(
    reader: &Reader<'_, '_>,
    n: usize,
    clause: &Clause,
) -> Option<AgreementFact> {
    let verb = *reader.verb(clause);
    let lemma = reader.view.tokens.lexicon.lemma(verb.lemma);
    if verb.passive || verb.negative || told_by_outer(reader, clause) {
        return None;
    }
    let up = reader.view.is_word(clause.verb + 1, "up");
    if up != (lemma == "set") {
        return None;
    }
    let complements = reader.view.complements(clause.verb);
    let from = complements.object.first().copied()?;
    let noun = reader.view.units.get(from)?.noun()?;
    let fresh = matches!(noun.determiner, Determiner::A | Determiner::None);
    let last = reader.view.text(from).split_whitespace().next_back()?;
    let shared = SHARED.iter().any(|w| last.eq_ignore_ascii_case(w));
    let done = matches!(reality(reader, clause), Reality::Done | Reality::Present);
    if !fresh || !shared || !done {
        return None;
    }
    let parties = actors(reader, clause);
    Some(AgreementFact {
        parties: reader.mentions(&parties),
        content: content_span(reader, n, from),
        dates: dates(reader, clause, &complements.dates, u32::MAX as usize),
        others: others(reader, &parties),
        needs_two: true,
        ..AgreementFact::of(
            reader.site(clause.verb),
            AgreementStatus::Reached,
            "agreement.founding",
        )
    })
}
