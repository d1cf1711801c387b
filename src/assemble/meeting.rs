//! Encounters told → meetings: one record an encounter, the fuller mention
//! filling the gaps, nothing merged that contradicts.

use super::{Ids, Material, add};
use crate::grammar::{MeetingFact, NounGroup, PlaceExpr, Site};
use crate::lexicon::WordValue;
use crate::model::{
    Meeting, MeetingId, MeetingKind, MeetingStatus, PartialDate, Party, Place, PostKind, When,
};
use crate::resolve::{Entity, resolve_date, resolve_place};
use crate::span::Evidence;

/// An encounter as one mention tells it, with who and when it really is.
#[derive(Debug, Clone)]
struct Draft {
    kind: MeetingKind,
    status: MeetingStatus,
    parties: Vec<Party>,
    people: Vec<usize>,
    place: Place,
    start: Option<PartialDate>,
    end: Option<PartialDate>,
    when_text: Option<String>,
    name: Option<String>,
    definite: bool,
    topics: Vec<String>,
    evidence: Vec<Evidence>,
    order: u32,
    paragraph: u32,
}

/// The meetings, in text order.
pub(super) fn meetings(material: &Material<'_>, ids: &Ids) -> Vec<Meeting> {
    let mut facts: Vec<&MeetingFact> = material.facts.meetings.iter().collect();
    facts.sort_by_key(|f| f.site.at);
    let mut kept: Vec<Draft> = Vec::new();
    for fact in facts {
        for draft in drafts(material, fact) {
            take(&mut kept, draft);
        }
    }
    kept.into_iter()
        .filter(is_record)
        .enumerate()
        .map(|(n, d)| record(d, MeetingId(u32::try_from(n).unwrap_or(u32::MAX)), ids))
        .collect()
}

/// One draft a destination for a visit, else one.
fn drafts(material: &Material<'_>, fact: &MeetingFact) -> Vec<Draft> {
    let mut people = material.persons(&fact.subjects);
    let mut parties = material.parties(&fact.subjects);
    owners(
        material,
        fact.noun.as_deref(),
        &mut parties,
        &mut people,
        fact,
    );
    let partner_known = fact.partners.is_empty()
        || fact
            .partners
            .iter()
            .any(|m| stands_for_side(material.entity(*m)));
    if !partner_known {
        return Vec::new();
    }
    let visitors = parties.len();
    for person in material.persons(&fact.partners) {
        add(&mut people, person);
    }
    for party in material.parties(&fact.partners) {
        add(&mut parties, party);
    }
    if fact.kind == MeetingKind::Visit && parties.is_empty() && people.is_empty() {
        return Vec::new();
    }
    let (start, end, text) = when(material, fact);
    let base = Draft {
        kind: fact.kind,
        status: fact.status,
        parties,
        people,
        place: Place::default(),
        start,
        end,
        when_text: text,
        name: fact.name.map(|n| material.text(n)),
        definite: fact.definite,
        topics: fact.topics.iter().map(|t| material.text(*t)).collect(),
        evidence: vec![material.evidence(&fact.site, fact.rule)],
        order: fact.site.at,
        paragraph: fact.site.paragraph,
    };
    let places: Vec<Place> = distinct(material, &fact.places);
    if fact.kind == MeetingKind::Visit {
        return visits(base, &places, visitors);
    }
    let mut draft = base;
    if draft.kind != MeetingKind::Call {
        draft.place = places.into_iter().next().unwrap_or_default();
    }
    draft.kind = refine(material, fact, &draft);
    if draft.kind == MeetingKind::Call {
        draft.place = Place::default();
    }
    vec![draft]
}

fn stands_for_side(entity: &Entity) -> bool {
    match entity {
        Entity::Officials(_) | Entity::Parties(_) | Entity::Joint(_) => true,
        Entity::Source { parties, .. } => !parties.is_empty(),
        Entity::Outsider | Entity::Nothing => false,
    }
}

