//! Which words that look like verbs are verbs where they stand.

use super::{FUNCTION, Tag, noun_follows, noun_like};
use crate::grammar::input::Tokens;
use crate::lexicon::{Class, Sense, Shape, VerbForm};
use crate::scan::{Token, TokenKind};

/// The form in which the token is a verb here; `None` if it is a noun here.
pub(super) fn verb_here(i: Tokens<'_>, at: usize, t: &Token, done: &[Tag]) -> Option<VerbForm> {
    let form = form_of(i, t, |_| true)?;
    let capital = t.shape == Shape::Capitalized && !t.opens;
    let all_caps = t.shape == Shape::Upper;
    let name_like = Class::GIVEN_NAME.or(Class::CITY).or(Class::MONTH);
    if capital && (t.is(name_like) || noun_like(i, t) && form == VerbForm::Base) {
        return None;
    }
    let plain = matches!(form, VerbForm::Base | VerbForm::Third);
    if capital && plain && is_told_in_small(i, done) {
        // "signed the Strategic Arms Reduction Treaty"
        return None;
    }
    let previous = done.last().copied();
    let before = at.checked_sub(1).and_then(|p| i.get(p));
    // The tag behind adverbs and negations, and behind the mark in `will "try to heal"`.
    let opened = before.is_some_and(|b| b.kind == TokenKind::Mark);
    let known = &done[..done.len() - usize::from(opened)];
    let behind = known
        .iter()
        .rev()
        .copied()
        .find(|t| !matches!(t, Tag::Adverb | Tag::Negative));
    let helps = matches!(previous, Some(Tag::Verb(VerbForm::Base)))
        && !t.is(Class::NOUN)
        && at.checked_sub(1).is_some_and(|p| i.word(p, "help"));
    if matches!(behind, Some(Tag::To | Tag::Modal)) || helps {
        return form_of(i, t, |f| f == VerbForm::Base);
    }
    if matches!(behind, Some(Tag::Auxiliary)) {
        if is_do(i, done) {
            return form_of(i, t, |f| f == VerbForm::Base);
        }
        return form_of(i, t, |f| !matches!(f, VerbForm::Base | VerbForm::Third));
    }
    // "even", "still", "last", "major": adverbs and adjectives first.
    // "the two countries open talks": behind people or sides it is the verb.
    let acts = form == VerbForm::Base
        && before.is_some_and(|b| b.is(Class::GROUP) && b.text(i.text).ends_with('s'))
        && noun_follows(i, at);
    // "Welcome the launch of talks": no noun that opens a line has an article behind it.
    // `Mori "urges all sides"`: nor one in small letters that opens a quotation.
    let opens = at == 0
        && (form == VerbForm::Base || form == VerbForm::Third && t.shape == Shape::Lower)
        && i.is(1, Class::DETERMINER);
    if acts || opens {
        return Some(form);
    }
    if plain && t.is(Class::ADVERB.or(Class::ADJECTIVE).or(Class::DIRECTION)) {
        return None;
    }
    // "their first direct talks": behind an article's ordinal the adjective.
    let ranked = previous == Some(Tag::Adverb)
        && before.is_some_and(|b| b.is(Class::ORDINAL))
        && matches!(
            done.iter().nth_back(1),
            Some(Tag::Determiner | Tag::Possessive)
        );
    // "Resolution 1701 calls for", "Article 5 binds": the number belongs to what stands before.
    let numbered = previous == Some(Tag::Number)
        && matches!(done.iter().nth_back(1), Some(Tag::Noun | Tag::Name))
        && at >= 2
        && i.one_of(at - 2, &["resolution", "article", "decree", "directive"]);
    let nominal_left = ranked
        || !numbered
            && matches!(
                previous,
                Some(Tag::Determiner | Tag::Possessive | Tag::Number)
            )
        || (matches!(previous, Some(Tag::Preposition)) && form != VerbForm::Gerund);
    let hyphen = |n: usize| i.kind(n) == Some(TokenKind::Hyphen);
    if at.checked_sub(1).is_some_and(hyphen) {
        // "cost-sharing agreement", "U.S.-backed": a modifier.
        return None;
    }
    match form {
        // "Governing Council"
        VerbForm::Gerund if capital && !all_caps && !headline_like(i, at, done) => None,
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
            // "a separate, detailed statement", but "the border, declared President Holm"
            let listed = i.kind(at.wrapping_sub(1)) == Some(TokenKind::Comma)
                && !i.get(at + 1).is_some_and(Token::is_capital)
                && matches!(done, [.., Tag::Determiner, Tag::Noun, Tag::Mark]);
            let modifies = nominal_left || listed || matches!(previous, Some(Tag::Verb(_)));
            if modifies && noun_or_name_follows(i, at) {
                // "the agreed text", "held detailed talks"
                return None;
            }
            if capital && !all_caps && !headline_like(i, at, done) {
                return None;
            }
            Some(form)
        }
    }
}

