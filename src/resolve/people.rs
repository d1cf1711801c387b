//! The persons of an article: their names and posts, and who a name is.

use super::index::{NameIndex, recent};
use super::names::{NameKey, Sameness};
use crate::lexicon::Gender;
use crate::model::{Country, Organization, Party, PostKind, Tenure};
use crate::source::squeeze;
use std::borrow::Cow;

/// Forms of a name, and places where it stands, that are kept for a person.
const MOST: usize = 16;

/// A person of the article.
#[derive(Debug, Clone)]
pub(crate) struct Person<'a> {
    /// Forms of the name met, the fullest first.
    pub(crate) names: Vec<Cow<'a, str>>,
    key: NameKey,
    pub(crate) posts: Vec<HeldPost<'a>>,
    pub(crate) country: Option<Country>,
    pub(crate) organization: Option<Organization>,
    pub(crate) gender: Gender,
    pub(crate) rank: Option<&'a str>,
    pub(crate) spans: Vec<(u32, u32)>,
    /// Whose adviser or spokesman this is.
    pub(crate) serves: Option<usize>,
    /// Told as fighting a state: an official of none.
    pub(crate) fights: bool,
    /// A name in the headline alone is not yet a person.
    pub(crate) in_body: bool,
    /// Nobody introduces the person, whom every reader knows.
    pub(crate) unintroduced: bool,
    /// What the tables know a public figure without a title as.
    pub(crate) known: Option<PostKind>,
}

/// A post that a person is said to hold.
#[derive(Debug, Clone)]
pub(crate) struct HeldPost<'a> {
    pub(crate) title: &'a str,
    pub(crate) kind: PostKind,
    pub(crate) tenure: Tenure,
    /// "leader", "counterpart": says no office; any other title counts before it.
    pub(crate) vague: bool,
}

/// The persons of an article, in order of first mention.
#[derive(Debug, Default)]
pub(crate) struct People<'a> {
    pub(crate) list: Vec<Person<'a>>,
    index: NameIndex,
}

impl<'a> Person<'a> {
    pub(super) fn new(key: NameKey, in_body: bool) -> Self {
        Person {
            names: Vec::new(),
            key,
            posts: Vec::new(),
            country: None,
            organization: None,
            gender: Gender::Unknown,
            rank: None,
            spans: Vec::new(),
            serves: None,
            fights: false,
            in_body,
            unintroduced: false,
            known: None,
        }
    }

    /// The kind of post that counts: by order of rank, then the first met.
    pub(crate) fn kind(&self) -> PostKind {
        // "his counterpart, Prince Fahd": the prince is a minister.
        let counterpart = || self.kind_of(|p| p.vague && p.kind <= PostKind::Minister);
        // "Prince Fahd, deputy minister of defense"
        let office = || self.kind_of(|p| !p.vague && p.kind != PostKind::Royal);
        match self.kind_of(|p| !p.vague) {
            Some(PostKind::Royal) if self.titled("crown") => Some(PostKind::Royal),
            Some(PostKind::Royal) => counterpart().or_else(office).or(Some(PostKind::Royal)),
            kind => kind,
        }
        .or_else(|| self.kind_of(|_| true))
        .or_else(|| self.rank.as_ref().map(|_| PostKind::Military))
        .or(self.known)
        .unwrap_or(PostKind::Other)
    }

    /// "Ambassador Mori, the president's spokesman": a diplomat's rank beside an office.
    fn is_courtesy(&self, kind: PostKind) -> bool {
        let bare = |p: &HeldPost<'_>| p.kind != kind || p.title.eq_ignore_ascii_case("ambassador");
        kind == PostKind::Ambassador && self.posts.iter().all(bare)
    }

    fn leads_a_state(&self) -> bool {
        matches!(
            self.kind(),
            PostKind::HeadOfState | PostKind::HeadOfGovernment
        )
    }

