//! What stands before the story: timestamps, bylines, deck lines, furniture.

use super::{Maker, Role, Source};
use crate::source::blocks::Look;
use crate::source::boilerplate::{self, Class};
use crate::source::sheet::Mark;
use crate::source::timestamp::{Dated, Label, Moment};
use crate::source::{byline, caption, dateline, headline, shape, timestamp};

impl Maker<'_, '_> {
    pub(super) fn read_head(&mut self) {
        let end = self.story.start.min(self.blocks.len());
        let title = self.roles.iter().position(|r| *r == Role::Headline);
        for index in 0..end {
            if !self.is_open(index) {
                continue;
            }
            let role = self.head_role(index, title);
            self.role(index, role);
        }
    }

    pub(super) fn head_role(&mut self, index: usize, title: Option<usize>) -> Role {
        let Some(block) = self.blocks.get(index) else {
            return Role::Dropped("other");
        };
        let (mark, shape) = (block.mark, block.shape);
        match block.look.clone() {
            Look::Stamp(dated) => {
                let above = title.is_some_and(|title| index < title);
                let source = if above {
                    Source::Masthead
                } else {
                    Source::Header
                };
                self.note(&dated, source);
                let before = dated.moments.first().map_or(0, |m| m.range.start);
                let name = self.text(index).get(..before).and_then(byline::read);
                if let Some(name) = name.map(str::to_owned) {
                    self.page.byline.get_or_insert(name);
                }
                let line = self.text(index);
                let alone = (mark == Mark::Time || !above) && dateline::is_alone(line);
                if alone || !above && dateline::is_letterhead(line) {
                    return Role::Dateline;
                }
                return Role::Dropped("timestamp");
            }
            Look::Byline => {
                self.note_byline(index);
                return Role::Dropped("byline");
            }
            Look::Known(class) => {
                if class == Class::Agency && self.page.outlet.is_none() {
                    self.page.outlet = Some(self.text(index).to_owned());
                }
                self.note_outlet(index);
                return Role::Dropped(class.reason());
            }
            Look::Reference(reason) => {
                if reason == "web address"
                    && let Some(moment) = timestamp::address(self.text(index)).map(Moment::on)
                {
                    self.moments.push((Source::Address, moment));
                }
                return Role::Dropped(reason);
            }
            Look::Rule => return Role::Dropped("rule"),
            Look::Text | Look::Item => {}
        }
        let text = self.text(index);
        if mark == Mark::Time {
            let dateline = dateline::is_alone(text);
            if let Some(dated) = timestamp::line(text) {
                self.note(&dated, Source::Header);
            }
            return if dateline {
                Role::Dateline
            } else {
                Role::Dropped("timestamp")
            };
        }
        if mark == Mark::Caption || caption::is_caption(text) {
            if let Some(day) = dateline::saved_day(text) {
                self.moments.push((Source::Header, Moment::of(day)));
            }
            return Role::Caption;
        }
        if mark == Mark::Dateline {
            return Role::Dateline;
        }
        let folded = shape::fold(text);
        if headline::repeats(&self.folded, &folded) {
            if let Some(dated) = timestamp::line(text) {
                self.note(&dated, Source::Header);
            }
            return Role::Dropped("repeated headline");
        }
        if mark == Mark::Subhead {
            return Role::Subhead;
        }
        if let Some(dated) = ends_dated(text).filter(|_| title.is_some_and(|t| index > t)) {
            self.note(&dated, Source::Footer);
            return Role::Dropped("timestamp");
        }
        let near = title.is_some_and(|t| index > t && index <= t + 8);
        if near && shape.words >= 5 && (shape.terminal || shape.words >= 6 || self.is_deck(index)) {
            return Role::Subhead;
        }
        if dateline::is_alone(text) {
            return Role::Dateline;
        }
        if is_place_line(text) && self.page.dateline.is_none() && title.is_some_and(|t| index > t) {
            return Role::Dateline;
        }
        Role::Dropped("page furniture")
    }

    pub(super) fn note(&mut self, dated: &Dated, source: Source) {
        for moment in &dated.moments {
            let source = match (source, moment.label) {
                (Source::Header | Source::Masthead | Source::Close, Label::Updated) => {
                    Source::Updated
                }
                (Source::Header | Source::Masthead | Source::Close, Label::Published) => {
                    Source::Labelled
                }
                (source, _) => source,
            };
            self.moments.push((source, moment.clone()));
        }
    }

    /// "Source: Anda News Agency": the outlet, if no line before tells it.
    pub(super) fn note_outlet(&mut self, index: usize) {
        if self.page.outlet.is_none()
            && let Some(name) = byline::source(self.text(index))
        {
            self.page.outlet = Some(name.to_owned());
        }
    }

    pub(super) fn note_byline(&mut self, index: usize) {
        if self.page.byline.is_some() {
            return;
        }
        let text = self.text(index);
        let name = byline::read(text).unwrap_or(text).trim().to_owned();
        let small = !name.contains(char::is_uppercase);
        if let Some(dated) = timestamp::line(self.text(index)) {
            self.note(&dated, Source::Header);
        }
        if small && self.page.outlet.is_none() {
            self.page.outlet = Some(name.clone());
        }
        self.page.byline = Some(name);
    }
}

/// A short line that ends with a day and its year: "Ann Lee, Example Press, May 17, 2016".
fn ends_dated(text: &str) -> Option<Dated> {
    const MOST: usize = 12;
    let dated = timestamp::brief(text, MOST)?;
    let behind = text.get(dated.moments.last()?.range.end..)?;
    (!behind.contains(|c: char| c == '.' || c.is_alphanumeric())).then_some(dated)
}

/// "Vladivostok, Russia": a line that is a place alone.
fn is_place_line(text: &str) -> bool {
    let Some((city, country)) = text.split_once(", ") else {
        return false;
    };
    let capital = |w: &str| w.starts_with(char::is_uppercase);
    city.split_whitespace().count() <= 4
        && city.split_whitespace().all(capital)
        && boilerplate::class(country.trim()) == Some(Class::Country)
}
