//! Chains of reporting verbs: "said A, adding that B and calling for C".

use super::{hangs_on_preposition, has_statement_frame};
use crate::grammar::clause::Link;
use crate::grammar::reader::Reader;
use crate::grammar::unit::{Head, UnitKind};
use crate::grammar::verb_group::Modality;
use crate::lexicon::{FrameRecord, Slot, VerbForm};
use crate::model::StatementAct;

/// ", adding that" and ", and called for" behind the content of a reporting
/// verb belong to its speaker, not to the subject inside the content.
pub(super) fn relink(reader: &mut Reader<'_, '_>) {
    // The last clauses that could be the outer verb, in order.
    let mut open = std::mem::take(&mut reader.lists.open);
    open.clear();
    for n in 0..reader.clauses.len() {
        if let Some((inner, participle)) = chained(reader, n) {
            // "…, declared the envoy, expressing regret": whoever stands behind the verb.
            let inverted = |c: &usize| *c > inner && reader.clauses[*c].subject.is_empty();
            let outer = open.iter().copied().find(inverted).or_else(|| {
                let found = outer_report(reader, n, inner, &open, participle);
                found.filter(|o| *o != inner && joins(reader, n, *o, inner, participle))
            });
            if let Some(outer) = outer {
                let subject = speakers(reader, outer);
                reader.clauses[n].subject = subject;
                reader.clauses[n].link = if participle {
                    Link::Participle(outer)
                } else {
                    Link::Joined(outer)
                };
            }
        }
        if is_report(reader, n) {
            let own = reader.clauses[n].link == Link::Own;
            let at = reader.clauses[n].start;
            // A new clause of its own that no "that" governs closes the ones before.
            if own && opens_anew(reader, at) {
                open.clear();
            }
            open.insert(0, n);
            open.truncate(8);
        }
    }
    reader.lists.open = open;
}

/// The report that a chained verb goes on: ", adding" goes back to the outermost
/// one of its run, other verbs to the nearest.
fn outer_report(
    reader: &Reader<'_, '_>,
    n: usize,
    inner: usize,
    open: &[usize],
    participle: bool,
) -> Option<usize> {
    let mut before = open.iter().copied().filter(|c| *c <= inner);
    if participle && is_plain(reader, n) {
        let plain = before.clone().rfind(|c| is_plain(reader, *c));
        // "denied that Peru had agreed, noting that"
        return plain.or_else(|| before.rfind(|c| takes_clause(reader, *c)));
    }
    // "said they shared values and added that"
    before.find(|c| *c != inner || tells_more(reader, *c))
}

/// "said", "added": a verb that takes a clause and says no more itself.
fn is_plain(reader: &Reader<'_, '_>, n: usize) -> bool {
    reader.frames(&reader.clauses[n]).iter().any(|(f, _)| {
        matches!(f.record, FrameRecord::Statement(StatementAct::Say))
            && f.slots.get("that") == Some(Slot::Content)
    })
}

/// "denied that": a report that governs a whole clause.
fn takes_clause(reader: &Reader<'_, '_>, n: usize) -> bool {
    let at = reader.clauses[n].verb;
    reader.view.complements(at).that == Some(at + 1)
}

/// A reporting verb joined to an earlier one, and whether by its participle.
fn chained(reader: &Reader<'_, '_>, n: usize) -> Option<(usize, bool)> {
    let found = match reader.clauses[n].link {
        Link::Participle(i) if !hangs_on_preposition(reader, n) => (i, true),
        Link::Joined(i) => (i, false),
        _ => return None,
    };
    has_statement_frame(reader, n).then_some(found)
}

fn joins(reader: &Reader<'_, '_>, n: usize, outer: usize, inner: usize, participle: bool) -> bool {
    if participle {
        return true;
    }
    let same_tense =
        reader.verb(&reader.clauses[n]).tense == reader.verb(&reader.clauses[outer]).tense;
    let shares =
        || may_share(reader, n, inner) && (tells_more(reader, inner) || issued(reader, outer));
    same_tense && (comma_and(reader, reader.clauses[n].verb) || !shares())
}

