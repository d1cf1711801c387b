//! What is done, promised or refused: the tables of verbs, their classes, and
//! the words that tell which of the three it is.

use super::words::Word;
use crate::export::cues::rows;
use crate::export::plover::Category;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

/// Words between a verb and the object that its row asks for.
pub(super) const REACH: usize = 14;

/// Category, mode and CAMEO code.
pub(super) type Code = (Category, Option<&'static str>, &'static str);

/// What a deed is when done, when only promised, and when refused.
#[derive(Debug, Clone, Copy)]
pub(super) struct Class {
    pub(super) done: Option<Code>,
    pub(super) meant: Option<Code>,
    pub(super) refused: Option<Code>,
}

/// What an auxiliary or a governing verb makes of the deed behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Marker {
    /// "will": promised, if the deed is one that promises are made of.
    Will,
    /// "agreed to": promised, whatever it is.
    Agrees,
    WillNot,
    /// "refused to": refused, whatever it is.
    Refuses,
    /// "must": asked of the subject.
    Due,
    Threat,
    Perfect,
    Be,
    /// "began": done, and an infinitive or a gerund follows.
    Going,
    /// "may", "did not": neither done nor promised.
    Open,
}

/// Form of a verb, as a set.
pub(super) mod form {
    pub(crate) const BASE: u8 = 1;
    pub(crate) const THIRD: u8 = 2;
    pub(crate) const PAST: u8 = 4;
    pub(crate) const PARTICIPLE: u8 = 8;
    pub(crate) const GERUND: u8 = 16;
}

struct Deed {
    /// Words that follow the verb at once.
    tail: Vec<&'static str>,
    /// One of these follows within the clause; anything does if there are none.
    objects: Vec<Vec<&'static str>>,
    class: Class,
}

struct Table {
    deeds: Vec<Deed>,
    /// Deeds by the form of their verb.
    forms: HashMap<String, Vec<(usize, u8)>>,
    /// Markers by their first word, the longest first.
    markers: HashMap<&'static str, Vec<(Vec<&'static str>, Marker)>>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let classes: HashMap<&str, Class> = rows(include_str!("../../data/deed_classes.tsv"))
        .filter_map(|row| {
            let cell = |i: usize| row.get(i).copied().unwrap_or_default();
            let [done, meant, refused] = [1, 2, 3].map(|i| code(cell(i)));
            Some((
                *row.first()?,
                Class {
                    done,
                    meant,
                    refused,
                },
            ))
        })
        .collect();
    let mut table = Table {
        deeds: Vec::new(),
        forms: HashMap::new(),
        markers: markers(),
    };
    for row in rows(include_str!("../../data/deeds.tsv")) {
        let cell = |i: usize| row.get(i).copied().unwrap_or_default();
        let Some(class) = classes.get(cell(3)) else {
            continue;
        };
        for (form, set) in forms(cell(0)) {
            table
                .forms
                .entry(form)
                .or_default()
                .push((table.deeds.len(), set));
        }
        table.deeds.push(Deed {
            tail: phrase(cell(1)),
            objects: cell(2)
                .split(';')
                .map(phrase)
                .filter(|p| !p.is_empty())
                .collect(),
            class: *class,
        });
    }
    table
});

fn markers() -> HashMap<&'static str, Vec<(Vec<&'static str>, Marker)>> {
    let mut markers: HashMap<&str, Vec<(Vec<&str>, Marker)>> = HashMap::new();
    for row in rows(include_str!("../../data/deed_markers.tsv")) {
        let words = phrase(row.first().copied().unwrap_or_default());
        let marker = match row.get(1).copied().unwrap_or_default() {
            "will" => Marker::Will,
            "agrees" => Marker::Agrees,
            "will_not" => Marker::WillNot,
            "refuses" => Marker::Refuses,
            "due" => Marker::Due,
            "threat" => Marker::Threat,
            "perfect" => Marker::Perfect,
            "be" => Marker::Be,
            "going" => Marker::Going,
            _ => Marker::Open,
        };
        if let Some(first) = words.first() {
            markers.entry(first).or_default().push((words, marker));
        }
    }
    for rows in markers.values_mut() {
        rows.sort_by_key(|row| std::cmp::Reverse(row.0.len()));
    }
    markers
}

