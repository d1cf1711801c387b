//! Lists: "A, B and C", to the left and to the right of a unit.

use super::party::PartyForm;
use super::unit::{Head, Unit, UnitKind};
use super::view::View;

impl View<'_> {
    /// The units of a list that ends at `at`: "A, B and C".
    pub(crate) fn coordination_left(&self, at: usize) -> Vec<usize> {
        let mut all = vec![at];
        self.walk_left(at, |item| all.push(item));
        // An item that hangs on a preposition opens no list of subjects, but
        // lists inside a phrase are whole.
        all.reverse();
        all
    }

    /// The first unit of a list that ends at `at`.
    pub(super) fn first_left(&self, at: usize) -> usize {
        let mut first = at;
        self.walk_left(at, |item| first = item);
        first
    }

    /// Goes through the items of a list before the one at `at`, the nearest first.
    fn walk_left(&self, at: usize, mut each: impl FnMut(usize)) {
        let mut count = 1;
        let mut n = at;
        let mut and_seen = false;
        while let Some(l) = n.checked_sub(1) {
            match self.kind(l) {
                Some(UnitKind::And) => {
                    and_seen = true;
                    let Some(mut m) = l.checked_sub(1) else { break };
                    if matches!(self.kind(m), Some(UnitKind::Close)) {
                        // "the Customs Agency (CA) and the Council"
                        let Some(k) = self.opening(m).checked_sub(1) else {
                            break;
                        };
                        m = k;
                    }
                    let comma = matches!(self.kind(m), Some(UnitKind::Comma));
                    if comma {
                        let Some(k) = m.checked_sub(1) else { break };
                        m = k;
                    }
                    m -= usize::from(m > 0 && self.is_hand(m));
                    let Some(k) = self.list_item_ending(m, n) else {
                        break;
                    };
                    if comma && self.is_governed(k) {
                        // "The minister is in Cairo, and diplomats said"
                        break;
                    }
                    each(k);
                    count += 1;
                    n = k;
                    if self.opens_pair(k) {
                        break;
                    }
                }
                Some(UnitKind::Comma) if !and_seen && self.adjective_ends(l) => {
                    n = l - 1;
                    each(n);
                    count += 1;
                }
                Some(UnitKind::Comma) if and_seen => {
                    let Some(m) = l.checked_sub(1) else { break };
                    let Some(k) = self.list_item_ending(m, n) else {
                        break;
                    };
                    if self.is_thing(k) && !self.is_thing(n) {
                        // "to deepen cooperation, Washington and Tokyo said"
                        break;
                    }
                    each(k);
                    count += 1;
                    n = k;
                    if self.opens_pair(k) {
                        break;
                    }
                }
                _ => break,
            }
            if count > 40 {
                break;
            }
        }
    }

    /// "both Peru | and Chile": the first of two.
    fn opens_pair(&self, at: usize) -> bool {
        let both = self.text(at).get(..5);
        both.is_some_and(|b| b.eq_ignore_ascii_case("both "))
    }

    /// It hangs on a preposition or is the object of a verb.
    fn is_governed(&self, at: usize) -> bool {
        let left = at.checked_sub(1).and_then(|l| self.kind(l));
        matches!(left, Some(UnitKind::Preposition | UnitKind::Verb(_)))
    }

    /// A plain noun, neither somebody nor a side.
    pub(super) fn is_thing(&self, at: usize) -> bool {
        let noun = self.units.get(at).and_then(Unit::noun);
        noun.is_some_and(|n| matches!(n.head, Head::Other | Head::Frame(_)))
    }

    /// A noun, perhaps with a phrase behind it, that ends at `m`, before the item `next`.
    fn list_item_ending(&self, m: usize, next: usize) -> Option<usize> {
        if !self.is_nominal(m) {
            return None;
        }
        // "the talks of Peru and Chile": the list is inside the phrase.
        let sides = |n: usize| matches!(self.kind(n), Some(UnitKind::Parties(..)));
        if !(sides(m) && sides(next)) && self.in_phrase(m) && self.is_word(m - 1, "of") {
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

    /// The list that begins at a noun: "A, B and C"; the unit after it.
    pub(crate) fn list_right(&self, at: usize) -> (Vec<usize>, usize) {
        let mut all = Vec::with_capacity(1);
        let end = self.list_into(at, &mut all);
        (all, end)
    }

    /// Adds the list that begins at a noun; the unit after it.
    pub(super) fn list_into(&self, at: usize, all: &mut Vec<usize>) -> usize {
        all.push(at);
        self.walk_right(at, |item| all.push(item))
    }

    /// The unit after the list that begins at a noun.
    pub(crate) fn list_end(&self, at: usize) -> usize {
        self.walk_right(at, |_| {})
    }

    /// Goes through the items of a list behind the one at `at`; the unit after the list.
    fn walk_right(&self, at: usize, mut each: impl FnMut(usize)) -> usize {
        let mut count = 1;
        let mut n = at + 1;
        loop {
            // A bracket behind an item belongs to it.
            if matches!(self.kind(n), Some(UnitKind::Open)) {
                n = self.closing(n) + 1;
                continue;
            }
            // "Peru on one hand and Chile on the other hand"
            if self.is_hand(n) && matches!(self.kind(n + 1), Some(UnitKind::And)) {
                n += 1;
            }
            let item = match self.kind(n) {
                Some(UnitKind::And) if self.is_nominal(n + 1) => n + 1,
                Some(UnitKind::Comma) if self.is_nominal(n + 1) && self.list_goes_on(n + 1) => {
                    n + 1
                }
                Some(UnitKind::Comma) if self.adjective_goes_on(n) => n + 1,
                Some(UnitKind::Comma)
                    if matches!(self.kind(n + 1), Some(UnitKind::And))
                        && self.is_nominal(n + 2) =>
                {
                    n + 2
                }
                Some(UnitKind::Semicolon) => match self.roster_goes_on(n) {
                    Some(item) => item,
                    None => break,
                },
                _ => break,
            };
            // "rule Gaza and both Peru and Chile signed"
            if self.opens_pair(item) {
                break;
            }
            // The next item must not be the subject of a verb, unless commas before
            // it or "between" have shown a list: "of Japan, India and Nepal was held".
            let between = count == 1 && self.is_list_of_sides(at);
            let listed = (count >= 2 || between) && matches!(self.kind(n), Some(UnitKind::And));
            if !listed
                && matches!(self.kind(item + 1), Some(UnitKind::Verb(v)) if v.is_finite())
                && self.verb(item + 1).is_some_and(|v| !v.may_be_participle())
            {
                break;
            }
            each(item);
            count += 1;
            n = item + 1;
            if count > 60 {
                break;
            }
        }
        n
    }

    /// "on one hand": which of two sides is told.
    fn is_hand(&self, at: usize) -> bool {
        matches!(self.kind(at), Some(UnitKind::Adverb))
            && ["one hand", "one side"].iter().any(|w| {
                let start = self.text(at).len().checked_sub(w.len());
                start
                    .and_then(|s| self.text(at).get(s..))
                    .is_some_and(|t| t.eq_ignore_ascii_case(w))
            })
    }

    /// "A, President; B, Prime Minister; and C, Minister": the next of a roster of people.
    fn roster_goes_on(&self, semicolon: usize) -> Option<usize> {
        let people = |n: usize| matches!(self.kind(n), Some(UnitKind::People(_)));
        let next = semicolon + 1;
        let item = next + usize::from(matches!(self.kind(next), Some(UnitKind::And)));
        (people(semicolon.checked_sub(1)?) && people(item)).then_some(item)
    }

    /// What begins behind "between", behind the "of" of an encounter: "talks of Peru and
    /// Chile", or behind the "by" of a participle: "a pact signed by Peru and Chile".
    fn is_list_of_sides(&self, at: usize) -> bool {
        let Some(preposition) = at.checked_sub(1) else {
            return false;
        };
        let met = || {
            self.is_word(preposition, "of")
                && preposition
                    .checked_sub(1)
                    .is_some_and(|n| self.is_meeting(n))
        };
        self.is_word(preposition, "between")
            || self.is_word(preposition, "among")
            || self.is_agent(preposition)
            || met()
    }

    /// "the Russian, Chinese and U.S. delegates": an adjective of the list that a comma cuts off.
    fn adjective_goes_on(&self, comma: usize) -> bool {
        let adjective = comma.checked_sub(1).is_some_and(|n| {
            matches!(
                self.kind(n),
                Some(UnitKind::Parties(
                    _,
                    PartyForm::Adjective | PartyForm::People
                ))
            )
        });
        let sides = match self.kind(comma + 1) {
            Some(UnitKind::Post(p)) if p.plural => p.parties.len(),
            Some(UnitKind::Noun(n)) if n.plural => n.parties.len(),
            _ => 0,
        };
        adjective && sides >= 2
    }

    /// "Peruvian, | Chilean and Japanese diplomats": what stands before the comma is one of
    /// their sides.
    fn adjective_ends(&self, comma: usize) -> bool {
        const SHORT: [&str; 6] = ["U.S.", "US", "U.N.", "UN", "EU", "UK"];
        let Some(n) = comma.checked_sub(1).filter(|n| !self.in_phrase(*n)) else {
            return false;
        };
        let side = |n: usize| match self.kind(n) {
            Some(UnitKind::Parties(_, PartyForm::Adjective | PartyForm::People)) => true,
            Some(UnitKind::Parties(..)) => SHORT.iter().any(|w| self.is_word(n, w)),
            _ => false,
        };
        let sides = match self.kind(comma + 1) {
            Some(UnitKind::Post(p)) if p.plural => p.parties.len(),
            Some(UnitKind::Noun(noun)) if noun.plural => noun.parties.len(),
            Some(UnitKind::Parties(..)) if self.adjective_ends_at(comma + 2) => 2,
            _ => 0,
        };
        side(n) && sides >= 2
    }

    /// The same of the next comma, for longer lists.
    fn adjective_ends_at(&self, comma: usize) -> bool {
        matches!(self.kind(comma), Some(UnitKind::Comma)) && self.adjective_goes_on(comma)
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
