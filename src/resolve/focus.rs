//! Whom the text speaks of just now: what pronouns and "the two sides" point at.

use super::discourse::Entity;
use super::parties;
use super::people::{People, Person};
use super::speech::{LastSpeaker, Role, is_joint_document};
use crate::grammar::{Mention, MentionKind};
use crate::lexicon::Gender;
use crate::model::{Party, PostKind};

/// People farther back than this are not taken up by "he" or "the minister".
const MEMORY: usize = 48;

/// What was named last, most recent at the end.
#[derive(Debug, Default)]
pub(super) struct Focus {
    pub(super) people: Vec<usize>,
    /// Several people named together, sentence by sentence, the latest at the end.
    groups: Vec<Vec<usize>>,
    /// People named in this sentence.
    named_here: Vec<usize>,
    pub(super) party: Option<Party>,
    /// Several parties named together.
    pub(super) sides: Vec<Party>,
    /// Sides named in this paragraph, to make "both sides" of.
    pub(super) here: Vec<Party>,
    /// Somebody unnamed who spoke: "a senior official".
    source: Option<Entity>,
    speaker: LastSpeaker,
    /// Whoever spoke last in a document of theirs: "the statement" is theirs.
    pub(super) author: Option<Entity>,
    /// Only "and" or a comma stands between this mention and the one before.
    joined: bool,
    /// Where the last mention ended.
    pub(super) end: u32,
    /// Whose ministry was named last.
    pub(super) organ: Option<Party>,
    /// The organization named last.
    pub(super) body: Option<Party>,
    /// The sides of the encounter named by them last ("the Peru-Chile talks"), and its paragraph.
    met: Option<(Option<u32>, Vec<Party>)>,
    /// The sides of the encounter told last.
    company: Vec<Party>,
    /// The two who meet as a sentence opens, and the sentence.
    pair: Option<(u32, [Party; 2])>,
    /// The sides of the joint document named last.
    pub(super) joint: Option<Vec<Party>>,
    paragraph: Option<u32>,
    sentence: u32,
    /// Whom this sentence tells of, and how prominent that is.
    topic: Option<(Rank, Entity)>,
    /// Whom the sentence before told of.
    last_topic: Option<(Rank, Entity)>,
}

/// How prominent somebody is in a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Named,
    Subject,
    Speaker,
}

impl Focus {
    /// Begins a paragraph or a sentence, if the mention does.
    pub(super) fn advance(&mut self, mention: &Mention, joined: bool) {
        self.joined = joined;
        self.end = mention.span.1;
        if self.paragraph != Some(mention.paragraph) {
            self.paragraph = Some(mention.paragraph);
            if self.here.len() >= 2 {
                self.sides = std::mem::take(&mut self.here);
            }
            self.here.clear();
        }
        if !mention.inside && self.sentence != mention.sentence {
            self.sentence = mention.sentence;
            self.named_here.clear();
            if let Some(topic) = self.topic.take() {
                self.last_topic = Some(topic);
            }
        }
    }

    /// Whom this sentence and the one before tell of, nearest first.
    pub(super) fn topics(&self) -> impl Iterator<Item = &Entity> {
        let both = self.topic.iter().chain(&self.last_topic);
        both.map(|(_, e)| e)
    }

    /// The one official who spoke in this sentence or the one before.
    pub(super) fn one_who_spoke(&self) -> Option<usize> {
        let both = self.topic.iter().chain(&self.last_topic);
        both.filter(|(rank, _)| *rank == Rank::Speaker)
            .find_map(|(_, e)| match e {
                Entity::Officials(list) if list.len() == 1 => list.first().copied(),
                _ => None,
            })
    }

    /// The organization that this sentence or the one before tells of.
    pub(super) fn body_told(&self) -> Option<Entity> {
        let body = |e: &&Entity| matches!(e, Entity::Parties(list) if matches!(list.as_slice(), [Party::Organization(_)]));
        self.topics().find(body).cloned()
    }

    /// Whom this sentence tells of so far.
    pub(super) fn topic_here(&self) -> Option<&Entity> {
        self.topic.as_ref().map(|(_, e)| e)
    }

    /// "Japan and Peru": sides that this sentence or the one before tells of together.
    pub(super) fn acting(&self, count: Option<usize>) -> Option<Vec<Party>> {
        self.topics().find_map(|e| match e {
            Entity::Parties(list) if list.len() >= 2 && count.is_none_or(|c| c == list.len()) => {
                Some(list.clone())
            }
            _ => None,
        })
    }