/// The words of a cell; none for "-".
fn phrase(cell: &'static str) -> Vec<&'static str> {
    cell.split_whitespace().filter(|w| *w != "-").collect()
}

/// "ACCUSE:allege/115".
fn code(cell: &'static str) -> Option<Code> {
    let (event, cameo) = cell.split_once('/')?;
    let (category, mode) = match event.split_once(':') {
        Some((category, mode)) => (category, Some(mode)),
        None => (event, None),
    };
    Some((Category::named(category)?, mode, cameo))
}

/// The forms of a verb: "send sent sent", or the base alone if it is regular.
fn forms(cell: &str) -> Vec<(String, u8)> {
    use form::{BASE, GERUND, PARTICIPLE, PAST, THIRD};
    let mut parts = cell.split_whitespace();
    let base = parts.next().unwrap_or_default().to_owned();
    let stem = stem(&base);
    let past = match parts.next() {
        Some(past) => past.to_owned(),
        None if base.ends_with('e') => format!("{base}d"),
        None => match base
            .strip_suffix('y')
            .filter(|b| !b.ends_with(['a', 'e', 'o']))
        {
            Some(b) => format!("{b}ied"),
            None => format!("{stem}ed"),
        },
    };
    let participle = parts.next().unwrap_or(&past).to_owned();
    let third = match base
        .strip_suffix('y')
        .filter(|b| !b.ends_with(['a', 'e', 'o']))
    {
        Some(b) => format!("{b}ies"),
        None if base.ends_with(['s', 'x', 'o']) || base.ends_with("sh") || base.ends_with("ch") => {
            format!("{base}es")
        }
        None => format!("{base}s"),
    };
    let gerund = match base.strip_suffix('e').filter(|b| !b.ends_with('e')) {
        Some(b) => format!("{b}ing"),
        None => format!("{stem}ing"),
    };
    vec![
        (base, BASE),
        (third, THIRD),
        (past, PAST),
        (participle, PARTICIPLE),
        (gerund, GERUND),
    ]
}

/// The stem that -ed and -ing follow: "ban" doubles its last letter.
fn stem(base: &str) -> String {
    let vowels = |s: &str| s.chars().filter(|c| "aeiou".contains(*c)).count();
    let mut last = base.chars().rev();
    let (end, middle) = (last.next(), last.next());
    match (end, middle) {
        (Some(end), Some(middle))
            if "bdgklmnprt".contains(end) && "aeiou".contains(middle) && vowels(base) == 1 =>
        {
            format!("{base}{end}")
        }
        _ => base.to_owned(),
    }
}

/// The marker that starts here, and how many words it has.
pub(super) fn marker(words: &[Word<'_>], at: usize) -> Option<(Marker, usize)> {
    // "May" and "Will" are people or months.
    let rows = TABLE.markers.get(words.get(at)?.text)?;
    let found = rows.iter().find(|(marker, _)| starts(words, at, marker))?;
    Some((found.1, found.0.len()))
}

/// Whether a name stands here: a capital that begins no date and no state's name.
fn is_name(words: &[Word<'_>], at: usize) -> bool {
    const DAYS: &[&str] = &[
        "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun", "Jan", "Feb", "Mar", "Apr", "May", "Jun",
        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    let Some(word) = words.get(at) else {
        return false;
    };
    let day = DAYS.iter().any(|day| {
        word.text.starts_with(day) && (word.text.ends_with("day") || word.text.len() < 10)
    });
    word.text.starts_with(char::is_uppercase) && !day
}

/// Whether these words start here; the last may have a plural -s.
fn starts(words: &[Word<'_>], at: usize, phrase: &[&str]) -> bool {
    if phrase == ["*name"] {
        return is_name(words, at);
    }
    let Some(here) = words.get(at..).and_then(|w| w.get(..phrase.len())) else {
        return false;
    };
    let last = phrase.len().saturating_sub(1);
    phrase.iter().zip(here).enumerate().all(|(i, (p, w))| {
        w.is(p)
            || (i == last
                && w.text.len() == p.len() + 1
                && w.text
                    .get(..p.len())
                    .is_some_and(|t| t.eq_ignore_ascii_case(p))
                && w.text.ends_with('s'))
    })
}

/// Whether a form of a verb of the table stands here.
pub(super) fn is_verb(word: Word<'_>, set: u8) -> bool {
    let forms = TABLE.forms.get(word.text);
    forms.is_some_and(|rows| rows.iter().any(|(_, form)| form & set != 0))
}

/// Words that begin another clause.
const OWN: &[&str] = &[
    "that",
    "will",
    "would",
    "which",
    "who",
    "until",
    "unless",
    "because",
    "if",
    "said",
    "says",
    "after",
    "before",
    "following",
    "amid",
    "since",
    "when",
    "as",
];

/// The class of the deed whose verb, in one of these forms, stands at `at`, with
/// its object among `object`. Of several rows the one whose object is nearest.
pub(super) fn deed(words: &[Word<'_>], at: usize, set: u8, object: Range<usize>) -> Option<Class> {
    let rows = TABLE.forms.get(words.get(at)?.text)?;
    // What stands in a clause of its own is no object.
    let own = object
        .clone()
        .take_while(|i| !words.get(*i).is_some_and(|w| w.is_one_of(OWN)));
    let object = object.start..object.start + own.count();
    let mut best: Option<((usize, usize), usize)> = None;
    for (index, form) in rows {
        let Some(deed) = TABLE.deeds.get(*index).filter(|_| form & set != 0) else {
            continue;
        };
        if !starts(words, at + 1, &deed.tail) {
            continue;
        }
        // Of two objects in one place the longer tells more.
        let far = if deed.objects.is_empty() {
            // Anything will do, so whatever names its object is nearer.
            Some((REACH - deed.tail.len().min(REACH), 0))
        } else {
            let longest = |i: usize| {
                let here = deed.objects.iter().filter(|o| starts(words, i, o));
                here.map(Vec::len)
                    .max()
                    .map(|len| (i - object.start, REACH - len.min(REACH)))
            };
            object.clone().find_map(longest)
        };
        if let Some(far) = far
            && best.is_none_or(|(b, _)| far < b)
        {
            best = Some((far, *index));
        }
    }
    best.and_then(|(_, index)| TABLE.deeds.get(index))
        .map(|deed| deed.class)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_sorted_and_every_row_says_something() {
        let mut before: Vec<&str> = Vec::new();
        let classes = rows(include_str!("../../data/deed_classes.tsv"));
        let names: Vec<&str> = classes.map(|row| row[0]).collect();
        assert!(names.is_sorted_by(|a, b| a < b));
        for row in rows(include_str!("../../data/deeds.tsv")) {
            assert!(names.contains(&row[3]), "{row:?}");
            let key = [row[0], row[1], row[3]].to_vec();
            assert!(before < key, "not sorted, or twice: {row:?}");
            before = key;
        }
        for row in rows(include_str!("../../data/deed_classes.tsv")) {
            let codes = row[1..4].iter().filter(|c| **c != "-");
            assert!(codes.clone().count() > 0, "{row:?}");
            for cell in codes {
                let (category, _, cameo) = code(cell).expect(cell);
                assert!(cameo.len() >= 3, "{category} {row:?}");
            }
        }
    }

    #[test]
    fn verbs_have_their_forms() {
        let all = |cell: &str| -> Vec<String> { forms(cell).into_iter().map(|f| f.0).collect() };
        assert_eq!(all("ban"), ["ban", "bans", "banned", "banned", "banning"]);
        assert_eq!(all("free"), ["free", "frees", "freed", "freed", "freeing"]);
        assert_eq!(
            all("deny"),
            ["deny", "denies", "denied", "denied", "denying"]
        );
        assert_eq!(
            all("give gave given"),
            ["give", "gives", "gave", "given", "giving"]
        );
    }
}
