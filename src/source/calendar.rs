//! The grammar of dates and times of day, over the pieces of a line.
//!
//! ```text
//! date := year sep month sep day | YYYYMMDD | day month year? | month day year? | day sep month sep year
//! time := HOUR ":" MINUTE (":" SECOND)? half? | HOUR half | CLOCK zone
//! ```

use crate::model::PartialDate;
use chrono::{NaiveDate, NaiveTime, Weekday};
use std::ops::Range;

/// A calendar day as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Day {
    pub(super) year: Option<i32>,
    pub(super) month: u32,
    pub(super) day: u32,
    /// All in numbers, and the month could be the day ("07/08/2024").
    pub(super) either: bool,
    /// All in numbers, and the day is told by its size: whether it comes first.
    pub(super) first: Option<bool>,
}

impl Day {
    /// The day, if it has a year and exists.
    pub(super) fn date(self) -> Option<NaiveDate> {
        match PartialDate::day(self.year?, self.month, self.day)? {
            PartialDate::Day(date) => Some(date),
            _ => None,
        }
    }

    /// The same with month and day exchanged.
    pub(super) fn exchanged(self) -> Day {
        Day {
            month: self.day,
            day: self.month,
            ..self
        }
    }
}

/// A piece of a line.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token<'a> {
    pub(super) text: &'a str,
    pub(super) start: usize,
    /// The number, if it is one of at most eight digits.
    pub(super) number: Option<u32>,
    pub(super) word: bool,
    /// A space stands before it.
    spaced: bool,
}

impl Token<'_> {
    pub(super) fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// Whether it is the punctuation mark `c`.
    pub(super) fn is(&self, c: char) -> bool {
        !self.word && self.number.is_none() && self.text.starts_with(c)
    }

    /// A number of `digits` digits.
    fn digits(&self, digits: Range<usize>) -> Option<u32> {
        self.number.filter(|_| digits.contains(&self.text.len()))
    }
}

/// The first number, word or mark of a line from `at` on.
fn token(line: &str, at: usize) -> Option<Token<'_>> {
    let rest = line.get(at..)?;
    let bare = rest.trim_start();
    let class = kind(bare.chars().next()?);
    let length = match class {
        Kind::Mark => bare.chars().next().map(char::len_utf8),
        _ => bare.find(|c: char| kind(c) != class),
    };
    let text = bare.get(..length.unwrap_or(bare.len()))?;
    let number = (class == Kind::Digit && text.len() <= 8)
        .then(|| text.parse().ok())
        .flatten();
    Some(Token {
        text,
        start: line.len() - bare.len(),
        number,
        word: class == Kind::Letter,
        spaced: bare.len() < rest.len(),
    })
}

#[derive(PartialEq, Eq, Clone, Copy)]
enum Kind {
    Digit,
    Letter,
    Mark,
}

fn kind(c: char) -> Kind {
    if c.is_ascii_digit() {
        Kind::Digit
    } else if c.is_alphabetic() {
        Kind::Letter
    } else {
        Kind::Mark
    }
}

/// The months by their first three letters, and what may follow those.
const MONTHS: [(&[u8; 3], &str); 12] = [
    (b"jan", "uary"),
    (b"feb", "ruary"),
    (b"mar", "ch"),
    (b"apr", "il"),
    (b"may", ""),
    (b"jun", "e"),
    (b"jul", "y"),
    (b"aug", "ust"),
    (b"sep", "tember"),
    (b"oct", "ober"),
    (b"nov", "ember"),
    (b"dec", "ember"),
];

