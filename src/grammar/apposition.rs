//! What stands behind a name and says who it is: "X of Japan", "X (Navy Admiral)",
//! "X, the foreign minister,", "X as ambassador to Y".

use super::input::{Parsed, Tokens, fail, kind, word};
use super::name::name;
use super::official::PersonMention;
use super::party;
use super::post::PostPhrase;
use super::post_list::{PostList, listed_posts, posts, served_post};
use crate::lexicon::{Class, Sense, Shape, VerbForm};
use crate::model::{PostKind, Tenure};
use crate::scan::TokenKind;
use nom::Parser;
use nom::combinator::opt;

/// What may follow a name: `["(" … ")"] ["of" party] ["," posts ","]`
pub(super) fn after_name<'a>(i: Tokens<'a>, person: &mut PersonMention) -> Parsed<'a, ()> {
    let mut rest = i;
    if let Ok((next, ())) = parenthesis(rest, person) {
        rest = next;
    }
    rest = of_party(rest, person);
    if let Ok((next, ())) = letters(rest, person) {
        rest = next;
    }
    if let Ok((next, ())) = elected(rest, person).or_else(|_| apposition(rest, person)) {
        rest = next;
    } else if let Ok((next, ())) = as_post(rest, person) {
        rest = next;
    }
    Ok((rest, ()))
}

/// `["of" ["the"] party]`, or `"(" party ")"`
pub(super) fn of_party<'a>(i: Tokens<'a>, person: &mut PersonMention) -> Tokens<'a> {
    let inner = if i.word(0, "of") {
        i.from(1 + usize::from(i.word(1, "the")))
    } else if i.kind(0) == Some(TokenKind::Open) && i.kind(2) == Some(TokenKind::Close) {
        i.from(1)
    } else {
        return i;
    };
    let Ok((next, party)) = party::party(inner) else {
        return i;
    };
    person.of = person.of.or(Some(party));
    next.from(usize::from(next.kind(0) == Some(TokenKind::Close)))
}

/// Letters behind a name; members of parliaments have some: "Ann Field MP".
fn letters<'a>(i: Tokens<'a>, person: &mut PersonMention) -> Parsed<'a, ()> {
    const ORDERS: &[&str] = &[
        "AC", "AO", "AM", "QC", "KC", "SC", "CBE", "OBE", "MBE", "KBE", "CMG", "PC",
    ];
    let Some(t) = i.first() else { return fail() };
    let text = t.text(i.text);
    if ORDERS.contains(&text) {
        return Ok((i.from(1), ()));
    }
    // "Lower Wye MP Ann Field": his constituency, and a name behind.
    let ahead = name(i.from(1), true).is_ok_and(|(_, parts)| parts >= 2);
    let constituency = i.before().is_some_and(|t| is_constituency(t.text(i.text)));
    if !MEMBERS.contains(&text) || ahead || constituency {
        return fail();
    }
    person.posts.push(member((t.start, t.end)));
    Ok((i.from(1), ()))
}

/// Letters of members of parliaments.
const MEMBERS: &[&str] = &["MP", "MEP", "MK", "MLA", "MSP", "MHR", "TD"];

fn member(span: (u32, u32)) -> PostPhrase {
    PostPhrase {
        kind: PostKind::Legislator,
        tenure: Tenure::Incumbent,
        parties: Vec::new(),
        plural: false,
        of_pronoun: false,
        counterpart: false,
        respective: None,
        owner: None,
        span,
    }
}

/// "Ora County", "Bath North": where somebody was elected.
fn is_constituency(last: &str) -> bool {
    const WORDS: &[&str] = &[
        "borough",
        "central",
        "city",
        "constituency",
        "county",
        "district",
        "division",
        "east",
        "municipality",
        "north",
        "province",
        "south",
        "town",
        "west",
    ];
    WORDS.iter().any(|w| last.eq_ignore_ascii_case(w))
}

/// `seat = "," {capital word} constituency "MP"`; "Peter Okello, Ora County MP,"
fn elected<'a>(i: Tokens<'a>, person: &mut PersonMention) -> Parsed<'a, ()> {
    let (rest, _) = kind(TokenKind::Comma)(i)?;
    let capital = |n: &usize| {
        let t = rest.get(*n);
        t.is_some_and(|t| t.is_capital() || t.kind == TokenKind::Hyphen)
    };
    let words = (0..7).take_while(capital).count();
    let Some(last) = words.checked_sub(1).filter(|n| *n > 0) else {
        return fail();
    };
    let seated = is_constituency(rest.text_of(last - 1)) && MEMBERS.contains(&rest.text_of(last));
    let (Some(t), true) = (rest.get(last), seated && closes(rest.from(words))) else {
        return fail();
    };
    person.posts.push(member((t.start, t.end)));
    Ok((rest.from(words), ()))
}

