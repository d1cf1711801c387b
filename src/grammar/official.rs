//! Officials as written, in all orders: title before name, name before
//! apposition, possessive, counterpart, lists "respectively".

use super::apposition::{after_name, of_party};
use super::input::{Parsed, Tokens, fail, kind, sense, word};
use super::name::{may_begin, name};
use super::organ::is_organ;
use super::party::{self, PartyRef};
use super::post::{PostPhrase, is_amir};
use super::post_list::{PostList, each_post, one_post};
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

impl PersonMention {
    /// Somebody of whom only the name is written.
    pub(crate) fn named(name: (u32, u32)) -> Self {
        PersonMention {
            name,
            parts: 1,
            posts: Vec::new(),
            of: None,
            gender: Gender::Unknown,
            rank: None,
            honorific: false,
            outsider: false,
        }
    }
}

/// Named people, or a title alone.
pub(crate) enum Holder {
    People(Vec<PersonMention>),
    Post(PostPhrase),
}

/// `holder = titled | respective | ranked | apposed | counterpart | post`
pub(crate) fn holder(i: Tokens<'_>) -> Parsed<'_, Holder> {
    let honored = honored(i);
    let mut read = each_post(honored).ok();
    if let Some(read) = &mut read
        && let Ok((rest, people)) = titled(i, read)
    {
        let (rest, people) = sharing(rest, people);
        return Ok((rest, Holder::People(people)));
    }
    if let Ok((rest, person)) = ranked_or_apposed(i) {
        return Ok((rest, Holder::People(vec![person])));
    }
    let (rest, post) = if i.consumed(&honored) > 0 {
        one_post(i)?
    } else {
        read.and_then(PostList::first).ok_or(nom::Err::Error(()))?
    };
    Ok((rest, Holder::Post(post)))
}

/// `sharing = titled { ("," | "and") name "of" state }`; "President Bello of Nigeria and Idris
/// Kanta of Niger" are both presidents
fn sharing(i: Tokens<'_>, mut people: Vec<PersonMention>) -> (Tokens<'_>, Vec<PersonMention>) {
    let mut rest = i;
    let one =
        |p: &PersonMention| matches!(&p.posts[..], [post] if !post.plural && !post.counterpart);
    if people.len() != 1 || !people.iter().all(one) {
        return (rest, people);
    }
    while let Ok((next, mut person)) = joint(rest).and_then(|(next, ())| named(next)) {
        let after = of_party(next, &mut person);
        let Some(state @ PartyRef::Country(_)) = person.of.filter(|_| person.parts >= 2) else {
            break;
        };
        let shared = people.first().and_then(|p| p.posts.first());
        person.posts.extend(shared.map(|post| PostPhrase {
            parties: vec![state],
            ..post.clone()
        }));
        people.push(person);
        rest = after;
    }
    (rest, people)
}

/// A name without a title before it.
fn named(i: Tokens<'_>) -> Parsed<'_, PersonMention> {
    let (rest, titles) = titles(i)?;
    bare(rest, titles, titles.any)
}

/// `titled = {honorific} posts [","] {rank | honorific} names`; takes the posts, if they are
/// those of a name.
fn titled<'a>(i: Tokens<'a>, read: &mut PostList<'a>) -> Parsed<'a, Vec<PersonMention>> {
    let (rest, posts) = (read.rest(), &mut read.posts);
    let plural = posts.iter().any(|p| p.plural);
    if plural {
        return several(rest, posts);
    }
    // "the foreign minister, Senator X": a seat in parliament, a diplomat's rank or a
    // prince's beside the office.
    let courtesy = |p: &PostPhrase| {
        use PostKind::{Ambassador, Legislator, Royal};
        matches!(p.kind, Legislator | Ambassador | Royal) && p.parties.is_empty()
    };
    let apart = || {
        is_definite(i) && !posts.last().is_some_and(courtesy)
            || of_two_people(posts)
            || is_and_ambassador(i, posts)
    };
    if posts.len() > 1 && apart() && rest.kind(0) != Some(TokenKind::Comma) {
        // "The vice president and Prime Minister Sato": the second title is the name's.
        return fail();
    }
    let rest = over_division(rest);
    let (after_comma, comma) = opt(kind(TokenKind::Comma)).parse(rest)?;
    let (after_titles, titles) = titles(after_comma)?;
    // "In a talk with the president, Mr. Mori said": of two people.
    let apart = titles.any && is_definite(i) && posts.iter().all(|p| p.parties.is_empty());
    if comma.is_some()
        && (!titles.any && !closes_apposition(after_comma, posts, i)
            || apart && !is_closed(after_titles))
    {
        return fail();
    }
    let (rest, mut person) = bare(after_titles, titles, true)?;
    if person.parts == 1 && is_organ(after_titles.text_of(0)) {
        // "Chairman of the State Committee"
        return fail();
    }
    posts.append(&mut person.posts);
    person.posts = std::mem::take(posts);
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

/// `"(" words ")"` between a title and a name: "Director General (South Asia) Aiko Mori",
/// "Adviser to the President (Trade & Aid), Aiko Mori"
fn over_division(i: Tokens<'_>) -> Tokens<'_> {
    if i.kind(0) != Some(TokenKind::Open) {
        return i;
    }
    let close = (2..8).find(|n| i.kind(*n) == Some(TokenKind::Close));
    let joins = |w: usize| i.one_of(w, &["&", "and", "of"]);
    let capital = |w: usize| i.get(w).is_some_and(|t| t.is_word() && t.is_capital());
    let words = |n: usize| (1..n).all(|w| joins(w) || capital(w));
    let named = |n: usize| {
        let comma = usize::from(i.kind(n + 1) == Some(TokenKind::Comma));
        name(i.from(n + 1 + comma), true).is_ok_and(|(_, parts)| parts >= 2)
    };
    match close {
        Some(n) if words(n) && named(n) => i.from(n + 1),
        _ => i,
    }
}

/// "the", "his" at or before a title.
pub(super) fn is_definite(i: Tokens<'_>) -> bool {
    const WORDS: &[&str] = &["the", "his", "her", "its", "their"];
    i.one_of(0, WORDS)
        || i.before().is_some_and(|t| {
            if t.is(Class::POSSESSIVE) || t.kind == TokenKind::Possessive {
                return true;
            }
            let text = t.text(i.text);
            WORDS.iter().any(|w| text.eq_ignore_ascii_case(w))
        })
}

/// "President and Prime Minister X", "for the Ambassador of Peru, President X": no one is both.
fn of_two_people(posts: &[PostPhrase]) -> bool {
    let now = |p: &&PostPhrase| p.tenure == Tenure::Incumbent;
    let is = |kind| posts.iter().filter(now).any(|p| p.kind == kind);
    let (state, government) = (is(PostKind::HeadOfState), is(PostKind::HeadOfGovernment));
    state && government || is(PostKind::Ambassador) && (state || government)
}

/// "Foreign Secretary and Ambassador Mori met": no minister is also an ambassador.
fn is_and_ambassador(i: Tokens<'_>, posts: &[PostPhrase]) -> bool {
    let [first, last] = posts else { return false };
    let between = i.text.get(first.span.1 as usize..last.span.0 as usize);
    first.kind <= PostKind::DeputyMinister
        && last.kind == PostKind::Ambassador
        && between.is_some_and(|t| t.trim() == "and")
}

/// "The foreign minister, Aiko Mori, said": a name between commas after a
/// definite title.
fn closes_apposition(i: Tokens<'_>, posts: &[PostPhrase], whole: Tokens<'_>) -> bool {
    let definite = is_definite(whole)
        || whole.is(1, Class::POSSESSIVE)
        || posts.iter().any(|p| p.counterpart || !p.parties.is_empty())
        || posts.iter().any(|p| is_capital(whole, p));
    let Ok((rest, parts)) = name(i, true) else {
        return false;
    };
    // "The minister, Aiko Mori and his Indian counterpart"
    let with_another = rest.word(0, "and") && rest.one_of(1, &["his", "her"]);
    let closed = ends_phrase(rest) || with_another;
    // "The chairperson, Musa Fadel said": the second comma is often forgotten.
    let owned = posts.iter().any(|p| !p.parties.is_empty()) && parts >= 3;
    // "While welcoming his Peruvian counterpart, Musa Fadel said"
    let led = |n: usize| {
        whole
            .back(n)
            .is_some_and(|t| t.is(Class::VERB.or(Class::PREPOSITION)))
    };
    let owned_by = whole
        .before()
        .is_some_and(|t| t.is(Class::DETERMINER.or(Class::PRONOUN)));
    let acted_on = led(1) || owned_by && led(2);
    let forgotten = !acted_on && rest.is(0, Class::VERB) && (owned || i.is(0, Class::GIVEN_NAME));
    definite && (closed || forgotten) && parts >= 2
}

/// A name with a comma or a stop behind it.
fn is_closed(i: Tokens<'_>) -> bool {
    name(i, true).is_ok_and(|(rest, _)| ends_phrase(rest))
}

fn ends_phrase(i: Tokens<'_>) -> bool {
    matches!(
        i.kind(0),
        None | Some(TokenKind::Comma | TokenKind::Period | TokenKind::Semicolon | TokenKind::Close)
    )
}

/// "Presidential Envoy for Migration", "UN Secretary-General": a title in capitals.
fn is_capital(i: Tokens<'_>, post: &PostPhrase) -> bool {
    let title = i.text.get(post.span.0 as usize..post.span.1 as usize);
    title.is_some_and(|t| t.starts_with(char::is_uppercase))
}

/// `several = names`, one for each country of a plural post, or all with one:
/// "the foreign ministers of Japan and India, Aiko Mori and Ravi Nair"
fn several<'a>(i: Tokens<'a>, posts: &[PostPhrase]) -> Parsed<'a, Vec<PersonMention>> {
    if posts.iter().any(|p| !p.plural) {
        // "with both presidents, Prime Minister Mori": of other people.
        return fail();
    }
    let (rest, _) = opt(kind(TokenKind::Comma)).parse(i)?;
    let (rest, _) = opt(kind(TokenKind::Dash)).parse(rest)?;
    let (mut rest, mut people) = (rest, Vec::new());
    loop {
        let (next, titles) = titles(rest)?;
        let Ok((next, mut person)) = bare(next, titles, true) else {
            break;
        };
        rest = of_party(next, &mut person);
        if rest.word(0, "for")
            && let Ok((next, party)) = party::party(rest.from(1))
        {
            // "negotiators X for Serbia and Y for Kosovo"
            person.of = person.of.or(Some(party));
            rest = next;
        }
        people.push(person);
        let Ok((next, _)) = joint(rest) else { break };
        rest = next;
    }
    // "the leaders Union", "LEADERS CONTINUE": one word behind several is no name.
    let lone = |p: &PersonMention| p.parts == 1 && !i.is(0, Class::GIVEN_NAME);
    let one = people.len() == 1 && people.first().is_some_and(lone);
    // "Mexico Ministers Meet", in the capitals of a headline
    let acts = one && i.is(0, Class::VERB);
    // "In his letter to those leaders, Mori said"
    let set_off = people.len() == 1 && i.kind(0) == Some(TokenKind::Comma);
    if people.is_empty() || set_off || acts || one && posts.iter().all(|p| p.parties.is_empty()) {
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
                    respective: (p.counterpart && !of_one(i.text, p))
                        .then_some(u16::try_from(count).unwrap_or(u16::MAX)),
                    ..p.clone()
                }
            })
            .collect();
    }
    Ok((rest, people))
}

