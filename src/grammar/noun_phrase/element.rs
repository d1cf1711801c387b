//! The elements of a noun phrase, one function each.

use super::{Last, State};
use crate::grammar::date::{self, DateExpr, Point};
use crate::grammar::input::{Tokens, Words, sense};
use crate::grammar::official::{Holder, holder, ranked_or_apposed};
use crate::grammar::tag::Tag;
use crate::grammar::unit::{Determiner, Head};
use crate::lexicon::{Class, FrameRecord, Sense, Shape, WordValue};
use crate::scan::{Token, TokenKind};

/// Quantifiers that stand behind a determiner.
const MORE: &[&str] = &[
    "more", "most", "less", "least", "many", "few", "several", "other", "such", "same", "own",
];

/// Words that tell how many sides there are.
const SIDED: Words = Words::of(&[
    "joint",
    "trilateral",
    "bilateral",
    "quadrilateral",
    "three-way",
    "tripartite",
]);

impl State {
    /// Reads one element; how many tokens it takes.
    pub(super) fn element(
        &mut self,
        i: Tokens<'_>,
        tags: &[Tag],
        n: usize,
        at: usize,
        tag: Tag,
        post_near: bool,
    ) -> Option<usize> {
        if tag == Tag::Determiner {
            return self.determiner(i);
        }
        if self.last.is_some() && (ends_before_date(i) || self.ends_before_subject(i, tags, n)) {
            return None;
        }
        let nominal = matches!(tag, Tag::Noun | Tag::Name | Tag::Number);
        let after_owner = self.last.is_none() && self.determiner.is_some();
        let gerund_noun = matches!(
            tag,
            Tag::Verb(
                crate::lexicon::VerbForm::PastOrParticiple
                    | crate::lexicon::VerbForm::Participle
                    | crate::lexicon::VerbForm::Gerund
            )
        ) && after_owner;
        if !nominal && !gerund_noun {
            let adverb = tag == Tag::Adverb
                && !i.one_of(0, &["early", "late"])
                && (after_owner || self.determiner == Some(Determiner::A))
                && matches!(
                    tags.get(n + 1),
                    Some(Tag::Noun | Tag::Name | Tag::Number | Tag::Verb(_))
                );
            let particle = i
                .first()
                .is_some_and(|t| t.is(Class::RANK.or(Class::HONORIFIC)) && t.is_capital());
            if adverb {
                return Some(1);
            }
            if !particle {
                return None;
            }
        }
        let fresh = !matches!(self.last, Some(Last::People(_) | Last::Name { .. }));
        if post_near
            && fresh
            && let Some(used) = self.people_or_post(i)
        {
            return Some(used);
        }
        // Officials near a title have been looked for.
        if fresh
            && nominal
            && !post_near
            && let Some(used) = self.ranked(i)
        {
            return Some(used);
        }
        if tag == Tag::Number || i.is(0, Class::NUMBER) {
            return self.number(i);
        }
        if let Some(used) = self.dated(i) {
            return Some(used);
        }
        if let Some(used) = self.party(i, at + n) {
            return Some(used);
        }
        if let Some(used) = self.located(i) {
            return Some(used);
        }
        if fresh
            && tag == Tag::Name
            && let Some(used) = self.named_body(i, at + n)
        {
            return Some(used);
        }
        if fresh
            && (tag == Tag::Name || i.is(0, Class::GIVEN_NAME))
            && let Some(used) = self.named(i)
        {
            return Some(used);
        }
        self.word(i, at + n)
    }

    fn determiner(&mut self, i: Tokens<'_>) -> Option<usize> {
        if self.last.is_some() {
            return None;
        }
        let lower = i.lower(0);
        let text = &*lower;
        if self.determiner.is_some() {
            // "a more cautious note", "the many calls"
            return MORE.contains(&text).then_some(1);
        }
        let value = sense(|s| match s {
            Sense::Word(c, v) if c.any(Class::DETERMINER.or(Class::PRONOUN)) => Some(*v),
            _ => None,
        })(i)
        .ok()
        .map(|(_, v)| v);
        self.determiner = Some(match text {
            "the" | "both" | "all" => Determiner::The,
            "a" | "an" | "another" => Determiner::A,
            "this" | "these" | "that" | "those" | "such" => Determiner::This,
            "no" | "neither" => Determiner::No,
            "his" | "her" | "its" | "their" | "our" | "my" | "your" => {
                self.pronoun = Some(match text {
                    "his" => WordValue::He,
                    "her" => WordValue::She,
                    "its" => WordValue::It,
                    "their" => WordValue::They,
                    "our" => WordValue::We,
                    "my" => WordValue::I,
                    _ => value.unwrap_or(WordValue::You),
                });
                Determiner::Possessive
            }
            _ => Determiner::None,
        });
        if text == "both" {
            self.count = Some(2);
        }
        // "all the", "both the", "the last"
        if i.word(1, "the") { Some(2) } else { Some(1) }
    }

