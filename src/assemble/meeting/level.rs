//! Who met by their post alone: "the foreign ministers of the three countries", "the leaders
//! of Peru and Chile".

use super::when::Told;
use crate::assemble::heard::Form;
use crate::assemble::{Material, add};
use crate::grammar::{MeetingFact, MentionId};
use crate::model::{Party, PostKind};
use crate::resolve::Entity;

/// The sides whose people met by one post.
pub(super) fn by_level(material: &Material<'_>, fact: &MeetingFact) -> Vec<Party> {
    let mut sides = Vec::new();
    for mention in fact.subjects.iter().chain(&fact.partners) {
        if let Entity::Parties(list) | Entity::Joint(list) = material.entity(*mention) {
            list.iter().cloned().for_each(|p| add(&mut sides, p));
        }
    }
    sides
}

/// Within a year of the article: earlier, others may have held the posts.
pub(super) fn is_of_now(material: &Material<'_>, when: &Told) -> bool {
    const YEAR: u64 = 366;
    let Some(first) = when.start.and_then(|d| d.first_day()) else {
        return true;
    };
    let today = material.calendar.reference;
    today.is_some_and(|today| (today - first).num_days().unsigned_abs() <= YEAR)
}

/// Those among the article's people who hold the post that their side met by.
pub(super) fn holders(material: &Material<'_>, fact: &MeetingFact) -> Vec<usize> {
    let mut found = Vec::new();
    for mention in fact.subjects.iter().chain(&fact.partners) {
        if let Entity::Parties(list) = material.entity(*mention) {
            let people = list
                .iter()
                .filter_map(|p| holder(material, fact, *mention, p));
            people.for_each(|p| add(&mut found, p));
        }
    }
    found
}

/// Whoever holds for a side the post that a mention of several, or the encounter, tells.
pub(super) fn holder(
    material: &Material<'_>,
    fact: &MeetingFact,
    mention: MentionId,
    side: &Party,
) -> Option<usize> {
    let told = material.heard.get(mention.0 as usize)?;
    let kind = match told.form {
        Form::Post {
            kind, plural: true, ..
        }
        | Form::Noun {
            people: Some(kind),
            plural: true,
            ..
        } => kind,
        _ => fact.level?,
    };
    let holds = |kind: PostKind| material.people.holder(kind, side);
    match kind {
        PostKind::HeadOfState => holds(kind).or_else(|| holds(PostKind::HeadOfGovernment)),
        PostKind::HeadOfGovernment | PostKind::ForeignMinister | PostKind::DefenseMinister => {
            holds(kind)
        }
        _ => None,
    }
}
