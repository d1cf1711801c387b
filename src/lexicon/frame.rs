//! The frame table: which record a verb or noun makes, and which complement
//! fills which slot.

use super::words::WordId;
use crate::model::{AgreementStatus, MeetingKind, MeetingStatus, StatementAct};

/// One sense of a verb or noun.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Frame {
    /// The fixed words after the lemma ("call" + "for").
    pub(crate) tail: Vec<WordId>,
    pub(crate) is_noun: bool,
    pub(crate) record: FrameRecord,
    pub(crate) slots: FrameSlots,
}

/// The record a frame makes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FrameRecord {
    Meeting(MeetingKind),
    Statement(StatementAct),
    Agreement(AgreementStatus),
    /// A verb that carries a noun's frame: "hold" + talks, "reach" + agreement.
    Light(LightOf),
}

/// What a light verb carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LightOf {
    /// "hold"; "postpone" and its like set the status.
    Meeting(Option<MeetingStatus>),
    /// "sign", "reach", "violate".
    Agreement(AgreementStatus),
    /// "express".
    Statement,
}

/// What a verb does to the infinitive it governs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Control {
    /// "plan to", "is expected to"
    Plan,
    /// "want to", "call on … to"
    Wish,
    /// "agree to"
    Agree,
    /// "refuse to"
    Refuse,
    /// "begin to", "continue to": as real as the governing verb.
    Start,
}

/// The complements that fill slots, by marker.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct FrameSlots {
    roles: [Option<Slot>; MARKERS.len()],
}

/// The markers of complements.
pub(crate) const MARKERS: [&str; 20] = [
    "object", "to", "with", "in", "on", "at", "for", "about", "over", "from", "between", "by",
    "of", "that", "to-inf", "ing", "quote", "against", "as", "subject",
];

/// What a complement fills.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Slot {
    Content,
    Party,
    Host,
    /// Who comes to whom it meets.
    Guest,
    Place,
    /// Where a journey begins.
    Origin,
    When,
    Target,
    Instrument,
    Topic,
    Speaker,
    Quote,
}

impl FrameSlots {
    pub(crate) fn set(&mut self, marker: &str, slot: Slot) -> bool {
        match MARKERS.iter().position(|m| *m == marker) {
            Some(i) => {
                self.roles[i] = Some(slot);
                true
            }
            None => false,
        }
    }

    /// What the complement with this marker fills.
    pub(crate) fn get(&self, marker: &str) -> Option<Slot> {
        let i = MARKERS.iter().position(|m| *m == marker)?;
        self.roles[i]
    }
}