/// A visit to two countries is two visits; the visitor leads, then the host.
fn visits(base: Draft, places: &[Place], visitors: usize) -> Vec<Draft> {
    let one = |place: Place| {
        let mut draft = base.clone();
        if let Some(host) = place.country {
            let host = Party::Country(host);
            // At home nobody is on a visit.
            if base.parties.first() == Some(&host) && visitors <= 1 {
                return None;
            }
            add(&mut draft.parties, host);
        }
        draft.place = place;
        Some(draft)
    };
    if places.is_empty() {
        return vec![base.clone()];
    }
    places.iter().cloned().filter_map(one).collect()
}

fn distinct(material: &Material<'_>, places: &[PlaceExpr]) -> Vec<Place> {
    let mut found: Vec<Place> = Vec::new();
    for place in places {
        let place = resolve_place(material.context, place);
        if place.is_empty() {
            continue;
        }
        // "the State Guesthouse" and "Seoul" are one place told twice.
        let same = found.iter_mut().find(|p| {
            p.country.is_none()
                || place.country.is_none()
                || (p.country == place.country
                    && (p.city.is_none() || place.city.is_none() || p.city == place.city))
        });
        match same {
            Some(p) => {
                p.venue = p.venue.take().or(place.venue);
                p.city = p.city.take().or(place.city);
                p.country = p.country.or(place.country);
            }
            None => found.push(place),
        }
    }
    found
}

/// The sides and people that a noun group names before its head.
fn owners(
    material: &Material<'_>,
    noun: Option<&NounGroup>,
    parties: &mut Vec<Party>,
    people: &mut Vec<usize>,
    fact: &MeetingFact,
) {
    let Some(noun) = noun else { return };
    for party in &noun.parties {
        if let Some(party) = crate::resolve::party(material.context, *party) {
            add(parties, party);
        }
    }
    for person in &noun.people {
        if let Some(at) = material.people.find(material.context.slice(person.name)) {
            add(people, at);
            if let Some(party) = material.party_of(at) {
                add(parties, party);
            }
        }
    }
    if let Some((start, _)) = noun.owner_name {
        let rest = material.context.slice((start, noun.body.1));
        let name = rest.split(['\'', '’']).next().unwrap_or_default();
        if let Some(at) = material.people.find(name) {
            add(people, at);
            if let Some(party) = material.party_of(at) {
                add(parties, party);
            }
        }
    }
    if let Some(post) = &noun.owner_post {
        for party in &post.parties {
            if let Some(party) = crate::resolve::party(material.context, *party) {
                add(parties, party);
            }
        }
    }
    if let Some(word) = noun.pronoun {
        owner_pronoun(material, word, parties, people, fact);
    }
}

/// "his visit", "their talks": the last ones named before.
fn owner_pronoun(
    material: &Material<'_>,
    word: WordValue,
    parties: &mut Vec<Party>,
    people: &mut Vec<usize>,
    fact: &MeetingFact,
) {
    let before = material
        .facts
        .mentions
        .partition_point(|m| m.span.0 < fact.site.at);
    let recent = material.entities.get(..before).unwrap_or_default();
    for entity in recent.iter().rev().take(12) {
        match (word, entity) {
            (WordValue::He | WordValue::She, Entity::Officials(list)) if list.len() == 1 => {
                for person in list {
                    add(people, *person);
                    if let Some(party) = material.party_of(*person) {
                        add(parties, party);
                    }
                }
                return;
            }
            (WordValue::They, Entity::Officials(list)) if list.len() >= 2 => {
                for person in list {
                    add(people, *person);
                    if let Some(party) = material.party_of(*person) {
                        add(parties, party);
                    }
                }
                return;
            }
            (WordValue::They, Entity::Parties(list)) if list.len() >= 2 => {
                list.iter().cloned().for_each(|p| add(parties, p));
                return;
            }
            (WordValue::It, Entity::Parties(list)) if list.len() == 1 => {
                list.iter().cloned().for_each(|p| add(parties, p));
                return;
            }
            _ => {}
        }
    }
}

