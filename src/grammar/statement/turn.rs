//! Turns of a transcript: `turn = (NAME ":" | "[" NAME "]") …`

use crate::grammar::fact::Turn;
use crate::grammar::reader::Reader;
use crate::grammar::unit::UnitKind;

/// Notes who takes the floor at the beginning of a reading.
pub(super) fn take(reader: &mut Reader<'_, '_>) {
    if reader.reading.inside.is_some() {
        return;
    }
    let bracket = matches!(reader.view.kind(0), Some(UnitKind::Open));
    let label = usize::from(bracket);
    let mark = reader.view.kind(label + 1);
    let closes = if bracket {
        matches!(mark, Some(UnitKind::Close))
    } else {
        matches!(mark, Some(UnitKind::Colon))
    };
    if !closes {
        return;
    }
    let text = reader.view.text(label);
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    if letters < 2 || text.chars().any(char::is_lowercase) {
        return;
    }
    let somebody = matches!(
        reader.view.kind(label),
        Some(UnitKind::People(_) | UnitKind::Name { .. } | UnitKind::Post(_))
    );
    let Some(unit) = reader.view.units.get(label) else {
        return;
    };
    reader.facts.turns.push(Turn {
        at: unit.span.0,
        mention: somebody.then(|| reader.mention(label)).flatten(),
    });
}
