//! Who each mention stands for, in text order: pronouns, "the minister",
//! "both sides" take what was named last.

mod company;
mod noun;
mod post;
mod pronoun;

use super::author::Voices;
use super::called::{
    bears, is_called, is_called_else, is_indefinite, is_local, is_unnamed, last_word, leads,
};
use super::focus::Focus;
use super::officials::strip_possessive;
use super::people::People;
use super::speech::{Role, is_joint, issuers, roles};
use super::{Context, office, parties, titles};
use crate::grammar::{
    Facts, Head, Mention, MentionKind, PartyForm, PartyRef, PersonMention, PostPhrase, Series,
};
use crate::lexicon::{Gender, WordValue};
use crate::model::{Party, PostKind};
use crate::source::PieceKind;
use company::Companies;

/// Among so many people named last a counterpart looks for who holds its post.
const COUNTERPARTS: usize = 4;

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
        parties: Box<[Party]>,
        plural: bool,
    },
    /// A joint document; its sides.
    Joint(Vec<Party>),
    /// Somebody who is no official.
    Outsider,
    /// A place, a meeting, a thing.
    Nothing,
}

/// The entity of each mention; most stand for nothing that is told of.
#[derive(Debug, Default)]
pub(crate) struct Entities {
    /// Nothing, an outsider, and those that are told of.
    list: Series<Entity>,
    /// By mention, which of the list.
    of: Vec<u32>,
}

impl Entities {
    fn of(mentions: usize) -> Self {
        Entities {
            list: [Entity::Nothing, Entity::Outsider].into_iter().collect(),
            of: Vec::with_capacity(mentions),
        }
    }

    fn push(&mut self, entity: Entity) {
        let at = match entity {
            Entity::Nothing => 0,
            Entity::Outsider => 1,
            _ => self.list.len(),
        };
        if at == self.list.len() {
            self.list.push(entity);
        }
        self.of.push(u32::try_from(at).unwrap_or(0));
    }

    /// The entity of a mention.
    pub(crate) fn get(&self, mention: usize) -> &Entity {
        let at = self.of.get(mention).copied().unwrap_or_default();
        self.list.get(at as usize).unwrap_or(&Entity::Nothing)
    }
}

/// Resolves the mentions.
pub(crate) fn resolve(
    context: &Context<'_>,
    facts: &Facts,
    people: &People<'_>,
    voices: &Voices,
) -> Entities {
    let mut resolver = Resolver {
        context,
        people,
        voices,
        focus: Focus::default(),
        next: None,
    };
    let mut found = Entities::of(facts.mentions.len());
    let issues = issuers(context, facts);
    let mut companies = Companies::of(facts);
    let roles = roles(context, facts);
    for (n, ((mention, role), issues)) in facts.mentions.iter().zip(roles).zip(issues).enumerate() {
        resolver.next = facts.mentions.get(n + 1);
        let entity = resolver.mention(mention, role);
        if issues || role.speaks() && is_issued(context, mention) {
            resolver.focus.author = Some(entity.clone());
        }
        found.push(entity);
        if let Some(sides) = companies.completed(&found, people) {
            resolver.focus.note_company(sides);
        }
    }
    found
}

struct Resolver<'a> {
    context: &'a Context<'a>,
    people: &'a People<'a>,
    voices: &'a Voices,
    focus: Focus,
    /// The mention behind the one that is resolved.
    next: Option<&'a Mention>,
}

