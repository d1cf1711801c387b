//! Which way a quotation mark faces, by its shape, its neighbors and what is
//! open; and what is only an apostrophe.

use super::QuoteKind;
use super::chars::{
    at, before, is_closing_punctuation, is_dash, is_opening_bracket, is_quote, is_space, word,
};
use super::marks::{Mark, Role, Shape, Side};
use super::words::{is_ayn_name, is_contraction, is_elided, is_reporting};

/// What a mark does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Turn {
    Open,
    /// Opens only if a closing mark behind punctuation follows.
    OpenWeakly,
    Close,
    /// Closes unless a better closing mark follows: it may be the apostrophe
    /// of a plural ("the ministers’ meeting").
    CloseMaybe,
    /// An apostrophe, a foot, an inch.
    Nothing,
}

/// What is open when the mark comes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Open {
    /// The innermost open quotation and how its mark leans.
    pub(super) top: Option<(QuoteKind, Side)>,
    /// A double quotation is open.
    pub(super) double: bool,
}

/// The neighbors of a mark.
struct Around<'a> {
    text: &'a str,
    mark: Mark,
    before: Option<char>,
    after: Option<char>,
    /// Something can open here: space, a bracket or an opening mark precedes.
    left_free: bool,
    /// What follows clings to the mark.
    right_tight: bool,
}

/// The turn of `mark`; `previous` is the mark before it.
pub(super) fn turn(text: &str, mark: Mark, previous: Option<&Mark>, open: Open) -> Turn {
    let Shape::Quote(kind, side) = mark.shape else {
        return Turn::Nothing;
    };
    let around = Around::new(text, mark, previous);
    match kind {
        QuoteKind::Double => double(&around, side, open),
        QuoteKind::Single => single(&around, side, open),
    }
}

impl<'a> Around<'a> {
    fn new(text: &'a str, mark: Mark, previous: Option<&Mark>) -> Self {
        let before = before(text, mark.start());
        let after = at(text, mark.end());
        let left_free = match before {
            None => true,
            Some(c) if is_quote(c) => {
                previous.is_some_and(|p| p.end() == mark.start() && p.role == Role::Open)
            }
            Some(c) => {
                is_space(c) || is_dash(c) || is_opening_bracket(c) || matches!(c, '/' | '=' | '>')
            }
        };
        let right_tight = match after {
            None => false,
            // "...and so on" and "…and so on" can open a quotation.
            Some('\u{2026}') => left_free,
            Some('.') => left_free && at(text, mark.end() + 1) == Some('.'),
            Some('-') => left_free && at(text, mark.end() + 1).is_some_and(char::is_alphanumeric),
            Some(c) => !(is_space(c) || is_dash(c) || is_closing_punctuation(c)),
        };
        Around {
            text,
            mark,
            before,
            after,
            left_free,
            right_tight,
        }
    }

    /// The word behind the mark.
    fn next_word(&self) -> &'a str {
        word(self.text, self.mark.end(), 16)
    }

    /// A colon, or a comma behind "said", stands before the mark.
    fn introduces(&self) -> bool {
        let head = self.text.get(..self.mark.start()).unwrap_or("");
        let speech = |head: &str| {
            let head = head.strip_suffix(' ').unwrap_or(head);
            let letters = head.bytes().rev().take(12);
            let length = letters.take_while(u8::is_ascii_alphabetic).count();
            is_reporting(head.get(head.len() - length..).unwrap_or(""))
        };
        self.after.is_some_and(is_space)
            && (head.ends_with(':') || head.strip_suffix(',').is_some_and(speech))
    }

    fn is_grave(&self) -> bool {
        at(self.text, self.mark.start()) == Some('`')
    }

    fn after_punctuation(&self) -> bool {
        self.before.is_some_and(is_closing_punctuation)
    }

    fn joins(&self) -> bool {
        self.before.is_some_and(char::is_alphanumeric)
            && self.after.is_some_and(char::is_alphanumeric)
    }

    /// A closing quotation mark follows at once.
    fn before_quote(&self) -> bool {
        self.after.is_some_and(is_quote)
    }
}

