//! Utterances as events: the act first, then what is said.

use super::category::Category;
use super::draft::{Draft, dates};
use super::{Entity, actor, meeting};
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
    locator: &Locator<'a>,
) -> Option<Draft<'a>> {
    let (category, mode, cameo) = code(statement)?;
    let speakers = statement.speakers.iter();
    let mut actor: Vec<Entity> = Vec::new();
    for speaker in speakers.filter_map(|s| actor::speaker(article, s)) {
        if !actor.contains(&speaker) {
            actor.push(speaker);
        }
    }
    let meeting = statement.meeting.and_then(|id| article.meeting(id));
    let when = statement.when.as_ref();
    Some(Draft {
        category,
        tentative: false,
        mode,
        cameo,
        actor,
        recipient: statement.targets.iter().filter_map(actor::party).collect(),
        dates: dates(article, when.or(meeting.and_then(|m| m.when.as_ref()))),
        place: meeting::place_of(article, statement),
        sentence: locator.sentence(&statement.evidence, Some(&statement.text), &[]),
        words: Some(&statement.text),
        topics: Vec::new(),
    })
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
        StatementAct::Warn if statement.targets.is_empty() => {
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
fn scoped(text: &str, scope: &str) -> Option<(Category, Option<&'static str>, &'static str)> {
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
