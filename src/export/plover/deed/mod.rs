//! Deeds: what a sentence tells as done, promised, refused, asked or threatened,
//! read from its main clause by tables of verbs.
//!
//! Records hold encounters, utterances and agreements. Aid sent, sanctions
//! imposed, envoys recalled or prisoners freed are none of these, but events all
//! the same. They are read here from the words of the body, and only where the
//! subject names a state or body and the verb stands in the tables.

mod clause;
mod names;
mod table;
mod words;

use super::category::Category;
use super::draft::{Dates, Draft, told};
use super::{Entity, meeting, statement};
use crate::export::locate::Locator;
use crate::model::{Article, PartialDate};
use chrono::Datelike;
use clause::Clause;
pub(super) use names::People;
use table::Code;
use words::Word;

/// Words of a sentence that are looked at.
const LONGEST: usize = 80;

/// What a clause tells, and of whom.
#[derive(Debug)]
pub(super) struct Deed {
    pub(super) code: Code,
    pub(super) actor: Vec<Entity>,
    pub(super) recipient: Vec<Entity>,
}

/// The event of a sentence that no record tells of.
pub(super) fn draft<'a>(
    article: &Article,
    people: &People,
    locator: &Locator<'a>,
    sentence: usize,
) -> Option<Draft<'a>> {
    let text = locator.words(sentence)?;
    if text.starts_with(['"', '“', '\'', '‘', '«']) || text.ends_with('?') {
        return None;
    }
    let deed = read(people, text, &[]).or_else(|| reported(people, text))?;
    let (category, mode, cameo) = deed.code;
    Some(Draft {
        category,
        tentative: false,
        told: false,
        mode,
        cameo,
        actor: deed.actor,
        recipient: deed.recipient,
        dates: dates(article, text),
        place: None,
        sentence: Some(sentence),
        words: Some(text),
        topics: Vec::new(),
    })
}

/// What a side says of itself or asks of others, where no record has it.
fn reported(people: &People, text: &str) -> Option<Deed> {
    let words = words::words(text, LONGEST);
    let (subject, content) = clause::report(&words)?;
    let speaker = names::actors(people, text, &words, subject);
    if speaker.is_empty() {
        return None;
    }
    let start = words.get(content)?.start;
    read(people, text.get(start..)?, &speaker)
}

/// The deed that these words tell; `speaker` says them, if they are reported.
pub(super) fn read(people: &People, text: &str, speaker: &[Entity]) -> Option<Deed> {
    let words = words::words(text, LONGEST);
    let clause = clause::clause(&words, !speaker.is_empty())?;
    let subject = sides(people, text, &words, &clause.subject, speaker);
    if clause.due {
        // What a speaker asks of others; of oneself one asks nothing.
        let others = subject
            .into_iter()
            .filter(|s| !speaker.iter().any(|x| x.same_as(s)));
        let recipient: Vec<Entity> = others.collect();
        return (!speaker.is_empty()).then(|| Deed {
            code: refined(clause.code, rest(text, &words, &clause)),
            actor: speaker.to_vec(),
            recipient,
        });
    }
    let (actor, recipient) = if clause.passive {
        let by = clause
            .rest
            .clone()
            .find(|i| words.get(*i).is_some_and(|w| w.is("by")))?;
        (
            names::actors(people, text, &words, by + 1..clause.rest.end),
            subject,
        )
    } else {
        let others = names::others(
            people,
            text,
            &words,
            clause.rest.clone(),
            &subject,
            is_upon_somebody(clause.code),
        );
        (subject, others)
    };
    let (actor, recipient) = match clause.code.0.needs_recipient() {
        true => meeting::split(actor, recipient),
        false => (actor, recipient),
    };
    let meets = clause.code.0 == Category::Consult;
    let (actor, recipient) = match clause.code.1 {
        // Those who meet act alike; a visitor and a host do not.
        mode if meets && mode != Some("visit") && !actor.is_empty() => {
            ([actor, recipient].concat(), Vec::new())
        }
        _ => (actor, recipient),
    };
    // Nobody meets alone.
    let alone = meets && actor.len() + recipient.len() < 2;
    (!actor.is_empty() && !alone).then(|| Deed {
        code: refined(clause.code, rest(text, &words, &clause)),
        actor,
        recipient,
    })
}

