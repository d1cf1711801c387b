//! Articles written by hand, as the parser would return them.
#![allow(dead_code)] // Each test uses some of it.

use demarche::Article;

/// The articles in `tests/export`, each a `.json` beside its input, a `.txt`.
pub const FIXTURES: [&str; 3] = ["lisbon", "plans", "hostile"];

/// An article and the input it was read from.
pub fn load(name: &str) -> (Article, String) {
    let read = |end: &str| {
        std::fs::read_to_string(format!("tests/export/{name}.{end}")).expect("a fixture")
    };
    let article = serde_json::from_str(&read("json")).expect("an article");
    (article, read("txt"))
}

/// An article.
pub fn article(name: &str) -> Article {
    load(name).0
}
