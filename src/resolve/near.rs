//! The country that the words before an official tell: whom they met there, by whom the
//! country is represented, or what was spoken of last.

use super::people::Person;
use super::sides::Appearance;
use super::{Context, parties, resolve_place};
use crate::grammar::{Facts, Head, Mention, MentionKind, PartyForm, PartyRef};
use crate::model::{Country, Organization, Party, PostKind};

/// How many mentions before an official are looked at.
const REACH: usize = 12;

/// Words behind a country after which comes one of its officials.
const BELONGS: &[&str] = &[
    "represented by",
    "replaced by",
    "succeeded by",
    "accompanied by",
    "whose",
    "its",
];

/// Words behind an official after which come those of the same side.
const COMPANY: &[&str] = &[
    "accompanied by",
    "flanked by",
    "assisted by",
    "along with his",
];

/// Words behind a state's delegation after which comes its head.
const HEADS: &[&str] = &["led by", "headed by", "chaired by"];

/// Words behind a place after which comes the host.
const HOSTS: &[&str] = &[
    "talks with",
    "meet with",
    "meeting with",
    "met with",
    "summit with",
    "to meet",
    "meets",
    "met",
    "meeting",
    "received by",
    "welcomed by",
    "greeted by",
    "invitation of",
];

/// "to Jordan for talks with King X", "the U.S. will be represented by special envoy X"
pub(super) fn of_words_before(
    context: &Context<'_>,
    facts: &Facts,
    here: &Appearance,
) -> Option<Country> {
    let (mention, country) = in_sentence(context, facts, here)?;
    let sentence = mention.sentence;
    let between = context.slice((mention.span.1, here.span.0)).trim_end();
    let between = between
        .strip_suffix(" the")
        .or_else(|| between.strip_suffix(" THE"))
        .unwrap_or(between);
    if between.len() > 120 || between.contains([';', '"', '“']) {
        return None;
    }
    let named = match &mention.kind {
        MentionKind::Parties(_, form) => {
            matches!(form, PartyForm::Name | PartyForm::Capital | PartyForm::Seat)
        }
        MentionKind::Place(_) => true,
        _ => false,
    };
    let says = |words: &[&str]| words.iter().any(|w| ends_in(between, w));
    let place = matches!(mention.kind, MentionKind::Place(_));
    let belongs = says(BELONGS) || !place && says(HEADS);
    let hosted = says(HOSTS) || ends_in(between, "with") && is_met_at(context, sentence, mention);
    (belongs || named && hosted).then_some(country)
}

/// "the Front is represented by commanders X and Y": of the body, no state, named before.
pub(super) fn of_body_before(
    context: &Context<'_>,
    facts: &Facts,
    here: &Appearance,
) -> Option<Organization> {
    let sentence = facts.mentions.get(here.mention)?.sentence;
    let last = before(facts, here)
        .next()
        .filter(|m| m.sentence == sentence)?;
    let MentionKind::Parties(list, PartyForm::Name) = &last.kind else {
        return None;
    };
    let between = context.slice((last.span.1, here.span.0)).trim_end();
    let between = between.trim_start_matches(|c: char| !c.is_ascii_alphabetic());
    let belongs = BELONGS.iter().chain(HEADS).any(|w| ends_in(between, w));
    if !belongs || between.len() > 60 {
        return None;
    }
    match parties::party(context, *list.last()?) {
        Some(Party::Organization(body)) => Some(body),
        _ => None,
    }
}

/// "commanders X and Y": of the body whose the one before in the list is.
pub(super) fn of_list_of_body(
    people: &[Person<'_>],
    before: &Appearance,
    here: &Appearance,
) -> Option<Organization> {
    let (a, b) = (people.get(before.person)?, people.get(here.person)?);
    let title = |p: &Person<'_>| p.posts.first().map(|post| post.title.as_ptr());
    let listed = before.mention == here.mention && a.country.is_none() && title(a) == title(b);
    a.organization.clone().filter(|_| listed)
}

/// "meetings in Santiago with": whether those who met did so in the place.
fn is_met_at(context: &Context<'_>, sentence: u32, place: &Mention) -> bool {
    const MET: &[&str] = &[
        "meeting",
        "meetings",
        "talks",
        "met",
        "discussions",
        "negotiations",
        "consultations",
    ];
    let before = context.slice((sentence, place.span.0));
    let mut words = before.split_whitespace().rev();
    let led = words.next().is_some_and(|w| w.eq_ignore_ascii_case("in"));
    let met = |w: &str| MET.iter().any(|m| w.eq_ignore_ascii_case(m));
    led && words.next().is_some_and(met)
}

/// Whether a text ends in these words, in any case.
pub(super) fn ends_in(text: &str, words: &str) -> bool {
    let at = text.len().checked_sub(words.len());
    at.and_then(|at| text.split_at_checked(at))
        .is_some_and(|(rest, end)| {
            end.eq_ignore_ascii_case(words) && (rest.is_empty() || rest.ends_with([' ', ',']))
        })
}

/// The mention of the same sentence that names a country last.
fn in_sentence<'f>(
    context: &Context<'_>,
    facts: &'f Facts,
    here: &Appearance,
) -> Option<(&'f Mention, Country)> {
    let sentence = facts.mentions.get(here.mention)?.sentence;
    before(facts, here)
        .take_while(|m| m.sentence == sentence)
        .find_map(|m| Some((m, country_of(context, m)?)))
}

