//! One act of agreeing, one record, however often told.

use super::super::add;
use crate::grammar::{AgreementFact, Determiner};
use crate::lexicon::QuickHasher;
use crate::model::{Agreement, AgreementStatus, Party};
use chrono::NaiveDate;
use std::hash::Hasher;

/// An agreement with the longer words of its text, by their hashes, sorted.
pub(super) struct Kept {
    pub(super) agreement: Agreement,
    words: Vec<u64>,
    /// Of a state and those who fight it.
    pub(super) armed: bool,
}

/// "the agreement", "this document": a definite instrument without a name or a subject of
/// its own.
pub(super) fn points_back(fact: &AgreementFact, found: &Agreement) -> bool {
    let (Some(noun), Some(instrument)) = (&fact.noun, &found.instrument) else {
        return false;
    };
    let name = instrument.name.as_str();
    let rest = found.text.split_once(name).map_or("", |(_, rest)| rest);
    let next = rest.split_whitespace().next().unwrap_or_default();
    // "witnessed the signing of documents"
    let some =
        fact.rule == "agreement.act_noun" && noun.plural && noun.determiner == Determiner::None;
    (some || matches!(noun.determiner, Determiner::The | Determiner::This))
        && noun.parties.is_empty()
        && !noun.proper
        && !name.contains(' ')
        && !["to", "that", "which", "under", "between", "with"].contains(&next)
}

/// Words that tell when or how, not what.
const BESIDE: &[&str] = &[
    "also", "been", "both", "from", "have", "month", "next", "such", "that", "their", "this",
    "week", "well", "will", "with", "would", "year",
];

/// The words that tell one text from another, by their hashes, sorted.
fn telling_words(text: &str) -> Vec<u64> {
    let mut words: Vec<u64> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| w.len() > 3)
        .filter(|w| !BESIDE.iter().any(|b| w.eq_ignore_ascii_case(b)))
        .map(hash)
        .collect();
    words.sort_unstable();
    words
}

/// The hash of a word in small letters.
fn hash(word: &str) -> u64 {
    let mut hasher = QuickHasher::default();
    for byte in word.bytes() {
        hasher.write_u64(u64::from(byte.to_ascii_lowercase()));
    }
    hasher.finish()
}

/// How many agreements are compared, the latest ones, and how many places in the
/// text are kept for one.
const WINDOW: usize = 64;

/// Telling words of a text that says little more than the document's name.
const BARE: usize = 3;

/// Adds an agreement, or fills up the one that tells it already.
pub(super) fn take(
    kept: &mut Vec<Kept>,
    agreement: Agreement,
    armed: bool,
    points_back: bool,
    reduced: bool,
) {
    let found = Kept::of(agreement, armed);
    let first = kept.len().saturating_sub(WINDOW);
    let recent = kept.get_mut(first..).unwrap_or_default();
    if points_back {
        let told = recent.iter().rposition(|k| is_meant(k, &found));
        if let Some(known) = told.and_then(|at| recent.get_mut(at)) {
            known.told_again(found);
            return;
        }
    }
    let told = recent
        .iter()
        .position(|k| same(k, &found) || broken_again(k, &found));
    if let Some(known) = told.and_then(|at| recent.get_mut(at)) {
        known.fill(found);
        return;
    }
    let act = !matches!(
        found.agreement.status,
        AgreementStatus::Reached | AgreementStatus::Proposed
    );
    // "the agreement already reached" alone tells nothing, "the deal reached in Lome" does.
    if act || !points_back || reduced && found.words.len() + 1 > BARE || found.words.len() > BARE {
        kept.push(found);
    }
}

impl Kept {
    /// An agreement as it is told.
    pub(super) fn of(agreement: Agreement, armed: bool) -> Self {
        let words = telling_words(&agreement.text);
        Kept {
            agreement,
            words,
            armed,
        }
    }

    /// Whose agreement it is.
    pub(super) fn sides(&self) -> &[Party] {
        &self.agreement.parties
    }

    /// Whether a name, "the pact", "the truce", may mean it.
    pub(super) fn is_called(&self, name: &str) -> bool {
        let (own, one) = (called(self), !name.ends_with('s'));
        let bare = GENERIC.contains(&&*name.to_ascii_lowercase()) && !own.is_empty();
        let name = words_of(name);
        own == name || one && (bare || name.last().is_some_and(|head| own.contains(head)))
    }

    /// "The agreement was signed in Rome": when, and that it was, not what.
    fn told_again(&mut self, other: Kept) {
        let unnamed = self.agreement.instrument.is_some() && called(self).len() <= 1;
        let known = &mut self.agreement;
        // "the Lome Accord", and later "The accord was signed by both presidents"
        let named = known
            .evidence
            .first()
            .is_some_and(|e| e.rule == "agreement.noun")
            && other.agreement.status == AgreementStatus::Signed;
        if (unnamed || named) && self.words.len() <= BARE && other.words.len() > self.words.len() {
            known.text = other.agreement.text;
            known.commitments = other.agreement.commitments;
            self.words = other.words;
        }
        // "The pact, proposed in 1985, …" tells not when it was signed.
        let told = other.agreement.when.filter(|_| {
            other.agreement.status == known.status
                || other.agreement.status == AgreementStatus::Signed
        });
        known.when = known.when.take().or(told);
        if known.status != AgreementStatus::Broken
            && other.agreement.status == AgreementStatus::Signed
        {
            known.status = AgreementStatus::Signed;
        }
        if known.evidence.len() < WINDOW {
            known.evidence.extend(other.agreement.evidence);
        }
    }

