//! A reporting verb with its speaker, its content, its act.

use super::{
    Content, Taken, content, document, edge, gap, has_statement_frame, is_statement, quote,
    silence, voice,
};
use crate::grammar::clause::{Clause, Link};
use crate::grammar::complement::Complements;
use crate::grammar::fact::{Bytes, StatementFact};
use crate::grammar::reader::Reader;
use crate::grammar::unit::{Head, UnitKind};
use crate::grammar::verb_group::{Modality, Tense};
use crate::lexicon::{Frame, FrameRecord, LightOf, Slot, VerbForm};
use crate::model::{MeetingKind, StatementAct};
use std::rc::Rc;

/// `statement = speaker verb content | content verb speaker | content speaker verb`
pub(super) fn reporting(
    reader: &Reader<'_, '_>,
    n: usize,
    taken: &mut Taken,
) -> Option<StatementFact> {
    if let Some(promise) = voice::promise(reader, &reader.clauses[n], taken) {
        return Some(promise);
    }
    if let Some(found) = gap::participle(reader, n) {
        return Some(found);
    }
    if !has_statement_frame(reader, n)
        || !tells(reader, &reader.clauses[n])
        || is_expected(reader, n)
    {
        return None;
    }
    let clause = &reader.clauses[n];
    let verb = *reader.verb(clause);
    let goes_on = reader.view.tokens.lexicon.lemma(verb.lemma) == "continue";
    if goes_on && !reader.view.complements(clause.verb).object.is_empty() {
        // "is continuing a series of engagements"
        return None;
    }
    let candidates = reader
        .frames(clause)
        .iter()
        .copied()
        .filter(|(f, _)| is_statement(&f.record));
    if verb.passive && !reader.is_be_frame(clause) {
        return super::attribution::passive(reader, clause, candidates);
    }
    let quoted = quoted_speaker(reader, clause);
    // "…, the agency quoted him as saying": the outer verb stands behind the words.
    let outer = match clause.link {
        Link::Participle(o) if quoted.is_some() || is_quoted(reader, clause, o) => {
            reader.clauses.get(o)
        }
        _ => None,
    };
    let mut speakers = quoted
        .or_else(|| relayed(reader, clause))
        .unwrap_or_else(|| clause.subject.clone());
    let inverted = speakers.is_empty() && verb.is_finite();
    for (frame, after) in candidates {
        let mut complements = reader.view.complements(after - 1);
        if inverted && frame.tail.is_empty() {
            if complements.object.is_empty() || !is_set_off(reader, clause.verb) {
                continue;
            }
            speakers = std::mem::take(&mut Rc::make_mut(&mut complements).object);
        }
        if speakers.is_empty() {
            continue;
        }
        speakers = document::authors(reader, speakers);
        if silence::says_nothing(reader, clause, frame, &complements) {
            continue;
        }
        let Some(act) = act_of(reader, frame, &complements) else {
            continue;
        };
        let trails = taken.trailing.get(n).copied().flatten().is_some()
            || edge::follows_quote(reader, clause)
                && complements.that.is_none()
                && !colon_follows(reader, after);
        let edge = outer.unwrap_or(clause);
        let left = |taken: &Taken| content::before(reader, edge, frame, taken);
        let right =
            |taken: &Taken| content::after(reader, n, frame, after, &complements, act, taken);
        let found = if trails {
            left(taken).or_else(|| right(taken))
        } else {
            right(taken).or_else(|| left(taken))
        };
        let apposed = found.is_none();
        let Some(found) = found.or_else(|| gap::content(reader, clause, act)) else {
            continue;
        };
        taken.cover(found.units.0, found.units.1);
        if found.units.1 <= clause.verb {
            taken.closed = complements.end.min(reader.end()).max(clause.verb + 1);
        }
        let trailing = quote::rest(reader, clause, &found, taken);
        let fact = fact(
            reader,
            clause,
            frame,
            act,
            &speakers,
            &complements,
            found,
            trailing,
        );
        return Some(StatementFact {
            // "a charge Peru denies" is told by the writer, not by who made the charge.
            stance: fact.stance && !apposed,
            ..fact
        });
    }
    None
}

#[allow(clippy::too_many_arguments)]
fn fact(
    reader: &Reader<'_, '_>,
    clause: &Clause,
    frame: &Frame,
    act: StatementAct,
    speakers: &[usize],
    complements: &Complements,
    found: Content,
    trailing: Vec<Bytes>,
) -> StatementFact {
    let mut spans = found.spans;
    spans.extend(trailing);
    let takes_target = frame.slots.get("object") == Some(Slot::Target);
    let targets = if takes_target {
        reader.mentions(&complements.object)
    } else {
        Vec::new()
    };
    let date = complements
        .dates
        .first()
        .copied()
        .or_else(|| reader.dates_left(clause).first().copied());
    let commits = reader.view.tokens.lexicon.lemma(reader.verb(clause).lemma) == "commit"
        && !super::is_first_person(reader, clause);
    StatementFact {
        site: reader.site(clause.verb),
        speakers: reader.mentions(speakers),
        act,
        content: spans,
        continues: false,
        spoken: voice::is_spoken(reader, clause),
        stance: is_stance(reader, clause),
        targets,
        channel: statement(reader, clause).or_else(|| channel(reader, complements)),
        date: date.map(Box::new),
        future: false,
        rule: if commits {
            "statement.commitment"
        } else {
            "statement.verb"
        },
    }
}

