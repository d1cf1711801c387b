//! Light verbs with meeting nouns: "held talks with", "the summit was held in
//! Tokyo", "the talks took place", "arrived for talks".

use super::noun::{
    Around, around, build, first_date, hangs_on_preposition, has_word, is_planned, is_set_ahead,
    is_stage, is_told_ahead, of_town,
};
use super::verb::is_present;
use super::{
    PARTNERS, PLACES, add_before, all_places, dates_around, destinations, host, meeting_noun,
};
use crate::grammar::clause::{Clause, Link};
use crate::grammar::complement::Complements;
use crate::grammar::date::{DateExpr, Lead};
use crate::grammar::fact::{Host, MeetingFact};
use crate::grammar::place::PlaceExpr;
use crate::grammar::reader::Reader;
use crate::grammar::status::{Reality, reality};
use crate::grammar::unit::{NounGroup, UnitKind};
use crate::grammar::verb_group::{Tense, VerbGroup};
use crate::lexicon::{FrameRecord, LightOf};
use crate::model::{MeetingKind, MeetingStatus};
use std::rc::Rc;

/// `subject light-verb meeting-noun {phrase}`, or passive `meeting-noun light-verb`
pub(super) fn light(reader: &Reader<'_, '_>, clause: &Clause) -> Option<MeetingFact> {
    let verb = *reader.verb(clause);
    let (after, over) = reader
        .frames(clause)
        .iter()
        .find_map(|(f, after)| match f.record {
            FrameRecord::Light(LightOf::Meeting(over)) => Some((*after, over)),
            _ => None,
        })
        .or_else(|| takes_place(reader, clause).map(|after| (after, None)))?;
    let complements = reader.view.complements(after - 1);
    let Some((unit, passive)) = carried(reader, clause, &verb, &complements) else {
        return it_took_place(reader, clause, &complements);
    };
    let hangs = unit > clause.verb && !complements.object.contains(&unit) && !passive;
    if hangs && over.is_some_and(|s| s == MeetingStatus::Proposed) {
        // "discussed in a phone call" proposes none.
        return None;
    }
    if hangs && over == Some(MeetingStatus::Scheduled) && !complements.object.is_empty() {
        // "agreed on tariffs at a summit": it is the tariffs that they agreed on.
        return None;
    }
    // "support for the conference to be held in Lima": no other verb tells of it.
    let behind = matches!(clause.link, Link::Reduced | Link::Relative)
        && unit < clause.verb
        && !verb.infinitive;
    if clause.link == Link::Reduced && is_carried(reader, unit)
        || behind
            && over.is_none_or(|s| s == MeetingStatus::Scheduled)
            && hangs_on_preposition(reader, unit)
    {
        return None;
    }
    if is_told_of(reader, clause, unit) {
        return None;
    }
    let (noun, kind) = meeting_noun(reader, unit).or_else(|| session(reader, clause, unit))?;
    let noun = noun.clone();
    let reality = reality(reader, clause);
    if complements.object.contains(&unit) {
        // "have not held talks": none at all.
        reader.use_up(unit);
    }
    let mut status = status(over, reality)?;
    let ahead = unit < clause.verb && is_set_ahead(reader, unit);
    let planned = is_planned(reader, unit) && reality == Reality::Present;
    if (ahead || planned) && status == MeetingStatus::Held {
        status = MeetingStatus::Scheduled;
    }
    if goes_on(kind, &verb, reality, status) {
        status = MeetingStatus::Ongoing;
    }
    if status == MeetingStatus::Proposed && reality == Reality::Done && is_planned(reader, unit) {
        // "discussed the upcoming visit"
        status = MeetingStatus::Scheduled;
    }
    let (mut of_noun, mut subjects) = gather(reader, clause, unit, kind, passive, &complements);
    let speaks = super::DISCUSS.contains(&reader.view.tokens.lexicon.lemma(verb.lemma));
    let all = unit > clause.verb && reader.view.is_word(unit + 1, "between")
        || noun.parties.len() + of_noun.partners.len() >= 2;
    let of_others = is_of_others(&noun, &of_noun) && (speaks || all);
    if over == Some(MeetingStatus::Proposed) && of_others {
        subjects.clear();
    }
    reduced(reader, unit, clause.verb, &mut of_noun);
    if let Some(day) = first_date(reader, unit).filter(|_| ahead) {
        of_noun.dates.insert(0, day);
    }
    reader.use_up(unit);
    let set = over == Some(MeetingStatus::Scheduled)
        && (unit > clause.verb || of_noun.dates.iter().any(|d| is_set_for(reader, d)));
    let mut fact = build(
        reader,
        unit,
        &noun,
        kind,
        status,
        subjects,
        of_noun,
        ahead
            || is_told_ahead(reader, unit)
            || reality.is_future()
            || is_present(reality, &verb)
            || set
            || passive && is_news(reader, clause),
        "meeting.light",
        clause.verb,
    )?;
    fact.one_sided = verb.passive
        && fact.subjects.is_empty()
        && reader
            .view
            .is_word(partner_lead(&complements, clause.verb), "with");
    // "arrived here on Tuesday for talks"
    for at in clause.verb + 1..after {
        fact.here |= reader.view.is_word(at, "here");
        if let Some(UnitKind::Date(day)) = reader.view.kind(at) {
            fact.dates.push(*day);
        }
    }
    Some(fact)
}

