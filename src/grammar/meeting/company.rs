//! Who takes part beside those that a verb or noun names: "a delegation led by Minister
//! Mori", "President Vega, accompanied by his foreign minister", and who leads a side.

use super::meeting_noun;
use crate::grammar::clause::{Clause, Link};
use crate::grammar::fact::{LeadFact, MeetingFact, MentionId};
use crate::grammar::reader::Reader;
use crate::grammar::unit::{Head, Unit, UnitKind};
use crate::grammar::verb_group::Tense;
use crate::grammar::view::LED;
use crate::lexicon::GroupOf;
use crate::model::{MeetingKind, PostKind};
use std::rc::Rc;

/// Adds to a fact those that its people are led or accompanied by, and to a visit how long
/// it lasts.
pub(super) fn complete(reader: &Reader<'_, '_>, clause: &Clause, fact: &mut MeetingFact) {
    let subjects = company(reader, &fact.subjects);
    let partners = company(reader, &fact.partners);
    fact.subjects.extend(subjects);
    fact.partners.extend(partners);
    if fact.kind == MeetingKind::Visit && fact.noun.is_none() {
        stay(reader, clause, fact);
    }
}

/// `side {phrase} [","] ("led by" | "accompanied by" | "including" …) people`
fn company(reader: &Reader<'_, '_>, sides: &[MentionId]) -> Vec<MentionId> {
    let mut found = Vec::new();
    for side in sides {
        let Some(unit) = reader.unit_of(*side) else {
            continue;
        };
        for phrase in &reader.view.complements(unit).phrases {
            // "envoys of 40 countries, including Peru and Chile"
            let includes = reader.view.is_word(phrase.preposition, "including");
            let state = |n: usize| matches!(reader.view.kind(n), Some(UnitKind::Parties(..)));
            if includes
                || LED
                    .iter()
                    .any(|w| reader.view.is_word(phrase.preposition, w))
            {
                let people = phrase.nouns.iter().copied();
                let people = people.filter(|n| is_somebody(reader, *n) || includes && state(*n));
                found.extend(reader.mentions(&people.collect::<Vec<_>>()));
            }
        }
    }
    found.retain(|m| !sides.contains(m));
    found.dedup();
    found
}

pub(super) fn is_somebody(reader: &Reader<'_, '_>, unit: usize) -> bool {
    matches!(
        reader.view.kind(unit),
        Some(UnitKind::People(_) | UnitKind::Name { .. } | UnitKind::Post(_))
    )
}

/// "ministers from the ten ASEAN countries", "a delegation of Peruvian lawmakers": whose
/// people they are.
pub(super) fn whose(reader: &Reader<'_, '_>, units: Vec<usize>) -> Vec<usize> {
    let led = |u: usize| ["from", "of"].iter().any(|w| reader.view.is_word(u + 1, w));
    let state = |u: usize| matches!(reader.view.kind(u), Some(UnitKind::Parties(..)));
    let owner = |u: usize| match reader.view.kind(u)? {
        UnitKind::Post(post) if post.parties.is_empty() => {
            let group = reader.view.units.get(u + 2)?.noun();
            let group = group.is_some_and(|noun| matches!(noun.head, Head::Group(_)));
            // "diplomats from Peru, Chile and Japan"
            (group || post.plural && state(u + 2)).then_some(u + 2)
        }
        UnitKind::Noun(noun) if noun.parties.is_empty() && is_company(reader, u) => {
            let sided = match reader.view.kind(u + 2)? {
                UnitKind::Parties(..) => true,
                UnitKind::Noun(behind) => !behind.parties.is_empty(),
                UnitKind::Post(post) => post.plural && !post.parties.is_empty(),
                _ => false,
            };
            sided.then_some(u + 2)
        }
        _ => None,
    };
    let mut owners = Vec::with_capacity(units.len());
    for u in units {
        match owner(u).filter(|_| led(u)) {
            Some(first) if state(first) => {
                reader.view.list_into(first, &mut owners);
            }
            found => owners.push(found.unwrap_or(u)),
        }
    }
    owners
}

