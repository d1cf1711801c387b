//! Who attends a gathering of a body that others meet at: "met Mori on the sidelines of the
//! NATO summit", "is in Lima for the APEC summit".

use super::super::{is_person, meeting_noun};
use super::hanging::clause_of;
use crate::grammar::party::PartyRef;
use crate::grammar::reader::Reader;
use crate::grammar::unit::{NounGroup, UnitKind};
use crate::lexicon::FrameRecord;

/// Prepositions that lead in whom a clause is told with.
const TOGETHER: &[&str] = &[
    "with",
    "between",
    "among",
    "by",
    "along with",
    "together with",
];

/// `people verb [people] {phrase with people} "on the sidelines of" gathering`
pub(in super::super) fn attendees(reader: &Reader<'_, '_>, unit: usize) -> Vec<usize> {
    let Some(clause) = clause_of(reader, unit) else {
        return Vec::new();
    };
    let complements = reader.view.complements(clause.verb);
    let meets = |r: &FrameRecord| matches!(r, FrameRecord::Meeting(_));
    let mut found = clause.subject.clone();
    if reader.view.has_frame(clause.verb, meets) {
        let object = complements.object.iter().copied();
        found.extend(object.filter(|n| is_person(reader, *n)));
    }
    let led = complements.phrases.iter().filter(|p| {
        TOGETHER
            .iter()
            .any(|w| reader.view.is_word(p.preposition, w))
    });
    found.extend(led.flat_map(|p| p.nouns.iter().copied()));
    let side = |n: &usize| {
        is_person(reader, *n) || matches!(reader.view.kind(*n), Some(UnitKind::Parties(..)))
    };
    found.retain(|n| *n != unit && side(n) && meeting_noun(reader, *n).is_none());
    found
}

/// "G20": no more than those that meet there.
pub(in super::super) fn is_forum(reader: &Reader<'_, '_>, parties: &[PartyRef]) -> bool {
    let entries = &reader.view.tokens.lexicon.organizations;
    let forum = |p: &PartyRef| match p {
        PartyRef::Organization(at) => entries
            .get(usize::from(*at))
            .is_some_and(|o| &*o.kind == "forum"),
        _ => false,
    };
    !parties.is_empty() && parties.iter().all(forum)
}

/// "the G20 summit": a body stands before it, and nobody else.
pub(super) fn is_of_body(noun: &NounGroup) -> bool {
    let body = |p: &PartyRef| matches!(p, PartyRef::Organization(_));
    !noun.parties.is_empty()
        && noun.parties.iter().all(body)
        && noun.people.is_empty()
        && noun.owner_name.is_none()
        && noun.owner_post.is_none()
        && noun.pronoun.is_none()
}
