//! One encounter, one record: when two mentions tell of the same, and what each adds.

use super::Drafts;
use super::draft::Draft;
use super::turn::{is_new_of_row, is_of_row, turns_fit};
use super::when::Told;
use crate::assemble::add;
use crate::model::{MeetingKind, MeetingStatus, PartialDate, Party, Place, PostKind};
use chrono::{Days, NaiveDate};

/// How many encounters are compared, the latest first.
const WINDOW: usize = 64;

/// What is kept of topics and of places in the text for one encounter.
const MOST: usize = 64;

/// Whether it is told again with nothing new: "after the meeting", or in the next sentence.
pub(super) fn is_told(kept: &[Box<Draft>], draft: &Draft) -> bool {
    kept.iter()
        .rev()
        .take(WINDOW)
        .any(|k| (draft.definite || k.paragraph == draft.paragraph) && same_encounter(k, draft))
}

/// Adds a draft to the encounters known, or to one of them.
pub(super) fn take(kept: &mut Drafts, draft: Box<Draft>) {
    let bare = draft.is_bare();
    let first = kept.len().saturating_sub(WINDOW);
    let near = kept.iter().enumerate().skip(first);
    let found = near
        .filter(|(_, k)| same_encounter(k, &draft))
        .max_by_key(|(at, k)| (draft.definite && shares_people(k, &draft), *at))
        .map(|(at, _)| at);
    match found {
        Some(at) => {
            if let Some(known) = kept.get_mut(at) {
                merge(known, *draft);
            }
        }
        None if draft.adds => {
            let near = kept.iter_mut().rev().take(WINDOW).find(|k| {
                k.paragraph + BACK >= draft.paragraph
                    && k.kind != MeetingKind::Visit
                    && kinds_fit(k.kind, draft.kind)
                    && dates_fit(k, &draft)
                    && places_fit(&k.place, &draft.place)
                    && status_fits(k, &draft)
            });
            match near {
                Some(known) => merge(known, *draft),
                None => kept.push(draft),
            }
        }
        None if bare && (draft.definite || is_of_row(&draft)) => {
            // "the talks": of the encounter told last, if nothing speaks against it.
            let latest = kept.iter_mut().rev().take(WINDOW).filter(|k| {
                let there = draft.place.city.is_some() && k.place.city == draft.place.city;
                (there || k.paragraph + 2 >= draft.paragraph) && fits(k, &draft)
            });
            // Of several the one that was told with this day.
            let near = latest.min_by_key(|k| !is_of_day(k, &draft));
            match near {
                Some(known) => merge(known, *draft),
                // "next week's summit in Geneva" is known by its day and place.
                None if is_set(&draft) || is_new_of_row(&draft) => kept.push(draft),
                None => {}
            }
        }
        None => kept.push(draft),
    }
}

/// One day is told of both.
fn is_of_day(a: &Draft, b: &Draft) -> bool {
    a.when.start.is_some() && a.when.start == b.when.start && a.when.end == b.when.end
}

/// Somebody took part in both: "the meeting" that he speaks after is rather the one he was at.
fn shares_people(a: &Draft, b: &Draft) -> bool {
    a.people.iter().any(|p| b.people.contains(p))
}

/// A gathering of leaders or of many, with a day and a city; or anything that was put off then.
fn is_set(draft: &Draft) -> bool {
    (matches!(draft.kind, MeetingKind::Summit | MeetingKind::Conference) || draft.is_off())
        && draft.when.start.is_some()
        && draft.place.city.is_some()
}

