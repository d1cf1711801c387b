//! Looks for many short phrases at once, at the starts of words.

/// Phrases by their first byte, in lower case.
#[derive(Debug, Default)]
pub(super) struct Phrases {
    /// The phrases, sorted by first byte; with each, its place in the list given.
    sorted: Vec<(Box<[u8]>, usize)>,
    /// For each first byte where its phrases stand in `sorted`.
    ranges: Vec<(u16, u16)>,
    /// A bit for the first three bytes of each phrase, so that most words are passed
    /// by at a glance.
    seen: [u64; 8],
}

/// Where the bit of three bytes stands, whatever their case.
fn bit(head: &[u8; 3]) -> (usize, u64) {
    let [first, second, third] = head.map(|byte| u32::from(byte | 0x20));
    let mixed = (first | second << 8 | third << 16).wrapping_mul(0x9e37_79b1) >> 23;
    ((mixed >> 6) as usize, 1 << (mixed & 63))
}

impl Phrases {
    /// Phrases in lower case, of three letters and more; letters beyond ASCII match as
    /// they are.
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
        let mut seen = [0; 8];
        for head in sorted.iter().filter_map(|(phrase, _)| phrase.first_chunk()) {
            let (word, bit) = bit(head);
            if let Some(slot) = seen.get_mut(word) {
                *slot |= bit;
            }
        }
        Phrases {
            sorted,
            ranges,
            seen,
        }
    }

    /// The first phrase in `text`: its place in the list, and where it ends.
    pub(super) fn find(&self, text: &str) -> Option<(usize, usize)> {
        let mut rest = text.as_bytes();
        while let Some(head) = rest.first_chunk() {
            if !self.may_start(head) {
                rest = behind(rest);
                continue;
            }
            let whole = |end: usize| {
                let edge = |at: usize| rest.get(at).is_none_or(|b| !b.is_ascii_alphanumeric());
                edge(end - 1) || edge(end)
            };
            if let Some((index, length)) = self.starting(rest).find(|found| whole(found.1)) {
                return Some((index, text.len() - rest.len() + length));
            }
            rest = behind(rest);
        }
        None
    }

    /// Whether a phrase may start with these bytes.
    fn may_start(&self, head: &[u8; 3]) -> bool {
        let (word, bit) = bit(head);
        self.seen.get(word).is_some_and(|slot| slot & bit != 0)
    }

    /// The phrases that `text` starts with, though its last word may go on: their
    /// places in the list, and their lengths.
    pub(super) fn starting(&self, text: &[u8]) -> impl Iterator<Item = (usize, usize)> {
        let head = text.first_chunk().filter(|head| self.may_start(head));
        let first = head.map(|[first, ..]| usize::from(first.to_ascii_lowercase()));
        let range = first.and_then(|first| self.ranges.get(first));
        let range = range.map_or(0..0, |&(from, to)| usize::from(from)..usize::from(to));
        let phrases = self.sorted.get(range).unwrap_or_default().iter();
        phrases.filter_map(move |(phrase, index)| {
            let head = text.get(..phrase.len())?;
            head.eq_ignore_ascii_case(phrase)
                .then_some((*index, phrase.len()))
        })
    }
}

/// By byte, whether it is a letter or digit of ASCII.
static IN_WORD: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < table.len() {
        table[byte] = (byte as u8).is_ascii_alphanumeric();
        byte += 1;
    }
    table
};

/// What follows the word or mark that a text starts with: nothing starts inside a word,
/// nor with the mark right behind it.
fn behind(text: &[u8]) -> &[u8] {
    let end = text.iter().position(|byte| !IN_WORD[usize::from(*byte)]);
    let skip = match end {
        Some(0) => 1,
        Some(end) => end + 1,
        None => text.len(),
    };
    text.get(skip..).unwrap_or_default()
}