impl Resolver<'_> {
    fn mention(&mut self, mention: &Mention, role: Role) -> Entity {
        let between = self.context.slice((self.focus.end, mention.span.0));
        self.focus.advance(mention, is_joint(between));
        let entity = self.entity(mention, role);
        if let Some(guest) = self.met_at_start(mention, &entity) {
            let host = self.host_of(&guest);
            self.focus.note_pair(host.map(|host| [host, guest]));
        }
        if let (MentionKind::Noun(noun), Entity::Nothing, false) =
            (&mention.kind, &entity, mention.inside)
        {
            // "Mori's attempts failed. He …"
            self.focus.note_owners(self.owners(noun), mention.subject);
        }
        if let (Entity::Officials(list), true) = (&entity, self.is_met_by_him(mention)) {
            self.focus.remember_behind(list);
        } else if !matches!(mention.piece, PieceKind::Dateline) && !self.is_elsewhere(mention) {
            self.focus.note(&entity, mention, self.people, role);
        }
        entity
    }

    /// "In addition to his meeting with Soto, he": whom somebody else meets, who is "he" behind.
    fn is_met_by_him(&self, mention: &Mention) -> bool {
        const LONGEST: usize = 60;
        let before = self.context.slice((mention.sentence, mention.span.0));
        if before.len() > LONGEST {
            return false;
        }
        let mut words = before.split_whitespace().rev();
        let with = words.next() == Some("with");
        let met = words.next().is_some_and(is_encounter);
        with && met && words.next().is_some_and(|w| matches!(w, "his" | "her"))
    }

    /// "in Paris", where two sides are told of already: only where something is.
    fn is_elsewhere(&self, mention: &Mention) -> bool {
        let capital = matches!(mention.kind, MentionKind::Parties(_, PartyForm::Capital));
        let before = self.context.slice((mention.sentence, mention.span.0));
        capital && self.focus.here.len() >= 2 && before.ends_with(" in ")
    }

    /// "During the talks with Minister Soto, the two sides": the side of whom a sentence opens
    /// with an encounter with.
    fn met_at_start(&self, mention: &Mention, entity: &Entity) -> Option<Party> {
        const LONGEST: usize = 60;
        let before = self.context.slice((mention.sentence, mention.span.0));
        let before = before.trim_end();
        if before.len() > LONGEST || !(before.ends_with(" with") || before.ends_with(" with the")) {
            return None;
        }
        let mut words = before.split_whitespace();
        let led = words.next().is_some_and(is_scene);
        if !led || !words.any(is_encounter) {
            return None;
        }
        match entity {
            Entity::Officials(list) => {
                let [one] = list.as_slice() else { return None };
                self.people.list.get(*one)?.party()
            }
            Entity::Parties(list) => match list.as_slice() {
                [one] => Some(one.clone()),
                _ => None,
            },
            _ => None,
        }
    }

    /// Who meets a guest: whom the sentence before tells of, the article's own country, or
    /// the one named last.
    fn host_of(&self, guest: &Party) -> Option<Party> {
        let side = |at: &usize| self.people.list.get(*at).and_then(|p| p.party());
        let other = |party: &Party| party != guest;
        let told = self.focus.topics().find_map(|e| match e {
            Entity::Officials(list) => list.first().and_then(side).filter(other),
            _ => None,
        });
        let home = || self.context.home.map(Party::Country).filter(other);
        let latest = || self.focus.people.iter().rev().filter_map(side).find(other);
        told.or_else(home).or_else(latest)
    }

    fn entity(&mut self, mention: &Mention, role: Role) -> Entity {
        let spoke = role.speaks();
        match &mention.kind {
            MentionKind::People(list) => {
                let mut found = Vec::new();
                for person in list {
                    if let Some(at) = self.people.find(self.context.slice(person.name))
                        && !found.contains(&at)
                    {
                        found.push(at);
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
            // "met envoys": some, and nobody told of before.
            MentionKind::Post(post)
                if post.plural
                    && !mention.subject
                    && post.parties.is_empty()
                    && mention.span.0 == post.span.0
                    && matches!(post.kind, PostKind::Envoy | PostKind::Ambassador) =>
            {
                Entity::Nothing
            }
            MentionKind::Post(post) => self.post(post, mention.span, spoke),
            MentionKind::Parties(list, _) => self.parties(list, mention.span),
            MentionKind::Pronoun(WordValue::I | WordValue::We) => match mention.inside {
                false => self.voices.at(mention.span.0),
                true => Entity::Nothing,
            },
            MentionKind::Pronoun(word) => self.pronoun(*word, role),
            MentionKind::Noun(noun) => self.noun(noun, mention.span, spoke),
            MentionKind::Place(_) => Entity::Nothing,
        }
    }

    fn parties(&mut self, list: &[PartyRef], span: (u32, u32)) -> Entity {
        if let Some(home) = self.office_at_home(span) {
            return Entity::Parties(vec![home]);
        }
        let mut found = Vec::with_capacity(list.len());
        for party in list {
            if let (PartyRef::Ambiguous(Some(one), Some(other)), true) =
                (*party, self.is_plural(span))
            {
                // "the two Koreas"
                parties::add(&mut found, Party::Country(one));
                parties::add(&mut found, Party::Country(other));
            } else if let Some(party) = parties::party(self.context, *party) {
                parties::add(&mut found, party);
            }
        }
        if found.is_empty() {
            // "AFP reported"
            Entity::Outsider
        } else {
            Entity::Parties(found)
        }
    }

    /// "the Foreign Office" in an article from a state that calls its ministry so.
    fn office_at_home(&self, span: (u32, u32)) -> Option<Party> {
        const STATES: &[&str] = &["BGD", "DEU", "PAK", "THA"];
        let office = self.context.slice(span).ends_with("Foreign Office");
        let home = self.context.home.filter(|_| office)?;
        STATES
            .contains(&home.alpha3())
            .then_some(Party::Country(home))
    }

    fn is_plural(&self, span: (u32, u32)) -> bool {
        let last = self.context.slice(span).split_whitespace().next_back();
        last.is_some_and(|w| w.eq_ignore_ascii_case("Koreas"))
    }
}

/// "a foreign ministry statement said": from here on "the statement" is that one.
fn is_issued(context: &Context<'_>, mention: &Mention) -> bool {
    match &mention.kind {
        MentionKind::Noun(noun) => {
            let owned = !noun.parties.is_empty() || noun::is_of_organ(context.slice(mention.span));
            noun.head == Head::Document && owned
        }
        _ => false,
    }
}

/// Words that an encounter is led in with where the sentence tells what it brought.
fn is_scene(word: &str) -> bool {
    ["during", "in", "at", "after", "following"]
        .iter()
        .any(|w| word.eq_ignore_ascii_case(w))
}

fn is_encounter(word: &str) -> bool {
    [
        "meeting",
        "talks",
        "call",
        "conversation",
        "discussion",
        "discussions",
        "consultations",
        "negotiations",
    ]
    .iter()
    .any(|w| word.eq_ignore_ascii_case(w))
}