/// "his counterparts A and B": of one person, both.
fn of_one(text: &str, post: &PostPhrase) -> bool {
    let before = text.get(..post.span.0 as usize).unwrap_or_default();
    let last = before.trim_end().rsplit(' ').next().unwrap_or_default();
    ["his", "her", "its"]
        .iter()
        .any(|w| last.eq_ignore_ascii_case(w))
}

/// `joint = ["," ] "and" | ","`
pub(super) fn joint(i: Tokens<'_>) -> Parsed<'_, ()> {
    let (rest, comma) = opt(kind(TokenKind::Comma)).parse(i)?;
    let (rest, and) = opt(word(&["and"])).parse(rest)?;
    if comma.is_none() && and.is_none() {
        return fail();
    }
    Ok((rest, ()))
}

/// Ranks and honorifics before a name.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Titles {
    any: bool,
    gender: Option<Gender>,
    rank: Option<(u32, u32)>,
    honorific: bool,
}

/// `titles = {rank | honorific}`
pub(super) fn titles(i: Tokens<'_>) -> Parsed<'_, Titles> {
    let mut titles = Titles::default();
    let mut rest = i;
    while let Some(t) = rest.first() {
        if !t.is(Class::RANK.or(Class::HONORIFIC)) {
            break;
        }
        if t.is(Class::RANK) {
            let start = titles.rank.map_or(t.start, |r| r.0);
            titles.rank = Some((start, t.end));
        } else if let Ok((_, gender)) = sense(|s| match s {
            Sense::Honorific(g) => Some(*g),
            _ => None,
        })(rest)
        {
            // "HE sheikh Hamad"
            if !t.is_capital() && !titles.honorific || is_amir(rest) {
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
        if titles.rank.is_some() && is_retired(rest) {
            rest = rest.from(3);
        }
        if apostrophe && rest.one_of(0, &["sri", "seri", "paduka"]) {
            rest = rest.from(1);
        }
    }
    Ok((rest, titles))
}

/// "(Retd.)", "(ret.)" behind a rank.
fn is_retired(i: Tokens<'_>) -> bool {
    i.kind(0) == Some(TokenKind::Open)
        && i.kind(2) == Some(TokenKind::Close)
        && i.one_of(
            1,
            &[
                "ret", "ret.", "retd", "retd.", "rtd", "rtd.", "retired", "r",
            ],
        )
}

/// A name with its titles.
pub(super) fn bare(i: Tokens<'_>, titles: Titles, titled: bool) -> Parsed<'_, PersonMention> {
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
pub(crate) fn ranked_or_apposed(i: Tokens<'_>) -> Parsed<'_, PersonMention> {
    let titled = i.is(0, Class::RANK.or(Class::HONORIFIC));
    if i.word(0, "general")
        && i.before()
            .is_some_and(|t| t.text(i.text).eq_ignore_ascii_case("the"))
    {
        // "The General Strike Committee"
        return fail();
    }
    if !titled && !may_begin(i) {
        return fail();
    }
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
