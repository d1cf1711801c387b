//! Meetings to come as an iCalendar file (RFC 5545), for any calendar program.
//!
//! A meeting is entered for whole days, since news rarely gives an hour: one
//! day, or several in a row. What is dated by month or year only is no
//! calendar entry; it is left out, with a note. No clock is read: the time
//! stamp is the publication date, and identifiers come from the article, so
//! that importing a file twice changes nothing.

use super::text::{one_line, shorten};
use super::{ids, words};
use crate::model::{Article, Meeting, MeetingKind, MeetingStatus, PartialDate};
use chrono::{Days, NaiveDate, NaiveTime};
use icalendar::{Component, Event, EventLike, EventStatus};

/// Characters of a line of a description; calendar programs show little more.
const MAX_LINE: usize = 400;

/// A calendar and what is missing from it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Calendar {
    /// The file: text with the media type `text/calendar`.
    pub ics: String,
    /// Meetings left out, one sentence each.
    pub left_out: Vec<String>,
}

/// The meetings of the articles that are scheduled (confirmed), proposed
/// (tentative) or called off (canceled, so that an importer strikes them out).
///
/// Meetings that took place and postponed ones have no entry.
///
/// ```
/// use demarche::export::ical;
/// # fn main() -> Result<(), demarche::ParseError> {
/// let article = demarche::parse_article(
///     "TOKYO, July 18, 2024 -- The leaders of Japan and India will meet in Osaka on August 2.",
/// )?;
/// let calendar = ical::calendar([&article]);
/// assert!(calendar.ics.starts_with("BEGIN:VCALENDAR\r\n"));
/// for note in &calendar.left_out {
///     eprintln!("{note}");
/// }
/// # Ok(())
/// # }
/// ```
#[must_use]
pub fn calendar<'a>(articles: impl IntoIterator<Item = &'a Article>) -> Calendar {
    let mut calendar = icalendar::Calendar::empty();
    calendar
        .append_property(("VERSION", "2.0"))
        .append_property(("PRODID", "-//demarche//meetings//EN"))
        .append_property(("CALSCALE", "GREGORIAN"));
    let mut left_out = Vec::new();
    for article in articles {
        let story = ids::story(article);
        for (index, meeting) in article.meetings.iter().enumerate() {
            let Some(status) = status(meeting.status) else {
                continue;
            };
            match days(meeting) {
                Ok((first, last)) => {
                    let uid = format!("{story}-{index}@demarche");
                    let event = event(article, meeting, (first, last), &uid, status);
                    calendar.push(event);
                }
                Err(why) => {
                    let title = one_line(&words::meeting(meeting));
                    left_out.push(format!("{title}: {why}"));
                }
            }
        }
    }
    if !left_out.is_empty() {
        let note = format!("Left out: {}", left_out.join(". "));
        calendar.description(&shorten(&note, MAX_LINE));
    }
    Calendar {
        ics: folded(&calendar.to_string()),
        left_out,
    }
}

/// The lines folded so that none has more than 75 bytes. The library counts the
/// blank at the start of a folded line out.
fn folded(ics: &str) -> String {
    const LIMIT: usize = 75;
    let mut out = String::with_capacity(ics.len());
    for line in ics.replace("\r\n ", "").lines() {
        let mut used = 0;
        for c in line.chars() {
            if used + c.len_utf8() > LIMIT {
                out.push_str("\r\n ");
                used = 1;
            }
            out.push(c);
            used += c.len_utf8();
        }
        out.push_str("\r\n");
    }
    out
}

fn status(status: MeetingStatus) -> Option<EventStatus> {
    match status {
        MeetingStatus::Scheduled => Some(EventStatus::Confirmed),
        MeetingStatus::Proposed => Some(EventStatus::Tentative),
        MeetingStatus::Cancelled => Some(EventStatus::Cancelled),
        MeetingStatus::Held | MeetingStatus::Ongoing | MeetingStatus::Postponed => None,
    }
}

/// First and last day, if both are days.
fn days(meeting: &Meeting) -> Result<(NaiveDate, NaiveDate), &'static str> {
    let when = meeting.when.as_ref().ok_or("no date is given")?;
    match (when.start, when.end.or(when.start)) {
        (Some(PartialDate::Day(first)), Some(PartialDate::Day(last))) => {
            Ok((first, last.max(first)))
        }
        (None, None) => Err("the date could not be resolved"),
        _ => Err("only the month or the year is given"),
    }
}

fn event(
    article: &Article,
    meeting: &Meeting,
    (first, last): (NaiveDate, NaiveDate),
    uid: &str,
    status: EventStatus,
) -> Event {
    let stamp = article
        .published
        .map_or(first.and_time(NaiveTime::MIN), |p| {
            p.date.and_time(p.time.unwrap_or(NaiveTime::MIN))
        });
    // The end of a span of days is the day after it.
    let end = last.checked_add_days(Days::new(1)).unwrap_or(last);
    let mut event = Event::new();
    event
        .uid(uid)
        .timestamp(stamp.and_utc())
        .summary(&shorten(&one_line(&words::meeting(meeting)), MAX_LINE))
        .status(status)
        .starts(first)
        .ends(end);
    let place = meeting.place.as_ref().map(words::place);
    match place.filter(|p| !p.is_empty()) {
        Some(place) => event.location(&shorten(&one_line(&place), MAX_LINE)),
        None if meeting.kind == MeetingKind::Call => event.location("by phone or video"),
        None => &mut event,
    };
    let description = description(article, meeting);
    if !description.is_empty() {
        event.description(&description);
    }
    event.done()
}

/// Sides, people, topics, and the article, a line each.
fn description(article: &Article, meeting: &Meeting) -> String {
    let lines = [
        ("Sides", words::parties(&meeting.parties)),
        ("With", words::people(article, &meeting.participants)),
        ("About", meeting.topics.join("; ")),
        (
            "As written",
            meeting
                .when
                .as_ref()
                .map_or(String::new(), |w| w.text.clone()),
        ),
        ("Source", article.headline.clone().unwrap_or_default()),
    ];
    let lines = lines.into_iter().filter(|line| !line.1.is_empty());
    let lines =
        lines.map(|(name, value)| format!("{name}: {}", shorten(&one_line(&value), MAX_LINE)));
    lines.collect::<Vec<_>>().join("\n")
}
