//! Rows → senses: one function a table, in a file for each group of tables.

mod parties;
mod people;
mod verbs;
mod words;

use super::Lexicon;
use super::changes::Changes;
use super::inflect;
use super::sense::*;
use super::table::{Row, TABLES};
use super::vocabulary::QuickHasher;
use crate::error::LexiconError;
use crate::model::Country;
use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::StrDeserializer;
use std::collections::HashMap;
use std::hash::BuildHasherDefault;

/// Reads all tables, changes applied; nothing is kept if a row is refused.
pub(super) fn load(changes: &Changes) -> Result<Lexicon, LexiconError> {
    changes.check()?;
    let mut loader = Loader {
        lexicon: Lexicon::empty(),
        lemma_ids: HashMap::with_capacity_and_hasher(LEMMAS, BuildHasherDefault::default()),
        string_ids: HashMap::default(),
        inflected: Vec::new(),
    };
    for spec in TABLES {
        changes.each(spec, |row| loader.row(row))?;
    }
    loader.finish_verbs();
    loader.sort_frames();
    loader.lexicon.abbreviations.sort();
    loader.lexicon.figures.sort();
    loader.lexicon.vocabulary.settle();
    loader.mark_shared();
    loader.lexicon.be = loader.lemma_ids.get("be").copied().unwrap_or(u16::MAX);
    Ok(loader.lexicon)
}

/// About as many lemmas as the built-in tables hold.
const LEMMAS: usize = 5 << 10;

struct Loader<'a> {
    lexicon: Lexicon,
    lemma_ids: HashMap<&'a str, u16, BuildHasherDefault<QuickHasher>>,
    string_ids: HashMap<&'a str, u16, BuildHasherDefault<QuickHasher>>,
    /// By lemma: whether it is a verb whose forms stand in the vocabulary.
    inflected: Vec<bool>,
}

/// Reads an enum value by its JSON name, so that tables and JSON agree.
fn value<'de, T: Deserialize<'de>>(row: &Row<'de>, column: usize) -> Result<T, LexiconError> {
    let cell = row.cell(column);
    let deserializer: StrDeserializer<'de, serde::de::value::Error> = cell.into_deserializer();
    T::deserialize(deserializer)
        .map_err(|_| row.error(column, format!("`{cell}` is not a value of this column")))
}

impl<'a> Loader<'a> {
    fn row(&mut self, row: &Row<'a>) -> Result<(), LexiconError> {
        match row.table {
            "words" => self.word(row),
            "calendar" => self.calendar(row),
            "verbs" => self.verb(row),
            "nouns" => self.noun(row),
            "frames" => self.frame(row),
            "controls" => self.control(row),
            "posts" => self.post(row),
            "portfolios" => self.portfolio(row),
            "ranks" => self.rank(row),
            "honorifics" => self.honorific(row),
            "countries" => self.country(row),
            "ambiguous" => self.ambiguous(row),
            "organizations" => self.organization(row),
            "places" => self.place(row),
            "names" => self.name(row),
            "figures" => self.figure(row),
            "outlets" => self.outlet(row),
            "abbreviations" => self.abbreviation(row),
            "treaties" => self.treaty(row),
            _ => Ok(()),
        }
    }

    fn add(&mut self, phrase: &str, sense: Sense) {
        self.lexicon.vocabulary.add(phrase, sense);
    }

    /// A row's first cell and the items of its `also` cell.
    fn add_all(&mut self, row: &Row<'_>, also: usize, sense: Sense) {
        self.add(row.cell(0), sense);
        for item in row.list(also) {
            self.add(item, sense);
        }
    }

    /// Singular and plural, in any case.
    fn add_noun(&mut self, row: &Row<'_>, also: usize, sense: impl Fn(bool) -> Sense) {
        for item in std::iter::once(row.cell(0)).chain(row.list(also)) {
            self.lexicon.vocabulary.add_any_case(item, sense(false));
            let plural = inflect::plural(item);
            self.lexicon.vocabulary.add_any_case(&plural, sense(true));
        }
    }

    fn string(&mut self, row: &Row<'_>, text: &'a str) -> Result<u16, LexiconError> {
        if let Some(id) = self.string_ids.get(text) {
            return Ok(*id);
        }
        let id = next_id(self.string_ids.len(), row)?;
        self.string_ids.insert(text, id);
        Ok(id)
    }

    fn lemma(&mut self, row: &Row<'_>, lemma: &'a str) -> Result<u16, LexiconError> {
        if let Some(id) = self.lemma_ids.get(lemma) {
            return Ok(*id);
        }
        let id = next_id(self.lexicon.lemmas.len(), row)?;
        self.lexicon.lemmas.push(lemma.into());
        self.lexicon.frames.push(Vec::new());
        self.inflected.push(false);
        self.lemma_ids.insert(lemma, id);
        Ok(id)
    }
}

/// The index of the next entry of a list that is pointed into by 16 bits.
fn next_id(entries: usize, row: &Row<'_>) -> Result<u16, LexiconError> {
    u16::try_from(entries).map_err(|_| {
        let message = format!("the table is full: it holds at most {} entries", u16::MAX);
        row.error(0, message)
    })
}

/// An enum value by its JSON name.
fn named<'de, T: Deserialize<'de>>(name: &'de str) -> Option<T> {
    let deserializer: StrDeserializer<'de, serde::de::value::Error> = name.into_deserializer();
    T::deserialize(deserializer).ok()
}

fn country_named(row: &Row<'_>, column: usize) -> Result<Country, LexiconError> {
    let code = row.cell(column);
    code.parse()
        .map_err(|_| row.error(column, format!("`{code}` is no ISO 3166-1 alpha-3 code")))
}
