//! Several who were met one by one: "held separate talks with A and B", "had bilateral
//! meetings with A, B and C".

use super::deed::verb_of;
use super::draft::{Draft, represented};
use super::level::holder;
use crate::assemble::{Material, add};
use crate::grammar::MeetingFact;
use crate::model::Party;
use crate::resolve::Entity;

/// So many are met one by one.
const MOST: usize = 12;

/// One draft for each of those met, if they were met one by one; `own` is how many of the
/// draft's parties and people came from its own side.
pub(super) fn apart(
    material: &Material<'_>,
    fact: &MeetingFact,
    draft: Draft,
    own: (usize, usize),
) -> Vec<Draft> {
    let met = met(material, fact);
    let alone = draft.people.len() <= own.1 && own.0 == 0;
    let each = is_apart(material, fact) || is_of_strangers(material, fact, &met);
    if met.len() < 2 || alone || own == (0, 0) || !each {
        return vec![draft];
    }
    met.into_iter()
        .take(MOST)
        .map(|(person, party)| {
            let mut one = draft.clone();
            one.parties.truncate(own.0);
            one.people.truncate(own.1);
            person.into_iter().for_each(|p| add(&mut one.people, p));
            party.into_iter().for_each(|p| add(&mut one.parties, p));
            one.represented = represented(material, &one.people);
            one
        })
        .collect()
}

/// Those met: people with their sides, and sides of which nobody is named.
fn met(material: &Material<'_>, fact: &MeetingFact) -> Vec<Met> {
    let mut found = Vec::new();
    for mention in &fact.partners {
        match material.entity(*mention) {
            Entity::Officials(people) => {
                found.extend(people.iter().map(|p| (Some(*p), material.party_of(*p))));
            }
            Entity::Parties(parties) => {
                let one = |p: &Party| (holder(material, fact, *mention, p), Some(p.clone()));
                found.extend(parties.iter().map(one));
            }
            _ => {}
        }
    }
    found
}

/// Whom somebody met, with his side.
type Met = (Option<usize>, Option<Party>);

/// "held meetings with Mori, Vega and Soto", each of another side: of such a noun each is one
/// encounter.
fn is_of_strangers(material: &Material<'_>, fact: &MeetingFact, met: &[Met]) -> bool {
    const ONES: [&str; 3] = ["meetings", "calls", "conversations"];
    let told = fact.noun.as_deref().map(|n| material.context.slice(n.body));
    let plural = told.is_some_and(|t| ONES.iter().any(|w| t.to_ascii_lowercase().ends_with(w)));
    let side = |at: usize| met.get(at).and_then(|(who, side)| who.and(side.as_ref()));
    plural && (0..met.len()).all(|at| side(at).is_some_and(|s| (0..at).all(|b| side(b) != Some(s))))
}

/// "separate talks", "bilateral meetings", "met separately with"
fn is_apart(material: &Material<'_>, fact: &MeetingFact) -> bool {
    const EACH: [&str; 5] = [
        "bilaterals",
        "individual",
        "individually",
        "separate",
        "separately",
    ];
    let told = match fact.noun.as_deref() {
        Some(noun) => material.context.slice(noun.body),
        None => verb_of(material, fact),
    };
    let told = told.to_ascii_lowercase();
    told.split(' ').any(|w| EACH.contains(&w))
        || fact.noun.is_some() && told.split(' ').any(|w| w == "bilateral")
}
