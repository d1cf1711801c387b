//! Meeting nouns: what stands around them, and those that no verb carries:
//! "during a meeting with Wang in Beijing", "Biden's visit to Israel".

use super::adjunct::{HOPES, NEEDS, depends_on, is_on, led_by, told_dates};
use super::verb::is_plural;
use super::{
    PARTNERS, PLACES, TOPICS, destinations, is_person, is_remote, left_place, matter, meeting_noun,
    precedents, topics,
};
use crate::grammar::clause::{Clause, Link};
use crate::grammar::date::DateExpr;
use crate::grammar::fact::{Bytes, Host, MeetingFact, MentionId};
use crate::grammar::place::PlaceExpr;
use crate::grammar::reader::Reader;
use crate::grammar::status::{Reality, reality};
use crate::grammar::unit::{Determiner, Head, NounGroup, Unit, UnitKind};
use crate::grammar::verb_group::Modality;
use crate::lexicon::{Class, FrameRecord, Slot, WordValue};
use crate::model::{MeetingKind, MeetingStatus};
use crate::source::PieceKind;
use std::rc::Rc;

/// What stands around a meeting noun.
#[derive(Default)]
pub(super) struct Around {
    pub(super) partners: Vec<usize>,
    pub(super) places: Vec<PlaceExpr>,
    /// Of a visit: where to.
    pub(super) destinations: Vec<PlaceExpr>,
    pub(super) dates: Vec<DateExpr>,
    pub(super) topics: Vec<Bytes>,
    pub(super) by: Vec<usize>,
}

/// Reads the phrases behind a noun, up to unit `limit`.
pub(super) fn around(reader: &Reader<'_, '_>, unit: usize, limit: usize) -> Around {
    let complements = reader.view.complements(unit);
    let mut found = Around::default();
    // A dinner is given for somebody.
    let is_treat = meeting_noun(reader, unit)
        .is_some_and(|(_, kind)| matches!(kind, MeetingKind::Other | MeetingKind::Visit));
    for phrase in &complements.phrases {
        if phrase.preposition >= limit {
            break;
        }
        let word = reader.view.text(phrase.preposition).to_ascii_lowercase();
        if word == "by" || word == "from" {
            found.by.extend(phrase.nouns.iter().copied());
        } else if word == "to" && !phrase.nouns.iter().all(|n| is_person(reader, *n)) {
            found
                .destinations
                .extend(destinations(reader, &phrase.nouns));
        } else if PARTNERS.contains(&word.as_str()) {
            found.partners.extend(phrase.nouns.iter().copied());
            found
                .partners
                .extend(second_side(reader, &word, &phrase.nouns));
        } else if PLACES.contains(&word.as_str()) {
            found.places.extend(destinations(reader, &phrase.nouns));
        } else if (matches!(word.as_str(), "on" | "to") || word == "for" && is_treat)
            && phrase.nouns.iter().all(|n| is_person(reader, *n))
        {
            // "a courtesy call on the president", "a phone call to the king", "a dinner for"
            found.partners.extend(phrase.nouns.iter().copied());
        } else if TOPICS.contains(&word.as_str()) {
            found.topics.extend(matter(reader, &phrase.nouns));
        }
    }
    if found.topics.is_empty() {
        found.topics = topics(reader, &complements);
    }
    found.dates = complements.dates;
    let own = reader.view.units.get(unit).and_then(Unit::noun);
    if let Some(d) = own.and_then(|n| n.date) {
        found.dates.insert(0, d);
    }
    found
}

/// "talks between Peru and Chile took place": what stands before the verb is no
/// subject of it, but the other side.
fn second_side(reader: &Reader<'_, '_>, word: &str, nouns: &[usize]) -> Option<usize> {
    let last = *nouns.last()?;
    let joined = matches!(word, "between" | "among")
        && matches!(reader.view.kind(last + 1), Some(UnitKind::And));
    (joined && reader.view.is_nominal(last + 2)).then_some(last + 2)
}

