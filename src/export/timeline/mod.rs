//! A timeline: meetings, visits and agreements, past and planned, as one SVG.
//!
//! Honest about precision: a day is a dot, several days, a month or a year a
//! bar as long as they are. What took place is filled, what is to come is
//! hollow, what was called off is crossed out. Stretches in which nothing
//! happens are cut short, and the cut is drawn. One row an item, so that labels
//! never overlap.

mod axis;

use super::text::{escape, one_line, when};
use super::words;
use crate::model::{AgreementStatus, Article, MeetingKind, MeetingStatus, When};
use axis::Axis;
use chrono::NaiveDate;
use std::fmt::Write;

/// Width of the picture, of the column of labels, and of its margins.
const WIDTH: f64 = 960.0;
const LABELS: f64 = 380.0;
const MARGIN: f64 = 16.0;
const ROW: f64 = 24.0;
const TOP: f64 = 34.0;

/// What the signs mean.
pub(super) const KEY: &str = "A day is a dot (a meeting) or a diamond (an agreement), a longer time a bar. Filled: it took place; hollow: to come; crossed: called off or broken. The dotted line is the day of publication; zigzags are time left out.";

/// The dated meetings and agreements of the articles as an SVG picture.
///
/// An encounter that several articles tell of appears once if they agree on
/// kind, sides and dates. Without any date the picture says so.
///
/// ```
/// use demarche::export::timeline;
/// # fn main() -> Result<(), demarche::ParseError> {
/// let article = demarche::parse_article(
///     "Japan and India held talks in Tokyo on July 18, 2024. They will meet again in October 2024.",
/// )?;
/// let svg = timeline::svg([&article]);
/// assert!(svg.starts_with("<svg") && svg.ends_with("</svg>\n"));
/// # Ok(())
/// # }
/// ```
#[must_use]
pub fn svg<'a>(articles: impl IntoIterator<Item = &'a Article>) -> String {
    let mut items: Vec<Item> = Vec::new();
    let mut told: Option<NaiveDate> = None;
    for article in articles {
        items.extend(self::items(article, false));
        told = told.max(article.published.map(|p| p.date));
    }
    draw(items, told)
}

/// The timeline of one article, with the numbers its records have on the page;
/// nothing if there is no date.
pub(super) fn for_page(article: &Article) -> Option<String> {
    let items = items(article, true);
    (!items.is_empty()).then(|| draw(items, article.published.map(|p| p.date)))
}

/// How an item is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum State {
    Past,
    Planned,
    Off,
}

/// One row.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Item {
    first: NaiveDate,
    last: NaiveDate,
    agreement: bool,
    state: State,
    label: String,
    date: String,
}

/// The dated records of an article.
fn items(article: &Article, numbered: bool) -> Vec<Item> {
    let number = |letter: char, index: usize| {
        if numbered {
            format!("{letter}{} ", index + 1)
        } else {
            String::new()
        }
    };
    let mut found = Vec::new();
    for (index, meeting) in article.meetings.iter().enumerate() {
        let state = match meeting.status {
            MeetingStatus::Held | MeetingStatus::Ongoing => State::Past,
            MeetingStatus::Scheduled | MeetingStatus::Proposed | MeetingStatus::Postponed => {
                State::Planned
            }
            MeetingStatus::Cancelled => State::Off,
        };
        let mut label = number('M', index) + &words::meeting(meeting);
        let place = meeting.place.as_ref().and_then(|p| p.city.as_deref());
        if let Some(city) = place.filter(|_| meeting.kind != MeetingKind::Call) {
            let _ = write!(label, ", {city}");
        }
        found.extend(item(meeting.when.as_ref(), false, state, &label));
    }
    for (index, agreement) in article.agreements.iter().enumerate() {
        let state = match agreement.status {
            AgreementStatus::Reached | AgreementStatus::Signed => State::Past,
            AgreementStatus::Planned | AgreementStatus::Proposed => State::Planned,
            AgreementStatus::Broken => State::Off,
        };
        let meeting = agreement.meeting.and_then(|id| article.meeting(id));
        let when = agreement.when.as_ref();
        let when = when.or(meeting.and_then(|m| m.when.as_ref()));
        let label = number('A', index)
            + words::agreement_status(agreement.status)
            + ": "
            + words::agreement(agreement);
        found.extend(item(when, true, state, &label));
    }
    found
}

fn item(date: Option<&When>, agreement: bool, state: State, label: &str) -> Option<Item> {
    let date = date?;
    let (start, end) = (date.start.or(date.end)?, date.end.or(date.start)?);
    let (first, last) = (start.first_day()?, end.last_day()?);
    Some(Item {
        first: first.min(last),
        last: last.max(first),
        agreement,
        state,
        label: one_line(label),
        date: when(date),
    })
}

