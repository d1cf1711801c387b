//! Encounters: meeting verbs, light verbs with meeting nouns, and meeting
//! nouns on their own.

use super::clause::{Clause, Complements, Link};
use super::date::DateExpr;
use super::fact::{Bytes, MeetingFact, MentionId};
use super::place::PlaceExpr;
use super::reader::Reader;
use super::status::{Reality, reality};
use super::unit::{Determiner, Head, NounGroup, Unit, UnitKind};
use super::verb_group::Tense;
use crate::lexicon::{Class, FrameRecord, LightOf, Slot};
use crate::model::{MeetingKind, MeetingStatus};

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
        let clause = reader.clauses[n].clone();
        if let Some(found) = light(reader, &clause) {
            reader.facts.meetings.push(found);
        } else {
            let found = by_verb(reader, &clause);
            reader.facts.meetings.extend(found);
        }
    }
    for unit in 0..reader.view.units.len() {
        if let Some(found) = by_noun(reader, unit) {
            reader.facts.meetings.push(found);
        }
    }
}

// --- verbs ---------------------------------------------------------------------

/// `subject meeting-verb [object] {phrase}`; "Wang met Lavrov in Moscow on Monday"
fn by_verb(reader: &mut Reader<'_, '_>, clause: &Clause) -> Option<MeetingFact> {
    let (frame, after, kind) = reader
        .frames(clause)
        .into_iter()
        .find_map(|(f, after)| match f.record {
            FrameRecord::Meeting(kind) => Some((f, after, kind)),
            _ => None,
        })?;
    let verb = *reader.verb(clause);
    if verb.passive && !frame.slots.get("by").is_some() && kind != MeetingKind::Talks {
        return None;
    }
    let complements = reader.view.complements(after - 1);
    // "met with criticism", "called on Iran to stop": not an encounter.
    if complements.infinitive.is_some()
        && frame.slots.get("object") == Some(Slot::Party)
        && frame
            .tail
            .first()
            .is_some_and(|_| reader.view.is_word(clause.verb + 1, "on"))
    {
        return None;
    }
    let reality = reality(reader, clause);
    let status = reality.meeting()?;
    let mut subjects = clause.subject.clone();
    let mut partners = Vec::new();
    let mut places = Vec::new();
    match frame.slots.get("object") {
        Some(Slot::Party) => partners.extend(complements.object.iter().copied()),
        Some(Slot::Host) => {
            places = destinations(reader, &complements.object);
            if places.is_empty() {
                // "visited troops", "visited the president": somebody, not a place.
                return None;
            }
        }
        _ if !complements.object.is_empty()
            && frame.tail.is_empty()
            && kind == MeetingKind::Visit =>
        {
            return None;
        }
        _ => {}
    }
    if verb.passive {
        // "was received by the king"
        let by = complements
            .phrases
            .iter()
            .find(|p| reader.view.is_word(p.preposition, "by"));
        let by = by.map(|p| p.nouns.clone())?;
        partners = std::mem::replace(&mut subjects, by);
    }
    for phrase in &complements.phrases {
        let word = reader.view.text(phrase.preposition).to_ascii_lowercase();
        if matches!(word.as_str(), "with" | "along with" | "together with")
            && kind != MeetingKind::Visit
        {
            partners.extend(phrase.nouns.iter().copied());
        } else if frame.slots.get(&word) == Some(Slot::Host)
            || (kind == MeetingKind::Visit && word == "to")
        {
            places.extend(destinations(reader, &phrase.nouns));
        }
    }
    let venue = all_places(reader, clause, &complements);
    if kind == MeetingKind::Visit {
        if places.is_empty() && frame.slots.get("in").is_some() {
            places = venue;
        }
        if places.is_empty() {
            return None;
        }
    } else {
        places = venue;
    }
    let plural_alone = partners.is_empty() && kind != MeetingKind::Visit;
    if plural_alone && !is_plural_subject(reader, &subjects) {
        return None;
    }
    if subjects.is_empty() && partners.is_empty() {
        return None;
    }
    let dates = dates(reader, clause, &complements);
    Some(MeetingFact {
        site: reader.site(clause.verb),
        kind,
        status: ongoing(status, reality, kind, verb.tense),
        subjects: reader.mentions(&subjects),
        partners: reader.mentions(&partners),
        places,
        dates,
        name: None,
        definite: false,
        noun: None,
        topics: topics(reader, &complements),
        future: reality.is_future(),
        rule: "meeting.verb",
    })
}

