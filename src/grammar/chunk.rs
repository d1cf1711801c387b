//! Tokens → units: dates, noun phrases, verb groups and the words between.

use super::complement;
use super::date::{self, date};
use super::input::Tokens;
use super::known::Names;
use super::noun_phrase::noun_phrase;
use super::post_list::COUNTERPARTS;
use super::reader::Lists;
use super::tag::{Tag, tag};
use super::unit::{Unit, UnitKind};
use super::verb_group::{VerbGroup, verb_group};
use crate::lexicon::{Class, WordValue};
use crate::scan::TokenKind;
use std::cell::RefCell;

/// How far ahead a title may stand from where an official begins.
const REACH: usize = 10;

/// Buffers that are used again for each reading.
#[derive(Debug, Default)]
pub(crate) struct Buffers {
    pub(crate) tags: Vec<Tag>,
    /// Distance to the next title, by token.
    post_ahead: Vec<u8>,
    pub(crate) units: Vec<Unit>,
    pub(super) complements: RefCell<complement::Known>,
    pub(super) lists: Lists,
    /// Words of the names read so far in the article.
    names: Names,
}

/// Reads the units of a run of tokens into `buffers.units`.
pub(crate) fn chunk(tokens: Tokens<'_>, buffers: &mut Buffers) {
    tag(tokens, &buffers.names, &mut buffers.tags);
    posts_ahead(tokens, &mut buffers.post_ahead);
    buffers.units.clear();
    buffers.units.reserve(tokens.len() / 2);
    let mut at = 0;
    while at < tokens.len() {
        let (kind, used) = unit(tokens, at, &buffers.tags, &buffers.post_ahead);
        let last = (at + used.max(1)).min(tokens.len());
        let start = tokens.get(at).map_or(0, |t| t.start);
        let end = tokens.get(last - 1).map_or(start, |t| t.end);
        buffers.units.push(Unit {
            kind,
            first: at,
            last,
            span: (start, end),
        });
        at = last;
    }
    share_passive(tokens, &mut buffers.units);
    buffers.names.learn(tokens.text, &buffers.units);
}

/// "were negotiated and signed by both": the second participle has the auxiliaries of the
/// first.
fn share_passive(tokens: Tokens<'_>, units: &mut [Unit]) {
    for n in 2..units.len() {
        let joined = matches!(units[n - 1].kind, UnitKind::And);
        let adverb = n > 2 && matches!(units[n - 1].kind, UnitKind::Adverb);
        let joined = joined || adverb && matches!(units[n - 2].kind, UnitKind::And);
        let first = if adverb { n - 3 } else { n - 2 };
        let (true, UnitKind::Verb(over), UnitKind::Verb(own)) =
            (joined, &units[first].kind, &units[n].kind)
        else {
            continue;
        };
        let agent = tokens.word(units[n].last, "by");
        if !over.passive || over.infinitive || !own.may_be_participle() || !agent {
            continue;
        }
        let shared = VerbGroup {
            lemma: own.lemma,
            form: own.form,
            head: own.head,
            head_span: own.head_span,
            ..*over
        };
        units[n].kind = UnitKind::Verb(shared);
    }
}

/// How far the next title is from each token.
fn posts_ahead(tokens: Tokens<'_>, out: &mut Vec<u8>) {
    out.clear();
    out.resize(tokens.len(), u8::MAX);
    let mut distance = u8::MAX;
    for (n, (t, out)) in tokens.iter().zip(out).enumerate().rev() {
        let adjective = || tokens.word(n, "opposite") && !tokens.word(n + 1, "number");
        let counterpart = || tokens.counterpart && COUNTERPARTS.has(tokens, n) && !adjective();
        let title = t.is(Class::POST) || counterpart();
        distance = if title { 0 } else { distance.saturating_add(1) };
        *out = distance;
    }
}

