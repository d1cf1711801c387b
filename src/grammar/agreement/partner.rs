//! Who takes part besides states: rebels, creditors.

use super::verb::is_asked;
use crate::grammar::fact::{Others, Partner};
use crate::grammar::party::{PartyForm, PartyRef, party_of};
use crate::grammar::reader::Reader;
use crate::grammar::unit::{Head, UnitKind};
use crate::scan::TokenKind;

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
    "putschists",
    "mutineers",
    "jihadists",
    "belligerents",
    "rivals",
    "foes",
    "warlords",
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
    "conflicting",
    "rival",
    "paramilitary",
];

/// The sides among the units that take part which are no mentions of states.
pub(super) fn others(reader: &Reader<'_, '_>, units: &[usize]) -> Others {
    let armed = units.iter().any(|u| is_armed(reader, *u));
    let partner = if armed {
        Partner::Armed
    } else if units.iter().any(|u| is_led(reader, *u)) {
        Partner::Other
    } else {
        Partner::None
    };
    let between = |u: &usize| {
        u.checked_sub(1)
            .is_some_and(|p| reader.view.is_word(p, "between"))
    };
    Others {
        partner,
        states: units.iter().flat_map(|u| states(reader, *u)).collect(),
        closed: units.iter().any(between) && (armed || units.iter().any(|u| is_named(reader, *u))),
    }
}

/// Units before "they" where those whom it means are looked for.
const BACK: usize = 24;

/// "The rebels said they had agreed": those who fight a government, named before "they".
pub(super) fn fighters(reader: &Reader<'_, '_>, they: usize) -> Option<usize> {
    (they.saturating_sub(BACK)..they)
        .rev()
        .find(|u| is_armed(reader, *u))
}

/// "the Customs Agency (CA)", "Cuba's Civil Guard": a body by its name.
fn is_named(reader: &Reader<'_, '_>, unit: usize) -> bool {
    match reader.view.kind(unit) {
        Some(UnitKind::Noun(n)) => n.proper,
        Some(UnitKind::Parties(..) | UnitKind::Name { .. }) => true,
        _ => false,
    }
}

/// Somebody whom "with", "between" or "among" leads.
fn is_led(reader: &Reader<'_, '_>, unit: usize) -> bool {
    let led = unit.checked_sub(1).is_some_and(|p| {
        ["with", "between", "among"]
            .iter()
            .any(|w| reader.view.is_word(p, w))
    });
    led && matches!(
        reader.view.kind(unit),
        Some(
            UnitKind::Noun(_) | UnitKind::Parties(..) | UnitKind::Name { .. } | UnitKind::People(_)
        )
    )
}

/// "Cuba's Civil Guard": the state that owns a name.
fn owner(reader: &Reader<'_, '_>, unit: usize) -> Option<PartyRef> {
    let first = reader.view.units.get(unit)?.first;
    let tokens = &reader.view.tokens;
    let owns = tokens.kind(first + 1) == Some(TokenKind::Possessive);
    let (party, _) = party_of(tokens.get(first)?, tokens.lexicon)?;
    owns.then_some(party)
}

/// "Syrian opposition groups": the state whose they are.
fn states(reader: &Reader<'_, '_>, unit: usize) -> Vec<PartyRef> {
    match reader.view.kind(unit) {
        Some(UnitKind::Noun(n)) if is_armed(reader, unit) => {
            let mut states = n.parties.clone();
            // "rival forces in Libya"
            if let (true, Some(UnitKind::Parties(parties, PartyForm::Name))) = (
                states.is_empty() && reader.view.is_word(unit + 1, "in"),
                reader.view.kind(unit + 2),
            ) {
                states.extend(parties.iter().copied());
            }
            states
        }
        // "the SAARC summit adopted": the body that meets
        Some(UnitKind::Noun(n)) if reader.view.is_meeting(unit) => bodies(&n.parties),
        // "Togo's decision to withdraw", "a Togolese proposal"
        Some(UnitKind::Noun(n)) if is_asked(reader, unit) => n.parties.clone(),
        // "the Mercosur trade bloc", "the Togolese Farming Council"
        Some(UnitKind::Noun(n))
            if matches!(n.head, Head::Other) && (n.proper || reader.mention(unit).is_some()) =>
        {
            n.parties.clone()
        }
        Some(UnitKind::Name { .. }) => owner(reader, unit).into_iter().collect(),
        _ => Vec::new(),
    }
}

/// "Togo's rebels": those who fight a state that is named with them.
pub(super) fn is_armed_of(reader: &Reader<'_, '_>, unit: usize) -> bool {
    is_armed(reader, unit)
        && matches!(reader.view.kind(unit), Some(UnitKind::Noun(n)) if !n.parties.is_empty())
}

/// The bodies among parties, not the city of a meeting.
fn bodies(parties: &[PartyRef]) -> Vec<PartyRef> {
    let all = parties.iter().copied();
    all.filter(|p| matches!(p, PartyRef::Organization(_)))
        .collect()
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