/// "is visiting" goes on; "is meeting Wang on Monday" is still to come.
fn ongoing(
    status: MeetingStatus,
    reality: Reality,
    kind: MeetingKind,
    tense: Tense,
) -> MeetingStatus {
    match (reality, kind) {
        (Reality::Ongoing, MeetingKind::Visit | MeetingKind::Exercise) => MeetingStatus::Ongoing,
        (Reality::Ongoing, _) if tense == Tense::Past => MeetingStatus::Held,
        _ => status,
    }
}

/// Several people or parties, so that they may meet each other.
fn is_plural_subject(reader: &Reader<'_, '_>, subjects: &[usize]) -> bool {
    if subjects.len() > 1 {
        return true;
    }
    subjects
        .first()
        .and_then(|s| reader.view.units.get(*s))
        .is_some_and(|u| match &u.kind {
            UnitKind::People(p) => p.len() > 1,
            UnitKind::Parties(p, _) => p.len() > 1,
            UnitKind::Post(p) => p.plural,
            UnitKind::Noun(n) => n.plural && matches!(n.head, Head::Group(_)),
            UnitKind::Pronoun(w) => matches!(w, crate::lexicon::WordValue::They),
            _ => false,
        })
}

fn destinations(reader: &Reader<'_, '_>, units: &[usize]) -> Vec<PlaceExpr> {
    units.iter().filter_map(|u| reader.place_at(*u)).collect()
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
    let mut left = Vec::new();
    for n in clause.start..clause.verb {
        let preposition = matches!(reader.view.kind(n), Some(UnitKind::Preposition))
            && PLACES.iter().any(|p| reader.view.is_word(n, p));
        if preposition {
            left.extend(reader.place_at(n + 1));
        }
    }
    left
}

fn dates(reader: &Reader<'_, '_>, clause: &Clause, complements: &Complements) -> Vec<DateExpr> {
    let mut dates = complements.dates.clone();
    dates.extend(reader.dates_left(clause));
    dates
}

fn topics(reader: &Reader<'_, '_>, complements: &Complements) -> Vec<Bytes> {
    if let Some(infinitive) = complements.infinitive {
        if ["discuss", "review", "explore"].iter().any(|w| {
            reader
                .view
                .text(infinitive)
                .to_ascii_lowercase()
                .ends_with(w)
        }) {
            return reader
                .span(infinitive + 1, reader.view.complements(infinitive).end)
                .into_iter()
                .collect();
        }
    }
    complements
        .phrases
        .iter()
        .filter(|p| TOPICS.iter().any(|t| reader.view.is_word(p.preposition, t)))
        .filter_map(|p| reader.span(*p.nouns.first()?, p.nouns.last()? + 1))
        .collect()
}

// --- light verbs -----------------------------------------------------------------

