//! Whose officials they are where the text says no country beside the name: what the
//! title tells, the list the name stands in, the place the sentence tells of, home.

use super::home::{first_phrase, spoken_of};
use super::names::NameKey;
use super::people::{HeldPost, Person};
use super::{Context, near, parties};
use crate::grammar::{Facts, MentionKind, PartyForm, PartyRef};
use crate::lexicon::Sense;
use crate::model::{Country, Organization, Party, PostKind, Tenure};

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

/// States whose head is no president.
const NO_PRESIDENT: &[&str] = &[
    "AND", "ARE", "ATG", "AUS", "BEL", "BHR", "BHS", "BLZ", "BRN", "BTN", "CAN", "DNK", "ESP",
    "GBR", "GRD", "JAM", "JOR", "JPN", "KHM", "KNA", "KWT", "LCA", "LIE", "LSO", "LUX", "MAR",
    "MCO", "MYS", "NLD", "NOR", "NZL", "OMN", "PNG", "QAT", "SAU", "SLB", "SWE", "SWZ", "THA",
    "TON", "TUV", "VAT", "VCT",
];

/// States whose government has no prime minister at its head.
const NO_PREMIER: &[&str] = &[
    "AGO", "ARG", "BEN", "BOL", "BRA", "CHE", "CHL", "COL", "COM", "CRI", "CYP", "DOM", "ECU",
    "FSM", "GHA", "GMB", "GTM", "HND", "IDN", "KEN", "LBR", "MDV", "MEX", "MHL", "MWI", "NGA",
    "NIC", "PAN", "PHL", "PLW", "PRY", "SLE", "SLV", "SYC", "USA", "URY", "VEN", "ZMB",
];

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
    for person in people.iter_mut().filter(|p| is_open(p)) {
        person.country = well_known(context, person);
    }
    let unnamed = unnamed_titles(context, facts);
    let mut met = vec![false; people.len()];
    for (n, appearance) in appearances.iter().enumerate() {
        let open = people.get(appearance.person).is_some_and(is_open);
        if !open || serves_a_body(people, appearance.person) {
            continue;
        }
        let before = n.checked_sub(1).and_then(|b| appearances.get(b));
        let country = before
            .and_then(|b| of_list(context, facts, people, b, appearance))
            .or_else(|| of_namesake(&unnamed, people.get(appearance.person)?))
            .or_else(|| near::of_words_before(context, facts, appearance))
            .or_else(|| of_scene(context, facts, appearance))
            .or_else(|| {
                // Where the page tells no home, the country named last, at the first mention.
                let first = met.get(appearance.person) == Some(&false);
                (first && context.told.is_none())
                    .then(|| near::named_in_sentence(context, facts, appearance))
                    .flatten()
            });
        if let Some(met) = met.get_mut(appearance.person) {
            *met = true;
        }
        if let Some(person) = people.get_mut(appearance.person) {
            person.country = country.filter(|c| is_possible(&person.posts, *c));
        }
        if country.is_some_and(|c| held_by_another(people, appearance.person, c))
            && let Some(person) = people.get_mut(appearance.person)
        {
            person.country = None;
        }
    }
    let spoken = spoken_of(facts);
    for at in 0..people.len() {
        let open = people.get(at).is_some_and(is_open);
        if !open || serves_a_body(people, at) {
            continue;
        }
        let country = likeliest(context, people, at, &spoken);
        if let Some(person) = people.get_mut(at) {
            person.country = country;
        }
    }
}

fn is_open(person: &Person<'_>) -> bool {
    let titled = !person.posts.is_empty() || person.rank.is_some();
    person.country.is_none() && person.organization.is_none() && titled
}

fn serves_a_body(people: &[Person<'_>], at: usize) -> bool {
    people
        .get(at)
        .is_some_and(|p| matches!(p.kind(), PostKind::IoHead | PostKind::IoOfficial))
}

/// "President Lincoln": the one country that had somebody of this name in such a post;
/// of several the one that the article names.
fn well_known(context: &Context<'_>, person: &Person<'_>) -> Option<Country> {
    let key = person.key();
    let word = key.words().next_back()?;
    let countries = || {
        context
            .lexicon
            .figures(word)
            .filter(|f| person.holds(f.kind) && NameKey::of(&f.name).same(key).is_some())
            .map(|f| f.country)
    };
    let only = |mut list: Box<dyn Iterator<Item = Country> + '_>| {
        let first = list.next()?;
        list.all(|c| c == first).then_some(first)
    };
    only(Box::new(countries()))
        .or_else(|| only(Box::new(countries().filter(|c| context.named.contains(c)))))
}

