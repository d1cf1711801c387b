//! From blocks to the page: which block is what, by its looks and its place.

use super::blocks::{Block, Look};
use super::boilerplate::{self, Class};
use super::dateline::{self, Setting};
use super::frontmatter::FrontMatter;
use super::markup::Facts;
use super::sheet::{Mark, Sheet};
use super::timestamp::{Day, Dated, Label, Moment};
use super::{Dropped, Page, PageDateline, Piece, PieceKind};
use super::{blocks, byline, caption, headline, shape, timestamp};
use crate::diagnostic::{Warning, WarningCode};
use crate::model::{PartialDate, Timestamp};
use chrono::{Datelike, NaiveDate};
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
    /// A block whose prose starts behind a headline, and where.
    lead: (usize, usize),
    moments: Vec<(Source, Moment)>,
    page: Page,
}

/// Where a moment was found, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Source {
    Markup,
    Header,
    Dateline,
    Close,
    Updated,
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
    maker.find_story();
    maker.find_headline();
    maker.read_head();
    maker.read_body();
    maker.read_lead();
    maker.read_tail();
    maker.write(front);
    maker.page.byline = maker.page.byline.take().or_else(|| facts.byline.clone());
    maker.page.outlet = maker.page.outlet.take().or_else(|| facts.outlet.clone());
    if facts.unread {
        maker.page.warnings.push(Warning::new(
            WarningCode::Html,
            "the input is HTML; enable the feature `html` to read it",
            None,
        ));
    }
    maker.settle_date(front, reference);
    maker.page
}

/// Whether most words of the page are in capitals.
fn is_capitals(blocks: &[Block]) -> bool {
    let (shouted, words) = blocks.iter().fold((0, 0), |(s, w), b| {
        (s + b.shape.shouted, w + b.shape.words)
    });
    shouted * 10 > words * 7
}

