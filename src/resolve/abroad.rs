//! The countries that a sentence shows an official not to be of: those of whom is met,
//! of whom the name is joined to, and of where the way goes.

use super::sides::Appearance;
use super::{Context, near};
use crate::grammar::{Facts, Mention, MentionKind};
use crate::model::Country;

/// How many mentions behind an official are looked at.
const REACH: usize = 6;

/// Words that tell of an encounter.
const MEETS: &[&str] = &[
    "met",
    "meet",
    "meets",
    "meeting",
    "talks",
    "talked",
    "spoke",
    "speaks",
    "conferred",
    "called",
    "call",
    "phoned",
    "received",
    "receives",
    "hosted",
    "hosts",
    "welcomed",
    "welcomes",
    "greeted",
    "negotiated",
];

/// Words before where somebody goes.
const GOES: &[&str] = &[
    "visit",
    "visits",
    "visited",
    "visiting",
    "visit to",
    "trip to",
    "tour of",
    "go to",
    "goes to",
    "went to",
    "travel to",
    "traveled to",
    "travelled to",
    "fly to",
    "flew to",
    "flies to",
    "head to",
    "headed to",
    "heads to",
    "leave for",
    "leaves for",
    "left for",
    "arrive in",
    "arrives in",
    "arrived in",
    "ambassador to",
    "envoy to",
];

/// The countries that the official of an appearance is not of.
pub(super) fn abroad(context: &Context<'_>, facts: &Facts, here: &Appearance) -> Vec<Country> {
    let Some(sentence) = facts.mentions.get(here.mention).map(|m| m.sentence) else {
        return Vec::new();
    };
    let behind = facts.mentions.from(here.mention + 1).take(REACH);
    behind
        .take_while(|m| m.sentence == sentence)
        .filter(|m| m.span.0 >= here.span.1 && is_abroad(context, here, m))
        .filter_map(|m| near::country_of(context, m))
        .collect()
}

/// "at the invitation of X to visit Kenya": the country of the host.
pub(super) fn invited_to(
    context: &Context<'_>,
    facts: &Facts,
    here: &Appearance,
) -> Option<Country> {
    if !invites(context, here) {
        return None;
    }
    let next = facts.mentions.get(here.mention + 1)?;
    let between = context.slice((here.span.1, next.span.0)).trim();
    let goes = GOES.iter().any(|words| near::ends_in(between, words));
    goes.then(|| near::country_of(context, next)).flatten()
}

/// Whether what stands between an official and a mention sets them apart.
fn is_abroad(context: &Context<'_>, here: &Appearance, mention: &Mention) -> bool {
    let between = context.slice((here.span.1, mention.span.0)).trim();
    let between = between.strip_suffix(" the").unwrap_or(between);
    match &mention.kind {
        // "X and Kenyan Trade Minister Y met"
        MentionKind::People(people) => {
            let counterpart = people.iter().flat_map(|p| &p.posts).any(|p| p.counterpart);
            counterpart || between == "and" || is_met(between)
        }
        MentionKind::Post(post) => post.counterpart,
        MentionKind::Place(_) | MentionKind::Parties(..) => {
            GOES.iter().any(|words| near::ends_in(between, words)) && !invites(context, here)
        }
        _ => false,
    }
}

/// "met today with", "'s meeting with": whoever follows is met.
fn is_met(between: &str) -> bool {
    let mut words = between.split_whitespace().rev();
    let told = |word: &str| MEETS.iter().any(|m| word.eq_ignore_ascii_case(m));
    match words.next() {
        Some("with" | "to" | "by") => words.take(6).any(told),
        Some(word) => told(word),
        None => false,
    }
}

/// "at the invitation of X to visit": where the way goes is home.
fn invites(context: &Context<'_>, here: &Appearance) -> bool {
    let before = context.text.get(..here.span.0 as usize).unwrap_or_default();
    let mut words = before.split_whitespace().rev();
    matches!(words.next(), Some("of" | "from" | "by")) && words.next() == Some("invitation")
}
