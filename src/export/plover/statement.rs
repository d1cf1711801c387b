//! Utterances as events: the act first, then what is said.

use super::category::Category;
use super::deed::{Deed, People};
use super::draft::{Draft, dates};
use super::{Entity, actor, deed, meeting};
use crate::export::cues::{Cues, Row};
use crate::export::locate::Locator;
use crate::model::{Article, Statement, StatementAct};
use std::sync::LazyLock;

static ACTS: LazyLock<Cues> = LazyLock::new(|| Cues::new(include_str!("../data/acts.tsv"), 1));

/// The table of wording: scope, phrase, event, mode, CAMEO code.
pub(super) fn acts() -> &'static Cues {
    &ACTS
}

/// The event that an utterance is; `None` for a plain report.
pub(super) fn draft<'a>(
    article: &'a Article,
    statement: &'a Statement,
    people: &People,
    locator: &Locator<'a>,
) -> Option<Draft<'a>> {
    let speakers = speakers(article, statement);
    let told = told(people, statement, &speakers);
    let (category, mode, cameo) = match &told {
        Some(deed) => deed.code,
        None => code(statement)?,
    };
    let is_told = told.is_some();
    let (actor, others) = match told {
        Some(deed) => (deed.actor, deed.recipient),
        None => {
            let others = deed::others(people, &statement.text, &speakers, category);
            (speakers, others)
        }
    };
    let targets: Vec<Entity> = statement.targets.iter().filter_map(actor::party).collect();
    let meeting = statement.meeting.and_then(|id| article.meeting(id));
    let when = statement.when.as_ref();
    Some(Draft {
        category,
        tentative: false,
        told: is_told,
        mode,
        cameo,
        actor,
        recipient: if holds(&others, &targets) {
            others
        } else {
            targets
        },
        dates: dates(article, when.or(meeting.and_then(|m| m.when.as_ref()))),
        place: meeting::place_of(article, statement),
        sentence: locator.sentence(&statement.evidence, Some(&statement.text), &[]),
        words: Some(&statement.text),
        topics: Vec::new(),
    })
}

/// Whether the sides that the words name are those of the record, and perhaps more.
fn holds(named: &[Entity], targets: &[Entity]) -> bool {
    targets.iter().all(|t| named.iter().any(|n| n.same_as(t)))
}

fn speakers(article: &Article, statement: &Statement) -> Vec<Entity> {
    let mut found: Vec<Entity> = Vec::new();
    for speaker in statement
        .speakers
        .iter()
        .filter_map(|s| actor::speaker(article, s))
    {
        if !found.contains(&speaker) {
            found.push(speaker);
        }
    }
    found
}

/// What a plain report tells of the speaker or of others: "that it will send
/// aid", "that Chile must withdraw its troops".
fn told(people: &People, statement: &Statement, speakers: &[Entity]) -> Option<Deed> {
    match statement.act {
        StatementAct::Say => deed::read(people, &statement.text, speakers),
        StatementAct::Confirm => {
            let text = statement.text.as_str();
            let told = content(text).and_then(|t| deed::read(people, t, speakers));
            told.or_else(|| deed::read(people, text, speakers))
        }
        _ => None,
    }
}

/// What "announced on Monday that …" and "announced it …" announce.
fn content(text: &str) -> Option<&str> {
    const HEAD: usize = 6;
    let mut at = 0;
    for (n, word) in text.split_inclusive(' ').take(HEAD).enumerate() {
        match word.trim_end() {
            "that" => return text.get(at + word.len()..),
            "it" | "they" | "he" | "she" | "the" if n > 0 => return text.get(at..),
            _ => at += word.len(),
        }
    }
    None
}

/// The category of the act, made finer by the words; a plain report only by them.
fn code(statement: &Statement) -> Option<(Category, Option<&'static str>, &'static str)> {
    let text = &statement.text;
    let category = match statement.act {
        StatementAct::Condemn => Category::Accuse,
        StatementAct::Demand => Category::Request,
        StatementAct::Oppose => Category::Reject,
        StatementAct::Welcome | StatementAct::Support => Category::Support,
        StatementAct::Pledge | StatementAct::Propose => Category::Agree,
        StatementAct::Warn if statement.targets.is_empty() && !text.starts_with("threaten") => {
            // A warning of a danger threatens nobody.
            return scoped(text, "THREATEN");
        }
        StatementAct::Warn => Category::Threaten,
        StatementAct::Concern => return scoped(text, "concern"),
        StatementAct::Say | StatementAct::Confirm => return scoped(text, "say"),
    };
    let cameo = match statement.act {
        StatementAct::Welcome => "051",
        StatementAct::Condemn => "111",
        _ => category.cameo(),
    };
    let mode = match category {
        Category::Accuse => Some("disapprove"),
        _ => None,
    };
    Some(scoped(text, category.name()).unwrap_or((category, mode, cameo)))
}

/// The code of the longest phrase of this scope in the text.
pub(super) fn scoped(
    text: &str,
    scope: &str,
) -> Option<(Category, Option<&'static str>, &'static str)> {
    let row: &Row = ACTS.best(text, |row| row.column(0) == scope)?;
    let mode = row.column(3);
    Some((
        Category::named(row.column(2))?,
        (!mode.is_empty()).then_some(mode),
        row.column(4),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::cues::rows;

    #[test]
    fn the_table_of_acts_names_categories_and_has_no_row_twice() {
        let mut before: Vec<&str> = Vec::new();
        for row in rows(include_str!("../data/acts.tsv")) {
            assert!(Category::named(row[2]).is_some(), "{row:?}");
            assert!(
                row[4].len() >= 3 && row[4].bytes().all(|b| b.is_ascii_digit()),
                "{row:?}"
            );
            assert!(
                before.as_slice() < &row[..2],
                "not sorted, or twice: {row:?}"
            );
            before = row[..2].to_vec();
        }
    }
}