impl<'a> Maker<'_, 'a> {
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
        if matches!(block.mark, Mark::Title | Mark::Heading(_) | Mark::Subhead) {
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

    /// Whether a block is a title-like line.
    fn is_title(&self, index: usize) -> bool {
        self.blocks.get(index).is_some_and(|block| {
            matches!(block.look, Look::Text | Look::Item)
                && block.mark != Mark::Caption
                && (2..=45).contains(&block.shape.words)
        })
    }

    /// Finds the first block of prose and the last one before the page's end.
    fn find_story(&mut self) {
        let count = self.blocks.len();
        let first = (0..count).find(|&i| {
            self.is_prose(i) && !caption::is_caption(self.text(i)) && !self.is_deck(i)
        });
        let Some(first) = first else {
            let item = (0..count).find(|&i| self.is_prose(i));
            self.story = item.unwrap_or(count)..count;
            return;
        };
        let hard = (first..count).find(|&i| self.ends_story(i));
        self.story = first..hard.unwrap_or(count);
    }

    /// Whether nothing of the story comes behind the block.
    fn ends_story(&self, index: usize) -> bool {
        match self.blocks.get(index).map(|b| &b.look) {
            Some(Look::Known(Class::End | Class::Copyright)) => {
                let prose = (index + 1..self.blocks.len())
                    .take(40)
                    .filter(|&i| self.is_prose(i))
                    .count();
                // A marker in mid-story: the story goes on for long.
                prose < 6
            }
            _ => false,
        }
    }

    /// A sentence among deck lines: no empty line parts it from a line above that
    /// ends without a stop, though the page parts its paragraphs by empty lines.
    fn is_deck(&self, index: usize) -> bool {
        let Some(block) = self.blocks.get(index) else {
            return false;
        };
        if block.blank || index == 0 || block.shape.words > 45 {
            return false;
        }
        let above = index - 1;
        let parted = (index + 1..self.blocks.len())
            .filter(|&i| self.is_prose(i))
            .take(4)
            .all(|i| self.blocks.get(i).is_some_and(|b| b.blank));
        let follower = self.blocks.get(index + 1).is_some_and(|b| b.blank);
        let later = (index + 1..self.blocks.len()).any(|i| self.is_prose(i));
        let top = (0..above).any(|i| self.is_title(i));
        parted
            && follower
            && later
            && top
            && self.is_title(above)
            && self.blocks.get(above).is_some_and(|b| !b.shape.terminal && !b.shape.colon)
    }

    /// Chooses the headline among the lines before the story.
    fn find_headline(&mut self) {
        let marked = |mark: Mark| self.blocks.iter().position(|b| b.mark == mark);
        // The title of metadata, written last, carries less of the site's name.
        let last = self.blocks.iter().rposition(|b| b.mark == Mark::Title);
        let title = if self.front_title { marked(Mark::Title) } else { last };
        let heading = marked(Mark::Heading(1));
        let chosen = match (title, heading) {
            (Some(title), Some(heading)) => {
                let whole = shape::fold(self.text(title));
                let part = shape::fold(self.text(heading));
                let long = part.split(' ').count() >= 4 || whole.starts_with(&part);
                let same = headline::repeats(&whole, &part) && long
                    || headline::repeats(&part, &whole);
                Some(if same { heading } else { title })
            }
            (Some(found), None) | (None, Some(found)) => Some(found),
            (None, None) => self.plain_headline(),
        };
        let Some(index) = chosen else {
            self.fused_head();
            return;
        };
        let Some(block) = self.blocks.get(index) else { return };
        let range = block.range.clone();
        let mut part = headline::trim_site(self.text(index));
        if let Some(repeated) = self.repeated_part(index) {
            part = repeated;
        }
        if let Some((cut, moment)) = self.date_in_title(index) {
            part.end = part.end.min(cut);
            self.moments.push((Source::Header, moment));
        }
        if let Some((day, start)) = dateline::before_title(self.text(index)) {
            part.start = part.start.max(start);
            let moment = Moment {
                day,
                time: None,
                label: Label::Plain,
                weekday: None,
                range: 0..0,
            };
            self.moments.push((Source::Header, moment));
        }
        let text = self.text(index).get(part.clone()).unwrap_or_default();
        let bare = text.trim();
        if bare.is_empty() || blocks::is_document_number(bare) {
            self.role(index, Role::Dropped("document number"));
            return;
        }
        let lead = text.len() - text.trim_start().len();
        let start = range.start + part.start + lead;
        let whole = start..start + bare.len();
        self.folded = shape::fold(bare);
        self.headline = Some(whole);
        self.role(index, Role::Headline);
    }

    /// A page on one line: "Title of the story Friday, August 21, 2015 The text …".
    fn fused_head(&mut self) {
        let first = self.story.start;
        let Some(block) = self.blocks.get(first) else { return };
        let start = block.range.start;
        let text = self.text(first);
        let head = text.get(..floor(text, 300)).unwrap_or_default();
        let Some(dated) = timestamp::line(head) else { return };
        let Some(moment) = dated.moments.into_iter().next() else {
            return;
        };
        let cut = self.start_with_weekday(head, &moment);
        let before = head.get(..cut).unwrap_or_default().trim_end();
        let behind = text.get(moment.range.end..).unwrap_or_default();
        let prose = behind.trim_start_matches([' ', '-', '–', '|']);
        let fits = moment.weekday.is_some()
            && cut < moment.range.start
            && before.split_whitespace().count() >= 3
            && !before.ends_with([',', '.', ';', ':', '('])
            && !before.ends_with(" on")
            && prose.starts_with(|c: char| c.is_uppercase() || matches!(c, '“' | '"'));
        if !fits {
            return;
        }
        let folded = shape::fold(before);
        let headline = start..start + before.len();
        let lead = start + text.len() - prose.len();
        self.lead = (first, lead);
        self.folded = folded;
        self.headline = Some(headline);
        self.moments.push((Source::Header, moment));
    }

    /// The headline of a page without markup: the first title-like line, or one
    /// that the page repeats.
    fn plain_headline(&self) -> Option<usize> {
        let head = 0..self.story.start.min(self.blocks.len());
        let candidates: Vec<usize> = head
            .take(400)
            .filter(|&i| self.can_be_headline(i))
            .collect();
        let folded: Vec<String> = candidates.iter().map(|&i| shape::fold(self.text(i))).collect();
        let mut seen = std::collections::HashSet::new();
        let repeated = candidates.iter().zip(&folded).find(|(i, f)| {
            let words = self.blocks.get(**i).map_or(0, |b| b.shape.words);
            words >= 4 && !seen.insert(f.as_str())
        });
        if let Some((_, fold)) = repeated {
            let first = folded.iter().position(|f| f.starts_with(fold.as_str()));
            return first.and_then(|at| candidates.get(at)).copied();
        }
        let long = candidates
            .iter()
            .find(|&&i| self.blocks.get(i).is_some_and(|b| b.shape.words >= 4));
        long.or_else(|| candidates.first()).copied()
    }

    fn can_be_headline(&self, index: usize) -> bool {
        let Some(block) = self.blocks.get(index) else {
            return false;
        };
        let text = self.text(index);
        block.look == Look::Text
            && self.is_title(index)
            && !caption::is_caption(text)
            && (!block.shape.terminal || block.shape.words <= 14 || self.dated_title(text))
            && dateline::read(text, Setting { lead: false, first: false, capitals: true }).is_none()
    }

    /// Whether a line is a title with a date behind it.
    fn dated_title(&self, text: &str) -> bool {
        timestamp::line(text).is_some_and(|d| d.moments.iter().any(|m| m.weekday.is_some()))
    }

    /// If another line before the story repeats the start of the title, or what
    /// stands between two marks in it, that part.
    fn repeated_part(&self, index: usize) -> Option<Range<usize>> {
        let title = self.text(index);
        let end = self.story.start.min(self.blocks.len()).min(400);
        let others: std::collections::HashSet<String> = (0..end)
            .filter(|&i| i != index)
            .filter(|&i| self.blocks.get(i).is_some_and(|b| b.shape.words >= 4))
            .map(|i| shape::fold(self.text(i)))
            .collect();
        headline::segments(title)
            .into_iter()
            .filter(|range| {
                let part = title.get(range.clone()).unwrap_or_default();
                part.len() * 3 >= title.len() && others.contains(&shape::fold(part))
            })
            .max_by_key(Range::len)
    }

    /// A date behind the title on its line: where the title ends, and the date.
    fn date_in_title(&self, index: usize) -> Option<(usize, Moment)> {
        let text = self.text(index);
        let dated = timestamp::line(text)?;
        let moment = dated.moments.into_iter().next()?;
        let start = self.start_with_weekday(text, &moment);
        let before = text.get(..start)?.trim_end();
        let enough = before.split_whitespace().count() >= 3;
        let behind = text.get(moment.range.end..)?.trim();
        let joined = before.ends_with(" on") || before.ends_with(" of") || before.ends_with(" since");
        (enough && behind.is_empty() && !joined && moment.weekday.is_some())
            .then_some((before.len(), moment))
    }

    /// Where the weekday before a moment starts.
    fn start_with_weekday(&self, text: &str, moment: &Moment) -> usize {
        let before = text.get(..moment.range.start).unwrap_or_default();
        let trimmed = before.trim_end_matches([' ', ',', '.']);
        let word = trimmed.rfind(' ').map_or(0, |i| i + 1);
        let is_day = moment.weekday.is_some()
            && trimmed.get(word..).is_some_and(|w| {
                ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
                    .iter()
                    .any(|d| w.to_ascii_lowercase().starts_with(d))
            });
        if is_day { word } else { moment.range.start }
    }
}

