//! `parties agree-verb content`: "agreed to expand drills", "agreed on a hotline".

use super::content::{content_span, dates};
use super::light::signs_it;
use super::partner::others;
use super::told::{antecedent_told, is_term, subject_told, told_first};
use super::{actors, adjust, could_not, instrument, is_nobody, is_pronoun, sides, told_by_outer};
use crate::grammar::clause::{Clause, Link};
use crate::grammar::complement::{Complements, Phrase};
use crate::grammar::fact::AgreementFact;
use crate::grammar::fact::Partner;
use crate::grammar::party::PartyRef;
use crate::grammar::reader::Reader;
use crate::grammar::status::{Reality, reality};
use crate::grammar::unit::{Head, UnitKind};
use crate::lexicon::{Frame, FrameRecord, Slot};
use crate::model::AgreementStatus;

/// Verbs that tell an agreement only of two parties or more.
const NEED_TWO: &[&str] = &[
    "decide",
    "determine",
    "commit",
    "recommit",
    "pledge",
    "undertake",
    "resolve",
    "vow",
    "vote",
    "promise",
    "accept",
    "concur",
    "settle",
];

/// Nouns of what somebody asks another for.
const ASKED: &[&str] = &[
    "appeal",
    "condition",
    "conditions",
    "demand",
    "demands",
    "invitation",
    "request",
    "requests",
    "suggestion",
    "terms",
];

/// "Togo's request", "a proposal": what somebody asks another for.
pub(super) fn is_asked(reader: &Reader<'_, '_>, unit: usize) -> bool {
    reader.view.is_aim(unit) || reader.view.ends_in(unit, ASKED)
}

/// `parties agree-verb ("to" | "on" | "that") content`
pub(super) fn by_verb(reader: &Reader<'_, '_>, n: usize, clause: &Clause) -> Option<AgreementFact> {
    let verb = *reader.verb(clause);
    let (frame, after, status) = reader
        .frames(clause)
        .iter()
        .copied()
        .find_map(|(f, after)| match f.record {
            FrameRecord::Agreement(status) => Some((f, after, status)),
            _ => None,
        })?;
    let lemma = reader.view.tokens.lexicon.lemma(verb.lemma);
    let failed = could_not(&verb, reader.view.text(clause.verb));
    if verb.negative && !(failed && lemma == "agree")
        || is_nobody(reader, clause)
        || verb.is_gerund() && clause.link == Link::None
        || told_by_outer(reader, clause)
        || is_term(reader, clause)
    {
        return None;
    }
    let after = behind_aside(reader, after);
    let complements = reader.view.complements(after - 1);
    // "both are committed to ending the dispute"
    let stands = verb.passive && lemma == "commit";
    let passive = !stands && (verb.passive || clause.link == Link::Reduced);
    let told_before = passive.then(|| subject_told(reader, clause)).flatten();
    let told_before = told_before
        .or_else(|| told_first(reader, clause, lemma))
        .or_else(|| antecedent_told(reader, clause, after));
    let follows = told_before.is_none() || passive;
    let from = content_from(reader, clause, frame, after, &complements)
        .filter(|_| follows)
        .or(told_before.map(|(from, _)| from))?;
    if signs_it(reader, from)
        || announces(reader, clause)
        || is_opinion(reader, clause, lemma, from)
    {
        return None;
    }
    let mut parties = actors(reader, clause);
    if after > clause.verb + 1 && reader.view.is_word(after - 1, "with") {
        // "resumed diplomatic relations with Prague"
        parties.extend(complements.object.iter().copied());
    }
    for phrase in &complements.phrases {
        let close = phrase.preposition < from.max(clause.verb + 3);
        if close && reader.view.is_word(phrase.preposition, "with") {
            parties.extend(phrase.nouns.iter().copied());
        }
    }
    let mut impersonal = false;
    if is_one_state(reader, &parties) && reader.view.verb(from).is_some_and(|v| v.infinitive) {
        parties.extend(companions(reader, clause, from));
    }
    let asked = is_asked(reader, from);
    if instrument(reader, from).is_some() || asked {
        // "agreed to a prisoner swap with Togo", "to a proposal by Togo"
        parties.extend(sides(reader, from));
    }
    if asked {
        // "to Togo's proposal", "to a proposal by Togo"
        parties.push(from);
        let own = reader.view.complements(from);
        let by = own.phrases.iter().take(1);
        let by = by.filter(|p| reader.view.is_word(p.preposition, "by"));
        parties.extend(by.flat_map(|p| p.nouns.iter().copied()));
    }
    if passive {
        // "it was agreed to", "measures agreed by both sides"
        let led = |p: &&Phrase| reader.view.is_word(p.preposition, "by");
        let by = complements.phrases.iter().rev().find(led);
        impersonal = clause.subject.iter().all(|s| is_pronoun(reader, *s));
        if !impersonal && by.is_none() {
            return None;
        }
        parties = by.map(|p| p.nouns.clone()).unwrap_or_default();
        if impersonal && by.is_none() {
            parties = bound(reader, from);
        }
    }
    let mut others = others(reader, &parties);
    if others.partner == Partner::None && lemma == "agree" && is_of_two(reader, from) {
        others.partner = Partner::Other;
    }
    let reality = if failed {
        Reality::Refused
    } else {
        reality(reader, clause)
    };
    let mut status = adjust(status, reality)?;
    if status == AgreementStatus::Reached && signs(reader, from) {
        status = AgreementStatus::Planned;
    }
    Some(AgreementFact {
        parties: reader.mentions(&parties),
        content: match told_before {
            Some((first, last)) if first == from => reader.span(first, last),
            _ => content_span(reader, n, from),
        },
        dates: {
            // "established ties on May 30"
            let edge = if from == clause.verb {
                usize::MAX
            } else {
                from
            };
            dates(reader, clause, &complements.dates, edge)
        },
        others,
        needs_two: NEED_TWO.contains(&lemma) && !impersonal,
        future: reality.is_future(),
        ..AgreementFact::of(reader.site(clause.verb), status, "agreement.verb")
    })
}

