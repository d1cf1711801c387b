//! The country whose ministry is "the Foreign Ministry": of the dateline, of the
//! outlet, or the one most spoken of.

use crate::grammar::{Facts, MentionKind, PartyForm, PartyRef};
use crate::lexicon::{Class, Lexicon, Sense, WordId, fold_into};
use crate::model::Country;

/// The home country of an article, if anything tells.
pub(crate) fn home(
    lexicon: &Lexicon,
    facts: &Facts,
    dateline: Option<Country>,
    outlet: Option<&str>,
) -> Option<Country> {
    dateline
        .or_else(|| outlet.and_then(|o| of_outlet(lexicon, o)))
        .or_else(|| most_spoken_of(facts))
}

/// The country that an outlet's name stands for: "Yonhap", "Malaysia MFA".
fn of_outlet(lexicon: &Lexicon, outlet: &str) -> Option<Country> {
    let vocabulary = &lexicon.vocabulary;
    let mut folded = String::new();
    let words: Vec<WordId> = outlet
        .split(|c: char| !c.is_alphanumeric() && c != '\'')
        .filter(|w| !w.is_empty())
        .map(|w| {
            folded.clear();
            fold_into(w, &mut folded);
            vocabulary.word(&folded)
        })
        .collect();
    for start in 0..words.len() {
        let mut node = vocabulary.root(*words.get(start)?);
        let mut found = None;
        for next in start + 1..=words.len() {
            let country = lexicon.senses(node).iter().find_map(|s| match s {
                Sense::Outlet(_, country) => *country,
                Sense::Country(c) | Sense::Demonym(c, _) | Sense::Metonym(c) => Some(*c),
                _ => None,
            });
            found = country.or(found);
            match words.get(next) {
                Some(word) => node = vocabulary.next(node, *word),
                None => break,
            }
        }
        if found.is_some() {
            return found;
        }
    }
    let _ = Class::NONE;
    None
}

/// The country named most often, titles and adjectives counted.
fn most_spoken_of(facts: &Facts) -> Option<Country> {
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
    for mention in &facts.mentions {
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
    // The first among equals: the one named first.
    let most = counts.iter().map(|(_, n)| *n).max()?;
    counts.iter().find(|(_, n)| *n == most).map(|(c, _)| *c)
}
