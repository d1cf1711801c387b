//! The map from cleaned text back to the input.

use crate::span::Span;
use std::ops::Range;

/// The mark of a run that was copied byte for byte.
const COPIED: u32 = u32::MAX;

/// A stretch of cleaned bytes and where it came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Run {
    /// Where it starts in the cleaned text; it ends where the next one starts.
    clean: u32,
    /// Where it starts in the input.
    input: u32,
    /// [`COPIED`], or where the character or entity ends that it stands for.
    end: u32,
}

/// From the cleaned text back to the input: runs of bytes copied unchanged, and
/// between them *atoms*, cleaned characters that stand for a longer or shorter
/// stretch of the input (an entity, a run of spaces, a line break).
#[derive(Debug, Clone, Default)]
pub(crate) struct OffsetMap {
    runs: Vec<Run>,
}

/// An offset as the map stores it; the reader never takes in more than fits.
fn narrow(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(COPIED - 1)
}

impl OffsetMap {
    /// Gives back the room that the list of runs grew ahead.
    pub(crate) fn settle(&mut self) {
        self.runs.shrink_to_fit();
    }

    /// Notes that the cleaned text from `clean` on was copied from `input` on.
    pub(crate) fn copied(&mut self, clean: usize, input: usize) {
        let (clean, input) = (narrow(clean), narrow(input));
        match self.runs.last() {
            Some(last)
                if last.end == COPIED
                    && clean.wrapping_sub(last.clean) == input.wrapping_sub(last.input) => {}
            _ => self.push(Run {
                clean,
                input,
                end: COPIED,
            }),
        }
    }

    /// Notes that the cleaned character at `clean` stands for `input`.
    pub(crate) fn atom(&mut self, clean: usize, input: Range<usize>) {
        self.push(Run {
            clean: narrow(clean),
            input: narrow(input.start),
            end: narrow(input.end),
        });
    }

    /// Adds a run; one that turned out empty gives way.
    fn push(&mut self, run: Run) {
        if self.runs.last().is_some_and(|last| last.clean == run.clean) {
            self.runs.pop();
        }
        self.runs.push(run);
    }

    /// Copies the part of `other` that covers `range`, to stand at `at` here.
    pub(crate) fn append(&mut self, other: &OffsetMap, range: Range<usize>, at: usize) {
        let mut index = other.index(range.start);
        let shift = |clean: usize| at + (clean - range.start);
        while let Some(run) = other.runs.get(index) {
            let start = (run.clean as usize).max(range.start);
            if start >= range.end {
                break;
            }
            if run.end == COPIED {
                let input = run.input as usize + (start - run.clean as usize);
                self.copied(shift(start), input);
            } else {
                self.atom(shift(start), run.input as usize..run.end as usize);
            }
            index += 1;
        }
    }

    /// The index of the run that covers the cleaned byte at `clean`.
    fn index(&self, clean: usize) -> usize {
        let key = narrow(clean);
        self.runs
            .partition_point(|run| run.clean <= key)
            .saturating_sub(1)
    }

    /// The input offset of the cleaned byte at `clean`.
    pub(crate) fn input(&self, clean: usize) -> usize {
        match self.runs.get(self.index(clean)) {
            Some(run) if run.end == COPIED => {
                run.input as usize + clean.saturating_sub(run.clean as usize)
            }
            Some(run) => run.input as usize,
            None => clean,
        }
    }

    /// The input offset right behind what the cleaned byte before `clean` came from.
    fn input_end(&self, clean: usize) -> usize {
        let Some(last) = clean.checked_sub(1) else {
            return self.input(0);
        };
        match self.runs.get(self.index(last)) {
            Some(run) if run.end == COPIED => {
                run.input as usize + clean.saturating_sub(run.clean as usize)
            }
            Some(run) => run.end as usize,
            None => clean,
        }
    }

    /// The input span of a cleaned range.
    pub(crate) fn span(&self, range: Range<usize>) -> Span {
        let start = self.input(range.start);
        let end = if range.end > range.start {
            self.input_end(range.end)
        } else {
            start
        };
        Span {
            start,
            end: end.max(start),
        }
    }
}
