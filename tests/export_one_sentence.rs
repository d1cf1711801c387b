//! One sentence, one event: the round-up of all kinds that the crate codes.
//!
//! `tests/export/one_sentence.tsv` has a sentence and the events it tells, each
//! as `CATEGORY[:mode] ACTORS[>RECIPIENTS]`, or `-` for none; several are
//! separated by ` | `.

use demarche::export::plover::{Category, Entity, Event};
use std::collections::BTreeSet;

/// Share of the sentences whose categories must be right, and whose modes,
/// actors and recipients must be right as well: raise them as the parser learns.
const CATEGORIES: f64 = 0.97;
const WHOLE: f64 = 0.96;

fn cases() -> Vec<(String, String)> {
    let table = std::fs::read_to_string("tests/export/one_sentence.tsv").expect("the cases");
    let lines = table.lines().skip(1).filter(|line| !line.starts_with('#'));
    let pairs = lines.map(|line| line.split_once('\t').expect("two columns"));
    pairs
        .map(|(sentence, events)| (sentence.to_owned(), sorted(events.split(" | "))))
        .collect()
}

/// Events in one order, each with its sides in one order.
fn sorted<'a>(events: impl Iterator<Item = &'a str>) -> String {
    let sides = |list: &str| -> String {
        let set: BTreeSet<&str> = list.split('+').collect();
        set.into_iter().collect::<Vec<_>>().join("+")
    };
    let one = |event: &str| match event.split_once(' ') {
        Some((code, both)) => match both.split_once('>') {
            Some((actors, recipients)) => {
                format!("{code} {}>{}", sides(actors), sides(recipients))
            }
            None => format!("{code} {}", sides(both)),
        },
        None => event.to_owned(),
    };
    let events: BTreeSet<String> = events.map(one).collect();
    events.into_iter().collect::<Vec<_>>().join(" | ")
}

/// Events as the table writes them.
fn written(events: &[Event]) -> String {
    if events.is_empty() {
        return "-".to_owned();
    }
    let codes = |entities: &[Entity]| {
        let codes: Vec<&str> = entities.iter().map(|e| e.code.as_str()).collect();
        codes.join("+")
    };
    let one = |event: &Event| {
        let mode: String = event.mode.iter().map(|m| format!(":{m}")).collect();
        let recipients = match codes(&event.recipient) {
            none if none.is_empty() => none,
            some => format!(">{some}"),
        };
        let (category, actors) = (event.category(), codes(&event.actor));
        format!("{category}{mode} {actors}{recipients}")
    };
    let events: Vec<String> = events.iter().map(one).collect();
    sorted(events.iter().map(String::as_str))
}

/// The categories alone.
fn categories(events: &str) -> BTreeSet<&str> {
    let names = events
        .split(" | ")
        .map(|e| e.split([':', ' ']).next().unwrap_or(e));
    names.collect()
}

#[test]
fn the_cases_cover_every_kind_and_are_written_as_events_are() {
    let cases = cases();
    assert!(cases.len() >= 200);
    let sentences: BTreeSet<&String> = cases.iter().map(|c| &c.0).collect();
    assert_eq!(sentences.len(), cases.len(), "a sentence stands twice");
    for (_, events) in cases.iter().filter(|c| c.1 != "-") {
        for event in events.split(" | ") {
            let sides = event.split_once(' ').expect("sides").1;
            let known = |code: &str| {
                ["UNO", "EUR", "IGO", "KOS"].contains(&code)
                    || code.parse::<demarche::Country>().is_ok()
            };
            assert!(sides.split(['+', '>']).all(known), "{event}");
        }
    }
    let met: BTreeSet<&str> = cases.iter().flat_map(|c| categories(&c.1)).collect();
    for category in [
        Category::Agree,
        Category::Consult,
        Category::Support,
        Category::Concede,
        Category::Cooperate,
        Category::Aid,
        Category::Retreat,
        Category::Request,
        Category::Accuse,
        Category::Reject,
        Category::Threaten,
        Category::Sanction,
        Category::Protest,
        Category::Mobilize,
        Category::Coerce,
        Category::Assault,
    ] {
        assert!(met.contains(category.name()), "no case for {category}");
    }
}

#[test]
fn sentences_become_the_events_they_tell() {
    let (mut right, mut whole) = (0.0, 0.0);
    let cases = cases();
    let mut misses = String::new();
    for (sentence, expected) in &cases {
        let article = demarche::parse_article(sentence).expect("an article");
        let found = written(&article.events());
        if categories(&found) == categories(expected) {
            right += 1.0;
        }
        if found == *expected {
            whole += 1.0;
        } else {
            misses += &format!("{sentence}\n  expected {expected}\n  found    {found}\n");
        }
    }
    let of = cases.len() as f64;
    let figures = format!(
        "categories {:.3}, whole events {:.3}",
        right / of,
        whole / of
    );
    println!("{misses}{figures}");
    assert!(right / of >= CATEGORIES && whole / of >= WHOLE, "{figures}");
}
