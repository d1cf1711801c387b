//! Status: whether what a verb tells happened, is planned, wished or off.
//! The one place that weighs tense, modality, and the verbs that govern others.

mod lead;

use self::lead::{by_preposition, by_whom, by_word_before};
use super::clause::{Clause, Link};
use super::date::Point;
use super::reader::Reader;
use super::verb_group::{Modality, Tense, VerbGroup};
use crate::lexicon::{Control, FrameRecord, VerbForm};
use crate::model::MeetingStatus;

/// How real an event is, by its verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reality {
    /// It happened.
    Done,
    /// It is happening.
    Ongoing,
    /// Told in the present tense: done or to come, by its date.
    Present,
    /// It will happen.
    Planned,
    /// Somebody wants it.
    Wished,
    /// Somebody agreed to it.
    Agreed,
    /// It was refused or failed.
    Refused,
    /// It was to happen and did not.
    Missed,
    /// It is denied, or only possible.
    Unreal,
}

impl Reality {
    /// The status of a meeting that is told so.
    pub(crate) fn meeting(self) -> Option<MeetingStatus> {
        Some(match self {
            Reality::Done | Reality::Present => MeetingStatus::Held,
            Reality::Ongoing => MeetingStatus::Ongoing,
            Reality::Planned | Reality::Agreed => MeetingStatus::Scheduled,
            Reality::Wished => MeetingStatus::Proposed,
            Reality::Refused | Reality::Missed => MeetingStatus::Cancelled,
            Reality::Unreal => return None,
        })
    }

    /// Whether dates without a direction lie ahead.
    pub(crate) fn is_future(self) -> bool {
        matches!(self, Reality::Planned | Reality::Wished | Reality::Agreed)
    }
}

/// "proposed that the two countries open talks": a base form behind the "that" of
/// somebody who asks or proposes.
fn is_asked_for(reader: &Reader<'_, '_>, clause: &Clause) -> bool {
    use crate::model::StatementAct::{Demand, Propose};
    let verb = reader.verb(clause);
    if clause.link != Link::Own || !verb.bare || verb.form != VerbForm::Base {
        return false;
    }
    let asks = |r: &FrameRecord| matches!(r, FrameRecord::Statement(Demand | Propose));
    reader
        .clauses
        .iter()
        .rev()
        .filter(|c| c.verb < clause.start)
        .take(1)
        .any(|c| {
            reader.view.has_frame(c.verb, asks)
                && reader
                    .view
                    .complements(c.verb)
                    .that
                    .is_some_and(|t| t < clause.verb)
        })
}

/// "to help the two sides reach a deal", "helped them reach one": a base form behind who
/// is helped.
fn helped(reader: &Reader<'_, '_>, clause: &Clause) -> Option<Reality> {
    let verb = reader.verb(clause);
    // "to help reach a deal": nobody is named.
    let whom = clause.subject.first().copied().unwrap_or(clause.verb);
    let over = whom.checked_sub(1)?;
    let help = reader.view.verb(over)?;
    let lemma = reader.view.tokens.lexicon.lemma(help.lemma);
    let bare = clause.link == Link::Own && verb.bare && verb.form == VerbForm::Base;
    if !bare || !matches!(lemma, "help" | "let") {
        return None;
    }
    let done = help.tense == Tense::Past && !help.infinitive && !help.negative;
    Some(if done { Reality::Done } else { Reality::Wished })
}

/// "will be in Riga before visiting Kyiv", "is to tour Asia, meeting leaders": what a
/// participle tells is planned as its main clause is.
fn within_plan(reader: &Reader<'_, '_>, clause: &Clause) -> Option<Reality> {
    let Link::Participle(main) = clause.link else {
        return None;
    };
    let past = ["after", "following", "since", "upon"];
    let before = clause.verb.checked_sub(1)?;
    if !reader.verb(clause).is_gerund() || past.iter().any(|w| reader.view.is_word(before, w)) {
        return None;
    }
    let main = reader.clauses.get(main)?;
    let over = reader.verb(main);
    let control = reader.view.tokens.lexicon.control(over.lemma);
    let planned = of_group(over) == Reality::Planned || control == Some(Control::Plan);
    (planned && !over.negative).then_some(Reality::Planned)
}

/// "announced that the leaders would meet", "they would meet, he said": the "will" of
/// somebody who spoke then; not what he asked for, nor what hangs on an "if".
fn is_backshifted(reader: &Reader<'_, '_>, clause: &Clause) -> bool {
    use crate::model::StatementAct::{Demand, Propose};
    let verb = leader(reader, clause);
    if verb.modality != Modality::Would || verb.perfect || verb.negative {
        return false;
    }
    let tells =
        |r: &FrameRecord| matches!(r, FrameRecord::Statement(a) if !matches!(a, Demand | Propose));
    let told = reader.clauses.iter().any(|c| {
        let over = reader.verb(c);
        // "will dine with the guest, who would meet the president"
        c.verb != clause.verb
            && (over.modality == Modality::Will
                || over.modality == Modality::Would && is_dated(reader, c)
                // "quoted him as saying"
                || (over.tense == Tense::Past || over.is_gerund())
                    && reader.view.has_frame(c.verb, tells))
    });
    let open = (0..reader.view.units.len()).any(|n| {
        ["if", "unless", "whether"]
            .iter()
            .any(|w| reader.view.is_word(n, w))
    });
    (told || is_dated(reader, clause)) && !open
}

