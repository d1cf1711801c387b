//! Who takes part besides states: rebels, creditors.

use crate::grammar::fact::Partner;
use crate::grammar::reader::Reader;
use crate::grammar::unit::UnitKind;

/// Those who fight or oppose a government.
const ARMED: &[&str] = &[
    "rebel",
    "rebels",
    "guerrilla",
    "guerrillas",
    "guerilla",
    "guerillas",
    "insurgent",
    "insurgents",
    "separatist",
    "separatists",
    "militant",
    "militants",
    "militia",
    "militias",
    "faction",
    "factions",
    "fighters",
    "insurgency",
    "rebellion",
    "opposition",
    "junta",
];

/// Adjectives that make a group one of those.
const FIGHTING: &[&str] = &[
    "armed",
    "rebel",
    "opposition",
    "warring",
    "militant",
    "separatist",
    "insurgent",
    "guerrilla",
    "breakaway",
    "paramilitary",
];

/// The partner among the units that take part.
pub(super) fn partner(reader: &Reader<'_, '_>, units: &[usize]) -> Partner {
    if units.iter().any(|u| is_armed(reader, *u)) {
        return Partner::Armed;
    }
    let other = units.iter().any(|u| {
        let led = u.checked_sub(1).is_some_and(|p| {
            ["with", "between", "among"]
                .iter()
                .any(|w| reader.view.is_word(p, w))
        });
        led && matches!(
            reader.view.kind(*u),
            Some(
                UnitKind::Noun(_)
                    | UnitKind::Parties(..)
                    | UnitKind::Name { .. }
                    | UnitKind::People(_)
            )
        )
    });
    if other { Partner::Other } else { Partner::None }
}

/// "rebels", "armed groups", "the opposition"
fn is_armed(reader: &Reader<'_, '_>, unit: usize) -> bool {
    let text = reader.view.text(unit).to_ascii_lowercase();
    let mut words = text.split_whitespace();
    let head = words.next_back().unwrap_or_default();
    let group = [
        "group",
        "groups",
        "force",
        "forces",
        "movement",
        "movements",
        "parties",
        "sides",
    ]
    .contains(&head);
    ARMED.contains(&head) || group && words.any(|w| FIGHTING.contains(&w))
}
