//! An encounter as one mention tells it, with who, where and when that really is.

use super::apart::apart;
use super::deed::{has_begun, is_purpose, tells_who_was_there};
use super::host::{LEAD, host_country, is_only_place};
use super::kind::{leave_to_others, refine};
use super::level::{holders, is_of_now};
use super::occasions::occasions;
use super::owners::{owners, told_before, toured};
use super::turn::{Turn, turn};
use super::when::{Told, when};
use crate::assemble::heard::Form;
use crate::assemble::{Material, add};
use crate::grammar::{Determiner, MeetingFact, MentionId, PlaceExpr};
use crate::model::{
    Country, MeetingKind, MeetingStatus, PartialDate, Party, Place, PostKind, Precedent,
};
use crate::resolve::{Entity, party, resolve_place};
use crate::source::PieceKind;
use crate::span::Evidence;
use chrono::NaiveDate;

/// "Korea-Australia talks of defense ministers" in a title: those of its two sides, though three met.
fn of_sides(material: &Material<'_>, fact: &MeetingFact, people: &mut Vec<usize>) {
    let noun = fact.noun.as_deref();
    let sides: Vec<Party> = noun
        .into_iter()
        .flat_map(|n| &n.parties)
        .filter_map(|p| party(material.context, *p))
        .collect();
    let side = |at: &usize| material.people.list.get(*at).and_then(|p| p.party());
    people.retain(|p| sides.len() < 2 || side(p).is_none_or(|s| sides.contains(&s)));
}

/// An encounter as one mention tells it.
#[derive(Debug, Clone)]
pub(super) struct Draft {
    pub(super) kind: MeetingKind,
    pub(super) status: MeetingStatus,
    pub(super) parties: Vec<Party>,
    pub(super) people: Vec<usize>,
    /// The sides of those people.
    pub(super) represented: Vec<Party>,
    pub(super) place: Place,
    pub(super) when: Told,
    pub(super) name: Option<Box<str>>,
    pub(super) definite: bool,
    /// Whether it has been is left open.
    pub(super) open: bool,
    pub(super) details: Option<Box<Details>>,
    pub(super) evidence: Vec<Evidence>,
    pub(super) order: u32,
    pub(super) paragraph: u32,
    /// Whose guests the others are.
    pub(super) host: Option<Country>,
    /// "The meeting was attended by": those named took part beside others.
    pub(super) adds: bool,
    /// It is one for the press, and no meal.
    pub(super) press: bool,
    /// Its place or day is that of the visit it was part of.
    pub(super) lent: bool,
    /// Its day is that of another encounter, or of the article.
    pub(super) lent_day: bool,
    /// "a meeting": told as a new one.
    pub(super) fresh: bool,
    /// The posts of those who were met and have no names.
    pub(super) titles: Vec<PostKind>,
    /// Which of a row it is.
    pub(super) turn: Option<Turn>,
    /// Byte range of the sentence told last.
    pub(super) sentence: (u32, u32),
}

impl Draft {
    /// Nobody is told, nor a name.
    pub(super) fn is_bare(&self) -> bool {
        self.parties.is_empty() && self.people.is_empty() && self.name.is_none()
    }

    /// It was put off or called off.
    pub(super) fn is_off(&self) -> bool {
        matches!(
            self.status,
            MeetingStatus::Postponed | MeetingStatus::Cancelled
        )
    }
}

/// What few encounters are told with, apart so that all take less room.
#[derive(Debug, Clone, Default)]
pub(super) struct Details {
    pub(super) topics: Vec<String>,
    pub(super) precedents: Vec<Precedent>,
}

/// The drafts of each of its occasions.
pub(super) fn drafts(material: &Material<'_>, fact: &MeetingFact) -> Vec<Draft> {
    match occasions(material, fact) {
        Some(each) => each.iter().flat_map(|f| told(material, f)).collect(),
        None => told(material, fact),
    }
}

