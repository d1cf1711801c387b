//! Where what is agreed ends: at the next act, at who said so, where the clause around
//! it goes on.

use crate::grammar::clause::{Clause, Link};
use crate::grammar::reader::Reader;
use crate::grammar::unit::{Determiner, UnitKind};
use crate::lexicon::{FrameRecord, VerbForm};

/// One past the last unit of what the clause `n` agrees, which begins at `from`.
pub(super) fn end(reader: &Reader<'_, '_>, n: usize, from: usize) -> usize {
    let mut end = reader.end();
    if let Some(source) = (from + 1..end).find(|u| reader.view.is_word(*u, "according to")) {
        end = source;
    }
    let fronted = is_fronted(reader, n);
    for clause in reader.clauses.iter().skip(n + 1) {
        if clause.verb <= from {
            continue;
        }
        if clause.verb >= end {
            break;
        }
        let cut = if is_next_act(reader, n, clause) || is_outer(reader, n, from, clause) {
            Some(before_joint(reader, clause.verb, from))
        } else {
            attribution(reader, clause, from, end)
                .or_else(|| inverted(reader, clause, from))
                .or_else(|| other_clause(reader, clause, from))
                .or_else(|| new_sentence(reader, clause, from))
                .or_else(|| main_clause(reader, clause, from).filter(|_| fronted))
        };
        if let Some(cut) = cut {
            return cut;
        }
    }
    end
}

/// A verb of the same subject that tells another act: "agreed to X and signed Y",
/// "agreed to X, calling for Y".
fn is_next_act(reader: &Reader<'_, '_>, n: usize, clause: &Clause) -> bool {
    let verb = reader.verb(clause);
    match clause.link {
        // "is close to signing a pact and believes", "signed it and will visit Chile"
        Link::Joined(o) if o <= n => {
            verb.is_finite() && !(verb.bare && verb.form == VerbForm::Base)
        }
        Link::Participle(o) if o <= n => {
            let comma = matches!(
                reader.view.kind(clause.verb.saturating_sub(1)),
                Some(UnitKind::Comma)
            );
            verb.is_gerund() && comma && says(reader, clause)
        }
        _ => false,
    }
}

/// "Egypt, the first to sign a treaty, plays a role": a verb whose subject stands
/// before what is agreed.
fn is_outer(reader: &Reader<'_, '_>, n: usize, from: usize, clause: &Clause) -> bool {
    if clause.link != Link::Own || !reader.verb(clause).is_finite() {
        return false;
    }
    let before = clause.subject.iter().all(|s| *s < from) && !clause.subject.is_empty();
    // "a new date for signing the treaty will be set": its object is not the subject.
    let loose = reader.clauses.get(n).is_some_and(|c| {
        let verb = reader.verb(c);
        // "the talks that led to the deal were opened"
        verb.infinitive || verb.is_gerund() || c.link == Link::Relative
    });
    before || loose && clause.subject.first() == Some(&from)
}

/// Whether a clause's verb reports somebody's words.
fn says(reader: &Reader<'_, '_>, clause: &Clause) -> bool {
    reader
        .frames(clause)
        .iter()
        .any(|(f, _)| matches!(f.record, FrameRecord::Statement(_)))
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
    // "patrol the coast together, adding": an adverb before the joint is said of it.
    while cut < verb && matches!(reader.view.kind(cut), Some(UnitKind::Adverb)) {
        cut += 1;
    }
    cut
}

/// Where a trailing attribution begins: "…, the ministry said", "-- in part, experts
/// say, because …".
fn attribution(reader: &Reader<'_, '_>, clause: &Clause, from: usize, end: usize) -> Option<usize> {
    let first = clause.subject.first().copied()?;
    if clause.link != Link::Own || first <= from || first >= end {
        return None;
    }
    if !says(reader, clause) {
        return None;
    }
    let kind = |u: usize| reader.view.kind(u);
    if let Some(dash) = (from + 1..first).find(|u| matches!(kind(*u), Some(UnitKind::Dash))) {
        return Some(dash);
    }
    let start = clause.start.saturating_sub(1).max(from);
    let comma = (start..first).find(|u| matches!(kind(*u), Some(UnitKind::Comma)))?;
    // ", the envoy told reporters after meeting him", ", two sources close to him said"
    let acts = |u: usize| matches!(kind(u), Some(UnitKind::Verb(_) | UnitKind::Comma));
    let plain = comma + 1 == first && !(first..clause.verb).any(acts);
    let closes = plain || clause.verb + 4 >= reader.end();
    (closes && comma > from).then_some(comma)
}

/// ", said the minister": the comma before who said so, at the end.
fn inverted(reader: &Reader<'_, '_>, clause: &Clause, from: usize) -> Option<usize> {
    let comma = clause.verb.checked_sub(1).filter(|c| *c > from)?;
    let set_off = matches!(reader.view.kind(comma), Some(UnitKind::Comma));
    (set_off && reader.view.inverted_speaker(clause.verb).is_some()).then_some(comma)
}

