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
        let mut rest = text.as_bytes();
        while !rest.is_empty() {
            let whole = |end: usize| {
                let edge = |at: usize| rest.get(at).is_none_or(|b| !b.is_ascii_alphanumeric());
                edge(end - 1) || edge(end)
            };
            if let Some((index, length)) = self.starting(rest).find(|found| whole(found.1)) {
                return Some((index, text.len() - rest.len() + length));
            }
            // Nothing starts inside a word, nor with the mark right behind it.
            let word = |byte: &&u8| WORD.get(usize::from(**byte)) == Some(&true);
            let skip = match rest.iter().take_while(word).count() {
                0 => 1,
                length => length + 1,
            };
            rest = rest.get(skip..).unwrap_or_default();
        }
        None
    }

    /// The phrases that `text` starts with, though its last word may go on: their
    /// places in the list, and their lengths.
    pub(super) fn starting(&self, text: &[u8]) -> impl Iterator<Item = (usize, usize)> {
        let first = text.first().copied().unwrap_or(0);
        let (word, bit) = pair(first, text.get(1).copied().unwrap_or(0));
        let seen = self.pairs.get(word).is_some_and(|slot| slot & bit != 0);
        let range = match self.ranges.get(usize::from(first.to_ascii_lowercase())) {
            Some(&(from, to)) if seen => usize::from(from)..usize::from(to),
            _ => 0..0,
        };
        let phrases = self.sorted.get(range).unwrap_or_default().iter();
        phrases.filter_map(move |(phrase, index)| {
            let head = text.get(..phrase.len())?;
            head.eq_ignore_ascii_case(phrase)
                .then_some((*index, phrase.len()))
        })
    }
}
