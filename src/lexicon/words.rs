//! The words of the tables: one text, and a table of places in it by hash.

use super::fold::fold_into;

/// A word of the tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct WordId(pub(super) u32);

impl WordId {
    /// A word that stands in no table.
    pub(crate) const UNKNOWN: WordId = WordId(u32::MAX);
}

/// Words by their folded text. The tables are ours or our caller's, so nobody
/// chooses words to collide; words of articles are only looked up.
#[derive(Debug, Default)]
pub(super) struct Words {
    /// The folded words, one behind the other.
    text: String,
    /// Where each ends.
    ends: Vec<u32>,
    /// By hash; a power of two of them, at most half of them full.
    slots: Vec<Slot>,
}

#[derive(Debug, Clone, Copy, Default)]
struct Slot {
    hash: u32,
    /// One more than the word's number; 0 is empty.
    word: u32,
}

/// Words of ASCII of up to so many times eight bytes are folded without a string.
const SHORT: usize = 3;

impl Words {
    /// How many words there are.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The id of a word, however it is written.
    pub(super) fn get(&self, word: &str) -> WordId {
        with_folded(word, |folded| self.find(folded, hash(folded)))
    }

    /// The id of a word, new or known.
    pub(super) fn intern(&mut self, word: &str) -> WordId {
        with_folded(word, |folded| {
            let hash = hash(folded);
            match self.find(folded, hash) {
                WordId::UNKNOWN => self.push(folded, hash),
                known => known,
            }
        })
    }

    fn find(&self, folded: &[u8], hash: u32) -> WordId {
        let mask = self.slots.len().wrapping_sub(1);
        let mut at = hash as usize & mask;
        while let Some(slot) = self.slots.get(at).filter(|slot| slot.word > 0) {
            if slot.hash == hash && self.bytes(slot.word - 1) == folded {
                return WordId(slot.word - 1);
            }
            at = (at + 1) & mask;
        }
        WordId::UNKNOWN
    }

    fn bytes(&self, word: u32) -> &[u8] {
        let end = |word: u32| self.ends.get(word as usize).map_or(0, |end| *end as usize);
        let start = word.checked_sub(1).map_or(0, end);
        self.text
            .as_bytes()
            .get(start..end(word))
            .unwrap_or_default()
    }

    fn push(&mut self, folded: &[u8], hash: u32) -> WordId {
        if self.slots.len() < 2 * (self.ends.len() + 1) {
            self.grow();
        }
        self.text
            .push_str(std::str::from_utf8(folded).unwrap_or_default());
        let end = u32::try_from(self.text.len()).unwrap_or(u32::MAX);
        self.ends.push(end);
        let word = u32::try_from(self.ends.len()).unwrap_or(u32::MAX);
        place(&mut self.slots, Slot { hash, word });
        WordId(word - 1)
    }

    fn grow(&mut self) {
        let larger = (self.slots.len() * 2).max(1 << 15);
        let mut slots = vec![Slot::default(); larger];
        for slot in self.slots.iter().filter(|slot| slot.word > 0) {
            place(&mut slots, *slot);
        }
        self.slots = slots;
    }
}

/// Puts a slot where it is found; there is always an empty one.
fn place(slots: &mut [Slot], slot: Slot) {
    let mask = slots.len().wrapping_sub(1);
    let mut at = slot.hash as usize & mask;
    while slots.get(at).is_some_and(|slot| slot.word > 0) {
        at = (at + 1) & mask;
    }
    if let Some(empty) = slots.get_mut(at) {
        *empty = slot;
    }
}

/// Calls `then` with the folded bytes of a word.
fn with_folded<T>(word: &str, then: impl FnOnce(&[u8]) -> T) -> T {
    let mut short = [[0; 8]; SHORT];
    if let Some(bytes) = short.as_flattened_mut().get_mut(..word.len()) {
        bytes.copy_from_slice(word.as_bytes());
        if short.iter().all(|chunk| chunk.is_ascii()) {
            let folded = short.map(lower);
            return then(folded.as_flattened().get(..word.len()).unwrap_or_default());
        }
    }
    let mut folded = String::with_capacity(word.len());
    fold_into(word, &mut folded);
    then(folded.as_bytes())
}

/// Eight bytes of ASCII in lower case.
fn lower(bytes: [u8; 8]) -> [u8; 8] {
    const ONES: u64 = 0x0101_0101_0101_0101;
    let all = u64::from_le_bytes(bytes);
    // The high bit of each byte that is past `A - 1`, and of each past `Z`.
    let from_a = all + ONES * (0x80 - b'A' as u64);
    let past_z = all + ONES * (0x7f - b'Z' as u64);
    let capitals = from_a & !past_z & (ONES * 0x80);
    // `a` is `A` with the bit 0x20.
    (all | capitals >> 2).to_le_bytes()
}

/// A fast hash of a short key.
fn hash(bytes: &[u8]) -> u32 {
    let mut hash = bytes.len() as u64;
    let mut chunks = bytes.chunks_exact(8);
    for chunk in &mut chunks {
        let chunk = u64::from_le_bytes(chunk.try_into().unwrap_or_default());
        hash = mix(hash, chunk);
    }
    hash = mix(hash, tail(chunks.remainder()));
    (hash >> 32) as u32 ^ hash as u32
}

/// Less than eight bytes as a number, read in overlapping halves.
fn tail(bytes: &[u8]) -> u64 {
    if let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk()) {
        let (first, last) = (u32::from_le_bytes(*first), u32::from_le_bytes(*last));
        return u64::from(first) << 32 | u64::from(last);
    }
    bytes
        .iter()
        .fold(0, |all, byte| all << 8 | u64::from(*byte))
}

fn mix(hash: u64, more: u64) -> u64 {
    (hash.rotate_left(5) ^ more).wrapping_mul(0x517c_c1b7_2722_0a95)
}
