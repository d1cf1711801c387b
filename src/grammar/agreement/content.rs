//! Which words say what is agreed, and how the document is called.

use crate::grammar::clause::{Clause, Link};
use crate::grammar::date::DateExpr;
use crate::grammar::fact::Bytes;
use crate::grammar::reader::Reader;
use crate::grammar::unit::{NounGroup, UnitKind};
use crate::lexicon::{FrameRecord, VerbForm};

/// From a unit to where the agreement's words end.
pub(super) fn content_span(reader: &Reader<'_, '_>, n: usize, from: usize) -> Option<Bytes> {
    let mut end = reader.end();
    for clause in reader.clauses.iter().skip(n + 1) {
        if clause.verb <= from {
            continue;
        }
        if is_next_act(reader, n, clause) {
            end = end.min(before_joint(reader, clause.verb, from));
            break;
        }
        if let Some(cut) = attribution(reader, clause, from, end) {
            end = cut;
            break;
        }
    }
    let unit = reader.view.units.get(from)?;
    let start = match &unit.kind {
        UnitKind::Verb(v) if v.infinitive => v.head_span.0,
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

/// A verb of the same subject that tells another act: "agreed to X and signed Y",
/// "agreed to X, calling for Y".
fn is_next_act(reader: &Reader<'_, '_>, n: usize, clause: &Clause) -> bool {
    let verb = reader.verb(clause);
    match clause.link {
        Link::Joined(o) if o == n => verb.is_finite() && verb.form != VerbForm::Base,
        Link::Participle(o) if o == n => {
            verb.is_gerund()
                && matches!(
                    reader.view.kind(clause.verb.saturating_sub(1)),
                    Some(UnitKind::Comma)
                )
                && reader
                    .frames(clause)
                    .iter()
                    .any(|(f, _)| matches!(f.record, FrameRecord::Statement(_)))
        }
        _ => false,
    }
}

/// The unit where the joint words before a verb begin.
fn before_joint(reader: &Reader<'_, '_>, verb: usize, from: usize) -> usize {
    let mut cut = verb;
    while cut > from
        && matches!(
            reader.view.kind(cut - 1),
            Some(UnitKind::And | UnitKind::But | UnitKind::Comma | UnitKind::Adverb)
        )
    {
        cut -= 1;
    }
    cut
}

/// Where a trailing attribution begins: "…, the ministry said".
fn attribution(reader: &Reader<'_, '_>, clause: &Clause, from: usize, end: usize) -> Option<usize> {
    if clause.link != Link::Own || clause.start <= from || clause.start >= end {
        return None;
    }
    let says = reader
        .frames(clause)
        .iter()
        .any(|(f, _)| matches!(f.record, FrameRecord::Statement(_)));
    let first = clause.subject.first().copied()?;
    let comma = (clause.start.saturating_sub(1)..first)
        .find(|u| matches!(reader.view.kind(*u), Some(UnitKind::Comma)))?;
    let closes = clause.verb + 4 >= reader.end();
    (says && closes && comma > from).then_some(comma)
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
