//! What an encounter takes over from what was told before it: who is on a visit
//! meets there and then; what "also" happened, happened at the same place.

use super::draft::Draft;
use crate::assemble::Material;
use crate::model::{Country, MeetingKind, MeetingStatus, PartialDate, Party, Place};

/// A visit is remembered for so many paragraphs.
const REACH: u32 = 12;

/// A visit to a third country is remembered for so many paragraphs.
const ABROAD: u32 = 1;

/// So many encounters are remembered for what "also" happened.
const RECENT: usize = 4;

/// So many visits are compared.
const VISITS: usize = 8;

/// Encounters with a place or day, in text order.
pub(super) struct Stays {
    /// All visits, those told only later among them.
    visits: Vec<Stay>,
    /// Gatherings of many with a place.
    gatherings: Vec<Stay>,
    /// Those told just before, the latest at the end.
    recent: Vec<Stay>,
}

#[derive(Clone)]
struct Stay {
    people: Vec<usize>,
    parties: Vec<Party>,
    place: Place,
    start: Option<PartialDate>,
    end: Option<PartialDate>,
    rough: bool,
    status: MeetingStatus,
    /// A gathering of many, beside which some meet.
    gathering: bool,
    order: u32,
    paragraph: u32,
    sentence: (u32, u32),
}

/// The stays of a kind, in a list with no more room than they take.
fn stays(told: &[Box<Draft>], is: impl Fn(&Draft) -> bool) -> Vec<Stay> {
    let of_kind = || told.iter().filter(|d| d.place.country.is_some() && is(d));
    let mut found = Vec::with_capacity(of_kind().count());
    found.extend(of_kind().filter_map(|d| stay(d)));
    found
}

impl Stays {
    /// The visits among the encounters told.
    pub(super) fn of(told: &[Box<Draft>]) -> Self {
        Stays {
            visits: stays(told, |d| d.kind == MeetingKind::Visit),
            gatherings: stays(told, is_gathering),
            recent: Vec::new(),
        }
    }

    /// Fills a draft's open place and day, and remembers where it was.
    pub(super) fn fill(&mut self, material: &Material<'_>, draft: &mut Draft) {
        let open = draft.kind != MeetingKind::Visit && draft.kind != MeetingKind::Call;
        if open && !draft.parties.is_empty() {
            let sentence = material.context.slice(draft.sentence);
            let day = Some(sentence).filter(|_| !self.visits.is_empty());
            let day = day.and_then(nth_day);
            if let Some(stay) = self.visit(draft, day.is_some()).cloned() {
                stay.lend(draft, day);
            } else if let Some(stay) = self.beside(draft, sentence).cloned() {
                stay.lend(draft, None);
            } else if let Some(stay) = self.gathering(draft, sentence) {
                draft.lent = true;
                draft.place.city.clone_from(&stay.place.city);
                draft.place.country = stay.place.country;
            }
        }
        if let Some(stay) = stay(draft) {
            self.recent.push(stay);
            if self.recent.len() > RECENT {
                self.recent.remove(0);
            }
        }
    }

    /// The visit that an encounter was part of. "Before traveling to Busan" tells where
    /// he was not yet: a visit to a side of the encounter or one with a day is surer.
    fn visit(&self, draft: &Draft, within: bool) -> Option<&Stay> {
        let past = self.visits.partition_point(|v| v.order <= draft.order);
        let (before, behind) = self.visits.split_at(past);
        // Two who are both abroad met there only if that is just being told.
        let reach = |s: &Stay| match s.place.country.map(Party::Country) {
            Some(host) if draft.parties.contains(&host) => REACH,
            _ => ABROAD,
        };
        let lends =
            |s: &&Stay| s.lends_to(draft) && s.paragraph.abs_diff(draft.paragraph) <= reach(s);
        let told = before.iter().rev().take(VISITS).filter(lends);
        let later = behind.iter().take(VISITS).filter(lends);
        told.chain(later.filter(|s| within || s.is_of_now() || s.is_at_side(draft)))
            .max_by_key(|s| {
                let host = s.place.country.map(Party::Country);
                let at_side = host.is_some_and(|h| draft.parties.contains(&h));
                // Of equals the first, that is the nearest, and those told before.
                (
                    at_side,
                    s.start.is_some(),
                    s.order <= draft.order,
                    std::cmp::Reverse(draft.order.abs_diff(s.order)),
                )
            })
    }

