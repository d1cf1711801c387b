//! What follows a verb or noun: object, phrases, "that", infinitive, dates.

use super::date::DateExpr;
use super::unit::UnitKind;
use super::verb_group::VerbGroup;
use super::view::View;
use std::collections::VecDeque;
use std::rc::Rc;

/// What follows a verb or a noun.
#[derive(Debug, Clone, Default)]
pub(crate) struct Complements {
    pub(crate) object: Vec<usize>,
    /// With no object right behind, what stands behind a day or phrase: "received in Lima on
    /// Monday the king".
    pub(crate) late: Vec<usize>,
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

/// What follows the units of a reading that rules have asked for last, by unit; the room of
/// what is forgotten is used again.
#[derive(Debug, Default)]
pub(super) struct Known(VecDeque<(Option<usize>, Rc<Complements>)>);

impl Known {
    /// Forgets what was asked of the reading before.
    pub(super) fn forget(&mut self) {
        self.0.iter_mut().for_each(|(of, _)| *of = None);
    }

    fn get(&self, at: usize) -> Option<Rc<Complements>> {
        let known = self.0.iter().find(|(of, _)| *of == Some(at));
        known.map(|(_, found)| Rc::clone(found))
    }

    /// Complements with nothing in them, to be read into.
    fn room(&mut self) -> Rc<Complements> {
        let last = match self.0.len() {
            0..KEPT => None,
            _ => self.0.pop_front(),
        };
        let mut room = last.map(|(_, last)| last).unwrap_or_default();
        match Rc::get_mut(&mut room) {
            Some(last) => last.clear(),
            // Some rule still looks at what is forgotten here.
            None => room = Rc::default(),
        }
        room
    }

    fn keep(&mut self, at: usize, found: &Rc<Complements>) {
        self.0.push_back((Some(at), Rc::clone(found)));
    }
}

impl Complements {
    /// Takes all out, but leaves the room of the lists.
    fn clear(&mut self) {
        let mut lists = std::mem::take(self);
        lists.object.clear();
        lists.late.clear();
        lists.phrases.clear();
        lists.dates.clear();
        *self = Complements {
            object: lists.object,
            late: lists.late,
            phrases: lists.phrases,
            dates: lists.dates,
            ..Complements::default()
        };
    }
}

/// So many are kept: no more room than that is taken by a long sentence.
const KEPT: usize = 6;

/// A preposition with its nouns.
#[derive(Debug, Clone)]
pub(crate) struct Phrase {
    /// Unit of the preposition.
    pub(crate) preposition: usize,
    pub(crate) nouns: Vec<usize>,
}

impl View<'_> {
    /// What follows unit `at`, to the end of its clause. Many rules ask for it one after the
    /// other: it is read once for them.
    pub(crate) fn complements(&self, at: usize) -> Rc<Complements> {
        if let Some(known) = self.complements.borrow().get(at) {
            return known;
        }
        let mut found = self.complements.borrow_mut().room();
        if let Some(found) = Rc::get_mut(&mut found) {
            self.read_complements(at, found);
        }
        self.complements.borrow_mut().keep(at, &found);
        found
    }

