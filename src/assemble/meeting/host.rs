//! Where an encounter was that no place is told of: at the host's, or where the article
//! was written.

use super::draft::Draft;
use super::stay::Stays;
use crate::assemble::Material;
use crate::assemble::heard::Form;
use crate::grammar::{Host, MeetingFact, MentionId};
use crate::lexicon::OrganizationEntry;
use crate::model::{Country, MeetingKind, MeetingStatus, PartialDate, Party, PostKind};
use crate::resolve::resolve_date;
use chrono::NaiveDate;

/// The paragraphs that tell of the day's news, headlines and datelines counted.
pub(super) const LEAD: u32 = 6;

/// The country of whoever is at home: "Mori received", "called on Mori". Envoys receive
/// abroad, and nobody is host to his own people.
pub(super) fn host_country(material: &Material<'_>, fact: &MeetingFact) -> Option<Country> {
    let (hosts, guests) = match fact.host? {
        Host::Subjects => (&fact.subjects, &fact.partners),
        Host::Partners => (&fact.partners, &fact.subjects),
    };
    let abroad = material.persons(hosts).iter().any(|p| {
        material.people.list.get(*p).is_some_and(|p| {
            matches!(
                p.kind(),
                PostKind::Ambassador | PostKind::Envoy | PostKind::IoHead | PostKind::IoOfficial
            )
        })
    });
    match material.parties(hosts).as_slice() {
        [Party::Country(country)] if !abroad => {
            let own = Party::Country(*country);
            let guests = material.parties(guests);
            (guests.iter().any(|g| *g != own)).then_some(*country)
        }
        _ => None,
    }
}

/// "Egypt hosted talks between Peru and Chile": the place is no side.
pub(super) fn is_only_place(
    material: &Material<'_>,
    fact: &MeetingFact,
    subject: MentionId,
) -> bool {
    let noun = fact.noun.as_ref().map_or(0, |n| n.parties.len());
    let sides = noun.max(material.parties(&fact.partners).len());
    let subject = material.heard.get(subject.0 as usize);
    let named = subject.is_some_and(|m| matches!(m.form, Form::Name));
    fact.host == Some(Host::Subjects) && fact.noun.is_some() && sides >= 2 && named
}

/// Fills the country of the host, and his city if the article was written there.
pub(super) fn at_host(material: &Material<'_>, stays: &Stays, draft: &mut Draft) {
    let Some(country) = draft.host.filter(|_| draft.place.country.is_none()) else {
        return;
    };
    if draft.kind == MeetingKind::Call || stays.is_abroad(draft, country) {
        return;
    }
    draft.place.country = Some(country);
    if let Some(here) = material.dateline.filter(|d| d.country == Some(country)) {
        draft.place.city = draft.place.city.take().or_else(|| here.city.clone());
    }
}

/// What the first paragraphs tell of the day of the article, and of no other place, was
/// where the article was written; a release tells of its own day.
pub(super) fn at_dateline(material: &Material<'_>, draft: &mut Draft) {
    use MeetingStatus::{Held, Ongoing};
    let Some(here) = material.dateline.filter(|d| d.city.is_some()) else {
        return;
    };
    let told = matches!(draft.status, Held | Ongoing)
        && !matches!(draft.kind, MeetingKind::Visit | MeetingKind::Call)
        && draft.parties.len() >= 2
        && !draft.people.is_empty();
    let country = draft.place.country;
    let elsewhere = country.is_some() && country != here.country
        || draft.place.city.is_some() && draft.place.city != here.city;
    if let Some(day) = material.letterhead.filter(|_| told && !elsewhere)
        && draft.when.start.is_none()
    {
        draft.when.start = Some(day);
        draft.when.end = Some(day);
    }
    let fresh = is_fresh(material, draft);
    let near = draft.paragraph <= LEAD || material.letterhead.is_some();
    if told && fresh && near && draft.place.is_empty() {
        draft.place = here.clone();
    }
}