/// Verbs that tell what somebody thinks or wants, not that he says so.
const STANCES: &[&str] = &[
    "anticipate",
    "attach",
    "back",
    "be",
    "believe",
    "consider",
    "desire",
    "expect",
    "favor",
    "favour",
    "fear",
    "feel",
    "hope",
    "intend",
    "know",
    "like",
    "need",
    "oppose",
    "plan",
    "prefer",
    "regard",
    "remain",
    "see",
    "seek",
    "support",
    "think",
    "view",
    "want",
    "wish",
    "commit",
    "stand",
    "value",
    "appreciate",
];

pub(super) fn is_stance(reader: &Reader<'_, '_>, clause: &Clause) -> bool {
    let verb = reader.verb(clause);
    let state = |s: &usize| match reader.view.kind(*s) {
        Some(UnitKind::Parties(..)) => true,
        // "his country welcomes the talks"
        Some(UnitKind::Noun(noun)) => noun.pronoun.is_some() && matches!(noun.head, Head::Group(_)),
        _ => false,
    };
    if verb.tense == Tense::Present
        && !verb.perfect
        && !verb.is_gerund()
        && clause.link == Link::Own
        && clause.subject.iter().all(state)
    {
        // "Russia welcomes the talks, the minister said": he voices what it thinks.
        return true;
    }
    let lemma = verb.lemma;
    reader.is_be_frame(clause) || STANCES.contains(&reader.view.tokens.lexicon.lemma(lemma))
}

fn colon_follows(reader: &Reader<'_, '_>, after: usize) -> bool {
    (after..after + 4).any(|u| matches!(reader.view.kind(u), Some(UnitKind::Colon)))
}

/// "quoted the minister as saying": whoever is quoted.
fn quoted_speaker(reader: &Reader<'_, '_>, clause: &Clause) -> Option<Vec<usize>> {
    let verb = reader.verb(clause);
    let by = clause.verb.checked_sub(1)?;
    if !verb.is_gerund() || !reader.view.is_word(by, "as") {
        return None;
    }
    let left = by.checked_sub(1)?;
    // "was quoted by the agency as saying"
    if left
        .checked_sub(1)
        .is_some_and(|l| reader.view.is_word(l, "by"))
    {
        return None;
    }
    reader.view.is_nominal(left).then(|| vec![left])
}

/// "Mori was quoted as saying": the outer verb is passive.
fn is_quoted(reader: &Reader<'_, '_>, clause: &Clause, outer: usize) -> bool {
    let by = clause.verb.checked_sub(1);
    reader.verb(clause).is_gerund()
        && by.is_some_and(|l| reader.view.is_word(l, "as"))
        && reader
            .clauses
            .get(outer)
            .is_some_and(|c| reader.verb(c).passive)
}

/// "The daily, quoting diplomats, said": whoever a medium relays.
fn relayed(reader: &Reader<'_, '_>, clause: &Clause) -> Option<Vec<usize>> {
    let first = *clause.subject.first()?;
    let source = reader
        .clauses
        .iter()
        .take_while(|c| c.verb < clause.verb)
        .filter(|c| c.verb > first && reader.verb(c).is_gerund())
        .find(|c| {
            matches!(
                reader.view.tokens.lexicon.lemma(reader.verb(c).lemma),
                "quote" | "cite"
            )
        })?;
    let object = &reader.view.complements(source.verb).object;
    (!object.is_empty()).then(|| object.clone())
}

/// Whether the verb tells an utterance, not one that is expected or denied.
fn tells(reader: &Reader<'_, '_>, clause: &Clause) -> bool {
    let verb = reader.verb(clause);
    if verb.negative || verb.tense == Tense::Future {
        return false;
    }
    if !matches!(verb.modality, Modality::None) && !says_only(reader, clause) {
        return false;
    }
    if verb.infinitive {
        return purpose_told(reader, clause);
    }
    if verb.is_gerund() {
        return gerund_tells(reader, clause);
    }
    if clause.link == Link::None && !clause.subject.is_empty() {
        // "Asked about the visit, the minister said"
        return false;
    }
    if verb.bare
        && verb.form == VerbForm::Base
        && !matches!(clause.link, Link::Own | Link::Relative)
    {
        // "to meet Wang and urge restraint", "helped Kyiv defend itself"
        return matches!(clause.link, Link::Infinitive(_) | Link::Joined(_))
            && purpose_told(reader, clause);
    }
    clause.link != Link::Reduced && !silence::is_naming(reader, clause)
}

