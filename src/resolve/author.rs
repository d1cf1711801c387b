//! Who a text in the first person is by: the turns of a transcript ("PRESIDENT
//! MORI: …"), the officials of "Statement by …", or the page's own author.

use super::Context;
use super::discourse::Entity;
use super::people::People;
use crate::grammar::{Facts, Mention, MentionKind};
use crate::model::Party;
use crate::source::PieceKind;

/// Who speaks from where on.
#[derive(Debug, Default)]
pub(crate) struct Voices {
    /// Whoever the whole text is by.
    author: Option<Entity>,
    /// Byte where a turn begins, and who has it; in text order.
    turns: Vec<(u32, Entity)>,
}

/// Words of a title after which its people are the authors.
const GENRES: &[&str] = &[
    "statement",
    "statements",
    "remarks",
    "address",
    "speech",
    "message",
    "letter",
    "communique",
    "communiqué",
    "declaration",
    "op-ed",
    "intervention",
    "release",
];

/// Words that end the list of authors.
const BREAKS: &[&str] = &[
    "on",
    "at",
    "before",
    "after",
    "regarding",
    "following",
    "to",
    "with",
    "in",
    "marking",
    "for",
    "ahead",
    "during",
    "concerning",
];

/// The voices of an article.
///
/// `byline` and `outlet` are those of the page: a government's page signs with
/// the name and the title of whoever issues it.
pub(crate) fn voices(
    context: &Context<'_>,
    facts: &Facts,
    people: &People<'_>,
    byline: Option<&str>,
    outlet: Option<&str>,
) -> Voices {
    let turns = facts
        .turns
        .iter()
        .map(|turn| {
            let who = turn
                .mention
                .and_then(|m| facts.mentions.get(m.0 as usize))
                .and_then(|m| person(context, people, m));
            let entity = who.map_or(Entity::Nothing, |p| Entity::Officials(vec![p]));
            (turn.at, entity)
        })
        .collect();
    Voices {
        author: of_title(context, facts, people, PieceKind::Headline)
            .or_else(|| of_title(context, facts, people, PieceKind::Subhead))
            .or_else(|| of_signature(context, facts, people))
            .or_else(|| of_issuers(context, facts, people))
            .or_else(|| of_page(context, people, byline, outlet)),
        turns,
    }
}

impl Voices {
    /// Who says "I" or "we" at a byte of the text.
    pub(crate) fn at(&self, byte: u32) -> Entity {
        let next = self.turns.partition_point(|t| t.0 <= byte);
        match next.checked_sub(1).and_then(|n| self.turns.get(n)) {
            Some((_, entity)) => entity.clone(),
            None => self.author.clone().unwrap_or(Entity::Nothing),
        }
    }

    /// The officials who issue the text that speaks for `party`.
    pub(crate) fn speaks_for(&self, party: &Party, people: &People<'_>) -> Option<&[usize]> {
        match &self.author {
            Some(Entity::Officials(list)) if self.turns.is_empty() => {
                let own =
                    |p: &usize| people.list.get(*p).and_then(|p| p.party()).as_ref() == Some(party);
                list.iter().all(own).then_some(list.as_slice())
            }
            _ => None,
        }
    }
}

