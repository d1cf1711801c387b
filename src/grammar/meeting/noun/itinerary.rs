//! Encounters that a journey has on its program: "his visit includes talks with Mori".

use super::super::meeting_noun;
use super::is_owned;
use crate::grammar::clause::{Clause, Link};
use crate::grammar::complement::Phrase;
use crate::grammar::reader::Reader;
use crate::grammar::unit::NounGroup;
use crate::grammar::verb_group::Tense;
use crate::model::{MeetingKind, MeetingStatus};
use std::rc::Rc;

/// Verbs that tell what belongs to a journey.
const HOLDS: &[&str] = &["comprise", "feature", "include", "involve"];

/// The journey that an encounter belongs to.
pub(super) struct Journey {
    /// Who is on it, by the words before the noun.
    owner: Option<Rc<NounGroup>>,
    /// Who is on it, by the clause that the noun is the object of.
    pub(super) travelers: Vec<usize>,
    pub(super) status: MeetingStatus,
}

impl Journey {
    /// The noun group with those on the journey for owners.
    pub(super) fn own(&self, noun: Rc<NounGroup>) -> Rc<NounGroup> {
        let Some(owner) = self.owner.as_ref().filter(|_| !is_owned(&noun)) else {
            return noun;
        };
        let mut noun = noun;
        let own = Rc::make_mut(&mut noun);
        own.parties.clone_from(&owner.parties);
        own.people.clone_from(&owner.people);
        own.owner_name = owner.owner_name;
        own.owner_post.clone_from(&owner.owner_post);
        own.pronoun = owner.pronoun;
        noun
    }
}

/// `visit ["," "which"] "includes" … encounter`
pub(super) fn journey(reader: &Reader<'_, '_>, unit: usize) -> Option<Journey> {
    let clause = reader.clauses.iter().rev().find(|c| c.verb < unit)?;
    let verb = reader.verb(clause);
    let lemma = reader.view.tokens.lexicon.lemma(verb.lemma);
    if !HOLDS.contains(&lemma) || verb.negative {
        return None;
    }
    let visit = clause
        .subject
        .iter()
        .find_map(|s| visit_at(reader, *s).or_else(|| visit_at(reader, s.checked_sub(2)?)))?;
    let (noun, _) = meeting_noun(reader, visit)?;
    let owner = is_owned(noun).then(|| Rc::clone(noun));
    let travelers = match &owner {
        Some(_) => Vec::new(),
        None => made_by(reader, visit).map_or_else(Vec::new, |c| c.subject.clone()),
    };
    let status = match verb.tense {
        Tense::Past => MeetingStatus::Held,
        _ => MeetingStatus::Scheduled,
    };
    (owner.is_some() || !travelers.is_empty()).then_some(Journey {
        owner,
        travelers,
        status,
    })
}

/// A unit that is a journey: "a four-day stay", "his visit".
fn visit_at(reader: &Reader<'_, '_>, unit: usize) -> Option<usize> {
    let (_, kind) = meeting_noun(reader, unit)?;
    (kind == MeetingKind::Visit).then_some(unit)
}

/// "Kicking off a visit", "leaves for a trip": the clause whose object the journey is.
fn made_by<'a>(reader: &'a Reader<'_, '_>, visit: usize) -> Option<&'a Clause> {
    reader
        .clauses
        .iter()
        .rev()
        .find(|c| c.verb < visit && c.link != Link::Reduced)
        .filter(|c| {
            let complements = reader.view.complements(c.verb);
            let led =
                |p: &Phrase| p.nouns.contains(&visit) && reader.view.is_word(p.preposition, "for");
            complements.object.contains(&visit) || complements.phrases.iter().any(led)
        })
}