/// `as post = "as" posts`; "the appointment of X as ambassador to Y"
fn as_post<'a>(i: Tokens<'a>, person: &mut PersonMention) -> Parsed<'a, ()> {
    let (rest, _) = word(&["as"])(i)?;
    let (rest, posts) = posts(rest)?;
    if posts.iter().any(|p| p.plural || p.counterpart)
        || rest.first().is_some_and(|t| t.is_capital())
    {
        return fail();
    }
    person.posts.extend(posts);
    Ok((rest, ()))
}

/// `parenthesis = "(" (rank | posts | party | …) ")"`, at most eight words
fn parenthesis<'a>(i: Tokens<'a>, person: &mut PersonMention) -> Parsed<'a, ()> {
    let (inner, _) = kind(TokenKind::Open)(i)?;
    let length = (1..9).find(|n| inner.kind(*n) == Some(TokenKind::Close));
    let Some(length) = length else { return fail() };
    if let Some(n) = (0..length).find(|n| inner.is(*n, Class::RANK)) {
        let start = inner.first().map_or(0, |t| t.start);
        let end = inner.get(n).map_or(start, |t| t.end);
        person.rank = Some((start, end));
    } else if let Ok((after, posts)) = posts(inner) {
        if inner.consumed(&after) == length {
            person.posts.extend(posts);
        }
    } else if length == 1
        && let Ok((_, party)) = party::party(inner)
    {
        person.of = person.of.or(Some(party));
    }
    Ok((inner.from(length + 1), ()))
}

/// `apposition = "," ["who is"] (served post | posts)`, ended by a comma, a stop or a verb; not the title of
/// the next name
fn apposition<'a>(i: Tokens<'a>, person: &mut PersonMention) -> Parsed<'a, ()> {
    let (rest, _) = kind(TokenKind::Comma)(i)?;
    let rest = if rest.word(0, "who") && rest.one_of(1, &["is", "was", "serves", "served"]) {
        let as_too = usize::from(rest.one_of(2, &["also", "as"]));
        rest.from(2 + as_too)
    } else {
        rest
    };
    if let Ok((after, ())) = outsider(rest) {
        person.outsider = true;
        return Ok((after, ()));
    }
    // "X, the envoy of Mali, and Ambassador Y": the last titles may be the next name's.
    let served = served_post(rest)
        .or_else(|_| membership(rest))
        .map(PostList::of);
    let mut read = served.or_else(|_| listed_posts(rest, true))?;
    for count in (1..=read.posts.len()).rev() {
        let Some(after) = read.after(count) else {
            continue;
        };
        let shorter = count < read.posts.len();
        if shorter && after.kind(0) != Some(TokenKind::Comma) {
            continue;
        }
        if closes(after) && !is_said_of_another(rest, after) {
            read.posts.truncate(count);
            let posts = &mut read.posts;
            if posts.iter().any(|p| p.plural || p.counterpart)
                || titles_the_next(after, person)
                || acts_itself(rest, after, person)
            {
                return fail();
            }
            person.posts.append(posts);
            return Ok((after, ()));
        }
    }
    fail()
}

