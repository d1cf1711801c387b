//! Acts of agreeing → agreements.

use super::{Material, add, meeting};
use crate::grammar::AgreementFact;
use crate::model::{
    Agreement, AgreementStatus, Instrument, Meeting, MeetingStatus, PartialDate, Party, When,
};
use crate::resolve::resolve_date;

/// The agreements, in text order.
pub(super) fn agreements(material: &Material<'_>, meetings: &[Meeting]) -> Vec<Agreement> {
    let mut facts: Vec<&AgreementFact> = material.facts.agreements.iter().collect();
    facts.sort_by_key(|f| f.site.at);
    let mut kept: Vec<Agreement> = Vec::new();
    for fact in facts {
        if let Some(found) = agreement(material, meetings, fact) {
            take(&mut kept, found);
        }
    }
    kept
}

fn agreement(
    material: &Material<'_>,
    meetings: &[Meeting],
    fact: &AgreementFact,
) -> Option<Agreement> {
    let mut parties = material.parties(&fact.parties);
    if let Some(noun) = &fact.noun {
        for party in &noun.parties {
            if let Some(party) = crate::resolve::party(material.context, *party) {
                add(&mut parties, party);
            }
        }
    }
    if fact.needs_two && parties.len() < 2 {
        return None;
    }
    let at = meeting::near(meetings, material, &fact.site);
    let near = at.and_then(|id| meetings.get(id.index()));
    if parties.len() < 2 {
        add_from_meeting(&mut parties, near);
    }
    if parties.is_empty() && fact.instrument.is_none() {
        return None;
    }
    let text = fact.content.map(|c| material.text(c)).unwrap_or_default();
    let instrument = fact
        .instrument
        .map(|(name, kind)| Instrument::new(material.text(name), kind));
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
        when,
        meeting: at,
        evidence: vec![material.evidence(&fact.site, fact.rule)],
    })
}

/// "They agreed": one side named, the others are those of the meeting told.
fn add_from_meeting(parties: &mut Vec<Party>, near: Option<&Meeting>) {
    let Some(near) = near else { return };
    let fits = parties.iter().all(|p| near.parties.contains(p));
    if fits && near.parties.len() >= 2 {
        for party in &near.parties {
            add(parties, party.clone());
        }
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

/// Adds an agreement, or fills up the one that tells it already.
fn take(kept: &mut Vec<Agreement>, found: Agreement) {
    if let Some(known) = kept.iter_mut().find(|k| same(k, &found)) {
        if found.text.len() > known.text.len() {
            known.text = found.text;
            known.commitments = found.commitments;
        }
        for party in found.parties {
            add(&mut known.parties, party);
        }
        known.instrument = known.instrument.take().or(found.instrument);
        known.when = known.when.take().or(found.when);
        known.evidence.extend(found.evidence);
        return;
    }
    kept.push(found);
}

fn same(a: &Agreement, b: &Agreement) -> bool {
    let words = |t: &str| -> Vec<String> {
        t.split(|c: char| !c.is_alphanumeric())
            .filter(|w| w.len() > 3)
            .map(str::to_ascii_lowercase)
            .collect()
    };
    let (wa, wb) = (words(&a.text), words(&b.text));
    let (short, long) = if wa.len() <= wb.len() {
        (&wa, &wb)
    } else {
        (&wb, &wa)
    };
    if short.is_empty() || long.len() > 400 {
        return false;
    }
    let shared = short.iter().filter(|w| long.contains(w)).count();
    let sides = a.parties.iter().all(|p| b.parties.contains(p))
        || b.parties.iter().all(|p| a.parties.contains(p));
    sides && a.status == b.status && shared * 10 >= short.len() * 8
}