/// A headline's encounter adds its kind and sides to the one that the text tells with
/// the same day, place and sides; to the first of those that fit as well.
pub(super) fn take_headline(kept: &mut Drafts, draft: Draft) {
    let same = |k: &&mut Box<Draft>| {
        // Two sides in a headline are not two of the three that met.
        let many = k.parties.len() >= 2 && draft.parties.len() >= 2;
        if many && k.parties.len() != draft.parties.len() {
            return false;
        }
        let sides = sides_fit(k, &draft) && !draft.parties.is_empty()
            || people_fit(k, &draft) && !draft.people.is_empty() && !k.people.is_empty();
        let strangers = !draft.people.is_empty()
            && !k.people.is_empty()
            && !draft.people.iter().any(|p| k.people.contains(p));
        if strangers {
            return false;
        }
        let kinds = kinds_fit(k.kind, draft.kind)
            || draft.kind == MeetingKind::Call && k.kind == MeetingKind::Talks;
        sides && kinds && dates_fit(k, &draft) && places_fit(&k.place, &draft.place)
    };
    let shared = |k: &Draft| {
        let day = draft.when.start.is_some() && k.when.start == draft.when.start;
        let city = draft.place.city.is_some() && k.place.city == draft.place.city;
        let sides = k.parties.len() == draft.parties.len();
        2 * u8::from(day) + u8::from(city) + u8::from(sides)
    };
    let mut best: Option<(u8, &mut Box<Draft>)> = None;
    for known in kept.iter_mut().take(WINDOW).filter(same) {
        let score = shared(known);
        if best.as_ref().is_none_or(|(s, _)| score > *s) {
            best = Some((score, known));
        }
    }
    let Some((_, known)) = best else {
        if let Some(day) = journey_of_the_day(kept, &draft) {
            let mut draft = draft;
            if draft.when.start.is_none() && draft.when.text.is_none() {
                draft.when.start = day;
            }
            kept.insert(0, Box::new(draft));
        } else if draft.parties.len() >= 2 && !kept.iter().any(|k| is_alike(k, &draft)) {
            kept.insert(0, Box::new(draft));
        }
        return;
    };
    let status = known.status;
    if draft.kind == MeetingKind::Call {
        known.place = Place::default();
    }
    merge(known, draft);
    known.status = status;
}

/// The text tells of another of that kind with those sides: only its day or place differs.
fn is_alike(known: &Draft, draft: &Draft) -> bool {
    kinds_fit(known.kind, draft.kind) && sides_fit(known, draft)
}

/// "Foreign minister visits Lima", and the text tells whom he met there: the visit is told
/// by the headline alone, and had begun by the day of that encounter.
fn journey_of_the_day(kept: &[Box<Draft>], draft: &Draft) -> Option<Option<PartialDate>> {
    let visit = draft.kind == MeetingKind::Visit && draft.parties.len() >= 2;
    let there = |k: &Draft| k.place.country == draft.place.country;
    let sides = |k: &Draft| sides_fit(k, draft) && k.parties.len() >= 2;
    let told = kept.iter().any(|k| k.kind == MeetingKind::Visit);
    let abroad = visit && !told && draft.place.country.is_some();
    let met = kept.iter().filter(|_| abroad);
    let met = met.filter(|k| there(k) && sides(k)).collect::<Vec<_>>();
    met.first()?;
    Some(met.iter().find_map(|k| k.when.start))
}

/// Nothing that both tell contradicts. "The talks" may point back to a call.
fn fits(a: &Draft, b: &Draft) -> bool {
    use MeetingKind::{Ministerial, Summit, Talks};
    let back =
        b.definite && a.kind == MeetingKind::Call && matches!(b.kind, Talks | Ministerial | Summit);
    (kinds_fit(a.kind, b.kind) || back)
        && dates_fit(a, b)
        && (places_fit(&a.place, &b.place) || is_further_stop(a, b) || is_suburb(a, b))
        && (sides_fit(a, b) || is_same_gathering(a, b))
        && (people_fit(a, b) || is_same_gathering(a, b) || names_the_unnamed(a, b))
        && status_fits(a, b)
        && names_fit(a, b)
        && turns_fit(a, b)
        && titles_fit(a, b)
}

