//! Words written with a full stop, and what they do to it.

/// What an abbreviation does to the stop behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum StopKind {
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

impl StopKind {
    /// As written in the table.
    fn read(name: &str) -> Option<Self> {
        Some(match name {
            "title" => StopKind::Title,
            "latin" => StopKind::Latin,
            "country" => StopKind::Country,
            "place" => StopKind::Place,
            "company" => StopKind::Company,
            "clock" => StopKind::Clock,
            "month" => StopKind::Month,
            "number" => StopKind::Number,
            "last" => StopKind::Last,
            _ => return None,
        })
    }
}

/// A row of the table.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Abbreviation {
    /// Its [`key`], without the last stop.
    key: u128,
    pub(crate) kind: StopKind,
    /// Always written with a capital.
    pub(crate) capital: bool,
    /// Also an English word, so that in capitals it is no abbreviation.
    pub(crate) word: bool,
}

/// Abbreviations by their text, whatever its case.
#[derive(Debug, Clone, Default)]
pub(crate) struct Abbreviations {
    /// Sorted by key.
    rows: Vec<Abbreviation>,
}

impl Abbreviations {
    /// Adds an abbreviation; `plain` ones belong to their word and say nothing of
    /// the sentence. `false` if there is no such kind.
    pub(super) fn add(&mut self, text: &str, kind: &str, word: bool) -> bool {
        let Some(kind) = StopKind::read(kind) else {
            return kind == "plain";
        };
        let text = text.strip_suffix('.').unwrap_or(text);
        if let Some(key) = key(text).filter(|key| *key > 0) {
            self.rows.push(Abbreviation {
                key,
                kind,
                // "the hon. Lady", "para. 2": titles and number words need no capital.
                capital: !matches!(kind, StopKind::Title | StopKind::Number)
                    && text.starts_with(char::is_uppercase),
                word,
            });
        }
        true
    }

    /// Makes the table ready; of two rows for one abbreviation the later counts.
    pub(super) fn sort(&mut self) {
        self.rows.reverse();
        // Stable: later rows come first among equals, and the first one stays.
        self.rows.sort_by_key(|row| row.key);
        self.rows.dedup_by_key(|row| row.key);
    }

    /// The row of `word`, written without its last stop.
    pub(crate) fn get(&self, word: &str) -> Option<Abbreviation> {
        let key = key(word)?;
        let found = self.rows.binary_search_by_key(&key, |row| row.key).ok()?;
        self.rows.get(found).copied()
    }
}

/// A word of at most [`LONGEST`] bytes in lower case as one number, so that a
/// comparison is one step; numbers sort as the words do.
pub(crate) fn key(word: &str) -> Option<u128> {
    key_of(word.as_bytes())
}

/// [`key`] of bytes, also for lists made at compile time.
pub(crate) const fn key_of(bytes: &[u8]) -> Option<u128> {
    if bytes.len() > LONGEST {
        return None;
    }
    let mut key = 0;
    let mut i = 0;
    while i < LONGEST {
        key <<= 8;
        if i < bytes.len() {
            key |= bytes[i].to_ascii_lowercase() as u128;
        }
        i += 1;
    }
    Some(key)
}

/// The longest word that has a key.
pub(crate) const LONGEST: usize = 16;
