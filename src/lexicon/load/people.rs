//! The tables of titles, ranks, names and abbreviations.

use super::super::FigureEntry;
use super::super::inflect;
use super::super::sense::*;
use super::super::table::Row;
use super::{Loader, country_named, value};
use crate::error::LexiconError;
use crate::model::PostKind;

impl<'a> Loader<'a> {
    pub(super) fn post(&mut self, row: &Row<'a>) -> Result<(), LexiconError> {
        let kind: PostKind = value(row, 1)?;
        for item in std::iter::once(row.cell(0)).chain(row.list(2)) {
            let vocabulary = &mut self.lexicon.vocabulary;
            vocabulary.add_any_case(item, Sense::Post(kind, false));
            vocabulary.add_any_case(&plural_title(item), Sense::Post(kind, true));
        }
        Ok(())
    }

    pub(super) fn portfolio(&mut self, row: &Row<'a>) -> Result<(), LexiconError> {
        let sense = Sense::Portfolio(Portfolio {
            kind: value(row, 1)?,
        });
        for item in std::iter::once(row.cell(0)).chain(row.list(2)) {
            self.lexicon.vocabulary.add_any_case(item, sense);
        }
        Ok(())
    }

    pub(super) fn rank(&mut self, row: &Row<'a>) -> Result<(), LexiconError> {
        self.add_all(row, 2, Sense::Rank);
        Ok(())
    }

    pub(super) fn honorific(&mut self, row: &Row<'a>) -> Result<(), LexiconError> {
        let gender = gender(row.cell(1));
        self.add_all(row, 2, Sense::Honorific(gender));
        Ok(())
    }

    pub(super) fn name(&mut self, row: &Row<'a>) -> Result<(), LexiconError> {
        let gender = match row.cell(1) {
            "male" | "m" => Gender::Male,
            "female" | "f" => Gender::Female,
            _ => Gender::Unknown,
        };
        self.add(row.cell(0), Sense::GivenName(gender));
        Ok(())
    }

    pub(super) fn figure(&mut self, row: &Row<'a>) -> Result<(), LexiconError> {
        let entry = FigureEntry {
            name: row.cell(0).into(),
            country: country_named(row, 1)?,
            kind: value(row, 2)?,
        };
        self.lexicon.figures.add(entry);
        Ok(())
    }

    pub(super) fn abbreviation(&mut self, row: &Row<'a>) -> Result<(), LexiconError> {
        self.lexicon.vocabulary.intern(row.cell(0));
        let (kind, word) = (row.cell(1), row.cell(2) == "word");
        if !self.lexicon.abbreviations.add(row.cell(0), kind, word) {
            return Err(row.error(1, format!("`{kind}` is no kind of abbreviation")));
        }
        Ok(())
    }
}

fn gender(cell: &str) -> Gender {
    match cell {
        "m" => Gender::Male,
        "f" => Gender::Female,
        _ => Gender::Unknown,
    }
}

/// "foreign minister" → "foreign ministers", "minister of defense" →
/// "ministers of defense", "secretary-general" → "secretaries-general".
fn plural_title(title: &str) -> String {
    const MARKS: [&str; 7] = [" of ", " for ", " to ", " in ", "-general", "-in-", " d'"];
    let marked = |at: &usize| {
        let rest = title.get(*at..).unwrap_or_default();
        MARKS.iter().any(|mark| rest.starts_with(mark))
    };
    let joints = title.bytes().enumerate();
    let mut joints = joints
        .filter(|(_, b)| matches!(b, b' ' | b'-'))
        .map(|(at, _)| at);
    let (head, rest) = title.split_at(joints.find(marked).unwrap_or(title.len()));
    inflect::plural(head) + rest
}
