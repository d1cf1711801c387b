//! When an encounter takes place: the finest date told, and its last day.

use super::draft::verb_of;
use crate::assemble::Material;
use crate::grammar::{MeetingFact, Point};
use crate::model::PartialDate;
use crate::resolve::resolve_date;

/// First and last day of an encounter, with the words that tell them.
#[derive(Debug, Clone, Default)]
pub(super) struct Told {
    pub(super) start: Option<PartialDate>,
    pub(super) end: Option<PartialDate>,
    pub(super) text: Option<String>,
    /// Some time of a period: "next week", "this weekend".
    pub(super) rough: bool,
}

impl Told {
    fn is_day(&self) -> bool {
        matches!(self.start, Some(PartialDate::Day(_))) && !self.rough
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
    for date in &fact.dates {
        let calendar = material.calendar_at(date.span.0);
        let text = Some(material.text(date.span));
        let Some((start, end)) = resolve_date(&calendar, date, fact.future) else {
            open = open.or(text);
            continue;
        };
        let told = Told {
            start: Some(start),
            end: Some(end),
            text,
            rough: is_rough(&date.start),
        };
        if best.as_ref().is_none_or(|b| told.is_finer_than(b)) {
            best = Some(told);
        }
    }
    match best {
        Some(told) => lasting(material, fact, told),
        None => Told {
            text: open,
            ..Told::default()
        },
    }
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
/// first is three days back.
fn lasting(material: &Material<'_>, fact: &MeetingFact, told: Told) -> Told {
    use crate::lexicon::TimeUnit;
    const ENDS: [&str; 5] = ["conclud", "ended", "ends", "wrap", "finish"];
    let duration = fact.noun.as_ref().and_then(|n| n.duration);
    let (Some((days, TimeUnit::Day)), Some(PartialDate::Day(day))) = (duration, told.start) else {
        return told;
    };
    if told.start != told.end || !(2..30).contains(&days) {
        return told;
    }
    let rest = chrono::Days::new(u64::from(days - 1));
    let verb = verb_of(material, fact);
    let concludes = verb
        .split(' ')
        .any(|w| ENDS.iter().any(|e| w.starts_with(e)));
    if concludes {
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
