//! Pairs the quotation marks of a paragraph.
//!
//! A stack of open marks; a closing mark takes the nearest open one of its
//! kind. A single mark that finds no mate was an apostrophe. A double mark
//! that finds none is a quotation left open: it runs to the next quotation or
//! to the end of its paragraph, where the next paragraph may take it up.

use super::chars::{before, is_closing_punctuation, skip_space};
use super::direction::{Open, Turn, turn};
use super::marks::{ALONE, Mark, Role, Shape, Side};
use super::{Place, Quote, QuoteKind, offset};

/// What a paragraph leaves open for the next one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Carry {
    double: bool,
    single: bool,
}

impl Carry {
    fn has(self, kind: QuoteKind) -> bool {
        match kind {
            QuoteKind::Double => self.double,
            QuoteKind::Single => self.single,
        }
    }

    fn add(&mut self, kind: QuoteKind) {
        match kind {
            QuoteKind::Double => self.double = true,
            QuoteKind::Single => self.single = true,
        }
    }
}

/// Sets the roles of `marks` and adds the paragraph's quotations to `quotes`.
/// `next` is the mark that the next paragraph opens with.
pub(super) fn pair(
    place: &Place<'_>,
    marks: &mut [Mark],
    carried: Carry,
    next: Option<QuoteKind>,
    quotes: &mut Vec<Quote>,
) -> Carry {
    let mut pairing = Pairing {
        text: place.text,
        marks,
        stack: Vec::new(),
        doubles: 0,
        seen_double: false,
        last_single: None,
        carried_to: None,
        carried,
    };
    for index in 0..pairing.marks.len() {
        pairing.step(index);
    }
    pairing.finish(next);
    let carried_to = pairing.carried_to;
    Emission::new(place, carried, quotes).run(marks, carried_to)
}

/// An open mark.
#[derive(Debug, Clone, Copy)]
struct Entry {
    mark: usize,
    kind: QuoteKind,
    side: Side,
    weak: bool,
    /// A mark that closes it if none better comes.
    maybe: Option<usize>,
}

struct Pairing<'a> {
    text: &'a str,
    marks: &'a mut [Mark],
    stack: Vec<Entry>,
    /// How many double marks the stack holds.
    doubles: usize,
    seen_double: bool,
    /// The opening mark of the last pair of single marks.
    last_single: Option<usize>,
    /// The mark that closes what the paragraph before left open.
    carried_to: Option<usize>,
    carried: Carry,
}

impl Pairing<'_> {
    fn step(&mut self, index: usize) {
        let Some(&mark) = self.marks.get(index) else {
            return;
        };
        let Shape::Quote(kind, side) = mark.shape else {
            return;
        };
        let previous = index.checked_sub(1).and_then(|i| self.marks.get(i));
        let open = Open {
            top: self.stack.last().map(|entry| (entry.kind, entry.side)),
            double: self.doubles > 0,
        };
        let turn = turn(self.text, mark, previous, open);
        match (turn, kind) {
            (Turn::Open | Turn::OpenWeakly, _) => {
                self.open(index, kind, side, turn == Turn::OpenWeakly);
            }
            (Turn::Close | Turn::CloseMaybe, QuoteKind::Double) => self.close_double(index),
            (Turn::Close, QuoteKind::Single) => self.close_single(index),
            (Turn::CloseMaybe, QuoteKind::Single) => {
                if let Some(top) = self.stack.last_mut() {
                    top.maybe.get_or_insert(index);
                }
            }
            (Turn::Nothing, _) => {}
        }
        self.seen_double |= kind == QuoteKind::Double;
    }

    fn open(&mut self, index: usize, kind: QuoteKind, side: Side, weak: bool) {
        match kind {
            QuoteKind::Double => self.doubles += 1,
            QuoteKind::Single => self.settle_single(),
        }
        self.set_role(index, Role::Open);
        self.stack.push(Entry {
            mark: index,
            kind,
            side,
            weak,
            maybe: None,
        });
    }

    /// A single mark opens while another is open: the earlier one ends where it
    /// could, or was an apostrophe, unless its shape says that it opened.
    fn settle_single(&mut self) {
        let Some(&top) = self.stack.last() else {
            return;
        };
        if top.kind != QuoteKind::Single {
            return;
        }
        if top.maybe.is_some() || top.weak || top.side == Side::Straight {
            self.stack.pop();
            self.settle(top);
        }
    }

    fn close_double(&mut self, index: usize) {
        self.set_role(index, Role::Close);
        if self.doubles == 0 {
            let start = self.marks.get(index).map_or(0, Mark::start);
            let stop = before(self.text, start).is_some_and(is_closing_punctuation);
            if self.carried.double && !self.seen_double && self.stack.is_empty() && stop {
                self.carried_to = Some(index);
            }
            return;
        }
        while let Some(entry) = self.stack.pop() {
            if entry.kind == QuoteKind::Double {
                self.doubles -= 1;
                self.marry(entry.mark, index);
                return;
            }
            self.settle(entry);
        }
    }

    fn close_single(&mut self, index: usize) {
        let Some(&top) = self.stack.last() else {
            return;
        };
        let start = self.marks.get(index).map_or(0, Mark::start);
        let stop = before(self.text, start).is_some_and(is_closing_punctuation);
        if top.kind == QuoteKind::Single && (!top.weak || stop) {
            self.stack.pop();
            self.marry(top.mark, index);
        }
    }

    /// What becomes of a single mark that was never surely closed.
    fn settle(&mut self, entry: Entry) {
        match entry.maybe {
            Some(close) if !entry.weak => self.marry(entry.mark, close),
            _ => self.set_role(entry.mark, Role::Plain),
        }
    }

    fn marry(&mut self, open: usize, close: usize) {
        self.set_role(close, Role::Close);
        if let Some(mark) = self.marks.get_mut(open) {
            mark.role = Role::Open;
            mark.mate = offset(close);
            if mark.quote() == Some(QuoteKind::Single) {
                self.last_single = Some(self.last_single.map_or(open, |last| last.max(open)));
            }
        }
    }

    fn set_role(&mut self, index: usize, role: Role) {
        if let Some(mark) = self.marks.get_mut(index) {
            mark.role = role;
        }
    }

    /// The end of the paragraph: an open double mark stays a quotation, an open
    /// single mark only where it surely began one.
    fn finish(&mut self, next: Option<QuoteKind>) {
        while let Some(entry) = self.stack.pop() {
            if entry.kind == QuoteKind::Double {
                continue;
            }
            let keeps = self.stack.is_empty()
                && entry
                    .maybe
                    .is_none_or(|close| self.may_be_possessive(&entry, close, next))
                && !entry.weak
                && self.last_single.is_none_or(|last| last < entry.mark)
                && self.begins_speech(entry.mark)
                && (entry.side != Side::Straight || next == Some(QuoteKind::Single));
            if !keeps {
                self.settle(entry);
            }
        }
    }

    /// Whether the mark that could close `entry` is better read as the
    /// apostrophe of "the parties’ will": the speech goes on in the next
    /// paragraph, and it began long before or in an earlier one.
    fn may_be_possessive(&self, entry: &Entry, close: usize, next: Option<QuoteKind>) -> bool {
        let at = |index: usize| self.marks.get(index).map_or(0, Mark::start);
        next == Some(QuoteKind::Single) && (self.carried.single || at(close) > at(entry.mark) + 24)
    }

    /// At the start of the paragraph, or behind ", " or ": ".
    fn begins_speech(&self, index: usize) -> bool {
        let start = self.marks.get(index).map_or(0, Mark::start);
        let head = self.text.get(..start).unwrap_or("").trim_end();
        head.is_empty() || head.ends_with([',', ':'])
    }
}

