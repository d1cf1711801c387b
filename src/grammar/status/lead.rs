//! What the word before a verb says of how real it is: "an offer to meet", "the prospect
//! of signing".

use super::Reality;
use crate::grammar::clause::Clause;
use crate::grammar::reader::Reader;
use crate::grammar::unit::UnitKind;
use crate::grammar::verb_group::Tense;
use crate::lexicon::Control;

/// Nouns and adjectives before "to" that say how real what follows is.
const WISHED: &[&str] = &[
    "offer",
    "offers",
    "proposal",
    "proposals",
    "call",
    "calls",
    "request",
    "invitation",
    "hope",
    "hopes",
    "desire",
    "readiness",
    "willingness",
    "bid",
    "intention",
    "wish",
    "ready",
    "willing",
    "eager",
    "keen",
    "prepared",
    "open",
    "possible",
    "possibility",
    "pressure",
    "clearance",
    "permission",
    "authorization",
    "authorisation",
];
const PLANNED: &[&str] = &[
    "plan",
    "plans",
    "decision",
    "preparations",
    "arrangements",
    "agreement",
    "intent",
    "due",
    "set",
    "likely",
    "scheduled",
    "slated",
    "expected",
    "certain",
    "sure",
    "poised",
    "about",
];
/// Nouns of what somebody had, and used: "had the opportunity to meet Mori".
const USED: &[&str] = &[
    "chance",
    "honor",
    "honour",
    "occasion",
    "opportunity",
    "pleasure",
    "privilege",
];
const REFUSED: &[&str] = &[
    "refusal",
    "unwilling",
    "reluctance",
    "reluctant",
    "inability",
    "unable",
    "failure",
];

/// "an offer to hold talks", "was due to meet", "is ready to visit"
pub(super) fn by_word_before(
    reader: &Reader<'_, '_>,
    clause: &Clause,
    governor: &Clause,
) -> Option<Reality> {
    let verb = reader.verb(clause);
    let before = clause.verb.checked_sub(1)?;
    let over = reader.verb(governor);
    if before == governor.verb && !over.copula {
        return None;
    }
    // "pressure from allies to sign"
    let noun = reader
        .view
        .aim(clause.verb)
        .map_or(before, |(noun, _)| noun);
    let word = reader.view.text(noun).rsplit(' ').next()?;
    let is = |list: &[&str]| list.iter().any(|w| word.eq_ignore_ascii_case(w));
    if over.negative && is(&["able"]) {
        // "has not been able to reach a deal"
        return Some(Reality::Refused);
    }
    if is(PLANNED) {
        let missed = verb.perfect && over.tense == Tense::Past;
        Some(if missed {
            Reality::Missed
        } else {
            Reality::Planned
        })
    } else if is(WISHED) {
        // "rejected an offer to hold talks"
        let control = reader.view.tokens.lexicon.control(over.lemma);
        let refused = control == Some(Control::Refuse) && !over.negative;
        Some(if refused {
            Reality::Refused
        } else {
            Reality::Wished
        })
    } else if is(REFUSED) {
        Some(Reality::Refused)
    } else if is(USED) && over.tense == Tense::Past && !over.negative {
        Some(Reality::Done)
    } else {
        None
    }
}

/// `noun ["was made"] "for" somebody infinitive`: "arrangements were made for him to meet
/// Mori" sees to it, a call asks for it, and what only opens the way tells nothing.
pub(super) fn by_whom(
    reader: &Reader<'_, '_>,
    clause: &Clause,
    governor: &Clause,
) -> Option<Reality> {
    let whom = reader.view.for_whom(clause.verb)?;
    let before = whom.first()?.checked_sub(2)?;
    let noun = if before == governor.verb {
        *governor.subject.first()?
    } else {
        before
    };
    let over = reader.verb(governor);
    let wish = reader.view.tokens.lexicon.control(over.lemma) == Some(Control::Wish);
    Some(if over.negative {
        Reality::Unreal
    } else if reader.view.ends_in(noun, PLANNED) {
        Reality::Planned
    } else if wish || reader.view.ends_in(noun, WISHED) {
        Reality::Wished
    } else {
        Reality::Unreal
    })
}

/// Nouns of what may come before "of" or "for" and a gerund.
const PROSPECTS: &[&str] = &[
    "aim",
    "attempt",
    "attempts",
    "basis",
    "bid",
    "brink",
    "call",
    "calls",
    "chance",
    "chances",
    "condition",
    "conditions",
    "cusp",
    "date",
    "deadline",
    "drive",
    "effort",
    "efforts",
    "favor",
    "favour",
    "goal",
    "ground",
    "groundwork",
    "hope",
    "hopes",
    "idea",
    "issue",
    "issues",
    "importance",
    "intention",
    "likelihood",
    "necessity",
    "need",
    "opportunity",
    "plan",
    "plans",
    "possibility",
    "preparations",
    "process",
    "proposal",
    "proposals",
    "prospect",
    "prospects",
    "purpose",
    "push",
    "question",
    "readiness",
    "risk",
    "roadmap",
    "timetable",
    "verge",
    "way",
    "ways",
    "window",
];

/// What is talked about before it is done.
const TALKED: &[&str] = &[
    "consultations",
    "dialogue",
    "discussion",
    "discussions",
    "headway",
    "negotiation",
    "negotiations",
    "progress",
    "talks",
    "work",
];

/// "the prospect of signing", "close to signing", "aimed at concluding", "without
/// reaching": how real a gerund is that a preposition leads.
pub(super) fn by_preposition(reader: &Reader<'_, '_>, clause: &Clause) -> Option<Reality> {
    let mut preposition = clause.verb.checked_sub(1)?;
    if matches!(reader.view.kind(preposition), Some(UnitKind::Adverb)) {
        // "of promptly signing"
        preposition = preposition.checked_sub(1)?;
    }
    if !reader.verb(clause).is_gerund()
        || !matches!(reader.view.kind(preposition), Some(UnitKind::Preposition))
    {
        return None;
    }
    let lead = reader.view.text(preposition).to_ascii_lowercase();
    let left = preposition.checked_sub(1).map(|l| reader.view.text(l));
    let left = left.unwrap_or_default().to_ascii_lowercase();
    let left = left.split_whitespace().next_back().unwrap_or_default();
    match lead.as_str() {
        "without" | "instead of" | "rather than" => Some(Reality::Unreal),
        "close to" => Some(Reality::Planned),
        // "the key to normalizing ties is"
        "to" if ["key", "obstacle", "obstacles", "path", "road", "way"].contains(&left) => {
            Some(Reality::Unreal)
        }
        "toward" | "towards" | "about" | "with a view to" | "with the aim of" => {
            Some(Reality::Wished)
        }
        "of" | "for" => PROSPECTS.contains(&left).then_some(Reality::Wished),
        "to" => [
            "close",
            "closer",
            "view",
            "committed",
            "forward",
            "opposed",
            "nearer",
            "related",
            "relating",
        ]
        .contains(&left)
        .then_some(Reality::Wished),
        // "negotiations on signing a pact"
        "on" | "over" | "regarding" | "concerning" => {
            TALKED.contains(&left).then_some(Reality::Wished)
        }
        "at" => ["aimed", "aiming", "hopes"]
            .contains(&left)
            .then_some(Reality::Wished),
        _ => None,
    }
}