/// One draft a destination for a visit, one for each of those met one by one, else one.
fn told(material: &Material<'_>, fact: &MeetingFact) -> Vec<Draft> {
    let mut subjects = fact.subjects.clone();
    subjects.retain(|s| !speaks_for_others(material, fact, *s));
    let mut people = material.persons(&subjects);
    subjects.retain(|s| !is_only_place(material, fact, *s));
    let mut parties = material.parties(&subjects);
    owners(
        material,
        fact.noun.as_deref(),
        &mut parties,
        &mut people,
        fact,
    );
    if fact.one_sided && parties.is_empty() && people.is_empty() {
        told_before(material, fact, &mut parties, &mut people);
    }
    let (visitors, travelers) = (parties.len(), people.len());
    let mut partners = partners(material, fact);
    let state = told_state(material, fact, &partners, &parties);
    partners.retain(|p| state.is_none_or(|(at, _)| *p != at));
    // Of hosts, a visit tells the side alone.
    let guest = fact.kind == MeetingKind::Visit && fact.here && fact.noun.is_none();
    for person in material.persons(&partners).into_iter().filter(|_| !guest) {
        add(&mut people, person);
    }
    for party in material.parties(&partners) {
        add(&mut parties, party);
    }
    let when = when(material, fact);
    if !guest && is_of_now(material, &when) {
        let people_of = holders(material, fact);
        people_of.into_iter().for_each(|p| add(&mut people, p));
    }
    if matches!(fact.site.kind, PieceKind::Headline | PieceKind::Subhead) {
        of_sides(material, fact, &mut people);
    }
    if !partner_known(material, fact, parties.len()) {
        return Vec::new();
    }
    if fact.kind == MeetingKind::Visit && parties.is_empty() && people.is_empty() {
        return Vec::new();
    }
    let status = status(material, fact, &when);
    let base = Draft {
        kind: fact.kind,
        status,
        parties,
        represented: represented(material, &people),
        people,
        place: Place::default(),
        when,
        name: fact.name.map(|n| material.text(n).into()),
        definite: fact.definite,
        // What somebody came for may be told again as held.
        open: fact.open || status == MeetingStatus::Scheduled && is_purpose(material, fact),
        details: details(material, fact),
        evidence: vec![material.evidence(&fact.site, fact.rule)],
        order: fact.site.at,
        paragraph: fact.site.paragraph,
        host: host_country(material, fact),
        adds: fact.definite && fact.partners.is_empty() && tells_who_was_there(material, fact),
        press: is_press(material, fact),
        lent: false,
        lent_day: false,
        fresh: fact
            .noun
            .as_deref()
            .is_some_and(|n| n.determiner == Determiner::A),
        titles: titles(material, &partners),
        turn: turn(material, fact),
        sentence: fact.site.sentence,
    };
    let mut places: Vec<Place> = distinct(material, &fact.places);
    let toured = toured(fact).and_then(|p| crate::resolve::party(material.context, p));
    if let Some(Party::Country(country)) = toured {
        places.push(Place {
            country: Some(country),
            ..Place::default()
        });
    }
    if places.is_empty() && guest {
        places.extend(at_hosts(material, &base, visitors));
    } else if places.is_empty() && fact.here {
        places.extend(material.dateline.cloned());
    } else if let Some((_, country)) = state.filter(|_| places.is_empty()) {
        places.push(Place {
            country: Some(country),
            ..Place::default()
        });
    }
    if fact.kind == MeetingKind::Visit && places.is_empty() && base.when.start.is_some() {
        places.extend(host(material, &base));
    }
    if fact.kind == MeetingKind::Visit {
        return visits(base, &places, visitors);
    }
    let mut draft = base;
    draft.place = places.into_iter().next().unwrap_or_default();
    let mut found = apart(material, fact, draft, (visitors, travelers));
    for draft in &mut found {
        draft.kind = refine(material, fact, draft);
        leave_to_others(material, draft);
        if draft.kind == MeetingKind::Call {
            draft.place = Place::default();
        }
    }
    found
}

