//! Words that set an encounter ahead, count it or call it off.

use super::super::meeting_noun;
use super::is_plural_only;
use crate::grammar::clause::Link;
use crate::grammar::date::DateExpr;
use crate::grammar::reader::Reader;
use crate::grammar::unit::{Head, NounGroup, Unit, UnitKind};
use crate::grammar::verb_group::Tense;
use crate::model::MeetingStatus;
use std::rc::Rc;

/// Words in or right behind a noun group that set it ahead.
const PLANNED: &[&str] = &[
    "planned",
    "upcoming",
    "forthcoming",
    "scheduled",
    "coming",
    "next",
    "future",
    "expected",
    "slated",
    "due",
];
pub(super) const WISHED: &[&str] = &["proposed", "possible", "potential", "prospective"];
/// Words right behind a noun that set it ahead: "the summit due on Monday".
const AHEAD: &[&str] = &["due", "planned", "scheduled", "set", "slated", "expected"];

/// "two rounds of talks": the talks are those of the rounds.
pub(super) fn is_counted(reader: &Reader<'_, '_>, unit: usize) -> bool {
    let of = unit
        .checked_sub(1)
        .filter(|n| reader.view.is_word(*n, "of"));
    of.and_then(|n| n.checked_sub(1))
        .is_some_and(|n| meeting_noun(reader, n).is_some())
}

/// "the next round of the Peru-Chile talks": whose rounds they are.
pub(super) fn with_counted(
    reader: &Reader<'_, '_>,
    unit: usize,
    noun: &Rc<NounGroup>,
) -> Rc<NounGroup> {
    let mut noun = Rc::clone(noun);
    if let Some((inner, _)) = meeting_noun(reader, unit + 2)
        && is_counted(reader, unit + 2)
        && !inner.parties.is_empty()
    {
        let all = Rc::make_mut(&mut noun);
        all.parties.extend(inner.parties.iter().copied());
        all.level = all.level.or(inner.level);
    }
    let body = reader.view.units.get(unit + 2).and_then(Unit::noun);
    if let Some(body) = body
        && reader.view.is_word(unit + 1, "of")
        && matches!(body.head, Head::Other | Head::Organ(_))
        && body.parties.len() >= 2
        && noun.parties.is_empty()
    {
        // "a meeting of the Peru-Chile border commission"
        let all = Rc::make_mut(&mut noun);
        all.parties.extend(body.parties.iter().copied());
    }
    noun
}

/// "planned", "upcoming", "next" in a noun group, or told behind it to be held.
pub(in super::super) fn is_planned(reader: &Reader<'_, '_>, unit: usize) -> bool {
    has_word(reader.view.text(unit), PLANNED) || is_told_ahead(reader, unit)
}

/// "the summit to be held in Lima", "the summit, which will be held in Lima"
pub(in super::super) fn is_told_ahead(reader: &Reader<'_, '_>, unit: usize) -> bool {
    reader.clauses.iter().any(|c| {
        let ahead = match c.link {
            Link::Reduced => reader.verb(c).infinitive,
            Link::Relative => reader.verb(c).tense == Tense::Future,
            _ => false,
        };
        ahead && c.subject == [unit]
    })
}

pub(in super::super) fn has_word(text: &str, words: &[&str]) -> bool {
    text.split_whitespace()
        .any(|t| words.iter().any(|w| t.eq_ignore_ascii_case(w)))
}

/// Words in a noun group that tell of a habit.
const REGULAR: &[&str] = &["frequent", "periodic", "regular", "routine"];
const YEARLY: &[&str] = &["annual", "biannual", "biennial", "yearly"];

/// "regular summits": many, and none of them told; "annual exercises" are one a year.
pub(super) fn is_habit(reader: &Reader<'_, '_>, unit: usize, noun: &NounGroup) -> bool {
    let text = reader.view.text(unit);
    let yearly = has_word(text, YEARLY) && !is_plural_only(reader, unit);
    noun.plural && !noun.proper && (has_word(text, REGULAR) || yearly)
}

/// Words in a noun group that tell of now.
const UNDER_WAY: &[&str] = &["ongoing", "on-going", "continuing", "current"];

/// "ongoing talks with Peru", "the current round of negotiations"
pub(in super::super) fn is_under_way(reader: &Reader<'_, '_>, unit: usize) -> bool {
    has_word(reader.view.text(unit), UNDER_WAY)
}

/// "the summit due on Monday", "talks between X and Y, scheduled for Friday"
pub(in super::super) fn is_set_ahead(reader: &Reader<'_, '_>, unit: usize) -> bool {
    ahead_at(reader, unit).is_some()
}

/// The word that sets a noun ahead, right behind it or behind its phrases.
fn ahead_at(reader: &Reader<'_, '_>, unit: usize) -> Option<usize> {
    let end = reader.view.complements(unit).end;
    [unit + 1, end]
        .into_iter()
        .map(|n| n + usize::from(matches!(reader.view.kind(n), Some(UnitKind::Comma))))
        .find(|n| AHEAD.iter().any(|w| reader.view.is_word(*n, w)))
}

/// The first date behind the word that sets a noun ahead: "set to begin on Monday".
pub(in super::super) fn first_date(reader: &Reader<'_, '_>, unit: usize) -> Option<DateExpr> {
    let at = ahead_at(reader, unit)?;
    (at + 1..at + 6).find_map(|n| match reader.view.kind(n) {
        Some(UnitKind::Date(d)) => Some(*d),
        _ => None,
    })
}

/// "the postponement of the visit", "the cancellation of talks"
pub(super) fn called_off(reader: &Reader<'_, '_>, unit: usize) -> Option<MeetingStatus> {
    let of = unit
        .checked_sub(1)
        .filter(|n| reader.view.is_word(*n, "of"))?;
    let word = reader.view.text(of.checked_sub(1)?).rsplit(' ').next()?;
    match word.to_ascii_lowercase().as_str() {
        "postponement" | "delay" | "suspension" | "deferral" => Some(MeetingStatus::Postponed),
        "cancellation" | "cancelation" | "scrapping" | "collapse" => Some(MeetingStatus::Cancelled),
        _ => None,
    }
}
