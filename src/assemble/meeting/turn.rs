//! Which of a row an encounter is: "the next round", "a previous meeting", "the fifth session".
//! A row has the same sides throughout, told once.

use super::Drafts;
use super::draft::Draft;
use super::merge::kinds_fit;
use crate::assemble::Material;
use crate::grammar::MeetingFact;
use crate::model::{MeetingKind, MeetingStatus};

/// Which of a row, counted or from the one just told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Turn {
    Earlier,
    /// One more, other than all told.
    Further,
    Next,
    Nth(u16),
}

const EARLIER: [&str; 3] = ["earlier", "previous", "preceding"];
const FURTHER: [&str; 3] = ["additional", "another", "further"];

/// The turn that the words before a noun tell.
pub(super) fn turn(material: &Material<'_>, fact: &MeetingFact) -> Option<Turn> {
    let noun = fact.noun.as_deref()?;
    let mut words = material.context.slice(noun.body).split(' ');
    let is = |w: &str, list: &[&str]| list.iter().any(|l| w.eq_ignore_ascii_case(l));
    if fact.kind == MeetingKind::Visit {
        return None;
    }
    words.find_map(|w| match w {
        w if is(w, &EARLIER) => Some(Turn::Earlier),
        w if is(w, &FURTHER) => Some(Turn::Further),
        w if is(w, &["next"]) => Some(Turn::Next),
        w => nth(w).map(Turn::Nth),
    })
}

/// "fifth", "5th"
fn nth(word: &str) -> Option<u16> {
    const ORDINALS: [&str; 12] = [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
        "tenth", "eleventh", "twelfth",
    ];
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    if digits.len() < word.len() && !digits.is_empty() {
        return digits.parse().ok();
    }
    let at = ORDINALS.iter().position(|o| word.eq_ignore_ascii_case(o))?;
    u16::try_from(at + 1).ok()
}

/// Whether two may be one of a row: the fifth is not the sixth, nor the next the one told.
pub(super) fn turns_fit(known: &Draft, again: &Draft) -> bool {
    use MeetingStatus::{Held, Ongoing};
    use Turn::{Earlier, Further, Next, Nth};
    let over = matches!(known.status, Held | Ongoing);
    match (known.turn, again.turn) {
        (Some(Nth(a)), Some(Nth(b))) => a == b,
        (a, Some(turn @ (Earlier | Further))) => a == Some(turn),
        (a, Some(Next)) => a == Some(Next) || !over,
        _ => true,
    }
}

/// So many paragraphs away the sides of a row are told.
const REACH: u32 = 8;

/// So many encounters are looked at on either side.
const NEAR: usize = 64;

/// Fills the sides of rounds that are told by a day or a place alone: those of the row told
/// nearest before, or else behind.
pub(super) fn fill_sides(kept: &mut Drafts) {
    for at in 0..kept.len() {
        if !kept
            .get(at)
            .is_some_and(|d| d.is_bare() && is_new_of_row(d))
        {
            continue;
        }
        let (before, rest) = kept.split_at_mut(at);
        let Some((draft, behind)) = rest.split_first_mut() else {
            continue;
        };
        let row = |d: &Draft| {
            (is_of_row(d) || is_set_ahead(draft) && kinds_fit(d.kind, draft.kind))
                && d.parties.len() >= 2
                && d.paragraph.abs_diff(draft.paragraph) <= REACH
        };
        let sides = before
            .iter()
            .rev()
            .take(NEAR)
            .find(|d| row(d))
            .or_else(|| behind.iter().take(NEAR).find(|d| row(d)));
        if let Some(sides) = sides.map(|d| d.parties.clone()) {
            draft.parties = sides;
        }
    }
}

/// Negotiations, what is counted, and "the meeting in Lima next year".
pub(super) fn is_of_row(draft: &Draft) -> bool {
    draft.turn.is_some() || draft.kind == MeetingKind::Negotiation || is_set_ahead(draft)
}

/// "They agreed to hold the meeting in Lima next year": the next of those told.
fn is_set_ahead(draft: &Draft) -> bool {
    use MeetingKind::{Ministerial, Talks};
    draft.definite
        && draft.status == MeetingStatus::Scheduled
        && matches!(draft.kind, Ministerial | Talks)
        && draft.when.start.is_some()
        && draft.place.country.is_some()
}

/// By its day, or by its turn and its place, another than those told.
pub(super) fn is_new_of_row(draft: &Draft) -> bool {
    let counted = draft.turn.is_some() && draft.place.city.is_some();
    is_of_row(draft) && (draft.when.start.is_some() || counted)
}
