//! Parts of a state and of a ministry that a post is of, and whom it serves: "of Astrakhan
//! Region", "of Foreign Policy Affairs", "to the Russian President".

use super::belonging::Complement;
use super::input::{Parsed, Tokens, Words, class, fail, word};
use super::name::name;
use super::organ::is_organ;
use super::party;
use crate::lexicon::Class;
use crate::model::PostKind;
use nom::Parser;
use nom::combinator::opt;

/// What parts of states are called, behind their names.
const AREAS: Words = Words::of(&[
    "canton",
    "county",
    "district",
    "emirate",
    "governorate",
    "krai",
    "oblast",
    "prefecture",
    "province",
    "region",
    "state",
    "territory",
    "voivodeship",
]);

/// Words of a part's name, at most.
const LONGEST: usize = 4;

/// `region = "of" ["the"] capital word {capital word} area`; "Governor of Astrakhan Region"
pub(super) fn region(i: Tokens<'_>) -> Parsed<'_, Complement> {
    let (rest, _) = word(&["of"])(i)?;
    let (rest, _) = opt(word(&["the"])).parse(rest)?;
    for n in 0..=LONGEST {
        if n > 0 && AREAS.has(rest, n) {
            return Ok((rest.from(n + 1), Complement::words()));
        }
        let Some(t) = rest.get(n).filter(|t| t.is_word() && t.is_capital()) else {
            break;
        };
        if t.is(Class::POST.or(Class::RANK).or(Class::HONORIFIC)) {
            break;
        }
    }
    fail()
}

/// `field = "of" capital words`, behind an organ and before a name or words in lower case:
/// "Head of the Department | of Foreign Policy Affairs"
pub(super) fn field_of_organ(i: Tokens<'_>) -> Parsed<'_, Complement> {
    let behind = i.before().map_or("", |t| t.text(i.text));
    let last = behind.rsplit(' ').next().unwrap_or_default();
    if !is_organ(last) {
        return fail();
    }
    let (rest, _) = word(&["of", "for"])(i)?;
    let (rest, _) = opt(word(&["the"])).parse(rest)?;
    let mut end = None;
    for n in 0..8 {
        let joint = n > 0 && rest.one_of(n, &["and", "of", "&"]);
        let fits = rest.get(n).is_some_and(|t| {
            t.is_word()
                && t.is_capital()
                && !t.is(Class::POST
                    .or(Class::GIVEN_NAME)
                    .or(Class::RANK)
                    .or(Class::HONORIFIC))
        });
        if !fits && !joint {
            break;
        }
        let ends = rest.is(n, Class::PORTFOLIO.or(Class::NOUN).or(Class::TOPIC));
        if fits && (ends || rest.text_of(n).ends_with("s")) {
            end = Some(n + 1);
        }
    }
    let Some(end) = end else { return fail() };
    let next = rest.from(end);
    let named = name(next, true).is_ok_and(|(_, parts)| parts >= 2);
    if next.first().is_some_and(|t| t.is_capital()) && !named {
        return fail();
    }
    Ok((next, Complement::words()))
}

/// `aide = "to" "the" [party] title ["of" ["the"] party]`, behind a title in capitals and before
/// a name: "Aide to the Russian President Igor Belov" is no president
pub(super) fn aide<'a>(title: Tokens<'a>, i: Tokens<'a>, of: PostKind) -> Parsed<'a, Complement> {
    let capital = title.first().is_some_and(|t| t.is_capital());
    let led = title.before().is_some_and(|t| t.is(Class::DETERMINER));
    if of != PostKind::Other && of != PostKind::Envoy || !capital || led {
        return fail();
    }
    let (rest, _) = word(&["to"])(i)?;
    let (rest, _) = word(&["the"])(rest)?;
    let (rest, owner) = opt(party::party).parse(rest)?;
    let (mut rest, _) = class(Class::POST)(rest)?;
    let mut parties: Vec<_> = owner.into_iter().collect();
    if rest.word(0, "of")
        && let Ok((next, state)) = party::party(rest.from(1 + usize::from(rest.word(1, "the"))))
    {
        parties.push(state);
        rest = next;
    }
    if !name(rest, true).is_ok_and(|(_, parts)| parts >= 2) {
        return fail();
    }
    Ok((
        rest,
        Complement {
            parties,
            ..Complement::words()
        },
    ))
}
