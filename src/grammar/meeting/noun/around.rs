//! What stands around a meeting noun: sides, places, days, topics.

use super::super::{
    PARTNERS, PLACES, TOPICS, destinations, is_person, matter, meeting_noun, state_told, topics,
};
use crate::grammar::complement::Complements;
use crate::grammar::date::DateExpr;
use crate::grammar::fact::Bytes;
use crate::grammar::place::PlaceExpr;
use crate::grammar::reader::Reader;
use crate::grammar::unit::{Unit, UnitKind};
use crate::model::MeetingKind;

/// What stands around a meeting noun.
#[derive(Default)]
pub(in super::super) struct Around {
    pub(in super::super) partners: Vec<usize>,
    pub(in super::super) places: Vec<PlaceExpr>,
    /// Of a visit: where to.
    pub(in super::super) destinations: Vec<PlaceExpr>,
    pub(in super::super) dates: Vec<DateExpr>,
    pub(in super::super) topics: Vec<Bytes>,
    pub(in super::super) by: Vec<usize>,
}

impl Around {
    /// Adds what a clause behind the noun tells of it; gives back by whom it is held.
    pub(super) fn take(&mut self, behind: Around) -> Vec<usize> {
        self.partners.extend(behind.partners);
        if self.places.is_empty() {
            self.places = behind.places;
        }
        self.dates.extend(behind.dates);
        behind.by
    }
}

/// Nouns behind "by" that nobody who takes part is: "by order of the president".
const ORDERS: &[&str] = &[
    "decision",
    "decree",
    "instruction",
    "invitation",
    "order",
    "request",
];

/// Reads the phrases behind a noun, up to unit `limit`.
pub(in super::super) fn around(reader: &Reader<'_, '_>, unit: usize, limit: usize) -> Around {
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
        if word == "of" && !found.destinations.is_empty() && is_town(reader, phrase.preposition) {
            // "to the port city | of Izmir": told with the place before it.
            continue;
        }
        if word == "to" && is_way(reader, phrase.preposition) {
            continue;
        }
        let theirs =
            word == "from" && found.partners.last() == phrase.preposition.checked_sub(1).as_ref();
        if theirs {
            // "with the leaders | from Peru and Chile": told with them.
            continue;
        }
        if word == "by" && phrase.nouns.iter().any(|n| reader.view.ends_in(*n, ORDERS)) {
            // "a visit to Peru, by order | of the president"
            break;
        }
        if word == "by" || word == "from" {
            found.by.extend(phrase.nouns.iter().copied());
        } else if word == "of" && reader.view.ends_in(unit, &["tour"]) {
            // "a tour of Peru and Chile"
            found
                .destinations
                .extend(destinations(reader, &phrase.nouns));
        } else if word == "to" && !phrase.nouns.iter().all(|n| is_person(reader, *n)) {
            found
                .destinations
                .extend(destinations(reader, &phrase.nouns));
            found.partners.extend(state_told(reader, &phrase.nouns));
        } else if PARTNERS.contains(&word.as_str()) {
            // "a round of talks": they are no side.
            let sides = phrase.nouns.iter().copied();
            let sides = sides.filter(|n| meeting_noun(reader, *n).is_none());
            found.partners.extend(sides);
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
    if found.places.is_empty() && found.destinations.is_empty() {
        found.places = of_town(reader, &complements);
    }
    if found.topics.is_empty() {
        found.topics = topics(reader, &complements);
    }
    found.dates.clone_from(&complements.dates);
    let own = reader.view.units.get(unit).and_then(Unit::noun);
    if let Some(d) = own.and_then(|n| n.date.as_deref().copied()) {
        found.dates.insert(0, d);
    }
    found
}

/// "on the resort island | of Bali"
pub(in super::super) fn of_town(
    reader: &Reader<'_, '_>,
    complements: &Complements,
) -> Vec<PlaceExpr> {
    let mut phrases = complements.phrases.iter();
    let town = phrases
        .find(|p| reader.view.is_word(p.preposition, "of") && is_town(reader, p.preposition));
    town.map_or_else(Vec::new, |p| destinations(reader, &p.nouns))
}

/// "a stop in Lima on his way | to Quito"
fn is_way(reader: &Reader<'_, '_>, to: usize) -> bool {
    let before = to.checked_sub(1).map(|n| reader.view.text(n));
    let last = before.and_then(|t| t.rsplit(' ').next());
    last.is_some_and(|w| w.eq_ignore_ascii_case("way"))
}

/// "the port city" before "of"
fn is_town(reader: &Reader<'_, '_>, of: usize) -> bool {
    const TOWNS: [&str; 7] = [
        "city", "town", "capital", "port", "village", "resort", "island",
    ];
    let before = of.checked_sub(1).map(|n| reader.view.text(n));
    let last = before.and_then(|t| t.rsplit(' ').next());
    last.is_some_and(|last| TOWNS.iter().any(|w| last.eq_ignore_ascii_case(w)))
}

/// "talks between Peru and Chile took place": what stands before the verb is no
/// subject of it, but the other side.
fn second_side(reader: &Reader<'_, '_>, word: &str, nouns: &[usize]) -> Option<usize> {
    let last = *nouns.last()?;
    let joined = matches!(word, "between" | "among")
        && matches!(reader.view.kind(last + 1), Some(UnitKind::And));
    (joined && reader.view.is_nominal(last + 2)).then_some(last + 2)
}
