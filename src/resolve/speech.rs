//! Who speaks where, and who spoke last.

use super::Context;
use super::discourse::Entity;
use super::parties;
use crate::grammar::{Facts, Head, Mention, MentionKind};
use crate::model::InstrumentKind;

impl Entity {
    /// "Japan and Peru": one with the other named beside it.
    pub(super) fn join(&mut self, other: &Entity) {
        match (self, other) {
            (Entity::Parties(all), Entity::Parties(more)) => {
                for party in more {
                    parties::add(all, party.clone());
                }
            }
            (Entity::Officials(all), Entity::Officials(more)) => {
                all.extend(
                    more.iter()
                        .filter(|p| !all.contains(p))
                        .copied()
                        .collect::<Vec<_>>(),
                );
            }
            _ => {}
        }
    }
}

/// Part of a mention in what is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Role {
    #[default]
    Silent,
    /// "X said that Mori had refused": inside the words of somebody else.
    Nested,
    /// "Mori said that …"
    Leads,
    /// "…, Mori said": behind the words, whose subject is somebody else.
    Trails,
}

impl Role {
    pub(super) fn speaks(self) -> bool {
        self != Role::Silent
    }
}

/// The part that each mention has.
pub(super) fn roles(context: &Context<'_>, facts: &Facts) -> Vec<Role> {
    let mut roles = vec![Role::Silent; facts.mentions.len()];
    for group in facts
        .statements
        .chunk_by(|a, b| a.site.sentence == b.site.sentence)
    {
        for fact in group {
            let nested = group.iter().any(|other| {
                let inside = |c: &(u32, u32)| c.0 <= fact.site.at && fact.site.at < c.1;
                !std::ptr::eq(other, fact) && other.content.iter().any(inside)
            });
            let first = fact.content.first().map_or(fact.site.at, |c| c.0);
            for speaker in &fact.speakers {
                let at = speaker.0 as usize;
                let Some(mention) = facts.mentions.get(at) else {
                    continue;
                };
                let aside = is_aside(context, mention, fact.site.at);
                roles[at] = match roles[at] {
                    _ if nested || aside => Role::Nested,
                    Role::Silent if first < mention.span.0 => Role::Trails,
                    Role::Silent => Role::Leads,
                    known => known,
                };
            }
        }
    }
    roles
}

/// "the envoy, who had blamed Chile,": the sentence goes on to tell of somebody else.
fn is_aside(context: &Context<'_>, speaker: &Mention, verb: u32) -> bool {
    let between = context.slice((speaker.span.1, verb));
    let mut words = between.split(|c: char| !c.is_alphabetic());
    between.len() < 40 && words.any(|w| matches!(w, "who" | "which"))
}

/// By mention, whether it speaks in a document: "the ministry said in a statement".
pub(super) fn issuers(context: &Context<'_>, facts: &Facts) -> Vec<bool> {
    const DOCUMENTS: &[&str] = &[
        "statement",
        "release",
        "readout",
        "letter",
        "message",
        "report",
    ];
    let mut issuers = vec![false; facts.mentions.len()];
    for fact in &facts.statements {
        let channel = fact.channel.map_or("", |c| context.slice(c));
        let issued = DOCUMENTS.iter().any(|d| channel.ends_with(d));
        if let (true, [one]) = (issued, fact.speakers.as_slice())
            && let Some(slot) = issuers.get_mut(one.0 as usize)
        {
            *slot = true;
        }
    }
    issuers
}

/// "the statement"
fn is_document(mention: &Mention) -> bool {
    matches!(&mention.kind, MentionKind::Noun(noun) if noun.head == Head::Document)
}

/// "the joint declaration", "a joint statement": from here on "the statement" is that one.
pub(super) fn is_joint_document(mention: &Mention) -> bool {
    let MentionKind::Noun(noun) = &mention.kind else {
        return false;
    };
    noun.joint || noun.head == Head::Instrument(InstrumentKind::JointStatement)
}

/// Paragraphs over which a speaker is remembered.
const MEMORY: u32 = 2;

/// Who spoke last, in words of the text's own.
#[derive(Debug, Default)]
pub(super) struct LastSpeaker {
    entity: Option<Entity>,
    paragraph: u32,
    /// A document of theirs was named.
    document: bool,
    /// The mention before was that of a speaker.
    at_hand: bool,
}

impl LastSpeaker {
    pub(super) fn note(&mut self, entity: &Entity, mention: &Mention, role: Role, joined: bool) {
        let outer = matches!(role, Role::Leads | Role::Trails) && !mention.inside;
        // "Greeting the envoy, Mori said": who is greeted does not speak.
        let joined = joined && self.at_hand;
        self.at_hand = outer;
        if outer && !matches!(entity, Entity::Nothing) {
            match &mut self.entity {
                Some(before) if joined => before.join(entity),
                slot => *slot = Some(entity.clone()),
            }
            self.paragraph = mention.paragraph;
            self.document = is_document(mention);
        }
    }

    /// Whose document spoke last: "The statement said … It added".
    pub(super) fn of_document(&self, paragraph: Option<u32>) -> Option<&Entity> {
        self.near(paragraph).filter(|_| self.document)
    }

    /// The last speaker, if it is not long ago.
    pub(super) fn near(&self, paragraph: Option<u32>) -> Option<&Entity> {
        let now = paragraph.unwrap_or(self.paragraph);
        let near = now <= self.paragraph.saturating_add(MEMORY);
        self.entity.as_ref().filter(|_| near)
    }
}

/// Whether only "and" or a comma stands between two of a list.
pub(super) fn is_joint(between: &str) -> bool {
    between.len() <= 12
        && between
            .split(|c: char| c.is_whitespace() || c == ',')
            .filter(|w| !w.is_empty())
            .all(|w| matches!(w, "and" | "the" | "&" | "AND"))
        && !between.trim().is_empty()
}
