//! Where in the body a record was read: the sentence, its number, its offsets.
//!
//! Evidence points into the string given to the parser. With that string at
//! hand the way to the body is exact ([`Alignment`]); without it, the sentence
//! is found by the record's own words.

use super::align::Alignment;
use crate::model::Article;
use crate::span::Evidence;
use std::ops::Range;

/// Sentences looked at around the place where a record should be.
const WINDOW: usize = 12;
/// Vain searches through the whole body after which no more are made, so that
/// the work grows linearly with the text.
const MAX_MISSES: usize = 32;
/// Characters by which the place of long words is found.
const PROBE: usize = 24;

/// Finds the sentence of a record.
#[derive(Debug)]
pub(super) struct Locator<'a> {
    body: &'a str,
    sentences: Vec<Range<usize>>,
    /// Where each sentence starts, counted in characters.
    char_starts: Vec<usize>,
    alignment: Option<Alignment>,
    /// `(offset in the input, offset in the body)` of words known to be the same.
    anchors: Vec<(usize, usize)>,
}

impl<'a> Locator<'a> {
    /// A locator for the records of this article, exact if `input` is given.
    pub(super) fn new(article: &'a Article, input: Option<&str>) -> Self {
        let body = article.body.as_str();
        let sentences = sentences(body);
        Locator {
            body,
            char_starts: char_starts(body, &sentences),
            sentences,
            alignment: input.map(|input| Alignment::new(body, input)),
            anchors: if input.is_some() {
                Vec::new()
            } else {
                anchors(article)
            },
        }
    }

    /// Number of the sentence that attests a record: `verbatim` are words known
    /// to stand in it, `hints` words likely to.
    pub(super) fn sentence(
        &self,
        evidence: &[Evidence],
        verbatim: Option<&str>,
        hints: &[&str],
    ) -> Option<usize> {
        if let Some(alignment) = &self.alignment {
            return evidence
                .iter()
                .find_map(|e| alignment.body_range(e.span.range()))
                .and_then(|range| self.sentence_at(range.start));
        }
        let near = evidence
            .first()
            .and_then(|e| self.estimate(e.span.start))
            .and_then(|offset| self.sentence_at(offset));
        let from = near.map_or(0, |n| n.saturating_sub(WINDOW));
        let to = near.map_or(4 * WINDOW, |n| n.saturating_add(WINDOW));
        let window = from..to.min(self.sentences.len());
        verbatim
            .and_then(|words| self.holding(words, window.clone()))
            .or_else(|| self.likeliest(hints, window, near))
    }

    /// How many sentences the body has.
    pub(super) fn len(&self) -> usize {
        self.sentences.len()
    }

    /// The words of a sentence.
    pub(super) fn words(&self, sentence: usize) -> Option<&'a str> {
        self.body.get(self.sentences.get(sentence)?.clone())
    }

    /// The offsets of a sentence in the body, counted in characters.
    pub(super) fn chars(&self, sentence: usize) -> Option<Range<usize>> {
        let start = *self.char_starts.get(sentence)?;
        Some(start..start + self.words(sentence)?.chars().count())
    }

    fn sentence_at(&self, offset: usize) -> Option<usize> {
        let i = self.sentences.partition_point(|s| s.end <= offset);
        (i < self.sentences.len()).then_some(i)
    }

    /// Where in the body an offset of the input should lie.
    fn estimate(&self, input: usize) -> Option<usize> {
        let after = self.anchors.partition_point(|a| a.0 <= input);
        let (anchor_input, anchor_body) = *self
            .anchors
            .get(after.saturating_sub(1))
            .or(self.anchors.first())?;
        anchor_body.checked_add(input)?.checked_sub(anchor_input)
    }

    /// The first sentence of the window in which the words begin.
    fn holding(&self, words: &str, window: Range<usize>) -> Option<usize> {
        let start = self.sentences.get(window.start)?.start;
        let end = self.sentences.get(window.end.checked_sub(1)?)?.end;
        let at = find_start(self.body.get(start..end)?, words)?;
        self.sentence_at(start + at)
    }

    /// The sentence with the most hints, the nearest one of several.
    fn likeliest(
        &self,
        hints: &[&str],
        window: Range<usize>,
        near: Option<usize>,
    ) -> Option<usize> {
        let score = |n: usize| {
            let words = self.words(n).unwrap_or_default();
            let hits = hints
                .iter()
                .filter(|h| !h.is_empty() && words.contains(**h))
                .count();
            4 * hits as i64 - near.map_or(0, |near| near.abs_diff(n) as i64)
        };
        let best = window.max_by_key(|n| (score(*n), std::cmp::Reverse(*n)))?;
        (near.is_some() || score(best) > 0).then_some(best)
    }
}

/// Where the words begin in the text; of long words the beginning counts, since
/// a split quotation stands there in pieces.
fn find_start(text: &str, words: &str) -> Option<usize> {
    let words = words.trim_matches(|c: char| !c.is_alphanumeric());
    if words.is_empty() {
        return None;
    }
    text.find(words).or_else(|| {
        let end = words.char_indices().nth(PROBE).map(|(i, _)| i)?;
        text.find(words.get(..end)?)
    })
}

