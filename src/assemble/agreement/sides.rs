//! Whose agreement it is.

use super::super::heard::Form;
use super::super::{Ids, Material, add, official};
use super::Scene;
use super::merge::Kept;
use super::sentence::{self, Places};
use crate::grammar::{AgreementFact, Bytes, Determiner, MentionId, NounGroup, Partner};
use crate::model::{AgreementStatus, Meeting, MeetingKind, Party, Speaker, Statement};
use std::rc::Rc;

/// The sides of an act; `None` if they are too few to agree.
pub(super) fn of(
    material: &Material<'_>,
    scene: &Scene<'_>,
    fact: &AgreementFact,
    near: Option<&Meeting>,
    kept: &[Kept],
) -> Option<Vec<Party>> {
    let last = kept.last();
    if let Some(war) = last.filter(|k| k.armed)
        && is_both(material, fact)
    {
        // "both sides" of a war
        return Some(war.sides().to_vec());
    }
    let last = last.map_or(&[][..], Kept::sides);
    let mut parties = both_here(material, scene, fact)
        .or_else(|| counted(material, scene, fact, last))
        .unwrap_or_else(|| material.parties(&fact.parties));
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
    for party in &fact.others.states {
        if let Some(party) = crate::resolve::party(material.context, *party) {
            add(&mut parties, party);
        }
    }
    let armed = fact.others.partner == Partner::Armed;
    if fact.needs_two && parties.len() < 2 && !armed && !is_body(material, &parties) {
        return None;
    }
    // A body that decides needs no others.
    if parties.len() == 2 && is_of_three(material, fact) {
        parties = with_third(material, scene, fact, parties, last);
    }
    let resolves = |(name, _): (Bytes, _)| is_resolved(&material.text(name));
    let own = fact.instrument.is_none_or(resolves);
    let alone = fact.alone || own && is_body(material, &parties);
    if let Some(state) = fought(material, &parties) {
        parties.push(state);
    }
    if armed && parties.is_empty() {
        // "the government": whichever the sentence names first.
        parties.extend(
            sentence::named(&[], material, fact, Places::Out)
                .into_iter()
                .take(1),
        );
    }
    if parties.len() < 2 && fact.status != AgreementStatus::Broken {
        parties = of_treaty(material, fact).unwrap_or(parties);
    }
    // "the government and the rebels": nobody else.
    let closed = fact.others.closed || armed && !parties.is_empty();
    if parties.is_empty() && is_known(fact) {
        // "The agreement was finalized": the one told before, whoever met since.
        parties = told_document(material, fact, &parties, kept).unwrap_or(parties);
    }
    if parties.len() < 2 && !alone && !closed {
        add_from_meeting(&mut parties, near);
    }
    if parties.is_empty() && fact.status == AgreementStatus::Broken && is_known(fact) {
        // "The 1995 pact was revoked": the one told of before.
        parties.extend(last.iter().cloned());
    }
    if parties.len() == 1 && fact.status == AgreementStatus::Broken {
        // "The Chadian envoy said the truce with Niger had collapsed."
        let told = sentence::of_two(material, fact).filter(|two| two.contains(&parties[0]));
        if let (Partner::Other, Some(two)) = (fact.others.partner, told) {
            parties = two;
        }
    }
    // "President Mori and Mr. Nair agreed": whose Nair is the article does not say.
    let strange = fact.parties.len() > 1
        && fact.rule == "agreement.verb"
        && fact
            .parties
            .iter()
            .any(|m| material.parties(&[*m]).is_empty());
    let open = !closed && fact.status != AgreementStatus::Broken;
    if parties.len() < 2 && !alone && open {
        parties = told_document(material, fact, &parties, kept)
            .unwrap_or_else(|| look_around(material, scene, fact, parties, last));
    }
    if parties.len() < 2 && !alone && fact.parties.is_empty() {
        // "Egypt brokered a truce": no other side is known.
        for party in material.parties(&fact.mediators) {
            add(&mut parties, party);
        }
    }
    parties.retain(|p| !is_scheme(p));
    enough(&parties, fact, strange).then_some(parties)
}

/// "a resolution", "a decision of the council": what a body adopts by itself.
fn is_resolved(name: &str) -> bool {
    ["resolution", "decision", "communiqu", "declaration"]
        .iter()
        .any(|w| name.to_ascii_lowercase().contains(w))
}

/// States whose movements fight others than them.
const ABROAD: &[&str] = &["AFG", "ESH", "LBN", "PSE", "RUS"];

/// "UNITA proposed a truce": the state that a movement alone fights.
fn fought(material: &Material<'_>, parties: &[Party]) -> Option<Party> {
    let [Party::Organization(body)] = parties else {
        return None;
    };
    let known = material.context.lexicon.organizations.iter();
    let mut movements = known.filter(|o| *o.kind == *"nonstate" && o.body.name() == body.name());
    let state = movements.next()?.country?;
    (!ABROAD.contains(&state.alpha3())).then_some(Party::Country(state))
}

