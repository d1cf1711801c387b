//! Bodies whose name tells a gathering: "at the Munich Security Conference",
//! "addressed the UN General Assembly", "the UN Security Council met".

use super::noun::{around, attendees, clause_of, is_forum, is_on_margins, noun_reality};
use crate::grammar::clause::Clause;
use crate::grammar::fact::MeetingFact;
use crate::grammar::party::PartyRef;
use crate::grammar::reader::Reader;
use crate::grammar::status::{Reality, reality};
use crate::grammar::unit::{Determiner, Head, UnitKind};
use crate::lexicon::{FrameRecord, GroupOf, LightOf};
use crate::model::{MeetingKind, MeetingStatus};

/// A body that is a gathering, by the words of its name.
const GATHERINGS: &[&str] = &[
    "assembly",
    "forum",
    "dialogue",
    "conference",
    "summit",
    "council",
    "congress",
];

/// Verbs of those who come to a gathering.
const COME: &[&str] = &[
    "attend",
    "address",
    "participate",
    "take",
    "speak",
    "appear",
    "open",
    "chair",
];

/// Verbs of those who speak there.
const TELL: &[&str] = &["tell", "brief"];

/// One body, and a gathering by its name.
pub(super) fn is_gathering(reader: &Reader<'_, '_>, unit: usize) -> bool {
    let Some(UnitKind::Parties(parties, _)) = reader.view.kind(unit) else {
        return false;
    };
    let gathers = |w: &str| GATHERINGS.iter().any(|g| w.eq_ignore_ascii_case(g));
    parties.len() == 1 && reader.view.text(unit).split(' ').any(gathers)
}

/// Bodies that meet, by the last word of their name.
const BODIES: &[&str] = &[
    "board",
    "bureau",
    "commission",
    "committee",
    "council",
    "group",
    "panel",
    "quartet",
    "secretariat",
    "subcommittee",
    "troika",
];

/// One organization, or a body by its name: "OPEC will meet in Vienna", "the contact group on
/// Libya met in Doha".
pub(super) fn is_body_that_meets(reader: &Reader<'_, '_>, unit: usize, kind: MeetingKind) -> bool {
    kind == MeetingKind::Talks
        && match reader.view.kind(unit) {
            Some(UnitKind::Parties(parties, _)) => {
                matches!(parties[..], [PartyRef::Organization(_)])
            }
            Some(UnitKind::Noun(noun)) => {
                matches!(noun.head, Head::Other | Head::Organ(_))
                    && noun.determiner != Determiner::A
                    // "the Peruvian Central Committee" is at home
                    && matches!(noun.parties[..], [] | [PartyRef::Organization(_)])
                    && reader.view.ends_in(unit, BODIES)
            }
            _ => false,
        }
}

/// `body ("of" | "between") parties`: "the joint committee of Peru and Chile"
pub(super) fn members(reader: &Reader<'_, '_>, subjects: &[usize]) -> Vec<usize> {
    let [body] = *subjects else {
        return Vec::new();
    };
    let noun = matches!(reader.view.kind(body), Some(UnitKind::Noun(n)) if n.parties.is_empty());
    let led = ["of", "between"]
        .iter()
        .any(|w| reader.view.is_word(body + 1, w));
    if !noun || !led || !reader.view.ends_in(body, BODIES) {
        return Vec::new();
    }
    let mut found = Vec::new();
    reader.view.list_into(body + 2, &mut found);
    let side = |n: &usize| match reader.view.kind(*n) {
        Some(UnitKind::Parties(..)) => true,
        Some(UnitKind::Noun(noun)) => matches!(noun.head, Head::Group(GroupOf::Parties)),
        _ => false,
    };
    found.retain(side);
    found
}

/// `("at" | "during" | "on the sidelines of" | come) body`: "at the Shangri-La Dialogue in
/// Singapore", "on the sidelines of the UN General Assembly", "attended the Boao Forum"
pub(super) fn by_body(reader: &Reader<'_, '_>, unit: usize) -> Option<MeetingFact> {
    if !is_gathering(reader, unit) {
        return None;
    }
    let of_noun = around(reader, unit, reader.view.units.len());
    let mut dates = of_noun.dates;
    let mut future = false;
    let subjects;
    let status;
    if let Some(clause) = comes(reader, unit) {
        let reality = reality(reader, clause);
        dates.extend(reader.dates_left(clause));
        future = reality.is_future();
        subjects = clause.subject.clone();
        status = reality.meeting()?;
    } else if is_on_margins(reader, unit) {
        let forum =
            matches!(reader.view.kind(unit), Some(UnitKind::Parties(p, _)) if is_forum(reader, p));
        let told = if forum {
            attendees(reader, unit)
        } else {
            Vec::new()
        };
        subjects = if told.is_empty() { vec![unit] } else { told };
        status = match noun_reality(reader, unit) {
            reality if dates.is_empty() && !reality.is_future() => MeetingStatus::Ongoing,
            reality => reality.meeting()?,
        };
    } else if is_at(reader, unit) {
        subjects = clause_of(reader, unit)?.subject.clone();
        status = noun_reality(reader, unit).meeting()?;
    } else {
        return None;
    }
    Some(MeetingFact {
        subjects: reader.mentions(&subjects),
        places: of_noun.places,
        dates,
        name: reader.view.units.get(unit).map(|u| u.span),
        future,
        ..MeetingFact::of(
            reader.site(unit),
            MeetingKind::Conference,
            status,
            "meeting.body",
        )
    })
}

/// "at the forum", "in a speech to the assembly"
fn is_at(reader: &Reader<'_, '_>, unit: usize) -> bool {
    let Some(left) = unit.checked_sub(1) else {
        return false;
    };
    let speech = || {
        let before = left.checked_sub(1).map(|n| reader.view.text(n));
        let word = before
            .and_then(|t| t.rsplit(' ').next())
            .unwrap_or_default();
        reader.view.is_word(left, "to")
            && ["speech", "address", "remarks", "briefing"]
                .iter()
                .any(|w| word.eq_ignore_ascii_case(w))
    };
    ["at", "during"]
        .iter()
        .any(|w| reader.view.is_word(left, w))
        || speech()
}

/// The clause whose verb brings its subject to the body: "took part in the Boao Forum",
/// "told the UN Security Council".
fn comes<'a>(reader: &'a Reader<'_, '_>, unit: usize) -> Option<&'a Clause> {
    let clause = reader.clauses.iter().rev().find(|c| c.verb < unit)?;
    let lemma = reader.view.tokens.lexicon.lemma(reader.verb(clause).lemma);
    let told = clause.verb + 1 == unit && TELL.contains(&lemma);
    let leads = told
        || COME.contains(&lemma)
            && reader.frames(clause).iter().any(|(f, after)| {
                *after == unit && matches!(f.record, FrameRecord::Light(LightOf::Meeting(None)))
            });
    let real = reality(reader, clause) != Reality::Unreal;
    (leads && real).then_some(clause)
}
