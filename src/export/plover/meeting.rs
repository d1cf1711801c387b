//! Encounters as events.

use super::category::Category;
use super::draft::{Dates, Draft, dates, told};
use super::{Entity, Location, actor, deed};
use crate::export::locate::Locator;
use crate::export::words;
use crate::model::{
    Article, Meeting, MeetingKind, MeetingStatus, Official, Party, PostKind, Statement,
};

/// Category, mode and CAMEO code.
type Code = (Category, Option<&'static str>, &'static str);

/// The event that an encounter is.
pub(super) fn draft<'a>(
    article: &'a Article,
    meeting: &'a Meeting,
    locator: &Locator<'a>,
) -> Option<Draft<'a>> {
    let sentence = locator.sentence(&meeting.evidence, None, &hints(article, meeting));
    let words = sentence.and_then(|n| locator.words(n)).unwrap_or_default();
    let all = actor::sides(article, &meeting.parties, &meeting.participants);
    let (code, sides) = if let Some(sides) = summons(article, meeting, words) {
        ((Category::Accuse, Some("disapprove"), "114"), sides)
    } else {
        let code = code(meeting, words)?;
        (code, directed(meeting, all, words))
    };
    if meeting.kind == MeetingKind::Other && sides.0.len() + sides.1.len() < 2 {
        return None;
    }
    let (actor, recipient) = if code.0.needs_recipient() {
        split(sides.0, sides.1)
    } else {
        sides
    };
    Some(Draft {
        category: code.0,
        tentative: meeting.status == MeetingStatus::Proposed,
        told: false,
        mode: code.1,
        cameo: code.2,
        actor,
        recipient,
        dates: days(article, meeting, code.0),
        place: meeting.place.as_ref().and_then(Location::new),
        sentence,
        words: None,
        topics: meeting.topics.iter().map(String::as_str).collect(),
    })
}

/// What kind of event it is; `None` for what is none, as a postponed meeting.
fn code(meeting: &Meeting, words: &str) -> Option<Code> {
    use MeetingStatus::{Cancelled, Held, Ongoing, Postponed, Proposed, Scheduled};
    let exercise = meeting.kind == MeetingKind::Exercise;
    match meeting.status {
        Held | Ongoing if exercise && shows_force(words) => {
            Some((Category::Mobilize, Some("troops"), "154"))
        }
        Held | Ongoing if exercise => Some((Category::Cooperate, None, "062")),
        Held | Ongoing => Some(consult(meeting)),
        Scheduled | Proposed if exercise => Some((Category::Agree, None, "0312")),
        Scheduled | Proposed => Some((Category::Agree, None, "036")),
        // Calling off an exercise is no refusal to meet.
        Cancelled if exercise => None,
        Cancelled => Some((Category::Reject, Some("meet"), "125")),
        Postponed => None,
    }
}

/// The mode of a meeting that took place.
fn consult(meeting: &Meeting) -> Code {
    let (mode, cameo) = match meeting.kind {
        MeetingKind::Call => (Some("phone"), "041"),
        MeetingKind::Visit => (Some("visit"), "042"),
        MeetingKind::Conference => (Some("multilateral"), "040"),
        MeetingKind::Negotiation => (None, "046"),
        _ => (None, "040"),
    };
    if mode.is_some() {
        return (Category::Consult, mode, cameo);
    }
    if meeting.parties.len() > 2 {
        return (Category::Consult, Some("multilateral"), cameo);
    }
    if on_third_ground(meeting) {
        let cameo = if cameo == "046" { cameo } else { "044" };
        return (Category::Consult, Some("third-party"), cameo);
    }
    (Category::Consult, None, cameo)
}

/// Whether the sides meet in the country of none. Where an international body
/// takes part, nobody knows whose ground it is.
fn on_third_ground(meeting: &Meeting) -> bool {
    let place = meeting.place.as_ref().and_then(|p| p.country);
    let host = place.map(Party::Country);
    let fixed = meeting.parties.iter().all(|p| match p {
        Party::Country(_) => true,
        Party::Organization(_) => actor::party(p).is_some_and(|e| e.code == "IMG"),
    });
    let guests = meeting.parties.len() > 1 && fixed;
    guests && host.is_some_and(|host| !meeting.parties.contains(&host))
}

fn shows_force(words: &str) -> bool {
    let words = words.to_lowercase();
    [
        "show of force",
        "show of strength",
        "in a warning to",
        "as a warning to",
        "aimed at intimidating",
        "simulating an attack",
        "simulated attack",
    ]
    .iter()
    .any(|cue| words.contains(cue))
}

/// Actors and recipients: a visitor and the host, else all sides together.
fn directed(meeting: &Meeting, mut all: Vec<Entity>, words: &str) -> (Vec<Entity>, Vec<Entity>) {
    let visit = meeting.kind == MeetingKind::Visit;
    let host = meeting.place.as_ref().and_then(|p| p.country);
    let host = host.and_then(|c| actor::party(&Party::Country(c)));
    let invited = meeting.status == MeetingStatus::Proposed && words.contains("invit");
    let (mut actor, mut recipient) = match (visit, all.len()) {
        (true, 1) => (all, host.into_iter().collect()),
        (true, 2..) => {
            let hosts = all.split_off(1);
            (all, hosts)
        }
        (false, 2..) if meeting.status == MeetingStatus::Cancelled => refusal(all, words),
        _ => (all, Vec::new()),
    };
    // Who invites acts, and the visitor is invited.
    if visit && invited && !recipient.is_empty() {
        std::mem::swap(&mut actor, &mut recipient);
    }
    (actor, recipient)
}

