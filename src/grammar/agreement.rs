//! Acts of agreeing: "agreed to", "signed a memorandum on", "the 1951 treaty".

use super::clause::{Clause, Link};
use super::fact::{AgreementFact, Bytes};
use super::reader::Reader;
use super::status::{Reality, reality};
use super::unit::{Determiner, Head, NounGroup, UnitKind};
use crate::lexicon::{FrameRecord, LightOf, Slot};
use crate::model::{AgreementStatus, InstrumentKind};

/// Reads the agreements of a reading.
pub(super) fn read(reader: &mut Reader<'_, '_>) {
    for n in 0..reader.clauses.len() {
        let clause = reader.clauses[n].clone();
        let found = by_verb(reader, n, &clause).or_else(|| light(reader, n, &clause));
        reader.facts.agreements.extend(found);
    }
    for unit in 0..reader.view.units.len() {
        let found = by_noun(reader, unit);
        reader.facts.agreements.extend(found);
    }
}

/// `parties agree-verb content`; "agreed to expand drills", "agreed on a hotline"
fn by_verb(reader: &mut Reader<'_, '_>, n: usize, clause: &Clause) -> Option<AgreementFact> {
    let verb = *reader.verb(clause);
    let (frame, after, status) =
        reader
            .frames(clause)
            .into_iter()
            .find_map(|(f, after)| match f.record {
                FrameRecord::Agreement(status) => Some((f, after, status)),
                _ => None,
            })?;
    if verb.negative || verb.is_gerund() && clause.link == Link::None {
        return None;
    }
    let needs_two = ["decide", "commit", "pledge", "undertake", "resolve", "vow"]
        .contains(&reader.view.tokens.lexicon.lemma(verb.lemma));
    let complements = reader.view.complements(after - 1);
    let slot = |marker: &str| frame.slots.get(marker) == Some(Slot::Content);
    let mut parties = clause.subject.clone();
    let has_tail_content = !frame.tail.is_empty();
    let content_from = if complements.that.is_some() && slot("that") {
        complements.that.map(|t| t + 1)
    } else if complements.infinitive.is_some() && slot("to-inf") {
        complements.infinitive
    } else if let Some(phrase) = complements.phrases.iter().find(|p| {
        let word = reader.view.text(p.preposition).to_ascii_lowercase();
        word != "with" && slot(&word)
    }) {
        phrase.nouns.first().copied()
    } else if !complements.object.is_empty() && (slot("object") || has_tail_content) {
        complements.object.first().copied()
    } else if complements.gerund.is_some() && has_tail_content {
        complements.gerund
    } else if has_tail_content && slot("object") && after > clause.verb + 1 {
        Some(clause.verb)
    } else {
        None
    };
    let content_from = content_from?;
    for phrase in &complements.phrases {
        if reader.view.is_word(phrase.preposition, "with")
            && phrase.preposition < content_from.max(clause.verb + 3)
        {
            parties.extend(phrase.nouns.iter().copied());
        }
    }
    let passive = verb.passive || clause.link == Link::Reduced;
    let (content, parties) = if passive {
        // "it was agreed to", "measures agreed by both sides"
        let by = complements
            .phrases
            .iter()
            .find(|p| reader.view.is_word(p.preposition, "by"));
        let by = by.map(|p| p.nouns.clone()).unwrap_or_default();
        let impersonal = clause
            .subject
            .iter()
            .all(|s| matches!(reader.view.kind(*s), Some(UnitKind::Pronoun(_))));
        if !impersonal && by.is_empty() {
            return None;
        }
        (content_span(reader, n, content_from), by)
    } else {
        (content_span(reader, n, content_from), parties)
    };
    let reality = reality(reader, clause);
    let status = adjust(status, reality, status_of_content(reader, content_from))?;
    Some(AgreementFact {
        site: reader.site(clause.verb),
        status,
        parties: reader.mentions(&parties),
        content,
        instrument: None,
        noun: None,
        dates: dates(reader, clause, &complements.dates, content_from),
        needs_two,
        future: reality.is_future(),
        rule: "agreement.verb",
    })
}

/// "agreed to sign": the signing is planned.
fn status_of_content(reader: &Reader<'_, '_>, from: usize) -> Option<AgreementStatus> {
    let verb = reader.view.verb(from)?;
    let lemma = reader.view.tokens.lexicon.lemma(verb.lemma);
    matches!(lemma, "sign" | "ink" | "initial" | "ratify").then_some(AgreementStatus::Planned)
}

