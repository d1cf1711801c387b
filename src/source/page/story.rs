//! The story: where it starts and ends, and what each block in it is.

use super::{Maker, Role, Source};
use crate::source::blocks::Look;
use crate::source::boilerplate::Class;
use crate::source::dateline::{self, Setting};
use crate::source::sheet::Mark;
use crate::source::{byline, caption, headline, shape};

/// Its bounds.
impl Maker<'_, '_> {
    /// Finds the first block of prose and the last one before the page's end.
    pub(super) fn find_story(&mut self) {
        let count = self.blocks.len();
        let first = (0..count)
            .find(|&i| self.is_prose(i) && !caption::is_caption(self.text(i)) && !self.is_deck(i));
        let Some(first) = first else {
            let item = (0..count).find(|&i| self.is_prose(i));
            self.story = item.unwrap_or(count)..count;
            return;
        };
        let hard = (first..count).find(|&i| self.ends_story(i));
        self.story = first..hard.unwrap_or(count);
    }

    /// Whether nothing of the story comes behind the block.
    pub(super) fn ends_story(&self, index: usize) -> bool {
        match self.blocks.get(index).map(|b| &b.look) {
            Some(Look::Known(Class::End | Class::Copyright)) => {
                let prose = (index + 1..self.blocks.len())
                    .take(40)
                    .filter(|&i| self.is_prose(i))
                    .count();
                // A marker in mid-story: the story goes on for long.
                prose < 6
            }
            _ => false,
        }
    }

    /// A sentence among deck lines: no empty line parts it from a line above that
    /// ends without a stop, though the page parts its paragraphs by empty lines.
    pub(super) fn is_deck(&self, index: usize) -> bool {
        let Some(block) = self.blocks.get(index) else {
            return false;
        };
        if block.blank || index == 0 || block.shape.words > 45 {
            return false;
        }
        let above = index - 1;
        let parted = (index + 1..self.blocks.len())
            .filter(|&i| self.is_prose(i))
            .take(4)
            .all(|i| self.blocks.get(i).is_some_and(|b| b.blank));
        let follower = self.blocks.get(index + 1).is_some_and(|b| b.blank);
        let later = (index + 1..self.blocks.len()).any(|i| self.is_prose(i));
        let top = (0..above).any(|i| self.is_title(i));
        parted
            && follower
            && later
            && top
            && self.is_title(above)
            && self
                .blocks
                .get(above)
                .is_some_and(|b| !b.shape.terminal && !b.shape.colon)
    }
}

/// Its blocks.
impl Maker<'_, '_> {
    pub(super) fn read_body(&mut self) {
        let story = self.story.start..self.story.end.min(self.blocks.len());
        let last = story
            .clone()
            .rev()
            .find(|&i| self.is_prose(i))
            .map_or(story.start, |i| i + 1);
        let mut listing = false;
        let mut junk = false;
        for index in story.clone() {
            if !self.is_open(index) {
                continue;
            }
            let (role, starts_junk) = self.body_role(index, listing, junk, last);
            junk = match role {
                Role::Body => false,
                _ => junk || starts_junk,
            };
            listing = match role {
                Role::Body => self.blocks.get(index).is_some_and(|b| b.shape.colon),
                // Items with bullets of their own need no guess.
                Role::Item => self.blocks.get(index).is_some_and(|b| b.look != Look::Item),
                _ => listing,
            };
            self.role(index, role);
        }
    }

