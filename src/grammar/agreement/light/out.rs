//! `somebody "pulled" state "out of" instrument`: "withdrew Peru from the accord".

use super::super::partner::others;
use super::super::{adjust, drop_others, instrument, is_firm, sides};
use crate::grammar::clause::Clause;
use crate::grammar::complement::Phrase;
use crate::grammar::fact::AgreementFact;
use crate::grammar::reader::Reader;
use crate::grammar::status::reality;
use crate::grammar::unit::{Determiner, NounGroup, UnitKind};
use crate::model::AgreementStatus;
use std::rc::Rc;

/// Verbs of leading a state out of something.
const LEAD_OUT: &[&str] = &["pull", "remove", "take", "withdraw", "yank"];

/// Whether a clause has one of these verbs.
pub(in super::super) fn leads_out(reader: &Reader<'_, '_>, clause: &Clause) -> bool {
    let lemma = reader.verb(clause).lemma;
    LEAD_OUT.contains(&reader.view.tokens.lexicon.lemma(lemma))
}

/// `("pulled" | "withdrew") state ("out of" | "from") ("the" | "its") instrument`
pub(in super::super) fn led_out(reader: &Reader<'_, '_>, clause: &Clause) -> Option<AgreementFact> {
    let view = &reader.view;
    let complements = view.complements(clause.verb);
    let [state] = complements.object[..] else {
        return None;
    };
    let own = matches!(view.kind(state), Some(UnitKind::Parties(..)));
    let out =
        |p: &&Phrase| view.is_word(p.preposition, "out of") || view.is_word(p.preposition, "from");
    let unit = *complements.phrases.iter().find(out)?.nouns.first()?;
    let (noun, kind) = instrument(reader, unit)?;
    let meant = noun.proper || !matches!(noun.determiner, Determiner::A | Determiner::No);
    if !own || !meant || !is_firm(reader, unit) || reader.verb(clause).passive {
        return None;
    }
    let status = adjust(AgreementStatus::Broken, reality(reader, clause))?;
    let mut noun = NounGroup::clone(noun);
    drop_others(reader, unit, &mut noun);
    let mut parties = vec![state];
    parties.extend(sides(reader, unit));
    let mut dates = reader.dates_left(clause);
    dates.extend(complements.dates.iter().copied());
    reader.use_up(unit);
    Some(AgreementFact {
        parties: reader.mentions(&parties),
        content: reader.span(unit, view.complements(unit).end.max(unit + 1)),
        instrument: Some((noun.body, kind)),
        noun: Some(Rc::new(noun)),
        dates,
        others: others(reader, &parties),
        ..AgreementFact::of(reader.site(clause.verb), status, "agreement.light")
    })
}
