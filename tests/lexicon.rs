//! The tables as data: one form, no contradictions, broad enough.
//!
//! `UPDATE=1` sorts the tables and drops rows that stand twice; what contradicts
//! itself must be settled by a person.

mod common;

use demarche::{Country, PostKind, StatementAct};
use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::{Error, StrDeserializer};
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

const TABLES: &str = "src/lexicon/data";

struct Table {
    name: String,
    path: PathBuf,
    text: String,
}

impl Table {
    fn columns(&self) -> Vec<&str> {
        self.text
            .lines()
            .next()
            .unwrap_or_default()
            .split('\t')
            .collect()
    }

    fn rows(&self) -> impl Iterator<Item = Vec<&str>> {
        let lines = self.text.lines().skip(1).filter(|l| !l.is_empty());
        lines.map(|l| l.split('\t').collect())
    }

    fn column(&self, name: &str) -> usize {
        let place = self.columns().iter().position(|c| *c == name);
        place.unwrap_or_else(|| panic!("{} has no column {name}", self.name))
    }

    /// Cells of one column, `-` left out.
    fn cells(&self, column: &str) -> Vec<&str> {
        let column = self.column(column);
        let cells = self.rows().filter_map(|r| r.get(column).copied());
        cells.filter(|c| *c != "-").collect()
    }

    /// Rows whose `column` has `value`.
    fn count(&self, column: &str, value: &str) -> usize {
        self.cells(column).iter().filter(|c| **c == value).count()
    }
}

fn tables() -> Vec<Table> {
    let paths = common::files(TABLES, ".tsv");
    assert!(!paths.is_empty(), "no tables in {TABLES}");
    let tables = paths.into_iter().map(common::read).map(|text| Table {
        name: text.name,
        path: text.path,
        text: text.text,
    });
    tables.collect()
}

fn table(name: &str) -> Table {
    let found = tables().into_iter().find(|t| t.name == name);
    found.unwrap_or_else(|| panic!("no table {name}"))
}

/// The items of a list cell.
fn items(cell: &str) -> impl Iterator<Item = &str> {
    cell.split(';')
        .map(str::trim)
        .filter(|i| !i.is_empty() && *i != "-")
}

/// Whether `value` is a variant of `T` as JSON writes it.
fn is_value<'de, T: Deserialize<'de>>(value: &'de str) -> bool {
    let deserializer: StrDeserializer<'de, Error> = value.into_deserializer();
    T::deserialize(deserializer).is_ok()
}

/// The table with its rows trimmed, sorted and unique.
fn canonical(table: &Table) -> String {
    let trim = |line: &str| {
        line.split('\t')
            .map(str::trim)
            .collect::<Vec<_>>()
            .join("\t")
    };
    let rows = table.text.lines().skip(1).filter(|l| !l.trim().is_empty());
    let rows: BTreeSet<String> = rows.map(trim).collect();
    let head = table.columns().join("\t");
    let lines: Vec<_> = [head].into_iter().chain(rows).collect();
    lines.join("\n") + "\n"
}

#[test]
fn tables_are_in_their_one_form() {
    let mut wrong = Vec::new();
    for table in tables() {
        let canonical = canonical(&table);
        if canonical == table.text {
            continue;
        }
        if common::updating() {
            std::fs::write(&table.path, canonical).expect("a writable table");
        } else {
            wrong.push(table.name);
        }
    }
    assert!(
        wrong.is_empty(),
        "not sorted, or with rows twice (UPDATE=1 mends it): {wrong:?}"
    );
}

