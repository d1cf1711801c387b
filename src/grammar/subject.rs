//! Subjects: the noun that a verb is told of, found to its left.

use super::unit::{Determiner, Head, UnitKind};
use super::verb_group::VerbGroup;
use super::view::{LED, View};
use crate::lexicon::FrameRecord;

/// Stretches of time that "after" and "before" measure.
const SPANS: &[&str] = &[
    "minutes", "hour", "hours", "day", "days", "week", "weeks", "month", "months", "year", "years",
    "decade", "decades",
];

/// What leads to the matter, place or partner of talks and pacts.
const ABOUT: &[&str] = &[
    "about",
    "against",
    "for",
    "in",
    "on",
    "over",
    "regarding",
    "with",
    "within",
];

impl View<'_> {
    /// "After talks in Madrid, Peru and Chile agreed": the first of a list that no noun
    /// leads belongs to the phrase before the comma.
    fn leads_in(&self, list: &[usize]) -> bool {
        let (Some(first), Some(second)) = (list.first(), list.get(1)) else {
            return false;
        };
        matches!(self.kind(first + 1), Some(UnitKind::Comma))
            && first + 2 == *second
            && self.in_phrase(*first)
            && self.phrase_head_left(*first).is_none_or(|h| {
                // "after three | days of talks in Madrid"
                h.checked_sub(2).is_some_and(|p| {
                    matches!(self.kind(p), Some(UnitKind::Preposition))
                        && matches!(self.kind(p + 1), Some(UnitKind::Other))
                })
            })
    }

    /// The noun before "who" or a participle.
    pub(super) fn antecedent(&self, at: usize) -> Vec<usize> {
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
                Some(k) if k.is_nominal() => {
                    // "talks between Peru and Chile, mediated by Brazil"
                    let list = self.coordination_left(n);
                    let head = self.listed_head(&list).filter(|h| self.is_meeting(*h));
                    return head.map_or(list, |head| vec![head]);
                }
                _ => return Vec::new(),
            }
            if at - n > 4 {
                break;
            }
        }
        Vec::new()
    }

    /// The subject that ends left of a verb.
    pub(super) fn subject_left(&self, at: usize) -> Vec<usize> {
        let mut n = at;
        for _ in 0..40 {
            let Some(l) = n.checked_sub(1) else { break };
            match self.kind(l) {
                Some(UnitKind::Adverb | UnitKind::Date(_)) => n = l,
                // "scheduled for | Tuesday was called off"
                Some(UnitKind::Preposition)
                    if self.is_word(l, "for")
                        && matches!(self.kind(n), Some(UnitKind::Date(_))) =>
                {
                    n = l;
                }
                Some(UnitKind::Close) => n = self.opening(l),
                Some(UnitKind::Comma) if self.ends_list(l) || self.ends_apposition(l) => n = l,
                Some(UnitKind::Comma) if self.opens_day(l) => n = l,
                Some(UnitKind::Comma) => match self.aside_left(l) {
                    Some(start) => n = start,
                    None => break,
                },
                Some(UnitKind::Dash) => match self.dash_left(l) {
                    Some(start) => n = start,
                    None => break,
                },
                Some(k) if k.is_nominal() => {
                    if let Some(head) = self.infinitive_noun(l) {
                        n = head + 1;
                    } else if let Some(list) = self.new_subject(l) {
                        return list;
                    } else if self.in_phrase(l) {
                        // "the ministers of Japan met": go left over the phrase.
                        match self.phrase_head_left(l) {
                            Some(h) if self.closes_clause(h) => {
                                let opened = self.subordinate_subject(l);
                                if !opened.is_empty() {
                                    return opened;
                                }
                                n = h + 1;
                            }
                            Some(h) => n = h + 1,
                            None => return self.subordinate_subject(l),
                        }
                    } else {
                        let mut list = self.coordination_left(l);
                        if self.leads_in(&list) {
                            list.remove(0);
                        }
                        let first = list.first().copied().unwrap_or(l);
                        let head = self.listed_head(&list);
                        match head.or_else(|| self.relative_head(first, at)) {
                            Some(head) => n = head + 1,
                            None => return list,
                        }
                    }
                }
                Some(UnitKind::Other) if self.opens_words(l) => n = l,
                // "the meeting scheduled for Tuesday | was called off"
                Some(UnitKind::Verb(v))
                    if v.may_be_participle() && n + 1 < at && self.is_reduced(l, v) =>
                {
                    n = l;
                }
                Some(UnitKind::Verb(_)) => match self.relative_head(n, at) {
                    Some(head) => n = head + 1,
                    None => break,
                },
                _ => break,
            }
        }
        Vec::new()
    }

    /// "officials who attended the talks | said", "the pact that Peru signed | ended": the
    /// noun before a clause without commas, between `from` or left of it and the verb at `at`.
    fn relative_head(&self, from: usize, at: usize) -> Option<usize> {
        let finite = |n: usize| self.verb(n).is_some_and(VerbGroup::is_finite);
        let mut verbs = (from..at).filter(|n| finite(*n)).count();
        for n in (from.saturating_sub(12)..from).rev() {
            match self.kind(n)? {
                UnitKind::Relative | UnitKind::That if verbs == 1 => {
                    let preposition =
                        |l: &usize| matches!(self.kind(*l), Some(UnitKind::Preposition));
                    let left = n.checked_sub(1)?;
                    let noun = if preposition(&left) {
                        left.checked_sub(1)?
                    } else {
                        left
                    };
                    // "told reporters that"
                    let told = matches!(self.kind(n), Some(UnitKind::That))
                        && noun.checked_sub(1).is_some_and(|l| self.verb(l).is_some());
                    return (self.is_nominal(noun) && !told).then_some(noun);
                }
                UnitKind::Verb(_) => verbs += usize::from(finite(n)),
                UnitKind::Adverb | UnitKind::Date(_) | UnitKind::Preposition | UnitKind::Other => {}
                k if k.is_nominal() => {}
                _ => return None,
            }
        }
        None
    }

    pub(super) fn is_meeting(&self, at: usize) -> bool {
        let head = self.units.get(at).and_then(|u| u.noun()).map(|n| n.head);
        matches!(head, Some(Head::Frame(lemma)) if self
            .tokens
            .lexicon
            .frames(lemma)
            .iter()
            .any(|f| f.is_noun && matches!(f.record, FrameRecord::Meeting(_))))
    }

    /// "talks between Peru and Chile were held", "the meeting of Peru and Chile was held": the
    /// noun that a list behind "between" or "among", or of sides behind "of", hangs on.
    fn listed_head(&self, list: &[usize]) -> Option<usize> {
        let first = *list.first()?;
        let preposition = first.checked_sub(1)?;
        let is_side = |n: &usize| matches!(self.kind(*n), Some(UnitKind::Parties(..)));
        let sides = list.len() > 1 && list.iter().all(is_side);
        // "a truce brokered by Qatar and Egypt took effect"
        let led = list.len() > 1 && self.is_agent(preposition)
            || ["between", "among"]
                .iter()
                .any(|w| self.is_word(preposition, w))
            || sides && self.is_word(preposition, "of");
        if led {
            return self.phrase_head_left(first);
        }
        // "talks on arms and trade will resume"
        let about = list.len() > 1 && ABOUT.iter().any(|w| self.is_word(preposition, w));
        let things = || list.iter().all(|n| self.is_matter(*n));
        let told = |h: &usize| self.is_meeting(*h) || self.is_instrument(*h);
        let head = (about && things()).then(|| self.phrase_head_left(first));
        head.flatten().filter(told)
    }

    /// A noun without article or owner, a place, a side: what talks are about or with.
    fn is_matter(&self, at: usize) -> bool {
        match self.kind(at) {
            Some(UnitKind::Noun(n)) => {
                n.determiner == Determiner::None && matches!(n.head, Head::Other | Head::Frame(_))
            }
            Some(UnitKind::Parties(..) | UnitKind::Place(_)) => true,
            _ => false,
        }
    }

    fn is_instrument(&self, at: usize) -> bool {
        let noun = self.units.get(at).and_then(|u| u.noun());
        noun.is_some_and(|n| matches!(n.head, Head::Instrument(_)))
    }

    /// "a truce brokered by": the "by" of a participle behind its noun.
    pub(super) fn is_agent(&self, preposition: usize) -> bool {
        let participle = preposition
            .checked_sub(1)
            .filter(|n| self.verb(*n).is_some_and(VerbGroup::may_be_participle));
        let noun = participle.and_then(|n| n.checked_sub(1));
        self.is_word(preposition, "by") && noun.is_some_and(|n| self.is_nominal(n))
    }

    /// "discussed trade as the two sides signed": behind a verb, "as" and its like before
    /// somebody open a clause of their own.
    fn new_subject(&self, at: usize) -> Option<Vec<usize>> {
        let first = self.first_left(at);
        let preposition = first.checked_sub(1)?;
        let opens = matches!(self.kind(preposition), Some(UnitKind::Preposition))
            && ["as", "after", "before", "since", "until"]
                .iter()
                .any(|w| self.is_word(preposition, w));
        let somebody = match self.kind(first)? {
            UnitKind::Parties(..) | UnitKind::People(_) | UnitKind::Pronoun(_) => true,
            UnitKind::Noun(n) => matches!(n.head, Head::Group(_) | Head::Organ(_)),
            _ => false,
        };
        let verb = || (0..preposition).any(|u| self.verb(u).is_some_and(|v| v.is_finite()));
        (opens && somebody && verb()).then(|| self.coordination_left(at))
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

    /// "came a month | after he visited", "left Rome | before they met": the noun at `head`
    /// belongs to a verb before it, or tells how long before or after.
    fn closes_clause(&self, head: usize) -> bool {
        let mut left = head;
        while let Some(l) = left.checked_sub(1) {
            match self.kind(l) {
                Some(UnitKind::Adverb | UnitKind::Date(_)) => left = l,
                Some(UnitKind::Verb(v)) => return v.is_finite(),
                _ => break,
            }
        }
        self.ends_in(head, SPANS)
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
        let first = self.first_left(object);
        let verb = first.checked_sub(1)?;
        let mut noun = verb.checked_sub(1)?;
        if matches!(self.kind(noun), Some(UnitKind::Close)) {
            // "a memorandum (MoU) to open a port was signed"
            noun = self.opening(noun).checked_sub(1)?;
        }
        let plain = matches!(self.kind(noun), Some(UnitKind::Noun(_)));
        let opens = !noun
            .checked_sub(1)
            .is_some_and(|l| self.verb(l).is_some() || self.in_phrase(noun));
        (plain && opens && self.verb(verb).is_some_and(|v| v.infinitive)).then_some(noun)
    }

    /// The noun that a prepositional phrase ending at `at` hangs on.
    pub(super) fn phrase_head_left(&self, at: usize) -> Option<usize> {
        let mut n = at;
        for _ in 0..12 {
            // n is a noun in a phrase: its list may go on to the left.
            let first = self.first_left(n);
            let preposition = first.checked_sub(1)?;
            if !matches!(self.kind(preposition), Some(UnitKind::Preposition)) {
                return Some(n);
            }
            let mut left = preposition.checked_sub(1)?;
            let aside = LED.iter().any(|w| self.is_word(preposition, w));
            // "signed by over 60 lawmakers": two prepositions in a row.
            while matches!(
                self.kind(left),
                Some(UnitKind::Date(_) | UnitKind::Adverb | UnitKind::Preposition)
            ) || aside && matches!(self.kind(left), Some(UnitKind::Comma))
            {
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

    /// "Mori, on Sunday, held talks": a comma that opens an aside of a day alone.
    fn opens_day(&self, comma: usize) -> bool {
        let date = |n: usize| matches!(self.kind(n), Some(UnitKind::Date(_)));
        let noun = comma.checked_sub(1).is_some_and(|n| self.is_nominal(n));
        noun && date(comma + 1) && matches!(self.kind(comma + 2), Some(UnitKind::Comma))
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
                        || (self.is_nominal(n + 1)
                            || matches!(self.kind(n + 1), Some(UnitKind::Other)))
                            && (n + 1..comma).all(|k| {
                                self.verb(k).is_none_or(|v| v.infinitive || v.is_gerund())
                            });
                    let opens_relative = opens_relative
                        || self.is_attribution(n + 1, comma)
                        || n + 2 == comma && self.opens_day(n);
                    // "On Monday, Aiko Mori, the minister, said": the day leads the clause in.
                    let leads =
                        |k: usize| matches!(self.kind(k), Some(UnitKind::Date(_))) && k == 0;
                    let noun_before = n.checked_sub(1).is_some_and(|k| {
                        self.is_nominal(k)
                            || matches!(self.kind(k), Some(UnitKind::Close | UnitKind::Date(_)))
                                && !leads(k)
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
}
