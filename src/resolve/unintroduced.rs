//! Persons whom no title at their name introduces: public figures, surnames that every
//! reader knows, and those whose title stands elsewhere.

use super::names::{NameKey, Sameness};
use super::officials::{Gatherer, is_thing, strip_possessive};
use super::people::Person;
use super::{Context, parties, titles};
use crate::grammar::{Facts, Mention, MentionKind, PersonMention, PostPhrase};
use crate::lexicon::{FigureEntry, Gender};
use crate::model::{Country, Party, PostKind};
use crate::source::PieceKind;
use std::collections::HashSet;

/// What is named after somebody.
const NAMED_AFTER: &[&str] = &[
    "Airport",
    "Avenue",
    "Boulevard",
    "Center",
    "Centre",
    "Foundation",
    "Hospital",
    "International",
    "Mausoleum",
    "Memorial",
    "Museum",
    "Park",
    "Square",
    "Stadium",
    "Street",
    "University",
];

/// What keeps somebody in mind.
const MEMORIES: &[&str] = &[
    "bust",
    "grave",
    "graves",
    "mausoleum",
    "memory",
    "monument",
    "portrait",
    "statue",
    "tomb",
];

impl<'a> Gatherer<'a, '_> {
    /// "Yitzhak Rabin": a full name that everybody knows for a public figure's.
    pub(super) fn figure(
        &mut self,
        name: &'a str,
        key: &NameKey,
        span: (u32, u32),
        piece: PieceKind,
    ) {
        let in_body = !matches!(piece, PieceKind::Headline | PieceKind::Subhead);
        let Some(word) = key.words().next_back().filter(|_| key.len() > 1 && in_body) else {
            return;
        };
        let same = |f: &&FigureEntry| NameKey::of(&f.name).same(key) == Some(Sameness::Full);
        let Some(figure) = self.context.lexicon.figures(word).find(same) else {
            return;
        };
        if self.people.of_key(key).is_some() || is_thing(name) || self.is_memory(span) {
            return;
        }
        let mut person = Person::new(key.clone(), true);
        person.unintroduced = true;
        person.country = Some(figure.country).filter(|c| self.context.named.contains(c));
        person.known = Some(figure.kind);
        let at = self.people.add(person);
        self.people.learn(at, name, key, span);
    }

    /// "the grave of Dana Holm", "Dana Holm International Airport": of whom only the name is told.
    fn is_memory(&self, span: (u32, u32)) -> bool {
        let text = self.context.text;
        let before = text.get(..span.0 as usize).unwrap_or_default();
        let after = text.get(span.1 as usize..).unwrap_or_default();
        let next = after
            .trim_start()
            .split(|c: char| !c.is_alphabetic())
            .next();
        let mut words = before.trim_end().rsplit(' ');
        let led = words.next().is_some_and(|w| matches!(w, "of" | "to"));
        next.is_some_and(|w| NAMED_AFTER.contains(&w))
            || led && words.next().is_some_and(|w| MEMORIES.contains(&w))
    }

    /// What a public figure is counts only where the article tells of such a post of the
    /// country.
    pub(super) fn settle_figures(&mut self, facts: &Facts) {
        self.know_by_state();
        if self.people.list.iter().all(|p| p.known.is_none()) {
            return;
        }
        let told = told_posts(self.context, facts);
        let several = several_told(facts);
        for person in self.people.list.iter_mut().filter(|p| p.known.is_some()) {
            let post = person.known.zip(person.country);
            let one_of = !person.unintroduced;
            let told = |(kind, country)| {
                told.contains(&(kind, country)) || one_of && several.contains(&kind)
            };
            if !post.is_some_and(told) {
                person.known = None;
            }
        }
    }

    /// "Kenya's Uhuru Kenyatta", of whom the text tells the state alone.
    fn know_by_state(&mut self) {
        for person in &mut self.people.list {
            let untold = person.posts.is_empty() && person.rank.is_none() && person.known.is_none();
            let (Some(country), true) = (person.country, untold && person.key().len() > 1) else {
                continue;
            };
            let Some(word) = person.key().words().next_back() else {
                continue;
            };
            let same = |f: &&FigureEntry| {
                f.country == country
                    && NameKey::of(&f.name).same(person.key()) == Some(Sameness::Full)
            };
            let known = self
                .context
                .lexicon
                .figures(word)
                .find(same)
                .map(|f| f.kind);
            person.known = known;
        }
    }

    /// A surname alone that speaks more than once and that nobody introduces is
    /// somebody whom every reader knows: an official without a title.
    pub(super) fn unintroduced(&mut self, facts: &Facts) {
        // Each name with where it stands, its first words, and whether it spoke again.
        let mut met: Vec<(&'a str, (u32, u32), &str, bool)> = Vec::new();
        let speeches = facts
            .statements
            .iter()
            .flat_map(|f| f.speakers.iter().map(move |s| (s, f.content.first())));
        for (id, content) in speeches {
            let (Some(mention), Some(content)) = (facts.mentions.get(id.0 as usize), content)
            else {
                continue;
            };
            let words = self.slice(*content);
            let MentionKind::Name {
                outsider: false, ..
            } = mention.kind
            else {
                continue;
            };
            let name = strip_possessive(self.slice(mention.span));
            let surname = name.len() > 3
                && !name.ends_with("ists")
                && is_one_word(name)
                && name.chars().any(char::is_lowercase);
            if !surname || self.people.find(name).is_some() {
                continue;
            }
            match met.iter().position(|(n, ..)| *n == name) {
                Some(at) => met[at].3 |= met[at].2 != words,
                None if met.len() < 32 => met.push((name, mention.span, words, false)),
                None => {}
            }
        }
        for (name, span, _, again) in met {
            let key = NameKey::of(name);
            let known = self.known_by_surname(&key);
            if again || known.is_some() {
                let mut person = Person::new(key.clone(), true);
                person.unintroduced = true;
                person.country = known.map(|(country, _)| country);
                person.known = known.map(|(_, kind)| kind);
                let at = self.people.add(person);
                self.people.learn(at, name, &key, span);
                if let Some((full, span)) = self.full_name(facts, name) {
                    self.people.learn(at, full, &NameKey::of(full), span);
                }
            }
        }
    }

    /// "Macron said": the country and the post of those whom everybody knows by the surname,
    /// all of one country that the article names.
    fn known_by_surname(&self, key: &NameKey) -> Option<(Country, PostKind)> {
        let word = key.words().next_back()?;
        let mut figures = self.context.lexicon.figures(word);
        let first = figures.next()?;
        let alone = figures.all(|f| f.country == first.country);
        let named = self.context.named.contains(&first.country);
        (alone && named).then_some((first.country, first.kind))
    }

    /// "Ana Holm's remarks": the name in full of whose surname speaks elsewhere.
    fn full_name(&self, facts: &Facts, surname: &str) -> Option<(&'a str, (u32, u32))> {
        facts.mentions.iter().find_map(|mention| {
            let owned = match &mention.kind {
                MentionKind::Name { .. } => true,
                MentionKind::Noun(noun) => noun.owner_name.is_some(),
                _ => false,
            };
            let words = self.slice(mention.span);
            let name = words.split(['\'', '’']).next().filter(|_| owned)?;
            let end = mention.span.0 + u32::try_from(name.len()).ok()?;
            let span = (mention.span.0, end);
            let given = name.strip_suffix(surname)?.strip_suffix(' ')?;
            is_one_word(given).then_some((name, span))
        })
    }

    /// "France's foreign minister called … 'It is late,' Luc Moreau said": a full name that
    /// speaks soon after a title that nobody bears yet.
    pub(super) fn holder(&mut self, name: &str, mention: &Mention) {
        let MentionKind::Name { gender, .. } = mention.kind else {
            return;
        };
        let known = gender != Gender::Unknown || self.speaks.get(self.at) == Some(&true);
        let full = name.split_whitespace().count() >= 2 && known;
        let near = |(_, paragraph): &(PostPhrase, u32)| mention.paragraph <= paragraph + 1;
        if !full || mention.inside || !self.open_post.as_ref().is_some_and(near) {
            return;
        }
        let Some((post, _)) = self.open_post.take() else {
            return;
        };
        let start = mention.span.0;
        let end = start + u32::try_from(name.len()).unwrap_or(0);
        let person = PersonMention {
            name: (start, end),
            parts: 2,
            posts: vec![post],
            of: None,
            gender,
            rank: None,
            honorific: false,
            outsider: false,
        };
        self.person(&person, true);
    }

    /// Keeps a title that is the subject of a sentence and has no holder yet.
    pub(super) fn title_alone(&mut self, post: &PostPhrase, mention: &Mention) {
        // "The U.N. envoy for Syria": one of many is not "the".
        let the_one = matches!(post.kind, PostKind::Envoy | PostKind::Ambassador)
            && self
                .slice(mention.span)
                .get(..4)
                .is_some_and(|w| w.eq_ignore_ascii_case("the "));
        let office = post.kind <= PostKind::Minister || post.kind == PostKind::IoHead || the_one;
        if !mention.subject || mention.inside || post.plural || post.counterpart || !office {
            return;
        }
        let side = post
            .parties
            .iter()
            .find_map(|p| parties::party(self.context, *p))
            .or_else(|| titles::of_title(self.context, self.slice(post.span), post.kind));
        let Some(side) = side else { return };
        let held = self
            .people
            .list
            .iter()
            .any(|p| p.holds(post.kind) && p.party().as_ref() == Some(&side));
        if !held {
            self.open_post = Some((post.clone(), mention.paragraph));
        }
    }
}

