//! Clauses: how each verb comes by its subject.

use super::party::PartyForm;
use super::unit::UnitKind;
use super::verb_group::VerbGroup;
use super::view::View;
use crate::lexicon::{FrameRecord, VerbForm};

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
