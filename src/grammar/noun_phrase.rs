//! Noun phrases: determiners, owners, modifiers, and the head that decides
//! what the phrase is.

use super::date::{self, DateExpr};
use super::input::{Parsed, Tokens, fail, sense};
use super::name::name;
use super::official::{PersonMention, counterpart, officials};
use super::party::{PartyForm, PartyRef, compound, party_of};
use super::place::{self, PlaceExpr};
use super::post::{PostPhrase, post};
use super::tag::{Tag, opens_as_name};
use super::unit::{Determiner, Head, NounGroup, UnitKind};
use crate::lexicon::{Class, Gender, GroupOf, Sense, Shape, TimeUnit, VerbForm, WordValue};
use crate::model::PostKind;
use crate::scan::TokenKind;
use std::rc::Rc;

/// A noun phrase has no more elements than this.
const LONGEST: usize = 24;

/// Quantifiers that stand behind a determiner.
const MORE: &[&str] = &[
    "more", "most", "less", "least", "many", "few", "several", "other", "such", "same", "own",
];

/// Bodies that speak for the side that they belong to.
const BODIES: &[&str] = &[
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
];

/// "Iran's nuclear agency", "the group"
pub(super) fn is_body(text: &str) -> bool {
    let last = text.rsplit(|c: char| !c.is_alphabetic()).next();
    last.is_some_and(|w| BODIES.iter().any(|b| w.eq_ignore_ascii_case(b)))
}

/// What has been read of a noun phrase.
#[derive(Default)]
struct State {
    determiner: Option<Determiner>,
    pronoun: Option<WordValue>,
    parties: Vec<PartyRef>,
    people: Vec<PersonMention>,
    owner_name: Option<(u32, u32)>,
    owner_post: Option<PostPhrase>,
    date: Option<DateExpr>,
    duration: Option<(u32, TimeUnit)>,
    level: Option<PostKind>,
    count: Option<u32>,
    place: Option<PlaceExpr>,
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
    },
    Post(PostPhrase),
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
        if tags.get(n) == Some(&Tag::Possessive)
            && state.last.is_some()
            && !state.ends_with_word_of_time()
        {
            n += 1;
            end = n;
            state.own();
        } else if tags.get(n) == Some(&Tag::Possessive) {
            n += 1;
            end = n;
            state.last = None;
        }
        // A compound goes on behind its hyphen.
        if i.kind(n) == Some(TokenKind::Hyphen)
            && i.get(n + 1)
                .is_some_and(|t| t.is_word() || t.kind == TokenKind::Number)
        {
            n += 1;
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
    let end_byte = i.get(end.saturating_sub(1)).map_or(0, |t| t.end);
    match state.finish(end_byte) {
        Some(kind) if end > 0 => Ok((i.from(end), kind)),
        _ => fail(),
    }
}

impl State {
    /// Reads one element; how many tokens it takes.
    fn element(
        &mut self,
        i: Tokens<'_>,
        tags: &[Tag],
        n: usize,
        at: usize,
        tag: Tag,
        post_near: bool,
    ) -> Option<usize> {
        if tag == Tag::Determiner {
            return self.determiner(i);
        }
        if self.last.is_some() && (ends_before_date(i) || self.ends_before_subject(i, tags, n)) {
            return None;
        }
        let nominal = matches!(tag, Tag::Noun | Tag::Name | Tag::Number);
        let after_owner = self.last.is_none() && self.determiner.is_some();
        let gerund_noun = matches!(
            tag,
            Tag::Verb(
                crate::lexicon::VerbForm::PastOrParticiple
                    | crate::lexicon::VerbForm::Participle
                    | crate::lexicon::VerbForm::Gerund
            )
        ) && after_owner;
        if !nominal && !gerund_noun {
            let adverb = tag == Tag::Adverb
                && (after_owner || self.determiner == Some(Determiner::A))
                && matches!(
                    tags.get(n + 1),
                    Some(Tag::Noun | Tag::Name | Tag::Number | Tag::Verb(_))
                );
            let particle = i
                .first()
                .is_some_and(|t| t.is(Class::RANK.or(Class::HONORIFIC)) && t.is_capital());
            if adverb {
                return Some(1);
            }
            if !particle {
                return None;
            }
        }
        let fresh = !matches!(self.last, Some(Last::People(_) | Last::Name { .. }));
        if post_near
            && fresh
            && let Some(used) = self.people_or_post(i)
        {
            return Some(used);
        }
        // Officials near a title have been looked for.
        if fresh
            && nominal
            && !post_near
            && let Some(used) = self.ranked(i)
        {
            return Some(used);
        }
        if tag == Tag::Number || i.is(0, Class::NUMBER) {
            return self.number(i);
        }
        if let Some(used) = self.dated(i) {
            return Some(used);
        }
        if let Some(used) = self.party(i) {
            return Some(used);
        }
        if let Some(used) = self.located(i) {
            return Some(used);
        }
        if fresh
            && (tag == Tag::Name || i.is(0, Class::GIVEN_NAME))
            && let Some(used) = self.named(i)
        {
            return Some(used);
        }
        self.word(i, at + n)
    }

