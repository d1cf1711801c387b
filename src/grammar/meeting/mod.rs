//! Encounters: meeting verbs, light verbs with meeting nouns, and meeting
//! nouns on their own.

mod adjunct;
mod body;
mod company;
mod day;
mod guest;
mod involving;
mod light;
mod noun;
mod precedent;
mod signing;
mod verb;

use super::clause::{Clause, Link};
use super::complement::Complements;
use super::fact::{Bytes, Host, MeetingFact};
use super::party::PartyRef;
use super::place::PlaceExpr;
use super::reader::Reader;
use super::unit::{Determiner, NounGroup, UnitKind};
use crate::lexicon::{FrameRecord, LightOf, Slot, WordValue};
use crate::model::MeetingKind;
use day::{add_before, dates_around};
use precedent::precedents;
use std::rc::Rc;

/// Prepositions that lead in who else takes part.
const PARTNERS: &[&str] = &[
    "with",
    "between",
    "among",
    "of",
    "along with",
    "together with",
    "as well as",
    "alongside",
    "involving",
    "including",
];
const PLACES: &[&str] = &["in", "at", "near", "outside"];
const TOPICS: &[&str] = &["on", "about", "over", "regarding", "concerning"];

/// Reads the meetings of a reading.
pub(super) fn read(reader: &mut Reader<'_, '_>) {
    for n in 0..reader.clauses.len() {
        let clause = &reader.clauses[n];
        let told = told_of(reader, clause)
            .or_else(|| among_those(reader, clause))
            .or_else(|| verb::decider(reader, clause));
        let told = told.map(|subject| Clause { subject, ..*clause });
        let clause = told.as_ref().unwrap_or(clause);
        let found = by_clause(reader, clause);
        let lead = company::lead(reader, clause);
        for fact in found {
            if let Some(fact) = joined(&mut reader.facts.meetings, fact) {
                reader.facts.meetings.push(Box::new(fact));
            }
        }
        reader.facts.leads.extend(lead);
    }
    for unit in 0..reader.view.units.len() {
        let found = match reader.view.kind(unit) {
            Some(UnitKind::Noun(_)) => noun::by_noun(reader, unit),
            Some(UnitKind::Parties(..)) => body::by_body(reader, unit),
            Some(UnitKind::People(_) | UnitKind::Post(_)) => guest::visiting(reader, unit),
            _ => None,
        };
        if let Some(fact) = found {
            reader.facts.meetings.push(Box::new(fact));
        }
    }
}

/// The encounters that the verb of a clause tells.
fn by_clause(reader: &Reader<'_, '_>, clause: &Clause) -> Vec<MeetingFact> {
    let mut found = Vec::new();
    keep(&mut found, light::light(reader, clause));
    // "arrived here for talks" is a visit too.
    if found.iter().all(|f| f.here) {
        found.extend(verb::by_verb(reader, clause));
    }
    if found.is_empty() {
        keep(&mut found, signing::signing(reader, clause));
        keep(&mut found, guest::bringing(reader, clause));
        keep(&mut found, guest::calling(reader, clause));
        keep(&mut found, guest::handing(reader, clause));
        keep(&mut found, guest::reaching(reader, clause));
        keep(&mut found, verb::by_phone(reader, clause));
        keep(&mut found, verb::spoke(reader, clause));
        keep(&mut found, involving::involving(reader, clause));
        keep(&mut found, involving::gathering(reader, clause));
    }
    for fact in &mut found {
        fact.host = fact.host.or_else(|| host(reader, clause));
        company::complete(reader, clause, fact);
    }
    found
}

/// Most rules find nothing, and a fact is large: it is not moved to be looked at.
fn keep(found: &mut Vec<MeetingFact>, fact: Option<MeetingFact>) {
    if let Some(fact) = fact {
        found.reserve_exact(1);
        found.push(fact);
    }
}

