//! The parts of a dateline: place, day, agency, and the marks between them.

use crate::source::place;
use crate::source::timestamp::{self, Day};
use std::ops::Range;

/// Agencies that stand bare behind a place ("NUR-SULTAN. KAZINFORM –").
const BARE: [&str; 30] = [
    "KAZINFORM",
    "INTERFAX",
    "TASS",
    "IRNA",
    "ISNA",
    "MNA",
    "XINHUA",
    "REUTERS",
    "AFP",
    "AP",
    "UNB",
    "BSS",
    "ANI",
    "PTI",
    "IANS",
    "UNI",
    "KUNA",
    "WAM",
    "SPA",
    "MENA",
    "SANA",
    "NNA",
    "AZERTAC",
    "TREND",
    "BELTA",
    "UKRINFORM",
    "ANADOLU",
    "VNA",
    "KCNA",
    "DPA",
];

/// The reader of the grammar above.
#[derive(Clone, Copy)]
pub(super) struct Cursor<'a> {
    pub(super) text: &'a str,
    pub(super) at: usize,
}

impl<'a> Cursor<'a> {
    pub(super) fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    pub(super) fn spaces(&mut self) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start().len();
    }

    /// Takes `mark` with the spaces before it.
    pub(super) fn take(&mut self, mark: &str) -> bool {
        let mut look = *self;
        look.spaces();
        if look.rest().starts_with(mark) {
            look.at += mark.len();
            *self = look;
            return true;
        }
        false
    }

    /// Takes "(…)" or "[…]" with what is inside, at most `longest` bytes.
    pub(super) fn bracketed(&mut self, longest: usize) -> Option<Range<usize>> {
        let mut look = *self;
        let close = if look.take("(") {
            ')'
        } else if look.take("[") {
            ']'
        } else {
            return None;
        };
        let start = look.at;
        let length = look.rest().find(close).filter(|&l| l <= longest)?;
        look.at = start + length + 1;
        *self = look;
        Some(start..start + length)
    }

    /// Takes a separator; `colon` says whether ":" is one.
    pub(super) fn separator(&mut self, colon: bool) -> bool {
        let mut look = *self;
        look.spaces();
        let spaced = look.at > self.at;
        let rest = look.rest();
        let length = [
            ".--", ".-", ".–", ".—", "---", "--", "——", "—", "–", "―", "- -",
        ]
        .iter()
        .find(|dash| rest.starts_with(**dash))
        .map(|dash| dash.len())
        .or_else(|| {
            // A lone hyphen needs a space on one side, or it joins a name.
            let hyphen = rest.starts_with('-') || rest.starts_with('_');
            let after = rest.get(1..).unwrap_or_default();
            (hyphen && (spaced || after.starts_with(char::is_whitespace))).then_some(1)
        })
        .or_else(|| (colon && rest.starts_with(':')).then_some(1));
        let Some(length) = length else { return false };
        look.at += length;
        look.spaces();
        *self = look;
        true
    }

    pub(super) fn str(&self, range: &Range<usize>) -> &'a str {
        self.text.get(range.clone()).unwrap_or_default()
    }
}

/// A date, perhaps behind a weekday.
pub(super) fn date(cursor: &mut Cursor<'_>) -> Option<Day> {
    let mut look = *cursor;
    look.spaces();
    let (mut day, end) = timestamp::at_start(look.rest())?;
    look.at += end;
    // "April 28 , 1997", "Dec 11 , 2006, 2006"
    while let Some(year) = year(&mut look) {
        day.year = day.year.or(Some(year));
    }
    *cursor = look;
    Some(day)
}

/// `islamic = "," {word} year ["H" | "AH"]`, a month of that calendar among the words: the
/// day beside the usual one, ", Jumada II 9, 1437".
pub(super) fn islamic(mut cursor: Cursor<'_>) -> Option<Cursor<'_>> {
    /// How the names of the months begin, in the spellings of the Gulf's agencies.
    const MONTHS: [&str; 16] = [
        "muharram",
        "safar",
        "rabi",
        "jumada",
        "jamadi",
        "jumadi",
        "rajab",
        "shaaban",
        "sha'ban",
        "shaban",
        "sha’ban",
        "ramadan",
        "shawwal",
        "dhu",
        "thul",
        "zul",
    ];
    if !cursor.take(",") {
        return None;
    }
    let mut named = false;
    for _ in 0..6 {
        cursor.spaces();
        let rest = cursor.rest();
        let end = rest.find([' ', ',', ';', '(']).unwrap_or(rest.len());
        let word = rest.get(..end)?;
        cursor.at += end;
        if word
            .parse()
            .is_ok_and(|year: u32| (1300..1500).contains(&year))
        {
            let _ = cursor.take("AH") || cursor.take("H");
            return named.then_some(cursor);
        }
        named |= MONTHS.iter().any(|m| {
            let start = word.get(..m.len());
            start.is_some_and(|s| s.eq_ignore_ascii_case(m))
        });
        cursor.take(",");
    }
    None
}

/// A year of four digits set off by a comma.
pub(super) fn year(cursor: &mut Cursor<'_>) -> Option<i32> {
    let mut look = *cursor;
    if !look.take(",") {
        return None;
    }
    look.spaces();
    let digits = look.rest().get(..4)?;
    let alone = !look
        .rest()
        .get(4..)?
        .starts_with(|c: char| c.is_alphanumeric());
    let year = digits
        .parse()
        .ok()
        .filter(|y| alone && (1900..2100).contains(y))?;
    look.at += 4;
    *cursor = look;
    Some(year)
}

/// "/MONTSAME/", "/TASS/"
pub(super) fn slashed(cursor: &mut Cursor<'_>) -> Option<Range<usize>> {
    let mut look = *cursor;
    look.take(".");
    if !look.take("/") {
        return None;
    }
    let start = look.at;
    let length = look.rest().find('/').filter(|&l| (1..=30).contains(&l))?;
    let range = start..start + length;
    if !is_agency(look.str(&range)) {
        return None;
    }
    look.at = start + length + 1;
    *cursor = look;
    Some(range)
}

/// What is told of the day before an agency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Told {
    Nothing,
    Day,
    Year,
}