/// "called on the president and held talks with the foreign minister": met as who they are, two
/// of different posts were met one after the other.
fn titles_fit(a: &Draft, b: &Draft) -> bool {
    let shared = |kind: &PostKind| b.titles.contains(kind);
    a.titles.is_empty() || b.titles.is_empty() || a.titles.iter().any(shared)
}

/// A gathering of many under one name: those told of it once may be others than those told
/// before.
fn is_same_gathering(a: &Draft, b: &Draft) -> bool {
    use MeetingKind::{Conference, Summit};
    matches!(a.kind, Conference | Summit)
        && a.kind == b.kind
        && matches!((&a.name, &b.name), (Some(x), Some(y)) if x.eq_ignore_ascii_case(y))
}

/// A visitor's next city in one country: a visit is one record a country.
fn is_further_stop(a: &Draft, b: &Draft) -> bool {
    a.kind == MeetingKind::Visit
        && b.kind == MeetingKind::Visit
        && a.place.country.is_some()
        && a.place.country == b.place.country
        && (a.when.start.is_some() || b.when.start.is_some())
        && b.people.iter().any(|p| a.people.contains(p))
}

/// "met in Kampala on Saturday" and "a summit on Saturday in Entebbe": a country has one
/// summit a day.
fn is_suburb(a: &Draft, b: &Draft) -> bool {
    a.kind == MeetingKind::Summit
        && b.kind == MeetingKind::Summit
        && a.place.country.is_some()
        && a.place.country == b.place.country
        && matches!(a.when.start, Some(PartialDate::Day(_)))
        && a.when.start == b.when.start
        && !b.parties.is_empty()
}

/// Two mentions of one encounter: no contradiction, and enough in common.
fn same_encounter(a: &Draft, b: &Draft) -> bool {
    // A lunch and a news conference are two.
    if a.kind == MeetingKind::Other && a.press != b.press {
        return false;
    }
    if !fits(a, b) || is_within(a, b) || is_within(b, a) || is_of_fewer(a, b) {
        return false;
    }
    let same_name = matches!((&a.name, &b.name), (Some(x), Some(y)) if x.eq_ignore_ascii_case(y));
    let same_sides = a.parties.len() >= 2
        && b.parties.len() >= 2
        && a.parties.iter().all(|p| b.parties.contains(p))
            | b.parties.iter().all(|p| a.parties.contains(p));
    let shared_people = a.people.iter().filter(|p| b.people.contains(p)).count();
    // What both only have from one visit is nothing in common.
    let own = !(a.lent && b.lent || a.lent_day && b.lent_day);
    let same_date = own && a.when.start.is_some() && a.when.start == b.when.start;
    let same_place = own && a.place.city.is_some() && a.place.city == b.place.city
        || a.place.country.is_some()
            && a.place.country == b.place.country
            && a.kind == MeetingKind::Visit;
    let same_kind = a.kind == b.kind;
    // "the G20 summit in Rome", told twice
    let same_body = same_kind
        && a.people.is_empty()
        && b.people.is_empty()
        && matches!(a.parties.as_slice(), [Party::Organization(_)])
        && a.parties == b.parties
        && a.place.city.is_some()
        && a.place.city == b.place.city;
    // A gathering and talks at it, a courtesy call and later negotiations are two.
    let one_is = |kind: MeetingKind| (a.kind == kind) != (b.kind == kind);
    let beside = one_is(MeetingKind::Conference) || one_is(MeetingKind::Negotiation);
    if beside && !same_name && !b.definite && !same_date {
        return false;
    }
    same_name
        || shared_people >= 2
        || names_the_unnamed(a, b)
        || same_body
        || is_suburb(a, b)
        || told_by_one(a, b)
        || is_of_city(a, b)
        || same_sides && (same_kind || same_date || same_place || shared_people >= 1 || b.definite)
        || same_sides && is_of_open_rank(b, a)
        || shared_people >= 1
            && (same_date || same_place || a.kind == MeetingKind::Visit && same_kind)
        || same_date && same_place && same_kind
        || (a.kind == MeetingKind::Visit && same_kind && same_place && a.parties == b.parties)
}