    /// Whom a pronoun can mean, likeliest first: subjects and speakers of this sentence
    /// and the one before, the last speaker, others named there. Behind its words a
    /// pronoun means nobody of its own sentence.
    fn likely(&self, role: Role) -> impl Iterator<Item = &Entity> {
        let here = self.topic.as_ref().filter(|_| role != Role::Trails);
        let both = || here.into_iter().chain(&self.last_topic);
        let spoke = self.speaker.near(self.paragraph);
        let trails = role == Role::Trails;
        let floor = if trails { Rank::Subject } else { Rank::Named };
        let first = both().filter(move |(rank, _)| *rank > floor);
        let rest = both().filter(move |(rank, _)| *rank <= floor);
        let others = rest.map(|(_, e)| e);
        let early = spoke.filter(|_| trails);
        let late = spoke.filter(|_| !trails);
        first.map(|(_, e)| e).chain(early).chain(others).chain(late)
    }

    /// Whoever "the official" is: the one who spoke last.
    pub(super) fn informant(&self) -> Option<&Entity> {
        let last = self.speaker.near(self.paragraph).filter(|e| match e {
            Entity::Officials(list) => list.len() == 1,
            Entity::Source { plural, .. } => !plural,
            _ => false,
        });
        last.or(self.source.as_ref())
    }

    /// "The visit will help, spokesman Tamm said. He was received by": whoever spoke for others
    /// is not whom the text goes on to tell of.
    fn spoke_for_others(&self, people: &People<'_>, at: usize, role: Role) -> bool {
        let speaks = |p: &super::people::Person| p.kind() == PostKind::Spokesperson;
        let told = self.speaker.near(self.paragraph);
        role == Role::Silent
            && people.list.get(at).is_some_and(speaks)
            && told.is_some_and(|e| matches!(e, Entity::Officials(list) if *list == [at]))
    }

    /// The one official who spoke last, if it is not long ago.
    pub(super) fn last_speaker(&self) -> Option<usize> {
        match self.speaker.near(self.paragraph)? {
            Entity::Officials(list) if list.len() == 1 => list.first().copied(),
            _ => None,
        }
    }

    /// "he", "she": the likeliest person who can be meant; else the one named last.
    pub(super) fn person(
        &self,
        people: &People<'_>,
        wanted: Gender,
        role: Role,
        can_be: impl Fn(usize) -> bool,
    ) -> Entity {
        let fits = |at: &usize| {
            people
                .list
                .get(*at)
                .is_some_and(|p| p.gender == wanted || p.gender == Gender::Unknown)
                && can_be(*at)
        };
        for topic in self.likely(role) {
            match topic {
                Entity::Officials(list) => {
                    let own = |a: &&usize| fits(a) && !self.spoke_for_others(people, **a, role);
                    if let Some(at) = list.iter().find(own) {
                        return Entity::Officials(vec![*at]);
                    }
                }
                Entity::Source { plural: false, .. } | Entity::Outsider => return topic.clone(),
                _ => {}
            }
        }
        let mut named = self.people.iter().rev().filter(|a| fits(a));
        let own = |a: &&usize| !self.spoke_for_others(people, **a, role);
        match named.clone().find(own).or_else(|| named.next()) {
            Some(at) => Entity::Officials(vec![*at]),
            None => Entity::Nothing,
        }
    }

    /// "it": the likeliest single side, or the joint statement of several.
    pub(super) fn thing(&self, role: Role) -> Entity {
        let told = self.speaker.of_document(self.paragraph);
        if let Some(author) = told.filter(|_| role.speaks()) {
            return author.clone();
        }
        let single = self
            .likely(role)
            .find(|e| matches!(e, Entity::Parties(list) if list.len() == 1));
        let several = |e: &Entity| match e {
            Entity::Parties(list) | Entity::Joint(list) => list.len() >= 2,
            Entity::Officials(list) => list.len() >= 2,
            _ => false,
        };
        match (single, &self.party) {
            (Some(entity), _) => entity.clone(),
            (None, _) if self.joint.is_some() && self.topics().any(several) => {
                Entity::Joint(self.joint.clone().unwrap_or_default())
            }
            (None, Some(party)) => Entity::Parties(vec![party.clone()]),
            _ => Entity::Nothing,
        }
    }

    /// "they": several that are likely meant, or the group.
    pub(super) fn several(&self, role: Role) -> Entity {
        let several = self.likely(role).find(|e| match e {
            Entity::Officials(list) => list.len() >= 2,
            // "The G7 ministers … They": an organization acts as many.
            Entity::Parties(list) => {
                list.len() >= 2 || matches!(list.as_slice(), [Party::Organization(_)])
            }
            Entity::Source { .. } | Entity::Joint(_) => true,
            _ => false,
        });
        let met = || Some(Entity::Parties(self.met_here()?.to_vec()));
        let several = several.cloned().or_else(met);
        several.unwrap_or_else(|| self.group(None))
    }

