//! `parties light-verb instrument`: "signed a memorandum of understanding on
//! fisheries"; passive, reduced and joined forms alike.

mod again;
mod document;
mod limits;
mod out;
mod paper;
mod pronoun;

pub(super) use again::again;
pub(super) use out::{leads_out, led_out};
pub(super) use pronoun::{remember, signed_it, signs_it};

use super::join::is_led;
use super::noun::talks_before;
use super::partner::others;
use super::{actors, adjust, could_not, drop_others, is_nobody, sides, sides_in, told_by_outer};
use crate::grammar::clause::{Clause, Link};
use crate::grammar::complement::Complements;
use crate::grammar::fact::AgreementFact;
use crate::grammar::reader::Reader;
use crate::grammar::status::{Reality, reality};
use crate::grammar::unit::{Determiner, NounGroup, UnitKind};
use crate::grammar::verb_group::{Modality, Tense};
use crate::lexicon::{Control, FrameRecord, LightOf};
use crate::model::AgreementStatus;
use document::Document;
use limits::{came_to_none, is_idiom, is_kept, is_matter, is_too_much, tells_nothing};
use std::rc::Rc;

/// Verbs of bringing talks to their end.
const FINISHED: &[&str] = &["complete", "conclude", "finalize", "finalise", "wrap"];

/// Verbs of who brings others together.
const MEDIATED: &[&str] = &["broker", "mediate"];

/// Verbs whose "to" leads the other side.
const OFFERED: &[&str] = &["offer", "propose", "suggest"];

/// `parties light-verb instrument`, `instrument light-verb-passive ["by" parties]`
pub(super) fn light(reader: &Reader<'_, '_>, n: usize, clause: &Clause) -> Option<AgreementFact> {
    let verb = *reader.verb(clause);
    let (after, status) = reader
        .frames(clause)
        .iter()
        .copied()
        .find_map(|(f, after)| match f.record {
            FrameRecord::Light(LightOf::Agreement(status)) => Some((after, status)),
            _ => None,
        })?;
    let lexicon = reader.view.tokens.lexicon;
    let lemma = lexicon.lemma(verb.lemma);
    let fixed = after > clause.verb + 1;
    if matches!(lemma, "issue" | "have") && !fixed
        || is_nobody(reader, clause)
        || is_idiom(reader, clause)
        || is_matter(reader, clause)
    {
        return None;
    }
    let complements = shared_object(reader, n, after);
    let document = Document::of(reader, clause, after, &complements)?;
    let unit = document.unit;
    let (noun, kind) = paper::document(reader, unit, lemma)?;
    let fresh = matches!(noun.determiner, Determiner::A | Determiner::None);
    if fresh && verb.infinitive && status == AgreementStatus::Proposed {
        // "talks to revive a deal" are the record.
        if talks_before(reader, clause.verb).is_some() {
            return None;
        }
    }
    let mut noun = NounGroup::clone(noun);
    drop_others(reader, unit, &mut noun);
    if tells_nothing(reader, clause, lemma, &document, &noun) {
        return None;
    }
    let failed = came_to_none(reader, clause, lemma, &noun);
    let blamed = blamed(reader, clause, status);
    let reality = if failed || will_not(reader, clause, status) {
        Reality::Refused
    } else if blamed.is_some() {
        Reality::Done
    } else {
        reality(reader, clause)
    };
    let status = match is_kept(lemma, verb.negative, reality) {
        Some(true) => return None,
        Some(false) => AgreementStatus::Broken,
        None => adjust(done(reader, clause, lemma, status, &noun), reality)?,
    };
    if blamed.is_none() && is_too_much(reader, clause, lemma, &document, &noun, status) {
        return None;
    }
    let passive = document.is_subject();
    // "the truce, negotiated by the UN": who did so may be no side.
    let known = noun.determiner == Determiner::The;
    let mediates = MEDIATED.contains(&lemma) || lemma == "negotiate" && passive && known;
    let mut parties = Vec::new();
    let mut mediators = Vec::new();
    if !passive {
        let side = if mediates {
            &mut mediators
        } else {
            &mut parties
        };
        match blamed {
            Some(who) => side.push(who),
            None => side.extend(actors(reader, clause)),
        }
    }
    if reality == Reality::Wished && !passive {
        // "wants those sides to sign": who wants it is a side too.
        // Who works to broker one is none.
        if let Some(governor) = reader.governor(clause).filter(|_| !mediates) {
            parties.extend(governor.subject.iter().copied());
        }
    }
    for phrase in &complements.phrases {
        let word = reader.view.text(phrase.preposition).to_ascii_lowercase();
        let by = passive && word == "by";
        if by && mediates {
            mediators.extend(phrase.nouns.iter().copied());
        } else if by || word == "to" && OFFERED.contains(&lemma) {
            // "proposed a pact to Benin"
            parties.extend(phrase.nouns.iter().copied());
        }
    }
    parties.extend(sides_in(reader, &complements));
    parties.extend(sides(reader, unit));
    let content = document.content(reader, n, clause, &complements);
    let mut dates = reader.dates_left(clause);
    dates.extend(complements.dates.iter().copied());
    if let (Link::Joined(first), true) = (clause.link, dates.is_empty()) {
        // "on Thursday met Mori and signed a pact"
        dates = reader
            .clauses
            .get(first)
            .map_or(dates, |c| reader.dates_left(c));
    }
    reader.use_up(unit);
    Some(AgreementFact {
        parties: reader.mentions(&parties),
        content,
        instrument: Some((document.name(reader, &noun), kind)),
        noun: Some(Rc::new(noun)),
        dates,
        others: others(reader, &parties),
        mediators: reader.mentions(&mediators),
        effect: document.is_subject() && takes_effect(reader, clause, after),
        reduced: document.is_reduced(),
        under: told_by_outer(reader, clause),
        led: document.is_reduced() && is_led(reader, document.from),
        needs_two: paper::paper(reader, unit, lemma).is_some(),
        future: reality.is_future(),
        ..AgreementFact::of(reader.site(clause.verb), status, "agreement.light")
    })
}

