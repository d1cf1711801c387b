//! Agreements told as what there is, or as how talks ended.

use super::super::{actors, content, drop_others, instrument, is_firm, joint_start};
use super::{Told, fact};
use crate::grammar::clause::Clause;
use crate::grammar::fact::AgreementFact;
use crate::grammar::reader::Reader;
use crate::grammar::status::{Reality, reality};
use crate::grammar::unit::{Determiner, UnitKind};
use crate::model::{AgreementStatus, InstrumentKind};

/// Verbs of how talks come to their end.
const ENDED: &[&str] = &[
    "close", "conclude", "emerge", "end", "finish", "return", "wrap",
];

/// Words for a common mind.
const COMMON: &[&str] = &["accord", "agreement", "consensus"];

/// `outcome = "there is" agreement | ended … "with" ["an"] agreement | is "in" agreement ("on" | "that")
/// | has ["a"] treaty "with" | sides have ["a"] treaty | "one" "is" ["a"] treaty`
pub(in super::super) fn outcome(reader: &Reader<'_, '_>, unit: usize) -> Option<AgreementFact> {
    let (noun, kind) = instrument(reader, unit)?;
    let fresh = matches!(noun.determiner, Determiner::A | Determiner::None);
    if !fresh || reader.is_used(unit) {
        return None;
    }
    let n = reader.clauses.iter().rposition(|c| c.verb < unit)?;
    let clause = reader.clauses.get(n)?;
    let had = is_had(reader, clause, unit);
    let listed = is_one_of(reader, clause, unit);
    let told = listed
        || is_there(reader, clause, unit)
        || is_end(reader, clause, unit)
        || is_in(reader, clause, unit);
    let told = had || told && !noun.plural;
    let done = matches!(reality(reader, clause), Reality::Done | Reality::Present);
    if !told || !done {
        return None;
    }
    let mut noun = noun.clone();
    drop_others(reader, unit, &mut noun);
    let complements = reader.view.complements(unit);
    let aims = reader.view.verb(unit + 1).is_some_and(|v| v.infinitive);
    let first = joint_start(reader, unit);
    if listed {
        // It is one of those told before.
        noun.determiner = Determiner::This;
    }
    let told = Told {
        noun,
        kind,
        status: if had && kind == InstrumentKind::Treaty || listed && !aims {
            AgreementStatus::Signed
        } else {
            AgreementStatus::Reached
        },
        dates: reader.dates_left(clause),
        from: unit,
        end: complements.end,
        rule: "agreement.outcome",
    };
    let who = if listed {
        Vec::new()
    } else {
        actors(reader, clause)
    };
    let span = content::content_span(reader, n, first);
    let mut found = fact(reader, unit, told);
    found.parties.extend(reader.mentions(&who));
    found.content = span.or(found.content);
    Some(found)
}

/// "there was broad agreement among the ministers on"
fn is_there(reader: &Reader<'_, '_>, clause: &Clause, unit: usize) -> bool {
    let view = &reader.view;
    reader.verb(clause).copula
        && clause.verb + 1 == unit
        && is_common(reader, unit)
        && matches!(clause.subject.as_slice(), [one] if view.is_word(*one, "there"))
        && ["among", "between", "on", "that"]
            .iter()
            .any(|w| view.is_word(unit + 1, w))
}

/// What stands for one of several papers, or for what talks led to.
const ONE_OF: &[&str] = &[
    "another",
    "central",
    "centerpiece",
    "highlight",
    "one",
    "other",
    "outcome",
    "result",
    "second",
];

/// "One of them is a trade agreement", "central to the declaration was an agreement to"
fn is_one_of(reader: &Reader<'_, '_>, clause: &Clause, unit: usize) -> bool {
    let view = &reader.view;
    let one = clause.subject.first().or(Some(&clause.start));
    // "Another is"
    let bare = clause
        .verb
        .checked_sub(1)
        .filter(|_| clause.subject.is_empty());
    let one = bare.as_ref().or(one);
    reader.verb(clause).copula
        && view.complements(clause.verb).object.contains(&unit)
        && one.is_some_and(|u| view.ends_in(*u, ONE_OF))
}

/// "has a defense treaty with Togo", "Chile and Peru have a trade pact"
fn is_had(reader: &Reader<'_, '_>, clause: &Clause, unit: usize) -> bool {
    let verb = reader.verb(clause);
    let has = reader.view.tokens.lexicon.lemma(verb.lemma) == "have";
    has && !verb.negative
        && reader.view.complements(clause.verb).object.contains(&unit)
        && (reader.view.is_word(unit + 1, "with") || clause.subject.len() > 1)
        && is_firm(reader, unit)
}

/// "ended their talks with an agreement on the border"
fn is_end(reader: &Reader<'_, '_>, clause: &Clause, unit: usize) -> bool {
    let verb = reader.verb(clause);
    let with = unit
        .checked_sub(1)
        .is_some_and(|p| reader.view.is_word(p, "with"));
    with && !verb.negative && ENDED.contains(&reader.view.tokens.lexicon.lemma(verb.lemma))
}

/// "are in full agreement on the border"
fn is_in(reader: &Reader<'_, '_>, clause: &Clause, unit: usize) -> bool {
    let view = &reader.view;
    reader.verb(clause).copula
        && clause.verb + 2 == unit
        && view.is_word(unit - 1, "in")
        && is_common(reader, unit)
        && (matches!(view.kind(unit + 1), Some(UnitKind::That)) || view.is_word(unit + 1, "on"))
}

fn is_common(reader: &Reader<'_, '_>, unit: usize) -> bool {
    reader.view.ends_in(unit, COMMON)
}
