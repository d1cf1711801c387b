//! Place names in front of a story.

use super::calendar::{month, weekday};

/// Words that start no place name, in order.
const NOT_PLACES: [&str; 72] = [
    "A",
    "AMBASSADOR",
    "Ambassador",
    "An",
    "Analysis",
    "Answer",
    "At",
    "Background",
    "Breaking",
    "By",
    "CHAIRMAN",
    "CHANCELLOR",
    "Chairman",
    "DR",
    "Date",
    "Dr",
    "Editor",
    "Exclusive",
    "Explainer",
    "FILE",
    "File",
    "Foreign",
    "In",
    "Interview",
    "Joint",
    "Location",
    "MINISTER",
    "MODERATOR",
    "MR",
    "MRS",
    "MS",
    "Media",
    "Minister",
    "Moderator",
    "Mr",
    "Mrs",
    "Ms",
    "NOTE",
    "News",
    "Note",
    "On",
    "Opinion",
    "PRESIDENT",
    "PRIME",
    "Photo",
    "Place",
    "President",
    "Press",
    "Prime",
    "Published",
    "Q",
    "QUESTION",
    "Question",
    "Readout",
    "Report",
    "SECRETARY",
    "SENATOR",
    "Secretary",
    "Source",
    "Statement",
    "Subject",
    "Summary",
    "THE",
    "The",
    "Title",
    "Topic",
    "Update",
    "Updated",
    "VICE",
    "Venue",
    "Vice",
    "Watch",
];

/// Words that no place name holds.
const DESKS: [&str; 14] = [
    "News",
    "Agency",
    "Correspondent",
    "Desk",
    "Bureau",
    "Staff",
    "Reporter",
    "Monitoring",
    "Minister",
    "MINISTER",
    "President",
    "PRESIDENT",
    "Secretary",
    "SECRETARY",
];

/// A place name: capitalized words, at most five, with the small words of names.
pub(super) fn read(text: &str) -> Option<&str> {
    let mut end = 0;
    let mut count = 0;
    for (offset, word) in words(text) {
        let comma = word.bytes().position(|b| b == b',');
        let word = comma.and_then(|at| word.get(..=at)).unwrap_or(word);
        // "PHNOM PENH—The ministers", "ALGIERS- The ministers"
        let (word, dashed) = match word
            .split_once('—')
            .or(word.strip_suffix('-').map(|w| (w, "")))
        {
            Some((before, _)) if !before.is_empty() => (before, true),
            _ => (word, false),
        };
        let bare = word.trim_end_matches([',', '.', ':', ';', '/']);
        let stop = bare.len() < word.len() && !abbreviated(word);
        let small = matches!(
            bare,
            "of" | "de" | "la" | "al" | "el" | "del" | "do" | "and" | "on" | "es" | "am" | "the"
        ) || bare.starts_with("al-")
            || bare.starts_with("el-");
        let capital = bare.starts_with(char::is_uppercase)
            && bare
                .chars()
                .all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '.' | '/' | '‘'));
        // "Tuesday, 18 January", but "Sun City"
        let day = weekday(bare).is_some() && (stop || bare.len() >= 6);
        if day
            || month(bare).is_some()
            || !(capital || small && count > 0)
            || (count == 0 && NOT_PLACES.binary_search(&bare).is_ok())
        {
            break;
        }
        count += 1;
        if count > 6 {
            return None;
        }
        if capital {
            let kept = if stop { bare.len() } else { word.len() };
            end = offset + kept;
        }
        if stop || dashed {
            break;
        }
    }
    let name = text.get(..end)?.trim_end_matches('/');
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    let desk = name.split(' ').any(|w| DESKS.contains(&w));
    if letters < 2 || desk {
        return None;
    }
    Some(name)
}

/// "D.C.", "St.", "U.N.", "U.S."
fn abbreviated(word: &str) -> bool {
    word.ends_with('.')
        && (matches!(word, "St." | "ST." | "Mt." | "Ft.")
            || word.len() >= 4 && word.bytes().filter(|&b| b == b'.').count() >= 2)
}

/// The words of `text` with their offsets.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split(' ').scan(0, |offset, word| {
        let start = *offset;
        *offset += word.len() + 1;
        Some((start, word))
    })
}

/// Whether the words in brackets are a place.
pub(super) fn is_place(words: &str) -> bool {
    words.starts_with(char::is_uppercase) && words.split_whitespace().count() <= 5
}

/// Whether every letter is a capital, and there are three.
pub(super) fn is_shouted(name: &str) -> bool {
    let letters = || name.chars().filter(|c| c.is_alphabetic());
    letters().count() >= 3 && letters().all(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    #[test]
    fn words_are_in_order() {
        assert!(super::NOT_PLACES.is_sorted());
    }
}
