//! Meeting verbs: "Wang met Lavrov in Moscow", "will visit Japan", "was received by".

use super::{PLACES, all_places, dates_around, destinations, is_remote, precedents, topics};
use crate::grammar::clause::Clause;
use crate::grammar::complement::Complements;
use crate::grammar::fact::MeetingFact;
use crate::grammar::place::PlaceExpr;
use crate::grammar::reader::Reader;
use crate::grammar::status::{Reality, reality};
use crate::grammar::unit::{Head, UnitKind};
use crate::grammar::verb_group::{Tense, VerbGroup};
use crate::lexicon::{Frame, FrameRecord, Slot, WordValue};
use crate::model::{AgreementStatus, MeetingKind, MeetingStatus};

/// Prepositions that lead a partner in behind a meeting verb.
const WITH: &[&str] = &["with", "along with", "together with"];

/// A clause with the frame that its verb meets.
struct Met<'a> {
    frame: &'a Frame,
    /// The unit after the frame's fixed words.
    after: usize,
    kind: MeetingKind,
    reality: Reality,
    status: MeetingStatus,
}

/// `subject meeting-verb [object] {phrase} {"and" object {phrase}}`;
/// "Wang met Lavrov in Moscow on Monday and Orban in Budapest on Tuesday"
pub(super) fn by_verb(reader: &Reader<'_, '_>, clause: &Clause) -> Vec<MeetingFact> {
    let Some(met) = met(reader, clause) else {
        return Vec::new();
    };
    let complements = reader.view.complements(met.after - 1);
    if asks(reader, clause, &complements) || !is_personal(reader, clause, &met, &complements) {
        return Vec::new();
    }
    let mut found: Vec<MeetingFact> = Vec::new();
    let mut end = complements.end;
    found.extend(one(reader, clause, &met, complements));
    // The verb is left out in what is joined behind.
    for _ in 0..GAPS {
        let Some(at) = gap(reader, end) else { break };
        let next = reader.view.complements(at - 1);
        end = next.end.max(at + 1);
        found.extend(one(reader, clause, &met, next));
    }
    found
}

/// So many objects may follow one verb.
const GAPS: usize = 8;

/// `gap = ("," | "and") nominal (date | place phrase)`, and no verb behind:
/// "…, Xi in Beijing and Trump in Florida"
fn gap(reader: &Reader<'_, '_>, end: usize) -> Option<usize> {
    let view = reader.view;
    let mut at = end;
    while matches!(
        view.kind(at),
        Some(UnitKind::Comma | UnitKind::And | UnitKind::Adverb)
    ) {
        at += 1;
    }
    if at == end || !view.is_nominal(at) {
        return None;
    }
    let (_, next) = view.list_right(at);
    let led = match view.kind(next) {
        Some(UnitKind::Date(_)) => true,
        Some(UnitKind::Preposition) => {
            PLACES.iter().any(|w| view.is_word(next, w)) && reader.place_at(next + 1).is_some()
        }
        _ => false,
    };
    let stop = view.complements(at).end;
    (led && !matches!(view.kind(stop), Some(UnitKind::Verb(v)) if v.is_finite())).then_some(at)
}

/// The meeting frame that a clause meets, if it tells something real.
fn met<'a>(reader: &Reader<'a, '_>, clause: &Clause) -> Option<Met<'a>> {
    let (frame, after, kind) =
        reader
            .frames(clause)
            .iter()
            .copied()
            .find_map(|(f, after)| match f.record {
                FrameRecord::Meeting(kind) => Some((f, after, kind)),
                _ => None,
            })?;
    let reality = reality(reader, clause);
    Some(Met {
        frame,
        after,
        kind,
        reality,
        status: reality.meeting()?,
    })
}

/// One encounter of the verb: with the objects and phrases of `complements`.
fn one(
    reader: &Reader<'_, '_>,
    clause: &Clause,
    met: &Met<'_>,
    complements: Complements,
) -> Option<MeetingFact> {
    let verb = *reader.verb(clause);
    let kind = met.kind;
    let mut subjects = clause.subject.clone();
    let mut partners = Vec::new();
    let mut places = Vec::new();
    match object_slot(reader, met.frame, met.after) {
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
            && (word == "to" || met.frame.slots.get(&word) == Some(Slot::Host) && places.is_empty())
        {
            places.extend(destinations(reader, &phrase.nouns));
        }
    }
    let venue = all_places(reader, clause, &complements);
    if kind != MeetingKind::Visit {
        places = venue;
    } else if places.is_empty() {
        // "visited the president in Kyiv", "visited a plant in Ukraine"
        places = venue;
        if places.is_empty() && !is_here(reader, &complements, met.after) {
            return None;
        }
    }
    let mut status = ongoing(met.status, met.reality, kind, &verb);
    if let Some(invited) = invited(reader, clause) {
        status = MeetingStatus::Proposed;
        if !invited.is_empty() {
            subjects = invited;
        }
    }
    if partners.is_empty() && kind != MeetingKind::Visit && !is_plural(reader, &subjects) {
        return None;
    }
    if subjects.is_empty() && partners.is_empty() {
        return None;
    }
    let nobody = kind != MeetingKind::Visit && reader.mentions(&partners).is_empty();
    if nobody && !partners.is_empty() {
        // "met the deadline"
        return None;
    }
    let remote = is_remote(reader, clause.verb, complements.end);
    Some(MeetingFact {
        site: reader.site(clause.verb),
        kind: if remote && kind == MeetingKind::Talks {
            MeetingKind::Call
        } else {
            kind
        },
        status,
        subjects: reader.mentions(&subjects),
        partners: reader.mentions(&partners),
        places,
        dates: dates_around(reader, clause, met.after, &complements),
        name: None,
        definite: false,
        noun: None,
        topics: topics(reader, &complements),
        precedents: precedents(reader, clause.verb),
        here: is_here(reader, &complements, met.after),
        host: None,
        future: met.reality.is_future() || is_present(met.reality, &verb),
        rule: "meeting.verb",
    })
}