    fn kind_of(&self, counts: impl Fn(&HeldPost<'_>) -> bool) -> Option<PostKind> {
        let kinds = || self.posts.iter().filter(|p| counts(p)).map(|p| p.kind);
        kinds()
            .filter(|k| *k <= PostKind::Minister)
            .min()
            .or_else(|| kinds().find(|k| *k != PostKind::Other && !self.is_courtesy(*k)))
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

    /// Whether some title of the person has these words, in any case.
    pub(super) fn titled(&self, words: &str) -> bool {
        let mut posts = self.posts.iter();
        posts.any(|p| p.title.to_ascii_lowercase().contains(words))
    }

    pub(crate) fn holds(&self, kind: PostKind) -> bool {
        self.posts.iter().any(|p| p.kind == kind)
    }

    /// Notes another form of the name; the fullest leads. Says whether it does now.
    fn learn(&mut self, name: &'a str, key: &NameKey, span: (u32, u32)) -> bool {
        let name = squeeze(name);
        let mut leads = false;
        if self.names.len() < MOST && !self.names.contains(&name) {
            leads = self.names.is_empty() || key.len() > self.key.len();
            // Most have one form of their name.
            self.names.reserve_exact(1);
            if leads {
                self.key = key.clone();
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

impl<'a> People<'a> {
    /// Notes another form of a person's name, whose key is `key`.
    pub(super) fn learn(&mut self, at: usize, name: &'a str, key: &NameKey, span: (u32, u32)) {
        if let Some(person) = self.list.get_mut(at)
            && person.learn(name, key, span)
        {
            self.index.add(at, &person.key);
        }
    }

    /// Adds a person, of whom no name is known yet. Persons are large: their list grows by an
    /// eighth, not to the double.
    pub(super) fn add(&mut self, person: Person<'a>) -> usize {
        let at = self.list.len();
        if at == self.list.capacity() {
            self.list.reserve_exact(at / 8 + 4);
        }
        self.list.push(person);
        at
    }

    /// Gives up the index of names, when nobody is looked for any more.
    pub(crate) fn forget_names(&mut self) {
        self.index = NameIndex::default();
    }

    /// The person a bare name is a form of.
    pub(crate) fn find(&self, name: &str) -> Option<usize> {
        self.of_key(&NameKey::of(name))
    }

    /// As [`People::find`], by the name's key.
    pub(super) fn of_key(&self, key: &NameKey) -> Option<usize> {
        self.best(key, |_| true, |_| false)
            .or_else(|| self.misspelled(key, |_| true))
    }

    /// The one person of a side who holds a post.
    pub(crate) fn holder(&self, kind: PostKind, side: &Party) -> Option<usize> {
        let mut all = self.list.iter().enumerate().filter(|(_, p)| {
            kind != PostKind::Other && p.kind() == kind && p.party().as_ref() == Some(side)
        });
        match (all.next(), all.next()) {
            (Some((at, _)), None) => Some(at),
            _ => None,
        }
    }

    fn best(
        &self,
        key: &NameKey,
        fits: impl Fn(&Person<'_>) -> bool,
        prefers: impl Fn(&Person<'_>) -> bool,
    ) -> Option<usize> {
        let mut best: Option<((Sameness, bool), usize)> = None;
        for at in self.index.candidates(key) {
            let Some(person) = self.list.get(at).filter(|p| fits(p)) else {
                continue;
            };
            if let Some(sameness) = person.key.same(key) {
                // The latest of the equally good.
                let rank = (sameness, prefers(person));
                if best.is_none_or(|(best, _)| rank >= best) {
                    best = Some((rank, at));
                }
            }
        }
        best.map(|(_, at)| at)
    }

    /// The person a titled name is, if title and side do not speak against it.
    pub(super) fn compatible(
        &self,
        key: &NameKey,
        kind: Option<PostKind>,
        party: Option<&Party>,
    ) -> Option<usize> {
        let fits = |p: &Person<'_>| {
            let sides = match (p.party(), party) {
                // "AU Chair Mori": a prime minister who chairs a body of states.
                (Some(Party::Country(_)), Some(Party::Organization(_))) => {
                    key.len() == 1 && kind == Some(PostKind::IoHead) && p.leads_a_state()
                }
                (Some(a), Some(b)) => a == *b,
                _ => true,
            };
            let single = key.len() == 1 || p.key.len() == 1;
            let posts = match (p.posts.is_empty(), kind) {
                (false, Some(PostKind::IoHead)) if p.leads_a_state() => true,
                (false, Some(kind)) if single => p.holds(kind) || related(p.kind(), kind),
                // "Prince Badr bin Salim bin Noor" is no "King Salim bin Noor".
                (false, Some(kind)) if key.fathers(&p.key) => p.holds(kind),
                _ => true,
            };
            sides && posts
        };
        // "President Ruto" is the president, not his wife of the same name.
        self.best(key, fits, |p| kind.is_some_and(|k| p.holds(k)))
            .or_else(|| self.misspelled(key, |p| kind.is_some_and(|k| p.holds(k))))
    }

    /// The person whose name is written with one letter wrong.
    fn misspelled(&self, key: &NameKey, fits: impl Fn(&Person<'_>) -> bool) -> Option<usize> {
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
