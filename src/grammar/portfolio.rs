//! Fields of government as written, and what is more narrowly headed: "of Foreign Affairs
//! and Trade", ", Culture and Tourism", "'s Asia Bureau".

use super::input::{Parsed, Tokens, class, fail, kind, sense, word};
use super::organ::organ_word;
use crate::lexicon::{Class, Sense, Shape};
use crate::model::PostKind;
use crate::scan::TokenKind;
use nom::Parser;
use nom::combinator::opt;

/// `portfolios = portfolio { ("," | "and" | "&") (portfolio | capital words) }`
pub(super) fn portfolios(i: Tokens<'_>) -> Parsed<'_, PostKind> {
    let (mut rest, mut kind_of) = portfolio(i)?;
    for _ in 0..6 {
        let (next, comma) = opt(kind(TokenKind::Comma)).parse(rest)?;
        let (next, and) = opt(word(&["and", "&"])).parse(next)?;
        if let Ok((next, more)) = portfolio(next) {
            kind_of = kind_of.min(more);
            rest = next;
        } else if let (None, Some(_), Ok((next, ()))) = (comma, and, capital_words(next)) {
            rest = next;
        } else {
            break;
        }
    }
    Ok((rest, kind_of))
}

/// "Minister for Immigration" is a title of the table; what is joined to its field:
/// "and Citizenship", ", Culture and Tourism".
pub(super) fn further_field<'a>(i: Tokens<'a>, rest: Tokens<'a>) -> Parsed<'a, ()> {
    let comma = rest.kind(0) == Some(TokenKind::Comma);
    if !comma && !rest.one_of(0, &["and", "&"]) {
        return fail();
    }
    let head = i.get(i.consumed(&rest).saturating_sub(1));
    let title = head.map_or("", |t| t.text(i.text)).to_ascii_lowercase();
    if !title.contains(" for ") && !title.contains(" of ") {
        return fail();
    }
    if comma {
        let (next, _) = portfolios(rest.from(1))?;
        let words = rest.consumed(&next);
        let listed = (1..words).any(|n| {
            let text = rest.text_of(n);
            text == "and" || text.contains(" and ")
        });
        return if listed { Ok((next, ())) } else { fail() };
    }
    let (next, _) = word(&["and", "&"])(rest)?;
    match portfolio(next) {
        Ok((next, _)) => Ok((next, ())),
        Err(_) => capital_words(next),
    }
}

/// "Director-General of the Foreign Ministry", "head of the government" are titles of the
/// table; what is more narrowly headed: "'s Asian and Oceanian Affairs Bureau", "delegation".
pub(super) fn office_of<'a>(i: Tokens<'a>, rest: Tokens<'a>) -> Parsed<'a, ()> {
    let head = i.get(i.consumed(&rest).saturating_sub(1));
    let head = head.map_or("", |t| t.text(i.text));
    let (owned, _) = opt(class(Class::POSSESSIVE)).parse(rest)?;
    let whole = rest.consumed(&owned) == 0 && !head.ends_with("government");
    if whole || !head.contains(" of ") {
        return fail();
    }
    organ_word(owned)
}

/// A field of government that no table knows: "Competitiveness", "Northern Corridor Development".
pub(super) fn capital_words(i: Tokens<'_>) -> Parsed<'_, ()> {
    const ENDINGS: &[&str] = &[
        "ness", "tion", "tions", "sion", "ment", "ship", "ity", "ety", "ance", "ence", "cy", "ics",
        "ure", "ism", "hood", "ries", "try", "ies", "egy", "ives",
    ];
    let mut n = 0;
    while n < 6 {
        let Some(t) = i.get(n) else { break };
        if i.kind(n + 1) == Some(TokenKind::Hyphen) && t.is_capital() {
            // "Co-operative Development"
            n += 3;
            continue;
        }
        let fits = t.is_word()
            && t.shape != Shape::Lower
            && !t.is(Class::POST
                .or(Class::RANK)
                .or(Class::HONORIFIC)
                .or(Class::GIVEN_NAME)
                .or(Class::MONTH)
                .or(Class::WEEKDAY));
        if !fits {
            break;
        }
        let text = t.text(i.text);
        let ends = t.is(Class::PORTFOLIO)
            || t.is(Class::NOUN) && text.len() > 4
            || text.len() > 6 && ENDINGS.iter().any(|e| text.ends_with(e));
        if ends {
            return Ok((i.from(n + 1), ()));
        }
        n += 1;
    }
    fail()
}

fn portfolio(i: Tokens<'_>) -> Parsed<'_, PostKind> {
    sense(|s| match s {
        Sense::Portfolio(p) => Some(p.kind),
        _ => None,
    })(i)
}
