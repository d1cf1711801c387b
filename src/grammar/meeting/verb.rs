//! Meeting verbs: "Wang met Lavrov in Moscow", "will visit Japan", "was received by".

mod personal;

use self::personal::{agent, is_personal};
pub(super) use self::personal::{by_phone, spoke};
use super::body::{is_body_that_meets, is_gathering, members};
use super::company::{is_somebody, level, whose};
use super::guest::invited;
use super::{
    DISCUSS, PLACES, all_places, dates_around, destinations, is_remote, meeting_noun, precedents,
    state_told, topics,
};
use crate::grammar::clause::{Clause, Link};
use crate::grammar::complement::{Complements, Phrase};
use crate::grammar::fact::MeetingFact;
use crate::grammar::reader::Reader;
use crate::grammar::status::{Reality, reality};
use crate::grammar::unit::{Head, NounGroup, UnitKind};
use crate::grammar::verb_group::{Modality, Tense, VerbGroup};
use crate::lexicon::{Frame, FrameRecord, GroupOf, Slot, WordValue};
use crate::model::{MeetingKind, MeetingStatus};
use crate::source::PieceKind;
use std::rc::Rc;

/// Prepositions that lead a partner in behind a meeting verb.
pub(super) const WITH: &[&str] = &["with", "along with", "together with"];

/// A clause with the frame that its verb meets.
struct Met<'a> {
    frame: &'a Frame,
    /// The unit after the frame's fixed words.
    after: usize,
    kind: MeetingKind,
    reality: Reality,
    status: MeetingStatus,
}

/// `subject meeting-verb [object] {phrase} {"and" object {phrase}}`;
/// "Wang met Lavrov in Moscow on Monday and Orban in Budapest on Tuesday"
pub(super) fn by_verb(reader: &Reader<'_, '_>, clause: &Clause) -> Vec<MeetingFact> {
    let Some(met) = met(reader, clause) else {
        return Vec::new();
    };
    let complements = reader.view.complements(met.after - 1);
    let nobody = |s: &usize| {
        let first = reader.view.text(*s).split(' ').next();
        first.is_some_and(|w| w.eq_ignore_ascii_case("no"))
    };
    if clause.subject.iter().any(nobody) || is_habitual(reader, clause) {
        // "No Peruvian president has visited Chile"
        return Vec::new();
    }
    if asks(reader, clause, &complements) || !is_personal(reader, clause, &met, &complements) {
        return Vec::new();
    }
    // Most verbs tell of one encounter.
    let mut found: Vec<MeetingFact> = Vec::with_capacity(1);
    let mut end = complements.end;
    found.extend(one(reader, clause, &met, &complements));
    // The verb is left out in what is joined behind.
    for _ in 0..GAPS {
        let Some(at) = gap(reader, end) else { break };
        let next = reader.view.complements(at - 1);
        end = next.end.max(at + 1);
        found.extend(one(reader, clause, &met, &next));
    }
    found
}

/// So many objects may follow one verb.
const GAPS: usize = 8;

/// `gap = ("," | "and") nominal (date | place phrase)`, and no verb behind:
/// "…, Xi in Beijing and Trump in Florida"
fn gap(reader: &Reader<'_, '_>, end: usize) -> Option<usize> {
    let view = reader.view;
    let mut at = end;
    while matches!(
        view.kind(at),
        Some(UnitKind::Comma | UnitKind::And | UnitKind::Adverb)
    ) {
        at += 1;
    }
    if at == end || !view.is_nominal(at) {
        return None;
    }
    let next = view.list_end(at);
    let led = match view.kind(next) {
        Some(UnitKind::Date(_)) => true,
        Some(UnitKind::Preposition) => {
            // "Mori at his home in Lima"
            PLACES.iter().any(|w| view.is_word(next, w))
                && !reader.places(&view.complements(at), PLACES).is_empty()
        }
        _ => false,
    };
    let stop = view.complements(at).end;
    (led && !matches!(view.kind(stop), Some(UnitKind::Verb(v)) if v.is_finite())).then_some(at)
}

