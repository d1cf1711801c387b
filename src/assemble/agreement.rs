//! Acts of agreeing → agreements.

use super::meeting::Told;
use super::{Material, add};
use crate::grammar::{AgreementFact, Determiner};
use crate::model::{
    Agreement, AgreementStatus, Instrument, Meeting, MeetingStatus, PartialDate, Party, When,
};
use crate::resolve::resolve_date;

/// The agreements, in text order.
pub(super) fn agreements(material: &Material<'_>, meetings: &[Meeting]) -> Vec<Agreement> {
    let mut facts: Vec<&AgreementFact> = material.facts.agreements.iter().collect();
    facts.sort_by_key(|f| f.site.at);
    let told = Told::of(meetings);
    let mut kept: Vec<Kept> = Vec::new();
    for fact in facts {
        if fact.of_last && fill_last(material, &mut kept, fact) {
            continue;
        }
        if let Some(found) = agreement(material, meetings, &told, fact) {
            let bare = found.text.split_whitespace().count() <= 3;
            take(&mut kept, found, bare && points_back(material, fact));
        }
    }
    kept.into_iter().map(|k| k.agreement).collect()
}

/// "decided to sign it": the document told last is to be signed.
fn fill_last(material: &Material<'_>, kept: &mut [Kept], fact: &AgreementFact) -> bool {
    let document = |k: &&mut Kept| k.agreement.instrument.is_some();
    let Some(known) = kept.iter_mut().rev().take(3).find(document) else {
        return false;
    };
    let known = &mut known.agreement;
    if matches!(
        known.status,
        AgreementStatus::Proposed | AgreementStatus::Reached
    ) {
        known.status = fact.status;
    }
    if known.when.is_none() {
        known.when = fact.dates.iter().find_map(|d| {
            let (start, end) = resolve_date(&material.calendar, d, true)?;
            Some(When::new(Some(start), Some(end), material.text(d.span)))
        });
    }
    if let Some(content) = fact.content {
        known.text.push_str("; ");
        known.text.push_str(&material.text(content));
    }
    known
        .evidence
        .push(material.evidence(&fact.site, fact.rule));
    true
}

/// An agreement with the longer words of its text, sorted.
struct Kept {
    agreement: Agreement,
    words: Vec<String>,
}

/// "the agreement", "this document": a definite instrument without a name of its own.
fn points_back(material: &Material<'_>, fact: &AgreementFact) -> bool {
    let Some(noun) = &fact.noun else { return false };
    matches!(noun.determiner, Determiner::The | Determiner::This)
        && noun.parties.is_empty()
        && !noun.proper
        && material.text(noun.body).split_whitespace().count() <= 1
}

/// The words that tell one text from another, sorted.
fn telling_words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| w.len() > 3)
        .map(str::to_ascii_lowercase)
        .collect();
    words.sort_unstable();
    words
}