/// "discussed the upcoming dialogue between the two countries", "the visit of the minister": not of
/// those who speak about it.
fn is_of_others(noun: &NounGroup, of_noun: &Around) -> bool {
    !noun.parties.is_empty()
        || !noun.people.is_empty()
        || !of_noun.partners.is_empty()
        || !of_noun.by.is_empty()
}

/// "continued dialogue is the only way": a participle of the noun that the next verb tells of.
fn is_told_of(reader: &Reader<'_, '_>, clause: &Clause, unit: usize) -> bool {
    let tells = |c: &Clause| c.link == Link::Own && c.verb == unit + 1 && c.subject == [unit];
    unit == clause.verb + 1 && clause.subject.is_empty() && reader.clauses.iter().any(tells)
}

/// The meeting noun that a light verb carries, and whether it is what the verb happens to.
fn carried(
    reader: &Reader<'_, '_>,
    clause: &Clause,
    verb: &VerbGroup,
    complements: &Complements,
) -> Option<(usize, bool)> {
    let met =
        |u: &usize| meeting_noun(reader, *u).is_some() || session(reader, clause, *u).is_some();
    let first = |units: &[usize]| units.iter().copied().find(met);
    let subject_noun = first(&clause.subject).or_else(|| {
        let told = happens_to(reader, clause)?;
        meeting_noun(reader, told).is_some().then_some(told)
    });
    let object_noun = first(&complements.object);
    let passive = verb.passive
        || takes_place(reader, clause).is_some()
        || clause.link == Link::Reduced
        || (object_noun.is_none() && subject_noun.is_some() && complements.object.is_empty());
    // "In Lima was held the second meeting": what is held stands behind.
    let inverted = verb.passive && clause.subject.is_empty();
    let unit = if passive && !inverted {
        subject_noun
    } else {
        object_noun
    }
    .or_else(|| phrase_noun(reader, complements, passive))
    .or_else(|| told_noun(reader, clause, complements))?;
    let told = unit < clause.verb && !clause.subject.contains(&unit) && !verb.passive;
    Some((
        unit,
        passive && !(told && object_noun.is_none() && is_told(reader, clause, unit)),
    ))
}

/// `joint body` that somebody holds, hosts or chairs: "held the fifth Joint Commission in Lima"
fn session<'a>(
    reader: &Reader<'a, '_>,
    clause: &Clause,
    unit: usize,
) -> Option<(&'a Rc<NounGroup>, MeetingKind)> {
    const HELD: &[&str] = &["chair", "co-chair", "co-host", "convene", "hold", "host"];
    const JOINT: &[&str] = &[
        "bilateral",
        "binational",
        "inter-governmental",
        "intergovernmental",
        "joint",
        "ministerial",
        "mixed",
    ];
    let noun = reader.view.units.get(unit)?.noun()?;
    let held = HELD.contains(&reader.view.tokens.lexicon.lemma(reader.verb(clause).lemma));
    let joint = || has_word(reader.view.text(unit), JOINT);
    let body = held
        && reader
            .view
            .ends_in(unit, &["commission", "committee", "council"]);
    (body && joint()).then_some((noun, MeetingKind::Conference))
}

