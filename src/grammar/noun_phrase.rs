//! Noun phrases: determiners, owners, modifiers, and the head that decides
//! what the phrase is.

mod element;
mod named;

use super::date::DateExpr;
use super::input::{Parsed, Tokens, Words, fail};
use super::official::PersonMention;
use super::party::{PartyForm, PartyRef, party_of};
use super::place::PlaceExpr;
use super::post::PostPhrase;
use super::tag::Tag;
use super::unit::{Determiner, Head, NounGroup, UnitKind};
use crate::lexicon::{Class, Gender, GroupOf, Shape, TimeUnit, VerbForm, WordValue};
use crate::model::PostKind;
use crate::scan::{Token, TokenKind};
use std::rc::Rc;

/// A noun phrase has no more elements than this.
const LONGEST: usize = 24;

/// Bodies that speak for the side that they belong to.
const BODIES: Words = Words::of(&[
    "agency",
    "alliance",
    "authority",
    "bloc",
    "board",
    "body",
    "bureau",
    "camp",
    "coalition",
    "commission",
    "committee",
    "council",
    "court",
    "directorate",
    "faction",
    "group",
    "inspectorate",
    "militia",
    "movement",
    "office",
    "organisation",
    "organization",
    "panel",
    "secretariat",
    "service",
    "union",
    "watchdog",
]);

/// "Iran's nuclear agency", "the group"
pub(super) fn is_body(text: &str) -> bool {
    let last = last_letters(text);
    BODIES.contains(last) || is_mouthpiece(text, last)
}

/// The letters that end a text.
fn last_letters(text: &str) -> &str {
    let bytes = text.as_bytes();
    match bytes.iter().rposition(|b| !b.is_ascii_alphabetic()) {
        Some(at) if bytes.get(at).is_some_and(u8::is_ascii) => {
            text.get(at + 1..).unwrap_or_default()
        }
        None => text,
        _ => {
            let last = text.rsplit(|c: char| !c.is_alphabetic()).next();
            last.unwrap_or_default()
        }
    }
}

/// "state media", "the government-run television": speaks for the state.
fn is_mouthpiece(text: &str, last: &str) -> bool {
    const MEDIA: Words = Words::of(&["media", "television", "radio"]);
    const OF_STATE: &[&str] = &["state", "government"];
    let mut words = text.split([' ', '-']);
    MEDIA.contains(last) && words.any(|w| OF_STATE.iter().any(|o| w.eq_ignore_ascii_case(o)))
}

/// What has been read of a noun phrase.
#[derive(Default)]
struct State {
    determiner: Option<Determiner>,
    pronoun: Option<WordValue>,
    parties: Vec<PartyRef>,
    people: Vec<PersonMention>,
    owner_name: Option<u32>,
    owner_post: Option<Box<PostPhrase>>,
    date: Option<DateExpr>,
    duration: Option<(u16, TimeUnit)>,
    level: Option<PostKind>,
    count: Option<u32>,
    place: Option<PlaceExpr>,
    /// A capital before the head, and which of the parties it may stand for.
    seat: Option<(PlaceExpr, usize)>,
    capitals: u32,
    joint: bool,
    outsider: bool,
    /// Where the phrase begins behind its determiner.
    body: Option<u32>,
    last: Option<Last>,
}

/// The element that ends the phrase so far, and with it what it is.
enum Last {
    Word {
        token: usize,
        head: Head,
        plural: bool,
    },
    People(Vec<PersonMention>),
    Name {
        gender: Gender,
        start: u32,
    },
    Post(Box<PostPhrase>),
    Parties(Vec<PartyRef>, PartyForm),
    Place(PlaceExpr),
    Number,
}

