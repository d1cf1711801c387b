//! An event before it has its number: what the three kinds of record share.

use super::category::Category;
use super::context;
use super::{Entity, Event, Location, TextInfo};
use crate::export::locate::Locator;
use crate::model::{Article, PartialDate, When};

/// An event in the making.
#[derive(Debug)]
pub(super) struct Draft<'a> {
    pub(super) category: Category,
    /// Only proposed or under negotiation.
    pub(super) tentative: bool,
    /// Read from what is reported, and perhaps a record of its own as well.
    pub(super) told: bool,
    pub(super) mode: Option<&'a str>,
    pub(super) cameo: &'a str,
    pub(super) actor: Vec<Entity>,
    pub(super) recipient: Vec<Entity>,
    pub(super) dates: Dates,
    pub(super) place: Option<Location>,
    /// Number of the sentence in the body.
    pub(super) sentence: Option<usize>,
    /// The words that tell the event.
    pub(super) words: Option<&'a str>,
    /// What the contexts are read from, besides the sentence.
    pub(super) topics: Vec<&'a str>,
}

/// First and last day of an event.
pub(super) type Dates = (Option<PartialDate>, Option<PartialDate>);

impl Draft<'_> {
    /// The event, unless it lacks what the manual requires.
    pub(super) fn finish(self, locator: &Locator<'_>, id: String, record: String) -> Option<Event> {
        let recipient: Vec<Entity> = self
            .recipient
            .into_iter()
            .filter(|r| !self.actor.iter().any(|a| a.same_as(r)))
            .collect();
        if self.actor.is_empty()
            || (self.category.needs_recipient() && recipient.is_empty() && self.actor.len() < 2)
        {
            return None;
        }
        let text = self.sentence.and_then(|n| locator.words(n));
        let text_info = self.sentence.and_then(|n| {
            let chars = locator.chars(n)?;
            Some(TextInfo {
                sequence: n + 1,
                start: chars.start,
                end: chars.end,
            })
        });
        let mut topics = self.topics;
        topics.extend(self.words);
        if topics.iter().all(|t| t.is_empty()) {
            topics.extend(text);
        }
        Some(Event {
            id,
            date: self.dates.0,
            enddate: self.dates.1.filter(|end| Some(*end) != self.dates.0),
            actor: self.actor,
            recipient,
            event: vec![self.category],
            mode: self.mode.map(str::to_owned).into_iter().collect(),
            context: context::contexts(self.cameo, &topics),
            event_text: self.words.map(str::to_owned).into_iter().collect(),
            event_loc: self.place,
            quad_code: self.category.quad_code(),
            text: text.map(str::to_owned),
            text_info,
            cameo: self.cameo.to_owned(),
            record,
        })
    }
}

/// The days of something that was told: those of the record, else the article's.
/// What is told has happened: a later day than the article's is another one's.
pub(super) fn dates(article: &Article, when: Option<&When>) -> Dates {
    let first = when.and_then(|w| w.start).and_then(|d| d.first_day());
    let last = when
        .and_then(|w| w.end.or(w.start))
        .and_then(|d| d.last_day());
    match (first, last) {
        (Some(first), last) if told(article).is_none_or(|t| t.last_day() >= Some(first)) => {
            (Some(first.into()), last.map(Into::into))
        }
        _ => (told(article), None),
    }
}

/// The day the article tells of: its own.
pub(super) fn told(article: &Article) -> Option<PartialDate> {
    let dateline = article.dateline.as_ref().and_then(|d| d.date);
    let dateline = dateline.filter(|d| matches!(d, PartialDate::Day(_)));
    dateline.or(article.published.map(|p| p.date.into()))
}
