//! Verbs of saying whose words stand before them as a noun: "a charge Peru denies",
//! "the vote, contested by Peru", "a truce as demanded by Peru".

use super::{Content, is_statement, report};
use crate::grammar::clause::{Clause, Link};
use crate::grammar::fact::StatementFact;
use crate::grammar::reader::Reader;
use crate::grammar::unit::{Determiner, Head, UnitKind};
use crate::lexicon::FrameRecord;
use crate::model::StatementAct;

/// `gap = "," ("a" noun | "something") ["that" | "which"] speaker verb`: "a charge Peru has
/// denied", with nothing behind the verb
pub(super) fn content(
    reader: &Reader<'_, '_>,
    clause: &Clause,
    act: StatementAct,
) -> Option<Content> {
    let first = *clause.subject.first()?;
    let left = first.checked_sub(1)?;
    let noun = match reader.view.kind(left) {
        Some(UnitKind::That | UnitKind::Relative) => left.checked_sub(1)?,
        _ => left,
    };
    let apposed = match reader.view.kind(noun) {
        Some(UnitKind::Noun(n)) => n.determiner == Determiner::A,
        _ => reader.view.is_word(noun, "something"),
    };
    let set_off = matches!(
        reader.view.kind(noun.checked_sub(1)?),
        Some(UnitKind::Comma | UnitKind::Dash)
    );
    let told = act != StatementAct::Say && reader.verb(clause).is_finite();
    if !apposed || !set_off || !told || !ends(reader, clause.verb + 1) {
        return None;
    }
    let to = clause.verb + 1;
    Some(Content {
        spans: vec![reader.span(noun, to)?],
        units: (noun, to),
    })
}

/// Nothing of the clause stands at a unit.
fn ends(reader: &Reader<'_, '_>, at: usize) -> bool {
    matches!(
        reader.view.kind(at),
        None | Some(
            UnitKind::Stop
                | UnitKind::Comma
                | UnitKind::Semicolon
                | UnitKind::Dash
                | UnitKind::Close
                | UnitKind::Date(_)
        )
    )
}

/// `reduced = noun ["," ] participle "by" speaker | noun "as" participle "by" speaker`
pub(super) fn participle(reader: &Reader<'_, '_>, n: usize) -> Option<StatementFact> {
    let clause = &reader.clauses[n];
    let verb = reader.verb(clause);
    let as_said = clause.link == Link::Own
        && clause.subject.is_empty()
        && clause.verb > 1
        && reader.view.is_word(clause.verb - 1, "as");
    let reduced = clause.link == Link::Reduced || as_said;
    let by = clause.verb + 1;
    if !reduced || !verb.may_be_participle() || !reader.view.is_word(by, "by") {
        return None;
    }
    let act = reader
        .frames(clause)
        .iter()
        .find_map(|(f, _)| match f.record {
            FrameRecord::Statement(act) if is_statement(&f.record) => Some(act),
            _ => None,
        })?;
    use StatementAct::{Concern, Condemn, Demand, Oppose, Welcome};
    if !matches!(act, Concern | Condemn | Demand | Oppose | Welcome)
        || report::is_stance(reader, clause)
    {
        return None;
    }
    let speakers = reader
        .view
        .is_nominal(by + 1)
        .then(|| reader.view.list_right(by + 1).0)?;
    if !speakers.iter().all(|s| is_side(reader, *s)) {
        return None;
    }
    let from = match as_said {
        true => clause.verb.checked_sub(2),
        false => clause.subject.first().copied(),
    };
    let span = reader.span(from?, speakers.last()? + 1)?;
    Some(StatementFact::of(
        reader.site(clause.verb),
        reader.mentions(&speakers),
        act,
        span,
        "statement.passive",
    ))
}

/// A state, an official, a ministry.
fn is_side(reader: &Reader<'_, '_>, unit: usize) -> bool {
    match reader.view.kind(unit) {
        Some(UnitKind::People(_) | UnitKind::Post(_) | UnitKind::Parties(..)) => true,
        Some(UnitKind::Name { outsider, .. }) => !outsider,
        Some(UnitKind::Noun(n)) => matches!(n.head, Head::Organ(_)),
        _ => false,
    }
}
