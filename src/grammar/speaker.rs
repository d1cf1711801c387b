//! Speakers that stand far from their verb, or behind it.

use super::clause::{Clause, Link};
use super::unit::{Head, Unit, UnitKind};
use super::verb_group::VerbGroup;
use super::view::View;
use crate::lexicon::{FrameRecord, Slot};
use crate::model::InstrumentKind;

/// Units that may stand between a speaker and the verb.
const REACH: usize = 30;

/// Units of the phrases between a speaker and the verb.
const LONGEST_PHRASES: usize = 9;

/// What is done with a document that speaks.
const ISSUED: &[&str] = &[
    "carry",
    "circulate",
    "issue",
    "make",
    "post",
    "publish",
    "release",
    "send",
    "sign",
];

impl View<'_> {
    /// Whoever opens the clause of a reporting verb that has no subject at its side, or
    /// only a thing that a subordinator leads.
    pub(super) fn speaker_left(&self, at: usize, found: &[usize]) -> Option<Vec<usize>> {
        if !self.reports(at) {
            return None;
        }
        match found.first() {
            Some(first) => self.before_subordinator(*first),
            None => self.before_aside(at).or_else(|| self.before_phrases(at)),
        }
    }

    /// `speaker [","] {preposition noun | date | adverb} verb`: "Mori, the envoy, in an
    /// interview on Monday said"; `document participle {date | phrase} verb`: "a statement of
    /// the ministry issued on Monday said"
    fn before_phrases(&self, at: usize) -> Option<Vec<usize>> {
        let mut first = at;
        while at - first < LONGEST_PHRASES {
            let left = first.checked_sub(1)?;
            let noun = left - usize::from(self.verb(left).is_some_and(VerbGroup::is_gerund));
            first = match self.kind(left)? {
                UnitKind::Date(_) | UnitKind::Adverb => left,
                _ if self.is_nominal(noun) && self.in_phrase(noun) => noun - 1,
                UnitKind::Verb(v) if v.may_be_participle() => return self.issued(left),
                _ => break,
            };
        }
        let comma = matches!(self.kind(first.checked_sub(1)?), Some(UnitKind::Comma));
        let speaker = first.checked_sub(1 + usize::from(comma))?;
        let named = first < at && self.speaks(speaker) && !self.in_phrase(speaker);
        named.then(|| vec![speaker])
    }

    /// The document that a participle behind it tells of: "a joint statement of Peru and Chile
    /// released".
    fn issued(&self, participle: usize) -> Option<Vec<usize>> {
        let issues = self.verb(participle)?.lemma;
        let known = ISSUED.contains(&self.tokens.lexicon.lemma(issues));
        let document = (participle.saturating_sub(LONGEST_PHRASES)..participle)
            .rev()
            .take_while(|n| {
                self.is_nominal(*n)
                    || matches!(self.kind(*n), Some(UnitKind::Preposition | UnitKind::And))
            })
            .find(|n| self.is_document(*n))?;
        (known && !self.in_phrase(document)).then(|| vec![document])
    }

    fn is_document(&self, at: usize) -> bool {
        let head = self.units.get(at).and_then(Unit::noun).map(|n| n.head);
        matches!(
            head,
            Some(Head::Document | Head::Instrument(InstrumentKind::JointStatement))
        )
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
        // "the bloc that is helping": a verb counts unless a relative leads it.
        let mut acts = false;
        for n in (at.saturating_sub(REACH)..comma).rev() {
            match self.kind(n) {
                Some(UnitKind::Relative) => acts = false,
                Some(UnitKind::That) if acts && n > 0 && self.is_nominal(n - 1) => acts = false,
                Some(
                    UnitKind::Stop
                    | UnitKind::Semicolon
                    | UnitKind::Quote
                    | UnitKind::That
                    | UnitKind::Subordinator
                    | UnitKind::Colon,
                ) => break,
                // Whoever acts in between is the subject.
                Some(UnitKind::Verb(v)) if v.is_finite() && !v.may_be_participle() => acts = true,
                _ if acts => {}
                _ if self.speaks(n) && !self.in_phrase(n) => opening = Some(n),
                _ => {}
            }
        }
        let opening = opening.filter(|n| n + 1 < comma && !acts)?;
        let first = opening.checked_sub(1).is_none_or(|l| {
            matches!(self.kind(l), Some(UnitKind::And | UnitKind::But)) || !self.is_nominal(l)
        });
        first.then(|| vec![opening])
    }

    /// `"," verb [date] speaker`: "The talks will resume, declared (on Monday) the envoy": a verb
    /// that takes no addressee, and nothing else behind whoever speaks.
    pub(super) fn inverted_speaker(&self, at: usize) -> Option<Vec<usize>> {
        if !self.says(at) {
            return None;
        }
        let date = matches!(self.kind(at + 1), Some(UnitKind::Date(_)));
        let first = if date { at + 2 } else { at + 1 };
        let speaks = match self.kind(first)? {
            UnitKind::Noun(n) => matches!(
                n.head,
                Head::Organ(_)
                    | Head::Group(_)
                    | Head::Source
                    | Head::Document
                    | Head::Media
                    | Head::Instrument(InstrumentKind::JointStatement)
            ),
            UnitKind::People(_)
            | UnitKind::Post(_)
            | UnitKind::Name { .. }
            | UnitKind::Parties(..) => true,
            _ => false,
        };
        let (speakers, next) = self.list_right(first);
        let ends = self.kind(next).is_none_or(|k| {
            matches!(
                k,
                UnitKind::Stop
                    | UnitKind::Comma
                    | UnitKind::Semicolon
                    | UnitKind::Preposition
                    | UnitKind::Subordinator
                    | UnitKind::Relative
                    | UnitKind::Adverb
                    | UnitKind::Date(_)
            )
        });
        // "said a ministry statement released on Sunday"
        let issued = self.verb(next).is_some_and(VerbGroup::may_be_participle);
        let ends = ends || issued && self.units.get(first).and_then(Unit::noun).is_some();
        (speaks && ends).then_some(speakers)
    }

    /// "Peru will send aid to the summit, set for May, said the envoy": no thing before a
    /// comma says what somebody behind the verb does.
    pub(super) fn yields_to_speaker(&self, at: usize, subject: &[usize]) -> bool {
        let comma = at.checked_sub(1).and_then(|l| self.kind(l));
        let thing = |n: &usize| {
            !self.speaks(*n)
                && !matches!(self.kind(*n), Some(UnitKind::Pronoun(_)))
                && !matches!(self.units.get(*n).and_then(Unit::noun), Some(n) if matches!(n.head, Head::Document | Head::Group(_)))
        };
        matches!(comma, Some(UnitKind::Comma))
            && !subject.is_empty()
            && subject.iter().all(thing)
            && self.inverted_speaker(at).is_some()
    }

    /// "Mori met Wang in Rome, said the envoy": the subject of a verb before a bare comma, and
    /// somebody behind the verb who speaks.
    pub(super) fn acted_before(&self, at: usize, subject: &[usize], before: &[Clause]) -> bool {
        let comma = at.checked_sub(1).and_then(|l| self.kind(l));
        let acted = |c: &Clause| {
            c.link == Link::Own
                && c.subject == subject
                && self.verb(c.verb).is_some_and(VerbGroup::is_finite)
        };
        matches!(comma, Some(UnitKind::Comma))
            && !subject.is_empty()
            && before.iter().any(acted)
            && self.inverted_speaker(at).is_some()
    }

    /// "say", "declare": a verb that takes a clause or a quotation, and no addressee.
    fn says(&self, at: usize) -> bool {
        self.verb(at).is_some_and(|v| {
            self.tokens.lexicon.frames(v.lemma).iter().any(|f| {
                !f.is_noun
                    && f.tail.is_empty()
                    && matches!(f.record, FrameRecord::Statement(_))
                    && f.slots.get("that") == Some(Slot::Content)
                    && f.slots.get("object") != Some(Slot::Target)
            })
        })
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
