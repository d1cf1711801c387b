//! Whose encounter it is: the sides and people that a noun group names before its head.

use crate::assemble::{Material, add};
use crate::grammar::{MeetingFact, NounGroup};
use crate::lexicon::WordValue;
use crate::model::Party;
use crate::resolve::Entity;

/// The sides and people that a noun group names before its head.
pub(super) fn owners(
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
