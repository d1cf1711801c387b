//! Agreements told by a noun: "the signing of the treaty", "the 1951 Mutual
//! Defense Treaty", "violation of the Vienna Convention".

use super::content::instrument_name;
use super::{drop_seat, instrument, is_firm, sides};
use crate::grammar::date::{DateExpr, Lead, Point};
use crate::grammar::fact::AgreementFact;
use crate::grammar::party::PartyRef;
use crate::grammar::reader::Reader;
use crate::grammar::status::{Reality, reality};
use crate::grammar::unit::{Determiner, NounGroup, UnitKind};
use crate::lexicon::Shape;
use crate::model::{AgreementStatus, InstrumentKind};

/// Nouns of acts on an instrument, with the status they tell.
const ACTS: &[(&str, AgreementStatus)] = &[
    ("signing", AgreementStatus::Signed),
    ("signature", AgreementStatus::Signed),
    ("conclusion", AgreementStatus::Signed),
    ("ratification", AgreementStatus::Signed),
    ("adoption", AgreementStatus::Signed),
    ("violation", AgreementStatus::Broken),
    ("breach", AgreementStatus::Broken),
    ("suspension", AgreementStatus::Broken),
    ("abrogation", AgreementStatus::Broken),
    ("collapse", AgreementStatus::Broken),
];

/// `signing = act noun "of" instrument`; "the signing of the border treaty today"
pub(super) fn signing(reader: &mut Reader<'_, '_>, unit: usize) -> Option<AgreementFact> {
    let (noun, kind) = instrument(reader, unit)?;
    let mut noun = noun.clone();
    if reader.used.get(unit) == Some(&true) {
        return None;
    }
    let act = act_noun(reader, unit)?;
    let word = reader.view.text(act).to_ascii_lowercase();
    let word = word.split_whitespace().next_back()?.to_owned();
    let (_, status) = ACTS.iter().find(|(w, _)| *w == word)?;
    let status = match (status, reality_of(reader, act)) {
        (AgreementStatus::Signed, Reality::Planned | Reality::Agreed) => AgreementStatus::Planned,
        (AgreementStatus::Signed, Reality::Wished) => AgreementStatus::Proposed,
        (s, _) => *s,
    };
    if status == AgreementStatus::Broken && !is_named(reader, unit, &noun) {
        return None;
    }
    drop_seat(reader, unit, &mut noun);
    if status == AgreementStatus::Broken {
        noun.parties = breakers(reader, act);
    } else if status == AgreementStatus::Proposed {
        // Who asks for it is a side too.
        noun.parties.extend(breakers(reader, act));
    }
    let complements = reader.view.complements(unit);
    Some(fact(
        reader,
        unit,
        &noun,
        kind,
        status,
        complements.dates.clone(),
        complements.end,
        "agreement.act_noun",
    ))
}

/// The act noun before "of" and an instrument; a place and a date may stand between:
/// "the signature in Washington today of the agreement".
fn act_noun(reader: &Reader<'_, '_>, unit: usize) -> Option<usize> {
    let of = unit.checked_sub(1)?;
    if !reader.view.is_word(of, "of") {
        return None;
    }
    let mut at = of.checked_sub(1)?;
    for _ in 0..4 {
        let place =
            at > 1 && (reader.view.is_word(at - 1, "in") || reader.view.is_word(at - 1, "at"));
        match reader.view.kind(at)? {
            UnitKind::Date(_) => at = at.checked_sub(1)?,
            UnitKind::Place(_) | UnitKind::Parties(..) if place => at = at.checked_sub(2)?,
            _ => break,
        }
    }
    Some(at)
}

/// Who violates or asks: "China's actions are in violation of", "Moscow's violation of".
fn breakers(reader: &Reader<'_, '_>, act: usize) -> Vec<PartyRef> {
    let of = |unit: usize| match reader.view.kind(unit) {
        Some(UnitKind::Noun(n)) => n.parties.clone(),
        Some(UnitKind::Parties(p, _)) => p.clone(),
        _ => Vec::new(),
    };
    let own = of(act);
    if !own.is_empty() {
        return own;
    }
    let clause = reader.clauses.iter().rev().find(|c| c.verb < act);
    clause.map_or_else(Vec::new, |c| {
        c.subject.iter().flat_map(|u| of(*u)).collect()
    })
}

/// How real an act noun is, by the verb of its clause.
fn reality_of(reader: &Reader<'_, '_>, act: usize) -> Reality {
    let before = act
        .checked_sub(1)
        .map(|l| reader.view.text(l).to_ascii_lowercase())
        .unwrap_or_default();
    if matches!(before.as_str(), "after" | "following" | "since") {
        return Reality::Done;
    }
    if matches!(before.as_str(), "before" | "ahead of") {
        return Reality::Planned;
    }
    let clause = reader
        .clauses
        .iter()
        .rev()
        .find(|c| c.verb < act)
        .or_else(|| reader.clauses.iter().find(|c| c.verb > act));
    let Some(clause) = clause else {
        return Reality::Done;
    };
    use crate::lexicon::FrameRecord;
    use crate::model::StatementAct::{Demand, Propose};
    let asks = reader
        .frames(clause)
        .iter()
        .any(|(f, _)| matches!(f.record, FrameRecord::Statement(Demand | Propose)));
    if asks && clause.verb < act {
        return Reality::Wished;
    }
    reality(reader, clause)
}

