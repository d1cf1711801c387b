//! Lines that are no part of the story, by the table `data/boilerplate.tsv`.

use super::phrases::Phrases;
use std::cmp::Reverse;
use std::sync::LazyLock;

/// The table: pattern, class, note.
const TABLE: &str = include_str!("data/boilerplate.tsv");

/// Longer lines are prose; of them only the start is looked at.
const LONGEST: usize = 240;

/// As much of a line as its start is looked for in; no whole line is longer.
const HEAD: usize = 64;

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
    /// A country's name alone.
    Country,
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
            Class::Country => "section",
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
            "country" => Class::Country,
            _ => return None,
        })
    }
}

/// The table, ready for look-ups.
#[derive(Debug, Default)]
struct Table {
    /// Whole lines and starts, by how they begin, the longest first.
    heads: Vec<Head>,
    /// Ends and middles, and for each its class and whether it must end the line.
    parts: Phrases,
    part_classes: Vec<(bool, Class)>,
}

/// A whole line, or the start of one.
#[derive(Debug)]
struct Head {
    key: u32,
    words: &'static str,
    whole: bool,
    class: Class,
}

impl Table {
    /// What begins as `line` does.
    fn alike(&self, line: &str) -> impl Iterator<Item = &Head> {
        let key = key(line);
        let from = self.heads.partition_point(|head| head.key < key);
        let heads = self.heads.get(from..).unwrap_or_default();
        heads.iter().take_while(move |head| head.key == key)
    }

    /// Whether nothing begins as `line` does, seen from its first letters alone.
    fn is_strange(&self, line: &str) -> bool {
        let Some(first @ [a, b, c]) = line.as_bytes().first_chunk() else {
            return false;
        };
        let plain = a.is_ascii_alphanumeric() && b.is_ascii() && c.is_ascii_alphanumeric();
        plain && {
            let key = first_key(first.map(|byte| byte.to_ascii_lowercase()));
            self.heads.binary_search_by_key(&key, |h| h.key).is_err()
        }
    }

    fn whole(&self, line: &str) -> Option<Class> {
        self.alike(line)
            .find(|head| head.whole && head.words == line)
            .map(|head| head.class)
    }
}

static LOADED: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table::default();
    let mut parts = Vec::new();
    for row in TABLE.lines().filter(|row| !row.starts_with('#')) {
        let mut fields = row.split('\t');
        let (Some(pattern), Some(class)) = (fields.next(), fields.next().and_then(Class::named))
        else {
            continue;
        };
        let mut head = |words: &'static str, whole: bool| {
            table.heads.push(Head {
                key: key(words),
                words,
                whole,
                class,
            });
        };
        if let Some(whole) = pattern.strip_prefix('=') {
            head(whole, true);
        } else if let Some(start) = pattern.strip_prefix('^') {
            match start.strip_suffix('$') {
                Some(whole) => head(whole, true),
                None => head(start, false),
            }
        } else if let Some(end) = pattern.strip_suffix('$') {
            parts.push(end);
            table.part_classes.push((true, class));
        } else {
            parts.push(pattern);
            table.part_classes.push((false, class));
        }
    }
    table.parts = Phrases::new(&parts);
    table
        .heads
        .sort_by_key(|head| (head.key, Reverse(head.words.len())));
    table
});

/// The first three bytes of a line, by which a start is found.
fn key(line: &str) -> u32 {
    let mut first = [0; 3];
    first
        .iter_mut()
        .zip(line.bytes())
        .for_each(|(to, byte)| *to = byte);
    first_key(first)
}

fn first_key([a, b, c]: [u8; 3]) -> u32 {
    u32::from_be_bytes([0, a, b, c])
}

/// The class of a line, if the table knows it.
pub(super) fn class(line: &str) -> Option<Class> {
    let table = &*LOADED;
    if line.starts_with('©') || is_letter_mark(line) {
        return Some(Class::Copyright);
    }
    if let Some(class) = of_head(table, line) {
        return Some(class);
    }
    if line.len() > LONGEST {
        return None;
    }
    let (index, end) = table.parts.find(line)?;
    let &(last, class) = table.part_classes.get(index)?;
    let rest = line.get(end..).unwrap_or_default();
    (!last || rest.trim_matches(['.', '!', ' ']).is_empty()).then_some(class)
}

/// The class of a line by how it begins, or by all of it.
fn of_head(table: &Table, line: &str) -> Option<Class> {
    if table.is_strange(line) {
        return None;
    }
    let lower = lower(line);
    let lower = lower.trim_matches(|c: char| {
        matches!(
            c,
            ' ' | '*' | '|' | '•' | '»' | '>' | '–' | '—' | '-' | '#' | '.' | '…'
        )
    });
    if line.len() <= HEAD {
        let bare = lower.trim_end_matches([':', '!', '?', ' ', '.']);
        if let Some(class) = table.whole(bare).or_else(|| table.whole(lower)) {
            return Some(class);
        }
    }
    let mut starts = table.alike(lower).filter(|head| !head.whole);
    let start = starts.find(|start| begins(lower, start.words))?;
    Some(start.class)
}

/// "(c) 2021 Example Agency"; "(c) agreed to …" is the third item of a list.
fn is_letter_mark(line: &str) -> bool {
    let marked = ["(c)", "(C)"].iter().find_map(|m| line.strip_prefix(m));
    marked.is_some_and(|rest| {
        let mut words = rest.split_whitespace();
        let owner = words.by_ref().take(6).any(|w| {
            let w = w.trim_matches(|c: char| !c.is_alphanumeric());
            w.len() == 4 && (w.starts_with("19") || w.starts_with("20"))
                || w.eq_ignore_ascii_case("copyright")
                || w.eq_ignore_ascii_case("rights")
        });
        owner && words.nth(8).is_none()
    })
}

/// Whether the line begins with the words of `start`.
fn begins(line: &str, start: &str) -> bool {
    line.strip_prefix(start).is_some_and(|rest| {
        !start.ends_with(|c: char| c.is_alphanumeric())
            || !rest.starts_with(|c: char| c.is_alphanumeric())
    })
}

/// The first [`HEAD`] characters in lower case, with straight apostrophes.
fn lower(line: &str) -> String {
    let mut lower = String::with_capacity(line.len().min(HEAD) + 8);
    let end = line.len().min(HEAD);
    if let Some(head) = line.get(..end).filter(|head| head.is_ascii()) {
        lower.push_str(head);
        lower.make_ascii_lowercase();
        return lower;
    }
    lower.extend(line.chars().take(HEAD).map(|c| match c {
        '’' | '‘' => '\'',
        c if c.is_ascii() => c.to_ascii_lowercase(),
        c => c.to_lowercase().next().unwrap_or(c),
    }));
    lower
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_canonical() {
        let rows: Vec<&str> = TABLE.lines().filter(|row| !row.starts_with('#')).collect();
        for pair in rows.windows(2) {
            let pattern = |i: usize| pair.get(i).and_then(|row| row.split('\t').next());
            assert!(pair.first() < pair.last(), "not sorted: {pair:?}");
            assert_ne!(pattern(0), pattern(1), "said twice");
        }
        for row in rows {
            let fields: Vec<&str> = row.split('\t').collect();
            assert_eq!(fields.len(), 3, "{row:?}");
            assert!(
                fields.get(1).and_then(|c| Class::named(c)).is_some(),
                "{row:?}"
            );
            assert_eq!(row.to_lowercase(), row, "not in lower case");
        }
    }
}
