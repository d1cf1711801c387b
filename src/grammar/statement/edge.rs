//! Attributions that stand behind their words, and where they begin.

use super::content::bare_clause;
use super::is_say_like;
use crate::grammar::clause::{Clause, Link};
use crate::grammar::reader::Reader;
use crate::grammar::unit::UnitKind;
use crate::grammar::verb_group::Modality;
use crate::lexicon::Slot;
use crate::scan::TokenKind;

/// By clause, where an attribution behind its content begins: `"," subject verb`
/// or `"," verb subject` with nothing reported to its right.
pub(super) fn trailing(reader: &Reader<'_, '_>, found: &mut Vec<Option<usize>>) {
    found.clear();
    found.resize(reader.clauses.len(), None);
    for n in (0..reader.clauses.len()).rev() {
        found[n] = trailing_edge(reader, n, found);
    }
}

fn trailing_edge(reader: &Reader<'_, '_>, n: usize, trailing: &[Option<usize>]) -> Option<usize> {
    let clause = &reader.clauses[n];
    let verb = reader.verb(clause);
    let tells = verb.is_finite() && !verb.passive && verb.modality == Modality::None;
    if !tells || !matches!(clause.link, Link::Own | Link::None) {
        return None;
    }
    if !is_say_like(reader, clause) {
        return None;
    }
    let complements = reader.view.complements(clause.verb);
    let quote_at_once = complements
        .quote
        .is_some_and(|q| !(clause.verb..q).any(|u| is_comma(reader, u)));
    let to_do = complements
        .infinitive
        .is_some_and(|i| !(clause.verb..i).any(|u| is_comma(reader, u)));
    if complements.that.is_some() || to_do || quote_at_once {
        return None;
    }
    if bare_clause(reader, n, clause.verb + 1, trailing).is_some() {
        return None;
    }
    let takes_object = reader
        .frames(clause)
        .iter()
        .any(|(f, _)| f.slots.get("object").is_some());
    if !clause.subject.is_empty() && !takes_object && reader.view.is_nominal(clause.verb + 1) {
        // "he said last week's deal to …"
        return None;
    }
    let edge = left_edge(reader, clause)?;
    // "In a note sent on Monday, the envoy denounced the report": what is denounced stands
    // to the right.
    let own_object = reader
        .frames(clause)
        .iter()
        .any(|(f, _)| f.slots.get("object") == Some(Slot::Content));
    let speaks = clause.subject.is_empty();
    if own_object && !speaks && !complements.object.is_empty() && !follows_quote(reader, clause) {
        return None;
    }
    (edge > 0).then_some(edge)
}

pub(super) fn is_comma(reader: &Reader<'_, '_>, unit: usize) -> bool {
    matches!(reader.view.kind(unit), Some(UnitKind::Comma))
}

/// Where the attribution of a clause begins if a comma, a dash or a quotation
/// sets it off to the left: its first unit, dates and adverbs included.
pub(super) fn left_edge(reader: &Reader<'_, '_>, clause: &Clause) -> Option<usize> {
    let mut edge = clause
        .subject
        .first()
        .copied()
        .unwrap_or(clause.verb)
        .min(clause.verb);
    loop {
        let left = edge.checked_sub(1)?;
        match reader.view.kind(left) {
            Some(UnitKind::Comma | UnitKind::Dash | UnitKind::Quote) => return Some(edge),
            Some(UnitKind::Other) if closes_words(reader, left) => return Some(edge),
            Some(UnitKind::Adverb | UnitKind::Date(_)) => edge = left,
            // "…, ECB board member Ann Field warned"
            Some(UnitKind::Name { .. } | UnitKind::Parties(..)) if edge < clause.verb => {
                edge = left;
            }
            _ => return None,
        }
    }
}

/// `There are "issues to settle," a source said`: the mark that closes a few quoted
/// words, a comma before it.
pub(super) fn closes_words(reader: &Reader<'_, '_>, unit: usize) -> bool {
    let mark = reader
        .view
        .units
        .get(unit)
        .and_then(|u| reader.view.tokens.get(u.first));
    let comma = unit.checked_sub(1).is_some_and(|l| is_comma(reader, l));
    comma && mark.is_some_and(|t| t.kind == TokenKind::Mark)
}

/// Whether a quotation stands right before the clause's attribution.
pub(super) fn follows_quote(reader: &Reader<'_, '_>, clause: &Clause) -> bool {
    let Some(edge) = left_edge(reader, clause) else {
        return false;
    };
    let mut n = edge;
    while n > 0
        && matches!(
            reader.view.kind(n - 1),
            Some(UnitKind::Comma | UnitKind::Dash)
        )
    {
        n -= 1;
    }
    n > 0 && matches!(reader.view.kind(n - 1), Some(UnitKind::Quote))
}
