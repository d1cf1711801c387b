//! The main clause of a sentence: subject, what is made of the deed, the deed.

use super::names;
use super::table::{self, Class, Code, Marker, form};
use super::words::Word;
use crate::export::plover::Category;
use std::ops::Range;

/// Words of a subject; a longer one is more than a subject.
const LONGEST_SUBJECT: usize = 30;
/// Auxiliaries and governing verbs one behind the other.
const LONGEST_CHAIN: usize = 8;

/// A clause that tells a deed.
#[derive(Debug)]
pub(super) struct Clause {
    pub(super) code: Code,
    pub(super) subject: Range<usize>,
    /// The words behind the verb.
    pub(super) rest: Range<usize>,
    pub(super) passive: bool,
    /// Whether the subject is asked to do the deed.
    pub(super) due: bool,
}

/// The main clause, if its first finite verb tells a deed. The subject of
/// reported words may be left out: "declared a ceasefire".
///
/// ```text
/// clause := [fronted ","] subject chain rest
/// ```
pub(super) fn clause(words: &[Word<'_>], elided: bool) -> Option<Clause> {
    let start = after_fronted(words, after_dateline(words));
    // "If Kenya sends troops": another clause comes first, and where it ends nobody knows.
    let other = |w: &Word<'_>| w.is_one_of(SUBORDINATE) || w.is("should");
    if words.get(start).is_some_and(other) {
        return None;
    }
    let mut at = start;
    while at < words.len().min(start + LONGEST_SUBJECT) {
        let word = *words.get(at)?;
        if word.is_one_of(RELATIVE) {
            at = behind_relative(words, at)?;
            continue;
        }
        // A second clause begins before the verb of the first was met.
        if at > start && word.is_one_of(SUBORDINATE) {
            return None;
        }
        if at > start && REPORTS.contains(&word.text) {
            return None;
        }
        if is_participle(words, start, at) {
            at = behind_relative(words, at)?;
            continue;
        }
        match chain(words, at, start, elided) {
            Chain::Told(told) => return outcome(&told, start..at, words),
            Chain::Other => return None,
            Chain::NoVerb => at += 1,
        }
    }
    None
}

const RELATIVE: &[&str] = &["who", "which", "whose"];

const SUBORDINATE: &[&str] = &[
    "that", "if", "whether", "where", "when", "because", "unless", "after", "before", "as",
    "while", "until", "since", "although", "though", "how", "why", "what",
];

/// Behind which word a subject's own words begin: "Rebels said on Monday that …".
pub(super) fn report(words: &[Word<'_>]) -> Option<(Range<usize>, usize)> {
    const TIME: usize = 4;
    let start = after_fronted(words, after_dateline(words));
    let end = words.len().min(start + LONGEST_SUBJECT);
    let mut own = (start + 1..end).take_while(|i| {
        let other = |w: &Word<'_>| w.is_one_of(SUBORDINATE) || w.is_one_of(RELATIVE);
        !words.get(*i).is_some_and(other)
    });
    let at = own.find(|i| {
        words
            .get(*i)
            .is_some_and(|w| REPORTS.contains(&w.text) || w.is("announced"))
    })?;
    let that = (at + 1..words.len().min(at + 1 + TIME))
        .find(|i| words.get(*i).is_some_and(|w| w.is("that")));
    Some((start..at, that.unwrap_or(at) + 1))
}

/// Verbs of saying: what is told behind them is a record of its own.
const REPORTS: &[&str] = &[
    "said",
    "says",
    "told",
    "tells",
    "stated",
    "states",
    "noted",
    "added",
    "warned",
    "claimed",
    "claims",
    "claim",
    "insisted",
    "stressed",
    "explained",
    "suggested",
    "argued",
    "believes",
    "believe",
    "thinks",
    "confirmed",
    "reported",
    "say",
];

/// Where the sentence begins behind "LAGOS, May 5 (AB) --" or "Lucknow:".
fn after_dateline(words: &[Word<'_>]) -> usize {
    let capitals = |w: &Word<'_>| w.text.len() > 2 && !w.text.contains(char::is_lowercase);
    if !words.first().is_some_and(capitals) {
        return 0;
    }
    let ends = |w: &Word<'_>| w.pause;
    let last = words.iter().take(8).rposition(ends).filter(|at| *at < 7);
    last.map_or(0, |at| at + 1)
}

/// Where the subject begins behind "On May 29, …" or "Meanwhile, …".
fn after_fronted(words: &[Word<'_>], start: usize) -> usize {
    const FRONT: &[&str] = &[
        "on",
        "in",
        "at",
        "after",
        "before",
        "during",
        "since",
        "last",
        "late",
        "early",
        "earlier",
        "later",
        "yesterday",
        "today",
        "following",
        "ahead",
        "meanwhile",
        "however",
        "but",
        "and",
        "also",
        "under",
        "as",
        "over",
        "for",
        "by",
        "with",
        "from",
        "while",
        "when",
        "although",
        "despite",
        "hours",
        "days",
        "separately",
        "this",
        "amid",
        "upon",
        "a",
        "two",
        "three",
    ];
    let Some(first) = words.get(start).filter(|w| w.is_one_of(FRONT)) else {
        return start;
    };
    let article = first.is_one_of(&["a", "two", "three", "this"]);
    if article
        && !words.get(start + 1).is_some_and(|w| {
            w.is_one_of(&[
                "week", "weeks", "day", "days", "month", "months", "year", "years",
            ])
        })
    {
        return start;
    }
    let pause =
        (start..words.len().min(start + 25)).find(|i| words.get(*i).is_some_and(|w| w.pause));
    match pause {
        // "On Sunday, July 7, 2024, …": a year or a day belongs to the date.
        Some(at) => {
            let mut next = at + 1;
            while words
                .get(next)
                .is_some_and(|w| w.pause && w.text.contains(|c: char| c.is_ascii_digit()))
            {
                next += 1;
            }
            next
        }
        None => start,
    }
}

/// Behind a relative clause that commas set apart: "Perez, who leads the party, …".
fn behind_relative(words: &[Word<'_>], at: usize) -> Option<usize> {
    let apart = at
        .checked_sub(1)
        .and_then(|i| words.get(i))
        .is_some_and(|w| w.pause);
    let end = (at..words.len()).find(|i| words.get(*i).is_some_and(|w| w.pause))?;
    apart.then_some(end + 1)
}

/// "The talks, planned for May, …": a verb behind the first of two commas.
fn is_participle(words: &[Word<'_>], start: usize, at: usize) -> bool {
    let before = words.get(start..at).unwrap_or_default();
    let commas = before.iter().filter(|w| w.pause).count();
    let apart = before.last().is_some_and(|w| w.pause) && commas % 2 == 1;
    let ending = |w: &Word<'_>| w.text.ends_with("ed") || w.text.ends_with("ing");
    let verb = words
        .get(at)
        .filter(|w| is_adverb(**w))
        .map_or(at, |_| at + 1);
    apart && words.get(verb).is_some_and(ending)
}

struct Told {
    marker: Option<Marker>,
    /// What the verb can be; none where only "refused to" or "agreed to" tells.
    class: Option<Class>,
    passive: bool,
    verb: usize,
}

enum Chain {
    Told(Told),
    /// A finite verb that tells no deed.
    Other,
    NoVerb,
}

/// What stands before the verb: "has refused to".
struct Lead {
    marker: Option<Marker>,
    /// The forms that the verb may have.
    forms: u8,
    be: bool,
    /// Where the verb stands.
    verb: usize,
}

/// The chain of auxiliaries and verbs that starts here: "has refused to send".
fn chain(words: &[Word<'_>], start: usize, subject: usize, elided: bool) -> Chain {
    let Some(lead) = lead(words, start) else {
        return Chain::Other;
    };
    let bare = lead.verb == start;
    if start == subject && !elided {
        return Chain::NoVerb;
    }
    let other = if bare { Chain::NoVerb } else { Chain::Other };
    let Some(verb) = words.get(lead.verb) else {
        return other;
    };
    // Without a subject "demands" are things.
    let told = match start == subject {
        true => !table::is_verb(*verb, form::THIRD),
        false => stands_as_verb(words, start),
    };
    if bare && !told {
        return Chain::NoVerb;
    }
    // "declined to comment" refuses nothing.
    if verb.is("comment") {
        return Chain::Other;
    }
    let passive = lead.be && !table::is_verb(*verb, form::GERUND);
    let behind = (lead.verb + 1).min(words.len())..(lead.verb + 1 + table::REACH).min(words.len());
    let object = if passive { subject..start } else { behind };
    let class = table::deed(words, lead.verb, lead.forms, object);
    let alone = matches!(
        lead.marker,
        Some(Marker::Agrees | Marker::Refuses | Marker::Threat | Marker::Due)
    );
    if class.is_none() && !alone {
        return other;
    }
    Chain::Told(Told {
        marker: lead.marker,
        class,
        passive,
        verb: lead.verb,
    })
}

/// Markers and adverbs before a verb; `None` if they leave open whether it is so.
fn lead(words: &[Word<'_>], start: usize) -> Option<Lead> {
    let mut lead = Lead {
        marker: None,
        forms: form::PAST | form::THIRD,
        be: false,
        verb: start,
    };
    for _ in 0..LONGEST_CHAIN {
        let word = words.get(lead.verb);
        if lead.verb > start && word.is_some_and(|w| is_adverb(*w)) {
            lead.verb += 1;
            continue;
        }
        let Some((marker, len)) = table::marker(words, lead.verb) else {
            break;
        };
        lead.be = marker == Marker::Be;
        lead.forms = match marker {
            Marker::Open => return None,
            Marker::Perfect => form::PARTICIPLE,
            Marker::Be => form::GERUND | form::PARTICIPLE,
            Marker::Going => form::GERUND | form::BASE,
            // "will refuse to": the refusal counts.
            other => {
                lead.marker = Some(other);
                form::BASE
            }
        };
        lead.verb += len;
    }
    Some(lead)
}

/// "the released prisoners", "accused by": no verb of the clause.
fn stands_as_verb(words: &[Word<'_>], at: usize) -> bool {
    const BEFORE: &[&str] = &[
        "a", "an", "the", "its", "his", "her", "their", "of", "in", "by", "with", "for", "on",
        "from", "to", "several", "some", "many", "and", "or", "as", "than",
    ];
    const AFTER: &[&str] = &["by", "since", "under", "during"];
    let before = at.checked_sub(1).and_then(|i| words.get(i));
    let Some(verb) = words.get(at) else {
        return false;
    };
    // "Russian strikes" are things; "Russia strikes" is told.
    let plural = verb.text.ends_with('s') && table::is_verb(*verb, form::THIRD);
    if plural && !before.is_some_and(|w| names::can_act(*w)) {
        return false;
    }
    let before = before.is_some_and(|w| !w.is_one_of(BEFORE) && !w.possessive);
    let next = words.get(at + 1);
    // "a meeting called to discuss" calls nobody.
    let purpose = verb.is("called") && next.is_some_and(|w| w.is("to"));
    let means = words.get(at + 2);
    let by_phone = means.is_some_and(|w| w.is_one_of(&["phone", "telephone", "video"]));
    let after = !purpose && (by_phone || next.is_none_or(|w| !w.is_one_of(AFTER)));
    before && after
}

fn is_adverb(word: Word<'_>) -> bool {
    let adverb = word.text.ends_with("ly") && word.text.len() > 4 && !word.is("supply");
    adverb
        || word.is_one_of(&[
            "also", "already", "now", "still", "again", "so", "far", "since", "ever", "once",
            "too", "long", "today", "soon", "just",
        ])
}

/// What the chain makes of its deed.
fn outcome(told: &Told, subject: Range<usize>, words: &[Word<'_>]) -> Option<Clause> {
    let agree = (Category::Agree, None, "030");
    let refuse = (Category::Reject, None, "120");
    let class = told.class;
    let code = match told.marker {
        None => class?.done?,
        Some(Marker::Will) => class?.meant?,
        Some(Marker::Agrees) => match class.and_then(|c| c.meant).unwrap_or(agree) {
            (Category::Concede, ..) => (Category::Agree, None, "035"),
            // Troops that are offered are help.
            (Category::Threaten, _, "138") => (Category::Agree, None, "0312"),
            code => code,
        },
        Some(Marker::WillNot) => class?.refused?,
        Some(Marker::Refuses) => class.and_then(|c| c.refused).unwrap_or(refuse),
        Some(Marker::Due) => (Category::Request, None, "100"),
        Some(Marker::Threat) => threat(class),
        Some(Marker::Perfect | Marker::Be | Marker::Going | Marker::Open) => return None,
    };
    Some(Clause {
        code,
        subject,
        rest: told.verb + 1..words.len(),
        passive: told.passive,
        due: told.marker == Some(Marker::Due),
    })
}

fn threat(class: Option<Class>) -> Code {
    let threat = (Category::Threaten, None, "130");
    let meant = class.and_then(|c| c.meant);
    meant
        .filter(|c| c.0 == Category::Threaten)
        .unwrap_or(threat)
}
