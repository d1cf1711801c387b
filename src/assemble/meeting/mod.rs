//! Encounters told → meetings: one record an encounter, the fuller mention
//! filling the gaps, nothing merged that contradicts.

mod apart;
mod deed;
mod draft;
mod host;
mod kind;
mod leads;
mod level;
mod merge;
mod news;
mod occasions;
mod owners;
mod said;
mod stay;
mod turn;
mod when;

use super::{Ids, Material};
use crate::grammar::{Boxed, MeetingFact, Site, StatementFact};
use crate::model::{Meeting, MeetingId, MeetingKind, MeetingStatus, Place, When};
use crate::source::PieceKind;
use draft::{Details, Draft, drafts};
use said::Said;
use stay::Stays;
use std::collections::HashMap;

/// The meetings, in text order.
pub(super) fn meetings(
    material: &Material<'_>,
    ids: &Ids,
    mut facts: Boxed<MeetingFact>,
    said: &[Box<StatementFact>],
) -> Vec<Meeting> {
    facts.sort_by_cached_key(|f| f.site.at);
    let said = Said::of(said);
    let (mut head, mut told) = (Drafts::new(), Drafts::with_capacity(facts.len()));
    for mut fact in facts {
        let list = match fact.site.kind {
            PieceKind::Headline | PieceKind::Subhead => &mut head,
            _ => &mut told,
        };
        let quoted = said.fill(material, &mut fact);
        for mut draft in drafts(material, &fact) {
            if quoted {
                said::without_spokesmen(material, &mut draft);
            }
            list.push(Box::new(draft));
        }
    }
    drop(said);
    let mut kept = Drafts::with_capacity(told.len());
    same_venues(&mut told);
    news::gatherings_of_then(material, &mut told);
    for draft in &mut told {
        host::at_seat(material, draft);
        host::in_city(material, draft);
    }
    let mut stays = Stays::of(&told);
    for mut draft in told {
        if !merge::is_told(&kept, &draft) {
            stays.fill(material, &mut draft);
            host::at_host(material, &stays, &mut draft);
            host::on_news_day(material, &mut draft);
            news::on_day(material, &kept, &mut draft);
            host::at_dateline(material, &mut draft);
        }
        merge::take(&mut kept, draft);
    }
    leads::join(material, &mut kept);
    // A headline adds to what the text tells, and no record of its own.
    for draft in head {
        merge::take_headline(&mut kept, *draft);
    }
    turn::fill_sides(&mut kept);
    kept.retain(|d| is_record(d));
    let id = |n| MeetingId(u32::try_from(n).unwrap_or(u32::MAX));
    let kept = kept.into_iter().enumerate();
    kept.map(|(n, d)| record(*d, id(n), ids)).collect()
}

/// They go from list to list, and some into others: boxed, so that no list has room for
/// those that went.
type Drafts = Vec<Box<Draft>>;

/// A building told once with its city stands there wherever it is told.
fn same_venues(told: &mut [Box<Draft>]) {
    let whole = |p: &&Place| p.city.is_some() && p.venue.is_some();
    let known: HashMap<String, Place> = told
        .iter()
        .map(|d| &d.place)
        .filter(whole)
        .filter_map(|p| Some((p.venue.clone()?, p.clone())))
        .collect();
    for place in told.iter_mut().map(|d| &mut d.place) {
        let venue = place.venue.as_ref().filter(|_| place.city.is_none());
        if let Some(same) = venue.and_then(|v| known.get(v)) {
            let country = place.country.or(same.country);
            if country == same.country {
                place.city.clone_from(&same.city);
                place.country = country;
            }
        }
    }
}

/// What an analyst would want as a row: somebody, and something more.
fn is_record(draft: &Draft) -> bool {
    let sides = draft.parties.len() + draft.people.len();
    let two = draft.parties.len() >= 2 || draft.people.len() >= 2;
    match draft.kind {
        MeetingKind::Visit => {
            let set = draft.place.country.is_some() || draft.when.start.is_some();
            sides >= 1 && set || draft.parties.len() >= 2
        }
        MeetingKind::Call => two || sides >= 1 && draft.when.start.is_some(),
        MeetingKind::Conference | MeetingKind::Summit | MeetingKind::Ministerial if sides < 2 => {
            let set = draft.when.start.is_some() || !draft.place.is_empty();
            let full = draft.when.start.is_some() && draft.place.city.is_some();
            sides >= 1 && (set || draft.name.is_some()) || set && draft.name.is_some() || full
        }
        // "talks in Paris" of one side: nobody is told who met.
        MeetingKind::Talks if draft.people.is_empty() && !two => {
            let full = draft.when.start.is_some() && draft.place.city.is_some() && !draft.lent;
            sides >= 1 && (full || draft.name.is_some()) || full && draft.is_off()
        }
        _ => {
            let told = draft.when.start.is_some() || !draft.place.is_empty();
            two || sides >= 1 && (told || draft.name.is_some())
        }
    }
}

fn record(draft: Draft, id: MeetingId, ids: &Ids) -> Meeting {
    let details = draft.details.map_or_else(Details::default, |d| *d);
    let when = draft.when.widened();
    let when = (when.start.is_some() || when.text.is_some())
        .then(|| When::new(when.start, when.end, when.text.unwrap_or_default().into()));
    Meeting {
        id,
        kind: draft.kind,
        name: draft.name.map(String::from),
        status: draft.status,
        when,
        place: (!draft.place.is_empty()).then_some(draft.place),
        parties: draft.parties,
        participants: draft.people.iter().filter_map(|p| ids.id(*p)).collect(),
        topics: details.topics,
        precedents: details.precedents,
        evidence: draft.evidence,
    }
}

/// Where meetings are told, for what was agreed there.
pub(super) struct Told(Vec<(usize, MeetingId)>);

impl Told {
    pub(super) fn of(meetings: &[Meeting]) -> Self {
        let mut all = Vec::new();
        for meeting in meetings
            .iter()
            .filter(|m| m.status != MeetingStatus::Proposed)
        {
            all.extend(meeting.evidence.iter().map(|e| (e.span.start, meeting.id)));
        }
        all.sort_unstable();
        Told(all)
    }

    /// The meeting told last before a site, or in its sentence.
    pub(super) fn near(&self, material: &Material<'_>, site: &Site) -> Option<MeetingId> {
        self.before(material, site).next()
    }

    /// The meetings told in the sentence of a site.
    pub(super) fn here(
        &self,
        material: &Material<'_>,
        site: &Site,
    ) -> impl Iterator<Item = MeetingId> {
        let at = material.span(site.sentence).start;
        let told = self.0.iter().skip(self.0.partition_point(|(s, _)| *s < at));
        told.take_while(move |(s, _)| *s == at).map(|(_, id)| *id)
    }

    /// The meetings told before a site or in its sentence, the latest first.
    pub(super) fn before(
        &self,
        material: &Material<'_>,
        site: &Site,
    ) -> impl Iterator<Item = MeetingId> {
        let at = material.span(site.sentence).start;
        let past = self.0.partition_point(|(start, _)| *start <= at);
        let told = self.0.get(..past).unwrap_or_default();
        told.iter().rev().map(|(_, id)| *id)
    }
}
