//! Verbs that tell of an encounter only with somebody for their object, and calls told by
//! any verb of speech.

use super::super::company::is_somebody;
use super::super::{dates_around, is_remote, topics};
use super::{Met, is_plural};
use crate::grammar::clause::Clause;
use crate::grammar::complement::{Complements, Phrase};
use crate::grammar::fact::MeetingFact;
use crate::grammar::party::PartyForm;
use crate::grammar::reader::Reader;
use crate::grammar::status::reality;
use crate::grammar::unit::{Head, UnitKind};
use crate::lexicon::FrameRecord;
use crate::model::MeetingKind;

/// Verbs that tell of an encounter only with somebody as their object: "called Xi",
/// "hosted the king", "spoke to the king", not "called the deal historic", "hosts troops".
const PERSONAL: &[&str] = &["call", "greet", "host", "join", "see", "speak", "welcome"];

/// What is met where nobody meets: "meets the needs of both nations".
const WANTED: &[&str] = &[
    "ambitions",
    "aspirations",
    "challenge",
    "challenges",
    "commitments",
    "conditions",
    "criteria",
    "deadline",
    "demand",
    "demands",
    "expectations",
    "goals",
    "interest",
    "interests",
    "needs",
    "obligations",
    "requirements",
    "standards",
    "targets",
    "threat",
    "threats",
    "wishes",
];

pub(super) fn is_personal(
    reader: &Reader<'_, '_>,
    clause: &Clause,
    met: &Met<'_>,
    complements: &Complements,
) -> bool {
    let verb = reader.verb(clause);
    let lemma = reader.view.tokens.lexicon.lemma(verb.lemma);
    let led = matches!(
        reader.view.kind(clause.verb + 1),
        Some(UnitKind::Preposition)
    );
    // "spoke to the General Assembly" made a speech, no call.
    let hall = |o: &usize| reader.view.ends_in(*o, AUDIENCES);
    let heard = lemma == "speak" && complements.object.iter().any(hall);
    if heard {
        return false;
    }
    // "meets the interests of both countries"
    let asked = |o: &usize| {
        matches!(reader.view.kind(*o), Some(UnitKind::Noun(_))) && reader.view.ends_in(*o, WANTED)
    };
    if lemma == "meet" && complements.object.first().is_some_and(asked) {
        return false;
    }
    let bare = met.frame.tail.is_empty() || lemma == "speak" && led && met.after == clause.verb + 2;
    if !bare || !PERSONAL.contains(&lemma) || reader.view.is_word(clause.verb + 1, "with") {
        return true;
    }
    let somebody =
        |units: &[usize]| !units.is_empty() && units.iter().all(|u| is_somebody(reader, *u));
    // "was greeted by the king"
    let received = matches!(lemma, "greet" | "host" | "welcome")
        && somebody(&clause.subject)
        && agent(reader, complements).is_some_and(|by| somebody(&by));
    // "called the leaders to a summit", "to order" rings nobody up.
    let to_one = |p: &Phrase| reader.view.is_word(p.preposition, "to");
    if lemma == "call" && complements.phrases.iter().any(to_one) {
        return false;
    }
    let person = if verb.passive {
        received
    } else {
        // "welcomed in Lima on Monday the king"
        let late = complements.object.is_empty();
        somebody(if late {
            &complements.late
        } else {
            &complements.object
        })
    };
    // "called Xi to congratulate him": what the call was for.
    let purpose = matches!(lemma, "call" | "host");
    // "called Xi a friend"
    let named = complements
        .object
        .last()
        .is_some_and(|o| reader.view.is_nominal(o + 1));
    let alone = !named
        && !reader.view.is_nominal(complements.end)
        && complements.gerund.is_none()
        && (purpose || complements.infinitive.is_none())
        && complements.quote.is_none();
    // "welcomed the minister at the airport", not "welcomed the minister's remarks".
    let there = !matches!(lemma, "greet" | "welcome")
        || !reader.places(complements, &["in", "at", "to"]).is_empty()
        || is_led_to_seat(reader, complements)
        || at_airport(reader, complements);
    person && alone && there && (lemma != "see" || is_visited(reader, complements))
}

/// Who hears a speech.
const AUDIENCES: &[&str] = &[
    "assembly",
    "conference",
    "congress",
    "convention",
    "council",
    "crowd",
    "knesset",
    "nation",
    "parliament",
    "press",
    "senate",
    "students",
    "troops",
];

/// "saw the minister in Lima", not "sees him as a friend", "saw the minister resign"
fn is_visited(reader: &Reader<'_, '_>, complements: &Complements) -> bool {
    let as_what = |at| ["as", "like"].iter().any(|w| reader.view.is_word(at, w));
    let acts = matches!(reader.view.kind(complements.end), Some(UnitKind::Verb(_)));
    let led = complements.phrases.iter().any(|p| as_what(p.preposition));
    !acts && !led && !as_what(complements.end)
}