/// Writes the quotations down, in order.
struct Emission<'a, 'b> {
    place: &'a Place<'a>,
    quotes: &'b mut Vec<Quote>,
    carried: Carry,
    /// Where a quotation must start to go on from the paragraph before.
    lead: usize,
    /// The end of the text without the space behind it.
    tail: usize,
    /// The double quotation without closing mark that may be cut short.
    pending: Option<usize>,
    outer_end: usize,
    left: Carry,
}

impl<'a, 'b> Emission<'a, 'b> {
    fn new(place: &'a Place<'a>, carried: Carry, quotes: &'b mut Vec<Quote>) -> Self {
        Emission {
            place,
            quotes,
            carried,
            lead: skip_space(place.text, 0),
            tail: place.text.trim_end().len(),
            pending: None,
            outer_end: 0,
            left: Carry::default(),
        }
    }

    fn run(mut self, marks: &[Mark], carried_to: Option<usize>) -> Carry {
        if let Some(close) = carried_to.and_then(|index| marks.get(index)) {
            let (start, end) = (self.lead, close.start());
            self.push(QuoteKind::Double, start..close.end(), start..end, true);
        }
        for mark in marks {
            let (Some(kind), Role::Open) = (mark.quote(), mark.role) else {
                continue;
            };
            match marks.get(mark.mate as usize) {
                Some(close) if mark.mate != ALONE => {
                    let inner = mark.end()..close.start();
                    self.push(kind, mark.start()..close.end(), inner, true);
                }
                _ => {
                    let end = self.tail.max(mark.end());
                    self.push(kind, mark.start()..end, mark.end()..end, false);
                }
            }
        }
        if self.pending.is_some() {
            self.left.double = true;
        }
        self.left
    }

    fn push(
        &mut self,
        kind: QuoteKind,
        outer: std::ops::Range<usize>,
        inner: std::ops::Range<usize>,
        closed: bool,
    ) {
        if kind == QuoteKind::Double && outer.start >= self.outer_end {
            self.cut_pending(outer.start);
        }
        let nested =
            outer.start < self.outer_end || kind == QuoteKind::Single && self.pending.is_some();
        let continues = outer.start == self.lead && self.carried.has(kind);
        if continues {
            self.lead = inner.start;
        }
        match (closed, kind) {
            (true, _) => self.outer_end = self.outer_end.max(outer.end),
            (false, QuoteKind::Double) => self.pending = Some(self.quotes.len()),
            (false, QuoteKind::Single) => {
                self.outer_end = outer.end;
                self.left.add(kind);
            }
        }
        self.quotes.push(Quote {
            outer: self.shift(outer),
            inner: self.shift(inner),
            paragraph: self.place.paragraph,
            kind,
            closed,
            continues,
            nested,
        });
    }

    /// A quotation that was never closed ends where the next one begins.
    fn cut_pending(&mut self, at: usize) {
        let Some(pending) = self.pending.take() else {
            return;
        };
        let end = self.place.text.get(..at).unwrap_or("").trim_end().len();
        let end = self.place.start + offset(end);
        if let Some(quote) = self.quotes.get_mut(pending) {
            let end = end.max(quote.inner.start);
            quote.outer.end = end;
            quote.inner.end = end;
        }
    }

    fn shift(&self, range: std::ops::Range<usize>) -> std::ops::Range<u32> {
        self.place.start + offset(range.start)..self.place.start + offset(range.end)
    }
}