    /// The fuller telling wins.
    fn fill(&mut self, found: Kept) {
        let full = self.words.len() > BARE && same_wish(self, &found);
        let (known, other) = (&mut self.agreement, found.agreement);
        if other.text.len() > known.text.len() && !full {
            known.text = other.text;
            known.commitments = other.commitments;
            self.words = found.words;
        }
        for party in other.parties {
            add(&mut known.parties, party);
        }
        known.instrument = known.instrument.take().or(other.instrument);
        known.when = known.when.take().or(other.when);
        if known.evidence.len() < WINDOW {
            known.evidence.extend(other.evidence);
        }
    }
}

/// The first day of when it was made, if told.
fn day_of(kept: &Kept) -> Option<NaiveDate> {
    kept.agreement.when.as_ref()?.start?.first_day()
}

/// Nouns that any document may be called by.
const GENERIC: &[&str] = &["agreement", "deal", "accord", "pact", "document", "text"];

/// Whether "the agreement", "the treaty" may mean the one known.
fn is_meant(known: &Kept, found: &Kept) -> bool {
    let (known_name, name) = (called(known), called(found));
    let head = name.last().map(String::as_str).unwrap_or_default();
    let spoken_of = known.words.binary_search(&hash(head)).is_ok();
    let fits = known_name.iter().any(|w| w == head) || GENERIC.contains(&head) || spoken_of;
    let apart = day_of(known)
        .zip(day_of(found))
        .is_some_and(|(a, b)| (a - b).num_days().abs() > 31);
    fits && !apart && known.agreement.status != AgreementStatus::Broken && sides_fit(known, found)
}

/// Whether the sides of one are all among those of the other.
fn sides_fit(a: &Kept, b: &Kept) -> bool {
    let (a, b) = (&a.agreement.parties, &b.agreement.parties);
    a.iter().all(|p| b.contains(p)) || b.iter().all(|p| a.contains(p))
}

/// The words of a document's name up to its subject: "permanent ceasefire".
fn called(kept: &Kept) -> Vec<String> {
    let name = kept.agreement.instrument.as_ref().map(|i| i.name.as_str());
    words_of(name.unwrap_or_default())
}

fn words_of(name: &str) -> Vec<String> {
    let words = name.split([' ', '-']).filter(|w| !w.is_empty());
    let own = words.take_while(|w| {
        !["on", "of", "for"]
            .iter()
            .any(|p| w.eq_ignore_ascii_case(p))
    });
    own.map(
        |w| match w.trim_end_matches('s').to_ascii_lowercase().as_str() {
            "mou" | "memoranda" => "memorandum".to_owned(),
            "fire" | "truce" => "ceasefire".to_owned(),
            other => other.to_owned(),
        },
    )
    .collect()
}

/// Whether both are wished and called alike: "a ceasefire", "a permanent ceasefire"; one
/// article speaks of one truce, but of several treaties.
fn same_wish(a: &Kept, b: &Kept) -> bool {
    let wished = |k: &Kept| {
        matches!(
            k.agreement.status,
            AgreementStatus::Proposed | AgreementStatus::Planned
        )
    };
    if !wished(a) || !wished(b) {
        return false;
    }
    let bare = a.words.len().min(b.words.len()) <= BARE;
    let (a, b) = (called(a), called(b));
    let same_head = a.last().is_some() && a.last() == b.last();
    let truce = a.last().is_some_and(|w| w == "ceasefire");
    let within = a.iter().all(|w| b.contains(w)) || b.iter().all(|w| a.contains(w));
    same_head && (truce || bare && within)
}

/// "terminated the truce", "withdrew from the truce": one document is broken once.
fn broken_again(a: &Kept, b: &Kept) -> bool {
    let broken = |k: &Kept| k.agreement.status == AgreementStatus::Broken;
    let (name, other) = (called(a), called(b));
    let alike = name.last().is_some() && name.last() == other.last();
    let within = name.iter().all(|w| other.contains(w)) || other.iter().all(|w| name.contains(w));
    broken(a) && broken(b) && alike && within && sides_fit(a, b)
}

/// "five agreements"
fn counted(kept: &Kept) -> bool {
    const NUMBERS: &[&str] = &[
        "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    ];
    called(kept).first().is_some_and(|w| {
        NUMBERS.contains(&w.as_str()) || !w.is_empty() && w.bytes().all(|b| b.is_ascii_digit())
    })
}

/// One act told twice: one status, sides that fit, and most words shared.
fn same(a: &Kept, b: &Kept) -> bool {
    if !sides_fit(a, b) {
        return false;
    }
    if same_wish(a, b) {
        return true;
    }
    if a.agreement.status != b.agreement.status {
        return false;
    }
    if counted(a) && called(a) == called(b) {
        return true;
    }
    let (short, long) = if a.words.len() <= b.words.len() {
        (&a.words, &b.words)
    } else {
        (&b.words, &a.words)
    };
    let shared = short.iter().filter(|w| long.binary_search(w).is_ok());
    !short.is_empty() && shared.count() * 10 >= short.len() * 8
}
