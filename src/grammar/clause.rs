//! Clauses: who is the subject of each verb, and what are its complements.

use super::date::DateExpr;
use super::input::Tokens;
use super::unit::{Head, Unit, UnitKind};
use super::verb_group::VerbGroup;
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

/// What follows a verb or a noun.
#[derive(Debug, Clone, Default)]
pub(crate) struct Complements {
    pub(crate) object: Vec<usize>,
    pub(crate) phrases: Vec<Phrase>,
    pub(crate) dates: Vec<DateExpr>,
    /// Unit of "that".
    pub(crate) that: Option<usize>,
    /// Unit of an infinitive.
    pub(crate) infinitive: Option<usize>,
    /// Unit of a gerund.
    pub(crate) gerund: Option<usize>,
    pub(crate) quote: Option<usize>,
    /// One past the last unit.
    pub(crate) end: usize,
}

/// A preposition with its nouns.
#[derive(Debug, Clone)]
pub(crate) struct Phrase {
    /// Unit of the preposition.
    pub(crate) preposition: usize,
    pub(crate) nouns: Vec<usize>,
}

/// A reading with its units.
#[derive(Clone, Copy)]
pub(crate) struct View<'a> {
    pub(crate) tokens: Tokens<'a>,
    pub(crate) units: &'a [Unit],
}