/// What stands around the noun and the verb, and who does it.
fn gather(
    reader: &Reader<'_, '_>,
    clause: &Clause,
    unit: usize,
    kind: MeetingKind,
    passive: bool,
    complements: &Complements,
) -> (Around, Vec<usize>) {
    let limit = if unit < clause.verb {
        clause.verb
    } else {
        reader.view.units.len()
    };
    let mut of_noun = around(reader, unit, limit);
    let mut subjects = Vec::new();
    if passive {
        let by = complements
            .phrases
            .iter()
            .find(|p| reader.view.is_word(p.preposition, "by"));
        subjects.extend(by.into_iter().flat_map(|p| p.nouns.iter().copied()));
    } else {
        subjects = clause.subject.clone();
    }
    if unit < clause.verb {
        if !(passive && is_news(reader, clause)) {
            of_noun.dates.extend(complements.dates.iter().copied());
        }
        of_noun.partners.extend(partners(reader, complements));
        let right = reader.places(complements, PLACES);
        if !right.is_empty() {
            of_noun.places = right;
        }
    }
    if unit > clause.verb && kind != MeetingKind::Visit {
        of_noun.dates.extend(complements.dates.iter().copied());
        if of_noun.places.is_empty() {
            of_noun.places = way(reader, unit, complements);
        }
    }
    if !passive && of_noun.places.is_empty() && host(reader, clause) == Some(Host::Subjects) {
        // "Cairo will host the talks"
        of_noun.places = destinations(reader, &clause.subject);
    }
    // What leads the clause in is the clause's too.
    add_before(reader, clause, &mut of_noun.dates);
    if of_noun.places.is_empty() {
        of_noun.places = all_places(reader, clause, complements);
    }
    let nowhere = of_noun.destinations.is_empty() && of_noun.places.is_empty();
    if unit > clause.verb && kind == MeetingKind::Visit && nowhere {
        // "will fly to Lima on Monday for a visit"
        of_noun.destinations = way(reader, unit, complements);
        let start = reader.view.units.get(unit).map_or(0, |u| u.span.0);
        let before = complements.dates.iter().filter(|d| d.span.1 <= start);
        of_noun.dates.extend(before);
    }
    let nowhere = of_noun.destinations.is_empty() && of_noun.places.is_empty();
    if (unit > clause.verb || !passive) && kind == MeetingKind::Visit && nowhere {
        of_noun.destinations = reader.places(complements, &["to", "in"]);
    }
    (of_noun, subjects)
}

/// "was set for Monday"
fn is_set_for(reader: &Reader<'_, '_>, date: &DateExpr) -> bool {
    let (start, end) = date.span;
    let text = reader.view.tokens.text;
    let told = text.get(start as usize..end as usize);
    let before = text.get(..start as usize);
    told.is_some_and(|t| t.starts_with("for ")) || before.is_some_and(|t| t.ends_with(" for "))
}

/// "The visit was announced on Tuesday": the day is that of the announcement.
fn is_news(reader: &Reader<'_, '_>, clause: &Clause) -> bool {
    const NEWS: [&str; 4] = ["announce", "confirm", "disclose", "reveal"];
    NEWS.contains(&reader.view.tokens.lexicon.lemma(reader.verb(clause).lemma))
}

/// A clause of its own carries the noun: "will join the talks hosted by Peru".
fn is_carried(reader: &Reader<'_, '_>, unit: usize) -> bool {
    reader.clauses.iter().any(|c| {
        let holds =
            c.subject.contains(&unit) || reader.view.complements(c.verb).object.contains(&unit);
        let carries = |r: &FrameRecord| matches!(r, FrameRecord::Light(LightOf::Meeting(_)));
        c.link != Link::Reduced && holds && reader.frames(c).iter().any(|(f, _)| carries(&f.record))
    })
}

/// "the talks | hosted by Peru in Lima", "talks | that took place on Monday": what a
/// participle or a relative clause behind the noun tells of it.
pub(super) fn reduced(reader: &Reader<'_, '_>, unit: usize, verb: usize, of_noun: &mut Around) {
    let carries = |r: &FrameRecord| matches!(r, FrameRecord::Light(LightOf::Meeting(_)));
    let tells = |c: &&Clause| {
        matches!(c.link, Link::Reduced | Link::Relative | Link::Participle(_))
            && c.verb != verb
            && happens_to(reader, c) == Some(unit)
            && (c.link == Link::Reduced
                || takes_place(reader, c).is_some()
                || begins(reader, c)
                || reader.verb(c).passive && reader.view.has_frame(c.verb, carries))
    };
    for behind in reader.clauses.iter().filter(tells).take(3) {
        let complements = reader.view.complements(behind.verb);
        for phrase in &complements.phrases {
            if reader.view.is_word(phrase.preposition, "by") {
                of_noun.by.extend(phrase.nouns.iter().copied());
            }
        }
        of_noun.partners.extend(partners(reader, &complements));
        if of_noun.places.is_empty() {
            of_noun.places = reader.places(&complements, PLACES);
        }
        if of_noun.places.is_empty() {
            of_noun.places = of_town(reader, &complements);
        }
        let from = begins(reader, behind);
        let first = |d: &DateExpr| match d.end {
            None if from => DateExpr {
                lead: Lead::From,
                ..*d
            },
            _ => *d,
        };
        of_noun.dates.extend(complements.dates.iter().map(first));
    }
}