/// The words behind the verb.
fn rest<'t>(text: &'t str, words: &[Word<'_>], clause: &Clause) -> &'t str {
    let start = clause.rest.start.checked_sub(1).and_then(|i| words.get(i));
    text.get(start.map_or(0, |w| w.start)..).unwrap_or_default()
}

/// What is asked or refused, where only that it is so is known.
fn refined(code: Code, rest: &str) -> Code {
    match code {
        (Category::Request | Category::Reject, None, _) => {
            statement::scoped(rest, code.0.name()).unwrap_or(code)
        }
        _ => code,
    }
}

/// The sides that a subject names; a pronoun is the speaker.
fn sides(
    people: &People,
    text: &str,
    words: &[Word<'_>],
    subject: &std::ops::Range<usize>,
    speaker: &[Entity],
) -> Vec<Entity> {
    const SELF: &[&str] = &[
        "it", "he", "she", "they", "we", "i", "his", "her", "their", "its", "our", "my",
    ];
    let first = words.get(subject.start);
    if subject.is_empty() {
        return speaker.to_vec();
    }
    if first.is_some_and(|w| w.is_one_of(SELF)) {
        return speaker.to_vec();
    }
    let own = words.get(subject.clone()).is_some_and(|s| {
        matches!(s, [the, head] if the.is("the") && head.is_one_of(&["government", "country", "ministry", "group", "army"]))
    });
    if own {
        return speaker.to_vec();
    }
    let sides = names::actors(people, text, words, subject.clone());
    match sides.as_slice() {
        // "Kenya would not", said by its president.
        [one] if speaker.len() == 1 && speaker.iter().any(|s| s.code == one.code) => {
            speaker.to_vec()
        }
        _ => sides,
    }
}

/// The others that these words name, besides the actors.
pub(super) fn others(
    people: &People,
    text: &str,
    actors: &[Entity],
    category: Category,
) -> Vec<Entity> {
    let words = words::words(text, LONGEST);
    names::others(
        people,
        text,
        &words,
        0..words.len(),
        actors,
        is_upon_somebody((category, None, "")),
    )
}

/// Whether what is done in a country is done upon it: a visit is, talks are not.
fn is_upon_somebody((category, mode, _): Code) -> bool {
    match category {
        Category::Consult => mode == Some("visit"),
        category => !matches!(category, Category::Agree | Category::Support),
    }
}

/// Where these words first name the side of this code.
pub(super) fn place(text: &str, code: &str) -> Option<usize> {
    let words = words::words(text, LONGEST);
    names::place(&words, code)
}

/// The sides that the words for an unnamed source name: "Chilean officials".
pub(super) fn named(text: &str) -> Vec<Entity> {
    let words = words::words(text, LONGEST);
    names::actors(&People::default(), text, &words, 0..words.len())
}

/// The day it was told; of a sentence that names another year, that year.
fn dates(article: &Article, text: &str) -> Dates {
    let told = told(article);
    let year = words::words(text, LONGEST).iter().find_map(|w| {
        let year = w
            .text
            .parse::<i32>()
            .ok()
            .filter(|y| (1900..2100).contains(y))?;
        (w.text.len() == 4).then_some(year)
    });
    let past = year.filter(|y| {
        let before = told.and_then(|t| t.first_day()).map(|t| t.year() > *y);
        before.unwrap_or(true)
    });
    match past.map(PartialDate::Year) {
        Some(year) => (
            year.first_day().map(Into::into),
            year.last_day().map(Into::into),
        ),
        None => (told, None),
    }
}
