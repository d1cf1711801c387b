//! How the grammar read a sentence, in words: for people who work on it.

use super::chunk::Buffers;
use super::input::Source;
use super::view::View;
use crate::lexicon::Lexicon;
use crate::scan::Reading;

/// The units and clauses of a reading, for people who work on the grammar.
pub(crate) fn explain(
    text: &str,
    lexicon: &Lexicon,
    reading: &Reading,
    buffers: &mut Buffers,
    out: &mut String,
) {
    use std::fmt::Write;
    let source = Source::of(text, lexicon, &reading.tokens);
    let (view, all_tags) = View::of(&source, buffers);
    let _ = writeln!(
        out,
        "== {:?} paragraph {} inside {:?}",
        reading.kind, reading.paragraph, reading.inside
    );
    for (n, unit) in view.units.iter().enumerate() {
        let tags = all_tags.get(unit.first..unit.last).unwrap_or_default();
        let kind = format!("{:?}", unit.kind);
        let kind: String = kind.chars().take(230).collect();
        let _ = writeln!(out, "{n:>3} {:<40} {tags:?} {kind}", view.text(n));
    }
    for clause in view.clauses(Vec::new()) {
        let subject: Vec<&str> = clause.subject.iter().map(|s| view.text(*s)).collect();
        let complements = view.complements(clause.verb);
        let _ = writeln!(
            out,
            "  clause {} {:?} subject {subject:?} object {:?} phrases {:?} that {:?} inf {:?} quote {:?}",
            view.text(clause.verb),
            clause.link,
            complements
                .object
                .iter()
                .map(|o| view.text(*o))
                .collect::<Vec<_>>(),
            complements
                .phrases
                .iter()
                .map(|p| (
                    view.text(p.preposition),
                    p.nouns.iter().map(|o| view.text(*o)).collect::<Vec<_>>()
                ))
                .collect::<Vec<_>>(),
            complements.that,
            complements.infinitive,
            complements.quote,
        );
    }
}
