//! Lists under a line that leaves them its subject: "The ministers:" and below it
//! "– condemned …; – agreed to …".

use super::clause::{Clause, Link};
use super::party::PartyRef;
use super::reader::Reader;
use super::unit::UnitKind;
use super::view::View;
use crate::source::PieceKind;

/// `item = finite verb …`: its subject is the one that the line above left. A paragraph
/// that begins otherwise ends the list.
pub(super) fn adopt(reader: &mut Reader<'_, '_>) {
    if reader.reading.inside.is_some() {
        return;
    }
    if !begins_with_verb(reader) {
        if reader.reading.kind != PieceKind::Item {
            reader.facts.list_subject.clear();
        }
        return;
    }
    let left = reader.facts.list_subject.clone();
    if left.is_empty() {
        return;
    }
    let subject = reader.lend(&left);
    let Some(first) = reader.clauses.first_mut() else {
        return;
    };
    first.subject.clone_from(&subject);
    first.link = Link::Own;
    // "condemned A and called for B"
    for n in 1..reader.clauses.len() {
        let clause = &reader.clauses[n];
        let joins = matches!(clause.link, Link::None | Link::Joined(0))
            && clause.subject.is_empty()
            && reader.verb(clause).tense == reader.verb(&reader.clauses[0]).tense
            && follows_and(reader, clause);
        if joins {
            reader.clauses[n].subject.clone_from(&subject);
            reader.clauses[n].link = Link::Joined(0);
        }
    }
}

/// `label = party ":"`: whose somebody is in a list of those who took part:
/// "Chile: Foreign Minister Ann Roe".
pub(super) fn label(view: &View<'_>) -> Option<PartyRef> {
    match (view.kind(0), view.kind(1)) {
        (Some(UnitKind::Parties(parties, _)), Some(UnitKind::Colon)) => match parties[..] {
            [one] => Some(one),
            _ => None,
        },
        _ => None,
    }
}

/// `lead = … subject [verb …] ":"`: remembers the subject for the lines below.
pub(super) fn leave(reader: &mut Reader<'_, '_>) {
    let colon = reader.view.units.len().checked_sub(1);
    let ends = colon.is_some_and(|c| matches!(reader.view.kind(c), Some(UnitKind::Colon)));
    if !ends || reader.reading.inside.is_some() {
        return;
    }
    let own = reader.clauses.iter().rev().find(|c| c.link == Link::Own);
    let units = match own {
        Some(clause) => clause.subject.clone(),
        None => lone_subject(reader),
    };
    reader.facts.list_subject = reader.mentions(&units);
}

/// "During the talks, the ministers:", "the ministers, in a joint statement:"
fn lone_subject(reader: &Reader<'_, '_>) -> Vec<usize> {
    if !reader.clauses.is_empty() {
        return Vec::new();
    }
    let colon = reader.view.units.len().saturating_sub(1);
    for at in (0..colon).rev() {
        match reader.view.kind(at) {
            Some(UnitKind::Comma | UnitKind::Preposition | UnitKind::Date(_)) => {}
            Some(k) if k.is_nominal() => {
                let list = reader.view.coordination_left(at);
                let first = list.first().copied().unwrap_or(at);
                if !reader.view.in_phrase(first) {
                    return list;
                }
            }
            Some(UnitKind::And) => {}
            _ => break,
        }
    }
    Vec::new()
}

fn begins_with_verb(reader: &Reader<'_, '_>) -> bool {
    let Some(first) = reader.clauses.first() else {
        return false;
    };
    let verb = reader.verb(first);
    let before = (0..first.verb).all(|n| {
        matches!(
            reader.view.kind(n),
            Some(UnitKind::Adverb | UnitKind::Dash | UnitKind::And)
        )
    });
    before && verb.is_finite() && !verb.passive && first.subject.is_empty()
}

fn follows_and(reader: &Reader<'_, '_>, clause: &Clause) -> bool {
    clause
        .verb
        .checked_sub(1)
        .is_some_and(|l| matches!(reader.view.kind(l), Some(UnitKind::And)))
}
