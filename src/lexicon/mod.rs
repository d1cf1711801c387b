//! Tables → marks: what each word and phrase can be, from data files that
//! anybody can edit. Knows nothing of articles.
//!
//! `data/*.tsv` hold the facts, one row one fact; [`table`] reads them,
//! [`load`] turns rows into [`Sense`]s, [`vocabulary`] finds them in text by
//! longest match over words, [`inflect`] derives the forms of verbs and nouns.

mod abbreviation;
mod bytes;
mod changes;
mod class;
mod figures;
mod fold;
mod frame;
mod inflect;
mod load;
mod sense;
mod table;
mod treaty;
mod vocabulary;
mod words;

pub(crate) use abbreviation::{Abbreviations, LONGEST, StopKind, key, key_of};
pub(crate) use changes::{ChangeKind, Changes};
pub(crate) use class::Class;
pub(crate) use figures::FigureEntry;
pub(crate) use fold::fold_into;
pub(crate) use frame::{Control, Frame, FrameRecord, LightOf, Slot};
pub(crate) use inflect::VerbForm;
pub(crate) use sense::{Direction, Gender, GroupOf, PartOf, PlaceKind, Sense, TimeUnit, WordValue};
pub(crate) use treaty::TreatyEntry;
pub(crate) use vocabulary::{LONGEST_PHRASE, NodeId, QuickHasher, Shape, Vocabulary};
pub(crate) use words::WordId;

use crate::error::LexiconError;
use crate::model::{Country, Organization, PostKind};
use figures::Figures;
use once_cell::sync::OnceCell;
use std::collections::HashMap;
use std::hash::BuildHasherDefault;
use std::sync::Arc;

/// The tables, ready for scanning.
#[derive(Debug)]
pub(crate) struct Lexicon {
    pub(crate) vocabulary: Vocabulary,
    /// Frames by lemma, longest fixed tail first.
    frames: Vec<Vec<Frame>>,
    pub(crate) organizations: Vec<OrganizationEntry>,
    pub(crate) treaties: Vec<TreatyEntry>,
    pub(crate) places: Vec<PlaceEntry>,
    /// The venues among the places, by name.
    venues: HashMap<Box<str>, u16, BuildHasherDefault<QuickHasher>>,
    pub(crate) abbreviations: Abbreviations,
    lemmas: Vec<Box<str>>,
    /// The lemma "be".
    pub(crate) be: u16,
    /// What a verb does to the infinitive it governs, by lemma.
    controls: HashMap<u16, Control, BuildHasherDefault<QuickHasher>>,
    /// The capital of each country, an index of `places`.
    capitals: HashMap<Country, u16, BuildHasherDefault<QuickHasher>>,
    figures: Figures,
}

/// A row of `organizations.tsv`.
#[derive(Debug, Clone)]
pub(crate) struct OrganizationEntry {
    pub(crate) body: Organization,
    pub(crate) kind: Box<str>,
    pub(crate) country: Option<Country>,
    /// Whether a news agency of another country has the same initials: "AFP".
    pub(crate) shared: bool,
}

impl OrganizationEntry {
    /// Whether it is an armed or other movement: no body of a state or of states.
    pub(crate) fn is_movement(&self) -> bool {
        &*self.kind == "nonstate"
    }
}

/// A row of `places.tsv`, or a capital.
#[derive(Debug, Clone)]
pub(crate) struct PlaceEntry {
    pub(crate) name: Box<str>,
    pub(crate) kind: PlaceKind,
    pub(crate) city: Option<Box<str>>,
    pub(crate) country: Option<Country>,
    /// Whether the name is also a usual surname or word.
    pub(crate) doubtful: bool,
}

static BUILTIN: OnceCell<Arc<Lexicon>> = OnceCell::new();

impl Lexicon {
    /// The built-in tables, loaded once a process.
    ///
    /// # Errors
    /// None in practice: a test reads every built-in row.
    pub(crate) fn builtin() -> Result<Arc<Lexicon>, LexiconError> {
        BUILTIN
            .get_or_try_init(|| load::load(&Changes::default()).map(Arc::new))
            .cloned()
    }

