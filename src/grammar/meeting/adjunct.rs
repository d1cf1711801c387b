//! What an encounter takes over from the clause that its noun hangs on: "said on Thursday
//! after talks", "is on a visit".

use super::noun::clause_of;
use crate::grammar::date::DateExpr;
use crate::grammar::reader::Reader;
use crate::grammar::unit::UnitKind;
use crate::grammar::verb_group::Tense;
use crate::lexicon::FrameRecord;
use crate::model::MeetingKind;

/// Whether one of the words stands before a noun group.
pub(super) fn led_by(reader: &Reader<'_, '_>, unit: usize, words: &[&str]) -> bool {
    unit.checked_sub(1)
        .is_some_and(|l| words.iter().any(|w| reader.view.is_word(l, w)))
}

/// "said on Thursday after talks in Geneva", "agreed on Monday during a visit": whoever
/// speaks of an encounter that is just over, speaks on its day. "Arrived on Monday for
/// talks": it is at hand.
pub(super) fn told_dates(reader: &Reader<'_, '_>, unit: usize) -> Vec<DateExpr> {
    let led = |words: &[&str]| led_by(reader, unit, words);
    let clause = clause_of(reader, unit).filter(|c| c.verb < unit);
    let Some(clause) = clause.filter(|c| reader.verb(c).tense == Tense::Past) else {
        return Vec::new();
    };
    let tells = reader.view.has_frame(clause.verb, |r| match r {
        FrameRecord::Statement(_) | FrameRecord::Agreement(_) => {
            led(&["after", "following", "during", "at"])
        }
        FrameRecord::Meeting(MeetingKind::Visit) => led(&["for"]),
        _ => false,
    });
    if !tells {
        return Vec::new();
    }
    let mut dates = reader.view.complements(clause.verb).dates;
    dates.extend(reader.dates_left(clause));
    dates.retain(|d| d.end.is_none() && d.start.is_day());
    dates
}

/// Nouns that speak of encounters in general: "the need for dialogue".
pub(super) const NEEDS: &[&str] = &[
    "need",
    "necessity",
    "importance",
    "value",
    "usefulness",
    "path",
    "door",
    "room",
    "commitment",
    "support",
    "basis",
    "conditions",
    "environment",
    "climate",
];

/// Nouns that wish for one: "a call for talks".
pub(super) const HOPES: &[&str] = &[
    "call",
    "calls",
    "appeal",
    "appeals",
    "hope",
    "hopes",
    "prospect",
    "prospects",
    "possibility",
    "readiness",
    "willingness",
    "request",
    "proposal",
    "proposals",
    "idea",
    "push",
];

/// `noun ("for" | "of" | "to") encounter`: the noun is one of the words
pub(super) fn depends_on(reader: &Reader<'_, '_>, unit: usize, words: &[&str]) -> bool {
    let Some(noun) = unit.checked_sub(2) else {
        return false;
    };
    let last = reader
        .view
        .text(noun)
        .rsplit(' ')
        .next()
        .unwrap_or_default();
    led_by(reader, unit, &["for", "of", "to"])
        && matches!(reader.view.kind(noun), Some(UnitKind::Noun(_)))
        && words.iter().any(|w| last.eq_ignore_ascii_case(w))
}

/// "is on a state visit to", "currently on a visit"
pub(super) fn is_on(reader: &Reader<'_, '_>, unit: usize) -> bool {
    let Some(on) = unit
        .checked_sub(1)
        .filter(|l| reader.view.is_word(*l, "on"))
    else {
        return false;
    };
    let Some(before) = on.checked_sub(1) else {
        return false;
    };
    let now = ["currently", "now", "presently"]
        .iter()
        .any(|w| reader.view.is_word(before, w));
    let is = reader
        .view
        .verb(before)
        .is_some_and(|v| v.copula && v.tense == Tense::Present);
    now || is
}
