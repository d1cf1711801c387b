//! Phrases over words: longest match, word edges kept, case respected.
//!
//! A word is folded (lower case, no diacritics, `’` as `'`) to its id; phrases
//! are paths of word ids. A sense says which of its words must be capitalized.

use super::class::Class;
use super::sense::Sense;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// A phrase has no more words than this.
pub(crate) const LONGEST_PHRASE: usize = 12;

/// A word of the tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct WordId(u32);

impl WordId {
    /// A word that stands in no table.
    pub(crate) const UNKNOWN: WordId = WordId(u32::MAX);
}

/// The end of a phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
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

/// What a phrase can be in one writing: the classes, by how it is written.
#[derive(Debug, Clone, Copy, Default)]
struct Masks {
    any: Class,
    first: usize,
}

#[derive(Debug, Default)]
pub(crate) struct Vocabulary {
    words: HashMap<Box<str>, WordId, BuildHasherDefault<Fold>>,
    /// Node after the first word, by word.
    roots: Vec<NodeId>,
    edges: HashMap<(NodeId, WordId), NodeId, BuildHasherDefault<Fold>>,
    nodes: Vec<Node>,
}

#[derive(Debug, Default)]
struct Node {
    senses: Vec<Sense>,
    writings: Vec<Writing>,
    has_edges: bool,
    masks: Masks,
}

impl Vocabulary {
    pub(crate) fn new() -> Self {
        Vocabulary {
            nodes: vec![Node::default()],
            ..Vocabulary::default()
        }
    }

    /// The id of a folded word.
    pub(crate) fn word(&self, folded: &str) -> WordId {
        self.words.get(folded).copied().unwrap_or(WordId::UNKNOWN)
    }

    /// The id of a word of the tables, new or known.
    pub(crate) fn intern(&mut self, word: &str) -> WordId {
        let mut folded = String::with_capacity(word.len());
        fold_into(word, &mut folded);
        if let Some(id) = self.words.get(folded.as_str()) {
            return *id;
        }
        let id = WordId(u32::try_from(self.words.len()).unwrap_or(u32::MAX));
        self.words.insert(folded.into_boxed_str(), id);
        self.roots.push(NodeId::NONE);
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
            .get(&(node, word))
            .copied()
            .unwrap_or(NodeId::NONE)
    }

    /// Whether longer phrases go on from here.
    pub(crate) fn has_edges(&self, node: NodeId) -> bool {
        self.nodes.get(node.0 as usize).is_some_and(|n| n.has_edges)
    }

    pub(crate) fn senses(&self, node: NodeId) -> &[Sense] {
        self.nodes.get(node.0 as usize).map_or(&[], |n| &n.senses)
    }

    /// What the phrase can be when its words are written like this: bit i of
    /// `lower` says that word i is in lower case, of `upper` all in capitals.
    pub(crate) fn classes(&self, node: NodeId, lower: u16, upper: u16) -> Class {
        let Some(node) = self.nodes.get(node.0 as usize) else {
            return Class::NONE;
        };
        let strict = node
            .senses
            .iter()
            .zip(&node.writings)
            .skip(node.masks.first);
        strict.fold(node.masks.any, |mask, (sense, writing)| {
            if writing.capital & lower == 0 && writing.upper & !upper == 0 {
                mask.or(sense.class())
            } else {
                mask
            }
        })
    }

    /// Adds a phrase; see the conventions in `data/README.md`.
    pub(crate) fn add(&mut self, phrase: &str, sense: Sense) {
        self.insert(phrase, sense, Writing::of(phrase));
    }

    /// Adds a phrase that is met in any case.
    pub(crate) fn add_any_case(&mut self, phrase: &str, sense: Sense) {
        self.insert(phrase, sense, Writing::default());
    }

    fn insert(&mut self, phrase: &str, sense: Sense, writing: Writing) {
        let mut node = NodeId::NONE;
        for (i, word) in phrase_words(phrase).enumerate().take(LONGEST_PHRASE) {
            let word = self.intern(word);
            node = self.step(node, word, i == 0);
        }
        if let Some(node) = self.nodes.get_mut(node.0 as usize) {
            node.add(sense, writing);
        }
    }

    fn step(&mut self, node: NodeId, word: WordId, first: bool) -> NodeId {
        let known = if first {
            self.root(word)
        } else {
            self.edges
                .get(&(node, word))
                .copied()
                .unwrap_or(NodeId::NONE)
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
            self.edges.insert((node, word), next);
            if let Some(node) = self.nodes.get_mut(node.0 as usize) {
                node.has_edges = true;
            }
        }
        next
    }
}

impl Node {
    /// Senses met in any case come first, so that their mask is ready made.
    fn add(&mut self, sense: Sense, writing: Writing) {
        if self
            .senses
            .iter()
            .zip(&self.writings)
            .any(|(s, w)| *s == sense && *w == writing)
        {
            return;
        }
        if writing == Writing::default() {
            self.senses.insert(self.masks.first, sense);
            self.writings.insert(self.masks.first, writing);
            self.masks.first += 1;
            self.masks.any = self.masks.any.or(sense.class());
        } else {
            self.senses.push(sense);
            self.writings.push(writing);
        }
    }
}

impl Writing {
    fn of(phrase: &str) -> Self {
        let mut writing = Writing::default();
        let letters = phrase.chars().filter(|c| c.is_alphabetic()).count();
        let all_upper = letters > 1 && !phrase.chars().any(char::is_lowercase);
        for (i, word) in phrase_words(phrase).enumerate().take(LONGEST_PHRASE) {
            if all_upper {
                writing.upper |= 1 << i;
            } else if word.starts_with(char::is_uppercase) {
                writing.capital |= 1 << i;
            }
        }
        writing
    }
}

