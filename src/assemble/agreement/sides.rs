//! Whose agreement it is.

use super::super::{Ids, Material, add, official};
use super::Scene;
use crate::grammar::{AgreementFact, MentionId, MentionKind, Partner};
use crate::lexicon::WordValue;
use crate::model::{AgreementStatus, Meeting, Party, Speaker, Statement};

/// The sides of an act; `None` if they are too few to agree.
pub(super) fn of(
    material: &Material<'_>,
    scene: &Scene<'_>,
    fact: &AgreementFact,
    near: Option<&Meeting>,
) -> Option<Vec<Party>> {
    let mut parties = material.parties(&fact.parties);
    for mention in &fact.parties {
        if is_we(material, *mention) {
            for party in scene
                .speeches
                .at(material, material.span(fact.site.sentence).start)
            {
                add(&mut parties, party);
            }
        }
    }
    if let Some(noun) = &fact.noun {
        for party in &noun.parties {
            if let Some(party) = crate::resolve::party(material.context, *party) {
                add(&mut parties, party);
            }
        }
    }
    if fact.needs_two && parties.len() < 2 && !is_body(material, &parties) {
        return None;
    }
    // A body that decides needs no others.
    let alone = fact.alone || fact.instrument.is_none() && is_body(material, &parties);
    if parties.len() < 2 && !alone {
        add_from_meeting(&mut parties, near);
    }
    if parties.len() < 2 && !alone && fact.status != AgreementStatus::Broken {
        add_from_sentence(&mut parties, material, fact);
    }
    enough(&parties, fact).then_some(parties)
}

/// "we" and "I" of a quotation: whoever is quoted.
fn is_we(material: &Material<'_>, mention: MentionId) -> bool {
    let mention = material.facts.mentions.get(mention.0 as usize);
    mention.is_some_and(|m| {
        m.inside.is_some() && matches!(m.kind, MentionKind::Pronoun(WordValue::We | WordValue::I))
    })
}

/// Whether the one side is a body of states, which agrees with itself.
fn is_body(material: &Material<'_>, parties: &[Party]) -> bool {
    let [Party::Organization(body)] = parties else {
        return false;
    };
    let known = material.context.lexicon.organizations.iter().find(|o| {
        o.body.code().is_some_and(|c| body.code() == Some(c)) || o.body.name() == body.name()
    });
    known.is_some_and(|o| ["igo", "regional", "alliance", "forum"].contains(&&*o.kind))
}

/// Who speaks where: the statements by the beginning of what attests them.
pub(super) struct Speeches<'a> {
    ids: &'a Ids,
    statements: &'a [Statement],
    /// From, to, index of the statement.
    places: Vec<(usize, usize, usize)>,
}

impl<'a> Speeches<'a> {
    pub(super) fn of(ids: &'a Ids, statements: &'a [Statement]) -> Self {
        let mut places: Vec<_> = statements
            .iter()
            .enumerate()
            .flat_map(|(n, s)| {
                s.evidence
                    .iter()
                    .map(move |e| (e.span.start, e.span.end, n))
            })
            .collect();
        places.sort_unstable();
        Speeches {
            ids,
            statements,
            places,
        }
    }

    /// The sides of who speaks at a byte of the input.
    fn at(&self, material: &Material<'_>, at: usize) -> Vec<Party> {
        let past = self.places.partition_point(|(start, ..)| *start <= at);
        let here = self.places.get(..past).unwrap_or_default();
        let found = here.iter().rev().take(8).find(|(_, end, _)| *end > at);
        let Some(statement) = found.and_then(|(.., n)| self.statements.get(*n)) else {
            return Vec::new();
        };
        let mut sides = Vec::new();
        for speaker in &statement.speakers {
            let side = match speaker {
                Speaker::Official(id) => {
                    let person = self.ids.person(*id);
                    let person = person.and_then(|at| material.people.list.get(at));
                    person.and_then(official::side)
                }
                Speaker::Party(party) => Some(party.clone()),
                Speaker::Source(_) => None,
            };
            side.into_iter().for_each(|s| add(&mut sides, s));
        }
        sides
    }
}

/// Nobody agrees alone: one state is enough only where a document is or will be signed,
/// or is broken, or where the partner is no state; a body of states agrees with itself.
fn enough(parties: &[Party], fact: &AgreementFact) -> bool {
    use AgreementStatus::{Broken, Planned, Proposed, Reached, Signed};
    match parties {
        [] => false,
        [Party::Country(_)] => match fact.status {
            Broken => true,
            Signed | Planned => fact.instrument.is_some() || fact.partner == Partner::Armed,
            Proposed => fact.partner != Partner::None,
            Reached => fact.partner == Partner::Armed,
        },
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
