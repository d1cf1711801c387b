//! The acts of agreeing.

use super::{MeetingId, Party, When};
use crate::span::Evidence;
use serde::{Deserialize, Serialize};

/// One act of agreeing: reached, signed, planned, proposed or broken.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Agreement {
    /// The sides.
    pub parties: Vec<Party>,
    /// How far it has come.
    pub status: AgreementStatus,
    /// The document or arrangement, if one is named.
    pub instrument: Option<Instrument>,
    /// What is agreed, verbatim; the instrument's phrase if nothing more is said.
    pub text: String,
    /// The items of `text`, one each.
    pub commitments: Vec<String>,
    /// When it was or will be made.
    pub when: Option<When>,
    /// The encounter it was made at.
    pub meeting: Option<MeetingId>,
    /// Where the agreement was read from.
    pub evidence: Vec<Evidence>,
}

/// How far an agreement has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum AgreementStatus {
    /// Agreed.
    Reached,
    /// Signed, concluded, adopted, ratified, in force.
    Signed,
    /// To be signed, decided to sign.
    Planned,
    /// Proposed or under negotiation.
    Proposed,
    /// Withdrawn from, suspended, violated, refused.
    Broken,
}

/// The document or arrangement of an agreement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Instrument {
    /// Its name or type, as written ("memorandum of understanding on fisheries").
    pub name: String,
    /// What kind of document it is.
    pub kind: InstrumentKind,
}

impl Instrument {
    pub(crate) fn new(name: String, kind: InstrumentKind) -> Self {
        Instrument { name, kind }
    }
}

/// The kinds of instrument.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum InstrumentKind {
    /// Treaty, convention, protocol, pact.
    Treaty,
    /// Memorandum of understanding, letter of intent, exchange of notes.
    Memorandum,
    /// Joint statement, communiqué, declaration.
    JointStatement,
    /// Framework or cooperation agreement.
    Framework,
    /// Ceasefire, truce, armistice.
    Ceasefire,
    /// Contract, purchase, loan.
    Contract,
    /// Roadmap, action plan.
    Roadmap,
    /// Anything else.
    Other,
}