/// Words in or right behind a noun group that set it ahead.
const PLANNED: &[&str] = &[
    "planned",
    "upcoming",
    "forthcoming",
    "scheduled",
    "coming",
    "next",
    "future",
    "expected",
    "slated",
    "due",
];
const WISHED: &[&str] = &["proposed", "possible", "potential", "prospective"];
/// Words right behind a noun that set it ahead: "the summit due on Monday".
const AHEAD: &[&str] = &["due", "planned", "scheduled", "set", "slated", "expected"];

/// "two rounds of talks": the talks are those of the rounds.
fn is_counted(reader: &Reader<'_, '_>, unit: usize) -> bool {
    let of = unit
        .checked_sub(1)
        .filter(|n| reader.view.is_word(*n, "of"));
    of.and_then(|n| n.checked_sub(1))
        .is_some_and(|n| meeting_noun(reader, n).is_some())
}

/// "the next round of the Peru-Chile talks": whose rounds they are.
fn with_counted(reader: &Reader<'_, '_>, unit: usize, noun: &Rc<NounGroup>) -> Rc<NounGroup> {
    let mut noun = Rc::clone(noun);
    if let Some((inner, _)) = meeting_noun(reader, unit + 2)
        && is_counted(reader, unit + 2)
        && !inner.parties.is_empty()
    {
        let all = Rc::make_mut(&mut noun);
        all.parties.extend(inner.parties.iter().copied());
        all.level = all.level.or(inner.level);
    }
    noun
}

/// "planned", "upcoming", "next" in a noun group.
pub(super) fn is_planned(reader: &Reader<'_, '_>, unit: usize) -> bool {
    has_word(reader.view.text(unit), PLANNED)
}

fn has_word(text: &str, words: &[&str]) -> bool {
    text.split_whitespace()
        .any(|t| words.iter().any(|w| t.eq_ignore_ascii_case(w)))
}

/// "the summit due on Monday", "talks between X and Y, scheduled for Friday"
pub(super) fn is_set_ahead(reader: &Reader<'_, '_>, unit: usize) -> bool {
    ahead_at(reader, unit).is_some()
}

/// The word that sets a noun ahead, right behind it or behind its phrases.
fn ahead_at(reader: &Reader<'_, '_>, unit: usize) -> Option<usize> {
    let end = reader.view.complements(unit).end;
    [unit + 1, end]
        .into_iter()
        .map(|n| n + usize::from(matches!(reader.view.kind(n), Some(UnitKind::Comma))))
        .find(|n| AHEAD.iter().any(|w| reader.view.is_word(*n, w)))
}

/// The first date behind the word that sets a noun ahead: "set to begin on Monday".
pub(super) fn first_date(reader: &Reader<'_, '_>, unit: usize) -> Option<DateExpr> {
    let at = ahead_at(reader, unit)?;
    (at + 1..at + 6).find_map(|n| match reader.view.kind(n) {
        Some(UnitKind::Date(d)) => Some(*d),
        _ => None,
    })
}

/// "the postponement of the visit", "the cancellation of talks"
fn called_off(reader: &Reader<'_, '_>, unit: usize) -> Option<MeetingStatus> {
    let of = unit
        .checked_sub(1)
        .filter(|n| reader.view.is_word(*n, "of"))?;
    let word = reader.view.text(of.checked_sub(1)?).rsplit(' ').next()?;
    match word.to_ascii_lowercase().as_str() {
        "postponement" | "delay" | "suspension" | "deferral" => Some(MeetingStatus::Postponed),
        "cancellation" | "cancelation" | "scrapping" | "collapse" => Some(MeetingStatus::Cancelled),
        _ => None,
    }
}

