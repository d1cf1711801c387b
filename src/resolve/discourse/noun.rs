//! Whom a noun stands for: "the ministry", "both sides", "the joint statement".

use super::{Entity, Resolver};
use crate::grammar::{Determiner, Head, NounGroup};
use crate::lexicon::{GroupOf, WordValue};
use crate::model::{InstrumentKind, Party, PostKind};
use crate::resolve::called::{bears, last_word};
use crate::resolve::fighters::{self, is_fighter};
use crate::resolve::parties;
use crate::resolve::speech::Role;

impl Resolver<'_> {
    pub(super) fn noun(&mut self, noun: &NounGroup, span: (u32, u32), spoke: bool) -> Entity {
        let mut of: Vec<Party> = Vec::with_capacity(noun.parties.len());
        for p in &noun.parties {
            if let Some(party) = parties::party(self.context, *p) {
                parties::add(&mut of, party);
            }
        }
        let count = noun.count.map(usize::from);
        if matches!(noun.head, Head::Frame(_)) && of.len() >= 2 {
            self.focus.note_encounter(of.clone());
        }
        match noun.head {
            Head::Organ(_) => self.organ(noun, span, of),
            Head::Group(GroupOf::Parties) => {
                if of.len() >= 2 {
                    return Entity::Parties(of);
                }
                if !noun.plural {
                    return match of.first() {
                        Some(_) => Entity::Parties(of),
                        None => self.focus.thing(Role::Silent),
                    };
                }
                if of.len() == 1 && count.is_none() {
                    return Entity::Parties(of);
                }
                let unknown = count.is_none() && noun.determiner == Determiner::None;
                let words = self.context.slice(span);
                if unknown && !spoke && words.eq_ignore_ascii_case("members") {
                    // "members of parliament"
                    return Entity::Nothing;
                }
                if unknown && words.contains(' ') {
                    // "Regional countries", "Arab states", "donor nations"
                    let states = ["countries", "nations", "states"];
                    if spoke {
                        return self.unnamed(span, of, true);
                    } else if states.contains(&last_word(words)) {
                        return Entity::Nothing;
                    }
                }
                self.parties_of_group(count)
            }
            Head::Group(GroupOf::People(kind)) => {
                let words = self.context.slice(span);
                if of.len() == 1 && words.ends_with("delegation") {
                    return Entity::Parties(of);
                }
                // "U.S. officials": unnamed.
                if kind.is_none() && (!of.is_empty() || !self.is_definite(noun)) {
                    return Entity::Source {
                        span,
                        parties: of.into(),
                        plural: true,
                    };
                }
                if !of.is_empty() {
                    return Entity::Parties(of);
                }
                self.leaders(kind, count)
            }
            Head::Source => match self.movement(noun, &of, span) {
                Some(movement) => Entity::Parties(vec![movement]),
                None => self.unnamed(span, of, noun.plural),
            },
            Head::Document if is_of_media(self.context.slice(span)) => Entity::Outsider,
            Head::Document if of.is_empty() && is_of_organ(self.context.slice(span)) => {
                self.organ(noun, span, of)
            }
            // "a treaty that provides for inspections"
            Head::Instrument(InstrumentKind::Treaty)
                if of.is_empty() && noun.determiner == Determiner::A =>
            {
                Entity::Nothing
            }
            Head::Document | Head::Instrument(_) => self.document(noun, of),
            Head::Outsider | Head::Media => Entity::Outsider,
            Head::Other if spoke => match self.faction(noun, &of, span) {
                Some(faction) => Entity::Parties(vec![faction]),
                None => self.part(noun, of),
            },
            // "Holm's claim that", "Peru's demand that": whoever makes it.
            Head::Frame(_) if spoke => match self.owners(noun) {
                people if !people.is_empty() => Entity::Officials(people),
                _ if of.len() == 1 => Entity::Parties(of),
                // "in his opinion"
                _ => match noun.pronoun {
                    Some(word) => self.pronoun(word, Role::Silent),
                    None => Entity::Nothing,
                },
            },
            Head::Frame(_) | Head::Other => Entity::Nothing,
        }
    }

    /// "the guerrillas", "the Salvadoran rebels": the one movement that the article names,
    /// if it is of that country.
    fn movement(&self, noun: &NounGroup, of: &[Party], span: (u32, u32)) -> Option<Party> {
        let words = self.context.slice(span);
        if !self.is_definite(noun) || !words.split(' ').any(is_fighter) {
            return None;
        }
        let (movement, country) = fighters::movement(self.context)?;
        let own = |party: &Party| country.map(Party::Country).as_ref() == Some(party);
        of.iter().all(own).then_some(movement)
    }

    /// "the group", "the Islamist movement": the one movement that the article names, not the
    /// "Group of Seven" told of last.
    fn faction(&self, noun: &NounGroup, of: &[Party], span: (u32, u32)) -> Option<Party> {
        const FACTIONS: [&str; 5] = ["faction", "group", "militia", "movement", "organization"];
        let words = self.context.slice(span);
        if !self.is_definite(noun) || noun.plural || !FACTIONS.contains(&last_word(words)) {
            return None;
        }
        let (movement, country) = fighters::movement(self.context)?;
        let own = |party: &Party| country.map(Party::Country).as_ref() == Some(party);
        let group = self
            .focus
            .body
            .as_ref()
            .is_some_and(|b| b.code().starts_with('G'));
        let bare = words.split(' ').count() == 2;
        (of.iter().all(own) && !(bare && group)).then_some(movement)
    }

    /// "both leaders": of those named together the last who lead, else the last.
    fn leaders(&self, kind: Option<PostKind>, count: Option<usize>) -> Entity {
        let bear = |at: usize| {
            let person = self.people.list.get(at);
            kind.is_some_and(|k| person.is_some_and(|p| bears(p, k)))
        };
        let several = |e: &Entity| match e {
            Entity::Officials(list) => count.is_none_or(|c| c == list.len()),
            _ => false,
        };
        let leading = self.focus.group_of(bear).filter(several);
        leading.unwrap_or_else(|| self.focus.group(count))
    }

    /// "the ministry": of the country named with one before; else of home.
    fn organ(&mut self, noun: &NounGroup, span: (u32, u32), mut of: Vec<Party>) -> Entity {
        if let [one] = of.as_slice() {
            self.focus.organ = Some(one.clone());
        }
        if of.is_empty() && noun.pronoun.is_some() {
            of.extend(self.focus.party.clone());
        }
        if of.is_empty() {
            // "the Georgian President's administration"
            let posts = noun.owner_post.iter().flat_map(|p| &p.parties);
            of.extend(
                posts
                    .filter_map(|p| parties::party(self.context, *p))
                    .take(1),
            );
        }
        if of.is_empty() && self.is_definite(noun) && self.speaks_of_own(span) {
            of.extend(self.speaking_side());
        }
        if of.is_empty() && !noun.plural {
            let back = self.focus.organ.clone().filter(|_| self.is_definite(noun));
            of.extend(back.or_else(|| self.context.home.map(Party::Country)));
        }
        let count = noun.count.map(usize::from).filter(|c| *c >= 2);
        if of.is_empty() && noun.plural && count.is_some() && self.is_definite(noun) {
            // "the two governments", "both delegations"; not whoever meets them.
            let apart = |e: &Entity| !self.is_one_of(e);
            let sides = self.parties_of_group(count);
            return Some(sides).filter(apart).unwrap_or(Entity::Nothing);
        }
        if of.is_empty() {
            Entity::Nothing
        } else {
            Entity::Parties(of)
        }
    }

    /// "The press secretary said the administration": who speaks of it speaks of his own.
    fn speaks_of_own(&self, span: (u32, u32)) -> bool {
        self.context
            .slice(span)
            .eq_ignore_ascii_case("the administration")
    }

    /// The side of the official whom the sentence tells of.
    fn speaking_side(&self) -> Option<Party> {
        match self.focus.topic_here() {
            Some(Entity::Officials(list)) => self.people.list.get(*list.first()?)?.party(),
            _ => None,
        }
    }

    /// Whether whom the sentence tells of is among these sides.
    fn is_one_of(&self, sides: &Entity) -> bool {
        let topic = match self.focus.topic_here() {
            Some(Entity::Officials(list)) => list
                .first()
                .and_then(|at| self.people.list.get(*at)?.party()),
            Some(Entity::Parties(list)) if list.len() == 1 => list.first().cloned(),
            _ => None,
        };
        matches!((topic, sides), (Some(t), Entity::Parties(list)) if list.contains(&t))
    }

    /// "Iran's mission", "Macron's office": the side it belongs to; "the group": the
    /// organization told of before.
    fn part(&self, noun: &NounGroup, of: Vec<Party>) -> Entity {
        if noun.plural {
            return Entity::Nothing;
        }
        if !of.is_empty() {
            return Entity::Parties(of);
        }
        if let Some(word @ (WordValue::He | WordValue::She)) = noun.pronoun
            && let Entity::Officials(list) = self.pronoun(word, Role::Silent)
        {
            // "his office"
            let side = list
                .first()
                .and_then(|at| self.people.list.get(*at)?.party());
            return side.map_or(Entity::Nothing, |side| Entity::Parties(vec![side]));
        }
        let owner = noun.people.first();
        let owner = owner.and_then(|p| self.people.find(self.context.slice(p.name)));
        let side = owner.and_then(|at| self.people.list.get(at)?.party());
        if let Some(side) = side {
            return Entity::Parties(vec![side]);
        }
        match &self.focus.body {
            Some(body) if self.is_definite(noun) && noun.pronoun.is_none() => {
                Entity::Parties(vec![body.clone()])
            }
            _ => Entity::Nothing,
        }
    }

    /// "Holm's claim": the people named before the noun.
    pub(super) fn owners(&self, noun: &NounGroup) -> Vec<usize> {
        noun.people
            .iter()
            .filter_map(|p| self.people.find(self.context.slice(p.name)))
            .collect()
    }

    /// "the joint statement", "the ministry's statement", "the statement".
    fn document(&self, noun: &NounGroup, of: Vec<Party>) -> Entity {
        let owners = self.owners(noun);
        if !owners.is_empty() {
            return Entity::Officials(owners);
        }
        if of.len() >= 2 {
            return Entity::Joint(of);
        }
        if noun.joint {
            let acting = self.focus.acting(None);
            return Entity::Joint(acting.unwrap_or_else(|| self.focus.sides()));
        }
        if !of.is_empty() {
            return Entity::Parties(of);
        }
        // "said in a statement. … The statement said": its author's.
        if let (Head::Document, false, Some(author)) = (&noun.head, noun.plural, &self.focus.author)
        {
            return author.clone();
        }
        if let Some(sides) = &self.focus.joint {
            return Entity::Joint(sides.clone());
        }
        let author = self.focus.topics().find(|e| match e {
            Entity::Officials(list) => list.len() == 1,
            Entity::Parties(list) => list.len() == 1,
            _ => false,
        });
        match author {
            Some(author) => author.clone(),
            None => match &self.focus.author {
                Some(author) if !noun.plural => author.clone(),
                _ => Entity::Joint(self.focus.sides()),
            },
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
        let pair = self
            .focus
            .pair_here()
            .filter(|_| count.is_none_or(|c| c == 2));
        if let Some(pair) = pair {
            return Entity::Parties(pair.to_vec());
        }
        if let Some(acting) = self.focus.acting(count) {
            return Entity::Parties(acting);
        }
        match self.focus.group(count) {
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
                    let sides = self.focus.sides();
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
}

/// "a foreign ministry statement"
pub(super) fn is_of_organ(words: &str) -> bool {
    const ORGANS: &[&str] = &["ministry", "government", "embassy", "presidency", "cabinet"];
    words
        .split(' ')
        .any(|w| ORGANS.iter().any(|o| w.eq_ignore_ascii_case(o)))
}

/// "local media reports", and "reports" that nobody is told to have made
fn is_of_media(words: &str) -> bool {
    const MEDIA: &[&str] = &["media", "press", "news", "newspaper", "television"];
    if words.eq_ignore_ascii_case("reports") {
        return true;
    }
    let (before, last) = words.rsplit_once(' ').unwrap_or_default();
    let report = matches!(last, "report" | "reports");
    report
        && before
            .split(' ')
            .any(|w| MEDIA.iter().any(|m| w.eq_ignore_ascii_case(m)))
}
