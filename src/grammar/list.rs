//! Verbs whose subject stands outside their reading: in lists under a line that leaves
//! them its own ("The ministers:" and below it "– condemned …; – agreed to …"), and in
//! quotations behind somebody (`Mori "urges both sides"`).

use super::clause::{Clause, Link};
use super::fact::MentionId;
use super::party::PartyRef;
use super::reader::Reader;
use super::unit::{Head, Unit, UnitKind};
use super::view::View;
use crate::scan::TokenKind;
use crate::source::PieceKind;

/// `item = finite verb …`: its subject is the one that the line above left. A paragraph
/// that begins otherwise ends the list.
pub(super) fn adopt(reader: &mut Reader<'_, '_>) {
    if let Some(quote) = reader.reading.inside {
        let subjects = &mut reader.facts.quote_subjects;
        if let Some(n) = subjects.iter().position(|(of, _)| *of == quote) {
            let (_, left) = subjects.swap_remove(n);
            if begins_with_verb(reader) {
                hand_down(reader, &left);
            }
        }
        return;
    }
    if !begins_with_verb(reader) {
        if reader.reading.kind != PieceKind::Item {
            reader.facts.list_subject.clear();
        }
        return;
    }
    let left = reader.facts.list_subject.clone();
    if !left.is_empty() {
        hand_down(reader, &left);
    }
}

/// Gives the first verb, and those joined to it, a subject of another reading.
fn hand_down(reader: &mut Reader<'_, '_>, left: &[MentionId]) {
    let subject = reader.lend(left);
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
    if reader.reading.inside.is_some() {
        return;
    }
    announce(reader, ends);
    if !ends {
        return;
    }
    let own = reader.clauses.iter().rev().find(|c| c.link == Link::Own);
    let units = match own {
        Some(clause) => clause.subject.clone(),
        None => lone_subject(reader),
    };
    reader.facts.list_subject = reader.mentions(&units);
}

/// `announcing = subject (reporting verb | verb "the following" document) … ":"`: remembers whose
/// words stand below.
fn announce(reader: &mut Reader<'_, '_>, colon: bool) {
    reader.facts.announced.clear();
    if !colon {
        return;
    }
    let Some(clause) = reader.clauses.iter().rev().find(|c| c.link == Link::Own) else {
        return;
    };
    let document = |n: &usize| {
        let noun = reader.view.units.get(*n).and_then(Unit::noun);
        noun.is_some_and(|n| n.head == Head::Document)
    };
    let complements = reader.view.complements(clause.verb);
    // "the following" leads its noun as if it were a preposition.
    let following = complements
        .phrases
        .iter()
        .filter(|p| reader.view.is_word(p.preposition, "following"));
    let mut told = complements
        .object
        .iter()
        .chain(following.flat_map(|p| &p.nouns));
    let issues = told.any(document);
    if !issues && !reader.view.reports(clause.verb) {
        return;
    }
    let subject = clause.subject.clone();
    reader.facts.announced = reader.mentions(&subject);
    if issues && reader.facts.issuers.is_empty() {
        reader.facts.issuers = reader.facts.announced.clone();
    }
}

/// `led = subject {adverb} quotation`: remembers the subject for the quotation's first verb.
pub(super) fn leave_to_quotes(reader: &mut Reader<'_, '_>) {
    if reader.reading.inside.is_some() {
        return;
    }
    for n in 1..reader.view.units.len() {
        let token = reader
            .view
            .units
            .get(n)
            .and_then(|u| reader.view.tokens.get(u.first));
        let Some(TokenKind::Quote(quote)) = token.map(|t| t.kind) else {
            continue;
        };
        let Some(subject) = reader
            .view
            .left(n)
            .filter(|s| opens_clause(&reader.view, *s))
        else {
            continue;
        };
        let subject = reader.mentions(&reader.view.coordination_left(subject));
        reader.facts.quote_subjects.push((quote, subject));
    }
}

/// Somebody with nothing before that could have him as its object.
fn opens_clause(view: &View<'_>, at: usize) -> bool {
    let speaks = match view.kind(at) {
        Some(
            UnitKind::People(_)
            | UnitKind::Name { .. }
            | UnitKind::Post(_)
            | UnitKind::Parties(..)
            | UnitKind::Pronoun(_),
        ) => true,
        Some(UnitKind::Noun(n)) => matches!(
            n.head,
            Head::Organ(_) | Head::Group(_) | Head::Source | Head::Other
        ),
        _ => false,
    };
    let first = view.first_left(at);
    speaks
        && first.checked_sub(1).is_none_or(|l| {
            matches!(
                view.kind(l),
                Some(
                    UnitKind::Comma
                        | UnitKind::That
                        | UnitKind::And
                        | UnitKind::But
                        | UnitKind::Date(_)
                )
            )
        })
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