/// The city of a visit that goes on where the article was written: "TOKYO … is on a visit
/// to Japan".
pub(super) fn in_city(material: &Material<'_>, draft: &mut Draft) {
    let Some(here) = material.dateline.filter(|d| d.city.is_some()) else {
        return;
    };
    let there = draft.kind == MeetingKind::Visit
        && draft.status == MeetingStatus::Ongoing
        && draft.place.country == here.country
        && draft.place.city.is_none()
        && draft.place.venue.is_none();
    if there {
        draft.place.city.clone_from(&here.city);
    }
}

/// Of the day of the article, or of the day before.
fn is_fresh(material: &Material<'_>, draft: &Draft) -> bool {
    let day = draft.when.start.and_then(|d| d.first_day());
    match (day, material.calendar.reference) {
        (Some(day), Some(today)) => is_new(day, today),
        _ => false,
    }
}

pub(super) fn is_new(day: NaiveDate, today: NaiveDate) -> bool {
    (0..=1).contains(&(today - day).num_days())
}

/// "On September 14, for some twenty minutes, Mori met Vega": on the one fresh day, with
/// which the sentence begins, if the verb has none of its own.
pub(super) fn on_news_day(material: &Material<'_>, draft: &mut Draft) {
    use MeetingKind::{Conference, Exercise, Visit};
    let open = draft.when.start.is_none() && draft.when.text.is_none();
    let told = draft.status == MeetingStatus::Held
        && draft.parties.len() >= 2
        && draft.paragraph <= LEAD
        && !matches!(draft.kind, Conference | Exercise | Visit)
        && draft.evidence.iter().all(|e| e.rule != "meeting.noun");
    if let Some(today) = material.calendar.reference.filter(|_| open && told) {
        let day = only_day(material, draft.sentence).filter(|d| is_new(*d, today));
        draft.when.start = day.map(PartialDate::Day);
        draft.when.end = draft.when.start;
    }
}

/// The one day that a sentence tells, and begins with.
fn only_day(material: &Material<'_>, (start, end): (u32, u32)) -> Option<NaiveDate> {
    let first = material.dates.partition_point(|d| d.span.0 < start);
    let leads = material.dates.get(first)?.span.0;
    if !material.context.slice((start, leads)).trim().is_empty() {
        return None;
    }
    let told = material.dates.iter().skip(first);
    let mut days = told.take_while(|d| d.span.0 < end).map(|date| {
        let calendar = material.calendar_at(date.span.0);
        match resolve_date(&calendar, date, false) {
            Some((PartialDate::Day(day), _)) => Some(day),
            _ => None,
        }
    });
    let only = days.next()??;
    days.all(|d| d == Some(only)).then_some(only)
}

/// Organs that meet at one place.
const SEATS: [(&str, &str, &str); 3] = [
    ("general assembly", "New York", "USA"),
    ("security council", "New York", "USA"),
    ("human rights council", "Geneva", "CHE"),
];

/// Fills the place of a gathering that always is at one: "the UN General Assembly", "the
/// Shangri-La Dialogue".
pub(super) fn at_seat(material: &Material<'_>, draft: &mut Draft) {
    if draft.kind != MeetingKind::Conference || !draft.place.is_empty() {
        return;
    }
    let name = draft.name.as_deref().unwrap_or_default().to_lowercase();
    let entries = &material.context.lexicon.organizations;
    let [Party::Organization(body)] = draft.parties.as_slice() else {
        // Those who attend are told, and the forum by its name alone.
        let ends = |end: &str| {
            let at = name.len().checked_sub(end.len());
            at.and_then(|at| name.get(at..))
                .is_some_and(|n| n.eq_ignore_ascii_case(end))
        };
        let forum = |e: &&OrganizationEntry| &*e.kind == "forum" && ends(e.body.name());
        draft.place.country = entries.iter().find(forum).and_then(|e| e.country);
        return;
    };
    if body.code() == Some("UN") {
        let seat = SEATS.iter().find(|(organ, ..)| name.contains(organ));
        draft.place.city = seat.map(|(_, city, _)| (*city).to_owned());
        draft.place.country = seat.and_then(|(.., country)| country.parse().ok());
        return;
    }
    let entry = entries.iter().find(|e| e.body.name() == body.name());
    draft.place.country = entry
        .filter(|e| &*e.kind == "forum")
        .and_then(|e| e.country);
}
