//! Clauses: how each verb comes by its subject.

use super::party::PartyForm;
use super::unit::{Head, Unit, UnitKind};
use super::verb_group::VerbGroup;
use super::view::View;
use crate::lexicon::{FrameRecord, LightOf, VerbForm, WordId};

/// How a verb comes by its subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Link {
    /// A subject of its own.
    Own,
    /// Joined to an earlier verb: "met Wang and said".
    Joined(usize),
    /// "to meet" under an earlier verb.
    Infinitive(usize),
    /// "…, calling for", "after meeting": of the clause of an earlier verb.
    Participle(usize),
    /// "who met", "the talks, which were held"
    Relative,
    /// "the talks held in Tokyo": the antecedent is its object.
    Reduced,
    None,
}

/// Verbs without an object: what stands before them is their subject.
pub(super) const INTRANSITIVE: &[&str] =
    &["collapse", "unravel", "disintegrate", "crumble", "meet"];

/// A verb with its subject.
#[derive(Debug, Clone)]
pub(crate) struct Clause {
    /// Its unit.
    pub(crate) verb: usize,
    /// Units of the subject, in order.
    pub(crate) subject: Vec<usize>,
    pub(crate) link: Link,
    /// First unit of the clause.
    pub(crate) start: usize,
}

impl View<'_> {
    /// The clauses of the reading, one a verb, in order, in the room of others.
    pub(crate) fn clauses(&self, mut clauses: Vec<Clause>) -> Vec<Clause> {
        clauses.clear();
        for (at, unit) in self.units.iter().enumerate() {
            if unit.verb().is_some() {
                let clause = self.clause(at, &clauses);
                clauses.push(clause);
            }
        }
        self.open_participles(&mut clauses);
        clauses
    }

    fn clause(&self, at: usize, before: &[Clause]) -> Clause {
        let link = self.link(at, before);
        let (subject, start) = match link {
            Link::Own => {
                let subject = self.subject_left(at);
                let mut subject = self.speaker_left(at, &subject).unwrap_or(subject);
                if self.yields_to_speaker(at, &subject) || self.acted_before(at, &subject, before) {
                    subject.clear();
                }
                let start = subject.first().copied().unwrap_or(at);
                (subject, self.clause_start(start))
            }
            Link::Participle(n) if self.blamed(&before[n], at).is_some() => {
                (self.blamed(&before[n], at).into_iter().collect(), at)
            }
            Link::Participle(n) if !self.sender(&before[n], at).is_empty() => {
                (self.sender(&before[n], at), at)
            }
            Link::Joined(n) | Link::Participle(n) => {
                let c = &before[n];
                (c.subject.clone(), at)
            }
            Link::Infinitive(n) => match self.another_mover(before, at) {
                Some(other) => (vec![other], at),
                None => (self.control(&before[n], at), at),
            },
            Link::Relative => (self.relative_subject(at, before), self.dated_start(at)),
            Link::Reduced => {
                let held = self.verb(at).filter(|v| v.infinitive);
                match held.and_then(|v| self.is_to_be_held(at, v)) {
                    Some(noun) => (vec![noun], at),
                    None => (self.antecedent(at), at),
                }
            }
            Link::None => (Vec::new(), at),
        };
        Clause {
            verb: at,
            subject,
            link,
            start,
        }
    }

    /// "the bloc, which leads the talks and which adopted the plan": a second "which" has the
    /// antecedent of the first.
    fn relative_subject(&self, at: usize, before: &[Clause]) -> Vec<usize> {
        let again = self
            .left(at)
            .and_then(|r| r.checked_sub(1))
            .is_some_and(|l| matches!(self.kind(l), Some(UnitKind::And | UnitKind::But)));
        let first = before.iter().rev().find(|c| c.link == Link::Relative);
        match first {
            Some(first) if again => first.subject.clone(),
            _ => self.antecedent(at),
        }
    }

    /// A participle that opens the sentence takes the subject of the next clause.
    fn open_participles(&self, clauses: &mut [Clause]) {
        for n in 0..clauses.len() {
            if clauses[n].link != Link::None {
                continue;
            }
            let own = |c: &&Clause| c.link == Link::Own;
            let next = clauses[n + 1..].iter().find(own);
            // "While saying the plan has failed, Mori urged": behind the comma, for the
            // clause before it is what is said.
            let main = clauses[n + 1..]
                .iter()
                .filter(own)
                .find(|c| self.tells(clauses[n].verb) && self.follows_comma(c));
            if let Some(subject) = main.or(next).map(|c| c.subject.clone()) {
                clauses[n].subject = subject;
            }
        }
    }

    /// A comma sets the clause off to the left.
    fn follows_comma(&self, clause: &Clause) -> bool {
        let first = clause.subject.first().copied().unwrap_or(clause.verb);
        first
            .checked_sub(1)
            .is_some_and(|l| matches!(self.kind(l), Some(UnitKind::Comma)))
    }

    fn link(&self, at: usize, before: &[Clause]) -> Link {
        let Some(v) = self.verb(at) else {
            return Link::None;
        };
        let last = before.len().checked_sub(1);
        let left = self.left(at);
        if v.infinitive {
            // "Mori, due to visit Lima"
            let due = at >= 2 && self.is_word(at - 1, "due") && self.is_comma(at - 2);
            if due || self.is_to_be_done(at, v) || self.is_to_be_held(at, v).is_some() {
                return Link::Reduced;
            }
            // "Chen to Visit Tokyo": in a headline an infinitive is the verb.
            let headline = last.is_none() && !self.subject_left(at).is_empty();
            let open = if headline { Link::Own } else { Link::None };
            return last.map_or(open, Link::Infinitive);
        }
        match left.and_then(|l| self.kind(l)) {
            Some(UnitKind::Relative) => return Link::Relative,
            // "who last month visited Cuba"
            Some(UnitKind::Date(_)) if left.is_some_and(|l| self.is_relative(l)) => {
                return Link::Relative;
            }
            Some(UnitKind::And | UnitKind::But) => return self.joined(at, before),
            _ => {}
        }
        if v.is_gerund() {
            return match left.and_then(|l| self.kind(l)) {
                Some(k) if k.is_nominal() && left.is_some_and(|l| !self.in_phrase(l)) => {
                    Link::Relative
                }
                Some(UnitKind::Preposition) => self
                    .relative_right_before(at, before)
                    .or_else(|| main_clause(before))
                    .map_or(Link::None, Link::Participle),
                Some(
                    UnitKind::Comma
                    | UnitKind::Dash
                    | UnitKind::Subordinator
                    | UnitKind::Adverb
                    | UnitKind::Close
                    | UnitKind::Date(_)
                    | UnitKind::Quote,
                ) => main_clause(before).map_or(Link::None, Link::Participle),
                Some(k) if k.is_nominal() => Link::Relative,
                Some(UnitKind::Verb(over)) if self.takes_gerund(over) => {
                    last.map_or(Link::None, Link::Infinitive)
                }
                _ => Link::None,
            };
        }
        if v.may_be_participle() && self.is_reduced(at, v) {
            return Link::Reduced;
        }
        match left.and_then(|l| self.kind(l)) {
            None => Link::None,
            Some(UnitKind::Comma) if self.joined_by_comma(at, before) => self.joined(at, before),
            _ => Link::Own,
        }
    }

    /// "proposed holding talks", "began visiting": as if it were "to hold".
    fn takes_gerund(&self, over: &VerbGroup) -> bool {
        !over.passive && self.tokens.lexicon.control(over.lemma).is_some()
    }

    /// "who | last month visited": a day before the verb belongs to its clause.
    fn dated_start(&self, at: usize) -> usize {
        let date = |l: &usize| matches!(self.kind(*l), Some(UnitKind::Date(_)));
        self.left(at).filter(date).unwrap_or(at)
    }

    /// A relative pronoun stands right before.
    fn is_relative(&self, at: usize) -> bool {
        let left = self.left(at).and_then(|l| self.kind(l));
        matches!(left, Some(UnitKind::Relative))
    }

    /// "met Wang, who had returned from leading a mission": the relative clause that a
    /// preposition and a gerund go on.
    fn relative_right_before(&self, at: usize, before: &[Clause]) -> Option<usize> {
        let last = before.len().checked_sub(1)?;
        let clause = before.get(last)?;
        let goes_on = clause.link == Link::Relative
            && !clause.subject.is_empty()
            && (clause.verb..at).all(|n| !matches!(self.kind(n), Some(UnitKind::Comma)));
        goes_on.then_some(last)
    }

    /// "met Wang, said, and left": a bare comma before a finite verb with no
    /// subject of its own, in a list of verbs.
    fn joined_by_comma(&self, at: usize, before: &[Clause]) -> bool {
        !before.is_empty()
            && self.subject_left(at).is_empty()
            && self.inverted_speaker(at).is_none()
            && self.speaker_left(at, &[]).is_none()
    }

    /// The verb that a joined verb shares its subject with.
    fn joined(&self, at: usize, before: &[Clause]) -> Link {
        let Some(v) = self.verb(at) else {
            return Link::None;
        };
        let shares = |c: &Clause| {
            let Some(other) = self.verb(c.verb) else {
                return false;
            };
            if v.form == VerbForm::Base && v.bare {
                other.infinitive
                    || other.modality != super::verb_group::Modality::None
                    || other.bare
            } else if v.is_gerund() {
                other.is_gerund() || other.progressive
            } else {
                other.is_finite() && c.link != Link::Reduced
            }
        };
        let modal = |v: &VerbGroup| v.modality != super::verb_group::Modality::None;
        let same_tense = |c: &Clause| {
            shares(c)
                && self
                    .verb(c.verb)
                    .is_some_and(|other| other.tense == v.tense && modal(other) == modal(v))
        };
        // "could not say whether they would come, but stressed": who says one says the other.
        let active = |c: &Clause| self.verb(c.verb).is_some_and(|other| !other.passive);
        let speaks =
            |c: &Clause| shares(c) && active(c) && self.reports(c.verb) && self.reports(at);
        // "plan to hold talks and sign": the infinitive is nearer than its governor.
        let base = v.form == VerbForm::Base && v.bare;
        let nearest = before
            .iter()
            .rposition(|c| same_tense(c) || base && shares(c))
            .or_else(|| before.iter().rposition(speaks))
            .or_else(|| before.iter().rposition(shares));
        match nearest {
            Some(n)
                if v.form == VerbForm::Base
                    && v.bare
                    && self.verb(before[n].verb).is_some_and(|o| o.infinitive) =>
            {
                match before[n].link {
                    Link::Infinitive(g) => Link::Infinitive(g),
                    _ => Link::Joined(n),
                }
            }
            Some(n) => Link::Joined(n),
            None if v.is_gerund() => main_clause(before).map_or(Link::None, Link::Participle),
            None => Link::Own,
        }
    }

    /// Whether the verb, with its fixed words if it has some, reports: "point out".
    fn tells(&self, at: usize) -> bool {
        self.has_frame(at, |r| matches!(r, FrameRecord::Statement(_)))
    }

    /// Whether the verb alone reports: "say", not the "hold" of "hold the view".
    pub(crate) fn reports(&self, at: usize) -> bool {
        self.verb(at).is_some_and(|v| {
            self.tokens.lexicon.frames(v.lemma).iter().any(|f| {
                !f.is_noun && f.tail.is_empty() && matches!(f.record, FrameRecord::Statement(_))
            })
        })
    }

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
    fn agrees_to(&self, at: usize) -> bool {
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
    fn is_to_be_done(&self, at: usize, v: &VerbGroup) -> bool {
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
    fn is_to_be_held(&self, at: usize, v: &VerbGroup) -> Option<usize> {
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
    fn leads_object(&self, at: usize) -> bool {
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
    fn may_be_reduced(&self, at: usize) -> bool {
        self.verb(at).is_some_and(VerbGroup::may_be_participle) && !self.is_nominal(at + 1)
    }

    /// "A letter, addressed to the chiefs, said": a phrase and a comma before a verb.
    fn is_comma(&self, at: usize) -> bool {
        matches!(self.kind(at), Some(UnitKind::Comma))
    }

    fn is_infinitive(&self, at: usize) -> bool {
        self.verb(at).is_some_and(|v| v.infinitive)
    }

    fn is_aside(&self, left: usize, at: usize) -> bool {
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
    fn finite_follows(&self, at: usize) -> bool {
        self.finite_verb(at).is_some()
    }

    /// The finite verb that follows in the same clause, without a subject of its own.
    fn finite_verb(&self, at: usize) -> Option<usize> {
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

    /// First unit of the clause whose subject begins at `subject`: leading
    /// dates and phrases belong to it.
    fn clause_start(&self, subject: usize) -> usize {
        let mut n = subject;
        while let Some(l) = n.checked_sub(1) {
            match self.kind(l) {
                Some(UnitKind::Date(_) | UnitKind::Adverb | UnitKind::Comma) => n = l,
                Some(UnitKind::Preposition) => n = l,
                Some(k) if k.is_nominal() && (self.in_phrase(l) || self.is_wider(l)) => n = l,
                _ => break,
            }
        }
        n
    }

    /// "In Kyiv, Ukraine, …": a country behind the comma of a phrase's city; "at the State
    /// House, Nairobi, on": a city behind that of a building.
    pub(super) fn is_wider(&self, at: usize) -> bool {
        let place = |n: usize| {
            matches!(
                self.kind(n),
                Some(
                    UnitKind::Place(_) | UnitKind::Parties(_, PartyForm::Name | PartyForm::Capital)
                )
            )
        };
        let led = |c: usize| {
            let preposition = self.first_left(c).checked_sub(1);
            let town = self.ends_in(c, &["capital", "city", "town"]);
            preposition.is_some_and(|p| self.is_word(p, "at") || town && self.is_word(p, "in"))
        };
        let building = |c: usize| {
            let noun = matches!(
                self.kind(c),
                Some(UnitKind::Noun(_) | UnitKind::Name { .. })
            );
            noun && led(c) && matches!(self.kind(at + 1), Some(UnitKind::Comma | UnitKind::Date(_)))
        };
        let city = at
            .checked_sub(2)
            .filter(|c| (place(*c) || building(*c)) && self.in_phrase(*c));
        // "in Washington, D.C., on Monday"
        let district = ["DC", "D.C"].iter().any(|w| self.is_word(at, w));
        (place(at) || district)
            && city.is_some()
            && matches!(self.kind(at - 1), Some(UnitKind::Comma))
    }
}

/// The last clause with a subject of its own.
fn main_clause(before: &[Clause]) -> Option<usize> {
    before
        .iter()
        .rposition(|c| matches!(c.link, Link::Own | Link::Joined(_)) && !c.subject.is_empty())
}
