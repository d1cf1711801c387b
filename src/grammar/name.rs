//! Names of people as written, in every tradition.

use super::input::{Parsed, Tokens, Words, fail};
use crate::lexicon::{Class, Sense, Shape, VerbForm};
use crate::scan::{Token, TokenKind};

/// A name has no more parts than this.
const LONGEST: usize = 7;

/// Words that stand inside names in lower case.
const PARTICLES: Words = Words::of(&[
    "al", "el", "ul", "ur", "bin", "ibn", "bint", "binti", "ben", "de", "del", "della", "der",
    "den", "di", "da", "dos", "das", "do", "du", "la", "le", "van", "von", "zu", "af", "av", "ter",
    "ten", "y", "e", "und", "ould", "wa", "as", "ad", "an", "ar", "az", "at", "es", "ash", "al-",
    "d'", "dei",
]);

/// Particles that are also words of English, and so stand in names only before a hyphen.
const ENGLISH_PARTICLES: [&str; 3] = ["as", "at", "an"];

/// What a word inside a name cannot be.
const NEVER: Class = Class::POST
    .or(Class::RANK)
    .or(Class::ORGANIZATION)
    .or(Class::DEMONYM)
    .or(Class::METONYM)
    .or(Class::WEEKDAY)
    .or(Class::PORTFOLIO)
    .or(Class::OUTLET)
    .or(Class::VENUE)
    .or(Class::AREA)
    .or(Class::ORGAN);

/// The article of Arabic names.
const ARTICLES: &[&str] = &[
    "al", "el", "ul", "ur", "as", "ash", "at", "an", "ad", "ar", "az",
];

/// What the first word of a name cannot be unless a title stands before it.
const PLACES: Class = Class::COUNTRY
    .or(Class::CAPITAL)
    .or(Class::CITY)
    .or(Class::REGION)
    .or(Class::AMBIGUOUS);

