//! A reporting verb with its speaker, its content, its act.

use super::{Content, Taken, content, is_first_person, is_statement, quote};
use crate::grammar::clause::{Clause, Complements, Link};
use crate::grammar::fact::{Bytes, StatementFact};
use crate::grammar::reader::Reader;
use crate::grammar::unit::{Determiner, Head, Unit, UnitKind};
use crate::grammar::verb_group::{Modality, Tense};
use crate::lexicon::{Frame, FrameRecord, LightOf, Slot, VerbForm};
use crate::model::StatementAct;

/// `statement = speaker verb content | content verb speaker | content speaker verb`
pub(super) fn reporting(
    reader: &mut Reader<'_, '_>,
    n: usize,
    taken: &mut Taken,
) -> Option<StatementFact> {
    let clause = reader.clauses[n].clone();
    let verb = *reader.verb(&clause);
    let candidates: Vec<(&Frame, usize)> = reader
        .frames(&clause)
        .into_iter()
        .filter(|(f, _)| is_statement(&f.record))
        .collect();
    if let Some(promise) = promise(reader, &clause, taken) {
        return Some(promise);
    }
    if candidates.is_empty() || !tells(reader, &clause) {
        return None;
    }
    if verb.passive && !reader.is_be_frame(&clause) {
        return super::attribution::passive(reader, &clause, &candidates);
    }
    let quoted = quoted_speaker(reader, &clause);
    let mut speakers = quoted.unwrap_or_else(|| clause.subject.clone());
    let inverted = speakers.is_empty() && verb.is_finite();
    for (frame, after) in candidates {
        let mut complements = reader.view.complements(after - 1);
        if inverted && frame.tail.is_empty() {
            if complements.object.is_empty() || !is_set_off(reader, clause.verb) {
                continue;
            }
            speakers = std::mem::take(&mut complements.object);
        }
        if speakers.is_empty() {
            continue;
        }
        if says_nothing(reader, &clause, &complements) {
            continue;
        }
        let Some(act) = act_of(reader, frame, &complements) else {
            continue;
        };
        let trails = taken.trailing.get(n).copied().flatten().is_some()
            || content::follows_quote(reader, &clause)
                && complements.that.is_none()
                && !colon_follows(reader, after);
        let left = |taken: &Taken| content::before(reader, &clause, frame, taken);
        let right =
            |taken: &Taken| content::after(reader, n, frame, after, &complements, act, taken);
        let found = if trails {
            left(taken).or_else(|| right(taken))
        } else {
            right(taken).or_else(|| left(taken))
        };
        let Some(found) = found else { continue };
        taken.cover(found.units.0, found.units.1);
        if found.units.1 <= clause.verb {
            taken.closed = complements.end.min(reader.end()).max(clause.verb + 1);
        }
        let trailing = quote::rest(reader, &clause, &found, taken);
        return Some(fact(
            reader,
            &clause,
            frame,
            act,
            &speakers,
            &complements,
            found,
            trailing,
        ));
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
    StatementFact {
        site: reader.site(clause.verb),
        speakers: reader.mentions(speakers),
        act,
        content: spans,
        continues: false,
        spoken: is_spoken(reader, clause),
        stance: is_stance(reader, clause),
        targets,
        channel: channel(reader, complements),
        date,
        future: false,
        rule: "statement.verb",
    }
}

/// Words of the first person in a turn of a transcript.
fn is_spoken(reader: &Reader<'_, '_>, clause: &Clause) -> bool {
    !reader.facts.turns.is_empty() && is_first_person(reader, clause)
}

/// Verbs that tell what somebody thinks or wants, not that he says so.
const STANCES: &[&str] = &[
    "anticipate",
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

fn is_stance(reader: &Reader<'_, '_>, clause: &Clause) -> bool {
    let lemma = reader.verb(clause).lemma;
    reader.is_be_frame(clause) || STANCES.contains(&reader.view.tokens.lexicon.lemma(lemma))
}

/// "We will take five more", "we must stand together": in a text of the first
/// person a promise or a call.
fn promise(reader: &Reader<'_, '_>, clause: &Clause, taken: &Taken) -> Option<StatementFact> {
    let verb = reader.verb(clause);
    if clause.link != Link::Own || !is_first_person(reader, clause) {
        return None;
    }
    let going = verb.progressive
        && reader.view.tokens.lexicon.lemma(verb.lemma) == "go"
        && reader.view.complements(clause.verb).infinitive.is_some();
    let act = match verb.tense {
        _ if going => StatementAct::Pledge,
        Tense::Future if !verb.negative && !verb.progressive => StatementAct::Pledge,
        _ if verb.modality == Modality::Should => StatementAct::Demand,
        _ => return None,
    };
    let from = clause.subject.first().copied()?.min(clause.verb);
    if taken.is_covered(from) {
        return None;
    }
    let content = reader.span(from, reader.end())?;
    Some(StatementFact {
        site: reader.site(clause.verb),
        speakers: reader.mentions(&clause.subject),
        act,
        content: vec![content],
        continues: false,
        spoken: is_spoken(reader, clause),
        stance: false,
        targets: Vec::new(),
        channel: None,
        date: None,
        future: true,
        rule: "statement.promise",
    })
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
    reader.view.is_nominal(left).then(|| vec![left])
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
    clause.link != Link::Reduced && !is_naming(reader, clause)
}

/// "what he calls provocations", "which it considers": it names, it does not tell.
fn is_naming(reader: &Reader<'_, '_>, clause: &Clause) -> bool {
    let lemma = reader.view.tokens.lexicon.lemma(reader.verb(clause).lemma);
    let first = clause.subject.first().copied().unwrap_or(clause.verb);
    matches!(
        lemma,
        "call" | "consider" | "describe" | "regard" | "see" | "view" | "term" | "dub"
    ) && first
        .checked_sub(1)
        .is_some_and(|l| matches!(reader.view.kind(l), Some(UnitKind::Relative)))
}

/// "declined to comment", "made no comment": no utterance.
fn says_nothing(reader: &Reader<'_, '_>, clause: &Clause, complements: &Complements) -> bool {
    let lexicon = reader.view.tokens.lexicon;
    let none = complements.object.first().is_some_and(|o| {
        reader
            .view
            .units
            .get(*o)
            .and_then(Unit::noun)
            .is_some_and(|n| n.determiner == Determiner::No)
    });
    let refuses = matches!(
        lexicon.lemma(reader.verb(clause).lemma),
        "decline" | "refuse" | "fail"
    );
    let comment = complements
        .object
        .first()
        .is_some_and(|o| reader.view.text(*o).to_lowercase().contains("comment"));
    let to_speak = complements
        .infinitive
        .and_then(|u| reader.view.verb(u))
        .is_some_and(|v| {
            SPEECH.contains(&lexicon.lemma(v.lemma))
                || lexicon
                    .frames(v.lemma)
                    .iter()
                    .any(|f| f.record == FrameRecord::Statement(StatementAct::Say))
        });
    none || refuses && (comment || to_speak)
}

/// What one declines to do when one says nothing.
const SPEECH: &[&str] = &[
    "comment",
    "elaborate",
    "answer",
    "discuss",
    "disclose",
    "give",
    "provide",
    "name",
    "identify",
    "put",
    "speculate",
    "respond",
    "speak",
    "talk",
    "confirm",
    "explain",
    "reply",
];

/// ", saying", "by calling for", "while praising", "as saying".
fn gerund_tells(reader: &Reader<'_, '_>, clause: &Clause) -> bool {
    let Some(left) = clause.verb.checked_sub(1) else {
        return true;
    };
    let one_of = |words: &[&str]| words.iter().any(|w| reader.view.is_word(left, w));
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
            return true;
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
        let is_channel = matches!(noun.head, Head::Media | Head::Document);
        is_channel.then_some(noun.body)
    })
}
