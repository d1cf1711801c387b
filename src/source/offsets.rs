//! The map from cleaned text back to the input.

use crate::span::Span;

/// Runs of bytes copied unchanged, in order: `(clean, input)` starts.
///
/// Between two runs lie replaced characters; each starts a run of its own.
#[derive(Debug, Clone, Default)]
pub(crate) struct OffsetMap {
    runs: Vec<(u32, u32)>,
}

impl OffsetMap {
    /// Notes that the cleaned text from `clean` on was copied from `input` on.
    pub(crate) fn push(&mut self, clean: usize, input: usize) {
        let (Ok(clean), Ok(input)) = (u32::try_from(clean), u32::try_from(input)) else {
            return;
        };
        if let Some(&(last_clean, last_input)) = self.runs.last() {
            if clean.wrapping_sub(last_clean) == input.wrapping_sub(last_input) {
                return;
            }
            if last_clean == clean {
                self.runs.pop();
            }
        }
        self.runs.push((clean, input));
    }
}

impl OffsetMap {
    /// The input offset of the cleaned byte at `clean`.
    pub(crate) fn input(&self, clean: usize) -> usize {
        let key = u32::try_from(clean).unwrap_or(u32::MAX);
        let i = self.runs.partition_point(|run| run.0 <= key);
        match i.checked_sub(1).and_then(|i| self.runs.get(i)) {
            Some(&(run_clean, run_input)) => run_input as usize + (clean - run_clean as usize),
            None => clean,
        }
    }

    /// The input span of a cleaned range; `end` is led back by its last byte.
    pub(crate) fn span(&self, range: std::ops::Range<usize>) -> Span {
        let start = self.input(range.start);
        let end = match range.end.checked_sub(1) {
            Some(last) if range.end > range.start => self.input(last) + 1,
            _ => start,
        };
        Span { start, end }
    }
}
