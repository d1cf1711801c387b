//! Blocks: lines joined to paragraphs, each with what it looks like.

use super::boilerplate::{self, Class};
use super::byline;
use super::shape::{self, Shape};
use super::sheet::{Line, Mark, Sheet};
use super::timestamp::{self, Dated, Label};
use std::ops::Range;

/// What a line or block looks like on its own, before its place is weighed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Look {
    /// Words; the shape tells prose from titles.
    Text,
    /// An item of a list.
    Item,
    /// Little more than a date.
    Stamp(Dated),
    /// "By …".
    Byline,
    /// Known to the table.
    Known(Class),
    /// An address, a number, a file id.
    Reference(&'static str),
    /// No letters and no digits.
    Rule,
}

/// Lines that belong together.
#[derive(Debug, Clone)]
pub(super) struct Block {
    /// Lines of the sheet; those that are left out inside are in `skipped`.
    pub(super) lines: Range<usize>,
    /// Where it stands in the sheet's text.
    pub(super) range: Range<usize>,
    pub(super) look: Look,
    pub(super) mark: Mark,
    pub(super) shape: Shape,
    /// An empty line stands before it.
    pub(super) blank: bool,
    /// Bytes of it that are links.
    pub(super) linked: usize,
}

/// What is known of all lines before they are joined.
struct Habit {
    /// Lines are wrapped at about this width.
    width: Option<usize>,
    /// The text was rewrapped badly: blank lines stand inside sentences.
    torn: bool,
    /// Most lines are all in capitals.
    capitals: bool,
}

/// Joins the lines of a sheet to blocks.
pub(super) fn read(sheet: &Sheet<'_>) -> Vec<Block> {
    let habit = habit(sheet);
    let mut blocks: Vec<Block> = Vec::with_capacity(sheet.lines.len());
    for (index, line) in sheet.lines.iter().enumerate() {
        let text = sheet.str(line);
        let above = index.checked_sub(1).and_then(|i| sheet.lines.get(i));
        let open = above.filter(|_| {
            blocks.last().is_some_and(|block| {
                block.lines.end == index && matches!(block.look, Look::Text | Look::Item)
            })
        });
        let long = blocks.last().is_some_and(|block| block.lines.len() > 1);
        let joins = open.is_some_and(|above| joins(sheet, above, line, &habit, long));
        // The end of a wrapped sentence may look like anything: "30 July 2024."
        let run_on = !line.blank && (long || above.is_some_and(|above| above.range.len() >= 30));
        let wrapped = joins && (run_on || text.ends_with('.')) && bullet(text).is_none();
        let look = if wrapped {
            Look::Text
        } else {
            look(text, line)
        };
        if joins
            && look == Look::Text
            && let Some(block) = blocks.last_mut()
        {
            block.lines.end = index + 1;
            block.range.end = line.range.end;
            block.linked += line.linked as usize;
            continue;
        }
        blocks.push(Block {
            lines: index..index + 1,
            range: line.range.clone(),
            look,
            mark: line.mark,
            shape: Shape::default(),
            blank: line.blank,
            linked: line.linked as usize,
        });
    }
    for block in &mut blocks {
        block.shape = shape::measure(sheet.text.get(block.range.clone()).unwrap_or_default());
    }
    blocks
}

/// What a single line looks like.
fn look(text: &str, line: &Line) -> Look {
    if !text.contains(|c: char| c.is_alphanumeric()) {
        return if text.starts_with('©') {
            Look::Known(Class::Copyright)
        } else {
            Look::Rule
        };
    }
    match line.mark {
        Mark::Title | Mark::Heading(1) | Mark::Subhead | Mark::Dateline | Mark::Caption => {
            return Look::Text;
        }
        Mark::Byline => return Look::Byline,
        Mark::Furniture => return Look::Reference("page furniture"),
        _ => {}
    }
    let class = boilerplate::class(text);
    if let Some(class) = class.filter(|class| *class != Class::Country) {
        return Look::Known(class);
    }
    if let Some(dated) = record(text) {
        return Look::Stamp(dated);
    }
    if text.len() < 160 {
        if let Some(dated) = timestamp::brief(text, if text.ends_with('.') { ENDED } else { BRIEF })
            && is_stamp(text, &dated)
        {
            return Look::Stamp(dated);
        }
        if let Some(dated) = stamp_and_byline(text) {
            return Look::Stamp(dated);
        }
        if byline::read(text).is_some() {
            return Look::Byline;
        }
        if let Some(reason) = reference(text) {
            return Look::Reference(reason);
        }
    }
    if line.mark == Mark::Item || bullet(text).is_some() {
        return Look::Item;
    }
    Look::Text
}

