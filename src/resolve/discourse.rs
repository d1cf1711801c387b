//! Who each mention stands for, in text order: pronouns, "the minister",
//! "both sides" take what was named last.

use super::officials::{People, strip_possessive};
use super::{Context, parties};
use crate::grammar::{Facts, Head, Mention, MentionKind, NounGroup, PartyForm, PostPhrase};
use crate::lexicon::{Gender, GroupOf, WordValue};
use crate::model::{Party, PostKind};
use crate::source::PieceKind;

/// What a mention stands for.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Entity {
    /// Officials, by index.
    Officials(Vec<usize>),
    /// States and organizations.
    Parties(Vec<Party>),
    /// Somebody unnamed, as written, and their side if told.
    Source {
        span: (u32, u32),
        parties: Vec<Party>,
    },
    /// A joint document; its sides.
    Joint(Vec<Party>),
    /// Somebody who is no official.
    Outsider,
    /// A place, a meeting, a thing.
    Nothing,
}

/// What was named last, most recent at the end.
#[derive(Debug, Default)]
struct State {
    people: Vec<usize>,
    /// Several people named together.
    group: Vec<usize>,
    party: Option<Party>,
    /// Several parties named together.
    sides: Vec<Party>,
}

/// The entity of each mention.
pub(crate) fn resolve(context: &Context<'_>, facts: &Facts, people: &People) -> Vec<Entity> {
    let mut resolver = Resolver {
        context,
        people,
        state: State::default(),
        paragraph: u32::MAX,
        here: Vec::new(),
    };
    facts.mentions.iter().map(|m| resolver.mention(m)).collect()
}

struct Resolver<'a> {
    context: &'a Context<'a>,
    people: &'a People,
    state: State,
    paragraph: u32,
    /// Sides named in this paragraph, to make "both sides" of.
    here: Vec<Party>,
}