    fn determiner(&mut self, i: Tokens<'_>) -> Option<usize> {
        if self.last.is_some() {
            return None;
        }
        let lower = i.lower(0);
        let text = &*lower;
        if self.determiner.is_some() {
            // "a more cautious note", "the many calls"
            return MORE.contains(&text).then_some(1);
        }
        let value = sense(|s| match s {
            Sense::Word(c, v) if c.any(Class::DETERMINER.or(Class::PRONOUN)) => Some(*v),
            _ => None,
        })(i)
        .ok()
        .map(|(_, v)| v);
        self.determiner = Some(match text {
            "the" | "both" | "all" => Determiner::The,
            "a" | "an" | "another" => Determiner::A,
            "this" | "these" | "that" | "those" | "such" => Determiner::This,
            "no" | "neither" => Determiner::No,
            "his" | "her" | "its" | "their" | "our" | "my" | "your" => {
                self.pronoun = Some(match text {
                    "his" => WordValue::He,
                    "her" => WordValue::She,
                    "its" => WordValue::It,
                    "their" => WordValue::They,
                    "our" => WordValue::We,
                    "my" => WordValue::I,
                    _ => value.unwrap_or(WordValue::You),
                });
                Determiner::Possessive
            }
            _ => Determiner::None,
        });
        if text == "both" {
            self.count = Some(2);
        }
        // "all the", "both the", "the last"
        if i.word(1, "the") { Some(2) } else { Some(1) }
    }

    /// Named people with titles, or a title alone.
    fn people_or_post(&mut self, i: Tokens<'_>) -> Option<usize> {
        if let Ok((rest, people)) = officials(i) {
            self.begin(i);
            self.last = Some(Last::People(people));
            return Some(i.consumed(&rest));
        }
        let (rest, post) = counterpart(i).or_else(|_| post(i)).ok()?;
        self.begin(i);
        if self.pronoun.is_none() && post.of_pronoun {
            self.determiner.get_or_insert(Determiner::Possessive);
        }
        self.last = Some(Last::Post(post));
        Some(i.consumed(&rest))
    }

    /// "Gen. X", "Sheikh X", "X, a senior analyst"
    fn ranked(&mut self, i: Tokens<'_>) -> Option<usize> {
        if !i.first()?.is_capital() && !i.is(0, Class::RANK) {
            return None;
        }
        let (rest, people) = officials(i).ok()?;
        self.begin(i);
        self.last = Some(Last::People(people));
        Some(i.consumed(&rest))
    }