/// "greeted him at the airport"
fn at_airport(reader: &Reader<'_, '_>, complements: &Complements) -> bool {
    let airport = |n: &usize| reader.view.ends_in(*n, &["airport"]);
    let mut phrases = complements.phrases.iter();
    phrases.any(|p| reader.view.is_word(p.preposition, "at") && p.nouns.iter().any(airport))
}

/// "welcomed him to Downing Street"
fn is_led_to_seat(reader: &Reader<'_, '_>, complements: &Complements) -> bool {
    let seat = |n: &usize| {
        matches!(
            reader.view.kind(*n),
            Some(UnitKind::Parties(_, PartyForm::Seat))
        )
    };
    complements
        .phrases
        .iter()
        .any(|p| reader.view.is_word(p.preposition, "to") && p.nouns.iter().all(seat))
}

/// Who acts in a passive: "was received by the king", "was summoned to the ministry";
/// "were received" by somebody unnamed is none.
pub(super) fn agent(reader: &Reader<'_, '_>, complements: &Complements) -> Option<Vec<usize>> {
    let by = complements
        .phrases
        .iter()
        .find(|p| reader.view.is_word(p.preposition, "by"));
    let organ = || {
        complements.phrases.iter().find(|p| {
            reader.view.is_word(p.preposition, "to") && p.nouns.iter().all(|n| is_organ(reader, *n))
        })
    };
    by.or_else(organ).map(|p| p.nouns.clone())
}

/// "the Peruvian foreign ministry"
fn is_organ(reader: &Reader<'_, '_>, unit: usize) -> bool {
    let noun = reader.view.units.get(unit).and_then(|u| u.noun());
    noun.is_some_and(|n| matches!(n.head, Head::Organ(_)))
}

/// `people verb people {phrase} ("by phone" | "over the phone" …)`: "congratulated President
/// Vega by telephone"
pub(in super::super) fn by_phone(reader: &Reader<'_, '_>, clause: &Clause) -> Option<MeetingFact> {
    let says = |r: &FrameRecord| matches!(r, FrameRecord::Statement(_));
    let somebody =
        |units: &[usize]| !units.is_empty() && units.iter().all(|n| is_somebody(reader, *n));
    let passive = reader.verb(clause).passive;
    if passive || !somebody(&clause.subject) || !reader.view.has_frame(clause.verb, says) {
        return None;
    }
    let complements = reader.view.complements(clause.verb);
    let remote = || {
        let mut adverbs = (clause.verb + 1..complements.end)
            .filter(|n| matches!(reader.view.kind(*n), Some(UnitKind::Adverb)));
        adverbs.any(|n| is_remote(reader, n, n + 1))
    };
    if !somebody(&complements.object) || !remote() {
        return None;
    }
    let reality = reality(reader, clause);
    let status = reality.meeting()?;
    Some(MeetingFact {
        subjects: reader.mentions(&clause.subject),
        partners: reader.mentions(&complements.object),
        dates: dates_around(reader, clause, clause.verb + 1, &complements),
        future: reality.is_future(),
        ..MeetingFact::of(
            reader.site(clause.verb),
            MeetingKind::Call,
            status,
            "meeting.verb",
        )
    })
}

/// `several people ("spoke" | "talked") date {topic}`: "the two ministers spoke on Monday";
/// with no place told, and nobody spoken to, they spoke with each other, and on the telephone
pub(in super::super) fn spoke(reader: &Reader<'_, '_>, clause: &Clause) -> Option<MeetingFact> {
    const ABOUT: [&str; 6] = ["about", "on", "over", "regarding", "via", "by"];
    let verb = reader.verb(clause);
    let lemma = reader.view.tokens.lexicon.lemma(verb.lemma);
    let people = clause.subject.iter().all(|s| is_somebody(reader, *s));
    if verb.passive || !matches!(lemma, "speak" | "talk") || !people {
        return None;
    }
    let complements = reader.view.complements(clause.verb);
    let alone = complements.object.is_empty()
        && complements.quote.is_none()
        && complements.that.is_none()
        && complements.infinitive.is_none();
    let about = |n: usize| ABOUT.iter().any(|w| reader.view.is_word(n, w));
    let dated = !complements.dates.is_empty();
    if !alone
        || !dated
        || !is_plural(reader, &clause.subject)
        || !complements.phrases.iter().all(|p| about(p.preposition))
    {
        return None;
    }
    let reality = reality(reader, clause);
    Some(MeetingFact {
        subjects: reader.mentions(&clause.subject),
        dates: dates_around(reader, clause, clause.verb + 1, &complements),
        topics: topics(reader, &complements),
        future: reality.is_future(),
        ..MeetingFact::of(
            reader.site(clause.verb),
            MeetingKind::Call,
            reality.meeting()?,
            "meeting.verb",
        )
    })
}
