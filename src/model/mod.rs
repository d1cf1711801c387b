//! What users get: the records, as plain data.
//!
//! No type here knows how it was read. JSON keys are the field names in
//! snake_case, every key is always present, and `Article -> JSON -> Article`
//! is lossless.

mod agreement;
mod article;
mod country;
mod country_codes;
mod meeting;
mod notation;
mod official;
mod organization;
mod party;
mod place;
#[cfg(feature = "schema")]
mod schema;
mod statement;
mod when;

pub use agreement::{Agreement, AgreementStatus, Instrument, InstrumentKind};
pub use article::{Article, Dateline};
pub use country::{Country, UnknownCountry};
pub use meeting::{Meeting, MeetingId, MeetingKind, MeetingStatus, Precedent};
pub use notation::{Timex3, TimexMod, TimexType};
pub use official::{Official, OfficialId, Post, PostKind, Tenure};
pub use organization::Organization;
pub use party::Party;
pub use place::Place;
pub use statement::{Speaker, Statement, StatementAct, StatementForm};
pub use when::{InvalidDate, PartialDate, Timestamp, When};
