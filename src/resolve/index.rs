//! Which persons share a word of their names, so that a name is compared with a
//! few persons however many the article has.

use super::names::NameKey;
use std::collections::HashMap;

/// How many persons of one word are compared, the latest first; past that an
/// article is a list, not a story.
const WINDOW: usize = 48;

/// Persons by the words of their names.
#[derive(Debug, Default)]
pub(super) struct NameIndex {
    /// The latest link of each word, and of the words of a name run together.
    heads: HashMap<Box<str>, usize>,
    links: Vec<Link>,
}

#[derive(Debug, Clone, Copy)]
struct Link {
    person: usize,
    before: Option<usize>,
}

impl NameIndex {
    /// Notes a person under a name.
    pub(super) fn add(&mut self, person: usize, key: &NameKey) {
        for word in &key.words {
            self.link(word, person);
        }
        if key.words.len() > 1 {
            self.link(&key.words.concat(), person);
        }
    }

    fn link(&mut self, word: &str, person: usize) {
        let at = self.links.len();
        let before = match self.heads.get_mut(word) {
            Some(head) => Some(std::mem::replace(head, at)),
            None => {
                self.heads.insert(word.into(), at);
                None
            }
        };
        self.links.push(Link { person, before });
    }

    /// Persons whose name may be the same, in order, each once.
    pub(super) fn candidates(&self, key: &NameKey) -> Vec<usize> {
        let mut found = Vec::new();
        for word in &key.words {
            self.collect(word, &mut found);
        }
        if key.words.len() > 1 {
            self.collect(&key.words.concat(), &mut found);
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    fn collect(&self, word: &str, found: &mut Vec<usize>) {
        let mut at = self.heads.get(word).copied();
        for _ in 0..WINDOW {
            let Some(link) = at.and_then(|at| self.links.get(at)) else {
                break;
            };
            found.push(link.person);
            at = link.before;
        }
    }
}

/// Where the persons begin among whom a misspelled name is looked for.
pub(super) fn recent(persons: usize) -> usize {
    persons.saturating_sub(WINDOW)
}