    /// The sides of the encounter named in this paragraph or the one before.
    fn met_here(&self) -> Option<&[Party]> {
        let (paragraph, sides) = self.met.as_ref()?;
        let near = paragraph
            .zip(self.paragraph)
            .is_some_and(|(then, now)| now <= then + 1);
        near.then_some(sides)
    }

    /// Of two who meet as this sentence opens.
    pub(super) fn note_pair(&mut self, pair: Option<[Party; 2]>) {
        self.pair = pair.map(|pair| (self.sentence, pair));
    }

    /// The two who meet as this sentence opens.
    pub(super) fn pair_here(&self) -> Option<&[Party; 2]> {
        let here = self.pair.as_ref().filter(|(s, _)| *s == self.sentence);
        here.map(|(_, pair)| pair)
    }

    pub(super) fn note_encounter(&mut self, sides: Vec<Party>) {
        self.met = Some((self.paragraph, sides));
    }

    /// Of those who meet in the encounter told last.
    pub(super) fn note_company(&mut self, sides: Vec<Party>) {
        self.company = sides;
    }

    /// The states that meet, if they are all among these sides: whom else a paragraph names
    /// is only spoken of.
    fn company_among(&self, sides: &[Party]) -> Option<&[Party]> {
        let state = |p: &Party| matches!(p, Party::Country(_)) && sides.contains(p);
        let among = self.company.len() >= 2 && self.company.iter().all(state);
        among.then_some(self.company.as_slice())
    }

    /// "the two sides", "the leaders": people or parties named together.
    pub(super) fn group(&self, count: Option<usize>) -> Entity {
        let fits = |n: usize| n >= 2 && count.is_none_or(|c| c == n);
        if let Some(group) = self.groups.iter().rev().find(|g| fits(g.len())) {
            return Entity::Officials(group.clone());
        }
        for named in [&self.here, &self.sides] {
            if fits(named.len()) {
                let company = self.company_among(named).filter(|c| fits(c.len()));
                return Entity::Parties(company.unwrap_or(named).to_vec());
            }
        }
        if let Some(count) = count.filter(|c| *c >= 2) {
            // The last ones named, as many as said.
            let all = self.recent_sides();
            if all.len() >= count {
                return Entity::Parties(all[all.len() - count..].to_vec());
            }
        }
        if self.here.len() >= 2 {
            let company = self.company_among(&self.here);
            return Entity::Parties(company.unwrap_or(&self.here).to_vec());
        }
        Entity::Nothing
    }

    /// "the ministers": those named together who hold such a post.
    pub(super) fn group_of(&self, holds: impl Fn(usize) -> bool) -> Option<Entity> {
        self.groups.iter().rev().find_map(|group| {
            let fitting: Vec<usize> = group.iter().copied().filter(|at| holds(*at)).collect();
            (fitting.len() >= 2).then_some(Entity::Officials(fitting))
        })
    }

    fn recent_sides(&self) -> Vec<Party> {
        let mut all = Vec::new();
        for party in self.sides.iter().chain(&self.here) {
            parties::add(&mut all, party.clone());
        }
        all
    }

    /// The sides of the encounter being told.
    pub(super) fn sides(&self) -> Vec<Party> {
        if self.here.len() >= 2 {
            self.here.clone()
        } else if self.sides.len() >= 2 {
            self.sides.clone()
        } else {
            self.recent_sides()
        }
    }

    /// Makes a person the one named last.
    fn remember(&mut self, at: usize) {
        self.people.retain(|p| *p != at);
        if self.people.len() == MEMORY {
            self.people.remove(0);
        }
        self.people.push(at);
    }

    /// Remembers somebody behind the one named last, who is still spoken of.
    pub(super) fn remember_behind(&mut self, list: &[usize]) {
        let last = self.people.last().copied();
        for at in list {
            self.remember(*at);
        }
        if let Some(last) = last {
            self.remember(last);
        }
    }