/// `people be ("among those" | "one of" group) relative`, `"Among those" participle be people`:
/// "Vega was among those who met", "was one of ten leaders attending", "Among those attending
/// were Vega and Soto"
fn among_those(reader: &Reader<'_, '_>, clause: &Clause) -> Option<Vec<usize>> {
    let [group] = clause.subject[..] else {
        return None;
    };
    let left = group
        .checked_sub(1)
        .filter(|_| clause.link == Link::Relative)?;
    let those = reader.view.is_word(group, "those") && reader.view.is_word(left, "among");
    let one = left
        .checked_sub(1)
        .filter(|n| reader.view.is_word(left, "of") && reader.view.is_word(*n, "one"));
    let first = one.or(those.then_some(left))?;
    let mut is = reader.clauses.iter().filter(|c| reader.verb(c).copula);
    if let Some(main) = is.clone().find(|c| c.verb + 1 == first) {
        return Some(main.subject.clone());
    }
    let main = is.find(|c| those && c.verb > clause.verb)?;
    let people = reader.view.complements(main.verb).object.clone();
    people
        .iter()
        .all(|n| is_person(reader, *n))
        .then_some(people)
}

/// "Peru and Chile agreed to a truce as they ended their talks": they are those that the
/// sentence has told of.
fn told_of(reader: &Reader<'_, '_>, clause: &Clause) -> Option<Vec<usize>> {
    const OPENS: &[&str] = &["as", "when", "while", "after", "before", "once"];
    let [they] = clause.subject[..] else {
        return None;
    };
    let left = they.checked_sub(1)?;
    let subordinate = OPENS.iter().any(|w| reader.view.is_word(left, w));
    let they = matches!(
        reader.view.kind(they),
        Some(UnitKind::Pronoun(WordValue::They))
    );
    let before = reader.clauses.iter().take_while(|c| c.verb < clause.verb);
    let mut several = before.filter(|c| c.link == Link::Own && c.subject.len() >= 2);
    (they && subordinate)
        .then(|| several.next().map(|c| c.subject.clone()))
        .flatten()
}

/// "A reception hosted by the embassy was attended by Mori": two verbs of one noun tell one
/// encounter. Gives back a fact that is none of those told.
fn joined(told: &mut [Box<MeetingFact>], fact: MeetingFact) -> Option<MeetingFact> {
    let same = |known: &&mut Box<MeetingFact>| match (&known.noun, &fact.noun) {
        (Some(a), Some(b)) => Rc::ptr_eq(a, b) && known.status == fact.status,
        _ => false,
    };
    let Some(known) = told.iter_mut().rev().take(4).find(same) else {
        return Some(fact);
    };
    for subject in fact.subjects {
        if !known.subjects.contains(&subject) {
            known.subjects.push(subject);
        }
    }
    for partner in fact.partners {
        if !known.partners.contains(&partner) {
            known.partners.push(partner);
        }
    }
    known.dates.extend(fact.dates);
    if known.places.is_empty() {
        known.places = fact.places;
    }
    None
}

/// Who is at home, by the frame: "received" tells it of the subject, "called on" of whom
/// it is told.
fn host(reader: &Reader<'_, '_>, clause: &Clause) -> Option<Host> {
    let meets = |r: &FrameRecord| {
        matches!(
            r,
            FrameRecord::Meeting(_) | FrameRecord::Light(LightOf::Meeting(_))
        )
    };
    let frames = reader.frames(clause);
    let (frame, _) = frames.iter().find(|(f, _)| meets(&f.record))?;
    match frame.slots.get("subject")? {
        Slot::Host => Some(Host::Subjects),
        Slot::Guest => Some(Host::Partners),
        _ => None,
    }
}

/// The meeting noun at a unit, with the kind its frame gives.
fn meeting_noun<'a>(
    reader: &Reader<'a, '_>,
    unit: usize,
) -> Option<(&'a Rc<NounGroup>, MeetingKind)> {
    let (noun, record) = reader.noun_record(unit, |r| matches!(r, FrameRecord::Meeting(_)))?;
    match record {
        // "a call for talks" asks, and rings nobody.
        FrameRecord::Meeting(MeetingKind::Call) if asks_for(reader, unit) => None,
        FrameRecord::Meeting(MeetingKind::Conference) if is_legislature(reader, unit, noun) => None,
        FrameRecord::Meeting(_) if is_crowd(reader, unit, noun) => None,
        FrameRecord::Meeting(kind) => Some((noun, of_row(reader, unit).unwrap_or(kind))),
        _ => None,
    }
}

