//! Phrases over words: longest match, word edges kept, case respected.
//!
//! A word is folded (lower case, no diacritics, `’` as `'`) to its id; phrases
//! are paths of word ids. A sense says which of its words must be capitalized.

use super::bytes::first_odd;
use super::class::Class;
use super::sense::Sense;
use super::words::{WordId, Words};
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// A phrase has no more words than this.
pub(crate) const LONGEST_PHRASE: usize = 12;

/// The end of a phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub(crate) struct NodeId(u32);

impl NodeId {
    /// The phrase of no words.
    pub(crate) const NONE: NodeId = NodeId(0);
}

/// How a word of the text is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(crate) enum Shape {
    /// "minister", "18th", "iPhone"
    #[default]
    Lower,
    /// "Minister", "Al-Thani"
    Capitalized,
    /// "UN", "MINISTER"
    Upper,
}

/// How a phrase must be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Writing {
    /// Bit i: word i must not be in lower case.
    capital: u16,
    /// Bit i: word i must be all capitals.
    upper: u16,
}

/// The phrases of the tables. They are added one by one, and looked up once
/// [`Vocabulary::settle`] has put what they can be in order.
#[derive(Debug, Default)]
pub(crate) struct Vocabulary {
    words: Words,
    /// Node after the first word, by word.
    roots: Vec<NodeId>,
    edges: HashMap<Edge, NodeId, BuildHasherDefault<QuickHasher>>,
    nodes: Vec<Node>,
    /// Of all nodes, one node behind the other.
    senses: Vec<Sense>,
    writings: Vec<Writing>,
    /// Not yet in order.
    added: Vec<(NodeId, Sense, Writing)>,
}

/// A step from a node with a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Edge(NodeId, WordId);

/// The end of a phrase: where its senses stand, those met in any case first.
#[derive(Debug, Clone, Copy, Default)]
struct Node {
    start: u32,
    end: u32,
    /// One past the last sense met in any case.
    strict: u32,
    has_edges: bool,
    /// The classes of the senses met in any case.
    any: Class,
}

impl Vocabulary {
    /// With room for about what the built-in tables hold.
    pub(crate) fn new() -> Self {
        let mut nodes = Vec::with_capacity(1 << 16);
        nodes.push(Node::default());
        Vocabulary {
            nodes,
            words: Words::with_room(1 << 15),
            roots: Vec::with_capacity(1 << 15),
            edges: HashMap::with_capacity_and_hasher(5 << 12, BuildHasherDefault::default()),
            added: Vec::with_capacity(3 << 14),
            ..Vocabulary::default()
        }
    }

    /// The id of a word, however it is written.
    pub(crate) fn word(&self, word: &str) -> WordId {
        self.words.get(word)
    }

    /// The id of a word of the tables, new or known.
    pub(crate) fn intern(&mut self, word: &str) -> WordId {
        let id = self.words.intern(word);
        if self.roots.len() < self.words.len() {
            self.roots.push(NodeId::NONE);
        }
        id
    }

    /// The node of one word, the start of longer phrases.
    pub(crate) fn root(&self, word: WordId) -> NodeId {
        self.roots
            .get(word.0 as usize)
            .copied()
            .unwrap_or(NodeId::NONE)
    }

    /// The node one word on; [`NodeId::NONE`] if no phrase goes on so.
    pub(crate) fn next(&self, node: NodeId, word: WordId) -> NodeId {
        if word == WordId::UNKNOWN || !self.has_edges(node) {
            return NodeId::NONE;
        }
        self.edges
            .get(&Edge(node, word))
            .copied()
            .unwrap_or(NodeId::NONE)
    }

    fn node(&self, node: NodeId) -> Node {
        self.nodes.get(node.0 as usize).copied().unwrap_or_default()
    }

    /// Whether longer phrases go on from here.
    pub(crate) fn has_edges(&self, node: NodeId) -> bool {
        self.node(node).has_edges
    }

