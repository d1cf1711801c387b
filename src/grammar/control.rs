//! Who is to do what an infinitive or a gerund tells, by the word that it hangs on.

use super::clause::{Clause, Link};
use super::unit::{Head, UnitKind};
use super::verb_group::VerbGroup;
use super::view::View;
use crate::lexicon::FrameRecord;

/// Nouns of what somebody means to do.
const AIMS: &[&str] = &[
    "attempt",
    "attempts",
    "bid",
    "call",
    "calls",
    "decision",
    "decisions",
    "effort",
    "efforts",
    "failure",
    "inability",
    "intent",
    "intention",
    "intentions",
    "move",
    "moves",
    "offer",
    "offers",
    "plan",
    "plans",
    "pledge",
    "pressure",
    "promise",
    "proposal",
    "proposals",
    "readiness",
    "refusal",
    "reluctance",
    "threat",
    "threats",
    "vow",
    "willingness",
];

/// Verbs of making others do what the infinitive behind them tells.
const MOVES: &[&str] = &[
    "allow",
    "compel",
    "convince",
    "drive",
    "enable",
    "encourage",
    "expect",
    "force",
    "get",
    "induce",
    "lead",
    "lobby",
    "oblige",
    "order",
    "permit",
    "persuade",
    "press",
    "pressure",
    "prompt",
    "push",
    "require",
    "want",
];