/// The first form of the token's verb senses that is accepted.
pub(super) fn form_of(
    i: Tokens<'_>,
    t: &Token,
    accept: impl Fn(VerbForm) -> bool,
) -> Option<VerbForm> {
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
        &[
            "by", "in", "on", "at", "up", "out", "off", "to", "for", "back",
        ],
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
        // "talks set to resume"
        Some(Tag::Noun) if i.word(at, "set") && i.one_of(at + 1, &["to", "for"]) => true,
        Some(Tag::Noun) => object || phrase && !noun_like(i, t),
        Some(Tag::Mark) => phrase,
        Some(Tag::Conjunction) => object,
        _ => false,
    }
}

/// In a headline most words are capitalized, so that a capital says nothing; a word with
/// content in small letters right behind shows that it is none.
fn headline_like(i: Tokens<'_>, at: usize, done: &[Tag]) -> bool {
    let names = done.iter().filter(|t| matches!(t, Tag::Name)).count();
    let nouns = done.iter().filter(|t| matches!(t, Tag::Noun)).count();
    let small = i
        .get(at + 1)
        .is_some_and(|t| t.shape == Shape::Lower && !t.is(FUNCTION.or(Class::ADVERB)));
    names > 2 * nouns && !small
}

/// A verb in small letters stands before: no headline in capitals.
fn is_told_in_small(i: Tokens<'_>, done: &[Tag]) -> bool {
    let small = |n: usize| i.get(n).is_some_and(|t| t.shape == Shape::Lower);
    (0..done.len()).any(|n| matches!(done[n], Tag::Verb(_)) && small(n))
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
    if previous == Some(Tag::Number) && noun_or_name_follows(i, at) {
        // "the two warring factions"
        return false;
    }
    if is_absolute(i, at) {
        return true;
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
        // "the importance of promptly signing the pact"
        Some(Tag::Adverb) => at
            .checked_sub(2)
            .is_some_and(|p| i.is(p, Class::PREPOSITION)),
        Some(Tag::Noun | Tag::Name) => {
            // "a joint declaration backing Chile's claim"
            before.is_some_and(|b| b.is(Class::GROUP.or(Class::PRONOUN).or(Class::INSTRUMENT)))
        }
        _ => false,
    };
    // "said when meeting with Mori", "while meeting visiting Minister Nair"
    let opens = at
        .checked_sub(1)
        .is_some_and(|p| i.one_of(p, &["when", "while"]));
    open_left && (object_follows || opens && i.one_of(at + 1, &["with", "visiting"]))
}

/// "ended with Chile and Peru signing two treaties": what the talks ended with.
fn is_absolute(i: Tokens<'_>, at: usize) -> bool {
    let what = i
        .get(at + 1)
        .is_some_and(|n| n.is(Class::INSTRUMENT.or(Class::ADJECTIVE).or(Class::NUMBER)));
    if !what || !i.word(at, "signing") {
        return false;
    }
    let sides = |n: &usize| {
        i.is(*n, Class::COUNTRY.or(Class::GROUP).or(Class::CAPITAL))
            || i.one_of(*n, &["and", "both", "the", "two"])
    };
    let first = (at.saturating_sub(8)..at).rev().take_while(sides).last();
    first.is_some_and(|n| n > 0 && i.word(n - 1, "with"))
}