/// Before the story.
impl Maker<'_, '_> {
    fn read_head(&mut self) {
        let end = self.story.start.min(self.blocks.len());
        let title = self.roles.iter().position(|r| *r == Role::Headline);
        for index in 0..end {
            if !self.is_open(index) {
                continue;
            }
            let role = self.head_role(index, title);
            self.role(index, role);
        }
    }

    fn head_role(&mut self, index: usize, title: Option<usize>) -> Role {
        let Some(block) = self.blocks.get(index) else {
            return Role::Dropped("other");
        };
        let (mark, shape) = (block.mark, block.shape);
        match block.look.clone() {
            Look::Stamp(dated) => {
                self.note(&dated, Source::Header);
                let before = dated.moments.first().map_or(0, |m| m.range.start);
                let name = self.text(index).get(..before).and_then(byline::read);
                if let Some(name) = name.map(str::to_owned) {
                    self.page.byline.get_or_insert(name);
                }
                return Role::Dropped("timestamp");
            }
            Look::Byline => {
                self.note_byline(index);
                return Role::Dropped("byline");
            }
            Look::Known(class) => {
                if class == Class::Agency && self.page.outlet.is_none() {
                    self.page.outlet = Some(self.text(index).to_owned());
                }
                return Role::Dropped(class.reason());
            }
            Look::Reference(reason) => return Role::Dropped(reason),
            Look::Rule => return Role::Dropped("rule"),
            Look::Text | Look::Item => {}
        }
        let text = self.text(index);
        if mark == Mark::Time {
            if let Some(dated) = timestamp::line(text) {
                self.note(&dated, Source::Header);
            }
            return Role::Dropped("timestamp");
        }
        if mark == Mark::Caption || caption::is_caption(text) {
            return Role::Caption;
        }
        if mark == Mark::Dateline {
            return Role::Dateline;
        }
        let folded = shape::fold(text);
        if headline::repeats(&self.folded, &folded) {
            if let Some(dated) = timestamp::line(text) {
                self.note(&dated, Source::Header);
            }
            return Role::Dropped("repeated headline");
        }
        if mark == Mark::Subhead {
            return Role::Subhead;
        }
        let near = title.is_some_and(|t| index > t && index <= t + 8);
        if near && shape.words >= 5 && (shape.terminal || shape.words >= 6 || self.is_deck(index)) {
            return Role::Subhead;
        }
        if is_place_line(text) && self.page.dateline.is_none() && title.is_some_and(|t| index > t) {
            return Role::Dateline;
        }
        Role::Dropped("page furniture")
    }