/// "the Lima summit": of those who were told to meet there.
fn is_of_city(a: &Draft, b: &Draft) -> bool {
    b.parties.is_empty()
        && b.people.is_empty()
        && b.when.start.is_none()
        && a.place.city.is_some()
        && a.place.city == b.place.city
        && a.kind != MeetingKind::Visit
        && b.evidence.iter().all(|e| e.rule == "meeting.noun")
}

/// "after the Peru-Chile meeting": of whom and of when and where nothing is told, so that
/// of what rank they were is left open.
fn is_of_open_rank(talks: &Draft, other: &Draft) -> bool {
    talks.kind == MeetingKind::Talks
        && talks.people.is_empty()
        && talks.evidence.iter().all(|e| e.rule == "meeting.noun")
        && talks.place.is_empty()
        && talks.when.start.is_none()
        && talks.parties.len() == other.parties.len()
        && matches!(other.kind, MeetingKind::Ministerial | MeetingKind::Summit)
}

/// So many paragraphs on, "the talks" are those told last.
const BACK: u32 = 8;

/// "after the talks, Mori said": the encounter told last that he took part in.
fn told_by_one(a: &Draft, b: &Draft) -> bool {
    let calls = a.kind == MeetingKind::Call && b.kind == MeetingKind::Call;
    let near = calls || a.paragraph + BACK >= b.paragraph;
    let one = b.parties.len() < 2 && b.people.len() < 2;
    let there = match (b.people.as_slice(), b.parties.as_slice()) {
        ([person], _) => a.people.contains(person),
        ([], [side]) => a.parties.contains(side) && a.parties.len() >= 2,
        _ => false,
    };
    b.definite && near && one && there && b.kind != MeetingKind::Visit
}

/// A gathering with a name, and what happens there: both are told in one sentence.
fn is_within(gathering: &Draft, other: &Draft) -> bool {
    use MeetingKind::{Conference, Ministerial, Summit};
    gathering.name.is_some()
        && other.name.is_none()
        && gathering.sentence == other.sentence
        && (matches!(gathering.kind, Conference | Summit) && other.parties.len() >= 2
            || matches!(gathering.kind, Conference | Summit | Ministerial) && other.fresh)
}

/// "The three ministers will meet during the Peru-Chile dialogue": told in one sentence with
/// more sides and with fewer, they are two; so is "a meeting" with more or fewer than were
/// told before.
fn is_of_fewer(a: &Draft, b: &Draft) -> bool {
    let told = |d: &Draft| d.parties.len() >= 2;
    let undated = b.when.start.is_none() || b.lent_day;
    let new = a.sentence == b.sentence || b.fresh && undated;
    new && told(a) && told(b) && a.parties.len() != b.parties.len()
}

pub(super) fn kinds_fit(a: MeetingKind, b: MeetingKind) -> bool {
    use MeetingKind::{Conference, Ministerial, Negotiation, Summit, Talks};
    let family = [Summit, Ministerial, Talks, Negotiation, Conference];
    a == b
        || (family.contains(&a)
            && family.contains(&b)
            && (a == Talks || b == Talks || a == Conference || b == Conference))
}

fn dates_fit(a: &Draft, b: &Draft) -> bool {
    let (Some(a1), Some(b1)) = (a.when.start, b.when.start) else {
        return true;
    };
    if a.lent_day != b.lent_day {
        return is_near(a1, b1);
    }
    let a2 = a.when.end.unwrap_or(a1);
    let b2 = b.when.end.unwrap_or(b1);
    // "next week" may begin on its Sunday.
    let reach = |day: NaiveDate, of: &Told| {
        let eve = Days::new(u64::from(of.rough));
        day.checked_add_days(eve).unwrap_or(day)
    };
    match (a1.first_day(), a2.last_day(), b1.first_day(), b2.last_day()) {
        (Some(a1), Some(a2), Some(b1), Some(b2)) => {
            a1 <= reach(b2, &a.when) && b1 <= reach(a2, &b.when)
        }
        _ => true,
    }
}

