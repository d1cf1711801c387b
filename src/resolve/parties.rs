//! Parties as written → parties.

use super::Context;
use crate::grammar::PartyRef;
use crate::model::{Country, Party};

/// Kinds of organizations that are no side of their own: parties of a parliament,
/// agencies of a state, treaties and schemes.
const NO_SIDES: &[&str] = &["party"];

/// The party that is meant; agencies of a state stand for the state.
pub(crate) fn party(context: &Context<'_>, party: PartyRef) -> Option<Party> {
    match party {
        PartyRef::Country(c) => Some(Party::Country(of_its_time(context, c))),
        // "Korea": the usual one, also where the other is named; "Congolese", "Dominican": of
        // the one that alone is named.
        PartyRef::Ambiguous(usual, other) => {
            let named = |c: &Country| context.named.contains(c);
            let namesake = usual.filter(|c| matches!(c.alpha3(), "COD" | "DOM") && !named(c));
            let alone = namesake.and(other.filter(named));
            alone.or(usual).or(other).map(Party::Country)
        }
        PartyRef::Organization(id) => {
            let entry = context.lexicon.organizations.get(usize::from(id))?;
            if entry.shared && !entry.country.is_some_and(|c| context.named.contains(&c)) {
                // The news agency.
                return None;
            }
            if NO_SIDES.contains(&&*entry.kind) {
                // Parties of several states share a name: "NPP", "Labour".
                let spoken_of = |c: &Country| context.named.contains(c) || context.home == Some(*c);
                return entry.country.filter(spoken_of).map(Party::Country);
            }
            if let ("agency", Some(country)) = (&*entry.kind, entry.country) {
                return Some(Party::Country(country));
            }
            Some(Party::Organization(entry.body.clone()))
        }
    }
}

/// "Moscow" in an article that speaks of the Soviet Union, and not of Russia.
pub(super) fn of_its_time(context: &Context<'_>, country: Country) -> Country {
    if country.alpha3() != "RUS" || context.named.contains(&country) {
        return country;
    }
    let soviet = context.named.iter().find(|c| c.alpha3() == "SUN");
    soviet.copied().unwrap_or(country)
}

/// Adds a party once.
pub(crate) fn add(list: &mut Vec<Party>, party: Party) {
    if !list.contains(&party) {
        // Most lists stay short, and are kept.
        if list.len() == list.capacity() {
            list.reserve_exact(list.len().max(1));
        }
        list.push(party);
    }
}