    fn note(&mut self, dated: &Dated, source: Source) {
        for moment in &dated.moments {
            let source = match (source, moment.label) {
                (Source::Header | Source::Close, Label::Updated) => Source::Updated,
                (source, _) => source,
            };
            self.moments.push((source, moment.clone()));
        }
    }

    fn note_byline(&mut self, index: usize) {
        if self.page.byline.is_some() {
            return;
        }
        let text = self.text(index);
        let name = byline::read(text).unwrap_or(text).trim().to_owned();
        let small = !name.contains(char::is_uppercase);
        if let Some(dated) = timestamp::line(self.text(index)) {
            self.note(&dated, Source::Header);
        }
        if small && self.page.outlet.is_none() {
            self.page.outlet = Some(name.clone());
        }
        self.page.byline = Some(name);
    }
}

/// "Vladivostok, Russia": a line that is a place alone.
fn is_place_line(text: &str) -> bool {
    let Some((city, country)) = text.split_once(", ") else {
        return false;
    };
    let capital = |w: &str| w.starts_with(char::is_uppercase);
    city.split_whitespace().count() <= 4
        && city.split_whitespace().all(capital)
        && boilerplate::class(country.trim()) == Some(Class::Country)
}

/// The story.
impl Maker<'_, '_> {
    fn read_body(&mut self) {
        let story = self.story.start..self.story.end.min(self.blocks.len());
        let last = story.clone().rev().find(|&i| self.is_prose(i)).map_or(story.start, |i| i + 1);
        let mut listing = false;
        let mut junk = false;
        for index in story.clone() {
            if !self.is_open(index) {
                continue;
            }
            let (role, starts_junk) = self.body_role(index, listing, junk, last);
            junk = match role {
                Role::Body => false,
                _ => junk || starts_junk,
            };
            listing = match role {
                Role::Body => self.blocks.get(index).is_some_and(|b| b.shape.colon),
                Role::Item => true,
                _ => listing,
            };
            self.role(index, role);
        }
    }

