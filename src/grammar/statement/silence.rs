//! Reporting verbs that report nothing: names given, comments refused, visits paid.

use crate::grammar::clause::{Clause, Link};
use crate::grammar::complement::Complements;
use crate::grammar::party::PartyForm;
use crate::grammar::reader::Reader;
use crate::grammar::unit::{Determiner, Head, Unit, UnitKind};
use crate::lexicon::{Frame, FrameRecord, WordValue};
use crate::model::StatementAct;

/// "what he calls provocations", "which it considers": it names, it does not tell.
pub(super) fn is_naming(reader: &Reader<'_, '_>, clause: &Clause) -> bool {
    let lemma = reader.view.tokens.lexicon.lemma(reader.verb(clause).lemma);
    let first = clause.subject.first().copied().unwrap_or(clause.verb);
    matches!(
        lemma,
        "call" | "consider" | "describe" | "regard" | "see" | "view" | "term" | "dub"
    ) && first.checked_sub(1).is_some_and(|l| {
        matches!(reader.view.kind(l), Some(UnitKind::Relative)) || reader.view.is_word(l, "what")
    })
}

/// "declined to comment", "made no comment": no utterance.
pub(super) fn says_nothing(
    reader: &Reader<'_, '_>,
    clause: &Clause,
    frame: &Frame,
    complements: &Complements,
) -> bool {
    let lexicon = reader.view.tokens.lexicon;
    let none = complements.object.first().is_some_and(|o| {
        reader
            .view
            .units
            .get(*o)
            .and_then(Unit::noun)
            .is_some_and(|n| n.determiner == Determiner::No)
    });
    let refuses = matches!(
        lexicon.lemma(reader.verb(clause).lemma),
        "decline" | "refuse" | "fail"
    );
    let comment = || {
        complements
            .object
            .first()
            .is_some_and(|o| reader.view.text(*o).to_lowercase().contains("comment"))
    };
    let to_speak = || {
        complements
            .infinitive
            .and_then(|u| reader.view.verb(u))
            .is_some_and(|v| {
                SPEECH.contains(&lexicon.lemma(v.lemma))
                    || lexicon.frames(v.lemma).iter().any(|f| {
                        // "refused to say", but "refuses to recognize the claim"
                        f.record == FrameRecord::Statement(StatementAct::Say)
                            && f.slots.get("object").is_none()
                    })
            })
    };
    let takes_object = frame.slots.get("object").is_some();
    // "He smiled, referring to the vote": the writer explains.
    let verb = reader.verb(clause);
    let explains = (verb.is_gerund() || verb.progressive)
        && matches!(lexicon.lemma(verb.lemma), "refer" | "allude");
    explains
        || makes_remarks(reader, clause, complements)
        || receives(reader, clause, complements)
        || stays_unnamed(reader, clause, complements)
        || leads_in(reader, clause, frame, complements)
        || is_told(reader, clause, complements)
        || none && takes_object
        || refuses && (comment() || to_speak())
        || is_call(reader, clause, complements)
        || fights(reader, clause, complements)
        || decides(reader, clause, complements)
        || names_source(reader, clause, complements)
}

/// "made the remarks in Lima": what was said is told elsewhere.
fn makes_remarks(reader: &Reader<'_, '_>, clause: &Clause, complements: &Complements) -> bool {
    const NEWS: &[&str] = &["news", "development"];
    const TOLD: &[&str] = &[
        "remark",
        "remarks",
        "comment",
        "comments",
        "statement",
        "statements",
        "announcement",
        "declaration",
        "disclosure",
        "revelation",
    ];
    let told_by = match reader.view.tokens.lexicon.lemma(reader.verb(clause).lemma) {
        "make" => TOLD,
        "announce" | "confirm" | "disclose" | "reveal" => NEWS,
        _ => return false,
    };
    let told = complements.object.first().is_some_and(|o| {
        let noun = reader.view.units.get(*o).and_then(Unit::noun);
        let definite = noun.is_some_and(|n| {
            matches!(
                n.determiner,
                Determiner::The | Determiner::This | Determiner::Possessive
            )
        });
        definite && reader.view.ends_in(*o, told_by)
    });
    told && complements.that.is_none() && complements.quote.is_none()
}

/// "welcomed the king at the palace": a reception.
fn receives(reader: &Reader<'_, '_>, clause: &Clause, complements: &Complements) -> bool {
    let lemma = reader.view.tokens.lexicon.lemma(reader.verb(clause).lemma);
    let guest = |o: &usize| match reader.view.kind(*o) {
        Some(UnitKind::People(_) | UnitKind::Post(_)) => true,
        Some(UnitKind::Noun(n)) => {
            let guests = ["guest", "guests", "visitor", "visitors", "delegation"];
            matches!(n.head, Head::Group(_)) || reader.view.ends_in(*o, &guests)
        }
        _ => false,
    };
    let object = match complements.object.is_empty() {
        true => &complements.late,
        false => &complements.object,
    };
    lemma == "welcome" && !object.is_empty() && object.iter().all(guest)
}

/// "Rebels told to disarm": in a headline, who is told.
fn is_told(reader: &Reader<'_, '_>, clause: &Clause, complements: &Complements) -> bool {
    let lemma = reader.view.tokens.lexicon.lemma(reader.verb(clause).lemma);
    matches!(lemma, "tell" | "urge" | "order" | "warn")
        && complements.object.is_empty()
        && complements.infinitive == Some(clause.verb + 1)
}

