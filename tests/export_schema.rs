//! The JSON Schema: kept current, and true of every JSON the tests have.
#![cfg(feature = "schema")]

mod export_fixtures;

use export_fixtures::{FIXTURES, article, texts};
use serde_json::Value;

const FILE: &str = "src/guide/article.schema.json";

fn schema() -> Value {
    serde_json::from_str(&demarche::export::schema::article()).expect("JSON")
}

/// Run with `UPDATE_SCHEMA=1` to write the file anew after a change of the model.
#[test]
fn the_schema_in_the_guide_is_current() {
    let current = demarche::export::schema::article();
    if std::env::var_os("UPDATE_SCHEMA").is_some() {
        std::fs::write(FILE, &current).expect("the guide");
    }
    let written = std::fs::read_to_string(FILE).unwrap_or_default();
    assert!(
        written == current,
        "{FILE} is not current; run this test with UPDATE_SCHEMA=1"
    );
}

/// What is wrong with `value`, where the schema uses the keywords that a
/// generated schema uses; an unknown keyword is an error too.
fn faults(schema: &Value, value: &Value, root: &Value, path: &str, found: &mut Vec<String>) {
    let Some(rules) = schema.as_object() else {
        return;
    };
    let any = |options: &Value, found: &mut Vec<String>| {
        let fits = options.as_array().into_iter().flatten().any(|option| {
            let mut faults_here = Vec::new();
            faults(option, value, root, path, &mut faults_here);
            faults_here.is_empty()
        });
        if !fits {
            found.push(format!("{path}: {value} fits none of the choices"));
        }
    };
    for (keyword, rule) in rules {
        match keyword.as_str() {
            "$ref" => {
                let target = rule
                    .as_str()
                    .and_then(|r| root.pointer(r.trim_start_matches('#')));
                faults(target.expect("a definition"), value, root, path, found);
            }
            "anyOf" | "oneOf" => any(rule, found),
            "type" => {
                let types = rule
                    .as_array()
                    .cloned()
                    .unwrap_or_else(|| vec![rule.clone()]);
                let is = |kind: &Value| match kind.as_str() {
                    Some("object") => value.is_object(),
                    Some("array") => value.is_array(),
                    Some("string") => value.is_string(),
                    Some("integer") => value.is_i64() || value.is_u64(),
                    Some("null") => value.is_null(),
                    _ => false,
                };
                if !types.iter().any(is) {
                    found.push(format!("{path}: {value} is no {rule}"));
                }
            }
            "const" if rule != value => found.push(format!("{path}: {value} is not {rule}")),
            "enum" if !rule.as_array().is_some_and(|r| r.contains(value)) => {
                found.push(format!("{path}: {value} is not listed"));
            }
            "required" => {
                for key in rule
                    .as_array()
                    .into_iter()
                    .flatten()
                    .filter_map(Value::as_str)
                {
                    if value.get(key).is_none() {
                        found.push(format!("{path}: no {key}"));
                    }
                }
            }
            "properties" => {
                for (key, rule) in rule.as_object().into_iter().flatten() {
                    if let Some(inner) = value.get(key) {
                        faults(rule, inner, root, &format!("{path}/{key}"), found);
                    }
                }
                for key in value.as_object().into_iter().flatten().map(|v| v.0) {
                    if rule.get(key).is_none() {
                        found.push(format!("{path}: {key} is unknown"));
                    }
                }
            }
            "items" => {
                for (i, item) in value.as_array().into_iter().flatten().enumerate() {
                    faults(rule, item, root, &format!("{path}/{i}"), found);
                }
            }
            "minimum" if value.is_number() && value.as_f64() < rule.as_f64() => {
                found.push(format!("{path}: {value} is too small"));
            }
            "additionalProperties"
            | "const"
            | "enum"
            | "minimum"
            | "$schema"
            | "$defs"
            | "title"
            | "description"
            | "format"
            | "pattern"
            | "default" => {}
            other => found.push(format!("the schema has a keyword {other}")),
        }
    }
}

fn faults_of(value: &Value) -> Vec<String> {
    let (schema, mut found) = (schema(), Vec::new());
    faults(&schema, value, &schema, "", &mut found);
    found
}

#[test]
fn every_article_fits_the_schema() {
    for name in FIXTURES {
        let json = serde_json::to_value(article(name)).expect("JSON");
        assert_eq!(faults_of(&json), Vec::<String>::new(), "{name}");
    }
    for input in texts() {
        if let Ok(article) = demarche::parse_article(&input) {
            let json = serde_json::to_value(article).expect("JSON");
            assert_eq!(faults_of(&json), Vec::<String>::new(), "{input}");
        }
    }
    let empty = serde_json::to_value(demarche::Article::default()).expect("JSON");
    assert_eq!(faults_of(&empty), Vec::<String>::new());
}

#[test]
fn what_is_no_article_does_not_fit() {
    let mut json = serde_json::to_value(article("lisbon")).expect("JSON");
    json["meetings"][0]["kind"] = "party".into();
    json["officials"][0]
        .as_object_mut()
        .expect("object")
        .remove("name");
    json["body"] = Value::Null;
    assert!(faults_of(&json).len() >= 3, "{:?}", faults_of(&json));
}
