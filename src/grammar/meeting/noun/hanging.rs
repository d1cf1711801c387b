//! The clause that a meeting noun hangs on, and who of it takes part.

use super::super::verb::is_plural;
use super::super::{is_person, meeting_noun};
use super::{Around, is_of_body, is_owned};
use crate::grammar::clause::{Clause, Link};
use crate::grammar::date::DateExpr;
use crate::grammar::place::PlaceExpr;
use crate::grammar::post::PostPhrase;
use crate::grammar::reader::Reader;
use crate::grammar::unit::{NounGroup, UnitKind};
use crate::grammar::verb_group::Tense;
use crate::lexicon::{FrameRecord, LightOf, WordValue};
use crate::model::{MeetingKind, PostKind, StatementAct};

/// Prepositions that hang an encounter on what somebody does there.
const ADJUNCT: &[&str] = &[
    "during",
    "after",
    "following",
    "at",
    "in",
    "before",
    "ahead of",
    "prior to",
    "from",
    "on",
    "for",
    "amid",
    "upon",
    "out of",
    "besides",
    "apart from",
    "aside from",
    "in addition to",
    "alongside",
];

/// The subject of the clause that a noun hangs on takes part, if nobody else is named
/// for one side: "said after talks with Wang", "agreed during a meeting in Brussels".
pub(super) fn adjunct_subject(
    reader: &Reader<'_, '_>,
    unit: usize,
    noun: &NounGroup,
    of_noun: &Around,
    margins: bool,
) -> Vec<usize> {
    if let Some(side) = delegation(reader, unit).filter(|_| !of_noun.partners.is_empty()) {
        return vec![side];
    }
    let led = |words: &[&str]| {
        leader(reader, unit).is_some_and(|l| words.iter().any(|w| reader.view.is_word(l, w)))
    };
    let participle = participle_of(reader, unit);
    let further = is_further_object(reader, unit);
    let hangs = hangs_on_preposition(reader, unit)
        || participle.is_some()
        || is_press_told(reader, unit)
        || further
        || is_told_of(reader, unit);
    let both = of_noun.partners.len() >= 2 && !with_leads(reader, unit);
    let they = noun.pronoun == Some(WordValue::They);
    let theirs = they || leads_in(reader, unit, noun);
    let gathers = meeting_noun(reader, unit)
        .is_some_and(|(_, k)| matches!(k, MeetingKind::Summit | MeetingKind::Conference));
    let gathers = gathers || noun.proper && is_of_body(noun);
    let there = gathers && led(&["at", "during", "for"]) || further;
    let attended = there && is_of_body(noun);
    let owned = is_owned(noun) && !theirs && !attended;
    if !hangs || margins || owned || both || !of_noun.by.is_empty() {
        return Vec::new();
    }
    let Some(clause) = participle.or_else(|| clause_of(reader, unit)) else {
        return Vec::new();
    };
    if they && !is_plural(reader, &clause.subject) {
        // "Vega told Mori at their meeting"
        let heard = addressee(reader, clause, unit);
        let both = heard
            .first()
            .map(|_| clause.subject.iter().copied().chain(heard.iter().copied()));
        return both.map(Iterator::collect).unwrap_or_default();
    }
    // "might resign after the Venice summit", with no other side told, need not be there.
    if noun.proper
        && of_noun.partners.is_empty()
        && led(&["after", "before", "ahead of", "prior to"])
    {
        return Vec::new();
    }
    let actor = passive_actor(reader, clause).or_else(|| present(reader, clause));
    let mut subjects: Vec<usize> = actor
        .as_ref()
        .unwrap_or(&clause.subject)
        .iter()
        .copied()
        .filter(|s| *s != unit && meeting_noun(reader, *s).is_none())
        .filter(|s| !is_spokesman(reader, *s))
        .filter(|s| !attended || is_person(reader, *s) && !reader.verb(clause).passive)
        .collect();
    if of_noun.partners.is_empty() && !theirs {
        subjects.extend(addressee(reader, clause, unit));
        subjects.extend(beside(reader, clause, unit));
    }
    subjects
}

