//! When an encounter takes place: the finest date told, and its last day.

use super::deed::{opens, verb_of};
use crate::assemble::Material;
use crate::grammar::{DateExpr, Lead, MeetingFact, Point};
use crate::model::{MeetingKind, MeetingStatus, PartialDate};
use crate::resolve::{resolve_bound, resolve_date};
use chrono::Datelike;
use std::borrow::Cow;

/// First and last day of an encounter, with the words that tell them.
#[derive(Debug, Clone, Default)]
pub(super) struct Told {
    pub(super) start: Option<PartialDate>,
    pub(super) end: Option<PartialDate>,
    pub(super) text: Option<Box<str>>,
    /// Some time of a period: "next week", "this weekend".
    pub(super) rough: bool,
}

impl Told {
    fn is_day(&self) -> bool {
        matches!(self.start, Some(PartialDate::Day(_))) && !self.rough
    }

    /// "last week" is some day of its month, and no encounter of seven days.
    pub(super) fn widened(self) -> Told {
        let month = |date: PartialDate| {
            let day = date.first_day()?;
            PartialDate::month(day.year(), day.month())
        };
        let (Some(PartialDate::Day(first)), Some(PartialDate::Day(last))) = (self.start, self.end)
        else {
            return self;
        };
        if !self.rough || (last - first).num_days() < 6 {
            return self;
        }
        Told {
            start: month(first.into()),
            end: month(last.into()),
            ..self
        }
    }

    /// A day is told, where only its month or week was.
    pub(super) fn is_finer_than(&self, other: &Told) -> bool {
        self.is_day() && !other.is_day()
    }
}

/// The first date that can be settled, the finest first.
pub(super) fn when(material: &Material<'_>, fact: &MeetingFact) -> Told {
    let mut best: Option<Told> = None;
    let mut open = None;
    let dates = match fact.status {
        MeetingStatus::Postponed => moved(&fact.dates),
        _ => Cow::Borrowed(&fact.dates[..]),
    };
    for date in dates.iter() {
        let calendar = material.calendar_at(date.span.0);
        let text = Some(material.text(date.span).into());
        let Some((start, end)) = resolve_date(&calendar, date, fact.future) else {
            open = open.or(text);
            continue;
        };
        let told = Told {
            start: Some(start),
            // "starting on July 29"
            end: (date.lead != Lead::From || date.end.is_some()).then_some(end),
            text,
            rough: is_rough(&date.start),
        };
        if best.as_ref().is_none_or(|b| told.is_finer_than(b)) {
            best = Some(told);
        }
    }
    let told = match best {
        Some(told) => lasting(material, fact, told),
        None => Told {
            text: open,
            ..Told::default()
        },
    };
    bounded(material, fact, told)
}

/// "postponed from Monday to Friday", "from 12-13 January to 15-16 January": it is then that it
/// begins.
fn moved(dates: &[DateExpr]) -> Cow<'_, [DateExpr]> {
    match dates {
        [from, to @ ..] if from.lead == Lead::From && !to.is_empty() => Cow::Borrowed(to),
        [from] if from.lead == Lead::From => match from.end {
            Some(start) => Cow::Owned(vec![DateExpr {
                lead: Lead::None,
                start,
                end: None,
                span: from.span,
            }]),
            None => Cow::Borrowed(dates),
        },
        _ => Cow::Borrowed(dates),
    }
}

/// "have been holding talks since March": the first day of what goes on; "is on a visit
/// until Friday", "opens on Monday and runs through Thursday": the last.
fn bounded(material: &Material<'_>, fact: &MeetingFact, mut told: Told) -> Told {
    use MeetingStatus::{Cancelled, Ongoing, Postponed};
    let ongoing = fact.status == Ongoing;
    if matches!(fact.status, Postponed | Cancelled) {
        // "postponed until May": it is then that it begins.
        return told;
    }
    for date in &fact.dates {
        let calendar = material.calendar_at(date.span.0);
        let Some(bound) = resolve_bound(&calendar, date, ongoing || fact.future) else {
            continue;
        };
        if date.lead == Lead::Since && ongoing && told.start.is_none() {
            told.start = Some(bound);
        } else if date.lead == Lead::Until && (told.end.is_none() || told.end == told.start) {
            let later = told.start.and_then(|d| d.first_day()) < bound.last_day();
            told.end = if later { Some(bound) } else { told.end };
        }
    }
    told
}

/// "next week", "this weekend"
fn is_rough(point: &Point) -> bool {
    use crate::lexicon::TimeUnit::{Week, Weekend};
    matches!(
        point,
        Point::Unit {
            unit: Week | Weekend,
            ..
        }
    )
}

/// "began a four-day visit on Tuesday": the last day is three days on; "concluded" one: the
/// first is three days back; what only begins or ends then is open at its other end.
fn lasting(material: &Material<'_>, fact: &MeetingFact, told: Told) -> Told {
    use crate::lexicon::TimeUnit;
    use MeetingKind::{Call, Ceremony, Other, Talks};
    let duration = fact.noun.as_ref().and_then(|n| n.duration);
    let days = match duration {
        Some((days, TimeUnit::Day)) => Some(days),
        // "a week-long visit"
        Some((weeks, TimeUnit::Week)) => weeks.checked_mul(7),
        _ => None,
    };
    let (Some(days), Some(PartialDate::Day(day))) = (days, told.start) else {
        let lasts = !matches!(fact.kind, Call | Ceremony | Other) && told.start == told.end;
        return match told {
            told if lasts && opens(material, fact) => Told { end: None, ..told },
            told if lasts && fact.kind != Talks && closes(material, fact) => Told {
                start: None,
                ..told
            },
            told => told,
        };
    };
    let period = told.end.is_some() && told.end != told.start;
    if period || !(2..30).contains(&days) {
        return told;
    }
    let rest = chrono::Days::new(u64::from(days - 1));
    if closes(material, fact) {
        let first = day.checked_sub_days(rest).map(PartialDate::Day);
        return Told {
            start: first.or(told.start),
            ..told
        };
    }
    let last = day.checked_add_days(rest).map(PartialDate::Day);
    Told {
        end: last.or(told.end),
        ..told
    }
}

/// "concluded", "wrapped up": told is how it ends.
fn closes(material: &Material<'_>, fact: &MeetingFact) -> bool {
    const STEMS: [&str; 5] = ["conclud", "ended", "ends", "wrap", "finish"];
    let mut words = verb_of(material, fact).split(' ');
    words.any(|w| STEMS.iter().any(|s| w.starts_with(s)))
}