/// The meeting frame that a clause meets, if it tells something real.
fn met<'a>(reader: &Reader<'a, '_>, clause: &Clause) -> Option<Met<'a>> {
    let (frame, after, kind) =
        reader
            .frames(clause)
            .iter()
            .copied()
            .find_map(|(f, after)| match f.record {
                FrameRecord::Meeting(kind) => Some((f, after, kind)),
                _ => None,
            })?;
    let mut reality = reality(reader, clause);
    if is_off(reader, clause) {
        reality = Reality::Refused;
    }
    let ahead = || is_awaited(reader, clause, after) || is_next_stop(reader, clause, kind);
    if reality == Reality::Present && ahead() {
        reality = Reality::Planned;
    }
    // Whether he has answered an invitation or not, it stands.
    let asked = invited(reader, clause).map(|_| MeetingStatus::Proposed);
    Some(Met {
        frame,
        after,
        kind,
        reality,
        status: asked.or_else(|| reality.meeting())?,
    })
}

/// "will not meet Wang in Rome as expected": it was awaited, and is off.
fn is_off(reader: &Reader<'_, '_>, clause: &Clause) -> bool {
    let verb = reader.verb(clause);
    let lemma = reader.view.tokens.lexicon.lemma(verb.lemma);
    let meets = ["meet", "visit", "travel", "host"].contains(&lemma);
    meets && verb.negative && verb.modality == Modality::Will && clause.link == Link::Own
}

/// "is due in Lima", "is expected here"
pub(super) fn is_awaited(reader: &Reader<'_, '_>, clause: &Clause, after: usize) -> bool {
    (clause.verb..after).any(|n| reader.view.ends_in(n, &["due", "expected", "awaited"]))
}

/// "She goes to Lima on Monday and then visits Quito": the simple present of the stops of a journey
/// looks ahead.
fn is_next_stop(reader: &Reader<'_, '_>, clause: &Clause, kind: MeetingKind) -> bool {
    const NEXT: [&str; 4] = ["then", "next", "later", "afterwards"];
    let before = clause
        .verb
        .checked_sub(1)
        .filter(|n| *n >= clause.start.min(clause.verb));
    let verb = reader.verb(clause);
    kind == MeetingKind::Visit
        && reader.reading.kind == PieceKind::Body
        && verb.tense == Tense::Present
        && !verb.copula
        && before.is_some_and(|n| NEXT.iter().any(|w| reader.view.is_word(n, w)))
}

/// `object "with" state`: "discussed the relations with Peru" tells what was discussed.
fn is_between_states(reader: &Reader<'_, '_>, complements: &Complements, with: usize) -> bool {
    const TIES: &[&str] = &[
        "border",
        "conflict",
        "cooperation",
        "dispute",
        "partnership",
        "relations",
        "relationship",
        "tensions",
        "ties",
        "trade",
        "war",
    ];
    let state = matches!(reader.view.kind(with + 1), Some(UnitKind::Parties(..)));
    let object = complements.object.last().filter(|o| **o + 1 == with);
    state && object.is_some_and(|o| reader.view.ends_in(*o, TIES))
}

