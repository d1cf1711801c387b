//! Meeting nouns: what stands around them, and those that no verb carries:
//! "during a meeting with Wang in Beijing", "Biden's visit to Israel".

mod ahead;
mod around;
mod attending;
mod hanging;
mod itinerary;
mod owner;

use self::ahead::{WISHED, called_off, is_counted, is_habit, is_under_way, with_counted};
pub(super) use self::ahead::{first_date, has_word, is_planned, is_set_ahead, is_told_ahead};
pub(super) use self::around::{Around, around, of_town};
use self::attending::is_of_body;
pub(super) use self::attending::{attendees, is_forum};
use self::hanging::{adjunct_subject, goes_on_in, predicate_dates};
pub(super) use self::hanging::{clause_of, hangs_on_preposition, is_stage, leader};
use self::owner::of_owner;
use super::adjunct::{
    HOPES, NEEDS, depends_on, is_general, is_on, is_prepared, is_purpose, is_same_as_verb, led_by,
};
use super::company::{level, whose};
use super::day::told_dates;
use super::light::reduced;
use super::verb::{is_awaited, is_traveler};
use super::{is_person, is_remote, left_place, meeting_noun, precedents};
use crate::grammar::clause::Clause;
use crate::grammar::fact::{Bytes, Host, MeetingFact, MentionId};
use crate::grammar::place::PlaceExpr;
use crate::grammar::reader::Reader;
use crate::grammar::status::{Reality, reality};
use crate::grammar::unit::{Determiner, Head, NounGroup, Unit, UnitKind};
use crate::grammar::verb_group::{Modality, Tense, VerbGroup};
use crate::lexicon::{Class, Control, GroupOf, Slot, WordValue};
use crate::model::{MeetingKind, MeetingStatus};
use crate::source::PieceKind;
use std::rc::Rc;

/// A meeting noun that no verb carried
pub(super) fn by_noun(reader: &Reader<'_, '_>, unit: usize) -> Option<MeetingFact> {
    if reader.is_used(unit) {
        return None;
    }
    let (noun, kind) = meeting_noun(reader, unit)?;
    if noun.determiner == Determiner::No
        || is_counted(reader, unit)
        || depends_on(reader, unit, NEEDS)
    {
        return None;
    }
    let journey = itinerary::journey(reader, unit);
    let noun = of_owner(reader, unit, Rc::clone(noun));
    let noun = journey
        .as_ref()
        .map_or_else(|| noun.clone(), |j| j.own(noun.clone()));
    let mut of_noun = around(reader, unit, reader.view.units.len());
    let mut behind = Around::default();
    reduced(reader, unit, unit, &mut behind);
    let hosts = of_noun.take(behind);
    if is_of_post(reader, unit) && !of_noun.partners.is_empty() {
        return None;
    }
    if is_arrival(reader, unit) && !of_noun.partners.iter().all(|n| is_traveler(reader, *n)) {
        return None;
    }
    let told = !of_noun.partners.is_empty() && is_set(&noun, &of_noun);
    if is_vague(reader, unit) && !told {
        return None;
    }
    let ahead = is_set_ahead(reader, unit);
    if let Some(day) = first_date(reader, unit) {
        of_noun.dates.insert(0, day);
    }
    let margins = is_on_margins(reader, unit);
    let with_sides = !of_noun.partners.is_empty() || noun.parties.len() >= 2;
    if of_noun.dates.is_empty() {
        of_noun.dates = told_dates(reader, unit, kind, with_sides);
        if of_noun.dates.is_empty() {
            of_noun.dates = predicate_dates(reader, unit);
        }
    }
    if of_noun.places.is_empty() && led_by(reader, unit, &["after", "following"]) {
        let left = clause_of(reader, unit).and_then(|c| left_place(reader, c));
        of_noun.places.extend(left);
    }
    if of_noun.places.is_empty() && led_by(reader, unit, &["for"]) {
        of_noun.places.extend(before_purpose(reader, unit));
    }
    let owned = is_owned(&noun);
    let bare = noun.determiner == Determiner::None && !noun.proper && !owned;
    if bare && !is_set(&noun, &of_noun) && is_general(reader, unit) {
        return None;
    }
    if is_purpose(reader, unit) || is_same_as_verb(reader, unit) {
        return None;
    }
    let mut subjects = adjunct_subject(reader, unit, &noun, &of_noun, margins);
    let mut noun = noun;
    let mut name = None;
    if margins && is_of_body(&noun) && is_forum(reader, &noun.parties) {
        subjects.extend(attendees(reader, unit));
        if !subjects.is_empty() {
            // Those who are told of attend, not the body.
            Rc::make_mut(&mut noun).parties.clear();
            name = name_span(reader, unit, &noun);
        }
    }
    subjects.extend(journey.iter().flat_map(|j| &j.travelers));
    of_noun.by.extend(hosts);
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
    let under_way = goes_on_in(reader, unit);
    if of_noun.places.is_empty() {
        of_noun.places.extend(under_way.iter().flatten());
    }
    let reality = noun_reality(reader, unit);
    let off = called_off(reader, unit);
    let status = if let Some(status) = off.or(journey.map(|j| j.status)) {
        status
    } else if has_word(reader.view.text(unit), WISHED)
        || depends_on(reader, unit, HOPES)
        || is_to_resume(reader, unit)
    {
        MeetingStatus::Proposed
    } else if ahead || is_planned(reader, unit) || is_prepared(reader, unit) {
        MeetingStatus::Scheduled
    } else if under_way.is_some()
        || margins && of_noun.dates.is_empty() && !reality.is_future()
        || kind == MeetingKind::Visit
            && (is_on(reader, unit) || of_noun.dates.is_empty() && is_begun(reader, unit))
    {
        MeetingStatus::Ongoing
    } else {
        reality.meeting()?
    };
    let future = status == MeetingStatus::Scheduled || off.is_some() || reality.is_future();
    let open = kind == MeetingKind::Visit
        && status == MeetingStatus::Held
        && reality == Reality::Present
        && of_noun.dates.is_empty()
        && !led_by(reader, unit, OVER);
    let fact = build(
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
    )?;
    let name = fact.name.or(name);
    Some(MeetingFact { open, name, ..fact })
}