/// `noun phrase = [determiner] {element} `; the last element decides what it is
///
/// `tags` are those of the tokens of `i`; `at` the token of the reading that `i` begins
/// with; `posts_near(n)` says whether a title stands within reach of token `n` of `i`.
pub(crate) fn noun_phrase<'a>(
    i: Tokens<'a>,
    tags: &[Tag],
    at: usize,
    posts_near: &dyn Fn(usize) -> bool,
) -> Parsed<'a, UnitKind> {
    let mut state = State::default();
    let mut n = 0;
    let mut end = 0;
    for _ in 0..LONGEST {
        let rest = i.from(n);
        let Some(tag) = tags.get(n) else { break };
        let Some(used) = state.element(rest, tags, n, at, *tag, posts_near(n)) else {
            break;
        };
        n += used;
        end = n;
        // An owner: "Japan's", "President Biden's", "Saturday's".
        if tags.get(n) == Some(&Tag::Possessive) {
            n += 1;
            end = n;
            state.own();
        }
        // A compound goes on behind its hyphen.
        if i.kind(n) == Some(TokenKind::Hyphen)
            && i.get(n + 1)
                .is_some_and(|t| t.is_word() || t.kind == TokenKind::Number)
        {
            n += 1;
        }
        if state.is_abbreviated(i.from(n)) && matches!(tags.get(n + 3), Some(Tag::Noun)) {
            n += 3;
        }
        // The marks of words in quotation marks are passed over.
        while i.kind(n) == Some(TokenKind::Mark)
            && matches!(tags.get(n + 1), Some(Tag::Noun | Tag::Name | Tag::Number))
            && n > 0
        {
            n += 1;
        }
        if i.kind(n) == Some(TokenKind::Mark) && n > 0 && i.get(n).is_some_and(|t| t.glued) {
            n += 1;
            end = n;
        }
        if state.is_closed(i, n) {
            break;
        }
    }
    if end == 1
        && let Some(word) = honored(i)
    {
        return Ok((i.from(end), UnitKind::Pronoun(word)));
    }
    let end_byte = i.get(end.saturating_sub(1)).map_or(0, |t| t.end);
    match state.finish(end_byte) {
        Some(kind) if end > 0 => Ok((i.from(end), kind)),
        _ => fail(),
    }
}

/// "the talks | President Mori held": behind a noun in small letters the one who did it.
fn is_subject_of_relative(i: Tokens<'_>, n: usize) -> bool {
    let somebody = Class::POST
        .or(Class::PARTY)
        .or(Class::HONORIFIC)
        .or(Class::GIVEN_NAME);
    let noun = n.checked_sub(1).and_then(|last| i.get(last));
    let small = noun.is_some_and(|t| t.shape == Shape::Lower);
    // "the exercise Blue Wave"
    let named = || {
        n.checked_sub(1)
            .is_some_and(|last| i.word(last, "exercise"))
    };
    small
        && i.get(n)
            .is_some_and(|t| t.is_capital() && (t.is(somebody) || named()))
}

/// "Prime Minister Mori's adviser", "Mori's adviser": whom a post serves.
fn serve(posts: &mut [PostPhrase], owners: Vec<PersonMention>, name: Option<u32>) {
    let Some(post) = posts.first_mut().filter(|p| !p.counterpart && !p.plural) else {
        return;
    };
    let named = name.map(|start| PersonMention::named((start, post.span.0)));
    let owner = match <[PersonMention; 1]>::try_from(owners) {
        Ok([owner]) => Some(owner),
        Err(_) => named,
    };
    if let Some(owner) = owner {
        post.owner = Some(Box::new(owner));
    }
}

/// A title at a name that tells no side itself is of the side that owns it.
fn belong<'a>(person: &mut PersonMention, owners: impl Iterator<Item = &'a PartyRef>) {
    let told = person.posts.iter().any(|p| !p.parties.is_empty()) || person.of.is_some();
    if let (Some(post), false) = (person.posts.first_mut(), told) {
        post.parties.extend(owners.copied());
    }
}

/// "His Highness", "Her Majesty" with no name behind: he, she.
fn honored(i: Tokens<'_>) -> Option<WordValue> {
    let first = i.first().filter(|t| t.is(Class::HONORIFIC))?;
    match first.text(i.text).split_once(' ')?.0 {
        "His" | "his" => Some(WordValue::He),
        "Her" | "her" => Some(WordValue::She),
        "Their" | "their" => Some(WordValue::They),
        _ => None,
    }
}

