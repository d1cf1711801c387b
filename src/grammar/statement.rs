//! Reporting clauses and quotations: `subject verb content`, `content, subject verb`,
//! `quote verb subject`, "according to".

use super::clause::{Clause, Complements, Link};
use super::fact::{Bytes, StatementFact};
use super::reader::Reader;
use super::unit::{Head, UnitKind};
use super::verb_group::{Modality, Tense};
use crate::lexicon::{Frame, FrameRecord, LightOf, Slot, VerbForm};
use crate::model::StatementAct;

/// Reads the statements of a reading.
pub(super) fn read(reader: &mut Reader<'_, '_>) {
    relink(reader);
    let mut taken = vec![false; reader.view.units.len()];
    for n in 0..reader.clauses.len() {
        if let Some(found) = reporting(reader, n, &mut taken) {
            reader.facts.statements.push(found);
        }
    }
    according_to(reader, &mut taken);
    lone_quotes(reader, &taken);
}

/// ", adding that" and ", and called for" behind the content of a reporting
/// verb belong to its speaker, not to the subject inside the content.
fn relink(reader: &mut Reader<'_, '_>) {
    for n in 1..reader.clauses.len() {
        let inner = match reader.clauses[n].link {
            Link::Participle(i) | Link::Joined(i) => i,
            _ => continue,
        };
        if !has_statement_frame(reader, n) {
            continue;
        }
        let at = reader.clauses[n].verb;
        let participle = matches!(reader.clauses[n].link, Link::Participle(_));
        let Some(outer) = (0..=inner).rev().find(|c| is_report_over(reader, *c, at)) else {
            continue;
        };
        if outer == inner {
            continue;
        }
        let comma_before = participle || comma_and(reader, at);
        let same_tense = reader.verb(&reader.clauses[n]).tense
            == reader.verb(&reader.clauses[outer]).tense
            || participle;
        if comma_before && same_tense {
            let subject = reader.clauses[outer].subject.clone();
            reader.clauses[n].subject = subject;
            reader.clauses[n].link = if participle {
                Link::Participle(outer)
            } else {
                Link::Joined(outer)
            };
        }
    }
}

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
    n > 0
        && n < at
        && matches!(
            reader.view.kind(n - 1),
            Some(UnitKind::Comma | UnitKind::Quote(_))
        )
}

/// A finite reporting verb with a clause as content, left of `at`.
fn is_report_over(reader: &Reader<'_, '_>, n: usize, at: usize) -> bool {
    let clause = &reader.clauses[n];
    clause.verb < at
        && matches!(
            clause.link,
            Link::Own | Link::Joined(_) | Link::Participle(_)
        )
        && !clause.subject.is_empty()
        && has_statement_frame(reader, n)
}

fn has_statement_frame(reader: &Reader<'_, '_>, n: usize) -> bool {
    reader.frames(&reader.clauses[n]).iter().any(|(f, _)| {
        matches!(
            f.record,
            FrameRecord::Statement(_) | FrameRecord::Light(LightOf::Statement)
        )
    })
}

/// What a reporting verb governs.
struct Content {
    spans: Vec<Bytes>,
    /// Units it covers.
    units: (usize, usize),
}

fn reporting(reader: &mut Reader<'_, '_>, n: usize, taken: &mut [bool]) -> Option<StatementFact> {
    let clause = reader.clauses[n].clone();
    let verb = *reader.verb(&clause);
    if !tells(reader, &clause) {
        return None;
    }
    let candidates: Vec<(&Frame, usize)> = reader
        .frames(&clause)
        .into_iter()
        .filter(|(f, _)| {
            matches!(
                f.record,
                FrameRecord::Statement(_) | FrameRecord::Light(LightOf::Statement)
            )
        })
        .collect();
    if candidates.is_empty() {
        return None;
    }
    if verb.passive {
        return passive(reader, &clause, &candidates);
    }
    let mut speakers = clause.subject.clone();
    let inverted = speakers.is_empty() && verb.is_finite();
    for (frame, after) in candidates {
        let mut complements = reader.view.complements(after - 1);
        if inverted && frame.tail.is_empty() {
            if complements.object.is_empty() || !set_off_left(reader, clause.verb) {
                continue;
            }
            speakers = std::mem::take(&mut complements.object);
        }
        if speakers.is_empty() {
            continue;
        }
        let act = act_of(reader, frame, &complements);
        let Some(act) = act else { continue };
        let content = content_after(reader, n, frame, after, &complements, act)
            .or_else(|| content_before(reader, &clause, frame, &speakers, taken));
        let Some(content) = content else { continue };
        for slot in taken.iter_mut().take(content.units.1).skip(content.units.0) {
            *slot = true;
        }
        let trailing = quotes_after(reader, &clause, &content, taken);
        let mut spans = content.spans;
        spans.extend(trailing);
        let targets = if takes_target(frame) {
            reader.mentions(&complements.object)
        } else {
            Vec::new()
        };
        let date = complements
            .dates
            .first()
            .copied()
            .or_else(|| reader.dates_left(&clause).first().copied());
        return Some(StatementFact {
            site: reader.site(clause.verb),
            speakers: reader.mentions(&speakers),
            act,
            content: spans,
            continues: false,
            targets,
            channel: channel(reader, &complements),
            date,
            future: false,
            rule: "statement.verb",
        });
    }
    None
}

