//! Nouns that report: "Holm's claim that the talks had failed".

use super::{Taken, content, is_statement};
use crate::grammar::fact::StatementFact;
use crate::grammar::reader::Reader;
use crate::grammar::unit::UnitKind;
use crate::lexicon::FrameRecord;
use crate::model::StatementAct;

/// `report = owner "'s" noun "that" clause`, unless the verb before it tells the same:
/// "repeated Peru's demand that".
pub(super) fn owned(reader: &mut Reader<'_, '_>, taken: &Taken) {
    for unit in 0..reader.view.units.len() {
        if let Some(found) = of(reader, unit, taken) {
            reader.facts.say(found);
        }
    }
}

fn of(reader: &Reader<'_, '_>, unit: usize, taken: &Taken) -> Option<StatementFact> {
    let (noun, record) = reader.noun_record(unit, is_statement)?;
    let FrameRecord::Statement(act) = record else {
        return None;
    };
    let owned = !noun.people.is_empty() || noun.parties.len() == 1;
    let that = matches!(reader.view.kind(unit + 1), Some(UnitKind::That));
    if !owned || !that || is_told(reader, unit) {
        return None;
    }
    let from = unit + 2;
    let before = reader.clauses.partition_point(|c| c.verb < unit);
    let to = content::end(reader, before.checked_sub(1)?, from, taken);
    let span = reader.span(from, to)?;
    Some(StatementFact::of(
        reader.site(unit),
        reader.mentions(&[unit]),
        act,
        span,
        "statement.noun",
    ))
}

/// The noun is what a verb of saying says: "conveyed Peru's hope that". Whoever rejects
/// it tells of another's.
fn is_told(reader: &Reader<'_, '_>, unit: usize) -> bool {
    reader.clauses.iter().any(|c| {
        let says = reader.frames(c).iter().any(|(f, _)| {
            is_statement(&f.record)
                && !matches!(
                    f.record,
                    FrameRecord::Statement(StatementAct::Oppose | StatementAct::Condemn)
                )
        });
        says && c.verb < unit && reader.view.complements(c.verb).object.contains(&unit)
    })
}
