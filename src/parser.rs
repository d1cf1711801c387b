//! [`Parser`]; the one place that names all rooms, in order.

mod builder;

pub use builder::ParserBuilder;

use crate::assemble::{self, Stage};
use crate::diagnostic::{Warning, WarningCode};
use crate::error::{ParseError, ParseErrorKind};
use crate::grammar::{self, Buffers, Facts, MentionKind, PartyForm, PartyRef};
use crate::lexicon::Lexicon;
use crate::model::{Article, Country, Dateline, Place, Timestamp};
use crate::resolve::{self, Calendar, Context, Entities, People, Voices};
use crate::scan::{self, Reading};
use crate::segment::{self, Document, Quote};
use crate::source::{self, Page, PieceKind};
use crate::span::Span;
use chrono::NaiveDate;
use std::borrow::Cow;
use std::sync::Arc;

/// The longest input read unless [`ParserBuilder::max_len`] says otherwise, in bytes.
pub(crate) const MAX_LEN: usize = 16 << 20;

/// Reads articles; cheap to clone and to share between threads.
///
/// ```
/// use demarche::Parser;
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let parser = Parser::builder().published("2024-07-19".parse()?).build()?;
/// let article = parser.parse("President Ana Vidal met Prime Minister Jan Novak of Czechia in Prague on Monday.")?;
/// let when = article.meetings[0].when.as_ref().and_then(|w| w.start);
/// assert_eq!(when.map(|d| d.to_string()).as_deref(), Some("2024-07-15"));
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone)]
pub struct Parser {
    lexicon: Arc<Lexicon>,
    published: Option<NaiveDate>,
    max_len: usize,
}

/// What resolution found out about an article.
pub(crate) struct Known<'a> {
    dateline: Option<Dateline>,
    home: Option<Country>,
    told: Option<Country>,
    named: Named<'a>,
    people: People<'a>,
    voices: Voices,
    entities: Entities,
}

/// Whom an article names.
#[derive(Default)]
struct Named<'a> {
    states: Vec<Country>,
    /// Codes of the organizations.
    bodies: Vec<&'a str>,
    /// Indices of the armed and other movements among the lexicon's organizations.
    movements: Vec<u16>,
}

impl Known<'_> {
    /// How many people were found.
    pub(crate) fn people(&self) -> usize {
        self.people.list.len()
    }
}

impl Default for Parser {
    /// A parser with the built-in lexicon and no reference date.
    fn default() -> Self {
        Parser {
            // The built-in rows are read by a test; an empty lexicon reads nothing.
            lexicon: Lexicon::builtin().unwrap_or_else(|_| Arc::new(Lexicon::empty())),
            published: None,
            max_len: MAX_LEN,
        }
    }
}

impl Parser {
    /// A builder.
    #[must_use]
    pub fn builder() -> ParserBuilder {
        ParserBuilder::default()
    }

    /// Reads one article.
    ///
    /// # Errors
    /// Input that cannot be an article: empty or blank, over the limit, or binary.
    pub fn parse(&self, input: &str) -> Result<Article, ParseError> {
        let page = self.page(input)?;
        let document = self.document(&page);
        let facts = self.facts(&page, &document);
        let quotes = document.into_quotes();
        let known = self.resolve(&page, &facts);
        Ok(self.article(&page, quotes, facts, known))
    }

    /// Reads one article given as bytes: those of [`Parser::decode`].
    ///
    /// # Errors
    /// As [`Parser::parse`] and [`Parser::decode`].
    pub fn parse_bytes(&self, input: &[u8]) -> Result<Article, ParseError> {
        self.parse(&self.decode(input)?)
    }

