//! `parties light-verb instrument`: "signed a memorandum of understanding on
//! fisheries"; passive, reduced and joined forms alike.

use super::content::{content_span, instrument_name};
use super::partner::partner;
use super::{adjust, drop_seat, instrument, is_firm, joint_start, sides};
use crate::grammar::clause::{Clause, Link};
use crate::grammar::fact::{AgreementFact, Bytes};
use crate::grammar::reader::Reader;
use crate::grammar::status::{Reality, reality};
use crate::grammar::unit::{Determiner, Head, NounGroup, UnitKind};
use crate::lexicon::{FrameRecord, LightOf};
use crate::model::AgreementStatus;
use std::rc::Rc;

/// Verbs of weak ties to agreements: only a firm instrument makes a record.
const WEAK: &[&str] = &[
    "announce",
    "make",
    "discuss",
    "offer",
    "consider",
    "complete",
    "propose",
    "build",
    "pursue",
    "explore",
    "seek",
    "work",
    "do",
    "hail",
    "suggest",
    "table",
    "secure",
    "achieve",
    "leave",
    "join",
    "implement",
    "quit",
    "exit",
    "cancel",
    "mull",
    "freeze",
    "extend",
    "renew",
    "pass",
];

/// Verbs of what talks bring about.
const OUTCOME: &[&str] = &[
    "bring",
    "culminate",
    "end",
    "lead",
    "produce",
    "result",
    "yield",
];

/// `parties light-verb instrument`, `instrument light-verb-passive ["by" parties]`
pub(super) fn light(
    reader: &mut Reader<'_, '_>,
    n: usize,
    clause: &Clause,
) -> Option<AgreementFact> {
    let verb = *reader.verb(clause);
    let (after, status) = reader
        .frames(clause)
        .iter()
        .copied()
        .find_map(|(f, after)| match f.record {
            FrameRecord::Light(LightOf::Agreement(status)) => Some((after, status)),
            _ => None,
        })?;
    let lexicon = reader.view.tokens.lexicon;
    let lemma = lexicon.lemma(verb.lemma);
    let fixed = after > clause.verb + 1;
    if matches!(lemma, "issue" | "have") && !fixed
        || told_by_outer(reader, clause)
        || is_idiom(reader, clause)
    {
        return None;
    }
    let complements = reader.view.complements(after - 1);
    let reduced = clause.link == Link::Reduced;
    // "the treaty took effect": the document is the subject, as in the passive.
    let passive = verb.passive || reduced || takes_effect(reader, clause.verb, after);
    let pool = if passive {
        &clause.subject
    } else {
        &complements.object
    };
    let (from, unit) = pool.iter().find_map(|u| document(reader, *u))?;
    let (noun, kind) = instrument(reader, unit)?;
    let mut noun = NounGroup::clone(noun);
    drop_seat(reader, unit, &mut noun);
    let weak = WEAK.contains(&lemma) && !is_firm(reader, unit);
    if weak || makes_it_so(reader, lemma, unit, &noun) {
        return None;
    }
    let reality = reality(reader, clause);
    if noun.determiner == Determiner::No {
        // "reached no agreement"
        return None;
    }
    let status = adjust(status, reality)?;
    if status == AgreementStatus::Broken && !breaks(reader, clause, lemma, passive, &noun) {
        return None;
    }
    // "seek consensus", "could lead to a deal" tell of no bargain under way.
    let vague = OUTCOME.contains(&lemma) || is_mood(reader, unit);
    if status == AgreementStatus::Proposed && vague {
        return None;
    }
    let mut parties = if passive {
        Vec::new()
    } else {
        clause.subject.clone()
    };
    if reality == Reality::Wished && !passive {
        // "wants those sides to sign": who wants it is a side too.
        if let Some(governor) = reader.governor(clause) {
            parties.extend(governor.subject.iter().copied());
        }
    }
    for phrase in &complements.phrases {
        let word = reader.view.text(phrase.preposition).to_ascii_lowercase();
        if matches!(word.as_str(), "with" | "between" | "among") || (passive && word == "by") {
            parties.extend(phrase.nouns.iter().copied());
        }
    }
    parties.extend(sides(reader, unit));
    let content = if reduced {
        reader.span(from, complements.end)
    } else if passive && clause.verb > unit + 1 {
        reader.span(from, clause.verb)
    } else if passive {
        // "The declaration was signed by …": little else says which.
        content_span(reader, n, from)
    } else {
        content_span(reader, n, from)
    };
    let mut dates = reader.dates_left(clause);
    dates.extend(complements.dates.iter().copied());
    if let Some(used) = reader.used.get_mut(unit) {
        *used = true;
    }
    Some(AgreementFact {
        site: reader.site(clause.verb),
        status,
        parties: reader.mentions(&parties),
        content,
        instrument: Some((name_from(reader, from, unit, &noun), kind)),
        noun: Some(Rc::new(noun)),
        dates,
        alone: false,
        partner: partner(reader, &parties),
        needs_two: false,
        of_last: false,
        future: reality.is_future(),
        rule: "agreement.light",
    })
}