/// A meeting noun that no verb carried
pub(super) fn by_noun(reader: &Reader<'_, '_>, unit: usize) -> Option<MeetingFact> {
    if reader.used.get(unit) == Some(&true) {
        return None;
    }
    if depends_on(reader, unit, NEEDS) {
        return None;
    }
    let (noun, kind) = meeting_noun(reader, unit)?;
    if noun.determiner == Determiner::No || is_counted(reader, unit) {
        return None;
    }
    let noun = noun.clone();
    let mut of_noun = around(reader, unit, reader.view.units.len());
    let ahead = is_set_ahead(reader, unit);
    if let Some(day) = first_date(reader, unit) {
        of_noun.dates.insert(0, day);
    }
    let margins = is_on_margins(reader, unit);
    if of_noun.dates.is_empty() {
        of_noun.dates = told_dates(reader, unit);
        if of_noun.dates.is_empty() {
            of_noun.dates = predicate_dates(reader, unit);
        }
    }
    if of_noun.places.is_empty() && led_by(reader, unit, &["after", "following"]) {
        let left = clause_of(reader, unit).and_then(|c| left_place(reader, c));
        of_noun.places.extend(left);
    }
    let owned = is_owned(&noun);
    let subjects = adjunct_subject(reader, unit, &noun, &of_noun, margins);
    let sided = owned
        || noun.level.is_some()
        || !of_noun.partners.is_empty()
        || !of_noun.by.is_empty()
        || !subjects.is_empty();
    let here = sided && is_here(reader, unit);
    if !here && !is_strong(kind, &noun, &of_noun, sided) {
        return None;
    }
    if noun.plural && !is_plural_only(reader, unit) {
        let set = is_set(&noun, &of_noun);
        if !(noun.proper || sided && (set || !of_noun.partners.is_empty())) {
            return None;
        }
    }
    let reality = noun_reality(reader, unit);
    let off = called_off(reader, unit);
    let status = if let Some(off) = off {
        off
    } else if has_word(reader.view.text(unit), WISHED) || depends_on(reader, unit, HOPES) {
        MeetingStatus::Proposed
    } else if ahead || is_planned(reader, unit) {
        MeetingStatus::Scheduled
    } else if margins && of_noun.dates.is_empty()
        || kind == MeetingKind::Visit && is_on(reader, unit)
    {
        MeetingStatus::Ongoing
    } else {
        reality.meeting()?
    };
    let future = status == MeetingStatus::Scheduled || off.is_some() || reality.is_future();
    build(
        reader,
        unit,
        &noun,
        kind,
        status,
        subjects,
        of_noun,
        future,
        "meeting.noun",
        unit,
    )
}

/// Somebody stands before the noun: "Biden's visit", "the U.S.-Japan talks", "his trip".
fn is_owned(noun: &NounGroup) -> bool {
    !noun.parties.is_empty()
        || !noun.people.is_empty()
        || noun.owner_name.is_some()
        || noun.owner_post.is_some()
        || noun.pronoun.is_some()
}

/// A day or place is told with it.
fn is_set(noun: &NounGroup, of_noun: &Around) -> bool {
    !of_noun.dates.is_empty()
        || !of_noun.places.is_empty()
        || !of_noun.destinations.is_empty()
        || noun.place.is_some()
}

/// "a brief visit here"
fn is_here(reader: &Reader<'_, '_>, unit: usize) -> bool {
    reader.view.is_word(unit + 1, "here")
}

/// Whether a bare noun tells enough to be an encounter of its own.
fn is_strong(kind: MeetingKind, noun: &NounGroup, of_noun: &Around, sided: bool) -> bool {
    let set = is_set(noun, of_noun);
    match kind {
        MeetingKind::Visit => {
            (sided || set) && (!of_noun.destinations.is_empty() || noun.pronoun.is_some() || set)
        }
        MeetingKind::Other => sided && (set || !of_noun.partners.is_empty()),
        MeetingKind::Ceremony => sided && set,
        MeetingKind::Exercise => sided || noun.proper,
        MeetingKind::Conference => noun.proper || (set && sided),
        _ => noun.proper || sided || set,
    }
}

/// "on the sidelines of the summit", "in the margins of"
pub(super) fn is_on_margins(reader: &Reader<'_, '_>, unit: usize) -> bool {
    let Some(of) = unit.checked_sub(1) else {
        return false;
    };
    let text = reader.view.text(of).to_ascii_lowercase();
    let before = of
        .checked_sub(1)
        .map(|n| reader.view.text(n).to_ascii_lowercase())
        .unwrap_or_default();
    ["sideline", "margin", "fringe"]
        .iter()
        .any(|w| text.contains(w) || text == "of" && before.contains(w))
}

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
];

