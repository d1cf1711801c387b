//! The country whose ministry is "the Foreign Ministry": of the dateline, of the
//! outlet, or the one most spoken of.

use crate::grammar::{Facts, Head, MentionKind, PartyForm, PartyRef};
use crate::lexicon::{Lexicon, Sense, WordId};
use crate::model::Country;
use crate::source::country_of_site;

/// What the page says of where it comes from.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Origin<'a> {
    /// The dateline's country.
    pub(crate) dateline: Option<Country>,
    pub(crate) outlet: Option<&'a str>,
    /// The host of the page's address.
    pub(crate) site: Option<&'a str>,
}

/// The home country of an article, if anything tells: a government's own page, the
/// dateline, the outlet, the ending of the address; else the country most spoken of.
pub(crate) fn home(
    lexicon: &Lexicon,
    text: &str,
    facts: &Facts,
    origin: Origin<'_>,
) -> Option<Country> {
    told(lexicon, origin).or_else(|| most_spoken_of(text, facts))
}

/// The home country that the page itself tells.
pub(crate) fn told(lexicon: &Lexicon, origin: Origin<'_>) -> Option<Country> {
    let site = origin.site.and_then(country_of_site);
    site.filter(|(_, public)| *public)
        .map(|(country, _)| country)
        .or(origin.dateline)
        .or_else(|| origin.outlet.and_then(|o| of_outlet(lexicon, o)))
        .or(site.map(|(country, _)| country))
}

/// The country that an outlet's name stands for: "Yonhap", "Malaysia MFA".
fn of_outlet(lexicon: &Lexicon, outlet: &str) -> Option<Country> {
    first_phrase(lexicon, outlet, |s| match s {
        Sense::Outlet(_, country) => *country,
        Sense::Country(c) | Sense::Demonym(c, _) | Sense::Metonym(c) => Some(*c),
        _ => None,
    })
}

/// What the first phrase of `text` that means something to `accept` means; of the
/// phrases that begin at one word the longest.
pub(super) fn first_phrase<T>(
    lexicon: &Lexicon,
    text: &str,
    accept: impl Fn(&Sense) -> Option<T>,
) -> Option<T> {
    let vocabulary = &lexicon.vocabulary;
    let words: Vec<WordId> = text
        .split(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '.'))
        .flat_map(|w| match w.strip_suffix("'s") {
            // "People's Congress": the tables write its mark apart.
            Some(owner) => [owner, "'s"],
            None => [w, ""],
        })
        .filter(|w| !w.is_empty())
        .take(24)
        .map(|w| vocabulary.word(w))
        .collect();
    for start in 0..words.len() {
        let mut node = vocabulary.root(*words.get(start)?);
        let mut found = None;
        for next in start + 1..=words.len() {
            found = lexicon.senses(node).iter().find_map(&accept).or(found);
            match words.get(next) {
                Some(word) => node = vocabulary.next(node, *word),
                None => break,
            }
        }
        if found.is_some() {
            return found;
        }
    }
    None
}

/// The country named most often; where "the ministry" speaks, of those that have ministries.
fn most_spoken_of(text: &str, facts: &Facts) -> Option<Country> {
    let ministry = facts.mentions.iter().any(|m| match &m.kind {
        MentionKind::Noun(noun) => {
            let words = text.get(m.span.0 as usize..m.span.1 as usize);
            let bare = matches!(noun.head, Head::Organ(_)) && noun.parties.is_empty();
            bare && words.is_some_and(|w| w.to_ascii_lowercase().contains("ministry"))
        }
        _ => false,
    });
    let has = |c: &Country| !ministry || c.alpha3() != "USA";
    spoken_of(facts).into_iter().find(has)
}

/// The countries named, most often first, titles and adjectives counted; of equals
/// the one named first.
fn spoken_of(facts: &Facts) -> Vec<Country> {
    let mut counts: Vec<(Country, u32)> = Vec::new();
    let mut count = |party: &PartyRef| {
        let country = match party {
            PartyRef::Country(c) => Some(*c),
            PartyRef::Ambiguous(c, _) => *c,
            PartyRef::Organization(_) => None,
        };
        if let Some(country) = country {
            match counts.iter_mut().find(|(c, _)| *c == country) {
                Some((_, n)) => *n += 1,
                None => counts.push((country, 1)),
            }
        }
    };
    for mention in facts.mentions.iter() {
        match &mention.kind {
            MentionKind::Parties(parties, form) if *form != PartyForm::Capital => {
                parties.iter().for_each(&mut count)
            }
            MentionKind::People(people) => people
                .iter()
                .flat_map(|p| &p.posts)
                .flat_map(|p| &p.parties)
                .for_each(&mut count),
            MentionKind::Noun(n) => n.parties.iter().for_each(&mut count),
            _ => {}
        }
    }
    counts.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
    counts.into_iter().map(|(c, _)| c).collect()
}