    pub(crate) fn senses(&self, node: NodeId) -> &[Sense] {
        let node = self.node(node);
        let range = node.start as usize..node.end as usize;
        self.senses.get(range).unwrap_or_default()
    }

    /// What the phrase can be when its words are written like this: bit i of
    /// `lower` says that word i is in lower case, of `upper` all in capitals.
    pub(crate) fn classes(&self, node: NodeId, lower: u16, upper: u16) -> Class {
        let node = self.node(node);
        if node.strict == node.end {
            return node.any;
        }
        let range = node.strict as usize..node.end as usize;
        let senses = self.senses.get(range.clone()).unwrap_or_default();
        let writings = self.writings.get(range).unwrap_or_default();
        let fits = |w: &Writing| w.capital & lower == 0 && w.upper & !upper == 0;
        let mut classes = node.any;
        for (sense, _) in senses.iter().zip(writings).filter(|(_, w)| fits(w)) {
            classes = classes.or(sense.class());
        }
        classes
    }

    /// Adds a phrase; see the conventions in `data/README.md`.
    pub(crate) fn add(&mut self, phrase: &str, sense: Sense) {
        // Most phrases are in small letters.
        let small = |b: u8| b.is_ascii() && !b.is_ascii_uppercase();
        let style = (!phrase.bytes().all(small)).then(|| Style::of(phrase));
        self.insert(phrase, sense, style);
    }

    /// Adds a phrase that is met in any case.
    pub(crate) fn add_any_case(&mut self, phrase: &str, sense: Sense) {
        self.insert(phrase, sense, None);
    }

    fn insert(&mut self, phrase: &str, sense: Sense, style: Option<Style>) {
        let mut node = NodeId::NONE;
        let mut writing = Writing::default();
        for (i, word) in phrase_words(phrase).enumerate().take(LONGEST_PHRASE) {
            if let Some(style) = style {
                writing.note(style, i, word);
            }
            let word = self.intern(word);
            node = self.step(node, word, i == 0);
        }
        if node != NodeId::NONE {
            self.added.push((node, sense, writing));
        }
    }

    fn step(&mut self, node: NodeId, word: WordId, first: bool) -> NodeId {
        let known = if first {
            self.root(word)
        } else {
            self.next(node, word)
        };
        if known != NodeId::NONE {
            return known;
        }
        let next = NodeId(u32::try_from(self.nodes.len()).unwrap_or(u32::MAX));
        self.nodes.push(Node::default());
        if first {
            if let Some(root) = self.roots.get_mut(word.0 as usize) {
                *root = next;
            }
        } else {
            self.edges.insert(Edge(node, word), next);
            if let Some(node) = self.nodes.get_mut(node.0 as usize) {
                node.has_edges = true;
            }
        }
        next
    }

    /// Puts the senses of each phrase together: those met in any case first, each
    /// once, otherwise as they were added.
    pub(crate) fn settle(&mut self) {
        let added = std::mem::take(&mut self.added);
        let (order, ends) = by_node(&added, self.nodes.len());
        self.senses.reserve(added.len());
        self.writings.reserve(added.len());
        let mut from = 0;
        for (node, end) in self.nodes.iter_mut().zip(ends) {
            let group = order.get(from..end as usize).unwrap_or_default();
            from = end as usize;
            let start = self.senses.len();
            node.start = offset(start);
            node.strict = offset(start);
            for at in group {
                let Some((_, sense, writing)) = added.get(*at as usize) else {
                    continue;
                };
                let senses = self.senses.get(start..).unwrap_or_default();
                let writings = self.writings.get(start..).unwrap_or_default();
                let mut known = senses.iter().zip(writings);
                if known.any(|(s, w)| s == sense && w == writing) {
                    continue;
                }
                self.senses.push(*sense);
                self.writings.push(*writing);
                if *writing == Writing::default() {
                    node.strict = offset(self.senses.len());
                    node.any = node.any.or(sense.class());
                }
            }
            node.end = offset(self.senses.len());
        }
    }
}

