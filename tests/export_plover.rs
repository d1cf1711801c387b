//! PLOVER events against the manual's field table and code lists.

mod export_fixtures;

use demarche::Article;
use demarche::export::plover;
use export_fixtures::{FIXTURES, article, load, texts};
use serde_json::Value;
use std::collections::HashSet;

/// `(category, quad code, recipient required, modes)`.
const CATEGORIES: [(&str, u64, bool, &str); 16] = [
    ("AGREE", 1, false, ""),
    ("CONSULT", 1, false, "visit third-party multilateral phone"),
    ("SUPPORT", 1, false, ""),
    ("CONCEDE", 1, false, ""),
    ("COOPERATE", 2, true, ""),
    ("AID", 2, true, ""),
    (
        "RETREAT",
        2,
        false,
        "withdraw release disarm ceasefire access resign",
    ),
    ("REQUEST", 3, false, "assist change yield meet"),
    ("ACCUSE", 3, false, "disapprove investigate allege"),
    ("REJECT", 3, false, "assist change yield meet"),
    (
        "THREATEN",
        3,
        false,
        "restrict arrest relations expel territory violence",
    ),
    ("SANCTION", 4, true, "convict expel withdraw discontinue"),
    (
        "PROTEST",
        4,
        false,
        "demo riot strike hunger boycott obstruct vandalize",
    ),
    ("MOBILIZE", 4, false, "troops weapons police militia"),
    (
        "COERCE",
        4,
        false,
        "seize restrict censor curfew martial-law arrest deport withhold misinformation cyber",
    ),
    (
        "ASSAULT",
        4,
        false,
        "abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack aerial drone heavy-weapons crowd-control unconventional",
    ),
];

const CONTEXTS: &str = "military intelligence executive legislative election political_institutions pro_democracy pro_autocracy economic legal reparations human_rights rights_freedoms repression human_security gender lgbt religion_ethnicity inequality diplomatic territory peacekeeping health asylum migration disasters natural_resource environment technology terrorism cbrn cyber misinformation crime corruption illegal_drugs trafficking";

const SECTORS: &str = "COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE REL SOC";

/// CAMEO root to the categories it may stand for: the official mapping, and
/// SANCTION for 163 as the manual's text has it.
const ROOTS: [(&str, &str); 18] = [
    ("03", "AGREE"),
    ("04", "CONSULT"),
    ("05", "SUPPORT"),
    ("06", "COOPERATE"),
    ("07", "AID"),
    ("08", "CONCEDE RETREAT"),
    ("09", "ACCUSE"),
    ("10", "REQUEST"),
    ("11", "ACCUSE"),
    ("12", "REJECT"),
    ("13", "THREATEN"),
    ("15", "MOBILIZE"),
    ("14", "PROTEST"),
    ("16", "SANCTION"),
    ("17", "COERCE"),
    ("18", "ASSAULT"),
    ("19", "ASSAULT COERCE"),
    ("20", "ASSAULT"),
];

fn listed(list: &str, value: &str) -> bool {
    list.split(' ').any(|item| item == value)
}

fn strings<'a>(event: &'a Value, key: &str) -> Vec<&'a str> {
    event[key]
        .as_array()
        .expect(key)
        .iter()
        .map(|v| v.as_str().expect(key))
        .collect()
}

fn is_day(text: &str) -> bool {
    text.len() == 10 && text.parse::<demarche::PartialDate>().is_ok()
}

/// Every rule of the manual that one record can break.
fn check(event: &Value, article: &Article) {
    let text = event.to_string();
    assert!(!event["id"].as_str().expect("id").is_empty(), "{text}");
    match event["date"].as_str() {
        Some(date) => assert!(is_day(date), "{text}"),
        None => {
            let dateline = article.dateline.as_ref().and_then(|d| d.date);
            assert!(article.published.is_none() && dateline.is_none(), "{text}");
        }
    }
    assert!(event["enddate"].as_str().is_none_or(is_day), "{text}");
    let categories = strings(event, "event");
    assert_eq!(categories.len(), 1, "{text}");
    let (_, quad, needs_recipient, modes) = CATEGORIES
        .iter()
        .find(|c| c.0 == categories[0])
        .expect("category");
    assert_eq!(event["quad_code"].as_u64(), Some(*quad), "{text}");
    assert!(
        strings(event, "mode").iter().all(|m| listed(modes, m)),
        "{text}"
    );
    assert!(
        strings(event, "context")
            .iter()
            .all(|c| listed(CONTEXTS, c)),
        "{text}"
    );
    let actors = event["actor"].as_array().expect("actor");
    let recipients = event["recipient"].as_array().expect("recipient");
    assert!(!actors.is_empty(), "{text}");
    assert!(!needs_recipient || !recipients.is_empty(), "{text}");
    for entity in actors.iter().chain(recipients) {
        let code = entity["code"].as_str().expect("code");
        let known = listed("UNO EUR IGO NGO ISM IMG MNC KOS", code)
            || (code != "XKX" && code.parse::<demarche::Country>().is_ok());
        assert!(known, "{code} in {text}");
        assert!(
            entity["sector"].as_str().is_none_or(|s| listed(SECTORS, s)),
            "{text}"
        );
        assert!(
            !entity["entity_text"]
                .as_str()
                .expect("entity_text")
                .is_empty()
        );
    }
    let cameo = event["cameo"].as_str().expect("cameo");
    let roots = ROOTS
        .iter()
        .find(|r| cameo.starts_with(r.0))
        .expect("CAMEO root");
    assert!(listed(roots.1, categories[0]), "{text}");
    if let Some(place) = event["event_loc"].as_object() {
        assert!([1, 4, 5].contains(&place["resolution"].as_u64().expect("resolution")));
        assert!(!place["extracted_place"].as_str().expect("place").is_empty());
    }
    if let Some(info) = event["text_info"].as_object() {
        let number =
            |key: &str| usize::try_from(info[key].as_u64().expect("number")).expect("usize");
        let words: String = article
            .body
            .chars()
            .skip(number("start"))
            .take(number("end") - number("start"))
            .collect();
        assert_eq!(Some(words.as_str()), event["text"].as_str(), "{text}");
        assert!(number("sequence") > 0);
    }
}

