//! What part of speech each token plays here, decided from its classes and its
//! neighbors, in one pass from left to right.

mod verb;

use self::verb::{form_of, noun_or_name_follows, verb_here};
use super::input::Tokens;
use super::known::Names;
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
///
/// `names`: words of names that the article has told before.
pub(crate) fn tag(tokens: Tokens<'_>, names: &Names, out: &mut Vec<Tag>) {
    out.clear();
    out.reserve(tokens.len());
    for i in 0..tokens.len() {
        let tag = tag_one(tokens, names, i, out);
        out.push(tag);
    }
}

fn tag_one(i: Tokens<'_>, names: &Names, at: usize, done: &[Tag]) -> Tag {
    let Some(t) = i.get(at) else { return Tag::Mark };
    match t.kind {
        TokenKind::Word => {}
        TokenKind::Number => return Tag::Number,
        TokenKind::Possessive => return possessive(i, at, done),
        _ => return Tag::Mark,
    }
    let capital_inside = t.shape != Shape::Lower && !t.opens;
    // "Polish Foreign Minister": no order to polish.
    let people = t.is(Class::DEMONYM) && t.is(Class::VERB) && t.shape == Shape::Capitalized;
    let told = t.opens && t.is_capital() && t.classes.is_empty() && names.has(t.text(i.text));
    if people || told || t.opens && opens_as_name(i, at, t) {
        return Tag::Name;
    }
    // "would like": the verb, not the preposition.
    // "have given": the participle.
    let after_modal = t.is(Class::VERB)
        && match done.last() {
            Some(Tag::Modal) => true,
            Some(Tag::Auxiliary) => i.one_of(at, &["given", "following"]),
            _ => false,
        };
    let content = after_modal && t.is(Class::PREPOSITION)
        || capital_inside && is_name_like(t)
        || is_code(i, at, t);
    if t.is(FUNCTION) && leads_compound(i, at, t) {
        return Tag::Noun;
    }
    if t.is(FUNCTION)
        && !content
        && let Some(tag) = function_word(i, at, t, done)
    {
        return tag;
    }
    if t.is(Class::VERB)
        && let Some(form) = verb_here(i, at, t, done)
    {
        return Tag::Verb(form);
    }
    // "THE MINISTER ALSO SAID"
    if t.is(Class::ADVERB) && (!capital_inside || t.shape == Shape::Upper) {
        return Tag::Adverb;
    }
    if i.one_of(at, &["first", "next"])
        && matches!(done.last(), Some(Tag::Modal))
        && is_base(i, at + 1)
    {
        // "will next visit Peru"
        return Tag::Adverb;
    }
    if t.is(Class::NUMBER.or(Class::ORDINAL)) {
        return Tag::Number;
    }
    if t.is_capital() && (capital_inside || !t.classes.is_empty()) {
        return Tag::Name;
    }
    let text = t.text(i.text);
    if matches!(
        text,
        "familiar" | "briefed" | "privy" | "knowledgeable" | "due"
    ) && matches!(done.last(), Some(Tag::Noun | Tag::Pronoun))
    {
        // "officials familiar with the talks", "the summit due on Monday"
        return Tag::Adverb;
    }
    let aside = i.kind(at.wrapping_sub(1)) == Some(TokenKind::Comma);
    if text == "last" && is_past(i, at + 1) && (aside || follows_subject(done)) {
        // "Mori last visited Peru"
        return Tag::Adverb;
    }
    if text == "due"
        && i.word(at + 1, "to")
        && (matches!(done.last(), Some(Tag::Noun))
            || is_base(i, at + 2) && i.kind(at.wrapping_sub(1)) == Some(TokenKind::Comma))
    {
        // "the accords due to be signed", "Mori, due to visit Lima"
        return Tag::Adverb;
    }
    if tells_when(i, at, done) {
        return Tag::Adverb;
    }
    if t.classes.is_empty() && text.ends_with("ly") && text.len() > 4 {
        return Tag::Adverb;
    }
    Tag::Noun
}

fn is_past(i: Tokens<'_>, at: usize) -> bool {
    let past = |f| matches!(f, VerbForm::Past | VerbForm::PastOrParticiple);
    i.get(at).is_some_and(|t| form_of(i, t, past).is_some())
}

fn is_base(i: Tokens<'_>, at: usize) -> bool {
    i.get(at)
        .is_some_and(|t| form_of(i, t, |f| f == VerbForm::Base).is_some())
}

