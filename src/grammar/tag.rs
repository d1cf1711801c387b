//! What part of speech each token plays here, decided from its classes and its
//! neighbors, in one pass from left to right.

use super::input::Tokens;
use crate::lexicon::{Class, Sense, Shape, VerbForm};
use crate::scan::{Token, TokenKind};

/// A part of speech.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tag {
    Noun,
    /// A capitalized word that stands for someone or something.
    Name,
    Verb(VerbForm),
    Modal,
    Auxiliary,
    Negative,
    Adverb,
    Preposition,
    Determiner,
    Pronoun,
    Conjunction,
    Subordinator,
    Relative,
    To,
    That,
    Number,
    Possessive,
    Mark,
}

const FUNCTION: Class = Class::MODAL
    .or(Class::AUXILIARY)
    .or(Class::NEGATIVE)
    .or(Class::TO)
    .or(Class::THAT)
    .or(Class::RELATIVE)
    .or(Class::CONJUNCTION)
    .or(Class::SUBORDINATOR)
    .or(Class::PREPOSITION)
    .or(Class::DETERMINER)
    .or(Class::PRONOUN);

/// Tags a run of tokens.
pub(crate) fn tag(tokens: Tokens<'_>, out: &mut Vec<Tag>) {
    out.clear();
    for i in 0..tokens.slice.len() {
        let tag = tag_one(tokens, i, out);
        out.push(tag);
    }
}

fn tag_one(i: Tokens<'_>, at: usize, done: &[Tag]) -> Tag {
    let Some(t) = i.get(at) else { return Tag::Mark };
    match t.kind {
        TokenKind::Word => {}
        TokenKind::Number => return Tag::Number,
        TokenKind::Possessive => return possessive(i, at, done),
        _ => return Tag::Mark,
    }
    let capital_inside = t.shape != Shape::Lower && !t.opens;
    if opens_as_name(i, at, t) {
        return Tag::Name;
    }
    if t.is(FUNCTION)
        && !(capital_inside && is_name_like(t))
        && !is_code(i, at, t)
        && let Some(tag) = function_word(i, at, t, done)
    {
        return tag;
    }
    if t.is(Class::VERB)
        && let Some(form) = verb_here(i, at, t, done)
    {
        return Tag::Verb(form);
    }
    if t.is(Class::ADVERB) && !capital_inside {
        return Tag::Adverb;
    }
    if t.is(Class::NUMBER.or(Class::ORDINAL)) {
        return Tag::Number;
    }
    if t.is_capital() && (capital_inside || !t.classes.is_empty()) {
        return Tag::Name;
    }
    let text = t.text(i.text);
    if matches!(text, "familiar" | "briefed" | "privy" | "knowledgeable")
        && matches!(done.last(), Some(Tag::Noun | Tag::Pronoun))
    {
        // "officials familiar with the talks"
        return Tag::Adverb;
    }
    if t.classes.is_empty() && text.ends_with("ly") && text.len() > 4 {
        return Tag::Adverb;
    }
    Tag::Noun
}

/// What a name that opens a sentence may be besides.
const NAMES: Class = Class::VERB
    .or(Class::GIVEN_NAME)
    .or(Class::CITY)
    .or(Class::AREA);

/// "Mori said", "Burns has returned", "Trump, who": a capitalized word that opens
/// a sentence is a name if it is no word of its own and a verb follows.
pub(crate) fn opens_as_name(i: Tokens<'_>, at: usize, t: &Token) -> bool {
    if !t.opens || !t.is_capital() || !t.classes.without(NAMES).is_empty() {
        return false;
    }
    // "Mori then said", "Mori also said"
    let mut right = at + 1;
    while i.is(right, Class::ADVERB) && !i.is(right, Class::VERB) && right < at + 3 {
        right += 1;
    }
    let Some(next) = i.get(right) else {
        return false;
    };
    match next.kind {
        TokenKind::Possessive => true,
        TokenKind::Comma => i.is(right + 1, Class::RELATIVE.or(Class::DETERMINER)),
        TokenKind::Word if next.shape == Shape::Lower => {
            next.is(Class::MODAL.or(Class::AUXILIARY)) || is_plain_finite(i, next)
        }
        _ => false,
    }
}

