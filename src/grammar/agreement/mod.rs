//! Acts of agreeing: "agreed to", "signed a memorandum on", "the 1951 treaty".

mod content;
mod extent;
mod founding;
mod join;
mod light;
mod listed;
mod noun;
mod partner;
mod resolved;
mod told;
mod verb;

pub(crate) use self::listed::Listed;
use super::clause::Clause;
use super::complement::{Complements, Phrase};
use super::noun_phrase::is_body;
use super::party::party_of;
use super::reader::Reader;
use super::status::Reality;
use super::unit::{Determiner, Head, NounGroup, Unit, UnitKind};
use super::verb_group::VerbGroup;
use crate::lexicon::{Class, FrameRecord, LightOf, Shape};
use crate::model::{AgreementStatus, InstrumentKind};
use crate::scan::TokenKind;

/// Reads the agreements of a reading.
pub(super) fn read(reader: &mut Reader<'_, '_>) {
    if let Some(fact) = listed::item(reader) {
        reader.facts.agree(fact);
        return;
    }
    let leads = listed::leave(reader);
    let first = reader.facts.agreements.len();
    for n in 0..reader.clauses.len() {
        let clause = &reader.clauses[n];
        let found = if light::signs_it(reader, clause.verb) {
            light::remember(reader, clause.verb);
            light::signed_it(reader, n, &reader.clauses[n])
        } else if tells(reader, clause) {
            verb::by_verb(reader, n, clause)
                .or_else(|| light::light(reader, n, clause))
                .or_else(|| resolved::resolved(reader, n, clause))
        } else if light::leads_out(reader, clause) {
            light::led_out(reader, clause)
        } else if resolved::resolves(reader, clause) {
            resolved::resolved(reader, n, clause)
        } else if founding::founds(reader, clause) {
            founding::founding(reader, n, clause)
        } else {
            continue;
        };
        if let Some(mut found) = found {
            let second = light::again(reader, &reader.clauses[n], &mut found);
            reader.facts.agree(found);
            second.into_iter().for_each(|f| reader.facts.agree(f));
        }
    }
    let numbered = noun::has_number(reader);
    for unit in 0..reader.view.units.len() {
        let found = if instrument(reader, unit).is_some() {
            noun::act(reader, unit)
                .or_else(|| noun::outcome(reader, unit))
                .or_else(|| noun::under_way(reader, unit))
                .or_else(|| noun::named(reader, unit))
        } else {
            None
        };
        if let Some(fact) = found {
            reader.facts.agree(fact);
        } else if numbered && let Some(fact) = noun::resolution(reader, unit) {
            reader.facts.agree(fact);
        }
    }
    light::remember(reader, reader.view.units.len());
    join::one_object(&mut reader.facts.agreements, first);
    join::one_document(&mut reader.facts.agreements, first);
    join::under_document(&mut reader.facts.agreements, first);
    join::apposed(&mut reader.facts.agreements, first);
    if leads {
        join::before_list(&mut reader.facts.agreements, first);
    }
}

/// Whether the verb of a clause has to do with agreements at all.
fn tells(reader: &Reader<'_, '_>, clause: &Clause) -> bool {
    reader.frames(clause).iter().any(|(f, _)| {
        matches!(
            f.record,
            FrameRecord::Agreement(_) | FrameRecord::Light(LightOf::Agreement(_))
        )
    })
}

/// The status of an act whose plain past tense gives `status`, told as `reality` says.
fn adjust(status: AgreementStatus, reality: Reality) -> Option<AgreementStatus> {
    use AgreementStatus::{Broken, Planned, Proposed, Signed};
    Some(match reality {
        Reality::Unreal | Reality::Missed => return None,
        Reality::Done | Reality::Present | Reality::Ongoing => status,
        Reality::Planned => match status {
            Signed | Planned => Planned,
            Broken => Broken,
            _ => Proposed,
        },
        // "decided to leave the treaty"
        Reality::Agreed if status == Broken => Broken,
        Reality::Agreed => Planned,
        Reality::Wished if status == Broken => return None,
        Reality::Wished => Proposed,
        Reality::Refused if status == Broken => return None,
        Reality::Refused => Broken,
    })
}

/// The document or arrangement that a unit names.
fn instrument<'a>(reader: &Reader<'a, '_>, unit: usize) -> Option<(&'a NounGroup, InstrumentKind)> {
    let noun = reader.view.units.get(unit)?.noun()?;
    match noun.head {
        Head::Instrument(kind) => Some((noun, kind)),
        _ => None,
    }
}