/// "the leaders from Peru and Chile", "foreign ministers of the three countries", "the
/// Peruvian, Chilean, and Bolivian presidents": the post of those whose sides are told.
pub(super) fn level(reader: &Reader<'_, '_>, units: &[usize]) -> Option<PostKind> {
    let behind = |u: usize| {
        let led = ["from", "of"].iter().any(|w| reader.view.is_word(u + 1, w));
        let noun = || reader.view.units.get(u + 2).and_then(Unit::noun);
        let state = matches!(reader.view.kind(u + 2), Some(UnitKind::Parties(..)));
        led && (state || noun().is_some_and(|n| matches!(n.head, Head::Group(_))))
    };
    let side = |n: &usize| matches!(reader.view.kind(*n), Some(UnitKind::Parties(..)));
    let last = |u: usize| units.len() > 1 && units.iter().all(|n| *n == u || side(n));
    units.iter().find_map(|u| match reader.view.kind(*u)? {
        UnitKind::Post(p) if p.plural && (behind(*u) || last(*u)) => Some(p.kind),
        UnitKind::Noun(n) if n.plural && behind(*u) => match n.head {
            Head::Group(GroupOf::People(kind)) => kind,
            _ => None,
        },
        _ => None,
    })
}

/// "a high-level delegation", "a group"
fn is_company(reader: &Reader<'_, '_>, unit: usize) -> bool {
    const MORE: [&str; 4] = ["group", "contingent", "party", "envoys"];
    let last = reader.view.text(unit).rsplit(' ').next();
    last.is_some_and(|w| {
        let mut words = SIDES.iter().chain(&MORE);
        words.any(|s| w.eq_ignore_ascii_case(s))
    })
}

/// "arrived in Lima on Monday for a three-day visit": the noun that tells how long.
fn stay(reader: &Reader<'_, '_>, clause: &Clause, fact: &mut MeetingFact) {
    let complements = reader.view.complements(clause.verb);
    let noun = complements
        .phrases
        .iter()
        .filter(|p| {
            ["for", "on"]
                .iter()
                .any(|w| reader.view.is_word(p.preposition, w))
        })
        .filter_map(|p| p.nouns.first())
        .find_map(|n| Some((*n, meeting_noun(reader, *n)?)));
    if let Some((unit, (noun, MeetingKind::Visit))) = noun
        && noun.duration.is_some()
        && noun.pronoun.is_none()
        && noun.parties.is_empty()
    {
        fact.noun = Some(Rc::clone(noun));
        reader.use_up(unit);
    }
}

/// Nouns for those who take part on one side.
const SIDES: &[&str] = &[
    "delegation",
    "delegations",
    "side",
    "sides",
    "team",
    "teams",
    "mission",
];

/// Verbs that tell who leads a side.
const LEADS: &[&str] = &["lead", "head", "represent", "chair"];

/// Whether "led by" or its like stands behind a unit.
fn is_led_behind(reader: &Reader<'_, '_>, unit: usize) -> bool {
    (unit + 1..reader.view.units.len()).any(|n| {
        matches!(reader.view.kind(n), Some(UnitKind::Preposition))
            && LED.iter().any(|w| reader.view.is_word(n, w))
    })
}