/// "called on the prime minister": the posts of those met that no name tells.
fn titles(material: &Material<'_>, partners: &[MentionId]) -> Vec<PostKind> {
    let mut found = Vec::new();
    for id in partners {
        let named = matches!(material.entity(*id), Entity::Officials(_));
        let mention = material.heard.get(id.0 as usize).filter(|_| !named);
        if let Some(Form::Post {
            kind,
            plural: false,
            counterpart: false,
            ..
        }) = mention.map(|m| m.form)
        {
            add(&mut found, kind);
        }
    }
    found
}

/// "a news conference", "a press briefing"
fn is_press(material: &Material<'_>, fact: &MeetingFact) -> bool {
    let noun = fact
        .noun
        .as_deref()
        .filter(|_| fact.kind == MeetingKind::Other);
    let mut words = noun
        .map_or("", |n| material.context.slice(n.body))
        .split(' ');
    words.any(|w| {
        ["press", "news", "media"]
            .iter()
            .any(|p| w.eq_ignore_ascii_case(p))
    })
}

/// "Mori said after the meeting": a spokesman, by what the article tells of him elsewhere,
/// need not have been there.
fn speaks_for_others(material: &Material<'_>, fact: &MeetingFact, subject: MentionId) -> bool {
    let hangs = fact.rule == "meeting.noun" && fact.kind != MeetingKind::Visit;
    let speaks = |p: &usize| {
        let person = material.people.list.get(*p);
        person.is_some_and(|p| p.kind() == PostKind::Spokesperson)
    };
    hangs && material.persons(&[subject]).iter().any(speaks)
}

/// Among so many mentions "the country" looks for a state.
const RECENT: usize = 12;

/// "paid a visit to the country": the state named last that is not the visitor's own.
fn told_state(
    material: &Material<'_>,
    fact: &MeetingFact,
    partners: &[MentionId],
    own: &[Party],
) -> Option<(MentionId, Country)> {
    // Of a visit the grammar hands on no other noun that is nobody's.
    let noun = |id: &&MentionId| {
        let mention = material.heard.get(id.0 as usize);
        mention.is_some_and(|m| matches!(m.form, Form::Noun { owned: false, .. }))
    };
    let visit = fact.kind == MeetingKind::Visit && fact.places.is_empty();
    let at = *partners.iter().find(noun).filter(|_| visit)?;
    let before = (0..at.0 as usize).rev().take(RECENT);
    let state = |n: usize| match material.entities.get(n) {
        Entity::Parties(list) => match list.as_slice() {
            [Party::Country(country)] if !own.contains(&Party::Country(*country)) => Some(*country),
            _ => None,
        },
        _ => None,
    };
    Some((at, before.into_iter().find_map(state)?))
}

/// The sides that named people come from.
pub(super) fn represented(material: &Material<'_>, people: &[usize]) -> Vec<Party> {
    let mut sides = Vec::new();
    for party in people.iter().filter_map(|p| material.party_of(*p)) {
        add(&mut sides, party);
    }
    sides
}

/// Who else takes part: "Japan-India talks of foreign ministers" tells a level there, and
/// nobody.
fn partners(material: &Material<'_>, fact: &MeetingFact) -> Vec<MentionId> {
    let sided = fact.noun.as_ref().is_some_and(|n| n.parties.len() >= 2);
    let level = |id: &MentionId| {
        let mention = material.heard.get(id.0 as usize);
        mention.is_some_and(|m| {
            matches!(
                m.form,
                Form::Post {
                    plural: true,
                    owned: false,
                    ..
                }
            )
        })
    };
    fact.partners
        .iter()
        .copied()
        .filter(|id| !(sided && level(id)))
        .collect()
}

/// A visit with a day and no destination is to where the article was written, if that
/// is abroad for the visitor.
fn host(material: &Material<'_>, draft: &Draft) -> Option<Place> {
    let country = material.dateline?.country?;
    let guest = draft.parties.first()?;
    (*guest != Party::Country(country) && draft.parties.len() == 1).then(|| Place {
        country: Some(country),
        ..Place::default()
    })
}