/// The words of a table item: spaces and hyphens part them, `'s` stands alone.
pub(crate) fn phrase_words(phrase: &str) -> impl Iterator<Item = &str> {
    phrase
        .split([' ', '-', '\u{2010}', '\u{2011}'])
        .filter(|w| !w.is_empty())
        .flat_map(|word| {
            let cut = match word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")) {
                Some(stem) if !stem.is_empty() => stem.len(),
                _ => word.len(),
            };
            let (stem, suffix) = word.split_at(cut);
            std::iter::once(stem).chain((!suffix.is_empty()).then_some(suffix))
        })
}

/// Folds a word: lower case, no diacritics, `’` as `'`.
pub(crate) fn fold_into(word: &str, out: &mut String) {
    if word.is_ascii() {
        out.push_str(word);
        out.make_ascii_lowercase();
        return;
    }
    for c in word.chars() {
        match c {
            '’' | '‘' | 'ʼ' | '`' => out.push('\''),
            c if c.is_ascii() => out.push(c.to_ascii_lowercase()),
            c => match base_letter(c) {
                "" => out.extend(c.to_lowercase()),
                base => out.push_str(base),
            },
        }
    }
}

/// The letter without its mark, for the letters of Latin scripts in news.
fn base_letter(c: char) -> &'static str {
    match c {
        'à'..='å'
        | 'À'..='Å'
        | 'ā'
        | 'Ā'
        | 'ă'
        | 'Ă'
        | 'ą'
        | 'Ą'
        | 'ạ'
        | 'ả'
        | 'ấ'
        | 'ầ'
        | 'ậ'
        | 'ắ'
        | 'ằ'
        | 'ặ'
        | 'ẩ'
        | 'ẫ' => "a",
        'æ' | 'Æ' => "ae",
        'ç' | 'Ç' | 'ć' | 'Ć' | 'č' | 'Č' | 'ĉ' => "c",
        'ď' | 'Ď' | 'đ' | 'Đ' | 'ð' | 'Ð' => "d",
        'è'..='ë'
        | 'È'..='Ë'
        | 'ē'
        | 'Ē'
        | 'ė'
        | 'Ė'
        | 'ę'
        | 'Ę'
        | 'ě'
        | 'Ě'
        | 'ế'
        | 'ề'
        | 'ệ'
        | 'ể'
        | 'ễ'
        | 'ẹ'
        | 'ə'
        | 'Ə' => "e",
        'ğ' | 'Ğ' | 'ģ' | 'Ģ' => "g",
        'ì'..='ï' | 'Ì'..='Ï' | 'ī' | 'Ī' | 'į' | 'Į' | 'ı' | 'İ' | 'ị' | 'ĩ' => "i",
        'ķ' | 'Ķ' => "k",
        'ł' | 'Ł' | 'ľ' | 'Ľ' | 'ļ' | 'Ļ' => "l",
        'ñ' | 'Ñ' | 'ń' | 'Ń' | 'ň' | 'Ň' | 'ņ' | 'Ņ' => "n",
        'ò'..='ö'
        | 'Ò'..='Ö'
        | 'ø'
        | 'Ø'
        | 'ō'
        | 'Ō'
        | 'ő'
        | 'Ő'
        | 'ơ'
        | 'ọ'
        | 'ố'
        | 'ồ'
        | 'ộ'
        | 'ớ'
        | 'ờ'
        | 'ợ' => "o",
        'œ' | 'Œ' => "oe",
        'ř' | 'Ř' => "r",
        'ś' | 'Ś' | 'š' | 'Š' | 'ş' | 'Ş' | 'ș' | 'Ș' => "s",
        'ß' => "ss",
        'ť' | 'Ť' | 'ţ' | 'Ţ' | 'ț' | 'Ț' => "t",
        'þ' | 'Þ' => "th",
        'ù'..='ü'
        | 'Ù'..='Ü'
        | 'ū'
        | 'Ū'
        | 'ů'
        | 'Ů'
        | 'ű'
        | 'Ű'
        | 'ų'
        | 'Ų'
        | 'ư'
        | 'ụ'
        | 'ứ'
        | 'ừ'
        | 'ự' => "u",
        'ý' | 'ÿ' | 'Ý' | 'ỳ' => "y",
        'ź' | 'Ź' | 'ż' | 'Ż' | 'ž' | 'Ž' => "z",
        _ => "",
    }
}

/// A fast hash for short keys; the tables are ours, so no one can choose them
/// to collide.
#[derive(Debug, Default)]
pub(crate) struct Fold(u64);

impl Hasher for Fold {
    fn write(&mut self, bytes: &[u8]) {
        let mut chunks = bytes.chunks_exact(8);
        for chunk in &mut chunks {
            self.write_u64(u64::from_le_bytes(chunk.try_into().unwrap_or_default()));
        }
        let mut rest = [0; 8];
        let tail = chunks.remainder();
        rest[..tail.len()].copy_from_slice(tail);
        self.write_u64(u64::from_le_bytes(rest));
    }

    fn write_u8(&mut self, byte: u8) {
        self.write_u64(u64::from(byte));
    }

    fn write_u32(&mut self, word: u32) {
        self.write_u64(u64::from(word));
    }

    fn write_u64(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(0x517c_c1b7_2722_0a95);
    }

    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 29)
    }
}
