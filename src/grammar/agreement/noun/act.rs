//! Acts on an instrument told by a noun: "the signing of the treaty", "violation of the
//! Vienna Convention", "withdrawal from the 2015 deal".

use super::super::partner::others;
use super::super::{actors, drop_others, instrument};
use super::{Told, fact, is_named};
use crate::grammar::clause::{Clause, Link};
use crate::grammar::fact::{AgreementFact, Partner};
use crate::grammar::party::PartyRef;
use crate::grammar::reader::Reader;
use crate::grammar::status::{Reality, reality};
use crate::grammar::unit::{Determiner, Head, NounGroup, Unit, UnitKind};
use crate::grammar::verb_group::Tense;
use crate::lexicon::{FrameRecord, LightOf};
use crate::model::{AgreementStatus, MeetingStatus};

/// Nouns of acts on an instrument, the word between them, and the status they tell.
const ACTS: &[(&str, &str, AgreementStatus)] = &[
    ("accession", "to", AgreementStatus::Signed),
    ("adoption", "of", AgreementStatus::Signed),
    ("approval", "of", AgreementStatus::Signed),
    ("completion", "of", AgreementStatus::Signed),
    ("conclusion", "of", AgreementStatus::Signed),
    ("endorsement", "of", AgreementStatus::Signed),
    ("finalisation", "of", AgreementStatus::Signed),
    ("finalization", "of", AgreementStatus::Signed),
    ("initialing", "of", AgreementStatus::Signed),
    ("inking", "of", AgreementStatus::Signed),
    ("ratification", "of", AgreementStatus::Signed),
    ("signature", "of", AgreementStatus::Signed),
    ("signing", "of", AgreementStatus::Signed),
    ("development", "of", AgreementStatus::Proposed),
    ("drafting", "of", AgreementStatus::Proposed),
    ("elaboration", "of", AgreementStatus::Proposed),
    ("negotiation", "of", AgreementStatus::Proposed),
    ("preparation", "of", AgreementStatus::Proposed),
    ("renegotiation", "of", AgreementStatus::Proposed),
    ("renewal", "of", AgreementStatus::Proposed),
    ("abandonment", "of", AgreementStatus::Broken),
    ("abrogation", "of", AgreementStatus::Broken),
    ("breach", "of", AgreementStatus::Broken),
    ("breakdown", "of", AgreementStatus::Broken),
    ("cancellation", "of", AgreementStatus::Broken),
    ("collapse", "of", AgreementStatus::Broken),
    ("departure", "from", AgreementStatus::Broken),
    ("exit", "from", AgreementStatus::Broken),
    ("pullout", "from", AgreementStatus::Broken),
    ("rejection", "of", AgreementStatus::Broken),
    ("suspension", "of", AgreementStatus::Broken),
    ("termination", "of", AgreementStatus::Broken),
    ("violation", "of", AgreementStatus::Broken),
    ("withdrawal", "from", AgreementStatus::Broken),
];

/// `act = act noun ("of" | "from" | "to") instrument`; "the signing of the border treaty
/// today", "America's withdrawal from the 2015 accord"
pub(in super::super) fn act(reader: &Reader<'_, '_>, unit: usize) -> Option<AgreementFact> {
    let (noun, kind) = instrument(reader, unit)?;
    let mut noun = noun.clone();
    if reader.is_used(unit) {
        return None;
    }
    let preposition = unit.checked_sub(1)?;
    let (at, status) = if is_against(reader, preposition) {
        (preposition, AgreementStatus::Broken)
    } else {
        let at = act_noun(reader, preposition)?;
        (at, told_status(reader, at, preposition)?)
    };
    let fresh = matches!(noun.determiner, Determiner::A | Determiner::None);
    let meant = match status {
        AgreementStatus::Broken => is_certain(reader, unit, &noun),
        // "the negotiation of the 1951 treaty"
        AgreementStatus::Proposed => fresh || !TO_MAKE.contains(&act_word(reader, at)),
        _ => true,
    };
    if !meant {
        return None;
    }
    drop_others(reader, unit, &mut noun);
    match status {
        AgreementStatus::Broken => noun.parties = breakers(reader, at),
        // Who asks for it is a side too.
        AgreementStatus::Proposed => noun.parties.extend(breakers(reader, at)),
        _ => noun.parties.extend(owners(reader, at)),
    }
    let together = announcers(reader, at);
    let alone = status == AgreementStatus::Signed
        && SOLITARY.contains(&act_word(reader, at))
        && !noun.parties.is_empty();
    let complements = reader.view.complements(unit);
    let told = Told {
        noun,
        kind,
        status,
        dates: complements.dates.clone(),
        from: unit,
        end: complements.end,
        rule: "agreement.act_noun",
    };
    let mut found = fact(reader, unit, told);
    found.alone = alone;
    found.parties.extend(reader.mentions(&together));
    if found.others.partner == Partner::None {
        found.others = others(reader, &together);
    }
    Some(found)
}

