//! Which sides the sentence of an act names.

use super::super::heard::Heard;
use super::super::{Material, add};
use crate::grammar::{AgreementFact, Bytes, MentionId};
use crate::model::Party;

/// Whether states behind a word of place count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Places {
    In,
    Out,
}

/// The sides known with the others that the sentence names outside of what is agreed, if
/// they are few.
pub(super) fn named(
    parties: &[Party],
    material: &Material<'_>,
    fact: &AgreementFact,
    places: Places,
) -> Vec<Party> {
    let mut named: Vec<Party> = parties.to_vec();
    for (id, _) in mentions(material, fact, places) {
        let sides = material.parties(&[id]);
        for party in sides.into_iter().filter(|p| !is_bystander(p)) {
            add(&mut named, party);
        }
        if named.len() > 4 {
            return parties.to_vec();
        }
    }
    named
}

/// Bodies of no state, which tell of agreements more often than they make them.
const BYSTANDERS: &[&str] = &[
    "Amnesty International",
    "HRW",
    "Human Rights Watch",
    "ICRC",
    "IFRC",
    "WEF",
];

fn is_bystander(party: &Party) -> bool {
    matches!(party, Party::Organization(o) if BYSTANDERS.contains(&o.code().unwrap_or(o.name())))
}

/// "Chilean and Peruvian envoys discussed concluding a treaty", "a pact under which Peru will
/// supply Chile": the two that are told as those who act or with the document.
pub(super) fn of_two(material: &Material<'_>, fact: &AgreementFact) -> Option<Vec<Party>> {
    let mut two = Vec::new();
    let told = mentions(material, fact, Places::Out)
        .filter(|(_, m)| m.subject || fact.content.is_some_and(|c| m.span.0 > c.0));
    for party in told.flat_map(|(id, _)| material.parties(&[id])) {
        add(&mut two, party);
    }
    (two.len() == 2).then_some(two)
}

/// The mentions of the sentence that may name a side.
fn mentions<'a>(
    material: &'a Material<'_>,
    fact: &'a AgreementFact,
    places: Places,
) -> impl Iterator<Item = (MentionId, &'a Heard)> {
    let sentence = fact.site.sentence;
    let all = material.heard;
    let first = all.partition_point(|m| m.span.0 < sentence.0);
    let here = (first..).zip(all.from(first));
    here.take_while(move |(_, m)| m.span.0 < sentence.1)
        .filter(move |(_, m)| m.names_side && !is_apart(material, fact, m, places))
        .map(|(n, m)| (MentionId(u32::try_from(n).unwrap_or(u32::MAX)), m))
}

/// What the act is about, who brokers it, where it is made.
fn is_apart(
    material: &Material<'_>,
    fact: &AgreementFact,
    mention: &Heard,
    places: Places,
) -> bool {
    let inside = fact
        .content
        .is_some_and(|c| mention.span.0 > c.0 && mention.span.1 <= c.1);
    // "a Kenyan-brokered truce": its own sides are known.
    let itself = fact.content.is_some_and(|c| mention.span.0 == c.0);
    // "the Paris Agreement": the grammar knows which names in it are sides.
    let named = fact
        .noun
        .as_ref()
        .is_some_and(|n| mention.span.0 >= n.body.0 && mention.span.1 <= n.body.1);
    let told =
        itself || named || inside && (fact.rule == "agreement.verb" || fact.instrument.is_none());
    let brokers = fact
        .mediators
        .iter()
        .filter_map(|m| material.heard.get(m.0 as usize))
        .any(|m| m.span == mention.span);
    let placed = is_place(material, mention.span) && (places == Places::Out || !mention.state);
    told || brokers || placed || looks_on(material, mention.span.0)
}

/// "witnessed by Peru's president", "in the presence of": who looks on is no side.
fn looks_on(material: &Material<'_>, start: u32) -> bool {
    let before = material.context.slice((start.saturating_sub(40), start));
    ["witnessed by ", "attended by ", "presence of "]
        .iter()
        .any(|w| before.ends_with(w) || before.contains(w) && before.ends_with(" and "))
}

/// "in Mexico City", "Lusaka, capital of Zambia": a name behind a word of place is no side.
fn is_place(material: &Material<'_>, span: Bytes) -> bool {
    let before = material.context.slice((0, span.0)).trim_end();
    let last = before.rsplit(' ').next().unwrap_or_default();
    let placed = ["in", "at", "to", "from"];
    let is_led = |w: &str| placed.iter().any(|p| w.eq_ignore_ascii_case(p));
    // "in Lima, Peru"
    let mut words = before.rsplit(' ');
    let beside = words.next().and_then(|w| w.strip_suffix(','));
    let placed = words.next().is_some_and(is_led);
    let city = beside
        .filter(|_| placed)
        .and_then(|w| material.context.lexicon.city(w).1);
    let city = city.is_some_and(|c| c.name() == material.context.slice(span));
    let led = city || is_led(last);
    led && !before.ends_with("ccording to") && !is_given(before) || before.ends_with("capital of")
}

/// "a loan of 50 million dollars to Peru", "will supply gas to Chile": who is given something.
fn is_given(before: &str) -> bool {
    const GIVEN: &[&str] = &[
        "aid ", "credit ", "deliver", "export", "grant ", "lend ", "loan ", "provide ", "sale ",
        "sell ", "supply ",
    ];
    let from = before.len().saturating_sub(60);
    let from = (from..=before.len()).find(|at| before.is_char_boundary(*at));
    let near = from.and_then(|at| before.get(at..)).unwrap_or_default();
    let near = near.rsplit(". ").next().unwrap_or_default();
    before.ends_with(" to") && GIVEN.iter().any(|w| near.contains(w))
}