impl<'a> View<'a> {
    pub(crate) fn kind(&self, at: usize) -> Option<&'a UnitKind> {
        self.units.get(at).map(|u| &u.kind)
    }

    pub(crate) fn verb(&self, at: usize) -> Option<&'a VerbGroup> {
        self.units.get(at).and_then(Unit::verb)
    }

    pub(crate) fn is_nominal(&self, at: usize) -> bool {
        self.units.get(at).is_some_and(Unit::is_nominal)
    }

    /// The words of a unit.
    pub(crate) fn text(&self, at: usize) -> &'a str {
        let Some(u) = self.units.get(at) else {
            return "";
        };
        self.tokens
            .text
            .get(u.span.0 as usize..u.span.1 as usize)
            .unwrap_or_default()
    }

    pub(crate) fn is_word(&self, at: usize, word: &str) -> bool {
        self.text(at).eq_ignore_ascii_case(word)
    }

    /// Whether the verb at a unit has a frame of this sort.
    pub(crate) fn has_frame(&self, at: usize, accept: impl Fn(&FrameRecord) -> bool) -> bool {
        self.verb(at).is_some_and(|v| {
            self.tokens
                .lexicon
                .frames(v.lemma)
                .iter()
                .any(|f| !f.is_noun && accept(&f.record))
        })
    }

    // --- clauses -------------------------------------------------------------

    /// The clauses of the reading, one a verb, in order.
    pub(crate) fn clauses(&self) -> Vec<Clause> {
        let mut clauses: Vec<Clause> = Vec::new();
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
                let start = subject.first().copied().unwrap_or(at);
                (subject, self.clause_start(start))
            }
            Link::Participle(n) if self.blamed(&before[n], at).is_some() => {
                (self.blamed(&before[n], at).into_iter().collect(), at)
            }
            Link::Joined(n) | Link::Participle(n) => {
                let c = &before[n];
                (c.subject.clone(), at)
            }
            Link::Infinitive(n) => (self.control(&before[n], at), at),
            Link::Relative => (self.antecedent(at, true), at),
            Link::Reduced => (self.antecedent(at, false), at),
            Link::None => (Vec::new(), at),
        };
        Clause {
            verb: at,
            subject,
            link,
            start,
        }
    }

    /// A participle that opens the sentence takes the subject of the next clause.
    fn open_participles(&self, clauses: &mut [Clause]) {
        for n in 0..clauses.len() {
            if clauses[n].link != Link::None {
                continue;
            }
            let next = clauses[n + 1..].iter().find(|c| c.link == Link::Own);
            if let Some(next) = next {
                clauses[n].subject = next.subject.clone();
            }
        }
    }

    fn link(&self, at: usize, before: &[Clause]) -> Link {
        let Some(v) = self.verb(at) else {
            return Link::None;
        };
        let last = before.len().checked_sub(1);
        let left = self.left(at);
        if v.infinitive {
            // "Chen to Visit Tokyo": in a headline an infinitive is the verb.
            let headline = last.is_none() && !self.subject_left(at).is_empty();
            let open = if headline { Link::Own } else { Link::None };
            return last.map_or(open, Link::Infinitive);
        }
        match left.and_then(|l| self.kind(l)) {
            Some(UnitKind::Relative) => return Link::Relative,
            Some(UnitKind::And | UnitKind::But) => return self.joined(at, before),
            _ => {}
        }
        if v.is_gerund() {
            return match left.and_then(|l| self.kind(l)) {
                Some(k) if k.is_nominal() && left.is_some_and(|l| !self.in_phrase(l)) => {
                    Link::Relative
                }
                Some(
                    UnitKind::Comma
                    | UnitKind::Dash
                    | UnitKind::Preposition
                    | UnitKind::Subordinator
                    | UnitKind::Adverb
                    | UnitKind::Close
                    | UnitKind::Date(_)
                    | UnitKind::Quote,
                ) => main_clause(before).map_or(Link::None, Link::Participle),
                Some(k) if k.is_nominal() => Link::Relative,
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

    /// "met Wang, said, and left": a bare comma before a finite verb with no
    /// subject of its own, in a list of verbs.
    fn joined_by_comma(&self, at: usize, before: &[Clause]) -> bool {
        !before.is_empty() && self.subject_left(at).is_empty()
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
        let same_tense = |c: &Clause| {
            shares(c)
                && self
                    .verb(c.verb)
                    .is_some_and(|other| other.tense == v.tense)
        };
        let nearest = before
            .iter()
            .rposition(same_tense)
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

    /// The unit left of a verb, adverbs and dates passed over.
    fn left(&self, at: usize) -> Option<usize> {
        let mut l = at.checked_sub(1)?;
        while matches!(self.kind(l), Some(UnitKind::Adverb)) {
            l = l.checked_sub(1)?;
        }
        Some(l)
    }

    /// Whether the verb alone reports: "say", not the "hold" of "hold the view".
    fn reports(&self, at: usize) -> bool {
        self.verb(at).is_some_and(|v| {
            self.tokens.lexicon.frames(v.lemma).iter().any(|f| {
                !f.is_noun && f.tail.is_empty() && matches!(f.record, FrameRecord::Statement(_))
            })
        })
    }

    /// "talks held in Tokyo", "an agreement signed by": a participle, not a past tense.
    fn is_reduced(&self, at: usize, v: &VerbGroup) -> bool {
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
        if self.is_word(at + 1, "by") || self.is_aside(left, at) {
            return true;
        }
        let object_follows = self.is_nominal(at + 1)
            || matches!(self.kind(at + 1), Some(UnitKind::That | UnitKind::Quote));
        if object_follows {
            return false;
        }
        let thing = matches!(self.units.get(antecedent).and_then(Unit::noun), Some(n) if matches!(n.head, Head::Frame(_) | Head::Instrument(_) | Head::Document | Head::Other));
        let transitive = self.has_frame(at, |r| {
            matches!(r, FrameRecord::Light(_) | FrameRecord::Agreement(_))
        });
        (thing && transitive && !self.reports(at)) || (thing && self.finite_follows(at))
    }

    /// "A letter, addressed to the chiefs, said": a phrase and a comma before a verb.
    fn is_aside(&self, left: usize, at: usize) -> bool {
        if !matches!(self.kind(left), Some(UnitKind::Comma))
            || !matches!(
                self.kind(at + 1),
                Some(UnitKind::Preposition | UnitKind::Date(_))
            )
        {
            return false;
        }
        let close = (at + 1..(at + 16).min(self.units.len()))
            .take_while(|n| self.verb(*n).is_none())
            .find(|n| matches!(self.kind(*n), Some(UnitKind::Comma)));
        close.is_some_and(|c| self.verb(c + 1).is_some_and(VerbGroup::is_finite))
    }

    /// A finite verb follows in the same clause, without a subject of its own.
    fn finite_follows(&self, at: usize) -> bool {
        for n in at + 1..self.units.len() {
            match self.kind(n) {
                Some(UnitKind::Verb(v)) if !v.infinitive && !v.is_gerund() => {
                    return !self.is_nominal(n - 1) || self.in_phrase(n - 1);
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
                ) => return false,
                _ => {}
            }
        }
        false
    }

    /// Whether a nominal unit hangs on a preposition.
    pub(crate) fn in_phrase(&self, at: usize) -> bool {
        at.checked_sub(1)
            .is_some_and(|l| matches!(self.kind(l), Some(UnitKind::Preposition)))
    }

    /// The noun before "who" or a participle.
    fn antecedent(&self, at: usize, _relative: bool) -> Vec<usize> {
        let mut l = at;
        while let Some(n) = l.checked_sub(1) {
            l = n;
            match self.kind(n) {
                Some(
                    UnitKind::Relative
                    | UnitKind::Comma
                    | UnitKind::Adverb
                    | UnitKind::Close
                    | UnitKind::Date(_),
                ) => {}
                Some(k) if k.is_nominal() => return self.coordination_left(n),
                _ => return Vec::new(),
            }
            if at - n > 4 {
                break;
            }
        }
        Vec::new()
    }

    /// The subject of an infinitive: that of its governor, or the governor's
    /// object ("asked Israel to withdraw").
    fn control(&self, governor: &Clause, at: usize) -> Vec<usize> {
        let object = governor.verb + 1;
        let object_control = self.is_nominal(object)
            && at > object
            && self.has_frame(governor.verb, |r| {
                use crate::model::StatementAct::{Demand, Propose, Warn};
                matches!(r, FrameRecord::Statement(Demand | Propose | Warn))
            });
        if object_control {
            vec![object]
        } else {
            governor.subject.clone()
        }
    }

    /// "accused Iran of violating", "thanked Qatar for hosting": the object of the
    /// verb before is the subject of the gerund.
    fn blamed(&self, governor: &Clause, at: usize) -> Option<usize> {
        let preposition = at.checked_sub(1)?;
        let object = preposition.checked_sub(1)?;
        let leads = ["of", "for", "from"]
            .iter()
            .any(|w| self.is_word(preposition, w));
        (leads && object == governor.verb + 1 && self.is_nominal(object)).then_some(object)
    }

    /// The subject that ends left of a verb.
    fn subject_left(&self, at: usize) -> Vec<usize> {
        let mut n = at;
        for _ in 0..40 {
            let Some(l) = n.checked_sub(1) else { break };
            match self.kind(l) {
                Some(UnitKind::Adverb | UnitKind::Date(_)) => n = l,
                Some(UnitKind::Close) => n = self.opening(l),
                Some(UnitKind::Comma) if self.ends_list(l) => n = l,
                Some(UnitKind::Comma) => match self.aside_left(l) {
                    Some(start) => n = start,
                    None if self.ends_apposition(l) => n = l,
                    None => break,
                },
                Some(UnitKind::Dash) => match self.dash_left(l) {
                    Some(start) => n = start,
                    None => break,
                },
                Some(k) if k.is_nominal() => {
                    if let Some(head) = self.infinitive_noun(l) {
                        n = head + 1;
                    } else if self.in_phrase(l) {
                        // "the ministers of Japan met": go left over the phrase.
                        match self.phrase_head_left(l) {
                            Some(h) => n = h + 1,
                            None => return self.subordinate_subject(l),
                        }
                    } else {
                        let list = self.coordination_left(l);
                        match self.listed_head(&list) {
                            Some(head) => n = head + 1,
                            None => return list,
                        }
                    }
                }
                _ => break,
            }
        }
        Vec::new()
    }

    /// "talks between Peru and Chile were held": the noun that a list behind "between"
    /// or "among" hangs on.
    fn listed_head(&self, list: &[usize]) -> Option<usize> {
        let first = *list.first()?;
        let preposition = first.checked_sub(1)?;
        let led = ["between", "among"]
            .iter()
            .any(|w| self.is_word(preposition, w));
        led.then(|| self.phrase_head_left(first)).flatten()
    }

    /// "as Japan shifts its stance", "after officials from both sides met": the
    /// noun behind a preposition that may begin a clause.
    fn subordinate_subject(&self, at: usize) -> Vec<usize> {
        let mut n = at;
        for _ in 0..12 {
            let list = self.coordination_left(n);
            let Some(preposition) = list.first().and_then(|f| f.checked_sub(1)) else {
                break;
            };
            if !matches!(self.kind(preposition), Some(UnitKind::Preposition)) {
                break;
            }
            let text = self.text(preposition);
            if ["as", "after", "before", "since", "until", "than", "till"]
                .iter()
                .any(|w| text.eq_ignore_ascii_case(w))
            {
                return list;
            }
            match preposition.checked_sub(1) {
                Some(left) if self.is_nominal(left) => n = left,
                _ => break,
            }
        }
        Vec::new()
    }

    /// "Hungary's foreign minister, Peter Szijjarto, said": the comma closes an
    /// apposition that is one unit.
    fn ends_apposition(&self, comma: usize) -> bool {
        let Some(last) = comma.checked_sub(1) else {
            return false;
        };
        let head = if self.in_phrase(last) {
            self.phrase_head_left(last)
        } else {
            Some(last)
        };
        head.is_some_and(|l| {
            matches!(self.kind(l), Some(UnitKind::People(_) | UnitKind::Post(_)))
                && self.text(l).contains(',')
        })
    }

    /// "Aiko Mori, the minister of Japan, and Ravi Nair, the minister of India, met": the
    /// comma closes the apposition of a list's last item.
    fn ends_list(&self, comma: usize) -> bool {
        let Some(last) = comma.checked_sub(1) else {
            return false;
        };
        let before = last.checked_sub(1).and_then(|l| self.kind(l));
        matches!(before, Some(UnitKind::And)) && self.ends_apposition(comma)
    }

    /// "Turkey's plans to buy the missiles have": the noun that the infinitive of
    /// the object at `object` hangs on.
    fn infinitive_noun(&self, object: usize) -> Option<usize> {
        let first = self.coordination_left(object).first().copied()?;
        let verb = first.checked_sub(1)?;
        let noun = verb.checked_sub(1)?;
        let plain = matches!(self.kind(noun), Some(UnitKind::Noun(_)));
        let opens = !noun
            .checked_sub(1)
            .is_some_and(|l| self.verb(l).is_some() || self.in_phrase(noun));
        (plain && opens && self.verb(verb).is_some_and(|v| v.infinitive)).then_some(noun)
    }

    /// The noun that a prepositional phrase ending at `at` hangs on.
    fn phrase_head_left(&self, at: usize) -> Option<usize> {
        let mut n = at;
        for _ in 0..12 {
            // n is a noun in a phrase: its list may go on to the left.
            let first = self.coordination_left(n).first().copied()?;
            let preposition = first.checked_sub(1)?;
            if !matches!(self.kind(preposition), Some(UnitKind::Preposition)) {
                return Some(n);
            }
            let mut left = preposition.checked_sub(1)?;
            while matches!(self.kind(left), Some(UnitKind::Date(_) | UnitKind::Adverb)) {
                left = left.checked_sub(1)?;
            }
            // "the talks hosted in Juba", "the envoy living in Rome"
            let reduced = self
                .verb(left)
                .is_some_and(|v| v.may_be_participle() || v.is_gerund());
            if reduced {
                left = left.checked_sub(1)?;
            }
            if !self.is_nominal(left) {
                return None;
            }
            if !self.in_phrase(left) {
                return Some(left);
            }
            n = left;
        }
        None
    }

    /// The units of a list that ends at `at`: "A, B and C".
    pub(crate) fn coordination_left(&self, at: usize) -> Vec<usize> {
        let mut all = vec![at];
        let mut n = at;
        let mut and_seen = false;
        while let Some(l) = n.checked_sub(1) {
            match self.kind(l) {
                Some(UnitKind::And) => {
                    and_seen = true;
                    let Some(mut m) = l.checked_sub(1) else { break };
                    if matches!(self.kind(m), Some(UnitKind::Comma)) {
                        let Some(k) = m.checked_sub(1) else { break };
                        m = k;
                    }
                    let Some(k) = self.list_item_ending(m) else {
                        break;
                    };
                    all.push(k);
                    n = k;
                }
                Some(UnitKind::Comma) if and_seen => {
                    let Some(m) = l.checked_sub(1) else { break };
                    let Some(k) = self.list_item_ending(m) else {
                        break;
                    };
                    all.push(k);
                    n = k;
                }
                _ => break,
            }
            if all.len() > 40 {
                break;
            }
        }
        // An item that hangs on a preposition opens no list of subjects, but
        // lists inside a phrase are whole.
        all.reverse();
        all
    }

    /// A noun, perhaps with a phrase behind it, that ends at `m`.
    fn list_item_ending(&self, m: usize) -> Option<usize> {
        if !self.is_nominal(m) {
            return None;
        }
        if self.in_phrase(m) && self.is_word(m - 1, "of") {
            let head = m.checked_sub(2)?;
            if self.is_nominal(head)
                && matches!(
                    self.kind(head),
                    Some(UnitKind::Post(_) | UnitKind::Noun(_) | UnitKind::People(_))
                )
            {
                return Some(head);
            }
        }
        Some(m)
    }

    /// A comma closes an aside ("X, the minister of Y, said"): where it begins.
    fn aside_left(&self, comma: usize) -> Option<usize> {
        let mut n = comma;
        let limit = comma.saturating_sub(24);
        while n > limit {
            n -= 1;
            match self.kind(n) {
                Some(UnitKind::Comma) => {
                    let opens_relative = matches!(
                        self.kind(n + 1),
                        Some(UnitKind::Relative | UnitKind::Preposition | UnitKind::Adverb)
                    ) || self
                        .verb(n + 1)
                        .is_some_and(|v| v.is_gerund() || v.may_be_participle())
                        || self.is_nominal(n + 1)
                            && (n + 1..comma).all(|k| self.verb(k).is_none_or(|v| v.infinitive));
                    let opens_relative = opens_relative || self.is_attribution(n + 1, comma);
                    let noun_before = n.checked_sub(1).is_some_and(|k| {
                        self.is_nominal(k)
                            || matches!(self.kind(k), Some(UnitKind::Close | UnitKind::Date(_)))
                    });
                    if opens_relative && noun_before {
                        return Some(n);
                    }
                }
                Some(UnitKind::Stop | UnitKind::Semicolon | UnitKind::Quote | UnitKind::That) => {
                    return None;
                }
                _ => {}
            }
        }
        None
    }

    /// The dash that opens an aside which closes at `dash`, a noun before it.
    fn dash_left(&self, dash: usize) -> Option<usize> {
        (dash.saturating_sub(24)..dash)
            .rev()
            .take_while(|n| !matches!(self.kind(*n), Some(UnitKind::Stop)))
            .find(|n| matches!(self.kind(*n), Some(UnitKind::Dash)))
            .filter(|n| n.checked_sub(1).is_some_and(|k| self.is_nominal(k)))
    }

    /// ", he added," between a subject and its verb.
    fn is_attribution(&self, from: usize, to: usize) -> bool {
        let Some(verb) = (from..to.min(from + 4)).find(|n| self.verb(*n).is_some()) else {
            return false;
        };
        verb > from
            && self.is_nominal(from)
            && self.has_frame(verb, |r| matches!(r, FrameRecord::Statement(_)))
            && (verb + 1..to)
                .all(|n| matches!(self.kind(n), Some(UnitKind::Date(_) | UnitKind::Adverb)))
    }

    /// Where the bracket that closes at `at` opens.
    fn opening(&self, at: usize) -> usize {
        (at.saturating_sub(20)..at)
            .rev()
            .find(|n| matches!(self.kind(*n), Some(UnitKind::Open)))
            .unwrap_or(at)
    }

    /// First unit of the clause whose subject begins at `subject`: leading
    /// dates and phrases belong to it.
    fn clause_start(&self, subject: usize) -> usize {
        let mut n = subject;
        while let Some(l) = n.checked_sub(1) {
            match self.kind(l) {
                Some(UnitKind::Date(_) | UnitKind::Adverb | UnitKind::Comma) => n = l,
                Some(UnitKind::Preposition) => n = l,
                Some(k) if k.is_nominal() && self.in_phrase(l) => n = l,
                _ => break,
            }
        }
        n
    }

    // --- complements -----------------------------------------------------------

    /// What follows unit `at`, to the end of its clause.
    pub(crate) fn complements(&self, at: usize) -> Complements {
        let mut found = Complements::default();
        let mut n = at + 1;
        let mut preposition: Option<usize> = None;
        let mut fresh = true;
        while let Some(kind) = self.kind(n) {
            match kind {
                UnitKind::Adverb | UnitKind::Other => {}
                UnitKind::Date(d) => found.dates.push(*d),
                UnitKind::Preposition if n == at + 1 && self.is_particle(n) => {}
                UnitKind::Preposition => {
                    preposition = Some(n);
                    fresh = true;
                }
                k if k.is_nominal() => {
                    let (list, next) = self.list_right(n);
                    match preposition.take() {
                        Some(p) => found.phrases.push(Phrase {
                            preposition: p,
                            nouns: list,
                        }),
                        None if fresh && found.object.is_empty() && found.phrases.is_empty() => {
                            found.object = list
                        }
                        None => {
                            if self.subject_of_next(n) {
                                break;
                            }
                        }
                    }
                    n = next;
                    fresh = false;
                    continue;
                }
                UnitKind::That => {
                    found.that.get_or_insert(n);
                    break;
                }
                UnitKind::Quote => {
                    found.quote.get_or_insert(n);
                    break;
                }
                UnitKind::Verb(v) if v.infinitive => {
                    found.infinitive.get_or_insert(n);
                    break;
                }
                UnitKind::Verb(v) if v.is_gerund() && preposition.is_some() => {
                    // "committed to finding a way": the gerund is what the phrase is about.
                    found.gerund.get_or_insert(n);
                    found.phrases.extend(preposition.map(|p| Phrase {
                        preposition: p,
                        nouns: vec![n],
                    }));
                    break;
                }
                UnitKind::Verb(v) if v.is_gerund() && n == at + 1 => {
                    found.gerund.get_or_insert(n);
                    break;
                }
                UnitKind::Open => {
                    n = self.closing(n);
                }
                UnitKind::Colon if matches!(self.kind(n + 1), Some(UnitKind::Quote)) => {}
                UnitKind::Comma => {
                    if !self.goes_on_after_comma(n) {
                        break;
                    }
                    fresh = false;
                }
                UnitKind::And => {
                    // "in Paris on Monday and in Rome on Tuesday"
                    if !matches!(self.kind(n + 1), Some(UnitKind::Preposition)) {
                        break;
                    }
                }
                _ => break,
            }
            n += 1;
        }
        found.end = n;
        found
    }

    /// "set up a group", "carry out the plan": the verb's own word.
    fn is_particle(&self, at: usize) -> bool {
        let text = self.text(at);
        ["up", "out", "off", "down", "back", "forward"]
            .iter()
            .any(|w| text.eq_ignore_ascii_case(w))
            && self.is_nominal(at + 1)
            && !matches!(self.kind(at + 1), Some(UnitKind::Place(_)))
    }

    /// After a comma, only phrases, dates and participles of the same clause go on.
    fn goes_on_after_comma(&self, comma: usize) -> bool {
        match self.kind(comma + 1) {
            Some(UnitKind::Date(_) | UnitKind::Preposition) => true,
            Some(UnitKind::Quote) => true,
            Some(UnitKind::Place(_)) => true,
            Some(k) if k.is_nominal() => false,
            _ => false,
        }
    }

    /// A noun right of a complement that is the subject of the next verb.
    fn subject_of_next(&self, at: usize) -> bool {
        let (_, next) = self.list_right(at);
        matches!(self.kind(next), Some(UnitKind::Verb(v)) if v.is_finite())
    }

    fn closing(&self, at: usize) -> usize {
        (at..(at + 20).min(self.units.len()))
            .find(|n| matches!(self.kind(*n), Some(UnitKind::Close)))
            .unwrap_or(at)
    }

    /// The list that begins at a noun: "A, B and C"; the unit after it.
    pub(crate) fn list_right(&self, at: usize) -> (Vec<usize>, usize) {
        let mut all = vec![at];
        let mut n = at + 1;
        loop {
            // A bracket behind an item belongs to it.
            if matches!(self.kind(n), Some(UnitKind::Open)) {
                n = self.closing(n) + 1;
                continue;
            }
            let item = match self.kind(n) {
                Some(UnitKind::And) if self.is_nominal(n + 1) => n + 1,
                Some(UnitKind::Comma) if self.is_nominal(n + 1) && self.list_goes_on(n + 1) => {
                    n + 1
                }
                Some(UnitKind::Comma)
                    if matches!(self.kind(n + 1), Some(UnitKind::And))
                        && self.is_nominal(n + 2) =>
                {
                    n + 2
                }
                _ => break,
            };
            // The next item must not be the subject of a verb, unless commas before
            // it have shown a list: "of Japan, India and Nepal was held".
            let listed = all.len() >= 2 && matches!(self.kind(n), Some(UnitKind::And));
            if !listed
                && matches!(self.kind(item + 1), Some(UnitKind::Verb(v)) if v.is_finite())
                && self.verb(item + 1).is_some_and(|v| !v.may_be_participle())
            {
                break;
            }
            all.push(item);
            n = item + 1;
            if all.len() > 60 {
                break;
            }
        }
        (all, n)
    }

    /// A comma joins only if an "and" comes: "A, B and C".
    fn list_goes_on(&self, item: usize) -> bool {
        let mut n = item + 1;
        for _ in 0..24 {
            match self.kind(n) {
                Some(UnitKind::And) => return self.is_nominal(n + 1),
                Some(UnitKind::Comma) => n += 1,
                Some(UnitKind::Open) => n = self.closing(n) + 1,
                Some(UnitKind::Preposition) if self.is_word(n, "of") => n += 1,
                Some(k) if k.is_nominal() => n += 1,
                _ => return false,
            }
        }
        false
    }
}

/// The last clause with a subject of its own.
fn main_clause(before: &[Clause]) -> Option<usize> {
    before
        .iter()
        .rposition(|c| matches!(c.link, Link::Own | Link::Joined(_)) && !c.subject.is_empty())
}