    /// Remembers who was named.
    pub(super) fn note(
        &mut self,
        entity: &Entity,
        mention: &Mention,
        people: &People<'_>,
        role: Role,
    ) {
        self.speaker.note(entity, mention, role, self.joined);
        if is_joint_document(mention) {
            self.author = None;
        }
        if !mention.inside {
            let titled = matches!(mention.kind, MentionKind::Post(_));
            let spoke = matches!(role, Role::Leads | Role::Trails);
            match self.beside_parties(entity, people).filter(|_| titled) {
                Some(sides) => self.note_topic(&sides, mention, spoke),
                None => self.note_topic(entity, mention, spoke),
            }
        }
        match entity {
            Entity::Officials(list) => {
                let named = !matches!(mention.kind, MentionKind::Pronoun(_));
                for at in list {
                    self.remember(*at);
                    if let Some(party) = people.list.get(*at).and_then(|p| p.party()) {
                        if named {
                            parties::add(&mut self.here, party.clone());
                        }
                        self.party = Some(party);
                    }
                }
                if named && !mention.inside {
                    self.join_group(list, people);
                }
            }
            Entity::Parties(list) => {
                let is_name = matches!(
                    mention.kind,
                    MentionKind::Parties(..) | MentionKind::Noun(_) | MentionKind::Post(_)
                );
                if is_name {
                    for party in list {
                        parties::add(&mut self.here, party.clone());
                    }
                }
                if let [one] = list.as_slice() {
                    self.party = Some(one.clone());
                    if matches!(one, Party::Organization(_)) {
                        self.body = Some(one.clone());
                    }
                } else if list.len() >= 2 {
                    self.sides = list.clone();
                }
            }
            Entity::Source { .. } if role.speaks() => self.source = Some(entity.clone()),
            Entity::Joint(list) if list.len() >= 2 => self.joint = Some(list.clone()),
            _ => {}
        }
    }

    /// Whose the thing is that a sentence tells of: likely meant by "he" if nobody acts in it.
    pub(super) fn note_owners(&mut self, owners: Vec<usize>, subject: bool) {
        for at in &owners {
            self.remember(*at);
        }
        if subject && !owners.is_empty() && self.topic.is_none() {
            self.topic = Some((Rank::Named, Entity::Officials(owners)));
        }
    }

    /// "the ministers of Japan and the Peruvian envoy": who is named by his title beside states
    /// stands for his own.
    fn beside_parties(&self, entity: &Entity, people: &People<'_>) -> Option<Entity> {
        let (Some((_, Entity::Parties(_))), Entity::Officials(list)) = (&self.topic, entity) else {
            return None;
        };
        let sides = list.iter().map(|at| people.list.get(*at)?.party());
        let sides: Option<Vec<Party>> = sides.collect();
        sides.filter(|_| self.joined).map(Entity::Parties)
    }

    fn note_topic(&mut self, entity: &Entity, mention: &Mention, spoke: bool) {
        let rank = if spoke {
            Rank::Speaker
        } else if mention.subject {
            Rank::Subject
        } else {
            Rank::Named
        };
        let counts = match entity {
            Entity::Officials(_) => true,
            Entity::Parties(_) | Entity::Joint(_) | Entity::Source { .. } => rank > Rank::Named,
            // An unknown name may be no person at all.
            Entity::Outsider => {
                rank > Rank::Named
                    && match &mention.kind {
                        MentionKind::Name { outsider, gender } => {
                            *outsider || *gender != Gender::Unknown
                        }
                        MentionKind::People(_) => true,
                        MentionKind::Noun(noun) => !noun.plural,
                        _ => false,
                    }
            }
            Entity::Nothing => false,
        };
        if !counts {
            return;
        }
        match &mut self.topic {
            Some((r, topic)) if rank == *r && self.joined => topic.join(entity),
            Some((r, _)) if rank <= *r => {}
            topic => *topic = Some((rank, entity.clone())),
        }
    }

    /// People of several sides named in one sentence are "the leaders" later; the two
    /// named last, in whatever sentences, are "the two".
    fn join_group(&mut self, list: &[usize], people: &People<'_>) {
        let fresh = self.named_here.is_empty();
        // Who speaks for another is none of "the two".
        let kind = |at: usize| people.list.get(at).map(Person::kind);
        let counts = |at: &usize| kind(*at) != Some(PostKind::Spokesperson);
        for at in list.iter().filter(|at| counts(at)) {
            if !self.named_here.contains(at) {
                self.named_here.push(*at);
            }
        }
        let mut group = self.named_here.clone();
        let mut last = self.people.iter().rev().filter(|at| counts(at));
        if let ([one], Some(before)) = (group.as_slice(), last.nth(1)) {
            group = vec![*before, *one];
            // One of several leaders named again leaves them "the leaders".
            let both = |g: &Vec<usize>| g.len() > 2 && group.iter().all(|n| g.contains(n));
            if self.groups.last().is_some_and(both) {
                return;
            }
        }
        let side = |n: &usize| people.list.get(*n).and_then(|p| p.party());
        let first = group.first().and_then(side);
        if group.len() < 2 || group.iter().all(|n| side(n) == first) {
            return;
        }
        // A longer list of the same sentence takes the place of its beginning.
        if !fresh {
            self.groups.retain(|g| !group.starts_with(g));
        }
        self.groups.retain(|g| *g != group);
        self.groups.push(group);
        if self.groups.len() > 6 {
            self.groups.remove(0);
        }
    }
}