impl View<'_> {
    /// "a decision", "Togo's threat": a noun of what somebody means to do.
    pub(super) fn is_aim(&self, unit: usize) -> bool {
        self.ends_in(unit, AIMS)
    }

    /// "a decision by Togo on Monday | to withdraw", "pressure from allies | to sign": the noun
    /// of somebody's aim that an infinitive hangs on, and who stands between.
    pub(super) fn aim(&self, at: usize) -> Option<(usize, Vec<usize>)> {
        let mut noun = at.checked_sub(1)?;
        while matches!(self.kind(noun), Some(UnitKind::Date(_) | UnitKind::Adverb)) {
            noun = noun.checked_sub(1)?;
        }
        if self.is_aim(noun) {
            return Some((noun, Vec::new()));
        }
        let between = self.coordination_left(noun);
        let preposition = between.first()?.checked_sub(1)?;
        let noun = preposition.checked_sub(1)?;
        let led = ["by", "for", "from", "of", "on"]
            .iter()
            .any(|w| self.is_word(preposition, w));
        (led && self.is_aim(noun)).then_some((noun, between))
    }

    /// "Togo's decision to withdraw", "the failure of both to agree": who means to do it.
    fn aimed_by(&self, at: usize) -> Option<Vec<usize>> {
        let (noun, between) = self.aim(at)?;
        let UnitKind::Noun(n) = self.kind(noun)? else {
            return None;
        };
        if !between.is_empty() {
            // "pressure from allies" tells not who is to do it.
            return (!self.is_word(noun + 1, "from")).then_some(between);
        }
        let owned = !n.parties.is_empty() || !n.people.is_empty() || n.owner_post.is_some();
        owned.then(|| vec![noun])
    }

    /// The subject of an infinitive: that of its governor, or the governor's
    /// object ("asked Israel to withdraw").
    pub(super) fn control(&self, governor: &Clause, at: usize) -> Vec<usize> {
        if let Some(subject) = self.aimed_by(at).or_else(|| self.for_whom(at)) {
            return subject;
        }
        let object = governor.verb + 1;
        let object_control = self.is_nominal(object)
            && at > object
            && (self.moves_others(governor.verb)
                || self.has_frame(governor.verb, |r| {
                    use crate::model::StatementAct::{Demand, Propose, Warn};
                    matches!(r, FrameRecord::Statement(Demand | Propose | Warn))
                }));
        if object_control {
            let (list, end) = self.list_right(object);
            if end == at { list } else { vec![object] }
        } else {
            governor.subject.clone()
        }
    }

    /// "wants Mori to go to Lima on Monday, and | Vega to meet Soto": whom a verb before makes
    /// do something else than the one named first.
    pub(super) fn another_mover(&self, before: &[Clause], at: usize) -> Option<usize> {
        let other = at.checked_sub(1)?;
        let and = other.checked_sub(1)?;
        let last = and.checked_sub(1)?;
        let somebody = matches!(
            self.kind(other),
            Some(
                UnitKind::People(_)
                    | UnitKind::Name { .. }
                    | UnitKind::Post(_)
                    | UnitKind::Parties(..)
            )
        );
        let apart = matches!(
            self.kind(last),
            Some(UnitKind::Comma | UnitKind::Date(_) | UnitKind::Place(_))
        );
        if !somebody || !apart || !matches!(self.kind(and), Some(UnitKind::And)) {
            return None;
        }
        let mut over = before.iter().rev();
        let infinitive = |c: &&Clause| matches!(c.link, Link::Infinitive(_));
        let first = over.find(|c| !infinitive(c))?;
        let moved = before.last().is_some_and(|c| infinitive(&c));
        (moved && self.moves_others(first.verb)).then_some(other)
    }

    /// `"for" somebody infinitive`: "arrangements were made for him to meet Mori"
    pub(super) fn for_whom(&self, at: usize) -> Option<Vec<usize>> {
        let list = self.coordination_left(at.checked_sub(1)?);
        let led = list.first()?.checked_sub(1)?;
        let somebody = |n: &usize| match self.kind(*n) {
            Some(
                UnitKind::People(_)
                | UnitKind::Name { .. }
                | UnitKind::Post(_)
                | UnitKind::Pronoun(_)
                | UnitKind::Parties(..),
            ) => true,
            Some(UnitKind::Noun(n)) => matches!(n.head, Head::Group(_)),
            _ => false,
        };
        let infinitive = self.verb(at).is_some_and(|v| v.infinitive);
        (infinitive && self.is_word(led, "for") && list.iter().all(somebody)).then_some(list)
    }

    /// "forced Iran to suspend", "helped them reach": what somebody else is to do.
    fn moves_others(&self, at: usize) -> bool {
        let lemma = |v: &VerbGroup| self.tokens.lexicon.lemma(v.lemma);
        self.verb(at)
            .is_some_and(|v| !v.passive && MOVES.contains(&lemma(v)))
    }

    /// "accused Iran of violating", "thanked Qatar for hosting": the object of the
    /// verb before is the subject of the gerund.
    pub(super) fn blamed(&self, governor: &Clause, at: usize) -> Option<usize> {
        let preposition = at.checked_sub(1)?;
        let object = preposition.checked_sub(1)?;
        let leads = ["of", "for", "from"]
            .iter()
            .any(|w| self.is_word(preposition, w));
        (leads && object == governor.verb + 1 && self.is_nominal(object)).then_some(object)
    }

    /// "received a letter from Chad's president, praising": whoever wrote it praises.
    pub(super) fn sender(&self, governor: &Clause, at: usize) -> Vec<usize> {
        const LETTERS: &[&str] = &[
            "cable", "cables", "letter", "letters", "message", "messages", "note", "telegram",
        ];
        let verb = self.verb(governor.verb);
        let receives =
            verb.is_some_and(|v| !v.passive && self.tokens.lexicon.lemma(v.lemma) == "receive");
        let comma = at
            .checked_sub(1)
            .filter(|c| matches!(self.kind(*c), Some(UnitKind::Comma)));
        let (true, Some(comma)) = (receives, comma) else {
            return Vec::new();
        };
        let complements = self.complements(governor.verb);
        let letter = complements.object.iter().any(|o| self.ends_in(*o, LETTERS));
        let from = complements.phrases.iter().rev().find(|p| {
            self.is_word(p.preposition, "from") && p.nouns.last().is_some_and(|n| n + 1 == comma)
        });
        from.filter(|_| letter)
            .map(|p| p.nouns.clone())
            .unwrap_or_default()
    }
}
