//! The records as CSV tables: officials, meetings, statements, agreements.
//!
//! `cargo run --example tables [FOLDER [ARTICLE…]]` writes `FOLDER/*.csv`, one
//! row a record, the columns always the same, lists joined by `; `. `article` is
//! the name of the article's file: with it and an id a row is found again.

use demarche::{Article, OfficialId, Party, Place, Speaker, When};
use std::error::Error;
use std::path::{Path, PathBuf};

const SAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/data/lisbon.txt");

/// A table: its name, its columns, and the rows of one article.
type Table = (
    &'static str,
    &'static [&'static str],
    fn(&str, &Article) -> Vec<Vec<String>>,
);

/// The tables, in the order they are written.
pub const TABLES: [Table; 4] = [
    (
        "officials",
        &[
            "article",
            "id",
            "name",
            "aliases",
            "title",
            "kind",
            "country",
            "organization",
            "rank",
            "tenure",
        ],
        officials,
    ),
    (
        "meetings",
        &[
            "article",
            "id",
            "kind",
            "name",
            "status",
            "start",
            "end",
            "when",
            "venue",
            "city",
            "country",
            "parties",
            "participants",
            "topics",
        ],
        meetings,
    ),
    (
        "statements",
        &[
            "article", "speakers", "form", "act", "text", "targets", "channel", "start", "end",
            "meeting",
        ],
        statements,
    ),
    (
        "agreements",
        &[
            "article",
            "parties",
            "status",
            "instrument",
            "instrument_kind",
            "text",
            "commitments",
            "start",
            "end",
            "meeting",
        ],
        agreements,
    ),
];

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().map_or_else(
        || std::env::temp_dir().join("demarche-tables"),
        PathBuf::from,
    );
    let mut paths: Vec<String> = arguments.collect();
    if paths.is_empty() {
        paths.push(SAMPLE.to_owned());
    }
    let mut articles = Vec::new();
    for path in paths.iter().map(Path::new) {
        let input =
            std::fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
        let file = path.file_name().unwrap_or_default().to_string_lossy();
        articles.push((file.into_owned(), demarche::parse_article(&input)?));
    }
    std::fs::create_dir_all(&folder)
        .map_err(|e| format!("{}: {e}; the first argument is a folder", folder.display()))?;
    for table in TABLES {
        let path = folder.join(format!("{}.csv", table.0));
        std::fs::write(&path, csv_of(&table, &articles)?)?;
        println!("{}", path.display());
    }
    Ok(())
}

/// The table as CSV: RFC 4180 has lines end in CRLF and doubles quotation marks.
pub fn csv_of(table: &Table, articles: &[(String, Article)]) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    writer.write_record(table.1)?;
    for row in articles.iter().flat_map(|(file, a)| table.2(file, a)) {
        writer.write_record(row.iter().map(|cell| guarded(cell)))?;
    }
    Ok(writer.into_inner()?)
}

/// Spreadsheets take a cell that starts so for a formula; an apostrophe makes
/// it text. Leave this out if only programs read the tables.
fn guarded(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

fn officials(file: &str, article: &Article) -> Vec<Vec<String>> {
    let rows = article.officials.iter().map(|o| {
        vec![
            file.to_owned(),
            o.id.0.to_string(),
            o.name.clone(),
            o.aliases.join("; "),
            o.post.title.clone().unwrap_or_default(),
            key(&o.post.kind),
            o.country.map(|c| c.to_string()).unwrap_or_default(),
            o.organization
                .as_ref()
                .map(|b| b.key().to_owned())
                .unwrap_or_default(),
            o.rank.clone().unwrap_or_default(),
            key(&o.tenure),
        ]
    });
    rows.collect()
}

fn meetings(file: &str, article: &Article) -> Vec<Vec<String>> {
    let rows = article.meetings.iter().map(|m| {
        let (start, end) = days(m.when.as_ref());
        let place = m.place.clone().unwrap_or_else(Place::default);
        vec![
            file.to_owned(),
            m.id.0.to_string(),
            key(&m.kind),
            m.name.clone().unwrap_or_default(),
            key(&m.status),
            start,
            end,
            m.when.as_ref().map(|w| w.text.clone()).unwrap_or_default(),
            place.venue.unwrap_or_default(),
            place.city.unwrap_or_default(),
            place.country.map(|c| c.to_string()).unwrap_or_default(),
            parties(&m.parties),
            people(article, &m.participants),
            m.topics.join("; "),
        ]
    });
    rows.collect()
}

fn statements(file: &str, article: &Article) -> Vec<Vec<String>> {
    let rows = article.statements.iter().map(|s| {
        let (start, end) = days(s.when.as_ref());
        let speakers = s.speakers.iter().map(|speaker| match speaker {
            Speaker::Official(id) => people(article, &[*id]),
            Speaker::Party(party) => party.code().to_owned(),
            Speaker::Source(words) => words.clone(),
            _ => String::new(),
        });
        vec![
            file.to_owned(),
            speakers.collect::<Vec<_>>().join("; "),
            key(&s.form),
            key(&s.act),
            s.text.clone(),
            parties(&s.targets),
            s.channel.clone().unwrap_or_default(),
            start,
            end,
            s.meeting.map(|id| id.0.to_string()).unwrap_or_default(),
        ]
    });
    rows.collect()
}

fn agreements(file: &str, article: &Article) -> Vec<Vec<String>> {
    let rows = article.agreements.iter().map(|a| {
        let (start, end) = days(a.when.as_ref());
        let instrument = a.instrument.as_ref();
        vec![
            file.to_owned(),
            parties(&a.parties),
            key(&a.status),
            instrument.map(|i| i.name.clone()).unwrap_or_default(),
            instrument.map(|i| key(&i.kind)).unwrap_or_default(),
            a.text.clone(),
            a.commitments.join("; "),
            start,
            end,
            a.meeting.map(|id| id.0.to_string()).unwrap_or_default(),
        ]
    });
    rows.collect()
}

/// The name of a kind or status, as in JSON.
fn key(value: &impl serde::Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(key)) => key,
        _ => String::new(),
    }
}

fn days(when: Option<&When>) -> (String, String) {
    let text = |date: Option<_>| date.map(|d: demarche::PartialDate| d.to_string());
    let start = when.and_then(|w| text(w.start));
    let end = when.and_then(|w| text(w.end));
    (start.unwrap_or_default(), end.unwrap_or_default())
}

fn parties(parties: &[Party]) -> String {
    parties
        .iter()
        .map(Party::code)
        .collect::<Vec<_>>()
        .join("; ")
}

fn people(article: &Article, people: &[OfficialId]) -> String {
    let names = people.iter().filter_map(|id| article.official(*id));
    names
        .map(|o| o.name.as_str())
        .collect::<Vec<_>>()
        .join("; ")
}
