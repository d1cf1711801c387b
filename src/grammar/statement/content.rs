//! The words that a reporting verb governs: where they begin and where they end.

use super::edge::{closes_words, is_comma, left_edge};
use super::{Content, Taken, has_statement_frame, is_first_person, is_say_like};
use crate::grammar::clause::{Clause, Link};
use crate::grammar::complement::Complements;
use crate::grammar::reader::Reader;
use crate::grammar::unit::{Determiner, Head, UnitKind};
use crate::grammar::verb_group::Tense;
use crate::lexicon::{Frame, FrameRecord, Slot, VerbForm};
use crate::model::StatementAct;

/// `bare clause = subject verb` behind the reporting verb, an addressee, dates and
/// phrases passed over: "told reporters on Monday talks would resume"
pub(super) fn bare_clause(
    reader: &Reader<'_, '_>,
    n: usize,
    after: usize,
    trailing: &[Option<usize>],
) -> Option<usize> {
    if aside_follows(reader, after) {
        return None;
    }
    let later = reader.clauses.get(n + 1..)?;
    let (m, next) = later
        .iter()
        .enumerate()
        .take(6)
        .find(|(_, c)| c.link == Link::Own && !c.subject.is_empty())?;
    if trailing.get(n + 1 + m).copied().flatten().is_some() {
        return None;
    }
    let subject = *next.subject.first()?;
    if subject < after || takes_over(reader, n, n + 1 + m) {
        return None;
    }
    let open = reader.view.units.get(after..subject)?;
    // "said with the move to cut tariffs trade would grow": the phrase leads the words.
    let leads = matches!(reader.view.kind(after), Some(UnitKind::Preposition));
    let passes = open.iter().all(|u| match &u.kind {
        UnitKind::Verb(v) => leads && (v.is_gerund() || v.infinitive),
        UnitKind::Date(_)
        | UnitKind::Adverb
        | UnitKind::Colon
        | UnitKind::Preposition
        | UnitKind::Other
        | UnitKind::Subordinator
        | UnitKind::Comma => true,
        _ => u.is_nominal(),
    });
    // "told reporters as he left": a clause of time around the utterance, not its words.
    let said_while = (after..subject).any(|u| {
        matches!(reader.view.kind(u), Some(UnitKind::Subordinator))
            && (u == after || !is_comma(reader, u - 1))
            && !reader.view.is_word(u, "if")
    });
    // "as they tried to end the dispute"
    let as_they = reader.view.is_word(subject.saturating_sub(1), "as");
    if !passes || said_while || as_they {
        return None;
    }
    let colon = (after..subject).find(|u| matches!(reader.view.kind(*u), Some(UnitKind::Colon)));
    Some(colon.map_or(subject, |c| c + 1))
}

/// "added, a reference to", "tweeted, after officials had", "told a forum in Lima, a day
/// after": an aside behind the verb; but "The minister said, his country would" goes on.
fn aside_follows(reader: &Reader<'_, '_>, after: usize) -> bool {
    if ["he", "she", "they", "we", "I"]
        .iter()
        .any(|w| reader.view.is_word(after, w))
    {
        // "said he, along with the envoys, had come"
        return false;
    }
    let mut n = after;
    while reader.view.kind(n).is_some_and(|k| {
        k.is_nominal()
            || matches!(
                k,
                UnitKind::Date(_) | UnitKind::Adverb | UnitKind::Preposition
            )
    }) {
        n += 1;
    }
    is_comma(reader, n)
        && match reader.view.kind(n + 1) {
            Some(UnitKind::Noun(noun)) => noun.determiner == Determiner::A,
            Some(UnitKind::Date(_)) => {
                let date = reader.view.text(n + 1);
                date.ends_with(" after") || date.ends_with(" before")
            }
            Some(UnitKind::Preposition | UnitKind::Subordinator) => true,
            _ => false,
        }
}