/// By mention, whether it says something.
pub(super) fn speaks(facts: &Facts) -> Vec<bool> {
    let mut speaks = vec![false; facts.mentions.len()];
    for speaker in facts.statements.iter().flat_map(|f| &f.speakers) {
        if let Some(slot) = speaks.get_mut(speaker.0 as usize) {
            *slot = true;
        }
    }
    speaks
}

/// By mention, whether it takes part in an encounter.
pub(super) fn meets(facts: &Facts) -> Vec<bool> {
    let mut meets = vec![false; facts.mentions.len()];
    for at in facts
        .meetings
        .iter()
        .flat_map(|m| m.subjects.iter().chain(&m.partners))
    {
        if let Some(slot) = meets.get_mut(at.0 as usize) {
            *slot = true;
        }
    }
    meets
}

/// "Mori", "de Mistura", "al-Sadr": one word, and what leads it in.
fn is_one_word(name: &str) -> bool {
    let words = name.split([' ', '-']);
    let particle = |w: &str| {
        matches!(
            &*w.to_lowercase(),
            "de" | "da" | "di" | "van" | "von" | "al" | "el"
        )
    };
    words.clone().filter(|w| !particle(w)).count() == 1
        && words.flat_map(str::chars).all(char::is_alphabetic)
}

/// The posts of states that the article tells of, each once.
/// "the three presidents", "the heads of state": posts of several that the text tells of.
fn several_told(facts: &Facts) -> Vec<PostKind> {
    let plural = |mention: &Mention| match &mention.kind {
        MentionKind::Post(post) if post.plural && post.parties.is_empty() => Some(post.kind),
        _ => None,
    };
    facts.mentions.iter().filter_map(plural).collect()
}

fn told_posts(context: &Context<'_>, facts: &Facts) -> HashSet<(PostKind, Country)> {
    let mut told = HashSet::new();
    let mut add = |post: &PostPhrase| {
        for party in &post.parties {
            if let Some(Party::Country(country)) = parties::party(context, *party) {
                told.insert((post.kind, country));
            }
        }
    };
    for mention in facts.mentions.iter() {
        match &mention.kind {
            MentionKind::Post(post) => add(post),
            MentionKind::People(people) => people.iter().flat_map(|p| &p.posts).for_each(&mut add),
            MentionKind::Noun(noun) => noun.owner_post.iter().for_each(|p| add(p)),
            _ => {}
        }
    }
    told
}