/// One encounter of the verb: with the objects and phrases of `complements`.
fn one(
    reader: &Reader<'_, '_>,
    clause: &Clause,
    met: &Met<'_>,
    complements: &Complements,
) -> Option<MeetingFact> {
    let verb = *reader.verb(clause);
    let kind = met.kind;
    let mut subjects = clause.subject.clone();
    let mut partners = Vec::new();
    let mut places = Vec::new();
    let slot = object_slot(reader, met);
    match slot {
        Some(Slot::Party) if complements.object.is_empty() => {
            let late = complements.late.iter().copied();
            partners.extend(late.filter(|n| is_somebody(reader, *n)));
        }
        Some(Slot::Party) => partners.extend(complements.object.iter().copied()),
        Some(Slot::Host | Slot::Place) => {
            places = destinations(reader, &complements.object);
            partners.extend(state_told(reader, &complements.object));
        }
        // "left Lima for Quito"
        Some(Slot::Origin) => {}
        _ if !complements.object.is_empty() && kind == MeetingKind::Visit => return None,
        _ => {}
    }
    if verb.passive && !reader.is_be_frame(clause) {
        partners = std::mem::replace(&mut subjects, agent(reader, complements)?);
    }
    // "arrived in Lima after visits | to Chile"
    let of_journey = |to: usize| meeting_noun(reader, to.wrapping_sub(1)).is_some();
    for phrase in &complements.phrases {
        let word = reader.view.text(phrase.preposition).to_ascii_lowercase();
        if kind != MeetingKind::Visit && WITH.contains(&word.as_str()) {
            if is_between_states(reader, complements, phrase.preposition) {
                continue;
            }
            partners.extend(phrase.nouns.iter().copied());
        } else if kind == MeetingKind::Visit
            && !verb.copula
            && (word == "to" && !of_journey(phrase.preposition)
                || met.frame.slots.get(&word) == Some(Slot::Host) && places.is_empty())
        {
            places.extend(destinations(reader, &phrase.nouns));
        }
    }
    let venue = all_places(reader, clause, complements);
    if kind != MeetingKind::Visit {
        places.extend(venue);
    } else if verb.copula && subjects.iter().any(|s| is_force(reader, *s)) {
        // "Peruvian soldiers have been in Chile for years"
        return None;
    } else if is_journey(met) {
        if places.is_empty() || !subjects.iter().all(|s| is_traveler(reader, *s)) {
            return None;
        }
    } else if places.is_empty() {
        // "visited the president in Kyiv", "visited a plant in Ukraine", not "is in touch with
        // the embassy in Lima"
        places = if verb.copula { Vec::new() } else { venue };
        let told = !partners.is_empty() || is_here(reader, complements, met.after);
        if places.is_empty() && !told {
            return None;
        }
    }
    let mut status = ongoing(met.status, met.reality, kind, &verb);
    if let Some(invited) = invited(reader, clause) {
        status = MeetingStatus::Proposed;
        if !invited.is_empty() {
            subjects = invited;
        }
    }
    let discusses = discusses(reader, met, clause);
    let joint = match discusses {
        true => Vec::new(),
        false => members(reader, &subjects),
    };
    let body = subjects.len() == 1
        && joint.is_empty()
        && subjects.iter().all(|s| {
            is_gathering(reader, *s) || !discusses && is_body_that_meets(reader, *s, kind)
        });
    subjects.extend(joint);
    let remote = is_remote(reader, clause.verb, complements.end);
    let alone = !body && !is_plural(reader, &subjects) || discusses && !remote;
    if partners.is_empty() && kind != MeetingKind::Visit && alone {
        return None;
    }
    if discusses && verb.progressive {
        return None;
    }
    if subjects.is_empty() && partners.is_empty() {
        return None;
    }
    let nobody = kind != MeetingKind::Visit && reader.mentions(&partners).is_empty();
    if nobody && !partners.is_empty() {
        // "met the deadline"
        return None;
    }
    Some(MeetingFact {
        site: reader.site(clause.verb),
        kind: match kind {
            MeetingKind::Talks if remote => MeetingKind::Call,
            MeetingKind::Talks => match purpose(reader, complements, partners.is_empty()) {
                Some(kind) => kind,
                None if body && partners.is_empty() => MeetingKind::Conference,
                None => kind,
            },
            _ => kind,
        },
        status,
        level: level(reader, &subjects).or_else(|| level(reader, &partners)),
        subjects: reader.mentions(&whose(reader, subjects)),
        partners: reader.mentions(&whose(reader, partners)),
        places,
        dates: dates_around(reader, clause, met.after, complements),
        name: None,
        // What they discussed, they may have discussed at an encounter told before.
        definite: discusses,
        // Vega's decision to visit tells not whether he has.
        open: decider(reader, clause).is_some(),
        noun: sided_noun(reader, clause),
        topics: topics(reader, complements),
        precedents: precedents(reader, clause.verb),
        here: is_here(reader, complements, met.after),
        host: None,
        one_sided: false,
        future: met.reality.is_future()
            || is_present(met.reality, &verb)
            || kind != MeetingKind::Visit
                && met.reality == Reality::Ongoing
                && verb.tense == Tense::Present
                && !verb.perfect,
        rule: "meeting.verb",
    })
}

