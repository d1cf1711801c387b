//! What a careful user should know of the page.

use super::Maker;
use crate::diagnostic::{Warning, WarningCode};
use crate::model::PartialDate;
use crate::source::markup::Facts;
use crate::source::{PieceKind, shape};

/// The page's date and the dateline's may lie this many days apart.
const DAYS: i64 = 3;

impl Maker<'_, '_> {
    /// Notes what is missing or does not fit.
    pub(super) fn warn(&mut self, facts: &Facts) {
        if facts.unread {
            self.note_warning(
                WarningCode::Html,
                "the input is HTML; build with the feature `html` to read it",
            );
        }
        if self.page.published.is_none() {
            self.note_warning(
                WarningCode::NoPublicationDate,
                "no publication date was found or given, so relative dates stay open",
            );
        }
        self.warn_of_dates();
        self.warn_of_end();
    }

    fn note_warning(&mut self, code: WarningCode, message: &str) {
        self.page.warnings.push(Warning::new(code, message, None));
    }

    /// A dateline that is days away from the date of publication.
    fn warn_of_dates(&mut self) {
        let Some(published) = self.page.published else {
            return;
        };
        let Some(dateline) = &self.page.dateline else {
            return;
        };
        let Some(PartialDate::Day(day)) = dateline.date else {
            return;
        };
        if (published.date - day).num_days().abs() > DAYS {
            let span = self.page.map.span(dateline.place.clone());
            self.page.warnings.push(Warning::new(
                WarningCode::DateMismatch,
                format!("the dateline says {day}, the page {}", published.date),
                Some(span),
            ));
        }
    }

    /// No paragraph at all, or a last one that stops in mid-sentence.
    fn warn_of_end(&mut self) {
        let prose = |kind| matches!(kind, PieceKind::Body | PieceKind::Item);
        let Some(last) = self.page.pieces.iter().rfind(|piece| prose(piece.kind)) else {
            self.note_warning(WarningCode::NoBody, "no paragraph of prose was found");
            return;
        };
        let text = self.page.text.get(last.range.clone()).unwrap_or_default();
        let ends = shape::is_terminal(text) || text.ends_with([':', ';']) || text.len() < 40;
        if last.kind == PieceKind::Body && (!ends || text.ends_with('…') || text.ends_with("..."))
        {
            let span = self.page.map.span(last.range.clone());
            self.page.warnings.push(Warning::new(
                WarningCode::CutOff,
                "the text stops in the middle of a sentence",
                Some(span),
            ));
        }
    }
}
