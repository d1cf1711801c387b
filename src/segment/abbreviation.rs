//! The table of abbreviations written with a full stop.

use super::chars::Case;
use super::words::key;
use std::sync::LazyLock;

/// What an abbreviation does to the stop behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Stands before a name ("Gen."): never ends a sentence.
    Title,
    /// "e.g.", "vs.": never ends a sentence.
    Latin,
    /// A state: ends a sentence before a word that can only open one.
    Country,
    /// A state of a union, a street, an institute: like a country.
    Place,
    /// Behind a name ("Inc.", "Jr."): like a country.
    Company,
    /// "a.m.": ends a sentence before a capital, but not before "Tokyo time".
    Clock,
    /// A month or weekday: ends a sentence unless a day follows.
    Month,
    /// An abbreviation only before a number.
    Number,
    /// "etc.": ends a sentence before a capital.
    Last,
}

impl Kind {
    /// As written in the table, or by the lexicon's finer names.
    fn read(name: &str) -> Option<Self> {
        Some(match name {
            "title" | "rank" => Kind::Title,
            "latin" => Kind::Latin,
            "country" => Kind::Country,
            "place" | "us_state" | "address" => Kind::Place,
            "company" | "organization" | "initial" => Kind::Company,
            "clock" => Kind::Clock,
            "month" | "weekday" => Kind::Month,
            "number" | "unit" => Kind::Number,
            "last" => Kind::Last,
            _ => return None,
        })
    }
}

#[derive(Debug, Clone)]
struct Row {
    /// Its [`key`], without the last stop.
    key: u128,
    kind: Kind,
    /// Always written with a capital.
    capital: bool,
    /// Also an English word, so that in capitals it is no abbreviation.
    word: bool,
}

/// Abbreviations by their text.
#[derive(Debug, Clone, Default)]
pub(crate) struct Abbreviations {
    /// Sorted by key.
    rows: Vec<Row>,
}

static BUILT_IN: LazyLock<Abbreviations> =
    LazyLock::new(|| Abbreviations::read(include_str!("abbreviations.tsv")));

impl Abbreviations {
    /// The table that comes with the crate.
    pub(crate) fn built_in() -> &'static Self {
        &BUILT_IN
    }

    /// Reads a table: abbreviation, kind, and optionally "word" and a note,
    /// parted by tabs. Lines of an unknown kind are left out; of two lines for
    /// one abbreviation the later counts.
    pub(crate) fn read(table: &str) -> Self {
        let mut read = Self::default();
        read.extend(table);
        read
    }

    /// Adds the lines of another table.
    pub(crate) fn extend(&mut self, table: &str) {
        self.rows.extend(table.lines().filter_map(row));
        // Stable: later lines come last among equals, and the last one stays.
        self.rows.reverse();
        self.rows.sort_by_key(|row| row.key);
        self.rows.dedup_by_key(|row| row.key);
    }

    #[cfg(test)]
    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    /// The kind of `word`, written without its last stop.
    pub(super) fn kind(&self, word: &str, case: Case) -> Option<Kind> {
        let key = key(word)?;
        let found = self.rows.binary_search_by_key(&key, |row| row.key).ok()?;
        let row = self.rows.get(found)?;
        let fits = match case {
            Case::Mixed => !row.capital || word.starts_with(|c: char| c.is_ascii_uppercase()),
            Case::Upper | Case::Lower => {
                !row.word || matches!(row.kind, Kind::Number | Kind::Month)
            }
        };
        fits.then_some(row.kind)
    }
}

fn row(line: &str) -> Option<Row> {
    let mut cells = line.split('\t').map(str::trim);
    let text = cells.next()?;
    let kind = Kind::read(cells.next()?)?;
    let text = text.strip_suffix('.').unwrap_or(text);
    Some(Row {
        key: key(text).filter(|&key| key > 0)?,
        kind,
        // "the hon. Lady", "para. 2": titles and number words need no capital.
        capital: !matches!(kind, Kind::Title | Kind::Number)
            && text.starts_with(char::is_uppercase),
        word: cells.next() == Some("word"),
    })
}
