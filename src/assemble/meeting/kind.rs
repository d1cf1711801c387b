//! The kind of an encounter, by the rank of those who meet.

use super::draft::Draft;
use super::level::by_level;
use crate::assemble::Material;
use crate::assemble::heard::Form;
use crate::grammar::{MeetingFact, MentionId, NounGroup, PartyRef};
use crate::model::{MeetingKind, MeetingStatus, Party, PostKind};
use crate::resolve::Entity;

/// Somebody who meets: rank and side; people whose side is not known are their own.
#[derive(Debug, PartialEq)]
struct Ranked {
    kind: PostKind,
    side: Side,
}

#[derive(Debug, PartialEq, Clone)]
enum Side {
    Of(Party),
    Person(usize),
    Unnamed(u32),
}

fn is_leader(kind: PostKind) -> bool {
    matches!(kind, PostKind::HeadOfState | PostKind::HeadOfGovernment)
}

fn is_minister(kind: PostKind) -> bool {
    matches!(
        kind,
        PostKind::ForeignMinister
            | PostKind::DefenseMinister
            | PostKind::Minister
            | PostKind::ChiefOfDefense
    )
}

/// The kind of a draft: talks of leaders are a summit, of ministers a ministerial.
pub(super) fn refine(material: &Material<'_>, fact: &MeetingFact, draft: &Draft) -> MeetingKind {
    // "Presidents A and B negotiated"
    let acts = draft.kind == MeetingKind::Negotiation && fact.noun.is_none();
    if acts && sides(&ranks(material, fact, draft), is_leader) >= 2 {
        return MeetingKind::Summit;
    }
    if is_round(material, fact) {
        let ranked = ranks(material, fact, draft);
        if sides(&ranked, is_leader) >= 2 {
            return MeetingKind::Summit;
        } else if sides(&ranked, is_minister) >= 2 {
            return MeetingKind::Ministerial;
        }
    }
    if draft.kind != MeetingKind::Talks {
        return draft.kind;
    }
    let noun = fact.noun.as_deref();
    if let Some(level) = noun.and_then(|n| n.level.or_else(|| owners_rank(n))) {
        if is_leader(level) {
            return MeetingKind::Summit;
        }
        if is_minister(level) {
            return MeetingKind::Ministerial;
        }
    }
    if noun.is_some_and(|n| sits(material, n)) && fact.partners.is_empty() {
        return MeetingKind::Conference;
    }
    let ranked = ranks(material, fact, draft);
    if sides(&ranked, is_leader) >= 2 && !meets_from_below(material, fact) {
        MeetingKind::Summit
    } else if sides(&ranked, is_leader) == 0 && sides(&ranked, is_minister) >= 2 {
        MeetingKind::Ministerial
    } else if negotiate(material, fact) || is_with_own_rebels(material, draft) {
        MeetingKind::Negotiation
    } else if noun.is_some_and(|n| n.proper) && is_body(draft) {
        MeetingKind::Conference
    } else {
        MeetingKind::Talks
    }
}

/// "the foreign ministers' meeting", "the Chiefs of Staff Chairman's meeting": of nobody's
/// in particular, so of all who meet there.
fn owners_rank(noun: &NounGroup) -> Option<PostKind> {
    let post = noun.owner_post.as_ref()?;
    (post.parties.is_empty() && post.kind == PostKind::ChiefOfDefense).then_some(post.kind)
}

/// "The presidents agreed to begin negotiations": it will be others who negotiate.
pub(super) fn leave_to_others(material: &Material<'_>, draft: &mut Draft) {
    use MeetingStatus::{Proposed, Scheduled};
    if draft.kind == MeetingKind::Negotiation && matches!(draft.status, Proposed | Scheduled) {
        let leads = |at: &usize| {
            let person = material.people.list.get(*at);
            person.is_some_and(|p| is_leader(p.kind()))
        };
        draft.people.retain(|at| !leads(at));
    }
}

/// "a round of talks", "two rounds of talks": of talks alone.
fn is_round(material: &Material<'_>, fact: &MeetingFact) -> bool {
    let noun = fact
        .noun
        .as_ref()
        .filter(|_| fact.kind == MeetingKind::Negotiation);
    noun.is_some_and(|n| {
        let told = material.context.slice(n.body).to_ascii_lowercase();
        let behind = material.context.slice((n.body.1, fact.site.sentence.1));
        let bare = told.ends_with("round") || told.ends_with("rounds");
        told.ends_with("round of talks") || bare && behind.starts_with(" of talks")
    })
}

/// "The foreign minister met President A and Prime Minister B": no leader came to leaders.
fn meets_from_below(material: &Material<'_>, fact: &MeetingFact) -> bool {
    let guests = material.persons(&fact.subjects);
    let hosts = material.persons(&fact.partners);
    let leads = |at: &usize| {
        let person = material.people.list.get(*at);
        person.is_some_and(|p| is_leader(p.kind()))
    };
    let named = |m: &MentionId| matches!(material.entity(*m), Entity::Officials(_));
    fact.rule == "meeting.verb"
        && !guests.is_empty()
        && !hosts.is_empty()
        && fact.subjects.iter().all(named)
        && !guests.iter().any(leads)
}

