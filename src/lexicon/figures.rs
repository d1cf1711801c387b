//! Public figures, by the words of their names.

use super::words::{WordId, Words};
use crate::model::{Country, PostKind};

/// A row of `figures.tsv`.
#[derive(Debug, Clone)]
pub(crate) struct FigureEntry {
    pub(crate) name: Box<str>,
    pub(crate) country: Country,
    pub(crate) kind: PostKind,
}

/// Well-known holders of high posts.
#[derive(Debug, Default)]
pub(super) struct Figures {
    words: Words,
    /// A word and a figure with it in the name; sorted by [`Figures::sort`].
    of_words: Vec<(WordId, u16)>,
    entries: Vec<FigureEntry>,
}

impl Figures {
    /// With room for about what the built-in table holds.
    pub(super) fn new() -> Self {
        Figures {
            words: Words::with_room(1 << 13),
            of_words: Vec::with_capacity(6 << 10),
            entries: Vec::with_capacity(5 << 9),
        }
    }

    pub(super) fn add(&mut self, entry: FigureEntry) {
        let id = u16::try_from(self.entries.len()).unwrap_or(u16::MAX);
        let mut rest = &*entry.name;
        while let Some(end) = rest.bytes().position(|b| matches!(b, b' ' | b'-')) {
            self.add_word(rest.get(..end).unwrap_or_default(), id);
            rest = rest.get(end + 1..).unwrap_or_default();
        }
        self.add_word(rest, id);
        self.entries.push(entry);
    }

    fn add_word(&mut self, word: &str, id: u16) {
        self.of_words.push((self.words.intern(word), id));
    }

    pub(super) fn sort(&mut self) {
        // Stable: those with a word stay in the order of the table.
        self.of_words.sort_by_key(|(word, _)| *word);
    }

    /// Those with this word in their names, however it is written.
    pub(super) fn named(&self, word: &str) -> impl Iterator<Item = &FigureEntry> {
        let word = self.words.get(word);
        let first = self.of_words.partition_point(|(other, _)| *other < word);
        let rest = self.of_words.get(first..).unwrap_or_default();
        let same = rest.iter().take_while(move |(other, _)| *other == word);
        same.filter_map(|(_, id)| self.entries.get(usize::from(*id)))
    }
}
