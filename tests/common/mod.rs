//! Shared by the test files: the corpus, and records in a flat shape that
//! expectations are compared with.

// Each test file is a crate of its own and uses a part of this.
#![allow(dead_code)]

pub mod flat;
pub mod pairing;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// An article of the corpus.
pub struct Text {
    /// File name without `.txt`.
    pub name: String,
    pub text: String,
    pub path: PathBuf,
}

/// `path` from the root of the repository.
pub fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The files of `folder` that end in `extension`, sorted by name.
pub fn files(folder: &str, extension: &str) -> Vec<PathBuf> {
    let folder = repository(folder);
    let entries = fs::read_dir(&folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    let mut paths: Vec<_> = entries
        .map(|entry| entry.expect("a readable folder").path())
        .filter(|path| path.to_string_lossy().ends_with(extension))
        .collect();
    paths.sort();
    paths
}

/// The articles of `tests/corpus` and `examples/data`, read once.
pub fn articles() -> &'static [Text] {
    static ARTICLES: LazyLock<Vec<Text>> = LazyLock::new(|| {
        let paths = [
            files("tests/corpus", ".txt"),
            files("examples/data", ".txt"),
        ];
        paths.concat().into_iter().map(read).collect()
    });
    assert!(!ARTICLES.is_empty(), "no article to test with");
    &ARTICLES
}

pub fn read(path: PathBuf) -> Text {
    let text = fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    Text {
        name: name.into_owned(),
        text,
        path,
    }
}

/// Whether `UPDATE=1` asks to rewrite what the tests compare with.
pub fn updating() -> bool {
    std::env::var_os("UPDATE").is_some_and(|v| v == "1")
}

/// A filler of real-like prose with something to find in each sentence.
pub fn prose(bytes: usize) -> String {
    const SENTENCES: &[&str] = &[
        "Foreign Minister Aiko Mori of Japan met her Indian counterpart Ravi Nair in Tokyo on Thursday. ",
        "\u{201c}We have agreed to reopen the air link,\u{201d} she told reporters after the talks. ",
        "The two sides signed a memorandum of understanding on fisheries and condemned the attack. ",
        "President Carlos Ibarra will visit Lisbon next month, a spokesman said.\n\n",
    ];
    let mut text = String::with_capacity(bytes + 128);
    for sentence in SENTENCES.iter().cycle() {
        if text.len() >= bytes {
            break;
        }
        text.push_str(sentence);
    }
    text
}
