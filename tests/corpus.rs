//! Articles of our own beside what a careful reader takes from them.
//!
//! A `tests/corpus/NAME.txt` may have a `NAME.expect.json`, written by hand, and
//! then has a `NAME.json`, what the parser gives today. The first is scored, loosely, and
//! held above the floor in `floors.tsv`; the second is compared to the byte, so
//! that every change of a result shows in review. `UPDATE=1` rewrites the second
//! and raises the floors.

mod common;

use common::flat::{self, Flat, fold};
use common::pairing::pair;
use demarche::Article;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::PathBuf;

/// Share of the shorter text's words that two texts must have in common to be
/// about the same thing.
const SAME_WORDS: f64 = 0.6;
/// Part of a record's filled fields that must agree for it to count.
const SAME_FIELDS: f64 = 0.6;

struct Entry {
    name: String,
    expect: Value,
    article: Article,
}

fn entries() -> Vec<Entry> {
    let texts = common::files("tests/corpus", ".txt");
    let expected = texts
        .into_iter()
        .filter(|t| t.with_extension("expect.json").exists());
    expected.map(common::read).map(entry).collect()
}

fn entry(text: common::Text) -> Entry {
    let path = text.path.with_extension("expect.json");
    let json = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    Entry {
        expect: serde_json::from_str(&json).unwrap_or_else(|e| panic!("{}: {e}", path.display())),
        article: demarche::parse_article(&text.text)
            .unwrap_or_else(|e| panic!("{}: {e}", text.name)),
        name: text.name,
    }
}

/// F1 of the records of all four kinds together.
fn score(expect: &Value, article: &Article) -> f64 {
    let names = aliases(expect);
    let lists = [
        ("officials", flat::officials(article)),
        ("meetings", flat::meetings(article)),
        ("statements", flat::statements(article)),
        ("agreements", flat::agreements(article)),
    ];
    let (mut hits, mut all) = (0, 0);
    for (list, found) in lists {
        let none = Vec::new();
        let wanted = expect[list].as_array().unwrap_or(&none);
        let fits = |i: usize, j: usize| same(list, &wanted[i], &found[j], &names);
        let partners = pair(wanted.len(), found.len(), fits);
        hits += 2 * partners.iter().flatten().count();
        all += wanted.len() + found.len();
    }
    if all == 0 {
        1.0
    } else {
        hits as f64 / all as f64
    }
}

/// Whether a found record is the expected one.
fn same(
    list: &str,
    want: &Value,
    found: &Flat,
    names: &BTreeMap<String, BTreeSet<String>>,
) -> bool {
    match list {
        "officials" => {
            let name = text(want, "name");
            found["name"]
                .iter()
                .chain(&found["aliases"])
                .any(|n| same_person(&name, n, names))
                && text(want, "post_kind") == first(found, "kind")
                && [text(want, "country"), text(want, "organization")].concat()
                    == [first(found, "country"), first(found, "organization")].concat()
        }
        "meetings" => {
            let fields = ["kind", "status", "start", "end", "city", "country"];
            let mut counts = Counts::default();
            for field in fields {
                counts.single(&text(want, field), &first(found, field));
            }
            counts.list(&texts(want, "parties"), &found["parties"], |a, b| a == b);
            let people = texts(want, "participants");
            counts.list(&people, &found["participants"], |a, b| {
                same_person(a, b, names)
            });
            counts.f1() >= SAME_FIELDS
        }
        "statements" => {
            let mut counts = Counts::default();
            let speakers = texts(want, "speakers");
            counts.list(&speakers, &found["speakers"], |a, b| {
                a == b || same_person(a, b, names) || overlap(a, b) >= SAME_WORDS
            });
            overlap(&text(want, "text"), &first(found, "text")) >= SAME_WORDS && counts.f1() >= 0.5
        }
        _ => {
            let words = |a: String, b: String| format!("{a} {b}");
            let wanted = words(text(want, "instrument"), text(want, "text"));
            let read = words(first(found, "instrument"), first(found, "text"));
            let mut counts = Counts::default();
            counts.list(&texts(want, "parties"), &found["parties"], |a, b| a == b);
            overlap(&wanted, &read) >= SAME_WORDS
                && counts.f1() >= 0.5
                && text(want, "status") == first(found, "status")
        }
    }
}