/// `question = ("how" | "whether" | …) …` behind the verb and whoever is addressed: "told
/// lawmakers how the fund would work"
fn question(reader: &Reader<'_, '_>, frame: &Frame, after: usize) -> Option<usize> {
    const WORDS: &[&str] = &["how", "whether", "why", "what", "when", "where", "if"];
    let tells = matches!(frame.record, FrameRecord::Statement(act) if act != StatementAct::Concern)
        && frame.slots.get("that") == Some(Slot::Content);
    let asks = |n: usize| WORDS.iter().any(|w| reader.view.is_word(n, w));
    let first = match reader.view.is_nominal(after) && !asks(after) {
        true => reader.view.list_right(after).1,
        false => after,
    };
    (tells && asks(first)).then_some(first)
}

/// `late clause = noun … verb` right behind a verb of saying: "said last week's
/// deal to reschedule the debt reflected …"
fn late_clause(reader: &Reader<'_, '_>, n: usize, after: usize, taken: &Taken) -> Option<usize> {
    let clause = &reader.clauses[n];
    if clause.subject.is_empty() || !reader.verb(clause).is_finite() {
        return None;
    }
    let mut from = after;
    while matches!(reader.view.kind(from), Some(UnitKind::Date(_))) {
        from += 1;
    }
    let starts = match reader.view.kind(from)? {
        UnitKind::Noun(noun) => !matches!(noun.head, Head::Outsider | Head::Media | Head::Source),
        UnitKind::Parties(..) | UnitKind::People(_) | UnitKind::Place(_) => true,
        UnitKind::Verb(v) => v.is_gerund(),
        _ => false,
    };
    // "said the visit accords with the interests of Peru": no verb was found in so many words.
    let words = || {
        let says = reader.view.tokens.lexicon.lemma(reader.verb(clause).lemma) == "say";
        let bare = reader.view.ends_in(from, SAYINGS);
        says && !bare && is_long(reader, from, reader.end())
    };
    let verb_later = reader
        .clauses
        .iter()
        .enumerate()
        .skip(n + 1)
        .take_while(|(m, _)| taken.trailing.get(*m).copied().flatten().is_none())
        .any(|(_, c)| {
            c.verb > from
                && reader.verb(c).is_finite()
                && !matches!(c.link, Link::Relative | Link::Reduced)
        });
    (starts && (verb_later || words())).then_some(from)
}

/// Content right of the verb.
pub(super) fn after(
    reader: &Reader<'_, '_>,
    n: usize,
    frame: &Frame,
    after: usize,
    complements: &Complements,
    act: StatementAct,
    taken: &Taken,
) -> Option<Content> {
    let clause = &reader.clauses[n];
    let light = matches!(frame.record, FrameRecord::Light(_));
    let slot = |marker: &str| frame.slots.get(marker) == Some(Slot::Content);
    if slot("that") || slot("quote") || light {
        let clause_at = complements
            .that
            .map(|t| t + 1)
            .or(complements.quote)
            .or_else(|| question(reader, frame, after))
            .or_else(|| bare_clause(reader, n, after, &taken.trailing))
            .or_else(|| {
                let says = act == StatementAct::Say && !slot("object") && frame.tail.is_empty();
                let late = says && !light && frame.slots.get("object").is_none();
                late.then(|| late_clause(reader, n, after, taken)).flatten()
            });
        if let Some(from) = clause_at {
            let to = end(reader, n, from, taken);
            // "stated that, in view of the talks, Peru would"
            let from = skip_joints(reader, from, to);
            let asked = Some(from) == question(reader, frame, after);
            return if asked || light || is_first_person(reader, clause) || act != StatementAct::Say
            {
                from_verb(reader, clause, to)
            } else {
                spans(reader, from, to)
            };
        }
    }
    let object = !complements.object.is_empty();
    let has = ((slot("object") || light) && object && worth_reporting(reader, complements, act))
        || (slot("to-inf") && complements.infinitive.is_some())
        || (slot("ing") || slot("object")) && complements.gerund == Some(after)
        || phrase_slot(reader, frame, complements);
    if !has {
        return None;
    }
    // The verb itself is part of what is said: "condemned the launch".
    from_verb(reader, clause, end(reader, n, after, taken))
}

