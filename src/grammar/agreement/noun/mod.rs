//! Agreements told by a noun: "the signing of the treaty", "the 1951 Mutual
//! Defense Treaty", "negotiations over a ceasefire".

mod act;
mod named;
mod outcome;
mod under_way;

pub(super) use act::act;
pub(super) use named::{has_number, named, resolution};
pub(super) use outcome::outcome;
pub(super) use under_way::{talks_before, under_way};

use super::content::instrument_name;
use super::join::is_led;
use super::partner::others;
use super::sides;
use crate::grammar::date::DateExpr;
use crate::grammar::fact::AgreementFact;
use crate::grammar::reader::Reader;
use crate::grammar::unit::{Determiner, NounGroup, UnitKind};
use crate::lexicon::Shape;
use crate::model::{AgreementStatus, InstrumentKind};
use std::rc::Rc;

/// What a noun tells of an instrument.
pub(super) struct Told {
    pub(super) noun: NounGroup,
    pub(super) kind: InstrumentKind,
    pub(super) status: AgreementStatus,
    pub(super) dates: Vec<DateExpr>,
    /// The first unit of its words and one past the last.
    pub(super) from: usize,
    pub(super) end: usize,
    pub(super) rule: &'static str,
}

/// The fact of an instrument told so.
pub(super) fn fact(reader: &Reader<'_, '_>, unit: usize, told: Told) -> AgreementFact {
    let parties = sides(reader, unit);
    reader.use_up(unit);
    let mut end = told.end.max(unit + 1);
    while end > unit + 1
        && matches!(
            reader.view.kind(end - 1),
            Some(UnitKind::Preposition | UnitKind::Comma)
        )
    {
        // "the treaty | for as long as necessary"
        end -= 1;
    }
    AgreementFact {
        parties: reader.mentions(&parties),
        content: reader.span(told.from, end),
        instrument: Some((instrument_name(reader, unit, &told.noun), told.kind)),
        dates: told.dates,
        others: others(reader, &parties),
        led: is_led(reader, told.from),
        future: told.status == AgreementStatus::Planned,
        noun: Some(Rc::new(told.noun)),
        ..AgreementFact::of(reader.site(unit), told.status, told.rule)
    }
}

/// A proper name that ends in a capitalized instrument noun, of a kind that is
/// signed: "Refugee Convention", "Oslo Accords".
fn is_named(reader: &Reader<'_, '_>, unit: usize, noun: &NounGroup) -> bool {
    let Some(head) = reader.view.tokens.get(usize::from(noun.head_token)) else {
        return false;
    };
    let text = head.text(reader.view.tokens.text).to_ascii_lowercase();
    let signed = [
        "agreement",
        "agreements",
        "treaty",
        "convention",
        "accord",
        "accords",
        "pact",
        "protocol",
        "compact",
        "armistice",
        "charter",
        "declaration",
        "communique",
        "memorandum",
    ]
    .iter()
    .any(|w| text.ends_with(w));
    // "issues of Regional Trade Agreements"
    let some = noun.plural && noun.determiner == Determiner::None && text.ends_with("agreements");
    let words = reader.view.text(unit).split_whitespace().count();
    !some && noun.proper && head.shape == Shape::Capitalized && signed && words >= 2
}
