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
        let named = self.treaties.iter().filter(|t| {
            let at = position(text, &t.name);
            at.is_some_and(|at| called || at + t.name.len() == text.len())
        });
        named.max_by_key(|t| t.name.len())
    }
}

/// Where whole words stand in a text, capitalized as a name is.
fn position(text: &str, name: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let edge = |b: Option<&u8>| b.is_none_or(|b| !b.is_ascii_alphanumeric());
    let last = text.len().checked_sub(name.len())?;
    (0..=last).find(|at| {
        let end = at + name.len();
        bytes[*at].is_ascii_uppercase()
            && bytes[*at..end].eq_ignore_ascii_case(name.as_bytes())
            && edge(at.checked_sub(1).and_then(|b| bytes.get(b)))
            && edge(bytes.get(end))
    })
}