/// The statements and agreements whose words stand in the body, in order.
fn anchors(article: &Article) -> Vec<(usize, usize)> {
    let statements = article.statements.iter().map(|s| (&s.evidence, &s.text));
    let agreements = article.agreements.iter().map(|a| (&a.evidence, &a.text));
    let mut records: Vec<(usize, &str)> = statements
        .chain(agreements)
        .filter_map(|(evidence, text)| Some((evidence.first()?.span.start, text.as_str())))
        .collect();
    records.sort_unstable();
    let (mut anchors, mut cursor, mut misses) = (Vec::new(), 0, 0);
    for (input, text) in records {
        let rest = article.body.get(cursor..).unwrap_or_default();
        if misses >= MAX_MISSES {
            break;
        }
        match find_start(rest, text) {
            // The evidence starts with the sentence or the clause, a little
            // before the words: near enough for a window of sentences.
            Some(at) => {
                cursor += at;
                anchors.push((input, cursor));
            }
            None => misses += 1,
        }
    }
    anchors
}

/// The sentences of a body, without the blanks between them.
fn sentences(body: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut offset = 0;
    for line in body.split_inclusive('\n') {
        let mut start = 0;
        for end in sentence_ends(line).into_iter().chain([line.len()]) {
            let piece = line.get(start..end).unwrap_or_default();
            let blank = piece.len() - piece.trim_start().len();
            if !piece.trim().is_empty() {
                let first = offset + start + blank;
                found.push(first..first + piece.trim().len());
            }
            start = end;
        }
        offset += line.len();
    }
    found
}

/// Where each sentence starts, counted in characters.
fn char_starts(body: &str, sentences: &[Range<usize>]) -> Vec<usize> {
    let (mut chars, mut bytes) = (0, 0);
    let mut starts = Vec::with_capacity(sentences.len());
    for sentence in sentences {
        chars += body
            .get(bytes..sentence.start)
            .map_or(0, |between| between.chars().count());
        bytes = sentence.start;
        starts.push(chars);
    }
    starts
}

/// Where sentences end inside a paragraph: after a stop and its closing marks,
/// before a blank and something that can begin a sentence.
fn sentence_ends(line: &str) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut chars = line.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if !matches!(c, '.' | '!' | '?' | '…') {
            continue;
        }
        let mut end = at + c.len_utf8();
        while let Some((i, mark)) = chars.next_if(|(_, c)| closes(*c)) {
            end = i + mark.len_utf8();
        }
        let rest = line.get(end..).unwrap_or_default();
        let next = rest.trim_start().chars().next();
        let begins = rest.starts_with(char::is_whitespace)
            && next.is_some_and(|c| {
                !c.is_lowercase() && !matches!(c, ',' | ';' | ':' | '-' | '–' | '—')
            });
        if begins && !(c == '.' && abbreviated(line.get(..at).unwrap_or_default())) {
            ends.push(end);
        }
    }
    ends
}

fn closes(c: char) -> bool {
    matches!(
        c,
        '.' | '!' | '?' | '"' | '\'' | ')' | ']' | '”' | '’' | '»' | '…'
    )
}

/// Whether the full stop after these words belongs to the last one.
fn abbreviated(before: &str) -> bool {
    const SHORT: &[&str] = &[
        "mr", "mrs", "ms", "dr", "prof", "gen", "lt", "col", "maj", "capt", "adm", "cmdr", "sgt",
        "brig", "sen", "rep", "gov", "hon", "st", "no", "vs", "jan", "feb", "mar", "apr", "jun",
        "jul", "aug", "sept", "sep", "oct", "nov", "dec", "messrs", "sr", "jr", "fm", "pm", "amb",
    ];
    let word = before
        .rsplit(|c: char| c.is_whitespace() || matches!(c, '(' | '"' | '“'))
        .next()
        .unwrap_or_default();
    let last = word.rsplit('.').next().unwrap_or_default();
    // Initials: "J. Smith", "U.S. Secretary"; "the U.S. The …" is the price.
    (last.chars().count() == 1 && last.starts_with(char::is_uppercase))
        || SHORT.contains(&word.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(body: &str) -> Vec<&str> {
        sentences(body)
            .into_iter()
            .filter_map(|r| body.get(r))
            .collect()
    }

    #[test]
    fn sentences_end_at_stops_but_not_at_abbreviations() {
        let body = "Gen. J. Oda met U.S. Secretary Lane. “We agree.” Talks go on at 3.5 percent.\n\nNo. 4 spoke?! Yes";
        assert_eq!(
            split(body),
            [
                "Gen. J. Oda met U.S. Secretary Lane.",
                "“We agree.”",
                "Talks go on at 3.5 percent.",
                "No. 4 spoke?!",
                "Yes"
            ]
        );
    }
}