/// An object that is somebody alone, under "say"-like verbs, is an addressee.
fn worth_reporting(reader: &Reader<'_, '_>, complements: &Complements, act: StatementAct) -> bool {
    if act != StatementAct::Say {
        return true;
    }
    let somebody = complements
        .object
        .iter()
        .all(|o| match reader.view.kind(*o) {
            Some(
                UnitKind::People(_)
                | UnitKind::Name { .. }
                | UnitKind::Pronoun(_)
                | UnitKind::Post(_),
            ) => true,
            Some(UnitKind::Noun(noun)) => {
                matches!(
                    noun.head,
                    Head::Outsider | Head::Media | Head::Source | Head::Group(_)
                )
            }
            _ => false,
        });
    // "called the envoy a fool"
    let called = complements.object.last();
    let named = called.is_some_and(|o| reader.view.is_nominal(*o + 1));
    !somebody || named || complements.infinitive.is_some() || !complements.phrases.is_empty()
}

fn phrase_slot(reader: &Reader<'_, '_>, frame: &Frame, complements: &Complements) -> bool {
    complements.phrases.iter().any(|p| {
        let word = reader.view.text(p.preposition).to_ascii_lowercase();
        frame.slots.get(&word) == Some(Slot::Content)
    })
}

/// Where content that begins at unit `from` ends: before the next verb of the
/// same speaker, before another attribution, or with the sentence.
pub(super) fn end(reader: &Reader<'_, '_>, n: usize, from: usize, taken: &Taken) -> usize {
    let mut end = reader.end();
    for (m, clause) in reader.clauses.iter().enumerate().skip(n + 1) {
        if clause.verb <= from {
            continue;
        }
        if clause.verb >= end {
            break;
        }
        let cut = if goes_on(reader, n, m) || main_resumes(reader, n, m) {
            joint(reader, clause.verb)
        } else if takes_over(reader, n, m) {
            clause.subject.first().copied().unwrap_or(clause.verb)
        } else if let Some(edge) = taken.trailing.get(m).copied().flatten() {
            edge
        } else if begins_another(reader, m) {
            clause.start
        } else if let Some(with) = with_speaker(reader, m) {
            with
        } else {
            continue;
        };
        if cut > from {
            end = end.min(cut);
            break;
        }
    }
    let according = (from + 1..end).find(|u| super::attribution::is_according_to(reader, *u));
    strip(reader, from, according.map_or(end, |a| end.min(a)))
}

/// A verb that the same speaker goes on with: "…, adding that".
fn goes_on(reader: &Reader<'_, '_>, n: usize, m: usize) -> bool {
    let same = match reader.clauses[m].link {
        Link::Joined(o) => o == n,
        Link::Participle(o) => o == n && !super::hangs_on_preposition(reader, m),
        _ => false,
    };
    same && (has_statement_frame(reader, m) || has_agreement_frame(reader, m))
}

/// "Chile, which claims the islands, | says": a verb whose subject stands left of what was
/// told in between.
fn main_resumes(reader: &Reader<'_, '_>, n: usize, m: usize) -> bool {
    let (inner, clause) = (&reader.clauses[n], &reader.clauses[m]);
    let subject = clause.subject.last();
    inner.link == Link::Relative
        && clause.link == Link::Own
        && subject.is_some_and(|s| *s < inner.verb)
}

/// "Noting that trade had grown, | Mori urged": whoever tells so in a clause that opens the
/// sentence is the subject of the next.
fn takes_over(reader: &Reader<'_, '_>, n: usize, m: usize) -> bool {
    let (opening, clause) = (&reader.clauses[n], &reader.clauses[m]);
    opening.link == Link::None
        && clause.link == Link::Own
        && clause.subject == opening.subject
        && clause.subject.first().is_some_and(|s| *s > opening.verb)
}