    fn number(&mut self, i: Tokens<'_>) -> Option<usize> {
        // "in Lima two days ago": a date of its own.
        if self.last.is_some() && date::ago(i).is_ok() {
            return None;
        }
        if let Ok((rest, duration)) = date::duration(i) {
            // "a four-day visit"; "four days" alone is no owner.
            self.duration = Some(duration);
            self.begin(i);
            self.last = None;
            self.determiner.get_or_insert(Determiner::None);
            return Some(i.consumed(&rest));
        }
        let count = sense(|s| match s {
            Sense::Number(n) => Some(*n),
            _ => None,
        })(i)
        .ok()
        .map(|(_, n)| n)
        .or_else(|| i.text_of(0).parse().ok());
        self.begin(i);
        if i.is(0, Class::NUMBER) || i.kind(0) == Some(TokenKind::Number) {
            self.count = count.or(self.count);
        }
        self.last = Some(Last::Number);
        // "3 PM" is no prime minister.
        let clock = i.kind(0) == Some(TokenKind::Number) && i.one_of(1, &["AM", "PM"]);
        Some(if clock { 2 } else { 1 })
    }

    /// "Saturday's meeting", "next week's summit": a date before a noun.
    fn dated(&mut self, i: Tokens<'_>) -> Option<usize> {
        if !i.is(
            0,
            Class::WEEKDAY
                .or(Class::RELATIVE_DAY)
                .or(Class::MONTH)
                .or(Class::DIRECTION)
                .or(Class::SEASON)
                .or(Class::PART),
        ) {
            return None;
        }
        if i.is(0, Class::DIRECTION)
            && self.determiner == Some(Determiner::The)
            && !i.is(1, Class::UNIT.or(Class::WEEKDAY))
        {
            // "the next round": an adjective.
            return None;
        }
        let (rest, date) = date::date(i).ok()?;
        let used = i.consumed(&rest);
        let owns = rest.is(0, Class::POSSESSIVE);
        let leads = rest.is(0, Class::FRAME_NOUN.or(Class::INSTRUMENT))
            && i.is(0, Class::MONTH.or(Class::WEEKDAY));
        if !owns && !leads {
            return None;
        }
        self.date = Some(date);
        self.determiner.get_or_insert(Determiner::The);
        self.last = None;
        Some(used + usize::from(owns))
    }

    fn party(&mut self, i: Tokens<'_>) -> Option<usize> {
        let t = i.first()?;
        let (_, form) = party_of(t, i.lexicon)?;
        if matches!(self.last, Some(Last::Name { .. } | Last::People(_))) {
            return None;
        }
        let (rest, parties) = compound(i).ok()?;
        let used = i.consumed(&rest);
        self.begin(i);
        let form = if used > 1 { PartyForm::Name } else { form };
        if let Some(Last::Parties(before, _)) = self.last.take() {
            self.parties.extend(before);
        }
        self.last = Some(Last::Parties(parties, form));
        Some(used)
    }

    /// "the Paris talks"; a place alone.
    fn located(&mut self, i: Tokens<'_>) -> Option<usize> {
        if !i.is(
            0,
            Class::CITY
                .or(Class::REGION)
                .or(Class::VENUE)
                .or(Class::AREA),
        ) || self.last.is_some()
        {
            return None;
        }
        let t = i.first()?;
        let doubtful = t
            .sense(i.lexicon, |s| match *s {
                Sense::Place(id, _) => i.lexicon.places.get(usize::from(id)).map(|p| p.doubtful),
                _ => None,
            })
            .unwrap_or(false);
        let more_name = i
            .get(1)
            .is_some_and(|n| n.is_capital() && n.classes.is_empty());
        if doubtful || more_name && t.is(Class::GIVEN_NAME) {
            return None;
        }
        let (rest, place) = place::place(i).ok()?;
        self.begin(i);
        self.last = Some(Last::Place(place));
        Some(i.consumed(&rest))
    }

