//! Facts with their entities → records: one encounter one record, however often
//! told; the fuller mention wins; conflicts are never merged.

mod agreement;
mod meeting;
mod occasion;
mod official;
mod statement;
mod target;

use crate::grammar::{DateExpr, Facts, MentionId, Site};
use crate::model::{Agreement, Meeting, Official, PartialDate, Party, Place, Statement};
use crate::resolve::{Calendar, Context, Entity, People, Voices, resolve_date};
use crate::segment::Document;
use crate::source::OffsetMap;
use crate::span::{Evidence, Span};
use chrono::{Datelike, NaiveDate};

/// How far a day or month named before is carried on, in bytes.
const CARRY: u32 = 400;

/// How many dates back a year is looked for in a text that has no date itself.
const YEARS: usize = 64;

/// What assembly works on.
#[derive(Clone, Copy)]
pub(crate) struct Material<'a> {
    pub(crate) context: &'a Context<'a>,
    pub(crate) facts: &'a Facts,
    pub(crate) people: &'a People,
    pub(crate) entities: &'a [Entity],
    pub(crate) voices: &'a Voices,
    pub(crate) document: &'a Document,
    pub(crate) map: &'a OffsetMap,
    pub(crate) calendar: Calendar,
    /// Where the article was written.
    pub(crate) dateline: Option<&'a Place>,
    /// The day at the head of a release: what it tells was on that day.
    pub(crate) letterhead: Option<PartialDate>,
}

/// The records of an article.
#[derive(Debug, Default)]
pub(crate) struct Records {
    pub(crate) officials: Vec<Official>,
    pub(crate) meetings: Vec<Meeting>,
    pub(crate) statements: Vec<Statement>,
    pub(crate) agreements: Vec<Agreement>,
}

/// Makes the records.
pub(crate) fn assemble(material: &Material<'_>) -> Records {
    let (officials, ids) = official::officials(material);
    let ids = Ids(ids);
    let meetings = meeting::meetings(material, &ids);
    let statements = statement::statements(material, &ids, &meetings);
    let agreements = agreement::agreements(material, &officials, &meetings, &statements);
    Records {
        officials,
        meetings,
        statements,
        agreements,
    }
}

/// From persons to the officials that are handed out.
pub(crate) struct Ids(Vec<Option<crate::model::OfficialId>>);

impl Ids {
    fn of(&self, person: usize) -> Option<crate::model::OfficialId> {
        self.0.get(person).copied().flatten()
    }
}

impl<'a> Material<'a> {
    fn entity(&self, mention: MentionId) -> &'a Entity {
        self.entities
            .get(mention.0 as usize)
            .unwrap_or(&Entity::Nothing)
    }

    /// The side a person speaks for.
    fn party_of(&self, person: usize) -> Option<Party> {
        self.people.list.get(person).and_then(|p| p.party())
    }

    /// The parties that mentions stand for, people's sides included.
    fn parties(&self, mentions: &[MentionId]) -> Vec<Party> {
        let mut found = Vec::with_capacity(mentions.len());
        for mention in mentions {
            match self.entity(*mention) {
                Entity::Officials(list) => list
                    .iter()
                    .filter_map(|p| self.party_of(*p))
                    .for_each(|p| add(&mut found, p)),
                Entity::Parties(list)
                | Entity::Joint(list)
                | Entity::Source { parties: list, .. } => {
                    list.iter().cloned().for_each(|p| add(&mut found, p))
                }
                _ => {}
            }
        }
        found
    }

    /// The persons that mentions stand for.
    fn persons(&self, mentions: &[MentionId]) -> Vec<usize> {
        let mut found = Vec::with_capacity(mentions.len());
        for mention in mentions {
            if let Entity::Officials(list) = self.entity(*mention) {
                for person in list {
                    if !found.contains(person) {
                        found.push(*person);
                    }
                }
            }
        }
        found
    }

    /// The calendar at a byte of the text: with the day and month named last before it.
    fn calendar_at(&self, at: u32) -> Calendar {
        let mut calendar = self.calendar;
        let before = self.facts.dates.partition_point(|d| d.span.0 < at);
        let recent = self.facts.dates.get(..before).unwrap_or_default();
        calendar.week = self.week_before(recent, at);
        if calendar.reference.is_none() {
            let mut told = recent.iter().rev().take(YEARS);
            calendar.year = told.find_map(|d| d.start.year());
        }
        for date in recent.iter().rev().take(6) {
            if date.span.1 + CARRY < at {
                break;
            }
            let Some((start, _)) = resolve_date(&self.calendar, date, false) else {
                continue;
            };
            if calendar.month.is_none() && date.start.names_month() {
                calendar.month = start.first_day().map(|d| (d.year(), d.month()));
            }
            if let PartialDate::Day(day) = start {
                calendar.context = Some(day);
                break;
            }
        }
        calendar
    }

    /// Monday of "next week", if that was told shortly before.
    fn week_before(&self, recent: &[DateExpr], at: u32) -> Option<NaiveDate> {
        let mut near = recent.iter().rev().take(6);
        let week = near.find(|d| d.start.is_coming_week() && d.span.1 + CARRY >= at)?;
        let (start, _) = resolve_date(&self.calendar, week, true)?;
        start.first_day()
    }

    fn text(&self, span: (u32, u32)) -> String {
        squeeze(self.context.slice(span))
    }

    fn evidence(&self, site: &Site, rule: &'static str) -> Evidence {
        Evidence::new(self.span(site.sentence), rule)
    }

    fn span(&self, bytes: (u32, u32)) -> Span {
        // Without the space around it.
        let text = self.context.slice(bytes);
        let start = bytes.0 as usize + (text.len() - text.trim_start().len());
        let end = start + text.trim().len();
        self.map.span(start..end)
    }
}

/// Words with single spaces, so that wrapped lines read as one.
fn squeeze(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

fn add<T: PartialEq>(list: &mut Vec<T>, item: T) {
    if !list.contains(&item) {
        list.push(item);
    }
}
