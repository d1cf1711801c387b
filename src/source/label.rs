//! The key of a stored page fused with its first line: "date 2024-07-19 Talks held …".

use super::sheet::{Mark, Sheet};

/// Parts `"date" [":"] day` from what stands behind it on the first line.
pub(super) fn part(sheet: &mut Sheet<'_>) {
    let Some(line) = sheet.lines.first().cloned() else {
        return;
    };
    let Some((end, start)) = label(sheet.str(&line)) else {
        return;
    };
    let mut rest = line.clone();
    rest.range.start += start;
    rest.blank = true;
    if let Some(first) = sheet.lines.first_mut() {
        first.range.end = first.range.start + end;
        first.mark = Mark::Time;
    }
    sheet.lines.insert(1, rest);
}

/// Where the label ends, and where the words behind it start.
fn label(text: &str) -> Option<(usize, usize)> {
    let key = text.get(..4).filter(|k| k.eq_ignore_ascii_case("date"))?;
    let behind = text.get(key.len()..)?;
    let day = behind.trim_start_matches([':', ' ']);
    let at = text.len() - day.len();
    let digits = day.get(..10).filter(|d| {
        d.bytes().enumerate().all(|(n, b)| match n {
            4 | 7 => b == b'-',
            _ => b.is_ascii_digit(),
        })
    })?;
    let rest = day.get(digits.len()..)?;
    let words = rest.trim_start();
    (at > key.len() && words.len() < rest.len() && !words.is_empty())
        .then(|| (at + digits.len(), text.len() - words.len()))
}
