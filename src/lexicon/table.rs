//! Reading tables: tab-separated rows under a header line.

use super::bytes::first_odd;
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
    /// Parts the first line of `data` into cells; with the row, how many there are and where
    /// the next line begins.
    fn read(table: &'static str, line: usize, data: &'a str) -> (Self, usize, usize) {
        let (mut ends, mut cells) = ([0; MOST_COLUMNS], 0);
        let mut end_cell = |end: usize| {
            if let Some(slot) = ends.get_mut(cells) {
                *slot = u32::try_from(end).unwrap_or(u32::MAX);
            }
            cells += 1;
        };
        let (mut end, mut next) = (data.len(), data.len());
        let mut from = 0;
        while let Some(at) = first_odd(data.as_bytes(), from, b' ') {
            from = at + 1;
            match data.as_bytes().get(at) {
                Some(b'\t') => end_cell(at),
                Some(b'\n') => {
                    let line = data.as_bytes().get(..at).unwrap_or_default();
                    end = at - usize::from(line.ends_with(b"\r"));
                    next = from;
                    break;
                }
                _ => {}
            }
        }
        end_cell(end);
        let row = Row {
            table,
            line,
            text: data.get(..end).unwrap_or_default(),
            ends,
        };
        (row, cells, next)
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
    pub(crate) fn list(&self, column: usize) -> impl Iterator<Item = &'a str> + Clone + use<'a> {
        items(self.cell(column))
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

/// Most text opens with a letter.
fn is_blank(text: &str) -> bool {
    let opens = text.as_bytes().first().is_some_and(u8::is_ascii_graphic);
    !opens && text.trim_start().is_empty()
}

/// The items between semicolons.
pub(super) fn items(cell: &str) -> impl Iterator<Item = &str> + Clone {
    let mut rest = Some(cell);
    let parts = std::iter::from_fn(move || {
        let list = rest.take()?;
        let Some(end) = list.bytes().position(|b| b == b';') else {
            return Some(list);
        };
        rest = list.get(end + 1..);
        list.get(..end)
    });
    parts.map(str::trim).filter(|item| !item.is_empty())
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
    let (mut rest, mut line) = (data, 0);
    std::iter::from_fn(move || {
        while !rest.is_empty() {
            line += 1;
            let (row, cells, next) = Row::read(spec.name, line, rest);
            rest = rest.get(next..).unwrap_or_default();
            let header = line == 1 && Some(row.raw(0)) == spec.columns.first().copied();
            let text = row.text;
            if !(header || text.starts_with('#') || is_blank(text)) {
                return Some(check_row(spec, row, cells));
            }
        }
        None
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
    if is_blank(row.key()) {
        return Err(row.error(0, format!("the cell `{}` is empty", spec.columns[0])));
    }
    Ok(row)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_parted_at_tabs_and_line_ends() -> Result<(), LexiconError> {
        let spec = spec("controls")?;
        let data = "lemma\tcontrol\tnote\r\n# a remark\n\n  \nplan\tplan\t-\r\nétudier à\twish\tto\u{1}ld\r\nend\tstart\t";
        let rows = rows(spec, data).collect::<Result<Vec<_>, _>>()?;
        let cells = |row: &Row<'_>| (0..3).map(|n| row.cell(n).to_owned()).collect::<Vec<_>>();
        let read: Vec<_> = rows.iter().map(|row| (row.line, cells(row))).collect();
        let wanted = [
            (5, ["plan", "plan", ""]),
            (6, ["étudier à", "wish", "to\u{1}ld"]),
            (7, ["end", "start", ""]),
        ];
        assert_eq!(
            read,
            wanted.map(|(line, cells)| (line, cells.map(str::to_owned).to_vec()))
        );
        Ok(())
    }

    #[test]
    fn items_stand_between_semicolons() {
        let all = |cell| items(cell).collect::<Vec<_>>();
        assert_eq!(
            all(" one; two words ;;three"),
            ["one", "two words", "three"]
        );
        assert!(all("").is_empty() && all(" ; ").is_empty());
    }
}