/// "Chad and Niger announced the signing of", "the two sides marked the signing of": those
/// who tell it together.
fn announcers(reader: &Reader<'_, '_>, act: usize) -> Vec<usize> {
    let clause = reader.clauses.iter().rev().find(|c| c.verb < act);
    let Some(clause) = clause.filter(|c| !reader.verb(c).passive) else {
        return Vec::new();
    };
    let view = &reader.view;
    let several = match clause.subject[..] {
        [one] => {
            matches!(view.kind(one), Some(UnitKind::Noun(n)) if matches!(n.head, Head::Group(_)))
        }
        _ => clause.subject.len() > 1,
    };
    let told = view.has_frame(clause.verb, |r| {
        matches!(r, FrameRecord::Statement(_) | FrameRecord::Light(_))
    });
    if several && told {
        actors(reader, clause)
    } else {
        Vec::new()
    }
}

/// "is in violation of the convention"
fn is_against(reader: &Reader<'_, '_>, preposition: usize) -> bool {
    const AGAINST: &[&str] = &[
        "in breach of",
        "in contravention of",
        "in defiance of",
        "in violation of",
    ];
    AGAINST.iter().any(|w| reader.view.is_word(preposition, w))
}

/// Acts by which a document comes about.
const TO_MAKE: &[&str] = &[
    "development",
    "drafting",
    "elaboration",
    "negotiation",
    "preparation",
];

/// Acts that a state does alone.
const SOLITARY: &[&str] = &["accession", "approval", "endorsement", "ratification"];

/// The word of an act noun.
fn act_word<'a>(reader: &Reader<'a, '_>, at: usize) -> &'a str {
    let word = reader.view.text(at).split_whitespace().next_back();
    word.unwrap_or_default()
}

/// What the act noun at a unit tells, with how real its clause makes it.
fn told_status(reader: &Reader<'_, '_>, at: usize, preposition: usize) -> Option<AgreementStatus> {
    let word = act_word(reader, at).to_ascii_lowercase();
    let is = |name: &str| word == name || word.strip_suffix('s') == Some(name);
    let (.., status) = ACTS
        .iter()
        .find(|(name, between, _)| is(name) && reader.view.is_word(preposition, between))?;
    if *status == AgreementStatus::Broken {
        return Some(*status);
    }
    Some(match reality_of(reader, at) {
        Reality::Unreal => return None,
        Reality::Refused => AgreementStatus::Broken,
        _ if *status == AgreementStatus::Proposed => *status,
        Reality::Planned | Reality::Agreed => AgreementStatus::Planned,
        Reality::Wished => AgreementStatus::Proposed,
        _ => *status,
    })
}

/// Whether one certain document is meant: by its name, its year, or as the one known.
fn is_certain(reader: &Reader<'_, '_>, unit: usize, noun: &NounGroup) -> bool {
    let year = reader.view.text(unit).split(|c: char| !c.is_ascii_digit());
    let dated = year.into_iter().any(|w| w.len() == 4);
    let definite = matches!(noun.determiner, Determiner::The | Determiner::This);
    dated || definite && !noun.plural || is_named(reader, unit, noun)
}

