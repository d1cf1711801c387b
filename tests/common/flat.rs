//! Records as flat maps from field to values, in the words of the phrase files
//! and of the gold records.

use demarche::{
    Agreement, Article, Meeting, Official, OfficialId, Party, Speaker, Statement, When,
};
use serde::Serialize;
use std::collections::BTreeMap;

/// A record: each field with its values, none where the article does not say.
pub type Flat = BTreeMap<&'static str, Vec<String>>;

/// Fields of running text: what is expected must be contained. All other
/// fields must be equal, lists in any order.
const TEXT: &[&str] = &[
    "title",
    "venue",
    "when",
    "topics",
    "precedents",
    "text",
    "channel",
    "instrument",
    "commitments",
    "aliases",
];

pub fn officials(article: &Article) -> Vec<Flat> {
    article.officials.iter().map(official).collect()
}

pub fn meetings(article: &Article) -> Vec<Flat> {
    article
        .meetings
        .iter()
        .map(|m| meeting(article, m))
        .collect()
}

pub fn statements(article: &Article) -> Vec<Flat> {
    article
        .statements
        .iter()
        .map(|s| statement(article, s))
        .collect()
}

pub fn agreements(article: &Article) -> Vec<Flat> {
    article.agreements.iter().map(agreement).collect()
}

/// Every date of every record: its words, its first and its last day.
pub fn dates(article: &Article) -> Vec<Flat> {
    let meetings = article.meetings.iter().filter_map(|m| m.when.as_ref());
    let statements = article.statements.iter().filter_map(|s| s.when.as_ref());
    let agreements = article.agreements.iter().filter_map(|a| a.when.as_ref());
    let all = meetings.chain(statements).chain(agreements);
    all.map(|when| Flat::from_iter(dates_of(Some(when))))
        .collect()
}

fn official(o: &Official) -> Flat {
    Flat::from([
        ("name", vec![o.name.clone()]),
        ("aliases", o.aliases.clone()),
        ("title", optional(&o.post.title)),
        ("kind", word(&o.post.kind)),
        (
            "country",
            o.country.iter().map(|c| c.alpha3().to_owned()).collect(),
        ),
        (
            "organization",
            o.organization.iter().map(|o| o.key().to_owned()).collect(),
        ),
        ("rank", optional(&o.rank)),
        ("tenure", word(&o.tenure)),
    ])
}

fn meeting(article: &Article, m: &Meeting) -> Flat {
    let place = m.place.clone().unwrap_or_default();
    let mut flat = Flat::from([
        ("kind", word(&m.kind)),
        ("name", optional(&m.name)),
        ("status", word(&m.status)),
        ("venue", optional(&place.venue)),
        ("city", optional(&place.city)),
        (
            "country",
            place
                .country
                .iter()
                .map(|c| c.alpha3().to_owned())
                .collect(),
        ),
        ("parties", codes(&m.parties)),
        ("visitor", codes(&m.parties).into_iter().take(1).collect()),
        (
            "participants",
            m.participants.iter().map(|id| name(article, *id)).collect(),
        ),
        ("topics", m.topics.clone()),
        (
            "precedents",
            m.precedents.iter().map(|p| p.text.clone()).collect(),
        ),
        (
            "ordinal",
            m.precedents
                .iter()
                .filter_map(|p| p.ordinal)
                .map(|n| n.to_string())
                .collect(),
        ),
        (
            "since",
            m.precedents
                .iter()
                .filter_map(|p| p.since)
                .map(|n| n.to_string())
                .collect(),
        ),
        (
            "span_years",
            m.precedents
                .iter()
                .filter_map(|p| p.span_years)
                .map(|n| n.to_string())
                .collect(),
        ),
    ]);
    flat.extend(dates_of(m.when.as_ref()));
    flat
}

fn statement(article: &Article, s: &Statement) -> Flat {
    let mut flat = Flat::from([
        (
            "speakers",
            s.speakers.iter().map(|s| speaker(article, s)).collect(),
        ),
        ("form", word(&s.form)),
        ("act", word(&s.act)),
        ("text", vec![s.text.clone()]),
        ("targets", codes(&s.targets)),
        ("channel", optional(&s.channel)),
        (
            "meeting",
            s.meeting.iter().map(|id| id.index().to_string()).collect(),
        ),
    ]);
    flat.extend(dates_of(s.when.as_ref()));
    flat
}

