//! Speakers that stand far from their verb.

use super::unit::{Head, UnitKind};
use super::view::View;

/// Units that may stand between a speaker and the verb.
const REACH: usize = 30;

impl View<'_> {
    /// Whoever opens the clause of a reporting verb that has no subject at its side, or
    /// only a thing that a subordinator leads.
    pub(super) fn speaker_left(&self, at: usize, found: &[usize]) -> Option<Vec<usize>> {
        if !self.reports(at) {
            return None;
        }
        match found.first() {
            Some(first) => self.before_subordinator(*first),
            None => self.before_aside(at),
        }
    }

    /// "Mori in a statement days after the incident said"
    fn before_subordinator(&self, thing: usize) -> Option<Vec<usize>> {
        let led = thing.checked_sub(1)?;
        if !self.is_thing(thing) || !matches!(self.kind(led), Some(UnitKind::Subordinator)) {
            return None;
        }
        let opening = (thing.saturating_sub(8)..led)
            .rev()
            .take_while(|n| {
                matches!(
                    self.kind(*n),
                    Some(UnitKind::Adverb | UnitKind::Preposition | UnitKind::Date(_))
                ) || self.is_nominal(*n)
            })
            .last()?;
        self.speaks(opening).then(|| vec![opening])
    }

    /// "Mori, envoy of the former rebel the Blue Front (BF) in the talks, said": the aside
    /// is more than one phrase.
    fn before_aside(&self, at: usize) -> Option<Vec<usize>> {
        let comma = self.left(at)?;
        if !matches!(self.kind(comma), Some(UnitKind::Comma)) {
            return None;
        }
        let mut opening = None;
        for n in (at.saturating_sub(REACH)..comma).rev() {
            match self.kind(n) {
                Some(
                    UnitKind::Stop
                    | UnitKind::Semicolon
                    | UnitKind::Quote
                    | UnitKind::That
                    | UnitKind::Subordinator
                    | UnitKind::Colon,
                ) => break,
                // Whoever acts in between is the subject.
                Some(UnitKind::Verb(v)) if v.is_finite() && !v.may_be_participle() => return None,
                _ if self.speaks(n) && !self.in_phrase(n) => opening = Some(n),
                _ => {}
            }
        }
        let opening = opening.filter(|n| n + 1 < comma)?;
        let first = opening.checked_sub(1).is_none_or(|l| {
            matches!(self.kind(l), Some(UnitKind::And | UnitKind::But)) || !self.is_nominal(l)
        });
        first.then(|| vec![opening])
    }

    /// Somebody, a side, or a body that can speak.
    fn speaks(&self, at: usize) -> bool {
        match self.kind(at) {
            Some(
                UnitKind::People(_)
                | UnitKind::Name { .. }
                | UnitKind::Post(_)
                | UnitKind::Parties(..),
            ) => true,
            Some(UnitKind::Noun(n)) => matches!(n.head, Head::Organ(_) | Head::Source),
            _ => false,
        }
    }
}