/// `side ("was led by" | "is headed by" …) people | people ("led" | "headed") side`;
/// "the Peruvian delegation was headed by Minister Mori"
pub(super) fn lead(reader: &Reader<'_, '_>, clause: &Clause) -> Option<LeadFact> {
    let verb = reader.verb(clause);
    if matches!(clause.link, Link::Infinitive(_)) || verb.negative {
        return None;
    }
    let lemma = reader.view.tokens.lexicon.lemma(verb.lemma);
    let beside = ["accompanied by", "flanked by"];
    let accompanied = verb.copula
        && beside
            .iter()
            .any(|w| reader.view.is_word(clause.verb + 1, w));
    if accompanied || matches!(lemma, "include" | "comprise" | "consist") {
        return members(reader, clause, lemma);
    }
    if verb.copula
        && let Some(present) = present(reader, clause)
    {
        return Some(present);
    }
    let led = || verb.copula && is_led_behind(reader, clause.verb);
    if !LEADS.contains(&lemma) && !led() {
        return None;
    }
    let complements = reader.view.complements(clause.verb);
    let by = complements.phrases.first().filter(|p| {
        let led = verb.copula && LED.iter().any(|w| reader.view.is_word(p.preposition, w));
        let passive =
            verb.passive && LEADS.contains(&lemma) && reader.view.is_word(p.preposition, "by");
        led || passive
    });
    let (side, people) = match by {
        Some(phrase) => (clause.subject.as_slice(), phrase.nouns.as_slice()),
        None if LEADS.contains(&lemma) && !verb.passive => {
            (complements.object.as_slice(), clause.subject.as_slice())
        }
        None => return None,
    };
    // "was led by Mori and the Peruvian side was led by Soto"
    let (side, before) = side.split_last()?;
    if !before.iter().all(|n| is_somebody(reader, *n)) {
        return None;
    }
    let last = reader.view.text(*side).rsplit(' ').next()?;
    let named = people.iter().all(|n| is_somebody(reader, *n));
    if !named || !SIDES.iter().any(|w| last.eq_ignore_ascii_case(w)) {
        return None;
    }
    Some(LeadFact {
        site: reader.site(clause.verb),
        past: reader.verb(clause).tense == Tense::Past,
        side: reader.mention(*side)?,
        people: reader.mentions(people),
    })
}

/// `side ("included" | "comprised" | "consisted of") people`, `person "was accompanied by"
/// people`: who else sat on a side.
fn members(reader: &Reader<'_, '_>, clause: &Clause, lemma: &str) -> Option<LeadFact> {
    let verb = reader.verb(clause);
    let [side] = clause.subject[..] else {
        return None;
    };
    if verb.tense == Tense::Future {
        return None;
    }
    let company = || {
        let last = reader.view.text(side).rsplit(' ').next();
        last.is_some_and(|w| SIDES.iter().any(|s| w.eq_ignore_ascii_case(s)))
    };
    let fits = match lemma {
        _ if verb.copula => is_somebody(reader, side) || company(),
        "consist" => company() && reader.view.is_word(clause.verb + 1, "of"),
        _ => company() && !verb.passive && !verb.infinitive,
    };
    let people = fits.then(|| named_behind(reader, clause.verb))?;
    if people.is_empty() {
        return None;
    }
    Some(LeadFact {
        site: reader.site(clause.verb),
        past: reader.verb(clause).tense == Tense::Past,
        side: reader.mention(side)?,
        people: reader.mentions(&people),
    })
}

/// `people be ["also"] "present" | ["also"] ("present" | "in attendance") [at encounter] be people`
fn present(reader: &Reader<'_, '_>, clause: &Clause) -> Option<LeadFact> {
    const THERE: [&str; 3] = ["present", "attending", "attendance"];
    let there = |n: usize| THERE.iter().any(|w| reader.view.ends_in(n, &[w]));
    let adverb = matches!(reader.view.kind(clause.verb + 1), Some(UnitKind::Adverb));
    let last = clause.verb + 1 + usize::from(adverb);
    let behind = reader.view.ends_in(last, &["present"]) && !reader.view.is_nominal(last + 1);
    let people = if behind {
        let all = clause.subject.iter().all(|n| is_somebody(reader, *n));
        all.then(|| clause.subject.clone())?
    } else {
        let first = (0..clause.verb.min(3)).any(there);
        first.then(|| named_behind(reader, clause.verb))?
    };
    Some(LeadFact {
        site: reader.site(clause.verb),
        past: reader.verb(clause).tense == Tense::Past,
        side: reader.mention(*people.first()?)?,
        people: reader.mentions(&people),
    })
}

/// The people named behind a verb, up to the next one.
fn named_behind(reader: &Reader<'_, '_>, verb: usize) -> Vec<usize> {
    let ends = |n: &usize| {
        matches!(
            reader.view.kind(*n),
            None | Some(UnitKind::Verb(_) | UnitKind::Stop | UnitKind::Quote | UnitKind::Relative)
        )
    };
    let list = (verb + 1..reader.view.units.len()).take_while(|n| !ends(n));
    list.filter(|n| matches!(reader.view.kind(*n), Some(UnitKind::People(_))))
        .collect()
}
