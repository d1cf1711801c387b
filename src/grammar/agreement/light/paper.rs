//! Papers that only their verb makes agreements: "signed a plan", "adopted a decision",
//! "accepted the offer".

use super::super::instrument;
use crate::grammar::reader::Reader;
use crate::grammar::unit::{Determiner, Head, NounGroup};
use crate::model::InstrumentKind;

/// Verbs with the papers that they bind those to who do so together.
const PAPERS: &[(&[&str], &[&str])] = &[
    (
        &[
            "sign",
            "ink",
            "initial",
            "ratify",
            "cosign",
            "co-sign",
            "countersign",
        ],
        &[
            "agenda",
            "guidelines",
            "instrument",
            "instruments",
            "minutes",
            "package",
            "paper",
            "papers",
            "plan",
            "plans",
            "program",
            "programme",
            "programmes",
            "programs",
            "statement",
            "statements",
            "text",
            "texts",
        ],
    ),
    (
        &["adopt", "approve", "endorse"],
        &[
            "agenda",
            "decision",
            "decisions",
            "guidelines",
            "plan",
            "plans",
            "program",
            "programme",
            "strategy",
            "text",
        ],
    ),
    (&["exchange"], &["notes"]),
    (
        &["rebuff", "refuse", "reject", "spurn"],
        &["offer", "offers", "proposal", "proposals", "request"],
    ),
    (
        &["accept"],
        &["offer", "plan", "proposal", "proposals", "terms"],
    ),
];

/// The document that a unit names for a verb: an instrument, or a paper that the verb
/// makes one.
pub(super) fn document<'a>(
    reader: &Reader<'a, '_>,
    unit: usize,
    lemma: &str,
) -> Option<(&'a NounGroup, InstrumentKind)> {
    instrument(reader, unit).or_else(|| paper(reader, unit, lemma))
}

/// Whether a unit names an instrument only because of its verb.
pub(super) fn paper<'a>(
    reader: &Reader<'a, '_>,
    unit: usize,
    lemma: &str,
) -> Option<(&'a NounGroup, InstrumentKind)> {
    let noun: &NounGroup = reader.view.units.get(unit)?.noun()?;
    let (verbs, papers) = PAPERS.iter().find(|(verbs, _)| verbs.contains(&lemma))?;
    let last = reader.view.text(unit).split_whitespace().next_back()?;
    let listed = papers.iter().any(|p| last.eq_ignore_ascii_case(p));
    // "ratify the Pacific Resilience Facility"
    let named = verbs.contains(&"sign")
        && noun.proper
        && noun.determiner == Determiner::The
        && matches!(noun.head, Head::Other);
    let known = instrument(reader, unit).is_some();
    (!known && (listed || named)).then_some((noun, InstrumentKind::Other))
}