/// "the Belt and Road": what is agreed about, no side.
fn is_scheme(party: &Party) -> bool {
    matches!(party, Party::Organization(o) if o.code() == Some("BRI"))
}

/// "the two sides", "both countries": who they are is told before.
fn is_both(material: &Material<'_>, fact: &AgreementFact) -> bool {
    let [one] = fact.parties[..] else {
        return false;
    };
    let heard = material.heard.get(one.0 as usize);
    heard.is_some_and(|h| h.bare_group)
}

/// "During Nair's visit to Peru, the two sides signed": the sides of the one meeting of
/// two that the sentence tells.
fn both_here(
    material: &Material<'_>,
    scene: &Scene<'_>,
    fact: &AgreementFact,
) -> Option<Vec<Party>> {
    let states = |m: &&Meeting| {
        m.parties.len() == 2 && m.parties.iter().all(|p| matches!(p, Party::Country(_)))
    };
    let here = scene.told.here(material, &fact.site);
    let mut of_two = here
        .filter_map(|id| scene.meetings.get(id.index()))
        .filter(states);
    let (Some(meeting), None, true) = (of_two.next(), of_two.next(), is_both(material, fact))
    else {
        return None;
    };
    Some(meeting.parties.clone())
}

/// "the three ministers", where not three are known: as many as agreed before, or met.
fn counted(
    material: &Material<'_>,
    scene: &Scene<'_>,
    fact: &AgreementFact,
    last: &[Party],
) -> Option<Vec<Party>> {
    let [one] = fact.parties[..] else {
        return None;
    };
    let heard = material.heard.get(one.0 as usize)?;
    let count = count_in(&material.text(heard.span))?;
    if material.parties(&[one]).len() == count {
        return None;
    }
    if last.len() == count {
        return Some(last.to_vec());
    }
    let told = scene.told.before(material, &fact.site).take(BACK);
    let mut meetings = told.filter_map(|id| scene.meetings.get(id.index()));
    meetings
        .find(|m| m.parties.len() == count)
        .map(|m| m.parties.clone())
}

/// "agreed to strengthen trilateral cooperation"
fn is_of_three(material: &Material<'_>, fact: &AgreementFact) -> bool {
    let text = fact.content.map(|c| material.text(c)).unwrap_or_default();
    let third = text
        .split_whitespace()
        .take(8)
        .any(|w| w.eq_ignore_ascii_case("trilateral"));
    third && fact.rule == "agreement.verb"
}

/// The three that two of them agreed with before, or met.
fn with_third(
    material: &Material<'_>,
    scene: &Scene<'_>,
    fact: &AgreementFact,
    two: Vec<Party>,
    last: &[Party],
) -> Vec<Party> {
    let three = |all: &[Party]| all.len() == 3 && two.iter().all(|p| all.contains(p));
    if three(last) {
        return last.to_vec();
    }
    let told = scene.told.before(material, &fact.site).take(BACK);
    let mut meetings = told.filter_map(|id| scene.meetings.get(id.index()));
    let met = meetings.find(|m| three(&m.parties));
    met.map_or(two, |m| m.parties.clone())
}

/// "the three defense chiefs", "both delegations"
fn count_in(text: &str) -> Option<usize> {
    const COUNTS: &[&[&str]] = &[&["two", "both"], &["three"], &["four"], &["five"], &["six"]];
    let mut words = text.split_whitespace().take(2);
    words.find_map(|w| {
        let at = COUNTS
            .iter()
            .position(|c| c.iter().any(|c| w.eq_ignore_ascii_case(c)))?;
        Some(at + 2)
    })
}

/// The sides of an act that tells fewer than two: those of its sentence, of a meeting told
/// before, of the document told before.
fn look_around(
    material: &Material<'_>,
    scene: &Scene<'_>,
    fact: &AgreementFact,
    parties: Vec<Party>,
    last: &[Party],
) -> Vec<Party> {
    let document = fact.instrument.is_some();
    let mut named = sentence::named(&parties, material, fact, Places::Out);
    if named.len() < 2 && parties.len() == 1 && fact.others.partner == Partner::Other {
        // "stationed in Kenya under a treaty with Britain"
        let more = sentence::named(&parties, material, fact, Places::In);
        named = if more.len() == 2 { more } else { named };
    }
    // "the border of Chile with Peru was settled in the 1952 treaty"
    let by_name = matches!(named.len(), 1 | 2) && fact.rule == "agreement.noun";
    if by_name && parties.is_empty() && named.len() == 1 && !fact.dates.is_empty() {
        // "Under the 1951 treaty, Chad must withdraw"
        return named;
    }
    if named.len() >= 2 && (!parties.is_empty() || by_name) {
        return named;
    }
    if let (true, true, Some(two)) = (
        parties.is_empty(),
        document,
        sentence::of_two(material, fact),
    ) {
        return two;
    }
    let mut found = parties.clone();
    // "the two sides agreed", not "it was agreed"
    let told = !fact.parties.is_empty() && fact.status == AgreementStatus::Reached;
    if document || told {
        add_from_meeting(&mut found, told_before(&named, material, scene, fact));
    }
    if found.is_empty() && (document || told && are_those(material, fact)) {
        found.extend(body_met(material, scene, fact));
    }
    let again = is_known(fact) || told && parties.is_empty() && are_those(material, fact);
    if found.len() < 2 && again && named.iter().all(|p| last.contains(p)) {
        last.iter().for_each(|p| add(&mut found, p.clone()));
    }
    found
}