/// The side that a title itself tells: "CIA director", "European Council president".
fn of_titles(context: &Context<'_>, posts: &[HeldPost<'_>]) -> Option<Party> {
    posts
        .iter()
        .find_map(|p| of_title(context, p.title, p.kind))
}

/// The side that one title tells: "NATO spokesman", "the Kremlin spokesman".
pub(super) fn of_title(context: &Context<'_>, title: &str, kind: PostKind) -> Option<Party> {
    let title = title.to_ascii_lowercase();
    let io = matches!(kind, PostKind::IoHead | PostKind::IoOfficial);
    let named = first_phrase(context.lexicon, &title, |s| match *s {
        Sense::Organization(id) => parties::party(context, PartyRef::Organization(id)),
        Sense::Metonym(c) | Sense::Country(c) if !io => Some(Party::Country(c)),
        _ => None,
    });
    let accredited = matches!(kind, PostKind::Ambassador | PostKind::Envoy);
    // "the UN ambassador" is sent to it, "the UN envoy" by it.
    let sent_to = kind == PostKind::Ambassador;
    named
        .filter(|party| !sent_to || matches!(party, Party::Country(_)))
        .filter(|_| !(accredited && title.contains(" to ")))
        .or_else(|| american(&title).map(Party::Country))
        .or_else(|| io.then(|| body_of(context, &title)).flatten())
        .or_else(|| of_secretary_general(&title))
}

/// Titles that only one country has.
fn american(title: &str) -> Option<Country> {
    let words = [
        "secretary of state",
        "secretary of defense",
        "secretary of the treasury",
        "treasury secretary",
        "secretary of commerce",
        "attorney general of the united states",
        "director of national intelligence",
        "white house",
        "state department",
        "pentagon",
    ];
    words
        .iter()
        .any(|w| title.contains(w))
        .then(|| "USA".parse().ok())
        .flatten()
}

/// "deputy spokesman for the Secretary-General": of the one who is called so without more.
fn of_secretary_general(title: &str) -> Option<Party> {
    let serves = [
        "for the secretary",
        "of the secretary",
        "secretary-general's",
    ]
    .iter()
    .any(|w| title.contains(w))
        && title.contains("general");
    serves.then(|| Party::Organization(Organization::new(Some("UN"), "United Nations")))
}

/// The body whose officials bear a title that does not name it.
fn body_of(context: &Context<'_>, title: &str) -> Option<Party> {
    let has = |words: &[&str]| words.iter().any(|w| title.contains(w));
    let (code, name) = if has(&[
        "foreign policy chief",
        "high representative",
        "commission president",
        "president of the commission",
        "council president",
        "commission vice",
        "commissioner for enlargement",
        "commissioner for trade",
    ]) {
        ("EU", "European Union")
    } else if has(&[
        "secretary-general",
        "secretary general",
        "special envoy",
        "special representative",
        "general assembly",
        "security council",
        "human rights",
        "refugees",
        "humanitarian",
        "relief coordinator",
        "aid chief",
    ]) {
        ("UN", "United Nations")
    } else {
        return None;
    };
    context
        .named_bodies
        .contains(&code)
        .then(|| Party::Organization(Organization::new(Some(code), name)))
}

/// The titles of states that stand without a name: "Kenya's trade minister".
fn unnamed_titles<'a>(context: &Context<'a>, facts: &Facts) -> Vec<(&'a str, Country)> {
    let titles = facts.mentions.iter().filter_map(|m| match &m.kind {
        MentionKind::Post(post) if !post.plural && !post.counterpart => Some(&**post),
        MentionKind::Noun(noun) => noun.owner_post.as_deref(),
        _ => None,
    });
    // A state has one trade minister but many ambassadors.
    let titles = titles.filter(|p| p.kind <= PostKind::Minister);
    let owned = titles.filter_map(|post| {
        let country = post
            .parties
            .iter()
            .find_map(|p| match parties::party(context, *p) {
                Some(Party::Country(c)) => Some(c),
                _ => None,
            })?;
        Some((context.slice(post.span), country))
    });
    owned.take(64).collect()
}

