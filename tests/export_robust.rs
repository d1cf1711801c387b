//! Articles that no parser would give: every export must stand them.

mod export_fixtures;

use demarche::Article;
use demarche::export::graph::Graph;
use demarche::export::{ftm, html, jsonld, plover, timeline};
use export_fixtures::{FIXTURES, load, texts};
use serde_json::Value;

/// Every export.
fn export(article: &Article, input: &str) -> Vec<String> {
    let dates = article.meetings.iter().filter_map(|m| m.when.as_ref());
    let dates: Vec<_> = dates.map(|w| (w.edtf(), w.timex3())).collect();
    vec![
        json(&article.events()),
        json(&plover::events_with_input(article, input)),
        html::page(article, input),
        timeline::svg([article]),
        Graph::of_parties([article]).dot(),
        Graph::of_officials([article]).mermaid(),
        json(&ftm::entities(article)),
        json(&jsonld::document(article)),
        json(&dates),
        #[cfg(feature = "ical")]
        demarche::export::ical::calendar([article]).ics,
    ]
}

fn json(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).expect("JSON")
}

#[test]
fn an_article_read_back_from_json_is_exported_alike() {
    for input in texts() {
        let Ok(article) = demarche::parse_article(&input) else {
            continue;
        };
        let back: Article = serde_json::from_str(&json(&article)).expect("an article");
        let all = export(&article, &input).into_iter();
        for (one, other) in all.zip(export(&back, &input)) {
            assert_eq!(one, other);
        }
    }
}

/// Replaces the values of these keys wherever they stand.
fn replace(value: &mut Value, keys: &[&str], with: &mut impl FnMut() -> Value) {
    match value {
        Value::Object(fields) => {
            for (key, field) in fields {
                if keys.contains(&key.as_str()) && !field.is_null() {
                    *field = with();
                } else {
                    replace(field, keys, with);
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| replace(item, keys, with)),
        _ => {}
    }
}

fn changed(json: &Value, keys: &[&str], mut with: impl FnMut() -> Value) -> Article {
    let mut json = json.clone();
    // `start` and `end` are dates in a `when` and offsets in an evidence.
    for list in ["officials", "meetings", "statements", "agreements"] {
        replace(&mut json[list], keys, &mut with);
    }
    serde_json::from_value(json).expect("an article")
}

#[test]
fn references_that_lead_nowhere_are_left_out() {
    for name in FIXTURES {
        let (article, input) = load(name);
        let json = serde_json::to_value(&article).expect("JSON");
        export(
            &changed(&json, &["meeting", "official"], || 4_000_000_000_u64.into()),
            &input,
        );
        export(
            &changed(&json, &["participants"], || {
                serde_json::json!([7, 999, u32::MAX])
            }),
            &input,
        );
        export(
            &changed(&json, &["evidence"], || serde_json::json!([])),
            &input,
        );
    }
}

#[test]
fn evidence_of_another_text_is_harmless() {
    for name in FIXTURES {
        let (article, input) = load(name);
        let json = serde_json::to_value(&article).expect("JSON");
        for (start, end) in [
            (0, 0),
            (9, 3),
            (0, usize::MAX),
            (usize::MAX, usize::MAX),
            (1, 20),
            (usize::MAX, 0),
        ] {
            let evidence = serde_json::json!([{"start": start, "end": end, "rule": "x"}]);
            let article = changed(&json, &["evidence"], || evidence.clone());
            for input in [input.as_str(), "", "é", "<html><p>&amp;&#39"] {
                export(&article, input);
            }
        }
    }
}

#[test]
fn dates_that_run_backward_are_drawn() {
    for name in FIXTURES {
        let (article, input) = load(name);
        let json = serde_json::to_value(&article).expect("JSON");
        for (start, end) in [
            ("2999-12-31", "1000"),
            ("1000-01", "2999"),
            ("2024-02", "2024-01-31"),
        ] {
            let when = serde_json::json!({"start": start, "end": end, "text": "é"});
            export(&changed(&json, &["when"], || when.clone()), &input);
        }
        let open = serde_json::json!({"start": null, "end": "2024-07", "text": ""});
        export(&changed(&json, &["when"], || open.clone()), &input);
    }
}

#[test]
fn an_empty_article_and_one_of_blanks_are_exported() {
    let mut article = Article::default();
    export(&article, "");
    article.body = " \n\n \u{a0}\n".to_owned();
    export(&article, " ");
}
