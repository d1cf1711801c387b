//! Mentions of named people → persons: full name, surname, misspelling, posts.

use super::Context;
use super::index::{NameIndex, recent};
use super::names::{NameKey, Sameness};
use super::parties;
use super::sides::{self, Appearance};
use crate::grammar::{Facts, Mention, MentionKind, PartyRef, PersonMention, PostPhrase};
use crate::lexicon::Gender;
use crate::model::{Country, Organization, Party, PostKind, Tenure};
use crate::source::PieceKind;

/// Forms of a name, and places where it stands, that are kept for a person.
const MOST: usize = 16;

/// A person of the article.
#[derive(Debug, Clone)]
pub(crate) struct Person {
    /// Forms of the name met, the fullest first.
    pub(crate) names: Vec<String>,
    key: NameKey,
    pub(crate) posts: Vec<HeldPost>,
    pub(crate) country: Option<Country>,
    pub(crate) organization: Option<Organization>,
    pub(crate) gender: Gender,
    pub(crate) rank: Option<String>,
    pub(crate) spans: Vec<(u32, u32)>,
    /// A name in the headline alone is not yet a person.
    pub(crate) in_body: bool,
    /// Nobody introduces the person, whom every reader knows.
    pub(crate) unintroduced: bool,
}

/// A post that a person is said to hold.
#[derive(Debug, Clone)]
pub(crate) struct HeldPost {
    pub(crate) title: String,
    pub(crate) kind: PostKind,
    pub(crate) tenure: Tenure,
    /// "leader", "counterpart": says no office; any other title counts before it.
    pub(crate) vague: bool,
}

/// The persons of an article, in order of first mention.
#[derive(Debug, Default)]
pub(crate) struct People {
    pub(crate) list: Vec<Person>,
    index: NameIndex,
}

impl Person {
    fn new(key: NameKey, in_body: bool) -> Self {
        Person {
            names: Vec::new(),
            key,
            posts: Vec::new(),
            country: None,
            organization: None,
            gender: Gender::Unknown,
            rank: None,
            spans: Vec::new(),
            in_body,
            unintroduced: false,
        }
    }

    /// The kind of post that counts: by order of rank, then the first met.
    pub(crate) fn kind(&self) -> PostKind {
        self.kind_of(|p| !p.vague)
            .or_else(|| self.kind_of(|_| true))
            .or_else(|| self.rank.as_ref().map(|_| PostKind::Military))
            .unwrap_or(PostKind::Other)
    }

    fn kind_of(&self, counts: impl Fn(&HeldPost) -> bool) -> Option<PostKind> {
        let kinds = || self.posts.iter().filter(|p| counts(p)).map(|p| p.kind);
        kinds()
            .filter(|k| *k <= PostKind::Minister)
            .min()
            .or_else(|| kinds().find(|k| *k != PostKind::Other))
    }

    /// The side the person speaks for.
    pub(crate) fn party(&self) -> Option<Party> {
        match (self.country, &self.organization) {
            (Some(c), _) => Some(Party::Country(c)),
            (None, Some(o)) => Some(Party::Organization(o.clone())),
            (None, None) => None,
        }
    }

    pub(super) fn key(&self) -> &NameKey {
        &self.key
    }

    pub(crate) fn holds(&self, kind: PostKind) -> bool {
        self.posts.iter().any(|p| p.kind == kind)
    }
}

/// Collects the persons: everybody with a title, in all mentions of the article.
pub(crate) fn gather(context: &Context<'_>, facts: &Facts) -> People {
    let mut gatherer = Gatherer {
        context,
        people: People::default(),
        last: None,
        recent: Vec::new(),
        open_post: None,
        at: 0,
        appearances: Vec::new(),
    };
    // The body first, so that a headline's "Mori" finds its person.
    let headline = |m: &&Mention| matches!(m.piece, PieceKind::Headline | PieceKind::Subhead);
    for wanted in [false, true] {
        for (at, mention) in facts.mentions.iter().enumerate() {
            if headline(&mention) == wanted {
                gatherer.at = at;
                gatherer.mention(mention);
            }
        }
    }
    gatherer.unintroduced(facts);
    let Gatherer {
        mut people,
        appearances,
        ..
    } = gatherer;
    sides::settle(context, facts, &mut people.list, &appearances);
    people
}