/// "DATE: FRIDAY, May 18, 1990 SECTION: WORLD PAGE: A-8 SOURCE: Example Press": a line of
/// labels in capitals, as archives put it above a story.
fn record(text: &str) -> Option<Dated> {
    const LABELS: usize = 3;
    let label = |word: &&str| {
        let name = word.strip_suffix(':').unwrap_or_default();
        name.len() >= 3 && name.bytes().all(|b| b.is_ascii_uppercase())
    };
    let labels = text.split(' ').filter(label).take(LABELS);
    (text.contains("DATE:") && labels.count() == LABELS).then(|| timestamp::line(text))?
}

/// "March 3, 1994|By Ann Lee and Juan Soto, Staff Writers."
fn stamp_and_byline(text: &str) -> Option<Dated> {
    let (stamp, byline) = text.split_once('|')?;
    byline::read(byline.trim())?;
    timestamp::brief(stamp, ENDED)
}

/// Words that a stamp holds beside its date, at most.
const BRIEF: usize = 10;

/// The same for one that ends with a stop.
const ENDED: usize = 2;

/// Whether a dated line says little else.
fn is_stamp(text: &str, dated: &Dated) -> bool {
    // "Date: 29/07/2023 | Source: … | …"
    let labelled = dated
        .moments
        .first()
        .is_some_and(|m| m.label != Label::Plain && m.range.start <= 16);
    let most = match (text.ends_with('.'), labelled) {
        (true, _) => ENDED,
        (false, true) => BRIEF,
        (false, false) => 5,
    };
    dated.others <= most
}

/// Lines that are addresses, numbers or ids.
fn reference(text: &str) -> Option<&'static str> {
    let words = || text.split_whitespace().count();
    if is_age(text) {
        return Some("timestamp");
    }
    if byline::has_address(text) && words() <= 14 {
        return Some("e-mail address");
    }
    if !text.contains(' ') && (text.contains("://") || text.starts_with("www.")) {
        return Some("web address");
    }
    const CONTACTS: [&str; 11] = [
        "tel:",
        "tel.",
        "phone",
        "fax",
        "mobile",
        "email",
        "e-mail",
        "twitter:",
        "web:",
        "website:",
        "office hours",
    ];
    let contact = |c: &&str| {
        let head = text.as_bytes().get(..c.len());
        head.is_some_and(|head| head.eq_ignore_ascii_case(c.as_bytes()))
    };
    if !text.ends_with('.') && CONTACTS.iter().any(contact) && words() <= 12 {
        return Some("contact");
    }
    if is_document_number(text) {
        return Some("document number");
    }
    if text.len() <= 24 && is_page_number(text) {
        return Some("page number");
    }
    let digits = || text.bytes().filter(u8::is_ascii_digit).count();
    let number = || Some(digits()).is_some_and(|count| count >= 7 && count * 2 > letters(text));
    (!text.ends_with('.') && number()).then_some("number")
}

fn letters(text: &str) -> usize {
    text.chars().filter(|c| c.is_alphabetic()).count()
}

/// "12", "p. 3", "3 / 14"
fn is_page_number(text: &str) -> bool {
    let longest = text
        .split(|c: char| !c.is_ascii_alphabetic())
        .map(str::len)
        .max()
        .unwrap_or(0);
    let numbered = text.contains(|c: char| c.is_ascii_digit() || !c.is_ascii());
    numbered && letters(text) <= 4 && longest <= 3 && !text.ends_with(['.', '!', '?', '”', '"'])
}

/// "2 hours ago", "11:59 A.M. ICT"
fn is_age(text: &str) -> bool {
    let words = || text.split_whitespace().count();
    let tail = text.as_bytes().last_chunk::<4>();
    let ago = tail.is_some_and(|tail| tail.eq_ignore_ascii_case(b" ago"));
    let clock =
        text.bytes().take(5).any(|b| b == b':') && text.starts_with(|c: char| c.is_ascii_digit());
    ago && words() <= 5 || clock && text.len() <= 24 && words() <= 4
}