/// "would travel to Delhi on Friday": what is to be on a certain day hangs on nothing.
fn is_dated(reader: &Reader<'_, '_>, clause: &Clause) -> bool {
    let complements = reader.view.complements(clause.verb);
    complements.dates.iter().any(|d| {
        matches!(
            d.start,
            Point::Day { .. } | Point::Weekday(..) | Point::Today(1..)
        )
    })
}

/// "will attend the forum, meet Xi and sign": the verb whose "will" a base form shares.
fn leader<'a>(reader: &Reader<'a, '_>, clause: &Clause) -> &'a VerbGroup {
    let verb = reader.verb(clause);
    let mut at = clause;
    while let Link::Joined(n) = at.link {
        match reader.clauses.get(n) {
            Some(other) if other.verb < at.verb => at = other,
            _ => break,
        }
    }
    let over = reader.verb(at);
    // "will attend and sign", "to negotiate and sign"
    let led = over.modality != Modality::None || over.infinitive;
    let shares = verb.bare && verb.form == VerbForm::Base && led;
    if shares { over } else { verb }
}

/// The reality of what a clause's verb tells.
pub(crate) fn reality(reader: &Reader<'_, '_>, clause: &Clause) -> Reality {
    let verb = reader.verb(clause);
    let own = if is_backshifted(reader, clause) {
        Reality::Planned
    } else {
        of_group(leader(reader, clause))
    };
    if let Some(told) = is_first_to(reader, clause) {
        return told;
    }
    if is_first_time_ahead(reader, clause) {
        return Reality::Planned;
    }
    if matches!(clause.link, Link::Own | Link::Reduced) && verb.infinitive {
        return Reality::Planned;
    }
    // "The two sides will:", and below it "sign an agreement".
    let bare = verb.bare && verb.form == VerbForm::Base;
    if clause.link == Link::None && bare && clause.subject.is_empty() {
        return Reality::Planned;
    }
    if is_asked_for(reader, clause) {
        return Reality::Wished;
    }
    if let Some(told) = helped(reader, clause) {
        return told;
    }
    if let Some(planned) = within_plan(reader, clause) {
        return planned;
    }
    if let Some(told) = on_condition(reader, clause) {
        return told;
    }
    let Some(governor) = reader.governor(clause) else {
        return by_preposition(reader, clause).unwrap_or(own);
    };
    let over = reader.verb(governor);
    if over.copula && is_expletive(reader, governor) && verb.infinitive {
        // "it was up to both to reach a deal"
        return Reality::Wished;
    }
    let control = reader.view.tokens.lexicon.control(over.lemma);
    let outer = match of_group(over) {
        // "is expected to", "was scheduled to" — the governor's own tense says little.
        Reality::Done | Reality::Present | Reality::Ongoing => None,
        other => Some(other),
    };
    if let Some(told) = by_word_before(reader, clause, governor).filter(|_| verb.infinitive) {
        // "if they are unable to agree"
        let open = told == Reality::Refused && on_condition(reader, governor).is_some();
        return if open { Reality::Unreal } else { told };
    }
    if let Some(told) = by_whom(reader, clause, governor) {
        return told;
    }
    let inner = match control {
        _ if over.tense == Tense::Past
            && (verb.perfect
                && matches!(control, Some(Control::Plan) | None)
                && !APPEARS.contains(&reader.view.tokens.lexicon.lemma(over.lemma))
                // "had been scheduled to sign"
                || over.perfect && over.passive && control == Some(Control::Plan)) =>
        {
            Reality::Missed
        }
        Some(Control::Plan) => Reality::Planned,
        Some(Control::Wish) => Reality::Wished,
        Some(Control::Agree) => Reality::Agreed,
        Some(Control::Refuse) => Reality::Refused,
        Some(Control::Start) => own_tense(over),
        // "flew to Paris to meet", "used the visit to sign"
        None if verb.infinitive => match over.tense {
            Tense::Past => Reality::Done,
            // "before traveling to Cairo to meet"
            Tense::None if over.is_gerund() => {
                within_plan(reader, governor).unwrap_or(Reality::Done)
            }
            _ => Reality::Planned,
        },
        None => own,
    };
    match (outer, inner) {
        (Some(Reality::Unreal), _) => Reality::Unreal,
        (Some(Reality::Planned), Reality::Done | Reality::Present) => Reality::Planned,
        (_, inner) => inner,
    }
}

/// Verbs before "to have" of what happened as far as one knows.
const APPEARS: &[&str] = &[
    "appear", "believe", "claim", "know", "report", "reveal", "say", "seem", "think",
];

