//! What part of speech each token plays here, decided from its classes and its
//! neighbors, in one pass from left to right.

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
    for i in 0..tokens.slice.len() {
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
    if people || told || opens_as_name(i, at, t) {
        return Tag::Name;
    }
    // "would like": the verb, not the preposition.
    let after_modal = t.is(Class::VERB) && matches!(done.last(), Some(Tag::Modal));
    let content = after_modal && t.is(Class::PREPOSITION)
        || capital_inside && is_name_like(t)
        || is_code(i, at, t);
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
    // "any other nation", "some “relevant sides”"
    let passed = i.one_of(at + 1, &["other", "such", "“", "\"", "‘"]);
    let next = at + 1 + usize::from(passed);
    i.get(next).is_some_and(|t| {
        if !(t.kind == TokenKind::Word || t.kind == TokenKind::Number) {
            return false;
        }
        let past = form_of(i, t, |f| {
            matches!(f, VerbForm::Past | VerbForm::PastOrParticiple)
        });
        if past.is_some() && !t.is(Class::NOUN) {
            // "these agreed terms", but "each pledged to"
            return noun_or_name_follows(i, next);
        }
        let verb = t.is(Class::VERB) && !t.is(Class::NOUN) && !noun_like(i, t);
        !verb && !t.is(FUNCTION.or(Class::ADVERB))
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

/// The form in which the token is a verb here; `None` if it is a noun here.
fn verb_here(i: Tokens<'_>, at: usize, t: &Token, done: &[Tag]) -> Option<VerbForm> {
    let form = form_of(i, t, |_| true)?;
    let capital = t.shape == Shape::Capitalized && !t.opens;
    let all_caps = t.shape == Shape::Upper;
    let name_like = Class::GIVEN_NAME.or(Class::CITY).or(Class::MONTH);
    if capital && (t.is(name_like) || noun_like(i, t) && form == VerbForm::Base) {
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
    if matches!(behind, Some(Tag::To | Tag::Modal)) {
        return form_of(i, t, |f| f == VerbForm::Base);
    }
    if matches!(behind, Some(Tag::Auxiliary)) {
        if is_do(i, done) {
            return form_of(i, t, |f| f == VerbForm::Base);
        }
        return form_of(i, t, |f| !matches!(f, VerbForm::Base | VerbForm::Third));
    }
    // "even", "still", "last", "major": adverbs and adjectives first.
    let plain = matches!(form, VerbForm::Base | VerbForm::Third);
    // "the two countries open talks": behind people or sides it is the verb.
    let acts = form == VerbForm::Base
        && before.is_some_and(|b| b.is(Class::GROUP) && b.text(i.text).ends_with('s'))
        && noun_follows(i, at);
    // "Welcome the launch of talks": no noun that opens a line has an article behind it.
    let opens = form == VerbForm::Base && at == 0 && i.is(1, Class::DETERMINER);
    if acts || opens {
        return Some(form);
    }
    if plain && t.is(Class::ADVERB.or(Class::ADJECTIVE).or(Class::DIRECTION)) {
        return None;
    }
    let nominal_left = matches!(
        previous,
        Some(Tag::Determiner | Tag::Possessive | Tag::Number)
    ) || (matches!(previous, Some(Tag::Preposition))
        && form != VerbForm::Gerund);
    let hyphen = |n: usize| i.kind(n) == Some(TokenKind::Hyphen);
    if at.checked_sub(1).is_some_and(hyphen) {
        // "cost-sharing agreement", "U.S.-backed": a modifier.
        return None;
    }
    match form {
        // "Governing Council"
        VerbForm::Gerund if capital && !all_caps && !headline_like(done) => None,
        VerbForm::Gerund => gerund_here(i, at, t, previous, before).then_some(form),
        VerbForm::Base | VerbForm::Third => {
            if nominal_left {
                return None;
            }
            if form == VerbForm::Base && past_here(i, at, t, previous) {
                return Some(VerbForm::PastOrParticiple);
            }
            let plural_ok = finite_here(i, at, t, form, previous, before, done);
            plural_ok.then_some(form)
        }
        VerbForm::Past | VerbForm::Participle | VerbForm::PastOrParticiple => {
            // "a separate, detailed statement"
            let listed = i.kind(at.wrapping_sub(1)) == Some(TokenKind::Comma)
                && matches!(done, [.., Tag::Determiner, Tag::Noun, Tag::Mark]);
            let modifies = nominal_left || listed || matches!(previous, Some(Tag::Verb(_)));
            if modifies && noun_or_name_follows(i, at) {
                // "the agreed text", "held detailed talks"
                return None;
            }
            if capital && !all_caps && !headline_like(done) {
                return None;
            }
            Some(form)
        }
    }
}

/// The first form of the token's verb senses that is accepted.
fn form_of(i: Tokens<'_>, t: &Token, accept: impl Fn(VerbForm) -> bool) -> Option<VerbForm> {
    t.sense(i.lexicon, |s| match s {
        Sense::Verb { form, .. } if accept(*form) => Some(*form),
        _ => None,
    })
}

/// "cut", "set", "put": past tense or participle where no plural subject stands before.
fn past_here(i: Tokens<'_>, at: usize, t: &Token, previous: Option<Tag>) -> bool {
    let both = form_of(i, t, |f| f == VerbForm::PastOrParticiple).is_some();
    let object = object_follows(i, at) || noun_follows(i, at) && !noun_like(i, t);
    let phrase = i.one_of(
        at + 1,
        &["by", "in", "on", "at", "up", "out", "off", "to", "for"],
    );
    // `"…," the statement read.`
    let closes = matches!(
        i.kind(at + 1),
        None | Some(TokenKind::Period | TokenKind::Comma)
    ) && (0..at).any(|n| matches!(i.kind(n), Some(TokenKind::Quote(_))));
    let behind_quote = at
        .checked_sub(1)
        .is_some_and(|l| matches!(i.kind(l), Some(TokenKind::Quote(_))));
    both && match previous {
        Some(Tag::Noun | Tag::Name | Tag::Pronoun) if closes => true,
        Some(Tag::Mark) if behind_quote => object,
        Some(Tag::Name | Tag::Pronoun) => object || phrase,
        Some(Tag::Noun) => object || phrase && !noun_like(i, t),
        Some(Tag::Mark) => phrase,
        Some(Tag::Conjunction) => object,
        _ => false,
    }
}

/// In a headline most words are capitalized, so that a capital says nothing.
fn headline_like(done: &[Tag]) -> bool {
    let names = done.iter().filter(|t| matches!(t, Tag::Name)).count();
    let nouns = done.iter().filter(|t| matches!(t, Tag::Noun)).count();
    names > 2 * nouns
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
    if is_visiting_title(i, at, t, previous) || is_trade(i, at, previous) {
        return false;
    }
    if !t.is(Class::NOUN) {
        // "the new rescheduling accord", "a water sharing deal": a modifier.
        let adjective = before.is_some_and(|b| b.is(Class::ADJECTIVE)) && i.is(at + 1, Class::NOUN);
        let modifies =
            previous == Some(Tag::Noun) && (adjective || i.is(at + 1, Class::INSTRUMENT));
        return !modifies && !matches!(previous, Some(Tag::Determiner | Tag::Possessive))
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

/// "received visiting Foreign Minister Nair", "with visiting Indian officials": an adjective
/// before a title, unless a word of time stands before it ("after visiting President Nair").
fn is_visiting_title(i: Tokens<'_>, at: usize, t: &Token, previous: Option<Tag>) -> bool {
    let titles = Class::POST.or(Class::GROUP).or(Class::SOURCE);
    let side = usize::from(i.is(at + 1, Class::DEMONYM));
    t.text(i.text).eq_ignore_ascii_case("visiting")
        && (1..4).any(|n| i.is(at + side + n, titles))
        && match previous {
            Some(Tag::Preposition) => at
                .checked_sub(1)
                .is_some_and(|p| i.one_of(p, &["with", "by", "to", "between", "from"])),
            Some(Tag::Verb(_) | Tag::To) => true,
            Some(Tag::Conjunction) => (2..12)
                .filter_map(|back| at.checked_sub(back))
                .any(|p| i.one_of(p, &["between"])),
            None | Some(Tag::Mark) => side == 1,
            _ => false,
        }
}

/// Nouns in -ing that stand before others: "fishing rights", "funding gaps".
const TRADES: &[&str] = &[
    "banking",
    "farming",
    "fishing",
    "funding",
    "lending",
    "mining",
    "policing",
    "shipping",
    "smuggling",
    "trading",
    "trafficking",
    "training",
];

/// "a deal on fishing rights": no verb.
fn is_trade(i: Tokens<'_>, at: usize, previous: Option<Tag>) -> bool {
    let next = i.get(at + 1);
    matches!(
        previous,
        None | Some(Tag::Preposition | Tag::Conjunction | Tag::Mark)
    ) && i.one_of(at, TRADES)
        && next.is_some_and(|n| {
            n.is_word()
                && n.shape == Shape::Lower
                && n.text(i.text).ends_with('s')
                && !n.is(Class::DETERMINER.or(Class::PREPOSITION).or(Class::ADVERB))
        })
}

/// A base form or one in -s as a finite verb: "Kirby visits Japan", "the sides meet".
fn finite_here(
    i: Tokens<'_>,
    at: usize,
    t: &Token,
    form: VerbForm,
    previous: Option<Tag>,
    before: Option<&Token>,
    done: &[Tag],
) -> bool {
    let subject_left = match previous {
        Some(Tag::Pronoun | Tag::Relative) => true,
        Some(Tag::Name | Tag::Noun) => true,
        // "the plan he proposed says", "he no longer wants"
        Some(Tag::Verb(_) | Tag::Negative) => form == VerbForm::Third && !noun_like(i, t),
        Some(Tag::Adverb) => true,
        Some(Tag::Conjunction) => !noun_like(i, t) || goes_on(i, at, form, done),
        Some(Tag::Mark) => !noun_like(i, t) || closes_aside(i, at, form, done),
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
    if trails(i, at, form, done) {
        return true;
    }
    // "peace talks", "phone call" against "Putin talks to", "leaders call for".
    let object_right = object_follows(i, at);
    if form == VerbForm::Base && plural_subject(i, at, done) && noun_follows(i, at) {
        return true;
    }
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
            let agrees = form == VerbForm::Third
                || plural_subject(i, at, done)
                || before.is_some_and(|b| b.text(i.text).ends_with('s'));
            agrees
                && (object_right || particle_right && before.is_some_and(|b| !b.is(Class::DEMONYM)))
        }
        Some(Tag::Noun) => {
            let people = Class::GROUP.or(Class::POST).or(Class::SOURCE);
            let plural = before.is_some_and(|b| b.text(i.text).ends_with('s'));
            let acts = before.is_some_and(|b| b.is(people));
            let agrees = plural == (form == VerbForm::Base);
            agrees && (object_right && (plural || !noun_left) || particle_right && acts)
        }
        Some(Tag::Adverb) => object_right,
        Some(Tag::Conjunction | Tag::Mark) => true,
        _ => false,
    }
}

/// What begins an object: "the …", "Japan", "that".
fn object_follows(i: Tokens<'_>, at: usize) -> bool {
    i.get(at + 1).is_some_and(|n| {
        n.is(Class::DETERMINER)
            || n.is(Class::PARTY.or(Class::CITY).or(Class::POST)) && n.is_capital()
            || (n.is_capital() && n.classes.is_empty())
            || n.is(Class::THAT)
            || matches!(n.kind, TokenKind::Quote(_))
    })
}

/// How far left a verb looks for the verb or the comma that it goes with.
const BACK: usize = 24;

/// `verb … "and" verb`; "to meet Xi and sign a pact", "visits Rome and calls for"
fn goes_on(i: Tokens<'_>, at: usize, form: VerbForm, done: &[Tag]) -> bool {
    if !object_follows(i, at) && !i.one_of(at + 1, &["for", "to", "on", "with", "against"]) {
        return false;
    }
    let from = done.len().saturating_sub(BACK);
    let window = done.get(from..).unwrap_or_default();
    match form {
        VerbForm::Base => window.windows(2).any(|w| {
            matches!(
                w,
                [Tag::To | Tag::Modal, Tag::Verb(VerbForm::Base)]
                    | [Tag::Pronoun, Tag::Verb(VerbForm::Base)]
            )
        }),
        _ => window
            .iter()
            .any(|t| matches!(t, Tag::Verb(VerbForm::Third))),
    }
}

/// `noun "," participle | "who" … "," verb`; "The deal, signed in Geneva, calls for …"
fn closes_aside(i: Tokens<'_>, at: usize, form: VerbForm, done: &[Tag]) -> bool {
    let comma = |n: usize| i.kind(n) == Some(TokenKind::Comma);
    if form != VerbForm::Third
        || !at.checked_sub(1).is_some_and(comma)
        || !(object_follows(i, at) || i.one_of(at + 1, &["for", "on"]))
    {
        return false;
    }
    let opening = (at.saturating_sub(BACK)..at.saturating_sub(1))
        .rev()
        .find(|n| comma(*n));
    opening.is_some_and(|n| {
        matches!(
            done.get(n + 1),
            Some(
                Tag::Relative
                    | Tag::Verb(
                        VerbForm::PastOrParticiple | VerbForm::Participle | VerbForm::Gerund
                    )
            )
        )
    })
}

/// "The deal was signed, Interfax reports", "…, AFP reports citing the ministry": the name
/// after the comma reports what stands before it.
fn trails(i: Tokens<'_>, at: usize, form: VerbForm, done: &[Tag]) -> bool {
    let end = matches!(
        i.kind(at + 1),
        None | Some(TokenKind::Period | TokenKind::Comma)
    );
    if form != VerbForm::Third || !(end || i.one_of(at + 1, &["citing", "quoting"])) {
        return false;
    }
    let name = done
        .iter()
        .rev()
        .take_while(|t| matches!(t, Tag::Name | Tag::Determiner))
        .count();
    let comma = at
        .checked_sub(name + 1)
        .is_some_and(|n| i.kind(n) == Some(TokenKind::Comma));
    name > 0 && comma && done.iter().any(|t| matches!(t, Tag::Verb(_)))
}

/// "the two leaders", "Japan and the U.S.": several, before a base form.
fn plural_subject(i: Tokens<'_>, at: usize, done: &[Tag]) -> bool {
    let Some(before) = at.checked_sub(1).and_then(|p| i.get(p)) else {
        return false;
    };
    match done.last() {
        Some(Tag::Noun) => before.is(Class::GROUP) && before.text(i.text).ends_with('s'),
        Some(Tag::Name) => {
            let joined = done.iter().rev().take(3).any(|t| *t == Tag::Conjunction);
            joined && before.is(Class::PARTY) && !before.is(Class::DEMONYM)
        }
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
