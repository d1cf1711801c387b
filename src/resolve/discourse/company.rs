//! Who meets whom, while the text is walked: of them "the leaders" and "they" are told later.

use super::{Entities, Entity};
use crate::grammar::{Facts, MentionId};
use crate::model::{MeetingKind, Party};
use crate::resolve::parties;
use crate::resolve::people::People;

/// The encounters in text order of the last one named in each.
pub(super) struct Companies<'a> {
    /// The last mention of an encounter, and its fact.
    ends: Vec<(MentionId, usize)>,
    next: usize,
    facts: &'a Facts,
}

impl<'a> Companies<'a> {
    pub(super) fn of(facts: &'a Facts) -> Self {
        let told = facts.meetings.iter().enumerate();
        let mut ends: Vec<_> = told
            .filter(|(_, fact)| fact.kind != MeetingKind::Visit && !fact.subjects.is_empty())
            .filter_map(|(n, fact)| {
                let last = fact.subjects.iter().chain(&fact.partners).max()?;
                Some((*last, n))
            })
            .collect();
        ends.sort_unstable();
        Companies {
            ends,
            next: 0,
            facts,
        }
    }

    /// The sides of the encounter that the mention resolved last completes, if there are several.
    pub(super) fn completed(
        &mut self,
        found: &Entities,
        people: &People<'_>,
    ) -> Option<Vec<Party>> {
        let mut company = None;
        while let Some((last, fact)) = self.ends.get(self.next)
            && (last.0 as usize) < found.of.len()
        {
            self.next += 1;
            let Some(fact) = self.facts.meetings.get(*fact) else {
                continue;
            };
            let mut sides = Vec::new();
            for mention in fact.subjects.iter().chain(&fact.partners) {
                match found.get(mention.0 as usize) {
                    Entity::Officials(list) => {
                        let side = |at: &usize| people.list.get(*at).and_then(|p| p.party());
                        for party in list.iter().filter_map(side) {
                            parties::add(&mut sides, party);
                        }
                    }
                    Entity::Parties(list) => {
                        for party in list {
                            parties::add(&mut sides, party.clone());
                        }
                    }
                    _ => {}
                }
            }
            if sides.len() >= 2 {
                company = Some(sides);
            }
        }
        company
    }
}