/// `subject light-verb meeting-noun {phrase}`, or passive `meeting-noun light-verb`;
/// "held talks with", "the summit was held in Tokyo", "the talks took place"
fn light(reader: &mut Reader<'_, '_>, clause: &Clause) -> Option<MeetingFact> {
    let verb = *reader.verb(clause);
    let frames = reader.frames(clause);
    let (after, over) = frames
        .iter()
        .find_map(|(f, after)| match f.record {
            FrameRecord::Light(LightOf::Meeting(over)) => Some((*after, over)),
            _ => None,
        })
        .or_else(|| takes_place(reader, clause).map(|after| (after, None)))?;
    let complements = reader.view.complements(after - 1);
    let subject_noun = clause
        .subject
        .iter()
        .copied()
        .find(|s| meeting_noun(reader, *s).is_some());
    let object_noun = complements
        .object
        .iter()
        .copied()
        .find(|o| meeting_noun(reader, *o).is_some());
    let passive = verb.passive
        || takes_place(reader, clause).is_some()
        || clause.link == Link::Reduced
        || (object_noun.is_none() && subject_noun.is_some() && complements.object.is_empty());
    let unit = if passive { subject_noun } else { object_noun }
        .or_else(|| phrase_noun(reader, &complements, passive))?;
    let (noun, kind) = meeting_noun(reader, unit)?;
    let noun = noun.clone();
    let reality = reality(reader, clause);
    let mut status = match over {
        Some(over) if matches!(reality, Reality::Done | Reality::Present | Reality::Ongoing) => {
            over
        }
        Some(over) if over != MeetingStatus::Held && reality != Reality::Unreal => over,
        _ => reality.meeting()?,
    };
    if noun_is_planned(reader, unit) && status == MeetingStatus::Held && reality == Reality::Present
    {
        status = MeetingStatus::Scheduled;
    }
    let mut of_noun = if unit < clause.verb {
        around(reader, unit, clause.verb)
    } else {
        around(reader, unit, reader.view.units.len())
    };
    let mut subjects = if passive {
        Vec::new()
    } else {
        clause.subject.clone()
    };
    if passive {
        if let Some(by) = complements
            .phrases
            .iter()
            .find(|p| reader.view.is_word(p.preposition, "by"))
        {
            subjects.extend(by.nouns.iter().copied());
        }
    }
    if unit > clause.verb {
        // What follows the noun is the clause's.
        of_noun.dates.extend(reader.dates_left(clause));
    } else {
        of_noun.dates.extend(complements.dates.iter().copied());
        of_noun.dates.extend(reader.dates_left(clause));
        of_noun.partners.extend(partners(reader, &complements));
        let right = reader.places(&complements, PLACES);
        if !right.is_empty() {
            of_noun.places = right;
        }
    }
    if of_noun.places.is_empty() {
        of_noun.places = all_places(reader, clause, &complements);
    }
    if unit > clause.verb && kind == MeetingKind::Visit && of_noun.destinations.is_empty() {
        of_noun.destinations = reader.places(&complements, &["to", "in"]);
    }
    if let Some(used) = reader.used.get_mut(unit) {
        *used = true;
    }
    let ongoing_status = if reality == Reality::Ongoing
        && matches!(
            kind,
            MeetingKind::Visit
                | MeetingKind::Exercise
                | MeetingKind::Conference
                | MeetingKind::Negotiation
                | MeetingKind::Talks
        )
        && verb.tense == Tense::Present
        && status == MeetingStatus::Held
    {
        MeetingStatus::Ongoing
    } else {
        status
    };
    build(
        reader,
        unit,
        &noun,
        kind,
        ongoing_status,
        subjects,
        of_noun,
        reality.is_future(),
        "meeting.light",
        clause.verb,
    )
}

/// "take place", "get under way": the subject is what takes place.
fn takes_place(reader: &Reader<'_, '_>, clause: &Clause) -> Option<usize> {
    let verb = reader.verb(clause);
    let lemma = reader.view.tokens.lexicon.lemma(verb.lemma);
    let next = clause.verb + 1;
    let fits = match lemma {
        "take" => reader.view.text(next).eq_ignore_ascii_case("place"),
        "get" => reader
            .view
            .text(next)
            .to_ascii_lowercase()
            .starts_with("under"),
        "occur" | "follow" | "coincide" => return Some(next),
        _ => false,
    };
    fits.then_some(next + 1)
}

/// "take part in the summit", "arrive for talks": the noun hangs on a preposition.
fn phrase_noun(reader: &Reader<'_, '_>, complements: &Complements, passive: bool) -> Option<usize> {
    if passive {
        return None;
    }
    let phrase = complements.phrases.first()?;
    let close = ["of", "in", "for", "at", "to", "into"]
        .iter()
        .any(|w| reader.view.is_word(phrase.preposition, w));
    let noun = *phrase.nouns.first()?;
    (close && complements.object.len() <= 1 && meeting_noun(reader, noun).is_some()).then_some(noun)
}

fn meeting_noun<'a>(reader: &Reader<'a, '_>, unit: usize) -> Option<(&'a NounGroup, MeetingKind)> {
    let (noun, record) = reader.noun_record(unit, |r| matches!(r, FrameRecord::Meeting(_)))?;
    match record {
        FrameRecord::Meeting(kind) => Some((noun, kind)),
        _ => None,
    }
}