/// The first date that can be settled, the finest first.
fn when(
    material: &Material<'_>,
    fact: &MeetingFact,
) -> (Option<PartialDate>, Option<PartialDate>, Option<String>) {
    let mut best: Option<(PartialDate, PartialDate, String)> = None;
    let mut open = None;
    for date in &fact.dates {
        match resolve_date(&material.calendar, date, fact.future) {
            Some((start, end)) => {
                let finer = match &best {
                    None => true,
                    Some((s, ..)) => {
                        !matches!(s, PartialDate::Day(_)) && matches!(start, PartialDate::Day(_))
                    }
                };
                if finer {
                    best = Some((start, end, material.text(date.span)));
                }
            }
            None => open = open.or(Some(material.text(date.span))),
        }
    }
    match best {
        Some((start, end, text)) => {
            let end = duration_end(fact, start, end);
            (Some(start), Some(end), Some(text))
        }
        None => (None, None, open),
    }
}

/// "a four-day visit on Tuesday": the last day is three days on.
fn duration_end(fact: &MeetingFact, start: PartialDate, end: PartialDate) -> PartialDate {
    use crate::lexicon::TimeUnit;
    let duration = fact.noun.as_ref().and_then(|n| n.duration);
    match (duration, start) {
        (Some((days, TimeUnit::Day)), PartialDate::Day(first))
            if start == end && (2..30).contains(&days) =>
        {
            first
                .checked_add_days(chrono::Days::new(u64::from(days - 1)))
                .map_or(end, PartialDate::Day)
        }
        _ => end,
    }
}

/// The kind, by the rank of those who meet.
fn refine(material: &Material<'_>, fact: &MeetingFact, draft: &Draft) -> MeetingKind {
    if draft.kind != MeetingKind::Talks {
        return draft.kind;
    }
    let leader = |k: PostKind| matches!(k, PostKind::HeadOfState | PostKind::HeadOfGovernment);
    let minister = |k: PostKind| {
        matches!(
            k,
            PostKind::ForeignMinister
                | PostKind::DefenseMinister
                | PostKind::Minister
                | PostKind::ChiefOfDefense
        )
    };
    if let Some(level) = fact.noun.as_ref().and_then(|n| n.level) {
        if leader(level) {
            return MeetingKind::Summit;
        }
        if minister(level) {
            return MeetingKind::Ministerial;
        }
    }
    let kinds: Vec<(PostKind, Option<Party>)> = draft
        .people
        .iter()
        .filter_map(|p| material.people.list.get(*p))
        .map(|p| (p.kind(), p.party()))
        .collect();
    let sides = |test: &dyn Fn(PostKind) -> bool| {
        let mut sides: Vec<&Option<Party>> = Vec::new();
        for (kind, party) in &kinds {
            if test(*kind) && !sides.contains(&party) {
                sides.push(party);
            }
        }
        sides.len()
    };
    if sides(&leader) >= 2
        && kinds
            .iter()
            .all(|(k, _)| leader(*k) || *k == PostKind::Royal)
    {
        MeetingKind::Summit
    } else if sides(&minister) >= 2
        && kinds
            .iter()
            .all(|(k, _)| minister(*k) || *k == PostKind::Envoy)
    {
        MeetingKind::Ministerial
    } else {
        MeetingKind::Talks
    }
}

// --- merging ------------------------------------------------------------------

/// Adds a draft to the encounters known, or to one of them.
fn take(kept: &mut Vec<Draft>, draft: Draft) {
    let bare = draft.parties.is_empty() && draft.people.is_empty() && draft.name.is_none();
    let found = kept.iter().rposition(|k| same_encounter(k, &draft));
    match found {
        Some(at) => {
            if let Some(known) = kept.get_mut(at) {
                merge(known, draft);
            }
        }
        None if bare && draft.definite => {
            // "the talks": of the encounter told last, if nothing speaks against it.
            if let Some(known) = kept
                .iter_mut()
                .rev()
                .find(|k| k.paragraph + 2 >= draft.paragraph && fits(k, &draft))
            {
                merge(known, draft);
            }
        }
        None => kept.push(draft),
    }
}

