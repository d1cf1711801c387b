//! Those who fight a state: they are no officials of it, nor of any other.

use super::Context;
use super::sides::Appearance;
use crate::model::{Country, Party};

/// The one movement that the article names, and where it fights.
pub(super) fn movement(context: &Context<'_>) -> Option<(Party, Option<Country>)> {
    let [index] = context.movements else {
        return None;
    };
    let organizations = &context.lexicon.organizations;
    let entry = organizations.get(usize::from(*index))?;
    Some((Party::Organization(entry.body.clone()), entry.country))
}

/// Whether an official is told as one of those who fight: "rebel spokesman X", "the rebels'
/// chief negotiator X", "the guerrillas, led by X".
pub(super) fn fights(context: &Context<'_>, here: &Appearance) -> bool {
    /// Words between those who fight and a title of theirs.
    const BETWEEN: [&str; 9] = [
        "chief",
        "head",
        "lead",
        "main",
        "military",
        "political",
        "senior",
        "their",
        "top",
    ];
    let titles = context.slice(here.span).split(' ');
    let before = context.text.get(..here.span.0 as usize).unwrap_or_default();
    let mut words = before.trim_end().rsplit(' ').take(4);
    let last = words.find(|w| !BETWEEN.contains(w)).unwrap_or_default();
    let owner = last.trim_end_matches(['\'', '’']);
    titles.take(12).any(is_fighter) || is_fighter(owner)
}

/// Those who fight a state.
pub(super) fn is_fighter(word: &str) -> bool {
    const FIGHTERS: [&str; 6] = [
        "rebel",
        "guerrilla",
        "guerilla",
        "insurgent",
        "militant",
        "separatist",
    ];
    let one = word.trim_end_matches(['s', 'S']);
    FIGHTERS.iter().any(|f| one.eq_ignore_ascii_case(f))
}
