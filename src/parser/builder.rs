//! [`ParserBuilder`]: a parser with settings and rows of one's own.

use super::{MAX_LEN, Parser};
use crate::error::LexiconError;
use crate::lexicon::{ChangeKind, Changes, Lexicon};
use chrono::NaiveDate;
use std::io::{self, Read};

/// Builds a [`Parser`].
#[derive(Debug, Clone, Default)]
pub struct ParserBuilder {
    changes: Changes,
    published: Option<NaiveDate>,
    max_len: Option<usize>,
}

impl ParserBuilder {
    /// The reference date of relative dates, for articles that give none.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use demarche::Parser;
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let day = NaiveDate::from_ymd_opt(2024, 7, 19).ok_or("no such day")?;
    /// let parser = Parser::builder().published(day).build()?;
    /// let article = parser.parse("Foreign Minister Aiko Mori of Japan met Ravi Nair of India on Thursday.")?;
    /// let when = article.meetings[0].when.as_ref().and_then(|w| w.start);
    /// assert_eq!(when.map(|d| d.to_string()).as_deref(), Some("2024-07-18"));
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn published(mut self, date: NaiveDate) -> Self {
        self.published = Some(date);
        self
    }

    /// The longest input read, in bytes; 16 MiB by default.
    ///
    /// ```
    /// use demarche::Parser;
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let parser = Parser::builder().max_len(64).build()?;
    /// let long = "The ministers met in Oslo. ".repeat(9);
    /// assert!(parser.parse(&long).is_err_and(|e| e.is_too_long()));
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn max_len(mut self, bytes: usize) -> Self {
        self.max_len = Some(bytes);
        self
    }

    /// Adds rows to a lexicon table, in the format of its data file.
    ///
    /// ```
    /// use demarche::Parser;
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let parser = Parser::builder()
    ///     .add_rows("posts", "grand sealkeeper\tforeign_minister\t-\t-")
    ///     .build()?;
    /// let article = parser.parse("Grand Sealkeeper Aiko Mori of Japan met reporters in Tokyo.")?;
    /// assert_eq!(article.officials[0].name, "Aiko Mori");
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn add_rows(mut self, table: &str, rows: &str) -> Self {
        self.changes.push(ChangeKind::Add, table, rows);
        self
    }

    /// Puts rows in place of the built-in rows with the same first cell.
    ///
    /// ```
    /// use demarche::{Parser, PostKind};
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let parser = Parser::builder()
    ///     .replace_rows("posts", "emir\tother\t-\t-")
    ///     .build()?;
    /// let article = parser.parse("Emir Omar Daud of Kuwait met reporters in Doha.")?;
    /// assert_eq!(article.officials[0].post.kind, PostKind::Other);
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn replace_rows(mut self, table: &str, rows: &str) -> Self {
        self.changes.push(ChangeKind::Replace, table, rows);
        self
    }

    /// Takes out the built-in rows with these first cells, one a line.
    ///
    /// ```
    /// use demarche::Parser;
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let parser = Parser::builder().remove_rows("posts", "emir").build()?;
    /// let article = parser.parse("The emir spoke to reporters in Doha.")?;
    /// assert!(article.statements.is_empty());
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn remove_rows(mut self, table: &str, keys: &str) -> Self {
        self.changes.push(ChangeKind::Remove, table, keys);
        self
    }

    /// Adds rows to a lexicon table, read from a file or any other reader.
    ///
    /// # Errors
    /// What the reader fails with; rows that cannot be read are found by
    /// [`build`](ParserBuilder::build).
    ///
    /// ```
    /// use demarche::Parser;
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let file = "grand sealkeeper\tforeign_minister\t-\t-\n".as_bytes();
    /// let parser = Parser::builder().add_rows_from("posts", file)?.build()?;
    /// # assert!(parser.parse("Grand Sealkeeper Aiko Mori of Japan met reporters.").is_ok());
    /// # Ok(())
    /// # }
    /// ```
    pub fn add_rows_from(self, table: &str, reader: impl Read) -> io::Result<Self> {
        Ok(self.add_rows(table, &io::read_to_string(reader)?))
    }

    /// Puts rows in place of built-in ones, read from a file or any other reader; see
    /// [`replace_rows`](ParserBuilder::replace_rows).
    ///
    /// # Errors
    /// What the reader fails with.
    ///
    /// ```
    /// use demarche::Parser;
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let file = "emir\tother\t-\t-\n".as_bytes();
    /// let parser = Parser::builder().replace_rows_from("posts", file)?.build()?;
    /// # assert!(parser.parse("Emir Omar Daud of Kuwait met reporters.").is_ok());
    /// # Ok(())
    /// # }
    /// ```
    pub fn replace_rows_from(self, table: &str, reader: impl Read) -> io::Result<Self> {
        Ok(self.replace_rows(table, &io::read_to_string(reader)?))
    }

    /// Takes out built-in rows, their keys read from a file or any other reader; see
    /// [`remove_rows`](ParserBuilder::remove_rows).
    ///
    /// # Errors
    /// What the reader fails with.
    ///
    /// ```
    /// use demarche::Parser;
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let file = "emir\n".as_bytes();
    /// let parser = Parser::builder().remove_rows_from("posts", file)?.build()?;
    /// # assert!(parser.parse("The emir met reporters.").is_ok());
    /// # Ok(())
    /// # }
    /// ```
    pub fn remove_rows_from(self, table: &str, reader: impl Read) -> io::Result<Self> {
        Ok(self.remove_rows(table, &io::read_to_string(reader)?))
    }

    /// Builds the parser.
    ///
    /// # Errors
    /// A lexicon row that cannot be read; it names the table, line and column.
    pub fn build(self) -> Result<Parser, LexiconError> {
        Ok(Parser {
            lexicon: Lexicon::with(&self.changes)?,
            published: self.published,
            max_len: self.max_len.unwrap_or(MAX_LEN),
        })
    }
}
