//! Agreements that are still talked about: "negotiations over a ceasefire".

use super::super::{drop_seat, instrument, is_firm};
use super::{Told, fact};
use crate::grammar::fact::AgreementFact;
use crate::grammar::reader::Reader;
use crate::grammar::unit::{Determiner, UnitKind};
use crate::lexicon::FrameRecord;
use crate::model::AgreementStatus;

/// Nouns of talks that aim at a paper.
const TALKS: &[&str] = &[
    "talks",
    "negotiation",
    "negotiations",
    "bargaining",
    "push",
    "efforts",
];

/// `talks ["between" parties] ("on" | "over" | "for" | "about" | "toward") ["a"] instrument`
pub(in super::super) fn under_way(
    reader: &mut Reader<'_, '_>,
    unit: usize,
) -> Option<AgreementFact> {
    let (noun, kind) = instrument(reader, unit)?;
    let fresh = matches!(noun.determiner, Determiner::A | Determiner::None) && !noun.plural;
    if !fresh || reader.used.get(unit) == Some(&true) || !is_firm(reader, unit) {
        return None;
    }
    let preposition = unit.checked_sub(1)?;
    let about = [
        "on",
        "over",
        "for",
        "about",
        "toward",
        "towards",
        "regarding",
    ]
    .iter()
    .any(|w| reader.view.is_word(preposition, w));
    let talks = about.then(|| talks_before(reader, preposition)).flatten()?;
    let mut noun = noun.clone();
    drop_seat(reader, unit, &mut noun);
    if let Some(UnitKind::Noun(owner)) = reader.view.kind(talks) {
        noun.parties.extend(owner.parties.iter().copied());
    }
    // "a ceasefire and hostage deal"
    let (list, _) = reader.view.list_right(unit);
    let last = list
        .iter()
        .rev()
        .find(|u| instrument(reader, **u).is_some());
    let end = reader.view.complements(*last.unwrap_or(&unit)).end;
    let told = Told {
        noun,
        kind,
        status: AgreementStatus::Proposed,
        dates: Vec::new(),
        from: if talks + 1 == preposition {
            talks
        } else {
            unit
        },
        end,
        rule: "agreement.under_way",
    };
    let mut found = fact(reader, unit, told);
    let sides: Vec<usize> = super::sides(reader, talks);
    found.parties.extend(reader.mentions(&sides));
    Some(found)
}

/// The talks that a preposition hangs on; who talks may stand between.
fn talks_before(reader: &Reader<'_, '_>, preposition: usize) -> Option<usize> {
    let is_talks = |u: usize| {
        let last = reader.view.text(u).split_whitespace().next_back();
        last.is_some_and(|w| TALKS.iter().any(|t| w.eq_ignore_ascii_case(t)))
            && reader
                .noun_record(u, |r| matches!(r, FrameRecord::Meeting(_)))
                .is_some()
    };
    for at in (preposition.saturating_sub(7)..preposition).rev() {
        match reader.view.kind(at)? {
            _ if is_talks(at) => return Some(at),
            UnitKind::Parties(..) | UnitKind::And | UnitKind::Preposition | UnitKind::Date(_) => {}
            UnitKind::Place(_) => {}
            _ => return None,
        }
    }
    None
}