    /// Named people with titles, or a title alone.
    fn people_or_post(&mut self, i: Tokens<'_>) -> Option<usize> {
        let (rest, holder) = holder(i).ok()?;
        self.begin(i);
        self.last = Some(match holder {
            Holder::People(people) => Last::People(people),
            Holder::Post(post) => {
                if self.pronoun.is_none() && post.of_pronoun {
                    self.determiner.get_or_insert(Determiner::Possessive);
                }
                Last::Post(Box::new(post))
            }
        });
        Some(i.consumed(&rest))
    }

    /// "Gen. X", "Sheikh X", "X, a senior analyst"
    fn ranked(&mut self, i: Tokens<'_>) -> Option<usize> {
        if !i.first()?.is_capital() && !i.is(0, Class::RANK) {
            return None;
        }
        let (rest, person) = ranked_or_apposed(i).ok()?;
        self.begin(i);
        self.last = Some(Last::People(vec![person]));
        Some(i.consumed(&rest))
    }

    fn number(&mut self, i: Tokens<'_>) -> Option<usize> {
        // "in Lima two days ago": a date of its own.
        if self.last.is_some() && date::ago(i).is_ok() {
            return None;
        }
        if self.determiner == Some(Determiner::The)
            && let Ok((rest, date)) = date::before_noun(i)
            && date.end.is_some()
            && self.days_lead(&date, rest)
        {
            // "the 18-19 November meeting"
            self.date = Some(date);
            return Some(i.consumed(&rest));
        }
        if let Ok((rest, duration)) = date::duration(i) {
            // "a four-day visit"; "four days" alone is no owner.
            self.duration = Some(duration);
            self.begin(i);
            self.last = None;
            self.determiner.get_or_insert(Determiner::None);
            return Some(i.consumed(&rest));
        }
        let count = sense(|s| match s {
            Sense::Number(n) => Some(*n),
            _ => None,
        })(i)
        .ok()
        .map(|(_, n)| n)
        .or_else(|| i.text_of(0).parse().ok());
        self.begin(i);
        if i.is(0, Class::NUMBER) || i.kind(0) == Some(TokenKind::Number) {
            self.count = count.or(self.count);
        }
        self.last = Some(Last::Number);
        self.year(i);
        // "3 PM" is no prime minister.
        let clock = i.kind(0) == Some(TokenKind::Number) && i.one_of(1, &["AM", "PM"]);
        Some(if clock { 2 } else { 1 })
    }

    /// "the 2018 Quito summit", "Lund's 2009 visit": the year behind a determiner or owner.
    fn year(&mut self, i: Tokens<'_>) {
        let determined = matches!(
            self.determiner,
            Some(Determiner::The | Determiner::This | Determiner::Possessive)
        );
        if determined && self.date.is_none() && i.text_of(0).len() == 4 {
            let year = date::before_noun(i).ok().map(|(_, year)| year);
            self.date = year.filter(|d| d.is_year());
        }
    }

    /// "Saturday's meeting", "next week's summit": a date before a noun.
    fn dated(&mut self, i: Tokens<'_>) -> Option<usize> {
        if !i.is(
            0,
            Class::WEEKDAY
                .or(Class::RELATIVE_DAY)
                .or(Class::MONTH)
                .or(Class::DIRECTION)
                .or(Class::SEASON)
                .or(Class::PART),
        ) {
            return None;
        }
        if i.is(0, Class::DIRECTION)
            && self.determiner == Some(Determiner::The)
            && !i.is(1, Class::UNIT.or(Class::WEEKDAY))
        {
            // "the next round": an adjective.
            return None;
        }
        let (rest, date) = date::before_noun(i).ok()?;
        let used = i.consumed(&rest);
        let owns = rest.is(0, Class::POSSESSIVE);
        let leads = rest.is(0, Class::FRAME_NOUN.or(Class::INSTRUMENT))
            && i.is(0, Class::MONTH.or(Class::WEEKDAY));
        if !owns && !leads && !self.days_lead(&date, rest) {
            return None;
        }
        self.date = Some(date);
        self.determiner.get_or_insert(Determiner::The);
        self.last = None;
        Some(used + usize::from(owns))
    }

