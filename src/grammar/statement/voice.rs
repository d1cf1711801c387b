//! Texts in the first person: promises, thanks and positions without a verb of
//! saying. They count only where the text has an author who is known.

use super::{Taken, is_first_person};
use crate::grammar::clause::{Clause, Link};
use crate::grammar::fact::StatementFact;
use crate::grammar::reader::Reader;
use crate::grammar::unit::{Unit, UnitKind};
use crate::grammar::verb_group::{Modality, Tense};
use crate::lexicon::{FrameRecord, WordValue};
use crate::model::StatementAct;

/// "We will take five more", "we must stand together": in a text of the first
/// person a promise or a call.
pub(super) fn promise(
    reader: &Reader<'_, '_>,
    clause: &Clause,
    taken: &Taken,
) -> Option<StatementFact> {
    let verb = reader.verb(clause);
    if clause.link != Link::Own || !is_first_person(reader, clause) {
        return None;
    }
    let going = verb.progressive
        && reader.view.tokens.lexicon.lemma(verb.lemma) == "go"
        && reader.view.complements(clause.verb).infinitive.is_some();
    let act = match verb.tense {
        _ if going => StatementAct::Pledge,
        Tense::Future if !verb.negative && !verb.progressive => StatementAct::Pledge,
        _ if verb.modality == Modality::Should => StatementAct::Demand,
        _ => return None,
    };
    let from = clause.subject.first().copied()?.min(clause.verb);
    if taken.is_covered(from) || is_program(reader, clause) {
        return None;
    }
    let content = reader.span(from, reader.end())?;
    Some(StatementFact {
        spoken: is_spoken(reader, clause),
        future: true,
        ..StatementFact::of(
            reader.site(clause.verb),
            reader.mentions(&clause.subject),
            act,
            content,
            "statement.promise",
        )
    })
}

/// "I will visit Fiji", "we will hold talks": the program of a journey, no promise.
fn is_program(reader: &Reader<'_, '_>, clause: &Clause) -> bool {
    let is_meeting = |record: &FrameRecord| matches!(record, FrameRecord::Meeting(_));
    let met = reader
        .frames(clause)
        .iter()
        .any(|(f, _)| is_meeting(&f.record));
    let complements = reader.view.complements(clause.verb);
    let held = |at: &usize| reader.noun_record(*at, is_meeting).is_some();
    met || complements.object.iter().any(held)
}

/// Words of the first person in a turn of a transcript.
pub(super) fn is_spoken(reader: &Reader<'_, '_>, clause: &Clause) -> bool {
    !reader.facts.turns.is_empty() && is_first_person(reader, clause)
}

/// "Thank you for …", "Our message is clear": sentences that the author of the
/// text says in his own voice.
pub(super) fn own_voice(reader: &mut Reader<'_, '_>, taken: &mut Taken) {
    if reader.reading.inside.is_some() {
        return;
    }
    let found = thanks(reader).or_else(|| position(reader));
    let Some((from, act)) = found.filter(|(from, _)| !taken.is_covered(*from)) else {
        return;
    };
    let Some(content) = reader.span(from, reader.end()) else {
        return;
    };
    taken.cover(from, reader.end());
    reader.facts.say(StatementFact {
        spoken: true,
        ..StatementFact::of(
            reader.site(from),
            Vec::new(),
            act,
            content,
            "statement.own_voice",
        )
    });
}

/// `thanks = ["so" | "and"] "thank you" "for" …`
fn thanks(reader: &Reader<'_, '_>) -> Option<(usize, StatementAct)> {
    let clause = reader.clauses.first()?;
    let lemma = reader.view.tokens.lexicon.lemma(reader.verb(clause).lemma);
    let you = reader.view.is_word(clause.verb + 1, "you");
    let reason = (clause.verb + 2..clause.verb + 8).any(|u| reader.view.is_word(u, "for"));
    (lemma == "thank" && clause.subject.is_empty() && you && reason)
        .then_some((clause.verb, StatementAct::Welcome))
}

/// `position = "our" noun … ("is" | "are" | "remains") …`
fn position(reader: &Reader<'_, '_>) -> Option<(usize, StatementAct)> {
    let clause = reader.clauses.iter().find(|c| c.link == Link::Own)?;
    let subject = *clause.subject.first()?;
    let noun = reader.view.units.get(subject).and_then(Unit::noun)?;
    let ours = matches!(noun.pronoun, Some(WordValue::We | WordValue::I));
    let verb = reader.verb(clause);
    let lemma = reader.view.tokens.lexicon.lemma(verb.lemma);
    let stands = matches!(lemma, "be" | "remain" | "stand") && verb.tense == Tense::Present;
    let main = reader
        .view
        .units
        .iter()
        .take(subject)
        .all(|u| !matches!(u.kind, UnitKind::Verb(_) | UnitKind::Relative));
    (ours && stands && main).then_some((subject, StatementAct::Say))
}
