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
    let mut before = b' ';
    let mut starts = sentence.bytes().enumerate().filter(|(_, byte)| {
        let edge = !std::mem::replace(&mut before, *byte).is_ascii_alphanumeric();
        // The first letters of the words that lead an occasion in.
        edge && matches!(byte | 0x20, b'a' | b'b' | b'd' | b'f')
    });
    starts.any(|(at, _)| {
        let (before, rest) = sentence.split_at_checked(at).unwrap_or_default();
        let mut words = rest
            .split(|c: char| !c.is_alphanumeric())
            .filter(|w| !w.is_empty());
        let mut is = |list: &[&str]| {
            let word = words.next();
            word.is_some_and(|word| list.iter().any(|w| word.eq_ignore_ascii_case(w)))
        };
        is(LEADS)
            && is(&["the", "their", "his", "her", "this"])
            && is(OCCASIONS)
            && !before.ends_with(char::is_alphanumeric)
    })
}