/// The order of what was added, by node and in each node what is met in any case
/// first, otherwise as it stands; and where each node's end.
fn by_node(added: &[(NodeId, Sense, Writing)], nodes: usize) -> (Vec<u32>, Vec<u32>) {
    let mut ends = vec![0u32; nodes + 1];
    for (node, ..) in added {
        if let Some(count) = ends.get_mut(node.0 as usize + 1) {
            *count += 1;
        }
    }
    // The sum of the counts before a node is where it begins.
    for n in 1..ends.len() {
        ends[n] += ends[n - 1];
    }
    let mut order = vec![0; added.len()];
    for strict in [false, true] {
        for (at, (node, _, writing)) in added.iter().enumerate() {
            if (*writing != Writing::default()) == strict
                && let Some(next) = ends.get_mut(node.0 as usize)
                && let Some(slot) = order.get_mut(*next as usize)
            {
                *slot = offset(at);
                *next += 1;
            }
        }
    }
    (order, ends)
}

/// An index as stored; the tables are far smaller than 4 G.
fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

impl std::hash::Hash for Edge {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_u64(u64::from(self.0.0) << 32 | u64::from(self.1.0));
    }
}

/// A fast hash of indexes and of words of the tables, which nobody chooses to collide.
#[derive(Debug, Default)]
pub(crate) struct QuickHasher(u64);

impl Hasher for QuickHasher {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u64(u64::from(*byte));
        }
    }

    fn write_u64(&mut self, number: u64) {
        self.0 = (self.0 ^ number).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }

    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 32)
    }
}

/// How a phrase of the tables that is not in small letters is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Style {
    /// All of it in capitals.
    Capitals,
    /// Some words with a capital.
    Mixed,
}

impl Style {
    fn of(phrase: &str) -> Self {
        let small = |c: char| c.is_lowercase();
        let letters = phrase.chars().filter(|c| c.is_alphabetic());
        if letters.take(2).count() > 1 && !phrase.chars().any(small) {
            Style::Capitals
        } else {
            Style::Mixed
        }
    }
}

impl Writing {
    /// Takes in how word `i` of a phrase is written.
    fn note(&mut self, style: Style, i: usize, word: &str) {
        // One letter is no more than a capital: "H. E."
        let letters = word.chars().filter(|c| c.is_alphabetic());
        if style == Style::Capitals && letters.take(2).count() > 1 {
            self.upper |= 1 << i;
        } else if word.starts_with(char::is_uppercase) {
            self.capital |= 1 << i;
        }
    }
}

/// The words of a table item: spaces and hyphens part them, `'s` stands alone.
pub(crate) fn phrase_words(phrase: &str) -> PhraseWords<'_> {
    PhraseWords {
        rest: phrase,
        suffix: None,
    }
}

/// See [`phrase_words`].
pub(crate) struct PhraseWords<'a> {
    rest: &'a str,
    /// The `'s` of the word given last.
    suffix: Option<&'a str>,
}

impl<'a> Iterator for PhraseWords<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        if let Some(suffix) = self.suffix.take() {
            return Some(suffix);
        }
        while !self.rest.is_empty() {
            let (end, behind) = joint(self.rest);
            let word = self.rest.get(..end).unwrap_or_default();
            self.rest = self.rest.get(behind..).unwrap_or_default();
            if word.is_empty() {
                continue;
            }
            if !word.as_bytes().ends_with(b"s") {
                return Some(word);
            }
            let stem = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s"));
            let Some(stem) = stem.filter(|stem| !stem.is_empty()) else {
                return Some(word);
            };
            self.suffix = word.get(stem.len()..);
            return Some(stem);
        }
        None
    }
}

/// The first space or hyphen, and what stands behind it; else the end.
fn joint(text: &str) -> (usize, usize) {
    let mut from = 0;
    while let Some(at) = first_odd(text.as_bytes(), from, b'0') {
        match text.get(at..).and_then(|rest| rest.chars().next()) {
            Some(c @ (' ' | '-' | '\u{2010}' | '\u{2011}')) => return (at, at + c.len_utf8()),
            _ => from = at + 1,
        }
    }
    (text.len(), text.len())
}
