//! Officials as written, in all orders: title before name, name before
//! apposition, possessive, counterpart, lists "respectively".

use super::input::{Parsed, Tokens, class, fail, kind, sense, word};
use super::name::name;
use super::party::{self, PartyRef};
use super::post::{PostPhrase, post};
use crate::lexicon::{Class, Gender, Sense};
use crate::model::{PostKind, Tenure};
use crate::scan::TokenKind;
use nom::Parser;
use nom::combinator::opt;

/// A person as written, with what stands at the name.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct PersonMention {
    /// Byte range of the name without titles.
    pub(crate) name: (u32, u32),
    /// How many words the name has.
    pub(crate) parts: u32,
    pub(crate) posts: Vec<PostPhrase>,
    /// A country named at the name itself: "Yoshihide of Japan".
    pub(crate) of: Option<PartyRef>,
    pub(crate) gender: Gender,
    pub(crate) rank: Option<(u32, u32)>,
    /// "Mr.", "Sheikh": a person for sure.
    pub(crate) honorific: bool,
    /// What the person is said to be is no public post ("analyst").
    pub(crate) outsider: bool,
}

/// `official = titled | respective | ranked | apposed`
pub(crate) fn officials(i: Tokens<'_>) -> Parsed<'_, Vec<PersonMention>> {
    if let Ok(found) = titled(i) {
        return Ok(found);
    }
    let (rest, person) = ranked_or_apposed(i)?;
    Ok((rest, vec![person]))
}

/// `titled = {honorific} posts [","] {rank | honorific} names`
fn titled(i: Tokens<'_>) -> Parsed<'_, Vec<PersonMention>> {
    let (rest, mut posts) = posts(honored(i))?;
    let plural = posts.iter().any(|p| p.plural);
    if plural {
        return several(rest, &posts);
    }
    // "the foreign minister, Senator X": a seat in parliament beside the office.
    let seated = posts.last().is_some_and(|p| p.kind == PostKind::Legislator);
    let apart = is_definite(i) && !seated || of_two_people(&posts);
    if posts.len() > 1 && apart && rest.kind(0) != Some(TokenKind::Comma) {
        // "The vice president and Prime Minister Sato": the second title is the name's.
        return fail();
    }
    let (after_comma, comma) = opt(kind(TokenKind::Comma)).parse(rest)?;
    let (after_titles, titles) = titles(after_comma)?;
    if comma.is_some() && !titles.any && !closes_apposition(after_comma, &posts, i) {
        return fail();
    }
    let (rest, mut person) = bare(after_titles, titles, true)?;
    posts.append(&mut person.posts);
    person.posts = posts;
    let (rest, ()) = after_name(rest, &mut person)?;
    Ok((rest, vec![person]))
}

/// "H.E. President Mori": an honorific before the title.
fn honored(i: Tokens<'_>) -> Tokens<'_> {
    let honorific = |n: &usize| {
        i.get(*n)
            .is_some_and(|t| t.is(Class::HONORIFIC) && !t.is(Class::POST) && t.is_capital())
    };
    i.from((0..3).take_while(honorific).count())
}

/// "the", "his" at or before a title.
fn is_definite(i: Tokens<'_>) -> bool {
    const WORDS: &[&str] = &["the", "his", "her", "its", "their"];
    i.one_of(0, WORDS)
        || i.before.is_some_and(|t| {
            let text = t.text(i.text);
            WORDS.iter().any(|w| text.eq_ignore_ascii_case(w))
        })
}

/// "President and Prime Minister X": no one is both.
fn of_two_people(posts: &[PostPhrase]) -> bool {
    let is = |kind| posts.iter().any(|p| p.kind == kind);
    is(PostKind::HeadOfState) && is(PostKind::HeadOfGovernment)
}

/// "The foreign minister, Aiko Mori, said": a name between commas after a
/// definite title.
fn closes_apposition(i: Tokens<'_>, posts: &[PostPhrase], whole: Tokens<'_>) -> bool {
    let definite = is_definite(whole)
        || whole.is(1, Class::POSSESSIVE)
        || posts.iter().any(|p| p.counterpart || !p.parties.is_empty());
    let Ok((rest, parts)) = name(i, true) else {
        return false;
    };
    let closed = matches!(
        rest.kind(0),
        None | Some(TokenKind::Comma | TokenKind::Period | TokenKind::Semicolon | TokenKind::Close)
    );
    // "The chairperson, Musa Fadel said": the second comma is often forgotten.
    let forgotten = rest.is(0, Class::VERB) && i.is(0, Class::GIVEN_NAME);
    definite && (closed || forgotten) && parts >= 2
}

/// `posts = post {("," | "and") post}`; "Prime Minister and Defense Minister"
fn posts(i: Tokens<'_>) -> Parsed<'_, Vec<PostPhrase>> {
    let (mut rest, first) = one_post(i)?;
    let mut all = vec![first];
    while all.len() < 5 {
        let Ok((next, _)) = opt(kind(TokenKind::Comma)).parse(rest) else {
            break;
        };
        let (next, and) = opt(word(&["and", "&"])).parse(next)?;
        if and.is_none() && rest.kind(0) != Some(TokenKind::Comma) {
            // "President Prime Minister": two titles without a joint do occur,
            // as in "Deputy Prime Minister Foreign Minister"; both count.
            if !next.is(0, Class::POST.or(Class::PORTFOLIO)) {
                break;
            }
        }
        // A second post of another country begins another person.
        if next.is(0, Class::PARTY) && !next.is(0, Class::POST) {
            break;
        }
        let Ok((after, more)) = one_post(next) else {
            break;
        };
        all.push(more);
        rest = after;
    }
    Ok((rest, all))
}

fn one_post(i: Tokens<'_>) -> Parsed<'_, PostPhrase> {
    if let Ok(found) = counterpart(i) {
        return Ok(found);
    }
    post(i)
}

const COUNTERPARTS: &[&str] = &["counterpart", "counterparts", "opposite"];

/// How far behind its parties a counterpart may stand: "Japan-U.S.-Korea counterparts".
const COUNTERPART_REACH: usize = 8;

/// `counterpart = [pronoun | "the"] [qualifier] [party] "counterpart"`
pub(super) fn counterpart(i: Tokens<'_>) -> Parsed<'_, PostPhrase> {
    let (mut rest, _) = opt(word(&["his", "her", "their", "its", "the", "whose"])).parse(i)?;
    if !rest.is(0, Class::PARTY)
        && rest.is(1, Class::PARTY)
        && rest.get(0).is_some_and(|t| t.is_word())
    {
        rest = rest.from(1);
    }
    if !(0..COUNTERPART_REACH).any(|n| rest.one_of(n, COUNTERPARTS)) {
        return fail();
    }
    let (rest, parties) = match party::compound(rest) {
        Ok((next, parties)) => (next, parties),
        Err(_) => (rest, Vec::new()),
    };
    let (rest, _) = opt(class(Class::POSSESSIVE)).parse(rest)?;
    let start = rest.first().map_or(0, |t| t.start);
    let (rest, t) = word(COUNTERPARTS)(rest)?;
    let plural = t.text(i.text).to_ascii_lowercase().ends_with('s');
    let (rest, of) = match word(&["from"])(rest).and_then(|(next, _)| party::owner(next)) {
        Ok((next, party)) => (next, Some(party)),
        Err(_) => (rest, None),
    };
    Ok((
        rest,
        PostPhrase {
            kind: PostKind::Other,
            tenure: Tenure::Incumbent,
            parties: parties.into_iter().chain(of).collect(),
            plural,
            of_pronoun: false,
            counterpart: true,
            respective: None,
            span: (start, t.end),
        },
    ))
}

/// `several = names`, one for each country of a plural post, or all with one:
/// "the foreign ministers of Japan and India, Aiko Mori and Ravi Nair"
fn several<'a>(i: Tokens<'a>, posts: &[PostPhrase]) -> Parsed<'a, Vec<PersonMention>> {
    let (rest, _) = opt(kind(TokenKind::Comma)).parse(i)?;
    let (rest, _) = opt(kind(TokenKind::Dash)).parse(rest)?;
    let (mut rest, mut people) = (rest, Vec::new());
    loop {
        let (next, titles) = titles(rest)?;
        let Ok((next, mut person)) = bare(next, titles, true) else {
            break;
        };
        rest = of_party(next, &mut person);
        people.push(person);
        let Ok((next, _)) = joint(rest) else { break };
        rest = next;
    }
    if people.is_empty() {
        return fail();
    }
    let count = people.len();
    for (n, person) in people.iter_mut().enumerate() {
        person.posts = posts
            .iter()
            .map(|p| {
                let parties = match p.parties.get(n) {
                    Some(party) if p.parties.len() == count => vec![*party],
                    _ if p.parties.len() == 1 => p.parties.clone(),
                    _ => Vec::new(),
                };
                PostPhrase {
                    plural: false,
                    parties,
                    respective: p.counterpart.then_some(count),
                    ..p.clone()
                }
            })
            .collect();
    }
    Ok((rest, people))
}

/// `joint = ["," ] "and" | ","`
fn joint(i: Tokens<'_>) -> Parsed<'_, ()> {
    let (rest, comma) = opt(kind(TokenKind::Comma)).parse(i)?;
    let (rest, and) = opt(word(&["and"])).parse(rest)?;
    if comma.is_none() && and.is_none() {
        return fail();
    }
    Ok((rest, ()))
}

/// Ranks and honorifics before a name.
#[derive(Debug, Clone, Copy, Default)]
struct Titles {
    any: bool,
    gender: Option<Gender>,
    rank: Option<(u32, u32)>,
    honorific: bool,
}

/// `titles = {rank | honorific}`
fn titles(i: Tokens<'_>) -> Parsed<'_, Titles> {
    let mut titles = Titles::default();
    let mut rest = i;
    while let Some(t) = rest.first() {
        if t.is(Class::RANK) {
            let start = titles.rank.map_or(t.start, |r| r.0);
            titles.rank = Some((start, t.end));
        } else if let Ok((_, gender)) = sense(|s| match s {
            Sense::Honorific(g) => Some(*g),
            _ => None,
        })(rest)
        {
            if !t.is_capital() {
                break;
            }
            titles.honorific = true;
            titles.gender = match gender {
                Gender::Unknown => titles.gender,
                known => Some(known),
            };
        } else {
            break;
        }
        titles.any = true;
        // "Dato' Seri X"
        let apostrophe = rest
            .get(1)
            .is_some_and(|t| t.kind == TokenKind::Mark && t.glued);
        rest = rest.from(1 + usize::from(apostrophe));
        if apostrophe && rest.one_of(0, &["sri", "seri", "paduka"]) {
            rest = rest.from(1);
        }
    }
    Ok((rest, titles))
}

/// A name with its titles.
fn bare(i: Tokens<'_>, titles: Titles, titled: bool) -> Parsed<'_, PersonMention> {
    let start = i.first().map_or(0, |t| t.start);
    let (rest, parts) = name(i, titled || titles.any)?;
    let end = i
        .get(i.consumed(&rest).saturating_sub(1))
        .map_or(start, |t| t.end);
    let given = i.first().and_then(|t| {
        t.sense(i.lexicon, |s| match s {
            Sense::GivenName(g) => Some(*g),
            _ => None,
        })
    });
    Ok((
        rest,
        PersonMention {
            name: (start, end),
            parts,
            posts: Vec::new(),
            of: None,
            gender: titles
                .gender
                .or(given.filter(|_| parts > 1))
                .unwrap_or(Gender::Unknown),
            rank: titles.rank,
            honorific: titles.honorific,
            outsider: false,
        },
    ))
}

/// `ranked or apposed = {rank | honorific} name [after]`; without a title before it, the
/// name must be known as one by its rank, honorific, or what follows.
fn ranked_or_apposed(i: Tokens<'_>) -> Parsed<'_, PersonMention> {
    let (rest, titles) = titles(i)?;
    let (rest, mut person) = bare(rest, titles, false)?;
    if titles.any {
        let (rest, ()) = after_name(rest, &mut person)?;
        return Ok((rest, person));
    }
    let (rest, ()) = after_name(rest, &mut person)?;
    // "Thousands of Japan", "San Marino of Italy": only a given name makes a person of it.
    let of_state = person.of.is_some() && person.parts > 1 && i.is(0, Class::GIVEN_NAME);
    if person.posts.is_empty() && !person.outsider && !of_state {
        return fail();
    }
    Ok((rest, person))
}

/// What may follow a name: `["(" … ")"] ["of" party] ["," posts ","]`
fn after_name<'a>(i: Tokens<'a>, person: &mut PersonMention) -> Parsed<'a, ()> {
    let mut rest = i;
    if let Ok((next, ())) = parenthesis(rest, person) {
        rest = next;
    }
    rest = of_party(rest, person);
    if let Ok((next, ())) = letters(rest, person) {
        rest = next;
    }
    if let Ok((next, ())) = apposition(rest, person) {
        rest = next;
    } else if let Ok((next, ())) = as_post(rest, person) {
        rest = next;
    }
    Ok((rest, ()))
}

/// `["of" ["the"] party]`, or `"(" party ")"`
fn of_party<'a>(i: Tokens<'a>, person: &mut PersonMention) -> Tokens<'a> {
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
    const MEMBERS: &[&str] = &["MP", "MEP", "MK", "MLA", "MSP", "MHR", "TD"];
    const ORDERS: &[&str] = &[
        "AC", "AO", "AM", "QC", "KC", "SC", "CBE", "OBE", "MBE", "KBE", "CMG", "PC",
    ];
    let Some(t) = i.first() else { return fail() };
    let text = t.text(i.text);
    if ORDERS.contains(&text) {
        return Ok((i.from(1), ()));
    }
    if !MEMBERS.contains(&text) {
        return fail();
    }
    person.posts.push(PostPhrase {
        kind: PostKind::Legislator,
        tenure: Tenure::Incumbent,
        parties: Vec::new(),
        plural: false,
        of_pronoun: false,
        counterpart: false,
        respective: None,
        span: (t.start, t.end),
    });
    Ok((i.from(1), ()))
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

/// `apposition = "," ["who is"] posts`, ended by a comma, a stop or a verb; not the title of
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
    let (after, posts) = posts(rest)?;
    if posts.iter().any(|p| p.plural || p.counterpart) || titles_the_next(after, person) {
        return fail();
    }
    let ends = match after.first() {
        None => true,
        Some(t) => match t.kind {
            TokenKind::Comma
            | TokenKind::Period
            | TokenKind::Semicolon
            | TokenKind::Close
            | TokenKind::Dash => true,
            // "…, foreign minister since 2020,", "…, president at the time,"
            _ => {
                !t.is_capital()
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
    };
    if !ends {
        return fail();
    }
    person.posts.extend(posts);
    Ok((after, ()))
}

/// "the minister of Peru, Rosa Landa, the minister of Chile, Juan Soto, and …": in a list
/// where the title stands first, the next title is the next name's.
fn titles_the_next(after: Tokens<'_>, person: &PersonMention) -> bool {
    if person.posts.is_empty() || after.kind(0) != Some(TokenKind::Comma) {
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
        });
        if !passes {
            break;
        }
    }
    fail()
}
