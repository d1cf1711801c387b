//! When an encounter takes place: the finest date told, and its last day.

use crate::assemble::Material;
use crate::grammar::MeetingFact;
use crate::model::PartialDate;
use crate::resolve::resolve_date;

/// First and last of a period, with its words.
pub(super) type Told = (Option<PartialDate>, Option<PartialDate>, Option<String>);

/// The first date that can be settled, the finest first.
pub(super) fn when(material: &Material<'_>, fact: &MeetingFact) -> Told {
    let mut best: Option<(PartialDate, PartialDate, String)> = None;
    let mut open = None;
    for date in &fact.dates {
        let calendar = material.calendar_at(date.span.0);
        match resolve_date(&calendar, date, fact.future) {
            Some((start, end)) => {
                let finer = match &best {
                    None => true,
                    Some((s, ..)) => {
                        !matches!(s, PartialDate::Day(_)) && matches!(start, PartialDate::Day(_))
                    }
                };
                if finer {
                    best = Some((start, end, material.text(date.span)));
                }
            }
            None => open = open.or(Some(material.text(date.span))),
        }
    }
    match best {
        Some((start, end, text)) => {
            let end = duration_end(fact, start, end);
            (Some(start), Some(end), Some(text))
        }
        None => (None, None, open),
    }
}

/// "a four-day visit on Tuesday": the last day is three days on.
fn duration_end(fact: &MeetingFact, start: PartialDate, end: PartialDate) -> PartialDate {
    use crate::lexicon::TimeUnit;
    let duration = fact.noun.as_ref().and_then(|n| n.duration);
    match (duration, start) {
        (Some((days, TimeUnit::Day)), PartialDate::Day(first))
            if start == end && (2..30).contains(&days) =>
        {
            first
                .checked_add_days(chrono::Days::new(u64::from(days - 1)))
                .map_or(end, PartialDate::Day)
        }
        _ => end,
    }
}
