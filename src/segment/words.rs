//! The few closed lists of English words that the rules of this room need.

use super::chars::Case;
use crate::lexicon::{key, key_of};

/// A list of words, sorted, ready to be searched.
macro_rules! words {
    ($text:literal) => {
        &keys::<{ count($text) }>($text)
    };
}

/// Words that open a sentence and hardly ever begin a name, sorted.
const OPENERS: &[u128] = words!(
    "a about above according across additionally after afterward afterwards again against \
     ahead all almost along also although amid among an another any apart around as aside \
     asked at because before behind besides both but by consequently despite during each \
     earlier either elsewhere even every everyone everything few finally following for four \
     from furthermore he hence her here his how however i if in indeed instead it its just \
     last lastly later many meanwhile more moreover most much my nearly neither never \
     nevertheless next no nobody none nonetheless nor not nothing now on once one only other \
     others otherwise our over overall perhaps rather recently regarding separately several \
     she similarly since six so some sometimes soon speaking still such that the their then \
     there thereafter therefore these they this those though three through throughout thus \
     today together tomorrow two under unless until upon we what whatever when where whether \
     which while who whoever why with within without yesterday yet you your"
);

/// Openers that no clause uses behind a state's name, so that they count even
/// where every word is in capitals; sorted.
const STRONG: &[u128] = words!(
    "furthermore he however i it meanwhile moreover nevertheless nonetheless she the these \
     they this we"
);

/// Openers that are also family or given names ("He Lifeng").
const NAMES: &[u128] = words!("an he her my no so such you");

/// Verbs that hang a speaker on a quotation, sorted.
const REPORTING: &[u128] = words!(
    "added adds asked asks cried declared demanded exclaimed inquired remarked replied said \
     says shouted told tweeted wondered wrote"
);

/// Small words that a family name can begin with, sorted.
const PARTICLES: &[u128] =
    words!("abu al ben bin da de del della der di dos du el ibn la le ten ter van von");

/// What may stand between a time of day and the end of its phrase, sorted.
const BEHIND_CLOCK: &[u128] = words!(
    "bst cest cet cst edt eest eet est friday gmt ist jst kst local monday msk mst pdt pst \
     saturday sunday thursday tuesday utc wednesday"
);

/// Months, which may follow an abbreviated weekday, sorted.
const MONTHS: &[u128] = words!(
    "apr april aug august dec december feb february jan january jul july jun june mar march \
     may nov november oct october sep sept september"
);

/// Ends of site names, sorted.
const DOMAINS: &[u128] = words!(
    "am az ca cn co com de edu eu fr ge gov info int io ir jp kr kz md mil mn net org ru tv \
     ua uk uz"
);

/// Words that lose their first letters to an apostrophe, sorted.
const ELIDED: &[u128] =
    words!("bout cause em gainst n neath round scuse til till tis twas twere twill twixt");

/// What an apostrophe ties to the word before it, sorted; tokenized text sets it apart.
const CONTRACTED: &[u128] = words!("d ll m re s t ve");

/// Names that transliteration begins with an apostrophe or ‘ for the letter ayn, sorted.
const AYN: &[u128] = words!(
    "abbas abd abdallah abdel abdul abdullah abid abu abud adel adil adnan ajman akif ala ali \
     allawi alwan amir amman ammar amr anbar aqil arab arafat arif asir assad atif awad awda \
     ayn ayyash azam aziz azmi azzam eid id imad imran iraq isa isam ishaq issa izz izzat \
     ubayd uday uman umar umran uthman"
);

/// Whether the sorted `list` holds `word`, whatever its case.
fn holds(list: &[u128], word: &str) -> bool {
    key(word).is_some_and(|key| list.binary_search(&key).is_ok())
}

/// How many words `text` holds, parted by single spaces.
const fn count(text: &str) -> usize {
    let bytes = text.as_bytes();
    let (mut words, mut i) = (1, 0);
    while i < bytes.len() {
        words += (bytes[i] == b' ') as usize;
        i += 1;
    }
    words
}

/// The keys of the words of `text`.
const fn keys<const N: usize>(text: &str) -> [u128; N] {
    let bytes = text.as_bytes();
    let mut keys = [0; N];
    let (mut word, mut start, mut i) = (0, 0, 0);
    while i <= bytes.len() {
        if i == bytes.len() || bytes[i] == b' ' {
            let (_, tail) = bytes.split_at(start);
            let (head, _) = tail.split_at(i - start);
            keys[word] = match key_of(head) {
                Some(key) => key,
                None => panic!("a word of a list is too long"),
            };
            word += 1;
            start = i + 1;
        }
        i += 1;
    }
    keys
}

/// Whether `word` can only open a sentence; `tail` is the text behind it.
pub(super) fn is_opener(word: &str, tail: &str, case: Case) -> bool {
    // "U.S. All-Star", "U.S. No. 2".
    if tail.starts_with(['-', '.', '/', '&']) {
        return false;
    }
    match case {
        Case::Upper => holds(STRONG, word),
        Case::Lower => false,
        Case::Mixed => {
            let mut letters = word.chars();
            if !letters.next().is_some_and(char::is_uppercase) {
                return false;
            }
            let mut letters = letters.peekable();
            let alone = letters.peek().is_none();
            // "WHO", "IT" and "US" are no openers.
            if !letters.all(char::is_lowercase) || (alone && !tail.starts_with([' ', '\n'])) {
                return false;
            }
            let next = tail.trim_start();
            if holds(NAMES, word) && !next.starts_with(char::is_lowercase) {
                return false;
            }
            // "U.S. Under Secretary", "U.S. Today’s".
            let part = word == "Under" && next.starts_with("Sec")
                || matches!(word, "Today" | "One") && tail.starts_with(['’', '\'']);
            !part && holds(OPENERS, word)
        }
    }
}

pub(super) fn is_reporting(word: &str) -> bool {
    holds(REPORTING, word)
}

pub(super) fn is_particle(word: &str) -> bool {
    holds(PARTICLES, word)
}

pub(super) fn is_behind_clock(word: &str) -> bool {
    holds(BEHIND_CLOCK, word)
}

pub(super) fn is_month(word: &str) -> bool {
    holds(MONTHS, word)
}

pub(super) fn is_domain(word: &str) -> bool {
    holds(DOMAINS, word)
}

/// Whether `word` stands behind an apostrophe for lost letters: 'em, '90s, '04.
pub(super) fn is_elided(word: &str) -> bool {
    let year = match word.as_bytes() {
        [a, b, rest @ ..] => {
            a.is_ascii_digit() && b.is_ascii_digit() && matches!(rest, [] | [b's' | b'S'])
        }
        _ => false,
    };
    year || holds(ELIDED, word)
}

pub(super) fn is_contraction(word: &str) -> bool {
    holds(CONTRACTED, word)
}

/// Whether `word` is a name written with ayn in front.
pub(super) fn is_ayn_name(word: &str) -> bool {
    word.starts_with(char::is_uppercase) && holds(AYN, word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted() {
        for list in [
            OPENERS,
            STRONG,
            NAMES,
            REPORTING,
            PARTICLES,
            BEHIND_CLOCK,
            MONTHS,
            DOMAINS,
            ELIDED,
            CONTRACTED,
            AYN,
        ] {
            assert!(list.is_sorted_by(|a, b| a < b), "{list:?}");
        }
    }
}
