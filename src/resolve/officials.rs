//! Mentions of named people → persons: full name, surname, misspelling, posts.

use super::firm::heads_a_firm;
use super::names::NameKey;
use super::people::{HeldPost, People, Person};
use super::sides::{self, Appearance};
use super::unintroduced::{meets, speaks};
use super::{Context, office, parties};
use crate::grammar::{Facts, Mention, MentionKind, PartyRef, PersonMention, PostPhrase, deputy_of};
use crate::lexicon::Gender;
use crate::model::{Party, PostKind};
use crate::source::PieceKind;

/// Collects the persons: everybody with a title, in all mentions of the article.
pub(crate) fn gather<'a>(text: &'a str, context: &Context<'_>, facts: &Facts) -> People<'a> {
    let mut gatherer = Gatherer {
        text,
        context,
        people: People::default(),
        last: None,
        recent: Vec::new(),
        open_post: None,
        several: None,
        title: None,
        at: 0,
        sentence: 0,
        speaks: speaks(facts),
        meets: meets(facts),
        appearances: Vec::new(),
        serving: Vec::new(),
    };
    // The body first, so that a headline's "Mori" finds its person.
    let headline = |m: &&Mention| matches!(m.piece, PieceKind::Headline | PieceKind::Subhead);
    for wanted in [false, true] {
        for (at, mention) in facts.mentions.iter().enumerate() {
            if headline(&mention) == wanted {
                gatherer.at = at;
                gatherer.sentence = mention.sentence;
                gatherer.mention(mention);
            }
        }
    }
    gatherer.unintroduced(facts);
    gatherer.settle_figures(facts);
    gatherer.find_served();
    let Gatherer {
        mut people,
        appearances,
        ..
    } = gatherer;
    sides::settle(context, facts, &mut people.list, &appearances);
    people.list.shrink_to_fit();
    people
}

pub(super) struct Gatherer<'a, 'c> {
    /// The page's text, of which names and titles are parts.
    text: &'a str,
    pub(super) context: &'c Context<'c>,
    pub(super) people: People<'a>,
    /// The person met last, for "his foreign minister" and "counterpart".
    last: Option<usize>,
    /// The last ones met, for "their counterparts A and B".
    recent: Vec<usize>,
    /// A title with a country that nobody named bears yet, and its paragraph.
    pub(super) open_post: Option<(PostPhrase, u32)>,
    /// "the presidents": what those are who are named one by one behind it, and the
    /// sentence where.
    several: Option<(PostPhrase, u32)>,
    /// A title alone behind which nobody was named yet, and its sentence.
    title: Option<(PostKind, u32)>,
    /// The mention being read, and its sentence.
    pub(super) at: usize,
    sentence: u32,
    /// By mention, whether it says something.
    pub(super) speaks: Vec<bool>,
    /// By mention, whether it takes part in an encounter.
    meets: Vec<bool>,
    appearances: Vec<Appearance>,
    /// Persons, and the names of those whom their posts serve.
    serving: Vec<(usize, (u32, u32))>,
}