#[test]
fn every_row_is_whole() {
    let mut wrong = Vec::new();
    for table in tables() {
        let columns = table.columns();
        if columns.last() != Some(&"note") {
            wrong.push(format!("{}: the last column is not `note`", table.name));
        }
        for row in table.rows() {
            if row.len() != columns.len() {
                wrong.push(format!("{}: {} cells: {row:?}", table.name, row.len()));
            } else if row.iter().any(|c| c.is_empty() || c.trim() != *c) {
                wrong.push(format!("{}: an empty or padded cell: {row:?}", table.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// No form stands for two different things of one table.
#[test]
fn nothing_contradicts_itself() {
    let unique = [
        ("countries", "alpha3"),
        ("countries", "alpha2"),
        ("countries", "name"),
        ("posts", "title"),
        ("portfolios", "portfolio"),
        ("verbs", "lemma"),
        ("names", "name"),
        ("abbreviations", "abbreviation"),
    ];
    let mut wrong = Vec::new();
    for (name, column) in unique {
        let table = table(name);
        let mut seen = BTreeSet::new();
        for cell in table.cells(column) {
            if !seen.insert(cell) {
                wrong.push(format!("{name}: two rows for {cell}"));
            }
        }
    }
    wrong.extend(forms_of_two("posts", &["title", "also"], "kind"));
    wrong.extend(forms_of_two(
        "countries",
        &["name", "also", "demonyms", "metonyms"],
        "alpha3",
    ));
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Forms that stand in rows with different values.
fn forms_of_two(name: &str, forms: &[&str], value: &str) -> Vec<String> {
    let table = table(name);
    let value = table.column(value);
    let forms: Vec<_> = forms.iter().map(|f| table.column(f)).collect();
    let mut owners: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for row in table.rows() {
        for form in forms.iter().flat_map(|f| items(row[*f])) {
            owners.entry(form).or_default().insert(row[value]);
        }
    }
    let twice = owners.into_iter().filter(|(_, values)| values.len() > 1);
    twice
        .map(|(form, values)| format!("{name}: {form} is {values:?}"))
        .collect()
}

#[test]
fn codes_and_kinds_exist() {
    let mut wrong = Vec::new();
    let known: BTreeSet<_> = Country::all().map(|c| c.alpha3()).collect();
    for (name, column) in [
        ("places", "country"),
        ("organizations", "country"),
        ("outlets", "country"),
    ] {
        for cell in table(name).cells(column) {
            if !known.contains(cell) {
                wrong.push(format!("{name}: no country {cell}"));
            }
        }
    }
    for (name, column) in [("posts", "kind"), ("portfolios", "kind")] {
        for cell in table(name).cells(column) {
            if !is_value::<PostKind>(cell) {
                wrong.push(format!("{name}: no kind {cell}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_country_has_its_words() {
    let table = table("countries");
    let (code, names) = (
        table.column("alpha3"),
        ["name", "demonyms", "capital"].map(|c| table.column(c)),
    );
    let rows: BTreeMap<_, _> = table.rows().map(|r| (r[code].to_owned(), r)).collect();
    // Uninhabited, or ruled from elsewhere.
    let without_capital = ["ATA", "ATF", "BVT", "HMD", "UMI", "IOT", "SGS", "TKL"];
    // A capital whose name is first of all a surname, that of a later state, or none.
    let open_capital = [
        "BMU", "CCK", "CSK", "GIB", "HKG", "IMN", "MAC", "NFK", "SUN", "SYC", "VDR", "YUG",
    ];
    // "Dominican" needs context; the others use that of the sovereign.
    let without_demonym = ["BLM", "DMA", "DOM", "MAF", "SJM"];
    let mut wrong = Vec::new();
    for country in Country::all() {
        let Some(row) = rows.get(country.alpha3()) else {
            wrong.push(format!("{country}: no row"));
            continue;
        };
        let code = country.alpha3();
        let capital_may_lack = without_capital.contains(&code);
        let may_lack = [
            false,
            capital_may_lack || without_demonym.contains(&code),
            capital_may_lack || open_capital.contains(&code),
        ];
        for (i, column) in names.iter().enumerate() {
            if row[*column] == "-" && !may_lack[i] {
                wrong.push(format!(
                    "{country}: no {}",
                    ["name", "demonym", "capital"][i]
                ));
            }
        }
    }
    assert!(rows.len() >= 250, "{} countries", rows.len());
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[track_caller]
fn at_least(count: usize, wanted: usize, what: &str) {
    assert!(count >= wanted, "{count} {what} where {wanted} are wanted");
}

#[test]
fn the_lexicon_is_broad() {
    let organizations = table("organizations");
    at_least(organizations.cells("name").len(), 150, "bodies");
    at_least(
        organizations.cells("code").len(),
        100,
        "bodies with an acronym",
    );
    at_least(table("posts").rows().count(), 120, "posts");
    at_least(
        table("ranks").rows().count() + table("honorifics").rows().count(),
        60,
        "ranks and honorifics",
    );
    let cities = table("places").count("kind", "city");
    let capitals: usize = table("countries")
        .cells("capital")
        .iter()
        .map(|c| items(c).count())
        .sum();
    at_least(cities + capitals, 400, "cities");
}

#[test]
fn the_vocabulary_of_the_trade_is_broad() {
    let frames = table("frames");
    let [lemma, pos, record, value] = ["lemma", "pos", "record", "value"].map(|c| frames.column(c));
    let rows: Vec<_> = frames.rows().collect();
    let lemmas = |wanted: &str, of: &str| {
        let rows = rows
            .iter()
            .filter(|r| r[record] == wanted && (of.is_empty() || r[pos] == of));
        rows.map(|r| r[lemma]).collect::<BTreeSet<_>>().len()
    };
    at_least(lemmas("statement", "v"), 120, "reporting verbs");
    at_least(lemmas("meeting", ""), 80, "words of meeting");
    at_least(lemmas("agreement", ""), 30, "words of agreeing");
    let acts = rows
        .iter()
        .filter(|r| r[record] == "statement")
        .map(|r| r[value]);
    let unknown: BTreeSet<_> = acts.filter(|a| !is_value::<StatementAct>(a)).collect();
    assert!(unknown.is_empty(), "no acts: {unknown:?}");
}
