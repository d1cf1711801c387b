//! Attributions without a reporting verb in the active: "according to", "by".

use super::{Taken, content, document};
use crate::grammar::clause::{Clause, Link};
use crate::grammar::fact::{Bytes, StatementFact};
use crate::grammar::reader::Reader;
use crate::grammar::unit::{Unit, UnitKind};
use crate::grammar::verb_group::Tense;
use crate::lexicon::{Frame, FrameRecord, WordValue};
use crate::model::StatementAct;

/// "The launch was condemned by Seoul": the speaker hangs on "by".
pub(super) fn passive<'a>(
    reader: &Reader<'_, '_>,
    clause: &Clause,
    mut candidates: impl Iterator<Item = (&'a Frame, usize)>,
) -> Option<StatementFact> {
    let (frame, after, act) = candidates.find_map(|(f, after)| match f.record {
        FrameRecord::Statement(act) => Some((f, after, act)),
        _ => None,
    })?;
    let complements = reader.view.complements(after - 1);
    let by = complements
        .phrases
        .iter()
        .find(|p| reader.view.is_word(p.preposition, "by"))?;
    // "The summit was called by Peru": convened, and nothing said.
    let lemma = reader.view.tokens.lexicon.lemma(reader.verb(clause).lemma);
    if lemma == "call" && frame.tail.is_empty() {
        return None;
    }
    // "He was welcomed at the palace by Mori": a reception.
    let guest = |u: &usize| match reader.view.kind(*u) {
        Some(UnitKind::People(_) | UnitKind::Post(_) | UnitKind::Name { .. }) => true,
        Some(UnitKind::Pronoun(word)) => *word != WordValue::It,
        _ => false,
    };
    if lemma == "welcome" && clause.subject.iter().all(guest) {
        return None;
    }
    let relative = clause.link == Link::Relative;
    if relative && super::report::is_stance(reader, clause) {
        // "a region which is supported by Peru": background.
        return None;
    }
    let content = if relative {
        // "the vote, which was contested by Peru": what is done to it, without its name.
        let end = by.nouns.last()? + 1;
        (
            reader.verb(clause).head_span.0,
            reader.span(by.preposition, end)?.1,
        )
    } else {
        reader.span(*clause.subject.first()?, by.preposition)?
    };
    Some(StatementFact {
        date: complements.dates.first().copied().map(Box::new),
        ..StatementFact::of(
            reader.site(clause.verb),
            reader.mentions(&by.nouns),
            act,
            content,
            "statement.passive",
        )
    })
}

/// Whether an "according to" stands at a unit.
pub(super) fn is_according_to(reader: &Reader<'_, '_>, unit: usize) -> bool {
    matches!(reader.view.kind(unit), Some(UnitKind::Preposition))
        && (reader.view.is_word(unit, "according to") || reader.view.is_word(unit, "as per"))
}

/// `according to = ["," ] "according to" speakers`, before or after its content
pub(super) fn according_to(reader: &mut Reader<'_, '_>, taken: &mut Taken) {
    for n in 0..reader.view.units.len() {
        if !is_according_to(reader, n) || !reader.view.is_nominal(n + 1) {
            continue;
        }
        let (speakers, after) = reader.view.list_right(n + 1);
        let speakers = document::authors(reader, speakers);
        let (from, to) = if opens(reader, n) {
            let begin = content::skip_joints(reader, phrase_end(reader, after), reader.end());
            (begin, reader.end())
        } else {
            (taken.closed.min(n), n)
        };
        let from = content::skip_joints(reader, from, to);
        let mut to = to;
        while to > from && matches!(reader.view.kind(to - 1), Some(UnitKind::Comma)) {
            to -= 1;
        }
        let Some(span) = reader.span(from, to).filter(|_| from < to) else {
            continue;
        };
        if is_bare_report(reader, n + 1) || tells_all(reader, span) {
            continue;
        }
        taken.cover(from, to);
        taken.closed = after.max(taken.closed);
        let fact = StatementFact::of(
            reader.site(n),
            reader.mentions(&speakers),
            StatementAct::Say,
            span,
            "statement.according_to",
        );
        reader.facts.say(fact);
    }
}