/// Who refuses to meet whom, where the sentence says "A called off …".
fn refusal(mut all: Vec<Entity>, words: &str) -> (Vec<Entity>, Vec<Entity>) {
    const VERBS: &[&str] = &[
        "called off",
        "calls off",
        "canceled",
        "cancelled",
        "cancels",
        "scrapped",
        "refused",
        "refuses",
        "rejected",
        "rejects",
        "declined",
        "declines",
        "pulled out",
        "backed out",
        "ruled out",
        "rules out",
        "will not meet",
        "would not meet",
        "snubbed",
    ];
    let lower = words.to_lowercase();
    let verb = VERBS.iter().filter_map(|verb| lower.find(verb)).min();
    let before = verb.and_then(|at| lower.get(..at)).unwrap_or_default();
    let last = before.split_whitespace().next_back().unwrap_or_default();
    let passive = matches!(
        last,
        "was" | "were" | "been" | "be" | "being" | "is" | "are"
    );
    all.sort_by_key(|side| place_in(words, &side.entity_text));
    let first = all.first().map(|side| place_in(words, &side.entity_text));
    if passive || first.is_none_or(|at| at >= before.len()) {
        return (all, Vec::new());
    }
    let others = all.split_off(1);
    (all, others)
}

/// Where a name, or its last word, stands in the sentence; the end of all
/// things if it does not.
fn place_in(words: &str, name: &str) -> usize {
    let last = name.rsplit(' ').next().unwrap_or(name);
    let at = words.find(name).or_else(|| words.find(last));
    at.unwrap_or(usize::MAX)
}

/// The first side upon the others, where the manual asks for a recipient and
/// all sides act alike.
pub(super) fn split(mut actor: Vec<Entity>, recipient: Vec<Entity>) -> (Vec<Entity>, Vec<Entity>) {
    if recipient.is_empty() && actor.len() > 1 {
        let others = actor.split_off(1);
        return (actor, others);
    }
    (actor, recipient)
}

/// The sides of a summons: who summons, and whose envoy comes.
fn summons(
    article: &Article,
    meeting: &Meeting,
    words: &str,
) -> Option<(Vec<Entity>, Vec<Entity>)> {
    let lower = words.to_lowercase();
    let summoned = ["summon", "called in the ambassador", "hauled in"]
        .iter()
        .any(|cue| lower.contains(cue));
    if !summoned || !matches!(meeting.status, MeetingStatus::Held | MeetingStatus::Ongoing) {
        return None;
    }
    let is_envoy = |o: &&Official| o.post.kind == PostKind::Ambassador;
    let envoy = meeting
        .participants
        .iter()
        .filter_map(|id| article.official(*id))
        .find(is_envoy)
        .and_then(|o| o.country);
    let guest = match envoy {
        Some(country) => Party::Country(country),
        None => guest_by_order(meeting, words)?,
    };
    let hosts = meeting.parties.iter().filter(|p| **p != guest);
    let hosts: Vec<Entity> = hosts.filter_map(actor::party).collect();
    (!hosts.is_empty()).then(|| (hosts, actor::party(&guest).into_iter().collect()))
}

/// Without a named envoy: the side named second is summoned, in a passive the
/// one named first.
fn guest_by_order(meeting: &Meeting, words: &str) -> Option<Party> {
    let passive = ["was summoned", "were summoned", "been summoned"]
        .iter()
        .any(|cue| words.contains(cue));
    let mut sides: Vec<&Party> = meeting.parties.iter().collect();
    sides.sort_by_key(|side| {
        let code = actor::party(side).map(|e| e.code).unwrap_or_default();
        deed::place(words, &code).unwrap_or_else(|| place_in(words, words::party(side)))
    });
    sides.get(usize::from(!passive)).copied().cloned()
}

/// A meeting's days; of one to come, the day it was told.
fn days(article: &Article, meeting: &Meeting, category: Category) -> Dates {
    match category {
        Category::Agree | Category::Reject => (told(article), None),
        _ => dates(article, meeting.when.as_ref()),
    }
}

/// Words that likely stand in the sentence that tells of the meeting.
fn hints<'a>(article: &'a Article, meeting: &'a Meeting) -> Vec<&'a str> {
    let mut hints: Vec<&str> = meeting.topics.iter().map(String::as_str).collect();
    hints.extend(meeting.when.as_ref().map(|w| w.text.as_str()));
    hints.extend(meeting.name.as_deref());
    if let Some(place) = &meeting.place {
        hints.extend(place.city.as_deref());
        hints.extend(place.venue.as_deref());
    }
    let people = meeting.participants.iter();
    hints.extend(
        people
            .filter_map(|id| article.official(*id))
            .map(|o| o.name.as_str()),
    );
    hints.extend(
        meeting
            .parties
            .iter()
            .filter_map(|p| p.country())
            .map(|c| c.name()),
    );
    hints
}

/// The meeting's place for a statement made at it.
pub(super) fn place_of(article: &Article, statement: &Statement) -> Option<Location> {
    let meeting = article.meeting(statement.meeting?)?;
    meeting.place.as_ref().and_then(Location::new)
}