/// Whether the verb tells an utterance, not one that is expected or denied.
fn tells(reader: &Reader<'_, '_>, clause: &Clause) -> bool {
    let verb = reader.verb(clause);
    if verb.negative || verb.tense == Tense::Future {
        return false;
    }
    if !matches!(verb.modality, Modality::None) {
        return false;
    }
    if verb.infinitive {
        // "went on to say", "wants to thank"
        let over = reader.governor(clause).map(|g| reader.verb(g).lemma);
        return over.is_some_and(|l| {
            matches!(
                reader.view.tokens.lexicon.lemma(l),
                "go" | "continue" | "want" | "wish" | "like" | "take"
            )
        });
    }
    if verb.is_gerund() {
        let left = clause.verb.checked_sub(1);
        return match left.and_then(|l| reader.view.kind(l)) {
            Some(UnitKind::Preposition) => {
                left.is_some_and(|l| ["by", "as", "in"].iter().any(|w| reader.view.is_word(l, w)))
            }
            Some(UnitKind::Subordinator) => left.is_some_and(|l| reader.view.is_word(l, "while")),
            _ => true,
        };
    }
    !(clause.link == Link::Reduced)
}

fn set_off_left(reader: &Reader<'_, '_>, at: usize) -> bool {
    at == 0
        || matches!(
            reader.view.kind(at - 1),
            Some(UnitKind::Comma | UnitKind::Quote(_) | UnitKind::Dash | UnitKind::Stop)
        )
}

fn takes_target(frame: &Frame) -> bool {
    frame.slots.get("object") == Some(Slot::Target)
}

/// The act: the noun's for a light verb, else the verb's.
fn act_of(
    reader: &Reader<'_, '_>,
    frame: &Frame,
    complements: &Complements,
) -> Option<StatementAct> {
    let of_noun = complements
        .object
        .first()
        .and_then(|o| reader.noun_record(*o, |r| matches!(r, FrameRecord::Statement(_))))
        .and_then(|(_, r)| match r {
            FrameRecord::Statement(act) => Some(act),
            _ => None,
        });
    match frame.record {
        FrameRecord::Light(LightOf::Statement) => of_noun,
        FrameRecord::Statement(StatementAct::Say) => match of_noun {
            Some(act) if complements.that.is_none() => Some(act),
            _ => Some(StatementAct::Say),
        },
        FrameRecord::Statement(act) => Some(act),
        _ => None,
    }
}

/// Content right of the verb.
fn content_after(
    reader: &Reader<'_, '_>,
    n: usize,
    frame: &Frame,
    after: usize,
    complements: &Complements,
    act: StatementAct,
) -> Option<Content> {
    let clause = &reader.clauses[n];
    let light = matches!(frame.record, FrameRecord::Light(_));
    let slot = |marker: &str| frame.slots.get(marker) == Some(Slot::Content);
    let that_like = slot("that") || slot("quote");
    // A clause: "said that …", "said: …", "said talks would resume".
    let clause_at = if that_like || light {
        complements
            .that
            .map(|t| t + 1)
            .or(complements.quote)
            .or_else(|| bare_clause(reader, n, after, complements))
    } else {
        None
    };
    if let Some(from) = clause_at {
        if slot("object")
            && !complements.object.is_empty()
            && complements.that.is_some()
            && !takes_target(frame)
            && act != StatementAct::Say
        {
            // "expressed hope that …", "warned Israel that …": from the verb on when the verb itself says something.
        }
        let to = content_end(reader, n, from);
        let from = if light { clause.verb } else { from };
        return spans(reader, from, to);
    }
    let object = !complements.object.is_empty();
    let has = (slot("object") && object)
        || (slot("to-inf") && complements.infinitive.is_some())
        || (slot("ing") && complements.gerund.is_some())
        || (light && object)
        || phrase_slot(reader, frame, complements);
    if !has || (object && slot("object") && !worth_reporting(reader, complements, act)) {
        return None;
    }
    let to = content_end(reader, n, after);
    // The verb itself is part of what is said: "condemned the launch".
    spans_from_verb(reader, clause, to)
}