/// "according to a report", "to official data": nobody's.
fn is_bare_report(reader: &Reader<'_, '_>, unit: usize) -> bool {
    const PAPERS: &[&str] = &[
        "data",
        "estimates",
        "figures",
        "report",
        "reports",
        "statistics",
    ];
    let noun = reader.view.units.get(unit).and_then(Unit::noun);
    let owned = noun.is_some_and(|n| !n.parties.is_empty() || !n.people.is_empty());
    let of = ["by", "from", "of"]
        .iter()
        .any(|w| reader.view.is_word(unit + 1, w));
    !owned && !of && reader.view.ends_in(unit, PAPERS)
}

/// "Mori said he was satisfied, according to the report": somebody is told to say all of it.
fn tells_all(reader: &Reader<'_, '_>, span: Bytes) -> bool {
    let here = reader.view.units.first().map_or(0, |u| u.span.0);
    let main = |at: u32| {
        reader.clauses.iter().any(|c| {
            let verb = reader.verb(c);
            let past = verb.is_finite() && verb.tense == Tense::Past;
            past && c.link == Link::Own && reader.site(c.verb).at == at
        })
    };
    let told = reader
        .facts
        .statements
        .iter()
        .rev()
        .take_while(|f| f.site.at >= here);
    told.filter(|f| !f.stance).any(|f| {
        let inside = span.0 <= f.site.at && f.site.at < span.1;
        inside && f.content.last().is_some_and(|c| c.1 >= span.1) && main(f.site.at)
    })
}

/// `view = "in" owner ("view" | "opinion" | "words") ","` before its content: "In Mori's view,
/// the pact is dead"
pub(super) fn in_view_of(reader: &mut Reader<'_, '_>, taken: &mut Taken) {
    const VIEWS: &[&str] = &[
        "view",
        "opinion",
        "words",
        "assessment",
        "judgment",
        "judgement",
    ];
    let Some(n) = (0..reader.view.units.len().min(4)).find(|n| reader.view.is_word(*n, "in"))
    else {
        return;
    };
    let noun = reader.view.units.get(n + 1).and_then(Unit::noun);
    let owned = noun.is_some_and(|noun| {
        noun.pronoun.is_some() || !noun.people.is_empty() || noun.parties.len() == 1
    });
    let words = reader.view.text(n + 1);
    let last = words.rsplit(' ').next().unwrap_or_default();
    let view = owned && VIEWS.iter().any(|w| last.eq_ignore_ascii_case(w));
    let comma = matches!(reader.view.kind(n + 2), Some(UnitKind::Comma));
    if !view || !comma || !opens(reader, n) || taken.is_covered(n + 3) || taken.is_covered(n) {
        return;
    }
    let Some(span) = reader.span(n + 3, reader.end()) else {
        return;
    };
    taken.cover(n + 3, reader.end());
    reader.facts.say(StatementFact::of(
        reader.site(n),
        reader.mentions(&[n + 1]),
        StatementAct::Say,
        span,
        "statement.view",
    ));
}

/// Nothing to report stands left of the attribution.
fn opens(reader: &Reader<'_, '_>, at: usize) -> bool {
    (0..at).all(|u| {
        matches!(
            reader.view.kind(u),
            Some(UnitKind::But | UnitKind::And | UnitKind::Adverb | UnitKind::Comma)
        )
    })
}

/// Where the phrase that the source stands in ends: "… a source close to the talks,"
fn phrase_end(reader: &Reader<'_, '_>, after: usize) -> usize {
    let limit = (after + 16).min(reader.end());
    (after..limit)
        .find(|u| matches!(reader.view.kind(*u), Some(UnitKind::Comma)))
        .unwrap_or(after)
}
