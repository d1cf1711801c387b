//! The text with its marks.

use super::marks::{Kind, Mark, Record};
use crate::export::text::escape;
use crate::model::Article;
use std::collections::HashSet;
use std::fmt::Write;
use std::ops::Range;

/// Writes the paragraphs of the body.
pub(super) fn body(page: &mut String, article: &Article, marks: &[Mark]) {
    let body = article.body.as_str();
    let paragraphs = paragraphs(body);
    if paragraphs.is_empty() {
        page.push_str("<p class=\"none\">The article has no text.</p>\n");
    }
    let mut of_paragraph: Vec<Vec<&Mark>> = vec![Vec::new(); paragraphs.len()];
    for mark in marks {
        let first = paragraphs.partition_point(|p| p.end <= mark.range.start);
        let rest = paragraphs.iter().zip(&mut of_paragraph).skip(first);
        rest.take_while(|(p, _)| p.start < mark.range.end)
            .for_each(|(_, marks)| marks.push(mark));
    }
    let mut writer = Writer {
        page,
        cards: 0,
        seen: HashSet::new(),
    };
    for (range, marks) in paragraphs.into_iter().zip(&of_paragraph) {
        writer.paragraph(body, range, marks);
    }
}

/// The lines of the body that hold text.
fn paragraphs(body: &str) -> Vec<Range<usize>> {
    let mut start = 0;
    body.split_inclusive('\n')
        .map(|line| {
            let range = start..start + line.trim_end().len();
            start += line.len();
            range
        })
        .filter(|range| !range.is_empty())
        .collect()
}

struct Writer<'p> {
    page: &'p mut String,
    /// Cards written, for their identifiers.
    cards: usize,
    /// Records with a mark, whose first mark is the way back from the table.
    seen: HashSet<(Kind, usize)>,
}

impl Writer<'_> {
    /// Writes one paragraph: its text in pieces, each piece with the classes of
    /// the passages over it, words as links, and a number where a passage ends.
    fn paragraph(&mut self, body: &str, range: Range<usize>, marks: &[&Mark]) {
        let (words, passages): (Vec<&Mark>, Vec<&Mark>) =
            marks.iter().partition(|m| m.kind.is_word());
        let mut starts: Vec<(usize, &Mark)> = Vec::new();
        let mut ends: Vec<(usize, &Mark)> = Vec::new();
        for mark in passages {
            let around = around_words(&mark.range, &words);
            starts.push((around.start.max(range.start), mark));
            ends.push((around.end.min(range.end), mark));
        }
        starts.sort_by_key(|s| s.0);
        ends.sort_by_key(|e| e.0);
        let mut cuts = vec![range.start, range.end];
        cuts.extend(starts.iter().chain(&ends).map(|c| c.0));
        for word in &words {
            cuts.extend([
                word.range.start.max(range.start),
                word.range.end.min(range.end),
            ]);
        }
        cuts.sort_unstable();
        cuts.dedup();
        self.page.push_str("<p>");
        let (mut starts, mut ends) = (starts.into_iter().peekable(), ends.into_iter().peekable());
        let mut words = words.into_iter().peekable();
        let mut open = Open::default();
        for pair in cuts.windows(2) {
            let &[from, to] = pair else { continue };
            while let Some((_, mark)) = starts.next_if(|s| s.0 <= from) {
                open.add(mark.kind, 1);
            }
            while words.next_if(|w| w.range.end <= from).is_some() {}
            let text = body.get(from..to).unwrap_or_default();
            let classes = open.classes();
            match words.peek().filter(|w| w.range.start <= from) {
                Some(word) => self.word(word, text, &classes),
                None if classes.is_empty() => self.page.push_str(&escape(text)),
                None => {
                    let text = escape(text);
                    let _ = write!(self.page, "<span class=\"{classes}\">{text}</span>");
                }
            }
            while let Some((_, mark)) = ends.next_if(|e| e.0 <= to) {
                open.add(mark.kind, -1);
                // Only where the passage ends, not at the end of each paragraph.
                if mark.range.end <= range.end {
                    self.chip(mark);
                }
            }
        }
        self.page.push_str("</p>\n");
    }

    /// A name or a date: a link that looks like the text.
    fn word(&mut self, mark: &Mark, text: &str, classes: &str) {
        let mut inner = escape(text);
        if let Some(datetime) = &mark.datetime {
            inner = format!("<time datetime=\"{}\">{inner}</time>", escape(datetime));
        }
        let class = format!("{} {classes}", mark.kind.class());
        self.link(mark, class.trim_end(), &inner);
    }

    /// The number at the end of a passage.
    fn chip(&mut self, mark: &Mark) {
        let class = format!("c {}", mark.kind.class());
        self.link(mark, &class, &mark.record.label());
    }

    fn link(&mut self, mark: &Mark, class: &str, inner: &str) {
        let Record { kind, index } = mark.record;
        let mut id = String::new();
        if mark.kind != Kind::Date && self.seen.insert((kind, index)) {
            id = format!(" id=\"r{}\"", mark.record.id());
        }
        self.cards += 1;
        let _ = write!(
            self.page,
            "<span class=\"w\"><a class=\"{class}\" href=\"#{}\"{id} aria-describedby=\"k{n}\">{inner}</a>\
             <span class=\"k\" role=\"tooltip\" id=\"k{n}\">{}</span></span>",
            mark.record.id(),
            escape(&mark.card),
            n = self.cards,
        );
    }
}

/// How many passages of each kind lie over a piece of text.
#[derive(Debug, Default)]
struct Open {
    meetings: i32,
    statements: i32,
    agreements: i32,
}

impl Open {
    fn add(&mut self, kind: Kind, n: i32) {
        match kind {
            Kind::Meeting => self.meetings += n,
            Kind::Statement => self.statements += n,
            Kind::Agreement => self.agreements += n,
            Kind::Official | Kind::Date => {}
        }
    }

    fn classes(&self) -> String {
        let counts = [
            ("m", self.meetings),
            ("s", self.statements),
            ("g", self.agreements),
        ];
        let open = counts.into_iter().filter(|c| c.1 > 0).map(|c| c.0);
        open.collect::<Vec<_>>().join(" ")
    }
}

/// A passage that cuts no word in two. The words are sorted and do not overlap.
fn around_words(passage: &Range<usize>, words: &[&Mark]) -> Range<usize> {
    let over = |at: usize| {
        let i = words.partition_point(|w| w.range.end <= at);
        words
            .get(i)
            .filter(|w| w.range.start < at)
            .map(|w| &w.range)
    };
    let start = over(passage.start).map_or(passage.start, |word| word.start);
    let end = over(passage.end).map_or(passage.end, |word| word.end);
    start..end
}
