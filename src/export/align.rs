//! The way from the parser's input to the body of the article.

use std::ops::Range;

/// Letters compared to find a paragraph of the body in the input.
const PROBE: usize = 24;
/// Vain searches through the whole input after which no more are made, so that
/// the work grows linearly with the text.
const MAX_MISSES: usize = 32;

/// Which bytes of the input each letter of the body came from.
///
/// Only ASCII letters and digits are compared, so that quotation marks, dashes,
/// spaces, entities and tags may differ.
#[derive(Debug, Default)]
pub(super) struct Alignment {
    /// `(offset in the input, offset in the body)`, rising in both.
    pairs: Vec<(usize, usize)>,
}

impl Alignment {
    /// Aligns a body with the input it was read from; paragraphs that cannot be
    /// found stay out.
    pub(super) fn new(body: &str, input: &str) -> Self {
        let (letters, offsets) = project(input, looks_like_html(input));
        let (mut pairs, mut cursor, mut misses) = (Vec::new(), 0, 0);
        let mut start = 0;
        for paragraph in body.split_inclusive('\n') {
            let base = start;
            start += paragraph.len();
            let (wanted, places) = project(paragraph, false);
            let mut done = 0;
            while done < wanted.len() && misses < MAX_MISSES {
                let probe = wanted.get(done..wanted.len().min(done + PROBE));
                let rest = letters.get(cursor..).unwrap_or_default();
                let Some(at) = probe.and_then(|probe| rest.find(probe)) else {
                    misses += 1;
                    done += PROBE;
                    continue;
                };
                cursor += at;
                let common = common_prefix(wanted.get(done..), letters.get(cursor..));
                for i in 0..common {
                    if let (Some(input), Some(place)) =
                        (offsets.get(cursor + i), places.get(done + i))
                    {
                        pairs.push((*input, base + place));
                    }
                }
                cursor += common;
                done += common.max(1);
            }
        }
        Alignment { pairs }
    }

    /// The bytes of the body that come from these bytes of the input.
    pub(super) fn body_range(&self, input: Range<usize>) -> Option<Range<usize>> {
        let from = self.pairs.partition_point(|p| p.0 < input.start);
        let to = self.pairs.partition_point(|p| p.0 < input.end);
        let first = self.pairs.get(from..to)?.first()?;
        let last = self.pairs.get(from..to)?.last()?;
        Some(first.1..last.1 + 1)
    }
}

fn common_prefix(a: Option<&str>, b: Option<&str>) -> usize {
    let (a, b) = (a.unwrap_or_default(), b.unwrap_or_default());
    a.bytes().zip(b.bytes()).take_while(|(a, b)| a == b).count()
}

fn looks_like_html(text: &str) -> bool {
    let head: String = text
        .chars()
        .take(2000)
        .map(|c| c.to_ascii_lowercase())
        .collect();
    [
        "<!doctype html",
        "<html",
        "<body",
        "<div",
        "<p>",
        "<p ",
        "<article",
    ]
    .iter()
    .any(|tag| head.contains(tag))
}

/// The ASCII letters and digits of a text in lower case, and where each stands;
/// of HTML without tags and entities.
fn project(text: &str, html: bool) -> (String, Vec<usize>) {
    let (mut letters, mut offsets) = (String::new(), Vec::new());
    let mut in_tag = false;
    let mut entity_until = 0;
    for (i, byte) in text.bytes().enumerate() {
        if html {
            match byte {
                b'<' => in_tag = true,
                b'>' if in_tag => in_tag = false,
                b'&' => entity_until = entity_end(text, i),
                _ => {}
            }
        }
        if byte.is_ascii_alphanumeric() && !in_tag && i >= entity_until {
            letters.push(char::from(byte.to_ascii_lowercase()));
            offsets.push(i);
        }
    }
    (letters, offsets)
}

/// The end of the entity that starts at `at`; `at` itself if none does.
fn entity_end(text: &str, at: usize) -> usize {
    let rest = text.as_bytes().get(at + 1..).unwrap_or_default();
    let name = rest
        .iter()
        .take(10)
        .take_while(|b| b.is_ascii_alphanumeric() || **b == b'#')
        .count();
    match rest.get(name) {
        Some(b';') => at + name + 2,
        _ => at,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_body_is_found_in_its_input() {
        let input =
            "<html><p>Menu</p><p>The &ldquo;caf&eacute;&rdquo; <b>talks</b> ended.</p></html>";
        let body = "The “café” talks ended.";
        let alignment = Alignment::new(body, input);
        let at = input.find("talks").unwrap();
        let range = alignment.body_range(at..at + 5).unwrap();
        assert_eq!(&body[range], "talks");
        assert_eq!(alignment.body_range(0..6), None);
    }

    #[test]
    fn text_that_fits_nothing_is_aligned_with_nothing() {
        let alignment = Alignment::new("one two three", "");
        assert_eq!(alignment.body_range(0..10), None);
    }
}