    /// Whether the people of a country were told to be elsewhere just before.
    pub(super) fn is_abroad(&self, draft: &Draft, country: Country) -> bool {
        let own = Party::Country(country);
        self.recent.iter().any(|s| {
            s.order < draft.order
                && s.paragraph + REACH >= draft.paragraph
                && s.place.country.is_some_and(|c| c != country)
                && s.parties.contains(&own)
                && draft.parties.iter().all(|p| s.parties.contains(p))
        })
    }

    /// The gathering on whose sidelines two sides meet: of the same sentence, or told just
    /// before.
    fn gathering(&self, draft: &Draft, sentence: &str) -> Option<&Stay> {
        let known = !self.gatherings.is_empty() || self.recent.iter().any(|s| s.gathering);
        if !known || !draft.place.is_empty() || draft.parties.len() < 2 {
            return None;
        }
        let beside = ["sideline", "margin", "fringe"];
        let said = beside.iter().any(|w| sentence.contains(w));
        let at = self
            .gatherings
            .partition_point(|s| s.sentence < draft.sentence);
        let here = self
            .gatherings
            .get(at)
            .filter(|s| s.sentence == draft.sentence);
        let mut recent = self.recent.iter().rev();
        let mut near = || recent.find(|s| s.gathering && s.paragraph + 3 >= draft.paragraph);
        if said {
            here.or_else(near)
        } else if sentence.contains("bilateral meeting") {
            near()
        } else {
            None
        }
    }

    /// A further encounter of the same person, on the same day or told to be "also" there;
    /// what the press and guests see of the talks of the same sides.
    fn beside(&self, draft: &Draft, sentence: &str) -> Option<&Stay> {
        let further = || is_further(sentence);
        let seen = matches!(draft.kind, MeetingKind::Other | MeetingKind::Ceremony);
        self.recent.iter().rev().find(|s| {
            let same_day =
                matches!(s.start, Some(PartialDate::Day(_))) && s.start == draft.when.start;
            let same_sides =
                draft.parties.len() >= 2 && draft.parties.iter().all(|p| s.parties.contains(p));
            let follows = || seen && same_sides || further();
            s.paragraph + 2 >= draft.paragraph
                && s.shares(draft)
                && (same_day || draft.when.start.is_none() && follows())
                && s.agrees_with(draft)
        })
    }
}

/// What is remembered of an encounter with a place or day; nobody is where he did not go.
fn stay(draft: &Draft) -> Option<Stay> {
    use MeetingStatus::{Cancelled, Postponed};
    let off = matches!(draft.status, Postponed | Cancelled);
    let told = draft.place.country.is_some() || draft.when.start.is_some();
    if off || draft.kind == MeetingKind::Call || !told {
        return None;
    }
    let visitors = match draft.kind {
        MeetingKind::Visit => 1,
        _ => draft.parties.len(),
    };
    Some(Stay {
        people: draft.people.clone(),
        parties: draft.parties.iter().take(visitors).cloned().collect(),
        place: draft.place.clone(),
        start: draft.when.start,
        end: draft.when.end,
        rough: draft.when.rough,
        status: draft.status,
        gathering: is_gathering(draft),
        order: draft.order,
        paragraph: draft.paragraph,
        sentence: draft.sentence,
    })
}

/// Whether many gather, beside whom some meet.
fn is_gathering(draft: &Draft) -> bool {
    matches!(draft.kind, MeetingKind::Conference | MeetingKind::Summit)
        && (draft.name.is_some() || matches!(draft.parties.as_slice(), [Party::Organization(_)]))
}

impl Stay {
    /// The visitor takes part, and nothing contradicts.
    fn lends_to(&self, draft: &Draft) -> bool {
        let same = match (self.people.first(), draft.people.is_empty()) {
            (Some(visitor), false) => draft.people.contains(visitor),
            // A delegation of several sides is not where their leaders meet.
            (None, false) if self.parties.len() >= 2 => false,
            _ => self
                .parties
                .iter()
                .take(1)
                .any(|p| draft.parties.contains(p)),
        };
        same && self.agrees_with(draft)
    }

