//! Photo captions and credits.

use super::boilerplate::{self, Class};
use super::phrases::Phrases;
use super::shape;
use std::sync::LazyLock;

/// Starts of a caption or credit, in lower case.
const STARTS: [&str; 26] = [
    "(photo",
    "[photo",
    "photo:",
    "photo by",
    "photo courtesy",
    "photo credit",
    "photos:",
    "photo/",
    "file -",
    "file –",
    "file —",
    "file photo",
    "file:",
    "(file photo",
    "image:",
    "image credit",
    "image source",
    "picture:",
    "caption:",
    "photograph",
    "credit:",
    "(image",
    "(file",
    "(courtesy",
    "illustration",
    "video:",
];

/// Words inside a short text that make it a caption.
const INSIDE: [&str; 37] = [
    "pose for a",
    "poses for a",
    "posing for a",
    "poses for photo",
    "pose for photo",
    "courtesy of",
    "(photo:",
    "photo: ",
    "photo by",
    "(photo by",
    "file photo",
    "[photo",
    "(left)",
    "(right)",
    "(center)",
    "(centre)",
    "(l)",
    "(r)",
    "(2nd l)",
    "in this photo",
    "in this picture",
    "in this file",
    "in this handout",
    "photo courtesy",
    "left, and",
    "right, talk",
    "handout via",
    "pictured here",
    "is pictured",
    "are pictured",
    "seen in this",
    "photo provided",
    "pool via",
    "getty images",
    "(ap photo",
    "screengrab",
    "via reuters",
];

static STARTS_TABLE: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(&STARTS));
static INSIDE_TABLE: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(&INSIDE));

/// Ends of a caption, without stops and closing brackets.
const ENDS: [&str; 16] = [
    "[agencies",
    "[file",
    "photo",
    "/reuters",
    "/afp",
    "/ap",
    "(yonhap",
    "(reuters",
    "getty images",
    "/yonhap",
    "/xinhua",
    "/ twitter",
    "/ facebook",
    "/ x",
    "| twitter",
    "no caption",
];

/// Whether `text` is a caption or a credit.
pub(super) fn is_caption(text: &str) -> bool {
    if text.len() > 420 {
        return credited(text);
    }
    let starts = STARTS_TABLE.starting(text.as_bytes()).next().is_some();
    starts
        || text.len() < 300 && ends(text)
        || !text.starts_with(['"', '“']) && INSIDE_TABLE.find(text).is_some()
        || text.len() < 300 && agency_slash(text)
        || text.len() < 100 && agency_behind(text)
        || credited(text)
}

/// Whether a text ends like a caption.
fn ends(text: &str) -> bool {
    let bare = text.trim_end_matches(['.', ')', ']']).as_bytes();
    let Some(last) = bare.last().map(u8::to_ascii_lowercase) else {
        return false;
    };
    ENDS.iter().any(|end| {
        let same = end.as_bytes().last() == Some(&last);
        let tail = bare.len().checked_sub(end.len()).filter(|_| same);
        let tail = tail.and_then(|n| bare.get(n..));
        tail.is_some_and(|tail| tail.eq_ignore_ascii_case(end.as_bytes()))
    })
}

/// "Foreign Minister Ann Lee. (Reuters)"
fn agency_behind(text: &str) -> bool {
    text.strip_suffix([')', ']'])
        .and_then(|bare| bare.rsplit_once(['(', '[']))
        .is_some_and(|(_, name)| boilerplate::class(name) == Some(Class::Agency))
}

/// "Foreign Minister Ann Lee TASS/Bo Day", "(Xinhua/Bo Day)": an agency and a
/// photographer at the end.
fn agency_slash(text: &str) -> bool {
    let bare = text.trim_end_matches([')', ']', '.']);
    let Some((before, name)) = bare.rsplit_once('/') else {
        return false;
    };
    let agency = before
        .rsplit(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or_default();
    name.starts_with(char::is_uppercase)
        && name.split_whitespace().count() <= 4
        && name
            .split_whitespace()
            .all(|w| w.starts_with(char::is_uppercase))
        && boilerplate::class(agency) == Some(Class::Agency)
}

/// "Ann Lee / Reuters The council meets …": a credit fused with a caption.
fn credited(text: &str) -> bool {
    // No more than four bytes a character.
    let Some(slash) = shape::head(text, 240).find('/') else {
        return false;
    };
    let name = text.get(..slash).unwrap_or_default();
    if name.chars().count() >= 60 {
        return false;
    }
    let name = name.trim();
    let after = text.get(slash + 1..).unwrap_or_default();
    // "ULAANBAATAR /MONTSAME/" is a dateline.
    let closed = after.find('/').is_some_and(|i| i < 30);
    let spaced = after.starts_with(' ') || text.get(..slash).is_some_and(|t| t.ends_with(' '));
    let names = (1..=4).contains(&name.split_whitespace().count())
        && name
            .split_whitespace()
            .all(|w| w.starts_with(char::is_uppercase));
    let agency = after
        .split(|c: char| !c.is_alphanumeric())
        .find(|w| !w.is_empty())
        .is_some_and(|w| {
            boilerplate::class(w) == Some(Class::Agency) || matches!(w, "Getty" | "EPA" | "Pool")
        });
    spaced && !closed && names && agency
}
