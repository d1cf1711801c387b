//! Acts of agreeing as events.

use super::category::Category;
use super::context;
use super::draft::{Draft, dates, told};
use super::statement::acts;
use super::{Entity, Location, actor};
use crate::export::locate::Locator;
use crate::model::{Agreement, AgreementStatus, Article, InstrumentKind, OfficialId};

/// The event that an act of agreeing is.
pub(super) fn draft<'a>(
    article: &'a Article,
    agreement: &'a Agreement,
    locator: &Locator<'a>,
) -> Option<Draft<'a>> {
    let sentence = locator.sentence(&agreement.evidence, Some(&agreement.text), &[]);
    let words = sentence.and_then(|n| locator.words(n)).unwrap_or_default();
    let meeting = agreement.meeting.and_then(|id| article.meeting(id));
    let people: &[OfficialId] = meeting.map_or(&[], |m| &m.participants);
    let sides = actor::sides(article, &agreement.parties, people);
    let (category, mode, cameo) = code(agreement, words, sides.len());
    let (actor, recipient) = match agreement.status {
        AgreementStatus::Broken => first_upon_others(sides),
        _ => (sides, Vec::new()),
    };
    let dates = match agreement.status {
        AgreementStatus::Planned | AgreementStatus::Proposed => (told(article), None),
        _ => dates(
            article,
            agreement
                .when
                .as_ref()
                .or(meeting.and_then(|m| m.when.as_ref())),
        ),
    };
    let instrument = agreement.instrument.as_ref().map(|i| i.name.as_str());
    Some(Draft {
        category,
        tentative: agreement.status == AgreementStatus::Proposed,
        told: false,
        mode,
        cameo,
        actor,
        recipient,
        dates,
        place: meeting
            .and_then(|m| m.place.as_ref())
            .and_then(Location::new),
        sentence,
        words: Some(&agreement.text),
        topics: instrument.into_iter().collect(),
    })
}

fn code(
    agreement: &Agreement,
    words: &str,
    sides: usize,
) -> (Category, Option<&'static str>, &'static str) {
    match agreement.status {
        AgreementStatus::Signed => (Category::Support, None, "057"),
        AgreementStatus::Broken => broken(words, sides),
        AgreementStatus::Reached if finalized(agreement, words) => (Category::Support, None, "057"),
        AgreementStatus::Reached if recognizes(agreement) => (Category::Support, None, "054"),
        AgreementStatus::Reached | AgreementStatus::Planned | AgreementStatus::Proposed => {
            (Category::Agree, None, agreed(agreement))
        }
    }
}

/// The manual: an agreement made final is support, as a signed one is.
fn finalized(agreement: &Agreement, words: &str) -> bool {
    const VERBS: &[&str] = &[
        "reached",
        "reaches",
        "clinched",
        "concluded",
        "finalized",
        "finalised",
        "struck",
        "sealed",
        "hammered out",
        "agreed a ",
        "agreed the ",
    ];
    agreement.instrument.is_some() && VERBS.iter().any(|verb| words.contains(verb))
}

/// Diplomatic relations begun or taken up again.
fn recognizes(agreement: &Agreement) -> bool {
    let cue = acts().best(&agreement.text, |row| row.column(0) == "recognize");
    cue.is_some()
}

/// An agreement left or suspended cuts relations; one refused is a refusal. A
/// cut needs another side.
fn broken(words: &str, sides: usize) -> (Category, Option<&'static str>, &'static str) {
    let cut = acts().best(words, |row| row.column(0) == "SANCTION");
    match cut {
        Some(row) if sides > 1 => {
            let mode = row.column(3);
            let mode = (!mode.is_empty()).then_some(mode);
            (Category::Sanction, mode, row.column(4))
        }
        _ => (Category::Reject, None, "120"),
    }
}

/// The CAMEO code of what was agreed.
fn agreed(agreement: &Agreement) -> &'static str {
    let kind = agreement.instrument.as_ref().map(|i| i.kind);
    let of = |context| context::about(&agreement.text, context);
    match (kind, agreement.status) {
        (Some(InstrumentKind::Ceasefire), _) => "0356",
        (Some(InstrumentKind::Contract), _) if !of("military") => "0311",
        _ if of("intelligence") => "0314",
        _ if of("military") => "0312",
        (Some(_), AgreementStatus::Planned) => "032",
        _ if of("economic") => "0311",
        _ => "030",
    }
}

fn first_upon_others(mut sides: Vec<Entity>) -> (Vec<Entity>, Vec<Entity>) {
    if sides.len() < 2 {
        return (sides, Vec::new());
    }
    let others = sides.split_off(1);
    (sides, others)
}