/// "DEV-0497 (LAB)", "FBIS-LAT-89-123", "report_12.txt"
pub(super) fn is_document_number(text: &str) -> bool {
    // "NAR-MUC1-0012 (ANDA SYSTEMS INC)": whose number it is.
    let text = match text.split_once(" (") {
        Some((number, owner)) if owner.find(')') == owner.len().checked_sub(1) => number,
        _ => text,
    };
    let mut words = text.split_whitespace();
    let Some(first) = words.next() else {
        return false;
    };
    let number = first.len() >= 5
        && first.contains(['-', '_', '.', '/'])
        && first.bytes().any(|b| b.is_ascii_digit())
        && first.bytes().any(|b| b.is_ascii_alphabetic())
        && !first.bytes().any(|b| b.is_ascii_lowercase())
        || [".txt", ".html", ".htm", ".md", ".pdf", ".doc"]
            .iter()
            .any(|e| first.ends_with(e));
    number
        && words
            .all(|w| w.starts_with('(') || !w.contains(|c: char| c.is_lowercase()) && w.len() <= 4)
}

/// What may stand close behind a dash that is a bullet.
const TITLES: &[&str] = &["H.", "Mr", "Ms", "Mrs", "Dr", "Sheikh ", "His ", "Her "];

/// The length of a bullet or number that starts an item.
pub(super) fn bullet(text: &str) -> Option<usize> {
    let mut chars = text.char_indices();
    let (_, first) = chars.next()?;
    let (second_at, second) = chars.next()?;
    if matches!(
        first,
        '•' | '●' | '▪' | '■' | '◦' | '‣' | '·' | '➢' | '►' | '✓' | '\u{f0b7}'
    ) {
        return Some(second_at);
    }
    if matches!(first, '-' | '*' | '–' | '—' | '+') && second == ' ' {
        return Some(second_at);
    }
    // "-H.E. Ann Roe, President of …"
    let rest = text.get(second_at..).unwrap_or_default();
    let titled = TITLES.iter().any(|title| rest.starts_with(title));
    if matches!(first, '-' | '–') && titled {
        return Some(second_at);
    }
    numbered(text)
}

/// "1. ", "12) ", "(a) ", "iv. "
fn numbered(text: &str) -> Option<usize> {
    let open = usize::from(text.starts_with('('));
    let rest = text.get(open..)?;
    let length = rest
        .bytes()
        .take(5)
        .take_while(u8::is_ascii_alphanumeric)
        .count();
    let mark = rest.get(..length)?;
    let number = mark.len() <= 2 && mark.bytes().all(|b| b.is_ascii_digit());
    let letter = open == 1 && mark.len() == 1 && mark.bytes().all(|b| b.is_ascii_lowercase());
    let roman = mark.len() <= 4 && mark.bytes().all(|b| matches!(b, b'i' | b'v' | b'x'));
    if length == 0 || !(number || letter || roman) {
        return None;
    }
    let close = rest.get(length..)?.chars().next()?;
    let closed = close == ')' || (close == '.' && open == 0);
    let spaced = rest.get(length + 1..)?.starts_with(' ');
    (closed && spaced).then_some(open + length + 2)
}

/// Learns how the page breaks its lines.
fn habit(sheet: &Sheet<'_>) -> Habit {
    let mut pairs = 0usize;
    let mut certain = 0usize;
    let mut widths: Vec<usize> = Vec::new();
    let capitals = is_capitals(&sheet.text);
    for window in sheet.lines.windows(2) {
        let [a, b] = window else { continue };
        if b.blank || a.mark != Mark::Plain || b.mark != Mark::Plain || a.range.len() < 30 {
            continue;
        }
        pairs += 1;
        let (before, after) = (sheet.str(a), sheet.str(b));
        let goes_on = after.starts_with(char::is_lowercase) || capitals && before.len() >= 50;
        if !shape::is_terminal(before) && goes_on {
            certain += 1;
            widths.push(raw_length(sheet, a));
        }
    }
    widths.retain(|width| *width <= 160);
    widths.sort_unstable();
    let width = widths.get(widths.len() * 9 / 10).copied();
    let wrapped = certain >= 2 && certain * 5 >= pairs;
    Habit {
        width: width.filter(|_| wrapped),
        torn: sheet.seams >= 4,
        capitals,
    }
}

/// Whether the text has hardly a small letter.
fn is_capitals(text: &str) -> bool {
    let sample = text
        .as_bytes()
        .get(..text.len().min(1000))
        .unwrap_or_default();
    // With so many small letters there cannot be nine times as many capitals.
    let mut small = sample.iter().filter(|b| b.is_ascii_lowercase());
    if small.nth(sample.len() / 10).is_some() {
        return false;
    }
    let small = sample.iter().filter(|b| b.is_ascii_lowercase()).count();
    let capital = sample.iter().filter(|b| b.is_ascii_uppercase()).count();
    capital > 9 * small
}