/// `"," "with" speaker "saying"`: where somebody else's words are joined to these.
fn with_speaker(reader: &Reader<'_, '_>, m: usize) -> Option<usize> {
    let clause = &reader.clauses[m];
    let with = clause.subject.first()?.checked_sub(1)?;
    let comma = with.checked_sub(1)?;
    let joins = reader.verb(clause).is_gerund()
        && reader.view.is_word(with, "with")
        && is_comma(reader, comma)
        && has_statement_frame(reader, m);
    joins.then_some(comma)
}

/// A report with a speaker of its own behind ";", "while" or ", but".
fn begins_another(reader: &Reader<'_, '_>, m: usize) -> bool {
    let clause = &reader.clauses[m];
    if clause.link != Link::Own || clause.start < 2 || !has_statement_frame(reader, m) {
        return false;
    }
    let left = clause.start - 1;
    match reader.view.kind(left) {
        Some(UnitKind::Semicolon) => true,
        Some(UnitKind::Subordinator) => reader.view.is_word(left, "while"),
        Some(UnitKind::But | UnitKind::And) => {
            is_comma(reader, left - 1) && is_say_like(reader, clause)
        }
        _ => false,
    }
}

fn has_agreement_frame(reader: &Reader<'_, '_>, n: usize) -> bool {
    reader
        .frames(&reader.clauses[n])
        .iter()
        .any(|(f, _)| matches!(f.record, FrameRecord::Agreement(_)))
}

/// Left over the joints before a verb.
fn joint(reader: &Reader<'_, '_>, verb: usize) -> usize {
    let mut cut = verb;
    let mut comma = false;
    while let Some(left) = cut.checked_sub(1) {
        match reader.view.kind(left) {
            Some(UnitKind::Comma | UnitKind::Dash) => comma = true,
            Some(UnitKind::And | UnitKind::But) => {}
            // "… the matter publicly, arguing": what stands before the comma is told.
            Some(UnitKind::Adverb | UnitKind::Subordinator | UnitKind::Preposition) if !comma => {}
            _ => break,
        }
        cut = left;
    }
    cut
}

/// Left over marks and joints that end the content.
fn strip(reader: &Reader<'_, '_>, from: usize, to: usize) -> usize {
    let mut end = to;
    while end > from
        && matches!(
            reader.view.kind(end - 1),
            Some(
                UnitKind::Comma
                    | UnitKind::Semicolon
                    | UnitKind::Stop
                    | UnitKind::Dash
                    | UnitKind::And
                    | UnitKind::But
                    | UnitKind::Subordinator
            )
        )
    {
        end -= 1;
    }
    end
}

pub(super) fn spans(reader: &Reader<'_, '_>, from: usize, to: usize) -> Option<Content> {
    let span = reader.span(from, to)?;
    Some(Content {
        spans: vec![span],
        units: (from, to),
    })
}

/// From the verb's main word on; first-person texts are given with their subject, but for a
/// verb that another one lends it: "We welcomed it and urged".
fn from_verb(reader: &Reader<'_, '_>, clause: &Clause, to: usize) -> Option<Content> {
    if is_first_person(reader, clause) && !matches!(clause.link, Link::Joined(_)) {
        // "our values | and we are committed"
        let pronoun = |n: &&usize| matches!(reader.view.kind(**n), Some(UnitKind::Pronoun(_)));
        let own = clause.subject.iter().rev().find(pronoun);
        let first = own
            .or(clause.subject.first())
            .copied()
            .unwrap_or(clause.verb);
        return spans(reader, first.min(clause.verb), to);
    }
    let last = reader.view.units.get(to.checked_sub(1)?)?;
    let verb = reader.verb(clause);
    let start = if verb.passive || verb.copula {
        reader.view.units.get(clause.verb)?.span.0
    } else {
        verb.head_span.0
    };
    (start < last.span.1 && to > clause.verb).then(|| Content {
        spans: vec![(start, last.span.1)],
        units: (clause.verb, to),
    })
}