/// "told visiting President Mori": in the country of those who told it, else where the
/// article was written.
fn at_hosts(material: &Material<'_>, draft: &Draft, visitors: usize) -> Option<Place> {
    let dateline = material.dateline;
    let country = match draft.parties.get(visitors) {
        Some(Party::Country(country)) => *country,
        _ => return dateline.cloned(),
    };
    let written_there = dateline.filter(|d| d.country == Some(country));
    Some(written_there.cloned().unwrap_or(Place {
        country: Some(country),
        ..Place::default()
    }))
}

/// Told as past or present, but its day is still to come: "attends the summit next month";
/// told with what is to come, but over: "agreed to act at the summit last month"; who has
/// just arrived is still there.
fn status(material: &Material<'_>, fact: &MeetingFact, when: &Told) -> MeetingStatus {
    use MeetingStatus::{Held, Ongoing, Scheduled};
    let day = |date: Option<PartialDate>, of: fn(&PartialDate) -> Option<NaiveDate>| {
        date.as_ref().and_then(of)
    };
    let (Some(first), Some(today)) = (
        day(when.start, PartialDate::first_day),
        material.calendar.reference,
    ) else {
        // "has arrived in Lima", told first
        let fresh = when.start.is_none() && fact.site.paragraph <= LEAD;
        return match fact.status {
            Held if fresh && has_begun(material, fact) => Ongoing,
            Held if fresh && is_purpose(material, fact) => Scheduled,
            // "the meeting next Thursday", of no day that is known
            Held if when.start.is_none() && fact.dates.iter().any(|d| d.start.is_coming()) => {
                Scheduled
            }
            status => status,
        };
    };
    let last = day(when.end, PartialDate::last_day).unwrap_or(first);
    let hangs = fact.name.is_some() || matches!(fact.rule, "meeting.noun" | "meeting.body");
    let just_now = (today - first).num_days() <= 1;
    match fact.status {
        // "are meeting on Thursday and Friday"
        Held | Ongoing if first > today => Scheduled,
        Scheduled if last < today && hangs => Held,
        Held if has_begun(material, fact) && (last >= today || just_now) => Ongoing,
        Held if has_begun(material, fact) => Held,
        Held if just_now && is_purpose(material, fact) => Scheduled,
        status => status,
    }
}

fn details(material: &Material<'_>, fact: &MeetingFact) -> Option<Box<Details>> {
    if fact.topics.is_empty() && fact.precedents.is_empty() {
        return None;
    }
    let precedents = fact.precedents.iter().map(|p| Precedent {
        text: material.text(p.span),
        ordinal: p.ordinal,
        span_years: p.span_years,
        since: p.since,
    });
    Some(Box::new(Details {
        topics: fact.topics.iter().map(|t| material.text(*t)).collect(),
        precedents: precedents.collect(),
    }))
}

/// Whether those met are a side: not "met relatives", "talks with investors"; a summit "of
/// industrialized nations" is one.
fn partner_known(material: &Material<'_>, fact: &MeetingFact, parties: usize) -> bool {
    fact.partners.is_empty()
        || matches!(
            fact.kind,
            MeetingKind::Conference | MeetingKind::Summit | MeetingKind::Visit
        )
        || fact.partners.iter().any(|m| {
            stands_for_side(material.entity(*m))
                || parties >= 2 && !matches!(material.entity(*m), Entity::Outsider)
                || material.heard.get(m.0 as usize).is_some_and(|m| {
                    // "a meeting of Andean foreign ministers"
                    matches!(
                        m.form,
                        Form::Post { .. }
                            | Form::Noun {
                                people: Some(_),
                                ..
                            }
                    )
                })
        })
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
        return vec![base];
    }
    let mut all = Vec::with_capacity(places.len());
    all.extend(places.iter().cloned().filter_map(one));
    all
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
