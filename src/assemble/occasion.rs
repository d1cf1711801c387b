//! The encounter that an utterance was made at: told in its own sentence, or named by
//! a phrase of it ("after the talks").

use super::Material;
use super::meeting::Told;
use crate::grammar::Site;
use crate::model::{Meeting, MeetingId};

/// What leads an occasion in, and what it is.
const LEADS: &[&str] = &["after", "during", "following", "at", "before"];
const OCCASIONS: &[&str] = &[
    "meeting",
    "talks",
    "summit",
    "call",
    "visit",
    "conference",
    "consultations",
    "dialogue",
    "conversation",
    "negotiations",
    "session",
];

/// The encounter, if the sentence tells one or points back to one.
pub(super) fn occasion(
    material: &Material<'_>,
    meetings: &[Meeting],
    told: &Told,
    site: &Site,
) -> Option<MeetingId> {
    let id = told.near(material, site)?;
    let sentence = material.span(site.sentence);
    let here = meetings
        .get(id.index())?
        .evidence
        .iter()
        .any(|e| e.span.start == sentence.start);
    (here || points_back(material.context.slice(site.sentence))).then_some(id)
}

/// "after the meeting", "during their talks"
fn points_back(sentence: &str) -> bool {
    let mut words = sentence
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .peekable();
    while let Some(word) = words.next() {
        let leads = LEADS.iter().any(|l| word.eq_ignore_ascii_case(l));
        if !leads || words.next_if(|w| is_definite(w)).is_none() {
            continue;
        }
        if words
            .peek()
            .is_some_and(|w| OCCASIONS.iter().any(|o| w.eq_ignore_ascii_case(o)))
        {
            return true;
        }
    }
    false
}

fn is_definite(word: &str) -> bool {
    ["the", "their", "his", "her", "this"]
        .iter()
        .any(|w| word.eq_ignore_ascii_case(w))
}
