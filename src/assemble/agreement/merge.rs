//! One act of agreeing, one record, however often told.

use super::super::{Material, add};
use crate::grammar::{AgreementFact, Determiner};
use crate::model::{Agreement, AgreementStatus};

/// An agreement with the longer words of its text, sorted.
pub(super) struct Kept {
    pub(super) agreement: Agreement,
    words: Vec<String>,
}

/// "the agreement", "this document": a definite instrument without a name of its own.
pub(super) fn points_back(material: &Material<'_>, fact: &AgreementFact) -> bool {
    let Some(noun) = &fact.noun else { return false };
    matches!(noun.determiner, Determiner::The | Determiner::This)
        && noun.parties.is_empty()
        && !noun.proper
        && material.text(noun.body).split_whitespace().count() <= 1
}

/// The words that tell one text from another, sorted.
fn telling_words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| w.len() > 3)
        .map(str::to_ascii_lowercase)
        .collect();
    words.sort_unstable();
    words
}

/// How many agreements are compared, the latest ones, and how many places in the
/// text are kept for one.
const WINDOW: usize = 64;

/// Telling words of a text that says little more than the document's name.
const BARE: usize = 3;

/// Adds an agreement, or fills up the one that tells it already.
pub(super) fn take(kept: &mut Vec<Kept>, agreement: Agreement, points_back: bool) {
    let words = telling_words(&agreement.text);
    let found = Kept { agreement, words };
    let first = kept.len().saturating_sub(WINDOW);
    let told = kept.iter().skip(first).position(|k| same(k, &found));
    let told = told.map(|at| at + first).or_else(|| {
        let at = kept.iter().rposition(|k| sides_fit(k, &found))?;
        points_back.then_some(at)
    });
    let Some(known) = told.and_then(|at| kept.get_mut(at)) else {
        let act = !matches!(
            found.agreement.status,
            AgreementStatus::Reached | AgreementStatus::Proposed
        );
        // "the agreement already reached" alone tells nothing.
        if act || !points_back {
            kept.push(found);
        }
        return;
    };
    if points_back {
        known.agreement.evidence.extend(found.agreement.evidence);
        known.agreement.when = known.agreement.when.take().or(found.agreement.when);
        return;
    }
    let wish = same_wish(known, &found);
    let (known, known_words) = (&mut known.agreement, &mut known.words);
    let other = found.agreement;
    let full = wish && known_words.len() > BARE;
    if other.text.len() > known.text.len() && !full {
        known.text = other.text;
        known.commitments = other.commitments;
        *known_words = found.words;
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

/// Whether the sides of one are all among those of the other.
fn sides_fit(a: &Kept, b: &Kept) -> bool {
    let (a, b) = (&a.agreement.parties, &b.agreement.parties);
    a.iter().all(|p| b.contains(p)) || b.iter().all(|p| a.contains(p))
}

/// The words of a document's name up to its subject: "permanent ceasefire".
fn called(kept: &Kept) -> Vec<String> {
    let name = kept.agreement.instrument.as_ref().map(|i| i.name.as_str());
    let words = name.unwrap_or_default().split([' ', '-']);
    let own = words.take_while(|w| {
        !["on", "of", "for"]
            .iter()
            .any(|p| w.eq_ignore_ascii_case(p))
    });
    own.map(|w| w.trim_end_matches('s').to_ascii_lowercase())
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
    let truce = a
        .last()
        .is_some_and(|w| ["ceasefire", "fire", "truce"].contains(&w.as_str()));
    let within = a.iter().all(|w| b.contains(w)) || b.iter().all(|w| a.contains(w));
    same_head && (truce || bare && within)
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
    let (short, long) = if a.words.len() <= b.words.len() {
        (&a.words, &b.words)
    } else {
        (&b.words, &a.words)
    };
    let shared = short.iter().filter(|w| long.binary_search(w).is_ok());
    !short.is_empty() && shared.count() * 10 >= short.len() * 8
}
