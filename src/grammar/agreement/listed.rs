//! Documents in a list, under a line that tells of their signing: "The ministers signed the
//! following documents:", and below it "– Memorandum of Understanding on trade;".

use super::noun;
use crate::grammar::date::DateExpr;
use crate::grammar::fact::AgreementFact;
use crate::grammar::reader::Reader;
use crate::grammar::status::reality;
use crate::grammar::unit::{Head, Unit, UnitKind};
use crate::model::{AgreementStatus, InstrumentKind};
use crate::source::PieceKind;

/// What the line above a list tells of the documents in it.
#[derive(Debug, Clone)]
pub(crate) struct Listed {
    status: AgreementStatus,
    dates: Vec<DateExpr>,
}

/// Verbs of bringing documents about.
const SIGN: &[&str] = &[
    "adopt", "conclude", "exchange", "finalize", "ink", "initial", "sign", "witness",
];

/// What such a line calls the things in the list.
const DOCUMENTS: &[&str] = &[
    "accords",
    "agreements",
    "documents",
    "following",
    "instruments",
    "memoranda",
    "memorandums",
    "mous",
    "pacts",
    "protocols",
    "treaties",
];

/// What heads a document's title besides the instruments.
const TITLES: &[&str] = &["letter", "minutes", "plan", "program", "programme"];

/// `lead = … sign {phrase} documents … ":"`: remembers that documents follow, and
/// says whether they do. Any other sentence ends the list.
pub(super) fn leave(reader: &mut Reader<'_, '_>) -> bool {
    let found = lead(reader);
    let leads = found.is_some();
    let told = reader.reading.kind == PieceKind::Body && !reader.clauses.is_empty();
    if leads || told {
        reader.facts.listed = found;
    }
    leads
}

fn lead(reader: &Reader<'_, '_>) -> Option<Listed> {
    let view = &reader.view;
    let colon = view.units.len().checked_sub(1)?;
    let ends = matches!(view.kind(colon), Some(UnitKind::Colon));
    if !ends || reader.reading.inside.is_some() {
        return None;
    }
    let named = (0..colon).any(|n| view.is_nominal(n) && view.ends_in(n, DOCUMENTS));
    let lexicon = view.tokens.lexicon;
    let clause = reader
        .clauses
        .iter()
        .rev()
        .find(|c| SIGN.contains(&lexicon.lemma(reader.verb(c).lemma)))?;
    if !named {
        return None;
    }
    let status = super::adjust(AgreementStatus::Signed, reality(reader, clause))?;
    let dates = view.complements(clause.verb).dates.clone();
    Some(Listed { status, dates })
}

/// `item = document {phrase} [";" | "."]`, in a list of documents and without a verb of its own
pub(super) fn item(reader: &Reader<'_, '_>) -> Option<AgreementFact> {
    let listed = reader.facts.listed.as_ref()?;
    let view = &reader.view;
    let finite = |n: usize| {
        view.verb(n)
            .is_some_and(|v| v.is_finite() && !v.may_be_participle())
    };
    if reader.reading.inside.is_some() || (0..view.units.len()).any(finite) {
        return None;
    }
    let first = (0..view.units.len()).find(|n| view.is_nominal(*n))?;
    let noun = view.units.get(first).and_then(Unit::noun)?;
    let kind = match noun.head {
        Head::Instrument(kind) => kind,
        _ if view.ends_in(first, TITLES) => InstrumentKind::Other,
        _ => return None,
    };
    let closes = |n: &usize| {
        matches!(
            view.kind(*n),
            Some(UnitKind::Semicolon | UnitKind::Stop | UnitKind::Comma | UnitKind::And)
        )
    };
    let end = (first + 1..view.units.len()).rev().find(|n| !closes(n));
    let told = noun::Told {
        noun: (**noun).clone(),
        kind,
        status: listed.status,
        dates: listed.dates.clone(),
        from: first,
        end: end.unwrap_or(first) + 1,
        rule: "agreement.listed",
    };
    Some(noun::fact(reader, first, told))
}
