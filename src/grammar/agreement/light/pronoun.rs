//! `parties sign-verb "it"`: the document named last, taken up by a pronoun.

use super::super::content::{content_span, dates, instrument_name};
use super::super::partner::others;
use super::super::{actors, adjust, instrument, is_nobody};
use crate::grammar::clause::Clause;
use crate::grammar::fact::{AgreementFact, NamedDocument};
use crate::grammar::reader::Reader;
use crate::grammar::status::reality;
use crate::grammar::unit::Determiner;
use crate::model::AgreementStatus;
use std::rc::Rc;

/// Verbs that only a document has for object.
const SIGN: &[&str] = &["cosign", "initial", "ink", "ratify", "sign"];

/// Bytes between a document and the "it" that takes it up.
const FAR: u32 = 600;

/// Whether a clause has one of these verbs and "it" for object.
pub(in super::super) fn signs_it(reader: &Reader<'_, '_>, verb: usize) -> bool {
    let lexicon = reader.view.tokens.lexicon;
    let signs = reader
        .view
        .verb(verb)
        .is_some_and(|v| SIGN.contains(&lexicon.lemma(v.lemma)));
    signs
        && reader
            .view
            .complements(verb)
            .object
            .first()
            .is_some_and(|o| reader.view.is_word(*o, "it"))
}

/// `parties ("signed" | "ratified") "it"`
pub(in super::super) fn signed_it(
    reader: &Reader<'_, '_>,
    n: usize,
    clause: &Clause,
) -> Option<AgreementFact> {
    if !signs_it(reader, clause.verb) || is_nobody(reader, clause) {
        return None;
    }
    let at = reader.view.units.get(clause.verb)?.span.0;
    let document = reader.facts.document.clone()?;
    let near = document.at < at && at - document.at < FAR;
    let reality = reality(reader, clause);
    let status = adjust(AgreementStatus::Signed, reality).filter(|_| near)?;
    let parties = actors(reader, clause);
    let mut noun = document.noun;
    Rc::make_mut(&mut noun).determiner = Determiner::This;
    let complements = reader.view.complements(clause.verb);
    Some(AgreementFact {
        parties: reader.mentions(&parties),
        content: content_span(reader, n, clause.verb),
        instrument: Some((document.name, document.kind)),
        noun: Some(noun),
        dates: dates(reader, clause, &complements.dates, u32::MAX as usize),
        others: others(reader, &parties),
        of_last: true,
        future: reality.is_future(),
        ..AgreementFact::of(reader.site(clause.verb), status, "agreement.pronoun")
    })
}

/// Remembers the last document that a reading names up to a unit.
pub(in super::super) fn remember(reader: &mut Reader<'_, '_>, end: usize) {
    let named = (0..end)
        .rev()
        .find_map(|u| Some((u, instrument(reader, u)?)));
    let Some((unit, (_, kind))) = named else {
        return;
    };
    let (Some(noun), Some(at)) = (
        reader.view.units.get(unit).and_then(|u| u.noun().cloned()),
        reader.view.units.get(unit).map(|u| u.span.0),
    ) else {
        return;
    };
    let name = instrument_name(reader, unit, &noun);
    reader.facts.document = Some(NamedDocument {
        at,
        noun,
        name,
        kind,
    });
}