// --- nouns -------------------------------------------------------------------------

/// What stands around a meeting noun.
#[derive(Default)]
struct Around {
    partners: Vec<usize>,
    places: Vec<PlaceExpr>,
    /// Of a visit: where to.
    destinations: Vec<PlaceExpr>,
    dates: Vec<DateExpr>,
    topics: Vec<Bytes>,
    by: Vec<usize>,
}

/// Reads the phrases behind a noun, up to unit `limit`.
fn around(reader: &Reader<'_, '_>, unit: usize, limit: usize) -> Around {
    let complements = reader.view.complements(unit);
    let mut found = Around::default();
    for phrase in &complements.phrases {
        if phrase.preposition >= limit {
            break;
        }
        let word = reader.view.text(phrase.preposition).to_ascii_lowercase();
        if word == "by" || word == "from" {
            found.by.extend(phrase.nouns.iter().copied());
        } else if word == "to" {
            found
                .destinations
                .extend(destinations(reader, &phrase.nouns));
        } else if PARTNERS.contains(&word.as_str()) {
            found.partners.extend(phrase.nouns.iter().copied());
        } else if PLACES.contains(&word.as_str()) {
            found.places.extend(destinations(reader, &phrase.nouns));
        } else if TOPICS.contains(&word.as_str()) {
            if let (Some(first), Some(last)) = (phrase.nouns.first(), phrase.nouns.last()) {
                found.topics.extend(reader.span(*first, last + 1));
            }
        }
    }
    found.dates = complements.dates;
    if let Some(d) = reader
        .view
        .units
        .get(unit)
        .and_then(Unit::noun)
        .and_then(|n| n.date)
    {
        found.dates.insert(0, d);
    }
    found
}

fn partners(reader: &Reader<'_, '_>, complements: &Complements) -> Vec<usize> {
    complements
        .phrases
        .iter()
        .filter(|p| {
            PARTNERS
                .iter()
                .any(|w| reader.view.is_word(p.preposition, w))
        })
        .flat_map(|p| p.nouns.iter().copied())
        .collect()
}

/// "planned", "upcoming", "next" in a noun group.
fn noun_is_planned(reader: &Reader<'_, '_>, unit: usize) -> bool {
    let text = reader.view.text(unit).to_ascii_lowercase();
    [
        "planned",
        "upcoming",
        "forthcoming",
        "scheduled",
        "coming",
        "next",
        "future",
        "expected",
    ]
    .iter()
    .any(|w| text.split_whitespace().any(|t| t == *w))
}

fn noun_is_wished(reader: &Reader<'_, '_>, unit: usize) -> bool {
    let text = reader.view.text(unit).to_ascii_lowercase();
    ["proposed", "possible", "potential", "prospective"]
        .iter()
        .any(|w| text.contains(w))
}

/// A meeting noun that no verb carried: "during a meeting with Wang in Beijing",
/// "Biden's visit to Israel in the coming months", "the 14th ASEAN summit"
fn by_noun(reader: &mut Reader<'_, '_>, unit: usize) -> Option<MeetingFact> {
    if reader.used.get(unit) == Some(&true) {
        return None;
    }
    let (noun, kind) = meeting_noun(reader, unit)?;
    if noun.determiner == Determiner::No {
        return None;
    }
    let noun = noun.clone();
    let of_noun = around(reader, unit, reader.view.units.len());
    let named = noun.proper;
    let sided = !noun.parties.is_empty()
        || !noun.people.is_empty()
        || noun.owner_name.is_some()
        || noun.owner_post.is_some()
        || noun.pronoun.is_some()
        || noun.level.is_some()
        || !of_noun.partners.is_empty()
        || !of_noun.by.is_empty();
    let set = !of_noun.dates.is_empty()
        || !of_noun.places.is_empty()
        || !of_noun.destinations.is_empty()
        || noun.place.is_some();
    let strong = match kind {
        MeetingKind::Visit => {
            (sided || set) && (!of_noun.destinations.is_empty() || noun.pronoun.is_some() || set)
        }
        MeetingKind::Other | MeetingKind::Ceremony => sided && set,
        MeetingKind::Exercise => sided || named,
        MeetingKind::Conference => named || (set && sided),
        _ => named || sided || set,
    };
    if !strong {
        return None;
    }
    let is_plural = noun.plural && !is_plural_only(reader, unit);
    if is_plural && !(named || set && sided) {
        return None;
    }
    let reality = noun_reality(reader, unit);
    let status = if noun_is_wished(reader, unit) {
        MeetingStatus::Proposed
    } else if noun_is_planned(reader, unit) {
        MeetingStatus::Scheduled
    } else {
        reality.meeting()?
    };
    let future = status == MeetingStatus::Scheduled || reality.is_future();
    build(
        reader,
        unit,
        &noun,
        kind,
        status,
        Vec::new(),
        of_noun,
        future,
        "meeting.noun",
        unit,
    )
}

