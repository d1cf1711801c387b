//! Which document a verb is told of, and how it stands to the verb.

use super::super::content::{content_span, instrument_name};
use super::super::{instrument, joint_start};
use super::paper;
use crate::grammar::clause::{Clause, INTRANSITIVE, Link};
use crate::grammar::complement::Complements;
use crate::grammar::fact::Bytes;
use crate::grammar::reader::Reader;
use crate::grammar::unit::{NounGroup, Unit, UnitKind};

/// A document with the unit where its words begin.
pub(super) struct Document {
    pub(super) from: usize,
    pub(super) unit: usize,
    place: Place,
}

/// How a document stands to its verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// "signed a treaty"
    Object,
    /// "the treaty was signed", "took effect", "collapsed"
    Subject,
    /// "a treaty signed in Paris"
    Reduced,
    /// "the treaty that both signed"
    Antecedent,
}

impl Document {
    /// The document that the clause's verb with its fixed words is told of.
    pub(super) fn of(
        reader: &Reader<'_, '_>,
        clause: &Clause,
        after: usize,
        complements: &Complements,
    ) -> Option<Document> {
        let verb = reader.verb(clause);
        let lemma = reader.view.tokens.lexicon.lemma(verb.lemma);
        let reduced = clause.link == Link::Reduced;
        let subject = verb.passive || reduced || is_intransitive(reader, clause.verb, after);
        let (place, (from, unit)) = if subject {
            let found = clause.subject.iter().find_map(|u| named(reader, *u, lemma));
            let found = found.map(|(from, unit)| (list_start(reader, from), unit));
            let place = if reduced {
                Place::Reduced
            } else {
                Place::Subject
            };
            (place, found?)
        } else if complements.object.is_empty() {
            match behind_place(reader, after) {
                Some(unit) => (Place::Object, (unit, unit)),
                None => {
                    let unit = antecedent(reader, clause)?;
                    (Place::Antecedent, (joint_start(reader, unit), unit))
                }
            }
        } else {
            let found = complements
                .object
                .iter()
                .find_map(|u| named(reader, *u, lemma));
            (Place::Object, found?)
        };
        Some(Document { from, unit, place })
    }

    /// Whether the verb is told of the document, not of its sides.
    pub(super) fn is_subject(&self) -> bool {
        matches!(self.place, Place::Subject | Place::Reduced)
    }

    /// "a treaty signed in Paris"
    pub(super) fn is_reduced(&self) -> bool {
        self.place == Place::Reduced
    }

    /// The words that say what is agreed.
    pub(super) fn content(
        &self,
        reader: &Reader<'_, '_>,
        n: usize,
        clause: &Clause,
        complements: &Complements,
    ) -> Option<Bytes> {
        match self.place {
            Place::Reduced | Place::Antecedent => {
                let led = matches!(
                    reader.view.kind(complements.end.saturating_sub(1)),
                    Some(UnitKind::Preposition)
                );
                // "signed in 1995, in | which"
                let end = complements.end - if led { 2 } else { 0 };
                reader.span(self.from, end.max(self.unit + 1))
            }
            // "The declaration was signed by …": little else says which.
            Place::Subject if clause.verb > self.unit + 1 => {
                let mut end = clause.verb;
                while end > self.unit + 1
                    && matches!(
                        reader.view.kind(end - 1),
                        Some(
                            UnitKind::Relative
                                | UnitKind::Comma
                                | UnitKind::Adverb
                                | UnitKind::And
                                | UnitKind::Verb(_)
                        )
                    )
                {
                    end -= 1;
                }
                reader.span(self.from, end)
            }
            _ => content_span(reader, n, self.from),
        }
    }

    /// Its name from the first word of its container on.
    pub(super) fn name(&self, reader: &Reader<'_, '_>, noun: &NounGroup) -> Bytes {
        let name = instrument_name(reader, self.unit, noun);
        let first = reader.view.units.get(self.from).and_then(Unit::noun);
        (first.map_or(name.0, |n| n.body.0).min(name.0), name.1)
    }
}

