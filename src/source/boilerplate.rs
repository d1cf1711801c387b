//! Lines that are no part of the story, by the table `data/boilerplate.tsv`.

use std::collections::HashMap;
use std::sync::LazyLock;

/// The table: pattern, class, note.
const TABLE: &str = include_str!("data/boilerplate.tsv");

/// Longer lines are prose; of them only the start is looked at.
const LONGEST: usize = 240;

/// Why a line is no part of the story.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Class {
    Menu,
    Share,
    Newsletter,
    Cookies,
    Advertisement,
    /// The start of a list of other stories.
    Related,
    /// Behind it nothing belongs to the story.
    End,
    Copyright,
    /// Who reported, wrote, edited; sources.
    Signoff,
    /// What sort of text it is ("Press release").
    Label,
    /// The name of an agency or a site.
    Agency,
}

impl Class {
    /// The reason, as [`Dropped`](super::Dropped) gives it.
    pub(super) fn reason(self) -> &'static str {
        match self {
            Class::Menu => "menu",
            Class::Share => "share bar",
            Class::Newsletter => "newsletter prompt",
            Class::Cookies => "cookie notice",
            Class::Advertisement => "advertisement",
            Class::Related => "related stories",
            Class::End => "end of story",
            Class::Copyright => "copyright",
            Class::Signoff => "sign-off",
            Class::Label => "label",
            Class::Agency => "agency",
        }
    }

    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "menu" => Class::Menu,
            "share" => Class::Share,
            "newsletter" => Class::Newsletter,
            "cookies" => Class::Cookies,
            "advertisement" => Class::Advertisement,
            "related" => Class::Related,
            "end" => Class::End,
            "copyright" => Class::Copyright,
            "signoff" => Class::Signoff,
            "label" => Class::Label,
            "agency" => Class::Agency,
            _ => return None,
        })
    }
}

/// The table, ready for look-ups.
#[derive(Debug, Default)]
struct Table {
    /// Whole lines.
    whole: HashMap<&'static str, Class>,
    /// Starts, by their first four letters.
    starts: HashMap<&'static str, Vec<(&'static str, Class)>>,
    /// Ends and middles.
    parts: Vec<(&'static str, bool, Class)>,
}

static LOADED: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table::default();
    for row in TABLE.lines().filter(|row| !row.starts_with('#')) {
        let mut fields = row.split('\t');
        let (Some(pattern), Some(class)) = (fields.next(), fields.next().and_then(Class::named))
        else {
            continue;
        };
        if let Some(whole) = pattern.strip_prefix('=') {
            table.whole.insert(whole, class);
        } else if let Some(start) = pattern.strip_prefix('^') {
            match start.strip_suffix('$') {
                Some(whole) => {
                    table.whole.insert(whole, class);
                }
                None => table.starts.entry(key(start)).or_default().push((start, class)),
            }
        } else if let Some(end) = pattern.strip_suffix('$') {
            table.parts.push((end, true, class));
        } else {
            table.parts.push((pattern, false, class));
        }
    }
    for list in table.starts.values_mut() {
        list.sort_by_key(|(start, _)| std::cmp::Reverse(start.len()));
    }
    table
});

/// The first letters of a start, by which it is found.
fn key(start: &str) -> &str {
    let end = start.char_indices().nth(3).map_or(start.len(), |(i, _)| i);
    start.get(..end).unwrap_or(start)
}

/// The class of a line, if the table knows it.
pub(super) fn class(line: &str) -> Option<Class> {
    let table = &*LOADED;
    let long = line.len() > LONGEST;
    let lower = lower(line, if long { 48 } else { line.len() });
    let lower = lower.trim_matches(|c: char| matches!(c, ' ' | '*' | '|' | '•' | '»' | '>' | '–' | '—' | '-' | '#' | '.' | '…'));
    if !long {
        let bare = lower.trim_end_matches([':', '!', '?', ' ', '.']);
        if let Some(&class) = table.whole.get(bare).or_else(|| table.whole.get(lower)) {
            return Some(class);
        }
    }
    if lower.starts_with('©') {
        return Some(Class::Copyright);
    }
    if let Some(list) = table.starts.get(key(lower))
        && let Some(&(_, class)) = list.iter().find(|(start, _)| begins(lower, start))
    {
        return Some(class);
    }
    if long {
        return None;
    }
    table
        .parts
        .iter()
        .find(|(part, end, _)| {
            if *end {
                lower.trim_end_matches(['.', '!']).ends_with(part)
            } else {
                lower.contains(part)
            }
        })
        .map(|&(_, _, class)| class)
}

/// Whether the line begins with the words of `start`.
fn begins(line: &str, start: &str) -> bool {
    line.strip_prefix(start).is_some_and(|rest| {
        !start.ends_with(|c: char| c.is_alphanumeric())
            || !rest.starts_with(|c: char| c.is_alphanumeric())
    })
}

/// The first `length` bytes in lower case, with straight apostrophes.
fn lower(line: &str, length: usize) -> String {
    line.chars()
        .take(length)
        .map(|c| match c {
            '’' | '‘' => '\'',
            c => c.to_lowercase().next().unwrap_or(c),
        })
        .collect()
}