/// An object that is somebody alone, under "say"-like verbs, is an addressee.
fn worth_reporting(reader: &Reader<'_, '_>, complements: &Complements, act: StatementAct) -> bool {
    if act != StatementAct::Say {
        return true;
    }
    !complements.object.iter().all(|o| {
        matches!(
            reader.view.kind(*o),
            Some(UnitKind::People(_) | UnitKind::Name { .. } | UnitKind::Pronoun(_))
        )
    }) || complements.infinitive.is_some()
        || !complements.phrases.is_empty()
}

fn phrase_slot(reader: &Reader<'_, '_>, frame: &Frame, complements: &Complements) -> bool {
    complements.phrases.iter().any(|p| {
        let word = reader.view.text(p.preposition).to_ascii_lowercase();
        frame.slots.get(&word) == Some(Slot::Content)
    })
}

/// `bare clause = subject verb` behind the reporting verb, an addressee, dates and
/// phrases passed over: "told reporters on Monday talks would resume"
fn bare_clause(
    reader: &Reader<'_, '_>,
    n: usize,
    after: usize,
    complements: &Complements,
) -> Option<usize> {
    let next = reader
        .clauses
        .get(n + 1..)?
        .iter()
        .find(|c| matches!(c.link, Link::Own) && !c.subject.is_empty())?;
    let subject = *next.subject.first()?;
    if subject < after {
        return None;
    }
    let open = reader.view.units.get(after..subject)?;
    let passes = open.iter().all(|u| match &u.kind {
        UnitKind::Date(_)
        | UnitKind::Adverb
        | UnitKind::Colon
        | UnitKind::Preposition
        | UnitKind::Other
        | UnitKind::Comma => true,
        _ => u.is_nominal(),
    });
    if !passes {
        return None;
    }
    // Leading phrases of the content belong to it: "said in Paris talks …" do not.
    let colon = (after..subject).find(|u| matches!(reader.view.kind(*u), Some(UnitKind::Colon)));
    let _ = complements;
    Some(colon.map_or(subject, |c| c + 1))
}

/// Where content that begins at unit `from` ends: before the next verb of the
/// same speaker, or with the sentence.
fn content_end(reader: &Reader<'_, '_>, n: usize, from: usize) -> usize {
    let mut end = reader.end();
    for (m, clause) in reader.clauses.iter().enumerate().skip(n + 1) {
        if clause.verb <= from && !(clause.verb > reader.clauses[n].verb) {
            continue;
        }
        let same = match clause.link {
            Link::Joined(o) | Link::Participle(o) => o == n,
            _ => false,
        };
        if same
            && (has_statement_frame(reader, m) || has_other_frame(reader, m))
            && clause.verb > from
        {
            let mut cut = clause.verb;
            while cut > 0
                && matches!(
                    reader.view.kind(cut - 1),
                    Some(
                        UnitKind::And
                            | UnitKind::But
                            | UnitKind::Comma
                            | UnitKind::Adverb
                            | UnitKind::Dash
                            | UnitKind::Subordinator
                            | UnitKind::Preposition
                    )
                )
            {
                cut -= 1;
            }
            if cut > from {
                end = end.min(cut);
                break;
            }
        }
    }
    // A new attribution behind a comma ends it: "X said A, while Y said B".
    for (m, clause) in reader.clauses.iter().enumerate().skip(n + 1) {
        if clause.start > from
            && clause.start < end
            && clause.link == Link::Own
            && has_statement_frame(reader, m)
        {
            let left = clause
                .start
                .checked_sub(1)
                .and_then(|l| reader.view.kind(l));
            let breaks = matches!(left, Some(UnitKind::Semicolon))
                || (matches!(left, Some(UnitKind::Subordinator))
                    && reader.view.is_word(clause.start - 1, "while"));
            if breaks {
                end = clause.start - 1;
                break;
            }
        }
    }
    while end > from
        && matches!(
            reader.view.kind(end - 1),
            Some(UnitKind::Comma | UnitKind::Semicolon | UnitKind::Stop | UnitKind::Dash)
        )
    {
        end -= 1;
    }
    end
}

