//! Escaping, and dates in words.

use crate::model::{PartialDate, When};
use chrono::Datelike;

/// Text for HTML and XML, in content and in double-quoted attributes.
///
/// Control characters, which XML does not allow, become U+FFFD.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\t' | '\n' => out.push(c),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}

/// One line: every run of blanks and control characters becomes a space.
pub(super) fn one_line(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split(|c: char| c.is_whitespace() || c.is_control()) {
        if !word.is_empty() {
            if !out.is_empty() {
                out.push(' ');
            }
            out.push_str(word);
        }
    }
    out
}

/// At most `max` characters, with an ellipsis where more was there.
pub(super) fn shorten(text: &str, max: usize) -> String {
    match text.char_indices().nth(max) {
        None => text.to_owned(),
        Some(_) => {
            let kept = text.char_indices().nth(max.saturating_sub(1));
            let end = kept.map_or(0, |(i, _)| i);
            format!("{}…", text.get(..end).unwrap_or_default().trim_end())
        }
    }
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Name of a month, from 1.
pub(super) fn month(number: u32) -> &'static str {
    let index = (number as usize).wrapping_sub(1);
    MONTHS.get(index).copied().unwrap_or_default()
}

/// "18 July 2024", "July 2024", "2024".
pub(super) fn date(date: PartialDate) -> String {
    match date {
        PartialDate::Year(year) => year.to_string(),
        PartialDate::Month(year, number) => format!("{} {year}", month(number)),
        PartialDate::Day(day) => format!("{} {} {}", day.day(), month(day.month()), day.year()),
    }
}

/// The date in words, or as written where it could not be resolved.
pub(super) fn when(when: &When) -> String {
    match (when.start, when.end) {
        (Some(start), Some(end)) if start != end => span(start, end),
        (Some(day), _) => date(day),
        (None, Some(end)) => format!("until {}", date(end)),
        (None, None) => one_line(&when.text),
    }
}

/// "16–18 July 2024", "30 June to 2 July 2024", "January–June 2025".
fn span(start: PartialDate, end: PartialDate) -> String {
    match (start, end) {
        (PartialDate::Day(first), PartialDate::Day(last)) if first.year() == last.year() => {
            if first.month() == last.month() {
                return format!("{}–{}", first.day(), date(end));
            }
            format!("{} {} to {}", first.day(), month(first.month()), date(end))
        }
        (PartialDate::Month(first, from), PartialDate::Month(last, _)) if first == last => {
            format!("{}–{}", month(from), date(end))
        }
        (PartialDate::Year(first), PartialDate::Year(last)) => format!("{first}–{last}"),
        _ => format!("{} to {}", date(start), date(end)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_a_text_is_markup_after_escaping() {
        assert_eq!(
            escape("<a href=\"x\">'&\u{0}\n"),
            "&lt;a href=&quot;x&quot;&gt;&#39;&amp;\u{fffd}\n"
        );
    }

    #[test]
    fn spans_of_dates_say_nothing_twice() {
        for (start, end, words) in [
            ("2024-07-16", "2024-07-18", "16–18 July 2024"),
            ("2024-06-30", "2024-07-02", "30 June to 2 July 2024"),
            (
                "2024-12-30",
                "2025-01-02",
                "30 December 2024 to 2 January 2025",
            ),
            ("2025-01", "2025-06", "January–June 2025"),
            ("2020", "2022", "2020–2022"),
            ("2024-07", "2024-07", "July 2024"),
        ] {
            let date = When::new(start.parse().ok(), end.parse().ok(), String::new());
            assert_eq!(when(&date), words);
        }
    }

    #[test]
    fn long_text_is_cut_between_characters() {
        assert_eq!(shorten("naïve café", 6), "naïve…");
        assert_eq!(shorten("café", 4), "café");
        assert_eq!(one_line(" a\r\n\tb\u{7} "), "a b");
    }
}