impl State {
    /// What was read last turns out to be a modifier of a word behind it.
    fn absorb(&mut self) {
        match self.last.take() {
            Some(Last::Parties(parties, form)) => {
                self.capitals += 1;
                if form != PartyForm::Capital {
                    self.seat = None;
                }
                self.parties.extend(parties);
            }
            Some(Last::Post(post)) => {
                self.level = Some(post.kind);
                self.parties.extend(post.parties.iter().copied());
            }
            Some(Last::Place(place)) => self.place = Some(place),
            Some(Last::Name { .. }) => {}
            Some(other @ Last::People(_)) => {
                self.last = Some(other);
                self.own();
            }
            _ => {}
        }
    }

    /// What was read last turns out to be the owner of what follows.
    fn own(&mut self) {
        match self.last.take() {
            Some(Last::People(people)) => self.people.extend(people),
            Some(Last::Name { .. }) => {
                // The name's range is the body so far.
                self.owner_name = self.body;
            }
            Some(Last::Post(post)) if post.plural => {
                self.level = Some(post.kind);
                self.parties.extend(post.parties.iter().copied());
                self.body = self.body.or(Some(post.span.0));
                return;
            }
            Some(Last::Post(post)) => self.owner_post = Some(post),
            Some(Last::Parties(parties, _)) => {
                self.seat = None;
                self.parties.extend(parties);
            }
            Some(Last::Place(place)) => self.place = Some(place),
            Some(Last::Word {
                head: Head::Group(GroupOf::People(Some(kind))),
                ..
            }) => {
                self.level = Some(kind);
                return;
            }
            _ => {}
        }
        self.body = None;
        self.determiner = Some(Determiner::The);
    }

    /// `"(" party ")"` behind the same party: "the Arab League (AL) | meeting"
    fn is_abbreviated(&self, i: Tokens<'_>) -> bool {
        let Some(Last::Parties(before, _)) = &self.last else {
            return false;
        };
        let same = |t| party_of(t, i.lexicon).is_some_and(|(p, _)| before.last() == Some(&p));
        i.kind(0) == Some(TokenKind::Open)
            && i.get(1).is_some_and(same)
            && i.kind(2) == Some(TokenKind::Close)
    }

    /// "Oskari", "Estonia's Mart Tamm": a name, or whom a full name behind a state shows to be
    /// somebody of the state.
    fn somebody(&self, gender: Gender, name: (u32, u32)) -> UnitKind {
        let full = self.capitals >= 2 && gender != Gender::Unknown;
        // "the Israeli soldier Dan Levi": more than the owner stands before the name.
        let owned = self.body == Some(name.0) && !self.outsider;
        if let [state @ PartyRef::Country(_)] = &*self.parties
            && full
            && owned
        {
            let person = PersonMention {
                of: Some(*state),
                parts: self.capitals,
                gender,
                ..PersonMention::named(name)
            };
            return UnitKind::People(vec![person]);
        }
        UnitKind::Name {
            outsider: self.outsider,
            gender,
        }
    }

    fn begin(&mut self, i: Tokens<'_>) {
        let start = i.first().map_or(0, |t| t.start);
        self.body.get_or_insert(start);
    }

    /// "his account | Rodriguez praised", "the threat | Iran poses": a name with a
    /// verb of its own behind a common noun.
    fn ends_before_subject(&self, i: Tokens<'_>, tags: &[Tag], n: usize) -> bool {
        let common = matches!(
            self.last,
            Some(Last::Word {
                head: Head::Other | Head::Frame(_) | Head::Instrument(_) | Head::Document,
                ..
            })
        );
        if !common || tags.get(n) != Some(&Tag::Name) || i.is(0, Class::DEMONYM) {
            return false;
        }
        let lower_before = i.before().is_some_and(|t| t.shape == Shape::Lower);
        // "the deal | Chad and Niger signed"
        let mut tags = tags.iter().skip(n + 1);
        let behind = tags.find(|t| !matches!(t, Tag::Name | Tag::Conjunction));
        lower_before
            && matches!(
                behind,
                Some(
                    Tag::Modal
                        | Tag::Auxiliary
                        | Tag::Verb(VerbForm::Third | VerbForm::Past | VerbForm::PastOrParticiple)
                )
            )
    }

