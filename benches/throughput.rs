//! How fast articles are read on one core, beside three yardsticks over the same
//! bytes in the same run.

mod common;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use common::{Options, medians, megabytes_per_second, milliseconds, per_second, verdict};
use demarche::Parser;
use demarche::bench::{Room, sentences};
use serde_json::json;
use std::fmt::Write;
use std::hint::black_box;
use std::time::Duration;
use unicode_segmentation::UnicodeSegmentation;

fn main() {
    let options = Options::from_args();
    let corpus = common::corpus();
    let parser = Parser::default();
    let measured = measure(&corpus, &parser, options);
    let rooms = common::rooms::times(&corpus, &parser, options);
    let size = Size {
        articles: corpus.len(),
        bytes: corpus.iter().map(String::len).sum(),
        sentences: corpus.iter().map(|t| sentences(&parser, t).1.len()).sum(),
    };
    options.print(
        &table(&size, &measured, &rooms),
        &object(&size, &measured, &rooms),
    );
}

struct Size {
    articles: usize,
    bytes: usize,
    sentences: usize,
}

/// Time for the whole corpus.
struct Measured {
    parse: Duration,
    utf8: Duration,
    aho_corasick: Duration,
    unicode_sentences: Duration,
}

impl Measured {
    fn ratio(&self, yardstick: Duration) -> f64 {
        self.parse.as_secs_f64() / yardstick.as_secs_f64()
    }
}

fn measure(corpus: &[String], parser: &Parser, options: Options) -> Measured {
    let matcher = AhoCorasick::builder()
        .kind(Some(AhoCorasickKind::ContiguousNFA))
        .match_kind(MatchKind::LeftmostLongest)
        .build(common::phrases())
        .expect("a matcher for the lexicon's phrases");
    let each = |work: &dyn Fn(&str) -> usize| {
        for text in corpus {
            black_box(work(black_box(text)));
        }
    };
    let times = medians(
        options.runs(),
        &mut [
            &mut || each(&|t| parser.parse(t).map_or(0, |a| a.officials.len())),
            &mut || each(&|t| std::str::from_utf8(t.as_bytes()).map_or(0, str::len)),
            &mut || each(&|t| matcher.find_iter(t).count()),
            &mut || each(&|t| t.unicode_sentences().count()),
        ],
    );
    Measured {
        parse: times[0],
        utf8: times[1],
        aho_corasick: times[2],
        unicode_sentences: times[3],
    }
}

fn table(size: &Size, m: &Measured, rooms: &[(Room, Duration)]) -> String {
    let mut out = format!(
        "{} articles, {} bytes, {} sentences\n\n{:<20}{:>10}{:>10}{:>14}{:>14}{:>16}\n",
        size.articles,
        size.bytes,
        size.sentences,
        "",
        "ms",
        "MB/s",
        "articles/s",
        "sentences/s",
        "parse takes"
    );
    let lines = [
        ("whole parse", m.parse),
        ("from_utf8", m.utf8),
        ("aho-corasick", m.aho_corasick),
        ("unicode_sentences", m.unicode_sentences),
    ];
    for (name, time) in lines {
        let _ = writeln!(
            out,
            "{name:<20}{:>10.2}{:>10.1}{:>14.0}{:>14.0}{:>14.2} ×",
            milliseconds(time),
            megabytes_per_second(size.bytes, time),
            per_second(size.articles, time),
            per_second(size.sentences, time),
            m.ratio(time)
        );
    }
    out.push('\n');
    for (room, time) in rooms {
        let _ = writeln!(out, "{:<20}{:>10.2}", room.name(), milliseconds(*time));
    }
    let _ = write!(
        out,
        "\nparse ≤ 1.5 × unicode_sentences: {}\nparse ≤ 4 × aho-corasick: {}\n",
        verdict(m.ratio(m.unicode_sentences) <= 1.5),
        verdict(m.ratio(m.aho_corasick) <= 4.0)
    );
    out
}

fn object(size: &Size, m: &Measured, rooms: &[(Room, Duration)]) -> serde_json::Value {
    let rooms = rooms
        .iter()
        .map(|(room, time)| (room.name().to_owned(), json!(milliseconds(*time))));
    json!({
        "bench": "throughput",
        "articles": size.articles,
        "bytes": size.bytes,
        "sentences": size.sentences,
        "ms": milliseconds(m.parse),
        "mb_per_s": megabytes_per_second(size.bytes, m.parse),
        "articles_per_s": per_second(size.articles, m.parse),
        "sentences_per_s": per_second(size.sentences, m.parse),
        "ratio": {
            "utf8": m.ratio(m.utf8),
            "aho_corasick": m.ratio(m.aho_corasick),
            "unicode_sentences": m.ratio(m.unicode_sentences),
        },
        "room_ms": rooms.collect::<serde_json::Map<_, _>>(),
    })
}
