//! The headline: which line it is.

use super::{Maker, Role, Source};
use crate::source::blocks::Look;
use crate::source::boilerplate::Class;
use crate::source::dateline::{self, Setting};
use crate::source::sheet::Mark;
use crate::source::timestamp::Moment;
use crate::source::{blocks, byline, calendar, caption, headline, shape, timestamp};
use std::collections::HashSet;
use std::ops::Range;

impl Maker<'_, '_> {
    /// Chooses the headline among the lines before the story.
    pub(super) fn find_headline(&mut self) {
        let marked = |mark: Mark| self.blocks.iter().position(|b| b.mark == mark);
        // The title of metadata, written last, carries less of the site's name.
        let last = self.blocks.iter().rposition(|b| b.mark == Mark::Title);
        let title = if self.front_title {
            marked(Mark::Title)
        } else {
            last
        };
        let heading = marked(Mark::Heading(1));
        let chosen = match (title, heading) {
            (Some(title), Some(heading)) => {
                let whole = shape::fold(self.text(title));
                let part = shape::fold(self.text(heading));
                let long = part.split(' ').count() >= 4 || whole.starts_with(&part);
                let same =
                    headline::repeats(&whole, &part) && long || headline::repeats(&part, &whole);
                Some(if same { heading } else { title })
            }
            (Some(found), None) | (None, Some(found)) => Some(found),
            (None, None) => self.plain_headline(),
        };
        let Some(index) = chosen else {
            self.fused_head();
            return;
        };
        let Some(block) = self.blocks.get(index) else {
            return;
        };
        let range = block.range.clone();
        let mut part = headline::trim_site(self.text(index));
        if let Some(repeated) = self.repeated_part(index) {
            part = repeated;
        }
        if let Some((cut, moment)) = self.date_in_title(index) {
            part.end = part.end.min(cut);
            self.moments.push((Source::Header, moment));
        }
        if let Some((day, start)) = dateline::before_title(self.text(index)) {
            part.start = part.start.max(start);
            self.moments.push((Source::Header, Moment::of(day)));
        }
        let text = self.text(index).get(part.clone()).unwrap_or_default();
        let bare = text.trim();
        if bare.is_empty() || blocks::is_document_number(bare) {
            self.role(index, Role::Dropped("document number"));
            return;
        }
        let lead = text.len() - text.trim_start().len();
        let start = range.start + part.start + lead;
        let whole = start..start + bare.len();
        self.folded = shape::fold(bare);
        self.headline = Some(whole);
        self.role(index, Role::Headline);
    }

    /// A page on one line: "Title of the story Friday, August 21, 2015 The text …".
    pub(super) fn fused_head(&mut self) {
        let first = self.story.start;
        let Some(block) = self.blocks.get(first) else {
            return;
        };
        let start = block.range.start;
        let text = self.text(first);
        let head = shape::head(text, 300);
        let Some(dated) = timestamp::line(head) else {
            return;
        };
        let Some(moment) = dated.moments.into_iter().next() else {
            return;
        };
        let cut = self.start_with_weekday(head, &moment);
        let before = head.get(..cut).unwrap_or_default();
        let behind = text.get(moment.range.end..).unwrap_or_default();
        let prose = behind.trim_start_matches([' ', '-', '–', '|']);
        let setting = Setting {
            lead: false,
            first: false,
            capitals: self.capitals,
        };
        let dated = moment.weekday.is_some() && cut < moment.range.start
            || dateline::read(prose, setting).is_some();
        let (title, byline) = title_and_byline(before);
        let fits = dated
            && title.split_whitespace().count() >= 3
            && !before.trim_end().ends_with([',', '.', ';', ':', '('])
            && !title.ends_with(" on")
            && prose.starts_with(|c: char| c.is_uppercase() || matches!(c, '“' | '"'));
        if !fits {
            return;
        }
        let part = headline::trim_site(title);
        let folded = shape::fold(title.get(part.clone()).unwrap_or_default());
        let byline = byline.map(str::to_owned);
        let lead = start + text.len() - prose.len();
        self.lead = (first, lead);
        self.folded = folded;
        self.headline = Some(start + part.start..start + part.end);
        self.page.byline = self.page.byline.take().or(byline);
        self.moments.push((Source::Header, moment));
    }