/// So many days a day that was lent may be off.
const OFF: u64 = 3;

/// A day that is not an encounter's own may be that of another told nearby.
fn is_near(a: PartialDate, b: PartialDate) -> bool {
    match (a.first_day(), b.first_day()) {
        (Some(a), Some(b)) => (a - b).num_days().unsigned_abs() <= OFF,
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

/// "talks with two Peruvian officials", and next "the meeting with Mori and Vega": those of
/// the side that had no names.
fn names_the_unnamed(known: &Draft, again: &Draft) -> bool {
    again.definite
        && known.paragraph + 1 >= again.paragraph
        && !again.represented.is_empty()
        && again
            .represented
            .iter()
            .all(|p| known.parties.contains(p) && !known.represented.contains(p))
}

fn status_fits(a: &Draft, b: &Draft) -> bool {
    use MeetingStatus::{Cancelled, Held, Ongoing, Postponed, Proposed, Scheduled};
    let told = matches!(
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
    );
    told || a.open || b.open || a.when.start.is_some() && a.when.start == b.when.start
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

fn add_all<T: PartialEq>(list: &mut Vec<T>, items: Vec<T>) {
    for item in items {
        if list.len() < MOST {
            add(list, item);
        }
    }
}

fn merge(known: &mut Draft, other: Draft) {
    use MeetingKind::Talks;
    if known.kind == Talks && other.kind != Talks {
        known.kind = other.kind;
    }
    known.status = match (known.status, other.status) {
        (_, s) if known.open => s,
        (s, _) if other.open => s,
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
    for party in other.represented {
        add(&mut known.represented, party);
    }
    known.place.venue = known.place.venue.take().or(other.place.venue);
    known.place.city = known.place.city.take().or(other.place.city);
    known.place.country = known.place.country.or(other.place.country);
    let (old, new) = (&known.when, &other.when);
    let same_start = old.start == new.start && !new.rough;
    let one_day = |t: &Told| t.end == t.start;
    let longer = same_start
        && match (old.end, new.end) {
            // "arrived on Monday" and "the visit on Monday" leave open when it ends.
            (None, Some(_)) => !one_day(new),
            (Some(_), None) => one_day(old),
            (a, b) => a.and_then(|d| d.last_day()) < b.and_then(|d| d.last_day()),
        };
    let own = known.lent_day && !other.lent_day;
    let better = if other.lent_day == known.lent_day {
        new.is_finer_than(old) || longer
    } else {
        own
    };
    if new.start.is_some() && (old.start.is_none() || better) {
        known.when = other.when;
        known.lent_day = other.lent_day;
    } else if old.text.is_none() {
        known.when.text = other.when.text;
    }
    let longer_name = match (&known.name, &other.name) {
        (None, Some(_)) => true,
        (Some(a), Some(b)) => b.len() > a.len(),
        _ => false,
    };
    if longer_name {
        known.name = other.name;
    }
    for title in other.titles {
        add(&mut known.titles, title);
    }
    known.definite &= other.definite;
    known.open &= other.open;
    known.sentence = other.sentence;
    if let Some(other) = other.details {
        let known = known.details.get_or_insert_default();
        add_all(&mut known.precedents, other.precedents);
        add_all(&mut known.topics, other.topics);
    }
    add_all(&mut known.evidence, other.evidence);
    known.turn = known.turn.or(other.turn);
    known.order = known.order.min(other.order);
    known.paragraph = known.paragraph.max(other.paragraph);
}
