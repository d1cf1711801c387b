//! Persons → officials.

use crate::model::{Country, Official, OfficialId, Party, Post, PostKind, Tenure};
use crate::resolve::{People, Person};
use crate::span::{Evidence, Span};

/// The officials, in order of first mention.
pub(super) fn officials(people: People<'_>, span: impl Fn((u32, u32)) -> Span) -> Vec<Official> {
    let persons = people.list.into_iter().filter(is_official);
    let id = |n| OfficialId(u32::try_from(n).unwrap_or(u32::MAX));
    let officials = persons.enumerate().map(|(n, p)| official(p, id(n), &span));
    let mut officials: Vec<_> = officials.collect();
    officials.shrink_to_fit();
    officials
}

/// Whether the person is handed out.
pub(super) fn is_official(person: &Person<'_>) -> bool {
    !person.posts.is_empty()
        || person.rank.is_some()
        || person.country.is_some()
        || person.unintroduced
}

/// The country an official is told to be of; who serves a body is of none.
fn country(person: &Person<'_>) -> Option<Country> {
    let io = matches!(person.kind(), PostKind::IoHead | PostKind::IoOfficial);
    person
        .country
        .filter(|_| !io || person.organization.is_none())
}

/// The side an official is told to be of.
pub(super) fn side(person: &Person<'_>) -> Option<Party> {
    let body = || person.organization.clone().map(Party::Organization);
    country(person).map(Party::Country).or_else(body)
}

fn official(person: Person<'_>, id: OfficialId, span: &impl Fn((u32, u32)) -> Span) -> Official {
    let kind = person.kind();
    let country = country(&person);
    let posts = &person.posts;
    let title = posts.iter().find(|p| p.kind == kind);
    let title = title.or_else(|| posts.iter().find(|p| !p.title.is_empty()));
    let tenure = if posts.iter().any(|p| p.tenure == Tenure::Incumbent) {
        Tenure::Incumbent
    } else {
        posts.first().map_or(Tenure::Incumbent, |p| p.tenure)
    };
    let post = Post::new(title.map(|p| p.title.to_owned()), kind);
    let mut names = person.names.into_iter().map(|n| n.into_owned());
    let spans = person.spans.iter();
    Official {
        id,
        name: names.next().unwrap_or_default(),
        aliases: names.collect(),
        post,
        country,
        organization: person.organization,
        rank: person.rank.map(str::to_owned),
        tenure,
        evidence: spans
            .map(|s| Evidence::new(span(*s), "official.name"))
            .collect(),
    }
}