/// A treaty named with its year, or by a proper name: "the 1951 Mutual Defense
/// Treaty", "the agreement of 19 August 2011", "the U.S.-Iraq Strategic Framework Agreement"
pub(super) fn named(reader: &mut Reader<'_, '_>, unit: usize) -> Option<AgreementFact> {
    if reader.used.get(unit) == Some(&true) {
        return None;
    }
    let (noun, kind) = instrument(reader, unit)?;
    let mut noun = noun.clone();
    if matches!(noun.determiner, Determiner::A | Determiner::No) {
        return None;
    }
    drop_seat(reader, unit, &mut noun);
    let year = year_in(reader.view.text(unit));
    let of_date = match reader.view.kind(unit + 1) {
        Some(UnitKind::Date(d)) if matches!(d.lead, Lead::Of) => Some(*d),
        _ => None,
    };
    let dated = (year.is_some() || of_date.is_some()) && !noun.plural;
    let between = is_between(reader, unit, &noun);
    if !dated && !between && !is_named(reader, unit, &noun) {
        return None;
    }
    let status = match kind {
        InstrumentKind::Other | InstrumentKind::Contract | InstrumentKind::Ceasefire
            if !dated && between =>
        {
            AgreementStatus::Reached
        }
        _ => AgreementStatus::Signed,
    };
    let mut dates: Vec<DateExpr> = of_date.into_iter().collect();
    if let (Some(year), true) = (year, dates.is_empty()) {
        dates.push(DateExpr {
            lead: Lead::Of,
            start: Point::Year(year),
            end: None,
            span: reader.view.units.get(unit)?.span,
        });
    }
    let end = reader.view.complements(unit).end;
    Some(fact(
        reader,
        unit,
        &noun,
        kind,
        status,
        dates,
        end,
        "agreement.noun",
    ))
}

/// `resolution = "Resolution" number`; "U.N. Security Council Resolution 1701", "UNSCR 1701"
pub(super) fn resolution(reader: &mut Reader<'_, '_>, unit: usize) -> Option<AgreementFact> {
    let noun = reader.view.units.get(unit)?.noun()?;
    let text = reader.view.text(unit);
    if !(text.contains("Resolution") || text.contains("UNSCR")) {
        return None;
    }
    let council = [
        "UNSCR",
        "UNSC",
        "Security Council",
        "General Assembly",
        "U.N.",
        "UN ",
    ]
    .iter()
    .any(|w| text.contains(w));
    let own = numbered(text);
    let next = numbered(reader.view.text(unit + 1));
    if !(own || council && next) || reader.used.get(unit) == Some(&true) {
        return None;
    }
    let mut noun = noun.clone();
    let un = reader
        .view
        .tokens
        .lexicon
        .organizations
        .iter()
        .position(|o| o.code.as_deref() == Some("UN"))?;
    noun.parties = vec![PartyRef::Organization(u16::try_from(un).ok()?)];
    let end = if own { unit + 1 } else { unit + 2 };
    Some(fact(
        reader,
        unit,
        &noun,
        InstrumentKind::Other,
        AgreementStatus::Signed,
        Vec::new(),
        end,
        "agreement.resolution",
    ))
}

/// Whether a text has a number of three or four digits for a word.
fn numbered(text: &str) -> bool {
    text.split([' ', '(', ')', '/'])
        .any(|w| (3..=4).contains(&w.len()) && w.bytes().all(|b| b.is_ascii_digit()))
}

/// "the agreement between Israel and the PLO", "last week's deal between …": the
/// sides stand behind it.
fn is_between(reader: &Reader<'_, '_>, unit: usize, noun: &NounGroup) -> bool {
    matches!(noun.determiner, Determiner::The | Determiner::This)
        && reader.view.is_word(unit + 1, "between")
        && is_firm(reader, unit)
        && reader
            .view
            .complements(unit)
            .phrases
            .first()
            .is_some_and(|p| p.nouns.len() >= 2)
}

/// A proper name that ends in a capitalized instrument noun, of a kind that is
/// signed: "Refugee Convention", "Oslo Accords".
fn is_named(reader: &Reader<'_, '_>, unit: usize, noun: &NounGroup) -> bool {
    let Some(head) = reader.view.tokens.get(noun.head_token) else {
        return false;
    };
    let text = head.text(reader.view.tokens.text).to_ascii_lowercase();
    let signed = [
        "agreement",
        "agreements",
        "treaty",
        "convention",
        "accord",
        "accords",
        "pact",
        "protocol",
        "compact",
        "armistice",
        "charter",
        "declaration",
        "communique",
        "memorandum",
    ]
    .iter()
    .any(|w| text.ends_with(w));
    let words = reader.view.text(unit).split_whitespace().count();
    noun.proper && head.shape == Shape::Capitalized && signed && words >= 2
}

fn year_in(text: &str) -> Option<i32> {
    text.split(|c: char| !c.is_ascii_digit())
        .find(|w| w.len() == 4 && (w.starts_with("19") || w.starts_with("20")))
        .and_then(|y| y.parse().ok())
}

#[allow(clippy::too_many_arguments)]
fn fact(
    reader: &mut Reader<'_, '_>,
    unit: usize,
    noun: &NounGroup,
    kind: InstrumentKind,
    status: AgreementStatus,
    dates: Vec<DateExpr>,
    end: usize,
    rule: &'static str,
) -> AgreementFact {
    let parties = sides(reader, unit);
    if let Some(used) = reader.used.get_mut(unit) {
        *used = true;
    }
    AgreementFact {
        site: reader.site(unit),
        status,
        parties: reader.mentions(&parties),
        content: reader.span(unit, end.max(unit + 1)),
        instrument: Some((instrument_name(reader, unit, noun), kind)),
        noun: Some(Box::new(noun.clone())),
        dates,
        needs_two: false,
        of_last: false,
        future: status == AgreementStatus::Planned,
        rule,
    }
}
