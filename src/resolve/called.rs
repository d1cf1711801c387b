//! What a title says of somebody: whether it can be said of a person, and of one
//! who is told of without a name.

use super::people::Person;
use crate::model::PostKind;

pub(super) fn last_word(title: &str) -> &str {
    title
        .rsplit(|c: char| !c.is_alphanumeric())
        .find(|w| !w.is_empty())
        .unwrap_or_default()
}

/// Whether a title of the person has the word: "the secretary" for a secretary of state.
pub(super) fn is_called(person: &Person<'_>, word: &str) -> bool {
    person.posts.iter().any(|p| has_word(p.title, word))
}

/// Words of titles, one of which bars the others: a minister is not "the secretary".
const CALLED: &[&str] = &[
    "secretary",
    "minister",
    "president",
    "chancellor",
    "premier",
];

/// Whether the person bears titles of another word alone.
pub(super) fn is_called_else(person: &Person<'_>, word: &str) -> bool {
    CALLED.iter().any(|c| c.eq_ignore_ascii_case(word))
        && !person.posts.is_empty()
        && person
            .posts
            .iter()
            .all(|p| !has_word(p.title, word) && CALLED.iter().any(|c| has_word(p.title, c)))
}

fn has_word(title: &str, word: &str) -> bool {
    title
        .split(|c: char| !c.is_alphanumeric())
        .any(|w| w.eq_ignore_ascii_case(word))
}

/// Whether a title is of somebody who is told of without a name: "a senior official".
pub(super) fn is_unnamed(title: &str) -> bool {
    let last = last_word(title).to_ascii_lowercase();
    matches!(
        last.strip_suffix('s').unwrap_or(&last),
        "official"
            | "diplomat"
            | "aide"
            | "lawmaker"
            | "negotiator"
            | "officer"
            | "commander"
            | "legislator"
            | "delegate"
            | "parliamentarian"
            | "adviser"
            | "advisor"
            | "mediator"
    )
}

/// A group of which no article or pronoun says that it was told before.
pub(super) fn is_indefinite(words: &str) -> bool {
    let first = words.split_whitespace().next().unwrap_or_default();
    let plain = first.chars().all(|c| c.is_alphabetic() || c == '-');
    const DEFINITE: &[&str] = &[
        "the",
        "these",
        "those",
        "both",
        "all",
        "his",
        "her",
        "its",
        "their",
        "leaders",
        "ministers",
        "presidents",
        "two",
        "three",
        "four",
        "five",
    ];
    plain && !DEFINITE.iter().any(|w| first.eq_ignore_ascii_case(w))
}

/// "local leaders", "opposition leaders": at the head of no state.
pub(crate) fn is_local(words: &str) -> bool {
    const OF_NO_STATE: &[&str] = &[
        "business",
        "civic",
        "civil",
        "community",
        "congressional",
        "faith",
        "industry",
        "labor",
        "legislative",
        "local",
        "military",
        "opposition",
        "parliamentary",
        "party",
        "political",
        "provincial",
        "rebel",
        "regional",
        "religious",
        "tribal",
        "union",
        "youth",
    ];
    words
        .split(' ')
        .any(|w| OF_NO_STATE.iter().any(|o| w.eq_ignore_ascii_case(o)))
}

/// Whether "the minister", "the leader" can be said of the person.
pub(super) fn bears(person: &Person<'_>, kind: PostKind) -> bool {
    match kind {
        _ if person.holds(kind) || person.known == Some(kind) => true,
        PostKind::Other => person.posts.iter().any(|h| h.kind == PostKind::Other),
        PostKind::Minister => {
            (PostKind::ForeignMinister..=PostKind::Minister).contains(&person.kind())
        }
        PostKind::PartyLeader | PostKind::HeadOfState => matches!(
            person.kind(),
            PostKind::HeadOfState | PostKind::HeadOfGovernment | PostKind::PartyLeader
        ),
        _ => false,
    }
}

/// Whether the person is at the head of a state, a body or a party.
pub(super) fn leads(person: &Person<'_>) -> bool {
    matches!(
        person.kind(),
        PostKind::HeadOfState
            | PostKind::HeadOfGovernment
            | PostKind::IoHead
            | PostKind::PartyLeader
    )
}