struct Gatherer<'a> {
    context: &'a Context<'a>,
    people: People,
    /// The person met last, for "his foreign minister" and "counterpart".
    last: Option<usize>,
    /// The last ones met, for "their counterparts A and B".
    recent: Vec<usize>,
    /// A title with a country that nobody named bears yet, and its paragraph.
    open_post: Option<(PostPhrase, u32)>,
    /// The mention being read.
    at: usize,
    appearances: Vec<Appearance>,
}

impl Gatherer<'_> {
    fn mention(&mut self, mention: &Mention) {
        let in_body = !matches!(mention.piece, PieceKind::Headline | PieceKind::Subhead);
        match &mention.kind {
            MentionKind::People(people) => {
                for person in people {
                    self.person(person, in_body);
                }
            }
            MentionKind::Noun(noun) => {
                for person in &noun.people {
                    self.person(person, in_body);
                }
            }
            MentionKind::Post(post) if in_body => self.title_alone(post, mention),
            MentionKind::Name {
                outsider: false, ..
            } => self.bare_name(mention),
            _ => {}
        }
    }

    /// A bare name that is a person met before: another form of the name.
    fn bare_name(&mut self, mention: &Mention) {
        let name = self
            .context
            .slice(mention.span)
            .trim_end_matches([',', '.']);
        let name = strip_possessive(name);
        if let Some(at) = self.people.find(name) {
            self.last = Some(at);
            self.recent.push(at);
            self.people.learn(at, name, mention.span);
        } else if mention.subject {
            self.holder(name, mention);
        }
    }

    /// A surname alone that speaks more than once and that nobody introduces is
    /// somebody whom every reader knows: an official without a title.
    fn unintroduced(&mut self, facts: &Facts) {
        // Each name with where it stands, its first words, and whether it spoke again.
        let mut met: Vec<(&str, (u32, u32), &str, bool)> = Vec::new();
        let speeches = facts
            .statements
            .iter()
            .flat_map(|f| f.speakers.iter().map(move |s| (s, f.content.first())));
        for (id, content) in speeches {
            let (Some(mention), Some(content)) = (facts.mentions.get(id.0 as usize), content)
            else {
                continue;
            };
            let words = self.context.slice(*content);
            let MentionKind::Name {
                outsider: false, ..
            } = mention.kind
            else {
                continue;
            };
            let name = strip_possessive(self.context.slice(mention.span));
            let surname = name.len() > 3
                && name.chars().all(char::is_alphabetic)
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
            if again {
                let mut person = Person::new(NameKey::of(name), true);
                person.unintroduced = true;
                self.people.list.push(person);
                self.people.learn(self.people.list.len() - 1, name, span);
            }
        }
    }

    /// "France's foreign minister called … 'It is late,' Luc Moreau said": a full name that
    /// speaks soon after a title that nobody bears yet.
    fn holder(&mut self, name: &str, mention: &Mention) {
        let MentionKind::Name { gender, .. } = mention.kind else {
            return;
        };
        let full = name.split_whitespace().count() >= 2 && gender != Gender::Unknown;
        let near = |(_, paragraph): &(PostPhrase, u32)| mention.paragraph <= paragraph + 1;
        if !full || mention.inside.is_some() || !self.open_post.as_ref().is_some_and(near) {
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
    fn title_alone(&mut self, post: &PostPhrase, mention: &Mention) {
        let office = post.kind <= PostKind::Minister || post.kind == PostKind::IoHead;
        if !mention.subject
            || mention.inside.is_some()
            || post.plural
            || post.counterpart
            || !office
        {
            return;
        }
        let side = post
            .parties
            .iter()
            .find_map(|p| parties::party(self.context, *p));
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

    fn person(&mut self, mention: &PersonMention, in_body: bool) {
        if mention.outsider {
            return;
        }
        let name = self.context.slice(mention.name);
        let key = NameKey::of(name);
        if key.words.is_empty() {
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
        let at = found.unwrap_or_else(|| {
            self.people.list.push(Person::new(key.clone(), in_body));
            self.people.list.len() - 1
        });
        self.people.learn(at, name, mention_span(mention));
        let Some(person) = self.people.list.get_mut(at) else {
            return;
        };
        person.in_body |= in_body;
        if mention.gender != Gender::Unknown && person.gender == Gender::Unknown {
            person.gender = mention.gender;
        }
        if !posts.is_empty() {
            self.appearances.push(Appearance {
                mention: self.at,
                person: at,
                span: mention_span(mention),
                party: party.clone(),
            });
        }
        if let Some(rank) = mention.rank {
            person
                .rank
                .get_or_insert_with(|| self.context.slice(rank).to_owned());
        }
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
                .any(|p| p.kind == post.kind && p.title.eq_ignore_ascii_case(&post.title))
            {
                person.posts.push(post);
            }
        }
        self.last = Some(at);
        self.recent.push(at);
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
            .any(|p| matches!(p.kind, PostKind::IoHead | PostKind::IoOfficial));
        let found = if io {
            organization.or(country)
        } else {
            country.or(organization)
        };
        if found.is_some() {
            return found;
        }
        let of_last = mention.posts.iter().any(|p| p.of_pronoun && !p.counterpart);
        if of_last {
            return self
                .last
                .and_then(|l| self.people.list.get(l))
                .and_then(Person::party);
        }
        None
    }

    fn posts_of(&self, mention: &PersonMention) -> Vec<HeldPost> {
        mention.posts.iter().map(|p| self.held(p)).collect()
    }

    /// "counterpart" takes the post of the person before it.
    fn held(&self, post: &PostPhrase) -> HeldPost {
        let title = self
            .context
            .slice(post.span)
            .trim_end_matches([',', ' '])
            .to_owned();
        let mut kind = post.kind;
        if post.counterpart
            && let Some(last) = self.model_of(post)
        {
            kind = last.kind();
        }
        let lower = title.to_ascii_lowercase();
        let leads = ["leader", "leaders", "strongman", "ruler"];
        let vague = post.counterpart || leads.iter().any(|w| lower == *w);
        HeldPost {
            kind: self.kind_in_context(kind, post, &title),
            title,
            tenure: post.tenure,
            vague,
        }
    }

    /// Whose counterpart: the person named last; of several each the one of the same place.
    fn model_of(&self, post: &PostPhrase) -> Option<&Person> {
        let at = match post.respective {
            Some(count) if count > 1 => {
                let place = self.recent.len().checked_sub(count);
                place.and_then(|p| self.recent.get(p)).copied()
            }
            _ => self.last,
        };
        self.people.list.get(at?)
    }

    /// Whether the post is of a party or an armed or other movement, not a body of states.
    fn is_movement(&self, post: &PostPhrase) -> bool {
        post.parties.iter().any(|p| match p {
            PartyRef::Organization(id) => self
                .context
                .lexicon
                .organizations
                .get(usize::from(*id))
                .is_some_and(|e| matches!(&*e.kind, "party" | "nonstate")),
            _ => false,
        })
    }

    /// What a title means depends on whose it is.
    fn kind_in_context(&self, kind: PostKind, post: &PostPhrase, title: &str) -> PostKind {
        let title = title.to_ascii_lowercase();
        let title = title.strip_suffix('s').unwrap_or(&title);
        let party = post
            .parties
            .iter()
            .find_map(|p| parties::party(self.context, *p));
        let of_organization = matches!(party, Some(Party::Organization(_)));
        let is = |words: &[&str]| {
            words
                .iter()
                .any(|w| title == *w || title.ends_with(&format!(" {w}")))
        };
        if is(&["leader", "supreme leader", "strongman", "ruler"])
            || title.starts_with("leader of ")
        {
            return match party {
                Some(Party::Organization(_)) if self.is_movement(post) => PostKind::PartyLeader,
                Some(Party::Organization(_)) => PostKind::Other,
                Some(Party::Country(_))
                    if !title.contains("opposition") && !title.contains("party") =>
                {
                    PostKind::HeadOfState
                }
                _ => kind,
            };
        }
        if is(&["top diplomat", "chief diplomat", "foreign policy chief"]) {
            return if of_organization {
                PostKind::IoHead
            } else {
                PostKind::ForeignMinister
            };
        }
        if of_organization && matches!(kind, PostKind::HeadOfState) {
            return if self.is_movement(post) {
                PostKind::PartyLeader
            } else {
                PostKind::IoHead
            };
        }
        if kind == PostKind::ChiefOfDefense && self.is_movement(post) {
            return PostKind::Military;
        }
        if of_organization
            && is(&[
                "president",
                "chief",
                "head",
                "director general",
                "director-general",
                "chair",
                "chairperson",
                "chairman",
                "commissioner",
                "secretary-general",
                "secretary general",
            ])
        {
            return match kind {
                PostKind::Other | PostKind::PartyLeader => PostKind::IoHead,
                other => other,
            };
        }
        if is(&["chancellor"]) {
            // In Spanish-speaking states the foreign minister.
            return match party {
                Some(Party::Country(c)) if !matches!(c.alpha3(), "DEU" | "AUT") => {
                    PostKind::ForeignMinister
                }
                _ => kind,
            };
        }
        if title == "foreign secretary" {
            let country = match party {
                Some(Party::Country(c)) => Some(c),
                _ => self.context.home,
            };
            let deputy = country.is_some_and(|c| {
                matches!(c.alpha3(), "IND" | "PAK" | "BGD" | "NPL" | "LKA" | "MDV")
            });
            return if deputy {
                PostKind::DeputyMinister
            } else {
                PostKind::ForeignMinister
            };
        }
        kind
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

pub(super) fn strip_possessive(name: &str) -> &str {
    name.strip_suffix("'s")
        .or_else(|| name.strip_suffix("’s"))
        .unwrap_or(name)
}

impl Person {
    /// Notes another form of the name; the fullest leads. Says whether it does now.
    fn learn(&mut self, name: &str, span: (u32, u32)) -> bool {
        let name = squeeze(name);
        let mut leads = false;
        if self.names.len() < MOST && !self.names.contains(&name) {
            let key = NameKey::of(&name);
            leads = self.names.is_empty() || key.words.len() > self.key.words.len();
            if leads {
                self.key = key;
                self.names.insert(0, name);
            } else {
                self.names.push(name);
            }
        }
        if self.spans.len() < MOST {
            self.spans.push(span);
        }
        leads
    }
}

/// A name in one line, single spaces.
fn squeeze(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl People {
    /// Notes another form of a person's name.
    fn learn(&mut self, at: usize, name: &str, span: (u32, u32)) {
        if let Some(person) = self.list.get_mut(at)
            && person.learn(name, span)
        {
            self.index.add(at, &person.key);
        }
    }

    /// The person a bare name is a form of.
    pub(crate) fn find(&self, name: &str) -> Option<usize> {
        let key = NameKey::of(name);
        self.best(&key, |_| true)
            .or_else(|| self.misspelled(&key, |_| true))
    }

    fn best(&self, key: &NameKey, fits: impl Fn(&Person) -> bool) -> Option<usize> {
        let mut best: Option<(Sameness, usize)> = None;
        for at in self.index.candidates(key) {
            let Some(person) = self.list.get(at).filter(|p| fits(p)) else {
                continue;
            };
            if let Some(sameness) = person.key.same(key) {
                // The latest of the equally good.
                if best.is_none_or(|(s, _)| sameness >= s) {
                    best = Some((sameness, at));
                }
            }
        }
        best.map(|(_, at)| at)
    }

    /// The person a titled name is, if title and side do not speak against it.
    fn compatible(
        &self,
        key: &NameKey,
        kind: Option<PostKind>,
        party: Option<&Party>,
    ) -> Option<usize> {
        let fits = |p: &Person| {
            let sides = match (p.party(), party) {
                (Some(a), Some(b)) => a == *b,
                _ => true,
            };
            let single = key.words.len() == 1 || p.key.words.len() == 1;
            let posts = match (p.posts.is_empty(), kind) {
                (false, Some(kind)) if single => p.holds(kind) || related(p.kind(), kind),
                _ => true,
            };
            sides && posts
        };
        self.best(key, fits)
            .or_else(|| self.misspelled(key, |p| kind.is_some_and(|k| p.holds(k))))
    }

    /// The person whose name is written with one letter wrong.
    fn misspelled(&self, key: &NameKey, fits: impl Fn(&Person) -> bool) -> Option<usize> {
        let first = recent(self.list.len());
        let mut near = self.list.iter().enumerate().skip(first);
        near.find(|(_, p)| key.misspells(&p.key) && fits(p))
            .map(|(at, _)| at)
    }
}

/// Titles that one person bears by turns: "Secretary" for a secretary of state.
fn related(a: PostKind, b: PostKind) -> bool {
    use PostKind::{
        ChiefOfDefense, DefenseMinister, DeputyMinister, Envoy, ForeignMinister, HeadOfGovernment,
        HeadOfState, IoHead, IoOfficial, Legislator, Military, Minister, Other, PartyLeader,
    };
    let ministers = [
        DefenseMinister,
        ForeignMinister,
        Minister,
        Legislator,
        DeputyMinister,
    ];
    let leaders = [PartyLeader, HeadOfState, HeadOfGovernment];
    let officers = [Military, ChiefOfDefense];
    let bodies = [IoHead, IoOfficial, Envoy];
    a == b
        || a == Other
        || b == Other
        || [ministers.as_slice(), &leaders, &officers, &bodies]
            .iter()
            .any(|g| g.contains(&a) && g.contains(&b))
}