fn has_other_frame(reader: &Reader<'_, '_>, n: usize) -> bool {
    reader
        .frames(&reader.clauses[n])
        .iter()
        .any(|(f, _)| matches!(f.record, FrameRecord::Agreement(_)))
}

fn spans(reader: &Reader<'_, '_>, from: usize, to: usize) -> Option<Content> {
    let span = reader.span(from, to)?;
    Some(Content {
        spans: vec![span],
        units: (from, to),
    })
}

/// From the verb's main word on.
fn spans_from_verb(reader: &Reader<'_, '_>, clause: &Clause, to: usize) -> Option<Content> {
    let verb = reader.verb(clause);
    let last = reader.view.units.get(to.checked_sub(1)?)?;
    let start = verb.head_span.0;
    (start < last.span.1 && to > clause.verb).then(|| Content {
        spans: vec![(start, last.span.1)],
        units: (clause.verb, to),
    })
}

/// Content left of a trailing attribution: "Talks will resume, the ministry said."
fn content_before(
    reader: &Reader<'_, '_>,
    clause: &Clause,
    frame: &Frame,
    speakers: &[usize],
    taken: &[bool],
) -> Option<Content> {
    let that_like = [Some(Slot::Content)].contains(&frame.slots.get("that"))
        || frame.slots.get("quote").is_some();
    if !that_like || !frame.tail.is_empty() && !frame.slots.get("quote").is_some() {
        return None;
    }
    let verb = reader.verb(clause);
    if verb.form == VerbForm::Gerund || verb.infinitive {
        return None;
    }
    // Left edge of the attribution: its subject, or its verb when inverted.
    let edge = speakers
        .first()
        .copied()
        .unwrap_or(clause.verb)
        .min(clause.verb);
    let mut to = edge;
    let mut set_off = false;
    while to > 0 {
        match reader.view.kind(to - 1) {
            Some(UnitKind::Comma | UnitKind::Dash) => {
                set_off = true;
                to -= 1;
            }
            Some(UnitKind::Adverb | UnitKind::Preposition) if !set_off => to -= 1,
            Some(UnitKind::Quote(_)) => {
                set_off = true;
                break;
            }
            Some(UnitKind::Date(_)) if !set_off => to -= 1,
            _ => break,
        }
    }
    if !set_off || to == 0 {
        return None;
    }
    let from = (0..to)
        .rev()
        .find(|u| {
            taken.get(*u) == Some(&true)
                || matches!(
                    reader.view.kind(*u),
                    Some(UnitKind::Semicolon | UnitKind::Stop)
                )
        })
        .map_or(0, |u| u + 1);
    let from = skip_joints(reader, from, to);
    if from >= to {
        return None;
    }
    // Nothing but a phrase or a date before the comma is no content.
    let has_words = reader.view.units[from..to]
        .iter()
        .any(|u| matches!(u.kind, UnitKind::Verb(_) | UnitKind::Quote(_)));
    if !has_words {
        return None;
    }
    spans(reader, from, to)
}