impl<'a> Gatherer<'a, '_> {
    pub(super) fn slice(&self, span: (u32, u32)) -> &'a str {
        let range = span.0 as usize..span.1 as usize;
        self.text.get(range).unwrap_or_default()
    }

    fn mention(&mut self, mention: &Mention) {
        let in_body = !matches!(mention.piece, PieceKind::Headline | PieceKind::Subhead);
        match &mention.kind {
            MentionKind::People(people) => {
                for person in people {
                    match self.one_of_several(person, mention) {
                        Some(person) => self.person(&person, in_body),
                        None => self.person(person, in_body),
                    }
                }
            }
            MentionKind::Noun(noun) => {
                for person in &noun.people {
                    self.person(person, in_body);
                }
                if let Some(start) = noun.owner_name {
                    self.owning_figure((start, noun.body.1), mention);
                }
            }
            MentionKind::Post(post) if post.owner.is_some() => self.owner(post, in_body),
            MentionKind::Post(post) if post.plural => {
                self.several = Some(((**post).clone(), mention.sentence));
            }
            MentionKind::Post(post) if in_body => {
                if !post.counterpart && post.kind != PostKind::Other {
                    self.title = Some((post.kind, mention.sentence));
                }
                self.title_alone(post, mention);
            }
            MentionKind::Name {
                outsider: false, ..
            } => self.bare_name(mention),
            _ => {}
        }
    }

    /// "five presidents, including Ana Ruiz of Peru and Juan Soto (Chile)", "the ministers of
    /// Peru and Chile … Peru's Ana Ruiz": each is one.
    fn one_of_several(&self, person: &PersonMention, mention: &Mention) -> Option<PersonMention> {
        let (post, sentence) = self.several.as_ref()?;
        let of = person.of.filter(|_| person.posts.is_empty())?;
        let listed = *sentence == mention.sentence && post.parties.is_empty();
        let told = post.parties.contains(&of) && !post.counterpart;
        if !(listed || told) || person.outsider {
            return None;
        }
        let post = PostPhrase {
            plural: false,
            parties: vec![of],
            ..post.clone()
        };
        Some(PersonMention {
            posts: vec![post],
            ..person.clone()
        })
    }

    /// A bare name that is a person met before: another form of the name.
    fn bare_name(&mut self, mention: &Mention) {
        let name = self.slice(mention.span).trim_end_matches([',', '.']);
        let name = strip_possessive(name);
        let key = NameKey::of(name);
        if let Some(at) = self.people.of_key(&key) {
            if is_thing(name) {
                // "the Clinton Foundation" is no form of the name.
                return;
            }
            self.last = Some(at);
            self.recent.push(at);
            self.people.learn(at, name, &key, mention.span);
        } else {
            if mention.subject {
                self.holder(name, mention);
            }
            self.figure(name, &key, mention.span, mention.piece);
        }
    }

    /// "Yitzhak Rabin's visit": a name that everybody knows, before what is its own.
    fn owning_figure(&mut self, noun: (u32, u32), mention: &Mention) {
        let name = self.slice(noun).split(['\'', '’']).next();
        let name = name.unwrap_or_default();
        let key = NameKey::of(name);
        if key.len() > 1 && self.people.of_key(&key).is_none() {
            let span = (noun.0, noun.0 + u32::try_from(name.len()).unwrap_or(0));
            self.figure(name, &key, span, mention.piece);
        }
    }

    /// "Prime Minister Mori's adviser": whom the post serves is an official too.
    fn owner(&mut self, post: &PostPhrase, in_body: bool) {
        if let Some(owner) = &post.owner {
            self.person(owner, in_body);
        }
    }

    /// Finds whom everybody serves, who may be introduced only later.
    fn find_served(&mut self) {
        for (at, owner) in std::mem::take(&mut self.serving) {
            let name = strip_possessive(self.slice(owner).trim_end());
            let served = self.people.find(name).filter(|s| *s != at);
            if let Some(person) = self.people.list.get_mut(at) {
                person.serves = person.serves.or(served);
            }
        }
    }

    pub(super) fn person(&mut self, mention: &PersonMention, in_body: bool) {
        if mention.outsider || heads_a_firm(self.text, mention) {
            return;
        }
        for post in &mention.posts {
            self.owner(post, in_body);
        }
        let name = self.slice(mention.name);
        let key = NameKey::of(name);
        if key.len() == 0 {
            return;
        }
        let party = self.party_of(mention);
        let posts = self.posts_of(mention);
        let kind = posts.iter().map(|p| p.kind).min();
        // "Sato, who is also the vice president": a surname known before.
        let apposed = mention.parts == 1
            && mention.rank.is_none()
            && mention.posts.iter().all(|p| p.span.0 > mention.name.1);
        let kind = kind.filter(|_| !apposed);
        let found = self.people.compatible(&key, kind, party.as_ref());
        if found.is_none() && posts.is_empty() && mention.rank.is_none() && mention.of.is_none() {
            // "Mr. Mori" whom no one introduced.
            return;
        }
        if found.is_none() && self.is_only_of_a_state(mention) && !self.acts() {
            // "Peru's Ana Ruiz won the race"
            return;
        }
        let at = found.unwrap_or_else(|| self.people.add(Person::new(key.clone(), in_body)));
        self.people.learn(at, name, &key, mention_span(mention));
        let rank = mention.rank.map(|r| self.slice(r));
        let Some(person) = self.people.list.get_mut(at) else {
            return;
        };
        person.in_body |= in_body;
        let owners = mention.posts.iter().filter_map(|p| p.owner.as_ref());
        self.serving.extend(owners.map(|o| (at, o.name)));
        if mention.gender != Gender::Unknown && person.gender == Gender::Unknown {
            person.gender = mention.gender;
        }
        if !posts.is_empty() || mention.rank.is_some() {
            self.appearances.push(Appearance {
                mention: self.at,
                person: at,
                span: mention_span(mention),
                party: party.clone(),
            });
        }
        person.rank = person.rank.or(rank);
        match party {
            Some(Party::Country(c)) if person.country.is_none() => person.country = Some(c),
            Some(Party::Organization(o)) if person.organization.is_none() => {
                person.organization = Some(o)
            }
            _ => {}
        }
        for post in posts {
            if !person
                .posts
                .iter()
                .any(|p| p.kind == post.kind && p.title.eq_ignore_ascii_case(post.title))
            {
                person.posts.reserve_exact(1);
                person.posts.push(post);
            }
        }
        self.last = Some(at);
        self.recent.push(at);
        self.title = None;
    }

    /// "Peru's Ana Ruiz": of whom only the state before the name tells anything.
    fn is_only_of_a_state(&self, mention: &PersonMention) -> bool {
        let before = self.text.get(..mention.name.0 as usize);
        let before = before.unwrap_or_default().trim_end();
        let owned = strip_possessive(before).len() < before.len() || before.ends_with("s'");
        mention.posts.is_empty() && mention.rank.is_none() && owned
    }

    /// Whether the mention being read speaks or meets somebody.
    fn acts(&self) -> bool {
        let of = |list: &[bool]| list.get(self.at) == Some(&true);
        of(&self.speaks) || of(&self.meets)
    }

    fn party_of(&self, mention: &PersonMention) -> Option<Party> {
        let written = mention
            .posts
            .iter()
            .flat_map(|p| p.parties.iter().copied())
            .chain(mention.of)
            .filter_map(|p| parties::party(self.context, p));
        let mut country = None;
        let mut organization = None;
        for party in written {
            match party {
                Party::Country(_) => country = country.or(Some(party)),
                Party::Organization(_) => organization = organization.or(Some(party)),
            }
        }
        let io = mention
            .posts
            .iter()
            .any(|p| matches!(p.kind, PostKind::IoHead | PostKind::IoOfficial) || is_sent(p));
        let found = if io {
            organization.or(country)
        } else {
            country.or(organization)
        };
        if found.is_some() {
            return found;
        }
        // "with its chief of staff X": of a state, not of the person named last.
        let of_state = |p: &PostPhrase| {
            let before = self.context.text.get(..p.span.0 as usize);
            before.is_some_and(|t| t.trim_end().ends_with(" its"))
        };
        let mut posts = mention.posts.iter();
        let of_last = posts.any(|p| p.of_pronoun && !p.counterpart && !of_state(p));
        if of_last {
            return self
                .last
                .and_then(|l| self.people.list.get(l))
                .and_then(Person::party);
        }
        None
    }

    fn posts_of(&self, mention: &PersonMention) -> Vec<HeldPost<'a>> {
        mention.posts.iter().map(|p| self.held(p)).collect()
    }

    /// "counterpart" takes the post of the person before it.
    fn held(&self, post: &PostPhrase) -> HeldPost<'a> {
        let title = one_of(self.slice(post.span).trim_end_matches([',', ' ']));
        let mut kind = post.kind;
        // "the foreign minister met his counterpart X": of the one told there.
        let here = self.title.filter(|(_, at)| *at == self.sentence);
        if let (true, Some((told, _))) = (post.counterpart, here) {
            kind = told;
        } else if post.counterpart
            && let Some(last) = self.model_of(post)
        {
            kind = self.matching(last, post);
        } else if title.eq_ignore_ascii_case("deputy") && self.is_of_another(post) {
            // "Prime Minister Mori, his deputy Holm"
            let served = self.last.and_then(|l| self.people.list.get(l));
            kind = served.map_or(kind, |p| deputy_of(p.kind()));
        }
        let leads = ["dictator", "leader", "leaders", "strongman", "ruler"];
        let vague = post.counterpart || leads.iter().any(|w| title.eq_ignore_ascii_case(w));
        HeldPost {
            kind: office::kind(self.context, kind, post, title),
            title,
            tenure: post.tenure,
            vague,
        }
    }

    /// "his deputy"
    fn is_of_another(&self, post: &PostPhrase) -> bool {
        let before = self.text.get(..post.span.0 as usize).unwrap_or_default();
        let owner = before.trim_end().rsplit(' ').next();
        post.of_pronoun || owner.is_some_and(|w| matches!(w, "his" | "her" | "their"))
    }

    /// What somebody is whose counterpart holds a post: the minister of a state's counterpart
    /// in the Union is one of its officials, and the other way round.
    fn matching(&self, model: &Person<'_>, post: &PostPhrase) -> PostKind {
        use PostKind::{DefenseMinister, ForeignMinister, IoHead, IoOfficial, Minister};
        let kind = model.kind();
        if office::is_movement(self.context, post) {
            return kind;
        }
        let mut parties = post.parties.iter();
        let own = parties.find_map(|p| parties::party(self.context, *p));
        match (own, kind) {
            (Some(Party::Country(_)), IoHead | IoOfficial) => {
                let has = |words: &[&str]| words.iter().any(|w| model.titled(w));
                if has(&["foreign policy", "high representative", "diplomat"]) {
                    ForeignMinister
                } else if has(&["commissioner"]) {
                    Minister
                } else {
                    kind
                }
            }
            (Some(Party::Organization(_)), ForeignMinister) => IoHead,
            (Some(Party::Organization(_)), DefenseMinister | Minister) => IoOfficial,
            _ => kind,
        }
    }

    /// Whose counterpart: the person named last who is not of the counterpart's own side;
    /// of several each the one of the same place.
    fn model_of(&self, post: &PostPhrase) -> Option<&Person<'a>> {
        if let Some(count) = post.respective.map(usize::from).filter(|c| *c > 1) {
            // "her counterparts A and B": of the one before both.
            let at = self.recent.len().checked_sub(count);
            let model = at.and_then(|at| self.people.list.get(*self.recent.get(at)?));
            if model.is_some() {
                return model;
            }
        }
        let own = post
            .parties
            .iter()
            .find_map(|p| parties::party(self.context, *p));
        let last = self.last.and_then(|l| self.people.list.get(l));
        let near = self.recent.iter().rev().take(6);
        near.filter_map(|at| self.people.list.get(*at))
            .find(|p| own.is_none() || p.party() != own)
            .or(last)
    }
}

