//! What each room takes of the time, over the whole corpus on one core.

mod common;

use common::{Options, megabytes_per_second, milliseconds, nanoseconds_per_byte, per_second};
use demarche::Parser;
use serde_json::json;
use std::fmt::Write;
use std::time::Duration;

fn main() {
    let options = Options::from_args();
    let corpus = common::corpus();
    let bytes: usize = corpus.iter().map(String::len).sum();
    let rooms = common::rooms::times(&corpus, &Parser::default(), options);
    let whole: Duration = rooms.iter().map(|(_, time)| *time).sum();

    let mut table = format!(
        "{} articles, {bytes} bytes\n\n{:<12}{:>10}{:>10}{:>14}{:>10}{:>8}\n",
        corpus.len(),
        "room",
        "ms",
        "MB/s",
        "articles/s",
        "ns/byte",
        "%"
    );
    let mut object = serde_json::Map::new();
    let lines = rooms.iter().map(|(room, time)| (room.name(), *time));
    for (name, time) in lines.chain([("whole", whole)]) {
        // A room that does nothing takes no time at all.
        let time = time.max(Duration::from_nanos(1));
        let share = 100.0 * time.as_secs_f64() / whole.as_secs_f64().max(1e-9);
        let _ = writeln!(
            table,
            "{name:<12}{:>10.2}{:>10.1}{:>14.0}{:>10.2}{share:>8.1}",
            milliseconds(time),
            megabytes_per_second(bytes, time),
            per_second(corpus.len(), time),
            nanoseconds_per_byte(bytes, time),
        );
        object.insert(
            name.to_owned(),
            json!({
                "ms": milliseconds(time),
                "mb_per_s": megabytes_per_second(bytes, time),
                "ns_per_byte": nanoseconds_per_byte(bytes, time),
                "percent": share,
            }),
        );
    }
    options.print(&table, &json!({ "bench": "stages", "rooms": object }));
}
