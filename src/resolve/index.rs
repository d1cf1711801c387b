//! Which persons share a word of their names, so that a name is compared with a
//! few persons however many the article has.

use super::names::NameKey;
use std::collections::HashMap;
use std::hash::{BuildHasher, Hasher, RandomState};

/// How many persons of one word are compared, the latest first; past that an
/// article is a list, not a story.
const WINDOW: usize = 48;

/// Persons by the words of their names. It only proposes: whoever asks compares the
/// names, so that words need not be kept, only their hashes.
#[derive(Debug, Default)]
pub(super) struct NameIndex {
    /// The latest link of each word, and of the words of a name run together; one past
    /// its index.
    heads: HashMap<u32, u32, Spread>,
    links: Vec<Link>,
}

#[derive(Debug, Clone, Copy)]
struct Link {
    person: u32,
    /// One past the index of the link before; 0 ends the chain.
    before: u32,
}

impl NameIndex {
    /// Notes a person under a name.
    pub(super) fn add(&mut self, person: usize, key: &NameKey) {
        let person = u32::try_from(person).unwrap_or(u32::MAX);
        for word in hashes(key) {
            let next = u32::try_from(self.links.len() + 1).unwrap_or(u32::MAX);
            let before = self.heads.insert(word, next).unwrap_or(0);
            self.links.push(Link { person, before });
        }
    }

    /// Persons whose name may be the same, in order, each once.
    pub(super) fn candidates(&self, key: &NameKey) -> Vec<usize> {
        let mut found = Vec::new();
        for word in hashes(key) {
            self.collect(word, &mut found);
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    fn collect(&self, word: u32, found: &mut Vec<usize>) {
        let mut next = self.heads.get(&word).copied().unwrap_or(0);
        for _ in 0..WINDOW {
            let at = (next as usize).checked_sub(1);
            let Some(link) = at.and_then(|at| self.links.get(at)) else {
                break;
            };
            found.push(link.person as usize);
            next = link.before;
        }
    }
}

/// The hashes of a name's words, and of the words run together where it has several.
fn hashes(key: &NameKey) -> impl Iterator<Item = u32> {
    let whole = (key.len() > 1).then(|| hash(key.joined()));
    key.words().map(|w| hash(w.bytes())).chain(whole)
}

/// Spreads hashes by a factor that whoever writes an article cannot know.
#[derive(Debug)]
struct Spread {
    factor: u64,
}

/// See [`Spread`].
struct Spreader {
    factor: u64,
    product: u64,
}

impl Default for Spread {
    fn default() -> Self {
        let random = RandomState::new().hash_one(0);
        Spread { factor: random | 1 }
    }
}

impl BuildHasher for Spread {
    type Hasher = Spreader;

    fn build_hasher(&self) -> Spreader {
        Spreader {
            factor: self.factor,
            product: 0,
        }
    }
}

impl Hasher for Spreader {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u32(u32::from(*byte));
        }
    }

    fn write_u32(&mut self, number: u32) {
        self.product = (self.product ^ u64::from(number)).wrapping_mul(self.factor);
    }

    fn finish(&self) -> u64 {
        // The middle bits depend on all of the number.
        self.product.rotate_left(32)
    }
}

/// FNV-1a
fn hash(bytes: impl Iterator<Item = u8>) -> u32 {
    bytes.fold(0x811c_9dc5, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}

/// Where the persons begin among whom a misspelled name is looked for.
pub(super) fn recent(persons: usize) -> usize {
    persons.saturating_sub(WINDOW)
}