    /// Named people and places end a phrase unless `'s` follows.
    fn is_closed(&self, i: Tokens<'_>, n: usize) -> bool {
        match &self.last {
            Some(Last::People(_)) => true,
            Some(Last::Post(p)) if !p.plural => {
                !i.is(n, Class::POSSESSIVE) && !i.is(n, Class::FRAME_NOUN.or(Class::NOUN))
            }
            Some(Last::Name { .. }) => {
                // "the Islamist | movement"
                let qualifies = n > 0 && i.is(n - 1, Class::ADJECTIVE);
                let called = |t: &Token| t.is(Class::NOUN) || qualifies && named::is_plain(t);
                !i.get(n).is_some_and(|t| t.is_word() && called(t))
            }
            Some(Last::Word {
                head: Head::Frame(_),
                ..
            }) => self.determiner.is_some() && is_subject_of_relative(i, n),
            _ => false,
        }
    }

    fn finish(self, end: u32) -> Option<UnitKind> {
        let determiner = self.determiner.unwrap_or(Determiner::None);
        let count = self.count.map(|c| u16::try_from(c).unwrap_or(u16::MAX));
        match self.last {
            None => {
                // "Japan's": an owner with nothing owned stands for itself.
                if !self.parties.is_empty() {
                    return Some(UnitKind::Parties(self.parties, PartyForm::Name));
                }
                self.pronoun.map(UnitKind::Pronoun)
            }
            Some(Last::People(mut people)) => {
                if let Some(person) = people.first_mut() {
                    // "the Kenyan government's spokesman X"
                    let owners = self.owner_post.iter().flat_map(|o| &o.parties);
                    belong(person, self.parties.iter().chain(owners));
                    serve(&mut person.posts, self.people, self.owner_name);
                }
                Some(UnitKind::People(people))
            }
            Some(Last::Name { gender, start }) => Some(self.somebody(gender, (start, end))),
            Some(Last::Post(mut post)) => {
                post.parties.extend(self.parties);
                serve(
                    std::slice::from_mut(&mut *post),
                    self.people,
                    self.owner_name,
                );
                // "the Iranian president's chief of staff"
                post.parties
                    .extend(self.owner_post.iter().flat_map(|o| &o.parties));
                post.of_pronoun |= self.pronoun.is_some();
                Some(UnitKind::Post(post))
            }
            Some(Last::Parties(parties, form)) => {
                let mut all = self.parties;
                match all.is_empty() {
                    true => all = parties,
                    false => all.extend(parties),
                }
                let form = match (form, determiner) {
                    (PartyForm::Adjective, Determiner::The) => PartyForm::People,
                    (form, _) => form,
                };
                Some(UnitKind::Parties(all, form))
            }
            Some(Last::Place(place)) => Some(UnitKind::Place(place)),
            Some(Last::Number) => Some(UnitKind::Noun(Rc::new(NounGroup {
                head: if self.count.is_some_and(|c| (2..=9).contains(&c))
                    && determiner == Determiner::The
                {
                    Head::Group(GroupOf::Parties)
                } else {
                    Head::Other
                },
                head_token: 0,
                determiner,
                plural: true,
                parties: self.parties,
                people: self.people.into_boxed_slice(),
                owner_name: None,
                owner_post: None,
                pronoun: self.pronoun,
                date: self.date.map(Box::new),
                duration: self.duration,
                level: self.level,
                count,
                place: self.place.map(Box::new),
                proper: false,
                body: (self.body.unwrap_or(end), end),
                joint: self.joint,
            }))),
            Some(Last::Word {
                token,
                head,
                plural,
            }) => Some(UnitKind::Noun(Rc::new(NounGroup {
                head,
                head_token: u16::try_from(token).unwrap_or(u16::MAX),
                determiner,
                plural,
                parties: self.parties,
                people: self.people.into_boxed_slice(),
                owner_name: self.owner_name,
                owner_post: self.owner_post,
                pronoun: self.pronoun,
                date: self.date.map(Box::new),
                duration: self.duration,
                level: self.level,
                count,
                place: self.place.map(Box::new),
                proper: self.capitals >= 2,
                body: (self.body.unwrap_or(end), end),
                joint: self.joint,
            }))),
        }
    }
}