/// Filled fields of two records, and how many of them agree.
#[derive(Default)]
struct Counts {
    both: usize,
    all: usize,
}

impl Counts {
    fn single(&mut self, a: &str, b: &str) {
        self.all += usize::from(!a.is_empty()) + usize::from(!b.is_empty());
        if !a.is_empty() && fold(a) == fold(b) {
            self.both += 2;
        }
    }

    fn list(&mut self, a: &[String], b: &[String], same: impl Fn(&str, &str) -> bool) {
        let partners = pair(a.len(), b.len(), |i, j| same(&a[i], &b[j]));
        self.both += 2 * partners.iter().flatten().count();
        self.all += a.len() + b.len();
    }

    fn f1(&self) -> f64 {
        if self.all == 0 {
            1.0
        } else {
            self.both as f64 / self.all as f64
        }
    }
}

/// Every name of the expected officials with the other names of the same person.
fn aliases(expect: &Value) -> BTreeMap<String, BTreeSet<String>> {
    let none = Vec::new();
    let officials = expect["officials"].as_array().unwrap_or(&none);
    let people = officials.iter().map(|o| {
        let mut names: BTreeSet<_> = texts(o, "aliases").iter().map(|n| fold(n)).collect();
        names.insert(fold(&text(o, "name")));
        (text(o, "name"), names)
    });
    people.collect()
}

/// Whether two names name one person: equal, an alias, or one the end of the other.
fn same_person(a: &str, b: &str, names: &BTreeMap<String, BTreeSet<String>>) -> bool {
    let (a_folded, b_folded) = (fold(a).to_lowercase(), fold(b).to_lowercase());
    let known = names.get(a).is_some_and(|n| n.contains(&fold(b)));
    let ends = |long: &str, short: &str| long.split(' ').next_back() == Some(short);
    known || a_folded == b_folded || ends(&a_folded, &b_folded) || ends(&b_folded, &a_folded)
}

/// Share of the shorter text's words that the longer one has as well.
fn overlap(a: &str, b: &str) -> f64 {
    let words = |text: &str| -> BTreeSet<String> {
        let words = text.split(|c: char| !c.is_alphanumeric());
        words
            .filter(|w| w.len() > 2)
            .map(str::to_lowercase)
            .collect()
    };
    let (a, b) = (words(a), words(b));
    let shorter = a.len().min(b.len());
    if shorter == 0 {
        return 0.0;
    }
    a.intersection(&b).count() as f64 / shorter as f64
}

fn text(value: &Value, key: &str) -> String {
    value[key].as_str().unwrap_or_default().to_owned()
}

fn texts(value: &Value, key: &str) -> Vec<String> {
    let none = Vec::new();
    let values = value[key].as_array().unwrap_or(&none);
    values
        .iter()
        .filter_map(|v| v.as_str().map(str::to_owned))
        .collect()
}

fn first(flat: &Flat, field: &str) -> String {
    flat[field].first().cloned().unwrap_or_default()
}

fn floors_path() -> PathBuf {
    common::repository("tests/corpus/floors.tsv")
}

fn floors() -> BTreeMap<String, f64> {
    let text = std::fs::read_to_string(floors_path()).unwrap_or_default();
    let rows = text.lines().filter(|l| !l.starts_with('#'));
    rows.filter_map(|l| l.split_once('\t'))
        .map(|(name, floor)| (name.to_owned(), floor.parse().expect("a floor is a number")))
        .collect()
}

#[test]
fn scores_stay_above_their_floors() {
    let old = floors();
    let mut table = String::from(
        "# name\tfloor: F1 of all records, loosely matched. UPDATE=1 raises it; never lower one.\n",
    );
    let mut below = Vec::new();
    for entry in entries() {
        let score = score(&entry.expect, &entry.article);
        println!("{:<40} {score:.2}", entry.name);
        let floor = old.get(&entry.name).copied();
        if floor.is_none_or(|floor| score < floor) {
            below.push(format!("{}: {score:.2}, floor {floor:?}", entry.name));
        }
        // Rounded down, so that the floor never lies above the score.
        let floor = floor.unwrap_or(0.0).max((score * 100.0).floor() / 100.0);
        let _ = writeln!(table, "{}\t{floor:.2}", entry.name);
    }
    if common::updating() {
        std::fs::write(floors_path(), table).expect("a writable table");
        return;
    }
    assert!(
        below.is_empty(),
        "scores fell, or have no floor yet (UPDATE=1 sets it): {below:#?}"
    );
}

