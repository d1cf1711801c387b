//! A second document of one verb, each with its day: "signed a treaty in 2011 and a pact in
//! March last year".

use super::super::content::instrument_name;
use super::super::instrument;
use crate::grammar::clause::Clause;
use crate::grammar::fact::AgreementFact;
use crate::grammar::reader::Reader;
use crate::grammar::unit::UnitKind;
use std::rc::Rc;

/// `again = date "and" document date`, behind the document of a verb: cuts the first fact short
/// and gives the second.
pub(in super::super) fn again(
    reader: &Reader<'_, '_>,
    clause: &Clause,
    first: &mut AgreementFact,
) -> Option<AgreementFact> {
    let view = &reader.view;
    let is_date = |n: usize| matches!(view.kind(n), Some(UnitKind::Date(_)));
    let stops = |n: usize| matches!(view.kind(n), Some(UnitKind::Verb(_) | UnitKind::Stop));
    let and = (clause.verb + 2..view.units.len())
        .take_while(|n| !stops(*n))
        .find(|n| matches!(view.kind(*n), Some(UnitKind::And)) && is_date(n - 1))?;
    let (noun, kind) = instrument(reader, and + 1)?;
    let complements = view.complements(and + 1);
    if complements.dates.is_empty() {
        return None;
    }
    let cut = view.units.get(and)?.span.0;
    let start = first.content?.0;
    if start >= cut {
        return None;
    }
    let end = view.units.get(and - 1)?.span.1;
    let second = AgreementFact {
        site: reader.site(and + 1),
        content: reader.span(and + 1, complements.end),
        instrument: Some((instrument_name(reader, and + 1, noun), kind)),
        noun: Some(Rc::new(noun.clone())),
        dates: complements.dates.clone(),
        ..first.clone()
    };
    first.content = Some((start, end));
    first.dates.retain(|d| d.span.1 <= cut);
    reader.use_up(and + 1);
    Some(second)
}
