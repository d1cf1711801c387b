//! Guests: who is invited to a place, or sent there.

use super::noun::{around, build};
use super::verb::is_traveler;
use super::{all_places, dates_around, is_person, meeting_noun};
use crate::grammar::clause::Clause;
use crate::grammar::complement::Phrase;
use crate::grammar::fact::MeetingFact;
use crate::grammar::place::PlaceExpr;
use crate::grammar::reader::Reader;
use crate::grammar::status::{Reality, reality};
use crate::grammar::unit::UnitKind;
use crate::model::{MeetingKind, MeetingStatus};

/// How a verb brings its object to a place.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Bringing {
    /// It is only asked to come.
    Asks,
    Sends,
    /// The subject comes along.
    Joins,
    /// The subject is the journey.
    Leads,
}

const BRINGING: &[(&str, Bringing)] = &[
    ("invite", Bringing::Asks),
    ("send", Bringing::Sends),
    ("dispatch", Bringing::Sends),
    ("accompany", Bringing::Joins),
    ("lead", Bringing::Joins),
    ("take", Bringing::Leads),
    ("bring", Bringing::Leads),
];

/// `subject ("invited" | "sent" | "accompanied") people "to" place {date}`: "invited the prime
/// minister to Tashkent", "was sent to Rome", "will send a delegation to Lima";
/// `journey ("takes" | "brings") people "to" places`
pub(super) fn bringing(reader: &Reader<'_, '_>, clause: &Clause) -> Option<MeetingFact> {
    let verb = reader.verb(clause);
    let lemma = reader.view.tokens.lexicon.lemma(verb.lemma);
    let (_, how) = BRINGING.iter().find(|(l, _)| *l == lemma)?;
    let asked = *how == Bringing::Asks;
    if *how == Bringing::Leads && (verb.passive || !is_of_journey(reader, clause)) {
        return None;
    }
    let complements = reader.view.complements(clause.verb);
    let guests = if verb.passive {
        &clause.subject
    } else {
        &complements.object
    };
    let to = complements
        .phrases
        .first()
        .filter(|p| reader.view.is_word(p.preposition, "to"))?;
    let places: Vec<PlaceExpr> = to
        .nouns
        .iter()
        .filter_map(|n| reader.place_at(*n))
        .collect();
    let reality = reality(reader, clause);
    let status = match reality.meeting()? {
        _ if asked => MeetingStatus::Proposed,
        status => status,
    };
    if places.is_empty() || guests.is_empty() || !guests.iter().all(|g| travels(reader, *g)) {
        return None;
    }
    let mut subjects = guests.clone();
    if *how == Bringing::Joins && !verb.passive {
        subjects.extend(&clause.subject);
    }
    if *how == Bringing::Sends && !verb.passive {
        let state = |s: &&usize| matches!(reader.view.kind(**s), Some(UnitKind::Parties(..)));
        subjects.extend(clause.subject.iter().filter(state));
    }
    Some(MeetingFact {
        subjects: reader.mentions(&subjects),
        places,
        dates: complements.dates.clone(),
        future: asked || reality.is_future(),
        ..MeetingFact::of(
            reader.site(clause.verb),
            MeetingKind::Visit,
            status,
            "meeting.guest",
        )
    })
}