/// "They agreed", "the officials also agreed": several, of whom no more is told.
fn are_those(material: &Material<'_>, fact: &AgreementFact) -> bool {
    fact.parties.iter().all(|m| {
        let Some(heard) = material.heard.get(m.0 as usize) else {
            return false;
        };
        match heard.form {
            Form::Post { plural, owned, .. } | Form::Noun { plural, owned, .. } => plural && !owned,
            Form::Other => material.text(heard.span).eq_ignore_ascii_case("they"),
            Form::Name => false,
        }
    })
}

/// How many mentions of an article are asked whom it speaks of.
const HEARD: usize = 512;

/// "the Oslo accords": the sides of a treaty known by its name, if the article speaks of one
/// of them; of two treaties of one name, of the one more of whose sides it names.
fn of_treaty(material: &Material<'_>, fact: &AgreementFact) -> Option<Vec<Party>> {
    let noun = fact.noun.as_ref()?;
    let context = material.context;
    let treaty = context.lexicon.treaty(context.slice(noun.body))?;
    let mut heard = Vec::new();
    for (n, _) in material.heard.iter().enumerate().take(HEARD) {
        let id = MentionId(u32::try_from(n).unwrap_or(u32::MAX));
        material
            .parties(&[id])
            .into_iter()
            .for_each(|p| add(&mut heard, p));
    }
    let named = |sides: &&Vec<Party>| sides.iter().filter(|p| heard.contains(p)).count();
    let sides = treaty.sides.iter().rev().max_by_key(named)?;
    (named(&sides) > 0).then(|| sides.clone())
}

/// "The parliament is to ratify the pact": the sides of the document of that name told last.
fn told_document(
    material: &Material<'_>,
    fact: &AgreementFact,
    parties: &[Party],
    kept: &[Kept],
) -> Option<Vec<Party>> {
    let (name, _) = fact.instrument.filter(|_| is_known(fact))?;
    let name = material.text(name);
    let known = kept.iter().rev().take(BACK).find(|k| k.is_called(&name))?;
    let sides = known.sides();
    let fits = sides.len() > 1 && parties.iter().all(|p| sides.contains(p));
    fits.then(|| sides.to_vec())
}

/// "we" and "I" of a quotation: whoever is quoted.
fn is_we(material: &Material<'_>, mention: MentionId) -> bool {
    let mention = material.heard.get(mention.0 as usize);
    mention.is_some_and(|m| m.inside && m.first_person)
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
fn enough(parties: &[Party], fact: &AgreementFact, strange: bool) -> bool {
    use AgreementStatus::{Broken, Planned, Proposed, Reached, Signed};
    let partner = fact.others.partner;
    match parties {
        [] => false,
        [Party::Country(_)] => match fact.status {
            Broken => true,
            Signed | Planned => fact.instrument.is_some() || partner == Partner::Armed,
            Proposed => partner != Partner::None,
            Reached => strange || partner != Partner::None,
        },
        _ => true,
    }
}

/// "the pact", "this treaty": a document told of before.
fn is_known(fact: &AgreementFact) -> bool {
    let definite = |n: &Rc<NounGroup>| {
        n.parties.is_empty() && matches!(n.determiner, Determiner::The | Determiner::This)
    };
    fact.instrument.is_some() && fact.noun.as_ref().is_some_and(definite)
}

/// How many tellings of meetings before an act are asked for its sides.
const BACK: usize = 8;

/// The meeting of two sides told last, with all those named, if the act's own sentence
/// tells no more; at a negotiation one of two may be a mediator.
fn told_before<'a>(
    named: &[Party],
    material: &Material<'_>,
    scene: &Scene<'a>,
    fact: &AgreementFact,
) -> Option<&'a Meeting> {
    let meetings = scene.told.before(material, &fact.site).take(BACK);
    meetings
        .filter_map(|id| scene.meetings.get(id.index()))
        .filter(|m| m.kind != MeetingKind::Negotiation)
        .find(|m| m.parties.len() == 2 && named.iter().all(|p| m.parties.contains(p)))
}

/// "EU ministers met. Agreement was reached on a list": the body whose meeting was told last,
/// if it was the last one told.
fn body_met(material: &Material<'_>, scene: &Scene<'_>, fact: &AgreementFact) -> Option<Party> {
    let here = scene.told.here(material, &fact.site);
    let told = here.chain(scene.told.before(material, &fact.site).take(1));
    let mut meetings = told.filter_map(|id| scene.meetings.get(id.index()));
    let met = meetings.next()?;
    is_body(material, &met.parties)
        .then(|| met.parties.first().cloned())
        .flatten()
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