/// Only somebody breaks what he agreed to, not "cooperation that violates resolutions",
/// and no "agreements" in general.
fn breaks(
    reader: &Reader<'_, '_>,
    clause: &Clause,
    lemma: &str,
    passive: bool,
    noun: &NounGroup,
) -> bool {
    if noun.plural && noun.determiner == Determiner::None && !noun.proper && noun.count.is_none() {
        return false;
    }
    let violates = matches!(
        lemma,
        "violate" | "breach" | "contravene" | "flout" | "infringe"
    );
    let thing = |unit: &usize| match reader.view.kind(*unit) {
        Some(UnitKind::Noun(n)) => {
            n.parties.is_empty()
                && n.people.is_empty()
                && n.pronoun.is_none()
                && matches!(
                    n.head,
                    Head::Frame(_) | Head::Other | Head::Document | Head::Instrument(_)
                )
        }
        _ => false,
    };
    passive || !violates || clause.subject.is_empty() || !clause.subject.iter().all(thing)
}

/// "when it comes to the partnership": nobody comes to anything.
fn is_idiom(reader: &Reader<'_, '_>, clause: &Clause) -> bool {
    let lexicon = reader.view.tokens.lexicon;
    lexicon.lemma(reader.verb(clause).lemma) == "come"
        && matches!(clause.subject.as_slice(), [one] if reader.view.is_word(*one, "it"))
}

/// "made the deal more acceptable": the object is only made to be so.
fn makes_it_so(reader: &Reader<'_, '_>, lemma: &str, unit: usize, noun: &NounGroup) -> bool {
    let made = matches!(lemma, "make" | "leave");
    made && (matches!(noun.determiner, Determiner::The | Determiner::This)
        || matches!(reader.view.kind(unit + 1), Some(UnitKind::Adverb)))
}

/// Whether the head noun names a common mind, which is no bargain while it is wished.
fn is_mood(reader: &Reader<'_, '_>, unit: usize) -> bool {
    let head = reader.view.text(unit).split_whitespace().next_back();
    head.is_some_and(|head| {
        [
            "consensus",
            "understanding",
            "commitment",
            "compromise",
            "resolution",
        ]
        .iter()
        .any(|w| head.eq_ignore_ascii_case(w))
    })
}

/// "agreed to negotiate a treaty": the agreeing is the record.
fn told_by_outer(reader: &Reader<'_, '_>, clause: &Clause) -> bool {
    reader.governor(clause).is_some_and(|g| {
        let verb = reader.verb(g);
        !verb.negative
            && reader
                .frames(g)
                .iter()
                .any(|(f, _)| matches!(f.record, FrameRecord::Agreement(_)))
            && g.verb < clause.verb
    })
}

/// "took effect", "entered into force": fixed words that make the document the subject.
fn takes_effect(reader: &Reader<'_, '_>, verb: usize, after: usize) -> bool {
    after > verb + 1
        && reader
            .view
            .text(after - 1)
            .split_whitespace()
            .next_back()
            .is_some_and(|w| w.eq_ignore_ascii_case("effect") || w.eq_ignore_ascii_case("force"))
}

/// Words for several documents or for a part of one: "a series of agreements".
const CONTAINERS: &[&str] = &[
    "series", "set", "number", "package", "raft", "host", "batch", "range", "bundle", "slew",
    "string", "pair", "handful", "draft", "text", "version", "terms", "total", "list",
];

/// `document = instrument | container "of" instrument`: where it begins, and its instrument.
fn document(reader: &Reader<'_, '_>, unit: usize) -> Option<(usize, usize)> {
    if instrument(reader, unit).is_some() {
        return Some((joint_start(reader, unit), unit));
    }
    let last = reader.view.text(unit).split_whitespace().next_back()?;
    let contains = CONTAINERS.iter().any(|w| last.eq_ignore_ascii_case(w));
    (contains && reader.view.is_word(unit + 1, "of") && instrument(reader, unit + 2).is_some())
        .then_some((unit, unit + 2))
}

/// The name of a document from the first word of its container on.
fn name_from(reader: &Reader<'_, '_>, from: usize, unit: usize, noun: &NounGroup) -> Bytes {
    let name = instrument_name(reader, unit, noun);
    let start = reader
        .view
        .units
        .get(from)
        .and_then(crate::grammar::unit::Unit::noun)
        .map_or(name.0, |n| n.body.0);
    (start.min(name.0), name.1)
}
