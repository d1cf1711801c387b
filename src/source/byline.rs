//! Who wrote it: "By Ann Lee", "by daily news", sign-offs with an address.

/// Openings of a byline.
const OPENINGS: [&str; 12] = [
    "by ",
    "by: ",
    "author: ",
    "written by ",
    "reported by ",
    "story by ",
    "reporter ",
    "staff reporter ",
    "report by ",
    "posted by ",
    "published by ",
    "authored by ",
];

/// Reads a line that is a byline: the name, as written.
pub(super) fn read(line: &str) -> Option<&str> {
    let opens = |opening: &&&str| {
        let head = line.as_bytes().get(..opening.len());
        head.is_some_and(|head| head.eq_ignore_ascii_case(opening.as_bytes()))
    };
    let opening = OPENINGS.iter().find(opens)?;
    let name = line.get(opening.len()..)?.trim();
    let name = cut(name);
    let words = name.split_whitespace().count();
    let clean = !name.contains(|c: char| c.is_ascii_digit() || matches!(c, '"' | '“' | '”' | ':'));
    (clean && (1..=9).contains(&words) && !is_sentence(name)).then_some(name)
}

/// Without what follows the name: a date, an address, the agency.
fn cut(name: &str) -> &str {
    let end = [
        " | ",
        " – ",
        " — ",
        " - ",
        " [email",
        " on ",
        " at ",
        ", Reuters",
    ]
    .iter()
    .filter_map(|mark| name.find(mark))
    .min()
    .unwrap_or(name.len());
    let name = name.get(..end).unwrap_or(name);
    let name = match name.find('@') {
        Some(at) => {
            let start = name.get(..at).and_then(|n| n.rfind(' ')).unwrap_or(0);
            name.get(..start).unwrap_or(name)
        }
        None => name,
    };
    name.trim_matches([' ', ',', '|', '-', '/', '(', '.'])
}

/// Whether the words are a clause rather than names: small words among capitals.
fn is_sentence(name: &str) -> bool {
    let words: Vec<&str> = name.split_whitespace().collect();
    let small = words
        .iter()
        .filter(|w| {
            w.starts_with(char::is_lowercase)
                && !matches!(
                    **w,
                    "and" | "in" | "of" | "for" | "the" | "de" | "al" | "bin" | "van" | "von"
                )
        })
        .count();
    // "by times news cr": a site that writes itself small.
    small > 0 && (small < words.len() || words.len() > 4)
}

/// Whether a line holds an electronic address, open or masked.
pub(super) fn has_address(line: &str) -> bool {
    if !line.bytes().any(|byte| matches!(byte, b'@' | b'[' | b'(')) {
        return false;
    }
    if line.contains("[email") || line.contains("[at]") || line.contains("(at)") {
        return true;
    }
    line.find('@').is_some_and(|at| {
        let before = line.get(..at).and_then(|l| l.chars().last());
        let after = line.get(at + 1..).unwrap_or_default();
        before.is_some_and(char::is_alphanumeric)
            && after.starts_with(char::is_alphanumeric)
            && after
                .split_whitespace()
                .next()
                .is_some_and(|host| host.contains('.'))
    })
}

/// The outlet in "Source: Anda News Agency", "(Source: AP)".
pub(super) fn source(line: &str) -> Option<&str> {
    const LABEL: &str = "source:";
    let line = line.trim_matches(['(', ')', '[', ']', ' ', '*']);
    let (label, name) = line.split_at_checked(LABEL.len())?;
    let name = name.trim().trim_end_matches('.');
    let short = (1..=6).contains(&name.split_whitespace().count());
    let plain = name.starts_with(char::is_uppercase) && !name.contains(['|', '/', ';']);
    (label.eq_ignore_ascii_case(LABEL) && short && plain).then_some(name)
}

/// The names in "Reporter Ann Lee ann@example.org", "(Reporting by A; Editing by B)".
pub(super) fn signed(line: &str) -> Option<&str> {
    let line = line.trim_matches(['(', ')', ' ', '*']);
    let lower = line
        .get(..line.len().min(16))
        .unwrap_or_default()
        .to_ascii_lowercase();
    if let Some(opening) = ["reporting by ", "by "]
        .iter()
        .find(|o| lower.starts_with(**o))
    {
        let names = line.get(opening.len()..)?;
        let names = names.split(';').next()?;
        let end = names.find(", editing").or_else(|| names.find(", writing"));
        let names = names.get(..end.unwrap_or(names.len()))?;
        return Some(names.trim()).filter(|n| !n.is_empty());
    }
    read(line)
}