    /// The role of a block of the story, and whether it opens a list of others.
    fn body_role(&mut self, index: usize, listing: bool, junk: bool, last: usize) -> (Role, bool) {
        let Some(block) = self.blocks.get(index) else {
            return (Role::Dropped("other"), false);
        };
        let (shape, linked, len, mark) = (block.shape, block.linked, block.range.len(), block.mark);
        let item = block.look == Look::Item;
        match block.look.clone() {
            Look::Stamp(dated) => {
                if index >= last && !junk {
                    self.note(&dated, Source::Close);
                }
                return (Role::Dropped("timestamp"), false);
            }
            Look::Byline => {
                self.note_byline(index);
                return (Role::Dropped("byline"), false);
            }
            Look::Known(class) => return self.known_role(index, class),
            Look::Reference(reason) => {
                if reason == "e-mail address" {
                    self.note_signature(index);
                }
                return (Role::Dropped(reason), false);
            }
            Look::Rule => return (Role::Dropped("rule"), false),
            Look::Text | Look::Item => {}
        }
        let text = self.text(index);
        if mark == Mark::Caption || caption::is_caption(text) && (shape.words < 60) {
            return (Role::Caption, false);
        }
        if matches!(mark, Mark::Title | Mark::Heading(_)) {
            return (Role::Dropped("crosshead"), false);
        }
        if self.is_prose(index) {
            return (if item { Role::Item } else { Role::Body }, false);
        }
        if linked * 2 > len {
            return (Role::Dropped("link"), false);
        }
        if junk {
            return (Role::Dropped("related stories"), false);
        }
        if headline::repeats(&self.folded, &shape::fold(text)) {
            return (Role::Dropped("repeated headline"), false);
        }
        if item && shape.words >= 2 || listing && shape.words >= 2 && !shape.is_shouted() {
            return (Role::Item, false);
        }
        let quoted = text.starts_with(['"', '“', '‘']);
        if index < last && (shape.terminal || quoted) && shape.words >= 1 {
            return (Role::Body, false);
        }
        // The last words of a text that was cut off, or of one without stops.
        let sentence = shape.words >= 8 && shape.small * 10 >= shape.words * 5;
        let adjacent = index == last;
        if (sentence && adjacent) || (shape.terminal && adjacent && shape.words >= 2) {
            return (Role::Body, false);
        }
        if index < last && sentence && shape.words >= 14 {
            return (Role::Body, false);
        }
        (Role::Dropped(if index < last { "crosshead" } else { "page furniture" }), false)
    }

    /// Among the first paragraphs: one said twice, and what stands before the
    /// paragraph with the dateline (a summary or a caption).
    fn read_lead(&mut self) {
        let first: Vec<usize> = (self.story.start..self.blocks.len())
            .filter(|&i| self.roles.get(i) == Some(&Role::Body))
            .take(4)
            .collect();
        for pair in first.windows(2) {
            if let [a, b] = *pair
                && self.text(a) == self.text(b)
            {
                self.role(a, Role::Dropped("repeated paragraph"));
            }
        }
        let setting = Setting {
            lead: false,
            first: true,
            capitals: self.capitals,
        };
        let lead = first.iter().take(3).position(|&i| {
            let found = dateline::read(self.text(i), setting);
            found.is_some_and(|f| f.place.is_some())
        });
        for &index in first.iter().take(lead.unwrap_or(0)) {
            let short = self.blocks.get(index).is_some_and(|b| b.shape.words <= 60);
            if short && self.roles.get(index) == Some(&Role::Body) {
                self.role(index, Role::Subhead);
            }
        }
    }

    fn known_role(&mut self, index: usize, class: Class) -> (Role, bool) {
        let shape = self.blocks.get(index).map(|b| b.shape).unwrap_or_default();
        let sentence = shape.terminal && shape.words >= 12;
        match class {
            Class::Related if sentence => (Role::Body, false),
            Class::Related => (Role::Dropped(class.reason()), true),
            Class::Signoff => {
                self.note_signature(index);
                (Role::Dropped(class.reason()), false)
            }
            Class::Label | Class::Agency | Class::Menu if sentence => (Role::Body, false),
            _ => (Role::Dropped(class.reason()), false),
        }
    }

    /// A sign-off that names the reporter.
    fn note_signature(&mut self, index: usize) {
        if self.page.byline.is_none()
            && let Some(name) = byline::signed(self.text(index))
        {
            self.page.byline = Some(name.to_owned());
        }
    }

