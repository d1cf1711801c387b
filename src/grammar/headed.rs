//! What somebody heads: a body named after a people, a parliament, a party, and no state.

use super::belonging::Complement;
use super::input::{Parsed, Tokens, fail};
use super::party;
use super::post::acronym;
use crate::lexicon::{Class, Shape};
use crate::model::PostKind;
use nom::Parser;
use nom::combinator::opt;

/// `national body = demonym capital word {capital word} [acronym]`; "president of the Ukrainian
/// World Congress" heads no state
pub(super) fn national_body(i: Tokens<'_>) -> Parsed<'_, Complement> {
    const STATES: &[&str] = &[
        "confederation",
        "emirate",
        "emirates",
        "federation",
        "government",
        "kingdom",
        "nation",
        "republic",
        "side",
        "state",
        "union",
    ];
    const POLITICAL: &[&str] = &[
        "alliance",
        "bloc",
        "coalition",
        "front",
        "initiative",
        "movement",
        "party",
    ];
    if !i.is(0, Class::DEMONYM) || i.is(0, Class::ORGANIZATION) {
        return fail();
    }
    let titles = Class::POST
        .or(Class::RANK)
        .or(Class::HONORIFIC)
        .or(Class::GIVEN_NAME)
        .or(Class::PARTY);
    let names = |n: &usize| {
        i.get(1 + n)
            .is_some_and(|t| t.is_word() && t.shape == Shape::Capitalized && !t.is(titles))
    };
    let words = (0..6).take_while(names).count();
    let named = i.get(1 + words).is_some_and(|t| t.is_capital());
    if words == 0 || named || words == 1 && i.one_of(1, STATES) {
        return fail();
    }
    let kind = if i.one_of(words, POLITICAL) {
        PostKind::PartyLeader
    } else {
        PostKind::Other
    };
    let (_, side) = party::party(i)?;
    let (rest, _) = opt(acronym).parse(i.from(1 + words))?;
    Ok((
        rest,
        Complement {
            parties: vec![side],
            kind: Some(kind),
            ..Complement::words()
        },
    ))
}

/// What whoever heads an organ is, by its last word; the head of a government or of a council
/// of state leads the state.
pub(super) fn headed(i: Tokens<'_>, used: usize) -> Option<PostKind> {
    const LEGISLATURES: &[&str] = &[
        "assembly",
        "congress",
        "duma",
        "legislature",
        "majlis",
        "parliament",
        "senate",
    ];
    const PARTIES: &[&str] = &["alliance", "faction", "front", "movement", "party"];
    const OTHERS: &[&str] = &["agency", "bank", "chamber", "court", "institute", "service"];
    let last = used.checked_sub(1)?;
    let text = i.text_of(last);
    let word = text.rsplit(' ').next().unwrap_or(text);
    let is = |words: &[&str]| words.iter().any(|w| word.eq_ignore_ascii_case(w));
    // "the Ukrainian World Congress" makes no laws.
    let of_world = last.checked_sub(1).is_some_and(|n| i.one_of(n, &["world"]));
    if is(LEGISLATURES) && !of_world {
        Some(PostKind::Legislator)
    } else if is(PARTIES) {
        Some(PostKind::PartyLeader)
    } else {
        (of_world || is(OTHERS)).then_some(PostKind::Other)
    }
}