/// The subject of the clause that a noun hangs on takes part, if nobody else is named
/// for one side: "said after talks with Wang", "agreed during a meeting in Brussels".
fn adjunct_subject(
    reader: &Reader<'_, '_>,
    unit: usize,
    noun: &NounGroup,
    of_noun: &Around,
    margins: bool,
) -> Vec<usize> {
    let led = |words: &[&str]| {
        leader(reader, unit).is_some_and(|l| words.iter().any(|w| reader.view.is_word(l, w)))
    };
    let hangs = led(ADJUNCT) || is_participle(reader, unit) || is_press_told(reader, unit);
    let both = of_noun.partners.len() >= 2 && !with_leads(reader, unit);
    let theirs = noun.pronoun == Some(WordValue::They);
    if !hangs || margins || is_owned(noun) && !theirs || both || !of_noun.by.is_empty() {
        return Vec::new();
    }
    let Some(clause) = clause_of(reader, unit) else {
        return Vec::new();
    };
    if theirs && !is_plural(reader, &clause.subject) {
        return Vec::new();
    }
    // "might resign after the Venice summit", with no other side told, need not be there.
    if noun.proper
        && of_noun.partners.is_empty()
        && led(&["after", "before", "ahead of", "prior to"])
    {
        return Vec::new();
    }
    let actor = passive_actor(reader, clause);
    let mut subjects: Vec<usize> = actor
        .as_ref()
        .unwrap_or(&clause.subject)
        .iter()
        .copied()
        .filter(|s| *s != unit && meeting_noun(reader, *s).is_none())
        .collect();
    if of_noun.partners.is_empty() && !theirs {
        subjects.extend(addressee(reader, clause, unit));
    }
    subjects
}

/// "Meeting in Brussels on Thursday, the ministers backed": a participle that looks like
/// a noun.
fn is_participle(reader: &Reader<'_, '_>, unit: usize) -> bool {
    unit == 0
        && reader.view.is_word(unit, "meeting")
        && matches!(
            reader.view.kind(1),
            Some(UnitKind::Preposition | UnitKind::Date(_) | UnitKind::Adverb)
        )
        && reader.clauses.first().is_some_and(|c| {
            c.link == Link::Own && !c.subject.is_empty() && !c.subject.contains(&unit)
        })
}

/// "told a news conference with his counterparts"
fn is_press_told(reader: &Reader<'_, '_>, unit: usize) -> bool {
    let press = meeting_noun(reader, unit).is_some_and(|(_, kind)| kind == MeetingKind::Other);
    press
        && unit.checked_sub(1).is_some_and(|l| {
            reader
                .view
                .has_frame(l, |r| matches!(r, FrameRecord::Statement(_)))
        })
}

/// "was backed by the leaders at a summit"
fn passive_actor(reader: &Reader<'_, '_>, clause: &Clause) -> Option<Vec<usize>> {
    let phrases = reader.view.complements(clause.verb).phrases;
    let by = phrases
        .into_iter()
        .find(|p| reader.view.is_word(p.preposition, "by"))?;
    reader.verb(clause).passive.then_some(by.nouns)
}

/// "told President Mori in a call": who is spoken to takes part.
fn addressee(reader: &Reader<'_, '_>, clause: &Clause, unit: usize) -> Vec<usize> {
    use crate::lexicon::Slot::Target;
    let tells = reader.frames(clause).iter().any(|(f, after)| {
        *after == clause.verb + 1
            && matches!(f.record, FrameRecord::Statement(_))
            && f.slots.get("object") == Some(Target)
    });
    let led = unit.checked_sub(1).is_some_and(|l| {
        ["in", "during", "at"]
            .iter()
            .any(|w| reader.view.is_word(l, w))
    });
    if !tells || !led || clause.verb > unit {
        return Vec::new();
    }
    let object = reader.view.complements(clause.verb).object;
    let people = |n: &usize| {
        matches!(
            reader.view.kind(*n),
            Some(UnitKind::People(_) | UnitKind::Name { .. } | UnitKind::Post(_))
        )
    };
    object.into_iter().filter(people).collect()
}