    /// One place and day, and both lie ahead or behind; who has arrived may still have
    /// somebody to meet.
    fn agrees_with(&self, draft: &Draft) -> bool {
        let place = (draft.place.country.is_none() || draft.place.country == self.place.country)
            && (draft.place.city.is_none()
                || self.place.city.is_none()
                || draft.place.city == self.place.city);
        let dates = match (self.start, draft.when.start) {
            (Some(a), Some(d)) => {
                let over = self.end.is_some_and(|b| b.last_day() < d.first_day());
                a.first_day() <= d.last_day() && !over
            }
            _ => true,
        };
        let ahead = is_ahead(draft.status);
        let arrived = ahead && self.status == MeetingStatus::Ongoing;
        place && dates && (arrived || is_ahead(self.status) == ahead)
    }

    /// Somebody took part in both.
    fn shares(&self, draft: &Draft) -> bool {
        match (self.people.is_empty(), draft.people.is_empty()) {
            (false, false) => self.people.iter().any(|p| draft.people.contains(p)),
            _ => self.parties.iter().any(|p| draft.parties.contains(p)),
        }
    }

    /// A visit told only behind an encounter is its frame if it goes on.
    fn is_of_now(&self) -> bool {
        self.status == MeetingStatus::Ongoing
    }

    /// "called on Mori in the capital", and behind that "he arrived in Lima": a visit of no
    /// day to those he met.
    fn is_at_side(&self, draft: &Draft) -> bool {
        let host = self.place.country.map(Party::Country);
        let met = !draft.people.is_empty() && host.is_some_and(|h| draft.parties.contains(&h));
        met && self.start.is_none()
    }

    /// `day`: which day of the visit it was.
    fn lend(self, draft: &mut Draft, day: Option<u64>) {
        // Of a building told, the stay tells the city.
        let open = draft.place.city.is_none() && draft.place.country.is_none();
        draft.lent = open || draft.when.start.is_none();
        if open {
            draft.place.city = self.place.city;
            draft.place.country = self.place.country;
        }
        let arrived = is_ahead(draft.status) && !is_ahead(self.status);
        // Who has arrived meets somebody while he stays.
        if draft.when.start.is_some() || arrived && self.end.is_none() {
            return;
        }
        draft.lent_day = self.start.is_some();
        let that = match (day, self.start) {
            (Some(n), Some(PartialDate::Day(first))) => first
                .checked_add_days(chrono::Days::new(n - 1))
                .map(PartialDate::Day),
            _ => None,
        };
        draft.when.start = that.or(self.start);
        // Who has just arrived meets somebody that day.
        draft.when.end = that.or(self.end).or(self.start);
        draft.when.rough = self.rough;
    }
}

/// "on the second day of his visit", "on the second day,": 2
fn nth_day(sentence: &str) -> Option<u64> {
    const ORDINALS: [&str; 6] = ["first", "second", "third", "fourth", "fifth", "sixth"];
    let ends = |rest: &&str| rest.starts_with([',', '.']) || rest.starts_with(" of ");
    let (before, _) = sentence.split_once(" day").filter(|(_, rest)| ends(rest))?;
    let word = before.rsplit(' ').next()?;
    let at = ORDINALS.iter().position(|o| o.eq_ignore_ascii_case(word))?;
    u64::try_from(at + 1).ok()
}

fn is_ahead(status: MeetingStatus) -> bool {
    !matches!(status, MeetingStatus::Held | MeetingStatus::Ongoing)
}

/// Words that tell of a further encounter of the same stay.
const FURTHER: [&str; 3] = ["also", "separately", "separate"];

/// "also met", "held separate talks": a further encounter of the same stay.
fn is_further(sentence: &str) -> bool {
    let mut words = sentence.split(|c: char| !c.is_alphabetic());
    words.any(|w| FURTHER.iter().any(|f| f.eq_ignore_ascii_case(w)))
}
