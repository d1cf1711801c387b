//! The forms of verbs and nouns, by the usual rules of spelling.

/// A form of a verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum VerbForm {
    /// "meet"
    Base,
    /// "meets"
    Third,
    /// "met", past tense only.
    Past,
    /// "taken", past participle only.
    Participle,
    /// "agreed": past tense or past participle.
    PastOrParticiple,
    /// "meeting"
    Gerund,
}

/// "meet" → "meets", "carry" → "carries", "reach" → "reaches".
pub(crate) fn third(lemma: &str) -> String {
    plural(lemma)
}

/// "summit" → "summits", "country" → "countries", "pass" → "passes".
pub(crate) fn plural(noun: &str) -> String {
    if let Some(stem) = noun.strip_suffix('y')
        && !ends_in_vowel(stem)
    {
        return [stem, "ies"].concat();
    }
    let hisses = ["s", "x", "z", "ch", "sh"]
        .iter()
        .any(|e| noun.ends_with(e));
    if hisses || (noun.ends_with('o') && !ends_in_vowel(&noun[..noun.len() - 1])) {
        return [noun, "es"].concat();
    }
    [noun, "s"].concat()
}

/// "agree" → "agreed", "carry" → "carried", "ban" → "banned".
pub(crate) fn past(lemma: &str) -> String {
    if lemma.ends_with('e') {
        return [lemma, "d"].concat();
    }
    if let Some(stem) = lemma.strip_suffix('y')
        && !ends_in_vowel(stem)
    {
        return [stem, "ied"].concat();
    }
    doubled(lemma) + "ed"
}

/// "agree" → "agreeing", "invite" → "inviting", "ban" → "banning".
pub(crate) fn gerund(lemma: &str) -> String {
    if let Some(stem) = lemma.strip_suffix("ie") {
        return [stem, "ying"].concat();
    }
    if let Some(stem) = lemma.strip_suffix('e') {
        let keeps = ["e", "o", "y"].iter().any(|e| stem.ends_with(e));
        if !keeps && stem.len() > 1 {
            return [stem, "ing"].concat();
        }
    }
    doubled(lemma) + "ing"
}

/// Doubles the last consonant of a word of one syllable: "ban" → "bann".
fn doubled(lemma: &str) -> String {
    let bytes = lemma.as_bytes();
    if let [.., before, vowel, last] = *bytes {
        let one_syllable = bytes.iter().filter(|b| is_vowel(**b)).count() == 1;
        let doubles = is_vowel(vowel)
            && !is_vowel(before)
            && !is_vowel(last)
            && !matches!(last, b'w' | b'x' | b'y');
        if one_syllable && doubles {
            return format!("{lemma}{}", char::from(last));
        }
    }
    lemma.to_owned()
}

fn is_vowel(byte: u8) -> bool {
    matches!(byte.to_ascii_lowercase(), b'a' | b'e' | b'i' | b'o' | b'u')
}

fn ends_in_vowel(text: &str) -> bool {
    text.as_bytes().last().is_some_and(|b| is_vowel(*b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regular_forms() {
        for (lemma, s, ed, ing) in [
            ("agree", "agrees", "agreed", "agreeing"),
            ("ban", "bans", "banned", "banning"),
            ("carry", "carries", "carried", "carrying"),
            ("invite", "invites", "invited", "inviting"),
            ("reach", "reaches", "reached", "reaching"),
            ("stay", "stays", "stayed", "staying"),
            ("visit", "visits", "visited", "visiting"),
            ("tie", "ties", "tied", "tying"),
            ("veto", "vetoes", "vetoed", "vetoing"),
        ] {
            assert_eq!(third(lemma), s);
            assert_eq!(past(lemma), ed);
            assert_eq!(gerund(lemma), ing);
        }
    }
}
