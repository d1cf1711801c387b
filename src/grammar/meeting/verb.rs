//! Meeting verbs: "Wang met Lavrov in Moscow", "will visit Japan", "was received by".

use super::{all_places, dates_around, destinations, precedents, topics};
use crate::grammar::clause::{Clause, Complements};
use crate::grammar::fact::MeetingFact;
use crate::grammar::place::PlaceExpr;
use crate::grammar::reader::Reader;
use crate::grammar::status::{Reality, reality};
use crate::grammar::unit::{Head, UnitKind};
use crate::grammar::verb_group::Tense;
use crate::lexicon::{Frame, FrameRecord, Slot, WordValue};
use crate::model::{AgreementStatus, MeetingKind, MeetingStatus};

/// Prepositions that lead a partner in behind a meeting verb.
const WITH: &[&str] = &["with", "along with", "together with"];

/// `subject meeting-verb [object] {phrase}`; "Wang met Lavrov in Moscow on Monday"
pub(super) fn by_verb(reader: &Reader<'_, '_>, clause: &Clause) -> Option<MeetingFact> {
    let (frame, after, kind) = reader
        .frames(clause)
        .into_iter()
        .find_map(|(f, after)| match f.record {
            FrameRecord::Meeting(kind) => Some((f, after, kind)),
            _ => None,
        })?;
    let verb = *reader.verb(clause);
    let complements = reader.view.complements(after - 1);
    if asks(reader, clause, &complements) {
        return None;
    }
    let reality = reality(reader, clause);
    let status = reality.meeting()?;
    let mut subjects = clause.subject.clone();
    let mut partners = Vec::new();
    let mut places = Vec::new();
    match object_slot(reader, frame, after) {
        Some(Slot::Party) => partners.extend(complements.object.iter().copied()),
        Some(Slot::Host) => places = destinations(reader, &complements.object),
        _ if !complements.object.is_empty() && kind == MeetingKind::Visit => return None,
        _ => {}
    }
    if verb.passive {
        // "was received by the king"; "were received" by somebody unnamed is none.
        let by = complements
            .phrases
            .iter()
            .find(|p| reader.view.is_word(p.preposition, "by"))?;
        partners = std::mem::replace(&mut subjects, by.nouns.clone());
    }
    for phrase in &complements.phrases {
        let word = reader.view.text(phrase.preposition).to_ascii_lowercase();
        if kind != MeetingKind::Visit && WITH.contains(&word.as_str()) {
            partners.extend(phrase.nouns.iter().copied());
        } else if kind == MeetingKind::Visit
            && (word == "to" || frame.slots.get(&word) == Some(Slot::Host) && places.is_empty())
        {
            places.extend(destinations(reader, &phrase.nouns));
        }
    }
    let venue = all_places(reader, clause, &complements);
    if kind == MeetingKind::Visit {
        if places.is_empty() {
            // "visited the president in Kyiv", "visited a plant in Ukraine"
            places = venue;
        }
        if places.is_empty() {
            return None;
        }
    } else {
        places = venue;
    }
    if partners.is_empty() && kind != MeetingKind::Visit && !is_plural(reader, &subjects) {
        return None;
    }
    if subjects.is_empty() && partners.is_empty() {
        return None;
    }
    Some(MeetingFact {
        site: reader.site(clause.verb),
        kind,
        status: ongoing(status, reality, kind, verb.tense),
        subjects: reader.mentions(&subjects),
        partners: reader.mentions(&partners),
        places,
        dates: dates_around(reader, clause, after, &complements),
        name: None,
        definite: false,
        noun: None,
        topics: topics(reader, &complements),
        precedents: precedents(reader, clause.verb),
        here: is_here(reader, &complements, after),
        future: reality.is_future(),
        rule: "meeting.verb",
    })
}

/// What the object of a frame fills; behind a fixed preposition, what that leads in:
/// "travel to Israel", "speak with the king".
fn object_slot(reader: &Reader<'_, '_>, frame: &Frame, after: usize) -> Option<Slot> {
    if frame.tail.is_empty() {
        return frame.slots.get("object");
    }
    let last = reader.view.text(after - 1);
    let last = last.split_whitespace().last().unwrap_or_default();
    frame
        .slots
        .get(&last.to_ascii_lowercase())
        .or_else(|| frame.slots.get("object"))
}

/// "called on Iran to stop", "met with demands to": somebody is asked, nobody met.
fn asks(reader: &Reader<'_, '_>, clause: &Clause, complements: &Complements) -> bool {
    complements.infinitive.is_some() && reader.view.is_word(clause.verb + 1, "on")
}

/// "met here with"
fn is_here(reader: &Reader<'_, '_>, complements: &Complements, after: usize) -> bool {
    (after.saturating_sub(2)..complements.end).any(|n| reader.view.is_word(n, "here"))
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
fn is_plural(reader: &Reader<'_, '_>, subjects: &[usize]) -> bool {
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
            UnitKind::Pronoun(w) => matches!(w, WordValue::They),
            _ => false,
        })
}

/// Verbs whose act, done together at a place, is a ceremony.
const SIGNING: &[&str] = &["sign", "ink", "initial", "co-sign"];

/// `people of two sides "signed" instrument {phrase}` with a place or day;
/// "the ministers of Peru and Bolivia signed an accord in Lima on Monday"
pub(super) fn signing(reader: &Reader<'_, '_>, clause: &Clause) -> Option<MeetingFact> {
    let verb = *reader.verb(clause);
    let lemma = reader.view.tokens.lexicon.lemma(verb.lemma);
    if !SIGNING.contains(&lemma) {
        return None;
    }
    let reality = reality(reader, clause);
    if !matches!(reality, Reality::Done | Reality::Planned) {
        return None;
    }
    let signed = reader.view.has_frame(clause.verb, |r| {
        matches!(
            r,
            FrameRecord::Agreement(AgreementStatus::Signed) | FrameRecord::Light(_)
        )
    });
    let complements = reader.view.complements(clause.verb);
    let paper = complements.object.iter().any(|o| {
        reader
            .view
            .units
            .get(*o)
            .and_then(|u| u.noun())
            .is_some_and(|n| matches!(n.head, Head::Instrument(_) | Head::Document))
    });
    let named = clause.subject.iter().any(|s| {
        matches!(
            reader.view.kind(*s),
            Some(UnitKind::People(_) | UnitKind::Name { .. } | UnitKind::Post(_))
        )
    });
    if !signed || !paper || !named || verb.passive {
        return None;
    }
    let places = all_places(reader, clause, &complements);
    let dates = dates_around(reader, clause, clause.verb + 1, &complements);
    if places.is_empty() && dates.is_empty() {
        return None;
    }
    let partners: Vec<usize> = complements
        .phrases
        .iter()
        .filter(|p| WITH.iter().any(|w| reader.view.is_word(p.preposition, w)))
        .flat_map(|p| p.nouns.iter().copied())
        .collect();
    if partners.is_empty() && !is_plural(reader, &clause.subject) {
        return None;
    }
    Some(MeetingFact {
        site: reader.site(clause.verb),
        kind: MeetingKind::Ceremony,
        status: reality.meeting()?,
        subjects: reader.mentions(&clause.subject),
        partners: reader.mentions(&partners),
        places: first_place(places),
        dates,
        name: None,
        definite: false,
        noun: None,
        topics: Vec::new(),
        precedents: Vec::new(),
        here: false,
        future: reality.is_future(),
        rule: "meeting.signing",
    })
}

fn first_place(places: Vec<PlaceExpr>) -> Vec<PlaceExpr> {
    places.into_iter().take(1).collect()
}
