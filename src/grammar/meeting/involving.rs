//! Encounters that are told to have somebody: "the summit will bring together the leaders
//! of Peru and Chile", "the drills involve three navies".

use super::company::{is_somebody, whose};
use super::noun::{around, build, is_set_ahead};
use super::{all_places, dates_around, meeting_noun};
use crate::grammar::clause::{Clause, Link};
use crate::grammar::fact::MeetingFact;
use crate::grammar::reader::Reader;
use crate::grammar::status::{Reality, reality};
use crate::grammar::unit::{Head, UnitKind};
use crate::model::{MeetingKind, MeetingStatus};

/// `state "brought together" parties`: "Egypt brought the ministers of Peru and Chile together
/// in Cairo"; they meet, and who brings them is there.
pub(super) fn gathering(reader: &Reader<'_, '_>, clause: &Clause) -> Option<MeetingFact> {
    let verb = reader.verb(clause);
    if reader.view.tokens.lexicon.lemma(verb.lemma) != "bring" || verb.passive {
        return None;
    }
    let complements = reader.view.complements(clause.verb);
    let behind = complements.object.last().map_or(clause.verb, |o| *o);
    let together = [clause.verb, behind]
        .iter()
        .any(|n| reader.view.is_word(n + 1, "together"));
    let sides = complements.object.iter().all(|o| is_side(reader, *o));
    let brings = !clause.subject.is_empty() && clause.subject.iter().all(|s| is_side(reader, *s));
    if !together || !sides || !brings {
        return None;
    }
    if complements.object.is_empty() {
        return None;
    }
    let reality = reality(reader, clause);
    Some(MeetingFact {
        subjects: reader.mentions(&clause.subject),
        partners: reader.mentions(&whose(reader, complements.object.clone())),
        places: all_places(reader, clause, &complements),
        dates: dates_around(reader, clause, clause.verb + 1, &complements),
        future: reality.is_future(),
        ..MeetingFact::of(
            reader.site(clause.verb),
            MeetingKind::Talks,
            reality.meeting()?,
            "meeting.involving",
        )
    })
}

/// Verbs of an encounter, with the word behind that makes them tell who is there.
const INVOLVING: &[(&str, &str)] = &[
    ("bring", "together"),
    ("draw", "together"),
    ("assemble", ""),
    ("gather", ""),
    ("group", ""),
    ("include", ""),
    ("involve", ""),
    ("unite", ""),
];

/// `meeting-noun ("brings together" | "involves" …) parties`
pub(super) fn involving(reader: &Reader<'_, '_>, clause: &Clause) -> Option<MeetingFact> {
    let verb = *reader.verb(clause);
    let lemma = reader.view.tokens.lexicon.lemma(verb.lemma);
    let (_, tail) = INVOLVING.iter().find(|(l, _)| *l == lemma)?;
    let unit = *clause.subject.first()?;
    let (noun, kind) = meeting_noun(reader, unit)?;
    let noun = noun.clone();
    let complements = reader.view.complements(clause.verb);
    let there = tail.is_empty() || reader.view.is_word(clause.verb + 1, tail);
    let sides = complements.object.iter().all(|o| is_side(reader, *o));
    if verb.passive || !there || !sides || complements.object.is_empty() {
        return None;
    }
    // "The exercise, involving Peruvian troops, will run": as real as the main verb says.
    let own = |c: &&Clause| c.link == Link::Own && c.subject.contains(&unit);
    let main = reader.clauses.iter().find(own).unwrap_or(clause);
    let reality = reality(reader, main);
    let ahead = is_set_ahead(reader, unit);
    let status = match reality.meeting()? {
        _ if ahead && reality == Reality::Present => MeetingStatus::Scheduled,
        status => status,
    };
    let mut of_noun = around(reader, unit, clause.verb);
    of_noun.partners.extend(&complements.object);
    of_noun.dates.extend(&complements.dates);
    reader.use_up(unit);
    build(
        reader,
        unit,
        &noun,
        kind,
        status,
        Vec::new(),
        of_noun,
        ahead || reality.is_future(),
        "meeting.involving",
        clause.verb,
    )
}

/// A party, people, holders of a post, or an organ of a state: "Peruvian troops".
fn is_side(reader: &Reader<'_, '_>, unit: usize) -> bool {
    let organ = || {
        let noun = reader.view.units.get(unit).and_then(|u| u.noun());
        noun.is_some_and(|n| matches!(n.head, Head::Organ(_)) && !n.parties.is_empty())
    };
    is_somebody(reader, unit)
        || matches!(reader.view.kind(unit), Some(UnitKind::Parties(..)))
        || organ()
}
