//! One sentence tells one thing once: what several records of a sentence make
//! of the same words.

use super::Entity;
use super::category::Category;
use super::draft::Draft;
use std::collections::HashMap;

/// Records of one sentence that are compared with each other; sentences do not
/// have as many, and the work must not grow with the square of a long one.
const MAX_OF_SENTENCE: usize = 24;

/// An event in the making and the record it comes from.
pub(super) type Numbered<'a> = (&'static str, usize, Draft<'a>);

/// Takes out what another event of the same sentence already says.
///
/// - "A urged B to meet C": the request, and no agreement to meet.
/// - "A proposed talks with B": the proposal of the talks, by A to B.
/// - "A accused B of breaking the truce": the accusation, and no breach.
/// - "A and B met, A's ministry said": the meeting, and not what was said of it.
/// - "A and B are negotiating a treaty": the negotiation, and no agreement.
pub(super) fn reconcile(mut drafts: Vec<Numbered<'_>>) -> Vec<Numbered<'_>> {
    let mut of_sentence: HashMap<usize, Vec<usize>> = HashMap::new();
    for (i, (_, _, draft)) in drafts.iter().enumerate() {
        if let Some(sentence) = draft.sentence {
            let records = of_sentence.entry(sentence).or_default();
            if records.len() < MAX_OF_SENTENCE {
                records.push(i);
            }
        }
    }
    let mut dropped = vec![false; drafts.len()];
    for records in of_sentence.into_values() {
        for &i in &records {
            for &j in &records {
                if i != j
                    && !dropped.get(i).is_none_or(|d| *d)
                    && !dropped.get(j).is_none_or(|d| *d)
                {
                    compare(&mut drafts, &mut dropped, i, j);
                }
            }
        }
    }
    let mut dropped = dropped.into_iter();
    drafts.retain(|_| !dropped.next().unwrap_or(false));
    drafts
}

/// Compares the event `i` with another of its sentence, `j`.
fn compare(drafts: &mut [Numbered<'_>], dropped: &mut [bool], i: usize, j: usize) {
    let (Some((kind, _, one)), Some((other_kind, _, other))) = (drafts.get(i), drafts.get(j))
    else {
        return;
    };
    let utterance = *kind == "statement" && *other_kind != "statement";
    let refuses = matches!(
        one.category,
        Category::Request | Category::Reject | Category::Threaten
    );
    // "A accused B of breaking the truce": that B broke it is A's word.
    let alleged = utterance
        && one.category == Category::Accuse
        && matches!(other.category, Category::Reject | Category::Sanction)
        && share(&one.recipient, &other.actor);
    let wished = utterance && refuses && other.tentative && other.category == Category::Agree;
    let again = one.told && *other_kind != "statement" && one.category == other.category;
    let drop = if again {
        i
    } else if alleged || wished {
        j
    } else if utterance && one.category == other.category && share(&one.actor, &other.actor) {
        let (actor, recipient) = directed(one, other);
        if let Some((_, _, other)) = drafts.get_mut(j) {
            other.actor = actor;
            other.recipient = recipient;
        }
        i
    } else if *kind == "meeting"
        && *other_kind == "agreement"
        && other.tentative
        && one.category == Category::Consult
        && share(&one.actor, &other.actor)
    {
        j
    } else {
        return;
    };
    if let Some(flag) = dropped.get_mut(drop) {
        *flag = true;
    }
}

/// Who proposes or refuses the thing to whom: the speaker, to the other sides.
fn directed(utterance: &Draft<'_>, thing: &Draft<'_>) -> (Vec<Entity>, Vec<Entity>) {
    let speaks = |side: &&Entity| utterance.actor.iter().any(|s| s.same_as(side));
    let others: Vec<Entity> = thing.actor.iter().filter(|s| !speaks(s)).cloned().collect();
    if others.is_empty() || !thing.recipient.is_empty() {
        return (thing.actor.clone(), thing.recipient.clone());
    }
    (utterance.actor.clone(), others)
}

fn share(one: &[Entity], other: &[Entity]) -> bool {
    one.iter().any(|a| other.iter().any(|b| a.same_as(b)))
}
