//! Which words of the body belong to which record.

use crate::export::align::Alignment;
use crate::export::text::{shorten, when};
use crate::export::words;
use crate::model::{Article, Official, When};
use crate::span::Evidence;
use std::ops::Range;

/// How far behind the evidence of a record its date is looked for, in bytes.
const DATE_REACH: usize = 160;

/// The kinds of mark. Officials and dates are words; the others are passages,
/// with a number at their end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Kind {
    Official,
    Date,
    Meeting,
    Statement,
    Agreement,
}

impl Kind {
    pub(super) fn class(self) -> &'static str {
        match self {
            Kind::Official => "o",
            Kind::Date => "d",
            Kind::Meeting => "m",
            Kind::Statement => "s",
            Kind::Agreement => "g",
        }
    }

    pub(super) fn is_word(self) -> bool {
        matches!(self, Kind::Official | Kind::Date)
    }
}

/// A record as marks and tables name it: "m0", "M1".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Record {
    pub(super) kind: Kind,
    pub(super) index: usize,
}

impl Record {
    /// Identifier of its row.
    pub(super) fn id(self) -> String {
        format!("{}{}", self.kind.class(), self.index)
    }

    /// What the reader sees: a letter and a number from 1.
    pub(super) fn label(self) -> String {
        let letter = match self.kind {
            Kind::Agreement => "A".to_owned(),
            kind => kind.class().to_uppercase(),
        };
        format!("{letter}{}", self.index + 1)
    }
}

/// A marked range of the body.
#[derive(Debug, Clone)]
pub(super) struct Mark {
    pub(super) kind: Kind,
    pub(super) range: Range<usize>,
    /// The record that it belongs to; of a date the record it dates.
    pub(super) record: Record,
    /// What is shown of the record.
    pub(super) card: String,
    /// The value of a `<time>` element.
    pub(super) datetime: Option<String>,
}

/// The marks of an article, sorted by place; words do not overlap.
pub(super) fn find(article: &Article, input: &str) -> Vec<Mark> {
    if input.is_empty() {
        return Vec::new();
    }
    let body = article.body.as_str();
    let alignment = Alignment::new(body, input);
    let ranges = |evidence: &[Evidence]| -> Vec<Range<usize>> {
        let found = evidence
            .iter()
            .filter_map(|e| alignment.body_range(e.span.range()));
        found.map(|range| whole_words(body, range)).collect()
    };
    let mut marks = Vec::new();
    for (index, official) in article.officials.iter().enumerate() {
        let record = Record {
            kind: Kind::Official,
            index,
        };
        let card = official_card(official);
        for range in ranges(&official.evidence) {
            marks.push(mark(record, named(body, range, official), &card));
        }
    }
    for (index, meeting) in article.meetings.iter().enumerate() {
        let record = Record {
            kind: Kind::Meeting,
            index,
        };
        let found = ranges(&meeting.evidence);
        date_mark(&mut marks, body, &found, record, meeting.when.as_ref());
        let card = meeting_card(article, index);
        marks.extend(found.into_iter().map(|range| mark(record, range, &card)));
    }
    for (index, statement) in article.statements.iter().enumerate() {
        let record = Record {
            kind: Kind::Statement,
            index,
        };
        let found = ranges(&statement.evidence);
        date_mark(&mut marks, body, &found, record, statement.when.as_ref());
        let card = statement_card(article, index);
        marks.extend(found.into_iter().map(|range| mark(record, range, &card)));
    }
    for (index, agreement) in article.agreements.iter().enumerate() {
        let record = Record {
            kind: Kind::Agreement,
            index,
        };
        let found = ranges(&agreement.evidence);
        date_mark(&mut marks, body, &found, record, agreement.when.as_ref());
        let card = agreement_card(article, index);
        marks.extend(found.into_iter().map(|range| mark(record, range, &card)));
    }
    marks.sort_by_key(|m| (m.range.start, std::cmp::Reverse(m.range.end), m.kind));
    without_overlapping_words(marks)
}

fn mark(record: Record, range: Range<usize>, card: &str) -> Mark {
    Mark {
        kind: record.kind,
        range,
        record,
        card: card.to_owned(),
        datetime: None,
    }
}

