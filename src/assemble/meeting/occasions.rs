//! One verb that tells of several encounters, each with a time of its own: "met in May and
//! again in September", "met in Lima on Monday and in Quito on Friday".

use crate::assemble::Material;
use crate::grammar::{DateExpr, MeetingFact, PlaceExpr, Point};
use crate::model::MeetingKind;

/// So many are told by one verb.
const MOST: usize = 6;

/// A fact for each occasion, if it has several.
pub(super) fn occasions(material: &Material<'_>, fact: &MeetingFact) -> Option<Vec<MeetingFact>> {
    let many = (2..=MOST).contains(&fact.dates.len());
    if !many || fact.rule != "meeting.verb" {
        return None;
    }
    let visit = fact.kind == MeetingKind::Visit;
    let mut found = Vec::with_capacity(fact.dates.len());
    let mut last: Option<&DateExpr> = None;
    for date in &fact.dates {
        let place = match last {
            Some(last) => joined(material, fact, last, date, visit)?,
            None => fact
                .places
                .first()
                .filter(|p| visit || p.span.0 < date.span.0),
        };
        found.push(MeetingFact {
            dates: vec![*date],
            places: match visit {
                true => fact.places.clone(),
                false => place.copied().into_iter().collect(),
            },
            ..fact.clone()
        });
        last = Some(date);
    }
    Some(found)
}

/// `date ("," | "and" | ", and") ["again"] ["in" place] date`: the place of the second, if it is
/// another time than the first.
fn joined<'a>(
    material: &Material<'_>,
    fact: &'a MeetingFact,
    first: &DateExpr,
    second: &DateExpr,
    visit: bool,
) -> Option<Option<&'a PlaceExpr>> {
    const JOINTS: [&str; 6] = [",", "and", ", and", "and again", ", and again", "then"];
    let between = material.context.slice((first.span.1, second.span.0)).trim();
    if JOINTS.contains(&between) {
        return (is_apart(first) && is_apart(second)).then_some(None);
    }
    let inside = |p: &&PlaceExpr| p.span.0 > first.span.1 && p.span.1 < second.span.0;
    let place = fact.places.iter().find(inside).filter(|_| !visit)?;
    let lead = material.context.slice((first.span.1, place.span.0)).trim();
    let lead = lead
        .strip_suffix("in")
        .or_else(|| lead.strip_suffix("at"))?;
    let close = material.context.slice((place.span.1, second.span.0)).trim();
    (JOINTS.contains(&lead.trim()) && close.is_empty()).then_some(Some(place))
}

/// Months and years told one beside the other are several times; two days may be those of one
/// encounter.
fn is_apart(date: &DateExpr) -> bool {
    date.end.is_none() && matches!(date.start, Point::Month { .. } | Point::Year(_))
}