    /// The text of an article given as bytes, into which its spans point.
    ///
    /// UTF-8 is handed back as it is, a byte order mark included, so that spans count
    /// the bytes of `input`. With the feature `encoding` other encodings are read too:
    /// by a byte order mark, by what the page declares, or by what it looks like; spans
    /// then count the bytes of this text.
    ///
    /// # Errors
    /// Bytes over the limit; without the feature `encoding`, bytes that are not UTF-8,
    /// with the offset of the first.
    ///
    /// ```
    /// let parser = demarche::Parser::default();
    /// assert_eq!(parser.decode("Café talks".as_bytes())?, "Café talks");
    /// # Ok::<(), demarche::ParseError>(())
    /// ```
    pub fn decode<'i>(&self, input: &'i [u8]) -> Result<Cow<'i, str>, ParseError> {
        check_len(input.len(), self.max_len)?;
        match std::str::from_utf8(input) {
            Ok(text) => Ok(Cow::Borrowed(text)),
            #[cfg(feature = "encoding")]
            Err(error) => Ok(Cow::Owned(source::decode(input, error.valid_up_to()))),
            #[cfg(not(feature = "encoding"))]
            Err(error) => Err(ParseErrorKind::NotUtf8 {
                offset: error.valid_up_to(),
            }
            .into()),
        }
    }

    /// Cleans an article.
    pub(crate) fn page(&self, input: &str) -> Result<Page, ParseError> {
        check(input, self.max_len)?;
        Ok(source::read(input, self.published))
    }

    /// Cuts a page up.
    pub(crate) fn document(&self, page: &Page) -> Document {
        segment::segment(page, &self.lexicon.abbreviations)
    }

    /// Scans the paragraphs one by one.
    pub(crate) fn readings(
        &self,
        page: &Page,
        document: &Document,
        mut each: impl FnMut(&Reading),
    ) {
        let mut room = scan::Room::default();
        for index in 0..u32::try_from(document.paragraphs.len()).unwrap_or(u32::MAX) {
            let (text, lexicon) = (&page.text, &self.lexicon);
            scan::read_paragraph(text, document, index, lexicon, &mut room, &mut each);
        }
    }

    /// Scans and reads the paragraphs one by one.
    pub(crate) fn facts(&self, page: &Page, document: &Document) -> Facts {
        let mut facts = Facts::default();
        let mut buffers = Buffers::default();
        self.readings(page, document, |reading| {
            if reading.is_window {
                let range = (reading.range.start, reading.range.end);
                facts.long_sentences.push(range);
            }
            grammar::read(&page.text, &self.lexicon, reading, &mut buffers, &mut facts);
        });
        facts.settle();
        facts
    }

    /// How the grammar read each sentence, for people who work on it.
    pub(crate) fn explain(&self, input: &str) -> String {
        let mut out = String::new();
        if let Ok(page) = self.page(input) {
            let mut buffers = Buffers::default();
            self.readings(&page, &self.document(&page), |reading| {
                grammar::explain(&page.text, &self.lexicon, reading, &mut buffers, &mut out);
            });
        }
        out
    }

    /// Resolves what was read: who, and which country "the ministry" is of.
    pub(crate) fn resolve<'a>(&'a self, page: &'a Page, facts: &Facts) -> Known<'a> {
        let dateline = self.dateline(page);
        let origin = resolve::Origin {
            dateline: dateline.as_ref().and_then(|d| d.place.country),
            outlet: page.outlet.as_deref().or(page.byline.as_deref()),
            site: page.site.as_deref(),
        };
        let home = resolve::home(&self.lexicon, &page.text, facts, origin);
        let told = resolve::told(&self.lexicon, origin);
        let named = named_parties(&self.lexicon, facts);
        let mut known = Known {
            dateline,
            home,
            told,
            named,
            people: People::default(),
            voices: Voices::default(),
            entities: Entities::default(),
        };
        let context = self.context(page, &known);
        let people = resolve::gather(&page.text, &context, facts);
        let voices = resolve::voices(
            &context,
            facts,
            &people,
            page.byline.as_deref(),
            page.outlet.as_deref(),
        );
        let entities = resolve::resolve_mentions(&context, facts, &people, &voices);
        known.voices = voices;
        known.people = people;
        known.entities = entities;
        known
    }

    fn context<'a>(&'a self, page: &'a Page, known: &'a Known<'_>) -> Context<'a> {
        Context {
            text: &page.text,
            lexicon: &self.lexicon,
            home: known.home,
            told: known.told,
            named: &known.named.states,
            named_bodies: &known.named.bodies,
            movements: &known.named.movements,
        }
    }

    /// Assembles what was read and resolved. All but the page is given up as soon as its
    /// records are made, so that records and what they are made of do not add up.
    pub(crate) fn article(
        &self,
        page: &Page,
        quotes: Vec<Quote>,
        facts: Facts,
        mut known: Known<'_>,
    ) -> Article {
        let published = page.published.or(self.published.map(Timestamp::from_date));
        let warnings = warnings(page, &facts);
        let dateline = known.dateline.take();
        let told = dateline.as_ref().and_then(|d| d.date);
        let people = std::mem::take(&mut known.people);
        let (entities, voices) = (
            std::mem::take(&mut known.entities),
            std::mem::take(&mut known.voices),
        );
        let stage = Stage {
            context: &self.context(page, &known),
            quotes,
            entities,
            voices,
            map: &page.map,
            calendar: Calendar {
                reference: published.map(|p| p.date),
                context: told.and_then(|d| d.first_day()),
                ..Calendar::default()
            },
            dateline: dateline.as_ref().map(|d| &d.place),
            letterhead: told.filter(|_| page.dateline.as_ref().is_some_and(|d| d.letterhead)),
        };
        let records = assemble::assemble(stage, facts, people);
        Article {
            headline: piece(page, PieceKind::Headline).next(),
            subheads: piece(page, PieceKind::Subhead).collect(),
            dateline,
            published,
            body: body(page),
            officials: records.officials,
            meetings: records.meetings,
            statements: records.statements,
            agreements: records.agreements,
            warnings,
            byline: page.byline.clone(),
            outlet: page.outlet.clone(),
        }
    }

    fn dateline(&self, page: &Page) -> Option<Dateline> {
        let dateline = page.dateline.as_ref()?;
        let written = page.text.get(dateline.place.clone())?;
        let (city, known) = self.lexicon.city(written);
        let behind = page.text.get(dateline.place.end..).unwrap_or_default();
        let country = self.state_behind(behind).or(known);
        let place = Place {
            venue: None,
            city: Some(city),
            country,
        };
        Some(Dateline::new(place, dateline.date))
    }
}

