//! Peak heap during a parse, and allocations an article, by a counting
//! allocator.

mod common;

use allocation_counter::{AllocationInfo, measure};
use common::{Options, verdict};
use serde_json::json;

/// The bound on peak heap is for articles of at least this length.
const ARTICLE: usize = 4 << 10;

fn main() {
    let options = Options::from_args();
    // The tables are loaded once for all articles.
    let _ = demarche::parse_article("Warm up.");
    let corpus = common::corpus();
    let long = common::long_text(1 << 20);
    let articles: Vec<_> = corpus.iter().map(|text| (text.len(), info(text))).collect();
    let peak = |text: &str| info(text).bytes_max as f64 / text.len() as f64;
    let whole = peak(&long);
    let pieces = [ARTICLE, 2 * ARTICLE, 4 * ARTICLE, 16 * ARTICLE];
    let pieces = pieces.iter().flat_map(|size| common::windows(&long, *size));
    let mut peaks: Vec<_> = corpus
        .iter()
        .map(String::as_str)
        .filter(|text| text.len() >= ARTICLE)
        .chain(pieces)
        .map(peak)
        .chain([whole])
        .collect();
    peaks.sort_by(f64::total_cmp);
    let worst = peaks.last().copied().unwrap_or(0.0);
    let median = peaks.get(peaks.len() / 2).copied().unwrap_or(0.0);
    let count: u64 = articles.iter().map(|(_, info)| info.count_total).sum();
    let bytes: usize = articles.iter().map(|(len, _)| len).sum();
    let each = count as f64 / articles.len() as f64;
    let per_kb = count as f64 * 1024.0 / bytes as f64;

    let table = format!(
        "peak heap over the input's bytes ({} texts of 4 KB and more)\n\
         {:<24}{median:>8.2} ×\n{:<24}{worst:>8.2} ×   ≤ 12: {}\n{:<24}{whole:>8.2} ×\n\n\
         allocations ({} articles)\n{:<24}{each:>8.0}\n{:<24}{per_kb:>8.1}\n",
        peaks.len(),
        "median",
        "worst",
        verdict(worst <= 12.0),
        "1 MB text",
        articles.len(),
        "an article",
        "a KB of input",
    );
    let object = json!({
        "bench": "memory",
        "peak_over_input": { "median": median, "worst": worst, "1_mb": whole },
        "allocations": { "per_article": each, "per_kb": per_kb },
    });
    options.print(&table, &object);
}

fn info(text: &str) -> AllocationInfo {
    measure(|| {
        std::hint::black_box(demarche::parse_article(text).map_or(0, |a| a.officials.len()));
    })
}