/// `side ("in" | "at" | "to") encounter`: "a member of the Peruvian delegation at the talks with
/// Chile"
fn delegation(reader: &Reader<'_, '_>, unit: usize) -> Option<usize> {
    const SIDES: [&str; 5] = ["delegation", "team", "negotiator", "negotiators", "envoy"];
    let led = unit.checked_sub(1)?;
    let side = led.checked_sub(1)?;
    let there = ["in", "at", "to"]
        .iter()
        .any(|w| reader.view.is_word(led, w));
    let sided = match reader.view.kind(side)? {
        UnitKind::Noun(noun) => !noun.parties.is_empty(),
        UnitKind::Post(post) => !post.parties.is_empty(),
        _ => false,
    };
    (there && sided && reader.view.ends_in(side, &SIDES)).then_some(side)
}

/// "at talks", "after three days of talks"
pub(in super::super) fn hangs_on_preposition(reader: &Reader<'_, '_>, unit: usize) -> bool {
    let journey = || meeting_noun(reader, unit).is_some_and(|(_, k)| k == MeetingKind::Visit);
    leader(reader, unit).is_some_and(|l| {
        ADJUNCT.iter().any(|w| reader.view.is_word(l, w))
            && (!is_subject_matter(reader, l) || journey())
    })
}

/// "After his meeting with Mori, Vega said": whose it is stands behind.
fn leads_in(reader: &Reader<'_, '_>, unit: usize, noun: &NounGroup) -> bool {
    let his = matches!(noun.pronoun, Some(WordValue::He | WordValue::She));
    let own = reader.clauses.iter().find(|c| c.link == Link::Own);
    let somebody = |s: &usize| {
        *s > unit
            && matches!(
                reader.view.kind(*s),
                Some(UnitKind::People(_) | UnitKind::Name { .. } | UnitKind::Post(_))
            )
    };
    his && own.is_some_and(|c| c.subject.first().is_some_and(somebody))
}

/// "Meeting in Brussels on Thursday, the ministers backed", "the ministers, meeting in
/// Brussels, backed": a participle that looks like a noun, and the clause it belongs to.
fn participle_of<'a>(reader: &'a Reader<'_, '_>, unit: usize) -> Option<&'a Clause> {
    let led = matches!(
        reader.view.kind(unit + 1),
        Some(UnitKind::Preposition | UnitKind::Date(_) | UnitKind::Adverb)
    );
    if !led || !reader.view.is_word(unit, "meeting") {
        return None;
    }
    let Some(comma) = unit.checked_sub(1) else {
        let first = reader.clauses.first();
        return first.filter(|c| {
            c.link == Link::Own && !c.subject.is_empty() && !c.subject.contains(&unit)
        });
    };
    let noun = comma.checked_sub(1)?;
    let comma = matches!(reader.view.kind(comma), Some(UnitKind::Comma));
    // "made a visit to Kabul, meeting with the rulers there"
    if comma && reader.view.is_word(unit + 1, "with") {
        return clause_of(reader, unit).filter(|c| c.verb < unit);
    }
    let own = |c: &&Clause| c.link == Link::Own && c.verb > unit && c.subject.contains(&noun);
    reader.clauses.iter().find(own).filter(|_| comma)
}

/// "said, standing alongside Mori at a press conference": who is beside whoever speaks.
fn beside(reader: &Reader<'_, '_>, clause: &Clause, unit: usize) -> Vec<usize> {
    const BESIDE: [&str; 5] = [
        "alongside",
        "beside",
        "next to",
        "together with",
        "along with",
    ];
    let complements = reader.view.complements(clause.verb);
    // "agreed with Mori during a meeting"
    let agrees = reader.view.has_frame(clause.verb, |r| {
        use FrameRecord::{Agreement, Light};
        matches!(r, Agreement(_) | Light(LightOf::Agreement(_)))
    });
    let led = complements.phrases.iter().filter(|p| {
        let beside = BESIDE.iter().any(|w| reader.view.is_word(p.preposition, w));
        p.preposition < unit && (beside || agrees && reader.view.is_word(p.preposition, "with"))
    });
    let side = |n: &usize| {
        is_person(reader, *n) || matches!(reader.view.kind(*n), Some(UnitKind::Parties(..)))
    };
    led.flat_map(|p| p.nouns.iter().copied())
        .filter(side)
        .collect()
}