impl Resolver<'_> {
    fn mention(&mut self, mention: &Mention) -> Entity {
        if mention.paragraph != self.paragraph {
            self.paragraph = mention.paragraph;
            if self.here.len() >= 2 {
                self.state.sides = std::mem::take(&mut self.here);
            }
            self.here.clear();
        }
        let entity = self.entity(mention);
        self.note(&entity, mention);
        entity
    }

    fn entity(&mut self, mention: &Mention) -> Entity {
        match &mention.kind {
            MentionKind::People(list) => {
                let mut found = Vec::new();
                for person in list {
                    if let Some(at) = self.people.find(self.context.slice(person.name)) {
                        if !found.contains(&at) {
                            found.push(at);
                        }
                    }
                }
                if found.is_empty() {
                    Entity::Outsider
                } else {
                    Entity::Officials(found)
                }
            }
            MentionKind::Name { outsider, .. } => {
                let name = strip_possessive(self.context.slice(mention.span));
                match self.people.find(name) {
                    Some(at) if !outsider => Entity::Officials(vec![at]),
                    _ => Entity::Outsider,
                }
            }
            MentionKind::Post(post) => self.post(post),
            MentionKind::Parties(list, form) => self.parties(list, *form),
            MentionKind::Pronoun(word) => self.pronoun(*word),
            MentionKind::Noun(noun) => self.noun(noun, mention.span),
            MentionKind::Place(_) => Entity::Nothing,
        }
    }

    fn parties(&mut self, list: &[crate::grammar::PartyRef], _form: PartyForm) -> Entity {
        let mut found = Vec::new();
        for party in list {
            if let Some(party) = parties::party(self.context, *party) {
                parties::add(&mut found, party);
            }
        }
        if found.is_empty() {
            Entity::Nothing
        } else {
            Entity::Parties(found)
        }
    }

    /// "the minister": the last one; else the state whose minister it is.
    fn post(&mut self, post: &PostPhrase) -> Entity {
        let mut of: Vec<Party> = Vec::new();
        for p in &post.parties {
            if let Some(party) = parties::party(self.context, *p) {
                parties::add(&mut of, party);
            }
        }
        if post.plural {
            if of.is_empty() {
                return self.group(None);
            }
            return Entity::Parties(of);
        }
        if post.counterpart {
            return if of.is_empty() {
                Entity::Nothing
            } else {
                Entity::Parties(of)
            };
        }
        let fits = |at: &usize| {
            self.people.list.get(*at).is_some_and(|p| {
                let kind = post.kind == PostKind::Other
                    && p.posts.iter().any(|h| h.kind == PostKind::Other)
                    || p.holds(post.kind)
                    || post.kind == PostKind::Minister
                        && p.kind() <= PostKind::Minister
                        && p.kind() >= PostKind::ForeignMinister
                    || matches!(post.kind, PostKind::PartyLeader | PostKind::HeadOfState)
                        && matches!(
                            p.kind(),
                            PostKind::HeadOfState
                                | PostKind::HeadOfGovernment
                                | PostKind::PartyLeader
                        );
                let side = match of.first() {
                    Some(party) => p.party().as_ref() == Some(party),
                    None => true,
                };
                kind && side
            })
        };
        if let Some(at) = self.state.people.iter().rev().copied().find(|a| fits(a)) {
            return Entity::Officials(vec![at]);
        }
        if of.is_empty() {
            if post.of_pronoun {
                of.extend(self.state.party.clone());
            } else if matches!(
                post.kind,
                PostKind::Other
                    | PostKind::IoOfficial
                    | PostKind::IoHead
                    | PostKind::Royal
                    | PostKind::PartyLeader
            ) {
                return Entity::Nothing;
            } else {
                of.extend(self.context.home.map(Party::Country));
            }
        }
        if of.is_empty() {
            Entity::Nothing
        } else {
            Entity::Parties(of)
        }
    }

    fn pronoun(&mut self, word: WordValue) -> Entity {
        match word {
            WordValue::He | WordValue::She => {
                let wanted = if word == WordValue::He {
                    Gender::Male
                } else {
                    Gender::Female
                };
                let fits = |at: &usize| {
                    self.people
                        .list
                        .get(*at)
                        .is_some_and(|p| p.gender == wanted || p.gender == Gender::Unknown)
                };
                match self.state.people.iter().rev().copied().find(|a| fits(a)) {
                    Some(at) => Entity::Officials(vec![at]),
                    None => Entity::Nothing,
                }
            }
            WordValue::It => self
                .state
                .party
                .clone()
                .map_or(Entity::Nothing, |p| Entity::Parties(vec![p])),
            WordValue::They => self.group(None),
            _ => Entity::Nothing,
        }
    }

    /// "the two sides", "the leaders": people or parties named together.
    fn group(&self, count: Option<usize>) -> Entity {
        let fits = |n: usize| n >= 2 && count.is_none_or(|c| c == n);
        if fits(self.state.group.len()) {
            return Entity::Officials(self.state.group.clone());
        }
        if fits(self.here.len()) {
            return Entity::Parties(self.here.clone());
        }
        if fits(self.state.sides.len()) {
            return Entity::Parties(self.state.sides.clone());
        }
        if let Some(count) = count.filter(|c| *c >= 2) {
            // The last ones named, as many as said.
            let all: Vec<Party> = self.recent_sides();
            if all.len() >= count {
                return Entity::Parties(all[all.len() - count..].to_vec());
            }
        }
        if self.here.len() >= 2 {
            return Entity::Parties(self.here.clone());
        }
        Entity::Nothing
    }

    fn recent_sides(&self) -> Vec<Party> {
        let mut all = Vec::new();
        for party in self.state.sides.iter().chain(&self.here) {
            parties::add(&mut all, party.clone());
        }
        all
    }

    fn noun(&mut self, noun: &NounGroup, span: (u32, u32)) -> Entity {
        let mut of: Vec<Party> = Vec::new();
        for p in &noun.parties {
            if let Some(party) = parties::party(self.context, *p) {
                parties::add(&mut of, party);
            }
        }
        let count = noun.count.and_then(|c| usize::try_from(c).ok());
        match noun.head {
            Head::Organ(_) => {
                if of.is_empty() && noun.pronoun.is_some() {
                    of.extend(self.state.party.clone());
                }
                if of.is_empty() && !noun.plural {
                    of.extend(self.context.home.map(Party::Country));
                }
                if of.is_empty() {
                    Entity::Nothing
                } else {
                    Entity::Parties(of)
                }
            }
            Head::Group(GroupOf::Parties) => {
                if of.len() >= 2 {
                    return Entity::Parties(of);
                }
                if !noun.plural {
                    return match of.first() {
                        Some(_) => Entity::Parties(of),
                        None => self
                            .state
                            .party
                            .clone()
                            .map_or(Entity::Nothing, |p| Entity::Parties(vec![p])),
                    };
                }
                if of.len() == 1 && count.is_none() {
                    return Entity::Parties(of);
                }
                self.parties_of_group(count)
            }
            Head::Group(GroupOf::People(kind)) => {
                if !of.is_empty() {
                    if kind.is_none() && of.len() == 1 {
                        // "U.S. officials": unnamed.
                        return Entity::Source { span, parties: of };
                    }
                    return Entity::Parties(of);
                }
                let unnamed = kind.is_none() && !self.is_definite(noun);
                if unnamed {
                    return Entity::Source { span, parties: of };
                }
                self.group(count)
            }
            Head::Source => Entity::Source { span, parties: of },
            Head::Document | Head::Instrument(_) => {
                if noun.joint || of.len() >= 2 {
                    let sides = if of.len() >= 2 { of } else { self.sides() };
                    return Entity::Joint(sides);
                }
                if let Some(first) = of.into_iter().next() {
                    return Entity::Parties(vec![first]);
                }
                Entity::Joint(self.sides())
            }
            Head::Outsider | Head::Media => Entity::Outsider,
            Head::Frame(_) | Head::Other => Entity::Nothing,
        }
    }

    fn is_definite(&self, noun: &NounGroup) -> bool {
        matches!(
            noun.determiner,
            crate::grammar::Determiner::The
                | crate::grammar::Determiner::This
                | crate::grammar::Determiner::Possessive
        )
    }

    fn parties_of_group(&self, count: Option<usize>) -> Entity {
        match self.group(count) {
            Entity::Officials(list) => {
                let mut sides = Vec::new();
                for at in list {
                    if let Some(party) = self.people.list.get(at).and_then(|p| p.party()) {
                        parties::add(&mut sides, party);
                    }
                }
                if sides.len() >= 2 {
                    Entity::Parties(sides)
                } else {
                    let sides = self.sides();
                    if sides.is_empty() {
                        Entity::Nothing
                    } else {
                        Entity::Parties(sides)
                    }
                }
            }
            other => other,
        }
    }

    /// The sides of the encounter being told.
    fn sides(&self) -> Vec<Party> {
        if self.here.len() >= 2 {
            self.here.clone()
        } else if self.state.sides.len() >= 2 {
            self.state.sides.clone()
        } else {
            self.recent_sides()
        }
    }

    /// Remembers who was named.
    fn note(&mut self, entity: &Entity, mention: &Mention) {
        if matches!(mention.piece, PieceKind::Dateline) {
            return;
        }
        match entity {
            Entity::Officials(list) => {
                let named = !matches!(mention.kind, MentionKind::Pronoun(_));
                for at in list {
                    self.state.people.retain(|p| p != at);
                    self.state.people.push(*at);
                    if let Some(party) = self.people.list.get(*at).and_then(|p| p.party()) {
                        if named {
                            parties::add(&mut self.here, party.clone());
                        }
                        self.state.party = Some(party);
                    }
                }
                if list.len() >= 2 {
                    self.state.group = list.clone();
                } else if named {
                    self.join_group(list.first().copied());
                }
            }
            Entity::Parties(list) => {
                let is_name = matches!(
                    mention.kind,
                    MentionKind::Parties(..) | MentionKind::Noun(_) | MentionKind::Post(_)
                );
                for party in list {
                    if is_name {
                        parties::add(&mut self.here, party.clone());
                    }
                }
                if let [one] = list.as_slice() {
                    self.state.party = Some(one.clone());
                } else if list.len() >= 2 {
                    self.state.sides = list.clone();
                }
            }
            _ => {}
        }
    }

    /// Two people named in one sentence after the other are "the two" later.
    fn join_group(&mut self, at: Option<usize>) {
        let Some(at) = at else { return };
        let before = self.state.people.iter().rev().nth(1).copied();
        if let Some(before) = before {
            let sides = |n: usize| self.people.list.get(n).and_then(|p| p.party());
            if sides(before) != sides(at) {
                self.state.group = vec![before, at];
            }
        }
    }
}