/// "will stress that", "is expected to say", "will urge them, saying": words that are still
/// to be said.
pub(super) fn is_expected(reader: &Reader<'_, '_>, n: usize) -> bool {
    let Some(clause) = reader.clauses.get(n) else {
        return false;
    };
    // "is expected to stress": what hangs on it is told of the words expected.
    let leads = |o: usize| {
        let governs = |(m, c): (usize, &Clause)| {
            c.link == Link::Infinitive(o) && has_statement_frame(reader, m)
        };
        has_statement_frame(reader, o) || reader.clauses.iter().enumerate().any(governs)
    };
    let governor = match clause.link {
        Link::Participle(o) => reader.clauses.get(o).filter(|_| leads(o)),
        _ if reader.verb(clause).infinitive => reader.governor(clause),
        _ => None,
    };
    let own = reader.verb(clause).tense == Tense::Future;
    has_statement_frame(reader, n) && (own || governor.is_some_and(|c| lies_ahead(reader, c)))
}

/// "will stress", "is expected to", "plans to"
fn lies_ahead(reader: &Reader<'_, '_>, clause: &Clause) -> bool {
    const EXPECTS: &[&str] = &["expect", "schedule", "set", "plan", "intend"];
    let verb = reader.verb(clause);
    let open = verb.passive || verb.tense == Tense::Present;
    verb.tense == Tense::Future
        || open && EXPECTS.contains(&reader.view.tokens.lexicon.lemma(verb.lemma))
}

/// "would only say", "could only confirm": he says no more than that.
fn says_only(reader: &Reader<'_, '_>, clause: &Clause) -> bool {
    let words = reader.view.text(clause.verb);
    ["would only", "could only", "would just"].iter().any(|w| {
        words
            .get(..w.len())
            .is_some_and(|h| h.eq_ignore_ascii_case(w))
    })
}

/// ", saying", "by calling for", "while praising", "as saying".
fn gerund_tells(reader: &Reader<'_, '_>, clause: &Clause) -> bool {
    let Some(left) = clause.verb.checked_sub(1) else {
        return true;
    };
    let one_of = |words: &[&str]| words.iter().any(|w| reader.view.is_word(left, w));
    let kind = |back: usize| reader.view.kind(left.checked_sub(back)?);
    if matches!(
        (kind(2), kind(1)),
        (Some(UnitKind::That), Some(UnitKind::Comma))
    ) {
        // "stated that, while mentioning her visit, she would": part of what is stated.
        return false;
    }
    match reader.view.kind(left) {
        Some(UnitKind::Preposition) => one_of(&["by", "as", "in", "after"]),
        Some(UnitKind::Subordinator) => one_of(&["while", "when", "before", "after", "as"]),
        _ => true,
    }
}

/// "went on to say", "wants to thank", "met Wang to express": how the infinitive
/// is governed.
fn purpose_told(reader: &Reader<'_, '_>, clause: &Clause) -> bool {
    let mut inner = clause;
    for _ in 0..4 {
        let Some(governor) = reader.governor(inner) else {
            return false;
        };
        let over = reader.verb(governor);
        if over.negative || over.tense == Tense::Future {
            return false;
        }
        let lemma = reader.view.tokens.lexicon.lemma(over.lemma);
        if matches!(
            lemma,
            "go" | "continue" | "want" | "wish" | "like" | "take" | "proceed" | "let"
        ) {
            // "continued his tour to thank the allies"
            let toured =
                lemma == "continue" && !reader.view.complements(governor.verb).object.is_empty();
            return !toured;
        }
        if over.infinitive {
            inner = governor;
            continue;
        }
        let contact = matches!(
            lemma,
            "speak" | "write" | "use" | "call" | "phone" | "telephone" | "travel" | "gather"
        ) || reader
            .frames(governor)
            .iter()
            .any(|(f, _)| matches!(f.record, FrameRecord::Meeting(_)));
        return contact && over.modality == Modality::None && over.tense == Tense::Past;
    }
    false
}

fn is_set_off(reader: &Reader<'_, '_>, at: usize) -> bool {
    at == 0
        || matches!(
            reader.view.kind(at - 1),
            Some(UnitKind::Comma | UnitKind::Quote | UnitKind::Dash | UnitKind::Stop)
        )
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

/// "in an interview with Bloomberg", "on Twitter", "in a statement"
fn channel(reader: &Reader<'_, '_>, complements: &Complements) -> Option<Bytes> {
    complements.phrases.iter().find_map(|p| {
        let first = *p.nouns.first()?;
        let noun = reader.view.units.get(first)?.noun()?;
        // A press conference is an encounter of its own, and a channel.
        let press = reader
            .noun_record(first, |r| {
                matches!(r, FrameRecord::Meeting(MeetingKind::Other))
            })
            .is_some();
        let is_channel = press || matches!(noun.head, Head::Media | Head::Document);
        is_channel.then_some(noun.body)
    })
}

/// "said in a statement", "In a statement, the ministry said": one fixed phrase.
fn statement(reader: &Reader<'_, '_>, clause: &Clause) -> Option<Bytes> {
    const PHRASE: &str = "in a statement";
    let behind = clause.verb + 1..clause.verb + 3;
    let unit = behind
        .chain([0])
        .find(|n| reader.view.text(*n).eq_ignore_ascii_case(PHRASE))?;
    let (start, end) = reader.view.units.get(unit)?.span;
    Some((start + 5, end))
}
