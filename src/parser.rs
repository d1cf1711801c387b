//! [`Parser`] and its builder; the one place that names all rooms, in order.

use crate::error::{LexiconError, ParseError};
use crate::model::Article;

/// Reads articles.
#[derive(Debug, Clone, Default)]
pub struct Parser {}

/// Builds a [`Parser`].
#[derive(Debug, Clone, Default)]
pub struct ParserBuilder {}

impl Parser {
    /// A builder.
    #[must_use]
    pub fn builder() -> ParserBuilder {
        ParserBuilder {}
    }

    /// Reads one article.
    ///
    /// # Errors
    /// Input that cannot be an article.
    pub fn parse(&self, _input: &str) -> Result<Article, ParseError> {
        Ok(Article::default())
    }
}

impl ParserBuilder {
    /// Adds rows to a lexicon table.
    #[must_use]
    pub fn add_rows(self, _table: &str, _rows: &str) -> Self {
        self
    }

    /// Builds the parser.
    ///
    /// # Errors
    /// A lexicon row that cannot be read.
    pub fn build(self) -> Result<Parser, LexiconError> {
        Ok(Parser {})
    }
}