/// "Pointing to the figures, the minister said": a verb of saying with an object alone, in
/// the clause that opens the sentence.
fn leads_in(
    reader: &Reader<'_, '_>,
    clause: &Clause,
    frame: &Frame,
    complements: &Complements,
) -> bool {
    let opening = clause.link == Link::None && reader.verb(clause).is_gerund();
    let says = frame.record == FrameRecord::Statement(StatementAct::Say);
    let clause_told = complements.that.is_some() || complements.quote.is_some();
    let object = !complements.object.is_empty() || !complements.phrases.is_empty();
    opening && says && !clause_told && object
}

/// "asked not to be named"
fn stays_unnamed(reader: &Reader<'_, '_>, clause: &Clause, complements: &Complements) -> bool {
    let lexicon = reader.view.tokens.lexicon;
    let asks = matches!(
        lexicon.lemma(reader.verb(clause).lemma),
        "ask" | "request" | "insist"
    );
    let named = complements.infinitive.and_then(|u| reader.view.verb(u));
    asks && named.is_some_and(|v| {
        v.passive && matches!(lexicon.lemma(v.lemma), "name" | "identify" | "quote")
    })
}

/// "citing the ministry", "quoting a source": where the news is from.
fn names_source(reader: &Reader<'_, '_>, clause: &Clause, complements: &Complements) -> bool {
    let lemma = reader.view.tokens.lexicon.lemma(reader.verb(clause).lemma);
    let source = complements
        .object
        .first()
        .and_then(|o| reader.view.kind(*o));
    matches!(lemma, "cite" | "quote")
        && match source {
            Some(UnitKind::People(_) | UnitKind::Post(_) | UnitKind::Name { .. }) => true,
            Some(UnitKind::Parties(_, form)) => *form != PartyForm::Name,
            Some(UnitKind::Noun(noun)) => matches!(
                noun.head,
                Head::Organ(_) | Head::Source | Head::Media | Head::Document | Head::Outsider
            ),
            _ => false,
        }
}

/// "defends itself", "defended Hawaii", "to defend": with arms, not with words.
fn fights(reader: &Reader<'_, '_>, clause: &Clause, complements: &Complements) -> bool {
    let defends = reader.view.tokens.lexicon.lemma(reader.verb(clause).lemma) == "defend";
    let speaks = by_person(reader, clause);
    let place = complements.object.iter().any(|o| {
        matches!(
            reader.view.kind(*o),
            Some(UnitKind::Parties(..) | UnitKind::Place(_) | UnitKind::Pronoun(_))
        )
    });
    defends && (!speaks || place || !reader.verb(clause).is_finite())
}

/// Somebody, not a state, is the subject.
fn by_person(reader: &Reader<'_, '_>, clause: &Clause) -> bool {
    clause.subject.iter().any(|s| match reader.view.kind(*s) {
        Some(UnitKind::People(_) | UnitKind::Post(_) | UnitKind::Name { .. }) => true,
        Some(UnitKind::Pronoun(word)) => *word != WordValue::It,
        _ => false,
    })
}

/// "is considering sanctions", "Peru sought new terms", "recognized Peru": deeds and plans.
fn decides(reader: &Reader<'_, '_>, clause: &Clause, complements: &Complements) -> bool {
    let verb = reader.verb(clause);
    let state = |o: &usize| matches!(reader.view.kind(*o), Some(UnitKind::Parties(..)));
    match reader.view.tokens.lexicon.lemma(verb.lemma) {
        // "asserting its claims in the strait", but "asserted the importance"
        "consider" | "assert" => verb.progressive || verb.is_gerund(),
        "recognize" | "recognise" => {
            complements.that.is_none() && complements.object.first().is_some_and(state)
        }
        "seek" => verb.is_gerund() || verb.progressive || !by_person(reader, clause),
        _ => false,
    }
}

/// "called on the king", "called the king to inquire": a visit, a telephone call.
fn is_call(reader: &Reader<'_, '_>, clause: &Clause, complements: &Complements) -> bool {
    if reader.view.tokens.lexicon.lemma(reader.verb(clause).lemma) != "call" {
        return false;
    }
    let next = clause.verb + 1;
    let on = reader.view.is_word(next, "on") || reader.view.is_word(next, "upon");
    if on {
        let asks = complements.infinitive.is_some()
            || complements.that.is_some()
            || complements
                .phrases
                .iter()
                .any(|p| reader.view.is_word(p.preposition, "for"));
        return !asks;
    }
    let somebody = complements.object.first().is_some_and(|o| {
        matches!(
            reader.view.kind(*o),
            Some(
                UnitKind::People(_)
                    | UnitKind::Post(_)
                    | UnitKind::Name { .. }
                    | UnitKind::Parties(..)
            )
        )
    });
    let named = complements
        .object
        .last()
        .is_some_and(|o| reader.view.is_nominal(*o + 1));
    complements.infinitive.is_some() && !named || somebody && !named && complements.quote.is_none()
}

/// What one declines to do when one says nothing.
const SPEECH: &[&str] = &[
    "comment",
    "elaborate",
    "answer",
    "discuss",
    "disclose",
    "give",
    "provide",
    "name",
    "identify",
    "put",
    "speculate",
    "respond",
    "speak",
    "talk",
    "confirm",
    "explain",
    "reply",
];
