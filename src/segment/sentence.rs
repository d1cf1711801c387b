//! Cuts a paragraph into sentences that tile it.

use super::boundary::{Cluster, Rules};
use super::chars::{Case, at, is_space, skip_space};
use super::marks::{Mark, Role, Shape, Side};
use super::{Place, QuoteKind, Sentence, offset};
use crate::lexicon::Abbreviations;
use crate::source::PieceKind;

/// Adds the sentences of a paragraph whose quotation marks have their roles.
pub(super) fn cut(
    place: &Place<'_>,
    marks: &[Mark],
    abbreviations: &Abbreviations,
    sentences: &mut Vec<Sentence>,
) {
    let text = place.text;
    if text.is_empty() {
        return;
    }
    let mut push = |start: usize, end: usize, complete: bool| {
        sentences.push(Sentence {
            range: place.start + offset(start)..place.start + offset(end),
            paragraph: place.paragraph,
            complete,
        });
    };
    if place.kind == PieceKind::Dateline {
        push(0, text.len(), false);
        return;
    }
    let rules = Rules {
        text,
        case: Case::of(text),
        headline: matches!(place.kind, PieceKind::Headline | PieceKind::Subhead),
        abbreviations,
    };
    let mut start = 0;
    let mut complete = false;
    let mut index = 0;
    while let Some(mark) = marks.get(index) {
        if !mark.is_stop() {
            index += 1;
            continue;
        }
        let (cluster, next) = cluster(text, marks, index, start);
        index = next;
        if skip_space(text, cluster.end) >= text.len() {
            complete = !(rules.headline && rules.is_abbreviation(&cluster));
            break;
        }
        if let Some(end) = rules.boundary(&cluster) {
            push(start, end, true);
            start = end;
        }
    }
    push(start, text.len(), complete);
}

/// The stops at `index` with the closing marks behind them, and the index of
/// the first mark that is not among them.
fn cluster(text: &str, marks: &[Mark], index: usize, sentence: usize) -> (Cluster, usize) {
    let mut cluster = Cluster {
        start: 0,
        stop_end: 0,
        end: 0,
        shape: Shape::Stop,
        quoted: false,
        sentence,
    };
    let Some(first) = marks.get(index) else {
        return (cluster, index + 1);
    };
    cluster.start = first.start();
    cluster.stop_end = first.end();
    cluster.shape = first.shape;
    let next = stops(text, marks, index + 1, &mut cluster);
    cluster.end = cluster.stop_end;
    let next = closers(text, marks, next, &mut cluster);
    (cluster, next)
}

/// Takes up the stops that follow without a space, or as ". . .".
fn stops(text: &str, marks: &[Mark], mut index: usize, cluster: &mut Cluster) -> usize {
    let mut spaced = 0;
    while let Some(mark) = marks.get(index).filter(|mark| mark.is_stop()) {
        let gap = text.get(cluster.stop_end..mark.start()).unwrap_or("x");
        let joins = match gap {
            "" => true,
            " " | "\u{A0}" => {
                spaced += 1;
                cluster.shape != Shape::Bang && mark.shape == Shape::Stop
            }
            _ => false,
        };
        if !joins {
            break;
        }
        if mark.shape != Shape::Stop || cluster.shape == Shape::Stop && spaced > 1 {
            cluster.shape = stronger(cluster.shape, mark.shape, spaced);
        }
        cluster.stop_end = mark.end();
        index += 1;
    }
    index
}

/// "?" beats "…" beats "."; three spaced stops are an ellipsis.
fn stronger(first: Shape, second: Shape, spaced: usize) -> Shape {
    if first == Shape::Bang || second == Shape::Bang {
        Shape::Bang
    } else if first == Shape::Ellipsis || second == Shape::Ellipsis || spaced > 1 {
        Shape::Ellipsis
    } else {
        Shape::Stop
    }
}

/// Takes up the closing quotation marks and brackets behind the stops.
fn closers(text: &str, marks: &[Mark], mut index: usize, cluster: &mut Cluster) -> usize {
    loop {
        let mut place = cluster.end;
        if let Some(c) = at(text, place).filter(|&c| is_space(c)) {
            // Tokenized text sets closing marks apart; one space at most.
            place += c.len_utf8();
        }
        let apart = place > cluster.end;
        let mark = marks.get(index).filter(|mark| mark.start() == place);
        if let Some(mark) = mark.filter(|mark| closes(text, mark, apart)) {
            cluster.end = mark.end();
            cluster.quoted = true;
            index += 1;
        } else if matches!(at(text, place), Some(')' | ']' | '}')) {
            cluster.end = place + 1;
        } else if let Some(end) = note_mark(text, cluster.end) {
            cluster.end = end;
        } else {
            return index;
        }
    }
}

/// Whether `mark`, next behind a stop, closes a quotation there.
fn closes(text: &str, mark: &Mark, apart: bool) -> bool {
    match (mark.role, mark.shape) {
        (Role::Close, _) => true,
        // A single mark whose opening mark is missing.
        (Role::Plain, Shape::Quote(QuoteKind::Single, side)) => {
            !apart
                && matches!(side, Side::Right | Side::Straight)
                && at(text, mark.end()).is_none_or(is_space)
        }
        _ => false,
    }
}

/// The end of a note mark such as "[12]" at `start`.
fn note_mark(text: &str, start: usize) -> Option<usize> {
    let rest = text.get(start..)?.strip_prefix('[')?;
    let digits = rest.bytes().take(4).take_while(u8::is_ascii_digit).count();
    let closed = rest.as_bytes().get(digits) == Some(&b']');
    (digits > 0 && closed).then_some(start + digits + 2)
}
