//! Units: the phrases of a reading, in order; what clauses are made of.

use super::date::DateExpr;
use super::official::PersonMention;
use super::party::{PartyForm, PartyRef};
use super::place::PlaceExpr;
use super::post::PostPhrase;
use super::verb_group::VerbGroup;
use crate::lexicon::{Gender, GroupOf, TimeUnit, WordValue};
use crate::model::{InstrumentKind, PostKind};
use std::rc::Rc;

/// A phrase: what it is, and where it stands.
#[derive(Debug, Clone)]
pub(crate) struct Unit {
    pub(crate) kind: UnitKind,
    /// Tokens of the reading, from and one past.
    pub(crate) first: usize,
    pub(crate) last: usize,
    /// Byte range of the page's text.
    pub(crate) span: (u32, u32),
}

#[derive(Debug, Clone)]
pub(crate) enum UnitKind {
    Date(DateExpr),
    /// Named people with their titles.
    People(Vec<PersonMention>),
    /// A name with nothing that says whose; `outsider`: said to be no official.
    Name {
        outsider: bool,
        gender: Gender,
    },
    /// A title without a name.
    Post(Box<PostPhrase>),
    /// States and organizations.
    Parties(Vec<PartyRef>, PartyForm),
    Place(PlaceExpr),
    Pronoun(WordValue),
    Noun(Rc<NounGroup>),
    Verb(VerbGroup),
    Preposition,
    /// "and", "or", "&"
    And,
    But,
    Comma,
    Dash,
    Colon,
    Semicolon,
    Stop,
    Open,
    Close,
    That,
    Relative,
    Subordinator,
    Adverb,
    Quote,
    Other,
}

/// A noun with what stands before it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct NounGroup {
    pub(crate) head: Head,
    /// Token of the head noun.
    pub(crate) head_token: u16,
    pub(crate) determiner: Determiner,
    pub(crate) plural: bool,
    /// States and organizations named before the head.
    pub(crate) parties: Vec<PartyRef>,
    /// People named before the head with `'s`.
    pub(crate) people: Box<[PersonMention]>,
    /// Where a bare name before the head with `'s` begins.
    pub(crate) owner_name: Option<u32>,
    /// A title before the head with `'s`: "the prime minister's visit".
    pub(crate) owner_post: Option<Box<PostPhrase>>,
    /// "his", "their"
    pub(crate) pronoun: Option<WordValue>,
    /// "Saturday's"
    pub(crate) date: Option<Box<DateExpr>>,
    pub(crate) duration: Option<(u16, TimeUnit)>,
    /// Whose level: "foreign ministers'", "leaders'".
    pub(crate) level: Option<PostKind>,
    /// "two", "three"; "trilateral" is 3.
    pub(crate) count: Option<u16>,
    /// A city before the head: "the Paris talks".
    pub(crate) place: Option<Box<PlaceExpr>>,
    /// A capitalized proper name: "Shangri-La Dialogue".
    pub(crate) proper: bool,
    /// Byte range from after the determiner to the head.
    pub(crate) body: (u32, u32),
    /// "joint"
    pub(crate) joint: bool,
}

/// What a noun group is about, by its head.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Head {
    /// A noun with frames; its lemma.
    Frame(u16),
    Instrument(InstrumentKind),
    /// A thing that speaks.
    Document,
    /// Ministry, government; the kind of organ.
    Organ(u16),
    Group(GroupOf),
    Source,
    Outsider,
    Media,
    Other,
}

/// How a noun group is determined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Determiner {
    None,
    The,
    A,
    This,
    No,
    Possessive,
}

impl UnitKind {
    /// Whether it can be a subject or an object.
    pub(crate) fn is_nominal(&self) -> bool {
        matches!(
            self,
            UnitKind::People(_)
                | UnitKind::Name { .. }
                | UnitKind::Post(_)
                | UnitKind::Parties(..)
                | UnitKind::Pronoun(_)
                | UnitKind::Noun(_)
                | UnitKind::Place(_)
        )
    }
}

impl Unit {
    /// Whether it can be a subject or an object.
    pub(crate) fn is_nominal(&self) -> bool {
        self.kind.is_nominal()
    }

    pub(crate) fn verb(&self) -> Option<&VerbGroup> {
        match &self.kind {
            UnitKind::Verb(v) => Some(v),
            _ => None,
        }
    }

    pub(crate) fn noun(&self) -> Option<&Rc<NounGroup>> {
        match &self.kind {
            UnitKind::Noun(n) => Some(n),
            _ => None,
        }
    }
}