/// `("for" | "at") meeting-noun`: "gathered in Lima for a two-day summit" is that summit; those
/// who met somebody "at a summit" were at both.
fn purpose(reader: &Reader<'_, '_>, complements: &Complements, alone: bool) -> Option<MeetingKind> {
    use MeetingKind::{Conference, Negotiation, Summit};
    let led = |p: &&Phrase| {
        reader.view.is_word(p.preposition, "for")
            || alone && reader.view.is_word(p.preposition, "at")
    };
    let mut nouns = complements
        .phrases
        .iter()
        .filter(led)
        .filter_map(|p| p.nouns.first());
    let kind = nouns.find_map(|n| Some(meeting_noun(reader, *n)?.1));
    kind.filter(|k| matches!(k, Conference | Negotiation | Summit))
}

/// "left Lima for Quito", "flew from Lima to Quito": tells a visit only with where to.
fn is_journey(met: &Met<'_>) -> bool {
    ["object", "from"]
        .iter()
        .any(|m| met.frame.slots.get(m) == Some(Slot::Origin))
}

/// Somebody, not a state whose troops or planes leave.
pub(super) fn is_traveler(reader: &Reader<'_, '_>, unit: usize) -> bool {
    match reader.view.kind(unit) {
        Some(UnitKind::People(_) | UnitKind::Name { .. } | UnitKind::Post(_)) => true,
        Some(UnitKind::Pronoun(word)) => *word != WordValue::It,
        Some(UnitKind::Noun(noun)) => matches!(noun.head, Head::Group(GroupOf::People(_))),
        _ => false,
    }
}

/// "the leaders often meet": many times, and none of them told.
fn is_habitual(reader: &Reader<'_, '_>, clause: &Clause) -> bool {
    const OFTEN: [&str; 6] = [
        "often",
        "frequently",
        "regularly",
        "usually",
        "rarely",
        "seldom",
    ];
    let from = clause.verb.saturating_sub(2);
    let mut units = from..clause.verb + 2;
    units.any(|n| {
        let nominal = reader.view.is_nominal(n);
        let mut words = reader.view.text(n).split(' ');
        !nominal && words.any(|w| OFTEN.iter().any(|o| w.eq_ignore_ascii_case(o)))
    })
}

/// "Peruvian soldiers": where they are, they are no guests.
fn is_force(reader: &Reader<'_, '_>, unit: usize) -> bool {
    const FORCES: [&str; 8] = [
        "forces", "soldiers", "troops", "fighters", "rebels", "police", "ships", "planes",
    ];
    reader.view.ends_in(unit, &FORCES)
}

/// "meets Wang on Friday": the simple present with a day looks ahead.
pub(super) fn is_present(reality: Reality, verb: &VerbGroup) -> bool {
    reality == Reality::Present && !verb.copula && !verb.perfect && !verb.infinitive
}

/// "discussed the crisis with Wang" tells of an encounter, "discussed the crisis" of none.
fn discusses(reader: &Reader<'_, '_>, met: &Met<'_>, clause: &Clause) -> bool {
    let lemma = reader.view.tokens.lexicon.lemma(reader.verb(clause).lemma);
    met.frame.tail.is_empty() && DISCUSS.contains(&lemma)
}

