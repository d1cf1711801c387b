//! Bodies of a state or party by their last word: "the Foreign Ministry", "the People's
//! Representative Assembly", "the government negotiating team".

use super::input::{Parsed, Tokens, Words, fail};
use crate::lexicon::{Class, Shape};
use crate::scan::TokenKind;

/// "Foreign Affairs Committee", "General Staff"
const ORGANS: Words = Words::of(&[
    "office",
    "committee",
    "staff",
    "council",
    "bureau",
    "division",
    "commission",
    "delegation",
    "board",
    "secretariat",
    "agency",
    "directorate",
    "authority",
    "forces",
    "command",
    "fleet",
    "guard",
    "party",
    "bloc",
    "group",
    "faction",
    "bank",
    "court",
    "mission",
    "house",
    "chamber",
    "cabinet",
    "opposition",
    "movement",
    "union",
    "front",
    "alliance",
    "army",
    "navy",
    "corps",
    "wing",
    "branch",
    "arm",
    "brigades",
    "administration",
    "service",
    "services",
    "institute",
    "assembly",
    "parliament",
    "senate",
    "congress",
    "duma",
    "majlis",
    "legislature",
    "team",
    "panel",
    "presidency",
    "diplomacy",
    "conference",
]);

/// "department", "Committee": what a part of a state's or a party's machinery is called.
pub(super) fn is_organ(word: &str) -> bool {
    word.eq_ignore_ascii_case("department") || ORGANS.contains(word)
}

/// `organ word = ministry | department | office | committee | staff …`
pub(super) fn organ_word(i: Tokens<'_>) -> Parsed<'_, ()> {
    // The last of several: "the government negotiating team".
    let mut found = None;
    let organ = |n: usize| {
        // "negotiating team" is one token.
        let last = i.text_of(n).rsplit_once(' ').map(|(_, last)| last);
        let is_organ = |w: &str| ORGANS.contains(w) && w.bytes().all(|b| b.is_ascii_lowercase());
        last.is_some_and(is_organ) || ORGANS.has(i, n) || i.is(n, Class::ORGAN)
    };
    for n in 0..6 {
        if organ(n) {
            found = Some(n + 1);
            continue;
        }
        // "the People's Representative Assembly"
        let owned = n > 0 && i.is(n, Class::POSSESSIVE) && found.is_none();
        let next = || i.get(n + 1).is_some_and(|t| t.is_capital());
        if owned && next() && i.get(n - 1).is_some_and(|t| t.is_capital()) {
            continue;
        }
        // "self-rule authority"
        let hyphen = |n: usize| i.kind(n) == Some(TokenKind::Hyphen);
        if (n.saturating_sub(1)..n + 2).any(hyphen) {
            continue;
        }
        let passes = i.get(n).is_some_and(|t| {
            // "press department": no verb before an organ, whatever it is elsewhere.
            let led = organ(n + 1);
            t.kind == TokenKind::Word
                && !t.is(Class::PREPOSITION
                    .or(Class::PRONOUN)
                    .or(Class::AUXILIARY)
                    .or(Class::GIVEN_NAME))
                && (led || !t.is(Class::VERB) || i.text_of(n).ends_with("ing"))
                && (led
                    || t.shape != Shape::Lower
                    || t.is(Class::PORTFOLIO
                        .or(Class::NOUN)
                        .or(Class::ADJECTIVE)
                        .or(Class::VERB))
                    || t.classes.is_empty()
                    || n > 0 && i.word(n, "and") && next())
        });
        if !passes {
            break;
        }
    }
    match found {
        Some(n) => Ok((i.from(n), ())),
        None => fail(),
    }
}
