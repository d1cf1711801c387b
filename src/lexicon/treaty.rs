//! Treaties known by their names: "the Oslo accords".

use super::Lexicon;
use crate::model::Party;

/// A row of `treaties.tsv`: the words that such documents are called by, and whose they are;
/// two of one name have sides each.
#[derive(Debug, Clone)]
pub(crate) struct TreatyEntry {
    pub(crate) name: Box<str>,
    pub(crate) sides: Vec<Vec<Party>>,
}

/// What a treaty is called after its name: "Oslo | accords".
const CALLED: &[&str] = &[
    "accord",
    "accords",
    "agreement",
    "agreements",
    "deal",
    "pact",
    "pacts",
    "protocol",
    "protocols",
    "treaties",
    "treaty",
];

impl Lexicon {
    /// The treaty that a document's name means: "the 1993 Oslo peace accords".
    pub(crate) fn treaty(&self, text: &str) -> Option<&TreatyEntry> {
        let last = text.split(' ').next_back()?;
        let called = CALLED.iter().any(|w| last.eq_ignore_ascii_case(w));
        // Few words of a text are capitalized: they are looked for once.
        let starts: Vec<usize> = capitals(text).collect();
        let named = self.treaties.iter().filter(|t| {
            let at = starts.iter().find(|at| stands(text, **at, &t.name));
            at.is_some_and(|at| called || at + t.name.len() == text.len())
        });
        named.max_by_key(|t| t.name.len())
    }
}

/// Where the capitalized words of a text begin.
fn capitals(text: &str) -> impl Iterator<Item = usize> {
    let bytes = text.as_bytes();
    (0..bytes.len()).filter(move |at| {
        let before = at.checked_sub(1).and_then(|b| bytes.get(b));
        bytes[*at].is_ascii_uppercase() && is_edge(before)
    })
}

/// Whether the words of a name stand whole at a byte of a text.
fn stands(text: &str, at: usize, name: &str) -> bool {
    let bytes = text.as_bytes();
    let end = at + name.len();
    let here = bytes.get(at..end);
    here.is_some_and(|here| here.eq_ignore_ascii_case(name.as_bytes())) && is_edge(bytes.get(end))
}

fn is_edge(byte: Option<&u8>) -> bool {
    byte.is_none_or(|b| !b.is_ascii_alphanumeric())
}
