//! The page: what a browser need not be asked. `browser.py` asks one the rest.

mod export_fixtures;

use demarche::Article;
use demarche::export::html;
use export_fixtures::{FIXTURES, load};

/// The page of a fixture, also written where `tests/browser.py` looks at it.
fn page(name: &str) -> String {
    let (article, input) = load(name);
    let page = html::page(&article, &input);
    let folder = concat!(env!("CARGO_TARGET_TMPDIR"), "/export");
    std::fs::create_dir_all(folder).expect("a folder");
    std::fs::write(format!("{folder}/{name}.html"), &page).expect("a page");
    page
}

#[test]
fn the_page_is_one_small_file_without_scripts_or_addresses() {
    for name in FIXTURES {
        let page = page(name);
        assert!(page.len() <= 60_000, "{name}: {} bytes", page.len());
        assert!(!page.contains("<script"), "{name}");
        let addresses = page.matches("href=\"").count() + page.matches("src=\"").count();
        let inside = page.matches("href=\"#").count() + page.matches("href=\"data:,").count();
        assert_eq!(addresses, inside, "{name}");
    }
}

#[test]
fn every_record_has_a_row_and_a_mark_that_lead_to_each_other() {
    let (article, _) = load("lisbon");
    let page = page("lisbon");
    let counts = [
        ("o", article.officials.len()),
        ("m", article.meetings.len()),
        ("s", article.statements.len()),
        ("g", article.agreements.len()),
    ];
    for (letter, count) in counts {
        for i in 0..count {
            for id in [
                format!(" id=\"{letter}{i}\""),
                format!(" id=\"r{letter}{i}\""),
            ] {
                assert_eq!(page.matches(&id).count(), 1, "{id}");
            }
        }
    }
}

#[test]
fn elements_are_balanced_and_identifiers_unique() {
    for name in FIXTURES {
        let page = page(name);
        for tag in [
            "span", "a", "p", "tr", "td", "th", "section", "time", "small", "ul", "li",
        ] {
            let open = page.matches(&format!("<{tag}>")).count()
                + page.matches(&format!("<{tag} ")).count();
            assert_eq!(
                open,
                page.matches(&format!("</{tag}>")).count(),
                "{tag} in {name}"
            );
        }
        let mut ids: Vec<&str> = page
            .split(" id=\"")
            .skip(1)
            .filter_map(|s| s.split('"').next())
            .collect();
        ids.sort_unstable();
        let all = ids.len();
        ids.dedup();
        assert_eq!(ids.len(), all, "{name}");
    }
}

#[test]
fn the_words_of_the_article_stay_whole_under_their_marks() {
    let (article, _) = load("lisbon");
    let page = page("lisbon");
    let main = page
        .split("<main")
        .nth(1)
        .and_then(|s| s.split("</main>").next())
        .expect("main");
    let mut text = String::new();
    let mut rest = main.split_once('>').expect("main").1;
    while let Some((before, after)) = rest.split_once('<') {
        text.push_str(before);
        let (tag, mut next) = after.split_once('>').expect("a tag");
        // Cards and numbers are no words of the article.
        if tag.contains("class=\"k\"") {
            next = next.split_once("</span>").expect("a card").1;
        } else if tag.starts_with("a class=\"c ") {
            next = next.split_once("</a>").expect("a number").1;
        }
        if tag == "/p" {
            text.push('\n');
        }
        rest = next;
    }
    let text = text.replace("&quot;", "\"").replace("&#39;", "'");
    let words = |text: &str| {
        text.split_whitespace()
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    assert_eq!(words(&text), words(&article.body));
}

#[test]
fn another_input_costs_the_marks_and_nothing_else() {
    let (article, _) = load("lisbon");
    let page = html::page(&article, "quite another text");
    assert!(page.contains("Necessidades Palace"));
    assert!(!page.contains("class=\"k\""));
    assert!(html::page(&Article::default(), "").contains("The article has no text."));
}
