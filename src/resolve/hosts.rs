//! Who is at home where he meets somebody: "X will host a summit in Nairobi" is of Kenya,
//! and so is whom a visitor to Nairobi calls on.

use super::sides::Appearance;
use super::{Context, resolve_place};
use crate::grammar::{Facts, Host, MeetingFact, MentionId};
use crate::model::{Country, MeetingKind};

/// How many paragraphs before an encounter the visit may be told that it was part of.
const REACH: u32 = 1;

/// The country of whoever is told to be host at an official's appearance.
pub(super) fn at_home(context: &Context<'_>, facts: &Facts, here: &Appearance) -> Option<Country> {
    let mention = MentionId(u32::try_from(here.mention).ok()?);
    // Encounters stand in the order of their sentences.
    let first = facts
        .meetings
        .partition_point(|m| m.site.sentence.1 <= here.span.0);
    let (before, behind) = facts.meetings.split_at(first);
    let hosted = behind
        .iter()
        .take_while(|m| m.site.sentence.0 <= here.span.0)
        .find(|m| hosts(m).contains(&mention))?;
    let visit = || {
        let mut before = before
            .iter()
            .rev()
            .take_while(|m| m.site.paragraph + REACH >= hosted.site.paragraph);
        let visit = before.find(|m| m.kind == MeetingKind::Visit && !m.places.is_empty())?;
        place(context, visit)
    };
    place(context, hosted).or_else(visit)
}

/// Those who are at home in an encounter.
fn hosts(meeting: &MeetingFact) -> &[MentionId] {
    match meeting.host {
        Some(Host::Subjects) => &meeting.subjects,
        Some(Host::Partners) => &meeting.partners,
        None => &[],
    }
}

/// The one country that an encounter is told to be in.
fn place(context: &Context<'_>, meeting: &MeetingFact) -> Option<Country> {
    let mut countries = meeting
        .places
        .iter()
        .filter_map(|p| resolve_place(context, p).country);
    let first = countries.next()?;
    countries.all(|c| c == first).then_some(first)
}
