//! Acts of agreeing → agreements.

mod merge;
mod sentence;
mod sides;

use super::meeting::Told;
use super::{Ids, Material};
use crate::grammar::{AgreementFact, Boxed, Partner};
use crate::model::{
    Agreement, AgreementStatus, Instrument, Meeting, MeetingStatus, PartialDate, Statement, When,
};
use crate::resolve::resolve_date;
use merge::{Kept, points_back, take};
use sides::Speeches;

/// What the article tells besides.
pub(super) struct Scene<'a> {
    meetings: &'a [Meeting],
    told: Told,
    speeches: Speeches<'a>,
}

/// The agreements, in text order.
pub(super) fn agreements(
    material: &Material<'_>,
    ids: &Ids,
    meetings: &[Meeting],
    statements: &[Statement],
    mut facts: Boxed<AgreementFact>,
) -> Vec<Agreement> {
    facts.sort_by_cached_key(|f| f.site.at);
    let scene = Scene {
        meetings,
        told: Told::of(meetings),
        speeches: Speeches::of(ids, statements),
    };
    let mut kept: Vec<Kept> = Vec::new();
    // What the last act of agreeing is about.
    let mut agreed = (0, 0);
    for fact in facts {
        let future = matches!(
            fact.status,
            AgreementStatus::Proposed | AgreementStatus::Planned
        );
        // "agreed to work on the “early conclusion of a treaty”"
        let part = fact.under
            || future
            || fact.rule == "agreement.founding"
            || fact.rule == "agreement.act_noun" && fact.status != AgreementStatus::Broken;
        if part && agreed.0 <= fact.site.at && fact.site.at < agreed.1 {
            // "agreed to open a dialogue to secure a ceasefire" is one agreement.
            continue;
        }
        if fact.of_last && fill_last(material, &mut kept, &fact) {
            continue;
        }
        if let Some(found) = agreement(material, &scene, &fact, &kept) {
            let again = fact.effect || points_back(&fact, &found);
            let back = fact.status != AgreementStatus::Broken && again;
            let same_war = |k: &Kept| k.armed && k.sides() == found.parties;
            let armed = fact.others.partner == Partner::Armed || kept.last().is_some_and(same_war);
            let inside = agreed.0 < fact.site.at && fact.site.at < agreed.1;
            if inside && is_earlier(&fact) {
                // "signed a protocol, following a 1995 treaty between both"
                kept.push(Kept::of(found, armed));
                continue;
            }
            take(&mut kept, found, armed, back, fact.reduced);
            // "adopted a resolution calling for a truce"
            if fact.rule == "agreement.verb"
                || matches!(
                    fact.status,
                    AgreementStatus::Reached | AgreementStatus::Signed
                )
            {
                let end = fact.content.map_or(0, |c| c.1);
                agreed = (fact.site.at, end);
            }
        }
    }
    let mut agreements: Vec<_> = kept.into_iter().map(|k| k.agreement).collect();
    agreements.shrink_to_fit();
    agreements
}

/// "the 2005 framework agreement": a document with a date of its own.
fn is_earlier(fact: &AgreementFact) -> bool {
    fact.rule == "agreement.noun" && !fact.dates.is_empty()
}

/// "decided to sign it": the document told last is to be signed.
fn fill_last(material: &Material<'_>, kept: &mut [Kept], fact: &AgreementFact) -> bool {
    let Some((name, _)) = fact.instrument else {
        return false;
    };
    let head = |name: &str| {
        name.split_whitespace()
            .next_back()
            .map(str::to_ascii_lowercase)
    };
    let head_told = head(&material.text(name));
    let document = |k: &&mut Kept| {
        let known = k.agreement.instrument.as_ref();
        known.is_some_and(|i| head(&i.name) == head_told)
    };
    let Some(known) = kept.iter_mut().rev().take(3).find(document) else {
        return false;
    };
    let known = &mut known.agreement;
    if known.status != AgreementStatus::Broken && known.status != AgreementStatus::Signed {
        known.status = fact.status;
    }
    if known.when.is_none() {
        known.when = fact.dates.iter().find_map(|d| {
            let (start, end) = resolve_date(&material.calendar, d, true)?;
            Some(When::new(Some(start), Some(end), material.text(d.span)))
        });
    }
    if let Some(content) = fact.content.filter(|_| fact.future) {
        known.text.push_str("; ");
        known.text.push_str(&material.line(content));
    }
    known
        .evidence
        .push(material.evidence(&fact.site, fact.rule));
    true
}

fn agreement(
    material: &Material<'_>,
    scene: &Scene<'_>,
    fact: &AgreementFact,
    kept: &[Kept],
) -> Option<Agreement> {
    let at = scene.told.near(material, &fact.site);
    let near = at.and_then(|id| scene.meetings.get(id.index()));
    let parties = sides::of(material, scene, fact, near, kept)?;
    let text = fact.content.map(|c| material.text(c)).unwrap_or_default();
    let instrument = fact
        .instrument
        .map(|(name, kind)| Instrument::new(unquoted(material.text(name)), kind));
    let text = if text.is_empty() {
        instrument.as_ref()?.name.clone()
    } else {
        text
    };
    if text.split_whitespace().count() < 2 && instrument.is_none() {
        return None;
    }
    let when = when(material, fact, near);
    Some(Agreement {
        parties,
        status: fact.status,
        instrument,
        commitments: commitments(&text),
        text,
        meeting: at.filter(|_| near.is_some_and(|m| is_made_at(m, when.as_ref()))),
        when,
        evidence: vec![material.evidence(&fact.site, fact.rule)],
    })
}

/// A name without the one mark of the two that stand around it: `Treaty of Amity"`.
fn unquoted(name: String) -> String {
    let mark = |c: char| matches!(c, '"' | '“' | '”');
    if name.matches(mark).count() == 1 {
        name.trim_matches(mark).to_owned()
    } else {
        name
    }
}

/// The date of the act; else that of the meeting where it was made.
fn when(material: &Material<'_>, fact: &AgreementFact, near: Option<&Meeting>) -> Option<When> {
    for date in &fact.dates {
        if let Some((start, end)) = resolve_date(&material.calendar, date, fact.future) {
            return Some(When::new(Some(start), Some(end), material.text(date.span)));
        }
    }
    if fact.status != AgreementStatus::Reached || fact.instrument.is_some() {
        return None;
    }
    let near = near.filter(|m| matches!(m.status, MeetingStatus::Held | MeetingStatus::Ongoing))?;
    let when = near.when.as_ref()?;
    matches!(when.start, Some(PartialDate::Day(_))).then(|| when.clone())
}

/// Whether the act's own day allows the encounter told nearest: no "treaty of 2011".
fn is_made_at(meeting: &Meeting, when: Option<&When>) -> bool {
    let days = |w: &When| Some((w.start?.first_day()?, w.end.or(w.start)?.last_day()?));
    match (meeting.when.as_ref().and_then(days), when.and_then(days)) {
        (Some((from, to)), Some((first, last))) => from <= last && first <= to,
        _ => true,
    }
}

/// The items of what is agreed: "expand drills, open a hotline and meet again".
fn commitments(text: &str) -> Vec<String> {
    let parts: Vec<&str> = text
        .split(" and to ")
        .flat_map(|p| p.split(", to "))
        .collect();
    if parts.len() > 1 {
        return parts
            .iter()
            .map(|p| p.trim_matches([' ', ',', ';']))
            .map(|p| p.strip_prefix("to ").unwrap_or(p).to_owned())
            .filter(|p| !p.is_empty())
            .collect();
    }
    vec![text.to_owned()]
}
