//! Marking: the longest phrase of the lexicon from each word on.

use super::token::{Token, TokenKind};
use crate::lexicon::{Class, LONGEST_PHRASE, Lexicon, NodeId, Shape, WordId};

/// The phrase found from a token on.
struct Found {
    node: NodeId,
    classes: Class,
    /// One past the last token.
    end: usize,
}

/// Marks the words of `tokens` and joins the words of phrases into one token each; `ids` is
/// room for their words.
pub(super) fn mark(text: &str, lexicon: &Lexicon, tokens: &mut Vec<Token>, ids: &mut Vec<WordId>) {
    ids.clear();
    ids.extend(tokens.iter().map(|t| word_id(text, lexicon, t)));
    let (mut read, mut write) = (0usize, 0usize);
    while read < tokens.len() {
        let mut token = tokens[read];
        let mut end = read + 1;
        let found = longest(lexicon, ids, tokens, read).filter(|found| {
            // "the Kingdom" must not hide "Kingdom of Tonga".
            found.end == read + 1
                || !token.text(text).eq_ignore_ascii_case("the")
                || longest(lexicon, ids, tokens, read + 1).is_none_or(|f| f.end <= found.end)
        });
        let small = token.shape == Shape::Lower;
        let found =
            found.filter(|f| small || f.classes.any(NAMES) || !is_foreign(token.text(text)));
        let before = write.checked_sub(1).and_then(|w| tokens.get(w));
        let led = before.is_some_and(|b| b.classes.any(Class::MODAL.or(Class::TO)));
        let found = match found {
            Some(noun) if led && noun.end == read + 2 => {
                Some(particle_verb(lexicon, ids, read, &noun).unwrap_or(noun))
            }
            found => found,
        };
        if let Some(found) = found {
            token.node = found.node;
            token.classes = found.classes;
            if found.end > read + 1 {
                token.end = tokens[found.end - 1].end;
                token.kind = TokenKind::Word;
                token.shape = token.shape.max(tokens[found.end - 1].shape);
            } else if found.classes.any(Class::FRAME_NOUN) {
                // "the Japan-U.S. 2+2"
                token.kind = TokenKind::Word;
            }
            end = found.end;
        }
        if token.kind == TokenKind::Possessive {
            token.classes = Class::POSSESSIVE;
        }
        tokens[write] = token;
        write += 1;
        read = end;
    }
    tokens.truncate(write);
}

/// "will sit down with", but "a sit-down": behind a modal the noun's two words are a verb and its
/// particle.
fn particle_verb(lexicon: &Lexicon, ids: &[WordId], at: usize, noun: &Found) -> Option<Found> {
    const LOWER: u16 = 1;
    let alone = |n: usize| {
        let node = lexicon.vocabulary.root(*ids.get(n)?);
        (node != NodeId::NONE).then(|| (node, lexicon.vocabulary.classes(node, LOWER, 0)))
    };
    let ((node, classes), (_, particle)) = (alone(at)?, alone(at + 1)?);
    let verb = noun.classes.any(Class::FRAME_NOUN)
        && classes.any(Class::VERB)
        && particle.any(Class::PREPOSITION.or(Class::ADVERB));
    verb.then_some(Found {
        node,
        classes,
        end: at + 1,
    })
}

/// What a name with marks on its letters may be.
const NAMES: Class = Class::PARTY
    .or(Class::PLACE)
    .or(Class::POST)
    .or(Class::RANK)
    .or(Class::HONORIFIC)
    .or(Class::GIVEN_NAME)
    .or(Class::OUTLET);

/// "Tô Lâm", "Sơn": a capitalized word with marks on its letters is no "to", no "son".
fn is_foreign(word: &str) -> bool {
    !word.is_ascii()
        && word.starts_with(char::is_uppercase)
        && word.chars().any(|c| !c.is_ascii() && c.is_alphabetic())
}

fn word_id(text: &str, lexicon: &Lexicon, token: &Token) -> WordId {
    match token.kind {
        TokenKind::Word | TokenKind::Number | TokenKind::Possessive => {
            lexicon.vocabulary.word(token.text(text))
        }
        TokenKind::Other if token.text(text) == "&" => lexicon.vocabulary.word("&"),
        _ => WordId::UNKNOWN,
    }
}

/// The longest phrase from `at` on whose case fits.
fn longest(lexicon: &Lexicon, ids: &[WordId], tokens: &[Token], at: usize) -> Option<Found> {
    let vocabulary = &lexicon.vocabulary;
    let mut found = None;
    let mut node = NodeId::NONE;
    let (mut lower, mut upper) = (0u16, 0u16);
    let mut i = at;
    for word in 0..LONGEST_PHRASE {
        if word > 0 && tokens.get(i).is_some_and(|t| t.kind == TokenKind::Hyphen) {
            i += 1;
        }
        let (Some(token), Some(id)) = (tokens.get(i), ids.get(i)) else {
            break;
        };
        node = if word == 0 {
            vocabulary.root(*id)
        } else {
            vocabulary.next(node, *id)
        };
        if node == NodeId::NONE {
            break;
        }
        match token.shape {
            Shape::Lower => lower |= 1 << word,
            Shape::Upper => upper |= 1 << word,
            Shape::Capitalized => {}
        }
        let classes = vocabulary.classes(node, lower, upper);
        if !classes.is_empty() {
            found = Some(Found {
                node,
                classes,
                end: i + 1,
            });
        }
        i += 1;
        if !vocabulary.has_edges(node) {
            break;
        }
    }
    found
}
