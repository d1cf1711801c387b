//! The words of the tables: one text, and a table of places in it by hash.

use super::bytes::{HIGH, ONES};
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
    text: Vec<u8>,
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

/// Words up to this length are compared and hashed as numbers.
const SHORT: usize = 24;

/// The bytes of one number.
const PART: usize = 8;

/// A word of no more than [`SHORT`] bytes as three numbers, zeros behind it.
type Packed = [u64; SHORT / PART];

impl Words {
    /// With room for so many words, a power of two.
    pub(super) fn with_room(words: usize) -> Self {
        Words {
            text: Vec::with_capacity(PART * words),
            ends: Vec::with_capacity(words),
            slots: vec![Slot::default(); 2 * words],
        }
    }

    /// How many words there are.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The id of a word, however it is written.
    pub(super) fn get(&self, word: &str) -> WordId {
        let bytes = word.as_bytes();
        if bytes.len() <= PART {
            // Most words fit into one number.
            let written = part(bytes);
            if written & HIGH == 0 {
                let word = lower(written);
                let same = |known: &[u8]| known.len() == bytes.len() && part(known) == word;
                return self.find(fold_hash(mix(bytes.len() as u64, word)), same);
            }
        }
        if let Some(packed) = packed_ascii(word) {
            let same = |known: &[u8]| known.len() == word.len() && pack(known) == packed;
            return self.find(hash_packed(packed, word.len()), same);
        }
        let folded = folded(word);
        let folded = folded.as_bytes();
        self.find(hash(folded), |known| known == folded)
    }

    /// The id of a word, new or known.
    pub(super) fn intern(&mut self, word: &str) -> WordId {
        let bytes = word.as_bytes();
        if bytes.len() <= PART {
            let written = part(bytes);
            if written & HIGH == 0 {
                let word = lower(written);
                let same = |known: &[u8]| known.len() == bytes.len() && part(known) == word;
                let hash = fold_hash(mix(bytes.len() as u64, word));
                return match self.find(hash, same) {
                    WordId::UNKNOWN => self.push(hash, &word.to_le_bytes(), bytes.len()),
                    known => known,
                };
            }
        }
        if let Some(packed) = packed_ascii(word) {
            let same = |known: &[u8]| known.len() == word.len() && pack(known) == packed;
            let hash = hash_packed(packed, word.len());
            return match self.find(hash, same) {
                WordId::UNKNOWN => self.push(hash, &bytes_of(packed), word.len()),
                known => known,
            };
        }
        let folded = folded(word);
        let folded = folded.as_bytes();
        let hash = hash(folded);
        match self.find(hash, |known| known == folded) {
            WordId::UNKNOWN => self.push(hash, folded, folded.len()),
            known => known,
        }
    }

    fn find(&self, hash: u32, same: impl Fn(&[u8]) -> bool) -> WordId {
        let mask = self.slots.len().wrapping_sub(1);
        let mut at = hash as usize & mask;
        while let Some(slot) = self.slots.get(at).filter(|slot| slot.word > 0) {
            if slot.hash == hash && same(self.bytes(slot.word - 1)) {
                return WordId(slot.word - 1);
            }
            at = (at + 1) & mask;
        }
        WordId::UNKNOWN
    }

    fn bytes(&self, word: u32) -> &[u8] {
        let end = |word: u32| self.ends.get(word as usize).map_or(0, |end| *end as usize);
        let start = word.checked_sub(1).map_or(0, end);
        self.text.get(start..end(word)).unwrap_or_default()
    }

    /// Takes in the first `len` of these bytes as a word.
    fn push(&mut self, hash: u32, bytes: &[u8], len: usize) -> WordId {
        if self.slots.len() < 2 * (self.ends.len() + 1) {
            self.grow();
        }
        let end = self.text.len() + len;
        self.text.extend_from_slice(bytes);
        self.text.truncate(end);
        self.ends.push(u32::try_from(end).unwrap_or(u32::MAX));
        let word = u32::try_from(self.ends.len()).unwrap_or(u32::MAX);
        place(&mut self.slots, Slot { hash, word });
        WordId(word - 1)
    }

    fn grow(&mut self) {
        let larger = (self.slots.len() * 2).max(1 << 6);
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

fn folded(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    fold_into(word, &mut folded);
    folded
}

/// A short word of ASCII, in lower case; nothing for others.
fn packed_ascii(word: &str) -> Option<Packed> {
    let bytes = Some(word.as_bytes()).filter(|bytes| bytes.len() <= SHORT)?;
    let packed = pack(bytes);
    let all = packed.iter().fold(0, |all, part| all | part);
    (all & HIGH == 0).then(|| packed.map(lower))
}

fn bytes_of(packed: Packed) -> [u8; SHORT] {
    let mut bytes = [0; SHORT];
    for (to, part) in bytes.chunks_exact_mut(PART).zip(packed) {
        to.copy_from_slice(&part.to_le_bytes());
    }
    bytes
}

/// The bytes of a short word, read from where they stand: a copy of them, written byte by
/// byte and read as numbers, would have to wait for the writing.
fn pack(bytes: &[u8]) -> Packed {
    let from = |n: usize| part(bytes.get(PART * n..).unwrap_or_default());
    [from(0), from(1), from(2)]
}

/// The first eight bytes, or as many as there are.
#[inline]
fn part(bytes: &[u8]) -> u64 {
    bytes
        .first_chunk()
        .map_or_else(|| tail(bytes), |chunk| u64::from_le_bytes(*chunk))
}

/// Less than eight bytes as a number, read in overlapping halves.
fn tail(bytes: &[u8]) -> u64 {
    if let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk()) {
        let (first, last) = (u32::from_le_bytes(*first), u32::from_le_bytes(*last));
        return u64::from(first) | u64::from(last) << (8 * (bytes.len() - 4));
    }
    let bytes = bytes.iter().rev();
    bytes.fold(0, |all, byte| all << 8 | u64::from(*byte))
}

/// Eight bytes of ASCII in lower case.
fn lower(all: u64) -> u64 {
    // The high bit of each byte that is past `A - 1`, and of each past `Z`.
    let from_a = all + ONES * (0x80 - u64::from(b'A'));
    let past_z = all + ONES * (0x7f - u64::from(b'Z'));
    let capitals = from_a & !past_z & HIGH;
    // `a` is `A` with the bit 0x20.
    all | capitals >> 2
}

/// A fast hash of a short key.
fn hash(bytes: &[u8]) -> u32 {
    let first = bytes.get(..SHORT).unwrap_or(bytes);
    let rest = bytes.get(SHORT..).unwrap_or_default();
    let hash = hash_packed(pack(first), bytes.len());
    rest.iter().fold(hash, |hash, byte| {
        fold_hash(mix(u64::from(hash), u64::from(*byte)))
    })
}

fn hash_packed(packed: Packed, len: usize) -> u32 {
    let mut hash = mix(len as u64, packed[0]);
    if len > PART {
        hash = mix(mix(hash, packed[1]), packed[2]);
    }
    fold_hash(hash)
}

fn fold_hash(hash: u64) -> u32 {
    (hash >> 32) as u32 ^ hash as u32
}

fn mix(hash: u64, more: u64) -> u64 {
    (hash.rotate_left(5) ^ more).wrapping_mul(0x517c_c1b7_2722_0a95)
}