/// "Presidents A and B", "the foreign ministers, A and B": the title of each.
fn one_of(title: &str) -> &str {
    const SEVERAL: &[&str] = &[
        "ambassadors",
        "chancellors",
        "commissioners",
        "counterparts",
        "envoys",
        "governors",
        "leaders",
        "ministers",
        "negotiators",
        "premiers",
        "presidents",
        "representatives",
        "senators",
    ];
    let last = title.rsplit(' ').next().unwrap_or_default();
    match title.strip_suffix('s') {
        Some(one) if SEVERAL.iter().any(|w| last.eq_ignore_ascii_case(w)) => one,
        _ => title,
    }
}

fn mention_span(mention: &PersonMention) -> (u32, u32) {
    let start = mention
        .posts
        .iter()
        .map(|p| p.span.0)
        .chain([mention.name.0])
        .min()
        .unwrap_or(mention.name.0);
    let end = mention
        .posts
        .iter()
        .map(|p| p.span.1)
        .chain([mention.name.1])
        .max()
        .unwrap_or(mention.name.1);
    (start, end)
}

/// A name that ends in what bears somebody's name.
pub(super) fn is_thing(name: &str) -> bool {
    const THINGS: &[&str] = &[
        "initiative",
        "museum",
        "foundation",
        "airport",
        "institute",
        "center",
        "centre",
        "prize",
        "doctrine",
        "plan",
        "university",
        "library",
        "administration",
        "street",
        "avenue",
        "square",
        "hospital",
        "school",
        "stadium",
        "bridge",
        "palace",
        "group",
        "hall",
        "house",
        "cabinet",
        "government",
        "report",
        "commission",
        "committee",
        "amendment",
        "act",
        "fund",
    ];
    name.rsplit_once(' ')
        .is_some_and(|(_, last)| THINGS.iter().any(|t| last.eq_ignore_ascii_case(t)))
}

pub(super) fn strip_possessive(name: &str) -> &str {
    name.strip_suffix("'s")
        .or_else(|| name.strip_suffix("’s"))
        .unwrap_or(name)
}

/// "the UN Syria envoy": of the body, not of where it sends him.
fn is_sent(post: &PostPhrase) -> bool {
    post.kind == PostKind::Envoy
        && matches!(
            post.parties[..],
            [PartyRef::Organization(_), PartyRef::Country(_)]
        )
}
