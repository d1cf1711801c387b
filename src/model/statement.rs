//! The attributed utterances.

use super::{MeetingId, OfficialId, Party, When};
use crate::span::Evidence;
use serde::{Deserialize, Serialize};

/// One attributed utterance: a quotation, or a reporting clause with its content.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Statement {
    /// Who speaks: each side of a joint statement; empty where the article leaves it open.
    pub speakers: Vec<Speaker>,
    /// Quoted, reported, or joint.
    pub form: StatementForm,
    /// What the speaker does by speaking.
    pub act: StatementAct,
    /// The words, verbatim; the pieces of a split quotation joined by a space.
    pub text: String,
    /// Whom it is about or addressed to.
    pub targets: Vec<Party>,
    /// Where it was said, as written ("interview with Bloomberg").
    pub channel: Option<String>,
    /// When it was said.
    pub when: Option<When>,
    /// The encounter it was made at.
    pub meeting: Option<MeetingId>,
    /// Where the statement was read from.
    pub evidence: Vec<Evidence>,
}

impl Statement {
    /// Whether this official speaks.
    #[must_use]
    pub fn is_by(&self, id: OfficialId) -> bool {
        self.speakers
            .iter()
            .any(|s| matches!(s, Speaker::Official(o) if *o == id))
    }
}

/// Who speaks.
///
/// In JSON `{"official": 3}`, `{"party": {"country": "KOR"}}` or
/// `{"source": "a military source"}`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Speaker {
    /// A named official.
    Official(OfficialId),
    /// A state, one of its organs, an organization, or a party to a joint document.
    Party(Party),
    /// An unnamed source, as written.
    Source(String),
}

/// Quoted, reported, or joint.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum StatementForm {
    /// Words in quotation marks make up most of it.
    Quote,
    /// Told in the reporter's words.
    Reported,
    /// A joint statement, communiqué or press release of two or more parties.
    Joint,
}

/// What a speaker does by speaking.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum StatementAct {
    /// Says, tells, stresses, notes.
    Say,
    /// Criticizes, denounces, accuses, protests.
    Condemn,
    /// Urges, calls for, asks.
    Demand,
    /// Warns, threatens.
    Warn,
    /// Praises, thanks, congratulates.
    Welcome,
    /// Backs, endorses, reaffirms commitment.
    Support,
    /// Rejects, denies, refuses.
    Oppose,
    /// Promises, offers, expresses readiness.
    Pledge,
    /// Suggests, invites.
    Propose,
    /// Expresses concern, regret, condolence.
    Concern,
    /// Announces, confirms.
    Confirm,
}
