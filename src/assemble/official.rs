//! Persons → officials.

use super::Material;
use crate::model::{Official, OfficialId, Post, PostKind, Tenure};
use crate::resolve::Person;
use crate::span::Evidence;

/// The officials, and for each person the id of theirs.
pub(super) fn officials(material: &Material<'_>) -> (Vec<Official>, Vec<Option<OfficialId>>) {
    let mut officials: Vec<Official> = Vec::new();
    let mut ids = Vec::with_capacity(material.people.list.len());
    for person in &material.people.list {
        if !is_official(person) {
            ids.push(None);
            continue;
        }
        let id = OfficialId(u32::try_from(officials.len()).unwrap_or(u32::MAX));
        officials.push(official(material, person, id));
        ids.push(Some(id));
    }
    officials.shrink_to_fit();
    (officials, ids)
}

fn is_official(person: &Person) -> bool {
    !person.posts.is_empty()
        || person.rank.is_some()
        || person.country.is_some()
        || person.unintroduced
}

fn official(material: &Material<'_>, person: &Person, id: OfficialId) -> Official {
    let mut names = person.names.iter();
    let name = names.next().cloned().unwrap_or_default();
    let titles: Vec<&str> = person
        .posts
        .iter()
        .map(|p| p.title.as_str())
        .filter(|t| !t.is_empty())
        .take(4)
        .collect();
    let title = person
        .posts
        .iter()
        .find(|p| p.kind == person.kind())
        .map(|p| p.title.clone())
        .or_else(|| titles.first().map(|t| (*t).to_owned()));
    let tenure = if person.posts.iter().any(|p| p.tenure == Tenure::Incumbent) {
        Tenure::Incumbent
    } else {
        person.posts.first().map_or(Tenure::Incumbent, |p| p.tenure)
    };
    let io = matches!(person.kind(), PostKind::IoHead | PostKind::IoOfficial);
    Official {
        id,
        name,
        aliases: names.cloned().collect(),
        post: Post::new(title, person.kind()),
        country: if io && person.organization.is_some() {
            None
        } else {
            person.country
        },
        organization: person.organization.clone(),
        rank: person.rank.clone(),
        tenure,
        evidence: person
            .spans
            .iter()
            .map(|s| Evidence::new(material.span(*s), "official.name"))
            .collect(),
    }
}