/// `("resumption" | "revival") ("of" | "in") encounter`, not of one that is over: "conditions for the
/// resumption of dialogue"
fn is_to_resume(reader: &Reader<'_, '_>, unit: usize) -> bool {
    const AGAIN: [&str; 4] = ["renewal", "restart", "resumption", "revival"];
    let Some(noun) = unit.checked_sub(2) else {
        return false;
    };
    led_by(reader, unit, &["of", "in"])
        && reader.view.ends_in(noun, &AGAIN)
        && !led_by(reader, noun, OVER)
}

/// Words for an encounter that is not the one being told of: "their last meeting".
const OTHERS: &[&str] = &[
    "earlier", "first", "future", "last", "latest", "next", "past", "planned", "previous",
    "recent", "second", "third", "upcoming",
];

/// Prepositions before an encounter that is over, or goes on.
const OVER: &[&str] = &["after", "at", "during", "following", "from", "in", "since"];

/// `"in" place "for" noun`: "Vega, in Ankara for talks, said"
fn before_purpose(reader: &Reader<'_, '_>, unit: usize) -> Option<PlaceExpr> {
    let (place, led) = (unit.checked_sub(2)?, unit.checked_sub(3)?);
    reader
        .view
        .is_word(led, "in")
        .then(|| reader.place_at(place))?
}

/// Somebody stands before the noun: "Biden's visit", "the U.S.-Japan talks", "his trip".
fn is_owned(noun: &NounGroup) -> bool {
    !noun.parties.is_empty()
        || !noun.people.is_empty()
        || noun.owner_name.is_some()
        || noun.owner_post.is_some()
        || noun.pronoun.is_some()
}

/// "the special envoy for talks between Peru and Chile": what somebody is for.
fn is_of_post(reader: &Reader<'_, '_>, unit: usize) -> bool {
    let post = unit.checked_sub(2).and_then(|p| reader.view.kind(p));
    led_by(reader, unit, &["for"]) && matches!(post, Some(UnitKind::Post(_) | UnitKind::People(_)))
}

