//! States, peoples and organizations as written.

use super::input::{Parsed, Tokens, class, fail, kind, word};
use crate::lexicon::{Class, Lexicon, Sense};
use crate::model::Country;
use crate::scan::{Token, TokenKind};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;

/// A side as written, before the article settles what is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PartyRef {
    Country(Country),
    /// Index of the lexicon's organizations.
    Organization(u16),
    /// "Korea": the usual reading and the other.
    Ambiguous(Option<Country>, Option<Country>),
}

/// How a party is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PartyForm {
    /// "Japan", "ASEAN"
    Name,
    /// "Japanese"
    Adjective,
    /// "the Japanese", "Russians"
    People,
    /// "Tokyo": the city or the government.
    Capital,
    /// "the Kremlin"
    Seat,
}

/// The European Union.
pub(super) fn union(lexicon: &Lexicon) -> Option<PartyRef> {
    let mut bodies = lexicon.organizations.iter();
    let at = bodies.position(|o| o.body.code() == Some("EU"))?;
    u16::try_from(at).ok().map(PartyRef::Organization)
}

/// The party that a token names.
pub(crate) fn party_of(t: &Token, lexicon: &Lexicon) -> Option<(PartyRef, PartyForm)> {
    if !t.is(Class::PARTY) {
        return None;
    }
    t.sense(lexicon, |s| match *s {
        Sense::Country(c) => Some((PartyRef::Country(c), PartyForm::Name)),
        Sense::Organization(o) => Some((PartyRef::Organization(o), PartyForm::Name)),
        Sense::Metonym(c) => Some((PartyRef::Country(c), PartyForm::Seat)),
        Sense::Ambiguous(a, b, adjective) => Some((
            PartyRef::Ambiguous(a, b),
            if adjective {
                PartyForm::Adjective
            } else {
                PartyForm::Name
            },
        )),
        Sense::Demonym(c, people) => Some((
            PartyRef::Country(c),
            if people {
                PartyForm::People
            } else {
                PartyForm::Adjective
            },
        )),
        Sense::Capital(c, _) => Some((PartyRef::Country(c), PartyForm::Capital)),
        _ => None,
    })
}

/// `party = a token that names a side`
pub(crate) fn party(i: Tokens<'_>) -> Parsed<'_, PartyRef> {
    match i.first().and_then(|t| party_of(t, i.lexicon)) {
        Some((party, _)) if !is_region(i) => Ok((i.from(1), party)),
        _ => fail(),
    }
}

/// "the South Asian country", "the North African ports", "the South-West": of no Korea.
pub(crate) fn is_region(i: Tokens<'_>) -> bool {
    if !i.one_of(0, &["the south", "the north"]) {
        return false;
    }
    let point = i.kind(1) == Some(TokenKind::Hyphen)
        && i.one_of(2, &["east", "eastern", "west", "western"]);
    if point {
        return true;
    }
    let next = i.get(1);
    next.is_some_and(|t| t.is_word() && t.is_capital() && !t.is(Class::POST))
}

/// `group = party { ("-" | "/") party }`; "Korea-US-Japan", "U.S.-Philippines"
pub(crate) fn compound(i: Tokens<'_>) -> Parsed<'_, Vec<PartyRef>> {
    let (mut rest, first) = party(i)?;
    let mut parties = match first {
        PartyRef::Ambiguous(Some(a), Some(b)) if is_of_both(i) => {
            vec![PartyRef::Country(a), PartyRef::Country(b)]
        }
        _ => vec![first],
    };
    while let Ok((next, _)) = alt((
        kind(TokenKind::Hyphen),
        kind(TokenKind::Slash),
        kind(TokenKind::Dash),
    ))
    .parse(rest)
    {
        let Ok((next, other)) = party(next) else {
            break;
        };
        parties.push(other);
        rest = next;
    }
    Ok((rest, parties))
}

/// "the two Koreas", "inter-Korean": no question which of two states of one name.
fn is_of_both(i: Tokens<'_>) -> bool {
    let text = i.text_of(0);
    text.starts_with("inter-") || text.ends_with("Koreas") || text.ends_with("Congos")
}

/// `owner = ["the"] party ("'s" | adjective)`; "Japan's", "Japanese", "U.S."
///
/// The party before a post: "Japan's foreign minister", "EU High Representative".
pub(crate) fn owner(i: Tokens<'_>) -> Parsed<'_, PartyRef> {
    let (rest, _) = opt(word(&["the"])).parse(i)?;
    let (rest, first) = party(rest)?;
    let (rest, _) = opt(class(Class::POSSESSIVE)).parse(rest)?;
    Ok((rest, first))
}
