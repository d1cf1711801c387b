//! Verbs without a subject of their own behind the noun they tell of: "talks held in Lima",
//! "the accords to be signed on Tuesday".

use super::clause::INTRANSITIVE;
use super::unit::{Head, Unit, UnitKind};
use super::verb_group::VerbGroup;
use super::view::View;
use crate::lexicon::{FrameRecord, LightOf, VerbForm, WordId};

impl View<'_> {
    /// "talks held in Tokyo", "an agreement signed by": a participle, not a past tense.
    pub(super) fn is_reduced(&self, at: usize, v: &VerbGroup) -> bool {
        let Some(left) = self.left(at) else {
            return false;
        };
        let antecedent = match self.kind(left) {
            Some(k) if k.is_nominal() => left,
            Some(UnitKind::Comma | UnitKind::Close) if left > 0 && self.is_nominal(left - 1) => {
                left - 1
            }
            _ => return v.form == VerbForm::Participle,
        };
        if v.form == VerbForm::Participle {
            return true;
        }
        if antecedent == left && matches!(self.kind(left), Some(UnitKind::Pronoun(_))) {
            // "She continued by thanking Peru"
            return false;
        }
        if self.is_word(at + 1, "by") || self.is_aside(left, at) {
            return true;
        }
        let object_follows = self.is_nominal(at + 1)
            || matches!(self.kind(at + 1), Some(UnitKind::That | UnitKind::Quote));
        if object_follows {
            return false;
        }
        if self.agrees_to(at) || self.leads_object(at) {
            return self
                .finite_verb(at)
                .is_some_and(|n| !self.may_be_reduced(n));
        }
        let thing = matches!(self.units.get(antecedent).and_then(Unit::noun), Some(n) if matches!(n.head, Head::Frame(_) | Head::Instrument(_) | Head::Document | Head::Other));
        // "A meeting between Peru and Chile scheduled for Monday was called off"
        let told = self.finite_follows(at) && {
            let head = self.antecedent(at).first().copied();
            head.is_some_and(|h| h != antecedent && self.is_meeting(h))
        };
        if told {
            return true;
        }
        // "The meeting of the commission opened here on Monday": the one verb of its sentence.
        let only = || (0..self.units.len()).all(|n| n == at || self.verb(n).is_none());
        let lemma = self.tokens.lexicon.lemma(v.lemma);
        let transitive = !INTRANSITIVE.contains(&lemma)
            && self.has_frame(at, |r| {
                matches!(r, FrameRecord::Light(_) | FrameRecord::Agreement(_))
            });
        (thing && transitive && !self.reports(at) && !only()) || (thing && self.finite_follows(at))
    }

    /// "the rebels agreed to a truce", "to withdraw": what is agreed stands behind the
    /// verb, so the noun before it agrees.
    pub(super) fn agrees_to(&self, at: usize) -> bool {
        let agrees = self.has_frame(at, |r| matches!(r, FrameRecord::Agreement(_)));
        let to = ["to", "on", "upon"].iter().any(|w| self.is_word(at + 1, w));
        let content = match self.kind(at + 1) {
            Some(UnitKind::Verb(v)) => v.infinitive,
            Some(UnitKind::Preposition) => to && self.is_nominal(at + 2),
            _ => false,
        };
        agrees && content
    }

    /// "the accords to be signed on Tuesday", "a pact due to be signed": a document that no
    /// verb before it asks for.
    pub(super) fn is_to_be_done(&self, at: usize, v: &VerbGroup) -> bool {
        let noun = self.left(at).unwrap_or_default();
        let document = matches!(self.units.get(noun).and_then(Unit::noun), Some(n) if matches!(n.head, Head::Instrument(_)));
        let led = noun.checked_sub(1).and_then(|l| self.kind(l));
        v.passive
            && document
            && !matches!(led, Some(UnitKind::Verb(_)))
            && !self.is_word(noun.wrapping_sub(1), "for")
    }

    /// `encounter {phrase} (("to be" | "due to be") participle | "to take place")`, of a verb that
    /// tells encounters, where nobody asks for it: "the next round of talks with Peru to be held in Lima"
    pub(super) fn is_to_be_held(&self, at: usize, v: &VerbGroup) -> Option<usize> {
        let carries = |r: &FrameRecord| matches!(r, FrameRecord::Light(LightOf::Meeting(_)));
        let lemma = self.tokens.lexicon.lemma(v.lemma);
        let place = lemma == "take" && self.is_word(at + 1, "place");
        if !(place || v.passive && self.has_frame(at, carries)) {
            return None;
        }
        let told = |n: &usize| match self.kind(*n) {
            Some(UnitKind::Preposition | UnitKind::And | UnitKind::Date(_)) => true,
            Some(UnitKind::Comma) => *n + 1 == at,
            Some(kind) => kind.is_nominal(),
            None => false,
        };
        let mut before = (at.saturating_sub(8)..at).rev().take_while(told);
        let mut noun = before.find(|n| self.is_meeting(*n))?;
        while noun >= 2 && self.is_word(noun - 1, "of") && self.is_meeting(noun - 2) {
            noun -= 2;
        }
        let led = noun.checked_sub(1);
        let asked = led.is_some_and(|l| match self.kind(l) {
            Some(UnitKind::Verb(over)) => self.tokens.lexicon.control(over.lemma).is_some(),
            _ => self.is_word(l, "for") && !(l > 0 && self.is_nominal(l - 1)),
        });
        (!asked).then_some(noun)
    }

    /// "the rebels pulled out of the pact", "entered into a deal": the fixed words of the
    /// verb lead an object of its own.
    pub(super) fn leads_object(&self, at: usize) -> bool {
        let vocabulary = &self.tokens.lexicon.vocabulary;
        let preposition = matches!(self.kind(at + 1), Some(UnitKind::Preposition));
        let words = || self.text(at + 1).split_whitespace();
        let fixed = |tail: &[WordId]| words().map(|w| vocabulary.word(w)).eq(tail.iter().copied());
        preposition
            && self.is_nominal(at + 2)
            && self.verb(at).is_some_and(|v| {
                let frames = self.tokens.lexicon.frames(v.lemma).iter();
                frames
                    .filter(|f| !f.is_noun && matches!(f.record, FrameRecord::Light(_)))
                    .any(|f| fixed(&f.tail))
            })
    }

    /// "a deal signed in Paris": a past form behind a thing, with no object of its own.
    pub(super) fn may_be_reduced(&self, at: usize) -> bool {
        self.verb(at).is_some_and(VerbGroup::may_be_participle) && !self.is_nominal(at + 1)
    }

    /// "A letter, addressed to the chiefs, said": a phrase and a comma before a verb.
    pub(super) fn is_comma(&self, at: usize) -> bool {
        matches!(self.kind(at), Some(UnitKind::Comma))
    }

    pub(super) fn is_infinitive(&self, at: usize) -> bool {
        self.verb(at).is_some_and(|v| v.infinitive)
    }

    pub(super) fn is_aside(&self, left: usize, at: usize) -> bool {
        if !matches!(self.kind(left), Some(UnitKind::Comma))
            || !matches!(
                self.kind(at + 1),
                Some(UnitKind::Preposition | UnitKind::Date(_))
            ) && !self.is_infinitive(at + 1)
        {
            return false;
        }
        // "Mori, scheduled to visit Lima on Friday, praised"
        let close = (at + 1..(at + 16).min(self.units.len()))
            .take_while(|n| self.verb(*n).is_none() || self.is_infinitive(*n))
            .find(|n| matches!(self.kind(*n), Some(UnitKind::Comma)));
        close.is_some_and(|c| self.verb(c + 1).is_some_and(VerbGroup::is_finite))
    }

    /// A finite verb follows in the same clause, without a subject of its own.
    pub(super) fn finite_follows(&self, at: usize) -> bool {
        self.finite_verb(at).is_some()
    }

    /// The finite verb that follows in the same clause, without a subject of its own.
    pub(super) fn finite_verb(&self, at: usize) -> Option<usize> {
        for n in at + 1..self.units.len() {
            match self.kind(n) {
                Some(UnitKind::Verb(v)) if !v.infinitive && !v.is_gerund() => {
                    return (!self.is_nominal(n - 1) || self.in_phrase(n - 1)).then_some(n);
                }
                Some(
                    UnitKind::Stop
                    | UnitKind::Semicolon
                    | UnitKind::Comma
                    | UnitKind::And
                    | UnitKind::But
                    | UnitKind::That
                    | UnitKind::Relative
                    | UnitKind::Subordinator
                    | UnitKind::Quote,
                ) => return None,
                _ => {}
            }
        }
        None
    }
}