    /// The built-in tables with changes.
    pub(crate) fn with(changes: &Changes) -> Result<Arc<Lexicon>, LexiconError> {
        if changes.is_empty() {
            return Self::builtin();
        }
        load::load(changes).map(Arc::new)
    }

    /// Tables without rows.
    pub(crate) fn empty() -> Lexicon {
        Lexicon {
            vocabulary: Vocabulary::new(),
            frames: Vec::new(),
            organizations: Vec::new(),
            treaties: Vec::new(),
            places: Vec::with_capacity(5 << 10),
            venues: HashMap::default(),
            abbreviations: Abbreviations::default(),
            lemmas: Vec::new(),
            be: u16::MAX,
            controls: HashMap::default(),
            capitals: HashMap::default(),
            figures: Figures::new(),
        }
    }

    /// A city as a dateline names it: its usual spelling, and its country.
    pub(crate) fn city(&self, written: &str) -> (String, Option<Country>) {
        let node = self.node(written);
        let entry = self.senses(node).iter().find_map(|s| match *s {
            Sense::Capital(_, id) | Sense::Place(id, PlaceKind::City) => {
                self.places.get(usize::from(id))
            }
            _ => None,
        });
        match entry {
            Some(entry) => (entry.name.to_string(), entry.country),
            None => (title_case(written), None),
        }
    }

    /// A state by its name.
    pub(crate) fn state(&self, written: &str) -> Option<Country> {
        let mut senses = self.senses(self.node(written)).iter();
        senses.find_map(|s| match *s {
            Sense::Country(country) => Some(country),
            _ => None,
        })
    }

    /// Where the words of a name lead to.
    fn node(&self, written: &str) -> NodeId {
        let mut node = NodeId::NONE;
        for (n, word) in vocabulary::phrase_words(written).enumerate() {
            let id = self
                .vocabulary
                .word(word.trim_matches([',', '.', '(', ')']));
            node = if n == 0 {
                self.vocabulary.root(id)
            } else {
                self.vocabulary.next(node, id)
            };
        }
        node
    }

    /// A venue by its name in the tables.
    pub(crate) fn venue(&self, name: &str) -> Option<&PlaceEntry> {
        self.places.get(usize::from(*self.venues.get(name)?))
    }

    /// The well-known people with this word in their names.
    pub(crate) fn figures(&self, word: &str) -> impl Iterator<Item = &FigureEntry> {
        self.figures.named(word)
    }

    /// What the phrase ending at `node` can be.
    pub(crate) fn senses(&self, node: NodeId) -> &[Sense] {
        self.vocabulary.senses(node)
    }

    /// The frames of a verb or noun lemma, longest fixed tail first.
    pub(crate) fn frames(&self, lemma: u16) -> &[Frame] {
        self.frames
            .get(usize::from(lemma))
            .map_or(&[], Vec::as_slice)
    }

    /// The lemma as written in the tables.
    pub(crate) fn lemma(&self, lemma: u16) -> &str {
        self.lemmas.get(usize::from(lemma)).map_or("", |l| l)
    }

    /// What a verb does to the infinitive it governs.
    pub(crate) fn control(&self, lemma: u16) -> Option<Control> {
        self.controls.get(&lemma).copied()
    }

    /// The capital of a country, an index of `places`.
    pub(crate) fn capital(&self, country: Country) -> Option<u16> {
        self.capitals.get(&country).copied()
    }
}

/// "WASHINGTON" → "Washington"; what is not all capitals stays.
fn title_case(text: &str) -> String {
    if text.chars().any(char::is_lowercase) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut starts = true;
    for c in text.chars() {
        if starts {
            out.push(c);
        } else {
            out.extend(c.to_lowercase());
        }
        starts = !c.is_alphanumeric();
    }
    out
}

/// The kind of post that a head noun and its portfolio make together:
/// "minister" + "of foreign affairs".
pub(crate) fn compose_post(head: PostKind, portfolio: Option<PostKind>) -> PostKind {
    match (head, portfolio) {
        (PostKind::Minister, Some(kind)) => kind,
        (head, _) => head,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_built_in_row_is_read() {
        if let Err(error) = Lexicon::builtin() {
            panic!("{error}");
        }
    }
}
