//! Places as written → venue, city and country.

use super::{Context, parties};
use crate::grammar::PlaceExpr;
use crate::lexicon::PlaceKind;
use crate::model::{Party, Place};

/// The place that is meant.
pub(crate) fn resolve(context: &Context<'_>, place: &PlaceExpr) -> Place {
    let mut found = Place::default();
    if let Some(entry) = place
        .city
        .and_then(|c| context.lexicon.places.get(usize::from(c)))
    {
        found.city = Some(entry.name.to_string());
        found.country = entry.country;
        if entry.kind == PlaceKind::Region && entry.country.is_none() {
            found.city = None;
        }
    }
    if let Some(span) = place.venue {
        let name = context.slice(span);
        if let Some(entry) = context.lexicon.venue(name) {
            found.city = found
                .city
                .or_else(|| entry.city.as_deref().map(str::to_owned));
            found.country = found.country.or(entry.country);
        }
        found.venue = Some(name.to_owned());
    }
    found.country = place.country.or(found.country);
    found.country = found.country.map(|c| parties::of_its_time(context, c));
    if found.country.is_none()
        && let Some(Party::Country(c)) = place.open.and_then(|p| parties::party(context, p))
    {
        found.country = Some(c);
    }
    found
}
