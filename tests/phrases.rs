//! Runs the cases of `tests/phrases/*.toml`; `tests/phrases/README.md` says how
//! to write one.
//!
//! `PHRASES=words cargo test --test phrases` runs the cases with `words` in
//! their file or name and prints what each found. Cases that do not pass yet
//! stand in `tests/phrases/pending.tsv`; `UPDATE=1` rewrites that list.

mod common;

use common::flat::{self, Flat};
use demarche::{Article, Parser};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

/// A file of cases on one theme.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Theme {
    /// Reference date of the cases that give none.
    published: Option<String>,
    #[serde(default)]
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    text: String,
    published: Option<String>,
    #[serde(flatten)]
    expect: Expect,
}

/// What must be there: each record a part of one found record.
#[derive(Deserialize)]
struct Expect {
    #[serde(default)]
    officials: Vec<Record>,
    #[serde(default)]
    meetings: Vec<Record>,
    #[serde(default)]
    statements: Vec<Record>,
    #[serde(default)]
    agreements: Vec<Record>,
    #[serde(default)]
    dates: Vec<Record>,
    /// Lists that must be empty.
    #[serde(default)]
    none: Vec<String>,
    /// No other record in the lists named.
    #[serde(default)]
    exact: bool,
}

/// Some fields of a record, or one text that stands for its main fields.
#[derive(Deserialize)]
#[serde(untagged)]
enum Record {
    Short(String),
    Fields(BTreeMap<String, Values>),
}

#[derive(Deserialize, Clone)]
#[serde(untagged)]
enum Values {
    One(String),
    Number(i64),
    Many(Vec<String>),
}

impl Values {
    /// An empty text stands for "the article does not say".
    fn list(&self) -> Vec<String> {
        match self {
            Values::One(value) if value.is_empty() => Vec::new(),
            Values::One(value) => vec![value.clone()],
            Values::Number(value) => vec![value.to_string()],
            Values::Many(values) => values.clone(),
        }
    }
}

/// One list of an article beside what is expected of it.
struct List<'a> {
    name: &'static str,
    /// What a short record's parts between `|` stand for, in order.
    short: &'static [&'static str],
    expected: &'a [Record],
    found: Vec<Flat>,
}

fn lists<'a>(expect: &'a Expect, article: &Article) -> [List<'a>; 5] {
    [
        List {
            name: "officials",
            short: &["name", "kind", "country", "title"],
            expected: &expect.officials,
            found: flat::officials(article),
        },
        List {
            name: "meetings",
            short: &["kind", "status", "date", "city", "parties"],
            expected: &expect.meetings,
            found: flat::meetings(article),
        },
        List {
            name: "statements",
            short: &["speakers", "act", "text"],
            expected: &expect.statements,
            found: flat::statements(article),
        },
        List {
            name: "agreements",
            short: &["parties", "status", "text"],
            expected: &expect.agreements,
            found: flat::agreements(article),
        },
        List {
            name: "dates",
            short: &["when", "date"],
            expected: &expect.dates,
            found: flat::dates(article),
        },
    ]
}

impl Record {
    /// The record's fields with their expected values.
    fn fields(&self, short: &[&str]) -> Vec<(String, Vec<String>)> {
        match self {
            Record::Fields(fields) => {
                let fields = fields.iter();
                fields.map(|(k, v)| (k.clone(), v.list())).collect()
            }
            Record::Short(text) => text
                .split('|')
                .zip(short)
                .map(|(value, field)| (value.trim(), field))
                .filter(|(value, _)| !value.is_empty())
                .map(|(value, field)| ((*field).to_owned(), short_values(field, value)))
                .collect(),
        }
    }
}

/// `-` stands for "not said"; sides and speakers are split at commas.
fn short_values(field: &str, value: &str) -> Vec<String> {
    match (field, value) {
        (_, "-") => Vec::new(),
        ("parties" | "speakers", list) => list.split(',').map(|v| v.trim().to_owned()).collect(),
        (_, value) => vec![value.to_owned()],
    }
}

