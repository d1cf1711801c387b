//! Which of the sides that a clause names act, and which are acted upon.

use super::names::{AGENTS, Name, People, names};
use super::words::Word;
use crate::export::plover::{Entity, actor};
use std::ops::Range;

/// Who acts in these words: the first side named, and those joined to it.
pub(super) fn actors(
    people: &People,
    sentence: &str,
    words: &[Word<'_>],
    range: Range<usize>,
) -> Vec<Entity> {
    const TOWARDS: &[&str] = &[
        "to", "against", "with", "on", "for", "over", "about", "toward",
    ];
    let all = names(people, words, range.clone());
    let before = |name: &Name, back: usize| {
        let at = name
            .at
            .start
            .checked_sub(back)
            .filter(|at| *at >= range.start)?;
        words.get(at).copied()
    };
    // "forces loyal to Chad" are on its side.
    let towards = |name: &Name| {
        before(name, 1).is_some_and(|w| w.is_one_of(TOWARDS))
            && !before(name, 2).is_some_and(|w| w.is_one_of(&["loyal", "allied", "belonging"]))
    };
    let Some(first) = all.iter().find(|n| !towards(n)) else {
        return Vec::new();
    };
    let joined = |name: &Name| {
        let article = before(name, 1).filter(|w| w.is("the")).is_some();
        let link = before(name, if article { 2 } else { 1 });
        link.is_some_and(|w| w.is("and") || w.is("&") || (w.pause && all.len() > 2))
    };
    let mut sides: Vec<Entity> = vec![entity(sentence, words, &range, first)];
    for name in all
        .iter()
        .filter(|n| n.at.start > first.at.start && joined(n))
    {
        if sides.iter().all(|s| s.code != name.code) {
            sides.push(plain(words, name, sentence));
        }
    }
    if sides.len() > 1 {
        sides[0] = plain(words, first, sentence);
    }
    sides
}

/// The sides named here other than the actors: the first, and those joined to
/// it; `somewhere` lets a place stand for its people, as in "aid in Chad".
pub(super) fn others(
    people: &People,
    sentence: &str,
    words: &[Word<'_>],
    range: Range<usize>,
    actors: &[Entity],
    somewhere: bool,
) -> Vec<Entity> {
    // Where something is, is upon nobody: "the attack in Mali". So is what talks
    // are about: "held talks on Mali".
    const WHERE: &[&str] = &["in", "at", "near", "off", "inside", "outside", "across"];
    let before = |i: usize| i.checked_sub(1).and_then(|b| words.get(b)).copied();
    let is_where = |name: &Name| {
        let mut at = name.at.start;
        while before(at).is_some_and(|w| {
            w.is_one_of(&[
                "the", "a", "an", "northern", "southern", "eastern", "western", "central",
            ])
        }) {
            at -= 1;
        }
        before(at).is_some_and(|w| {
            w.is_one_of(WHERE) || (!somewhere && w.is_one_of(&["on", "about", "over"]))
        })
    };
    let mut sides: Vec<Entity> = Vec::new();
    let mut last = 0;
    let (there, named): (Vec<Name>, Vec<Name>) =
        names(people, words, range).into_iter().partition(is_where);
    for name in if named.is_empty() && somewhere {
        there
    } else {
        named
    } {
        let known = actors.iter().chain(&sides).any(|s| s.code == name.code);
        // Those joined stand near: "aid to Peru, Chile and the Bolivian army".
        if known || (!sides.is_empty() && name.at.start > last + 3) {
            continue;
        }
        last = name.at.end;
        sides.push(plain(words, &name, sentence));
    }
    sides
}

/// A side by its name alone.
fn plain(words: &[Word<'_>], name: &Name, sentence: &str) -> Entity {
    let sector = (!name.sector.is_empty()).then_some(name.sector);
    actor::entity(name.code, sector, text(sentence, words, &name.at), None)
}

/// A side as the whole phrase that names it, with the sector its words tell.
fn entity(sentence: &str, words: &[Word<'_>], range: &Range<usize>, name: &Name) -> Entity {
    let phrase = text(sentence, words, range);
    let bare = phrase
        .strip_prefix("The ")
        .or_else(|| phrase.strip_prefix("the "));
    let phrase = bare.unwrap_or(phrase);
    let sector = match AGENTS.best(phrase, |_| true) {
        _ if !name.sector.is_empty() => Some(name.sector),
        Some(row) => Some(row.column(1)),
        None => None,
    };
    actor::entity(name.code, sector, phrase, None)
}

/// The words as they stand in the sentence.
fn text<'s>(sentence: &'s str, words: &[Word<'_>], range: &Range<usize>) -> &'s str {
    let start = words.get(range.start).map_or(0, |w| w.start);
    let end = range
        .end
        .checked_sub(1)
        .and_then(|i| words.get(i))
        .map_or(start, |w| w.end);
    sentence.get(start..end).unwrap_or_default()
}

/// Where the side of this code is first named.
pub(super) fn place(words: &[Word<'_>], code: &str) -> Option<usize> {
    let all = names(&People::default(), words, 0..words.len());
    let first = all.into_iter().find(|n| n.code == code)?;
    words.get(first.at.start).map(|w| w.start)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::plover::deed::words::words;

    fn acting(text: &str) -> String {
        let words = words(text, 99);
        let sides = actors(&People::default(), text, &words, 0..words.len());
        let one = |e: &Entity| format!("{}-{}", e.code, e.sector.as_deref().unwrap_or(""));
        sides.iter().map(one).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn who_acts_is_the_first_side_named_and_those_joined_to_it() {
        assert_eq!(acting("Peruvian rebels"), "PER-REB");
        assert_eq!(acting("A court in southern Chile"), "CHL-JUD");
        assert_eq!(acting("The governments of Chile and Peru"), "CHL- PER-");
        assert_eq!(acting("Canada's ambassador to Peru"), "CAN-GOV");
        assert_eq!(acting("Forces loyal to Chad"), "TCD-MIL");
        assert_eq!(acting("The Saudi-led coalition"), "SAU-");
        assert_eq!(acting("A UN-backed plan"), "");
        assert_eq!(acting("Angela Merkel"), "DEU-GOV");
        assert_eq!(acting("Tom Merkel"), "");
    }
}
