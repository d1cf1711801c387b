//! A sentence as words, with what stood between them.

/// A word of a sentence.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word<'a> {
    /// Without punctuation and possessive -s.
    pub(super) text: &'a str,
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) possessive: bool,
    /// Whether a comma, colon, dash or bracket follows.
    pub(super) pause: bool,
}

impl Word<'_> {
    /// Whether it is this word, in lower case or at the start of a sentence.
    pub(super) fn is(self, lower: &str) -> bool {
        self.text.eq_ignore_ascii_case(lower)
    }

    pub(super) fn is_one_of(self, list: &[&str]) -> bool {
        list.iter().any(|w| self.is(w))
    }
}

/// The words of a sentence; at most `limit`.
pub(super) fn words(sentence: &str, limit: usize) -> Vec<Word<'_>> {
    let mut found: Vec<Word<'_>> = Vec::new();
    let mut start = None;
    let blanks = sentence
        .char_indices()
        .chain([(sentence.len(), ' ')])
        .filter(|(_, c)| c.is_whitespace() || matches!(c, '—' | '–' | '(' | ')'));
    let mut from = 0;
    for (at, blank) in blanks {
        if at > from {
            start = Some(from);
        }
        if let Some(begin) = start.take()
            && let Some(word) = word(sentence, begin, at)
        {
            found.push(word);
        }
        if !blank.is_whitespace()
            && let Some(last) = found.last_mut()
        {
            last.pause = true;
        }
        from = at + blank.len_utf8();
        if found.len() >= limit {
            break;
        }
    }
    found
}

fn word(sentence: &str, start: usize, end: usize) -> Option<Word<'_>> {
    let piece = sentence.get(start..end)?;
    let bare = piece.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '$');
    let start = start + (piece.len() - bare.len());
    let inner = bare.trim_end_matches(|c: char| !c.is_alphanumeric());
    // The dot of "U.S." belongs to the word, that of the sentence does not.
    let dotted = inner.contains('.') && bare.get(inner.len()..).is_some_and(|r| r.starts_with('.'));
    let inner = if dotted {
        bare.get(..=inner.len())?
    } else {
        inner
    };
    let after = bare.get(inner.len()..)?;
    let stem = ["'s", "’s"].iter().find_map(|s| inner.strip_suffix(s));
    let plural = inner.ends_with('s') && (after.starts_with('\'') || after.starts_with('’'));
    let text = stem.unwrap_or(inner);
    if text.is_empty() {
        // A lone dash parts what stands around it.
        return None;
    }
    Some(Word {
        text,
        start,
        end: start + text.len(),
        possessive: stem.is_some() || plural,
        pause: after.contains([',', ':', ';']),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_keep_their_dots_and_lose_their_possessive() {
        let found = words("U.S. forces, Peru's army (and “others”) left.", 99);
        let texts: Vec<&str> = found.iter().map(|w| w.text).collect();
        assert_eq!(
            texts,
            ["U.S.", "forces", "Peru", "army", "and", "others", "left"]
        );
        assert!(found[1].pause && found[2].possessive && found[3].pause && !found[6].pause);
    }
}