/// Content left of a trailing attribution: "Talks will resume, the ministry said."
pub(super) fn before(
    reader: &Reader<'_, '_>,
    clause: &Clause,
    frame: &Frame,
    taken: &Taken,
) -> Option<Content> {
    let quote = frame.slots.get("quote").is_some();
    let that = frame.slots.get("that") == Some(Slot::Content);
    if !quote && (!that || !frame.tail.is_empty()) {
        return None;
    }
    let verb = reader.verb(clause);
    if verb.form == VerbForm::Gerund || verb.infinitive {
        return None;
    }
    let mut to = left_edge(reader, clause)?;
    if !(to > 0 && closes_words(reader, to - 1)) {
        while to > 0
            && matches!(
                reader.view.kind(to - 1),
                Some(UnitKind::Comma | UnitKind::Dash)
            )
        {
            to -= 1;
        }
    }
    let stop = (taken.closed..to).rev().find(|u| {
        matches!(
            reader.view.kind(*u),
            Some(UnitKind::Semicolon | UnitKind::Stop)
        )
    });
    let from = skip_joints(reader, stop.map_or(taken.closed, |u| u + 1), to);
    // Nothing but a phrase or a date before the comma is no content.
    let quoted = (from..to).any(|u| matches!(reader.view.kind(u), Some(UnitKind::Quote)));
    let told = reader.clauses.iter().any(|c| {
        let inside = from <= c.verb && c.verb < to && reader.verb(c).is_finite();
        inside && !matches!(c.link, Link::Reduced | Link::Relative)
    });
    if quoted || told || ends_sentence(reader, clause) && is_long(reader, from, to) {
        return spans(reader, from, to);
    }
    around(reader, clause, from, to)
}

/// What one says that tells nothing: "said a prayer in the church of San Juan".
const SAYINGS: &[&str] = &[
    "farewell", "goodbye", "goodbyes", "mass", "prayer", "prayers", "same", "thing", "things",
    "word", "words",
];

/// Nothing but a day stands behind the verb: whatever was said stands before it, even if
/// no verb was found there.
fn ends_sentence(reader: &Reader<'_, '_>, clause: &Clause) -> bool {
    (clause.verb + 1..reader.end()).all(|n| {
        matches!(
            reader.view.kind(n),
            Some(UnitKind::Stop | UnitKind::Date(_) | UnitKind::Adverb)
        )
    })
}

/// Words that are more than a phrase.
fn is_long(reader: &Reader<'_, '_>, from: usize, to: usize) -> bool {
    const WORDS: usize = 7;
    let first = reader.view.units.get(from).map(|u| u.first);
    let last = to
        .checked_sub(1)
        .and_then(|n| reader.view.units.get(n))
        .map(|u| u.last);
    matches!((first, last), (Some(first), Some(last)) if last >= first + WORDS)
}

/// "The envoy, the statement said, was expected at noon": the words go on behind
/// the attribution.
fn around(reader: &Reader<'_, '_>, clause: &Clause, from: usize, to: usize) -> Option<Content> {
    let right = clause.verb + 1;
    let goes_on = is_comma(reader, right)
        && reader
            .view
            .verb(right + 1)
            .is_some_and(|v| v.is_finite() && v.tense != Tense::None);
    if !goes_on || !reader.view.is_nominal(from) {
        return None;
    }
    let end = strip(reader, right + 1, reader.end());
    Some(Content {
        spans: vec![reader.span(from, to)?, reader.span(right + 1, end)?],
        units: (from, to),
    })
}

pub(super) fn skip_joints(reader: &Reader<'_, '_>, from: usize, to: usize) -> usize {
    let mut n = from;
    while n < to
        && matches!(
            reader.view.kind(n),
            Some(UnitKind::Comma | UnitKind::And | UnitKind::But | UnitKind::Dash)
        )
    {
        n += 1;
    }
    n
}
