//! Deeds: what a sentence tells as done, promised, refused, asked or threatened,
//! read from its main clause by tables of verbs.
//!
//! Records hold encounters, utterances and agreements. Aid sent, sanctions
//! imposed, envoys recalled or prisoners freed are none of these, but events all
//! the same. They are read here from the words of the body, and only where the
//! subject names a state or body and the verb stands in the tables.
//!
//! This is no part of the grammar, though it reads sentences: deeds are no
//! records of an [`Article`], and events are a pure function of it, so that one
//! read back from JSON, whose facts and input are gone, gives the same events.
//! So it takes nothing but the body and the records, and a little clause finder
//! of its own does for what the tables ask.
//!
//! ```text
//! words   a sentence as words
//! names   the states, bodies and people that words name; tables of the lexicon
//! sides   which of those named act, and which are acted upon
//! table   verbs, classes and markers: deeds.tsv, deed_classes.tsv, deed_markers.tsv
//! clause  the main clause: subject, markers, verb, rest
//! ```

mod clause;
mod names;
mod sides;
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
    let speaker = sides::actors(people, text, &words, subject);
    if speaker.is_empty() {
        return None;
    }
    let start = words.get(content)?.start;
    read(people, text.get(start..)?, &speaker)
}

/// Actors and recipients.
type Sides = (Vec<Entity>, Vec<Entity>);

/// The deed that these words tell; `speaker` says them, if they are reported.
pub(super) fn read(people: &People, text: &str, speaker: &[Entity]) -> Option<Deed> {
    let words = words::words(text, LONGEST);
    let clause = clause::clause(&words, !speaker.is_empty())?;
    let subject = subject(people, text, &words, &clause.subject, speaker);
    let told = if clause.due {
        asked(subject, speaker)
    } else if clause.passive {
        suffered(people, text, &words, &clause, subject)?
    } else {
        done(people, text, &words, &clause, subject)
    };
    let (actor, recipient) = by_category(clause.code, told);
    // Nobody meets alone.
    let alone = clause.code.0 == Category::Consult && actor.len() + recipient.len() < 2;
    (!actor.is_empty() && !alone).then(|| Deed {
        code: refined(clause.code, rest(text, &words, &clause)),
        actor,
        recipient,
    })
}

/// What a speaker asks of others; of oneself one asks nothing.
fn asked(subject: Vec<Entity>, speaker: &[Entity]) -> Sides {
    let others = subject
        .into_iter()
        .filter(|s| !speaker.iter().any(|x| x.same_as(s)));
    (speaker.to_vec(), others.collect())
}

/// "The envoys were expelled by Chad": nothing is known without the "by".
fn suffered(
    people: &People,
    text: &str,
    words: &[Word<'_>],
    clause: &Clause,
    subject: Vec<Entity>,
) -> Option<Sides> {
    let mut rest = clause.rest.clone();
    let by = rest.find(|i| words.get(*i).is_some_and(|w| w.is("by")))?;
    let actor = sides::actors(people, text, words, by + 1..clause.rest.end);
    Some((actor, subject))
}

fn done(
    people: &People,
    text: &str,
    words: &[Word<'_>],
    clause: &Clause,
    subject: Vec<Entity>,
) -> Sides {
    let somewhere = is_upon_somebody(clause.code);
    let rest = clause.rest.clone();
    let others = sides::others(people, text, words, rest, &subject, somewhere);
    (subject, others)
}

/// Who is actor and who recipient, as the manual has it for the category.
fn by_category((category, mode, _): Code, (actor, recipient): Sides) -> Sides {
    if category.needs_recipient() {
        return meeting::split(actor, recipient);
    }
    // Those who meet act alike; a visitor and a host do not.
    if category == Category::Consult && mode != Some("visit") && !actor.is_empty() {
        return ([actor, recipient].concat(), Vec::new());
    }
    (actor, recipient)
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
fn subject(
    people: &People,
    text: &str,
    words: &[Word<'_>],
    subject: &std::ops::Range<usize>,
    speaker: &[Entity],
) -> Vec<Entity> {
    const SELF: &[&str] = &[
        "it", "he", "she", "they", "we", "i", "his", "her", "their", "its", "our", "my",
    ];
    const OWN: &[&str] = &["government", "country", "ministry", "group", "army"];
    let own = match words.get(subject.clone()).unwrap_or_default() {
        [] => true,
        [the, head] if the.is("the") && head.is_one_of(OWN) => true,
        [first, ..] => first.is_one_of(SELF),
    };
    if own {
        return speaker.to_vec();
    }
    let sides = sides::actors(people, text, words, subject.clone());
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
    sides::others(
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
    sides::place(&words, code)
}

/// The sides that the words for an unnamed source name: "Chilean officials".
pub(super) fn named(text: &str) -> Vec<Entity> {
    let words = words::words(text, LONGEST);
    sides::actors(&People::default(), text, &words, 0..words.len())
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
