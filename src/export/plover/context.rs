//! What an event is about: the 37 contexts, from wording.

use crate::export::cues::{Cues, rows};
use std::collections::HashMap;
use std::sync::LazyLock;

/// The manual's contexts, in its order.
pub(super) const CONTEXTS: [&str; 37] = [
    "military",
    "intelligence",
    "executive",
    "legislative",
    "election",
    "political_institutions",
    "pro_democracy",
    "pro_autocracy",
    "economic",
    "legal",
    "reparations",
    "human_rights",
    "rights_freedoms",
    "repression",
    "human_security",
    "gender",
    "lgbt",
    "religion_ethnicity",
    "inequality",
    "diplomatic",
    "territory",
    "peacekeeping",
    "health",
    "asylum",
    "migration",
    "disasters",
    "natural_resource",
    "environment",
    "technology",
    "terrorism",
    "cbrn",
    "cyber",
    "misinformation",
    "crime",
    "corruption",
    "illegal_drugs",
    "trafficking",
];

static TOPICS: LazyLock<Cues> = LazyLock::new(|| Cues::new(include_str!("../data/topics.tsv"), 0));

/// CAMEO code to the contexts that the official mapping gives it.
static OF_CAMEO: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| {
    rows(include_str!("../data/cameo_contexts.tsv"))
        .filter_map(|row| Some((*row.first()?, *row.get(1)?)))
        .collect()
});

/// The contexts of these words, and those that the CAMEO code implies.
pub(super) fn contexts(cameo: &str, words: &[&str]) -> Vec<String> {
    let mut found: Vec<&str> = OF_CAMEO
        .get(cameo)
        .map_or_else(Vec::new, |c| c.split(';').collect());
    for text in words {
        for row in TOPICS.find(text) {
            found.extend(row.column(1).split(';'));
        }
    }
    CONTEXTS
        .into_iter()
        .filter(|context| found.contains(context))
        .map(str::to_owned)
        .collect()
}

/// Whether the words are about this context.
pub(super) fn about(words: &str, context: &str) -> bool {
    TOPICS
        .find(words)
        .iter()
        .any(|row| row.column(1).split(';').any(|c| c == context))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_context_in_the_tables_is_one_of_the_manual() {
        let tables = [
            include_str!("../data/topics.tsv"),
            include_str!("../data/cameo_contexts.tsv"),
        ];
        for row in tables.into_iter().flat_map(rows) {
            for context in row[1].split(';') {
                assert!(CONTEXTS.contains(&context), "{row:?}");
            }
        }
    }

    #[test]
    fn contexts_come_once_and_in_the_order_of_the_manual() {
        let words = ["trade and missile defense", "missiles"];
        assert_eq!(
            contexts("036", &words),
            ["military", "economic", "diplomatic"]
        );
    }
}
