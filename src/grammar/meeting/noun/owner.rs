//! Whose an encounter is: "his visit" is that of who stands before it.

use super::super::adjunct::led_by;
use crate::grammar::reader::Reader;
use crate::grammar::unit::{NounGroup, UnitKind};
use crate::lexicon::WordValue;
use std::rc::Rc;

/// "Vega's remarks during his visit": his who owns what stands before.
pub(super) fn of_owner(reader: &Reader<'_, '_>, unit: usize, noun: Rc<NounGroup>) -> Rc<NounGroup> {
    let before = unit
        .checked_sub(2)
        .and_then(|at| reader.view.units.get(at))
        .and_then(|u| u.noun());
    let his = matches!(noun.pronoun, Some(WordValue::He | WordValue::She));
    if his && let Some(person) = accompanied(reader, unit) {
        let mut noun = noun;
        let own = Rc::make_mut(&mut noun);
        own.pronoun = None;
        match &reader.view.units.get(person).map(|u| (&u.kind, u.span)) {
            Some((UnitKind::People(people), _)) => own.people = people.clone().into_boxed_slice(),
            Some((_, span)) => own.owner_name = Some(span.0),
            None => {}
        }
        return noun;
    }
    let owned = |b: &&Rc<NounGroup>| b.people.len() == 1 || b.owner_name.is_some();
    let Some(before) = before.filter(|_| his).filter(owned) else {
        return noun;
    };
    let mut noun = noun;
    let own = Rc::make_mut(&mut noun);
    own.pronoun = None;
    own.people.clone_from(&before.people);
    own.owner_name = before.owner_name;
    noun
}

/// `("accompany" | "join") person ("in" | "on" | "during") "his" noun`: the journey of whom others
/// go with.
fn accompanied(reader: &Reader<'_, '_>, unit: usize) -> Option<usize> {
    const ALONG: [&str; 4] = ["accompany", "escort", "follow", "join"];
    let person = unit.checked_sub(2)?;
    let verb = reader.view.verb(person.checked_sub(1)?)?;
    let along = ALONG.contains(&reader.view.tokens.lexicon.lemma(verb.lemma));
    let named = matches!(
        reader.view.kind(person),
        Some(UnitKind::People(p)) if p.len() == 1
    ) || matches!(reader.view.kind(person), Some(UnitKind::Name { .. }));
    let led = led_by(reader, unit, &["in", "on", "during"]);
    (along && !verb.passive && named && led).then_some(person)
}
