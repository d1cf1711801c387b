//! Tables of wording: which phrases point to which value.

use std::collections::HashMap;

/// A table whose phrases are looked up word by word: one pass over a text finds
/// every row, however long the table is.
#[derive(Debug)]
pub(super) struct Cues {
    by_first_word: HashMap<String, Vec<Row>>,
}

/// One row: the words of the phrase and the other columns of its line.
#[derive(Debug)]
pub(super) struct Row {
    words: Vec<Word>,
    /// The columns of the line, as in the file.
    pub(super) columns: Vec<&'static str>,
}

impl Row {
    /// The column, or the empty string.
    pub(super) fn column(&self, index: usize) -> &'static str {
        self.columns.get(index).copied().unwrap_or_default()
    }

    /// Length of the phrase in words.
    pub(super) fn len(&self) -> usize {
        self.words.len()
    }
}

/// The lines of a tab-separated table, without its header and its comments.
pub(super) fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table
        .lines()
        .filter(|line| !line.trim().is_empty() && !line.starts_with('#'))
        .skip(1)
        .map(|line| line.split('\t').map(str::trim).collect())
}

impl Cues {
    /// Reads a table; `phrase` is the number of its phrase column.
    pub(super) fn new(table: &'static str, phrase: usize) -> Self {
        let mut by_first_word: HashMap<String, Vec<Row>> = HashMap::new();
        for columns in rows(table) {
            let words = words(columns.get(phrase).copied().unwrap_or_default());
            if let Some(first) = words.first().map(|w| w.lower.clone()) {
                let row = Row { words, columns };
                by_first_word.entry(first).or_default().push(row);
            }
        }
        Cues { by_first_word }
    }

    /// The rows whose phrase stands in the text, in the order of the text.
    ///
    /// Case and punctuation between words do not count, nor does a plural -s at
    /// the end of the phrase; acronyms keep their capitals ("ISI" is no "isi").
    pub(super) fn find<'a>(&'a self, text: &str) -> Vec<&'a Row> {
        let text = words(text);
        let mut found = Vec::new();
        for (i, word) in text.iter().enumerate() {
            let rest = text.get(i..).unwrap_or_default();
            let starts = [Some(word.lower.as_str()), word.lower.strip_suffix('s')];
            for row in starts
                .into_iter()
                .flatten()
                .filter_map(|w| self.by_first_word.get(w))
                .flatten()
            {
                if phrase_stands(&row.words, rest) {
                    found.push(row);
                }
            }
        }
        found
    }

    /// The row with the longest phrase among those that `keep` accepts; of two
    /// of one length the first in the text.
    pub(super) fn best(&self, text: &str, keep: impl Fn(&Row) -> bool) -> Option<&Row> {
        let mut best: Option<&Row> = None;
        for row in self.find(text) {
            if keep(row) && best.is_none_or(|b| row.len() > b.len()) {
                best = Some(row);
            }
        }
        best
    }
}

/// A word, and whether it is written in capitals.
#[derive(Debug, PartialEq, Eq)]
struct Word {
    lower: String,
    capitals: bool,
}

/// Whether the text starts with the phrase; its last word may have an -s more.
fn phrase_stands(phrase: &[Word], text: &[Word]) -> bool {
    let last = phrase.len().saturating_sub(1);
    phrase.len() <= text.len()
        && phrase.iter().zip(text).enumerate().all(|(i, (p, t))| {
            let plural = i == last && t.lower.strip_suffix('s') == Some(p.lower.as_str());
            (p.lower == t.lower || plural) && (!p.capitals || t.capitals || plural)
        })
}

/// The words of a text.
fn words(text: &str) -> Vec<Word> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .map(|w| Word {
            lower: w.to_lowercase(),
            capitals: w.chars().nth(1).is_some() && !w.contains(char::is_lowercase),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &str =
        "phrase\tvalue\nmissile\tmilitary\nfree trade\teconomic\ntrade\tother\nISI\tintelligence\n";

    #[test]
    fn phrases_are_found_whatever_their_case_number_and_hyphens() {
        let cues = Cues::new(TABLE, 0);
        let values = |text| -> Vec<&str> { cues.find(text).iter().map(|r| r.column(1)).collect() };
        assert_eq!(
            values("Missiles and FREE-trade zones"),
            ["military", "economic", "other"]
        );
        assert!(values("missilery, trader").is_empty());
        assert_eq!(values("the ISI"), ["intelligence"]);
        assert!(values("Isi").is_empty());
    }

    #[test]
    fn the_longest_phrase_is_the_best() {
        let cues = Cues::new(TABLE, 0);
        let best = cues
            .best("trade, free trade", |_| true)
            .map(|r| r.column(1));
        assert_eq!(best, Some("economic"));
    }
}
