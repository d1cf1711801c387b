//! The headline: which line it is, and where the site's name is cut off.

use super::boilerplate::{self, Class};
use super::shape;
use std::ops::Range;

/// Longer lines are no titles of this world.
const LONGEST: usize = 2000;

/// Marks between a headline and the site's name, strongest first.
const MARKS: [&str; 9] = [
    " :: ", " | ", " » ", " « ", " · ", " — ", " – ", " - ", " / ",
];

/// Last words that only sites have.
const SITE_WORDS: [&str; 46] = [
    "news",
    "times",
    "post",
    "daily",
    "agency",
    "press",
    "today",
    "ministry",
    "office",
    "online",
    "herald",
    "tribune",
    "journal",
    "gazette",
    "telegraph",
    "observer",
    "mirror",
    "standard",
    "reuters",
    "affairs",
    "government",
    "portal",
    "tv",
    "radio",
    "network",
    "media",
    "international",
    "gov",
    "uk",
    "website",
    "homepage",
    "world",
    "politics",
    "chronicle",
    "star",
    "express",
    "mail",
    "review",
    "weekly",
    "magazine",
    "service",
    "department",
    "embassy",
    "council",
    "releases",
    "chief",
];

/// Every part of a title that starts and ends at a mark or an end.
pub(super) fn segments(title: &str) -> Vec<Range<usize>> {
    if !may_hold_mark(title) {
        return Vec::new();
    }
    let mut cuts: Vec<Range<usize>> = MARKS
        .iter()
        .flat_map(|mark| title.match_indices(mark).take(4))
        .map(|(at, mark)| at..at + mark.len())
        .collect();
    cuts.sort_by_key(|cut| cut.start);
    cuts.truncate(8);
    let starts = std::iter::once(0).chain(cuts.iter().map(|cut| cut.end));
    let ends: Vec<usize> = cuts
        .iter()
        .map(|cut| cut.start)
        .chain([title.len()])
        .collect();
    starts
        .flat_map(|start| ends.iter().map(move |&end| start..end))
        .filter(|range| range.start < range.end && (range.start > 0 || range.end < title.len()))
        .collect()
}

/// Whether a space and the first byte of a mark stand in a title.
fn may_hold_mark(title: &str) -> bool {
    let mut pairs = title.as_bytes().windows(2);
    pairs.any(|pair| matches!(pair, [b' ', b':' | b'|' | b'-' | b'/' | 0x80..]))
}

/// Cuts the site's name off a title: the range of `title` that is the headline.
pub(super) fn trim_site(title: &str) -> Range<usize> {
    let mut range = 0..title.len();
    if title.len() > LONGEST {
        return range;
    }
    let marks: &[&str] = if may_hold_mark(title) { &MARKS } else { &[] };
    for &mark in marks {
        let strong = matches!(mark, " :: " | " | " | " » " | " « ");
        if strong {
            range = longest_part(title, range, mark);
            continue;
        }
        while let Some(text) = title.get(range.clone()) {
            if let Some((before, after)) = text.rsplit_once(mark)
                && is_site(after)
                && long_enough(before, after)
            {
                range.end = range.start + before.len();
                continue;
            }
            if let Some((before, after)) = text.split_once(mark)
                && is_site(before)
                && long_enough(after, before)
            {
                range.start += before.len() + mark.len();
                continue;
            }
            break;
        }
    }
    if let Some((before, after)) = title.get(range.clone()).and_then(|t| t.rsplit_once('-'))
        && boilerplate::class(after) == Some(Class::Agency)
        && long_enough(before, after)
    {
        range.end = range.start + before.len();
    }
    if let Some(text) = title.get(range.clone()) {
        let labels = ["title: ", "headline: ", "subject: "];
        let label = labels.iter().find(|label| {
            text.get(..label.len())
                .is_some_and(|head| head.eq_ignore_ascii_case(label))
        });
        range.start += label.map_or(0, |label| label.len());
    }
    range
}

/// Between strong marks stand the headline, the section and the site: the part
/// with most words that is no site.
fn longest_part(title: &str, range: Range<usize>, mark: &str) -> Range<usize> {
    let Some(text) = title.get(range.clone()).filter(|t| t.contains(mark)) else {
        return range;
    };
    let mut start = range.start;
    let mut best: Option<(usize, Range<usize>)> = None;
    for part in text.split(mark) {
        let words = part.split_whitespace().count();
        let score = if is_site(part) { words } else { words + 100 };
        if best.as_ref().is_none_or(|(most, _)| score > *most) {
            best = Some((score, start..start + part.len()));
        }
        start += part.len() + mark.len();
    }
    best.map_or(range, |(_, part)| part)
}

/// Whether what is left is a headline still.
fn long_enough(rest: &str, cut: &str) -> bool {
    let words = rest.split_whitespace().count();
    words >= 3 && words >= cut.split_whitespace().count()
}

/// Whether a part of a title is a site's name.
fn is_site(part: &str) -> bool {
    let part = part.trim();
    let words = part.split_whitespace().count();
    if words == 0 || words > 7 {
        return false;
    }
    let last = part
        .rsplit(|c: char| !c.is_alphanumeric())
        .find(|w| !w.is_empty())
        .unwrap_or_default()
        .to_lowercase();
    matches!(
        boilerplate::class(part),
        Some(Class::Agency | Class::Menu | Class::Label)
    ) || part.contains(".com")
        || part.contains(".org")
        || words <= 7
            && part.starts_with(char::is_uppercase)
            && SITE_WORDS.contains(&last.as_str())
            && shape::measure(part).small <= 2
}

/// Whether two titles say the same, or `part` is a piece of `whole` (both folded).
pub(super) fn repeats(whole: &str, part: &str) -> bool {
    !part.is_empty()
        && (whole == part
            || part.len() >= 8 && part.contains(' ') && contains_words(whole, part)
            || whole.len() >= 16 && part.len() < whole.len() + 64 && contains_words(part, whole))
}

/// Whether the words of `part` stand in `whole`, in one piece.
fn contains_words(whole: &str, part: &str) -> bool {
    whole.find(part).is_some_and(|at| {
        let before = at == 0 || whole.as_bytes().get(at - 1) == Some(&b' ');
        let end = at + part.len();
        let after = end == whole.len() || whole.as_bytes().get(end) == Some(&b' ');
        before && after
    })
}