fn agreement(a: &Agreement) -> Flat {
    let mut flat = Flat::from([
        ("parties", codes(&a.parties)),
        ("status", word(&a.status)),
        (
            "instrument",
            a.instrument.iter().map(|i| i.name.clone()).collect(),
        ),
        (
            "instrument_kind",
            a.instrument.iter().flat_map(|i| word(&i.kind)).collect(),
        ),
        ("text", vec![a.text.clone()]),
        ("words", vec![a.text.clone()]),
        ("commitments", a.commitments.clone()),
        (
            "meeting",
            a.meeting.iter().map(|id| id.index().to_string()).collect(),
        ),
    ]);
    flat.extend(dates_of(a.when.as_ref()));
    flat
}

/// `date` is the day, or `first..last`; `start` and `end` are its ends.
fn dates_of(when: Option<&When>) -> [(&'static str, Vec<String>); 4] {
    let start = when.and_then(|w| w.start).map(|d| d.to_string());
    let end = when.and_then(|w| w.end).map(|d| d.to_string());
    let date = match (&start, &end) {
        (Some(start), Some(end)) if start != end => Some(format!("{start}..{end}")),
        _ => start.clone().or_else(|| end.clone()),
    };
    [
        ("when", when.iter().map(|w| w.text.clone()).collect()),
        ("start", start.into_iter().collect()),
        ("end", end.into_iter().collect()),
        ("date", date.into_iter().collect()),
    ]
}

fn codes(parties: &[Party]) -> Vec<String> {
    parties.iter().map(|p| p.code().to_owned()).collect()
}

fn name(article: &Article, id: OfficialId) -> String {
    let official = article.official(id);
    official.map_or_else(|| format!("no official {}", id.index()), |o| o.name.clone())
}

fn speaker(article: &Article, speaker: &Speaker) -> String {
    match speaker {
        Speaker::Official(id) => name(article, *id),
        Speaker::Party(party) => party.code().to_owned(),
        Speaker::Source(words) => words.clone(),
        other => format!("{other:?}"),
    }
}

fn optional(value: &Option<String>) -> Vec<String> {
    value.iter().cloned().collect()
}

/// An enum's name in JSON.
pub fn word(value: &impl Serialize) -> Vec<String> {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(name)) => vec![name],
        _ => Vec::new(),
    }
}

/// Why `found` does not have the expected values of `field`, if it does not.
pub fn mismatch(found: &Flat, field: &str, expected: &[String]) -> Option<String> {
    let Some(values) = found.get(field) else {
        let known: Vec<_> = found.keys().copied().collect();
        return Some(format!(
            "no field `{field}`; there are {}",
            known.join(", ")
        ));
    };
    let fits = if expected.is_empty() || values.is_empty() {
        expected.is_empty() && values.is_empty()
    } else if TEXT.contains(&field) {
        expected
            .iter()
            .all(|e| values.iter().any(|v| fold(v).contains(&fold(e))))
    } else {
        sorted(expected) == sorted(values)
    };
    (!fits).then(|| format!("{field}: expected {expected:?}, found {values:?}"))
}

fn sorted(values: &[String]) -> Vec<String> {
    let mut values: Vec<_> = values.iter().map(|v| fold(v)).collect();
    values.sort();
    values
}

/// One kind of quotation mark and of blank, so that cases need not repeat the
/// article's typography.
pub fn fold(text: &str) -> String {
    // Soft hyphens and characters without width are no part of a word.
    let seen = text.chars().filter(|c| {
        !matches!(
            c,
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}'
        )
    });
    let plain = seen.map(|c| match c {
        '\u{2018}' | '\u{2019}' => '\'',
        '\u{201c}' | '\u{201d}' => '"',
        '\u{2013}' | '\u{2014}' => '-',
        c => c,
    });
    let plain: String = plain.collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}