fn draw(mut items: Vec<Item>, told: Option<NaiveDate>) -> String {
    items.sort();
    items.dedup();
    let rows = items.len().max(1) as f64;
    let height = TOP + rows * ROW + 12.0;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"tl\" viewBox=\"0 0 {WIDTH} {height}\" width=\"{WIDTH}\" height=\"{height}\" role=\"img\" aria-label=\"Timeline of {} dated records\">\n<desc>{KEY}</desc>\n<style>{}</style>\n",
        items.len(),
        include_str!("style.css").replace('\n', "")
    );
    let spans: Vec<_> = items.iter().map(|i| (i.first, i.last)).collect();
    let Some(axis) = Axis::new(&spans, LABELS, WIDTH - MARGIN) else {
        let _ = write!(
            svg,
            "<text x=\"{MARGIN}\" y=\"{TOP}\">No dated records.</text>\n</svg>\n"
        );
        return svg;
    };
    scale(&mut svg, &axis, height);
    if let Some(x) = told.and_then(|day| axis.inside(day)) {
        let _ = writeln!(
            svg,
            "<line class=\"tl-told\" x1=\"{x:.1}\" x2=\"{x:.1}\" y1=\"{TOP}\" y2=\"{:.1}\"><title>published</title></line>",
            height - 8.0
        );
    }
    for (row, item) in items.iter().enumerate() {
        draw_item(&mut svg, &axis, item, TOP + (row as f64 + 0.5) * ROW);
    }
    svg.push_str("</svg>\n");
    svg
}

/// Grid lines with their dates, and the cuts between the stretches.
fn scale(svg: &mut String, axis: &Axis, height: f64) {
    for tick in axis.ticks() {
        let _ = writeln!(
            svg,
            "<line class=\"tl-grid\" x1=\"{x:.1}\" x2=\"{x:.1}\" y1=\"{TOP}\" y2=\"{:.1}\"/>",
            height - 8.0,
            x = tick.x
        );
        if let Some(label) = &tick.label {
            let _ = writeln!(
                svg,
                "<text class=\"tl-date\" x=\"{:.1}\" y=\"{:.1}\">{label}</text>",
                tick.x,
                TOP - 12.0
            );
        }
    }
    for x in axis.cuts() {
        let _ = writeln!(
            svg,
            "<path class=\"tl-cut\" d=\"M{:.1} {y}l4 -4 -8 -5 4 -4M{:.1} {y}l4 -4 -8 -5 4 -4\"><title>time left out</title></path>",
            x - 2.0,
            x + 3.0,
            y = TOP + 16.0
        );
    }
}

/// The label, cut where it would leave its column. The widths are upper bounds
/// for the usual fonts at 12 pixels.
fn fitting(label: &str, room: f64) -> String {
    let width = |c: char| match c {
        'f' | 'i' | 'j' | 'l' | 'r' | 't' | ' ' | '.' | ',' | ':' | ';' | '\'' | '(' | ')' => 5.0,
        'm' | 'w' | 'M' | 'W' | '@' | '%' => 12.0,
        c if c.is_ascii_uppercase() => 9.5,
        c if c.is_ascii() => 7.5,
        c if c < '\u{1100}' => 9.5,
        _ => 14.0,
    };
    let total: f64 = label.chars().map(width).sum();
    if total <= room {
        return label.to_owned();
    }
    let mut used = 12.0;
    let kept: String = label
        .chars()
        .take_while(|c| {
            used += width(*c);
            used <= room
        })
        .collect();
    kept.trim_end().to_owned() + "…"
}

fn draw_item(svg: &mut String, axis: &Axis, item: &Item, y: f64) {
    let class = match item.state {
        State::Past => "tl-past",
        State::Planned => "tl-plan",
        State::Off => "tl-off",
    };
    let kind = if item.agreement { "tl-g" } else { "tl-m" };
    let state = match item.state {
        State::Past => "",
        State::Planned => ", planned",
        State::Off => ", called off or broken",
    };
    let title = escape(&format!("{}, {}{state}", item.label, item.date));
    let label = escape(&fitting(&item.label, LABELS - 2.0 * MARGIN));
    let (from, to) = (axis.start_of(item.first), axis.end_of(item.last));
    let _ = write!(
        svg,
        "<g class=\"{kind} {class}\"><title>{title}</title><text x=\"{MARGIN}\" y=\"{:.1}\">{label}</text>",
        y + 4.0
    );
    let middle = (from + to) / 2.0;
    let _ = if item.first == item.last && item.agreement {
        write!(
            svg,
            "<path d=\"M{middle:.1} {:.1}l6 6 -6 6 -6 -6z\"/>",
            y - 6.0
        )
    } else if item.first == item.last {
        write!(svg, "<circle cx=\"{middle:.1}\" cy=\"{y:.1}\" r=\"5\"/>")
    } else {
        let width = (to - from).max(4.0);
        write!(
            svg,
            "<rect x=\"{from:.1}\" y=\"{:.1}\" width=\"{width:.1}\" height=\"9\" rx=\"3\"/>",
            y - 4.5
        )
    };
    if item.state == State::Off {
        let _ = write!(
            svg,
            "<path class=\"tl-x\" d=\"M{:.1} {:.1}l12 12m0 -12l-12 12\"/>",
            middle - 6.0,
            y - 6.0
        );
    }
    svg.push_str("</g>\n");
}