    /// The headline of a page without markup: the first title-like line, or one
    /// that the page repeats.
    pub(super) fn plain_headline(&self) -> Option<usize> {
        let head = 0..self.story.start.min(self.blocks.len());
        let candidates: Vec<usize> = head
            .take(400)
            .filter(|&i| self.can_be_headline(i))
            .collect();
        let folded: Vec<String> = candidates
            .iter()
            .map(|&i| shape::fold(self.text(i)))
            .collect();
        let mut seen = HashSet::new();
        let repeated = candidates.iter().zip(&folded).find(|(i, f)| {
            let words = self.blocks.get(**i).map_or(0, |b| b.shape.words);
            words >= 4 && !seen.insert(f.as_str())
        });
        if let Some((_, fold)) = repeated {
            let first = folded.iter().position(|f| f.starts_with(fold.as_str()));
            return first.and_then(|at| candidates.get(at)).copied();
        }
        let long: Vec<usize> = candidates
            .iter()
            .copied()
            .filter(|&i| self.blocks.get(i).is_some_and(|b| b.shape.words >= 4))
            .collect();
        let first = long.first().copied();
        // A line above the menu is the site's own, if a title follows the menu.
        let site = first.is_some_and(|i| {
            let next = self.blocks.get(i + 1);
            let menu = |look: &Look| matches!(look, Look::Known(class) if *class != Class::Label);
            i == 0 && next.is_some_and(|b| menu(&b.look))
        });
        let second = long.get(1).copied().filter(|_| site);
        second
            .or_else(|| self.told_again(&long))
            .or(first)
            .or_else(|| candidates.first().copied())
    }

    /// Of several lines the first whose words the story takes up, if the very first
    /// is a menu's, with no word of the story.
    fn told_again(&self, lines: &[usize]) -> Option<usize> {
        const LEAD: usize = 1500;
        let [first, _, ..] = lines else { return None };
        let start = self.blocks.get(self.story.start)?.range.start;
        let text = self.sheet.text.get(start..).unwrap_or_default();
        let lead = shape::head(text, LEAD);
        let known = |word: &str| words(lead).any(|told| same_word(told, word));
        if content(self.text(*first)).any(known) {
            return None;
        }
        let lead: HashSet<String> = words(lead).map(str::to_lowercase).collect();
        let told = |line: usize| {
            let words = content(self.text(line)).map(str::to_lowercase);
            words.filter(|w| lead.contains(w)).count()
        };
        let counts = lines.iter().take(40).map(|&line| (told(line), line));
        // The first of the best.
        let best = counts.rev().max_by_key(|(count, _)| *count)?;
        (best.0 > 0).then_some(best.1)
    }

    pub(super) fn can_be_headline(&self, index: usize) -> bool {
        let Some(block) = self.blocks.get(index) else {
            return false;
        };
        let text = self.text(index);
        block.look == Look::Text
            && self.is_title(index)
            && !caption::is_caption(text)
            && (!block.shape.terminal
                || block.shape.words <= 14
                || self.dated_title(text)
                || self.is_unusual_title(index))
            && dateline::read(
                text,
                Setting {
                    lead: false,
                    first: false,
                    capitals: true,
                },
            )
            .is_none()
    }

    /// Whether the page opens with a sentence that is its title, stop and all: short, on
    /// no day, in words that the story takes up; in front of two paragraphs or more.
    pub(super) fn is_sentence_title(&self) -> bool {
        const LONGEST: usize = 20;
        const LEAD: usize = 1500;
        let [first, rest @ ..] = &self.blocks[..] else {
            return false;
        };
        let text = self.text(0);
        let sentence = first.look == Look::Text
            && first.mark == Mark::Plain
            && first.shape.terminal
            && !first.shape.inner
            && (6..=LONGEST).contains(&first.shape.words)
            && !text.starts_with(['"', '“', '‘', '«', '(', '['])
            && !words(text).any(|w| calendar::weekday(w).is_some());
        let story = (1..=rest.len()).take(3).filter(|i| self.is_prose(*i));
        if !sentence || story.count() < 2 {
            return false;
        }
        let behind = self.sheet.text.get(first.range.end..).unwrap_or_default();
        let lead = shape::head(behind, LEAD);
        let lead: HashSet<String> = words(lead).map(stem).collect();
        let (told, all) = content(text).map(stem).fold((0, 0), |(told, all), w| {
            (told + usize::from(lead.contains(&w)), all + 1)
        });
        all >= 4 && told * 3 >= all * 2
    }

