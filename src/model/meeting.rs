//! The encounters between parties.

use super::{OfficialId, Party, Place, When};
use crate::span::Evidence;
use serde::{Deserialize, Serialize};

/// One encounter between parties, however often the article tells it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Meeting {
    /// Index in [`Article::meetings`](crate::Article::meetings).
    pub id: MeetingId,
    /// What kind of encounter it is.
    pub kind: MeetingKind,
    /// Its own name, as written ("Shangri-La Dialogue").
    pub name: Option<String>,
    /// Whether it took place.
    pub status: MeetingStatus,
    /// First and last day.
    pub when: Option<When>,
    /// Where it takes place; `None` for calls.
    pub place: Option<Place>,
    /// The sides that take part; for a visit the visitor first, then the host.
    pub parties: Vec<Party>,
    /// The officials said to take part.
    pub participants: Vec<OfficialId>,
    /// What was or will be discussed, as written.
    pub topics: Vec<String>,
    /// "First time in 15 years since 2009", parsed.
    pub precedents: Vec<Precedent>,
    /// Where the encounter was read from.
    pub evidence: Vec<Evidence>,
}

/// Index of a [`Meeting`] in [`Article::meetings`](crate::Article::meetings).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct MeetingId(pub u32);

impl MeetingId {
    /// The index.
    #[must_use]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// The kinds of encounter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum MeetingKind {
    /// Heads of state or government.
    Summit,
    /// Ministers or military chiefs.
    Ministerial,
    /// Talks of other or unclear level.
    Talks,
    /// By phone or video, whatever the rank.
    Call,
    /// A visit to a country.
    Visit,
    /// Mediated or treaty talks, rounds.
    Negotiation,
    /// Multilateral gathering, assembly, council session, forum.
    Conference,
    /// Joint military exercise.
    Exercise,
    /// Signing, credentials, opening.
    Ceremony,
    /// Anything else, press conferences among them.
    Other,
}

/// Whether an encounter took place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum MeetingStatus {
    /// It took place.
    Held,
    /// It is under way at the time of writing.
    Ongoing,
    /// It is going to take place.
    Scheduled,
    /// It is wished for, offered or invited to.
    Proposed,
    /// It was put off.
    Postponed,
    /// It was called off.
    Cancelled,
}

/// How an encounter compares with earlier ones: "the first in 15 years since 2009".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Precedent {
    /// The words, as written.
    pub text: String,
    /// Which one it is: 1 for "first".
    pub ordinal: Option<u32>,
    /// Years since the one before.
    pub span_years: Option<u32>,
    /// Year of the one before.
    pub since: Option<i32>,
}