/// The unit at a token, and how many tokens it takes.
fn unit(tokens: Tokens<'_>, at: usize, tags: &[Tag], post_ahead: &[u8]) -> (UnitKind, usize) {
    let i = tokens.from(at);
    let Some(t) = i.first() else {
        return (UnitKind::Other, 1);
    };
    if let Some(kind) = mark(t.kind) {
        return (kind, 1);
    }
    let starting = t.is(Class::VERB) && i.one_of(0, &["starting", "beginning"]);
    if (t.is(date::STARTS) || t.kind == TokenKind::Number || starting)
        && let Some(found) = dated(i)
    {
        return found;
    }
    let tag = tags.get(at).copied().unwrap_or(Tag::Mark);
    let tags_here = tags.get(at..).unwrap_or_default();
    if matches!(
        tag,
        Tag::Verb(_) | Tag::Modal | Tag::Auxiliary | Tag::Negative | Tag::To
    ) && let Ok((rest, verb)) = verb_group(i, tags_here, at)
    {
        return (UnitKind::Verb(verb), i.consumed(&rest));
    }
    match tag {
        Tag::Preposition | Tag::To => return (UnitKind::Preposition, 1),
        Tag::Conjunction => {
            let but = i.one_of(0, &["but", "yet"]);
            return (if but { UnitKind::But } else { UnitKind::And }, 1);
        }
        Tag::That => return (UnitKind::That, 1),
        Tag::Relative => return (UnitKind::Relative, 1),
        Tag::Subordinator => return (UnitKind::Subordinator, 1),
        Tag::Pronoun => return (pronoun(i), 1),
        Tag::Adverb if is_existential(i, tags_here) => {
            return (UnitKind::Pronoun(WordValue::None), 1);
        }
        Tag::Adverb => return (UnitKind::Adverb, 1),
        _ => {}
    }
    let posts_near = |n: usize| {
        post_ahead
            .get(at + n)
            .is_some_and(|d| usize::from(*d) <= REACH)
    };
    match noun_phrase(i, tags_here, at, &posts_near) {
        Ok((rest, kind)) => (kind, i.consumed(&rest)),
        Err(_) => (UnitKind::Other, 1),
    }
}

/// "there is", "there will be", "there remain": it stands where a subject stands.
fn is_existential(i: Tokens<'_>, tags: &[Tag]) -> bool {
    let verb = matches!(tags.get(1), Some(Tag::Auxiliary | Tag::Modal))
        || i.one_of(1, &["remain", "remains", "remained", "exists", "existed"]);
    verb && i.word(0, "there")
}

fn mark(kind: TokenKind) -> Option<UnitKind> {
    Some(match kind {
        TokenKind::Comma => UnitKind::Comma,
        TokenKind::Period => UnitKind::Stop,
        TokenKind::Colon => UnitKind::Colon,
        TokenKind::Semicolon => UnitKind::Semicolon,
        TokenKind::Dash => UnitKind::Dash,
        TokenKind::Open => UnitKind::Open,
        TokenKind::Close => UnitKind::Close,
        TokenKind::Quote(_) => UnitKind::Quote,
        TokenKind::Hyphen | TokenKind::Slash | TokenKind::Mark | TokenKind::Other => {
            UnitKind::Other
        }
        TokenKind::Word | TokenKind::Number | TokenKind::Possessive => return None,
    })
}

/// A date that stands for itself, not as the owner of a noun.
fn dated(i: Tokens<'_>) -> Option<(UnitKind, usize)> {
    let (rest, found) = date(i).ok()?;
    if rest.is(0, Class::POSSESSIVE) {
        return None;
    }
    let bare = found.lead == date::Lead::None;
    if bare && rest.is(0, Class::FRAME_NOUN.or(Class::INSTRUMENT)) {
        // "the 1951 treaty", "the March summit": part of a noun phrase.
        return None;
    }
    Some((UnitKind::Date(found), i.consumed(&rest)))
}

fn pronoun(i: Tokens<'_>) -> UnitKind {
    use crate::lexicon::Sense;
    let value = i
        .first()
        .and_then(|t| {
            t.sense(i.lexicon, |s| match s {
                Sense::Word(c, v) if c.any(Class::PRONOUN) => Some(*v),
                _ => None,
            })
        })
        .unwrap_or(WordValue::None);
    if i.one_of(0, &["each"]) {
        // "and each pledged to": everybody named.
        return UnitKind::Pronoun(WordValue::They);
    }
    UnitKind::Pronoun(value)
}
