//! A list that grows block by block: what it holds is never moved, so that no copy of it is
//! made when it grows, and a long list takes no more room than it needs.

/// Items of a block.
const BLOCK: usize = 16;

/// A list of blocks, all full but the last.
#[derive(Debug, Clone)]
pub(crate) struct Series<T> {
    blocks: Vec<Vec<T>>,
}

impl<T> Default for Series<T> {
    fn default() -> Self {
        Series { blocks: Vec::new() }
    }
}

impl<T> Series<T> {
    pub(crate) fn push(&mut self, item: T) {
        match self.blocks.last_mut() {
            Some(block) if block.len() < BLOCK => block.push(item),
            _ => {
                let mut block = Vec::with_capacity(BLOCK);
                block.push(item);
                self.blocks.push(block);
            }
        }
    }

    pub(crate) fn len(&self) -> usize {
        let last = self.blocks.last().map_or(0, Vec::len);
        self.blocks.len().saturating_sub(1) * BLOCK + last
    }

    #[inline]
    pub(crate) fn get(&self, at: usize) -> Option<&T> {
        self.blocks.get(at / BLOCK)?.get(at % BLOCK)
    }

    pub(crate) fn get_mut(&mut self, at: usize) -> Option<&mut T> {
        self.blocks.get_mut(at / BLOCK)?.get_mut(at % BLOCK)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &T> {
        self.blocks.iter().flatten()
    }

    /// The items from `start` on.
    pub(crate) fn from(&self, start: usize) -> impl Iterator<Item = &T> {
        let blocks = self.blocks.get(start / BLOCK..).unwrap_or_default();
        blocks.iter().flatten().skip(start % BLOCK)
    }

    /// The items from `start` to before `end`.
    pub(crate) fn between(&self, start: usize, end: usize) -> impl DoubleEndedIterator<Item = &T> {
        (start..end).filter_map(|at| self.get(at))
    }

    /// How many items pass, of a list in which those that pass come first.
    pub(crate) fn partition_point(&self, pass: impl Fn(&T) -> bool) -> usize {
        let passes = |at: usize| self.get(at).is_some_and(&pass);
        let (mut first, mut left) = (0, self.len());
        while left > 1 {
            let half = left / 2;
            if passes(first + half) {
                first += half;
            }
            left -= half;
        }
        first + usize::from(passes(first))
    }
}

impl<T> IntoIterator for Series<T> {
    type Item = T;
    type IntoIter = std::iter::Flatten<std::vec::IntoIter<Vec<T>>>;

    /// The items one by one; a block goes with its last item.
    fn into_iter(self) -> Self::IntoIter {
        self.blocks.into_iter().flatten()
    }
}

impl<T> Extend<T> for Series<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, items: I) {
        items.into_iter().for_each(|item| self.push(item));
    }
}

impl<T> FromIterator<T> for Series<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        let mut series = Series::default();
        series.extend(items);
        series
    }
}

#[cfg(test)]
mod tests {
    use super::Series;

    #[test]
    fn a_series_is_a_list() {
        for len in [0, 1, 15, 16, 17, 40] {
            let list: Vec<usize> = (0..len).collect();
            let series: Series<usize> = list.iter().copied().collect();
            assert_eq!(series.len(), len);
            assert!(series.iter().eq(&list));
            for at in 0..len + 2 {
                assert_eq!(series.get(at), list.get(at));
                assert!(series.from(at).eq(list.iter().skip(at)));
                assert!(series.between(at, len).rev().eq(list.iter().skip(at).rev()));
                let before = |item: &usize| *item < at;
                assert_eq!(series.partition_point(before), list.partition_point(before));
            }
            assert_eq!(series.into_iter().collect::<Vec<_>>(), list);
        }
    }
}