/// `subject ("called" | "invited" | "summoned") people "to" encounter`: "called the leaders of Peru and
/// Chile to a summit in Lima"; they meet there, and who calls them.
pub(super) fn calling(reader: &Reader<'_, '_>, clause: &Clause) -> Option<MeetingFact> {
    const CALLS: [&str; 4] = ["call", "convoke", "invite", "summon"];
    let verb = reader.verb(clause);
    if verb.passive || !CALLS.contains(&reader.view.tokens.lexicon.lemma(verb.lemma)) {
        return None;
    }
    let complements = reader.view.complements(clause.verb);
    let guests = &complements.object;
    let led = |p: &&Phrase| {
        ["to", "for"]
            .iter()
            .any(|w| reader.view.is_word(p.preposition, w))
    };
    let mut nouns = complements
        .phrases
        .iter()
        .filter(led)
        .filter_map(|p| p.nouns.first());
    let unit = *nouns.find(|n| meeting_noun(reader, **n).is_some())?;
    let (noun, kind) = meeting_noun(reader, unit)?;
    let guest = |g: &usize| {
        is_person(reader, *g) || matches!(reader.view.kind(*g), Some(UnitKind::Parties(..)))
    };
    if kind == MeetingKind::Visit || guests.is_empty() || !guests.iter().all(guest) {
        return None;
    }
    let of_noun = around(reader, unit, reader.view.units.len());
    let set = !of_noun.dates.is_empty() || noun.proper;
    let status = match reality(reader, clause).meeting()? {
        MeetingStatus::Cancelled | MeetingStatus::Postponed => return None,
        _ if set => MeetingStatus::Scheduled,
        _ => MeetingStatus::Proposed,
    };
    let mut subjects = guests.clone();
    subjects.extend(&clause.subject);
    let noun = noun.clone();
    reader.use_up(unit);
    build(
        reader,
        unit,
        &noun,
        kind,
        status,
        subjects,
        of_noun,
        true,
        "meeting.guest",
        clause.verb,
    )
}

/// "a tour that will take her", "a tour of three states in the north, which takes her": the
/// subject is a journey, or hangs on one that nothing but "which" follows.
fn is_of_journey(reader: &Reader<'_, '_>, clause: &Clause) -> bool {
    let visits =
        |n: usize| meeting_noun(reader, n).is_some_and(|(_, kind)| kind == MeetingKind::Visit);
    clause.subject.iter().any(|s| {
        let relative = matches!(
            reader.view.kind(s + 1),
            Some(UnitKind::Comma | UnitKind::Relative)
        );
        visits(*s) || relative && (s.saturating_sub(6)..*s).any(visits)
    })
}

/// Verbs that put something into somebody's hands.
const HANDING: &[&str] = &["convey", "deliver", "give", "hand", "present"];

/// What is brought by somebody who comes.
const LETTERS: &[&str] = &["letter", "message", "invitation"];

/// `people ("handed" | "delivered") letter "to" people {phrase}` with a place or a day:
/// "delivered a letter from Mori to President Vega in Lima"
pub(super) fn handing(reader: &Reader<'_, '_>, clause: &Clause) -> Option<MeetingFact> {
    let verb = reader.verb(clause);
    let lemma = reader.view.tokens.lexicon.lemma(verb.lemma);
    if verb.passive || !HANDING.contains(&lemma) {
        return None;
    }
    let complements = reader.view.complements(clause.verb);
    let letter = |n: &usize| reader.view.ends_in(*n, LETTERS);
    if !complements.object.iter().any(letter) {
        return None;
    }
    let reality = reality(reader, clause);
    if !matches!(reality, Reality::Done | Reality::Planned) {
        return None;
    }
    let to = complements
        .phrases
        .iter()
        .find(|p| reader.view.is_word(p.preposition, "to"))?;
    let places = all_places(reader, clause, &complements);
    let dates = dates_around(reader, clause, clause.verb + 1, &complements);
    let people = |units: &[usize]| units.iter().all(|n| is_person(reader, *n));
    let set = !places.is_empty() || !dates.is_empty();
    if !set || !people(&to.nouns) || !people(&clause.subject) || clause.subject.is_empty() {
        return None;
    }
    Some(MeetingFact {
        subjects: reader.mentions(&clause.subject),
        partners: reader.mentions(&to.nouns),
        places,
        dates,
        future: reality.is_future(),
        ..MeetingFact::of(
            reader.site(clause.verb),
            MeetingKind::Talks,
            reality.meeting()?,
            "meeting.guest",
        )
    })
}

