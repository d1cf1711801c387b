//! The people who hold, held or are named to a public post.

use super::{Country, Organization};
use crate::span::Evidence;
use serde::{Deserialize, Serialize};

/// A named person who holds, held or is named to a public post.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Official {
    /// Index in [`Article::officials`](crate::Article::officials).
    pub id: OfficialId,
    /// Fullest form of the name, without title.
    pub name: String,
    /// Other forms met, misspellings included.
    pub aliases: Vec<String>,
    /// The post, as written and as a kind.
    pub post: Post,
    /// The state the official speaks for.
    pub country: Option<Country>,
    /// The organization the official speaks for.
    pub organization: Option<Organization>,
    /// Military rank, as written ("Navy Admiral").
    pub rank: Option<String>,
    /// Whether the post is held now.
    pub tenure: Tenure,
    /// Where the official was read from.
    pub evidence: Vec<Evidence>,
}

/// Index of an [`Official`] in [`Article::officials`](crate::Article::officials).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct OfficialId(pub u32);

impl OfficialId {
    /// The index.
    #[must_use]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// A post: its title as written and its kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Post {
    /// The whole title, as written; `None` where the article gives none.
    pub title: Option<String>,
    /// The kind of post.
    pub kind: PostKind,
}

impl Post {
    pub(crate) fn new(title: Option<String>, kind: PostKind) -> Self {
        Post { title, kind }
    }
}

/// The kinds of post, most prominent first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum PostKind {
    /// President, monarch, supreme leader, head of a junta.
    HeadOfState,
    /// Prime minister, premier, chancellor.
    HeadOfGovernment,
    /// Foreign minister, secretary of state, state councilor for foreign affairs.
    ForeignMinister,
    /// Defense minister, secretary of defense.
    DefenseMinister,
    /// The armed forces' top officer.
    ChiefOfDefense,
    /// Vice president, deputy prime minister.
    DeputyHeadOfGovernment,
    /// Any other minister or member of a cabinet.
    Minister,
    /// Vice or deputy minister, permanent secretary, undersecretary.
    DeputyMinister,
    /// Any other officer.
    Military,
    /// Ambassador, chargé d'affaires, consul, permanent representative.
    Ambassador,
    /// Special envoy, negotiator, national security or diplomatic adviser.
    Envoy,
    /// Spokesperson, press secretary.
    Spokesperson,
    /// Member, speaker or committee chair of a parliament.
    Legislator,
    /// Head of an international organization.
    IoHead,
    /// Other official of an international organization.
    IoOfficial,
    /// Leader of a party or movement.
    PartyLeader,
    /// Member of a ruling house who is not head of state.
    Royal,
    /// Any other public post.
    Other,
}

/// Whether a post is held at the time of the article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Tenure {
    /// In office.
    #[default]
    Incumbent,
    /// Left office, or dead.
    Former,
    /// Acting, interim, caretaker.
    Acting,
    /// Elected, nominated or named, not yet in office.
    Designate,
}
