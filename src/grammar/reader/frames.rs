//! The frames that the words of a reading meet.

use super::Reader;
use crate::grammar::clause::Clause;
use crate::grammar::unit::{Head, NounGroup, UnitKind};
use crate::lexicon::{Frame, FrameRecord, WordId};
use std::rc::Rc;

impl<'a> Reader<'a, '_> {
    /// The frames of a clause's verb whose fixed words follow, longest first,
    /// each with the unit after them.
    pub(crate) fn frames(&self, clause: &Clause) -> &[(&'a Frame, usize)] {
        // Clauses stand in the order of their verbs.
        let n = self.clauses.partition_point(|c| c.verb < clause.verb);
        let end = self.lists.frame_ends.get(n).copied().unwrap_or_default();
        let before = n.checked_sub(1).and_then(|n| self.lists.frame_ends.get(n));
        let start = before.copied().unwrap_or_default();
        self.frames.get(start..end).unwrap_or_default()
    }

    /// Adds the frames that the verb of a clause meets; `words` is a buffer.
    pub(super) fn met(
        &self,
        clause: &Clause,
        words: &mut Vec<WordId>,
        met: &mut Vec<(&'a Frame, usize)>,
    ) {
        let v = self.verb(clause);
        if v.passive {
            let before = met.len();
            met.extend(self.be_frames(clause));
            if met.len() > before {
                return;
            }
        }
        let lexicon = self.view.tokens.lexicon;
        let frames = lexicon.frames(v.lemma).iter().filter(|f| !f.is_noun);
        // Most tails fail at their first word, which is looked up once for all.
        words.clear();
        if frames.clone().any(|f| !f.tail.is_empty()) {
            self.words_behind(clause.verb, words);
        }
        let may_follow = |f: &&Frame| f.tail.first().is_none_or(|w| words.contains(w));
        let frames = frames.filter(may_follow);
        met.extend(frames.filter_map(|f| Some((f, self.tail(clause.verb, f)?))));
    }

    /// The words behind a verb that the fixed words of its frames may begin with.
    fn words_behind(&self, verb: usize, out: &mut Vec<WordId>) {
        let vocabulary = &self.view.tokens.lexicon.vocabulary;
        for at in verb + 1..self.view.units.len() {
            let mut words = self.view.text(at).split_whitespace();
            match self.view.kind(at) {
                Some(UnitKind::Date(_)) => {}
                Some(UnitKind::Adverb) => out.extend(words.next().map(|w| vocabulary.word(w))),
                _ => {
                    for word in words {
                        out.push(vocabulary.word(word));
                        if !is_owner(word) {
                            return;
                        }
                    }
                }
            }
        }
    }

    /// The frames of "be" that a passive group begins: "is concerned" + "about".
    fn be_frames(&self, clause: &Clause) -> impl Iterator<Item = (&'a Frame, usize)> {
        let lexicon = self.view.tokens.lexicon;
        let (start, end) = self.verb(clause).head_span;
        let head = self.view.tokens.text.get(start as usize..end as usize);
        let head = lexicon.vocabulary.word(head.unwrap_or_default());
        let frames = lexicon.frames(lexicon.be).iter().filter(|f| !f.is_noun);
        frames.filter_map(move |f| {
            let (first, rest) = f.tail.split_first()?;
            let after = (*first == head).then(|| self.words(clause.verb, rest))??;
            Some((f, after))
        })
    }

    /// Whether the clause's verb is "be" with an adjective that reads as a passive.
    pub(crate) fn is_be_frame(&self, clause: &Clause) -> bool {
        self.verb(clause).passive && self.be_frames(clause).next().is_some()
    }

    /// The unit after a frame's fixed words, if they follow the verb; only adverbs, dates
    /// and "her", "their" may stand between.
    fn tail(&self, verb: usize, frame: &Frame) -> Option<usize> {
        self.words(verb, &frame.tail)
    }

    fn words(&self, verb: usize, words: &[WordId]) -> Option<usize> {
        let vocabulary = &self.view.tokens.lexicon.vocabulary;
        let mut at = verb + 1;
        let mut tail = words.iter().peekable();
        while tail.peek().is_some() {
            match self.view.kind(at)? {
                UnitKind::Adverb if !self.starts_tail(at, tail.peek().copied()?) => {
                    at += 1;
                    continue;
                }
                UnitKind::Date(_) => {
                    at += 1;
                    continue;
                }
                _ => {}
            }
            for word in self.view.text(at).split_whitespace() {
                let is_next = |want: &&WordId| vocabulary.word(word) == **want;
                if tail.next_if(is_next).is_none() && !is_owner(word) {
                    return None;
                }
            }
            at += 1;
        }
        Some(at)
    }

    fn starts_tail(&self, at: usize, want: &WordId) -> bool {
        let first = self
            .view
            .text(at)
            .split_whitespace()
            .next()
            .unwrap_or_default();
        self.view.tokens.lexicon.vocabulary.word(first) == *want
    }

    /// The record that a noun unit's frames make.
    pub(crate) fn noun_record(
        &self,
        unit: usize,
        accept: impl Fn(&FrameRecord) -> bool,
    ) -> Option<(&'a Rc<NounGroup>, FrameRecord)> {
        let noun = self.view.units.get(unit)?.noun()?;
        let Head::Frame(lemma) = noun.head else {
            return None;
        };
        self.view
            .tokens
            .lexicon
            .frames(lemma)
            .iter()
            .filter(|f| f.is_noun)
            .map(|f| f.record)
            .find(|r| accept(r))
            .map(|r| (noun, r))
    }
}

/// "presented *her* credentials": says whose a frame's fixed word is.
fn is_owner(word: &str) -> bool {
    matches!(word, "his" | "her" | "their" | "its" | "the")
}