/// What stands before may be the subject of a verb, or its auxiliary.
fn follows_subject(done: &[Tag]) -> bool {
    matches!(
        done.last(),
        Some(Tag::Noun | Tag::Name | Tag::Pronoun | Tag::Relative | Tag::Auxiliary)
    )
}

/// "reached a deal late Saturday", "in Lima early on Monday": no part of the noun before it.
fn tells_when(i: Tokens<'_>, at: usize, done: &[Tag]) -> bool {
    let behind = matches!(
        done.last(),
        Some(Tag::Noun | Tag::Name | Tag::Number | Tag::Verb(_) | Tag::Adverb)
    );
    let day = Class::WEEKDAY.or(Class::RELATIVE_DAY).or(Class::MONTH);
    behind
        && i.one_of(at, &["late", "early"])
        && (i.is(at + 1, day)
            || i.word(at + 1, "on") && i.is(at + 2, day)
            || i.word(at + 1, "last") && i.one_of(at + 2, &["night", "evening"]))
}

/// "the on-site inspection", "so-called", "no-fly zone": the first part of a compound.
fn leads_compound(i: Tokens<'_>, at: usize, t: &Token) -> bool {
    t.shape == Shape::Lower
        && i.get(at + 1)
            .is_some_and(|h| h.kind == TokenKind::Hyphen && h.glued)
        && i.get(at + 2)
            .is_some_and(|n| n.is_word() && n.glued && n.shape == Shape::Lower)
}

/// What a name that opens a sentence may be besides.
const NAMES: Class = Class::VERB
    .or(Class::GIVEN_NAME)
    .or(Class::CITY)
    .or(Class::AREA);

/// Words in small letters that stand inside names and nowhere else.
const INNER: &[&str] = &[
    "al", "bin", "da", "de", "del", "der", "di", "dos", "el", "ibn", "van", "von",
];

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
        TokenKind::Comma | TokenKind::Dash => {
            i.is(right + 1, Class::RELATIVE.or(Class::DETERMINER))
        }
        // "Mori and his Indian counterpart", "Mori and Nair"
        TokenKind::Word if i.word(right, "and") => {
            let unknown = t.classes.without(Class::GIVEN_NAME).is_empty();
            let somebody = i.get(right + 1).is_some_and(Token::is_capital)
                || i.one_of(right + 1, &["his", "her"]);
            right == at + 1 && unknown && somebody
        }
        // "Staffan de Mori told"
        TokenKind::Word if i.one_of(right, INNER) => {
            right == at + 1 && i.get(right + 1).is_some_and(Token::is_capital)
        }
        TokenKind::Word if next.shape == Shape::Lower => {
            next.is(Class::MODAL.or(Class::AUXILIARY)) || is_plain_finite(i, next)
        }
        _ => false,
    }
}

/// A verb in the past, or one in -s that is no noun.
fn is_plain_finite(i: Tokens<'_>, t: &Token) -> bool {
    match form_of(i, t, |_| true) {
        Some(VerbForm::Past | VerbForm::PastOrParticiple) => true,
        Some(VerbForm::Third) => !t.is(Class::NOUN) && !noun_like(i, t),
        _ => false,
    }
}

