//! Names of people, compared: full name, surname, initials, misspellings.

use crate::lexicon::fold_into;

/// A name as its folded words, without initials and suffixes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct NameKey {
    pub(crate) words: Vec<String>,
}

const SUFFIXES: &[&str] = &["jr", "sr", "ii", "iii", "iv"];
const PARTICLES: &[&str] = &[
    "al", "el", "bin", "ibn", "de", "van", "von", "der", "den", "la", "da", "dos", "ul", "del",
];

impl NameKey {
    pub(crate) fn of(name: &str) -> Self {
        let mut words = Vec::new();
        for part in name
            .split(|c: char| c.is_whitespace() || matches!(c, '-' | '‐' | '‑' | '.' | ',' | '–'))
        {
            let mut folded = String::new();
            fold_into(part, &mut folded);
            folded.retain(|c| c.is_alphanumeric());
            let initial = folded.chars().count() < 2;
            if !initial && !SUFFIXES.contains(&folded.as_str()) {
                words.push(folded);
            }
        }
        NameKey { words }
    }

    /// How surely two names are one person's; `None` if they are not.
    pub(crate) fn same(&self, other: &NameKey) -> Option<Sameness> {
        let (short, long) = if self.words.len() <= other.words.len() {
            (&self.words, &other.words)
        } else {
            (&other.words, &self.words)
        };
        if short.is_empty() {
            return None;
        }
        if short == long || short.concat() == long.concat() {
            return Some(Sameness::Full);
        }
        if same_words(short, long) {
            return Some(Sameness::Full);
        }
        if short.len() == 1 {
            let word = short.first()?;
            let first = long.first()?;
            let last = long.last()?;
            if word == last || word == first && !PARTICLES.contains(&word.as_str()) {
                return Some(Sameness::Part);
            }
            // "al-Sarraj" → "sarraj", "Villeroy" of "Villeroy de Galhau"
            if long.len() > 2
                && long.iter().skip(1).any(|w| w == word)
                && !PARTICLES.contains(&word.as_str())
            {
                return Some(Sameness::Part);
            }
            return None;
        }
        if short.iter().all(|w| long.contains(w)) {
            return Some(Sameness::Part);
        }
        // "Joe Biden" and "Joseph R. Biden": one surname, first names alike.
        let same_last = short.last() == long.last();
        let initial = short.first().and_then(|w| w.chars().next());
        if same_last && initial.is_some() && initial == long.first().and_then(|w| w.chars().next())
        {
            let (a, b) = (short.first()?, long.first()?);
            let shared = a.chars().zip(b.chars()).take_while(|(x, y)| x == y).count();
            if shared >= 2 {
                return Some(Sameness::Part);
            }
        }
        None
    }

    /// Whether one word is a misspelling of a word of the other name.
    pub(crate) fn misspells(&self, other: &NameKey) -> bool {
        let [word] = self.words.as_slice() else {
            return false;
        };
        other.words.iter().any(|w| near(word, w))
    }
}

/// How two names agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Sameness {
    /// One is a part of the other.
    Part,
    Full,
}

/// The same words in another order: "Yoshida Yoshihide".
fn same_words(a: &[String], b: &[String]) -> bool {
    a.len() == b.len() && a.len() > 1 && a.iter().all(|w| b.contains(w))
}

/// Words of five letters and more that differ in one letter.
fn near(a: &str, b: &str) -> bool {
    if a.len().abs_diff(b.len()) > 4 {
        return false;
    }
    let (left, right) = (a.chars().count(), b.chars().count());
    if left.min(right) < 5 || left.max(right) > 24 || left.abs_diff(right) > 1 {
        return false;
    }
    let same = |(x, y): &(char, char)| x == y;
    let prefix = a.chars().zip(b.chars()).take_while(same).count();
    let (a, b) = (a.chars().rev(), b.chars().rev());
    let suffix = a.zip(b).take_while(same).count();
    prefix + suffix + 1 >= left.max(right)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sameness() {
        let same = |a: &str, b: &str| NameKey::of(a).same(&NameKey::of(b));
        assert_eq!(same("Aiko Mori", "Mori"), Some(Sameness::Part));
        assert_eq!(same("YOSHIDA Kenji", "Kenji Yoshida"), Some(Sameness::Full));
        assert_eq!(same("Park", "Park Min-seo"), Some(Sameness::Part));
        assert_eq!(
            same("Joe Halden", "Joseph R. Halden, Jr."),
            Some(Sameness::Part)
        );
        assert_eq!(same("Aiko Mori", "Aiko Tanaka"), None);
        assert!(NameKey::of("Kiharu").misspells(&NameKey::of("Taro Kihara")));
    }
}
