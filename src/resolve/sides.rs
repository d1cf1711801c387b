//! Whose officials they are where the text says no country beside the name: what the
//! title tells, the list the name stands in, the place the sentence tells of, home.

use super::abroad::{abroad, invited_to};
use super::fighters::{fights, movement};
use super::hosts::at_home;
use super::names::{NameKey, Sameness};
use super::people::{HeldPost, Person};
use super::spoken::Spoken;
use super::titles::{is_possible, of_titles};
use super::{Context, near, parties};
use crate::grammar::{Facts, Lead, MentionKind, PostPhrase};
use crate::model::{Country, Party, PostKind, Tenure};

/// Where a person was named with a title.
#[derive(Debug)]
pub(super) struct Appearance {
    /// Index of the mention.
    pub(super) mention: usize,
    pub(super) person: usize,
    /// Name and titles.
    pub(super) span: (u32, u32),
    /// The side told there.
    pub(super) party: Option<Party>,
}

/// Gives everybody without a side the likeliest one.
pub(super) fn settle(
    context: &Context<'_>,
    facts: &Facts,
    people: &mut [Person<'_>],
    appearances: &[Appearance],
) {
    for person in people.iter_mut().filter(|p| is_open(p)) {
        match of_titles(context, &person.posts) {
            Some(Party::Country(c)) => person.country = Some(c),
            Some(Party::Organization(o)) => person.organization = Some(o),
            None => {}
        }
    }
    // Who held a post in another year keeps nobody from having it now.
    let mut past = vec![false; people.len()];
    for appearance in appearances.iter().filter(|a| tells_of_a_year(facts, a)) {
        if let Some(past) = past.get_mut(appearance.person) {
            *past = true;
        }
    }
    let known = |(at, person): (usize, &mut Person<'_>), then: bool| {
        if is_open(person) && past.get(at) == Some(&then) {
            person.country = well_known(context, person);
        }
    };
    people.iter_mut().enumerate().for_each(|p| known(p, false));
    side_with_fighters(context, people, appearances);
    let unnamed = unnamed_titles(context, facts);
    for (n, appearance) in appearances.iter().enumerate() {
        let open = people.get(appearance.person).is_some_and(is_open);
        if !open || serves_a_body(people, appearance.person) {
            continue;
        }
        let before = n.checked_sub(1).and_then(|b| appearances.get(b));
        let body = before
            .and_then(|b| near::of_list_of_body(people, b, appearance))
            .or_else(|| near::of_body_before(context, facts, appearance));
        if let (Some(body), Some(person)) = (body, people.get_mut(appearance.person)) {
            person.organization = Some(body);
            continue;
        }
        let country = before
            .and_then(|b| near::of_list(context, facts, people, b, appearance))
            .or_else(|| near::of_words_before(context, facts, appearance))
            .or_else(|| near::of_scene(context, facts, appearance))
            .or_else(|| invited_to(context, facts, appearance))
            .or_else(|| at_home(context, facts, appearance))
            .or_else(|| of_namesake(&unnamed, people.get(appearance.person)?, appearance.mention))
            .or_else(|| near::of_ministry(context, facts, people, appearance));
        if let Some(person) = people.get_mut(appearance.person) {
            person.country = country.filter(|c| is_possible(&person.posts, *c));
        }
        if country.is_some_and(|c| held_by_another(people, appearance.person, c, &past))
            && let Some(person) = people.get_mut(appearance.person)
        {
            person.country = None;
        }
    }
    people.iter_mut().enumerate().for_each(|p| known(p, true));
    side_with_served(people);
    if (0..people.len()).any(|at| is_guessable(people, at)) {
        guess(context, facts, people, appearances, &past);
        side_with_served(people);
    }
}

/// Those told as fighting a state: of the one movement that the article names, else of
/// none.
fn side_with_fighters(
    context: &Context<'_>,
    people: &mut [Person<'_>],
    appearances: &[Appearance],
) {
    for appearance in appearances {
        let Some(person) = people.get_mut(appearance.person) else {
            continue;
        };
        let in_office = person.kind() <= PostKind::DeputyMinister;
        if !is_open(person) || in_office || !fights(context, appearance) {
            continue;
        }
        person.fights = true;
        if let Some((Party::Organization(body), _)) = movement(context) {
            person.organization = Some(body);
        }
    }
}

/// "Prime Minister Mori's adviser": of the side of whom the post serves.
fn side_with_served(people: &mut [Person<'_>]) {
    for at in 0..people.len() {
        let served = people.get(at).filter(|p| is_open(p)).and_then(|p| p.serves);
        let side = served.and_then(|s| people.get(s)?.party());
        if let (Some(person), Some(side)) = (people.get_mut(at), side) {
            match side {
                Party::Country(c) => person.country = Some(c),
                Party::Organization(o) => person.organization = Some(o),
            }
        }
    }
}

/// Gives everybody who is left without a side the country spoken of most around the
/// first mention.
fn guess(
    context: &Context<'_>,
    facts: &Facts,
    people: &mut [Person<'_>],
    appearances: &[Appearance],
    past: &[bool],
) {
    let mut first = vec![None; people.len()];
    for (n, appearance) in appearances.iter().enumerate().rev() {
        if let Some(first) = first.get_mut(appearance.person) {
            *first = Some(n);
        }
    }
    let spoken = Spoken::of(context, facts);
    for (at, first) in first.into_iter().enumerate() {
        if !is_guessable(people, at) {
            continue;
        }
        let appearance = first.and_then(|n| appearances.get(n));
        let next = first.and_then(|n| appearances.get(n + 1));
        // Of the one behind, whose side has been settled by now.
        let joined = appearance
            .zip(next)
            .and_then(|(here, next)| near::of_next(context, facts, people, here, next));
        let before = first.and_then(|n| appearances.get(n.checked_sub(1)?));
        let guest = appearance
            .zip(before)
            .and_then(|(here, b)| near::of_ambassador(context, facts, people, b, here));
        let called_in = appearance
            .zip(next)
            .and_then(|(here, next)| near::of_summoned(context, facts, people, here, next));
        let guest = guest.or(called_in);
        let mention = appearance.map_or(0, |a| a.mention);
        let sentence = facts.mentions.get(mention).map_or(0, |m| m.sentence);
        let mut countries = spoken.around(mention, sentence);
        let abroad = appearance.map(|a| abroad(context, facts, a));
        let is_foreign =
            |c: &Country| guest == Some(*c) || abroad.as_ref().is_some_and(|a| a.contains(c));
        countries.retain(|c| !is_foreign(c));
        countries.splice(0..0, joined);
        let country = match appearance {
            Some(here) if tells_of_a_year(facts, here) => {
                predecessor(people, appearances, at, &countries)
            }
            _ => likeliest(people, at, &countries, past),
        };
        if let Some(person) = people.get_mut(at) {
            person.country = country;
        }
    }
}

fn is_guessable(people: &[Person<'_>], at: usize) -> bool {
    let open = people.get(at).filter(|p| is_open(p));
    open.is_some_and(|p| p.serves.is_none()) && !serves_a_body(people, at)
}

fn is_open(person: &Person<'_>) -> bool {
    let titled = !person.posts.is_empty() || person.rank.is_some();
    person.country.is_none() && person.organization.is_none() && titled && !person.fights
}

fn serves_a_body(people: &[Person<'_>], at: usize) -> bool {
    people
        .get(at)
        .is_some_and(|p| matches!(p.kind(), PostKind::IoHead | PostKind::IoOfficial))
}

/// "President Lincoln", "Minister Sergei Lavrov": the one country that had somebody of this
/// name in such a post, or of all of this name in any; of several the one that the article
/// names.
fn well_known(context: &Context<'_>, person: &Person<'_>) -> Option<Country> {
    let key = person.key();
    let word = key.words().next_back()?;
    let known = || {
        let all = context.lexicon.figures(word);
        let same = all.filter_map(|f| Some((f, NameKey::of(&f.name).same(key)?)));
        same.filter(|(f, _)| is_possible(&person.posts, f.country))
    };
    let full = || {
        let whole = known().filter(|(_, same)| *same == Sameness::Full);
        whole.filter(|(f, _)| key.len() >= 2 || person.holds(f.kind))
    };
    // "Hamad bin Isa Al Khalifa" is not the Hamad bin Khalifa of another state.
    let part = || known().filter(|(f, _)| full().next().is_none() && person.holds(f.kind));
    let countries = || full().chain(part()).map(|(f, _)| f.country);
    let only = |mut list: Box<dyn Iterator<Item = Country> + '_>| {
        let first = list.next()?;
        list.all(|c| c == first).then_some(first)
    };
    only(Box::new(countries()))
        .or_else(|| only(Box::new(countries().filter(|c| context.named.contains(c)))))
}

/// A title of a state that stands without a name.
struct Unnamed<'a> {
    title: &'a str,
    country: Country,
    mention: usize,
}

/// The titles of states that stand without a name: "Kenya's trade minister".
fn unnamed_titles<'a>(context: &Context<'a>, facts: &Facts) -> Vec<Unnamed<'a>> {
    let titles = facts.mentions.iter().enumerate().filter_map(|(at, m)| {
        let post = match &m.kind {
            MentionKind::Post(post) if !post.plural && !post.counterpart => Some(&**post),
            MentionKind::Noun(noun) => noun.owner_post.as_deref(),
            _ => None,
        };
        post.map(|post| (at, post))
    });
    // A state has one trade minister but many ambassadors.
    let single = |p: &PostPhrase| p.kind <= PostKind::Minister && p.tenure == Tenure::Incumbent;
    let titles = titles.filter(|(_, p)| single(p));
    let owned = titles.filter_map(|(mention, post)| {
        let country = post
            .parties
            .iter()
            .find_map(|p| match parties::party(context, *p) {
                Some(Party::Country(c)) => Some(c),
                _ => None,
            })?;
        Some(Unnamed {
            title: context.slice(post.span),
            country,
            mention,
        })
    });
    owned.take(64).collect()
}

/// "Kenya's trade minister … Trade Minister Y": of the one country whose holder of the
/// same title is spoken of without a name before.
fn of_namesake(unnamed: &[Unnamed<'_>], person: &Person<'_>, mention: usize) -> Option<Country> {
    let holds = |title: &str| {
        let held = |p: &HeldPost<'_>| p.title.eq_ignore_ascii_case(title);
        person.posts.iter().any(held)
    };
    let before = unnamed.iter().take_while(|u| u.mention < mention);
    let mut countries = before.filter(|u| holds(u.title)).map(|u| u.country);
    let first = countries.next()?;
    countries.all(|c| c == first).then_some(first)
}

/// The likeliest country that can have such an official and is not known to have another.
fn likeliest(
    people: &[Person<'_>],
    at: usize,
    countries: &[Country],
    past: &[bool],
) -> Option<Country> {
    let person = people.get(at)?;
    let mut possible = countries.iter().filter(|c| is_possible(&person.posts, **c));
    possible
        .find(|c| !held_by_another(people, at, **c, past))
        .copied()
}

/// "since Prime Minister X came in 2018": whoever held a post in another year may have held it
/// where somebody else does now: of those named without their country, or where it is likeliest.
fn predecessor(
    people: &[Person<'_>],
    appearances: &[Appearance],
    at: usize,
    countries: &[Country],
) -> Option<Country> {
    let person = people.get(at)?;
    let possible = |c: &Country| countries.contains(c) && is_possible(&person.posts, *c);
    let title = person.posts.first()?.title;
    let plain = |n: usize| {
        let mut told = appearances.iter().filter(|a| a.person == n);
        told.all(|a| a.party.is_none())
    };
    let mut same = people.iter().enumerate().filter(|(n, p)| {
        let titled = |post: &HeldPost<'_>| post.title.eq_ignore_ascii_case(title);
        *n != at && p.country.is_some() && p.posts.iter().any(titled) && plain(*n)
    });
    let successor = same.next().filter(|_| same.next().is_none());
    successor
        .and_then(|(_, p)| p.country.filter(possible))
        .or_else(|| countries.iter().copied().find(possible))
}

/// Whether the sentence of an appearance tells of a year: "in 2018".
fn tells_of_a_year(facts: &Facts, here: &Appearance) -> bool {
    let sentence = |m: usize| facts.mentions.get(m).map_or(0, |m| m.sentence);
    let (start, mut behind) = (sentence(here.mention), facts.mentions.from(here.mention));
    let end = behind
        .find(|m| m.sentence > start)
        .map_or(u32::MAX, |m| m.sentence);
    let first = facts.dates.partition_point(|d| d.span.0 < start);
    let mut dates = facts
        .dates
        .iter()
        .skip(first)
        .take_while(|d| d.span.0 < end);
    dates.any(|d| d.is_year() && d.lead == Lead::In)
}

/// Whether somebody else is known to hold the post there: a country has one president.
fn held_by_another(people: &[Person<'_>], at: usize, country: Country, past: &[bool]) -> bool {
    use PostKind::{
        ChiefOfDefense, DefenseMinister, ForeignMinister, HeadOfGovernment, HeadOfState,
    };
    let Some(person) = people.get(at) else {
        return false;
    };
    let single = |p: &&HeldPost<'_>| {
        matches!(
            p.kind,
            HeadOfState | HeadOfGovernment | ForeignMinister | DefenseMinister | ChiefOfDefense
        ) && p.tenure == Tenure::Incumbent
    };
    let Some(post) = person.posts.iter().find(single) else {
        return false;
    };
    people.iter().enumerate().any(|(n, other)| {
        n != at
            && past.get(n) == Some(&false)
            && other.country == Some(country)
            && other
                .posts
                .iter()
                .filter(single)
                .any(|p| p.kind == post.kind)
    })
}
