//! Whose encounter it is: the sides and people that a noun group names before its head.

use crate::assemble::{Material, add};
use crate::grammar::{MeetingFact, NounGroup, PartyRef};
use crate::lexicon::{Gender, WordValue};
use crate::model::{MeetingKind, Party};
use crate::resolve::Entity;

/// Among so many mentions "his" and "their" look for somebody.
const RECENT: usize = 12;

/// The sides and people that a noun group names before its head.
pub(super) fn owners(
    material: &Material<'_>,
    noun: Option<&NounGroup>,
    parties: &mut Vec<Party>,
    people: &mut Vec<usize>,
    fact: &MeetingFact,
) {
    let Some(noun) = noun else { return };
    let sides = match toured(fact) {
        Some(_) => &[],
        None => &noun.parties[..],
    };
    for party in sides {
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
    for at in paired(material, noun).into_iter().flatten() {
        add(people, at);
        parties_of(material, at, parties);
    }
    if let Some(start) = noun.owner_name {
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
                // "the Hungarian prime minister's visit"
                if let Some(at) = material.people.holder(post.kind, &party) {
                    add(people, at);
                }
                add(parties, party);
            }
        }
    }
    if let Some(word) = noun.pronoun {
        owner_pronoun(material, word, parties, people, fact);
    }
}

/// "the Mori-Vega summit": the two people known by these names.
fn paired(material: &Material<'_>, noun: &NounGroup) -> Option<[usize; 2]> {
    let words = material.context.slice(noun.body).split(' ');
    words.rev().find_map(|word| {
        let (one, other) = word.split_once(['-', '–'])?;
        let known = |name: &str| {
            let named = name.starts_with(char::is_uppercase);
            material.people.find(name).filter(|_| named)
        };
        Some([known(one)?, known(other)?]).filter(|[a, b]| a != b)
    })
}

/// "his China visit", "Mori's Peru trip": the country before a journey that somebody makes.
pub(super) fn toured(fact: &MeetingFact) -> Option<PartyRef> {
    let noun = fact
        .noun
        .as_ref()
        .filter(|_| fact.kind == MeetingKind::Visit)?;
    let somebody = !noun.people.is_empty()
        || noun.owner_name.is_some()
        || noun.owner_post.is_some()
        || matches!(
            noun.pronoun,
            Some(WordValue::He | WordValue::She | WordValue::They)
        );
    match noun.parties[..] {
        [only] if somebody && fact.places.is_empty() => Some(only),
        _ => None,
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
    let before = material.heard.partition_point(|m| m.span.0 < fact.site.at);
    if matches!(word, WordValue::He | WordValue::She) {
        if !material.persons(&fact.subjects).is_empty() {
            // "After his visit, Mori said": the subject it is told of.
            return;
        }
        if let Some(person) = his(material, word, before) {
            add(people, person);
            parties_of(material, person, parties);
        }
        return;
    }
    let recent = (0..before).rev().take(RECENT);
    for entity in recent.map(|at| material.entities.get(at)) {
        match (word, entity) {
            (WordValue::They, Entity::Officials(list)) if list.len() >= 2 => {
                for person in list {
                    add(people, *person);
                    parties_of(material, *person, parties);
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

/// So many mentions back whoever the text is about is looked for.
const FAR: usize = 40;

/// "Meetings were also held with Mori": by whoever a sentence was told of last, of another
/// side than those who were met.
pub(super) fn told_before(
    material: &Material<'_>,
    fact: &MeetingFact,
    parties: &mut Vec<Party>,
    people: &mut Vec<usize>,
) {
    let met = material.parties(&fact.partners);
    let before = material
        .heard
        .partition_point(|m| m.span.0 < fact.site.sentence.0);
    let first = before.saturating_sub(FAR);
    let told = |at: &usize| {
        material
            .heard
            .get(*at)
            .is_some_and(|m| m.subject && !m.inside)
    };
    let own = |at: usize| {
        let (person, party) = match material.entities.get(at) {
            Entity::Officials(list) => match list.as_slice() {
                [one] => (Some(*one), material.party_of(*one)?),
                _ => return None,
            },
            Entity::Parties(list) => match list.as_slice() {
                [one] => (None, one.clone()),
                _ => return None,
            },
            _ => return None,
        };
        (!met.contains(&party)).then_some((person, party))
    };
    if let Some((person, party)) = (first..before).rev().filter(told).find_map(own) {
        people.extend(person);
        add(parties, party);
    }
}

/// "his", "her": of those named last with that gender the one a clause is told of, else
/// the last.
fn his(material: &Material<'_>, word: WordValue, before: usize) -> Option<usize> {
    let other = match word {
        WordValue::He => Gender::Female,
        _ => Gender::Male,
    };
    let first = before.saturating_sub(RECENT);
    let named = |at: &usize| match material.entities.get(*at) {
        Entity::Officials(list) => match list.as_slice() {
            [one] => material
                .people
                .list
                .get(*one)
                .is_some_and(|p| p.gender != other)
                .then_some(*one),
            _ => None,
        },
        _ => None,
    };
    let told = |at: &usize| material.heard.get(*at).is_some_and(|m| m.subject);
    let mut latest = (first..before).rev();
    latest
        .clone()
        .filter(told)
        .find_map(|at| named(&at))
        .or_else(|| latest.find_map(|at| named(&at)))
}

fn parties_of(material: &Material<'_>, person: usize, parties: &mut Vec<Party>) {
    if let Some(party) = material.party_of(person) {
        add(parties, party);
    }
}
