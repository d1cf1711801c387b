//! What an encounter takes over from what was told before it: who is on a visit
//! meets there and then; what "also" happened, happened at the same place.

use super::draft::Draft;
use crate::assemble::Material;
use crate::model::{MeetingKind, MeetingStatus, PartialDate, Party, Place};

/// A visit is remembered for so many paragraphs.
const REACH: u32 = 12;

/// Encounters with a place, in text order.
#[derive(Default)]
pub(super) struct Stays {
    visits: Vec<Stay>,
    last: Option<Stay>,
}

#[derive(Clone)]
struct Stay {
    people: Vec<usize>,
    parties: Vec<Party>,
    place: Place,
    start: Option<PartialDate>,
    end: Option<PartialDate>,
    ahead: bool,
    paragraph: u32,
}

impl Stays {
    /// Fills a draft's open place and day, and remembers where it was.
    pub(super) fn fill(&mut self, material: &Material<'_>, draft: &mut Draft) {
        let open = draft.kind != MeetingKind::Visit && draft.kind != MeetingKind::Call;
        if open
            && !draft.parties.is_empty()
            && let Some(stay) = self.of(material, draft).cloned()
        {
            stay.lend(draft);
        }
        self.note(draft);
    }

    fn of(&self, material: &Material<'_>, draft: &Draft) -> Option<&Stay> {
        let lending = || {
            self.visits
                .iter()
                .rev()
                .take(8)
                .filter(|s| s.lends_to(draft) && s.paragraph + REACH >= draft.paragraph)
        };
        // "Before traveling to Busan" tells where he was not yet; a visit with a day is surer.
        let dated = lending().find(|s| s.start.is_some());
        dated.or_else(|| lending().next()).or_else(|| {
            let last = self.last.as_ref()?;
            let near = last.paragraph + 2 >= draft.paragraph;
            (near && last.lends_to(draft) && is_further(material.context.slice(draft.sentence)))
                .then_some(last)
        })
    }

    fn note(&mut self, draft: &Draft) {
        if draft.kind == MeetingKind::Call || draft.place.country.is_none() {
            return;
        }
        let visitors = match draft.kind {
            MeetingKind::Visit => 1,
            _ => draft.parties.len(),
        };
        let stay = Stay {
            people: draft.people.clone(),
            parties: draft.parties.iter().take(visitors).cloned().collect(),
            place: draft.place.clone(),
            start: draft.start,
            end: draft.end,
            ahead: is_ahead(draft.status),
            paragraph: draft.paragraph,
        };
        let off = matches!(
            draft.status,
            MeetingStatus::Postponed | MeetingStatus::Cancelled
        );
        if off {
            // Nobody is where he did not go.
            return;
        }
        if draft.kind == MeetingKind::Visit {
            self.visits.push(stay.clone());
        }
        self.last = Some(stay);
    }
}

impl Stay {
    /// The visitor takes part, and both lie ahead or behind.
    fn lends_to(&self, draft: &Draft) -> bool {
        let same = match (self.people.first(), draft.people.is_empty()) {
            (Some(visitor), false) => draft.people.contains(visitor),
            _ => self
                .parties
                .iter()
                .take(1)
                .any(|p| draft.parties.contains(p)),
        };
        let place = (draft.place.country.is_none() || draft.place.country == self.place.country)
            && (draft.place.city.is_none()
                || self.place.city.is_none()
                || draft.place.city == self.place.city);
        let dates = match (self.start, self.end, draft.start) {
            (Some(a), Some(b), Some(d)) => {
                a.first_day() <= d.last_day() && d.first_day() <= b.last_day()
            }
            _ => true,
        };
        same && place && dates && self.ahead == is_ahead(draft.status)
    }

    fn lend(self, draft: &mut Draft) {
        draft.lent = draft.place.is_empty() || draft.start.is_none();
        if draft.place.is_empty() {
            draft.place.city = self.place.city;
            draft.place.country = self.place.country;
        }
        if draft.start.is_none() {
            draft.start = self.start;
            draft.end = self.end;
        }
    }
}

fn is_ahead(status: MeetingStatus) -> bool {
    !matches!(status, MeetingStatus::Held | MeetingStatus::Ongoing)
}

/// "also met", "held separate talks": a further encounter of the same stay.
fn is_further(sentence: &str) -> bool {
    sentence.split(|c: char| !c.is_alphabetic()).any(|w| {
        matches!(
            w,
            "also" | "Also" | "separately" | "Separately" | "separate"
        )
    })
}
