//! Rows that a user adds, replaces or removes, in the format of the data files.

use super::table::{self, Row, TableSpec};
use super::vocabulary::{LONGEST_PHRASE, phrase_words};
use crate::error::LexiconError;
use std::collections::{HashMap, HashSet};

/// Changes to the built-in tables, in the order they were asked for.
#[derive(Debug, Clone, Default)]
pub(crate) struct Changes {
    list: Vec<Change>,
}

#[derive(Debug, Clone)]
struct Change {
    table: String,
    rows: String,
    kind: ChangeKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ChangeKind {
    /// Put beside the built-in rows.
    Add,
    /// Put in place of the built-in rows with the same first cell.
    Replace,
    /// Take out the built-in rows with this first cell.
    Remove,
}

impl Changes {
    pub(crate) fn push(&mut self, kind: ChangeKind, table: &str, rows: &str) {
        self.list.push(Change {
            table: table.to_owned(),
            rows: rows.to_owned(),
            kind,
        });
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Refuses changes to tables that do not exist.
    pub(crate) fn check(&self) -> Result<(), LexiconError> {
        self.list
            .iter()
            .try_for_each(|change| table::spec(&change.table).map(|_| ()))
    }

    /// Hands on the rows of a table, changes applied.
    pub(crate) fn each<'a>(
        &'a self,
        spec: &'static TableSpec,
        take: impl FnMut(&Row<'a>) -> Result<(), LexiconError>,
    ) -> Result<(), LexiconError> {
        if self.list.iter().any(|c| c.table == spec.name) {
            return self.rows(spec)?.iter().try_for_each(take);
        }
        let mut take = take;
        table::rows(spec, spec.data).try_for_each(|row| take(&row?))
    }

    fn rows<'a>(&'a self, spec: &'static TableSpec) -> Result<Vec<Row<'a>>, LexiconError> {
        let mine = || self.list.iter().filter(|c| c.table == spec.name);
        let mut gone: HashSet<&str> = HashSet::new();
        for change in mine() {
            match change.kind {
                ChangeKind::Add => {}
                ChangeKind::Remove => gone.extend(change.rows.lines().map(key_of)),
                ChangeKind::Replace => {
                    for row in table::rows(spec, &change.rows) {
                        gone.insert(row?.key());
                    }
                }
            }
        }
        let mut rows = Vec::new();
        for row in table::rows(spec, spec.data) {
            let row = row?;
            if !gone.contains(row.key()) {
                rows.push(row);
            }
        }
        for change in mine().filter(|c| c.kind != ChangeKind::Remove) {
            append(spec, &change.rows, &mut rows)?;
        }
        Ok(rows)
    }
}

/// A row to remove is named by its first cell; the rest may be given too.
fn key_of(line: &str) -> &str {
    line.split('\t').next().unwrap_or_default().trim()
}

/// Adds a user's rows, refusing one that is given twice or contradicts another.
fn append<'a>(
    spec: &'static TableSpec,
    data: &'a str,
    rows: &mut Vec<Row<'a>>,
) -> Result<(), LexiconError> {
    let mut seen: HashSet<&str> = HashSet::new();
    let mut values: HashMap<String, &str> = HashMap::new();
    if spec.one_value() {
        values.extend(rows.iter().map(|r| (r.key().to_lowercase(), r.cell(1))));
    }
    for row in table::rows(spec, data) {
        let row = row?;
        if !seen.insert(row.text()) {
            return Err(row.error(0, format!("the row for `{}` is given twice", row.key())));
        }
        check_phrases(spec, &row)?;
        if spec.one_value() {
            let value = *values
                .entry(row.key().to_lowercase())
                .or_insert(row.cell(1));
            if value != row.cell(1) {
                let message = format!(
                    "`{}` is `{value}` in another row; replace that row, or take it out",
                    row.key()
                );
                return Err(row.error(1, message));
            }
        }
        rows.push(row);
    }
    Ok(())
}

/// Refuses phrases that are longer than what is looked for in a text.
fn check_phrases(spec: &TableSpec, row: &Row<'_>) -> Result<(), LexiconError> {
    for (column, name) in spec.columns.iter().enumerate() {
        if matches!(*name, "note" | "example" | "rule" | "slots") {
            continue;
        }
        let long = |item: &str| phrase_words(item).nth(LONGEST_PHRASE).is_some();
        if let Some(item) = row.list(column).find(|i| long(i)) {
            let message = format!("`{item}` has more than {LONGEST_PHRASE} words");
            return Err(row.error(column, message));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_built_in_phrase_is_longer_than_what_is_looked_for() {
        for spec in table::TABLES {
            for row in table::rows(spec, spec.data) {
                let checked = row.and_then(|row| check_phrases(spec, &row));
                assert!(checked.is_ok(), "{}: {checked:?}", spec.name);
            }
        }
    }
}
