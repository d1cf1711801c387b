//! The states, bodies and people that words name, by the tables of the lexicon.

use super::words::{Word, words};
use crate::export::cues::{Cues, rows};
use crate::export::plover::actor;
use crate::model::{Article, Country, Organization};
use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::LazyLock;

/// A name as words, and whose it is.
type Row = (Vec<&'static str>, &'static str, &'static str);

/// Names by their first word, the longest first.
static NAMES: LazyLock<HashMap<&str, Vec<Row>>> = LazyLock::new(|| {
    let mut names: HashMap<&str, Vec<Row>> = HashMap::new();
    let all = countries().into_iter().chain(bodies()).chain(further());
    for (name, code, sector) in all {
        let found = name_words(name);
        if let Some(first) = found.first() {
            names.entry(first).or_default().push((found, code, sector));
        }
    }
    for rows in names.values_mut() {
        rows.sort_by_key(|row| std::cmp::Reverse(row.0.len()));
    }
    names
});

/// Words for who acts, and their sector.
pub(super) static AGENTS: LazyLock<Cues> =
    LazyLock::new(|| Cues::new(include_str!("../../data/agents.tsv"), 0));

/// Adjectives of countries.
static ADJECTIVES: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    let table = include_str!("../../../lexicon/data/countries.tsv");
    let cells = rows(table).filter_map(|row| row.get(4).copied());
    cells.flat_map(items).collect()
});

/// Whether a verb in the present may follow: a name, or a word for who acts.
pub(super) fn can_act(word: Word<'_>) -> bool {
    let name = word.text.starts_with(char::is_uppercase);
    !ADJECTIVES.contains(word.text) && (name || !AGENTS.find(word.text).is_empty())
}

/// Names, adjectives and seats of government, by the table that the parser reads.
fn countries() -> Vec<(&'static str, &'static str, &'static str)> {
    let table = include_str!("../../../lexicon/data/countries.tsv");
    let mut names = Vec::new();
    for row in rows(table) {
        let Some(country) = row.first().and_then(|c| c.parse::<Country>().ok()) else {
            continue;
        };
        let code = actor::country_code(country);
        // A capital that is also words is none here.
        let doubtful = row.get(7).is_some_and(|note| note.contains("also words"));
        for (column, cell) in row.iter().enumerate().take(7).skip(2) {
            if column == 5 && doubtful {
                continue;
            }
            names.extend(items(cell).map(|name| (name, code, "")));
        }
    }
    names
}

/// Names whose side depends on what stands near; in one sentence the likeliest.
fn further() -> Vec<(&'static str, &'static str, &'static str)> {
    let table = rows(include_str!("../../data/side_names.tsv"));
    let row = |row: Vec<&'static str>| Some((*row.first()?, *row.get(1)?, ""));
    table.filter_map(row).collect()
}

/// Cities and regions by their first word; those that may be people are left out.
static PLACES: LazyLock<HashMap<&str, Vec<Row>>> = LazyLock::new(|| {
    let mut places: HashMap<&str, Vec<Row>> = HashMap::new();
    for row in rows(include_str!("../../../lexicon/data/places.tsv")) {
        let cell = |i: usize| row.get(i).copied().unwrap_or_default();
        let doubtful = ["surname", "word", "given"]
            .iter()
            .any(|w| cell(5).contains(w));
        let Ok(country) = cell(3).parse::<Country>() else {
            continue;
        };
        if doubtful || !matches!(cell(1), "city" | "region") {
            continue;
        }
        for name in items(cell(0)).chain(items(cell(4))) {
            let found = name_words(name);
            if let Some(first) = found.first() {
                let code = actor::country_code(country);
                places.entry(first).or_default().push((found, code, ""));
            }
        }
    }
    for rows in places.values_mut() {
        rows.sort_by_key(|row| std::cmp::Reverse(row.0.len()));
    }
    places
});

/// The words of a name of the tables, which part the possessive from its word.
fn name_words(name: &'static str) -> Vec<&'static str> {
    let words = words(name, 12).into_iter().map(|w| w.text);
    words.filter(|w| *w != "s").collect()
}

/// International and non-state bodies, by name, acronym and other names.
fn bodies() -> Vec<(&'static str, &'static str, &'static str)> {
    let table = include_str!("../../../lexicon/data/organizations.tsv");
    let mut names = Vec::new();
    for row in rows(table) {
        let cell = |i: usize| row.get(i).copied().unwrap_or_default();
        let body = Organization::new(items(cell(0)).next(), cell(1));
        let (code, sector) = match cell(3).parse::<Country>() {
            Ok(country) if cell(2) == "agency" => (actor::country_code(country), Some("GOV")),
            _ => actor::body_code(&body),
        };
        let all = items(cell(0)).chain(items(cell(1))).chain(items(cell(4)));
        names.extend(all.map(|name| (name, code, sector.unwrap_or_default())));
    }
    names
}

/// The items of a cell that can be a name: capitals start them.
fn items(cell: &'static str) -> impl Iterator<Item = &'static str> {
    cell.split(';')
        .map(str::trim)
        .filter(|name| name.len() > 1 && name.starts_with(|c: char| c.is_uppercase()))
}

/// Well-known holders of high posts, as "Angela Merkel" and, where one country
/// alone had somebody of that name, as "Merkel".
static FIGURES: LazyLock<HashMap<&str, Vec<Row>>> = LazyLock::new(|| {
    let table = include_str!("../../../lexicon/data/figures.tsv");
    let mut figures: HashMap<&str, Vec<Row>> = HashMap::new();
    for row in rows(table) {
        let name: Vec<&str> = row.first().map_or("", |n| n).split(' ').collect();
        let code = row.get(1).and_then(|c| c.parse::<Country>().ok());
        let (Some(last), Some(code)) = (name.last().copied(), code) else {
            continue;
        };
        let code = actor::country_code(code);
        figures.entry(last).or_default().push((name, code, "GOV"));
    }
    figures
});

/// Surnames that are words, places or first names, or that many bear.
static ORDINARY: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    rows(include_str!("../../data/ordinary_surnames.tsv"))
        .filter_map(|row| row.first().copied())
        .collect()
});