    fn read_complements(&self, at: usize, found: &mut Complements) {
        let mut n = at + 1;
        let mut preposition: Option<usize> = None;
        let mut fresh = true;
        // "since the war last June": a day of its own.
        let mut since = false;
        while let Some(kind) = self.kind(n) {
            match kind {
                UnitKind::Adverb | UnitKind::Other => {}
                UnitKind::Date(_) if std::mem::take(&mut since) => {}
                UnitKind::Date(d) => found.dates.push(*d),
                UnitKind::Preposition if n == at + 1 && self.is_particle(n) => {}
                UnitKind::Preposition if self.is_quoted_infinitive(n) => {
                    found.infinitive.get_or_insert(n);
                    break;
                }
                UnitKind::Preposition => {
                    since |= self.is_word(n, "since");
                    preposition = Some(n);
                    fresh = true;
                }
                // "including once earlier this month"
                UnitKind::Subordinator
                    if preposition.is_some()
                        && self.is_word(n, "once")
                        && matches!(self.kind(n + 1), Some(UnitKind::Date(_))) => {}
                k if k.is_nominal() => {
                    n = match preposition.take() {
                        Some(preposition) => {
                            let (nouns, next) = self.list_right(n);
                            found.phrases.push(Phrase { preposition, nouns });
                            next
                        }
                        None if fresh && found.object.is_empty() && found.phrases.is_empty() => {
                            self.list_into(n, &mut found.object)
                        }
                        None if self.subject_of_next(n) => break,
                        None if found.object.is_empty() && found.late.is_empty() => {
                            self.list_into(n, &mut found.late)
                        }
                        None => self.list_end(n),
                    };
                    fresh = false;
                    continue;
                }
                UnitKind::That => {
                    // "agreed on five issues today that would shape": of the issues.
                    let relative = self.verb(n + 1).is_some_and(VerbGroup::is_finite)
                        && !(found.object.is_empty() && found.phrases.is_empty());
                    if !relative {
                        found.that.get_or_insert(n);
                    }
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
                // "said in a statement carried by the agency that"
                UnitKind::Verb(v) if v.may_be_participle() && self.is_issued(n) => {}
                UnitKind::Open => {
                    n = self.closing(n);
                }
                UnitKind::Colon if matches!(self.kind(n + 1), Some(UnitKind::Quote)) => {}
                // "to Lima, Peru, on July 22"
                UnitKind::Comma if self.is_wider(n + 1) && self.verb(n + 2).is_none() => {
                    n += 1;
                    fresh = false;
                }
                // "will receive in Lima tomorrow, May 9, Minister Soto"
                UnitKind::Comma if self.day_aside(n).is_some() => {
                    found.dates.extend(self.day_aside(n));
                    n += 2;
                }
                // "left Lima, the capital, for Quito"
                UnitKind::Comma if self.apposition_end(n, found).is_some() => {
                    n = self.apposition_end(n, found).unwrap_or(n);
                    fresh = false;
                }
                UnitKind::Comma if self.aside_before_that(n).is_some() => {
                    found.that = self.aside_before_that(n);
                    break;
                }
                UnitKind::Comma => {
                    if !self.goes_on_after_comma(n) {
                        break;
                    }
                    fresh = false;
                }
                UnitKind::And => {
                    // "in Paris on Monday and in Rome on Tuesday", "in 2010 and again in 2014"
                    let led = matches!(self.kind(n + 1), Some(UnitKind::Preposition));
                    if !led && !self.is_another_time(n + 1) {
                        break;
                    }
                }
                _ => break,
            }
            n += 1;
        }
        found.end = n;
    }

    /// `["again"] date`, and nobody of a clause of its own behind.
    fn is_another_time(&self, at: usize) -> bool {
        let date = at + usize::from(self.is_word(at, "again"));
        matches!(self.kind(date), Some(UnitKind::Date(_))) && !self.is_nominal(date + 1)
    }

    /// A document stands right before, as the way of saying.
    fn is_issued(&self, at: usize) -> bool {
        let phrase = |l: usize| self.text(l).eq_ignore_ascii_case("in a statement");
        at.checked_sub(1).is_some_and(phrase)
    }

    /// `urged Peru to "leave the past behind"`
    fn is_quoted_infinitive(&self, at: usize) -> bool {
        let mark = self.is_word(at, "to") && matches!(self.kind(at + 1), Some(UnitKind::Other));
        mark && self.text(at + 1).starts_with(['"', '“', '\'', '‘'])
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

    /// `("object" | phrase of a place) "," noun ["of" name] "," (preposition | date)`: the comma
    /// that closes an apposition: "in Lima, capital of Peru, on".
    fn apposition_end(&self, comma: usize, found: &Complements) -> Option<usize> {
        let left = comma.checked_sub(1)?;
        let place = matches!(
            self.kind(left),
            Some(UnitKind::Place(_) | UnitKind::Parties(..))
        );
        let named = place || matches!(self.kind(left), Some(UnitKind::People(_)));
        let object = named && found.object.last() == Some(&left);
        let in_place = || {
            let phrase = found.phrases.last();
            place && phrase.is_some_and(|p| p.nouns.last() == Some(&left))
        };
        if !object && !in_place() {
            return None;
        }
        let noun = matches!(
            self.kind(comma + 1),
            Some(UnitKind::Noun(_) | UnitKind::Post(_) | UnitKind::Name { .. })
        );
        let of = self.is_word(comma + 2, "of") && self.is_nominal(comma + 3);
        let end = comma + if of { 4 } else { 2 };
        let closed = matches!(self.kind(end), Some(UnitKind::Comma))
            && matches!(
                self.kind(end + 1),
                Some(UnitKind::Preposition | UnitKind::Date(_))
            );
        (noun && closed).then_some(end)
    }

    /// "announced, at the opening of the talks hosted by Oslo, that": a phrase between
    /// commas before the "that", or the comma alone.
    /// `day "," day ","`: the second tells the first in full
    fn day_aside(&self, comma: usize) -> Option<DateExpr> {
        let Some(UnitKind::Date(day)) = self.kind(comma + 1) else {
            return None;
        };
        let before = comma.checked_sub(1).and_then(|n| self.kind(n));
        let again = matches!(before, Some(UnitKind::Date(_)));
        let closed = matches!(self.kind(comma + 2), Some(UnitKind::Comma));
        (again && closed && self.is_nominal(comma + 3)).then_some(*day)
    }

    fn aside_before_that(&self, comma: usize) -> Option<usize> {
        let that = |n: usize| matches!(self.kind(n), Some(UnitKind::That)).then_some(n);
        if that(comma + 1).is_some() {
            return that(comma + 1);
        }
        if !matches!(self.kind(comma + 1), Some(UnitKind::Preposition)) {
            return None;
        }
        (comma + 1..(comma + 16).min(self.units.len()))
            .take_while(|n| match self.kind(*n) {
                Some(UnitKind::Verb(v)) => v.may_be_participle(),
                Some(UnitKind::Quote | UnitKind::Stop | UnitKind::Semicolon) => false,
                _ => true,
            })
            .filter(|n| matches!(self.kind(*n), Some(UnitKind::Comma)))
            .find_map(|n| that(n + 1))
    }

    /// After a comma, only phrases, dates and participles of the same clause go on.
    fn goes_on_after_comma(&self, comma: usize) -> bool {
        matches!(
            self.kind(comma + 1),
            Some(UnitKind::Date(_) | UnitKind::Preposition | UnitKind::Quote | UnitKind::Place(_))
        )
    }

    /// A noun right of a complement that is the subject of the next verb.
    fn subject_of_next(&self, at: usize) -> bool {
        matches!(self.kind(self.list_end(at)), Some(UnitKind::Verb(v)) if v.is_finite())
    }
}