/// "a trade and investment agreement", "Economic and Technological Cooperation Agreement":
/// the unit where what names a document begins.
fn joint_start(reader: &Reader<'_, '_>, unit: usize) -> usize {
    let noun = |u: usize| reader.view.units.get(u).and_then(Unit::noun);
    let last = noun(unit).filter(|n| n.determiner == Determiner::None && !n.plural);
    let joined = unit >= 2 && matches!(reader.view.kind(unit - 1), Some(UnitKind::And));
    let (Some(last), true) = (last, joined) else {
        return unit;
    };
    let modifies = match reader.view.kind(unit - 2) {
        Some(UnitKind::Noun(n)) => {
            matches!(n.head, Head::Other)
                && !n.plural
                && n.people.is_empty()
                && matches!(n.determiner, Determiner::A | Determiner::The)
        }
        Some(UnitKind::Name { .. }) => last.proper && !reader.view.text(unit - 2).contains(' '),
        _ => false,
    };
    if modifies { unit - 2 } else { unit }
}

/// Parties that the words of a document name and that are no sides of it.
fn drop_others(reader: &Reader<'_, '_>, unit: usize, noun: &mut NounGroup) {
    drop_seat(reader, unit, noun);
    drop_mediator(reader, unit, noun);
}

/// "the Paris Agreement", "the Chad-Niger Lome Accord": the city where it was made is no
/// side.
fn drop_seat(reader: &Reader<'_, '_>, unit: usize, noun: &mut NounGroup) {
    let Some(u) = reader.view.units.get(unit) else {
        return;
    };
    let tokens = &reader.view.tokens;
    let city = Class::CAPITAL.or(Class::CITY);
    let state = Class::COUNTRY.or(Class::DEMONYM);
    let head = tokens.get(usize::from(noun.head_token)).map(|t| t.shape);
    // "the Paris Agreement", but "the Washington pact"
    let titled = noun.proper && head == Some(Shape::Capitalized);
    let state = if titled {
        state
    } else {
        state.or(Class::METONYM)
    };
    let hyphen = |t: usize| tokens.kind(t) == Some(TokenKind::Hyphen);
    let joint = |t: usize| t.checked_sub(1).is_some_and(hyphen) || hyphen(t + 1);
    let seat = (u.first..u.last)
        .find(|t| tokens.is(*t, city) && !tokens.is(*t, state) && !joint(*t))
        .and_then(|t| party_of(tokens.get(t)?, tokens.lexicon));
    match (seat, noun.parties.len()) {
        (Some(_), 1) => noun.parties.clear(),
        (Some((seat, _)), 3..) => noun.parties.retain(|p| *p != seat),
        _ => {}
    }
}

/// "a U.S.-brokered truce", "the Egyptian-proposed deal": who brought it about is no side.
fn drop_mediator(reader: &Reader<'_, '_>, unit: usize, noun: &mut NounGroup) {
    const BROUGHT: &[&str] = &[
        "backed",
        "brokered",
        "drafted",
        "facilitated",
        "led",
        "mediated",
        "negotiated",
        "proposed",
        "sponsored",
        "supervised",
        "supported",
    ];
    let tokens = &reader.view.tokens;
    let Some(u) = reader
        .view
        .units
        .get(unit)
        .filter(|_| !noun.parties.is_empty())
    else {
        return;
    };
    for t in u.first + 1..u.last.saturating_sub(1) {
        let brought = tokens.kind(t) == Some(TokenKind::Hyphen) && tokens.one_of(t + 1, BROUGHT);
        let named = brought.then(|| tokens.get(t - 1)).flatten();
        if let Some((party, _)) = named.and_then(|t| party_of(t, tokens.lexicon)) {
            noun.parties.retain(|p| *p != party);
        }
    }
}

/// Whether the head noun names a paper or a bargain, not a loose tie.
fn is_firm(reader: &Reader<'_, '_>, unit: usize) -> bool {
    let text = reader.view.text(unit).to_ascii_lowercase();
    let loose = [
        "partnership",
        "partnerships",
        "mechanism",
        "mechanisms",
        "framework",
        "frameworks",
        "document",
        "documents",
        "commitment",
        "commitments",
        "consensus",
        "understanding",
        "understandings",
        "arrangement",
        "arrangements",
        "resolution",
        "resolutions",
        "constitution",
        "statute",
        "charter",
        "deals",
        "settlement",
        "settlements",
        "compromise",
        "convention",
        "conventions",
        "timetable",
        "loan",
        "loans",
        "blueprint",
        "order",
        "orders",
        "declaration",
        "declarations",
    ];
    !text
        .split_whitespace()
        .next_back()
        .is_some_and(|w| loose.contains(&w))
}

