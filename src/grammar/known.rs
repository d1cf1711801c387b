//! Names that the article has told so far: a surname that opens a sentence is known
//! by where the whole name stood.

use super::unit::{Unit, UnitKind};
use crate::lexicon::QuickHasher;
use std::collections::HashSet;
use std::hash::{BuildHasher, BuildHasherDefault};

/// More words are not kept: no article names so many people.
const MOST: usize = 2_000;

/// The words of the names read so far, by their hashes.
#[derive(Debug, Default)]
pub(crate) struct Names {
    words: HashSet<u64, BuildHasherDefault<QuickHasher>>,
}

fn key(word: &str) -> u64 {
    BuildHasherDefault::<QuickHasher>::default().hash_one(word)
}

impl Names {
    pub(super) fn has(&self, word: &str) -> bool {
        self.words.contains(&key(word))
    }

    /// Takes up the people named in a reading.
    pub(super) fn learn(&mut self, text: &str, units: &[Unit]) {
        for unit in units {
            match &unit.kind {
                UnitKind::People(people) => {
                    for person in people {
                        self.add(text, person.name);
                    }
                }
                UnitKind::Name { .. } => self.add(text, unit.span),
                _ => {}
            }
        }
    }

    fn add(&mut self, text: &str, span: (u32, u32)) {
        let name = text.get(span.0 as usize..span.1 as usize);
        for word in name.unwrap_or_default().split_whitespace() {
            let capital = word.chars().next().is_some_and(char::is_uppercase);
            if capital && word.len() > 2 && self.words.len() < MOST {
                self.words.insert(key(word));
            }
        }
    }
}