/// "talks", "negotiations", "consultations", "drills" stand for one encounter.
fn is_plural_only(reader: &Reader<'_, '_>, unit: usize) -> bool {
    let text = reader.view.text(unit).to_ascii_lowercase();
    [
        "talks",
        "negotiations",
        "consultations",
        "discussions",
        "exercises",
        "drills",
        "maneuvers",
        "war games",
        "games",
    ]
    .iter()
    .any(|w| text.ends_with(w))
}

/// How real a bare noun is: by the preposition before it and the verb of its clause.
fn noun_reality(reader: &Reader<'_, '_>, unit: usize) -> Reality {
    let before = unit
        .checked_sub(1)
        .map(|l| reader.view.text(l).to_ascii_lowercase())
        .unwrap_or_default();
    match before.as_str() {
        "during" | "after" | "following" | "since" | "in" | "from" => return Reality::Present,
        "before" | "ahead of" | "prior to" => return Reality::Planned,
        _ => {}
    }
    let clause = reader
        .clauses
        .iter()
        .rev()
        .find(|c| c.verb < unit)
        .or_else(|| reader.clauses.iter().find(|c| c.verb > unit));
    match clause {
        Some(c) => match reality(reader, c) {
            Reality::Unreal => Reality::Present,
            Reality::Wished | Reality::Refused | Reality::Missed => Reality::Present,
            Reality::Ongoing => Reality::Present,
            other => other,
        },
        None => Reality::Present,
    }
}

#[allow(clippy::too_many_arguments)]
fn build(
    reader: &mut Reader<'_, '_>,
    unit: usize,
    noun: &NounGroup,
    kind: MeetingKind,
    status: MeetingStatus,
    subjects: Vec<usize>,
    of_noun: Around,
    future: bool,
    rule: &'static str,
    at: usize,
) -> Option<MeetingFact> {
    let mut subjects: Vec<MentionId> = reader.mentions(&subjects);
    subjects.extend(reader.mentions(&of_noun.by));
    let places = if kind == MeetingKind::Visit && !of_noun.destinations.is_empty() {
        of_noun.destinations
    } else if of_noun.places.is_empty() {
        noun.place.into_iter().collect()
    } else {
        of_noun.places
    };
    let name = noun.proper.then(|| name_span(reader, unit, noun)).flatten();
    let definite = matches!(noun.determiner, Determiner::The | Determiner::This)
        && !noun.proper
        && noun.parties.is_empty()
        && noun.people.is_empty();
    Some(MeetingFact {
        site: reader.site(at),
        kind,
        status,
        subjects,
        partners: reader.mentions(&of_noun.partners),
        places,
        dates: of_noun.dates,
        name,
        definite,
        noun: Some(Box::new(noun.clone())),
        topics: of_noun.topics,
        future,
        rule,
    })
}

/// The name of an encounter: its noun group, from the first capitalized word on.
fn name_span(reader: &Reader<'_, '_>, unit: usize, noun: &NounGroup) -> Option<Bytes> {
    let u = reader.view.units.get(unit)?;
    let tokens = reader.view.tokens;
    let first = (u.first..u.last)
        .filter_map(|n| tokens.get(n))
        .find(|t| t.start >= noun.body.0 && (t.is_capital() || t.is(Class::ORDINAL)))?;
    (first.start < noun.body.1).then_some((first.start, noun.body.1))
}
