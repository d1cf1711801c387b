//! The first parse of a fresh process against a later one, and the memory that
//! such a process takes. Starts itself again for each measurement.

mod common;

use common::{Options, median, milliseconds, time, verdict};
use serde_json::json;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

/// Asks for one measurement of the article behind it.
const CHILD: &str = "--child";

fn main() {
    let mut args = std::env::args().skip_while(|a| a != CHILD).skip(1);
    match args.next() {
        Some(article) => child(Path::new(&article)),
        None => parent(Options::from_args()),
    }
}

/// Prints nanoseconds of the first parse and of a warm one, and the peak
/// resident memory in KiB.
fn child(article: &Path) {
    let text = std::fs::read_to_string(article).expect("a readable article");
    let parse = || demarche::parse_article(&text);
    let first = time(parse);
    let resident = resident_kib().unwrap_or(0);
    let mut warm: Vec<_> = (0..21).map(|_| time(parse)).collect();
    println!(
        "{} {} {resident}",
        first.as_nanos(),
        median(&mut warm).as_nanos()
    );
}

/// Peak resident memory of this process, where the system tells it.
fn resident_kib() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|l| l.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

fn parent(options: Options) {
    let article = common::repository("examples/data/summit.txt");
    let (mut first, mut warm, mut resident) = (Vec::new(), Vec::new(), 0);
    for _ in 0..options.runs() {
        let (f, w, r) = measure(&article);
        first.push(f);
        warm.push(w);
        resident = resident.max(r);
    }
    let (first, warm) = (median(&mut first), median(&mut warm));
    let over = first.saturating_sub(warm);
    let mib = resident as f64 / 1024.0;
    let table = format!(
        "{:<28}{:>10.2} ms\n{:<28}{:>10.2} ms\n{:<28}{:>10.2} ms   ≤ 15 ms: {}\n{:<28}{mib:>10.1} MiB  ≤ 30 MiB: {}\n",
        "first parse of a process",
        milliseconds(first),
        "warm parse",
        milliseconds(warm),
        "cold start",
        milliseconds(over),
        verdict(milliseconds(over) <= 15.0),
        "resident memory, peak",
        verdict(mib <= 30.0),
    );
    let object = json!({
        "bench": "cold_start",
        "first_ms": milliseconds(first),
        "warm_ms": milliseconds(warm),
        "over_ms": milliseconds(over),
        "resident_mib": mib,
    });
    options.print(&table, &object);
}

fn measure(article: &Path) -> (Duration, Duration, u64) {
    let program = std::env::current_exe().expect("the bench's own path");
    let output = Command::new(program)
        .arg(CHILD)
        .arg(article)
        .output()
        .expect("a child process");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let mut numbers = text
        .split_whitespace()
        .filter_map(|n| n.parse::<u64>().ok());
    let mut next = || {
        numbers
            .next()
            .expect("three numbers from the child process")
    };
    (
        Duration::from_nanos(next()),
        Duration::from_nanos(next()),
        next(),
    )
}
