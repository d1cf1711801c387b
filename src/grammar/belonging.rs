//! What a post is of or for: "of Foreign Affairs", "to the United Nations",
//! "for the Horn of Africa", "in Syria", ", Ministry of Trade,".

use super::headed::{headed, national_body};
use super::input::{Parsed, Tokens, Words, class, fail, kind, word};
use super::name::name;
use super::organ::organ_word;
use super::party::{self, PartyRef};
use super::portfolio::{capital_words, portfolios};
use super::post::acronym;
use crate::lexicon::{Class, Shape};
use crate::model::PostKind;
use crate::scan::TokenKind;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;

/// What a post is of or for.
pub(super) struct Complement {
    pub(super) parties: Vec<PartyRef>,
    pub(super) portfolio: Option<PostKind>,
    /// Part of the title, not only the country.
    pub(super) belongs: bool,
    /// What kind of post the title of a body's head is, where the body tells it.
    pub(super) kind: Option<PostKind>,
}

impl Complement {
    /// Words of the title that name no side.
    pub(super) fn words() -> Self {
        Complement {
            parties: Vec::new(),
            portfolio: None,
            belongs: true,
            kind: None,
        }
    }
}

/// `complement = ("of" | "for" | "to" | …) ["the"] (portfolios | party | body | name of a body)`
pub(super) fn complement(i: Tokens<'_>, of: PostKind) -> Parsed<'_, Complement> {
    let (rest, marker) = alt((word(&["of", "for", "at", "on"]), word(&["to", "in"]))).parse(i)?;
    let marker = marker.text(i.text);
    let only_ambassadors = marker.eq_ignore_ascii_case("to");
    if only_ambassadors
        && !matches!(
            of,
            PostKind::Ambassador
                | PostKind::Envoy
                | PostKind::IoOfficial
                | PostKind::Other
                | PostKind::Spokesperson
        )
    {
        return fail();
    }
    let (rest, _) = opt(word(&["the", "its", "his"])).parse(rest)?;
    // "the rebel Justice Front": what a movement is called before its name.
    let called = rest.is(1, Class::PARTY) && MOVEMENTS.has(rest, 0);
    let rest = rest.from(usize::from(called));
    let small = rest.first().is_some_and(|t| t.shape == Shape::Lower);
    if marker.eq_ignore_ascii_case("on") && of == PostKind::Other && small {
        // "held talks with officials on military cooperation"
        return fail();
    }
    if only_ambassadors && let Ok(found) = served(rest) {
        return Ok(found);
    }
    // "of Foreign Affairs", but "of the Foreign Ministry's Asia bureau" is of a body.
    if let Ok((rest, p)) = portfolios(rest)
        && !rest.is(0, Class::ORGAN)
    {
        return Ok((
            rest,
            Complement {
                parties: Vec::new(),
                portfolio: Some(p),
                belongs: true,
                kind: None,
            },
        ));
    }
    if marker.eq_ignore_ascii_case("in")
        || marker.eq_ignore_ascii_case("at")
            && !rest.is(0, Class::ORGANIZATION.or(Class::ORGAN).or(Class::METONYM))
    {
        // "the ambassador in Tokyo": a place, no part of the title.
        return fail();
    }
    if let Ok((rest, body)) = body(rest) {
        return Ok((rest, body));
    }
    let mission =
        matches!(of, PostKind::Ambassador | PostKind::Envoy) && !marker.eq_ignore_ascii_case("of");
    if mission && rest.is(0, Class::PARTY) {
        return topic(rest);
    }
    if let Ok(found) = affairs(rest) {
        return Ok(found);
    }
    if marker.eq_ignore_ascii_case("of")
        && let Ok(found) = national_body(rest)
    {
        return Ok(found);
    }
    if rest.is(0, Class::PARTY) {
        let (rest, first) = party::party(rest)?;
        let (mut rest, _) = opt(acronym).parse(rest)?;
        let mut parties = vec![first];
        // "of Japan, Australia and India", only for several posts
        while let Ok((next, other)) = and_party(rest) {
            parties.push(other);
            rest = next;
        }
        if marker.eq_ignore_ascii_case("for") && of == PostKind::Minister {
            // "Minister for EAC and Northern Corridor Development": a field, not a side.
            let field = word(&["and", "&"])(rest).and_then(|(next, _)| capital_words(next));
            if let Ok((next, ())) = field {
                return Ok((next, Complement::words()));
            }
        }
        if only_ambassadors {
            // The country an ambassador is sent to is not the one he speaks for.
            parties.clear();
        }
        return Ok((
            rest,
            Complement {
                parties,
                portfolio: None,
                belongs: only_ambassadors,
                kind: None,
            },
        ));
    }
    if let Ok(found) = chief(rest).or_else(|_| field(rest, of)) {
        return Ok(found);
    }
    if rest.is(0, Class::REGION.or(Class::AREA))
        || (rest.is(0, Class::TOPIC) && rest.get(0).is_some_and(|t| t.shape != Shape::Lower))
    {
        return Ok((rest.from(1), Complement::words()));
    }
    fail()
}

/// Words before the name of a party or movement.
const MOVEMENTS: Words = Words::of(&[
    "armed",
    "banned",
    "exiled",
    "militant",
    "opposition",
    "outlawed",
    "rebel",
    "ruling",
    "separatist",
]);

/// `field = capital word { ["and" | "of" | "in"] capital word }`, before a stop, "of" or a word
/// in lower case: "Director General of Regional Agencies of Mexico"
fn field(i: Tokens<'_>, of: PostKind) -> Parsed<'_, Complement> {
    let offices = matches!(
        of,
        PostKind::Minister
            | PostKind::DeputyMinister
            | PostKind::Envoy
            | PostKind::IoHead
            | PostKind::IoOfficial
    );
    if !offices {
        return fail();
    }
    let (mut end, mut words) = (0, 0);
    while end < 8 && words < 6 {
        let joint = usize::from(words > 0 && i.one_of(end, &["and", "of", "in", "&"]));
        let fits = i.get(end + joint).is_some_and(|t| {
            t.is_capital()
                && !t.is(Class::POST
                    .or(Class::GIVEN_NAME)
                    .or(Class::RANK)
                    .or(Class::HONORIFIC)
                    .or(Class::PARTY)
                    .or(Class::REGION)
                    .or(Class::AREA))
        });
        if !fits {
            break;
        }
        end += joint + 1;
        words += 1;
    }
    // "the interlocutor of the Argyle Declaration"
    let last = end.checked_sub(1);
    let paper = of == PostKind::Envoy && last.is_some_and(|l| i.is(l, Class::INSTRUMENT));
    let next = i.from(end);
    let closed = next.first().is_none_or(|t| !t.is_capital());
    if paper
        || words == 0
        || words == 1 && !matches!(next.kind(0), None | Some(TokenKind::Comma))
        || !closed
    {
        return fail();
    }
    Ok((next, Complement::words()))
}

/// `head of a body = ["the"] title`; "Special Representative of the Secretary-General"
fn chief(i: Tokens<'_>) -> Parsed<'_, Complement> {
    if i.one_of(0, &["secretary-general", "secretary general"]) && i.is(0, Class::POST) {
        return Ok((i.from(1), Complement::words()));
    }
    fail()
}

/// `served = party title`, no name behind: "Adviser to the UAE President"
fn served(i: Tokens<'_>) -> Parsed<'_, Complement> {
    let (rest, party) = party::party(i)?;
    let (rest, _) = opt(class(Class::POSSESSIVE)).parse(rest)?;
    let (rest, _) = class(Class::POST)(rest)?;
    if rest.first().is_some_and(|t| t.is_capital()) {
        return fail();
    }
    Ok((
        rest,
        Complement {
            parties: vec![party],
            portfolio: None,
            belongs: true,
            kind: None,
        },
    ))
}

/// `affairs = (party | region) "affairs"`; who is "for Latin American affairs" is not of there
fn affairs(i: Tokens<'_>) -> Parsed<'_, Complement> {
    let place = i.is(0, Class::PARTY.or(Class::REGION).or(Class::AREA));
    if !place || !i.one_of(1, &["affairs", "issues", "relations", "matters"]) {
        return fail();
    }
    Ok((i.from(2), Complement::words()))
}

/// `topic = group {noun}`; an envoy "for the Serbia-Kosovo dialogue" is of neither
fn topic(i: Tokens<'_>) -> Parsed<'_, Complement> {
    let (mut rest, _) = party::compound(i)?;
    for _ in 0..3 {
        let noun = rest.get(0).is_some_and(|t| {
            t.is_word() && t.shape == Shape::Lower && t.is(Class::NOUN) && !t.is(Class::PREPOSITION)
        });
        if !noun {
            break;
        }
        rest = rest.from(1);
    }
    Ok((rest, Complement::words()))
}

/// "leader of Hamas in Gaza,": where he sits, behind a complement and before a pause;
/// "the ambassador in Tokyo, Aiko Mori": where a diplomat does, before the name.
pub(super) fn seat(
    i: Tokens<'_>,
    of: PostKind,
    complements: usize,
    owned: bool,
) -> Parsed<'_, Complement> {
    let (rest, _) = word(&["in"])(i)?;
    let place = Class::CITY
        .or(Class::REGION)
        .or(Class::AREA)
        .or(Class::CAPITAL)
        .or(Class::COUNTRY);
    let comma = rest.kind(1) == Some(TokenKind::Comma);
    let posted = matches!(
        of,
        PostKind::Ambassador | PostKind::Envoy | PostKind::Spokesperson | PostKind::IoOfficial
    );
    let named = (posted || complements > 0 || owned)
        && name(rest.from(1 + usize::from(comma)), true).is_ok_and(|(after, parts)| {
            parts >= 2 && (!comma || after.kind(0) == Some(TokenKind::Comma))
        });
    if !rest.is(0, place) || !(named || complements > 0 && comma) {
        return fail();
    }
    Ok((rest.from(1), Complement::words()))
}

/// `organ apart = "," organ ["of" portfolios] ","`; "Permanent Secretary, Ministry of Trade,"
pub(super) fn organ_apart(i: Tokens<'_>) -> Parsed<'_, Complement> {
    let (rest, _) = kind(TokenKind::Comma)(i)?;
    let organ = rest.first().is_some_and(|t| t.is_capital())
        && (rest.is(0, Class::ORGAN) || rest.one_of(0, &["department", "embassy", "office"]));
    if !organ {
        return fail();
    }
    let (rest, found) = body(rest)?;
    let closed = matches!(
        rest.kind(0),
        None | Some(TokenKind::Comma | TokenKind::Period | TokenKind::Semicolon | TokenKind::Close)
    );
    if closed { Ok((rest, found)) } else { fail() }
}

/// `and party = ("," | "and") ["the"] party`
fn and_party(i: Tokens<'_>) -> Parsed<'_, PartyRef> {
    let (rest, _) = opt(kind(TokenKind::Comma)).parse(i)?;
    let (rest, _) = opt(word(&["and"])).parse(rest)?;
    if i.consumed(&rest) == 0 {
        return fail();
    }
    let (rest, _) = opt(word(&["the"])).parse(rest)?;
    if rest.is(1, Class::POSSESSIVE.or(Class::POST).or(Class::PORTFOLIO))
        || rest.is(0, Class::DEMONYM)
    {
        return fail();
    }
    party::party(rest)
}

/// `body = [party ["'s"]] organ ["'s" organ] ["of" portfolios | party] [talks]`; "the
/// Japanese Foreign Ministry", "the Sudanese government's delegation to the talks"
fn body(i: Tokens<'_>) -> Parsed<'_, Complement> {
    let mut parties = Vec::new();
    let mut rest = i;
    if rest.is(0, Class::PARTY) && !rest.is(0, Class::ORGAN) {
        let (next, p) = party::owner(rest)?;
        parties.push(p);
        rest = opt(acronym).parse(next)?.0;
        if rest.is(0, Class::ORGANIZATION) && organ_word(rest).is_err() {
            // "the Palestinian Islamic Resistance Movement (Hamas)"
            let (next, body) = party::party(rest)?;
            let (rest, _) = opt(acronym).parse(next)?;
            // "Kenya's National Intelligence Service" is no other state's of that name.
            let agency = matches!(body, PartyRef::Organization(id) if is_agency(i, id));
            return Ok((
                rest,
                Complement {
                    parties: if agency { parties } else { vec![body] },
                    portfolio: None,
                    belongs: true,
                    kind: None,
                },
            ));
        }
    }
    let (field, _) = opt(portfolios).parse(rest)?;
    // "the Armed Forces" are a field and an organ.
    let (next, ()) = organ_word(field).or_else(|_| organ_word(rest))?;
    rest = next;
    if let Ok((next, ())) = class(Class::POSSESSIVE)(rest).and_then(|(next, _)| organ_word(next)) {
        rest = next;
    }
    if rest.word(0, "of") || rest.word(0, "for") {
        rest = purpose(rest, &mut parties);
    }
    if parties.is_empty()
        && let Ok((next, country)) = ruled(i, rest)
    {
        parties.push(country);
        rest = next;
    }
    if let Ok((next, ())) = encounter(i, rest) {
        rest = next;
    }
    let kind = headed(i, i.consumed(&next));
    // "the Islamic Front (IF)", "the Parliamentary Assembly (PA)"
    if let Ok((next, ())) = acronym(rest) {
        let movement = party::party(rest.from(1)).ok();
        parties.extend(movement.map(|(_, p)| p).filter(|_| parties.is_empty()));
        rest = next;
    }
    Ok((
        rest,
        Complement {
            parties,
            portfolio: None,
            belongs: true,
            kind,
        },
    ))
}

fn is_agency(i: Tokens<'_>, id: u16) -> bool {
    let entry = i.lexicon.organizations.get(usize::from(id));
    entry.is_some_and(|e| &*e.kind == "agency")
}

/// `ruled = "in" country`, behind a government: "the interim authority in Kosovo"
fn ruled<'a>(i: Tokens<'a>, rest: Tokens<'a>) -> Parsed<'a, PartyRef> {
    const GOVERNMENTS: &[&str] = &[
        "government",
        "authority",
        "administration",
        "junta",
        "regime",
    ];
    let last = i.consumed(&rest).checked_sub(1);
    if !last.is_some_and(|n| i.one_of(n, GOVERNMENTS)) || !rest.is(1, Class::COUNTRY) {
        return fail();
    }
    let (rest, _) = word(&["in"])(rest)?;
    party::party(rest)
}

/// `purpose = ("of" | "for") ["the"] (portfolios | party | {word} portfolios)`
fn purpose<'a>(i: Tokens<'a>, parties: &mut Vec<PartyRef>) -> Tokens<'a> {
    let next = i.from(1 + usize::from(i.word(1, "the")));
    if let Ok((next, _)) = portfolios(next) {
        return next;
    }
    if let Ok((next, p)) = party::party(next) {
        parties.push(p);
        // "of the Chinese People's Political Consultative Conference"
        return next_organ(next).map_or(next, |(next, ())| next);
    }
    // "of Regional Agencies", "for the Peaceful Reunification of the Fatherland"
    let capital = |n: &usize| {
        next.get(*n)
            .is_some_and(|t| t.is_capital() && !t.is(Class::POST.or(Class::GIVEN_NAME)))
    };
    let words = (0..5).take_while(capital).count();
    let named = next.from(words).first().is_some_and(|t| t.is_capital());
    if words == 0 || named {
        i
    } else {
        next.from(words)
    }
}

/// `next organ = {word} organ`, in capitals
fn next_organ(i: Tokens<'_>) -> Parsed<'_, ()> {
    let capital = i.first().is_some_and(|t| t.is_capital());
    if capital { organ_word(i) } else { fail() }
}

/// `encounter = at talks`, behind a delegation: "the government delegation to the talks"
pub(super) fn encounter<'a>(i: Tokens<'a>, rest: Tokens<'a>) -> Parsed<'a, ()> {
    const TEAMS: &[&str] = &["delegation", "team", "mission", "committee", "panel"];
    let last = i.consumed(&rest).checked_sub(1);
    if !last.is_some_and(|n| i.one_of(n, TEAMS)) {
        return fail();
    }
    at_talks(rest)
}

/// `negotiation = at talks`, behind a title and before a name between commas: "the mediator
/// in the talks, Omar Karti, said"
pub(super) fn negotiation(i: Tokens<'_>, of: PostKind) -> Parsed<'_, ()> {
    if of != PostKind::Envoy {
        return fail();
    }
    let (rest, ()) = at_talks(i)?;
    let (named, _) = kind(TokenKind::Comma)(rest)?;
    let (after, parts) = name(named, true)?;
    if parts < 2 || after.kind(0) != Some(TokenKind::Comma) {
        return fail();
    }
    Ok((rest, ()))
}

/// `at talks = ("to" | "at" | "in") {word} talks`
fn at_talks(i: Tokens<'_>) -> Parsed<'_, ()> {
    let (rest, _) = word(&["to", "at", "in"])(i)?;
    for n in 0..7 {
        if rest.is(n, Class::FRAME_NOUN) && !rest.is(n + 1, Class::FRAME_NOUN) {
            return Ok((rest.from(n + 1), ()));
        }
        let passes = rest.get(n).is_some_and(|t| {
            matches!(
                t.kind,
                TokenKind::Word | TokenKind::Number | TokenKind::Hyphen
            ) && (!t.is(Class::VERB.or(Class::PREPOSITION)) || t.is(Class::NOUN))
        });
        if !passes {
            break;
        }
    }
    fail()
}