/// "the statement said the ministers reviewed the pact and affirmed": papers and organs tell of
/// what others say.
fn issued(reader: &Reader<'_, '_>, n: usize) -> bool {
    reader.clauses[n].subject.iter().all(|s| {
        matches!(reader.view.kind(*s), Some(UnitKind::Noun(noun)) if matches!(noun.head, Head::Document | Head::Instrument(_) | Head::Organ(_)))
    })
}

/// "said Chile denied the raid and welcomed the truce": the verb may be that of whoever speaks
/// in the words; not in "said Chile kept its word and thanked Peru", "said a denial had come and
/// thanked Chile", "said Chile would deny it and thanked Peru".
fn may_share(reader: &Reader<'_, '_>, n: usize, inner: usize) -> bool {
    let told = &reader.clauses[inner];
    let (verb, joined) = (reader.verb(told), reader.verb(&reader.clauses[n]));
    let thing = |s: &usize| matches!(reader.view.kind(*s), Some(UnitKind::Noun(noun)) if matches!(noun.head, Head::Other | Head::Frame(_) | Head::Instrument(_)));
    let fits = match verb.modality {
        Modality::None => verb.perfect && joined.may_be_participle() || verb.tense == joined.tense,
        _ => joined.form == VerbForm::Base,
    };
    fits && !told.subject.iter().all(thing)
}

/// "denied", "called for": a verb that is told of somebody who speaks.
fn tells_more(reader: &Reader<'_, '_>, n: usize) -> bool {
    reader
        .frames(&reader.clauses[n])
        .iter()
        .any(|(f, _)| matches!(f.record, FrameRecord::Statement(_)))
}

/// A semicolon, a full stop, "while" or ", and" stands before the clause.
fn opens_anew(reader: &Reader<'_, '_>, start: usize) -> bool {
    let Some(left) = start.checked_sub(1) else {
        return false;
    };
    match reader.view.kind(left) {
        Some(UnitKind::Semicolon | UnitKind::Stop) => true,
        Some(UnitKind::Subordinator) => {
            reader.view.is_word(left, "while") || reader.view.is_word(left, "whereas")
        }
        Some(UnitKind::And | UnitKind::But) => left.checked_sub(1).is_some_and(|l| {
            matches!(reader.view.kind(l), Some(UnitKind::Comma | UnitKind::Quote))
        }),
        _ => false,
    }
}

/// A comma stands before the "and" that stands before a verb.
fn comma_and(reader: &Reader<'_, '_>, at: usize) -> bool {
    let mut n = at;
    while n > 0
        && matches!(
            reader.view.kind(n - 1),
            Some(UnitKind::And | UnitKind::Adverb | UnitKind::But)
        )
    {
        n -= 1;
    }
    // `said his country "has kept its word," and called`
    let closed = n > 1 && ["”", "\"", "’"].contains(&reader.view.text(n - 1));
    n > 0
        && n < at
        && (closed
            || matches!(
                reader.view.kind(n - 1),
                Some(UnitKind::Comma | UnitKind::Quote)
            ))
}

/// A reporting verb with a speaker.
fn is_report(reader: &Reader<'_, '_>, n: usize) -> bool {
    let clause = &reader.clauses[n];
    let verb = reader.verb(clause);
    let tells = (!verb.passive || reader.is_be_frame(clause)) && !verb.negative;
    let goes_on = reader.view.tokens.lexicon.lemma(verb.lemma) == "continue"
        && reader.view.complements(clause.verb).infinitive.is_some();
    tells
        && !goes_on
        && verb.modality == Modality::None
        && matches!(
            clause.link,
            Link::Own | Link::Joined(_) | Link::Participle(_)
        )
        && has_statement_frame(reader, n)
        && has_speaker(reader, n)
}

fn has_speaker(reader: &Reader<'_, '_>, n: usize) -> bool {
    !reader.clauses[n].subject.is_empty() || !speakers(reader, n).is_empty()
}

/// Who speaks in a clause: its subject, or whoever stands behind an inverted verb.
fn speakers(reader: &Reader<'_, '_>, n: usize) -> Vec<usize> {
    let clause = &reader.clauses[n];
    if clause.subject.is_empty() && clause.link == Link::Own {
        return reader
            .view
            .inverted_speaker(clause.verb)
            .unwrap_or_default();
    }
    clause.subject.clone()
}