/// "July", "Jul", "JULY", "Sept" → 7, 7, 7, 9.
pub(super) fn month(word: &str) -> Option<u32> {
    let (head, tail) = word.split_at_checked(3)?;
    let head: &[u8; 3] = head.as_bytes().first_chunk()?;
    let head = head.map(|byte| byte.to_ascii_lowercase());
    let index = MONTHS.iter().position(|(known, _)| **known == head)?;
    let (_, full) = MONTHS.get(index)?;
    let fits = tail.is_empty()
        || tail.eq_ignore_ascii_case(full)
        || index == 8 && tail.eq_ignore_ascii_case("t");
    fits.then_some(u32::try_from(index + 1).ok()?)
}

/// "Friday", "Fri", "Thurs", "Tues".
pub(super) fn weekday(word: &str) -> Option<Weekday> {
    const DAYS: [(&str, Weekday); 7] = [
        ("monday", Weekday::Mon),
        ("tuesday", Weekday::Tue),
        ("wednesday", Weekday::Wed),
        ("thursday", Weekday::Thu),
        ("friday", Weekday::Fri),
        ("saturday", Weekday::Sat),
        ("sunday", Weekday::Sun),
    ];
    let short = |full: &str| matches!(word.len(), 3..=5) || word.len() == full.len();
    DAYS.iter()
        .find(|(full, _)| {
            short(full)
                && full
                    .get(..word.len())
                    .is_some_and(|f| f.eq_ignore_ascii_case(word))
        })
        .map(|&(_, day)| day)
}

/// A reader over the pieces of a line, each cut off when it is reached: most lines
/// are given up after a few.
#[derive(Clone, Copy)]
pub(super) struct Cursor<'a> {
    line: &'a str,
    /// The piece under it.
    next: Option<Token<'a>>,
    /// Where the piece before ends.
    pub(super) end: usize,
}

impl<'a> Cursor<'a> {
    /// At the start of a line.
    pub(super) fn new(line: &'a str) -> Self {
        Cursor {
            line,
            next: token(line, 0),
            end: 0,
        }
    }

