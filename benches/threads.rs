//! One shared parser on several threads: how much more they read together.

mod common;

use common::{Options, median, megabytes_per_second, time, verdict};
use demarche::Parser;
use serde_json::json;
use std::fmt::Write;
use std::hint::black_box;
use std::time::Duration;

/// How much more two threads must read than one.
const TWO: f64 = 1.85;

fn main() {
    let options = Options::from_args();
    let corpus = common::corpus();
    let parser = Parser::default();
    let bytes: usize = corpus.iter().map(String::len).sum();
    let rounds = if options.quick { 2 } else { 20 };
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let mut counts: Vec<_> = [1, 2, 4, 8]
        .into_iter()
        .filter(|n| *n <= cores.max(2))
        .collect();
    counts.dedup();

    let mut times = vec![Vec::new(); counts.len()];
    for _ in 0..=options.runs() {
        for (threads, times) in counts.iter().zip(&mut times) {
            times.push(time(|| read(&corpus, &parser, *threads, rounds)));
        }
    }
    let times: Vec<_> = times.iter_mut().map(|t| median(&mut t[1..])).collect();
    let gain = |threads: usize, time: Duration| {
        threads as f64 * times[0].as_secs_f64() / time.as_secs_f64()
    };

    let mut table = format!(
        "{cores} cores\n\n{:>8}{:>10}{:>8}\n",
        "threads", "MB/s", "gain"
    );
    let mut gains = Vec::new();
    for (&threads, &time) in counts.iter().zip(&times) {
        let speed = megabytes_per_second(bytes * rounds * threads, time);
        let gain = gain(threads, time);
        let _ = writeln!(table, "{threads:>8}{speed:>10.1}{gain:>8.2}");
        gains.push(json!({ "threads": threads, "mb_per_s": speed, "gain": gain }));
    }
    let kept = counts
        .iter()
        .zip(&times)
        .any(|(n, t)| *n == 2 && gain(2, *t) >= TWO);
    let _ = writeln!(table, "2 threads ≥ {TWO} ×: {}", verdict(kept));
    options.print(
        &table,
        &json!({ "bench": "threads", "cores": cores, "gains": gains }),
    );
}

/// Each thread reads the whole corpus `rounds` times.
fn read(corpus: &[String], parser: &Parser, threads: usize, rounds: usize) {
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(move || {
                for text in (0..rounds).flat_map(|_| corpus) {
                    black_box(
                        parser
                            .parse(black_box(text))
                            .map_or(0, |a| a.officials.len()),
                    );
                }
            });
        }
    });
}
