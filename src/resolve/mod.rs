//! Facts as written → who, when and where that really is. One discourse state
//! an article answers pronouns, "the minister", "both sides", "the same day".

mod abroad;
mod author;
mod called;
mod date;
mod discourse;
mod fighters;
mod firm;
mod focus;
mod home;
mod hosts;
mod index;
mod names;
mod near;
mod office;
mod officials;
mod parties;
mod people;
mod place;
mod sides;
mod speech;
mod spoken;
mod titles;
mod unintroduced;

pub(crate) use author::{Voices, voices};
pub(crate) use called::is_local;
pub(crate) use date::{Calendar, resolve as resolve_date, resolve_bound};
pub(crate) use discourse::{Entities, Entity, resolve as resolve_mentions};
pub(crate) use home::{Origin, home, told};
pub(crate) use officials::gather;
pub(crate) use parties::party;
pub(crate) use people::{People, Person};
pub(crate) use place::resolve as resolve_place;

use crate::lexicon::Lexicon;
use crate::model::Country;

/// What resolution knows of the article.
#[derive(Clone, Copy)]
pub(crate) struct Context<'a> {
    pub(crate) text: &'a str,
    pub(crate) lexicon: &'a Lexicon,
    /// The country whose ministry is "the Foreign Ministry".
    pub(crate) home: Option<Country>,
    /// Home as the page itself tells it.
    pub(crate) told: Option<Country>,
    /// Whether North Korea is what "Korea" may mean, and so on: the countries named.
    pub(crate) named: &'a [Country],
    /// The codes of the organizations named.
    pub(crate) named_bodies: &'a [&'a str],
    /// The armed and other movements named, by their index in the lexicon.
    pub(crate) movements: &'a [u16],
}

impl<'a> Context<'a> {
    /// The words of a byte range.
    pub(crate) fn slice(&self, span: (u32, u32)) -> &'a str {
        self.text
            .get(span.0 as usize..span.1 as usize)
            .unwrap_or_default()
    }
}
