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

/// Texts to parse: the corpus, and one sentence each of the cases for events.
pub fn texts() -> Vec<String> {
    let folder = std::fs::read_dir("tests/corpus").expect("the corpus");
    let paths = folder.map(|entry| entry.expect("a file").path());
    let articles = paths
        .filter(|path| path.extension().is_some_and(|end| end == "txt"))
        .map(|path| std::fs::read_to_string(path).expect("a text"));
    let cases = std::fs::read_to_string("tests/export/one_sentence.tsv").expect("the cases");
    let sentences = cases.lines().filter_map(|line| line.split('\t').next());
    articles.chain(sentences.map(str::to_owned)).collect()
}
