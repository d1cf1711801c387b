//! What the table of abbreviations says of a word in a text of some case.

use super::chars::Case;
use crate::lexicon::{Abbreviations, StopKind};

/// What the stop behind `word` does, if it is an abbreviation here.
pub(super) fn kind(abbreviations: &Abbreviations, word: &str, case: Case) -> Option<StopKind> {
    let row = abbreviations.get(word)?;
    let fits = match case {
        Case::Mixed => !row.capital || word.starts_with(|c: char| c.is_ascii_uppercase()),
        Case::Upper | Case::Lower => {
            !row.word || matches!(row.kind, StopKind::Number | StopKind::Month)
        }
    };
    fits.then_some(row.kind)
}
