//! Which words say what is agreed, and how the document is called.

use super::extent;
use crate::grammar::clause::Clause;
use crate::grammar::date::DateExpr;
use crate::grammar::fact::Bytes;
use crate::grammar::reader::Reader;
use crate::grammar::unit::{NounGroup, UnitKind};

/// From a unit to where the agreement's words end.
pub(super) fn content_span(reader: &Reader<'_, '_>, n: usize, from: usize) -> Option<Bytes> {
    let mut end = extent::end(reader, n, from);
    let unit = reader.view.units.get(from)?;
    let start = match &unit.kind {
        // "agreed | not to attack"
        UnitKind::Verb(v) if v.infinitive && !v.negative => v.head_span.0,
        _ => unit.span.0,
    };
    while end > from
        && matches!(
            reader.view.kind(end - 1),
            Some(UnitKind::Comma | UnitKind::Stop | UnitKind::Semicolon | UnitKind::Dash)
        )
    {
        end -= 1;
    }
    let last = reader.view.units.get(end.checked_sub(1)?)?;
    (start < last.span.1).then_some((start, last.span.1))
}

/// Dates of the act itself: left of the verb or right behind it, before its content.
pub(super) fn dates(
    reader: &Reader<'_, '_>,
    clause: &Clause,
    right: &[DateExpr],
    content_from: usize,
) -> Vec<DateExpr> {
    let mut dates = reader.dates_left(clause);
    let edge = reader
        .view
        .units
        .get(content_from)
        .map_or(u32::MAX, |u| u.span.0);
    dates.extend(right.iter().filter(|d| d.span.0 < edge));
    dates
}

/// The instrument with its subject: "memorandum of understanding on fisheries".
pub(super) fn instrument_name(reader: &Reader<'_, '_>, unit: usize, noun: &NounGroup) -> Bytes {
    let complements = reader.view.complements(unit);
    let subject = complements
        .phrases
        .first()
        .filter(|p| {
            p.preposition == unit + 1
                && ["on", "of", "for"]
                    .iter()
                    .any(|w| reader.view.is_word(p.preposition, w))
        })
        .and_then(|p| p.nouns.last())
        .and_then(|l| reader.view.units.get(*l));
    (
        noun.body.0,
        subject.map_or(noun.body.1, |u| u.span.1.max(noun.body.1)),
    )
}
