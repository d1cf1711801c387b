//! Who heads a firm holds no public post: "Orion Motors chairman Paul Reeve".

use crate::grammar::PersonMention;

/// What a firm's name ends in.
const FIRMS: &[&str] = &[
    "airlines",
    "airways",
    "automotive",
    "co",
    "company",
    "conglomerate",
    "electronics",
    "enterprises",
    "group",
    "holding",
    "holdings",
    "inc",
    "industries",
    "ltd",
    "motor",
    "motors",
    "pharmaceuticals",
    "plc",
    "technologies",
];

/// Groups that are no firm: "the Contact Group", "the working group".
const BODIES: &[&str] = &[
    "action",
    "advisory",
    "armed",
    "caucus",
    "contact",
    "coordination",
    "expert",
    "experts",
    "friendship",
    "human",
    "liaison",
    "minsk",
    "monitoring",
    "negotiating",
    "opposition",
    "parliamentary",
    "party",
    "planning",
    "political",
    "rebel",
    "rights",
    "study",
    "support",
    "trust",
    "visegrad",
    "working",
];

/// Titles that are borne in firms too.
const HEADS: &[&str] = &[
    "chair",
    "chairman",
    "chairperson",
    "chairwoman",
    "director",
    "head",
    "managing director",
    "president",
    "vice chairman",
    "vice president",
];

/// `firm title name`, `name "," title "of" ["the"] firm`, with no state that it is of
pub(super) fn heads_a_firm(text: &str, mention: &PersonMention) -> bool {
    let [post] = mention.posts.as_slice() else {
        return false;
    };
    let (start, end) = (post.span.0 as usize, post.span.1 as usize);
    let title = text.get(start..end).unwrap_or_default();
    let borne = HEADS.iter().any(|h| title.eq_ignore_ascii_case(h));
    if !borne {
        return false;
    }
    let before = text.get(..start).unwrap_or_default();
    let after = head(text.get(end..).unwrap_or_default());
    // Of a line break or a comma the name has none.
    let named = tail(before).rsplit([',', '.', ';', '\n']).next();
    let of = after
        .strip_prefix(" of ")
        .filter(|_| post.parties.is_empty());
    let of = of.map(|rest| {
        let words = rest.split([',', '.', ';', '\n']).next().unwrap_or_default();
        let words = words.split(' ').take(6);
        words.take_while(|w| w.starts_with(char::is_uppercase) || *w == "the")
    });
    let words = |n: &'_ str| is_firm(n.split(' ').rev().filter(|w| !w.is_empty() && !is_rank(w)));
    named.is_some_and(words)
        || of.is_some_and(|words| {
            let words: Vec<&str> = words.take(6).collect();
            is_firm(words.into_iter().rev())
        })
}

/// "Executive Chairman": how high the title is.
fn is_rank(word: &str) -> bool {
    ["executive", "honorary", "vice"]
        .iter()
        .any(|w| word.eq_ignore_ascii_case(w))
}

/// No firm's name is longer, in bytes.
const LONGEST: usize = 80;

/// The start of a text that may hold a name.
fn head(text: &str) -> &str {
    let end = text.len().min(LONGEST);
    let end = (0..=end).rev().find(|at| text.is_char_boundary(*at));
    end.and_then(|at| text.get(..at)).unwrap_or_default()
}

/// The end of a text that may hold a name.
fn tail(text: &str) -> &str {
    let start = text.len().saturating_sub(LONGEST);
    let start = (start..=text.len()).find(|at| text.is_char_boundary(*at));
    start.and_then(|at| text.get(at..)).unwrap_or_default()
}

/// Whether words, the last one first, are a firm's name.
fn is_firm<'a>(mut words: impl Iterator<Item = &'a str>) -> bool {
    let is = |list: &[&str], word: &str| list.iter().any(|w| word.eq_ignore_ascii_case(w));
    let last = words.next().filter(|w| is(FIRMS, w));
    let name = words.next().filter(|w| w.starts_with(char::is_uppercase));
    last.is_some() && name.is_some_and(|w| !is(BODIES, w))
}
