//! Shared by the benches: the corpus, the clock, the options.

// Each bench is a crate of its own and uses a part of this.
#![allow(dead_code)]

pub mod rooms;

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// Articles that a bench runs over, at least.
const ARTICLES: usize = 80;

/// `--json`: one JSON object instead of a table; `--quick`: a short run that
/// shows that the bench works.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    pub json: bool,
    pub quick: bool,
}

impl Options {
    pub fn from_args() -> Self {
        let has = |flag: &str| std::env::args().any(|a| a == flag);
        Options {
            json: has("--json"),
            quick: has("--quick"),
        }
    }

    /// How often each measurement is repeated.
    pub fn runs(self) -> usize {
        if self.quick { 3 } else { 11 }
    }

    /// Prints the table, or the object.
    pub fn print(self, table: &str, object: &serde_json::Value) {
        if self.json {
            println!("{object}");
        } else {
            println!("{table}");
        }
    }
}

pub fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn read_all(folder: &str, extension: &str) -> Vec<String> {
    let entries = fs::read_dir(repository(folder))
        .into_iter()
        .flatten()
        .flatten();
    let mut paths: Vec<_> = entries.map(|e| e.path()).collect();
    paths.retain(|p| p.extension().is_some_and(|e| e == extension));
    paths.sort();
    paths
        .iter()
        .filter_map(|p| fs::read_to_string(p).ok())
        .collect()
}

/// The articles of the repository, and variants of them up to [`ARTICLES`]; no
/// two are equal.
pub fn corpus() -> Vec<String> {
    let mut texts = read_all("tests/corpus", "txt");
    texts.extend(read_all("examples/data", "txt"));
    let originals = texts.len();
    assert!(originals > 0, "no article to run over");
    let mut round = 1;
    while texts.len() < ARTICLES {
        for i in 0..originals {
            if texts.len() < ARTICLES {
                let other = (i + round) % originals;
                texts.push(variant(&texts[i], &texts[other], round));
            }
        }
        round += 1;
    }
    texts
}

/// A new article: the paragraphs of two by turns, with other numbers.
fn variant(first: &str, second: &str, round: usize) -> String {
    let mut paragraphs = Vec::new();
    let (mut a, mut b) = (first.split("\n\n"), second.split("\n\n").skip(round));
    loop {
        match (a.next(), b.next()) {
            (None, None) => break,
            (a, b) => paragraphs.extend(a.into_iter().chain(b)),
        }
    }
    let shift = |c: char| match c.to_digit(10) {
        Some(d) if d > 0 => char::from_digit((d + round as u32 - 1) % 9 + 1, 10).unwrap_or(c),
        _ => c,
    };
    paragraphs.join("\n\n").chars().map(shift).collect()
}

/// Running text of about `bytes`, made of the paragraphs of the corpus' stories:
/// the heads and feet of whole pages would end the story again and again.
pub fn long_text(bytes: usize) -> String {
    let corpus = corpus();
    let articles = corpus.iter().flat_map(|t| demarche::parse_article(t));
    let bodies: Vec<_> = articles.map(|article| article.body).collect();
    let mut text = String::with_capacity(bytes + 4096);
    for paragraph in bodies.iter().flat_map(|t| t.split("\n\n")).cycle() {
        if text.len() >= bytes {
            break;
        }
        text.push_str(paragraph);
        text.push_str("\n\n");
    }
    cut(&text, bytes).to_owned()
}

/// At most `bytes` of `text`, cut on a character boundary.
pub fn cut(text: &str, bytes: usize) -> &str {
    let mut end = bytes.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// Pieces of `text` of one size from all over it, so that a small size is not
/// judged by a single article.
pub fn windows(text: &str, size: usize) -> Vec<&str> {
    let count = (text.len() / size).clamp(1, 64);
    let step = (text.len() / count).max(1);
    let windows = (0..count).map(|i| {
        let mut start = i * step;
        while !text.is_char_boundary(start) {
            start += 1;
        }
        cut(&text[start..], size)
    });
    windows.collect()
}

/// How long `work` takes.
pub fn time<T>(work: impl FnOnce() -> T) -> Duration {
    let start = Instant::now();
    std::hint::black_box(work());
    start.elapsed()
}

/// Medians of several pieces of work, run by turns so that a slow moment of the
/// machine falls on all of them.
pub fn medians(runs: usize, work: &mut [&mut dyn FnMut()]) -> Vec<Duration> {
    let mut times = vec![Vec::with_capacity(runs); work.len()];
    for _ in 0..=runs {
        for (piece, times) in work.iter_mut().zip(&mut times) {
            times.push(time(piece));
        }
    }
    let medians = times.iter_mut().map(|times| {
        // The first run warms caches and tables.
        times.remove(0);
        median(times)
    });
    medians.collect()
}

pub fn median(times: &mut [Duration]) -> Duration {
    times.sort();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

pub fn megabytes_per_second(bytes: usize, time: Duration) -> f64 {
    bytes as f64 / 1e6 / time.as_secs_f64()
}

pub fn per_second(count: usize, time: Duration) -> f64 {
    count as f64 / time.as_secs_f64()
}

pub fn nanoseconds_per_byte(bytes: usize, time: Duration) -> f64 {
    time.as_nanos() as f64 / bytes as f64
}

pub fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

/// Says whether a figure keeps its target.
pub fn verdict(kept: bool) -> &'static str {
    if kept { "ok" } else { "MISSED" }
}

/// The phrases of the lexicon's tables, for the aho-corasick yardstick.
pub fn phrases() -> Vec<String> {
    /// Columns that hold words of articles.
    const WORDS: &[&str] = &[
        "word",
        "form",
        "title",
        "name",
        "also",
        "lemma",
        "noun",
        "place",
        "city",
        "code",
        "capital",
        "demonyms",
        "metonyms",
        "abbreviation",
        "past",
        "participle",
        "third",
        "gerund",
    ];
    let mut phrases = Vec::new();
    for table in read_all("src/lexicon/data", "tsv") {
        let mut lines = table.lines().filter(|l| !l.starts_with('#'));
        let columns: Vec<_> = lines.next().unwrap_or_default().split('\t').collect();
        for (cell, column) in lines.flat_map(|l| l.split('\t').zip(&columns)) {
            if WORDS.contains(column) {
                let items = cell
                    .split("; ")
                    .filter(|i| i.chars().any(char::is_alphabetic));
                phrases.extend(items.map(str::to_owned));
            }
        }
    }
    phrases.sort();
    phrases.dedup();
    phrases
}