/// Negotiators of two sides negotiate: "negotiators from Iran and five powers met".
fn negotiate(material: &Material<'_>, fact: &MeetingFact) -> bool {
    fact.subjects.iter().chain(&fact.partners).any(|m| {
        let told = material.heard.get(m.0 as usize);
        told.is_some_and(|m| {
            let last = material.context.slice(m.span).rsplit(' ').next();
            matches!(m.form, Form::Post { .. } | Form::Noun { .. })
                && last.is_some_and(|w| w.eq_ignore_ascii_case("negotiators"))
        })
    })
}

/// "attended a NATO meeting": the body's own, whoever of its members is told to be there.
fn sits(material: &Material<'_>, noun: &NounGroup) -> bool {
    let told = material.context.slice(noun.body).to_ascii_lowercase();
    let meets = ["meeting", "meetings", "session"];
    matches!(noun.parties[..], [PartyRef::Organization(_)])
        && meets.iter().any(|w| told.ends_with(w))
}

/// A state and those who fight it: "talks between Manila and the NDF".
fn is_with_own_rebels(material: &Material<'_>, draft: &Draft) -> bool {
    let entries = &material.context.lexicon.organizations;
    draft.parties.iter().any(|p| match p {
        Party::Organization(body) => entries.iter().any(|e| {
            let own = e.country.map(Party::Country);
            e.body.name() == body.name()
                && &*e.kind == "nonstate"
                && own.is_some_and(|c| draft.parties.contains(&c))
        }),
        _ => false,
    })
}

/// One organization alone holds its own meeting: "the OSCE meeting".
fn is_body(draft: &Draft) -> bool {
    matches!(draft.parties.as_slice(), [Party::Organization(_)])
}

fn sides(ranked: &[Ranked], test: fn(PostKind) -> bool) -> usize {
    let mut found: Vec<&Side> = Vec::new();
    for r in ranked.iter().filter(|r| test(r.kind)) {
        if !found.contains(&&r.side) {
            found.push(&r.side);
        }
    }
    found.len()
}

/// Named people, and those that only a title tells.
fn ranks(material: &Material<'_>, fact: &MeetingFact, draft: &Draft) -> Vec<Ranked> {
    let mut found: Vec<Ranked> = draft
        .people
        .iter()
        .filter_map(|p| Some((*p, material.people.list.get(*p)?)))
        .map(|(at, p)| Ranked {
            kind: p.kind(),
            side: p.party().map_or(Side::Person(at), Side::Of),
        })
        .collect();
    for mention in fact.subjects.iter().chain(&fact.partners) {
        by_title(material, *mention, &mut found);
    }
    if let Some(kind) = fact.level {
        let sides = by_level(material, fact).into_iter().map(Side::Of);
        found.extend(sides.map(|side| Ranked { kind, side }));
    }
    if let Some(post) = fact.noun.as_ref().and_then(|n| n.owner_post.as_ref()) {
        for party in &post.parties {
            if let Some(party) = crate::resolve::party(material.context, *party) {
                found.push(Ranked {
                    kind: post.kind,
                    side: Side::Of(party),
                });
            }
        }
    }
    found
}

/// "his Iranian counterpart", "the foreign ministers of Peru and Chile", "the two leaders"
fn by_title(material: &Material<'_>, mention: MentionId, found: &mut Vec<Ranked>) {
    let Some(told) = material.heard.get(mention.0 as usize) else {
        return;
    };
    if crate::resolve::is_local(material.context.slice(told.span)) {
        return;
    }
    let (kind, plural) = match told.form {
        Form::Post {
            counterpart: true,
            plural,
            ..
        } => {
            let Some(first) = found.first() else { return };
            (first.kind, plural)
        }
        Form::Post { kind, plural, .. }
        | Form::Noun {
            people: Some(kind),
            plural,
            ..
        } => (kind, plural),
        _ => return,
    };
    let parties: &[Party] = match material.entity(mention) {
        Entity::Parties(list) | Entity::Joint(list) => list,
        Entity::Officials(_) => return,
        _ => &[],
    };
    for party in parties {
        found.push(Ranked {
            kind,
            side: Side::Of(party.clone()),
        });
    }
    if parties.len() < 2 {
        // Several of one body, or of nobody named, are of several sides.
        let several = plural && matches!(parties, [] | [Party::Organization(_)]);
        let count = u32::from(parties.is_empty()) + u32::from(several);
        found.extend((0..count).map(|n| Ranked {
            kind,
            side: Side::Unnamed(n + mention.0 * 2),
        }));
    }
}