/// The act noun before a preposition; a place, a date and who acts may stand between: "the
/// signature in Washington today of the agreement", "the withdrawal of Togo from the pact".
fn act_noun(reader: &Reader<'_, '_>, preposition: usize) -> Option<usize> {
    if !matches!(reader.view.kind(preposition), Some(UnitKind::Preposition)) {
        return None;
    }
    let view = &reader.view;
    let is_from = view.is_word(preposition, "from") || view.is_word(preposition, "to");
    let mut at = preposition.checked_sub(1)?;
    for _ in 0..4 {
        let place = at > 1 && (view.is_word(at - 1, "in") || view.is_word(at - 1, "at"));
        match view.kind(at)? {
            UnitKind::Date(_) => at = at.checked_sub(1)?,
            UnitKind::Place(_) | UnitKind::Parties(..) if place => at = at.checked_sub(2)?,
            UnitKind::Parties(..) if at > 1 && is_from && view.is_word(at - 1, "of") => {
                at = at.checked_sub(2)?;
            }
            _ => break,
        }
    }
    Some(at)
}

/// The states whose an act is: "Mongolia's accession", "the withdrawal of Togo".
fn owners(reader: &Reader<'_, '_>, act: usize) -> Vec<PartyRef> {
    let mut found = named_by(reader, act);
    if found.is_empty()
        && reader.view.is_word(act + 1, "of")
        && let Some(UnitKind::Parties(parties, _)) = reader.view.kind(act + 2)
    {
        found.extend(parties.iter().copied());
    }
    found
}

/// The states that a unit names.
fn named_by(reader: &Reader<'_, '_>, unit: usize) -> Vec<PartyRef> {
    match reader.view.kind(unit) {
        Some(UnitKind::Noun(n)) => n.parties.clone(),
        Some(UnitKind::Parties(p, _)) => p.clone(),
        _ => Vec::new(),
    }
}

/// Who violates or asks: "China's actions are in violation of", "Moscow's violation of".
fn breakers(reader: &Reader<'_, '_>, act: usize) -> Vec<PartyRef> {
    let of = |unit: usize| named_by(reader, unit);
    let own = owners(reader, act);
    if !own.is_empty() {
        return own;
    }
    let clause = reader.clauses.iter().rev().find(|c| c.verb < act);
    if let Some(blamed) = clause.and_then(|c| reader.view.blamed(c, act)) {
        // "accused Togo of a breach of the treaty"
        return of(blamed);
    }
    let before = act.checked_sub(1);
    let cause = before.is_some_and(|p| ["for", "over"].iter().any(|w| reader.view.is_word(p, w)));
    clause.map_or_else(Vec::new, |c| {
        if cause && !reader.verb(c).passive {
            // "suspended Togo for a breach of", not whoever did so
            let complements = reader.view.complements(c.verb);
            return complements.object.iter().flat_map(|u| of(*u)).collect();
        }
        c.subject.iter().flat_map(|u| of(*u)).collect()
    })
}

/// "postponed the signing of", "scheduled the signing of"
fn by_light(reader: &Reader<'_, '_>, clause: &Clause) -> Option<Reality> {
    let lexicon = reader.view.tokens.lexicon;
    if lexicon.lemma(reader.verb(clause).lemma) == "announce" {
        return None;
    }
    reader
        .frames(clause)
        .iter()
        .find_map(|(f, _)| match f.record {
            FrameRecord::Light(LightOf::Meeting(Some(status))) => match status {
                MeetingStatus::Postponed | MeetingStatus::Scheduled => Some(Reality::Planned),
                MeetingStatus::Proposed => Some(Reality::Wished),
                MeetingStatus::Cancelled => Some(Reality::Refused),
                _ => None,
            },
            _ => None,
        })
}