    /// `"the" days word`; "the Nov. 18-19 APEC meeting"
    fn days_lead(&self, date: &DateExpr, rest: Tokens<'_>) -> bool {
        let days = matches!(date.start, Point::Day { month: Some(_), .. });
        let word = |t: &Token| t.is_word() && !t.is(Class::PREPOSITION.or(Class::VERB));
        days && self.last.is_none()
            && self.determiner == Some(Determiner::The)
            && rest.first().is_some_and(word)
    }

    fn word(&mut self, i: Tokens<'_>, token: usize) -> Option<usize> {
        let t = i.first()?;
        if !t.is_word() || t.is(Class::PREPOSITION) && t.shape == Shape::Lower {
            return None;
        }
        if matches!(self.last, Some(Last::People(_)))
            || matches!(self.last, Some(Last::Place(_))) && !self.place_names_it(i)
        {
            return None;
        }
        self.absorb();
        self.begin(i);
        self.duration = self.duration.or_else(|| date::hyphened(i.text_of(0)));
        let (head, plural) = head_of(i);
        if let Head::Frame(lemma) = head
            && is_encounter(i, lemma)
            && let Some((place, at)) = self.seat.take()
            && at < self.parties.len()
        {
            // "the Madrid talks": where they were.
            self.parties.remove(at);
            self.place.get_or_insert(place);
        }
        if SIDED.has(i, 0) {
            self.joint |= !i.word(0, "tripartite");
            if i.one_of(0, &["trilateral", "three-way", "tripartite"]) {
                self.count = Some(3);
            } else if i.word(0, "bilateral") {
                self.count = Some(2);
            }
        }
        self.capitals += u32::from(t.is_capital() && !t.opens);
        self.last = Some(Last::Word {
            token,
            head,
            plural,
        });
        Some(1)
    }
}

/// "Beijing next week", "the talks late Monday": a date stands for itself behind a noun.
fn ends_before_date(i: Tokens<'_>) -> bool {
    let starts = Class::DIRECTION
        .or(Class::WEEKDAY)
        .or(Class::RELATIVE_DAY)
        .or(Class::PART)
        .or(Class::MONTH);
    if !i.is(0, starts) {
        return false;
    }
    let Ok((rest, _)) = date::date(i) else {
        return false;
    };
    !rest.is(
        0,
        Class::POSSESSIVE
            .or(Class::FRAME_NOUN)
            .or(Class::INSTRUMENT),
    )
}

fn organ(sense: &Sense) -> Option<(Head, bool)> {
    match *sense {
        Sense::Organ(o, plural) => Some((Head::Organ(o), plural)),
        _ => None,
    }
}

/// Whether a noun tells of an encounter.
fn is_encounter(i: Tokens<'_>, lemma: u16) -> bool {
    let mut nouns = i.lexicon.frames(lemma).iter().filter(|f| f.is_noun);
    nouns.any(|f| matches!(f.record, FrameRecord::Meeting(_)))
}

/// What a head noun makes of its phrase.
fn head_of(i: Tokens<'_>) -> (Head, bool) {
    let Some(t) = i.first() else {
        return (Head::Other, false);
    };
    let plural_form = t.text(i.text).ends_with('s');
    // "Iran's mission to the UN": a body, not a journey.
    let accredited =
        i.word(1, "to") && (i.is(2, Class::ORGANIZATION) || i.is(3, Class::ORGANIZATION));
    if accredited && let Some(found) = t.sense(i.lexicon, organ) {
        return found;
    }
    if !t.is(Class::NOUN.or(Class::OUTLET)) {
        return (Head::Other, plural_form);
    }
    t.sense(i.lexicon, |s| match *s {
        Sense::FrameNoun { lemma, plural } => Some((Head::Frame(lemma), plural)),
        _ => None,
    })
    .or_else(|| {
        t.sense(i.lexicon, |s| match *s {
            Sense::Group(g, p) => Some((Head::Group(g), p)),
            Sense::Organ(..) => organ(s),
            Sense::Instrument(k, p) => Some((Head::Instrument(k), p)),
            Sense::Source(p) => Some((Head::Source, p)),
            Sense::Outsider(p) => Some((Head::Outsider, p)),
            Sense::Document(p) => Some((Head::Document, p)),
            Sense::Media(_) | Sense::Outlet(..) => Some((Head::Media, false)),
            _ => None,
        })
    })
    .unwrap_or((Head::Other, plural_form))
}