/// `name = part { ["-"] part | particle part } ["Jr." | "III"]`
///
/// `titled`: a title stands before it, so that "Austin" is a name, not a city.
pub(crate) fn name(i: Tokens<'_>, titled: bool) -> Parsed<'_, u32> {
    let mut at = 0;
    let mut parts = 0u32;
    let mut end = 0;
    while at < i.len() && parts < LONGEST as u32 {
        let glue = i.kind(at) == Some(TokenKind::Hyphen) && parts > 0;
        let here = at + usize::from(glue);
        if let Some(n) = part(i, here, parts, titled, glue) {
            // "To Lam" is one token of two parts.
            let two = i.text_of(here).contains(' ');
            at = here + n;
            parts += 1 + u32::from(two);
            end = at;
        } else if parts > 0 && is_nickname(i, at) {
            at += 3;
        } else if parts > 0 && is_particle(i, here) && particle_leads_on(i, here) {
            at = here + 1;
        } else if parts == 0 && at == 0 && is_particle(i, 0) && i.is(0, Class::NONE) {
            return fail();
        } else if parts == 0 && leading_particle(i, at) {
            at += 1;
        } else {
            break;
        }
    }
    if parts == 0 {
        return fail();
    }
    let end = suffix(i, end);
    Ok((i.from(end), parts))
}

/// Whether a name can begin here; a quick test before the production.
pub(crate) fn may_begin(i: Tokens<'_>) -> bool {
    i.first().is_some_and(Token::is_capital) || is_particle(i, 0)
}

/// One part: a capitalized word or an initial; tokens used.
fn part(i: Tokens<'_>, at: usize, parts: u32, titled: bool, glued: bool) -> Option<usize> {
    let t = i.get(at)?;
    if t.kind != TokenKind::Word {
        return None;
    }
    if glued && t.shape == Shape::Lower {
        // "Myung-soo": the second half of a given name.
        let plain = t
            .classes
            .without(Class::GIVEN_NAME)
            .without(Class::VERB)
            .is_empty();
        return (plain && !i.text_of(at).is_empty() && t.end - t.start <= 6).then_some(1);
    }
    if t.shape == Shape::Lower {
        return None;
    }
    if is_initial(i.text_of(at)) || titled && parts == 0 && is_first_initial(i, at) {
        return Some(1);
    }
    let multi_word = || i.text_of(at).contains(' ');
    if glued && at > 1 && i.one_of(at - 2, ARTICLES) && !multi_word() {
        // "Al-Kuwaiti", "al-Fares": behind the article any word is a name.
        return Some(1);
    }
    if t.shape == Shape::Upper && !t.is(Class::GIVEN_NAME) && is_shouted_word(i, at, t) {
        return None;
    }
    if t.is(NEVER) && !(t.is(Class::GIVEN_NAME) && parts == 0 && !multi_word()) {
        return None;
    }
    if t.is(PLACES) && !t.is(Class::GIVEN_NAME) {
        let first = parts == 0 && !titled;
        let second_place = parts == 0 && i.kind(at + 1) == Some(TokenKind::Hyphen);
        if first || second_place || multi_word() || t.is(Class::COUNTRY) && parts == 0 {
            return None;
        }
    }
    if t.is(Class::PARTY)
        && t.shape == Shape::Upper
        && !t.is(Class::GIVEN_NAME)
        && t.end - t.start <= 4
    {
        return None;
    }
    if t.is(Class::MONTH) && i.kind(at + 1) == Some(TokenKind::Number) {
        return None;
    }
    if t.shape == Shape::Upper && t.is(Class::VERB) && !t.is(Class::GIVEN_NAME) && is_past(i, t) {
        // "THE MINISTER ADDED THAT"
        return None;
    }
    if titled && parts == 0 && is_headline_verb(i, at, t) {
        return None;
    }
    // "Seo Do-hyun": before a hyphen no word is a function word.
    let hyphenated = i.kind(at + 1) == Some(TokenKind::Hyphen) && !t.opens
        // "Theresa May"
        || t.is(Class::MONTH) && parts > 0 && titled && t.shape == Shape::Capitalized;
    let given = t.is(Class::GIVEN_NAME) && t.shape == Shape::Capitalized;
    let surname = titled && parts == 0 && is_short_surname(i, at, t);
    if is_function(t) && !given && !hyphenated && !surname {
        // "Will", "May" as first names stay; "The", "And" never.
        return None;
    }
    let half = parts > 0 && is_half(i, at, t);
    if t.is(Class::NOUN.or(Class::HONORIFIC).or(Class::UNIT)) && !t.is(Class::GIVEN_NAME) && !half {
        // A capitalized common noun inside a sentence ends the name: but "Ann Powers met",
        // "Le Thanh Son".
        let last = parts > 0 && t.shape == Shape::Capitalized && i.word(at, "son");
        if last || parts > 0 && titled && is_before_verb(i, at, t) {
            return Some(1);
        }
        return (parts > 0 && !t.is(Class::FRAME_NOUN.or(Class::NOUN)) && titled).then_some(1);
    }
    let before_hyphen = i.kind(at + 1) == Some(TokenKind::Hyphen);
    if t.is(Class::VERB)
        && parts > 0
        && !t.is(Class::GIVEN_NAME)
        && !is_base_form(i, t)
        && !before_hyphen
        && !is_before_verb(i, at, t)
    {
        return None;
    }
    Some(1)
}

/// "Vice Premier He Lidong", "Minister No Kwang-su": behind a title and before a word that
/// is none of English, a word of two letters is a surname.
fn is_short_surname(i: Tokens<'_>, at: usize, t: &Token) -> bool {
    let next = i.get(at + 1);
    t.shape == Shape::Capitalized
        && t.end - t.start == 2
        && next.is_some_and(|next| {
            next.shape == Shape::Capitalized
                && next.kind == TokenKind::Word
                && next.classes.without(Class::GIVEN_NAME).is_empty()
        })
}

/// "President Travels To Peru", "Chief Hails PIF Meeting": copy with capitals everywhere.
fn is_headline_verb(i: Tokens<'_>, at: usize, t: &Token) -> bool {
    let third = t.is(Class::VERB) && !t.is(Class::GIVEN_NAME) && i.text_of(at).ends_with('s');
    third
        && i.get(at + 1).is_some_and(|next| {
            // "FM Hails Progress in Talks"
            let known = Class::NOUN
                .or(Class::FRAME_NOUN)
                .or(Class::DEMONYM)
                .or(Class::COUNTRY);
            next.shape == Shape::Upper && next.end - next.start > 2
                || next.shape == Shape::Capitalized && next.is(known) && !next.is(Class::GIVEN_NAME)
                || next.shape == Shape::Capitalized
                    && next.is(Class::TO.or(Class::PREPOSITION).or(Class::SUBORDINATOR))
                // "Foreign Minister Travels to Peru", in a line that keeps such words small
                || i.one_of(at + 1, &["to", "for", "with", "at", "on"])
        })
}

/// "Roelof F. (Pik) Botha", "Mohamed Hamdan “Hemeti” Dagalo": inside a name.
fn is_nickname(i: Tokens<'_>, at: usize) -> bool {
    let kinds = (i.kind(at), i.kind(at + 2));
    let marked = matches!(
        kinds,
        (Some(TokenKind::Open), Some(TokenKind::Close))
            | (Some(TokenKind::Mark), Some(TokenKind::Mark))
    );
    let nick = i.get(at + 1).is_some_and(|t| {
        t.shape == Shape::Capitalized && !t.is(NEVER) && !t.is(PLACES.or(Class::PARTY))
    });
    marked && nick && part(i, at + 3, 1, true, false).is_some()
}

/// "Choe Son-hwi": the first half of a given name of two.
fn is_half(i: Tokens<'_>, at: usize, t: &Token) -> bool {
    let second = i.get(at + 2);
    t.shape == Shape::Capitalized
        && i.kind(at + 1) == Some(TokenKind::Hyphen)
        && second.is_some_and(|s| {
            s.shape == Shape::Lower && s.classes.is_empty() && s.end - s.start <= 6
        })
}

/// "Omar Said left": the verb stands behind, so the word in capitals is a name.
fn is_before_verb(i: Tokens<'_>, at: usize, t: &Token) -> bool {
    let verb = Class::VERB.or(Class::MODAL).or(Class::AUXILIARY);
    t.shape == Shape::Capitalized
        && i.get(at + 1).is_some_and(|next| {
            next.shape == Shape::Lower && next.is(verb) && !next.is(Class::NOUN)
        })
}

/// In copy all in capitals: "ADDED", "PRESENCE" are words, not names.
fn is_shouted_word(i: Tokens<'_>, at: usize, t: &Token) -> bool {
    const ENDINGS: &[&str] = &[
        "NESS", "TION", "TIONS", "SION", "SIONS", "MENT", "MENTS", "ENCE", "ANCE",
    ];
    let text = i.text_of(at);
    t.is(Class::VERB) && !is_base_form(i, t)
        || t.is(Class::NOUN)
        || text.len() > 7 && ENDINGS.iter().any(|e| text.ends_with(e))
}

fn is_function(t: &Token) -> bool {
    t.is(Class::DETERMINER
        .or(Class::PREPOSITION)
        .or(Class::CONJUNCTION)
        .or(Class::SUBORDINATOR)
        .or(Class::PRONOUN)
        .or(Class::MODAL)
        .or(Class::AUXILIARY)
        .or(Class::TO)
        .or(Class::THAT)
        .or(Class::RELATIVE)
        .or(Class::ADVERB)
        .or(Class::NEGATIVE)
        .or(Class::NUMBER)
        .or(Class::RELATIVE_DAY))
}

fn is_past(i: Tokens<'_>, t: &Token) -> bool {
    t.sense(i.lexicon, |s| match s {
        Sense::Verb { form, .. } => Some(matches!(
            form,
            VerbForm::Past | VerbForm::Participle | VerbForm::PastOrParticiple
        )),
        _ => None,
    })
    .unwrap_or(false)
}

fn is_base_form(i: Tokens<'_>, t: &Token) -> bool {
    t.sense(i.lexicon, |s| match s {
        Sense::Verb { form, .. } => Some(*form == VerbForm::Base),
        _ => None,
    })
    .unwrap_or(false)
}

/// "J.", "Kh.", "F"
fn is_initial(text: &str) -> bool {
    match text.as_bytes() {
        [letter] => {
            letter.is_ascii_alphabetic() && !matches!(letter, b'I' | b'A') || *letter == b'.'
        }
        [.., b'.'] => text.chars().filter(|c| c.is_alphabetic()).count() <= 2,
        _ => false,
    }
}

/// "Foreign Minister A K Abdul Momen": an "A" that a second initial follows.
fn is_first_initial(i: Tokens<'_>, at: usize) -> bool {
    i.text_of(at) == "A" && is_initial(i.text_of(at + 1))
}

fn is_particle(i: Tokens<'_>, at: usize) -> bool {
    i.get(at).is_some_and(|t| {
        t.kind == TokenKind::Word && (t.shape == Shape::Lower || t.shape == Shape::Upper)
    }) && PARTICLES.has(i, at)
}

/// A particle is part of the name only if a capitalized word follows.
fn particle_leads_on(i: Tokens<'_>, at: usize) -> bool {
    let hyphen = i.kind(at + 1) == Some(TokenKind::Hyphen);
    if !hyphen && i.one_of(at, &ENGLISH_PARTICLES) {
        // "met X at Raghadan Palace", "X as Front leader"
        return false;
    }
    let next = at + 1 + usize::from(hyphen);
    let next = if is_particle(i, next) { next + 1 } else { next };
    i.get(next).is_some_and(|t| {
        t.is_capital()
            && !t.is(NEVER
                .or(Class::COUNTRY)
                .or(Class::CAPITAL)
                .or(Class::MONTH)
                .or(Class::WEEKDAY))
            && !is_function(t)
    })
}

/// "al-Sarraj", "von der Leyen", "de Michelis" without a first name.
fn leading_particle(i: Tokens<'_>, at: usize) -> bool {
    is_particle(i, at)
        && (i.kind(at + 1) == Some(TokenKind::Hyphen) || i.one_of(at, &["von", "van", "de", "bin"]))
        && particle_leads_on(i, at)
}

/// `suffix = [","] ("Jr." | "Sr." | "II" | "III")`
fn suffix(i: Tokens<'_>, at: usize) -> usize {
    let comma = usize::from(i.kind(at) == Some(TokenKind::Comma));
    if i.one_of(at + comma, &["jr.", "jr", "sr.", "sr", "ii", "iii", "iv"]) {
        // "Jr." takes a comma after it that is no comma of the sentence.
        return at + comma + 1;
    }
    at
}
