//! Reads one English diplomatic-news article and returns what an analyst would
//! write down: who met whom, when and where; who said what; what was agreed.

mod assemble;
#[doc(hidden)]
pub mod bench;
mod diagnostic;
mod error;
pub mod export;
mod grammar;
mod lexicon;
mod model;
mod parser;
mod resolve;
mod scan;
mod segment;
mod source;
mod span;

pub use diagnostic::{Warning, WarningCode};
pub use error::{LexiconError, ParseError};
pub use model::*;
pub use parser::{Parser, ParserBuilder};
pub use span::{Evidence, Span};

/// Reads one article with the built-in lexicon.
///
/// # Errors
/// Input that cannot be an article: empty or blank, binary, or over 16 MiB.
///
/// ```
/// # fn main() -> Result<(), demarche::ParseError> {
/// let article = demarche::parse_article(
///     "TOKYO, July 18, 2024 -- Foreign Minister Aiko Mori met with Indian External Affairs Minister Ravi Nair in Tokyo on Thursday.",
/// )?;
/// assert_eq!(article.officials.len(), 2);
/// # Ok(())
/// # }
/// ```
pub fn parse_article(input: &str) -> Result<Article, ParseError> {
    Parser::default().parse(input)
}