/// "The talks between X and Y failed on Monday": the day of what a noun does.
fn predicate_dates(reader: &Reader<'_, '_>, unit: usize) -> Vec<DateExpr> {
    let clause = reader
        .clauses
        .iter()
        .find(|c| c.verb > unit && c.link == Link::Own && c.subject.contains(&unit));
    match clause {
        Some(c) if !reader.verb(c).passive => reader.view.complements(c.verb).dates,
        _ => Vec::new(),
    }
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
    "start",
    "week",
    "weeks",
];

/// The preposition that hangs a noun on its clause: "after talks", "after three days of
/// talks", "at the end of a visit".
fn leader(reader: &Reader<'_, '_>, unit: usize) -> Option<usize> {
    let left = unit.checked_sub(1)?;
    if !reader.view.is_word(left, "of") {
        return Some(left);
    }
    let stage = left.checked_sub(1)?;
    let word = reader.view.text(stage).rsplit(' ').next()?;
    if !STAGES.iter().any(|s| word.eq_ignore_ascii_case(s)) {
        return Some(left);
    }
    // "three days", "the end"
    (stage.saturating_sub(2)..stage)
        .rev()
        .find(|n| matches!(reader.view.kind(*n), Some(UnitKind::Preposition)))
}

/// The clause that a noun stands in: of the verb before it, else of the first behind it.
pub(super) fn clause_of<'a>(reader: &'a Reader<'_, '_>, unit: usize) -> Option<&'a Clause> {
    reader
        .clauses
        .iter()
        .rev()
        .find(|c| c.verb < unit)
        .or_else(|| reader.clauses.iter().find(|c| c.verb > unit))
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
        "manoeuvres",
        "games",
    ]
    .iter()
    .any(|w| text.ends_with(w))
}

/// How real a bare noun is: by the preposition before it and the verb of its clause.
pub(super) fn noun_reality(reader: &Reader<'_, '_>, unit: usize) -> Reality {
    let before = leader(reader, unit)
        .map(|l| reader.view.text(l).to_ascii_lowercase())
        .unwrap_or_default();
    match before.as_str() {
        "during" | "after" | "following" | "since" | "in" | "from" => return Reality::Present,
        // A photo shows what was about to happen, and by now has.
        "before" | "ahead of" if reader.reading.kind == PieceKind::Caption => {
            return Reality::Present;
        }
        "before" | "ahead of" | "prior to" => return Reality::Planned,
        _ => {}
    }
    let clause = clause_of(reader, unit).filter(|c| reader.verb(c).modality != Modality::Would);
    match clause.map(|c| reality(reader, c)) {
        Some(reality @ (Reality::Done | Reality::Planned | Reality::Agreed)) => reality,
        _ => Reality::Present,
    }
}

#[allow(clippy::too_many_arguments)]
pub(super) fn build(
    reader: &Reader<'_, '_>,
    unit: usize,
    noun: &Rc<NounGroup>,
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
    let end = reader.view.complements(unit).end;
    let kind = if kind == MeetingKind::Call && is_call_on(reader, unit) {
        MeetingKind::Talks
    } else if is_remote(reader, unit, end)
        && !matches!(kind, MeetingKind::Visit | MeetingKind::Other)
    {
        MeetingKind::Call
    } else {
        kind
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
        noun: Some(with_counted(reader, unit, noun)),
        topics: of_noun.topics,
        precedents: precedents(reader, at),
        here: is_here(reader, unit),
        host: guests_of(reader, noun),
        future,
        rule,
    })
}

/// "a courtesy call on": those that are called on are at home.
fn guests_of(reader: &Reader<'_, '_>, noun: &NounGroup) -> Option<Host> {
    let Head::Frame(lemma) = noun.head else {
        return None;
    };
    let frames = reader.view.tokens.lexicon.frames(lemma);
    let mut nouns = frames.iter().filter(|f| f.is_noun);
    nouns
        .any(|f| f.slots.get("subject") == Some(Slot::Guest))
        .then_some(Host::Partners)
}

/// "during the call on the president": a visit to him, by no telephone.
fn is_call_on(reader: &Reader<'_, '_>, unit: usize) -> bool {
    reader.view.is_word(unit + 1, "on") && is_person(reader, unit + 2)
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
