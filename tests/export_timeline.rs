//! The timeline and the contact graph, by their formats' own rules.

mod export_fixtures;

use demarche::Article;
use demarche::export::graph::Graph;
use demarche::export::timeline;
use export_fixtures::{FIXTURES, article};

/// `(x, y, characters)` of every text.
fn texts(svg: &str) -> Vec<(f64, f64, usize)> {
    let number = |tag: &str, key: &str| -> f64 {
        let value = tag
            .split(&format!(" {key}=\""))
            .nth(1)
            .and_then(|s| s.split('"').next());
        value.and_then(|v| v.parse().ok()).expect("a number")
    };
    let texts = svg.split("<text").skip(1).map(|text| {
        let (tag, rest) = text.split_once('>').expect("a tag");
        let words = rest.split('<').next().unwrap_or_default();
        (number(tag, "x"), number(tag, "y"), words.chars().count())
    });
    texts.collect()
}

#[test]
fn every_dated_record_is_drawn_and_no_other() {
    let svg = timeline::svg([&article("plans")]);
    // Five meetings and a summit, one dated agreement, and one dated by its meeting.
    assert_eq!(svg.matches("<g class=\"tl-m").count(), 6);
    assert_eq!(svg.matches("<g class=\"tl-g").count(), 2);
    assert_eq!(svg.matches("<circle").count(), 2, "days are dots");
    assert!(svg.contains(" to Jordan, 10–12 March 2025, planned</title>"));
    assert!(svg.contains("tl-off"), "what was called off is marked");
}

#[test]
fn labels_never_overlap() {
    let all: Vec<Article> = FIXTURES.iter().map(|name| article(name)).collect();
    let svg = timeline::svg(&all);
    let texts = texts(&svg);
    for (i, a) in texts.iter().enumerate() {
        for b in texts.iter().skip(i + 1) {
            let one_line = (a.1 - b.1).abs() < 13.0;
            assert!(!one_line || (a.0 - b.0).abs() > 40.0, "{a:?} {b:?}");
        }
    }
}

#[test]
fn an_encounter_of_two_articles_is_drawn_once() {
    let one = timeline::svg([&article("plans")]);
    let two = timeline::svg([&article("plans"), &article("plans")]);
    assert_eq!(one, two);
    assert!(timeline::svg([&Article::default()]).contains("No dated records"));
}

#[test]
fn the_picture_is_well_formed_whatever_the_article_says() {
    let svg = timeline::svg([&article("hostile")]);
    assert!(!svg.contains("<b>") && !svg.contains("<script"));
    for tag in ["g", "text", "title", "style", "svg"] {
        let open =
            svg.matches(&format!("<{tag}>")).count() + svg.matches(&format!("<{tag} ")).count();
        assert_eq!(open, svg.matches(&format!("</{tag}>")).count(), "{tag}");
    }
    let folder = concat!(env!("CARGO_TARGET_TMPDIR"), "/export");
    std::fs::create_dir_all(folder).expect("a folder");
    std::fs::write(format!("{folder}/hostile.svg"), svg).expect("a picture");
}

#[test]
fn contacts_are_weighted_by_encounters_that_took_place() {
    let lisbon = article("lisbon");
    let graph = Graph::of_parties([&lisbon, &lisbon]);
    let weight = |one: &str, other: &str| {
        let edge = graph
            .edges
            .iter()
            .find(|e| graph.nodes[e.from] == one && graph.nodes[e.to] == other);
        edge.map(|e| e.weight)
    };
    // Talks twice, a visit, a call, an exercise, a summit; those without a date
    // of their own cannot be told to be the same, and there are none.
    assert_eq!(weight("Kenya", "Portugal"), Some(6));
    assert_eq!(weight("Kenya", "Somalia"), Some(1));
    assert_eq!(weight("India", "Kenya"), None, "scheduled only");
    let people = Graph::of_officials([&lisbon]);
    assert!(people.nodes.contains(&"Rui Sarmento (Portugal)".to_owned()));
}

#[test]
fn graphs_of_hostile_names_are_still_graphs() {
    let graph = Graph::of_officials([&article("hostile")]);
    for line in graph.dot().lines() {
        let quotes = line
            .replace("\\\\", "")
            .replace("\\\"", "")
            .matches('"')
            .count();
        assert!(quotes.is_multiple_of(2), "{line}");
    }
    for line in graph.mermaid().lines().filter(|l| l.contains("[")) {
        assert_eq!(line.matches('"').count(), 2, "{line}");
        assert!(!line.contains("<"), "{line}");
    }
}

/// Leaves what other programs can be asked about.
#[test]
fn graphs_are_written_for_other_programs() {
    let folder = concat!(env!("CARGO_TARGET_TMPDIR"), "/export");
    std::fs::create_dir_all(folder).expect("a folder");
    for name in FIXTURES {
        let graph = Graph::of_officials([&article(name)]);
        std::fs::write(format!("{folder}/{name}.dot"), graph.dot()).expect("a file");
        std::fs::write(format!("{folder}/{name}.mmd"), graph.mermaid()).expect("a file");
    }
}
