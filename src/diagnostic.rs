//! Findings that do not stop a parse: what a careful user should know.

use crate::span::Span;
use serde::{Deserialize, Serialize};

/// What a careful user of the records should know about this article.
///
/// ```
/// use demarche::WarningCode;
/// # fn main() -> Result<(), demarche::ParseError> {
/// let article = demarche::parse_article("President Ana Vidal met reporters on Monday.")?;
/// assert!(article.warnings.iter().any(|w| w.code == WarningCode::NoPublicationDate));
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Warning {
    /// What kind of finding it is.
    pub code: WarningCode,
    /// One sentence for a person.
    pub message: String,
    /// The words it is about, if it is about particular words.
    pub span: Option<Span>,
}

impl Warning {
    pub(crate) fn new(code: WarningCode, message: impl Into<String>, span: Option<Span>) -> Self {
        Warning {
            code,
            message: message.into(),
            span,
        }
    }
}

/// The kinds of [`Warning`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum WarningCode {
    /// No publication date was found or given, so relative dates stay open.
    NoPublicationDate,
    /// The text stops in the middle of a sentence.
    CutOff,
    /// The text does not look English.
    NotEnglish,
    /// The input is HTML, and the feature `html` is off.
    Html,
    /// A sentence was too long and was read in windows.
    LongSentence,
    /// Two mentions of one record contradict each other; the fuller was kept.
    Conflict,
    /// The page's date and the story's date differ.
    DateMismatch,
    /// No paragraph of prose was found.
    NoBody,
    /// A documented limit was reached, and the rest was left out.
    Limit,
}