fn adjust(
    status: AgreementStatus,
    reality: Reality,
    content: Option<AgreementStatus>,
) -> Option<AgreementStatus> {
    Some(match reality {
        Reality::Unreal => return None,
        Reality::Done | Reality::Present | Reality::Ongoing => match (status, content) {
            (AgreementStatus::Reached, Some(c)) => c,
            (s, _) => s,
        },
        Reality::Planned => match status {
            AgreementStatus::Signed | AgreementStatus::Planned => AgreementStatus::Planned,
            AgreementStatus::Broken => AgreementStatus::Broken,
            _ => AgreementStatus::Proposed,
        },
        Reality::Agreed => AgreementStatus::Planned,
        Reality::Wished => match status {
            AgreementStatus::Broken => return None,
            _ => AgreementStatus::Proposed,
        },
        Reality::Refused => match status {
            AgreementStatus::Broken => return None,
            _ => AgreementStatus::Broken,
        },
        Reality::Missed => return None,
    })
}

/// From a unit to where the agreement's words end.
fn content_span(reader: &Reader<'_, '_>, n: usize, from: usize) -> Option<Bytes> {
    let mut end = reader.end();
    for clause in reader.clauses.iter().skip(n + 1) {
        let own = matches!(clause.link, Link::Joined(o) if o == n)
            && reader.verb(clause).is_finite()
            && !reader.verb(clause).bare
            || matches!(clause.link, Link::Joined(o) if o == n)
                && reader.verb(clause).bare
                && reader.verb(clause).form != crate::lexicon::VerbForm::Base;
        if own && clause.verb > from {
            let mut cut = clause.verb;
            while cut > from
                && matches!(
                    reader.view.kind(cut - 1),
                    Some(UnitKind::And | UnitKind::But | UnitKind::Comma | UnitKind::Adverb)
                )
            {
                cut -= 1;
            }
            end = end.min(cut);
            break;
        }
        // A trailing attribution ends it: "…, the ministry said".
        if clause.link == Link::Own && clause.start > from && clause.start < end {
            let left = clause
                .start
                .checked_sub(1)
                .and_then(|l| reader.view.kind(l));
            let tail = clause.verb + 3 >= reader.end() && matches!(left, Some(UnitKind::Comma))
                || clause.start != clause.subject.first().copied().unwrap_or(clause.start)
                    && matches!(reader.view.kind(clause.start), Some(UnitKind::Comma));
            let says = reader
                .frames(clause)
                .iter()
                .any(|(f, _)| matches!(f.record, FrameRecord::Statement(_)));
            if tail && says {
                end = clause.start;
                break;
            }
        }
    }
    let mut start = reader.view.units.get(from)?.span.0;
    if let Some(v) = reader.view.verb(from)
        && v.infinitive
    {
        start = v.head_span.0;
    }
    while end > from
        && matches!(
            reader.view.kind(end - 1),
            Some(UnitKind::Comma | UnitKind::Stop | UnitKind::Semicolon)
        )
    {
        end -= 1;
    }
    let last = reader.view.units.get(end.checked_sub(1)?)?;
    (start < last.span.1).then_some((start, last.span.1))
}

/// Dates of the act itself: left of the verb or right behind it, before its content.
fn dates(
    reader: &Reader<'_, '_>,
    clause: &Clause,
    right: &[super::date::DateExpr],
    content_from: usize,
) -> Vec<super::date::DateExpr> {
    let mut dates = reader.dates_left(clause);
    let edge = reader
        .view
        .units
        .get(content_from)
        .map_or(u32::MAX, |u| u.span.0);
    dates.extend(right.iter().filter(|d| d.span.0 < edge));
    dates
}

