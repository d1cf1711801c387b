//! When an encounter takes place: the finest date told, and its last day.

use super::draft::verb_of;
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
            let (start, end) = lasting(material, fact, start, end);
            (Some(start), Some(end), Some(text))
        }
        None => (None, None, open),
    }
}

/// "began a four-day visit on Tuesday": the last day is three days on; "concluded" one: the
/// first is three days back.
fn lasting(
    material: &Material<'_>,
    fact: &MeetingFact,
    start: PartialDate,
    end: PartialDate,
) -> (PartialDate, PartialDate) {
    use crate::lexicon::TimeUnit;
    const ENDS: [&str; 5] = ["conclud", "ended", "ends", "wrap", "finish"];
    let duration = fact.noun.as_ref().and_then(|n| n.duration);
    let (Some((days, TimeUnit::Day)), PartialDate::Day(day)) = (duration, start) else {
        return (start, end);
    };
    if start != end || !(2..30).contains(&days) {
        return (start, end);
    }
    let rest = chrono::Days::new(u64::from(days - 1));
    let verb = verb_of(material, fact);
    if verb
        .split(' ')
        .any(|w| ENDS.iter().any(|e| w.starts_with(e)))
    {
        let first = day.checked_sub_days(rest);
        return (first.map_or(start, PartialDate::Day), end);
    }
    let last = day.checked_add_days(rest);
    (start, last.map_or(end, PartialDate::Day))
}