/// A verb in the past or in -s that is no noun.
fn is_plain_finite(i: Tokens<'_>, t: &Token) -> bool {
    t.is(Class::VERB)
        && !t.is(Class::NOUN)
        && !noun_like(i, t)
        && t.sense(i.lexicon, |s| match s {
            Sense::Verb { form, .. } => Some(matches!(
                form,
                VerbForm::Past | VerbForm::PastOrParticiple | VerbForm::Third
            )),
            _ => None,
        })
        .unwrap_or(false)
}

/// "US": capitals among words that are not all in capitals.
fn is_code(i: Tokens<'_>, at: usize, t: &Token) -> bool {
    let shouted = |n: Option<usize>| {
        n.and_then(|n| i.get(n))
            .is_some_and(|w| w.is_word() && w.shape == Shape::Upper && !w.is(Class::PARTY))
    };
    t.shape == Shape::Upper
        && t.is(Class::PARTY)
        && t.is(Class::PRONOUN)
        && !shouted(at.checked_sub(1))
        && !shouted(Some(at + 1))
}

/// "May" the month, "Will" the name: a capital inside a sentence.
fn is_name_like(t: &Token) -> bool {
    t.shape == Shape::Capitalized
        && t.is(Class::MONTH
            .or(Class::PARTY)
            .or(Class::PLACE)
            .or(Class::GIVEN_NAME))
}

/// `'s` is "is" or "has" after a pronoun.
fn possessive(i: Tokens<'_>, at: usize, done: &[Tag]) -> Tag {
    let after_pronoun = matches!(done.last(), Some(Tag::Pronoun | Tag::Relative | Tag::That));
    let after_there = at
        .checked_sub(1)
        .is_some_and(|l| i.one_of(l, &["there", "here"]));
    let spelled = i.text_of(at).len() > 1;
    if (after_pronoun || after_there) && spelled {
        Tag::Auxiliary
    } else {
        Tag::Possessive
    }
}

fn function_word(i: Tokens<'_>, at: usize, t: &Token, done: &[Tag]) -> Option<Tag> {
    let previous = done.last();
    if t.is(Class::MODAL) {
        return Some(Tag::Modal);
    }
    if t.is(Class::AUXILIARY) {
        return Some(Tag::Auxiliary);
    }
    if t.is(Class::TO) {
        return Some(Tag::To);
    }
    if t.is(Class::THAT) {
        return Some(that(i, at, previous));
    }
    if t.is(Class::RELATIVE) {
        return Some(Tag::Relative);
    }
    if t.is(Class::DETERMINER) && t.is(Class::PRONOUN) {
        // "this week", "her visit"; alone it is a pronoun.
        return Some(if noun_follows(i, at) {
            Tag::Determiner
        } else {
            Tag::Pronoun
        });
    }
    if t.is(Class::PRONOUN) {
        return Some(Tag::Pronoun);
    }
    if t.is(Class::DETERMINER) {
        return Some(Tag::Determiner);
    }
    if t.is(Class::NEGATIVE) {
        return Some(Tag::Negative);
    }
    if t.is(Class::CONJUNCTION) {
        return Some(Tag::Conjunction);
    }
    if t.is(Class::SUBORDINATOR) && t.is(Class::PREPOSITION) {
        return Some(if clause_follows(i, at) {
            Tag::Subordinator
        } else {
            Tag::Preposition
        });
    }
    if t.is(Class::SUBORDINATOR) {
        return Some(Tag::Subordinator);
    }
    if t.is(Class::PREPOSITION) {
        // "on", "over" after a verb and before nothing: part of the verb.
        return Some(Tag::Preposition);
    }
    None
}

/// "the talks that took place" against "said that talks would resume".
fn that(i: Tokens<'_>, at: usize, previous: Option<&Tag>) -> Tag {
    let date_before = at
        .checked_sub(1)
        .and_then(|p| i.get(p))
        .is_some_and(|t| t.is(Class::WEEKDAY.or(Class::MONTH).or(Class::RELATIVE_DAY)));
    let verb_after = i.get(at + 1).is_some_and(|t| {
        t.is(Class::MODAL.or(Class::AUXILIARY)) || t.is(Class::VERB) && !noun_like(i, t)
    });
    match previous {
        Some(Tag::Noun | Tag::Name) if verb_after && !date_before => Tag::Relative,
        Some(Tag::Preposition) => Tag::Determiner,
        _ => Tag::That,
    }
}