/// `parties light-verb instrument`; "signed a memorandum of understanding on fisheries"
fn light(reader: &mut Reader<'_, '_>, n: usize, clause: &Clause) -> Option<AgreementFact> {
    let verb = *reader.verb(clause);
    let (after, status) =
        reader
            .frames(clause)
            .into_iter()
            .find_map(|(f, after)| match f.record {
                FrameRecord::Light(LightOf::Agreement(status)) => Some((after, status)),
                _ => None,
            })?;
    let complements = reader.view.complements(after - 1);
    let passive = verb.passive || clause.link == Link::Reduced;
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
    let lemma = reader.view.tokens.lexicon.lemma(verb.lemma);
    // "issued a statement" is no agreement; "adopted a joint statement" is one.
    if matches!(
        lemma,
        "issue"
            | "have"
            | "announce"
            | "make"
            | "discuss"
            | "offer"
            | "consider"
            | "pass"
            | "complete"
            | "propose"
    ) && !(noun.joint
        || matches!(
            kind,
            InstrumentKind::Treaty
                | InstrumentKind::Memorandum
                | InstrumentKind::Ceasefire
                | InstrumentKind::Framework
        )
        || matches!(lemma, "announce" | "make" | "propose" | "discuss")
            && matches!(kind, InstrumentKind::Contract))
    {
        return None;
    }
    if matches!(lemma, "issue" | "have") {
        return None;
    }
    let mut parties = if passive {
        Vec::new()
    } else {
        clause.subject.clone()
    };
    for phrase in complements
        .phrases
        .iter()
        .chain(&reader.view.complements(unit).phrases)
    {
        let word = reader.view.text(phrase.preposition).to_ascii_lowercase();
        if matches!(word.as_str(), "with" | "between" | "among") || (passive && word == "by") {
            parties.extend(phrase.nouns.iter().copied());
        }
    }
    let reality = reality(reader, clause);
    let status = adjust(status, reality, None)?;
    let end = if passive { clause.verb } else { reader.end() };
    let mut content = content_span(reader, n, unit);
    if passive {
        content = reader.span(unit, end);
    }
    let mut dates = reader.dates_left(clause);
    dates.extend(complements.dates.iter().copied());
    if let Some(used) = reader.used.get_mut(unit) {
        *used = true;
    }
    let name = instrument_name(reader, unit, &noun);
    Some(AgreementFact {
        site: reader.site(clause.verb),
        status,
        parties: reader.mentions(&parties),
        content,
        instrument: Some((name, kind)),
        noun: Some(Box::new(noun)),
        dates,
        needs_two: false,
        future: reality.is_future(),
        rule: "agreement.light",
    })
}

fn instrument<'a>(reader: &Reader<'a, '_>, unit: usize) -> Option<(&'a NounGroup, InstrumentKind)> {
    let noun = reader.view.units.get(unit)?.noun()?;
    match noun.head {
        Head::Instrument(kind) => Some((noun, kind)),
        _ => None,
    }
}

/// The instrument with its subject: "memorandum of understanding on fisheries".
fn instrument_name(reader: &Reader<'_, '_>, unit: usize, noun: &NounGroup) -> Bytes {
    let complements = reader.view.complements(unit);
    let subject = complements
        .phrases
        .first()
        .filter(|p| {
            p.preposition == unit + 1
                && ["on", "of", "for"]
                    .iter()
                    .any(|w| reader.view.is_word(p.preposition, w))
        })
        .and_then(|p| p.nouns.last())
        .and_then(|l| reader.view.units.get(*l));
    (
        noun.body.0,
        subject.map_or(noun.body.1, |u| u.span.1.max(noun.body.1)),
    )
}

/// A treaty named with its year, or by a proper name and its sides: "the 1951
/// Mutual Defense Treaty", "the agreement of 19 August 2011"
fn by_noun(reader: &mut Reader<'_, '_>, unit: usize) -> Option<AgreementFact> {
    if reader.used.get(unit) == Some(&true) {
        return None;
    }
    let (noun, kind) = instrument(reader, unit)?;
    let noun = noun.clone();
    if noun.plural || noun.determiner == Determiner::A || noun.determiner == Determiner::No {
        return None;
    }
    let text = reader.view.text(unit);
    let year = text
        .split(|c: char| !c.is_ascii_digit())
        .find(|w| w.len() == 4 && (w.starts_with("19") || w.starts_with("20")));
    let of_date = match reader.view.kind(unit + 1) {
        Some(UnitKind::Date(d)) if matches!(d.lead, super::date::Lead::Of) => Some(*d),
        _ => None,
    };
    if year.is_none() && of_date.is_none() {
        return None;
    }
    let mut dates: Vec<_> = of_date.into_iter().collect();
    if let (Some(year), true) = (year.and_then(|y| y.parse().ok()), dates.is_empty()) {
        dates.push(super::date::DateExpr {
            lead: super::date::Lead::Of,
            start: super::date::Point::Year(year),
            end: None,
            span: reader.view.units.get(unit)?.span,
        });
    }
    let name = instrument_name(reader, unit, &noun);
    let complements = reader.view.complements(unit);
    let parties: Vec<usize> = complements
        .phrases
        .iter()
        .filter(|p| {
            ["with", "between", "among"]
                .iter()
                .any(|w| reader.view.is_word(p.preposition, w))
        })
        .flat_map(|p| p.nouns.iter().copied())
        .collect();
    Some(AgreementFact {
        site: reader.site(unit),
        status: AgreementStatus::Signed,
        parties: reader.mentions(&parties),
        content: reader.span(unit, complements.end.max(unit + 1)),
        instrument: Some((name, kind)),
        noun: Some(Box::new(noun)),
        dates,
        needs_two: false,
        future: false,
        rule: "agreement.noun",
    })
}