/// What the object of a frame fills; behind a fixed preposition, what that leads in:
/// "travel to Israel", "speak with the king", "gather in Rome".
fn object_slot(reader: &Reader<'_, '_>, met: &Met<'_>) -> Option<Slot> {
    let object = met.frame.slots.get("object");
    if met.frame.tail.is_empty() {
        return object;
    }
    let last = reader.view.text(met.after - 1);
    let last = last.split_whitespace().last().unwrap_or_default();
    let led = met.frame.slots.get(&last.to_ascii_lowercase());
    led.filter(|s| *s != Slot::When)
        .or(object)
        .or_else(|| (met.kind == MeetingKind::Visit).then_some(Slot::Host))
}

/// "called on Iran to stop", "met with demands to": somebody is asked, nobody met.
fn asks(reader: &Reader<'_, '_>, clause: &Clause, complements: &Complements) -> bool {
    complements.infinitive.is_some() && reader.view.is_word(clause.verb + 1, "on")
}

/// "met here with"
fn is_here(reader: &Reader<'_, '_>, complements: &Complements, after: usize) -> bool {
    (after.saturating_sub(2)..complements.end).any(|n| reader.view.is_word(n, "here"))
}

/// "is visiting", "is in Tehran" go on; "is meeting Wang on Monday" is still to come.
fn ongoing(
    status: MeetingStatus,
    reality: Reality,
    kind: MeetingKind,
    verb: &VerbGroup,
) -> MeetingStatus {
    match (reality, kind) {
        (Reality::Ongoing, MeetingKind::Visit | MeetingKind::Exercise) => MeetingStatus::Ongoing,
        (Reality::Ongoing, _) if verb.tense == Tense::Past => MeetingStatus::Held,
        (Reality::Present, MeetingKind::Visit) if verb.copula => MeetingStatus::Ongoing,
        _ => status,
    }
}

/// "A Peruvian trade mission", "Vega's decision (to visit)": a noun whose side stands before
/// it.
fn sided_noun(reader: &Reader<'_, '_>, clause: &Clause) -> Option<Rc<NounGroup>> {
    let [only] = clause.subject[..] else {
        return None;
    };
    let noun = reader.view.units.get(only)?.noun()?;
    let decides = || only < clause.verb && decider(reader, clause).is_some();
    let owned = !noun.parties.is_empty() || decides();
    let side = owned && matches!(noun.head, Head::Frame(_) | Head::Other);
    side.then(|| Rc::clone(noun))
}

/// Somebody is named before the noun: "Vega's decision".
fn is_somebodys(noun: &NounGroup) -> bool {
    !noun.people.is_empty() || noun.owner_name.is_some() || noun.owner_post.is_some()
}

/// "criticized Vega's decision to visit": whose decision it is.
pub(super) fn decider(reader: &Reader<'_, '_>, clause: &Clause) -> Option<Vec<usize>> {
    let before = clause.verb.checked_sub(1)?;
    let noun = reader.view.units.get(before)?.noun()?;
    let infinitive = matches!(clause.link, Link::Infinitive(_));
    (infinitive && is_somebodys(noun) && matches!(noun.head, Head::Frame(_) | Head::Other))
        .then(|| vec![before])
}

/// Several people or parties, so that they may meet each other.
pub(super) fn is_plural(reader: &Reader<'_, '_>, subjects: &[usize]) -> bool {
    if subjects.len() > 1 {
        return true;
    }
    subjects
        .first()
        .and_then(|s| reader.view.units.get(*s))
        .is_some_and(|u| match &u.kind {
            UnitKind::People(p) => p.len() > 1,
            UnitKind::Parties(p, _) => p.len() > 1,
            UnitKind::Post(p) => p.plural,
            UnitKind::Noun(n) => {
                // "the Peru-Chile border commission"
                n.plural && matches!(n.head, Head::Group(_)) || n.parties.len() > 1
            }
            UnitKind::Pronoun(w) => matches!(w, WordValue::They),
            _ => false,
        })
}