/// `of-row = meeting-noun "whose" ["first"] meeting-noun`: "an exercise whose first round" is of
/// the kind that has rounds.
fn of_row(reader: &Reader<'_, '_>, unit: usize) -> Option<MeetingKind> {
    let left = unit.checked_sub(1)?;
    let counted = matches!(reader.view.kind(left), Some(UnitKind::Adverb));
    let whose = left.checked_sub(usize::from(counted))?;
    if !reader.view.is_word(whose, "whose") {
        return None;
    }
    let row = reader.noun_record(whose.checked_sub(1)?, |r| {
        matches!(r, FrameRecord::Meeting(_))
    });
    match row {
        Some((_, FrameRecord::Meeting(kind))) => Some(kind),
        _ => None,
    }
}

/// "a call for talks", "his call to Lima to negotiate"
fn asks_for(reader: &Reader<'_, '_>, unit: usize) -> bool {
    let to = reader.view.is_word(unit + 1, "to");
    let infinitive = |n: usize| {
        let comma = usize::from(matches!(reader.view.kind(n), Some(UnitKind::Comma)));
        reader.view.verb(n + comma).is_some_and(|v| v.infinitive)
    };
    reader.view.is_word(unit + 1, "for") || to && infinitive(unit + 3)
}

/// "the Philippine Congress"
fn is_legislature(reader: &Reader<'_, '_>, unit: usize, noun: &NounGroup) -> bool {
    let of_state = |p: &PartyRef| matches!(p, PartyRef::Country(_));
    noun.parties.iter().any(of_state) && reader.view.text(unit).ends_with("Congress")
}

/// "addressed an audience", "an audience of 200 students"
fn is_crowd(reader: &Reader<'_, '_>, unit: usize, noun: &NounGroup) -> bool {
    let addressed = || {
        let verb = unit.checked_sub(1).and_then(|u| reader.view.verb(u));
        verb.is_some_and(|v| reader.view.tokens.lexicon.lemma(v.lemma) == "address")
    };
    let of = || noun.determiner == Determiner::A && reader.view.is_word(unit + 1, "of");
    reader.view.ends_in(unit, &["audience"]) && (addressed() || of())
}

fn destinations(reader: &Reader<'_, '_>, units: &[usize]) -> Vec<PlaceExpr> {
    units.iter().filter_map(|u| reader.place_at(*u)).collect()
}

/// Nouns for a state.
const STATES: &[&str] = &["country", "nation", "state"];

/// "paid a visit to the country": a state told before.
fn state_told(reader: &Reader<'_, '_>, units: &[usize]) -> Option<usize> {
    let [only] = units else { return None };
    let noun = reader.view.units.get(*only)?.noun()?;
    let state = reader.view.ends_in(*only, STATES);
    (state && noun.determiner == Determiner::The && noun.parties.is_empty()).then_some(*only)
}

/// Places right of the verb, else those that lead the clause in: "In Paris, he met …"
fn all_places(
    reader: &Reader<'_, '_>,
    clause: &Clause,
    complements: &Complements,
) -> Vec<PlaceExpr> {
    let right = reader.places(complements, PLACES);
    if !right.is_empty() {
        return right;
    }
    let town = noun::of_town(reader, complements);
    if !town.is_empty() {
        return town;
    }
    if let Some(place) = where_place(reader, clause).or_else(|| main_place(reader, clause)) {
        return vec![place];
    }
    (clause.start..clause.verb)
        .filter(|n| {
            matches!(reader.view.kind(*n), Some(UnitKind::Preposition))
                && PLACES.iter().any(|p| reader.view.is_word(*n, p))
        })
        .filter_map(|n| reader.place_at(n + 1))
        .collect()
}

/// "gathered in Lima, where Vega met Rojas": the place before "where"
fn where_place(reader: &Reader<'_, '_>, clause: &Clause) -> Option<PlaceExpr> {
    let before = clause.start.checked_sub(1)?;
    if !reader.view.is_word(before, "where") {
        return None;
    }
    let mut at = before.checked_sub(1)?;
    while matches!(
        reader.view.kind(at),
        Some(UnitKind::Comma | UnitKind::Date(_))
    ) {
        at = at.checked_sub(1)?;
    }
    reader.view.in_phrase(at).then(|| reader.place_at(at))?
}