/// Fixed words of verbs that make the document their subject.
const ENDS: &[&str] = &["effect", "force", "apart", "through"];

/// "took effect", "entered into force", "fell apart", "collapsed"
fn is_intransitive(reader: &Reader<'_, '_>, verb: usize, after: usize) -> bool {
    let lemma = reader
        .view
        .verb(verb)
        .map(|v| reader.view.tokens.lexicon.lemma(v.lemma));
    let last = if after > verb + 1 {
        reader.view.text(after - 1).split_whitespace().next_back()
    } else {
        lemma
    };
    let broke_down = lemma == Some("break") && last == Some("down");
    let ends = |w: &str| {
        let mut words = ENDS.iter().chain(INTRANSITIVE);
        words.any(|i| w.eq_ignore_ascii_case(i))
    };
    let has = matches!(lemma, Some("have" | "put" | "bring"));
    broke_down || !has && last.is_some_and(ends)
}

/// How many documents before one are looked at.
const LISTED: usize = 6;

/// "A declaration, a treaty on fish and | several documents are to be signed": where the list
/// of documents begins whose last one is at a unit.
fn list_start(reader: &Reader<'_, '_>, last: usize) -> usize {
    let view = &reader.view;
    let mut from = last;
    for _ in 0..LISTED {
        let joint = |u: usize| matches!(view.kind(u), Some(UnitKind::And | UnitKind::Comma));
        let Some(mut at) = from.checked_sub(1).filter(|j| joint(*j)) else {
            break;
        };
        while joint(at) && at > 0 {
            at -= 1;
        }
        let head = if view.in_phrase(at) {
            view.phrase_head_left(at)
        } else {
            Some(at)
        };
        match head.filter(|h| instrument(reader, *h).is_some()) {
            Some(head) => from = head,
            None => break,
        }
    }
    from
}

/// "signed in Lima | a joint declaration"
fn behind_place(reader: &Reader<'_, '_>, after: usize) -> Option<usize> {
    let placed = matches!(
        reader.view.kind(after + 1),
        Some(UnitKind::Place(_) | UnitKind::Parties(..))
    );
    let unit = after + 2;
    let stands = placed && reader.view.is_word(after, "in");
    instrument(reader, unit).filter(|_| stands).map(|_| unit)
}

/// "the treaty, which Minsk signed", "a deal that both sides reached", "the accord the two
/// signed": the noun before a clause without object.
fn antecedent(reader: &Reader<'_, '_>, clause: &Clause) -> Option<usize> {
    if clause.link != Link::Own {
        return None;
    }
    let mut at = clause.subject.first()?.checked_sub(1)?;
    if matches!(
        reader.view.kind(at),
        Some(UnitKind::Relative | UnitKind::That)
    ) {
        at = at.checked_sub(1)?;
        if matches!(reader.view.kind(at), Some(UnitKind::Comma)) {
            at = at.checked_sub(1)?;
        }
    }
    if matches!(reader.view.kind(at), Some(UnitKind::Close)) {
        at = reader.view.opening(at).checked_sub(1)?;
    }
    instrument(reader, at).map(|_| at)
}

/// Words for several documents or for a part of one: "a series of agreements".
const CONTAINERS: &[&str] = &[
    "series", "set", "number", "package", "raft", "host", "batch", "range", "bundle", "slew",
    "string", "pair", "handful", "draft", "text", "version", "terms", "total", "list",
];

/// `document = instrument | container "of" instrument`: where it begins, and its instrument.
fn named(reader: &Reader<'_, '_>, unit: usize, lemma: &str) -> Option<(usize, usize)> {
    if paper::document(reader, unit, lemma).is_some() {
        return Some((joint_start(reader, unit), unit));
    }
    let last = reader.view.text(unit).split_whitespace().next_back()?;
    let contains = CONTAINERS.iter().any(|w| last.eq_ignore_ascii_case(w));
    (contains && reader.view.is_word(unit + 1, "of") && instrument(reader, unit + 2).is_some())
        .then_some((unit, unit + 2))
}