/// "once the treaty is ratified", "if they sign": what a present tense tells behind such
/// a word is still to come.
fn on_condition(reader: &Reader<'_, '_>, clause: &Clause) -> Option<Reality> {
    let verb = reader.verb(clause);
    let lead = clause.subject.first()?.checked_sub(1)?;
    let simple = !verb.progressive && !verb.negative && verb.modality == Modality::None;
    if clause.link != Link::Own || !simple {
        return None;
    }
    let is = |list: &[&str]| list.iter().any(|w| reader.view.is_word(lead, w));
    if verb.tense == Tense::Past {
        // "would raise the price unless Minsk agreed"
        return (!verb.perfect && is(&["unless"])).then_some(Reality::Unreal);
    }
    if verb.tense != Tense::Present {
        return None;
    }
    let ahead = is(&["once", "until", "as soon as", "before", "after"])
        || is(&["when"]) && (is_under_plan(reader, clause) || is_told_then(reader, clause));
    if ahead {
        Some(Reality::Planned)
    } else if is(&["unless"]) {
        Some(Reality::Unreal)
    } else if is(&["if", "provided that", "provided", "in case"]) {
        Some(Reality::Wished)
    } else {
        None
    }
}

/// "will discuss it when he meets Mori": the clause before tells what is to come.
fn is_under_plan(reader: &Reader<'_, '_>, clause: &Clause) -> bool {
    let mut before = reader.clauses.iter().rev();
    let main = before.find(|c| c.verb < clause.start);
    main.is_some_and(|c| of_group(leader(reader, c)) == Reality::Planned)
}

/// "said that a welcome awaited him when he visits Lima": what was told then and stands in the
/// present is still to come.
fn is_told_then(reader: &Reader<'_, '_>, clause: &Clause) -> bool {
    let mut before = reader.clauses.iter().rev();
    let main = before.find(|c| c.verb < clause.start);
    main.is_some_and(|c| of_group(leader(reader, c)) == Reality::Done)
}

/// "it is time to", "it was up to both sides to"
fn is_expletive(reader: &Reader<'_, '_>, clause: &Clause) -> bool {
    matches!(clause.subject.as_slice(), [one] if reader.view.is_word(*one, "it"))
}

/// Words that say of whom an infinitive tells what he did.
const RANKED: &[&str] = &[
    "first", "second", "third", "fourth", "fifth", "last", "latest", "only",
];

/// "the first Arab state to sign", "was the last to join": what happened, unless it
/// will.
fn is_first_to(reader: &Reader<'_, '_>, clause: &Clause) -> Option<Reality> {
    let verb = reader.verb(clause);
    let before = clause.verb.checked_sub(1)?;
    if !verb.infinitive || !reader.view.is_nominal(before) {
        return None;
    }
    let mut words = reader.view.text(before).split_whitespace();
    let ranked = words.any(|w| {
        // "the 30th country to sign"
        let counted = w.starts_with(|c: char| c.is_ascii_digit())
            && ["st", "nd", "rd", "th"].iter().any(|end| w.ends_with(end));
        counted || RANKED.iter().any(|r| w.eq_ignore_ascii_case(r))
    });
    let over = reader.governor(clause).map(|g| reader.verb(g));
    let becomes = over.is_none_or(|o| o.copula || o.tense != Tense::None);
    (ranked && becomes).then(|| match over.map(of_group) {
        Some(told @ (Reality::Planned | Reality::Wished | Reality::Unreal)) => told,
        _ => Reality::Done,
    })
}

/// "it will be the first time that the two have met": the perfect is that of what is ahead.
fn is_first_time_ahead(reader: &Reader<'_, '_>, clause: &Clause) -> bool {
    let verb = reader.verb(clause);
    let present = verb.perfect || verb.tense == Tense::Present;
    let mut before = reader.clauses.iter().rev();
    let Some(main) = before.find(|c| c.verb < clause.verb).filter(|_| present) else {
        return false;
    };
    let over = reader.verb(main);
    let time = |u: usize| {
        let text = reader.view.text(u);
        text.len() < 32 && text.ends_with(" time") && RANKED.iter().any(|r| text.contains(r))
    };
    let ahead = over.copula && of_group(over) == Reality::Planned;
    ahead && (main.verb + 1..clause.verb).take(3).any(time)
}

fn own_tense(verb: &VerbGroup) -> Reality {
    of_group(verb)
}

/// What the verb group alone says.
fn of_group(verb: &VerbGroup) -> Reality {
    if verb.negative {
        return Reality::Unreal;
    }
    match verb.modality {
        Modality::Will => return Reality::Planned,
        Modality::Would | Modality::Should => {
            return if verb.perfect {
                Reality::Missed
            } else {
                Reality::Wished
            };
        }
        Modality::May => {
            return if verb.perfect {
                Reality::Unreal
            } else {
                Reality::Wished
            };
        }
        Modality::None => {}
    }
    match verb.tense {
        Tense::Future if verb.perfect => Reality::Missed,
        Tense::Future => Reality::Planned,
        Tense::Past => Reality::Done,
        Tense::Present if verb.progressive => Reality::Ongoing,
        Tense::Present => Reality::Present,
        Tense::None if verb.infinitive => Reality::Wished,
        Tense::None => Reality::Done,
    }
}
