//! The two errors of the public API: input that cannot be an article, and
//! lexicon rows that cannot be read. Both are opaque, with predicates.

use thiserror::Error;

/// The input cannot be an article.
///
/// Everything else yields an [`Article`](crate::Article), perhaps an empty one
/// with [warnings](crate::Warning).
///
/// ```
/// let error = demarche::parse_article("  \n ").unwrap_err();
/// assert!(error.is_empty());
/// assert_eq!(
///     error.to_string(),
///     "the input is empty or blank; pass the text of one article"
/// );
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{kind}")]
pub struct ParseError {
    kind: ParseErrorKind,
}

#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub(crate) enum ParseErrorKind {
    #[error("the input is empty or blank; pass the text of one article")]
    Empty,
    #[error(
        "the input has {len} bytes, over the limit of {max}; split it into articles or raise `ParserBuilder::max_len`"
    )]
    TooLong { len: usize, max: usize },
    #[error(
        "the input looks binary (a NUL byte or control characters near byte {offset}); pass the decoded text of one article"
    )]
    Binary { offset: usize },
    #[error(
        "the input is not UTF-8 (invalid byte at offset {offset}); decode it first, or enable the feature `encoding`"
    )]
    // With the feature, all bytes are text of some encoding.
    #[cfg_attr(feature = "encoding", allow(dead_code))]
    NotUtf8 { offset: usize },
}

impl ParseError {
    /// Whether the input was empty or blank.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        matches!(self.kind, ParseErrorKind::Empty)
    }

    /// Whether the input was over the limit of
    /// [`ParserBuilder::max_len`](crate::ParserBuilder::max_len).
    #[must_use]
    pub fn is_too_long(&self) -> bool {
        matches!(self.kind, ParseErrorKind::TooLong { .. })
    }

    /// Whether the input looked like binary data rather than text.
    #[must_use]
    pub fn is_binary(&self) -> bool {
        matches!(self.kind, ParseErrorKind::Binary { .. })
    }

    /// Whether the input bytes were not in an encoding that could be read.
    #[must_use]
    pub fn is_encoding(&self) -> bool {
        matches!(self.kind, ParseErrorKind::NotUtf8 { .. })
    }

    /// Byte offset of the fault, where there is one.
    #[must_use]
    pub fn offset(&self) -> Option<usize> {
        match self.kind {
            ParseErrorKind::Binary { offset } | ParseErrorKind::NotUtf8 { offset } => Some(offset),
            ParseErrorKind::Empty | ParseErrorKind::TooLong { .. } => None,
        }
    }
}

impl From<ParseErrorKind> for ParseError {
    fn from(kind: ParseErrorKind) -> Self {
        ParseError { kind }
    }
}

/// A lexicon row cannot be read: which table, line and column, and why.
///
/// ```
/// let error = demarche::Parser::builder()
///     .add_rows("countries", "KOR\tKR\n")
///     .build()
///     .unwrap_err();
/// assert_eq!(error.table(), "countries");
/// assert_eq!(error.line(), Some(1));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("lexicon table `{table}`{}: {message}", Position(*line, *column))]
pub struct LexiconError {
    table: String,
    line: Option<usize>,
    column: Option<usize>,
    message: String,
}

impl LexiconError {
    pub(crate) fn new(
        table: &str,
        line: Option<usize>,
        column: Option<usize>,
        message: impl Into<String>,
    ) -> Self {
        LexiconError {
            table: table.to_owned(),
            line,
            column,
            message: message.into(),
        }
    }

    /// Name of the table.
    #[must_use]
    pub fn table(&self) -> &str {
        &self.table
    }

    /// Line of the rows given, from 1.
    #[must_use]
    pub fn line(&self) -> Option<usize> {
        self.line
    }

    /// Column of the row, from 1.
    #[must_use]
    pub fn column(&self) -> Option<usize> {
        self.column
    }
}

struct Position(Option<usize>, Option<usize>);

impl std::fmt::Display for Position {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if let Some(line) = self.0 {
            write!(f, ", line {line}")?;
        }
        if let Some(column) = self.1 {
            write!(f, ", column {column}")?;
        }
        Ok(())
    }
}
