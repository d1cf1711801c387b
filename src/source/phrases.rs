//! Looks for many short phrases at once, at the starts of words.

/// Phrases by their first byte, in lower case.
#[derive(Debug, Default)]
pub(super) struct Phrases {
    /// The phrases, sorted by first byte; with each, its place in the list given.
    sorted: Vec<(Box<[u8]>, usize)>,
    /// For each first byte where its phrases stand in `sorted`.
    ranges: Vec<(u16, u16)>,
    /// A bit for the first two bytes of each phrase, so that most words are passed
    /// by at a glance.
    pairs: [u64; 4],
}

/// Letters and digits of ASCII.
const WORD: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = (byte as u8).is_ascii_alphanumeric();
        byte += 1;
    }
    table
};

/// Where the bit of two bytes stands, whatever their case.
fn pair(first: u8, second: u8) -> (usize, u64) {
    let mixed = (first | 0x20).wrapping_mul(37) ^ (second | 0x20).wrapping_mul(11);
    (usize::from(mixed >> 6), 1 << (mixed & 63))
}

impl Phrases {
    /// Phrases in lower case; letters beyond ASCII match as they are.
    pub(super) fn new(list: &[&str]) -> Self {
        let mut sorted: Vec<(Box<[u8]>, usize)> = list
            .iter()
            .enumerate()
            .map(|(index, phrase)| (phrase.as_bytes().into(), index))
            .collect();
        sorted.sort_by(|a, b| a.0.first().cmp(&b.0.first()).then(a.1.cmp(&b.1)));
        let place = |at: usize| u16::try_from(at).unwrap_or(u16::MAX);
        let ranges = (0..=u8::MAX)
            .map(|byte| {
                let start = sorted.partition_point(|(p, _)| p.first() < Some(&byte));
                let end = sorted.partition_point(|(p, _)| p.first() <= Some(&byte));
                (place(start), place(end))
            })
            .collect::<Vec<_>>();
        let mut pairs = [0; 4];
        for (phrase, _) in &sorted {
            if let [first, second, ..] = **phrase
                && let (word, bit) = pair(first, second)
                && let Some(slot) = pairs.get_mut(word)
            {
                *slot |= bit;
            }
        }
        Phrases {
            sorted,
            ranges,
            pairs,
        }
    }

    /// The first phrase in `text`: its place in the list, and where it ends.
    pub(super) fn find(&self, text: &str) -> Option<(usize, usize)> {
        let bytes = text.as_bytes();
        let mut inside = false;
        for (at, byte) in bytes.iter().enumerate() {
            let starts = !inside;
            inside = WORD.get(usize::from(*byte)) == Some(&true);
            if !starts {
                continue;
            }
            let (word, bit) = pair(*byte, bytes.get(at + 1).copied().unwrap_or(0));
            if self.pairs.get(word).is_none_or(|slot| slot & bit == 0) {
                continue;
            }
            let (from, to) = self
                .ranges
                .get(usize::from(byte.to_ascii_lowercase()))
                .copied()
                .unwrap_or_default();
            let rest = bytes.get(at..).unwrap_or_default();
            let range = usize::from(from)..usize::from(to);
            for (phrase, index) in self.sorted.get(range).unwrap_or_default() {
                let head = rest.get(..phrase.len());
                let next = rest.get(phrase.len());
                let whole = !phrase.last().is_some_and(u8::is_ascii_alphanumeric)
                    || !next.is_some_and(u8::is_ascii_alphanumeric);
                if whole && head.is_some_and(|h| h.eq_ignore_ascii_case(phrase)) {
                    return Some((*index, at + phrase.len()));
                }
            }
        }
        None
    }
}
