//! The headline: which line it is, and where the site's name is cut off.

use super::boilerplate::{self, Class};
use super::shape;
use std::ops::Range;

/// Marks between a headline and the site's name, strongest first.
const MARKS: [&str; 9] = [" :: ", " | ", " » ", " « ", " · ", " — ", " – ", " - ", " / "];

/// Last words that only sites have.
const SITE_WORDS: [&str; 46] = [
    "news", "times", "post", "daily", "agency", "press", "today", "ministry", "office", "online",
    "herald", "tribune", "journal", "gazette", "telegraph", "observer", "mirror", "standard",
    "reuters", "affairs", "government", "portal", "tv", "radio", "network", "media", "international",
    "gov", "uk", "website", "homepage", "world", "politics", "chronicle", "star", "express", "mail",
    "review", "weekly", "magazine", "service", "department", "embassy", "council", "releases", "chief",
];

/// Cuts the site's name off a title: the range of `title` that is the headline.
pub(super) fn trim_site(title: &str) -> Range<usize> {
    let mut range = 0..title.len();
    for mark in MARKS {
        while let Some(text) = title.get(range.clone()) {
            let strong = matches!(mark, " :: " | " | " | " » " | " « ");
            if let Some(at) = text.rfind(mark)
                && is_site(text.get(at + mark.len()..).unwrap_or_default(), strong)
                && long_enough(text.get(..at).unwrap_or_default(), text.get(at + mark.len()..))
            {
                range.end = range.start + at;
                continue;
            }
            if let Some(at) = text.find(mark)
                && is_site(text.get(..at).unwrap_or_default(), strong)
                && long_enough(text.get(at + mark.len()..).unwrap_or_default(), text.get(..at))
            {
                range.start += at + mark.len();
                continue;
            }
            break;
        }
    }
    if let Some(text) = title.get(range.clone()) {
        for prefix in ["Title: ", "TITLE: ", "Headline: ", "HEADLINE: ", "Subject: ", "SUBJECT: "] {
            if text.starts_with(prefix) {
                range.start += prefix.len();
                break;
            }
        }
    }
    range
}

/// Whether what is left is a headline still.
fn long_enough(rest: &str, cut: Option<&str>) -> bool {
    let words = rest.split_whitespace().count();
    let off = cut.unwrap_or_default().split_whitespace().count();
    words >= 3 && words >= off
}

/// Whether a part of a title is a site's name.
fn is_site(part: &str, strong: bool) -> bool {
    let part = part.trim();
    let words = part.split_whitespace().count();
    if words == 0 || words > 7 {
        return false;
    }
    if strong && words <= 6 {
        return true;
    }
    let last = part
        .rsplit(|c: char| !c.is_alphanumeric())
        .find(|w| !w.is_empty())
        .unwrap_or_default()
        .to_lowercase();
    boilerplate::class(part) == Some(Class::Agency)
        || part.contains(".com")
        || part.contains(".org")
        || words <= 5
            && part.starts_with(char::is_uppercase)
            && SITE_WORDS.contains(&last.as_str())
            && shape::measure(part).small <= 1
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
