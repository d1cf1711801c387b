//! Verb groups: everything that decides status is read here and nowhere else.

use super::input::{Parsed, Tokens, fail};
use super::tag::Tag;
use crate::lexicon::{Class, Sense, VerbForm};

/// A verb with its auxiliaries.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct VerbGroup {
    /// The lemma of the main verb.
    pub(crate) lemma: u16,
    pub(crate) form: VerbForm,
    pub(crate) tense: Tense,
    pub(crate) modality: Modality,
    pub(crate) perfect: bool,
    pub(crate) progressive: bool,
    pub(crate) passive: bool,
    pub(crate) negative: bool,
    /// "to meet"
    pub(crate) infinitive: bool,
    /// A participle or gerund without auxiliary.
    pub(crate) bare: bool,
    /// A form of "be" alone.
    pub(crate) copula: bool,
    /// Token of the main verb.
    pub(crate) head: usize,
    /// Byte range of the main verb.
    pub(crate) head_span: (u32, u32),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tense {
    Past,
    Present,
    Future,
    /// Infinitives, gerunds.
    None,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Modality {
    None,
    /// will, shall
    Will,
    /// would
    Would,
    /// may, might, can, could
    May,
    /// should, must, ought
    Should,
}

impl VerbGroup {
    /// A finite verb, one with a subject of its own.
    pub(crate) fn is_finite(&self) -> bool {
        let finite_form = matches!(
            self.form,
            VerbForm::Past | VerbForm::Third | VerbForm::Base | VerbForm::PastOrParticiple
        );
        !self.infinitive && (!self.bare || finite_form)
    }

    /// "held", which may be past tense or a participle.
    pub(crate) fn may_be_participle(&self) -> bool {
        self.bare && matches!(self.form, VerbForm::PastOrParticiple | VerbForm::Participle)
    }

    pub(crate) fn is_gerund(&self) -> bool {
        self.bare && self.form == VerbForm::Gerund
    }
}

/// `verb group = {modal | auxiliary | adverb | "not" | "to"} verb`
///
/// `tags` are those of the tokens of `i`; `at` is the token of the reading that `i` begins with.
pub(crate) fn verb_group<'a>(i: Tokens<'a>, tags: &[Tag], at: usize) -> Parsed<'a, VerbGroup> {
    let mut state = Auxiliaries::default();
    let mut n = 0;
    while let Some(tag) = tags.get(n) {
        match tag {
            Tag::Modal => state.modal(i, n),
            Tag::Auxiliary => state.auxiliary(i, n),
            Tag::Negative => state.negative = true,
            // "decided not to attend"
            Tag::To if n == 0 || state.last_is_aux || n == 1 && state.negative => state.to(),
            Tag::Adverb if n > 0 && !state.is_empty() => {}
            Tag::Verb(form) => return state.main(i, n, *form, at),
            // "has the minister met": a subject between is not read.
            _ => break,
        }
        n += 1;
        if n > 12 {
            break;
        }
    }
    state.alone(i, at)
}

#[derive(Default)]
struct Auxiliaries {
    modality: Option<Modality>,
    /// Token of the last auxiliary.
    last: Option<usize>,
    last_is_aux: bool,
    infinitive: bool,
    /// "is to", "was to"
    arranged: bool,
    /// Forms met.
    be: bool,
    being: bool,
    have: bool,
    past: bool,
    negative: bool,
}

impl Auxiliaries {
    fn is_empty(&self) -> bool {
        self.modality.is_none() && self.last.is_none() && !self.infinitive && !self.negative
    }

    fn modal(&mut self, i: Tokens<'_>, n: usize) {
        let text = i.lower(n);
        self.negative |= text.ends_with("n't") || &*text == "cannot";
        self.modality = Some(match &*text {
            "will" | "shall" | "won't" | "'ll" | "’ll" => Modality::Will,
            "would" | "wouldn't" | "'d" | "’d" => Modality::Would,
            "should" | "must" | "ought" | "shouldn't" => Modality::Should,
            _ => Modality::May,
        });
        self.last_is_aux = false;
    }

