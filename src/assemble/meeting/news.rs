//! The day of what is told as news without one: that on which it was said, or of an encounter
//! that was told before it.

use super::Drafts;
use super::draft::Draft;
use super::host::is_new;
use crate::assemble::Material;
use crate::model::{MeetingKind, MeetingStatus, PartialDate, Place};
use crate::resolve::resolve_date;
use chrono::{Datelike, NaiveDate};

/// The paragraphs that open an article, its headline counted.
const OPENING: u32 = 3;

/// So many paragraphs on, somebody's further encounters are of the same day.
const REACH: u32 = 10;

/// "Mori has met Vega in Lima, officials said Saturday": told first, on the day of those words;
/// "Mori met Soto, too": on the day of what he was told to do before.
pub(super) fn on_day(material: &Material<'_>, kept: &Drafts, draft: &mut Draft) {
    let Some(today) = material
        .calendar
        .reference
        .filter(|_| is_open(material, draft))
    else {
        return;
    };
    let Some(own) = days(material, draft.sentence, today) else {
        return;
    };
    let opens = draft.paragraph <= OPENING && !kept.iter().any(|k| is_told_of(k));
    if let Some(day) = own.filter(|_| opens) {
        set(draft, day);
    } else if own.is_none()
        && let Some((day, place)) = beside(kept, draft, today)
    {
        set(draft, day);
        if draft.place.is_empty() && draft.kind != MeetingKind::Call {
            draft.place.city.clone_from(&place.city);
            draft.place.country = place.country;
            draft.lent = true;
        }
    }
}

/// So many days on, a gathering at which some met is over.
const OVER: i64 = 14;

/// "met last November on the sidelines of the summit in Lima": the gathering was then, and is
/// over.
pub(super) fn gatherings_of_then(material: &Material<'_>, told: &mut Drafts) {
    use MeetingKind::{Conference, Ministerial, Summit};
    let Some(today) = material.calendar.reference else {
        return;
    };
    for at in 0..told.len() {
        let Some((month, place)) = told.get(at).and_then(|d| {
            let gathers = matches!(d.kind, Conference | Ministerial | Summit);
            let goes_on = d.status == MeetingStatus::Ongoing && d.when.start.is_none();
            let near = told.get(at.saturating_sub(NEAR)..at + NEAR.min(told.len() - at))?;
            let mut beside = near.iter().filter(|k| k.sentence == d.sentence);
            let met = beside.find(|k| k.status == MeetingStatus::Held && k.when.start.is_some());
            let met = met.filter(|_| gathers && goes_on)?;
            let day = met.when.start?.first_day()?;
            let over = (today - day).num_days() > OVER;
            let month = PartialDate::month(day.year(), day.month()).filter(|_| over)?;
            Some((month, met.place.clone()))
        }) else {
            continue;
        };
        if let Some(draft) = told.get_mut(at) {
            draft.status = MeetingStatus::Held;
            draft.when.start = Some(month);
            draft.when.end = Some(month);
            if draft.place.is_empty() {
                draft.place = place;
            }
        }
    }
}

/// So many encounters around one are looked at.
const NEAR: usize = 4;

fn set(draft: &mut Draft, day: NaiveDate) {
    draft.when.start = Some(PartialDate::Day(day));
    draft.when.end = draft.when.start;
    draft.lent_day = true;
}

/// It was held, and no day is told of it.
fn is_open(material: &Material<'_>, draft: &Draft) -> bool {
    let undated = draft.when.start.is_none() && draft.when.text.is_none();
    let told = draft.evidence.iter().all(|e| e.rule != "meeting.noun");
    undated
        && told
        && is_told_of(draft)
        && draft.parties.len() >= 2
        && !draft.people.is_empty()
        && !is_of_before(material, draft)
}

/// An encounter of a day that was held.
fn is_told_of(draft: &Draft) -> bool {
    use MeetingKind::{Conference, Exercise, Negotiation, Visit};
    draft.status == MeetingStatus::Held
        && !matches!(draft.kind, Conference | Exercise | Negotiation | Visit)
}

/// "had met before": no news.
fn is_of_before(material: &Material<'_>, draft: &Draft) -> bool {
    const BEFORE: [&str; 6] = ["had", "previously", "previous", "last", "times", "since"];
    let sentence = material.context.slice(draft.sentence);
    let mut words = sentence.split(|c: char| !c.is_alphabetic());
    words.any(|w| BEFORE.contains(&w))
}

/// The one fresh day on which a sentence says that it was said, if it tells any day; `None` if
/// it tells others.
fn days(
    material: &Material<'_>,
    (start, end): (u32, u32),
    today: NaiveDate,
) -> Option<Option<NaiveDate>> {
    let first = material.dates.partition_point(|d| d.span.0 < start);
    let told = material.dates.iter().skip(first);
    let mut only = None;
    for date in told.take_while(|d| d.span.0 < end) {
        let calendar = material.calendar_at(date.span.0);
        match resolve_date(&calendar, date, false) {
            Some((PartialDate::Day(day), _))
                if only.is_none()
                    && is_new(day, today)
                    && is_said(material, (start, date.span.0)) =>
            {
                only = Some(day);
            }
            _ => return None,
        }
    }
    Some(only)
}

/// "said", before its day.
fn is_said(material: &Material<'_>, before: (u32, u32)) -> bool {
    const SAYS: [&str; 5] = ["announced", "confirmed", "reported", "said", "says"];
    let last = material.context.slice(before).trim_end().rsplit(' ').next();
    last.is_some_and(|w| SAYS.contains(&w))
}

/// The fresh day on which somebody was told to meet others, and where.
fn beside<'a>(kept: &'a Drafts, draft: &Draft, today: NaiveDate) -> Option<(NaiveDate, &'a Place)> {
    let near = kept.iter().rev().filter(|k| {
        k.paragraph + REACH >= draft.paragraph
            && is_told_of(k)
            && k.people.iter().any(|p| draft.people.contains(p))
    });
    let days = near.filter_map(|k| match (k.when.start, k.when.end) {
        (Some(PartialDate::Day(day)), end) if end == k.when.start => Some((day, &k.place)),
        _ => None,
    });
    let mut fresh = days.filter(|(day, _)| is_new(*day, today));
    fresh.next()
}