    /// Behind the story.
    fn read_tail(&mut self) {
        for index in self.story.end..self.blocks.len() {
            if !self.is_open(index) {
                continue;
            }
            let look = self.blocks.get(index).map(|b| b.look.clone());
            let reason = match look {
                Some(Look::Stamp(dated)) => {
                    self.note(&dated, Source::Footer);
                    "timestamp"
                }
                Some(Look::Known(class)) => class.reason(),
                Some(Look::Reference(reason)) => reason,
                Some(Look::Rule) => "rule",
                _ => "behind the story",
            };
            self.role(index, Role::Dropped(reason));
        }
    }
}

/// Writing.
impl Maker<'_, '_> {
    fn write(&mut self, front: &FrontMatter) {
        if let Some(range) = self.headline.clone() {
            self.piece(range, PieceKind::Headline);
        }
        let mut bodies = 0usize;
        for index in 0..self.blocks.len() {
            let Some(range) = self.blocks.get(index).map(|b| b.range.clone()) else {
                continue;
            };
            match self.roles.get(index).copied().unwrap_or(Role::Open) {
                Role::Headline => {}
                Role::Subhead => {
                    self.piece(range, PieceKind::Subhead);
                }
                Role::Caption => {
                    self.piece(range, PieceKind::Caption);
                }
                Role::Dateline => self.dateline_line(range),
                Role::Item => {
                    self.piece(self.unbulleted(range), PieceKind::Item);
                }
                Role::Body => {
                    self.paragraph(index, range, bodies);
                    bodies += 1;
                }
                Role::Dropped(reason) => self.dropped(range, reason),
                Role::Open => self.dropped(range, "other"),
            }
        }
        let value = |range: &Option<Range<usize>>| {
            let text = self.sheet.input.get(range.clone()?)?;
            let text = text.trim().trim_start_matches("- ").trim_matches(['"', '\'', ' ']);
            let short = text.len() < 120 && !text.contains('\n') && !text.contains("://");
            short.then(|| text.to_owned()).filter(|t| !t.is_empty())
        };
        if let Some(author) = value(&front.author) {
            self.page.byline = Some(author);
        }
        if let Some(source) = value(&front.source) {
            self.page.outlet = Some(source);
        }
    }

    fn dropped(&mut self, range: Range<usize>, reason: &'static str) {
        let span = self.sheet.map.span(range);
        self.page.dropped.push(Dropped { span, reason });
    }

    /// The range of an item behind its bullet.
    fn unbulleted(&self, range: Range<usize>) -> Range<usize> {
        let text = self.sheet.text.get(range.clone()).unwrap_or_default();
        let skip = blocks::bullet(text).unwrap_or(0);
        let rest = text.get(skip..).unwrap_or_default();
        let lead = rest.len() - rest.trim_start().len();
        range.start + skip + lead..range.end
    }

    /// A paragraph of the story, its dateline apart.
    fn paragraph(&mut self, index: usize, range: Range<usize>, bodies: usize) {
        let range = if index == self.lead.0 { self.lead.1..range.end } else { range };
        let text = self.sheet.text.get(range.clone()).unwrap_or_default();
        let mut start = range.start;
        if bodies < 4 && self.page.dateline.is_none() {
            let setting = Setting {
                lead: bodies == 0,
                first: bodies < 3,
                capitals: self.capitals,
            };
            let mut rest = text;
            while let Some(found) = dateline::read(rest, setting) {
                let end = start + found.end;
                self.dateline(start, &found, rest);
                start = end;
                rest = self.sheet.text.get(start..range.end).unwrap_or_default();
                if self.page.dateline.is_some() {
                    break;
                }
            }
            start += desk_codes(rest);
        }
        let text = self.sheet.text.get(start..range.end).unwrap_or_default();
        let end = start + desk_code_behind(text);
        if start < end {
            self.piece(start..end, PieceKind::Body);
        }
        if end < range.end {
            self.dropped(end..range.end, "desk code");
        }
    }

