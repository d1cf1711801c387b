//! Places as written: "the State Guesthouse in Seoul", "Bali, Indonesia".

use super::input::{Parsed, Tokens, fail, kind, word};
use super::party::{PartyForm, PartyRef, is_region, party_of};
use crate::lexicon::{Class, PlaceKind, Sense, Shape};
use crate::model::Country;
use crate::scan::TokenKind;
use nom::Parser;
use nom::combinator::opt;

/// A place as written.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct PlaceExpr {
    /// Byte range of a building, base or estate.
    pub(crate) venue: Option<(u32, u32)>,
    /// Index of the lexicon's places.
    pub(crate) city: Option<u16>,
    pub(crate) country: Option<Country>,
    /// A party word that is the country, when it needs context.
    pub(crate) open: Option<PartyRef>,
    pub(crate) span: (u32, u32),
}

impl PlaceExpr {
    fn is_empty(&self) -> bool {
        self.venue.is_none() && self.city.is_none() && self.country.is_none() && self.open.is_none()
    }
}

/// `place = point {"," wider} [("in" | "at" | "near") place]`
pub(crate) fn place(i: Tokens<'_>) -> Parsed<'_, PlaceExpr> {
    let (mut rest, mut found) = point(i)?;
    for _ in 0..3 {
        let Ok((next, wider)) = wider(rest) else {
            break;
        };
        if !compatible(&found, &wider) {
            break;
        }
        found.venue = found.venue.or(wider.venue);
        found.city = found.city.or(wider.city);
        found.country = found.country.or(wider.country);
        found.open = found.open.or(wider.open);
        rest = next;
    }
    let used = i.consumed(&rest);
    found.span = (
        i.first().map_or(0, |t| t.start),
        i.get(used.saturating_sub(1)).map_or(0, |t| t.end),
    );
    Ok((rest, found))
}

/// A city takes a country, not another city.
fn compatible(a: &PlaceExpr, b: &PlaceExpr) -> bool {
    let both = |x: bool, y: bool| x && y;
    !both(a.city.is_some(), b.city.is_some())
        && !both(
            a.country.is_some() && a.city.is_none() && a.venue.is_none(),
            b.country.is_some(),
        )
        && (a.country.is_none() || b.country.is_none() || a.country == b.country)
}

/// `wider = ("," | "(" | "in" | "at" | "near" | "of") ["the"] point [")"]`
fn wider(i: Tokens<'_>) -> Parsed<'_, PlaceExpr> {
    if i.kind(0) == Some(TokenKind::Comma) {
        let (rest, found) = point(i.from(1))?;
        // "in Tokyo, Japan said": the country begins a clause.
        let clause = rest.is(
            0,
            Class::VERB
                .or(Class::MODAL)
                .or(Class::AUXILIARY)
                .or(Class::POSSESSIVE),
        );
        let list = rest.kind(0) == Some(TokenKind::Comma) && rest.is(1, Class::PLACE);
        return if clause || list {
            fail()
        } else {
            Ok((rest, found))
        };
    }
    if i.kind(0) == Some(TokenKind::Open) {
        let (rest, found) = point(i.from(1))?;
        let (rest, _) = kind(TokenKind::Close)(rest)?;
        return Ok((rest, found));
    }
    let (rest, _) = word(&["in", "at", "near", "outside", "of"])(i)?;
    point(rest)
}

/// `point = ["the"] (place of the tables | named venue | party "capital" | "city of" place)`
fn point(i: Tokens<'_>) -> Parsed<'_, PlaceExpr> {
    let (rest, _) = opt(word(&["the"])).parse(i)?;
    if let Ok(found) = venue(rest) {
        return Ok(found);
    }
    if let Ok(found) = owned(rest) {
        return Ok(found);
    }
    if let Ok(found) = known(rest) {
        return Ok(found);
    }
    described(rest)
}

/// `owned = party "'s" ["capital" | "city" …] place`; "Kazakhstan's capital Astana"
fn owned(i: Tokens<'_>) -> Parsed<'_, PlaceExpr> {
    let (rest, owner) = super::party::party(i)?;
    let (rest, _) = super::input::class(Class::POSSESSIVE)(rest)?;
    let PartyRef::Country(owner) = owner else {
        return fail();
    };
    if let Ok(found) = described(i) {
        return Ok(found);
    }
    let (rest, found) = known(rest)?;
    if found.country == Some(owner) && found.city.is_some() {
        Ok((rest, found))
    } else {
        fail()
    }
}

/// `known = a place of the tables`
fn known(i: Tokens<'_>) -> Parsed<'_, PlaceExpr> {
    let Some(t) = i.first() else { return fail() };
    if !t.is(Class::PLACE) || is_region(i) {
        return fail();
    }
    let mut found = PlaceExpr::default();
    let entry = t.sense(i.lexicon, |s| match *s {
        Sense::Capital(_, id) => Some((id, PlaceKind::City)),
        Sense::Place(id, kind) => Some((id, kind)),
        _ => None,
    });
    if let Some((id, kind)) = entry {
        let place = i.lexicon.places.get(usize::from(id));
        found.country = place.and_then(|p| p.country);
        match kind {
            PlaceKind::City => found.city = Some(id),
            PlaceKind::Region => found.city = place.filter(|p| p.country.is_some()).map(|_| id),
            PlaceKind::Venue => found.venue = Some((t.start, t.end)),
            PlaceKind::Sea | PlaceKind::Area => {}
        }
    } else if let Some((party, form)) = party_of(t, i.lexicon) {
        match party {
            PartyRef::Country(c) if form == PartyForm::Name => found.country = Some(c),
            PartyRef::Ambiguous(..) => found.open = Some(party),
            _ => return fail(),
        }
    }
    if found.is_empty() && !t.is(Class::AREA) {
        return fail();
    }
    found.span = (t.start, t.end);
    let rest = i.from(1);
    // "Washington, D.C.", "New York City"
    let rest = if rest.kind(0) == Some(TokenKind::Comma) && rest.one_of(1, &["dc", "d.c."]) {
        rest.from(2)
    } else if rest.one_of(0, &["dc", "d.c.", "city"]) {
        rest.from(1)
    } else {
        rest
    };
    Ok((rest, found))
}

/// Nouns that a named venue ends in.
const VENUES: &[&str] = &[
    "office",
    "palace",
    "house",
    "hotel",
    "center",
    "centre",
    "hall",
    "building",
    "base",
    "airport",
    "embassy",
    "headquarters",
    "resort",
    "villa",
    "castle",
    "residence",
    "guesthouse",
    "club",
    "university",
    "museum",
    "compound",
    "mansion",
    "tower",
    "complex",
    "retreat",
    "camp",
    "port",
    "stadium",
    "command",
    "ministry",
    "residency",
    "lodge",
    "institute",
    "academy",
    "library",
    "pavilion",
    "mosque",
    "cathedral",
    "monastery",
    "fort",
];

/// `venue = {capitalized word} venue noun`; "Joint Staff Office", "Diaoyutai State Guesthouse"
fn venue(i: Tokens<'_>) -> Parsed<'_, PlaceExpr> {
    for n in 0..7 {
        let Some(t) = i.get(n) else { break };
        let capital = t.is_word()
            && (t.shape != Shape::Lower || (n > 0 && i.one_of(n, &["of", "de", "el", "al"])));
        let joint = matches!(t.kind, TokenKind::Hyphen | TokenKind::Possessive)
            || t.kind == TokenKind::Number;
        if n > 0
            && i.one_of(n, VENUES)
            && t.shape != Shape::Lower
            && i.get(0).is_some_and(|t| t.is_capital())
        {
            let city = (0..n).find_map(|k| known(i.from(k)).ok().map(|(_, p)| p));
            let start = i.first().map_or(0, |t| t.start);
            return Ok((
                i.from(n + 1),
                PlaceExpr {
                    venue: Some((start, t.end)),
                    city: None,
                    country: city.and_then(|c| c.country),
                    open: None,
                    span: (start, t.end),
                },
            ));
        }
        if !(capital || joint) || t.is(Class::VERB) && t.shape == Shape::Lower {
            break;
        }
    }
    fail()
}

/// `described = adjective ["coastal" …] ("capital" | "city" | "town" …) ["of"] [place]`;
/// "the Costa Rican capital", "the Indonesian city of Makassar"
fn described(i: Tokens<'_>) -> Parsed<'_, PlaceExpr> {
    let Some(t) = i.first() else { return fail() };
    let (rest, owner) = match party_of(t, i.lexicon) {
        Some((PartyRef::Country(c), _)) => {
            let rest = i.from(1);
            let (rest, _) = opt(super::input::class(Class::POSSESSIVE)).parse(rest)?;
            (rest, Some(c))
        }
        _ => (i, None),
    };
    let n = (0..4).find(|n| {
        rest.one_of(
            *n,
            &[
                "capital", "city", "town", "resort", "port", "village", "island", "province",
                "region", "state",
            ],
        )
    });
    let Some(n) = n else { return fail() };
    let plain = (0..n).all(|k| {
        rest.get(k).is_some_and(|t| {
            t.is_word() && t.shape == Shape::Lower && !t.is(Class::VERB.or(Class::PREPOSITION))
        })
    });
    if !plain {
        return fail();
    }
    let is_capital = rest.word(n, "capital");
    let after = rest.from(n + 1);
    // "the port city of Izmir"
    let (after, _) = opt(word(&["city"])).parse(after)?;
    let (after, _) = opt(word(&["of"])).parse(after)?;
    let (after, _) = opt(kind(TokenKind::Comma)).parse(after)?;
    if let Ok((after, mut found)) = known(after) {
        found.country = found.country.or(owner);
        return Ok((after, found));
    }
    let Some(country) = owner else { return fail() };
    let after = rest.from(n + 1);
    let city = is_capital.then(|| i.lexicon.capital(country)).flatten();
    Ok((
        after,
        PlaceExpr {
            city,
            country: Some(country),
            ..PlaceExpr::default()
        },
    ))
}
