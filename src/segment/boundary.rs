//! Whether a stop ends its sentence: what stands before it, what follows.

use super::before::Word;
use super::chars::{
    Case, at, before, is_opening_bracket, is_quote, is_space, prefix, skip_space, word,
};
use super::follow::Follow;
use super::marks::Shape;
use super::words::{is_behind_clock, is_domain, is_month, is_opener, is_particle, is_reporting};
use crate::lexicon::{Abbreviations, StopKind};

/// One or more stops that belong together, with the marks that close behind them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cluster {
    pub(super) start: usize,
    /// Behind the stops.
    pub(super) stop_end: usize,
    /// Behind the closing quotation marks and brackets.
    pub(super) end: usize,
    pub(super) shape: Shape,
    /// A closing quotation mark follows the stop.
    pub(super) quoted: bool,
    /// Where the sentence it stands in began.
    pub(super) sentence: usize,
}

/// What the rules know of a paragraph.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rules<'a> {
    pub(super) text: &'a str,
    pub(super) case: Case,
    /// In a headline every word has a capital, and abbreviations end nothing.
    pub(super) headline: bool,
    pub(super) abbreviations: &'a Abbreviations,
}

impl Rules<'_> {
    /// Where the next sentence begins, if `cluster` ends one. Text follows it.
    pub(super) fn boundary(&self, cluster: &Cluster) -> Option<usize> {
        let next = skip_space(self.text, cluster.end);
        let fused = next == cluster.stop_end;
        let ends = if fused {
            self.fused(cluster, next)
        } else {
            match cluster.shape {
                Shape::Bang => self.bang(cluster, next),
                Shape::Ellipsis => self.ellipsis(cluster, next),
                _ => self.stop(cluster, next),
            }
        };
        ends.then_some(next)
    }

    /// "…?" and "…!": end before anything but a lower-case word or punctuation.
    fn bang(&self, cluster: &Cluster, next: usize) -> bool {
        // "(!)", "(sic!)" in the middle of a clause.
        let bracketed = cluster.end > cluster.stop_end && !cluster.quoted;
        match self.follow(next, cluster.end) {
            Follow::Capital(word) => {
                !(cluster.quoted && self.attributes(word) || bracketed && self.headline)
            }
            Follow::Lower(_) => self.case == Case::Lower,
            Follow::Digit | Follow::Symbol => true,
            Follow::Inner(first) => first.is_none_or(|c| !c.is_lowercase()),
            Follow::Dash(first) => first.is_some_and(char::is_uppercase),
            Follow::Punctuation => false,
        }
    }

    /// "… " ends before a capital if it clings to a word, else before an opener.
    fn ellipsis(&self, cluster: &Cluster, next: usize) -> bool {
        let behind = before(self.text, cluster.start);
        // "[…]", "“…", and one that begins the sentence.
        let begins = behind.is_none_or(|c| {
            is_opening_bracket(c)
                || is_quote(c)
                    && before(self.text, cluster.start - c.len_utf8()).is_none_or(is_space)
        }) || self.is_first(cluster);
        if begins || self.headline {
            return false;
        }
        let clings = behind.is_some_and(|c| !is_space(c)) || cluster.quoted;
        match self.follow(next, cluster.end) {
            Follow::Capital(at) => (clings && self.case != Case::Upper) || self.opens(at),
            Follow::Inner(Some(c)) => clings && c.is_uppercase(),
            Follow::Digit => clings && cluster.quoted,
            Follow::Lower(_) => clings && self.case == Case::Lower,
            Follow::Symbol => clings,
            _ => false,
        }
    }

    /// Nothing but space stands before the stop in its sentence.
    fn is_first(&self, cluster: &Cluster) -> bool {
        let head = self.text.get(cluster.sentence..cluster.start);
        head.is_some_and(|head| head.len() < 16 && head.chars().all(is_space))
    }

    /// The full stop.
    fn stop(&self, cluster: &Cluster, next: usize) -> bool {
        let word = self.word_before(cluster);
        if word == Word::Label {
            return false;
        }
        let follow = self.follow(next, cluster.end);
        match follow {
            Follow::Punctuation => false,
            Follow::Lower(at) => {
                word == Word::Plain && (self.case == Case::Lower || self.starts_name(at))
                    || self.case == Case::Lower && matches!(word, Word::Known(StopKind::Last))
            }
            Follow::Dash(first) => word == Word::Plain && first.is_some_and(|c| !c.is_lowercase()),
            Follow::Digit => matches!(word, Word::Plain | Word::Known(StopKind::Last)),
            Follow::Symbol => word == Word::Plain,
            Follow::Inner(first) => match word {
                Word::Plain => {
                    let bracket = at(self.text, next).is_some_and(is_opening_bracket);
                    first.is_none_or(|c| !(bracket && c.is_lowercase()))
                }
                _ if self.headline => false,
                Word::Known(
                    StopKind::Clock | StopKind::Last | StopKind::Month | StopKind::Number,
                ) => first.is_some_and(char::is_uppercase),
                Word::Known(StopKind::Country | StopKind::Place | StopKind::Company)
                | Word::Initials => self.opens(self.skip_opening(next)),
                _ => false,
            },
            Follow::Capital(at) => self.stop_before_capital(word, cluster, at),
        }
    }

    /// The stop behind `word`, before the capital at `at`.
    fn stop_before_capital(&self, word: Word, cluster: &Cluster, at: usize) -> bool {
        match word {
            Word::Plain => true,
            Word::Known(StopKind::Number) => !self.is_roman(at),
            _ if self.headline => false,
            Word::Label | Word::Known(StopKind::Latin) => false,
            Word::Known(StopKind::Title) => self.case == Case::Mixed && self.opens(at),
            Word::Known(StopKind::Last) => true,
            Word::Known(StopKind::Month) => !is_month(super::chars::word(self.text, at, 12)),
            Word::Known(StopKind::Clock) => self.opens(at) || !self.is_clock_tail(at),
            Word::Known(_) | Word::Initials => cluster.quoted || self.opens(at),
        }
    }

    /// A stop with no space behind it: "cooperation.Defense" ends a sentence,
    /// "3.5", "U.S.", "Kh.Battulga" and "news.example.com" do not.
    fn fused(&self, cluster: &Cluster, next: usize) -> bool {
        let text = self.text;
        // An opening mark may stand between: 'Mori."We go," he said.'
        let next = match at(text, next) {
            Some(c @ ('"' | '\u{201C}' | '\u{2018}' | '\u{AB}')) => next + c.len_utf8(),
            _ => next,
        };
        let follower = word(text, next, 16);
        let mut letters = follower.chars();
        if self.headline || !letters.next().is_some_and(char::is_uppercase) {
            return false;
        }
        let second = letters.next();
        let behind = before(text, cluster.start);
        if cluster.shape != Shape::Stop {
            return behind.is_some_and(|c| c.is_alphanumeric() || matches!(c, ')' | ']'))
                && second.is_some_and(char::is_alphabetic)
                && !self.in_address(cluster.start);
        }
        let (token, _) = self.token(cluster.start);
        let piece = token.rsplit('.').next().unwrap_or("");
        let solid = match behind {
            Some(c) if c.is_ascii_digit() => second.is_some_and(char::is_lowercase),
            Some(c) if c.is_alphabetic() => {
                let short = if c.is_uppercase() || piece.starts_with(char::is_uppercase) {
                    3
                } else {
                    2
                };
                piece.chars().count() >= short
            }
            Some(')' | ']') => true,
            _ => false,
        };
        // A word, "A" or "I" alone, or capitals behind a word in small letters.
        let begins = match second {
            None => matches!(follower, "A" | "I") && at(text, next + 1).is_some_and(is_space),
            Some(c) if c.is_lowercase() => true,
            Some(_) => self.case == Case::Upper || behind.is_some_and(char::is_lowercase),
        };
        solid
            && begins
            && matches!(self.word_before(cluster), Word::Plain)
            && !is_domain(follower)
            && !self.in_address(cluster.start)
    }

    /// Whether the text before `at`, up to a space, looks like an address.
    fn in_address(&self, at: usize) -> bool {
        let head = self.text.as_bytes().get(..at).unwrap_or_default();
        head.iter()
            .rev()
            .take(64)
            .take_while(|b| !b.is_ascii_whitespace())
            .any(|b| matches!(b, b'/' | b'@' | b'=' | b'\\' | b'_'))
            || word_is_www(head)
    }

    /// Whether the word at `at` can only open a sentence.
    fn opens(&self, at: usize) -> bool {
        let word = word(self.text, at, 16);
        let tail = self.text.get(at + word.len()..).unwrap_or("");
        is_opener(word, tail, self.case)
    }

    /// "a.m. EST", "p.m. Tokyo time", "a.m. Monday".
    fn is_clock_tail(&self, at: usize) -> bool {
        let first = word(self.text, at, 16);
        let tail = prefix(self.text, at + first.len(), 40);
        // Time zones not in the list still end in T.
        let zone = self.case == Case::Mixed
            && (3..5).contains(&first.len())
            && first.ends_with('T')
            && first.bytes().all(|b| b.is_ascii_uppercase());
        zone || is_behind_clock(first)
            || is_month(first)
            || tail.split_ascii_whitespace().take(2).any(|next| {
                let next = next.trim_end_matches([',', '.', ';', ')']);
                matches!(next, "time" | "Time")
            })
    }

    /// A family name that begins with a small particle: "al-Sadr", "de Mistura".
    fn starts_name(&self, at: usize) -> bool {
        let first = word(self.text, at, 8);
        let tail = self.text.get(at + first.len()..).unwrap_or("");
        is_particle(first)
            && tail
                .strip_prefix(['-', ' '])
                .is_some_and(|name| name.starts_with(char::is_uppercase))
    }

    /// Whether the words at `start` hang a speaker on the quotation before
    /// them: "Foreign Minister Aiko Mori asked".
    fn attributes(&self, start: usize) -> bool {
        let rest = prefix(self.text, start, 120);
        let mut first = true;
        for piece in rest.split([' ', '\n', '\u{A0}']).take(8) {
            let bare = piece.trim_end_matches([',', '.', ';', ':']);
            if !first && is_reporting(bare) {
                return true;
            }
            let pronoun = first && matches!(bare, "He" | "She" | "They" | "HE" | "SHE" | "THEY");
            let name = bare.starts_with(char::is_uppercase)
                || is_particle(bare)
                || matches!(bare, "of" | "and" | "the")
                || bare.contains("al-");
            let opener = first && !pronoun && is_opener(bare, " x", self.case);
            // A clause ends the run.
            if !name || opener || bare.len() != piece.len() || bare.len() > 24 {
                return false;
            }
            first = false;
        }
        false
    }
}

/// Whether the last word of `head` begins with "www".
fn word_is_www(head: &[u8]) -> bool {
    let tail = head.len()
        - head
            .iter()
            .rev()
            .take(64)
            .take_while(|b| !b.is_ascii_whitespace())
            .count();
    head.get(tail..tail + 3)
        .is_some_and(|start| start.eq_ignore_ascii_case(b"www"))
}