/// "Officials and rebels say they have agreed": the several who say it.
fn who_says(reader: &Reader<'_, '_>, clause: &Clause) -> Vec<usize> {
    let before = reader.clauses.iter().rev().find(|c| c.verb < clause.verb);
    let says = |c: &&Clause| {
        let told = |r: &FrameRecord| matches!(r, FrameRecord::Statement(_));
        let near = clause.subject.first().is_some_and(|s| *s <= c.verb + 2);
        near && c.subject.len() > 1 && reader.view.has_frame(c.verb, told)
    };
    before
        .filter(says)
        .map(|c| c.subject.clone())
        .unwrap_or_default()
}

/// Who does what a clause tells; "delegations from the two countries", "the heads of the
/// agencies of both sides" are of those whom "of" and "from" name.
fn actors(reader: &Reader<'_, '_>, clause: &Clause) -> Vec<usize> {
    let mut found = clause.subject.clone();
    let view = &reader.view;
    if let Some(they) = found.last().filter(|u| view.is_word(**u, "they")) {
        // "met the envoy of Togo, and they agreed"
        found = vec![*they];
    }
    if let [one] = found[..]
        && let Some(state) = named_by(reader, one)
    {
        found = vec![state];
    }
    if let [they] = found[..]
        && view.is_word(they, "they")
    {
        let said = who_says(reader, clause);
        match partner::fighters(reader, they) {
            Some(fighters) if said.is_empty() => found = vec![fighters],
            _ => found.extend(said),
        }
    }
    if let [one] = found[..] {
        found.extend(named_behind(reader, one));
    }
    if found.iter().any(|u| partner::is_armed_of(reader, *u)) {
        // "Togo's rebels and the government": that of Togo.
        found.retain(|u| !is_bare_organ(reader, *u));
    }
    let unowned = |u: usize| match view.kind(u) {
        Some(UnitKind::Noun(n)) => {
            (n.plural || is_body(view.text(u)))
                && n.parties.is_empty()
                && matches!(n.head, Head::Other | Head::Group(_))
        }
        // "leaders of four countries", "officials from Chile and Peru"
        Some(UnitKind::Post(p)) => p.plural && p.parties.is_empty(),
        _ => false,
    };
    if let [one] = clause.subject[..]
        && unowned(one)
    {
        let side = |u: &usize| match view.kind(*u) {
            Some(UnitKind::Parties(..)) => true,
            Some(UnitKind::Noun(n)) => {
                matches!(n.head, Head::Group(_)) || reader.mention(*u).is_some()
            }
            _ => false,
        };
        let complements = view.complements(one);
        let phrases = complements.phrases.iter();
        let whose = phrases
            .take_while(|p| p.preposition < clause.verb)
            .filter(|p| view.is_word(p.preposition, "of") || view.is_word(p.preposition, "from"))
            .flat_map(|p| p.nouns.iter().copied())
            .filter(side);
        found.extend(whose);
    }
    found
}

/// "only two Arab countries, Egypt and Jordan, signed": those whom a counted group names.
fn named_behind(reader: &Reader<'_, '_>, group: usize) -> Vec<usize> {
    let view = &reader.view;
    let count = match view.kind(group) {
        Some(UnitKind::Noun(n)) if matches!(n.head, Head::Group(_)) => n.count,
        _ => None,
    };
    let apart = |n: usize| matches!(view.kind(n), Some(UnitKind::Comma | UnitKind::Dash));
    let named = |u: &usize| matches!(view.kind(*u), Some(UnitKind::Parties(..)));
    if count.is_none() || !apart(group + 1) || !named(&(group + 2)) {
        return Vec::new();
    }
    let (list, end) = view.list_right(group + 2);
    let all = apart(end) && list.len() > 1 && list.iter().all(named);
    if all { list } else { Vec::new() }
}

/// "the government", of no state named beside it.
fn is_bare_organ(reader: &Reader<'_, '_>, unit: usize) -> bool {
    matches!(reader.view.kind(unit), Some(UnitKind::Noun(n)) if matches!(n.head, Head::Organ(_)) && n.parties.is_empty() && n.determiner == Determiner::The)
}