/// "agreed, among other things, | to open": the unit behind an aside of a phrase.
fn behind_aside(reader: &Reader<'_, '_>, after: usize) -> usize {
    let view = &reader.view;
    let comma = |n: usize| matches!(view.kind(n), Some(UnitKind::Comma));
    if !comma(after) || !matches!(view.kind(after + 1), Some(UnitKind::Preposition)) {
        return after;
    }
    // "agreed, in a deal brokered by Oman, to open"
    let stops = |n: usize| view.verb(n).is_some_and(|v| !v.may_be_participle());
    let close = (after + 2..after + 8).find(|n| comma(*n) || stops(*n));
    close.filter(|n| comma(*n)).map_or(after, |n| n + 1)
}

/// "he agreed that prices were high" and "both decided not to attend" tell no bargain.
fn is_opinion(reader: &Reader<'_, '_>, clause: &Clause, lemma: &str, from: usize) -> bool {
    let that = from
        .checked_sub(1)
        .is_some_and(|t| matches!(reader.view.kind(t), Some(UnitKind::That)));
    let person = |u: &usize| match reader.view.kind(*u) {
        Some(UnitKind::People(p)) => p.len() < 2,
        Some(UnitKind::Name { .. }) => true,
        Some(UnitKind::Post(p)) => !p.plural,
        Some(UnitKind::Pronoun(_)) => ["he", "she", "i", "who"]
            .iter()
            .any(|w| reader.view.is_word(*u, w)),
        _ => false,
    };
    let alone = matches!(clause.subject.as_slice(), [one] if person(one));
    let declines = lemma == "decide" && reader.view.verb(from).is_some_and(|v| v.negative);
    that && alone || declines
}

/// "agreed to the following:" tells nothing itself.
fn announces(reader: &Reader<'_, '_>, clause: &Clause) -> bool {
    let last = reader.view.units.len().saturating_sub(2);
    clause.verb < last
        && matches!(reader.view.kind(last + 1), Some(UnitKind::Colon))
        && (reader.view.is_word(last, "following") || reader.view.is_word(last, "that"))
}

