//! Who met whom in a folder of articles, as a graph.
//!
//! `cargo run --example contact_graph [FOLDER] [--officials] [--mermaid]`
//! prints DOT; `… | dot -Tsvg > contacts.svg` draws it.

use demarche::Article;
use demarche::export::graph::Graph;
use std::error::Error;
use std::path::{Path, PathBuf};

const SAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/data/week");

fn main() -> Result<(), Box<dyn Error>> {
    let (options, folders): (Vec<String>, Vec<String>) = std::env::args()
        .skip(1)
        .partition(|arg| arg.starts_with("--"));
    let folder = folders.first().map_or(SAMPLE, String::as_str);
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder)?
        .map(|entry| entry.map(|e| e.path()))
        .collect::<Result<_, _>>()?;
    paths.retain(|path| path.extension().is_some_and(|end| end == "txt"));
    // Folders list their files in any order.
    paths.sort();
    let mut articles = Vec::new();
    for path in paths {
        // One bad file costs that file.
        match article(&path) {
            Ok(article) => articles.push(article),
            Err(error) => eprintln!("{}: {error}", path.display()),
        }
    }
    let graph = if options.iter().any(|o| o == "--officials") {
        Graph::of_officials(&articles)
    } else {
        Graph::of_parties(&articles)
    };
    if options.iter().any(|o| o == "--mermaid") {
        print!("{}", graph.mermaid());
    } else {
        print!("{}", graph.dot());
    }
    Ok(())
}

fn article(path: &Path) -> Result<Article, Box<dyn Error>> {
    Ok(demarche::parse_article(&std::fs::read_to_string(path)?)?)
}