fn noun_follows(i: Tokens<'_>, at: usize) -> bool {
    i.get(at + 1).is_some_and(|t| {
        (t.kind == TokenKind::Word || t.kind == TokenKind::Number)
            && !t.is(FUNCTION.or(Class::ADVERB))
            && !(t.is(Class::VERB) && !t.is(Class::NOUN) && !noun_like(i, t))
    })
}

/// A subject and a finite verb within a few words: "after he met", not "after the talks".
fn clause_follows(i: Tokens<'_>, at: usize) -> bool {
    for n in at + 1..(at + 12).min(i.slice.len()) {
        let Some(t) = i.get(n) else { break };
        match t.kind {
            TokenKind::Word | TokenKind::Possessive | TokenKind::Hyphen | TokenKind::Number => {}
            _ => return false,
        }
        if t.is(Class::MODAL.or(Class::AUXILIARY)) {
            return n > at + 1;
        }
        if t.is(Class::PREPOSITION.or(Class::CONJUNCTION)) && !t.is(Class::DETERMINER) {
            return false;
        }
        if t.is(Class::VERB) && n > at + 1 {
            let finite = t
                .sense(i.lexicon, |s| match s {
                    Sense::Verb { form, .. } => Some(matches!(
                        form,
                        VerbForm::Past | VerbForm::PastOrParticiple | VerbForm::Third
                    )),
                    _ => None,
                })
                .unwrap_or(false);
            if finite && !noun_like(i, t) && !t.is(Class::NOUN) {
                return true;
            }
        }
    }
    false
}

fn noun_like(i: Tokens<'_>, t: &Token) -> bool {
    t.is(Class::NOUN)
        || t.sense(i.lexicon, |s| match s {
            Sense::Verb { noun_like, .. } => Some(*noun_like),
            _ => None,
        })
        .unwrap_or(false)
}

/// The form in which the token is a verb here; `None` if it is a noun here.
fn verb_here(i: Tokens<'_>, at: usize, t: &Token, done: &[Tag]) -> Option<VerbForm> {
    let form = t.sense(i.lexicon, |s| match s {
        Sense::Verb { form, .. } => Some(*form),
        _ => None,
    })?;
    let capital = t.shape == Shape::Capitalized && !t.opens;
    let all_caps = t.shape == Shape::Upper;
    if capital && t.is(Class::GIVEN_NAME.or(Class::CITY).or(Class::MONTH)) {
        return None;
    }
    let previous = done.last().copied();
    let before = at.checked_sub(1).and_then(|p| i.get(p));
    // The tag behind adverbs and negations.
    let behind = done
        .iter()
        .rev()
        .copied()
        .find(|t| !matches!(t, Tag::Adverb | Tag::Negative));
    if matches!(behind, Some(Tag::To)) {
        return (form == VerbForm::Base).then_some(form);
    }
    if matches!(behind, Some(Tag::Modal)) {
        return (form == VerbForm::Base || form == VerbForm::PastOrParticiple)
            .then_some(VerbForm::Base);
    }
    if matches!(behind, Some(Tag::Auxiliary)) {
        return match form {
            VerbForm::Base if is_do(i, done) => Some(form),
            VerbForm::Base | VerbForm::Third => participle_of(i, t),
            _ => Some(form),
        };
    }
    let nominal_left = matches!(
        previous,
        Some(Tag::Determiner | Tag::Possessive | Tag::Number)
    ) || (matches!(previous, Some(Tag::Preposition))
        && form != VerbForm::Gerund);
    match form {
        VerbForm::Gerund => gerund_here(i, at, t, previous, before).then_some(form),
        VerbForm::Base | VerbForm::Third => {
            if nominal_left {
                return None;
            }
            let plural_ok = finite_here(i, at, t, form, previous, before);
            plural_ok.then_some(form)
        }
        VerbForm::Past | VerbForm::Participle | VerbForm::PastOrParticiple => {
            if nominal_left && noun_or_name_follows(i, at) {
                // "the agreed text"
                return None;
            }
            if capital && !all_caps && !headline_like(done) {
                return None;
            }
            Some(form)
        }
    }
}

/// In a headline most words are capitalized, so that a capital says nothing.
fn headline_like(done: &[Tag]) -> bool {
    let names = done.iter().filter(|t| matches!(t, Tag::Name)).count();
    let nouns = done.iter().filter(|t| matches!(t, Tag::Noun)).count();
    names > 2 * nouns
}

