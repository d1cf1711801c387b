//! `parties light-verb instrument`: "signed a memorandum of understanding on
//! fisheries"; passive, reduced and joined forms alike.

use super::content::{content_span, instrument_name};
use super::{adjust, instrument, is_firm, sides};
use crate::grammar::clause::{Clause, Link};
use crate::grammar::fact::AgreementFact;
use crate::grammar::reader::Reader;
use crate::grammar::status::{Reality, reality};
use crate::grammar::unit::Determiner;
use crate::lexicon::{FrameRecord, LightOf};
use crate::model::AgreementStatus;

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

/// `parties light-verb instrument`, `instrument light-verb-passive ["by" parties]`
pub(super) fn light(
    reader: &mut Reader<'_, '_>,
    n: usize,
    clause: &Clause,
) -> Option<AgreementFact> {
    let verb = *reader.verb(clause);
    let (after, status) =
        reader
            .frames(clause)
            .into_iter()
            .find_map(|(f, after)| match f.record {
                FrameRecord::Light(LightOf::Agreement(status)) => Some((after, status)),
                _ => None,
            })?;
    let lexicon = reader.view.tokens.lexicon;
    let lemma = lexicon.lemma(verb.lemma);
    if matches!(lemma, "issue" | "have") || told_by_outer(reader, clause) {
        return None;
    }
    let complements = reader.view.complements(after - 1);
    let reduced = clause.link == Link::Reduced;
    let passive = verb.passive || reduced;
    let pool = if passive {
        &clause.subject
    } else {
        &complements.object
    };
    let unit = pool
        .iter()
        .copied()
        .find(|u| instrument(reader, *u).is_some())?;
    let (noun, kind) = instrument(reader, unit)?;
    let noun = noun.clone();
    if WEAK.contains(&lemma) && !is_firm(reader, unit) {
        return None;
    }
    let reality = reality(reader, clause);
    let status = if noun.determiner == Determiner::No {
        // "reached no agreement"
        AgreementStatus::Broken
    } else {
        adjust(status, reality)?
    };
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
        reader.span(unit, complements.end)
    } else if passive {
        reader.span(unit, clause.verb)
    } else {
        content_span(reader, n, unit)
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
        instrument: Some((instrument_name(reader, unit, &noun), kind)),
        noun: Some(Box::new(noun)),
        dates,
        needs_two: false,
        of_last: false,
        future: reality.is_future(),
        rule: "agreement.light",
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
