//! Reading tables: tab-separated rows under a header line.

use crate::error::LexiconError;

/// A table's name, columns and built-in rows.
#[derive(Debug, Clone, Copy)]
pub(crate) struct TableSpec {
    pub(crate) name: &'static str,
    pub(crate) columns: &'static [&'static str],
    pub(crate) data: &'static str,
}

impl TableSpec {
    /// Whether a word has one value in this table, in its second column.
    pub(crate) fn one_value(&self) -> bool {
        matches!(
            self.name,
            "posts" | "portfolios" | "names" | "abbreviations" | "controls"
        )
    }
}

macro_rules! tables {
    ($($name:literal: $($column:literal)+;)*) => {
        /// All tables, in the order in which they are loaded.
        pub(crate) const TABLES: &[TableSpec] = &[
            $(TableSpec {
                name: $name,
                columns: &[$($column),+],
                data: include_str!(concat!("data/", $name, ".tsv")),
            },)*
        ];
    };
}

tables! {
    "words": "word" "class" "value" "note";
    "calendar": "word" "class" "value" "also" "note";
    "verbs": "lemma" "past" "participle" "third" "gerund" "note";
    "nouns": "noun" "class" "value" "also" "note";
    "frames": "lemma" "pos" "record" "value" "subject" "slots" "example" "note";
    "controls": "lemma" "control" "note";
    "posts": "title" "kind" "also" "note";
    "portfolios": "portfolio" "kind" "also" "note";
    "ranks": "form" "class" "also" "note";
    "honorifics": "form" "class" "also" "note";
    "countries": "alpha3" "alpha2" "name" "also" "demonyms" "capital" "metonyms" "note";
    "ambiguous": "form" "class" "candidates" "rule" "note";
    "organizations": "code" "name" "kind" "country" "also" "members" "note";
    "places": "place" "kind" "city" "country" "also" "note";
    "names": "name" "gender" "note";
    "figures": "name" "country" "kind" "note";
    "outlets": "outlet" "code" "country" "also" "note";
    "abbreviations": "abbreviation" "kind" "word" "note";
    "treaties": "treaty" "sides" "note";
}

/// No table has more columns than this.
const MOST_COLUMNS: usize = 8;

/// One row: its cells, and where it stands.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Row<'a> {
    pub(crate) table: &'static str,
    pub(crate) line: usize,
    text: &'a str,
    /// Where each cell ends.
    ends: [u32; MOST_COLUMNS],
}

impl<'a> Row<'a> {
    /// Parts a line into cells; with the row, how many there are.
    fn read(table: &'static str, line: usize, text: &'a str) -> (Self, usize) {
        let mut ends = [0; MOST_COLUMNS];
        let mut cells = 0;
        let tabs = text.match_indices('\t').map(|(at, _)| at);
        for end in tabs.chain([text.len()]) {
            if let Some(slot) = ends.get_mut(cells) {
                *slot = u32::try_from(end).unwrap_or(u32::MAX);
            }
            cells += 1;
        }
        let row = Row {
            table,
            line,
            text,
            ends,
        };
        (row, cells)
    }

    fn raw(&self, column: usize) -> &'a str {
        let end = |column: usize| self.ends.get(column).map_or(0, |end| *end as usize);
        let start = column.checked_sub(1).map_or(0, |before| end(before) + 1);
        self.text.get(start..end(column)).unwrap_or_default()
    }

    /// The text of a cell; `-` is empty.
    pub(crate) fn cell(&self, column: usize) -> &'a str {
        match self.raw(column) {
            "-" => "",
            cell => cell,
        }
    }

    /// The row's key: its first cell.
    pub(crate) fn key(&self) -> &'a str {
        self.raw(0)
    }

    /// The items of a list cell.
    pub(crate) fn list(&self, column: usize) -> impl Iterator<Item = &'a str> + use<'a> {
        self.cell(column)
            .split(';')
            .map(str::trim)
            .filter(|item| !item.is_empty())
    }

    /// An error at a cell (from 0) of this row.
    pub(crate) fn error(&self, column: usize, message: impl Into<String>) -> LexiconError {
        LexiconError::new(self.table, Some(self.line), Some(column + 1), message)
    }

    /// The whole row, to tell duplicates.
    pub(crate) fn text(&self) -> &'a str {
        self.text
    }
}

/// The table with this name.
pub(crate) fn spec(name: &str) -> Result<&'static TableSpec, LexiconError> {
    TABLES.iter().find(|t| t.name == name).ok_or_else(|| {
        let names: Vec<_> = TABLES.iter().map(|t| t.name).collect();
        LexiconError::new(
            name,
            None,
            None,
            format!(
                "there is no such table; the tables are {}",
                names.join(", ")
            ),
        )
    })
}

/// The rows of `data`; a line of column names at the top, blank lines and
/// lines that start with `#` are passed over.
pub(crate) fn rows<'a>(
    spec: &'static TableSpec,
    data: &'a str,
) -> impl Iterator<Item = Result<Row<'a>, LexiconError>> {
    data.lines()
        .enumerate()
        .filter(|(i, line)| {
            let header = *i == 0 && line.split('\t').next() == spec.columns.first().copied();
            !header && !line.starts_with('#') && !line.trim_start().is_empty()
        })
        .map(|(i, text)| {
            let (row, cells) = Row::read(spec.name, i + 1, text);
            check_row(spec, row, cells)
        })
}

/// Refuses a row with too few or too many cells, or with an empty key.
fn check_row<'a>(spec: &TableSpec, row: Row<'a>, cells: usize) -> Result<Row<'a>, LexiconError> {
    let wanted = spec.columns.len();
    if cells != wanted {
        let column = cells.min(wanted);
        return Err(row.error(
            column.saturating_sub(usize::from(cells < wanted)),
            format!(
                "{cells} cells where {wanted} are wanted ({})",
                spec.columns.join(", ")
            ),
        ));
    }
    if row.key().trim().is_empty() {
        return Err(row.error(0, format!("the cell `{}` is empty", spec.columns[0])));
    }
    Ok(row)
}