/// "a visit | that began on Tuesday"
fn begins(reader: &Reader<'_, '_>, clause: &Clause) -> bool {
    let verb = reader.verb(clause);
    let lemma = reader.view.tokens.lexicon.lemma(verb.lemma);
    clause.link == Link::Relative
        && matches!(lemma, "begin" | "start" | "open")
        && !verb.passive
        && reader.view.complements(clause.verb).object.is_empty()
}

/// `meeting noun "," "taking place"`
fn before_comma(reader: &Reader<'_, '_>, clause: &Clause) -> Option<usize> {
    let comma = clause.verb.checked_sub(1)?;
    let noun = comma.checked_sub(1)?;
    let comma = matches!(reader.view.kind(comma), Some(UnitKind::Comma));
    let gerund = comma && reader.verb(clause).is_gerund();
    takes_place(reader, clause).filter(|_| gerund)?;
    meeting_noun(reader, noun).map(|_| noun)
}

/// The encounter that a clause is told of: "a meeting hosted by Vega that took place".
fn happens_to(reader: &Reader<'_, '_>, clause: &Clause) -> Option<usize> {
    let [subject] = clause.subject[..] else {
        return None;
    };
    if meeting_noun(reader, subject).is_some() {
        return Some(subject);
    }
    // "the Lima conference, taking place from Monday"
    let noun = before_comma(reader, clause);
    if noun.is_some() {
        return noun;
    }
    // "three days | of talks opened in Lima"
    if reader.view.is_word(subject + 1, "of") && is_stage(reader, subject) {
        return Some(subject + 2);
    }
    // Nobody takes place, nor is "held on May 29".
    let held = || {
        let lemma = reader.view.tokens.lexicon.lemma(reader.verb(clause).lemma);
        let when = matches!(reader.view.kind(clause.verb + 1), Some(UnitKind::Date(_)));
        let led = |w: &str| reader.view.is_word(clause.verb + 1, w);
        let set = when || led("in") || led("at");
        clause.link == Link::Reduced && matches!(lemma, "hold" | "schedule") && set
    };
    if begins(reader, clause) {
        // "a visit to Peru | that began on Tuesday"
        let state = matches!(
            reader.view.kind(subject),
            Some(UnitKind::Place(_) | UnitKind::Parties(..))
        );
        let noun = subject.checked_sub(2).filter(|_| state)?;
        return meeting_noun(reader, noun).map(|_| noun);
    }
    if !held() {
        takes_place(reader, clause)?;
    }
    let mut before = (subject.saturating_sub(4)..subject).rev();
    before.find(|n| meeting_noun(reader, *n).is_some())
}

/// `"it" ("took place" | "was held") {phrase}`: of the encounter told last
fn it_took_place(
    reader: &Reader<'_, '_>,
    clause: &Clause,
    complements: &Complements,
) -> Option<MeetingFact> {
    let [subject] = clause.subject.as_slice() else {
        return None;
    };
    let it = reader.view.is_word(*subject, "it");
    let verb = reader.verb(clause);
    let held = verb.passive && reader.view.tokens.lexicon.lemma(verb.lemma) == "hold";
    if !it || !(held || reader.view.is_word(clause.verb + 1, "place")) {
        return None;
    }
    let reality = reality(reader, clause);
    Some(MeetingFact {
        places: all_places(reader, clause, complements),
        dates: dates_around(reader, clause, clause.verb + 1, complements),
        definite: true,
        future: reality.is_future(),
        ..MeetingFact::of(
            reader.site(clause.verb),
            MeetingKind::Talks,
            reality.meeting()?,
            "meeting.light",
        )
    })
}

