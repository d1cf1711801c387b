//! What an encounter takes over from the clause that its noun hangs on: "said on Thursday
//! after talks", "is on a visit".

use super::noun::clause_of;
use crate::grammar::clause::Clause;
use crate::grammar::reader::Reader;
use crate::grammar::unit::UnitKind;
use crate::grammar::verb_group::{Modality, Tense};
use crate::lexicon::FrameRecord;
use crate::model::MeetingKind;

/// Whether one of the words stands before a noun group.
pub(super) fn led_by(reader: &Reader<'_, '_>, unit: usize, words: &[&str]) -> bool {
    unit.checked_sub(1)
        .is_some_and(|l| words.iter().any(|w| reader.view.is_word(l, w)))
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
    "way",
];

/// Nouns that get one ready: "preparations for the summit", "a date for his visit".
const PREPARES: &[&str] = &[
    "agenda",
    "announcement",
    "arrangements",
    "date",
    "dates",
    "groundwork",
    "plan",
    "plans",
    "preparation",
    "preparations",
    "timetable",
    "venue",
];

/// `noun ("for" | "of" | "to") encounter`: the noun is one of the words
pub(super) fn depends_on(reader: &Reader<'_, '_>, unit: usize, words: &[&str]) -> bool {
    let noun = unit.checked_sub(2);
    led_by(reader, unit, &["for", "of", "to"]) && noun.is_some_and(|n| is_one_of(reader, n, words))
}

/// A noun group whose last word is one of these
fn is_one_of(reader: &Reader<'_, '_>, noun: usize, words: &[&str]) -> bool {
    matches!(reader.view.kind(noun), Some(UnitKind::Noun(_))) && reader.view.ends_in(noun, words)
}

/// "preparations for the summit", "a date was set for his visit"
pub(super) fn is_prepared(reader: &Reader<'_, '_>, unit: usize) -> bool {
    let set = |c: &Clause| {
        c.verb + 2 == unit && c.subject.iter().any(|s| is_one_of(reader, *s, PREPARES))
    };
    depends_on(reader, unit, PREPARES)
        || led_by(reader, unit, &["for"]) && clause_of(reader, unit).is_some_and(set)
}

/// Verbs that speak for encounters in general: "countries should support dialogue".
const FAVORS: &[&str] = &[
    "advocate",
    "back",
    "encourage",
    "facilitate",
    "favor",
    "favour",
    "prefer",
    "prioritize",
    "promote",
    "support",
];

/// Talks that no article, day or place makes those of one occasion, and that only ought to
/// be or may do something: "talks should be led by Peru", "can be solved in negotiations".
pub(super) fn is_general(reader: &Reader<'_, '_>, unit: usize) -> bool {
    let only_may = |c: &Clause| {
        matches!(
            reader.verb(c).modality,
            Modality::May | Modality::Should | Modality::Would
        )
    };
    let is_told = reader
        .clauses
        .iter()
        .any(|c| c.subject.contains(&unit) && only_may(c));
    let Some(clause) = clause_of(reader, unit).filter(|c| c.verb < unit) else {
        return is_told;
    };
    let lemma = reader.view.tokens.lexicon.lemma(reader.verb(clause).lemma);
    let favored = FAVORS.contains(&lemma)
        && (only_may(clause) || reader.verb(clause).infinitive)
        && reader.view.complements(clause.verb).object.contains(&unit);
    let means = led_by(reader, unit, &["in", "through", "via", "by"]) && only_may(clause);
    is_told || favored || means
}

/// "met Wang in talks on trade": the encounter that the verb has told.
pub(super) fn is_same_as_verb(reader: &Reader<'_, '_>, unit: usize) -> bool {
    let talks = reader.view.is_word(unit, "talks");
    let clause = clause_of(reader, unit).filter(|c| c.verb < unit);
    talks && led_by(reader, unit, &["in"]) && clause.is_some_and(|c| meets(reader, c))
}

/// The verb of a clause tells an encounter itself.
fn meets(reader: &Reader<'_, '_>, clause: &Clause) -> bool {
    let meets =
        |r: FrameRecord| matches!(r, FrameRecord::Meeting(kind) if kind != MeetingKind::Visit);
    reader.frames(clause).iter().any(|(f, _)| meets(f.record))
}

/// "will meet Wang in Moscow for talks on trade": what the encounter of the verb is for.
pub(super) fn is_purpose(reader: &Reader<'_, '_>, unit: usize) -> bool {
    let clause = clause_of(reader, unit).filter(|c| c.verb < unit);
    led_by(reader, unit, &["for"])
        && clause.is_some_and(|c| {
            meets(reader, c)
                && reader
                    .view
                    .complements(c.verb)
                    .phrases
                    .iter()
                    .any(|p| p.nouns.contains(&unit))
        })
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