impl Parser {
    /// `"," state`, behind a dateline's city: "BALI, Indonesia, July 23"
    fn state_behind(&self, text: &str) -> Option<Country> {
        let named = text.trim_start().strip_prefix(',')?;
        let end = named.find([',', '(', '-', '–', '—', '.', ':', '/', '\n'])?;
        self.lexicon.state(named.get(..end)?.trim())
    }
}

/// Refuses what is too long.
fn check_len(len: usize, max: usize) -> Result<(), ParseError> {
    if len > max {
        return Err(ParseErrorKind::TooLong { len, max }.into());
    }
    Ok(())
}

/// Refuses what cannot be an article.
fn check(input: &str, max: usize) -> Result<(), ParseError> {
    check_len(input.len(), max)?;
    if input
        .trim_matches(|c: char| {
            c.is_whitespace()
                || matches!(
                    c,
                    '\u{feff}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2060}'
                )
        })
        .is_empty()
    {
        return Err(ParseErrorKind::Empty.into());
    }
    let head = input.as_bytes().get(..input.len().min(8192));
    if head.is_some_and(|head| head.contains(&0)) {
        let offset = input.find('\0').unwrap_or_default();
        return Err(ParseErrorKind::Binary { offset }.into());
    }
    Ok(())
}

fn named_parties<'a>(lexicon: &'a Lexicon, facts: &Facts) -> Named<'a> {
    let mut named = Named::default();
    let mut add = |party: &PartyRef| match party {
        PartyRef::Country(country) => {
            if !named.states.contains(country) {
                named.states.push(*country);
            }
        }
        PartyRef::Organization(id) => {
            let Some(entry) = lexicon.organizations.get(usize::from(*id)) else {
                return;
            };
            if let Some(code) = entry.body.code()
                && !named.bodies.contains(&code)
            {
                named.bodies.push(code);
            }
            if entry.is_movement() && !named.movements.contains(id) {
                named.movements.push(*id);
            }
        }
        PartyRef::Ambiguous(..) => {}
    };
    for mention in facts.mentions.iter() {
        match &mention.kind {
            // A capital or a seat stands for the state of its time.
            MentionKind::Parties(list, form)
                if !matches!(form, PartyForm::Capital | PartyForm::Seat) =>
            {
                list.iter().for_each(&mut add);
            }
            MentionKind::People(people) => people
                .iter()
                .flat_map(|p| &p.posts)
                .flat_map(|p| &p.parties)
                .for_each(&mut add),
            MentionKind::Post(post) => post.parties.iter().for_each(&mut add),
            MentionKind::Noun(noun) => noun.parties.iter().for_each(&mut add),
            _ => {}
        }
    }
    named
}

fn piece(page: &Page, kind: PieceKind) -> impl Iterator<Item = String> {
    page.pieces
        .iter()
        .filter(move |p| p.kind == kind)
        .filter_map(|p| page.text.get(p.range.clone()))
        .map(|t| source::squeeze(t).into_owned())
}

/// The story's paragraphs, a blank line between.
fn body(page: &Page) -> String {
    let mut body = String::with_capacity(page.text.len());
    for piece in &page.pieces {
        if matches!(
            piece.kind,
            PieceKind::Body | PieceKind::Item | PieceKind::Caption
        ) {
            if !body.is_empty() {
                body.push_str("\n\n");
            }
            body.push_str(
                page.text
                    .get(piece.range.clone())
                    .unwrap_or_default()
                    .trim(),
            );
        }
    }
    body
}

fn warnings(page: &Page, facts: &Facts) -> Vec<Warning> {
    let mut warnings = page.warnings.clone();
    for range in facts.long_sentences.iter().take(1) {
        warnings.push(Warning::new(
            WarningCode::LongSentence,
            "an overlong sentence was read in windows",
            Some(Span::from(
                page.map.span(range.0 as usize..range.1 as usize).range(),
            )),
        ));
    }
    warnings
}