/// `speaker says ["that"] encounter "with" …`: "said the meeting with Mori was useful",
/// "described the talks with Mori as useful": whoever speaks of it was there.
fn is_told_of(reader: &Reader<'_, '_>, unit: usize) -> bool {
    use StatementAct::{Confirm, Say, Welcome};
    let Some(clause) = clause_of(reader, unit).filter(|c| c.verb < unit) else {
        return false;
    };
    let that = usize::from(reader.view.is_word(clause.verb + 1, "that"));
    let tells = reader.view.has_frame(clause.verb, |r| {
        matches!(r, FrameRecord::Statement(Confirm | Say | Welcome))
    });
    clause.verb + that + 1 == unit
        && tells
        && with_leads(reader, unit)
        && clause
            .subject
            .iter()
            .all(|s| is_person(reader, *s) && !is_spokesman(reader, *s))
}

/// Who speaks for others need not have been where they were.
fn is_spokesman(reader: &Reader<'_, '_>, unit: usize) -> bool {
    let speaks = |p: &PostPhrase| p.kind == PostKind::Spokesperson;
    match reader.view.kind(unit) {
        Some(UnitKind::People(people)) => people.iter().any(|p| p.posts.iter().any(speaks)),
        Some(UnitKind::Post(post)) => speaks(post),
        _ => false,
    }
}

/// `carries encounter {phrase} (("," | "and") encounter)`: "attended a summit in Lima on
/// Monday, a forum in Quito and talks with Mori": one more that the verb carries.
fn is_further_object(reader: &Reader<'_, '_>, unit: usize) -> bool {
    let joint = unit.checked_sub(1).and_then(|n| reader.view.kind(n));
    if !matches!(joint, Some(UnitKind::And | UnitKind::Comma)) {
        return false;
    }
    let clause = clause_of(reader, unit).filter(|c| c.verb < unit && !reader.verb(c).passive);
    clause.is_some_and(|c| {
        let carries = |r: &FrameRecord| matches!(r, FrameRecord::Light(LightOf::Meeting(_)));
        let complements = reader.view.complements(c.verb);
        let first = complements.object.first();
        reader.view.has_frame(c.verb, carries)
            && first.is_some_and(|o| *o < unit && meeting_noun(reader, *o).is_some())
    })
}

/// "told a news conference with his counterparts", "told a summit in Lima"
fn is_press_told(reader: &Reader<'_, '_>, unit: usize) -> bool {
    use MeetingKind::{Conference, Other, Summit};
    let hears = meeting_noun(reader, unit)
        .is_some_and(|(_, kind)| matches!(kind, Other | Summit | Conference));
    hears
        && unit.checked_sub(1).is_some_and(|l| {
            reader
                .view
                .has_frame(l, |r| matches!(r, FrameRecord::Statement(_)))
        })
}

/// "Also present at the talks were Vega and Soto"
fn present(reader: &Reader<'_, '_>, clause: &Clause) -> Option<Vec<usize>> {
    let [there] = clause.subject[..] else {
        return None;
    };
    let people = reader.view.complements(clause.verb).object.clone();
    let told = reader.verb(clause).copula && reader.view.is_word(there, "present");
    (told && people.iter().all(|n| is_person(reader, *n))).then_some(people)
}

/// "was backed by the leaders at a summit"
fn passive_actor(reader: &Reader<'_, '_>, clause: &Clause) -> Option<Vec<usize>> {
    let complements = reader.view.complements(clause.verb);
    let mut phrases = complements.phrases.iter();
    let by = phrases.find(|p| reader.view.is_word(p.preposition, "by"))?;
    reader.verb(clause).passive.then(|| by.nouns.clone())
}

/// "told President Mori in a call": who is spoken to takes part.
fn addressee(reader: &Reader<'_, '_>, clause: &Clause, unit: usize) -> Vec<usize> {
    use crate::lexicon::Slot::Target;
    let called = meeting_noun(reader, unit).is_some_and(|(_, kind)| kind == MeetingKind::Call);
    let tells = reader.frames(clause).iter().any(|(f, after)| {
        *after == clause.verb + 1
            && matches!(f.record, FrameRecord::Statement(_))
            // "congratulated him in a phone call"
            && (called || f.slots.get("object") == Some(Target))
    });
    let led = unit.checked_sub(1).is_some_and(|l| {
        ["in", "during", "at"]
            .iter()
            .any(|w| reader.view.is_word(l, w))
    });
    if !tells || !led {
        return Vec::new();
    }
    let complements = reader.view.complements(clause.verb);
    let people = |n: &usize| {
        matches!(
            reader.view.kind(*n),
            Some(UnitKind::People(_) | UnitKind::Name { .. } | UnitKind::Post(_))
        )
    };
    complements.object.iter().copied().filter(people).collect()
}