/// What is wrong with the article, one line each; empty if nothing is.
fn faults(expect: &Expect, article: &Article) -> Vec<String> {
    let mut faults = Vec::new();
    for list in lists(expect, article) {
        let wanted: Vec<_> = list.expected.iter().map(|r| r.fields(list.short)).collect();
        let fits = |i: usize, j: usize| misses(&wanted[i], &list.found[j]).is_empty();
        let partners = common::pairing::pair(wanted.len(), list.found.len(), fits);
        for (want, partner) in wanted.iter().zip(&partners) {
            if partner.is_none() {
                faults.push(missing(list.name, want, &list.found));
            }
        }
        let empty = expect.none.iter().any(|n| n == list.name);
        let extra = list.found.len() > wanted.len();
        if extra && (empty || expect.exact && !wanted.is_empty()) {
            faults.push(format!(
                "{}: {} expected, {} found: {}",
                list.name,
                wanted.len(),
                list.found.len(),
                list.found.iter().map(brief).collect::<Vec<_>>().join("; ")
            ));
        }
    }
    faults
}

fn misses(want: &[(String, Vec<String>)], found: &Flat) -> Vec<String> {
    want.iter()
        .filter_map(|(field, values)| flat::mismatch(found, field, values))
        .collect()
}

/// Says what is missing, beside the found record that comes nearest.
fn missing(list: &str, want: &[(String, Vec<String>)], found: &[Flat]) -> String {
    let nearest = found.iter().map(|f| misses(want, f)).min_by_key(Vec::len);
    match nearest {
        Some(misses) => format!("{list}: nearest has {}", misses.join("; ")),
        None => {
            let fields = want.iter().map(|(k, v)| format!("{k} {}", v.join(", ")));
            format!(
                "{list}: none found, expected {}",
                fields.collect::<Vec<_>>().join("; ")
            )
        }
    }
}

/// The fields of a record that have values.
fn brief(flat: &Flat) -> String {
    let said = flat.iter().filter(|(_, values)| !values.is_empty());
    let fields: Vec<_> = said.map(|(k, v)| format!("{k}={}", v.join(","))).collect();
    format!("{{{}}}", fields.join(" "))
}

fn parse(case: &Case, theme: &Theme) -> Article {
    let date = case.published.as_ref().or(theme.published.as_ref());
    let parser = match date.filter(|d| !d.is_empty()) {
        Some(date) => {
            let date = date
                .parse()
                .unwrap_or_else(|_| panic!("{}: date {date}", case.name));
            Parser::builder()
                .published(date)
                .build()
                .expect("the built-in lexicon")
        }
        None => Parser::default(),
    };
    parser
        .parse(&case.text)
        .unwrap_or_else(|e| panic!("{}: {e}", case.name))
}

fn check_lists(case: &Case) {
    const LISTS: [&str; 4] = ["officials", "meetings", "statements", "agreements"];
    for list in &case.expect.none {
        assert!(
            LISTS.contains(&list.as_str()),
            "{}: no list `{list}`",
            case.name
        );
    }
}

fn pending() -> BTreeSet<String> {
    let path = common::repository("tests/phrases/pending.tsv");
    let text = std::fs::read_to_string(path).unwrap_or_default();
    let rows = text
        .lines()
        .filter(|l| !l.is_empty() && !l.starts_with('#'));
    rows.map(str::to_owned).collect()
}

fn write_pending(failing: &BTreeSet<String>) {
    let mut text = String::from(
        "# Cases that do not pass yet, `file/case`. UPDATE=1 rewrites this list; it should shrink.\n",
    );
    for case in failing {
        let _ = writeln!(text, "{case}");
    }
    std::fs::write(common::repository("tests/phrases/pending.tsv"), text).expect("a writable list");
}