    /// The role of a block of the story, and whether it opens a list of others.
    pub(super) fn body_role(
        &mut self,
        index: usize,
        listing: bool,
        junk: bool,
        last: usize,
    ) -> (Role, bool) {
        let Some(block) = self.blocks.get(index) else {
            return (Role::Dropped("other"), false);
        };
        let (shape, linked, len, mark) = (block.shape, block.linked, block.range.len(), block.mark);
        let item = block.look == Look::Item;
        match block.look.clone() {
            Look::Stamp(dated) => {
                if index >= last && !junk {
                    self.note(&dated, Source::Close);
                }
                return (Role::Dropped("timestamp"), false);
            }
            Look::Byline => {
                self.note_byline(index);
                return (Role::Dropped("byline"), false);
            }
            Look::Known(class) => return self.known_role(index, class),
            Look::Reference(reason) => {
                if reason == "e-mail address" {
                    self.note_signature(index);
                }
                return (Role::Dropped(reason), false);
            }
            Look::Rule => return (Role::Dropped("rule"), false),
            Look::Text | Look::Item => {}
        }
        let text = self.text(index);
        if mark == Mark::Caption || caption::is_caption(text) && (shape.words < 60) {
            return (Role::Caption, false);
        }
        if matches!(mark, Mark::Title | Mark::Heading(_)) {
            return (Role::Dropped("crosshead"), false);
        }
        if self.is_prose(index) {
            return (if item { Role::Item } else { Role::Body }, false);
        }
        if linked * 2 > len {
            return (Role::Dropped("link"), false);
        }
        if junk {
            return (Role::Dropped("related stories"), false);
        }
        if headline::repeats(&self.folded, &shape::fold(text)) {
            return (Role::Dropped("repeated headline"), false);
        }
        if item && shape.words >= 2 || listing && shape.words >= 2 && !shape.is_shouted() {
            return (Role::Item, false);
        }
        let quoted = text.starts_with(['"', '“', '‘']);
        if index < last && (shape.terminal || quoted) && shape.words >= 1 {
            return (Role::Body, false);
        }
        // The last words of a text that was cut off, or of one without stops.
        let sentence = shape.words >= 8 && shape.small * 10 >= shape.words * 5;
        let adjacent = index == last;
        if (sentence && adjacent) || (shape.terminal && adjacent && shape.words >= 2) {
            return (Role::Body, false);
        }
        if index < last && sentence && shape.words >= 14 {
            return (Role::Body, false);
        }
        (
            Role::Dropped(if index < last {
                "crosshead"
            } else {
                "page furniture"
            }),
            false,
        )
    }

    /// Among the first paragraphs: one said twice, and what stands before the
    /// paragraph with the dateline (a summary or a caption).
    pub(super) fn read_lead(&mut self) {
        let first: Vec<usize> = (self.story.start..self.blocks.len())
            .filter(|&i| self.roles.get(i) == Some(&Role::Body))
            .take(4)
            .collect();
        for pair in first.windows(2) {
            if let [a, b] = *pair
                && self.text(a) == self.text(b)
            {
                self.role(a, Role::Dropped("repeated paragraph"));
            }
        }
        let setting = Setting {
            lead: false,
            first: true,
            capitals: self.capitals,
        };
        let lead = first.iter().take(3).position(|&i| {
            let found = dateline::read(self.text(i), setting);
            found.is_some_and(|f| f.place.is_some())
        });
        for &index in first.iter().take(lead.unwrap_or(0)) {
            let short = self.blocks.get(index).is_some_and(|b| b.shape.words <= 60);
            if short && self.roles.get(index) == Some(&Role::Body) {
                self.role(index, Role::Subhead);
            }
        }
    }

    pub(super) fn known_role(&mut self, index: usize, class: Class) -> (Role, bool) {
        let shape = self.blocks.get(index).map(|b| b.shape).unwrap_or_default();
        let sentence = shape.terminal && shape.words >= 12;
        match class {
            Class::Related if sentence => (Role::Body, false),
            Class::Related => (Role::Dropped(class.reason()), true),
            Class::Signoff => {
                self.note_signature(index);
                (Role::Dropped(class.reason()), false)
            }
            Class::Label | Class::Agency | Class::Menu if sentence => (Role::Body, false),
            _ => (Role::Dropped(class.reason()), false),
        }
    }

    /// A sign-off that names the reporter.
    pub(super) fn note_signature(&mut self, index: usize) {
        if self.page.byline.is_none()
            && let Some(name) = byline::signed(self.text(index))
        {
            self.page.byline = Some(name.to_owned());
        }
    }

    /// Behind the story.
    pub(super) fn read_tail(&mut self) {
        for index in self.story.end..self.blocks.len() {
            if !self.is_open(index) {
                continue;
            }
            let look = self.blocks.get(index).map(|b| b.look.clone());
            let reason = match look {
                Some(Look::Stamp(dated)) => {
                    self.note(&dated, Source::Footer);
                    "timestamp"
                }
                Some(Look::Known(class)) => class.reason(),
                Some(Look::Reference(reason)) => reason,
                Some(Look::Rule) => "rule",
                _ => "behind the story",
            };
            self.role(index, Role::Dropped(reason));
        }
    }
}