/// `people "reached" place`: "Mori reached Lima on Monday"
pub(super) fn reaching(reader: &Reader<'_, '_>, clause: &Clause) -> Option<MeetingFact> {
    let verb = reader.verb(clause);
    let complements = reader.view.complements(clause.verb);
    let [object] = complements.object[..] else {
        return None;
    };
    let place = reader.place_at(object)?;
    let people = clause.subject.iter().all(|s| is_traveler(reader, *s));
    let reaches = reader.view.tokens.lexicon.lemma(verb.lemma) == "reach" && !verb.passive;
    if !reaches || clause.subject.is_empty() || !people {
        return None;
    }
    let reality = reality(reader, clause);
    Some(MeetingFact {
        subjects: reader.mentions(&clause.subject),
        places: vec![place],
        dates: dates_around(reader, clause, clause.verb + 1, &complements),
        future: reality.is_future(),
        ..MeetingFact::of(
            reader.site(clause.verb),
            MeetingKind::Visit,
            reality.meeting()?,
            "meeting.guest",
        )
    })
}

/// "visiting President Mori": a guest of those that the clause is about, or of the
/// country where the article was written.
pub(super) fn visiting(reader: &Reader<'_, '_>, unit: usize) -> Option<MeetingFact> {
    let guest = match reader.view.kind(unit)? {
        UnitKind::People(people) => people.len() == 1,
        UnitKind::Post(post) => !post.plural,
        _ => false,
    };
    if !guest {
        return None;
    }
    let text = reader.view.text(unit);
    let mut words = text.split_ascii_whitespace().take(2);
    if !words.any(|w| w.eq_ignore_ascii_case("visiting")) || !is_visiting(text) {
        return None;
    }
    let clause = reader.clauses.iter().rev().find(|c| c.verb < unit);
    // "Mori and visiting Indian President Nair met": the host is beside him.
    let beside = || reader.view.coordination_left(unit);
    let subject = clause.map_or_else(beside, |c| c.subject.clone());
    let hosts: Vec<usize> = subject.into_iter().filter(|s| *s != unit).collect();
    Some(MeetingFact {
        subjects: reader.mentions(&[unit]),
        partners: reader.mentions(&hosts),
        here: true,
        ..MeetingFact::of(
            reader.site(unit),
            MeetingKind::Visit,
            MeetingStatus::Ongoing,
            "meeting.visiting",
        )
    })
}

/// `["the" | "his" …] "visiting" …`
fn is_visiting(text: &str) -> bool {
    let mut words = text.split_whitespace().peekable();
    let article = ["the", "a", "and", "his", "her", "their", "its", "our"];
    words.next_if(|first| article.iter().any(|w| first.eq_ignore_ascii_case(w)));
    words
        .next()
        .is_some_and(|w| w.eq_ignore_ascii_case("visiting"))
}

/// Somebody, or a group that travels for its side.
fn travels(reader: &Reader<'_, '_>, unit: usize) -> bool {
    let text = reader.view.text(unit).to_ascii_lowercase();
    match reader.view.kind(unit) {
        Some(UnitKind::People(_) | UnitKind::Name { .. } | UnitKind::Pronoun(_)) => true,
        Some(UnitKind::Post(p)) => !p.plural,
        Some(UnitKind::Noun(_)) => ["delegation", "envoy"].iter().any(|w| text.ends_with(w)),
        _ => false,
    }
}

/// "an invitation to Sudani to visit", "accepted an invitation to visit": who is invited,
/// empty if it is the subject; `None` if nobody is.
pub(super) fn invited(reader: &Reader<'_, '_>, clause: &Clause) -> Option<Vec<usize>> {
    if !reader.verb(clause).infinitive {
        return None;
    }
    let from = clause.verb.saturating_sub(7);
    let noun = (from..clause.verb).rev().find(|n| {
        let text = reader.view.text(*n);
        matches!(reader.view.kind(*n), Some(UnitKind::Noun(_)))
            && (text.ends_with("invitation") || text.ends_with("invite"))
    })?;
    let complements = reader.view.complements(noun);
    let to = complements.phrases.iter().find(|p| {
        p.preposition < clause.verb
            && ["to", "for"]
                .iter()
                .any(|w| reader.view.is_word(p.preposition, w))
    });
    Some(to.map(|p| p.nouns.clone()).unwrap_or_default())
}