#[test]
fn phrases() {
    let only = std::env::var("PHRASES").unwrap_or_default();
    let pending = pending();
    let mut failing = BTreeSet::new();
    let mut report = String::new();
    let (mut seen, mut stale) = (BTreeSet::new(), Vec::new());
    for path in common::files("tests/phrases", ".toml") {
        let file = common::read(path);
        let theme: Theme =
            toml::from_str(&file.text).unwrap_or_else(|e| panic!("{}: {e}", file.name));
        for case in &theme.case {
            let name = format!("{}/{}", file.name, case.name);
            assert!(seen.insert(name.clone()), "two cases are named {name}");
            check_lists(case);
            if !name.contains(&only) {
                continue;
            }
            let article = parse(case, &theme);
            let faults = faults(&case.expect, &article);
            if !only.is_empty() {
                println!("{name}: {}", case.text);
                for list in lists(&case.expect, &article) {
                    let found: Vec<_> = list.found.iter().map(brief).collect();
                    println!("  {} {}", list.name, found.join("\n            "));
                }
            }
            if !faults.is_empty() {
                failing.insert(name.clone());
                if !pending.contains(&name) {
                    let _ = writeln!(
                        report,
                        "{name}\n  {}\n    {}",
                        case.text,
                        faults.join("\n    ")
                    );
                }
            } else if pending.contains(&name) {
                stale.push(name);
            }
        }
    }
    println!("{} cases, {} of them pending", seen.len(), failing.len());
    if common::updating() && only.is_empty() {
        write_pending(&failing);
        return;
    }
    let unknown: Vec<_> = pending.difference(&seen).collect();
    assert!(
        unknown.is_empty(),
        "pending cases that are no more: {unknown:?}"
    );
    assert!(report.is_empty(), "cases fail:\n{report}");
    assert!(
        stale.is_empty(),
        "these pass now; run with UPDATE=1 to take them off the list: {stale:#?}"
    );
}

#[test]
fn a_wrong_record_is_noticed() {
    let article: Article = serde_json::from_str(
        r#"{"headline": null, "subheads": [], "byline": null, "outlet": null, "dateline": null,
        "published": null, "body": "", "meetings": [], "statements": [], "agreements": [], "warnings": [],
        "officials": [{"id": 0, "name": "Aiko Mori", "aliases": [], "post": {"title": "Foreign Minister",
        "kind": "foreign_minister"}, "country": "JPN", "organization": null, "rank": null,
        "tenure": "incumbent", "evidence": []}]}"#,
    )
    .expect("an article");
    let faults_of = |toml: &str| faults(&toml::from_str(toml).expect("an expectation"), &article);
    let none: Vec<String> = Vec::new();
    assert_eq!(
        faults_of(r#"officials = ["Aiko Mori | foreign_minister | JPN"]"#),
        none
    );
    assert_eq!(
        faults_of(r#"officials = [{ name = "Aiko Mori", rank = "", title = "Foreign" }]"#),
        none
    );
    assert_eq!(faults_of(r#"none = ["meetings"]"#), none);
    assert_eq!(faults_of(r#"officials = ["Aiko Mori | envoy"]"#).len(), 1);
    assert_eq!(
        faults_of(r#"officials = ["Aiko Mori", "Aiko Mori"]"#).len(),
        1
    );
    assert_eq!(faults_of(r#"officials = [{ nam = "Aiko Mori" }]"#).len(), 1);
    assert_eq!(faults_of(r#"none = ["officials"]"#).len(), 1);
    assert_eq!(faults_of(r#"meetings = ["visit"]"#).len(), 1);
    let case =
        |rest: &str| toml::from_str::<Case>(&format!("name = 'a'\ntext = 'b'\n{rest}")).is_ok();
    assert!(case("officials = ['Aiko Mori']"));
    assert!(
        !case("oficials = ['Aiko Mori']"),
        "a misspelled list must not pass"
    );
}