/// "sanctions on Togo for violating the pact", "criticized Togo for leaving it": whoever stands
/// before what he is blamed for.
fn blamed(reader: &Reader<'_, '_>, clause: &Clause, status: AgreementStatus) -> Option<usize> {
    let view = &reader.view;
    let who = clause.verb.checked_sub(2)?;
    let blames = status == AgreementStatus::Broken
        && reader.verb(clause).is_gerund()
        && view.is_word(clause.verb - 1, "for");
    (blames && reader.mention(who).is_some()).then_some(who)
}

/// What follows a verb; "signed and issued a statement": what follows the verb joined to it.
fn shared_object(reader: &Reader<'_, '_>, n: usize, after: usize) -> Rc<Complements> {
    let own = reader.view.complements(after - 1);
    let joined = reader.clauses.get(n + 1).filter(|c| {
        c.link == Link::Joined(n)
            && c.verb == after + 1
            && matches!(reader.view.kind(after), Some(UnitKind::And))
    });
    match joined {
        Some(next) if own.object.is_empty() => reader.view.complements(next.verb),
        _ => own,
    }
}

/// What a verb tells when it is done: "negotiated a ceasefire" has one, "met to reach a
/// deal" has none yet.
fn done(
    reader: &Reader<'_, '_>,
    clause: &Clause,
    lemma: &str,
    status: AgreementStatus,
    noun: &NounGroup,
) -> AgreementStatus {
    let verb = reader.verb(clause);
    let past = verb.tense == Tense::Past && !verb.progressive && !verb.infinitive;
    match status {
        AgreementStatus::Signed | AgreementStatus::Reached if is_aim(reader, clause) => {
            AgreementStatus::Proposed
        }
        // "are finalizing a deal": still talked about.
        AgreementStatus::Signed if verb.progressive && FINISHED.contains(&lemma) => {
            AgreementStatus::Proposed
        }
        AgreementStatus::Proposed
            if lemma == "negotiate" && past && noun.determiner == Determiner::A =>
        {
            AgreementStatus::Reached
        }
        AgreementStatus::Reached if is_purpose(reader, clause) => AgreementStatus::Proposed,
        _ => status,
    }
}

/// "will not sign the treaty", "did not endorse it", "could not reach a deal": refused or
/// failed.
fn will_not(reader: &Reader<'_, '_>, clause: &Clause, status: AgreementStatus) -> bool {
    let verb = reader.verb(clause);
    match status {
        AgreementStatus::Signed => {
            let willed = matches!(verb.modality, Modality::Will | Modality::Would);
            let willed = willed || verb.infinitive && is_willed(reader, clause);
            let did = verb.tense == Tense::Past && DISPOSED.contains(&lemma_of(reader, clause));
            verb.negative && !verb.passive && !verb.perfect && (willed || did)
        }
        AgreementStatus::Reached => could_not(verb, reader.view.text(clause.verb)),
        _ => false,
    }
}

/// Verbs of what is laid before those who decide: "did not endorse the resolution".
const DISPOSED: &[&str] = &["accept", "adopt", "approve", "endorse"];

fn lemma_of<'a>(reader: &Reader<'a, '_>, clause: &Clause) -> &'a str {
    let lemma = reader.verb(clause).lemma;
    reader.view.tokens.lexicon.lemma(lemma)
}

/// "promised not to sign", "chose not to join"
fn is_willed(reader: &Reader<'_, '_>, clause: &Clause) -> bool {
    let lexicon = reader.view.tokens.lexicon;
    reader.governor(clause).is_some_and(|g| {
        let over = reader.verb(g);
        let will = matches!(
            lexicon.control(over.lemma),
            Some(Control::Agree | Control::Plan)
        );
        will && !over.negative && !over.passive && over.tense != Tense::Future
    })
}

/// "took effect", "entered into force"
fn takes_effect(reader: &Reader<'_, '_>, clause: &Clause, after: usize) -> bool {
    let last = reader.view.text(after - 1).split_whitespace().next_back();
    after > clause.verb + 1 && last.is_some_and(|w| matches!(w, "effect" | "force"))
}

/// "in order to sign a deal": only meant to be.
fn is_aim(reader: &Reader<'_, '_>, clause: &Clause) -> bool {
    let text = reader.view.text(clause.verb).to_ascii_lowercase();
    ["in order ", "so as "].iter().any(|w| text.starts_with(w))
}

/// "met in Geneva to reach a deal": an infinitive that nothing governs.
fn is_purpose(reader: &Reader<'_, '_>, clause: &Clause) -> bool {
    let lexicon = reader.view.tokens.lexicon;
    let governor = reader
        .governor(clause)
        .map(|g| lexicon.control(reader.verb(g).lemma));
    reader.verb(clause).infinitive && governor == Some(None)
}