/// The unit that what is agreed begins with.
fn content_from(
    reader: &Reader<'_, '_>,
    clause: &Clause,
    frame: &Frame,
    after: usize,
    complements: &Complements,
) -> Option<usize> {
    let slot = |marker: &str| frame.slots.get(marker) == Some(Slot::Content);
    let fixed = !frame.tail.is_empty();
    if frame.tail.len() >= 2 && slot("object") && !slot("to-inf") && !slot("on") {
        // "severed diplomatic relations with": the fixed words say it.
        return Some(clause.verb);
    }
    // "agreed to a plan that the envoys laid out"
    let of_object = |t: usize| fixed && complements.object.last().is_some_and(|o| o + 1 == t);
    if let (Some(that), true) = (complements.that.filter(|t| !of_object(*t)), slot("that")) {
        return Some(that + 1);
    }
    if fixed && reader.view.is_word(after - 1, "that") {
        return Some(after);
    }
    // "agreed on a declaration to end the dispute": it begins with what they agreed on.
    let on = reader.view.is_word(after - 1, "on");
    let told = complements
        .phrases
        .iter()
        .find(|p| reader.view.is_word(p.preposition, "on"));
    let object = if on {
        &complements.object
    } else {
        told.map_or(&complements.object, |p| &p.nouns)
    };
    if (on || told.is_some()) && slot("on") && complements.infinitive.is_some() {
        return object.first().copied().or(complements.infinitive);
    }
    // "agreed to Togo's request to extend the deadline"
    let hangs = |u: &usize| complements.infinitive == Some(u + 1) && is_asked(reader, *u);
    let phrases = complements.phrases.iter().flat_map(|p| &p.nouns);
    let mut told_to = complements.object.iter().chain(phrases);
    let asked = told_to.find(|u| hangs(u));
    if slot("to") && asked.is_some() {
        return asked.copied();
    }
    // "pledged troops to guard the border": what the troops are to do.
    let given = |o: &usize| !is_self(reader, *o) && !is_count(reader.view.text(*o));
    let given = !slot("object") && complements.object.iter().any(given);
    let infinitive = complements.infinitive.filter(|_| !given);
    if infinitive.is_some() && slot("to-inf") {
        return infinitive;
    }
    // "agreed to closer ties on regional issues"
    let ends = ["to", "on", "upon"]
        .iter()
        .any(|w| reader.view.is_word(after - 1, w));
    if fixed && ends && complements.object.first() == Some(&after) {
        return Some(after);
    }
    let phrase = complements.phrases.iter().find(|p| {
        let word = reader.view.text(p.preposition).to_ascii_lowercase();
        word != "with" && slot(&word)
    });
    if let Some(phrase) = phrase {
        // "promised aid to Togo"
        let given = complements.object.first().filter(|o| !is_self(reader, **o));
        let given = given.filter(|_| is_promise(reader, clause));
        return given.or(phrase.nouns.first()).copied();
    }
    // `agreed "to set up a group"`
    let quoted = complements.quote.filter(|q| {
        let text = reader.view.text(*q);
        let words = text.trim_start_matches(|c: char| !c.is_alphanumeric());
        words
            .get(..3)
            .is_some_and(|w| w.eq_ignore_ascii_case("to "))
    });
    if quoted.is_some() && slot("to-inf") {
        return quoted;
    }
    let object = complements.object.first();
    let gerund = complements.gerund.filter(|g| object.is_none_or(|o| g < o));
    if gerund.is_some() && (fixed || slot("to") || slot("on")) {
        return gerund;
    }
    if !complements.object.is_empty() && (slot("object") || fixed) {
        return complements.object.first().copied();
    }
    // "normalized relations", not "is agreed on by"
    let by = reader.view.is_word(after, "by");
    let named = fixed && slot("object") && !by && after > clause.verb + 1;
    named.then_some(clause.verb)
}

/// Verbs of what somebody gives his word for.
fn is_promise(reader: &Reader<'_, '_>, clause: &Clause) -> bool {
    let lemma = reader.verb(clause).lemma;
    matches!(
        reader.view.tokens.lexicon.lemma(lemma),
        "pledge" | "promise" | "vow"
    )
}

