//! Who each mention stands for, in text order: pronouns, "the minister",
//! "both sides" take what was named last.

mod company;
mod noun;

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

    fn is_plural(&self, span: (u32, u32)) -> bool {
        let last = self.context.slice(span).split_whitespace().next_back();
        last.is_some_and(|w| w.eq_ignore_ascii_case("Koreas"))
    }

    /// "the minister": the last one; else the state whose minister it is.
    fn post(&mut self, post: &PostPhrase, span: (u32, u32), spoke: bool) -> Entity {
        let mut of: Vec<Party> = Vec::with_capacity(post.parties.len());
        for p in &post.parties {
            if let Some(party) = parties::party(self.context, *p) {
                parties::add(&mut of, party);
            }
        }
        let title = self.context.slice(post.span);
        let high = matches!(post.kind, PostKind::ForeignMinister | PostKind::IoHead);
        if !high && is_unnamed(title) {
            return match self.named_before(post, span) {
                Some(at) => Entity::Officials(vec![at]),
                None => self.unnamed(span, of, post.plural),
            };
        }
        if of.is_empty() {
            of.extend(titles::of_title(self.context, title, post.kind));
        }
        if post.plural {
            if of.is_empty() && is_local(self.context.slice(span)) {
                return match spoke {
                    true => self.unnamed(span, of, true),
                    false => Entity::Nothing,
                };
            }
            if of.is_empty() && is_some(self.context.slice(span)) {
                return match spoke {
                    true => self.unnamed(span, of, true),
                    false => Entity::Nothing,
                };
            }
            if of.is_empty() && !spoke && is_qualified(self.context, span, post) {
                return Entity::Nothing;
            }
            if of.is_empty() {
                let bear = |at: usize| {
                    self.people
                        .list
                        .get(at)
                        .is_some_and(|p| bears(p, post.kind))
                };
                let known = self.focus.group_of(bear);
                if known.is_none() && spoke && is_indefinite(self.context.slice(span)) {
                    // "Western leaders", "world leaders"
                    return self.unnamed(span, of, true);
                }
                return known.unwrap_or_else(|| match self.focus.group(None) {
                    // "The bloc met on Monday. The leaders agreed …"
                    Entity::Nothing => self.focus.body_told().unwrap_or(Entity::Nothing),
                    group => group,
                });
            }
            return Entity::Parties(of);
        }
        if post.counterpart {
            if let Some(at) = self.opposite(&of) {
                return Entity::Officials(vec![at]);
            }
            return if of.is_empty() {
                Entity::Nothing
            } else {
                Entity::Parties(of)
            };
        }
        if of.len() > 1 {
            // "the Japan-Peru chief of staff": those of both.
            return Entity::Parties(of);
        }
        let word = last_word(self.context.slice(post.span));
        // "the chairperson" may be that of a body, told with the whole title before.
        let untold = post.kind == PostKind::Other;
        // "the head of the Foreign Ministry" is its minister; "the deputy" sits in parliament.
        let kind = match untold {
            true if title.eq_ignore_ascii_case("deputy") => PostKind::Legislator,
            true => office::kind(self.context, post.kind, post, title),
            false => post.kind,
        };
        // "the head of NATO", "the Kremlin chief"
        let heads = untold
            && !of.is_empty()
            && matches!(&*title.to_ascii_lowercase(), "head" | "chief" | "boss");
        let fits = |at: &usize| {
            self.people.list.get(*at).is_some_and(|p| {
                let side = match of.first() {
                    Some(party) => p.party().as_ref() == Some(party),
                    None => true,
                };
                let titled = || p.posts.iter().any(|h| h.title.eq_ignore_ascii_case(title));
                let bears = bears(p, kind) || untold && is_called(p, word) || titled();
                (bears || heads && leads(p)) && side
            })
        };
        let said = |at: &usize| {
            self.people
                .list
                .get(*at)
                .is_some_and(|p| is_called(p, word))
        };
        let barred = |at: &usize| {
            self.people
                .list
                .get(*at)
                .is_some_and(|p| is_called_else(p, word))
        };
        let latest = || self.focus.people.iter().rev().copied().filter(|a| fits(a));
        // "President Vega thanked President Soto. … the president said": who spoke goes on.
        let goes_on = |at: &usize| spoke && of.is_empty() && fits(at) && !barred(at);
        let speaker = || self.focus.last_speaker().filter(goes_on);
        // "… the visit of the Chilean President Soto. … said the President": of home.
        let at_home = |at: &usize| {
            let side = self.people.list.get(*at).and_then(|p| p.party());
            goes_on(at) && side.is_some() && side == self.context.told.map(Party::Country)
        };
        let resident = || self.focus.people.iter().rev().copied().find(at_home);
        let known = self.focus.one_who_spoke().filter(goes_on);
        if let Some(at) = known.or_else(speaker).or_else(resident) {
            return Entity::Officials(vec![at]);
        }
        let found = latest().find(|a| said(a));
        if let Some(at) = found.or_else(|| latest().find(|a| !barred(a))) {
            return Entity::Officials(vec![at]);
        }
        // "France's foreign minister", "the foreign minister": somebody who is named only later.
        if !of.is_empty() || post.kind != PostKind::Other && !post.of_pronoun {
            let mut all = (0..self.people.list.len()).filter(|a| fits(a));
            if let (Some(at), None) = (all.next(), all.next()) {
                return Entity::Officials(vec![at]);
            }
        }
        if of.is_empty() {
            if post.of_pronoun {
                of.extend(self.focus.party.clone());
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

    /// "Mori and his Indian counterpart": the one person of that side who holds the post of
    /// one of those named last.
    fn opposite(&self, of: &[Party]) -> Option<usize> {
        let [side] = of else { return None };
        let mut latest = self.focus.people.iter().rev().take(COUNTERPARTS);
        latest.find_map(|at| {
            let kind = self.people.list.get(*at)?.kind();
            self.people.holder(kind, side)
        })
    }

    /// "the adviser": somebody named just before with the title.
    fn named_before(&self, post: &PostPhrase, span: (u32, u32)) -> Option<usize> {
        let definite = self
            .context
            .slice(span)
            .get(..4)
            .is_some_and(|w| w.eq_ignore_ascii_case("the "));
        let word = last_word(self.context.slice(post.span));
        let called = |at: &&usize| {
            let person = self.people.list.get(**at);
            person.is_some_and(|p| is_called(p, word))
        };
        let alone = definite && !post.plural && post.parties.is_empty();
        alone
            .then(|| {
                self.focus
                    .people
                    .iter()
                    .rev()
                    .take(COUNTERPARTS)
                    .find(called)
            })
            .flatten()
            .copied()
    }

    /// "a senior U.S. official": as written; "the official": the one told of before.
    fn unnamed(&self, span: (u32, u32), parties: Vec<Party>, plural: bool) -> Entity {
        let words = self.context.slice(span).to_ascii_lowercase();
        let back = !plural && words.starts_with("the ");
        let own = |source: &Entity| match (parties.as_slice(), source) {
            ([], _) => true,
            // "the Kenyan diplomat": an official of Kenya's who spoke last.
            ([side], Entity::Officials(list)) => list.first().is_some_and(|at| {
                self.people.list.get(*at).and_then(|p| p.party()).as_ref() == Some(side)
            }),
            _ => false,
        };
        match self.focus.informant().filter(|s| own(s)) {
            Some(source) if back => source.clone(),
            _ => Entity::Source {
                span,
                parties: parties.into(),
                plural,
            },
        }
    }

    fn pronoun(&self, word: WordValue, role: Role) -> Entity {
        let gender = match word {
            WordValue::She => Gender::Female,
            _ => Gender::Male,
        };
        match word {
            WordValue::He | WordValue::She => {
                let other = |at: usize| !self.is_acted_on(at);
                self.focus.person(self.people, gender, role, other)
            }
            WordValue::It => self.focus.thing(role),
            WordValue::They => self.focus.several(role),
            _ => Entity::Nothing,
        }
    }

    /// "He thanked Mori", "He praised Mori's speech": who is named right behind the verb is
    /// somebody else than "he".
    fn is_acted_on(&self, at: usize) -> bool {
        let Some(next) = self.next else { return false };
        let verb = self.context.slice((self.focus.end, next.span.0));
        let plain = |c: char| c.is_alphabetic() || matches!(c, ' ' | '-');
        let near = verb.chars().all(plain) && verb.split_whitespace().count() <= 3;
        let clause = verb.split(' ').any(|w| w == "that");
        let people: Vec<usize> = match &next.kind {
            _ if !near || clause => return false,
            MentionKind::People(list) => {
                let find = |p: &PersonMention| self.people.find(self.context.slice(p.name));
                list.iter().filter_map(find).collect()
            }
            MentionKind::Name { .. } => {
                let name = strip_possessive(self.context.slice(next.span));
                self.people.find(name).into_iter().collect()
            }
            MentionKind::Noun(noun) => self.owners(noun),
            _ => return false,
        };
        people.contains(&at)
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

/// "several leaders", "other ministers": none of those told of before.
fn is_some(words: &str) -> bool {
    const SOME: [&str; 7] = [
        "several", "some", "other", "many", "various", "numerous", "more",
    ];
    let first = words.split(' ').next();
    first.is_some_and(|w| SOME.iter().any(|s| w.eq_ignore_ascii_case(s)))
}

/// "rival leaders", "African leaders": of these no article says that they were told before.
fn is_qualified(context: &Context<'_>, span: (u32, u32), post: &PostPhrase) -> bool {
    let before = context.slice((span.0, post.span.0)).trim();
    !before.is_empty() && is_indefinite(before)
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
