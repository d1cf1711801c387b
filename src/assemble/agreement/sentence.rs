//! Which sides the sentence of an act names.

use super::super::{Material, add};
use crate::grammar::{AgreementFact, MentionId};
use crate::model::Party;

/// Whether states behind a word of place count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Places {
    In,
    Out,
}

/// The sides known with the others that the sentence names outside of what is agreed, if
/// they are few.
pub(super) fn named(
    parties: &[Party],
    material: &Material<'_>,
    fact: &AgreementFact,
    places: Places,
) -> Vec<Party> {
    let sentence = fact.site.sentence;
    let mentions = material.heard;
    let first = mentions.partition_point(|m| m.span.0 < sentence.0);
    let mut named: Vec<Party> = parties.to_vec();
    for (n, mention) in mentions.iter().enumerate().skip(first) {
        if mention.span.0 >= sentence.1 {
            break;
        }
        let inside = fact
            .content
            .is_some_and(|c| mention.span.0 > c.0 && mention.span.1 <= c.1);
        let brokers = fact
            .mediators
            .iter()
            .filter_map(|m| mentions.get(m.0 as usize))
            .any(|m| m.span == mention.span);
        let told = inside && fact.rule == "agreement.verb";
        if !mention.names_side
            || told
            || inside && fact.instrument.is_none()
            || brokers
            || is_place(material, mention.span.0) && (places == Places::Out || !mention.state)
        {
            continue;
        }
        let id = MentionId(u32::try_from(n).unwrap_or(u32::MAX));
        for party in material.parties(&[id]) {
            add(&mut named, party);
        }
        if named.len() > 4 {
            return parties.to_vec();
        }
    }
    named
}

/// "in Mexico City", "Lusaka, capital of Zambia": a name behind a word of place is no side.
fn is_place(material: &Material<'_>, start: u32) -> bool {
    let before = material.context.slice((0, start)).trim_end();
    let last = before.rsplit(' ').next().unwrap_or_default();
    let placed = ["in", "at", "to", "from"];
    placed.iter().any(|w| last.eq_ignore_ascii_case(w)) || before.ends_with("capital of")
}