/// "Statement by President X and Prime Minister Y on …", "Media release: Foreign
/// Minister Z", as the headline or below it.
fn of_title(
    context: &Context<'_>,
    facts: &Facts,
    people: &People<'_>,
    kind: PieceKind,
) -> Option<Entity> {
    let mentions: Vec<&Mention> = facts
        .mentions
        .iter()
        .take_while(|m| m.piece != PieceKind::Body)
        .filter(|m| m.piece == kind)
        .collect();
    let start = mentions.first()?.sentence;
    let end = mentions.last()?.span.1;
    let text = context.slice((start, end)).to_lowercase();
    if !text
        .split(|c: char| !c.is_alphabetic() && c != '-')
        .any(|w| GENRES.contains(&w))
    {
        return None;
    }
    let by = [" by ", " from "]
        .iter()
        .filter_map(|w| text.find(w).map(|at| at + w.len()))
        .min();
    let from = start + u32::try_from(by.unwrap_or(0)).ok()?;
    let mut found: Vec<usize> = Vec::new();
    let mut parties: Vec<Party> = Vec::new();
    let mut last = from;
    for mention in mentions.iter().filter(|m| m.span.0 >= from) {
        let between = context.slice((last, mention.span.0)).to_lowercase();
        if between.split_whitespace().any(|w| BREAKS.contains(&w)) {
            break;
        }
        last = mention.span.1;
        if let Some(person) = person(context, people, mention) {
            if !found.contains(&person) {
                found.push(person);
            }
        } else if let MentionKind::Parties(list, _) = &mention.kind {
            for party in list {
                parties.extend(super::parties::party(context, *party));
            }
        }
    }
    if !found.is_empty() {
        return Some(Entity::Officials(found));
    }
    (!parties.is_empty()).then_some(Entity::Parties(parties))
}

/// A line below the headline that is a name and a post: "Ann Lee, Minister for Trade".
fn of_signature(context: &Context<'_>, facts: &Facts, people: &People<'_>) -> Option<Entity> {
    let head = facts
        .mentions
        .iter()
        .take_while(|m| m.piece != PieceKind::Body);
    let mut lines = head.filter(|m| m.piece == PieceKind::Subhead);
    let signs = |m: &&Mention| {
        matches!(&m.kind, MentionKind::People(list) if list.len() == 1 && list.iter().all(|p| !p.posts.is_empty()))
            && is_line(context.text, m.span)
    };
    let person = person(context, people, lines.find(signs)?)?;
    Some(Entity::Officials(vec![person]))
}

/// "Mori and Soto today issued the following statement:"
fn of_issuers(context: &Context<'_>, facts: &Facts, people: &People<'_>) -> Option<Entity> {
    let mentions = facts
        .issuers
        .iter()
        .filter_map(|m| facts.mentions.get(m.0 as usize));
    let found: Vec<usize> = mentions
        .filter_map(|m| person(context, people, m))
        .collect();
    (!found.is_empty()).then_some(Entity::Officials(found))
}

/// A page signed by an official, or by a ministry.
fn of_page(
    context: &Context<'_>,
    people: &People<'_>,
    byline: Option<&str>,
    outlet: Option<&str>,
) -> Option<Entity> {
    if let Some(person) = byline.and_then(|name| signed(name, people)) {
        return Some(Entity::Officials(vec![person]));
    }
    let outlet = outlet?.to_lowercase();
    let official = [
        "minister",
        "ministry",
        "president",
        "government",
        "department",
        "embassy",
    ]
    .iter()
    .any(|w| outlet.contains(w));
    let country = context.told.or(context.home).filter(|_| official)?;
    Some(Entity::Parties(vec![Party::Country(country)]))
}

/// The official whose byline it is: "Ann Lee", "Lee, Ann".
fn signed(byline: &str, people: &People<'_>) -> Option<usize> {
    // A surname alone may be a reporter's.
    byline.trim().split_once(' ')?;
    match byline.split_once(',') {
        Some((last, first)) => people.find(&format!("{} {}", first.trim(), last.trim())),
        None => people.find(byline.trim()),
    }
}

/// Whether a span is a line of the text, or all but a word or two of it ("MP").
fn is_line(text: &str, span: (u32, u32)) -> bool {
    const BESIDE: usize = 16;
    let before = text.get(..span.0 as usize).unwrap_or_default();
    let behind = text.get(span.1 as usize..).unwrap_or_default();
    let left = before.chars().rev().take_while(|c| *c != '\n');
    let right = behind.chars().take_while(|c| *c != '\n');
    left.chain(right).take(BESIDE + 1).count() <= BESIDE
}

/// The one person that a mention names.
fn person(context: &Context<'_>, people: &People<'_>, mention: &Mention) -> Option<usize> {
    match &mention.kind {
        MentionKind::People(list) => people.find(context.slice(list.first()?.name)),
        MentionKind::Name {
            outsider: false, ..
        } => people.find(context.slice(mention.span)),
        _ => None,
    }
}
