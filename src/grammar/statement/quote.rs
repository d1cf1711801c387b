//! Quotations: the rest of a split one, and those that no verb took.

use super::{Content, Taken, has_statement_frame, report};
use crate::grammar::clause::Clause;
use crate::grammar::fact::{Bytes, StatementFact};
use crate::grammar::reader::Reader;
use crate::grammar::unit::UnitKind;
use crate::model::StatementAct;

/// A quotation beside somebody, but with no verb of saying, must be this long.
const LONG: u32 = 40;

/// The rest of a split quotation: `"A," X said, "B."`
pub(super) fn rest(
    reader: &Reader<'_, '_>,
    clause: &Clause,
    content: &Content,
    taken: &mut Taken,
) -> Vec<Bytes> {
    if content.units.0 > clause.verb {
        return Vec::new();
    }
    let is_quote = |u: usize| matches!(reader.view.kind(u), Some(UnitKind::Quote));
    let quoted = is_quote(content.units.0) || content.units.1 > 0 && is_quote(content.units.1 - 1);
    if !quoted {
        return Vec::new();
    }
    let next_report = reader
        .clauses
        .iter()
        .enumerate()
        .find(|(n, c)| c.verb > clause.verb && has_statement_frame(reader, *n))
        .map_or(reader.view.units.len(), |(_, c)| c.verb);
    let mut pieces = Vec::new();
    for n in clause.verb + 1..next_report {
        if is_quote(n) && !taken.is_covered(n) {
            pieces.extend(reader.span(n, n + 1));
            taken.cover(n, n + 1);
        }
    }
    pieces
}

/// Quotations that no verb of the sentence took: alone in their sentence they go
/// on with the last speaker; behind a colon the subject before it speaks.
pub(super) fn lone(reader: &mut Reader<'_, '_>, taken: &Taken) {
    let alone = reader.view.units.iter().all(|u| {
        matches!(
            u.kind,
            UnitKind::Quote | UnitKind::Stop | UnitKind::Comma | UnitKind::Other
        )
    });
    for n in 0..reader.view.units.len() {
        if !matches!(reader.view.kind(n), Some(UnitKind::Quote)) || taken.is_covered(n) {
            continue;
        }
        let Some(span) = reader.span(n, n + 1) else {
            continue;
        };
        // "Mori said:", and below it the quotation
        let announced = match alone {
            true => std::mem::take(&mut reader.facts.announced),
            false => Vec::new(),
        };
        let continues = alone && announced.is_empty();
        let speakers = if alone {
            Vec::new()
        } else {
            let before = reader
                .clauses
                .iter()
                .enumerate()
                .rev()
                .find(|(_, c)| c.verb < n && !c.subject.is_empty());
            match before {
                Some((c, _)) if report::is_expected(reader, c) => continue,
                Some((_, c)) if span.1 - span.0 > LONG => c.subject.clone(),
                _ => continue,
            }
        };
        let mut speakers = reader.mentions(&speakers);
        speakers.extend(announced);
        let fact = StatementFact {
            continues,
            ..StatementFact::of(
                reader.site(n),
                speakers,
                StatementAct::Say,
                span,
                if continues {
                    "statement.continued"
                } else {
                    "statement.quote"
                },
            )
        };
        reader.facts.say(fact);
    }
}