/// The range with the rest of its last word: letters outside ASCII are not
/// aligned.
fn whole_words(body: &str, range: Range<usize>) -> Range<usize> {
    let rest = body.get(range.end..).unwrap_or_default();
    let tail: usize = rest
        .chars()
        .take_while(|c| c.is_alphanumeric())
        .map(char::len_utf8)
        .sum();
    let before = body.get(..range.start).unwrap_or_default();
    let head: usize = before
        .chars()
        .rev()
        .take_while(|c| c.is_alphanumeric())
        .map(char::len_utf8)
        .sum();
    range.start - head..range.end + tail
}

/// The official's name inside the evidence, which may be a whole clause.
fn named(body: &str, range: Range<usize>, official: &Official) -> Range<usize> {
    let words = body.get(range.clone()).unwrap_or_default();
    std::iter::once(&official.name)
        .chain(&official.aliases)
        .filter(|name| !name.is_empty())
        .find_map(|name| words.find(name.as_str()).map(|at| (at, name.len())))
        .map_or(range.clone(), |(at, len)| {
            range.start + at..range.start + at + len
        })
}

/// Marks the words of a record's date, inside its evidence or a little behind.
fn date_mark(
    marks: &mut Vec<Mark>,
    body: &str,
    found: &[Range<usize>],
    record: Record,
    date: Option<&When>,
) {
    let Some(date) = date.filter(|d| !d.text.is_empty()) else {
        return;
    };
    let place = found.iter().find_map(|range| {
        let mut end = (range.end + DATE_REACH).min(body.len());
        while !body.is_char_boundary(end) {
            end -= 1;
        }
        let at = body.get(range.start..end)?.find(&date.text)?;
        Some(range.start + at..range.start + at + date.text.len())
    });
    if let Some(range) = place {
        marks.push(Mark {
            kind: Kind::Date,
            range,
            record,
            card: when(date),
            datetime: date
                .start
                .filter(|start| date.end.is_none_or(|end| end == *start))
                .map(|start| start.to_string()),
        });
    }
}

/// Of words that overlap, the first and longest stays. The marks are sorted.
fn without_overlapping_words(marks: Vec<Mark>) -> Vec<Mark> {
    let mut end = 0;
    marks
        .into_iter()
        .filter(|mark| {
            if !mark.kind.is_word() {
                return !mark.range.is_empty();
            }
            let free = mark.range.start >= end && !mark.range.is_empty();
            if free {
                end = mark.range.end;
            }
            free
        })
        .collect()
}

fn official_card(official: &Official) -> String {
    let side = words::side(official);
    let parts = [Some(words::post(official)), side.map(str::to_owned)];
    lines(parts)
}

fn meeting_card(article: &Article, index: usize) -> String {
    let Some(meeting) = article.meetings.get(index) else {
        return String::new();
    };
    let kind = words::meeting_kind(meeting.kind);
    let status = words::meeting_status(meeting.status);
    lines([
        Some(format!("{kind}, {status}")),
        meeting.when.as_ref().map(when),
        meeting.place.as_ref().map(words::place),
        Some(words::parties(&meeting.parties)),
        Some(words::people(article, &meeting.participants)),
    ])
}

fn statement_card(article: &Article, index: usize) -> String {
    let Some(statement) = article.statements.get(index) else {
        return String::new();
    };
    let who = words::speakers(article, statement);
    let who = if who.is_empty() {
        "speaker unknown".to_owned()
    } else {
        who
    };
    let targets = words::parties(&statement.targets);
    lines([
        Some(format!("{who} {}", words::act(statement.act))),
        (!targets.is_empty()).then(|| format!("about {targets}")),
        statement.channel.clone(),
    ])
}

fn agreement_card(article: &Article, index: usize) -> String {
    let Some(agreement) = article.agreements.get(index) else {
        return String::new();
    };
    lines([
        Some(format!(
            "agreement {}",
            words::agreement_status(agreement.status)
        )),
        Some(words::parties(&agreement.parties)),
        agreement.instrument.as_ref().map(|i| shorten(&i.name, 80)),
        agreement.when.as_ref().map(when),
    ])
}

fn lines<const N: usize>(parts: [Option<String>; N]) -> String {
    let parts = parts.into_iter().flatten().filter(|p| !p.is_empty());
    parts.collect::<Vec<_>>().join("; ")
}