/// "diplomatic engagement": an encounter only with whom and when or where.
fn is_vague(reader: &Reader<'_, '_>, unit: usize) -> bool {
    reader.view.ends_in(unit, &["engagement", "engagements"])
}

/// "his arrival in Lima": a visit of somebody, not "the arrival of food in Lima".
fn is_arrival(reader: &Reader<'_, '_>, unit: usize) -> bool {
    reader.view.ends_in(unit, &["arrival"])
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

/// "at the start of a visit", "on the first stop of a tour": it goes on.
fn is_begun(reader: &Reader<'_, '_>, unit: usize) -> bool {
    const STAGES: &[&str] = &[
        "start",
        "beginning",
        "outset",
        "stop",
        "leg",
        "day",
        "stage",
    ];
    const STOPS: &[&str] = &["stop", "leg"];
    let is = |before: usize, words: &[&str]| {
        let at = unit.checked_sub(before);
        at.is_some_and(|at| words.iter().any(|w| reader.view.is_word(at, w)))
    };
    let of_stage = is(1, &["of"]) && is(3, &["at", "on"]);
    of_stage && has_word(reader.view.text(unit - 2), STAGES)
        || is(1, &["on"]) && has_word(reader.view.text(unit), STOPS)
}

/// "talks", "negotiations", "consultations", "drills" stand for one encounter.
fn is_plural_only(reader: &Reader<'_, '_>, unit: usize) -> bool {
    let text = reader.view.text(unit).to_ascii_lowercase();
    [
        "talks",
        "negotiations",
        "consultations",
        "discussions",
        "rounds",
        "exercises",
        "drills",
        "maneuvers",
        "manoeuvres",
        "games",
    ]
    .iter()
    .any(|w| text.ends_with(w))
}

/// "will discuss it during the talks": the verb of its clause is still to come.
fn is_to_come(reader: &Reader<'_, '_>, unit: usize) -> bool {
    clause_of(reader, unit).is_some_and(|c| reality(reader, c) == Reality::Planned)
}

/// How real a bare noun is: by the preposition before it and the verb of its clause.
pub(super) fn noun_reality(reader: &Reader<'_, '_>, unit: usize) -> Reality {
    let before = leader(reader, unit)
        .map(|l| reader.view.text(l).to_ascii_lowercase())
        .unwrap_or_default();
    match before.as_str() {
        "during" | "in" if is_to_come(reader, unit) => return Reality::Planned,
        "during" | "after" | "following" | "since" | "in" | "from" => return Reality::Present,
        // A photo shows what was about to happen, and by now has.
        "before" | "ahead of" if reader.reading.kind == PieceKind::Caption => {
            return Reality::Present;
        }
        "before" | "ahead of" | "prior to" => return Reality::Planned,
        _ => {}
    }
    let clause = clause_of(reader, unit).filter(|c| reader.verb(c).modality != Modality::Would);
    // "is due in Lima for talks"
    let awaited = |c: &Clause| before == "for" && is_awaited(reader, c, c.verb + 2);
    if clause.is_some_and(awaited) {
        return Reality::Planned;
    }
    // "His meeting with Mori is expected", "is expected to be tense"
    let expected = |c: &Clause| {
        let verb = reader.verb(c);
        let control = reader.view.tokens.lexicon.control(verb.lemma);
        let plain = verb.passive && verb.tense != Tense::None && !verb.perfect && !verb.negative;
        let infinitive = reader.view.complements(c.verb).infinitive;
        let alone = infinitive.is_none_or(|at| is_about(reader, at));
        c.subject.contains(&unit) && plain && alone && control == Some(Control::Plan)
    };
    if reader.clauses.iter().any(expected) {
        return Reality::Planned;
    }
    let revives = |c: &&Clause| {
        const AGAIN: [&str; 7] = [
            "rekindle", "relaunch", "renew", "reopen", "restart", "resume", "revive",
        ];
        AGAIN.contains(&reader.view.tokens.lexicon.lemma(reader.verb(c).lemma))
            && reader.view.complements(c.verb).object.contains(&unit)
    };
    match clause.map(|c| reality(reader, c)) {
        // "hopes to meet him at the summit": that will be held.
        Some(Reality::Wished)
            if clause.is_some_and(|c| c.verb < unit && reader.verb(c).infinitive)
                && (before == "at" || is_on_margins(reader, unit)) =>
        {
            Reality::Planned
        }
        // "in a bid to revive talks"
        Some(Reality::Wished) if clause.filter(revives).is_some() => Reality::Wished,
        Some(reality @ (Reality::Done | Reality::Planned | Reality::Agreed)) => reality,
        _ => Reality::Present,
    }
}

/// "to be tense", "to focus on trade": an infinitive that tells what an encounter is like.
fn is_about(reader: &Reader<'_, '_>, at: usize) -> bool {
    const ABOUT: &[&str] = &[
        "be",
        "center",
        "centre",
        "concentrate",
        "cover",
        "deal",
        "dominate",
        "dwell",
        "focus",
        "include",
        "revolve",
        "touch",
    ];
    let lemma = |v: &VerbGroup| reader.view.tokens.lexicon.lemma(v.lemma);
    let verb = reader.view.verb(at);
    verb.is_some_and(|v| v.infinitive && !v.perfect && ABOUT.contains(&lemma(v)))
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
    if is_habit(reader, unit, noun) && of_noun.dates.is_empty() {
        return None;
    }
    let nowhere = of_noun.places.is_empty() && of_noun.destinations.is_empty();
    if kind == MeetingKind::Visit && nowhere && is_of_several(reader, unit) {
        return None;
    }
    let level = level(reader, &of_noun.partners).or_else(|| level(reader, &subjects));
    let mut subjects: Vec<MentionId> = reader.mentions(&whose(reader, subjects));
    subjects.extend(reader.mentions(&whose(reader, of_noun.by)));
    let places = if kind == MeetingKind::Visit && !of_noun.destinations.is_empty() {
        of_noun.destinations
    } else if of_noun.places.is_empty() {
        noun.place.as_deref().copied().into_iter().collect()
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
    let status = if status == MeetingStatus::Held && is_under_way(reader, unit) {
        MeetingStatus::Ongoing
    } else {
        status
    };
    let name = noun.proper.then(|| name_span(reader, unit, noun)).flatten();
    let known = matches!(noun.determiner, Determiner::The | Determiner::This)
        // "Talks between the two sides"
        || noun.determiner == Determiner::None && is_between_both(reader, &of_noun.partners)
        // "during their meeting"
        || noun.pronoun == Some(WordValue::They)
            && of_noun.dates.is_empty()
            && !has_word(reader.view.text(unit), OTHERS);
    let definite = known && !noun.proper && noun.parties.is_empty() && noun.people.is_empty();
    Some(MeetingFact {
        site: reader.site(at),
        kind,
        status,
        subjects,
        partners: reader.mentions(&whose(reader, of_noun.partners)),
        level,
        places,
        dates: of_noun.dates,
        name,
        definite,
        noun: Some(with_counted(reader, unit, noun)),
        open: false,
        topics: of_noun.topics,
        precedents: precedents(reader, at),
        here: is_here(reader, unit),
        host: guests_of(reader, noun),
        one_sided: false,
        future,
        rule,
    })
}

/// "his four-nation tour": several visits, each told elsewhere if at all.
fn is_of_several(reader: &Reader<'_, '_>, unit: usize) -> bool {
    const SEVERAL: [&str; 4] = ["-nation", "-country", "-state", "-stop"];
    let mut words = reader.view.text(unit).split(' ');
    words.any(|w| SEVERAL.iter().any(|s| w.to_ascii_lowercase().ends_with(s)))
}

/// "between the two sides", "between both countries"
fn is_between_both(reader: &Reader<'_, '_>, partners: &[usize]) -> bool {
    let both = |n: &usize| {
        let noun = reader.view.units.get(*n).and_then(Unit::noun);
        noun.is_some_and(|n| {
            matches!(n.head, Head::Group(GroupOf::Parties))
                && n.parties.is_empty()
                && n.count.is_some()
        })
    };
    !partners.is_empty() && partners.iter().all(both)
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
