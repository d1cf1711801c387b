//! FollowTheMoney, JSON-LD and CSV. `ftm_check.py` asks the real library.

mod export_fixtures;
#[path = "../examples/tables.rs"]
#[allow(dead_code)]
mod tables;

use demarche::export::{ftm, jsonld};
use export_fixtures::{FIXTURES, article};
use serde_json::Value;
use std::collections::HashSet;
use std::fmt::Write;

#[test]
fn entities_refer_to_entities_that_are_there() {
    let folder = concat!(env!("CARGO_TARGET_TMPDIR"), "/export");
    std::fs::create_dir_all(folder).expect("a folder");
    for name in FIXTURES {
        let entities = ftm::entities(&article(name));
        let ids: HashSet<&str> = entities.iter().map(|e| e.id.as_str()).collect();
        assert_eq!(
            ids.len(),
            entities.len(),
            "identifiers are unique in {name}"
        );
        let mut lines = String::new();
        for entity in &entities {
            for property in ["holder", "post", "involved", "organization", "proof"] {
                for value in entity.properties.get(property).into_iter().flatten() {
                    assert!(ids.contains(value.as_str()), "{property} {value} in {name}");
                }
            }
            assert!(
                entity
                    .properties
                    .values()
                    .flatten()
                    .all(|v| !v.trim().is_empty())
            );
            let _ = writeln!(lines, "{}", serde_json::to_string(entity).expect("JSON"));
        }
        std::fs::write(format!("{folder}/{name}.ftm.json"), lines).expect("a file");
    }
}

#[test]
fn records_become_the_schemas_of_followthemoney() {
    let article = article("lisbon");
    let entities = ftm::entities(&article);
    let count = |schema: &str| entities.iter().filter(|e| e.schema == schema).count();
    assert_eq!(count("Document"), 1);
    assert_eq!(count("Person"), article.officials.len());
    assert_eq!(
        count("Event"),
        article.meetings.len() + article.agreements.len()
    );
    assert_eq!(count("Organization"), 2);
    let titled = article
        .officials
        .iter()
        .filter(|o| o.post.title.is_some())
        .count();
    assert_eq!(count("Occupancy"), titled);
}

#[test]
fn json_ld_has_the_types_and_properties_of_schema_org() {
    let article = article("lisbon");
    let json = serde_json::to_value(jsonld::document(&article)).expect("JSON");
    assert_eq!(json["@type"], "NewsArticle");
    assert_eq!(json["datePublished"], "2024-07-18T14:05:00");
    let mentions = json["mentions"].as_array().expect("mentions");
    let of = |kind: &str| {
        mentions
            .iter()
            .filter(|m| m["@type"] == kind)
            .collect::<Vec<_>>()
    };
    assert_eq!(of("Person").len(), article.officials.len());
    assert_eq!(of("AgreeAction").len(), article.agreements.len());
    let events = of("Event");
    assert_eq!(events.len(), article.meetings.len());
    assert_eq!(events[0]["location"]["address"]["addressCountry"], "PT");
    assert_eq!(
        events[7]["eventStatus"],
        "https://schema.org/EventCancelled"
    );
    assert_eq!(
        events[8]["eventStatus"],
        "https://schema.org/EventPostponed"
    );
    assert_eq!(events[0]["attendee"][0]["@type"], "GovernmentOrganization");
    assert_eq!(events[0]["attendee"][0]["identifier"], "PRT");
    assert_eq!(events[0]["attendee"][2]["@id"], "#official-0");
    let parts = json["hasPart"].as_array().expect("parts");
    assert_eq!(parts[0]["@type"], "Quotation");
    assert_eq!(parts[0]["spokenByCharacter"][0]["@id"], "#official-0");
    assert_eq!(parts[1]["@type"], "Claim");
}

/// Every `@id` that is referred to is defined.
#[test]
fn json_ld_references_are_defined() {
    fn walk(value: &Value, defined: &mut HashSet<String>, used: &mut HashSet<String>) {
        if let (Some(id), Some(fields)) = (value["@id"].as_str(), value.as_object()) {
            let set = if fields.len() > 1 { defined } else { used };
            set.insert(id.to_owned());
            return;
        }
        match value {
            Value::Array(items) => items.iter().for_each(|v| walk(v, defined, used)),
            Value::Object(fields) => fields.values().for_each(|v| walk(v, defined, used)),
            _ => {}
        }
    }
    for name in FIXTURES {
        let json = serde_json::to_value(jsonld::document(&article(name))).expect("JSON");
        let (mut defined, mut used) = (HashSet::new(), HashSet::new());
        walk(&json, &mut defined, &mut used);
        for id in used {
            assert!(defined.contains(&id), "{id} in {name}");
        }
    }
}

#[test]
fn tables_are_rfc_4180_with_one_row_a_record() {
    for name in FIXTURES {
        let article = article(name);
        let counts = [
            article.officials.len(),
            article.meetings.len(),
            article.statements.len(),
            article.agreements.len(),
        ];
        let articles = [(format!("{name}.txt"), article)];
        for (table, count) in tables::TABLES.iter().zip(counts) {
            let csv = tables::csv_of(table, &articles).expect("CSV");
            let text = String::from_utf8(csv.clone()).expect("UTF-8");
            assert!(text.ends_with("\r\n"));
            let mut reader = csv::Reader::from_reader(csv.as_slice());
            assert_eq!(reader.headers().expect("a header").len(), table.1.len());
            let rows: Vec<_> = reader.records().collect::<Result<_, _>>().expect("rows");
            assert_eq!(rows.len(), count, "{name} {}", table.0);
            let file = format!("{name}.txt");
            assert!(rows.iter().all(|row| row.get(0) == Some(file.as_str())));
            let cells = rows.iter().flatten();
            assert!(cells.into_iter().all(|c| !c.starts_with(['=', '@', '+'])));
        }
    }
}
