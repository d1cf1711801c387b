//! Time per byte from small to large, and per record from few to many: it must
//! stay the same.

mod common;

use common::{Options, medians, nanoseconds_per_byte, verdict, windows};
use demarche::Parser;
use serde_json::{Value, json};
use std::fmt::Write;
use std::hint::black_box;
use std::time::Duration;

const KB: usize = 1 << 10;
/// Time per unit may grow by this factor.
const GROWTH: f64 = 1.5;

fn main() {
    let options = Options::from_args();
    let parser = Parser::builder()
        .max_len(64 << 20)
        .build()
        .expect("the built-in lexicon");
    let largest = if options.quick { 256 } else { 16 * KB };
    let mut out = String::new();
    let bytes = bytes(&parser, options, largest * KB, &mut out);
    let few = |counts: &[usize]| {
        let most = if options.quick { 1_000 } else { usize::MAX };
        counts
            .iter()
            .copied()
            .filter(|c| *c <= most)
            .collect::<Vec<_>>()
    };
    let people = few(&[10, 100, 1_000, 5_000]);
    let people = records(&parser, options, "officials", &people, officials, &mut out);
    let quotes = few(&[10, 100, 1_000, 10_000, 50_000]);
    let quotes = records(
        &parser,
        options,
        "quotations",
        &quotes,
        quotations,
        &mut out,
    );
    let object =
        json!({ "bench": "scaling", "bytes": bytes, "officials": people, "quotations": quotes });
    options.print(&out, &object);
}

/// Median time of one parse of all `texts`.
fn time(parser: &Parser, options: Options, texts: &[&str]) -> Duration {
    let runs = if options.quick { 3 } else { 5 };
    let mut work = || {
        for text in texts {
            black_box(
                parser
                    .parse(black_box(text))
                    .map_or(0, |a| a.officials.len()),
            );
        }
    };
    medians(runs, &mut [&mut work])[0]
}

/// Time per byte by the length of the text, from 4 KB on no more than 1.5 times
/// the least.
fn bytes(parser: &Parser, options: Options, largest: usize, out: &mut String) -> Value {
    let text = common::long_text(largest);
    let _ = writeln!(out, "{:>12}{:>12}", "bytes", "ns/byte");
    let (mut sizes, mut figures) = (Vec::new(), Vec::new());
    let mut size = KB;
    while size <= largest {
        let windows = windows(&text, size);
        let total: usize = windows.iter().map(|w| w.len()).sum();
        let cost = nanoseconds_per_byte(total, time(parser, options, &windows));
        let _ = writeln!(out, "{size:>12}{cost:>12.2}");
        sizes.push(size);
        figures.push(cost);
        size *= 4;
    }
    let growth = growth(&figures[1..]);
    let _ = writeln!(
        out,
        "from 4 KB on × {growth:.2}, ≤ 1.5: {}\n",
        verdict(growth <= GROWTH)
    );
    json!({ "sizes": sizes, "ns_per_byte": figures, "growth": growth })
}

/// Time per record by the number of records in one text.
fn records(
    parser: &Parser,
    options: Options,
    name: &str,
    counts: &[usize],
    text: impl Fn(usize) -> String,
    out: &mut String,
) -> Value {
    let _ = writeln!(out, "{name:>12}{:>12}", "µs each");
    let mut figures = Vec::new();
    for &count in counts {
        let text = text(count);
        // Small texts several times, so that the clock has something to measure.
        let texts = vec![text.as_str(); (1_000 / count).max(1)];
        let all = time(parser, options, &texts).as_secs_f64();
        let cost = all * 1e6 / (count * texts.len()) as f64;
        let _ = writeln!(out, "{count:>12}{cost:>12.2}");
        figures.push(cost);
    }
    let growth = growth(&figures);
    let _ = writeln!(out, "× {growth:.2}, ≤ 1.5: {}\n", verdict(growth <= GROWTH));
    json!({ "counts": counts, "us_each": figures, "growth": growth })
}

/// How much dearer the last is than the first, or the dearest than the first.
fn growth(figures: &[f64]) -> f64 {
    let first = figures.first().copied().unwrap_or(1.0);
    figures
        .iter()
        .fold(1.0, |most, f| f64::max(most, f / first))
}

/// A text in which `count` different people are named.
fn officials(count: usize) -> String {
    let people = (0..count).map(|i| {
        format!(
            "Foreign Minister {} {} of Japan met reporters in Tokyo on Monday.\n\n",
            name(i),
            name(i * 31 + 7)
        )
    });
    people.collect()
}

/// A text of `count` quotations by a few speakers, each long enough for a paragraph.
fn quotations(count: usize) -> String {
    let mut text = String::from(
        "Foreign Minister Aiko Mori of Japan and her Indian counterpart Ravi Nair met in Tokyo.\n\n",
    );
    for i in 0..count {
        let who = if i % 3 == 0 { "Nair" } else { "Mori" };
        let _ = write!(
            text,
            "\u{201c}We will meet {i} times before the end of the year,\u{201d} {who} said.\n\n"
        );
    }
    text
}

/// A capitalized word for each number.
fn name(mut number: usize) -> String {
    const SYLLABLES: [&str; 16] = [
        "ka", "ru", "mi", "no", "ta", "shi", "ve", "lo", "da", "ne", "bor", "gan", "zi", "pu",
        "ha", "wen",
    ];
    let mut word = String::from("K");
    loop {
        word.push_str(SYLLABLES[number % 16]);
        number /= 16;
        if number == 0 {
            return word;
        }
    }
}
