//! The main text of an HTML page: the densest stretch of prose.

use super::shape;
use super::sheet::{Line, Mark, Sheet};

/// Where a line stands on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Zone {
    #[default]
    Open,
    /// In an element that says it is the article.
    Article,
    /// In an element that says it is something else.
    Aside,
}

/// A line of this weight is prose.
const PROSE: i64 = 8;

/// Keeps the densest stretch of prose; marks what stands outside as furniture.
pub(super) fn choose(sheet: &mut Sheet<'_>, zones: &[Zone]) {
    let weights: Vec<i64> = sheet
        .lines
        .iter()
        .zip(zones)
        .map(|(line, zone)| weight(sheet, line, *zone))
        .collect();
    let Some((start, mut end)) = article(&weights, zones).or_else(|| densest(&weights)) else {
        return;
    };
    // A short last sentence.
    while sheet.lines.get(end).is_some_and(|line| {
        line.linked == 0
            && zones.get(end) != Some(&Zone::Aside)
            && line.mark == Mark::Plain
            && shape::is_terminal(sheet.str(line))
    }) {
        end += 1;
    }
    for (index, line) in sheet.lines.iter_mut().enumerate() {
        let prose = weights.get(index).is_some_and(|w| *w >= PROSE);
        let aside = zones.get(index) == Some(&Zone::Aside);
        let outside = aside || index < start && prose || index >= end;
        if outside && line.mark != Mark::Title {
            line.mark = Mark::Furniture;
        }
    }
}

/// The stretch that elements called article hold, if most of the prose is there.
fn article(weights: &[i64], zones: &[Zone]) -> Option<(usize, usize)> {
    let inside = |index: &usize| zones.get(*index) == Some(&Zone::Article);
    let prose = |index: &usize| weights.get(*index).copied().filter(|w| *w >= PROSE);
    let all: i64 = (0..weights.len()).filter_map(|i| prose(&i)).sum();
    let held: i64 = (0..weights.len())
        .filter(inside)
        .filter_map(|i| prose(&i))
        .sum();
    if held < 30 || held * 2 < all {
        return None;
    }
    let start = (0..weights.len()).find(inside)?;
    let end = (0..weights.len()).rfind(inside)?;
    Some((start, end + 1))
}

/// How much a line speaks for being the article's.
fn weight(sheet: &Sheet<'_>, line: &Line, zone: Zone) -> i64 {
    let text = sheet.str(line);
    let words = i64::try_from(text.bytes().filter(|b| *b == b' ').count()).unwrap_or(0) + 1;
    let linked = line.linked as usize * 2 > line.range.len();
    let prose = words >= 8 && !linked && line.mark != Mark::Title;
    match zone {
        Zone::Aside => -5 - words,
        _ if linked => -6,
        Zone::Article if prose => words + 4,
        Zone::Article => 1,
        Zone::Open if prose => words,
        Zone::Open => -4,
    }
}

/// The stretch with the greatest sum.
fn densest(weights: &[i64]) -> Option<(usize, usize)> {
    let mut best = (0, None);
    let (mut sum, mut start) = (0i64, 0usize);
    for (index, weight) in weights.iter().enumerate() {
        if sum <= 0 {
            (sum, start) = (0, index);
        }
        sum += weight;
        if sum > best.0 {
            best = (sum, Some((start, index + 1)));
        }
    }
    best.1
}