/// "agreed to peace talks", "to hold negotiations", "to a truce": nobody does so alone.
fn is_of_two(reader: &Reader<'_, '_>, from: usize) -> bool {
    let what = match reader.view.verb(from) {
        Some(_) => reader.view.complements(from).object.first().copied(),
        None => Some(from),
    };
    what.is_some_and(|u| instrument(reader, u).is_some() || reader.view.is_meeting(u))
}

/// "it was agreed that Chad and Niger would open", "that both countries would": those who
/// are to do it together.
fn bound(reader: &Reader<'_, '_>, from: usize) -> Vec<usize> {
    let of_it = reader
        .clauses
        .iter()
        .find(|c| c.subject.first() == Some(&from));
    let group = |u: usize| matches!(reader.view.kind(u), Some(UnitKind::Noun(n)) if matches!(n.head, Head::Group(_)));
    let several = of_it.filter(|c| c.subject.len() > 1 || group(from));
    several.map(|c| c.subject.clone()).unwrap_or_default()
}

/// "voted 13-0 to extend": how many did so.
fn is_count(text: &str) -> bool {
    text.contains('-') && text.bytes().all(|b| b.is_ascii_digit() || b == b'-')
}

/// "committed themselves to"
fn is_self(reader: &Reader<'_, '_>, unit: usize) -> bool {
    let text = reader.view.text(unit);
    text.ends_with("selves") || text.ends_with("self")
}

/// Whether one state alone acts, by its name, its organ or an official.
fn is_one_state(reader: &Reader<'_, '_>, actors: &[usize]) -> bool {
    let [one] = actors else { return false };
    match reader.view.kind(*one) {
        Some(UnitKind::Parties(parties, _)) => matches!(parties[..], [PartyRef::Country(_)]),
        Some(UnitKind::People(people)) => people.len() == 1,
        Some(UnitKind::Post(post)) => !post.plural,
        Some(UnitKind::Noun(n)) => matches!(n.head, Head::Organ(_)) && n.parties.len() == 1,
        Some(UnitKind::Name { .. }) => true,
        _ => false,
    }
}

/// "agreed to hold drills with Peru", "decided to open relations with Chile", "agreed to
/// sell jets to Peru", "to help Peru": with or for whom it is to be done.
fn companions(reader: &Reader<'_, '_>, clause: &Clause, from: usize) -> Vec<usize> {
    let lexicon = reader.view.tokens.lexicon;
    let agrees = lexicon.lemma(reader.verb(clause).lemma) == "agree";
    let inner = reader.clauses.iter().find(|c| c.verb == from);
    let ties = inner.is_some_and(|c| {
        reader.frames(c).iter().any(|(f, _)| {
            matches!(f.record, FrameRecord::Agreement(AgreementStatus::Reached))
                && !f.tail.is_empty()
        })
    });
    if !agrees && !ties {
        return Vec::new();
    }
    let complements = reader.view.complements(from);
    let leads = |p: &&Phrase| {
        let is = |w: &str| reader.view.is_word(p.preposition, w);
        is("with") || agrees && is("to")
    };
    let named = |u: &usize| matches!(reader.view.kind(*u), Some(UnitKind::Parties(..)));
    let object = complements.object.iter().filter(|_| agrees);
    let phrases = complements.phrases.iter().filter(leads);
    let all = object.chain(phrases.flat_map(|p| &p.nouns));
    all.copied().filter(named).collect()
}

/// "agreed to sign", "agreed to conclude a treaty": the signing is planned.
fn signs(reader: &Reader<'_, '_>, from: usize) -> bool {
    let Some(verb) = reader.view.verb(from) else {
        return false;
    };
    match reader.view.tokens.lexicon.lemma(verb.lemma) {
        "sign" | "ink" | "initial" | "ratify" => true,
        "conclude" | "finalize" | "finalise" => reader
            .view
            .complements(from)
            .object
            .iter()
            .any(|u| instrument(reader, *u).is_some()),
        _ => false,
    }
}
