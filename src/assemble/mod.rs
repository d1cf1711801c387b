//! Facts with their entities → records: one encounter one record, however often
//! told; the fuller mention wins; conflicts are never merged.

mod agreement;
mod heard;
mod meeting;
mod occasion;
mod official;
mod statement;
mod target;

use crate::grammar::{DateExpr, Facts, LeadFact, MentionId, Series, Site};
use crate::model::{
    Agreement, Meeting, Official, OfficialId, PartialDate, Party, Place, Statement,
};
use crate::resolve::{Calendar, Context, Entities, Entity, People, Voices, resolve_date};
use crate::segment::Quote;
use crate::source::{OffsetMap, squeeze};
use crate::span::{Evidence, Span};
use chrono::{Datelike, NaiveDate};
use heard::Heard;
use std::borrow::Cow;

/// How far a day or month named before is carried on, in bytes.
const CARRY: u32 = 400;

/// How many dates back a year is looked for in a text that has no date itself.
const YEARS: usize = 64;

/// The article that its records are of, and who is who in it.
pub(crate) struct Stage<'a> {
    pub(crate) context: &'a Context<'a>,
    pub(crate) quotes: Vec<Quote>,
    pub(crate) entities: Entities,
    pub(crate) voices: Voices,
    pub(crate) map: &'a OffsetMap,
    pub(crate) calendar: Calendar,
    /// Where the article was written.
    pub(crate) dateline: Option<&'a Place>,
    /// The day at the head of a release: what it tells was on that day.
    pub(crate) letterhead: Option<PartialDate>,
}

/// What assembly works on.
struct Material<'a> {
    context: &'a Context<'a>,
    /// Dates in text order.
    dates: &'a [DateExpr],
    leads: &'a [LeadFact],
    /// By mention, in text order.
    heard: &'a Series<Heard>,
    people: &'a People<'a>,
    entities: &'a Entities,
    voices: &'a Voices,
    quotes: &'a [Quote],
    map: &'a OffsetMap,
    calendar: Calendar,
    dateline: Option<&'a Place>,
    letterhead: Option<PartialDate>,
}

/// The records of an article.
#[derive(Debug, Default)]
pub(crate) struct Records {
    pub(crate) officials: Vec<Official>,
    pub(crate) meetings: Vec<Meeting>,
    pub(crate) statements: Vec<Statement>,
    pub(crate) agreements: Vec<Agreement>,
}

/// Makes the records. Facts of each kind go with the making of their records.
pub(crate) fn assemble(stage: Stage<'_>, facts: Facts, mut people: People<'_>) -> Records {
    let Facts {
        mentions,
        statements: said,
        meetings: told,
        leads,
        agreements: agreed,
        dates,
        ..
    } = facts;
    // Of the mentions, of which some say much, only little is asked from here on.
    let heard = Heard::all(mentions);
    let ids = Ids::of(&people);
    let material = Material {
        leads: &leads,
        ..stage.material(&heard, &dates, &people)
    };
    let meetings = meeting::meetings(&material, &ids, told, &said);
    people.forget_names();
    let material = stage.material(&heard, &dates, &people);
    let statements = statement::statements(&material, &ids, &meetings, said);
    let agreements = agreement::agreements(&material, &ids, &meetings, &statements, agreed);
    drop((heard, stage.entities, stage.quotes));
    let span = |bytes| span(stage.context, stage.map, bytes);
    Records {
        officials: official::officials(people, span),
        meetings,
        statements,
        agreements,
    }
}

impl Stage<'_> {
    fn material<'a>(
        &'a self,
        heard: &'a Series<Heard>,
        dates: &'a [DateExpr],
        people: &'a People<'a>,
    ) -> Material<'a> {
        Material {
            context: self.context,
            dates,
            leads: &[],
            heard,
            people,
            entities: &self.entities,
            voices: &self.voices,
            quotes: &self.quotes,
            map: self.map,
            calendar: self.calendar,
            dateline: self.dateline,
            letterhead: self.letterhead,
        }
    }
}

/// Which persons are handed out as officials.
struct Ids {
    /// By person.
    ids: Vec<Option<OfficialId>>,
    /// By id.
    persons: Vec<usize>,
}

impl Ids {
    fn of(people: &People<'_>) -> Self {
        let all = people.list.iter().enumerate();
        let handed_out = all.filter(|(_, p)| official::is_official(p));
        let persons: Vec<usize> = handed_out.map(|(at, _)| at).collect();
        let mut ids = vec![None; people.list.len()];
        for (n, at) in persons.iter().enumerate() {
            if let Some(id) = ids.get_mut(*at) {
                *id = u32::try_from(n).ok().map(OfficialId);
            }
        }
        Ids { ids, persons }
    }

    fn id(&self, person: usize) -> Option<OfficialId> {
        self.ids.get(person).copied().flatten()
    }

    fn person(&self, id: OfficialId) -> Option<usize> {
        self.persons.get(id.index()).copied()
    }
}

impl<'a> Material<'a> {
    fn entity(&self, mention: MentionId) -> &'a Entity {
        self.entities.get(mention.0 as usize)
    }

    /// The side a person speaks for.
    fn party_of(&self, person: usize) -> Option<Party> {
        self.people.list.get(person).and_then(|p| p.party())
    }

    /// The parties that mentions stand for, people's sides included.
    fn parties(&self, mentions: &[MentionId]) -> Vec<Party> {
        let mut found = Vec::with_capacity(mentions.len());
        for mention in mentions {
            let sides: &[Party] = match self.entity(*mention) {
                Entity::Officials(list) => {
                    let sides = list.iter().filter_map(|p| self.party_of(*p));
                    sides.for_each(|p| add(&mut found, p));
                    continue;
                }
                Entity::Parties(list) | Entity::Joint(list) => list,
                Entity::Source { parties, .. } => parties,
                Entity::Outsider | Entity::Nothing => continue,
            };
            sides.iter().cloned().for_each(|p| add(&mut found, p));
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
        let before = self.dates.partition_point(|d| d.span.0 < at);
        let recent = self.dates.get(..before).unwrap_or_default();
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

    /// Words of the text in one line.
    fn text(&self, span: (u32, u32)) -> String {
        self.line(span).into_owned()
    }

    fn line(&self, span: (u32, u32)) -> Cow<'a, str> {
        squeeze(self.context.slice(span))
    }

    fn evidence(&self, site: &Site, rule: &'static str) -> Evidence {
        Evidence::new(self.span(site.sentence), rule)
    }

    fn span(&self, bytes: (u32, u32)) -> Span {
        span(self.context, self.map, bytes)
    }
}

/// The bytes of the input behind those of the clean text, without the space around them.
fn span(context: &Context<'_>, map: &OffsetMap, bytes: (u32, u32)) -> Span {
    let text = context.slice(bytes);
    let start = bytes.0 as usize + (text.len() - text.trim_start().len());
    let end = start + text.trim().len();
    map.span(start..end)
}

fn add<T: PartialEq>(list: &mut Vec<T>, item: T) {
    if !list.contains(&item) {
        // Most lists stay short, and are kept.
        if list.len() == list.capacity() {
            list.reserve_exact(list.len().max(1));
        }
        list.push(item);
    }
}