/// `membership = ["a"] ["senior"] "member of" organization ["'s"] {word} organ`; "a member of
/// Hamas' Political Bureau"
fn membership(i: Tokens<'_>) -> Parsed<'_, PostPhrase> {
    const ORGANS: &[&str] = &[
        "bureau",
        "committee",
        "council",
        "delegation",
        "leadership",
        "politburo",
        "secretariat",
        "team",
        "wing",
    ];
    let (rest, _) = opt(word(&["a", "an", "the"])).parse(i)?;
    let (rest, _) = opt(word(&["senior", "leading"])).parse(rest)?;
    let start = rest.first().map_or(0, |t| t.start);
    let (rest, _) = word(&["member"])(rest)?;
    let (rest, _) = word(&["of"])(rest)?;
    let of = rest.is(usize::from(rest.word(0, "the")), Class::ORGANIZATION);
    let (rest, side) = party::owner(rest)?;
    let organ = (0..4).find(|n| rest.one_of(*n, ORGANS));
    let (Some(last), true) = (organ, of) else {
        return fail();
    };
    let named = (0..last).all(|n| rest.get(n).is_some_and(|t| t.is_word()));
    let Some(end) = rest.get(last).filter(|_| named) else {
        return fail();
    };
    Ok((
        rest.from(last + 1),
        PostPhrase {
            kind: PostKind::Other,
            parties: vec![side],
            ..member((start, end.end))
        },
    ))
}

/// Whether an apposition may end here.
fn closes(after: Tokens<'_>) -> bool {
    match after.first() {
        None => true,
        Some(t) => match t.kind {
            TokenKind::Comma
            | TokenKind::Period
            | TokenKind::Semicolon
            | TokenKind::Close
            | TokenKind::Dash => true,
            // "…, foreign minister since 2020,", "…, president at the time,"
            _ => {
                // In a text in capitals small words are in capitals too.
                let small = Class::CONJUNCTION.or(Class::RELATIVE);
                let shouted = t.shape == Shape::Upper && t.is(small);
                (!t.is_capital() || shouted)
                    && !t.is(Class::POSSESSIVE)
                    && t.is(Class::PREPOSITION
                        .or(Class::TO)
                        .or(Class::MODAL)
                        .or(Class::AUXILIARY)
                        .or(Class::RELATIVE)
                        .or(Class::CONJUNCTION)
                        .or(Class::VERB)
                        .or(Class::SUBORDINATOR))
            }
        },
    }
}

/// "Thanking Mori, the premier said": a title that nothing sets off from its verb is another's
/// than somebody's of whom all is known.
fn acts_itself(i: Tokens<'_>, after: Tokens<'_>, person: &PersonMention) -> bool {
    // "Mori, Chilean FM hold talks": the verb is that of two.
    let of_two = after.is(0, Class::VERB) && !after.is(0, Class::NOUN) && is_base(after);
    if of_two && !i.word(0, "a") {
        return true;
    }
    let known = person.parts == 1 || !person.posts.is_empty();
    known && i.word(0, "the") && after.is(0, Class::VERB.or(Class::MODAL).or(Class::AUXILIARY))
}

/// "…, a party spokesman said": whoever says it is somebody else.
fn is_said_of_another(i: Tokens<'_>, after: Tokens<'_>) -> bool {
    i.one_of(0, &["a", "an"])
        && after.is(0, Class::VERB)
        && after.one_of(
            0,
            &["said", "says", "told", "added", "announced", "confirmed"],
        )
}

/// "the minister of Peru, Rosa Landa, the minister of Chile, Juan Soto, and …": in a list
/// where the title stands first, the next title is the next name's.
fn titles_the_next(after: Tokens<'_>, person: &PersonMention) -> bool {
    let surname = person.parts == 1 && !person.honorific;
    if person.posts.is_empty() && !surname || after.kind(0) != Some(TokenKind::Comma) {
        return false;
    }
    name(after.from(1), true).is_ok_and(|(rest, parts)| {
        let closed = rest.kind(0) == Some(TokenKind::Comma) || rest.word(0, "and");
        parts >= 2 && closed && !rest.from(1).is(0, Class::PARTY)
    })
}

/// `outsider = ["a" | "the"] {word} outsider noun`; "a senior analyst at …"
fn outsider(i: Tokens<'_>) -> Parsed<'_, ()> {
    let (rest, _) = opt(word(&["a", "an", "the"])).parse(i)?;
    for n in 0..6 {
        if rest.is(n, Class::OUTSIDER) && !rest.is(n, Class::POST) {
            return Ok((rest.from(n + 1), ()));
        }
        let passes = rest.get(n).is_some_and(|t| {
            (t.is_word() || t.kind == TokenKind::Hyphen || t.kind == TokenKind::Possessive)
                && !t.is(Class::VERB.or(Class::PREPOSITION).or(Class::POST))
                // "Mori, the envoy, will host talks"
                && !t.is(Class::MODAL.or(Class::AUXILIARY).or(Class::TO))
        });
        if !passes {
            break;
        }
    }
    fail()
}

/// "hold", "meet": no form of one alone.
fn is_base(i: Tokens<'_>) -> bool {
    let form = |s: &Sense| match s {
        Sense::Verb { form, .. } => Some(*form),
        _ => None,
    };
    i.first().and_then(|t| t.sense(i.lexicon, form)) == Some(VerbForm::Base)
}