    /// Whether a line is a title with a date behind it.
    pub(super) fn dated_title(&self, text: &str) -> bool {
        timestamp::line(text).is_some_and(|d| d.moments.iter().any(|m| m.weekday.is_some()))
    }

    /// If another line before the story repeats the start of the title, or what
    /// stands between two marks in it, that part.
    pub(super) fn repeated_part(&self, index: usize) -> Option<Range<usize>> {
        let title = self.text(index);
        let parts = headline::segments(title);
        if parts.is_empty() {
            return None;
        }
        let end = self.story.start.min(self.blocks.len()).min(400);
        let others: HashSet<String> = (0..end)
            .filter(|&i| i != index)
            .filter(|&i| self.blocks.get(i).is_some_and(|b| b.shape.words >= 4))
            .map(|i| shape::fold(self.text(i)))
            .collect();
        parts
            .into_iter()
            .filter(|range| {
                let part = title.get(range.clone()).unwrap_or_default();
                part.len() * 3 >= title.len() && others.contains(&shape::fold(part))
            })
            .max_by_key(Range::len)
    }

    /// A date behind the title on its line: where the title ends, and the date.
    pub(super) fn date_in_title(&self, index: usize) -> Option<(usize, Moment)> {
        let text = self.text(index);
        let dated = timestamp::line(text)?;
        let moment = dated.moments.into_iter().next()?;
        let start = self.start_with_weekday(text, &moment);
        let before = text.get(..start)?.trim_end();
        let enough = before.split_whitespace().count() >= 3;
        let behind = text.get(moment.range.end..)?.trim();
        let joined =
            before.ends_with(" on") || before.ends_with(" of") || before.ends_with(" since");
        (enough && behind.is_empty() && !joined && moment.weekday.is_some())
            .then_some((before.len(), moment))
    }

    /// Where the weekday before a moment starts.
    pub(super) fn start_with_weekday(&self, text: &str, moment: &Moment) -> usize {
        let before = text.get(..moment.range.start).unwrap_or_default();
        let trimmed = before.trim_end_matches([' ', ',', '.']);
        let word = trimmed.rfind(' ').map_or(0, |i| i + 1);
        let is_day = moment.weekday.is_some()
            && trimmed.get(word..).is_some_and(|w| {
                ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
                    .iter()
                    .any(|d| w.to_ascii_lowercase().starts_with(d))
            });
        if is_day { word } else { moment.range.start }
    }
}

/// Runs of letters and digits.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
}

/// The words of a line but the short ones.
fn content(line: &str) -> impl Iterator<Item = &str> {
    words(line).filter(|w| w.len() > 3)
}

/// The first letters of a word, in lower case: "responds" and "responded" are one.
fn stem(word: &str) -> String {
    const STEM: usize = 5;
    word.chars()
        .take(STEM)
        .flat_map(char::to_lowercase)
        .collect()
}

fn same_word(a: &str, b: &str) -> bool {
    if a.is_ascii() && b.is_ascii() {
        return a.eq_ignore_ascii_case(b);
    }
    a.to_lowercase() == b.to_lowercase()
}

/// "Title of the story | By Ann Lee |": the title and the byline.
fn title_and_byline(text: &str) -> (&str, Option<&str>) {
    const ENDS: [char; 5] = [' ', '|', '-', '–', '—'];
    let text = text.trim_end_matches(ENDS);
    for mark in [" By ", " by ", " BY "] {
        if let Some(at) = text.rfind(mark)
            && let Some(name) = text.get(at + 1..).and_then(byline::read)
        {
            let title = text.get(..at).unwrap_or_default();
            return (title.trim_end_matches(ENDS), Some(name));
        }
    }
    (text, None)
}
