//! "I" and "we" of a quotation: whoever is quoted met those that he tells of.

use super::draft::Draft;
use crate::assemble::Material;
use crate::grammar::{MeetingFact, MentionId, StatementFact};
use crate::lexicon::WordValue;
use crate::model::PostKind;

/// Utterances around a byte that are compared.
const NEAR: usize = 8;

/// The words of others, each with those who said them.
pub(super) struct Said<'a> {
    /// From, to, and who; in text order.
    words: Vec<(u32, u32, &'a [MentionId])>,
}

impl<'a> Said<'a> {
    pub(super) fn of(facts: &'a [Box<StatementFact>]) -> Self {
        let mut all: Vec<&StatementFact> = facts
            .iter()
            .map(|f| &**f)
            .filter(|f| !f.content.is_empty())
            .collect();
        all.sort_by_key(|f| f.content.first().map_or(f.site.at, |c| c.0));
        let mut words = Vec::with_capacity(all.iter().map(|f| f.content.len()).sum());
        let mut last: Option<&StatementFact> = None;
        for fact in all {
            if !fact.continues {
                last = Some(fact);
            }
            // A quotation with nobody named beside it goes on with who spoke last.
            let speaker = last.filter(|l| l.site.paragraph + 1 >= fact.site.paragraph);
            let speakers = speaker.map_or(&[][..], |l| &l.speakers);
            words.extend(fact.content.iter().map(|c| (c.0, c.1, speakers)));
        }
        words.sort_by_key(|w| w.0);
        Said { words }
    }

    /// Who says the innermost words at a byte.
    fn at(&self, byte: u32) -> Option<&'a [MentionId]> {
        let past = self.words.partition_point(|(start, ..)| *start <= byte);
        let here = self.words.get(..past).unwrap_or_default();
        let around = here
            .iter()
            .rev()
            .take(NEAR)
            .filter(|(_, end, _)| *end > byte);
        around
            .min_by_key(|(start, end, _)| end - start)
            .map(|w| w.2)
    }

    /// Puts those who say "I" and "we" in the place of the pronoun; whether it stood for
    /// somebody.
    pub(super) fn fill(&self, material: &Material<'_>, fact: &mut MeetingFact) -> bool {
        let owned = fact
            .noun
            .as_ref()
            .and_then(|n| n.pronoun)
            .is_some_and(is_we);
        let mut told = false;
        for list in [&mut fact.subjects, &mut fact.partners] {
            let Some(at) = list.iter().position(|m| is_quoted_we(material, *m)) else {
                continue;
            };
            if let Some(speakers) = self.at(fact.site.at) {
                list.splice(at..=at, speakers.iter().copied());
                told = true;
            }
        }
        if owned
            && !told
            && fact.subjects.is_empty()
            && let Some(speakers) = self.at(fact.site.at)
        {
            fact.subjects.extend(speakers);
            told = true;
        }
        told
    }
}

fn is_we(word: WordValue) -> bool {
    matches!(word, WordValue::I | WordValue::We)
}

fn is_quoted_we(material: &Material<'_>, mention: MentionId) -> bool {
    let mention = material.heard.get(mention.0 as usize);
    mention.is_some_and(|m| m.inside && m.first_person)
}

/// Who says "we met" for his side need not have been there.
pub(super) fn without_spokesmen(material: &Material<'_>, draft: &mut Draft) {
    draft.people.retain(|p| {
        let person = material.people.list.get(*p);
        person.is_none_or(|p| p.kind() != PostKind::Spokesperson)
    });
}