/// "meets Wang on Friday": the simple present with a day looks ahead.
pub(super) fn is_present(reality: Reality, verb: &VerbGroup) -> bool {
    reality == Reality::Present && !verb.copula && !verb.perfect && !verb.infinitive
}

/// Verbs that tell of an encounter only with somebody as their object: "called Xi",
/// "hosted the king", not "called the deal historic", "hosts troops".
const PERSONAL: &[&str] = &["call", "host", "join"];

fn is_personal(
    reader: &Reader<'_, '_>,
    clause: &Clause,
    met: &Met<'_>,
    complements: &Complements,
) -> bool {
    let verb = reader.verb(clause);
    let lemma = reader.view.tokens.lexicon.lemma(verb.lemma);
    if !met.frame.tail.is_empty() || !PERSONAL.contains(&lemma) {
        return true;
    }
    let person = !verb.passive
        && !complements.object.is_empty()
        && complements.object.iter().all(|o| {
            matches!(
                reader.view.kind(*o),
                Some(UnitKind::People(_) | UnitKind::Name { .. } | UnitKind::Post(_))
            )
        });
    // "called Xi to congratulate him": what the call was for.
    let purpose = matches!(lemma, "call" | "host");
    // "called Xi a friend"
    let named = complements
        .object
        .last()
        .is_some_and(|o| reader.view.is_nominal(o + 1));
    let alone = !named
        && !reader.view.is_nominal(complements.end)
        && complements.gerund.is_none()
        && (purpose || complements.infinitive.is_none())
        && complements.quote.is_none();
    person && alone
}

/// "an invitation to Sudani to visit", "accepted an invitation to visit": who is invited,
/// empty if it is the subject; `None` if nobody is.
fn invited(reader: &Reader<'_, '_>, clause: &Clause) -> Option<Vec<usize>> {
    if !reader.verb(clause).infinitive {
        return None;
    }
    let from = clause.verb.saturating_sub(7);
    let noun = (from..clause.verb).rev().find(|n| {
        let text = reader.view.text(*n);
        matches!(reader.view.kind(*n), Some(UnitKind::Noun(_)))
            && (text.ends_with("invitation") || text.ends_with("invite"))
    })?;
    let phrases = reader.view.complements(noun).phrases;
    let to = phrases.iter().find(|p| {
        p.preposition < clause.verb
            && ["to", "for"]
                .iter()
                .any(|w| reader.view.is_word(p.preposition, w))
    });
    Some(to.map(|p| p.nouns.clone()).unwrap_or_default())
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

/// "is visiting", "is in Tehran" go on; "is meeting Wang on Monday" is still to come.
fn ongoing(
    status: MeetingStatus,
    reality: Reality,
    kind: MeetingKind,
    verb: &VerbGroup,
) -> MeetingStatus {
    match (reality, kind) {
        (Reality::Ongoing, MeetingKind::Visit | MeetingKind::Exercise) => MeetingStatus::Ongoing,
        (Reality::Ongoing, _) if verb.tense == Tense::Past => MeetingStatus::Held,
        (Reality::Present, MeetingKind::Visit) if verb.copula => MeetingStatus::Ongoing,
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
    let of = complements
        .phrases
        .first()
        .filter(|p| reader.view.is_word(p.preposition, "of"));
    let paper = complements
        .object
        .iter()
        .chain(of.iter().flat_map(|p| &p.nouns))
        .any(|o| is_paper(reader, *o));
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
        host: None,
        future: reality.is_future(),
        rule: "meeting.signing",
    })
}

fn is_paper(reader: &Reader<'_, '_>, unit: usize) -> bool {
    let noun = reader.view.units.get(unit).and_then(|u| u.noun());
    noun.is_some_and(|n| matches!(n.head, Head::Instrument(_) | Head::Document))
}

fn first_place(places: Vec<PlaceExpr>) -> Vec<PlaceExpr> {
    places.into_iter().take(1).collect()
}