/// The people of an article whose side it tells, by surname.
#[derive(Debug, Default)]
pub(crate) struct People {
    by_surname: HashMap<String, (&'static str, &'static str)>,
}

impl People {
    pub(crate) fn new(article: &Article) -> Self {
        let mut by_surname = HashMap::new();
        for official in &article.officials {
            if let Some((code, sector)) = actor::side_of(official)
                && let Some(last) = official.name.split(' ').next_back()
            {
                by_surname.insert(last.to_owned(), (code, sector.unwrap_or_default()));
            }
        }
        People { by_surname }
    }

    /// The person whose surname stands here: of the article, else well known.
    fn at(&self, words: &[Word<'_>], i: usize) -> Option<(&'static str, &'static str)> {
        let word = words.get(i)?.text;
        if let Some(side) = self.by_surname.get(word) {
            return Some(*side);
        }
        let rows = FIGURES.get(word)?;
        let whole = rows.iter().find(|(name, _, _)| {
            let start = (i + 1).checked_sub(name.len());
            let here = start.and_then(|s| words.get(s..=i)).unwrap_or_default();
            here.len() > 1 && here.iter().zip(name).all(|(w, n)| w.text == *n)
        });
        let (_, first, _) = rows.first()?;
        let alone = word.len() > 4
            && !ORDINARY.contains(word)
            && rows.iter().all(|(_, code, _)| code == first)
            && i.checked_sub(1)
                .and_then(|b| words.get(b))
                .is_none_or(|before| {
                    !before.text.starts_with(char::is_uppercase)
                        || !AGENTS.find(before.text).is_empty()
                });
        let code = whole.map(|row| row.1).or(alone.then_some(*first))?;
        Some((code, "GOV"))
    }
}

/// A state or body named in a sentence.
#[derive(Debug, Clone)]
pub(super) struct Name {
    pub(super) code: &'static str,
    pub(super) sector: &'static str,
    /// The words of the name.
    pub(super) at: Range<usize>,
}

/// The states and bodies that these words name, in order.
pub(super) fn names(people: &People, words: &[Word<'_>], range: Range<usize>) -> Vec<Name> {
    let sides = all(words, &range, |i| name_at(people, words, i, range.end));
    if sides.is_empty() {
        // "A court in Lyon": where no side is named, a place tells it.
        return all(words, &range, |i| {
            let rows = PLACES.get(words.get(i)?.text)?;
            row_at(rows, words, i, range.end)
        });
    }
    sides
}

fn all(
    words: &[Word<'_>],
    range: &Range<usize>,
    name_at: impl Fn(usize) -> Option<Name>,
) -> Vec<Name> {
    let mut found = Vec::new();
    let mut i = range.start;
    while i < range.end.min(words.len()) {
        match name_at(i) {
            Some(name) => {
                i = name.at.end;
                found.push(name);
            }
            None => i += 1,
        }
    }
    found
}

fn name_at(people: &People, words: &[Word<'_>], i: usize, end: usize) -> Option<Name> {
    let first = words.get(i)?.text;
    if !first.starts_with(char::is_uppercase) {
        return None;
    }
    if let Some((code, sector)) = people.at(words, i) {
        let at = i..i + 1;
        return Some(Name { code, sector, at });
    }
    // "Saudi-led" acts for Saudi Arabia, "UN-backed" for nobody.
    let led = first.strip_suffix("-led");
    let rows = NAMES.get(led.unwrap_or(first))?;
    if led.is_some() {
        let (_, code, sector) = rows.iter().find(|row| row.0.len() == 1)?;
        let at = i..i + 1;
        return Some(Name { code, sector, at });
    }
    row_at(rows, words, i, end)
}

/// The first of these rows whose words stand here.
fn row_at(rows: &[Row], words: &[Word<'_>], i: usize, end: usize) -> Option<Name> {
    let (name, code, sector) = rows.iter().find(|(name, _, _)| {
        let here = words.get(i..i + name.len()).unwrap_or_default();
        i + name.len() <= end && here.iter().zip(name).all(|(w, n)| *n == w.text)
    })?;
    let at = i..i + name.len();
    Some(Name { code, sector, at })
}