/// The length of a line as it stands in the input, with what stands before it.
fn raw_length(sheet: &Sheet<'_>, line: &Line) -> usize {
    let span = sheet.map.span(line.range.clone());
    let from = span.start.saturating_sub(200);
    let before = sheet.input.as_bytes().get(from..span.start);
    let lead = before.and_then(|b| b.iter().rev().position(|b| *b == b'\n'));
    span.end.saturating_sub(span.start) + lead.unwrap_or(0)
}

/// The length of the first word of a line as it stands in the input.
fn first_word(sheet: &Sheet<'_>, line: &Line) -> usize {
    let start = sheet.map.input(line.range.start);
    let rest = sheet.input.as_bytes().get(start..).unwrap_or_default();
    rest.iter()
        .take(400)
        .position(u8::is_ascii_whitespace)
        .unwrap_or(rest.len().min(400))
}

/// Small words that no line of its own ends with.
const LINKS: [&str; 34] = [
    "the", "of", "and", "in", "to", "a", "an", "for", "by", "with", "on", "at", "from", "that",
    "as", "these", "this", "his", "her", "its", "their", "is", "are", "was", "were", "has", "have",
    "had", "will", "or", "mr", "mr.", "mrs", "mrs.",
];

/// Whether a line is a key with a date: "pubDate: Tue, 14 May 2024 10:15:00 GMT", or begins
/// with the day that the page was saved with: "date 2024-05-14 The ministers …".
fn is_dated_key(text: &str) -> bool {
    let saved = text
        .strip_prefix("date ")
        .and_then(|t| t.as_bytes().get(..5));
    if saved.is_some_and(|y| y[..4].iter().all(u8::is_ascii_digit) && y[4] == b'-') {
        return true;
    }
    let keyed = text.split_once(": ").is_some_and(|(key, _)| {
        key.len() <= 16 && key.bytes().all(|byte| byte.is_ascii_alphabetic())
    });
    keyed && timestamp::brief(text, 1).is_some()
}

/// Whether `line` belongs to the paragraph that ends with `previous`; `long` says
/// whether that has several lines already.
fn joins(sheet: &Sheet<'_>, previous: &Line, line: &Line, habit: &Habit, long: bool) -> bool {
    if line.mark != previous.mark && !(line.mark == Mark::Plain && previous.mark == Mark::Item) {
        return false;
    }
    if line.mark != Mark::Plain && line.mark != previous.mark {
        return false;
    }
    let (before, text) = (sheet.str(previous), sheet.str(line));
    let open = !shape::is_terminal(before);
    let small = text.starts_with(char::is_lowercase);
    if line.blank {
        if !open || before.len() < 40 || is_dated_key(text) {
            return false;
        }
        let torn = habit.torn && before.len() >= 50 && !before.ends_with(':');
        let prose = shape::measure(before);
        if before.ends_with(',') && prose.small * 5 >= prose.words {
            return line.mark == Mark::Plain;
        }
        return prose.small * 2 >= prose.words
            && (small || torn && !prose.is_shouted() && previous.mark == Mark::Plain);
    }
    if line.indent >= previous.indent + 2 && !(open && small) {
        return false;
    }
    let several = text.split(' ').nth(2).is_some();
    if open
        && small
        && !is_dated_key(text)
        && (before.len() >= 20 || !previous.hard)
        && (several || long || {
            let prose = shape::measure(before);
            prose.small * 4 >= prose.words
        })
    {
        return true;
    }
    if previous.hard && habit.width.is_none() {
        return false;
    }
    let last = before
        .rsplit(' ')
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase();
    let hyphen = before
        .strip_suffix('-')
        .is_some_and(|b| b.ends_with(char::is_alphanumeric));
    if hyphen && (long || before.len() >= 30) {
        return true;
    }
    if open && (LINKS.contains(&last.as_str()) || before.ends_with(',') && before.len() >= 40) {
        return true;
    }
    let Some(width) = habit.width else {
        return false;
    };
    let prose = shape::measure(before);
    let titled = |shape: Shape| shape.small * 4 < shape.words;
    if !long && !habit.capitals && titled(prose) && titled(shape::measure(text)) {
        return false;
    }
    let length = raw_length(sheet, previous);
    if open && length * 10 >= width * 7 && length <= width + 20 {
        return true;
    }
    length <= width + 20 && length + 1 + first_word(sheet, line) + 2 > width
}