    /// Takes a dateline found in front of a paragraph.
    fn dateline(&mut self, start: usize, found: &dateline::Found, text: &str) {
        if let Some(agency) = &found.agency
            && let Some(name) = text.get(agency.clone())
            && self.page.outlet.is_none()
        {
            self.page.outlet = Some(name.trim().to_owned());
        }
        if let Some(day) = found.day {
            let moment = Moment {
                day,
                time: None,
                label: Label::Plain,
                weekday: None,
                range: 0..0,
            };
            self.moments.push((Source::Dateline, moment));
        }
        let whole = start..start + found.end;
        let trimmed = text.get(..found.end).unwrap_or_default().trim_end().len();
        let Some(place) = &found.place else {
            self.dropped(whole, "agency");
            return;
        };
        let at = self.piece(start..start + trimmed, PieceKind::Dateline);
        let date = found.day.and_then(Day::date).map(PartialDate::Day);
        self.page.dateline = Some(PageDateline {
            place: at + place.start..at + place.end,
            date,
        });
    }

    /// A line that is a dateline alone.
    fn dateline_line(&mut self, range: Range<usize>) {
        let text = self.sheet.text.get(range.clone()).unwrap_or_default();
        let setting = Setting {
            lead: true,
            first: true,
            capitals: self.capitals,
        };
        // The dash may stand in the next element.
        let with_dash = format!("{} -- ", text.trim_end_matches([' ', '-', '–', '—']));
        let found = dateline::read(&with_dash, setting);
        let place = match &found {
            Some(found) => found.place.clone().unwrap_or(0..0),
            None => 0..text.find(',').unwrap_or(text.len()),
        };
        let day = found.and_then(|f| f.day);
        if let Some(day) = day {
            let moment = Moment {
                day,
                time: None,
                label: Label::Plain,
                weekday: None,
                range: 0..0,
            };
            self.moments.push((Source::Dateline, moment));
        }
        let at = self.piece(range, PieceKind::Dateline);
        if self.page.dateline.is_none() {
            self.page.dateline = Some(PageDateline {
                place: at + place.start..at + place.end,
                date: day.and_then(Day::date).map(PartialDate::Day),
            });
        }
    }

    /// Writes a piece; where it starts in the page's text.
    fn piece(&mut self, range: Range<usize>, kind: PieceKind) -> usize {
        let page = &mut self.page;
        if !page.text.is_empty() {
            let input = self.sheet.map.input(range.start);
            page.map.atom(page.text.len(), input..input);
            page.text.push_str("\n\n");
        }
        let at = page.text.len();
        let mut from = range.start;
        let text = self.sheet.text.get(range.clone()).unwrap_or_default();
        for line in text.split_inclusive('\n') {
            let body = line.trim_end_matches('\n');
            let end = from + body.len();
            page.map.append(&self.sheet.map, from..end, page.text.len());
            page.text.push_str(body);
            if line.len() > body.len() {
                let hyphen = body
                    .strip_suffix('-')
                    .is_some_and(|b| b.ends_with(char::is_alphanumeric));
                if !hyphen {
                    let gap = self.sheet.map.span(end..end);
                    let next = self.sheet.map.input(end + 1);
                    page.map.atom(page.text.len(), gap.start..next.max(gap.start));
                    page.text.push(' ');
                }
            }
            from += line.len();
        }
        let range = at..page.text.len();
        page.pieces.push(Piece { range, kind });
        at
    }
}

/// The length of "[TEXT] " and other desk codes in front of a paragraph.
fn desk_codes(text: &str) -> usize {
    let mut at = 0;
    while let Some(rest) = text.get(at..) {
        let Some(inside) = rest.strip_prefix('[') else { break };
        let Some(length) = inside.find(']').filter(|&l| l <= 90) else { break };
        let code = inside.get(..length).unwrap_or_default();
        if code.contains(char::is_lowercase) {
            break;
        }
        let after = inside.get(length + 1..).unwrap_or_default();
        at = text.len() - after.trim_start().len();
    }
    at
}

/// Where the prose ends before "(PTI)", "(L/RE1/P2)" or "Enditem" behind a
/// paragraph's last sentence.
fn desk_code_behind(text: &str) -> usize {
    let whole = text.len();
    let Some(bare) = text.strip_suffix(')') else {
        return text
            .strip_suffix("Enditem")
            .map_or(whole, |rest| rest.trim_end().len());
    };
    let Some(open) = bare.rfind('(').filter(|open| bare.len() - open <= 40) else {
        return whole;
    };
    let (before, code) = bare.split_at(open);
    let before = before.trim_end();
    let names = code
        .trim_start_matches('(')
        .split([' ', '/', '-'])
        .filter(|w| !w.is_empty())
        .all(|w| w.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()));
    let names = names && !code.contains('.');
    let sentence = before.ends_with(['.', '”', '"', '!', '?']) && before.len() >= 30;
    if names && sentence { before.len() } else { whole }
}

