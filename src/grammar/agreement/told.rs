//! What is agreed where it stands before the verb.

use crate::grammar::clause::{Clause, Link};
use crate::grammar::reader::Reader;
use crate::grammar::unit::{Head, UnitKind};

/// "The position on trade was agreed by": the units from what was agreed to the verb.
pub(super) fn subject_told(reader: &Reader<'_, '_>, clause: &Clause) -> Option<(usize, usize)> {
    let first = clause.subject.first().copied()?;
    let thing = matches!(
        reader.view.kind(first),
        Some(UnitKind::Noun(n)) if matches!(n.head, Head::Other | Head::Frame(_) | Head::Document | Head::Instrument(_))
    );
    let mut end = clause.verb;
    while end > first
        && matches!(
            reader.view.kind(end - 1),
            Some(UnitKind::Relative | UnitKind::Comma | UnitKind::Adverb)
        )
    {
        end -= 1;
    }
    (thing && first < end).then_some((first, end))
}

/// "the plan that both sides agreed to", "the deal Chad and Niger agreed on last year": the
/// units from the noun to the verb, if nothing is told behind the verb.
pub(super) fn antecedent_told(
    reader: &Reader<'_, '_>,
    clause: &Clause,
    after: usize,
) -> Option<(usize, usize)> {
    let view = &reader.view;
    let led = ["to", "on", "upon"]
        .iter()
        .any(|w| view.is_word(after - 1, w));
    if clause.link != Link::Own || after != clause.verb + 2 || !led || view.is_nominal(after) {
        return None;
    }
    let end = clause.subject.first().copied()?;
    let mut at = end.checked_sub(1)?;
    if matches!(view.kind(at), Some(UnitKind::Relative | UnitKind::That)) {
        at = at.checked_sub(1)?;
    }
    if matches!(view.kind(at), Some(UnitKind::Comma)) {
        at = at.checked_sub(1)?;
    }
    let mut head = if view.in_phrase(at) {
        view.phrase_head_left(at)?
    } else {
        at
    };
    let does = head.checked_sub(2).filter(|n| view.is_nominal(*n));
    let infinitive = |n: usize| view.verb(n).is_some_and(|v| v.infinitive);
    if let (Some(noun), true) = (does, infinitive(head.wrapping_sub(1))) {
        // "commitments to withdraw forces, which Chad agreed to"
        head = noun;
    }
    let thing = matches!(view.kind(head), Some(UnitKind::Noun(n)) if !matches!(n.head, Head::Group(_) | Head::Organ(_)));
    (thing && head < end).then_some((head, after))
}

/// "Borders must stay open, the ministers agreed.": the units from the first one to the
/// comma before a bare verb that ends the sentence.
pub(super) fn told_first(
    reader: &Reader<'_, '_>,
    clause: &Clause,
    lemma: &str,
) -> Option<(usize, usize)> {
    let first = clause.subject.first().copied()?;
    let comma = first.checked_sub(1)?;
    let set_off = matches!(reader.view.kind(comma), Some(UnitKind::Comma));
    let closes = clause.verb + 1 >= reader.end() && clause.link == Link::Own;
    let clause_before = reader.clauses.iter().any(|c| {
        c.verb < comma && c.link == Link::Own && !c.subject.is_empty() && reader.verb(c).is_finite()
    });
    (lemma == "agree" && set_off && closes && clause_before).then_some((0, comma))
}

/// "a pact in which both countries agreed to help", "whereby Chad agreed": a term of the
/// document told of before.
pub(super) fn is_term(reader: &Reader<'_, '_>, clause: &Clause) -> bool {
    let Some(relative) = clause.subject.first().and_then(|s| s.checked_sub(1)) else {
        return false;
    };
    let within = ["in", "under", "by"]
        .iter()
        .any(|w| relative >= 1 && reader.view.is_word(relative - 1, w));
    let which = within && reader.view.is_word(relative, "which")
        || ["whereby", "wherein"]
            .iter()
            .any(|w| reader.view.is_word(relative, w));
    let here = reader.site(clause.verb).sentence;
    which
        && reader
            .facts
            .agreements
            .iter()
            .rev()
            .take_while(|f| f.site.sentence == here)
            .any(|f| f.instrument.is_some())
}