/// "The talks between X and Y failed on Monday": the day of what a noun does.
pub(super) fn predicate_dates(reader: &Reader<'_, '_>, unit: usize) -> Vec<DateExpr> {
    let clause = reader
        .clauses
        .iter()
        .find(|c| c.verb > unit && c.link == Link::Own && c.subject.contains(&unit));
    match clause {
        Some(c) if !reader.verb(c).passive => reader.view.complements(c.verb).dates.clone(),
        _ => Vec::new(),
    }
}

/// `encounter ("is" | "are") ("under way" | "in progress" …) ["in" place]`: where it goes on
pub(super) fn goes_on_in(reader: &Reader<'_, '_>, unit: usize) -> Option<Option<PlaceExpr>> {
    const NOW: [&str; 4] = ["underway", "ongoing", "way", "progress"];
    let told = |c: &&Clause| {
        let verb = reader.verb(c);
        c.link == Link::Own
            && c.subject.contains(&unit)
            && verb.copula
            && verb.tense == Tense::Present
            && !verb.negative
    };
    let clause = reader.clauses.iter().find(told)?;
    let complements = reader.view.complements(clause.verb);
    let phrase = complements.phrases.first().and_then(|p| p.nouns.first());
    let word = complements.object.first().or(phrase)?;
    // "under way", "in progress" stand right behind, and alone.
    let now = *word <= clause.verb + 2 && NOW.iter().any(|w| reader.view.is_word(*word, w));
    now.then(|| {
        reader
            .places(&complements, &["in", "at"])
            .into_iter()
            .next()
    })
}

/// "briefed the envoy on the talks": what somebody is told about.
fn is_subject_matter(reader: &Reader<'_, '_>, on: usize) -> bool {
    let told = on.checked_sub(1).is_some_and(|n| is_person(reader, n));
    reader.view.is_word(on, "on") && told
}

/// "talks with": one side is left out; "talks between A and B" has both.
fn with_leads(reader: &Reader<'_, '_>, unit: usize) -> bool {
    reader
        .view
        .complements(unit)
        .phrases
        .iter()
        .any(|p| reader.view.is_word(p.preposition, "with"))
}

/// Nouns that a preposition may stand before, with the encounter behind "of".
const STAGES: &[&str] = &[
    "beginning",
    "close",
    "conclusion",
    "course",
    "day",
    "days",
    "end",
    "hour",
    "hours",
    "month",
    "months",
    "opening",
    "outset",
    "phase",
    "stage",
    "start",
    "week",
    "weeks",
];

/// The preposition that hangs a noun on its clause: "after talks", "after three days of
/// talks", "at the end of a visit".
pub(in super::super) fn leader(reader: &Reader<'_, '_>, unit: usize) -> Option<usize> {
    let near = unit.checked_sub(1)?;
    // "before further meetings"
    let adverb = matches!(reader.view.kind(near), Some(UnitKind::Adverb));
    let left = near.checked_sub(usize::from(adverb))?;
    if !reader.view.is_word(left, "of") {
        return Some(left);
    }
    let stage = left.checked_sub(1)?;
    if !is_stage(reader, stage) {
        return Some(left);
    }
    // "three days", "more than three days", "the end"
    let mut left = (stage.saturating_sub(4)..stage).rev();
    left.find(|n| {
        let preposition = matches!(reader.view.kind(*n), Some(UnitKind::Preposition));
        preposition && !reader.view.is_word(*n, "than")
    })
}

/// "three days", "the end"
pub(in super::super) fn is_stage(reader: &Reader<'_, '_>, unit: usize) -> bool {
    reader.view.ends_in(unit, STAGES)
}

/// The clause that a noun stands in: of the verb before it, else of the first behind it.
pub(in super::super) fn clause_of<'a>(
    reader: &'a Reader<'_, '_>,
    unit: usize,
) -> Option<&'a Clause> {
    reader
        .clauses
        .iter()
        .rev()
        .find(|c| c.verb < unit)
        .or_else(|| {
            // Not "held" of "at talks held in Lima", nor "took" of "hosted by Mori that took".
            let of_noun = |c: &Clause| matches!(c.link, Link::Reduced | Link::Relative);
            let mut behind = reader.clauses.iter().filter(|c| c.verb > unit);
            behind.find(|c| !of_noun(c))
        })
}
