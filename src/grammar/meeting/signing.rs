//! Signings: what two sides sign together, at a place or on a day, is a ceremony.

use super::verb::{WITH, is_plural};
use super::{all_places, dates_around};
use crate::grammar::clause::Clause;
use crate::grammar::fact::MeetingFact;
use crate::grammar::place::PlaceExpr;
use crate::grammar::reader::Reader;
use crate::grammar::status::{Reality, reality};
use crate::grammar::unit::{Head, UnitKind};
use crate::lexicon::FrameRecord;
use crate::model::{AgreementStatus, MeetingKind};

const SIGNING: &[&str] = &["sign", "ink", "initial", "co-sign"];

/// `people of two sides "signed" instrument {phrase}` with a place or day;
/// "the ministers of Peru and Bolivia signed an accord in Lima on Monday"
pub(super) fn signing(reader: &Reader<'_, '_>, clause: &Clause) -> Option<MeetingFact> {
    let verb = *reader.verb(clause);
    let lemma = reader.view.tokens.lexicon.lemma(verb.lemma);
    if !SIGNING.contains(&lemma) {
        return None;
    }
    let reality = reality(reader, clause);
    if !matches!(reality, Reality::Done | Reality::Planned) {
        return None;
    }
    let signed = reader.view.has_frame(clause.verb, |r| {
        matches!(
            r,
            FrameRecord::Agreement(AgreementStatus::Signed) | FrameRecord::Light(_)
        )
    });
    let complements = reader.view.complements(clause.verb);
    let of = complements
        .phrases
        .first()
        .filter(|p| reader.view.is_word(p.preposition, "of"));
    let paper = complements
        .object
        .iter()
        .chain(of.iter().flat_map(|p| &p.nouns))
        .any(|o| is_paper(reader, *o));
    let named = clause.subject.iter().any(|s| {
        matches!(
            reader.view.kind(*s),
            Some(UnitKind::People(_) | UnitKind::Name { .. } | UnitKind::Post(_))
        )
    });
    if !signed || !paper || !named || verb.passive {
        return None;
    }
    let places = all_places(reader, clause, &complements);
    let dates = dates_around(reader, clause, clause.verb + 1, &complements);
    if places.is_empty() && dates.is_empty() {
        return None;
    }
    let partners: Vec<usize> = complements
        .phrases
        .iter()
        .filter(|p| WITH.iter().any(|w| reader.view.is_word(p.preposition, w)))
        .flat_map(|p| p.nouns.iter().copied())
        .collect();
    if partners.is_empty() && !is_plural(reader, &clause.subject) {
        return None;
    }
    Some(MeetingFact {
        subjects: reader.mentions(&clause.subject),
        partners: reader.mentions(&partners),
        places: first_place(places),
        dates,
        future: reality.is_future(),
        ..MeetingFact::of(
            reader.site(clause.verb),
            MeetingKind::Ceremony,
            reality.meeting()?,
            "meeting.signing",
        )
    })
}

fn is_paper(reader: &Reader<'_, '_>, unit: usize) -> bool {
    let noun = reader.view.units.get(unit).and_then(|u| u.noun());
    noun.is_some_and(|n| matches!(n.head, Head::Instrument(_) | Head::Document))
}

fn first_place(places: Vec<PlaceExpr>) -> Vec<PlaceExpr> {
    places.into_iter().take(1).collect()
}