/// Words that open a clause beside what is agreed, not a condition of it.
const BESIDE: &[&str] = &[
    "while",
    "whereas",
    "although",
    "though",
    "as",
    "even as",
    "even though",
];

/// Where a clause with a subject of its own stands beside it: ", but experts doubt",
/// ", while Chad abstained", "and they look forward to".
fn other_clause(reader: &Reader<'_, '_>, clause: &Clause, from: usize) -> Option<usize> {
    if clause.link != Link::Own || !reader.verb(clause).is_finite() {
        return None;
    }
    let view = &reader.view;
    let own = own_subject(reader, clause)?;
    let joint = own.checked_sub(1).filter(|j| *j > from)?;
    let comma = matches!(view.kind(joint - 1), Some(UnitKind::Comma)) && joint - 1 > from;
    let beside = match view.kind(joint)? {
        UnitKind::But => true,
        // "left the treaty, and Minister Mori called it"
        UnitKind::And => is_nominative(reader, own) || comma && says(reader, clause),
        // "agreed to meet as they ended their talks"
        UnitKind::Subordinator | UnitKind::Preposition => {
            (comma || is_nominative(reader, own)) && BESIDE.iter().any(|w| view.is_word(joint, w))
        }
        _ => false,
    };
    beside.then_some(if comma { joint - 1 } else { joint })
}

/// "open a port and a treaty will be signed": behind an infinitive a finite verb has a
/// clause of its own.
fn new_sentence(reader: &Reader<'_, '_>, clause: &Clause, from: usize) -> Option<usize> {
    let view = &reader.view;
    let infinitive = view.verb(from).is_some_and(|v| v.infinitive);
    if !infinitive || clause.link != Link::Own || !reader.verb(clause).is_finite() {
        return None;
    }
    let last = clause.subject.last().copied()?;
    let and = last.checked_sub(1).filter(|a| *a > from)?;
    let led = (from..and).any(|u| {
        matches!(
            view.kind(u),
            Some(UnitKind::That | UnitKind::Relative | UnitKind::Subordinator | UnitKind::Quote)
        )
    });
    let joint = matches!(view.kind(and), Some(UnitKind::And));
    // "a strategic and | cooperative relationship aimed at"
    let bare = matches!(view.kind(last), Some(UnitKind::Noun(n))
        if n.determiner == Determiner::None && !n.plural && !n.proper && n.parties.is_empty());
    (joint && !led && !bare).then_some(and)
}

/// The first unit of a clause's own subject: of "their ties, and they" only "they".
fn own_subject(reader: &Reader<'_, '_>, clause: &Clause) -> Option<usize> {
    let last = clause.subject.last().copied()?;
    if is_nominative(reader, last) {
        return Some(last);
    }
    clause.subject.first().copied()
}

/// "they", "we", "he": never an object.
fn is_nominative(reader: &Reader<'_, '_>, unit: usize) -> bool {
    matches!(reader.view.kind(unit), Some(UnitKind::Pronoun(_)))
        && ["they", "we", "he", "she", "i"]
            .iter()
            .any(|w| reader.view.is_word(unit, w))
}

/// Whether the clause opens the sentence as a subordinate one: "After they agreed to",
/// "By reaching", "Asked if they had agreed to".
fn is_fronted(reader: &Reader<'_, '_>, n: usize) -> bool {
    let Some(clause) = reader.clauses.get(n) else {
        return false;
    };
    let view = &reader.view;
    let opens = |u: usize| {
        u <= 1
            || matches!(
                view.kind(u - 1),
                Some(UnitKind::That | UnitKind::Comma | UnitKind::Quote)
            )
    };
    let gerund = reader.verb(clause).is_gerund();
    let first = clause.subject.first().copied().unwrap_or(clause.verb);
    let leads = if gerund {
        clause.verb
    } else {
        first.min(clause.verb)
    };
    (0..leads).rev().take(3).any(|u| match view.kind(u) {
        Some(UnitKind::Subordinator) => opens(u),
        Some(UnitKind::Preposition) => opens(u) && (gerund && u + 1 == leads || u + 1 == first),
        _ => false,
    })
}

/// The comma before the subject of the clause that a fronted one belongs to.
fn main_clause(reader: &Reader<'_, '_>, clause: &Clause, from: usize) -> Option<usize> {
    if clause.link != Link::Own || !reader.verb(clause).is_finite() {
        return None;
    }
    (from + 1..clause.verb).find(|u| {
        matches!(reader.view.kind(*u), Some(UnitKind::Comma)) && clause.subject.contains(&(u + 1))
    })
}
