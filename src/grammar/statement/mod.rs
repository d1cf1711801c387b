//! Reporting clauses and quotations: `subject verb content`, `content, subject verb`,
//! `quote verb subject`, "according to".
//!
//! [`chain`] gives each reporting verb its speaker, [`report`] reads a verb with
//! what it reports, [`content`] finds the words, [`edge`] where an
//! attribution behind them begins, [`document`] who issues a document, [`noun`] nouns that report, [`attribution`] reads what stands
//! without a verb of its own, [`gap`] verbs behind what they report, and [`quote`] what no verb took.

mod attribution;
mod chain;
mod content;
mod document;
mod edge;
mod gap;
mod noun;
mod quote;
mod report;
mod silence;
mod turn;
mod voice;

use super::clause::{Clause, Link};
use super::fact::{Bytes, StatementFact};
use super::reader::Reader;
use super::unit::UnitKind;
use crate::lexicon::{FrameRecord, LightOf, Slot, WordValue};

/// Reads the statements of a reading.
pub(super) fn read(reader: &mut Reader<'_, '_>) {
    turn::take(reader);
    let before = reader.facts.statements.len();
    chain::relink(reader);
    let mut taken = std::mem::take(&mut reader.lists.taken);
    taken.begin(reader);
    for n in 0..reader.clauses.len() {
        if let Some(found) = report::reporting(reader, n, &mut taken) {
            reader.facts.say(found);
        }
    }
    attribution::according_to(reader, &mut taken);
    attribution::in_view_of(reader, &mut taken);
    noun::owned(reader, &taken);
    voice::own_voice(reader, &mut taken);
    quote::lone(reader, &taken);
    reader.lists.taken = taken;
    drop_nested_stances(reader, before);
}

/// Statements back that may attribute a quotation.
const RECENT: usize = 8;

/// What somebody is said to want, inside what somebody else says, is part of
/// that; only utterances are told on their own.
fn drop_nested_stances(reader: &mut Reader<'_, '_>, before: usize) {
    let new = reader.facts.statements.get(before..).unwrap_or_default();
    if !new.iter().any(|f| f.stance) {
        return;
    }
    let new = reader.facts.statements.split_off(before);
    // The words of a quotation are read behind the sentence that attributes them.
    let recent = before.saturating_sub(RECENT)..before;
    let outer = reader.facts.statements.get(recent).unwrap_or_default();
    let tells = |other: &StatementFact, at: u32| {
        !other.stance && other.content.iter().any(|c| c.0 <= at && at < c.1)
    };
    let inside = |n: usize, at: u32| {
        outer.iter().any(|o| !o.continues && tells(o, at))
            || new.iter().enumerate().any(|(m, o)| m != n && tells(o, at))
    };
    let keep: Vec<bool> = new
        .iter()
        .enumerate()
        .map(|(n, f)| !(f.stance && inside(n, f.site.at)))
        .collect();
    let kept = new.into_iter().zip(keep).filter(|(_, keep)| *keep);
    reader.facts.statements.extend(kept.map(|(f, _)| f));
}

/// What the statements read so far have used of the sentence.
#[derive(Debug, Default)]
pub(super) struct Taken {
    /// Units that are some verb's content.
    covered: Vec<bool>,
    /// One past the last attribution that stood behind its content: what a
    /// later one reports begins here.
    closed: usize,
    /// By clause: where a trailing attribution ("…, X said") begins.
    trailing: Vec<Option<usize>>,
}

impl Taken {
    /// Nothing is used when a sentence begins.
    fn begin(&mut self, reader: &Reader<'_, '_>) {
        self.covered.clear();
        self.covered.resize(reader.view.units.len(), false);
        self.closed = 0;
        edge::trailing(reader, &mut self.trailing);
    }

    fn cover(&mut self, from: usize, to: usize) {
        for slot in self.covered.iter_mut().take(to).skip(from) {
            *slot = true;
        }
    }

    fn is_covered(&self, unit: usize) -> bool {
        self.covered.get(unit) == Some(&true)
    }
}

/// The words that are said.
struct Content {
    spans: Vec<Bytes>,
    /// Units it covers.
    units: (usize, usize),
}

/// Whether a clause's verb tells an utterance.
fn has_statement_frame(reader: &Reader<'_, '_>, n: usize) -> bool {
    reader
        .frames(&reader.clauses[n])
        .iter()
        .any(|(f, _)| is_statement(&f.record))
}

fn is_statement(record: &FrameRecord) -> bool {
    matches!(
        record,
        FrameRecord::Statement(_) | FrameRecord::Light(LightOf::Statement)
    )
}

/// Whether a clause's verb takes a clause or a quotation as what is said.
fn is_say_like(reader: &Reader<'_, '_>, clause: &Clause) -> bool {
    reader.frames(clause).iter().any(|(f, _)| {
        is_statement(&f.record)
            && (f.slots.get("that") == Some(Slot::Content) || f.slots.get("quote").is_some())
    })
}

/// "accused Seoul of raising": a gerund that belongs to a preposition.
fn hangs_on_preposition(reader: &Reader<'_, '_>, n: usize) -> bool {
    reader.clauses[n]
        .verb
        .checked_sub(1)
        .is_some_and(|l| matches!(reader.view.kind(l), Some(UnitKind::Preposition)))
}

/// "I", "we": whoever the text is by.
fn is_first_person(reader: &Reader<'_, '_>, clause: &Clause) -> bool {
    reader.reading.inside.is_none()
        && clause.link != Link::Relative
        && clause.subject.iter().any(|s| {
            matches!(
                reader.view.kind(*s),
                Some(UnitKind::Pronoun(WordValue::I | WordValue::We))
            )
        })
}