    fn named(&mut self, i: Tokens<'_>) -> Option<usize> {
        let t = i.first()?;
        if !t.is_capital() {
            return None;
        }
        let after_word = matches!(self.last, Some(Last::Word { .. }));
        let (rest, parts) = name(i, after_word).ok()?;
        let used = i.consumed(&rest);
        if used.checked_sub(1).is_some_and(|n| is_body(i.text_of(n))) {
            // "Atomic Energy Organization": no person's name.
            return None;
        }
        let gender = t
            .sense(i.lexicon, |s| match s {
                Sense::GivenName(g) => Some(*g),
                _ => None,
            })
            .unwrap_or(Gender::Unknown);
        // One capitalized word before a common noun is part of its name: "Freedom Edge exercise".
        let noun_follows = rest
            .first()
            .is_some_and(|n| n.is_word() && n.is(Class::NOUN) && n.is_capital());
        if noun_follows && gender == Gender::Unknown && !rest.is(0, Class::POSSESSIVE) {
            return None;
        }
        if t.opens
            && parts == 1
            && gender == Gender::Unknown
            && !t.classes.is_empty()
            && t.shape != Shape::Upper
            && !opens_as_name(i, 0, t)
        {
            return None;
        }
        self.outsider |= matches!(
            self.last,
            Some(Last::Word {
                head: Head::Outsider | Head::Media,
                ..
            })
        );
        self.begin(i);
        self.capitals += parts;
        self.last = Some(Last::Name { gender });
        Some(used)
    }

    fn word(&mut self, i: Tokens<'_>, token: usize) -> Option<usize> {
        let t = i.first()?;
        if !t.is_word() || t.is(Class::PREPOSITION) && t.shape == Shape::Lower {
            return None;
        }
        if matches!(self.last, Some(Last::People(_)))
            || matches!(self.last, Some(Last::Place(_))) && !self.place_names_it(i)
        {
            return None;
        }
        self.absorb();
        self.begin(i);
        self.duration = self.duration.or_else(|| date::hyphened(i.text_of(0)));
        let (head, plural) = head_of(i);
        self.joint |= i.one_of(
            0,
            &[
                "joint",
                "trilateral",
                "bilateral",
                "quadrilateral",
                "three-way",
            ],
        );
        if i.one_of(0, &["trilateral", "three-way", "tripartite"]) {
            self.count = Some(3);
        } else if i.one_of(0, &["bilateral"]) {
            self.count = Some(2);
        }
        self.capitals += u32::from(t.is_capital() && !t.opens);
        self.last = Some(Last::Word {
            token,
            head,
            plural,
        });
        Some(1)
    }

    /// "a Gaza hostage deal", "the Geneva talks": a place before a paper or an encounter.
    fn place_names_it(&self, i: Tokens<'_>) -> bool {
        let telling = Class::INSTRUMENT.or(Class::FRAME_NOUN);
        let determined = self.determiner.is_some();
        for n in 0..3 {
            let Some(t) = i
                .get(n)
                .filter(|t| t.is_word() && t.is(Class::NOUN.or(telling)))
            else {
                return false;
            };
            if t.is(Class::INSTRUMENT) || determined && t.is(Class::FRAME_NOUN) {
                return true;
            }
        }
        false
    }

