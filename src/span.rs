//! Byte spans of the text given to the parser.

use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::ops::Range;

/// A half-open byte range in the *string given to the parser*.
///
/// Both ends lie on character boundaries, so slicing never panics:
///
/// ```
/// # fn main() -> Result<(), demarche::ParseError> {
/// let input = "TOKYO, July 18 -- Japan's Foreign Minister Aiko Mori met reporters on Monday.";
/// let article = demarche::parse_article(input)?;
/// let span = article.officials[0].evidence[0].span;
/// assert!(input[span.range()].contains("Aiko Mori"));
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Span {
    /// Offset of the first byte.
    pub start: usize,
    /// Offset one past the last byte.
    pub end: usize,
}

impl Span {
    /// The span as a range, for slicing.
    #[must_use]
    pub fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// Length in bytes.
    #[must_use]
    pub fn len(self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// Whether the span covers no byte.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.end <= self.start
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Span {
            start: range.start,
            end: range.end,
        }
    }
}

/// Where a record was read from, and by which rule.
///
/// In JSON `{"start": 17, "end": 52, "rule": "meeting.verb"}`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Evidence {
    /// The words the record was read from.
    #[serde(flatten)]
    pub span: Span,
    /// Name of the rule that read them, `room.rule`.
    pub rule: Cow<'static, str>,
}

impl Evidence {
    /// Evidence for a record read by `rule`.
    #[must_use]
    pub fn new(span: Span, rule: &'static str) -> Self {
        Evidence {
            span,
            rule: Cow::Borrowed(rule),
        }
    }
}