fn skip_joints(reader: &Reader<'_, '_>, from: usize, to: usize) -> usize {
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

/// The rest of a split quotation: `"A," X said, "B."`
fn quotes_after(
    reader: &Reader<'_, '_>,
    clause: &Clause,
    content: &Content,
    taken: &mut [bool],
) -> Vec<Bytes> {
    if content.units.0 > clause.verb {
        return Vec::new();
    }
    let begins_with_quote = matches!(reader.view.kind(content.units.0), Some(UnitKind::Quote(_)))
        || content
            .units
            .1
            .checked_sub(1)
            .is_some_and(|l| matches!(reader.view.kind(l), Some(UnitKind::Quote(_))));
    if !begins_with_quote {
        return Vec::new();
    }
    let mut pieces = Vec::new();
    for n in clause.verb + 1..reader.view.units.len() {
        match reader.view.kind(n) {
            Some(UnitKind::Quote(_)) if taken.get(n) == Some(&false) => {
                pieces.extend(reader.span(n, n + 1));
                taken[n] = true;
            }
            Some(UnitKind::Verb(v)) if v.is_gerund() || v.is_finite() => break,
            _ => {}
        }
    }
    pieces
}

/// "The launch was condemned by Seoul": the speaker hangs on "by".
fn passive(
    reader: &Reader<'_, '_>,
    clause: &Clause,
    candidates: &[(&Frame, usize)],
) -> Option<StatementFact> {
    let (frame, after) = candidates.first()?;
    let complements = reader.view.complements(after - 1);
    let by = complements
        .phrases
        .iter()
        .find(|p| reader.view.is_word(p.preposition, "by"))?;
    let act = match frame.record {
        FrameRecord::Statement(act) => act,
        _ => return None,
    };
    let from = *clause.subject.first()?;
    let to = by.preposition;
    let content = reader.span(from, to)?;
    Some(StatementFact {
        site: reader.site(clause.verb),
        speakers: reader.mentions(&by.nouns),
        act,
        content: vec![content],
        continues: false,
        targets: Vec::new(),
        channel: None,
        date: complements.dates.first().copied(),
        future: false,
        rule: "statement.passive",
    })
}

/// "in an interview with Bloomberg", "on Twitter", "in a statement"
fn channel(reader: &Reader<'_, '_>, complements: &Complements) -> Option<Bytes> {
    complements.phrases.iter().find_map(|p| {
        let first = *p.nouns.first()?;
        let noun = reader.view.units.get(first)?.noun()?;
        let is_channel = matches!(noun.head, Head::Media | Head::Document);
        is_channel.then(|| noun.body)
    })
}

/// `according to = ["," ] "according to" speakers`, before or after its content
fn according_to(reader: &mut Reader<'_, '_>, taken: &mut [bool]) {
    for n in 0..reader.view.units.len() {
        let marks = matches!(reader.view.kind(n), Some(UnitKind::Preposition))
            && reader.view.is_word(n, "according to");
        if !marks || !reader.view.is_nominal(n + 1) {
            continue;
        }
        let (speakers, after) = reader.view.list_right(n + 1);
        let mut end = after;
        while matches!(
            reader.view.kind(end),
            Some(UnitKind::Preposition | UnitKind::Date(_))
        ) || (end > after && reader.view.is_nominal(end) && reader.view.in_phrase(end))
        {
            end += 1;
        }
        let content = if n == 0 || taken.get(n - 1) == Some(&true) {
            (skip_joints(reader, end, reader.end()), reader.end())
        } else {
            let to = if matches!(reader.view.kind(n - 1), Some(UnitKind::Comma)) {
                n - 1
            } else {
                n
            };
            (0, to)
        };
        if content.0 >= content.1 || taken.get(content.0) == Some(&true) {
            continue;
        }
        let Some(span) = reader.span(content.0, content.1) else {
            continue;
        };
        for slot in taken.iter_mut().take(content.1).skip(content.0) {
            *slot = true;
        }
        let fact = StatementFact {
            site: reader.site(n),
            speakers: reader.mentions(&speakers),
            act: StatementAct::Say,
            content: vec![span],
            continues: false,
            targets: Vec::new(),
            channel: None,
            date: None,
            future: false,
            rule: "statement.according_to",
        };
        reader.facts.statements.push(fact);
    }
}

/// Quotations that no verb of the sentence took: alone in their sentence they go
/// on with the last speaker; behind a colon the subject before it speaks.
fn lone_quotes(reader: &mut Reader<'_, '_>, taken: &[bool]) {
    for n in 0..reader.view.units.len() {
        let Some(UnitKind::Quote(_)) = reader.view.kind(n) else {
            continue;
        };
        if taken.get(n) == Some(&true) {
            continue;
        }
        let Some(span) = reader.span(n, n + 1) else {
            continue;
        };
        let alone = reader.view.units.iter().all(|u| {
            matches!(
                u.kind,
                UnitKind::Quote(_) | UnitKind::Stop | UnitKind::Comma | UnitKind::Other
            )
        });
        let speakers = if alone {
            Vec::new()
        } else {
            let before = reader
                .clauses
                .iter()
                .rev()
                .find(|c| c.verb < n && !c.subject.is_empty());
            match before {
                Some(c) => c.subject.clone(),
                None => continue,
            }
        };
        let long = span.1 - span.0 > 40;
        if !alone && !long {
            continue;
        }
        let fact = StatementFact {
            site: reader.site(n),
            speakers: reader.mentions(&speakers),
            act: StatementAct::Say,
            content: vec![span],
            continues: alone,
            targets: Vec::new(),
            channel: None,
            date: None,
            future: false,
            rule: if alone {
                "statement.continued"
            } else {
                "statement.quote"
            },
        };
        reader.facts.statements.push(fact);
    }
}