/// Nothing that both tell contradicts.
fn fits(a: &Draft, b: &Draft) -> bool {
    kinds_fit(a.kind, b.kind)
        && dates_fit(a, b)
        && places_fit(&a.place, &b.place)
        && sides_fit(a, b)
        && people_fit(a, b)
        && status_fits(a, b)
        && names_fit(a, b)
}

/// Two mentions of one encounter: no contradiction, and enough in common.
fn same_encounter(a: &Draft, b: &Draft) -> bool {
    if !fits(a, b) {
        return false;
    }
    let same_name = matches!((&a.name, &b.name), (Some(x), Some(y)) if x.eq_ignore_ascii_case(y));
    let same_sides = a.parties.len() >= 2
        && b.parties.len() >= 2
        && a.parties.iter().all(|p| b.parties.contains(p))
            | b.parties.iter().all(|p| a.parties.contains(p));
    let shared_people = a.people.iter().filter(|p| b.people.contains(p)).count();
    let same_date = a.start.is_some() && a.start == b.start;
    let same_place = a.place.city.is_some() && a.place.city == b.place.city
        || a.place.country.is_some()
            && a.place.country == b.place.country
            && a.kind == MeetingKind::Visit;
    let same_kind = a.kind == b.kind;
    same_name
        || shared_people >= 2
        || same_sides && (same_kind || same_date || same_place || shared_people >= 1)
        || shared_people >= 1
            && (same_date || same_place || a.kind == MeetingKind::Visit && same_kind)
        || same_date && same_place && same_kind
        || (a.kind == MeetingKind::Visit && same_kind && same_place && a.parties == b.parties)
}

fn kinds_fit(a: MeetingKind, b: MeetingKind) -> bool {
    use MeetingKind::{Conference, Ministerial, Negotiation, Summit, Talks};
    let family = [Summit, Ministerial, Talks, Negotiation, Conference];
    a == b
        || (family.contains(&a)
            && family.contains(&b)
            && (a == Talks || b == Talks || a == Conference || b == Conference))
}

fn dates_fit(a: &Draft, b: &Draft) -> bool {
    let (Some(a1), Some(b1)) = (a.start, b.start) else {
        return true;
    };
    let a2 = a.end.unwrap_or(a1);
    let b2 = b.end.unwrap_or(b1);
    match (a1.first_day(), a2.last_day(), b1.first_day(), b2.last_day()) {
        (Some(a1), Some(a2), Some(b1), Some(b2)) => a1 <= b2 && b1 <= a2,
        _ => true,
    }
}

fn places_fit(a: &Place, b: &Place) -> bool {
    let city = match (&a.city, &b.city) {
        (Some(x), Some(y)) => x == y,
        _ => true,
    };
    let country = match (a.country, b.country) {
        (Some(x), Some(y)) => x == y,
        _ => true,
    };
    city && country
}

fn sides_fit(a: &Draft, b: &Draft) -> bool {
    if a.parties.is_empty() || b.parties.is_empty() {
        return true;
    }
    let (short, long) = if a.parties.len() <= b.parties.len() {
        (a, b)
    } else {
        (b, a)
    };
    short.parties.iter().all(|p| long.parties.contains(p))
}

fn people_fit(a: &Draft, b: &Draft) -> bool {
    if a.people.is_empty() || b.people.is_empty() {
        return true;
    }
    let (short, long) = if a.people.len() <= b.people.len() {
        (a, b)
    } else {
        (b, a)
    };
    short.people.iter().all(|p| long.people.contains(p))
}

fn status_fits(a: &Draft, b: &Draft) -> bool {
    use MeetingStatus::{Cancelled, Held, Ongoing, Postponed, Proposed, Scheduled};
    matches!(
        (a.status, b.status),
        (Held | Ongoing, Held | Ongoing)
            | (
                Scheduled | Proposed | Ongoing,
                Scheduled | Proposed | Ongoing
            )
            | (
                Scheduled | Proposed | Postponed | Cancelled,
                Postponed | Cancelled
            )
            | (Postponed | Cancelled, Scheduled | Proposed)
    ) || a.start.is_some() && a.start == b.start
}