    pub(super) fn peek(&self) -> Option<&Token<'a>> {
        self.next.as_ref()
    }

    pub(super) fn next(&mut self) -> Option<Token<'a>> {
        let token = self.next?;
        self.end = token.end();
        self.next = self::token(self.line, self.end);
        Some(token)
    }

    /// The piece behind the next.
    fn second(&self) -> Option<Token<'a>> {
        token(self.line, self.next?.end())
    }

    fn take(&mut self, found: bool) -> bool {
        found && self.next().is_some()
    }

    /// Takes the mark `c`, if it is next.
    pub(super) fn mark(&mut self, c: char) -> bool {
        self.take(self.peek().is_some_and(|t| t.is(c)))
    }

    /// Takes one of the words, if it is next.
    fn word(&mut self, words: &[&str]) -> bool {
        let is = |t: &Token<'_>| words.iter().any(|w| t.text.eq_ignore_ascii_case(w));
        self.take(self.peek().is_some_and(|t| t.word && is(t)))
    }

    fn number(&mut self, digits: Range<usize>) -> Option<u32> {
        self.next()?.digits(digits)
    }

    fn month(&mut self) -> Option<u32> {
        let token = self.next()?;
        month(token.text)
    }

    /// day := NUMBER ("st" | "nd" | "rd" | "th")?
    fn day(&mut self) -> Option<u32> {
        let day = self.number(1..3).filter(|d| (1..=31).contains(d))?;
        self.word(&["st", "nd", "rd", "th"]);
        Some(day)
    }

    /// year := NUMBER(4) | "'"? NUMBER(2), the latter only where `short` allows.
    fn year(&mut self, short: bool) -> Option<i32> {
        let token = self.next()?;
        let year = i32::try_from(token.number?).ok()?;
        match token.text.len() {
            4 if (1800..=2200).contains(&year) => Some(year),
            2 if short => Some(if year < 50 { 2000 + year } else { 1900 + year }),
            _ => None,
        }
    }

    /// The year that a page runs together with the hour: "July 19, 20245:32 PM".
    fn glued_year(&mut self) -> Option<i32> {
        let token = self.peek().filter(|t| matches!(t.text.len(), 5 | 6))?;
        token.number?;
        if !self.second().is_some_and(|t| t.is(':') && !t.spaced) {
            return None;
        }
        let (year, _) = token.text.split_at_checked(4)?;
        let year = year.parse().ok().filter(|y| (1900..=2100).contains(y))?;
        self.end = token.start + 4;
        self.next = self::token(self.line, self.end);
        Some(year)
    }

    /// "2024-07-19", "2024/07/19", "2024.07.19", "2024. 7. 19", "2024 July 19"
    fn year_first(mut self) -> Option<(Day, Self)> {
        let year = self.year(false)?;
        let month = if self.peek()?.word {
            self.month()?
        } else {
            let separator = self.next()?.text.chars().next()?;
            if !matches!(separator, '-' | '/' | '.') {
                return None;
            }
            let month = self.number(1..3)?;
            if !self.mark(separator) {
                return None;
            }
            month
        };
        let day = self.number(1..3)?;
        let day = Day {
            year: Some(year),
            month,
            day,
            either: false,
            first: None,
        };
        day.date()?;
        Some((day, self))
    }

    /// "20240719", also within the number of a wire's report: "APW_ENG_20240719.0004"
    fn compact(mut self) -> Option<(Day, Self)> {
        let number = self.number(8..9)?;
        let year = i32::try_from(number / 10_000).ok()?;
        let day = Day {
            year: Some(year).filter(|y| (1900..=2100).contains(y)),
            month: number / 100 % 100,
            day: number % 100,
            either: false,
            first: None,
        };
        day.date()?;
        Some((day, self))
    }

    /// "19 July 2024", "19th of July, 2024", "26-MAR-1987", "16 SEP 89", "19 July"
    fn day_first(mut self) -> Option<(Day, Self)> {
        let day = self.day()?;
        let dashed = self.mark('-') || self.mark('/') || self.mark('.');
        self.word(&["of"]);
        let capitals = self.peek()?.text.bytes().all(|b| b.is_ascii_uppercase());
        let month = self.month()?;
        let found = |year| Day {
            year,
            month,
            day,
            either: false,
            first: None,
        };
        let mut with_year = self;
        let comma =
            with_year.mark('.') | with_year.mark(',') | with_year.mark('-') | with_year.mark('/');
        let short = dashed || capitals && !comma;
        match with_year.year(short) {
            Some(year) => Some((checked(found(Some(year)))?, with_year)),
            None => Some((checked(found(None))?, self)),
        }
    }

    /// "July 19, 2024", "Sept. 24", "July 19th 2024", "Jul 19 13:59:07 KST 2024"
    fn month_first(mut self) -> Option<(Day, Self)> {
        let month = self.month()?;
        self.mark('.');
        self.mark('-');
        let day = self.day()?;
        // "July 19-20" is a span of days, "May 10:30" a time.
        let clock = |second: Option<Token<'_>>| second.is_some_and(|t| t.number.is_some());
        if self.peek().is_some_and(|t| t.is(':')) && clock(self.second()) {
            return None;
        }
        let found = |year| Day {
            year,
            month,
            day,
            either: false,
            first: None,
        };
        let mut with_year = self;
        let _ = with_year.mark(',')
            || with_year.mark('.')
            || with_year.mark('-')
            || with_year.mark('/');
        if with_year.peek().is_some_and(|t| t.is('(')) {
            with_year.bracketed_weekday();
        }
        if let Some(year) = with_year.glued_year().or_else(|| with_year.year(false)) {
            return Some((checked(found(Some(year)))?, with_year));
        }
        let mut unix = self;
        if unix.time().is_some() {
            unix.take(unix.peek().is_some_and(|t| t.word && t.text.len() <= 4));
            if let Some(year) = unix.year(false) {
                return Some((checked(found(Some(year)))?, unix));
            }
        }
        Some((checked(found(None))?, self))
    }

    /// "(Fri)," between day and year.
    fn bracketed_weekday(&mut self) {
        let mut look = *self;
        if look.mark('(') && look.next().is_some_and(|t| weekday(t.text).is_some()) {
            look.mark('.');
            if look.mark(')') {
                look.mark(',');
                *self = look;
            }
        }
    }

    /// "19.07.2024", "7/19/2024", "19-07-2024", "08/07/24" (two digits only where settled)
    fn numeric(mut self) -> Option<(Day, Self)> {
        let first = self.number(1..3)?;
        let separator = self.next()?.text.chars().next()?;
        if !matches!(separator, '-' | '/' | '.') {
            return None;
        }
        let second = self.number(1..3)?;
        if !self.mark(separator) {
            return None;
        }
        let year = self.year(separator != '-')?;
        let (month, day, either) = match (first, second) {
            (1..=12, 1..=12) if separator == '.' => (second, first, false),
            (1..=12, 1..=12) => (first, second, first != second),
            (13..=31, 1..=12) => (second, first, false),
            (1..=12, 13..=31) => (first, second, false),
            _ => return None,
        };
        let first = (!either && first != second && separator != '.').then_some(first == day);
        let day = Day {
            year: Some(year),
            month,
            day,
            either,
            first,
        };
        Some((checked(day)?, self))
    }

    /// A date in any form.
    pub(super) fn date(self) -> Option<(Day, Self)> {
        let token = self.peek()?;
        if token.word {
            return self.month_first();
        }
        token.number?;
        match token.text.len() {
            8 => self.compact(),
            4 => self.year_first(),
            1 | 2 => self.day_first().or_else(|| self.numeric()),
            _ => None,
        }
    }

    /// time := HOUR ":" MINUTE (":" SECOND ("." NUMBER)?)? HALF? | HOUR HALF | "1359" ZONE
    pub(super) fn time(&mut self) -> Option<NaiveTime> {
        let mut look = *self;
        let first = look.next()?;
        if let Some(clock) = first.digits(4..5) {
            if !look.word(&["gmt", "utc", "hrs", "hours", "ist", "z"]) {
                return None;
            }
            *self = look;
            return NaiveTime::from_hms_opt(clock / 100, clock % 100, 0);
        }
        let hour = first.digits(1..3)?;
        let mut minute = None;
        let mut second = 0;
        if look.mark(':') || look.peek().is_some_and(|t| t.is('.') && !t.spaced) && look.mark('.') {
            minute = Some(look.number(2..3)?);
            let mut more = look;
            if more.mark(':')
                && let Some(s) = more.number(2..3)
            {
                second = s;
                look = more;
                if more.mark('.') && more.next().is_some_and(|t| t.number.is_some()) {
                    look = more;
                }
            }
        }
        let half = look.half();
        if half.is_none() && !self.second().is_some_and(|t| t.is(':')) {
            return None;
        }
        let hour = match half {
            Some(true) if hour < 12 => hour + 12,
            Some(false) if hour == 12 => 0,
            _ => hour,
        };
        *self = look;
        NaiveTime::from_hms_opt(hour, minute.unwrap_or(0), second)
    }

    /// half := "am" | "a.m." | "pm" | "p.m."; whether it is the second.
    fn half(&mut self) -> Option<bool> {
        for (whole, letter, second) in [("am", "a", false), ("pm", "p", true)] {
            let mut look = *self;
            if look.word(&[whole]) {
                *self = look;
                return Some(second);
            }
            if look.word(&[letter]) && look.mark('.') && look.word(&["m"]) {
                look.mark('.');
                *self = look;
                return Some(second);
            }
        }
        None
    }
}

/// A day that can exist.
fn checked(day: Day) -> Option<Day> {
    let year = day.year.unwrap_or(2024);
    PartialDate::day(year, day.month, day.day).map(|_| day)
}
