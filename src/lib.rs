//! Reads one English diplomatic-news article and returns what an analyst would
//! write down: who met whom, when and where; who said what; what was agreed.
//! Every record points at the words that it was read from.
//!
//! ```
//! let text = "TOKYO, July 18, 2024 -- Japanese Foreign Minister Aiko Mori met her \
//!             Indian counterpart Ravi Nair in Tokyo on Thursday.";
//! let article = demarche::parse_article(text)?;
//! let meeting = &article.meetings[0];
//! assert_eq!(meeting.parties.iter().map(|p| p.code()).collect::<Vec<_>>(), ["JPN", "IND"]);
//! assert!(text[meeting.evidence[0].span.range()].contains("met her"));
//! # Ok::<(), demarche::ParseError>(())
//! ```
//!
//! # Overview
//!
//! [`parse_article`] reads an article with the built-in lexicon; a [`Parser`],
//! made by [`Parser::builder`], reads with a reference date, lexicon rows or
//! limits of your own, and is shared between threads. Both return an
//! [`Article`], plain data that goes to JSON and back without loss. It holds the
//! page (headline, date of publication, clean text), and four lists:
//!
//! - [`Official`]: a named person with post, country or organization.
//! - [`Meeting`]: one encounter, however often it is told, with its sides,
//!   people, place, time and whether it took place.
//! - [`Statement`]: one utterance, its speakers and what they do by speaking.
//! - [`Agreement`]: one act of agreeing, its sides, its document, how far it is.
//!
//! Each record carries its [`Evidence`]: byte spans of the string that was
//! passed in, and the name of the rule that read them. What a careful user
//! should know besides stands in [`Article::warnings`].
//!
//! # Where to go next
//!
//! - The [cookbook](#cookbook) below: a dozen tasks with code.
//! - [`guide::lexicon`]: how to teach it a post, a body or a verb.
//! - [`guide::dates`] and [`guide::coreference`]: how days and people are resolved.
//! - [`guide::promises`]: what holds for every input, and the test that holds it.
//! - [`guide::mistakes`]: what it gets wrong.
//! - [`guide::exports`] and [`export`]: the records in other tools' formats, from
//!   event data to a page to look at.
//! - [`guide::stability`]: what later versions may change.
//!
//! # What it reads, and what it does not
//!
//! It reads:
//!
//! - articles in English as text: agency copy with its datelines, web pages with
//!   menus and captions still in them, press releases, communiqués, all-capitals
//!   wire copy, front matter; with the feature `html`, HTML pages;
//! - dates as fine as they are given, relative ones against the date of
//!   publication;
//! - names in Western and East Asian order, initials, particles, honorifics.
//!
//! It does not:
//!
//! - read other languages, or several articles in one text;
//! - know who holds a post today: what the article does not say stays open;
//! - guess: a speaker, a day or a country that the text leaves open is `None`;
//! - fetch anything, or learn from what it reads.
//!
//! # Usage
//!
//! ```toml
//! [dependencies]
//! demarche = "0.1"
//! ```
//!
//! # Cookbook
//!
//! `text` stands for an article like this one:
//!
//! ```text
//! SEOUL, July 19, 2024 -- South Korean Defense Minister Park Jin-su met Australian
//! Deputy Prime Minister Laura Finch in Seoul on Thursday. The two sides agreed to
//! expand joint exercises. “We will train together every year,” Park told reporters.
//! Finch will visit Tokyo next week.
//! ```
//!
//! ## List the officials with their posts
//!
//! ```
//! # let text = "South Korean Defense Minister Park Jin-su met reporters in Seoul.";
//! let article = demarche::parse_article(text)?;
//! for official in &article.officials {
//!     let post = official.post.title.as_deref().unwrap_or("no post given");
//!     println!("{}: {post} of {:?}", official.name, official.country);
//! }
//! # assert_eq!(article.officials[0].name, "Park Jin-su");
//! # Ok::<(), demarche::ParseError>(())
//! ```
//!
//! ## Say who met whom
//!
//! ```
//! # let text = "South Korean Defense Minister Park Jin-su met Australian Deputy Prime Minister Laura Finch in Seoul on Thursday.";
//! let article = demarche::parse_article(text)?;
//! for meeting in &article.meetings {
//!     let names = meeting.participants.iter().filter_map(|id| article.official(*id));
//!     println!("{:?}: {:?}", meeting.kind, names.map(|o| &o.name).collect::<Vec<_>>());
//! }
//! # assert_eq!(article.meetings[0].participants.len(), 2);
//! # Ok::<(), demarche::ParseError>(())
//! ```
//!
//! ## Keep only what took place
//!
//! ```
//! use demarche::MeetingStatus;
//! # let text = "Japan and India held talks in Tokyo on July 3, 2024. They will meet again in Delhi in May 2025.";
//! let article = demarche::parse_article(text)?;
//! let held = article.meetings.iter().filter(|m| m.status == MeetingStatus::Held);
//! # assert_eq!(
//! held.count()
//! # , 1);
//! # Ok::<(), demarche::ParseError>(())
//! ```
//!
//! ## Follow one country
//!
//! ```
//! use demarche::{Country, Party};
//! # let text = "Japan and India held talks in Tokyo on July 3, 2024.";
//! let article = demarche::parse_article(text)?;
//! let india = Party::Country("IND".parse::<Country>().expect("a code of ISO 3166-1"));
//! let meetings = article.meetings_of(&india).count();
//! let officials = article.officials_of(&india).count();
//! # assert_eq!((meetings, officials), (1, 0));
//! # Ok::<(), demarche::ParseError>(())
//! ```
//!
//! ## Show the words behind a record
//!
//! ```
//! # let text = "South Korean Defense Minister Park Jin-su met reporters in Seoul.";
//! let article = demarche::parse_article(text)?;
//! for evidence in &article.officials[0].evidence {
//!     println!("{}: {}", evidence.rule, &text[evidence.span.range()]);
//! }
//! # Ok::<(), demarche::ParseError>(())
//! ```
//!
//! ## Collect what somebody said
//!
//! ```
//! # let text = "\u{201c}We will train together every year,\u{201d} Defense Minister Park Jin-su told reporters.";
//! let article = demarche::parse_article(text)?;
//! let park = &article.officials[0];
//! for statement in article.statements_by(park.id) {
//!     println!("{:?}: {}", statement.act, statement.text);
//! }
//! # assert_eq!(article.statements_by(park.id).count(), 1);
//! # Ok::<(), demarche::ParseError>(())
//! ```
//!
//! ## Give the date that the article lacks
//!
//! ```
//! use demarche::Parser;
//! # let text = "Japan and India held talks in Tokyo on Thursday.";
//! let day = chrono::NaiveDate::from_ymd_opt(2024, 7, 19).expect("a day");
//! let parser = Parser::builder().published(day).build()?;
//! let article = parser.parse(text)?;
//! let when = article.meetings[0].when.as_ref();
//! # assert_eq!(
//! when.and_then(|w| w.start).map(|d| d.to_string())
//! # , Some("2024-07-18".to_owned()));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! ## Read an archive on all cores
//!
//! ```
//! use demarche::Parser;
//! # let texts = ["Japan and India held talks in Tokyo.", "France condemned the attack."];
//! let parser = Parser::default();
//! let articles: Vec<_> = std::thread::scope(|scope| {
//!     let threads: Vec<_> =
//!         texts.iter().map(|text| scope.spawn(|| parser.parse(text))).collect();
//!     threads.into_iter().map(|t| t.join().expect("a parse does not panic")).collect()
//! });
//! # assert!(articles.iter().all(|a| a.is_ok()));
//! ```
//!
//! ## Teach it a post
//!
//! ```
//! use demarche::{Parser, PostKind};
//! let parser = Parser::builder()
//!     .add_rows("posts", "grand sealkeeper\tforeign_minister\t-\t-\n")
//!     .build()?;
//! let article = parser.parse("Grand Sealkeeper Aiko Mori of Japan met reporters in Tokyo.")?;
//! assert_eq!(article.officials[0].post.kind, PostKind::ForeignMinister);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! ## Store the records as JSON
//!
//! ```
//! # let text = "France condemned the attack on Monday.";
//! let article = demarche::parse_article(text)?;
//! let json = serde_json::to_string(&article)?;
//! let back: demarche::Article = serde_json::from_str(&json)?;
//! assert_eq!(article, back);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! ## Turn them into PLOVER events
//!
//! ```
//! # let text = "France condemned the attack on Monday.";
//! let article = demarche::parse_article(text)?;
//! for event in article.events() {
//!     println!("{}", serde_json::to_string(&event)?);
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! ## Look at an article with its records marked
//!
//! ```
//! # let text = "Japan and India held talks in Tokyo on July 3, 2024.";
//! let article = demarche::parse_article(text)?;
//! let page = demarche::export::html::page(&article, text);
//! # assert!(page.starts_with("<!doctype html>"));
//! // One file, without scripts: std::fs::write("article.html", page)?;
//! # Ok::<(), demarche::ParseError>(())
//! ```
//!
//! ## Draw who met whom in many articles
//!
//! ```
//! use demarche::export::graph::Graph;
//! # let texts = ["Japan and India held talks in Tokyo on July 3, 2024."];
//! let articles = texts.map(demarche::parse_article).into_iter().collect::<Result<Vec<_>, _>>()?;
//! let dot = Graph::of_parties(&articles).dot();
//! # assert!(dot.contains("India"), "{dot}");
//! # Ok::<(), demarche::ParseError>(())
//! ```
//!
//! ## Write a date as archives do
//!
//! ```
//! # let text = "Japan and India held talks in Tokyo on July 3 and 4, 2024.";
//! let article = demarche::parse_article(text)?;
//! let when = article.meetings[0].when.as_ref();
//! # assert_eq!(
//! when.and_then(|w| w.edtf())
//! # .as_deref(), Some("2024-07-03/2024-07-04"));
//! # Ok::<(), demarche::ParseError>(())
//! ```
//!
//! ## Tell bad input from an article in which nothing happens
//!
//! ```
//! let error = demarche::parse_article(" \n").unwrap_err();
//! assert!(error.is_empty());
//! let article = demarche::parse_article("Heavy rain fell over the coast on Sunday.")?;
//! assert!(article.meetings.is_empty());
//! # Ok::<(), demarche::ParseError>(())
//! ```
//!
//! ## Read bytes
//!
//! ```
//! use demarche::Parser;
//! let article = Parser::default().parse_bytes(b"France condemned the attack on Monday.")?;
//! # assert_eq!(article.statements.len(), 1);
//! # Ok::<(), demarche::ParseError>(())
//! ```
//!
//! # Crate features
//!
//! No feature changes what is read from plain text in UTF-8, and none is on by
//! default.
//!
//! - **Input**: `html` reads HTML pages: title, date and byline from their
//!   metadata, the main text from the body. `encoding` reads bytes in other encodings
//!   than UTF-8 ([`Parser::parse_bytes`]).
//! - **Output**: `ical` writes the meetings to come as a calendar file
//!   (`export::ical`). `schema` gives the JSON Schema of [`Article`]
//!   (`export::schema`).
#![forbid(unsafe_code)]

mod assemble;
#[doc(hidden)]
pub mod bench;
mod diagnostic;
mod error;
pub mod export;
mod grammar;
pub mod guide;
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

// The README's code is compiled and run with the tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
