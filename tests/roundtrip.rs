//! `Article -> JSON -> Article` loses nothing, and every key is always there.

mod common;

use demarche::Article;
use serde_json::Value;

fn parsed() -> impl Iterator<Item = (String, Article)> {
    common::articles().iter().map(|text| {
        let article = demarche::parse_article(&text.text).expect("an article");
        (text.name.clone(), article)
    })
}

#[test]
fn json_and_back() {
    for (name, article) in parsed() {
        let json = serde_json::to_string(&article).expect("JSON");
        let back: Article = serde_json::from_str(&json).expect("an article");
        assert_eq!(article, back, "{name}");
        assert_eq!(json, serde_json::to_string(&back).expect("JSON"), "{name}");
    }
}

#[test]
fn every_key_is_always_there() {
    let keys = [
        "headline",
        "subheads",
        "byline",
        "outlet",
        "dateline",
        "published",
        "body",
        "officials",
        "meetings",
        "statements",
        "agreements",
        "warnings",
    ];
    let empty = serde_json::to_value(Article::default()).expect("JSON");
    for key in keys {
        assert!(empty.get(key).is_some(), "{key}");
    }
    for (name, article) in parsed() {
        let json = serde_json::to_value(&article).expect("JSON");
        let has = |list: &str, keys: &[&str]| {
            for record in json[list].as_array().into_iter().flatten() {
                let found: Vec<_> = record
                    .as_object()
                    .into_iter()
                    .flat_map(|o| o.keys())
                    .collect();
                assert_eq!(found.len(), keys.len(), "{name}: {list} has {found:?}");
                assert!(
                    keys.iter().all(|k| record.get(k).is_some()),
                    "{name}: {list} has {found:?}"
                );
            }
        };
        has(
            "officials",
            &[
                "id",
                "name",
                "aliases",
                "post",
                "country",
                "organization",
                "rank",
                "tenure",
                "evidence",
            ],
        );
        has(
            "meetings",
            &[
                "id",
                "kind",
                "name",
                "status",
                "when",
                "place",
                "parties",
                "participants",
                "topics",
                "precedents",
                "evidence",
            ],
        );
        has(
            "statements",
            &[
                "speakers", "form", "act", "text", "targets", "channel", "when", "meeting",
                "evidence",
            ],
        );
        has(
            "agreements",
            &[
                "parties",
                "status",
                "instrument",
                "text",
                "commitments",
                "when",
                "meeting",
                "evidence",
            ],
        );
    }
}

/// The shapes that users' notebooks read.
#[test]
fn json_has_the_documented_shapes() {
    let json = r#"{
        "headline": "Talks in Tokyo", "subheads": [], "byline": null, "outlet": null,
        "dateline": {"place": {"venue": null, "city": "Tokyo", "country": "JPN"}, "date": "2024-07-18"},
        "published": "2024-07-19T13:59:07", "body": "b",
        "officials": [{"id": 0, "name": "Aiko Mori", "aliases": ["Mori"],
            "post": {"title": "Foreign Minister", "kind": "foreign_minister"}, "country": "JPN",
            "organization": null, "rank": null, "tenure": "incumbent",
            "evidence": [{"start": 0, "end": 9, "rule": "official.title_name"}]}],
        "meetings": [{"id": 0, "kind": "ministerial", "name": null, "status": "held",
            "when": {"start": "2024-07", "end": "2024", "text": "in July"},
            "place": {"venue": null, "city": "Tokyo", "country": "JPN"},
            "parties": [{"country": "JPN"}, {"organization": "ASEAN"}, {"organization": "World Bank"}],
            "participants": [0], "topics": ["trade"],
            "precedents": [{"text": "first in 15 years since 2009", "ordinal": 1, "span_years": 15, "since": 2009}],
            "evidence": []}],
        "statements": [{"speakers": [{"official": 0}, {"party": {"country": "XKX"}}, {"source": "a military source"}],
            "form": "quote", "act": "say", "text": "t", "targets": [{"country": "PRK"}],
            "channel": "post on X", "when": null, "meeting": 0, "evidence": []}],
        "agreements": [{"parties": [{"country": "KOR"}], "status": "signed",
            "instrument": {"name": "memorandum", "kind": "memorandum"}, "text": "t",
            "commitments": ["c"], "when": null, "meeting": null, "evidence": []}],
        "warnings": [{"code": "cut_off", "message": "m", "span": {"start": 1, "end": 2}}]
    }"#;
    let article: Article = serde_json::from_str(json).expect("the documented form");
    let before: Value = serde_json::from_str(json).expect("JSON");
    assert_eq!(before, serde_json::to_value(&article).expect("JSON"));
}