/// "will fly to Cairo on Sunday for talks": the place that stands between.
fn way(reader: &Reader<'_, '_>, unit: usize, complements: &Complements) -> Vec<PlaceExpr> {
    let object = complements.object.iter().copied().filter(|o| *o < unit);
    let led = complements
        .phrases
        .iter()
        .filter(|p| p.preposition < unit)
        .filter(|p| {
            ["to", "in", "for"]
                .iter()
                .any(|w| reader.view.is_word(p.preposition, w))
        })
        .flat_map(|p| p.nouns.iter().copied());
    let all: Vec<usize> = object.chain(led.filter(|n| *n < unit)).collect();
    destinations(reader, &all)
}

/// The status, by the verb ("postponed") and how real the clause is.
fn status(over: Option<MeetingStatus>, reality: Reality) -> Option<MeetingStatus> {
    match over {
        Some(over) if matches!(reality, Reality::Done | Reality::Present | Reality::Ongoing) => {
            Some(over)
        }
        Some(over) if over != MeetingStatus::Held && reality != Reality::Unreal => Some(over),
        _ => reality.meeting(),
    }
}

/// "are holding talks", "is attending the forum"
fn goes_on(kind: MeetingKind, verb: &VerbGroup, reality: Reality, status: MeetingStatus) -> bool {
    let lasts = matches!(
        kind,
        MeetingKind::Visit
            | MeetingKind::Exercise
            | MeetingKind::Conference
            | MeetingKind::Summit
            | MeetingKind::Negotiation
            | MeetingKind::Talks
    );
    lasts
        && reality == Reality::Ongoing
        && verb.tense == Tense::Present
        && matches!(status, MeetingStatus::Held | MeetingStatus::Ongoing)
}

/// "take place", "get under way": the subject is what takes place.
fn takes_place(reader: &Reader<'_, '_>, clause: &Clause) -> Option<usize> {
    let verb = reader.verb(clause);
    let lemma = reader.view.tokens.lexicon.lemma(verb.lemma);
    let next = clause.verb + 1;
    let text = reader.view.text(next);
    let fits = match lemma {
        "take" => text.eq_ignore_ascii_case("place"),
        "get" => text.to_ascii_lowercase().starts_with("under"),
        "occur" | "follow" | "coincide" | "last" | "run" | "proceed" => return Some(next),
        _ => false,
    };
    fits.then_some(next + 1)
}

/// "take part in the summit", "arrive for talks": the noun hangs on a preposition.
fn phrase_noun(reader: &Reader<'_, '_>, complements: &Complements, passive: bool) -> Option<usize> {
    if passive {
        return None;
    }
    let phrase = complements.phrases.first()?;
    let close = ["of", "in", "for", "at", "to", "into"]
        .iter()
        .any(|w| reader.view.is_word(phrase.preposition, w));
    let noun = *phrase.nouns.first()?;
    (close && complements.object.len() <= 1 && meeting_noun(reader, noun).is_some()).then_some(noun)
}

/// `encounter ["that" | "which"] people verb`: "the talks Mori held with Nair in Tokyo"
fn told_noun(reader: &Reader<'_, '_>, clause: &Clause, complements: &Complements) -> Option<usize> {
    let before = clause.subject.first()?.checked_sub(1)?;
    let that = matches!(
        reader.view.kind(before),
        Some(UnitKind::That | UnitKind::Relative)
    );
    let unit = before.checked_sub(usize::from(that))?;
    let verb = reader.verb(clause);
    let fits = complements.object.is_empty() && !verb.passive && !verb.copula;
    (fits && is_told(reader, clause, unit) && meeting_noun(reader, unit).is_some()).then_some(unit)
}

/// The unit stands right before the subject of the clause, a "that" between them or none.
fn is_told(reader: &Reader<'_, '_>, clause: &Clause, unit: usize) -> bool {
    let Some(subject) = clause.subject.first() else {
        return false;
    };
    let that = matches!(
        reader.view.kind(unit + 1),
        Some(UnitKind::That | UnitKind::Relative)
    );
    unit + 1 + usize::from(that) == *subject
}

/// The preposition of the first phrase behind the verb.
fn partner_lead(complements: &Complements, verb: usize) -> usize {
    let first = complements.phrases.first();
    first.map_or(verb, |p| p.preposition)
}

fn partners(reader: &Reader<'_, '_>, complements: &Complements) -> Vec<usize> {
    complements
        .phrases
        .iter()
        .filter(|p| {
            PARTNERS
                .iter()
                .any(|w| reader.view.is_word(p.preposition, w))
        })
        .flat_map(|p| p.nouns.iter().copied())
        .collect()
}
