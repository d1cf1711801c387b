//! `parties light-verb instrument`: "signed a memorandum of understanding on
//! fisheries"; passive, reduced and joined forms alike.

mod document;
mod limits;

use super::partner::partner;
use super::{adjust, drop_seat, instrument, sides};
use crate::grammar::clause::Clause;
use crate::grammar::fact::AgreementFact;
use crate::grammar::reader::Reader;
use crate::grammar::status::{Reality, reality};
use crate::grammar::unit::{Determiner, NounGroup};
use crate::grammar::verb_group::Tense;
use crate::lexicon::{FrameRecord, LightOf};
use crate::model::AgreementStatus;
use document::Document;
use limits::{is_idiom, is_too_much, tells_nothing, told_by_outer};
use std::rc::Rc;

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
    let document = Document::of(reader, clause, after, &complements)?;
    let unit = document.unit;
    let (noun, kind) = instrument(reader, unit)?;
    let mut noun = NounGroup::clone(noun);
    drop_seat(reader, unit, &mut noun);
    if tells_nothing(reader, lemma, &document, &noun) {
        return None;
    }
    let reality = reality(reader, clause);
    let status = adjust(done(reader, clause, lemma, status, &noun), reality)?;
    if is_too_much(reader, clause, lemma, &document, &noun, status) {
        return None;
    }
    let passive = document.is_subject();
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
    let content = document.content(reader, n, clause, &complements);
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
        instrument: Some((document.name(reader, &noun), kind)),
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

/// What a verb tells when it is done: "negotiated a ceasefire" has one, "met to reach a
/// deal" has none yet.
fn done(
    reader: &Reader<'_, '_>,
    clause: &Clause,
    lemma: &str,
    status: AgreementStatus,
    noun: &NounGroup,
) -> AgreementStatus {
    let verb = reader.verb(clause);
    let past = verb.tense == Tense::Past && !verb.progressive && !verb.infinitive;
    match status {
        AgreementStatus::Proposed
            if lemma == "negotiate" && past && noun.determiner == Determiner::A =>
        {
            AgreementStatus::Reached
        }
        AgreementStatus::Reached if is_purpose(reader, clause) => AgreementStatus::Proposed,
        _ => status,
    }
}

/// "met in Geneva to reach a deal": an infinitive that nothing governs.
fn is_purpose(reader: &Reader<'_, '_>, clause: &Clause) -> bool {
    let lexicon = reader.view.tokens.lexicon;
    let governor = reader
        .governor(clause)
        .map(|g| lexicon.control(reader.verb(g).lemma));
    reader.verb(clause).infinitive && governor == Some(None)
}