#[test]
fn every_event_keeps_the_rules_of_the_manual() {
    let mut ids = HashSet::new();
    for name in FIXTURES {
        let (article, input) = load(name);
        for events in [
            article.events(),
            plover::events_with_input(&article, &input),
        ] {
            assert!(!events.is_empty());
            for event in &events {
                check(&serde_json::to_value(event).expect("JSON"), &article);
            }
        }
        for event in article.events() {
            assert!(ids.insert(event.id.clone()), "{} twice", event.id);
        }
    }
}

#[test]
fn events_of_parsed_texts_keep_the_rules_too() {
    let mut count = 0;
    for input in texts() {
        let Ok(article) = demarche::parse_article(&input) else {
            continue;
        };
        for event in plover::events_with_input(&article, &input) {
            check(&serde_json::to_value(event).expect("JSON"), &article);
            count += 1;
        }
    }
    assert!(count > 500, "{count} events");
}

#[test]
fn a_deed_that_a_meeting_tells_again_is_no_further_event() {
    let input = "Mori and Nair meet\n\n\
        TOKYO, July 18, 2024 (Wire) -- Japanese Foreign Minister Aiko Mori met Indian External \
        Affairs Minister Ravi Nair in Tokyo on Thursday. Heavy rain fell. Japanese Foreign \
        Minister Mori held talks with Indian External Affairs Minister Nair on Thursday. \
        Japan sent food aid to Chad after the talks.";
    let article = demarche::parse_article(input).expect("an article");
    for events in [article.events(), plover::events_with_input(&article, input)] {
        let categories: Vec<String> = events.iter().map(|e| e.category().to_string()).collect();
        assert_eq!(categories, ["CONSULT", "AID"]);
    }
}

#[test]
fn events_go_through_json_and_back() {
    for event in article("lisbon").events() {
        let line = serde_json::to_string(&event).expect("JSON");
        assert!(!line.contains('\n'));
        assert_eq!(
            serde_json::from_str::<plover::Event>(&line).expect("event"),
            event
        );
    }
}

/// `record category mode cameo actors recipients date` of every event.
fn summary(article: &Article) -> Vec<String> {
    let codes = |entities: &[plover::Entity]| {
        let codes = entities.iter().map(|e| match &e.sector {
            Some(sector) => format!("{}-{sector}", e.code),
            None => e.code.clone(),
        });
        codes.collect::<Vec<_>>().join("+")
    };
    let line = |e: plover::Event| {
        let date = e.date.map(|d| d.to_string()).unwrap_or_default();
        format!(
            "{} {} {} {} {}>{} {date}",
            e.record,
            e.category(),
            e.mode.join("+"),
            e.cameo,
            codes(&e.actor),
            codes(&e.recipient)
        )
    };
    article.events().into_iter().map(line).collect()
}

#[test]
fn records_become_the_events_of_the_codebook() {
    for name in ["lisbon", "plans"] {
        let expected = std::fs::read_to_string(format!("tests/export/{name}.events.txt"));
        let found = summary(&article(name)).join("\n") + "\n";
        assert_eq!(
            found,
            expected.unwrap_or_default(),
            "tests/export/{name}.events.txt"
        );
    }
}

#[test]
fn the_sentence_is_found_with_and_without_the_input() {
    for name in ["lisbon", "plans"] {
        let (article, input) = load(name);
        let exact = plover::events_with_input(&article, &input);
        let found = article.events();
        let same = exact
            .iter()
            .zip(&found)
            .filter(|(a, b)| a.text == b.text)
            .count();
        assert!(exact.iter().all(|e| e.text.is_some()));
        assert!(same * 10 >= exact.len() * 9, "{same} of {}", exact.len());
    }
}