/// "work toward the conclusion of", "aim at", "talks on", "efforts for"
fn is_aimed_at(reader: &Reader<'_, '_>, act: usize, before: &str) -> bool {
    const LOOKED_FOR: &[&str] = &[
        "bid",
        "call",
        "calls",
        "chance",
        "effort",
        "efforts",
        "ground",
        "groundwork",
        "hope",
        "hopes",
        "need",
        "negotiations",
        "possibility",
        "process",
        "prospect",
        "prospects",
        "push",
        "ready",
        "support",
        "talks",
        "way",
    ];
    let left = act
        .checked_sub(2)
        .map(|l| reader.view.text(l).to_ascii_lowercase());
    let left = left
        .as_deref()
        .and_then(|l| l.split_whitespace().next_back());
    match before {
        "toward" | "towards" => true,
        "at" => left.is_some_and(|l| l.starts_with("aim")),
        "for" | "on" | "over" | "about" | "of" | "to" => {
            left.is_some_and(|l| LOOKED_FOR.contains(&l))
        }
        _ => false,
    }
}

/// What an act has that is still to come: "the signing is conditional on".
const TO_COME: &[&str] = &[
    "conditional",
    "contingent",
    "imminent",
    "likely",
    "possible",
    "subject",
    "uncertain",
    "unlikely",
];

/// "Conclusion of a treaty requires goodwill", "the signing of the treaty depends on": no
/// act that was done is meant.
fn is_general(reader: &Reader<'_, '_>, act: usize, clause: &Clause) -> bool {
    let verb = reader.verb(clause);
    let present = verb.tense == Tense::Present && !verb.perfect && !verb.progressive;
    if clause.verb < act || !clause.subject.contains(&act) || !present || verb.passive {
        return false;
    }
    let bare = matches!(reader.view.units.get(act).and_then(Unit::noun), Some(n) if n.determiner == Determiner::None && n.parties.is_empty());
    let lemma = reader.view.tokens.lexicon.lemma(verb.lemma);
    let awaits = matches!(lemma, "await" | "depend" | "hinge" | "require");
    let next = reader.view.text(clause.verb + 1).to_ascii_lowercase();
    let to_come = verb.copula && next.split_whitespace().any(|w| TO_COME.contains(&w));
    bare || awaits || to_come
}

/// How real an act noun is, by the verb of its clause.
fn reality_of(reader: &Reader<'_, '_>, act: usize) -> Reality {
    let before = act
        .checked_sub(1)
        .map(|l| reader.view.text(l).to_ascii_lowercase())
        .unwrap_or_default();
    if matches!(before.as_str(), "after" | "following" | "since") {
        return Reality::Done;
    }
    if matches!(before.as_str(), "before" | "ahead of") {
        return Reality::Planned;
    }
    if is_aimed_at(reader, act, &before) {
        return Reality::Wished;
    }
    let clause = reader
        .clauses
        .iter()
        .rev()
        .find(|c| c.verb < act)
        .or_else(|| reader.clauses.iter().find(|c| c.verb > act));
    let quoted = reader.reading.inside.is_some();
    if quoted && !reader.clauses.iter().any(|c| reader.verb(c).is_finite()) {
        // `would aim at "the conclusion of a treaty"`: the words around it say what it is.
        return Reality::Unreal;
    }
    let Some(clause) = clause else {
        return Reality::Done;
    };
    if reader.clauses.iter().any(|c| is_general(reader, act, c)) {
        return Reality::Wished;
    }
    if let (Some(told), true) = (by_light(reader, clause), clause.verb < act) {
        return told;
    }
    // "The signing, planned for Monday, was postponed"
    let of_it = |c: &&Clause| c.verb > act && c.subject.first() == Some(&act);
    if let Some(told) = reader
        .clauses
        .iter()
        .filter(of_it)
        .find_map(|c| by_light(reader, c))
    {
        return told;
    }
    use crate::model::StatementAct::{Demand, Pledge, Propose, Support};
    let asks = reader.frames(clause).iter().any(|(f, _)| {
        matches!(
            f.record,
            FrameRecord::Statement(Demand | Propose | Support | Pledge)
        )
    });
    if asks && clause.verb < act {
        return Reality::Wished;
    }
    let follows = reader.view.is_word(clause.verb, "followed");
    if follows || matches!(clause.link, Link::Reduced | Link::Participle(_)) {
        // "were expected to end, followed by the signing of"
        let over = reader.clauses.iter().rev().find(|c| c.verb < clause.verb);
        return reality(reader, over.unwrap_or(clause));
    }
    reality(reader, clause)
}