/// The date of publication.
impl Maker<'_, '_> {
    fn settle_date(&mut self, front: &FrontMatter, reference: Option<NaiveDate>) {
        let order = self.day_first();
        self.moments.sort_by_key(|(source, moment)| (*source, moment.label));
        let full = self
            .moments
            .iter()
            .find_map(|(source, moment)| Some((*source, moment.timestamp(order)?)));
        let published = front
            .published
            .or(full.filter(|(source, _)| *source < Source::Footer).map(|(_, t)| t))
            .or_else(|| self.dateline_with_year(reference))
            .or(front.address)
            .or(full.map(|(_, t)| t))
            .or(reference.map(Timestamp::from_date));
        self.page.published = published;
        let Some(year) = published.map(|t| t.date.year()) else {
            return;
        };
        let day = self.dateline_day();
        if let (Some(dateline), Some(day)) = (&mut self.page.dateline, day)
            && dateline.date.is_none()
        {
            dateline.date = PartialDate::day(day.year.unwrap_or(year), day.month, day.day);
        }
    }

    /// Whether the page writes the day before the month, where it can be seen: by
    /// another date all in numbers, or by the dateline's day.
    fn day_first(&self) -> Option<bool> {
        let shown = self.moments.iter().find_map(|(_, m)| m.day.first);
        shown.or_else(|| {
            let line = self.dateline_day()?;
            let open = self.moments.iter().map(|(_, m)| m.day).find(|d| d.either)?;
            match (open.month == line.month, open.day == line.month) {
                (true, false) => Some(false),
                (false, true) => Some(true),
                _ => None,
            }
        })
    }

    fn dateline_day(&self) -> Option<Day> {
        let dateline = |(source, _): &&(Source, Moment)| *source == Source::Dateline;
        self.moments.iter().find(dateline).map(|(_, m)| m.day)
    }

    /// The dateline's day with a year that stands elsewhere on the page, or with
    /// the caller's.
    fn dateline_with_year(&self, reference: Option<NaiveDate>) -> Option<Timestamp> {
        let day = self.dateline_day().filter(|d| d.year.is_none())?;
        let dated = |year: i32| {
            Day {
                year: Some(year),
                ..day
            }
            .date()
        };
        if let Some(year) = self.year_elsewhere(day) {
            return dated(year).map(Timestamp::from_date);
        }
        let reference = reference?;
        let this = dated(reference.year())?;
        let date = if this > reference { dated(reference.year() - 1)? } else { this };
        Some(Timestamp::from_date(date))
    }

    /// The year that the page gives the same day elsewhere, or its copyright line.
    fn year_elsewhere(&self, day: Day) -> Option<i32> {
        let text = &self.sheet.text;
        let bytes = text.as_bytes();
        let mut copyright = None;
        for (at, _) in text.match_indices(['1', '2']).take(400) {
            let digits = bytes.get(at..).unwrap_or_default();
            let length = digits.iter().take_while(|b| b.is_ascii_digit()).count();
            let inside = at.checked_sub(1).and_then(|i| bytes.get(i));
            if length != 4 || inside.is_some_and(u8::is_ascii_digit) {
                continue;
            }
            let window = floor(text, at.saturating_sub(28))..floor(text, at + 14);
            let window = text.get(window).unwrap_or_default();
            let same = |m: &&Moment| m.day.month == day.month && m.day.day == day.day;
            if let Some(dated) = timestamp::line(window)
                && let Some(found) = dated.moments.iter().find(same)
            {
                return found.day.year;
            }
            let owned = window.contains('©') || window.to_ascii_lowercase().contains("copyright");
            if owned && !window.contains(['-', '–']) {
                copyright = text.get(at..at + 4).and_then(|y| y.parse().ok());
            }
        }
        copyright
    }
}

/// The character boundary at or before `at`.
fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