/// "Kenya's trade minister … Trade Minister Y": of the one country whose holder of the
/// same title is spoken of without a name.
fn of_namesake(unnamed: &[(&str, Country)], person: &Person<'_>) -> Option<Country> {
    let holds = |title: &str| {
        let held = |p: &HeldPost<'_>| p.title.eq_ignore_ascii_case(title);
        person.posts.iter().any(held)
    };
    let mut countries = unnamed.iter().filter(|(t, _)| holds(t)).map(|(_, c)| *c);
    let first = countries.next()?;
    countries.all(|c| c == first).then_some(first)
}

/// "Iranian President X and Foreign Minister Y": of the country of the one before.
fn of_list(
    context: &Context<'_>,
    facts: &Facts,
    people: &[Person<'_>],
    before: &Appearance,
    here: &Appearance,
) -> Option<Country> {
    let same_sentence =
        facts.mentions.get(before.mention)?.sentence == facts.mentions.get(here.mention)?.sentence;
    if !same_sentence || before.person == here.person || before.span.1 > here.span.0 {
        return None;
    }
    let between = context.slice((before.span.1, here.span.0));
    let joint = between
        .split(|c: char| c.is_whitespace() || c == ',' || c == ';')
        .filter(|w| !w.is_empty())
        .all(|w| ["and", "the", "&", "well", "as", "his", "her"].contains(&w));
    let (a, b) = (people.get(before.person)?, people.get(here.person)?);
    if between.len() > 24 || !joint || a.kind() == b.kind() {
        return None;
    }
    match &before.party {
        Some(Party::Country(c)) => Some(*c),
        Some(Party::Organization(_)) => None,
        None => a.country,
    }
}

/// "In Riga, the minister met President X": of the country that the sentence opens with.
fn of_scene(context: &Context<'_>, facts: &Facts, here: &Appearance) -> Option<Country> {
    let sentence = facts.mentions.get(here.mention)?.sentence;
    let earlier = || {
        facts
            .mentions
            .get(here.mention.saturating_sub(12)..here.mention)
            .unwrap_or_default()
            .iter()
            .filter(|m| m.sentence == sentence)
    };
    let scene = earlier().next()?;
    let lead = context.slice((sentence, scene.span.0)).trim();
    let somebody = earlier().skip(1).any(|m| {
        !matches!(m.kind, MentionKind::Place(_))
            && !matches!(m.kind, MentionKind::Parties(_, PartyForm::Capital))
    });
    if !(lead.eq_ignore_ascii_case("in") || lead.eq_ignore_ascii_case("while in")) || !somebody {
        return None;
    }
    match &scene.kind {
        MentionKind::Place(_) | MentionKind::Parties(_, PartyForm::Capital | PartyForm::Name) => {
            near::country_of(context, scene)
        }
        _ => None,
    }
}

/// Home, or the country most spoken of, that can have such an official and is not known
/// to have another.
fn likeliest(
    context: &Context<'_>,
    people: &[Person<'_>],
    at: usize,
    spoken: &[Country],
) -> Option<Country> {
    let person = people.get(at)?;
    let candidates = context.told.into_iter().chain(spoken.iter().copied());
    candidates
        .filter(|c| is_possible(&person.posts, *c))
        .find(|c| !held_by_another(people, at, *c))
}

/// Whether a country can have an official of these titles.
fn is_possible(posts: &[HeldPost<'_>], country: Country) -> bool {
    posts.iter().all(|p| {
        let title = p.title.to_ascii_lowercase();
        let code = country.alpha3();
        let has = |words: &[&str]| words.iter().any(|w| title.contains(w));
        match p.kind {
            PostKind::HeadOfState | PostKind::DeputyHeadOfGovernment
                if title.ends_with("president") =>
            {
                !NO_PRESIDENT.contains(&code)
            }
            PostKind::HeadOfState
                if has(&["king", "queen", "emir", "sultan", "emperor", "crown prince"]) =>
            {
                NO_PRESIDENT.contains(&code)
            }
            PostKind::HeadOfGovernment if has(&["chancellor"]) => {
                matches!(code, "DEU" | "AUT")
            }
            PostKind::HeadOfGovernment => !NO_PREMIER.contains(&code),
            PostKind::DeputyHeadOfGovernment if has(&["prime minister", "premier"]) => {
                !NO_PREMIER.contains(&code)
            }
            _ => true,
        }
    })
}

/// Whether somebody else is known to hold the post there: a country has one president.
fn held_by_another(people: &[Person<'_>], at: usize, country: Country) -> bool {
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
            && other.country == Some(country)
            && other
                .posts
                .iter()
                .filter(single)
                .any(|p| p.kind == post.kind)
    })
}