/// The mentions before an official, the nearest first.
fn before<'f>(facts: &'f Facts, here: &Appearance) -> impl Iterator<Item = &'f Mention> {
    let start = here.mention.saturating_sub(REACH);
    let mentions = facts.mentions.between(start, here.mention);
    let end = here.span.0;
    mentions.rev().filter(move |m| m.span.1 <= end)
}

/// The country that a mention names, the last of several.
pub(super) fn country_of(context: &Context<'_>, mention: &Mention) -> Option<Country> {
    let of = |list: &[PartyRef]| {
        list.iter()
            .rev()
            .find_map(|p| match parties::party(context, *p) {
                Some(Party::Country(c)) => Some(c),
                _ => None,
            })
    };
    match &mention.kind {
        MentionKind::Place(place) => resolve_place(context, place).country,
        MentionKind::Parties(list, _) => of(list),
        MentionKind::People(people) => people.iter().rev().find_map(|p| {
            let told = p.posts.iter().find_map(|post| of(&post.parties));
            told.or_else(|| of(&p.of.into_iter().collect::<Vec<_>>()))
        }),
        MentionKind::Post(post) => of(&post.parties),
        MentionKind::Noun(noun) => of(&noun.parties),
        _ => None,
    }
}

/// "Iranian President X and Foreign Minister Y", "X, accompanied by Foreign Minister Y": of
/// the country of the one before.
pub(super) fn of_list(
    context: &Context<'_>,
    facts: &Facts,
    people: &[Person<'_>],
    before: &Appearance,
    here: &Appearance,
) -> Option<Country> {
    if !is_behind(facts, before, here) {
        return None;
    }
    let between = context.slice((before.span.1, here.span.0));
    let (a, b) = (people.get(before.person)?, people.get(here.person)?);
    let close = is_joint(between) && !is_one_office(a, b) && !is_accredited(a, b);
    let company = between.len() <= 120
        && COMPANY.iter().any(|words| {
            let between = between.trim_end();
            ends_in(between.strip_suffix(" the").unwrap_or(between), words)
        });
    if !close && !company {
        return None;
    }
    match &before.party {
        Some(Party::Country(c)) => Some(*c),
        Some(Party::Organization(_)) => None,
        None => a.country,
    }
}

/// Whether an official is named behind another of the sentence.
fn is_behind(facts: &Facts, before: &Appearance, here: &Appearance) -> bool {
    let sentence = |a: &Appearance| facts.mentions.get(a.mention).map(|m| m.sentence);
    let apart = before.person != here.person && before.span.1 <= here.span.0;
    apart && sentence(before) == sentence(here)
}

/// Whether what stands between two officials only joins them. Words in capitals are of the
/// title: "Treasury and Finance Minister".
fn is_joint(between: &str) -> bool {
    let joins = |w: &str| {
        w.starts_with(char::is_uppercase)
            || ["and", "the", "&", "well", "as", "his", "her"].contains(&w)
    };
    let mut words = between
        .split(|c: char| c.is_whitespace() || c == ',' || c == ';')
        .filter(|w| !w.is_empty());
    between.len() <= 24 && words.all(joins)
}

/// "Kenyan Ambassador X and Trade Minister Y": the country that the one behind is not of.
pub(super) fn of_ambassador(
    context: &Context<'_>,
    facts: &Facts,
    people: &[Person<'_>],
    before: &Appearance,
    here: &Appearance,
) -> Option<Country> {
    let (a, b) = (people.get(before.person)?, people.get(here.person)?);
    let beside = is_behind(facts, before, here)
        && is_joint(context.slice((before.span.1, here.span.0)))
        && is_accredited(a, b);
    a.country.filter(|_| beside)
}

/// "Deputy Minister X summoned Kenyan Ambassador Y": the country that the one before is not of.
pub(super) fn of_summoned(
    context: &Context<'_>,
    facts: &Facts,
    people: &[Person<'_>],
    here: &Appearance,
    next: &Appearance,
) -> Option<Country> {
    let (a, b) = (people.get(here.person)?, people.get(next.person)?);
    let between = context.slice((here.span.1, next.span.0));
    let summoned = is_behind(facts, here, next)
        && between.len() <= 60
        && between
            .split(' ')
            .any(|w| matches!(w, "summoned" | "summons" | "summon"));
    let sent = b.holds(PostKind::Ambassador) && !a.holds(PostKind::Ambassador);
    b.country.filter(|_| summoned && sent)
}

/// "the Kenyan foreign ministry said … ministry spokesperson X": of the ministry told last.
pub(super) fn of_ministry(
    context: &Context<'_>,
    facts: &Facts,
    people: &[Person<'_>],
    here: &Appearance,
) -> Option<Country> {
    let serves = |p: &Person<'_>| p.posts.iter().any(|h| h.title.starts_with("ministry"));
    people.get(here.person).filter(|p| serves(p))?;
    before(facts, here).find_map(|m| match &m.kind {
        MentionKind::Noun(noun) if matches!(noun.head, Head::Organ(_)) => country_of(context, m),
        _ => None,
    })
}

/// "Foreign Minister Y and Minister Z": of the country of the one behind, whose side was
/// told before.
pub(super) fn of_next(
    context: &Context<'_>,
    facts: &Facts,
    people: &[Person<'_>],
    here: &Appearance,
    next: &Appearance,
) -> Option<Country> {
    let sentence = |a: &Appearance| facts.mentions.get(a.mention).map(|m| m.sentence);
    let joined = here.span.1 <= next.span.0
        && sentence(here) == sentence(next)
        && context.slice((here.span.1, next.span.0)).trim() == "and";
    let (a, b) = (people.get(here.person)?, people.get(next.person)?);
    let told_there = next.party.is_some();
    (joined && !told_there && !is_one_office(a, b))
        .then_some(b.country)
        .flatten()
}

/// "Kenyan Ambassador X and Trade Minister Y": he is accredited to the minister's state.
fn is_accredited(ambassador: &Person<'_>, host: &Person<'_>) -> bool {
    let kind = host.kind();
    ambassador.kind() == PostKind::Ambassador
        && (kind <= PostKind::DeputyMinister || kind == PostKind::Legislator)
}

/// Whether two people of one country can not both hold what they hold.
fn is_one_office(a: &Person<'_>, b: &Person<'_>) -> bool {
    let titles = |p: &Person<'_>| p.posts.first().map(|post| post.title.to_ascii_lowercase());
    let many = matches!(a.kind(), PostKind::Minister | PostKind::Spokesperson);
    a.kind() == b.kind() && (!many || titles(a) == titles(b))
}

/// "In Riga, the minister met President X", "In Riga, Foreign Minister X said": of the
/// country that the sentence opens with.
pub(super) fn of_scene(context: &Context<'_>, facts: &Facts, here: &Appearance) -> Option<Country> {
    let sentence = facts.mentions.get(here.mention)?.sentence;
    let earlier = || {
        facts
            .mentions
            .between(here.mention.saturating_sub(12), here.mention)
            .filter(|m| m.sentence == sentence)
    };
    let scene = earlier().next()?;
    let lead = context.slice((sentence, scene.span.0)).trim();
    let somebody = earlier().skip(1).any(|m| {
        !matches!(m.kind, MentionKind::Place(_))
            && !matches!(m.kind, MentionKind::Parties(_, PartyForm::Capital))
    });
    // "In Paris, foreign ministry spokesman X said"
    let state = matches!(scene.kind, MentionKind::Parties(..));
    let next = state && context.slice((scene.span.1, here.span.0)).trim() == ",";
    let inside = lead.eq_ignore_ascii_case("in") || lead.eq_ignore_ascii_case("while in");
    if !inside || !somebody && !next {
        return None;
    }
    match &scene.kind {
        MentionKind::Place(_) | MentionKind::Parties(_, PartyForm::Capital | PartyForm::Name) => {
            country_of(context, scene)
        }
        _ => None,
    }
}