/// ". KAZINFORM", ", IRNA", ". Name, Trend:"; behind a day with its year any capitals before
/// the dash: "Jan 4, 2006, CMC –"; behind any day what is written as agencies are: "KazTAG -",
/// "REPORT.AZ/", "ARMENPRESS."
pub(super) fn bare(cursor: &mut Cursor<'_>, told: Told) -> Option<Range<usize>> {
    let mut look = *cursor;
    let _ = look.take(".") || look.take(",");
    look.spaces();
    let word = look
        .rest()
        .split(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or_default();
    let known = BARE.iter().any(|known| known.eq_ignore_ascii_case(word));
    let known = known && word.starts_with(char::is_uppercase);
    let name = if known {
        word
    } else {
        agency(look, word, told)?
    };
    let start = look.at;
    look.at += name.len();
    // "REPORT.AZ/"
    look.at += usize::from(!known && look.rest().starts_with('/'));
    *cursor = look;
    Some(start..start + name.len())
}

/// A name under the cursor that no table has: capitals, and a mark that closes the dateline.
fn agency<'a>(look: Cursor<'a>, word: &'a str, told: Told) -> Option<&'a str> {
    let closed = |name: &str| {
        let mut behind = look;
        behind.at += name.len();
        behind.separator(false)
    };
    let all = |name: &str| name.bytes().all(|b| b.is_ascii_uppercase());
    if told == Told::Year && (3..=6).contains(&word.len()) && all(word) && closed(word) {
        return Some(word);
    }
    let rest = look.rest();
    let end = rest.find([' ', '/', ',', ':']).unwrap_or(rest.len());
    let name = rest.get(..end).filter(|_| told >= Told::Day)?;
    let plain = name.strip_suffix('.').unwrap_or(name);
    let capitals = plain.bytes().filter(u8::is_ascii_uppercase).count();
    let written = (3..=16).contains(&plain.len())
        && capitals >= 2
        && plain
            .bytes()
            .all(|b| b.is_ascii_alphabetic() || matches!(b, b'.' | b'-'));
    let slash = rest.get(end..).is_some_and(|r| r.starts_with('/'));
    let stop = plain.len() < name.len() && plain.len() >= 5 && all(plain);
    (written && (slash || stop || closed(plain))).then_some(plain)
}

/// A place name under the cursor.
pub(super) fn place(cursor: &mut Cursor<'_>) -> Option<Range<usize>> {
    let start = cursor.at;
    let name = place::read(cursor.rest())?;
    cursor.at += name.len();
    Some(start..cursor.at)
}

/// Whether the words in brackets name an agency: short, capitalized, no clause.
pub(super) fn is_agency(words: &str) -> bool {
    let words = words.trim();
    let first = words.chars().next();
    first.is_some_and(char::is_uppercase)
        && words.split_whitespace().count() <= 13
        && !words.contains(['“', '"', '?', '!', ';'])
        || matches!(
            words,
            "dpa" | "ansa" | "tass" | "swissinfo" | "apa" | "aap" | "eKantipur"
        )
}

/// The date in "UrduPoint / Pakistan Point News / WAM - 02nd May, 2021".
pub(super) fn day_inside(words: &str) -> Option<Day> {
    if let Some(dated) = timestamp::line(words) {
        return dated.moments.first().map(|m| m.day);
    }
    timestamp::at_start(words).map(|(day, _)| day)
}

/// What names the agency in brackets that hold a date, too.
pub(super) fn agency_inside(text: &str, inside: Range<usize>) -> Option<Range<usize>> {
    let range = trimmed(text, inside);
    let words = text.get(range.clone())?;
    (is_agency(words) && !words.contains(|c: char| c.is_ascii_digit())).then_some(range)
}

/// The part of `inside` before " - date", the last of "A / B / C".
pub(super) fn trimmed(text: &str, inside: Range<usize>) -> Range<usize> {
    let words = text.get(inside.clone()).unwrap_or_default();
    let before = words
        .find(" - ")
        .or_else(|| words.find(" – "))
        .unwrap_or(words.len());
    let words = words.get(..before).unwrap_or_default();
    let skip = words.rfind('/').map_or(0, |i| i + 1);
    let last = words.get(skip..).unwrap_or_default();
    let lead = last.len() - last.trim_start().len();
    let start = inside.start + skip + lead;
    start..start + last.trim().len()
}
