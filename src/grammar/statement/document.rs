//! Documents that speak for those who issue them.

use crate::grammar::reader::Reader;
use crate::grammar::unit::{Head, Unit, UnitKind};

/// What is done with a document by whoever speaks in it.
const ISSUE: &[&str] = &[
    "issue",
    "release",
    "publish",
    "sign",
    "circulate",
    "post",
    "send",
    "write",
];

/// `document = noun [participle] {date | adverb} ("by" | "from") authors`; "a statement from
/// the White House", "a letter signed by over sixty lawmakers"
pub(super) fn authors(reader: &Reader<'_, '_>, speakers: Vec<usize>) -> Vec<usize> {
    match speakers.as_slice() {
        [one] => of(reader, *one).unwrap_or(speakers),
        _ => speakers,
    }
}

fn of(reader: &Reader<'_, '_>, unit: usize) -> Option<Vec<usize>> {
    let view = &reader.view;
    let noun = view.units.get(unit).and_then(Unit::noun)?;
    let owned = noun.joint || !noun.parties.is_empty() || !noun.people.is_empty();
    if noun.head != Head::Document || owned {
        return None;
    }
    let issued = view.verb(unit + 1).is_some_and(|v| {
        v.may_be_participle() && ISSUE.contains(&view.tokens.lexicon.lemma(v.lemma))
    });
    if let Some(issuer) = issuer(reader, unit) {
        return Some(issuer);
    }
    let mut n = unit + 1 + usize::from(issued);
    while matches!(view.kind(n), Some(UnitKind::Date(_) | UnitKind::Adverb)) {
        n += 1;
    }
    if !["by", "from"].iter().any(|w| view.is_word(n, w)) {
        return None;
    }
    // "by over sixty lawmakers"
    n += 1 + usize::from(matches!(view.kind(n + 1), Some(UnitKind::Preposition)));
    let authors = view.is_nominal(n).then(|| view.list_right(n).0)?;
    authors
        .iter()
        .all(|a| speaks(reader, *a))
        .then_some(authors)
}

fn speaks(reader: &Reader<'_, '_>, unit: usize) -> bool {
    match reader.view.kind(unit) {
        Some(UnitKind::People(_) | UnitKind::Post(_) | UnitKind::Parties(..)) => true,
        Some(UnitKind::Noun(n)) => {
            matches!(n.head, Head::Organ(_) | Head::Group(_) | Head::Source)
                || n.head == Head::Other && !n.parties.is_empty()
        }
        _ => false,
    }
}

/// "The ministry issued a statement calling for calm": the subject of the verb right before
/// the document.
fn issuer(reader: &Reader<'_, '_>, unit: usize) -> Option<Vec<usize>> {
    let verb = unit.checked_sub(1)?;
    let clause = reader.clauses.iter().find(|c| c.verb == verb)?;
    let group = reader.verb(clause);
    let issues = ISSUE.contains(&reader.view.tokens.lexicon.lemma(group.lemma))
        && !group.passive
        && !group.negative
        && !group.infinitive;
    (issues && !clause.subject.is_empty()).then(|| clause.subject.clone())
}
