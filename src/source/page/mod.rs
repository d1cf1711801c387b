//! From blocks to the page: which block is what, by its looks and its place.

mod date;
mod head;
mod story;
mod title;
mod warn;
mod write;

use super::Page;
use super::blocks::{self, Block, Look};
use super::frontmatter::FrontMatter;
use super::markup::Facts;
use super::sheet::{Mark, Sheet};
use super::timestamp::{self, Label, Moment};
use chrono::NaiveDate;
use std::ops::Range;

/// What a block is on this page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    Headline,
    Subhead,
    Dateline,
    Caption,
    Body,
    Item,
    Dropped(&'static str),
    /// Not yet decided.
    Open,
}

/// The page being put together.
struct Maker<'s, 'a> {
    sheet: &'s Sheet<'a>,
    blocks: Vec<Block>,
    roles: Vec<Role>,
    /// The page is all in capitals.
    capitals: bool,
    /// The first and last block of the story.
    story: Range<usize>,
    /// The headline, folded.
    folded: String,
    headline: Option<Range<usize>>,
    /// The first title is the front matter's.
    front_title: bool,
    /// The first line is a sentence with its stop, and a title all the same.
    sentence_title: bool,
    /// A block whose prose starts behind a headline, and where.
    lead: (usize, usize),
    moments: Vec<(Source, Moment)>,
    page: Page,
}

/// Where a moment was found, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Source {
    Markup,
    /// "Published …", before or behind the story.
    Labelled,
    Header,
    /// Above the headline, where a site may show today's date.
    Masthead,
    Dateline,
    Close,
    Updated,
    /// An address with a day in it.
    Address,
    Footer,
}

/// Puts the page together.
pub(super) fn make(
    sheet: &Sheet<'_>,
    front: &FrontMatter,
    facts: &Facts,
    reference: Option<NaiveDate>,
) -> Page {
    let blocks = blocks::read(sheet);
    let mut maker = Maker {
        sheet,
        roles: vec![Role::Open; blocks.len()],
        capitals: is_capitals(&blocks),
        story: 0..0,
        folded: String::new(),
        headline: None,
        front_title: front.title.is_some(),
        sentence_title: false,
        lead: (usize::MAX, 0),
        moments: Vec::new(),
        page: Page::default(),
        blocks,
    };
    maker.moments.extend(facts.moments.iter().map(|moment| {
        let source = match moment.label {
            Label::Updated => Source::Updated,
            _ => Source::Markup,
        };
        (source, moment.clone())
    }));
    maker.sentence_title = maker.is_sentence_title();
    maker.find_story();
    maker.find_headline();
    maker.read_head();
    maker.read_body();
    maker.read_lead();
    maker.read_tail();
    maker.write(front);
    maker.page.site = front.site.clone();
    maker.page.byline = maker.page.byline.take().or_else(|| facts.byline.clone());
    maker.page.outlet = maker.page.outlet.take().or_else(|| facts.outlet.clone());
    maker.settle_date(front, reference);
    maker.warn(facts);
    maker.page.pieces.shrink_to_fit();
    maker.page.map.settle();
    maker.page
}

/// Whether most words of the page are in capitals.
fn is_capitals(blocks: &[Block]) -> bool {
    let (shouted, words) = blocks
        .iter()
        .fold((0, 0), |(s, w), b| (s + b.shape.shouted, w + b.shape.words));
    shouted * 10 > words * 7
}

impl Maker<'_, '_> {
    fn text(&self, index: usize) -> &str {
        let range = self.blocks.get(index).map_or(0..0, |b| b.range.clone());
        self.sheet.text.get(range).unwrap_or_default()
    }

    fn role(&mut self, index: usize, role: Role) {
        if let Some(slot) = self.roles.get_mut(index) {
            *slot = role;
        }
    }

    fn is_open(&self, index: usize) -> bool {
        self.roles.get(index) == Some(&Role::Open)
    }

    /// Whether a block is a paragraph of prose.
    fn is_prose(&self, index: usize) -> bool {
        let Some(block) = self.blocks.get(index) else {
            return false;
        };
        if !matches!(block.look, Look::Text | Look::Item) || block.mark == Mark::Caption {
            return false;
        }
        if matches!(block.mark, Mark::Title | Mark::Heading(_) | Mark::Subhead)
            || self.is_unusual_title(index)
        {
            return false;
        }
        let shape = block.shape;
        let linked = block.linked * 2 > block.range.len();
        let ended = shape.terminal || shape.colon;
        let clause = self.capitals
            || shape.small * 10 >= shape.words * 3
            || ended && shape.words >= 12 && shape.small * 10 >= shape.words;
        !linked
            && clause
            && (shape.words >= 8 && ended || shape.words >= 25 || shape.words >= 12 && shape.inner)
    }

    /// Whether a block is a title that looks like prose.
    fn is_unusual_title(&self, index: usize) -> bool {
        index == 0 && (self.sentence_title || self.is_genre_title()) || self.is_stamped_title(index)
    }

    /// Whether the page opens with a line that says whose text it is, however many have issued
    /// it: "Joint Statement of the President of … and the Prime Minister of …".
    fn is_genre_title(&self) -> bool {
        const GENRES: [&str; 8] = [
            "address",
            "communiqué",
            "communique",
            "declaration",
            "readout",
            "remarks",
            "speech",
            "statement",
        ];
        let Some(block) = self.blocks.first() else {
            return false;
        };
        let mut words = self.text(0).split_whitespace().take(5);
        let genre = words.any(|w| GENRES.iter().any(|g| w.eq_ignore_ascii_case(g)));
        let by = words
            .next()
            .is_some_and(|w| matches!(w, "by" | "from" | "of"));
        genre && by && !block.shape.terminal && !block.shape.inner && self.blocks.len() > 2
    }

    /// Whether a block opens the page and the line behind it is nothing but a weekday, a
    /// date and a time: a title, however long.
    fn is_stamped_title(&self, index: usize) -> bool {
        const STAMP: usize = 48;
        if index > 0 || self.blocks.len() < 3 {
            return false;
        }
        let next = self.text(index + 1).trim();
        if next.is_empty() || next.len() > STAMP {
            return false;
        }
        timestamp::line(next).is_some_and(|dated| {
            let mut moments = dated.moments.iter();
            moments.any(|m| m.weekday.is_some() && m.time.is_some())
        })
    }

    /// Whether a block is a title-like line.
    fn is_title(&self, index: usize) -> bool {
        self.is_unusual_title(index)
            || self.blocks.get(index).is_some_and(|block| {
                matches!(block.look, Look::Text | Look::Item)
                    && block.mark != Mark::Caption
                    && (2..=45).contains(&block.shape.words)
            })
    }
}