fn names_fit(a: &Draft, b: &Draft) -> bool {
    match (&a.name, &b.name) {
        (Some(x), Some(y)) => {
            let (x, y) = (x.to_ascii_lowercase(), y.to_ascii_lowercase());
            x == y
                || x.contains(&y)
                || y.contains(&x)
                || a.kind == b.kind && a.parties == b.parties && a.parties.len() >= 2
        }
        _ => true,
    }
}

fn merge(known: &mut Draft, other: Draft) {
    use MeetingKind::Talks;
    if known.kind == Talks && other.kind != Talks {
        known.kind = other.kind;
    }
    known.status = match (known.status, other.status) {
        (MeetingStatus::Held, MeetingStatus::Ongoing) => MeetingStatus::Ongoing,
        (_, s @ (MeetingStatus::Cancelled | MeetingStatus::Postponed)) => s,
        (MeetingStatus::Proposed, s) => s,
        (s, _) => s,
    };
    for party in other.parties {
        add(&mut known.parties, party);
    }
    for person in other.people {
        add(&mut known.people, person);
    }
    known.place.venue = known.place.venue.take().or(other.place.venue);
    known.place.city = known.place.city.take().or(other.place.city);
    known.place.country = known.place.country.or(other.place.country);
    let finer = matches!(other.start, Some(PartialDate::Day(_)))
        && !matches!(known.start, Some(PartialDate::Day(_)));
    let longer = known.start == other.start
        && known.end.and_then(|d| d.last_day()) < other.end.and_then(|d| d.last_day());
    if known.start.is_none() || finer || longer {
        if other.start.is_some() {
            known.start = other.start;
            known.end = other.end;
        }
        known.when_text = other.when_text.or(known.when_text.take());
    }
    let longer_name = match (&known.name, &other.name) {
        (None, Some(_)) => true,
        (Some(a), Some(b)) => b.len() > a.len(),
        _ => false,
    };
    if longer_name {
        known.name = other.name;
    }
    known.definite &= other.definite;
    for topic in other.topics {
        add(&mut known.topics, topic);
    }
    for evidence in other.evidence {
        add(&mut known.evidence, evidence);
    }
    known.order = known.order.min(other.order);
    known.paragraph = known.paragraph.max(other.paragraph);
}

/// What an analyst would want as a row: somebody, and something more.
fn is_record(draft: &Draft) -> bool {
    let sides = draft.parties.len() + draft.people.len();
    match draft.kind {
        MeetingKind::Visit => {
            sides >= 1 && draft.place.country.is_some() || draft.parties.len() >= 2
        }
        MeetingKind::Call => sides >= 2,
        MeetingKind::Conference => {
            draft.name.is_some() || sides >= 1 && (draft.start.is_some() || !draft.place.is_empty())
        }
        _ => {
            draft.parties.len() >= 2
                || draft.people.len() >= 2
                || sides >= 1
                    && (draft.start.is_some() || !draft.place.is_empty() || draft.name.is_some())
        }
    }
}

fn record(draft: Draft, id: MeetingId, ids: &Ids) -> Meeting {
    let when = (draft.start.is_some() || draft.when_text.is_some())
        .then(|| When::new(draft.start, draft.end, draft.when_text.unwrap_or_default()));
    Meeting {
        id,
        kind: draft.kind,
        name: draft.name,
        status: draft.status,
        when,
        place: (!draft.place.is_empty()).then_some(draft.place),
        parties: draft.parties,
        participants: draft.people.iter().filter_map(|p| ids.of(*p)).collect(),
        topics: draft.topics,
        precedents: Vec::new(),
        evidence: draft.evidence,
    }
}

/// Where a meeting was told last before a site, for what was agreed there.
pub(super) fn near(
    meetings: &[Meeting],
    material: &Material<'_>,
    site: &Site,
) -> Option<MeetingId> {
    let at = material.span(site.sentence).start;
    meetings
        .iter()
        .filter(|m| m.evidence.iter().any(|e| e.span.start <= at))
        .max_by_key(|m| {
            m.evidence
                .iter()
                .map(|e| e.span.start)
                .filter(|s| *s <= at)
                .max()
        })
        .map(|m| m.id)
}
