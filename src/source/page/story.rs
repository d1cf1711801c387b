//! The story: where it starts and ends, and what each block in it is.

use super::{Maker, Role, Source};
use crate::source::blocks::{Block, Look};
use crate::source::boilerplate::Class;
use crate::source::dateline::{self, Setting};
use crate::source::sheet::Mark;
use crate::source::{byline, caption, headline, shape};
use std::ops::Range;

/// What the blocks before say of the next.
#[derive(Debug, Clone, Copy, Default)]
struct State {
    /// A colon, and perhaps items without bullets, stand before it.
    listing: bool,
    /// A colon or an item stands before it.
    items: bool,
    /// A list of other stories has begun.
    junk: bool,
}

/// Its bounds.
impl Maker<'_, '_> {
    /// Finds the first block of prose and the last one before the page's end.
    pub(super) fn find_story(&mut self) {
        let count = self.blocks.len();
        let first = (0..count)
            .find(|&i| self.is_prose(i) && !caption::is_caption(self.text(i)) && !self.is_deck(i));
        let Some(first) = first else {
            let item = (0..count).find(|&i| self.is_prose(i));
            let short = || (0..count).find(|&i| self.is_short_story(i));
            self.story = item.or_else(short).unwrap_or(count)..count;
            return;
        };
        let hard = (first..count).find(|&i| self.ends_story(i));
        self.story = first..hard.unwrap_or(count);
    }

    /// A sentence with its stop, on a page without longer prose: a story in a line.
    fn is_short_story(&self, index: usize) -> bool {
        self.blocks.get(index).is_some_and(|b| {
            b.look == Look::Text && b.shape.terminal && b.shape.words >= 3 && !b.shape.colon
        })
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
        let last = self.last_of(&story);
        let mut state = State::default();
        for index in story {
            if !self.is_open(index) {
                continue;
            }
            let (role, starts_junk) = self.body_role(index, state, last);
            let block = self.blocks.get(index);
            let colon = block.is_some_and(|b| b.shape.colon);
            // Items with bullets of their own need no guess.
            let bare = block.is_some_and(|b| b.look != Look::Item);
            state = match role {
                Role::Body => State {
                    listing: colon,
                    items: colon,
                    junk: false,
                },
                Role::Item => State {
                    listing: bare,
                    items: true,
                    junk: state.junk,
                },
                _ => State {
                    junk: state.junk || starts_junk,
                    ..state
                },
            };
            self.role(index, role);
        }
    }

    /// Where the story's text ends: behind the last paragraph, the items that it
    /// announces and the short sentences that follow.
    fn last_of(&self, story: &Range<usize>) -> usize {
        let prose = story.clone().rev().find(|&i| self.is_prose(i));
        let behind = prose.map_or(story.start, |i| i + 1);
        let mut last = behind;
        for index in behind..story.end.min(behind + 40) {
            let Some(block) = self.blocks.get(index) else {
                break;
            };
            let heading = matches!(block.mark, Mark::Heading(_));
            let ended = block.shape.terminal || block.shape.semicolon;
            let sentence = ended && block.shape.words >= 2 && block.linked == 0;
            match block.look {
                Look::Text if sentence && !heading => last = index + 1,
                Look::Item if block.shape.semicolon && sentence => last = index + 1,
                Look::Text if heading || self.announces(index) => {}
                Look::Item | Look::Reference(_) => {}
                _ => break,
            }
        }
        last
    }

    /// "During the talks, the ministers:" before items that are parts of a sentence.
    fn announces(&self, index: usize) -> bool {
        let colon = self.blocks.get(index).is_some_and(|b| b.shape.colon);
        colon
            && self.blocks.get(index + 1).is_some_and(|next| {
                let item = next.look == Look::Item && next.shape.terminal;
                next.linked == 0 && next.shape.words >= 3 && (item || next.shape.semicolon)
            })
    }

    /// The role of a block of the story, and whether it opens a list of others.
    fn body_role(&mut self, index: usize, state: State, last: usize) -> (Role, bool) {
        let Some(block) = self.blocks.get(index) else {
            return (Role::Dropped("other"), false);
        };
        let role = match block.look.clone() {
            Look::Known(class) => return self.known_role(index, class),
            Look::Stamp(dated) => {
                // Behind the deck, or behind the story.
                let early = index <= self.story.start + 2;
                if (early || index >= last) && !state.junk {
                    self.note(&dated, Source::Close);
                }
                Role::Dropped("timestamp")
            }
            Look::Byline => {
                self.note_byline(index);
                Role::Dropped("byline")
            }
            Look::Reference(reason) => {
                if reason == "e-mail address" {
                    self.note_signature(index);
                }
                Role::Dropped(reason)
            }
            Look::Rule => Role::Dropped("rule"),
            Look::Text | Look::Item => self.text_role(index, block, state, last),
        };
        (role, false)
    }

    /// Whether a block is a quotation: what stands above it with a colon says whose.
    fn quotes(&self, index: usize) -> bool {
        index < self.blocks.len() && self.text(index).starts_with(['"', '“', '‘', '«'])
    }

    /// The role of a block of words.
    fn text_role(&self, index: usize, block: &Block, state: State, last: usize) -> Role {
        let (shape, text) = (block.shape, self.text(index));
        let item = block.look == Look::Item;
        if block.mark == Mark::Caption || shape.words < 60 && caption::is_caption(text) {
            return Role::Caption;
        }
        if matches!(block.mark, Mark::Title | Mark::Heading(_)) {
            return Role::Dropped("crosshead");
        }
        if self.is_prose(index) || self.announces(index) {
            return if item { Role::Item } else { Role::Body };
        }
        if block.linked * 2 > block.range.len() {
            return Role::Dropped("link");
        }
        if state.junk {
            return Role::Dropped("related stories");
        }
        if headline::repeats(&self.folded, &shape::fold(text)) {
            return Role::Dropped("repeated headline");
        }
        let inside = index < last;
        let listed = item && (inside || state.items) || state.listing && !shape.is_shouted();
        if listed && shape.words >= 2 {
            return Role::Item;
        }
        let quoted = text.starts_with(['"', '“', '‘']);
        let sentence = shape.words >= 8 && shape.small * 2 >= shape.words;
        let kept = if inside {
            shape.colon && shape.words >= 2 && self.quotes(index + 1)
                || (shape.terminal || quoted) && shape.words >= 1
                || sentence && shape.words >= 14
        } else {
            // The last words of a text that was cut off, or of one without stops.
            index == last && (sentence || shape.terminal && shape.words >= 2)
        };
        match (kept, inside) {
            (true, _) => Role::Body,
            (false, true) => Role::Dropped("crosshead"),
            (false, false) => Role::Dropped("page furniture"),
        }
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
                self.note_outlet(index);
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
                Some(Look::Known(class)) => {
                    self.note_outlet(index);
                    class.reason()
                }
                Some(Look::Reference(reason)) => reason,
                Some(Look::Rule) => "rule",
                _ => "behind the story",
            };
            self.role(index, Role::Dropped(reason));
        }
    }
}