/// "Egypt, the first Arab country to sign": the state that a unit of its kind stands beside.
fn named_by(reader: &Reader<'_, '_>, unit: usize) -> Option<usize> {
    let view = &reader.view;
    let kind = match view.kind(unit)? {
        UnitKind::Noun(n) => matches!(n.head, Head::Group(_)) && n.parties.is_empty(),
        _ => false,
    };
    let state = unit.checked_sub(2)?;
    let beside = matches!(view.kind(unit - 1), Some(UnitKind::Comma))
        && matches!(view.kind(state), Some(UnitKind::Parties(..)));
    let one = view.ends_in(
        unit,
        &["country", "government", "member", "nation", "state"],
    );
    (kind && one && beside).then_some(state)
}

/// Parties that hang on "with", "between", "among" behind a unit.
fn sides(reader: &Reader<'_, '_>, unit: usize) -> Vec<usize> {
    sides_in(reader, &reader.view.complements(unit))
}

/// The parties that "with", "between" and "among" lead; "between the government of Chad
/// and the rebels" leads the last item of the "of" behind it too; of a "with" that hangs on
/// a meeting ("signed a pact after talks with Togo") if there is no other.
fn sides_in(reader: &Reader<'_, '_>, complements: &Complements) -> Vec<usize> {
    let leads =
        |p: &Phrase, words: &[&str]| words.iter().any(|w| reader.view.is_word(p.preposition, w));
    let mut found = Vec::new();
    let mut met: Option<&Phrase> = None;
    for (n, phrase) in complements.phrases.iter().enumerate() {
        if !leads(phrase, &["with", "between", "among", "amongst"]) {
            continue;
        }
        if phrase
            .preposition
            .checked_sub(1)
            .is_some_and(|u| reader.view.is_meeting(u))
        {
            met = met.or(Some(phrase));
            continue;
        }
        found.extend(
            phrase
                .nouns
                .iter()
                .copied()
                .filter(|u| takes_part(reader, *u)),
        );
        let of = complements.phrases.get(n + 1).filter(|p| leads(p, &["of"]));
        if let (1, true, Some(of)) = (phrase.nouns.len(), leads(phrase, &["between"]), of) {
            found.extend(of.nouns.iter().skip(1).copied());
        }
    }
    if found.is_empty() {
        found.extend(met.into_iter().flat_map(|p| p.nouns.iter().copied()));
    }
    found
}

/// Who only helps others to agree.
const HELPERS: &[&str] = &["broker", "brokers", "facilitator", "mediator", "mediators"];

/// "after meeting with a German mediator", "with Belgium abstaining": who is no side.
fn takes_part(reader: &Reader<'_, '_>, unit: usize) -> bool {
    let does = reader.view.verb(unit + 1).is_some_and(VerbGroup::is_gerund);
    !does && !reader.view.ends_in(unit, HELPERS)
}

/// "could not agree", "could not reach a deal": they tried, and failed.
fn could_not(verb: &VerbGroup, text: &str) -> bool {
    let could = text
        .get(..5)
        .is_some_and(|w| w.eq_ignore_ascii_case("could"));
    verb.negative && !verb.passive && !verb.perfect && could
}

/// "neither side signed", "none of them agreed", "never took effect": nobody does.
fn is_nobody(reader: &Reader<'_, '_>, clause: &Clause) -> bool {
    let before = clause.verb.checked_sub(1);
    if before.is_some_and(|n| reader.view.is_word(n, "never")) {
        return true;
    }
    clause
        .subject
        .first()
        .is_some_and(|u| match reader.view.kind(*u) {
            Some(UnitKind::Noun(n)) => {
                n.determiner == Determiner::No && !matches!(n.head, Head::Instrument(_))
            }
            Some(_) => {
                let first = reader.view.text(*u).split(' ').next().unwrap_or_default();
                ["neither", "none", "nobody"]
                    .iter()
                    .any(|w| first.eq_ignore_ascii_case(w))
            }
            None => false,
        })
}

fn is_pronoun(reader: &Reader<'_, '_>, unit: usize) -> bool {
    matches!(reader.view.kind(unit), Some(UnitKind::Pronoun(_)))
}

/// "agreed to negotiate a treaty", "agreed to restore ties": the agreeing is the record.
fn told_by_outer(reader: &Reader<'_, '_>, clause: &Clause) -> bool {
    reader.governor(clause).is_some_and(|g| {
        let verb = reader.verb(g);
        !verb.negative
            && reader
                .frames(g)
                .iter()
                .any(|(f, _)| matches!(f.record, FrameRecord::Agreement(_)))
            && g.verb < clause.verb
    })
}
