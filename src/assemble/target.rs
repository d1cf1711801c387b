//! Whom an utterance is addressed to or about.

use super::{Material, add};
use crate::grammar::{MentionId, StatementFact};
use crate::model::{Party, Speaker, StatementAct};
use crate::resolve::Entity;

/// The addressees; where none is named, and the act needs somebody, the first side
/// that the words speak of beside the speaker's own.
pub(super) fn targets(
    material: &Material<'_>,
    fact: &StatementFact,
    speakers: &[Speaker],
    own: &[Party],
) -> Vec<Party> {
    let mut found = material.parties(&fact.targets);
    found.retain(|p| !own.contains(p));
    let open = matches!(fact.act, StatementAct::Say | StatementAct::Confirm);
    if !found.is_empty() || open || speakers.is_empty() {
        return found;
    }
    let Some(content) = fact.content.first() else {
        return found;
    };
    let mentions = material.heard;
    let first = mentions.partition_point(|m| m.span.0 < content.0);
    for (n, mention) in (first..).zip(mentions.from(first)) {
        if mention.span.0 >= content.1 {
            break;
        }
        let id = MentionId(u32::try_from(n).unwrap_or(u32::MAX));
        if matches!(material.entity(id), Entity::Nothing | Entity::Outsider) {
            continue;
        }
        for party in material.parties(&[id]) {
            if !own.contains(&party) {
                add(&mut found, party);
            }
        }
        if !found.is_empty() {
            break;
        }
    }
    found
}

/// The sides that the speakers speak for.
pub(super) fn sides(material: &Material<'_>, fact: &StatementFact) -> Vec<Party> {
    material.parties(&fact.speakers)
}