/// "has come", "was put": the base form is also a participle.
fn participle_of(i: Tokens<'_>, t: &Token) -> Option<VerbForm> {
    t.sense(i.lexicon, |s| match s {
        Sense::Verb {
            form: form @ (VerbForm::Participle | VerbForm::PastOrParticiple),
            ..
        } => Some(*form),
        _ => None,
    })
}

fn is_do(i: Tokens<'_>, done: &[Tag]) -> bool {
    let at = done.iter().rposition(|t| matches!(t, Tag::Auxiliary));
    at.is_some_and(|at| i.one_of(at, &["do", "does", "did", "don't", "doesn't", "didn't"]))
}

/// "meeting" as a verb: "after meeting Putin", "is meeting", "…, meeting the press".
fn gerund_here(
    i: Tokens<'_>,
    at: usize,
    t: &Token,
    previous: Option<Tag>,
    before: Option<&Token>,
) -> bool {
    if !t.is(Class::NOUN) {
        return !matches!(previous, Some(Tag::Determiner | Tag::Possessive))
            || i.is(at + 1, Class::DETERMINER);
    }
    let object_follows = i.get(at + 1).is_some_and(|n| {
        n.is(Class::DETERMINER.or(Class::PRONOUN).or(Class::HONORIFIC))
            || (n.is_capital() && !n.is(Class::MONTH.or(Class::WEEKDAY)))
            || (n.is(Class::POST.or(Class::GROUP)) && !n.is(Class::PREPOSITION))
    });
    let open_left = match previous {
        None | Some(Tag::Mark | Tag::Subordinator | Tag::Preposition | Tag::Conjunction) => true,
        Some(Tag::Noun | Tag::Name) => {
            before.is_some_and(|b| b.is(Class::GROUP.or(Class::PRONOUN)))
        }
        _ => false,
    };
    object_follows && open_left
}

/// A base form or one in -s as a finite verb: "Kirby visits Japan", "the sides meet".
fn finite_here(
    i: Tokens<'_>,
    at: usize,
    t: &Token,
    form: VerbForm,
    previous: Option<Tag>,
    before: Option<&Token>,
) -> bool {
    let subject_left = match previous {
        Some(Tag::Pronoun | Tag::Relative) => true,
        Some(Tag::Name | Tag::Noun) => true,
        // "the plan he proposed says", "he no longer wants"
        Some(Tag::Verb(_) | Tag::Negative) => form == VerbForm::Third && !noun_like(i, t),
        Some(Tag::Adverb) => true,
        Some(Tag::Conjunction) => !noun_like(i, t),
        Some(Tag::Mark) => !noun_like(i, t),
        None => form == VerbForm::Base && !noun_like(i, t),
        _ => false,
    };
    if !subject_left {
        return false;
    }
    if !noun_like(i, t) {
        // A base form after a singular noun is no finite verb.
        return form == VerbForm::Third || t.shape == Shape::Lower || at == 0;
    }
    // "peace talks", "phone call" against "Putin talks to", "leaders call for".
    let object_right = i.get(at + 1).is_some_and(|n| {
        n.is(Class::DETERMINER)
            || n.is(Class::PARTY.or(Class::CITY).or(Class::POST)) && n.is_capital()
            || (n.is_capital() && n.classes.is_empty())
            || n.is(Class::THAT)
            || matches!(n.kind, TokenKind::Quote(_))
    });
    let particle_right = i.one_of(at + 1, &["for", "on", "to", "with", "against"]);
    let noun_left = before.is_some_and(|b| {
        b.shape == Shape::Lower
            && !b.is(Class::GROUP
                .or(Class::PRONOUN)
                .or(Class::SOURCE)
                .or(Class::POST))
    });
    match previous {
        Some(Tag::Pronoun | Tag::Relative) => true,
        Some(Tag::Name) => {
            object_right || (particle_right && before.is_some_and(|b| !b.is(Class::DEMONYM)))
        }
        Some(Tag::Noun) => {
            let agrees = form == VerbForm::Base
                && before.is_some_and(|b| b.is(Class::GROUP) || b.text(i.text).ends_with('s'));
            (agrees && (object_right || particle_right)) || (!noun_left && object_right)
        }
        Some(Tag::Adverb) => object_right,
        _ => false,
    }
}

fn noun_or_name_follows(i: Tokens<'_>, at: usize) -> bool {
    i.get(at + 1).is_some_and(|t| {
        t.kind == TokenKind::Word
            && !t.is(FUNCTION.or(Class::ADVERB))
            && (t.is(Class::NOUN) || !t.is(Class::VERB))
    })
}