/// Verbs of going away.
const LEAVE: &[&str] = &["leave", "depart"];

/// "is in Lima meeting Vega", "left Lima after meeting Vega": the place of the main verb
fn main_place(reader: &Reader<'_, '_>, clause: &Clause) -> Option<PlaceExpr> {
    let Link::Participle(n) = clause.link else {
        return None;
    };
    let main = reader.clauses.get(n)?;
    let verb = reader.verb(main);
    let complements = reader.view.complements(main.verb);
    let lemma = reader.view.tokens.lexicon.lemma(verb.lemma);
    let after = |n: usize| reader.view.is_word(n, "after") || reader.view.is_word(n, "following");
    let after = clause.verb.checked_sub(1).is_some_and(after);
    // "Speaking in Ankara after meeting Kaya"
    let told = |r: &FrameRecord| matches!(r, FrameRecord::Statement(_));
    if verb.copula || after && reader.view.has_frame(main.verb, told) {
        return reader.places(&complements, &["in"]).into_iter().next();
    }
    (LEAVE.contains(&lemma) && after).then(|| left_place(reader, main))?
}

/// `("left" | "departed" ["from"]) place`
fn left_place(reader: &Reader<'_, '_>, clause: &Clause) -> Option<PlaceExpr> {
    let lemma = reader.view.tokens.lexicon.lemma(reader.verb(clause).lemma);
    if !LEAVE.contains(&lemma) {
        return None;
    }
    let complements = reader.view.complements(clause.verb);
    let object = complements.object.first().and_then(|o| reader.place_at(*o));
    object.or_else(|| reader.places(&complements, &["from"]).into_iter().next())
}

/// Words that tell that those who meet are not at one place.
const REMOTE: &[&str] = &[
    "phone",
    "telephone",
    "video",
    "videolink",
    "virtual",
    "virtually",
    "online",
    "remotely",
    "teleconference",
    "videoconference",
    "zoom",
];

/// "by phone", "via video link", "virtually" in the units of a clause.
fn is_remote(reader: &Reader<'_, '_>, from: usize, to: usize) -> bool {
    (from..to.min(from + 24)).any(|n| {
        matches!(
            reader.view.kind(n),
            Some(UnitKind::Noun(_) | UnitKind::Adverb | UnitKind::Other)
        ) && reader
            .view
            .text(n)
            .split(|c: char| !c.is_alphabetic())
            .any(|w| REMOTE.iter().any(|r| w.eq_ignore_ascii_case(r)))
    })
}

/// Verbs whose object is what a meeting is about.
const DISCUSS: &[&str] = &[
    "discuss", "review", "explore", "address", "assess", "examine",
];

/// Somebody, not something: "a courtesy call on the president".
fn is_person(reader: &Reader<'_, '_>, unit: usize) -> bool {
    matches!(
        reader.view.kind(unit),
        Some(
            UnitKind::People(_) | UnitKind::Name { .. } | UnitKind::Post(_) | UnitKind::Pronoun(_)
        )
    )
}

/// "on trade and energy", "on accelerating trade": with the object of a verb.
fn matter(reader: &Reader<'_, '_>, nouns: &[usize]) -> Option<Bytes> {
    let (first, last) = (*nouns.first()?, *nouns.last()?);
    let object = reader
        .view
        .verb(last)
        .and_then(|_| reader.view.complements(last).object.last().copied());
    reader.span(first, object.unwrap_or(last) + 1)
}

/// "on trade", "to discuss trade"
fn topics(reader: &Reader<'_, '_>, complements: &Complements) -> Vec<Bytes> {
    if let Some(infinitive) = complements.infinitive {
        let lemma = reader
            .view
            .verb(infinitive)
            .map(|v| reader.view.tokens.lexicon.lemma(v.lemma))
            .unwrap_or_default();
        if DISCUSS.contains(&lemma) {
            let end = reader.view.complements(infinitive).end;
            return reader.span(infinitive + 1, end).into_iter().collect();
        }
    }
    complements
        .phrases
        .iter()
        .filter(|p| TOPICS.iter().any(|t| reader.view.is_word(p.preposition, t)))
        .filter(|p| !p.nouns.iter().all(|n| is_person(reader, *n)))
        .filter_map(|p| matter(reader, &p.nouns))
        .collect()
}
