//! Names of people, compared: full name, surname, initials, misspellings.

use super::office::letters;
use crate::lexicon::fold_into;

/// A name as its folded words, without initials and suffixes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct NameKey {
    /// The words, single spaces between.
    folded: String,
    /// How many.
    count: usize,
    /// The letters of its words.
    letters: u32,
    /// "Aman Al-Sabah": of a house or tribe, and known by the first name.
    of_house: bool,
}

const SUFFIXES: &[&str] = &["jr", "sr", "ii", "iii", "iv"];
const PARTICLES: &[&str] = &[
    "al", "el", "bin", "ibn", "de", "van", "von", "der", "den", "la", "da", "dos", "ul", "del",
];

impl NameKey {
    pub(crate) fn of(name: &str) -> Self {
        let mut folded = String::with_capacity(name.len() + 1);
        let mut count = 0;
        let (mut of_house, mut article_before) = (false, false);
        // Where the word begins that is being written; a space ends each that is kept.
        let mut start = 0;
        for c in name.chars().chain([' ']) {
            if !is_between(c) {
                push_letter(c, &mut folded);
                continue;
            }
            let word = folded.get(start..).unwrap_or_default();
            let article = matches!(word, "al" | "el");
            if article || word.chars().nth(1).is_none() || SUFFIXES.contains(&word) {
                folded.truncate(start);
            } else {
                folded.push(' ');
                count += 1;
                of_house = article_before;
            }
            article_before = article;
            start = folded.len();
        }
        folded.pop();
        NameKey {
            letters: letters(&folded),
            folded,
            count,
            of_house,
        }
    }

    /// The words, none for an empty name.
    pub(crate) fn words(&self) -> impl DoubleEndedIterator<Item = &str> + Clone {
        self.folded.split_ascii_whitespace()
    }

    /// How many words it has.
    pub(crate) fn len(&self) -> usize {
        self.count
    }

    /// The words run together.
    pub(crate) fn joined(&self) -> impl Iterator<Item = u8> + Clone {
        self.folded.bytes().filter(|b| *b != b' ')
    }

    /// How surely two names are one person's; `None` if they are not.
    pub(crate) fn same(&self, other: &NameKey) -> Option<Sameness> {
        let (short, long) = if self.len() <= other.len() {
            (self, other)
        } else {
            (other, self)
        };
        let (first, last) = (long.words().next()?, long.words().next_back()?);
        let word = short.words().next()?;
        if short.folded == long.folded || short.joined().eq(long.joined()) {
            return Some(Sameness::Full);
        }
        let within = short.words().all(|w| long.has(w));
        if short.len() == 1 {
            // "al-Sarraj" → "sarraj", "Villeroy" of "Villeroy de Galhau"
            // "Sheikh Aman" is rather "Aman Al-Sabah" than "Nasser Al-Aman".
            let of_house = long.of_house && !short.of_house && word != first;
            if word == last && !of_house || word == first && !PARTICLES.contains(&word) {
                return Some(Sameness::Part);
            }
            // "Salim" is rather "Salim Noor" than "Mona Salim Haddad".
            return (within && !PARTICLES.contains(&word)).then_some(Sameness::Inner);
        }
        if within {
            // The same words in another order: "Yoshida Yoshihide".
            let full = short.len() == long.len();
            return Some(if full { Sameness::Full } else { Sameness::Part });
        }
        // "Joe Biden" and "Joseph R. Biden": one surname, first names alike.
        let shared = word.chars().zip(first.chars()).take_while(|(x, y)| x == y);
        (short.words().next_back() == Some(last) && shared.count() >= 2).then_some(Sameness::Part)
    }

    /// Whether the shorter name is that of the other's father: "Salim bin Noor Al Amin" to
    /// "Badr bin Salim bin Noor Al Amin".
    pub(crate) fn fathers(&self, other: &NameKey) -> bool {
        let (short, long) = match self.len() <= other.len() {
            true => (self, other),
            false => (other, self),
        };
        let of_father = |w: &str| matches!(w, "bin" | "ibn" | "ben" | "bint");
        let mut before = long.words().zip(long.words().skip(1));
        before.any(|(link, name)| of_father(link) && short.words().next() == Some(name))
    }

    fn has(&self, word: &str) -> bool {
        self.words().any(|w| w == word)
    }

    /// Whether one word is a misspelling of a word of the other name, and all others are
    /// in it: "Kihara" or "Taro Kihare" for "Taro Kihara".
    pub(crate) fn misspells(&self, other: &NameKey) -> bool {
        let (short, long) = match self.len() <= other.len() {
            true => (self, other),
            false => (other, self),
        };
        // One letter wrong is one letter that the other has not.
        if (short.letters & !long.letters).count_ones() > 1 {
            return false;
        }
        let mut wrong = short.words().filter(|w| !long.has(w));
        let (Some(word), None) = (wrong.next(), wrong.next()) else {
            return false;
        };
        long.words().any(|w| !short.has(w) && near(word, w))
    }
}

/// Whether the character stands between two words.
fn is_between(c: char) -> bool {
    c.is_whitespace() || matches!(c, '-' | '‐' | '‑' | '.' | ',' | '–')
}

/// A letter or digit, folded; nothing for other marks.
fn push_letter(c: char, out: &mut String) {
    if c.is_ascii() {
        if c.is_ascii_alphanumeric() {
            out.push(c.to_ascii_lowercase());
        }
        return;
    }
    let mut folded = String::new();
    fold_into(c.encode_utf8(&mut [0; 4]), &mut folded);
    out.extend(folded.chars().filter(|c| c.is_alphanumeric()));
}

/// How two names agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Sameness {
    /// One is a word inside the other.
    Inner,
    /// One is a part of the other.
    Part,
    Full,
}

/// Words of five letters and more that differ in one letter.
fn near(a: &str, b: &str) -> bool {
    let ends = |s: &str| (s.bytes().next(), s.bytes().next_back());
    let ((a_first, a_last), (b_first, b_last)) = (ends(a), ends(b));
    let alike = a_first == b_first || a_last == b_last;
    if !alike || a.len().min(b.len()) < 5 || a.len().abs_diff(b.len()) > 4 {
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
        assert_eq!(same("Mona Salim Haddad", "Salim"), Some(Sameness::Inner));
        assert_eq!(same("Salim Noor", "Salim"), Some(Sameness::Part));
        assert_eq!(same("Badr Al-Salim", "Salim"), Some(Sameness::Inner));
        assert_eq!(same("Badr Al-Salim", "Al-Salim"), Some(Sameness::Part));
        assert_eq!(same("Aiko Mori", "Aiko Tanaka"), None);
        let fathers = |a: &str, b: &str| NameKey::of(a).fathers(&NameKey::of(b));
        assert!(fathers(
            "Salim bin Noor Al Amin",
            "Badr bin Salim bin Noor Al Amin"
        ));
        assert!(!fathers(
            "Badr bin Salim",
            "Badr bin Salim bin Noor Al Amin"
        ));
        let misspells = |a: &str, b: &str| NameKey::of(a).misspells(&NameKey::of(b));
        assert!(misspells("Kiharu", "Taro Kihara"));
        assert!(misspells("Taro Kiharu", "Taro Kihara"));
        assert!(!misspells("Jiro Kiharu", "Taro Kihara"));
        assert!(!misspells("Taro Kihara", "Taro Kihara"));
    }
}