/// "received visiting Foreign Minister Nair", "with visiting Indian officials": an adjective
/// before a title, unless a word of time stands before it ("after visiting President Nair").
fn is_visiting_title(i: Tokens<'_>, at: usize, t: &Token, previous: Option<Tag>) -> bool {
    let titles = Class::POST.or(Class::GROUP).or(Class::SOURCE);
    let side = usize::from(i.is(at + 1, Class::DEMONYM));
    t.text(i.text).eq_ignore_ascii_case("visiting")
        && (1..4).any(|n| i.is(at + side + n, titles))
        && match previous {
            Some(Tag::Preposition) => at.checked_sub(1).is_some_and(|p| {
                // "a dinner for visiting Japanese officials", "accused of visiting Nair"
                i.one_of(p, &["with", "by", "to", "between", "from"])
                    || side == 1 && i.one_of(p, &["for", "of"])
            }),
            Some(Tag::Verb(_) | Tag::To) => true,
            Some(Tag::Conjunction) => {
                let back = || (2..12).filter_map(|back| at.checked_sub(back));
                back().any(|p| i.one_of(p, &["between"]))
                    || side == 1 && {
                        // "Mori and visiting Indian President Nair", not "meeting Mori and visiting"
                        let name = back().next().and_then(|p| i.get(p));
                        let gerund =
                            |t: &Token| t.is(Class::VERB) && t.text(i.text).ends_with("ing");
                        name.is_some_and(Token::is_capital)
                            && !back().filter_map(|p| i.get(p)).any(gerund)
                    }
            }
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
            // "hosted a round of Gaza talks on Monday"
            let named = i.one_of(at, &["talks"])
                && before.is_some_and(|b| b.is(Class::PARTY.or(Class::PLACE)))
                && matches!(done, [.., Tag::Preposition | Tag::Verb(_), Tag::Name]);
            let acts = before.is_some_and(|b| !b.is(Class::DEMONYM)) && !named;
            agrees && (object_right || particle_right && acts)
        }
        Some(Tag::Noun) => {
            let people = Class::GROUP.or(Class::POST).or(Class::SOURCE);
            let plural = before.is_some_and(|b| b.text(i.text).ends_with('s'));
            let acts = before.is_some_and(|b| b.is(people));
            let agrees = plural == (form == VerbForm::Base);
            agrees && (object_right && (plural || !noun_left) || particle_right && acts)
        }
        // "Mori also plans to visit"
        Some(Tag::Adverb) => object_right || form == VerbForm::Third && infinitive_follows(i, at),
        Some(Tag::Conjunction | Tag::Mark) => true,
        _ => false,
    }
}

/// `"to" verb`: "to meet"
fn infinitive_follows(i: Tokens<'_>, at: usize) -> bool {
    let base = |t: &Token| form_of(i, t, |f| f == VerbForm::Base).is_some();
    i.word(at + 1, "to") && i.get(at + 2).is_some_and(base)
}

/// What begins an object: "the …", "Japan", "that".
fn object_follows(i: Tokens<'_>, at: usize) -> bool {
    i.get(at + 1).is_some_and(|n| {
        n.is(Class::DETERMINER)
            || n.is(Class::PARTY.or(Class::PLACE).or(Class::POST)) && n.is_capital()
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
            // "President Mori and Prime Minister Ravi Nair hold talks"
            let names = done.iter().rev().take_while(|t| **t == Tag::Name).count();
            let titled = (3..8).contains(&names)
                && done.iter().rev().nth(names) == Some(&Tag::Conjunction)
                && !done.iter().any(|t| matches!(t, Tag::Verb(_)));
            let joined = titled || done.iter().rev().take(3).any(|t| *t == Tag::Conjunction);
            // "Mori and Nair plan to hold talks"
            let known = before.is(Class::GIVEN_NAME) || before.classes.is_empty();
            let people = || (known || titled) && !done.contains(&Tag::Determiner);
            joined && (before.is(Class::PARTY) && !before.is(Class::DEMONYM) || people())
        }
        _ => false,
    }
}

pub(super) fn noun_or_name_follows(i: Tokens<'_>, at: usize) -> bool {
    i.get(at + 1).is_some_and(|t| {
        t.kind == TokenKind::Word
            && !t.is(FUNCTION.or(Class::ADVERB))
            && (t.is(Class::NOUN) || !t.is(Class::VERB) || noun_like(i, t))
    })
}