/// "US", "HE Aman Karti": capitals among words that are not all in capitals.
fn is_code(i: Tokens<'_>, at: usize, t: &Token) -> bool {
    let codes = Class::PARTY.or(Class::HONORIFIC);
    let shouted = |n: Option<usize>| {
        n.and_then(|n| i.get(n))
            .is_some_and(|w| w.is_word() && w.shape == Shape::Upper && !w.is(codes))
    };
    let titles = || {
        i.get(at + 1).is_some_and(Token::is_capital)
            || i.word(at + 1, "the")
            || i.is(at + 1, Class::HONORIFIC)
    };
    t.shape == Shape::Upper
        && (t.is(Class::PARTY) || t.is(Class::HONORIFIC) && titles())
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
        // "committed to finding": a preposition.
        let gerund = i.get(at + 1).is_some_and(|n| is_gerund(i, n));
        return Some(if gerund { Tag::Preposition } else { Tag::To });
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
        // "one diplomat"
        let counts = t.is(Class::NUMBER) && noun_follows(i, at);
        return Some(if counts { Tag::Number } else { Tag::Pronoun });
    }
    if t.is(Class::DETERMINER) {
        return Some(Tag::Determiner);
    }
    if t.is(Class::NEGATIVE) {
        return Some(Tag::Negative);
    }
    if t.is(Class::CONJUNCTION) {
        let inside = matches!(previous, Some(Tag::Auxiliary | Tag::Modal | Tag::Negative));
        if inside && i.word(at, "yet") {
            // "had not yet signed"
            return Some(Tag::Adverb);
        }
        return Some(Tag::Conjunction);
    }
    if i.word(at, "since") && matches!(previous, Some(Tag::Auxiliary)) && is_past(i, at + 1) {
        // "has since told"
        return Some(Tag::Adverb);
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
        // "took" is no noun, though "take" may be one.
        let past = form_of(i, t, |f| f == VerbForm::Past).is_some() && !t.is(Class::NOUN);
        // "the bloc that leads the talks"
        let acts =
            || form_of(i, t, |f| f == VerbForm::Third).is_some() && i.is(at + 2, Class::DETERMINER);
        let verb = t.is(Class::VERB) && (!noun_like(i, t) || acts());
        t.is(Class::MODAL.or(Class::AUXILIARY)) || verb || past
    });
    match previous {
        Some(Tag::Noun | Tag::Name) if verb_after && !date_before => Tag::Relative,
        // "point out that", "out that the talks": no noun can follow it.
        Some(Tag::Preposition)
            if !at.checked_sub(1).is_some_and(|p| i.word(p, "out"))
                && !i.is(at + 1, Class::DETERMINER.or(Class::PRONOUN)) =>
        {
            Tag::Determiner
        }
        _ => Tag::That,
    }
}

fn noun_follows(i: Tokens<'_>, at: usize) -> bool {
    // "any other nation", "some “relevant sides”"
    let passed = i.one_of(at + 1, &["other", "own", "such", "“", "\"", "‘"]);
    let next = at + 1 + usize::from(passed);
    i.get(next).is_some_and(|t| {
        if !(t.kind == TokenKind::Word || t.kind == TokenKind::Number) {
            return false;
        }
        if leads_compound(i, next, t) {
            // "hold closed-door talks"
            return true;
        }
        let past = form_of(i, t, |f| {
            matches!(f, VerbForm::Past | VerbForm::PastOrParticiple)
        });
        if past.is_some() && !t.is(Class::NOUN) {
            // "these agreed terms", but "each pledged to"
            return noun_or_name_follows(i, next);
        }
        let verb = t.is(Class::VERB) && !t.is(Class::NOUN) && !noun_like(i, t);
        // "his US counterpart"
        let code = is_code(i, next, t);
        // "his first visit", not "met her first"
        let counted = t.is(Class::ORDINAL) && noun_or_name_follows(i, next);
        !verb && (code || counted || !t.is(FUNCTION.or(Class::ADVERB)))
    })
}

/// A subject and a finite verb within a few words: "after he met", not "after the talks".
fn clause_follows(i: Tokens<'_>, at: usize) -> bool {
    for n in at + 1..(at + 12).min(i.len()) {
        let Some(t) = i.get(n) else { break };
        match t.kind {
            TokenKind::Word | TokenKind::Possessive | TokenKind::Hyphen | TokenKind::Number => {}
            _ => return false,
        }
        if t.is(Class::MODAL.or(Class::AUXILIARY)) {
            return n > at + 1;
        }
        if t.is(Class::CONJUNCTION) && i.is(n + 1, Class::VERB) {
            return false;
        }
        if t.is(Class::THAT.or(Class::RELATIVE))
            || t.is(Class::SUBORDINATOR) && !t.is(Class::PREPOSITION)
        {
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
            let modifies = i.is(n - 1, Class::DETERMINER.or(Class::PREPOSITION))
                || i.kind(n - 1) == Some(TokenKind::Hyphen);
            let nominal = noun_like(i, t) || t.is(Class::NOUN);
            if finite && !modifies && (!nominal || i.is(n + 1, Class::DETERMINER)) {
                return true;
            }
        }
    }
    false
}

fn is_gerund(i: Tokens<'_>, t: &Token) -> bool {
    t.sense(i.lexicon, |s| match s {
        Sense::Verb { form, .. } => Some(*form == VerbForm::Gerund),
        _ => None,
    })
    .unwrap_or(false)
}

fn noun_like(i: Tokens<'_>, t: &Token) -> bool {
    t.is(Class::NOUN)
        || t.sense(i.lexicon, |s| match s {
            Sense::Verb { noun_like, .. } => Some(*noun_like),
            _ => None,
        })
        .unwrap_or(false)
}