/// “…”, "…", ``…'', «…», „…“.
fn double(around: &Around<'_>, side: Side, open: Open) -> Turn {
    let closes = !around.left_free && !around.right_tight;
    let opens = around.left_free && around.right_tight;
    match side {
        Side::Low => Turn::Open,
        // „…“, and a left mark where a right one belongs.
        Side::Left if open.top == Some((QuoteKind::Double, Side::Low)) => Turn::Close,
        Side::Left if closes && open.double => Turn::Close,
        Side::Left => Turn::Open,
        Side::Right if opens && !open.double => Turn::Open,
        Side::Right => Turn::Close,
        Side::Straight if opens => Turn::Open,
        // 'He said," We agree."': the space is on the wrong side.
        Side::Straight if !open.double && around.introduces() => Turn::Open,
        Side::Straight if closes || open.double => Turn::Close,
        // Behind a space and before a comma: a closing mark that lost its mate.
        Side::Straight if around.after.is_none_or(is_closing_punctuation) => Turn::Close,
        // 6"x: an inch.
        Side::Straight if around.before.is_some_and(|c| c.is_ascii_digit()) => Turn::Nothing,
        Side::Straight => Turn::Open,
    }
}

/// ‘…’ and '…' against the apostrophe.
fn single(around: &Around<'_>, side: Side, open: Open) -> Turn {
    let inside = matches!(open.top, Some((QuoteKind::Single, _)));
    if around.joins() || (side != Side::Left && is_contraction(around.next_word())) {
        return Turn::Nothing;
    }
    if side == Side::Low {
        return Turn::Open;
    }
    // A grave accent opens and does not close.
    if around.is_grave() && !(around.left_free && around.right_tight) {
        return Turn::Nothing;
    }
    if side == Side::Left && open.top == Some((QuoteKind::Single, Side::Low)) {
        return Turn::Close;
    }
    match (around.left_free, around.right_tight) {
        (true, true) => opening_single(around, side),
        (true, false) => loose_single(around, side, inside),
        (false, true) if inside && around.before_quote() => Turn::Close,
        (false, true) => fused_single(around, side, inside),
        (false, false) => closing_single(around, side, inside),
    }
}

/// Behind a space, before a word: opens, unless letters are left out.
fn opening_single(around: &Around<'_>, side: Side) -> Turn {
    let in_word = around.before.is_some_and(|c| {
        let dash = around.mark.start().saturating_sub(c.len_utf8());
        (c == '-' || c == '\u{2010}')
            && before(around.text, dash).is_some_and(char::is_alphanumeric)
    });
    let next = around.next_word();
    if in_word || is_elided(next) {
        Turn::Nothing
    } else if side == Side::Right || is_ayn_name(next) {
        Turn::OpenWeakly
    } else {
        Turn::Open
    }
}

/// Behind a space and before another, or before punctuation.
fn loose_single(around: &Around<'_>, side: Side, inside: bool) -> Turn {
    let plural = || {
        let head = around.text.get(..around.mark.start()).unwrap_or("");
        head.trim_end().ends_with(['s', 'S'])
    };
    if side == Side::Left {
        Turn::Open
    } else if inside {
        Turn::Close
    } else if side == Side::Right || !around.after.is_some_and(is_space) || plural() {
        Turn::Nothing
    } else {
        Turn::OpenWeakly
    }
}

/// Between punctuation and a word, without a space.
fn fused_single(around: &Around<'_>, side: Side, inside: bool) -> Turn {
    if side == Side::Left {
        Turn::Open
    } else if inside && around.after_punctuation() {
        Turn::Close
    } else if matches!(around.before, Some(':' | ',')) {
        Turn::OpenWeakly
    } else {
        Turn::Nothing
    }
}

/// Behind a word or a stop, before a space or a stop.
fn closing_single(around: &Around<'_>, side: Side, inside: bool) -> Turn {
    if !inside || side == Side::Left && around.after_punctuation() {
        return Turn::Nothing;
    }
    // Also the Malay title Dato’.
    let head = around.text.get(..around.mark.start()).unwrap_or("");
    let plural = head.ends_with(['s', 'S', 'z', 'x']) || head.ends_with("Dato");
    if plural && around.after.is_some_and(is_space) {
        Turn::CloseMaybe
    } else {
        Turn::Close
    }
}