    fn auxiliary(&mut self, i: Tokens<'_>, n: usize) {
        let text = i.lower(n);
        self.negative |= text.ends_with("n't");
        match text.trim_end_matches("n't") {
            "had" => {
                self.have = true;
                self.past = true;
            }
            "have" | "has" | "having" | "'ve" | "’ve" => self.have = true,
            "was" | "were" => {
                self.be = true;
                self.past = true;
            }
            "being" => {
                self.be = true;
                self.being = true;
            }
            "did" => self.past = true,
            "do" | "does" => {}
            _ => self.be = true,
        }
        self.last = Some(n);
        self.last_is_aux = true;
    }

    fn to(&mut self) {
        if self.have && self.last_is_aux && !self.be {
            // "have to go" is "must go", "had to go" is "went".
            self.have = false;
            self.last_is_aux = false;
            if !self.past {
                self.modality.get_or_insert(Modality::Should);
            }
            return;
        }
        self.arranged = self.be;
        self.infinitive = true;
        self.last_is_aux = false;
    }

    /// The group ends in a full verb.
    fn main<'a>(self, i: Tokens<'a>, n: usize, form: VerbForm, at: usize) -> Parsed<'a, VerbGroup> {
        let Some(t) = i.get(n) else { return fail() };
        let lemma = t.sense(i.lexicon, |s| match s {
            Sense::Verb { lemma, .. } => Some(*lemma),
            _ => None,
        });
        let Some(lemma) = lemma else { return fail() };
        let participle = matches!(form, VerbForm::Participle | VerbForm::PastOrParticiple);
        // "is to meet", "was to have met"
        let planned = self.arranged && (form == VerbForm::Base || self.have && participle);
        let passive = self.be && participle && !(planned && self.have);
        let bare = self.last.is_none() && self.modality.is_none() && !self.infinitive;
        let progressive = self.be && form == VerbForm::Gerund;
        let tense = if planned || self.modality == Some(Modality::Will) {
            Tense::Future
        } else if self.infinitive {
            Tense::None
        } else if self.past
            // "have been holding talks" goes on.
            || self.have && !progressive
            || (bare && matches!(form, VerbForm::Past | VerbForm::PastOrParticiple))
        {
            Tense::Past
        } else if bare && form == VerbForm::Gerund {
            Tense::None
        } else {
            Tense::Present
        };
        Ok((
            i.from(n + 1),
            VerbGroup {
                lemma,
                form,
                tense,
                modality: self.modality.unwrap_or(Modality::None),
                perfect: self.have,
                progressive,
                passive,
                negative: self.negative,
                infinitive: self.infinitive && !planned,
                bare,
                copula: false,
                head: at + n,
                head_span: (t.start, t.end),
            },
        ))
    }

    /// The group is an auxiliary alone: "is", "has".
    fn alone<'a>(self, i: Tokens<'a>, at: usize) -> Parsed<'a, VerbGroup> {
        let Some(n) = self.last else { return fail() };
        let Some(t) = i.get(n) else { return fail() };
        let lemma = t
            .sense(i.lexicon, |s| match s {
                Sense::Verb { lemma, .. } => Some(*lemma),
                _ => None,
            })
            .unwrap_or(u16::MAX);
        let tense = match self.modality {
            Some(Modality::Will) => Tense::Future,
            _ if self.past => Tense::Past,
            _ if self.infinitive => Tense::None,
            _ => Tense::Present,
        };
        // A "not" behind the verb belongs to it: "is not ready".
        let end = if i.is(n + 1, Class::NEGATIVE) {
            n + 2
        } else {
            n + 1
        };
        Ok((
            i.from(end),
            VerbGroup {
                lemma,
                form: VerbForm::Base,
                tense,
                modality: self.modality.unwrap_or(Modality::None),
                perfect: self.have && self.be,
                progressive: false,
                passive: false,
                negative: self.negative || end == n + 2,
                infinitive: self.infinitive,
                bare: false,
                copula: self.be,
                head: at + n,
                head_span: (t.start, t.end),
            },
        ))
    }
}