fn agreement(
    material: &Material<'_>,
    meetings: &[Meeting],
    told: &Told,
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
    let at = told.near(material, &fact.site);
    let near = at.and_then(|id| meetings.get(id.index()));
    if parties.len() < 2 {
        add_from_meeting(&mut parties, near);
    }
    if parties.len() < 2 && fact.status != AgreementStatus::Broken {
        add_from_sentence(&mut parties, material, fact);
    }
    if !enough_sides(&parties, fact) {
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

/// Nobody agrees alone: one state is enough only where a document is signed or
/// broken; a body of states agrees with itself.
fn enough_sides(parties: &[Party], fact: &AgreementFact) -> bool {
    match parties {
        [] => false,
        [Party::Country(_)] => {
            fact.instrument.is_some() && fact.status != AgreementStatus::Reached
                || fact.status == AgreementStatus::Broken
        }
        _ => true,
    }
}

/// The other sides that the sentence names outside of what is agreed, if they are few.
fn add_from_sentence(parties: &mut Vec<Party>, material: &Material<'_>, fact: &AgreementFact) {
    let sentence = fact.site.sentence;
    let mentions = &material.facts.mentions;
    let first = mentions.partition_point(|m| m.span.0 < sentence.0);
    let mut named: Vec<Party> = parties.clone();
    for (n, mention) in mentions.iter().enumerate().skip(first) {
        if mention.span.0 >= sentence.1 {
            break;
        }
        let inside = fact
            .content
            .is_some_and(|c| mention.span.0 > c.0 && mention.span.1 <= c.1);
        if inside && fact.instrument.is_none() || is_place(material, mention.span.0) {
            continue;
        }
        let id = crate::grammar::MentionId(u32::try_from(n).unwrap_or(u32::MAX));
        for party in material.parties(&[id]) {
            add(&mut named, party);
        }
        if named.len() > 4 {
            return;
        }
    }
    if named.len() >= 2 || parties.is_empty() && fact.instrument.is_some() {
        *parties = named;
    }
}

/// "in Mexico City": a name behind a word of place is no side.
fn is_place(material: &Material<'_>, start: u32) -> bool {
    let from = start.saturating_sub(5);
    let before = material.context.slice((from, start));
    ["in", "at", "to", "from"].iter().any(|w| {
        before
            .trim_end()
            .rsplit(' ')
            .next()
            .is_some_and(|l| l.eq_ignore_ascii_case(w))
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

/// How many agreements are compared, the latest ones, and how many places in the
/// text are kept for one.
const WINDOW: usize = 64;

/// Adds an agreement, or fills up the one that tells it already.
fn take(kept: &mut Vec<Kept>, agreement: Agreement, points_back: bool) {
    let words = telling_words(&agreement.text);
    let found = Kept { agreement, words };
    let first = kept.len().saturating_sub(WINDOW);
    let told = kept.iter().skip(first).position(|k| same(k, &found));
    let told = told.map(|at| at + first).or_else(|| {
        let at = kept.iter().rposition(|k| sides_fit(k, &found))?;
        points_back.then_some(at)
    });
    let Some(known) = told.and_then(|at| kept.get_mut(at)) else {
        kept.push(found);
        return;
    };
    if points_back {
        known.agreement.evidence.extend(found.agreement.evidence);
        known.agreement.when = known.agreement.when.take().or(found.agreement.when);
        return;
    }
    let (known, known_words) = (&mut known.agreement, &mut known.words);
    let other = found.agreement;
    if other.text.len() > known.text.len() {
        known.text = other.text;
        known.commitments = other.commitments;
        *known_words = found.words;
    }
    for party in other.parties {
        add(&mut known.parties, party);
    }
    known.instrument = known.instrument.take().or(other.instrument);
    known.when = known.when.take().or(other.when);
    if known.evidence.len() < WINDOW {
        known.evidence.extend(other.evidence);
    }
}

/// Whether the sides of one are all among those of the other.
fn sides_fit(a: &Kept, b: &Kept) -> bool {
    let (a, b) = (&a.agreement.parties, &b.agreement.parties);
    a.iter().all(|p| b.contains(p)) || b.iter().all(|p| a.contains(p))
}

/// Whether both are wished and called by the same noun: "a ceasefire", "a permanent ceasefire".
fn same_wish(a: &Kept, b: &Kept) -> bool {
    let noun = |k: &Kept| -> Option<String> {
        let name = &k.agreement.instrument.as_ref()?.name;
        let head = name
            .split([' ', '-'])
            .take_while(|w| !matches!(*w, "on" | "of" | "for" | "ON" | "OF" | "FOR"))
            .last()?;
        Some(head.trim_end_matches('s').to_ascii_lowercase())
    };
    let wished = |k: &Kept| {
        matches!(
            k.agreement.status,
            AgreementStatus::Proposed | AgreementStatus::Planned
        )
    };
    let bare = a.words.len().min(b.words.len()) <= 3;
    bare && wished(a) && wished(b) && noun(a).is_some() && noun(a) == noun(b)
}

/// One act told twice: one status, sides that fit, and most words shared.
fn same(a: &Kept, b: &Kept) -> bool {
    if !sides_fit(a, b) {
        return false;
    }
    if same_wish(a, b) {
        return true;
    }
    if a.agreement.status != b.agreement.status {
        return false;
    }
    let (short, long) = if a.words.len() <= b.words.len() {
        (&a.words, &b.words)
    } else {
        (&b.words, &a.words)
    };
    let shared = short.iter().filter(|w| long.binary_search(w).is_ok());
    !short.is_empty() && shared.count() * 10 >= short.len() * 8
}