    /// What was read last turns out to be a modifier of a word behind it.
    fn absorb(&mut self) {
        match self.last.take() {
            Some(Last::Parties(parties, _)) => {
                self.capitals += 1;
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
                self.owner_name = self.body.map(|b| (b, 0));
            }
            Some(Last::Post(post)) if post.plural => {
                self.level = Some(post.kind);
                self.parties.extend(post.parties.iter().copied());
                self.body = self.body.or(Some(post.span.0));
                return;
            }
            Some(Last::Post(post)) => self.owner_post = Some(post),
            Some(Last::Parties(parties, _)) => self.parties.extend(parties),
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
        let lower_before = i.before.is_some_and(|t| t.shape == Shape::Lower);
        let behind = tags.iter().skip(n + 1).find(|t| **t != Tag::Name);
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

    fn ends_with_word_of_time(&self) -> bool {
        false
    }

    /// Named people and places end a phrase unless `'s` follows.
    fn is_closed(&self, i: Tokens<'_>, n: usize) -> bool {
        match &self.last {
            Some(Last::People(_)) => true,
            Some(Last::Post(p)) if !p.plural => {
                !i.is(n, Class::POSSESSIVE) && !i.is(n, Class::FRAME_NOUN.or(Class::NOUN))
            }
            Some(Last::Name { .. }) => !i.get(n).is_some_and(|t| t.is_word() && t.is(Class::NOUN)),
            _ => false,
        }
    }

    fn finish(self, end: u32) -> Option<UnitKind> {
        let determiner = self.determiner.unwrap_or(Determiner::None);
        match self.last {
            None => {
                // "Japan's": an owner with nothing owned stands for itself.
                if !self.parties.is_empty() {
                    return Some(UnitKind::Parties(self.parties, PartyForm::Name));
                }
                self.pronoun.map(UnitKind::Pronoun)
            }
            Some(Last::People(people)) => Some(UnitKind::People(people)),
            Some(Last::Name { gender }) => Some(UnitKind::Name {
                outsider: self.outsider,
                gender,
            }),
            Some(Last::Post(mut post)) => {
                post.parties.extend(self.parties);
                // "the Iranian president's chief of staff"
                post.parties
                    .extend(self.owner_post.iter().flat_map(|o| &o.parties));
                post.of_pronoun |= self.pronoun.is_some();
                Some(UnitKind::Post(Box::new(post)))
            }
            Some(Last::Parties(parties, form)) => {
                let mut all = self.parties;
                all.extend(parties);
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
                people: self.people,
                owner_name: None,
                owner_post: None,
                pronoun: self.pronoun,
                date: self.date,
                duration: self.duration,
                level: self.level,
                count: self.count,
                place: self.place,
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
                head_token: token,
                determiner,
                plural,
                parties: self.parties,
                people: self.people,
                owner_name: self.owner_name,
                owner_post: self.owner_post.map(Box::new),
                pronoun: self.pronoun,
                date: self.date,
                duration: self.duration,
                level: self.level,
                count: self.count,
                place: self.place,
                proper: self.capitals >= 2,
                body: (self.body.unwrap_or(end), end),
                joint: self.joint,
            }))),
        }
    }
}

/// "Beijing next week", "the talks Monday": a date stands for itself behind a noun.
fn ends_before_date(i: Tokens<'_>) -> bool {
    let starts = Class::DIRECTION
        .or(Class::WEEKDAY)
        .or(Class::RELATIVE_DAY)
        .or(Class::MONTH);
    if !i.is(0, starts) {
        return false;
    }
    let Ok((rest, _)) = date::date(i) else {
        return false;
    };
    !rest.is(
        0,
        Class::POSSESSIVE
            .or(Class::FRAME_NOUN)
            .or(Class::INSTRUMENT),
    )
}

fn organ(sense: &Sense) -> Option<(Head, bool)> {
    match *sense {
        Sense::Organ(o, plural) => Some((Head::Organ(o), plural)),
        _ => None,
    }
}

/// What a head noun makes of its phrase.
fn head_of(i: Tokens<'_>) -> (Head, bool) {
    let Some(t) = i.first() else {
        return (Head::Other, false);
    };
    let plural_form = t.text(i.text).ends_with('s');
    // "Iran's mission to the UN": a body, not a journey.
    let accredited =
        i.word(1, "to") && (i.is(2, Class::ORGANIZATION) || i.is(3, Class::ORGANIZATION));
    if accredited && let Some(found) = t.sense(i.lexicon, organ) {
        return found;
    }
    t.sense(i.lexicon, |s| match *s {
        Sense::FrameNoun { lemma, plural } => Some((Head::Frame(lemma), plural)),
        _ => None,
    })
    .or_else(|| {
        t.sense(i.lexicon, |s| match *s {
            Sense::Group(g, p) => Some((Head::Group(g), p)),
            Sense::Organ(..) => organ(s),
            Sense::Instrument(k, p) => Some((Head::Instrument(k), p)),
            Sense::Source(p) => Some((Head::Source, p)),
            Sense::Outsider(p) => Some((Head::Outsider, p)),
            Sense::Document(p) => Some((Head::Document, p)),
            Sense::Media(_) | Sense::Outlet(..) => Some((Head::Media, false)),
            _ => None,
        })
    })
    .unwrap_or((Head::Other, plural_form))
}