#[test]
fn page_data_is_right() {
    let mut wrong = Vec::new();
    for entry in entries() {
        let article = &entry.article;
        let headline = article.headline.clone().unwrap_or_default();
        if fold(&headline) != fold(&text(&entry.expect, "headline")) {
            wrong.push(format!("{}: headline {headline:?}", entry.name));
        }
        let published = article
            .published
            .map(|p| p.date.to_string())
            .unwrap_or_default();
        if published != text(&entry.expect, "published") {
            wrong.push(format!("{}: published {published:?}", entry.name));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn results_are_those_reviewed() {
    let mut changed = Vec::new();
    for entry in entries() {
        let path = common::repository("tests/corpus").join(format!("{}.json", entry.name));
        let now = serde_json::to_string_pretty(&entry.article).expect("JSON") + "\n";
        let before = std::fs::read_to_string(&path).unwrap_or_default();
        if now == before {
            continue;
        }
        if common::updating() {
            std::fs::write(&path, now).expect("a writable snapshot");
        } else {
            let line = now.lines().zip(before.lines()).position(|(a, b)| a != b);
            changed.push(format!(
                "{} from line {:?}",
                entry.name,
                line.map(|l| l + 1)
            ));
        }
    }
    assert!(
        changed.is_empty(),
        "results changed; review with UPDATE=1 and git diff: {changed:#?}"
    );
}

#[test]
fn there_are_articles_enough() {
    assert!(
        entries().len() >= 12,
        "at least a dozen articles in different house styles"
    );
}

#[test]
fn the_score_tells_right_from_wrong() {
    let article: Article = serde_json::from_str(
        r#"{"headline": null, "subheads": [], "byline": null, "outlet": null, "dateline": null,
        "published": null, "body": "", "warnings": [],
        "officials": [{"id": 0, "name": "Aiko Mori", "aliases": [], "post": {"title": "Foreign Minister",
            "kind": "foreign_minister"}, "country": "JPN", "organization": null, "rank": null,
            "tenure": "incumbent", "evidence": []}],
        "meetings": [{"id": 0, "kind": "talks", "name": null, "status": "held", "when": null,
            "place": {"venue": null, "city": "Tokyo", "country": "JPN"}, "parties": [{"country": "JPN"}],
            "participants": [0], "topics": [], "precedents": [], "evidence": []}],
        "statements": [{"speakers": [{"official": 0}], "form": "quote", "act": "say",
            "text": "The talks went on for a long while.", "targets": [], "channel": null, "when": null,
            "meeting": null, "evidence": []}],
        "agreements": [{"parties": [{"country": "JPN"}], "status": "signed", "instrument": null,
            "text": "reopen the border bridge", "commitments": [], "when": null, "meeting": null,
            "evidence": []}]}"#,
    )
    .expect("an article");
    let right = serde_json::json!({
        "officials": [{"name": "Aiko Mori", "post_kind": "foreign_minister", "country": "JPN"}],
        "meetings": [{"kind": "talks", "status": "held", "city": "Tokyo", "country": "JPN",
            "parties": ["JPN"], "participants": ["Aiko Mori"]}],
        "statements": [{"speakers": ["Mori"], "text": "The talks went on"}],
        "agreements": [{"parties": ["JPN"], "status": "signed", "text": "to reopen the bridge"}],
    });
    assert_eq!(score(&right, &article), 1.0);
    let wrong = serde_json::json!({
        "officials": [{"name": "Aiko Mori", "post_kind": "envoy", "country": "JPN"}],
        "meetings": [{"kind": "visit", "status": "scheduled", "city": "Delhi", "country": "IND",
            "parties": ["JPN", "IND"], "participants": []}],
        "statements": [{"speakers": ["Ravi Nair"], "text": "The talks went on"}],
        "agreements": [{"parties": ["JPN"], "status": "planned", "text": "reopen the border bridge"}],
    });
    assert_eq!(score(&wrong, &article), 0.0);
}
