//! What one sentence tells of one act or of one document.

use crate::grammar::fact::{AgreementFact, Boxed};
use crate::grammar::reader::Reader;
use crate::model::AgreementStatus;

/// Words before a document by which an act is agreed.
const LEADS: &[&str] = &[
    "under",
    "in",
    "as part of",
    "under the terms of",
    "in line with",
    "in accordance with",
    "pursuant to",
];

/// Whether the document whose words begin at a unit leads another act.
pub(super) fn is_led(reader: &Reader<'_, '_>, from: usize) -> bool {
    from.checked_sub(1)
        .is_some_and(|p| LEADS.iter().any(|w| reader.view.is_word(p, w)))
}

/// "signed the following documents:": the list below tells them one by one.
pub(super) fn before_list(facts: &mut Boxed<AgreementFact>, first: usize) {
    let several = |f: &AgreementFact| f.noun.as_ref().is_some_and(|n| n.plural);
    for at in (first..facts.len()).rev() {
        if facts.get(at).is_some_and(|f| several(f)) {
            facts.remove(at);
        }
    }
}

/// "Under a deal signed in Geneva, Iran agreed to", "agreed to reopen embassies in a deal
/// brokered by Oman": what is agreed and the document it is agreed under are one act.
pub(super) fn under_document(facts: &mut Boxed<AgreementFact>, first: usize) {
    let Some(read) = facts.get(first..) else {
        return;
    };
    let acts = |f: &AgreementFact| {
        f.rule == "agreement.verb" && f.status == AgreementStatus::Reached && f.instrument.is_none()
    };
    let mut found = read.iter().enumerate().filter(|(_, f)| acts(f));
    let (Some((act, _)), None) = (found.next(), found.next()) else {
        return;
    };
    let led = read.iter().position(|f| {
        let done = matches!(f.status, AgreementStatus::Reached | AgreementStatus::Signed);
        f.led && done && f.site.sentence == read[act].site.sentence
    });
    let Some(led) = led else { return };
    let document = facts.remove(first + led);
    if let Some(act) = facts.get_mut(first + act - usize::from(led < act)) {
        take(act, *document);
    }
}

/// What the document tells besides: its name, its sides, whether and when it was signed.
fn take(act: &mut AgreementFact, document: AgreementFact) {
    act.status = document.status;
    act.instrument = document.instrument;
    act.parties.extend(document.parties);
    act.others.states.extend(document.others.states);
    if let Some(noun) = &document.noun {
        act.others.states.extend(noun.parties.iter().copied());
    }
    act.mediators.extend(document.mediators);
    if act.dates.is_empty() {
        act.dates = document.dates;
    }
}

/// "to negotiate and sign a treaty": what was done with it last; what became of it, not that
/// it had taken effect.
pub(super) fn one_object(facts: &mut Boxed<AgreementFact>, first: usize) {
    let document = |f: &AgreementFact| f.instrument.map(|(name, _)| name);
    let whole = |f: &AgreementFact| !f.reduced && f.status != AgreementStatus::Broken;
    let read = facts.get(first..).unwrap_or_default();
    // "a truce has broken down hours after coming into effect"
    let over = read.iter().position(|f| {
        let same = |o: &AgreementFact| document(o).is_some() && document(o) == document(f);
        let broken = |o: &AgreementFact| o.status == AgreementStatus::Broken && !o.effect;
        f.effect && read.iter().any(|o| broken(o) && same(o))
    });
    if let Some(at) = over {
        facts.remove(first + at);
        return;
    }
    let again = read.windows(2).position(|w| {
        document(&w[0]).is_some()
            && document(&w[0]) == document(&w[1])
            && w.iter().all(|f| whole(f) && f.rule == "agreement.light")
    });
    if let Some(at) = again {
        facts.remove(first + at);
    }
}

/// "withdrew from a pact signed with Burundi", "a truce brokered by Qatar took effect": one
/// document, and what became of it; "will approve a pact signed in May": it exists;
/// "rejected a truce proposed by Togo": it came to nothing.
pub(super) fn one_document(facts: &mut Boxed<AgreementFact>, first: usize) {
    use AgreementStatus::{Broken, Planned, Proposed, Reached, Signed};
    let document = |f: &AgreementFact| f.instrument.map(|(name, _)| name.0);
    let read = facts.get(first..).unwrap_or_default();
    let made = |f: &AgreementFact| f.reduced && matches!(f.status, Reached | Signed | Proposed);
    let pair = read
        .iter()
        .enumerate()
        .filter(|(_, f)| made(f))
        .find_map(|(made, f)| {
            let other = |o: &AgreementFact| {
                let fits = f.status != Proposed || o.status == Broken;
                !o.reduced && fits && document(o) == document(f)
            };
            Some((made, read.iter().position(|o| other(o))?))
        });
    let Some((made, end)) = pair else { return };
    match read[end].status {
        Planned | Proposed => {
            facts.remove(first + end);
        }
        Broken | Signed => {
            let made_at = facts.remove(first + made);
            if let Some(end) = facts.get_mut(first + end - usize::from(made < end)) {
                end.parties.extend(made_at.parties);
                end.mediators.extend(made_at.mediators);
                end.others.states.extend(made_at.others.states);
            }
        }
        Reached => {}
    }
}

/// "the Coast Guard Agreement (CGA), a pact that Peru signed": a document and what stands
/// beside it are one.
pub(super) fn apposed(facts: &mut Boxed<AgreementFact>, first: usize) {
    let read = facts.get(first..).unwrap_or_default();
    let beside = |name: &AgreementFact, o: &AgreementFact| {
        let (Some(name), Some(own)) = (name.content, o.content) else {
            return false;
        };
        o.instrument.is_some() && name.1 < own.0 && own.0 <= name.1 + 2
    };
    let pair = read.iter().enumerate().find_map(|(at, f)| {
        let named = f.rule == "agreement.noun" && f.noun.as_ref().is_some_and(|n| n.proper);
        let other = read.iter().position(|o| named && beside(f, o))?;
        Some((at, other))
    });
    let Some((at, other)) = pair else { return };
    let named = facts.remove(first + at);
    if let Some(other) = facts.get_mut(first + other - usize::from(at < other)) {
        other.instrument = named.instrument;
        other.parties.extend(named.parties);
        if other.dates.is_empty() {
            other.dates = named.dates;
        }
    }
}
