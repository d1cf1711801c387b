//! The bytes that can end a sentence or open and close a quotation.

use super::{QuoteKind, offset};

/// A stop or a quotation mark; offsets are within the paragraph.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mark {
    pub(super) at: u32,
    pub(super) len: u32,
    /// For a matched opening mark, the index of its closing mark.
    pub(super) mate: u32,
    pub(super) shape: Shape,
    pub(super) role: Role,
}

/// No mate.
pub(super) const ALONE: u32 = u32::MAX;

impl Mark {
    pub(super) fn start(&self) -> usize {
        self.at as usize
    }

    pub(super) fn end(&self) -> usize {
        (self.at + self.len) as usize
    }

    /// Its kind, when it is a quotation mark.
    pub(super) fn quote(&self) -> Option<QuoteKind> {
        match self.shape {
            Shape::Quote(kind, _) => Some(kind),
            _ => None,
        }
    }

    pub(super) fn is_stop(&self) -> bool {
        !matches!(self.shape, Shape::Quote(..))
    }
}

/// What is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// One or two full stops.
    Stop,
    /// "?", "!" and runs of them.
    Bang,
    /// "…" or three and more full stops.
    Ellipsis,
    Quote(QuoteKind, Side),
}

/// How a quotation mark leans.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// `"` and `'`: no direction of their own.
    Straight,
    /// “ ‘ « and the doubled grave accent.
    Left,
    /// ” ’ ».
    Right,
    /// „ ‚: opens, and makes “ ‘ close.
    Low,
}

/// What a quotation mark does, once known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// A stop, an apostrophe, an inch.
    Plain,
    Open,
    Close,
}

/// The first bytes of all marks.
const INTERESTING: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0_u8;
    while byte < u8::MAX {
        table[byte as usize] = is_first(byte);
        byte += 1;
    }
    table
};

/// Puts all marks of `text` into `marks`, in order.
pub(super) fn scan(text: &str, marks: &mut Vec<Mark>) {
    marks.clear();
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(rest) = bytes.get(at..) {
        let Some(step) = find(rest) else {
            break;
        };
        at += step;
        match read(bytes.get(at..).unwrap_or_default()) {
            Ok((shape, len)) => {
                marks.push(Mark {
                    at: offset(at),
                    len: offset(len),
                    mate: ALONE,
                    shape,
                    role: Role::Plain,
                });
                at += len;
            }
            Err(len) => at += len,
        }
    }
}

/// The place of the first byte that can begin a mark.
fn find(bytes: &[u8]) -> Option<usize> {
    let mut passed = 0;
    // Whole runs without any such byte are passed over many bytes at a time.
    for run in bytes.chunks(RUN) {
        let hit = run.iter().fold(false, |hit, &b| hit | is_first(b));
        if hit {
            let place = run.iter().position(|&b| INTERESTING[usize::from(b)]);
            return place.map(|place| passed + place);
        }
        passed += run.len();
    }
    None
}

const RUN: usize = 16;

/// Whether a mark can begin with `b`.
const fn is_first(b: u8) -> bool {
    matches!(b, b'.' | b'!' | b'?' | b'"' | b'\'' | b'`' | 0xC2 | 0xE2)
}

/// The kind of the quotation mark that opens `text`, if one does.
pub(super) fn opening(text: &str) -> Option<QuoteKind> {
    match read(text.as_bytes()) {
        Ok((Shape::Quote(kind, side), len)) if side != Side::Right => {
            let next = text.get(len..)?.chars().next()?;
            (!next.is_whitespace()).then_some(kind)
        }
        _ => None,
    }
}

/// The mark at the start of `bytes`, or how many bytes to pass over.
fn read(bytes: &[u8]) -> Result<(Shape, usize), usize> {
    use QuoteKind::{Double, Single};
    let quote = |kind, side, len| Ok((Shape::Quote(kind, side), len));
    match bytes {
        [b'.', ..] => {
            let run = run(bytes, |b| b == b'.');
            let shape = if run > 2 {
                Shape::Ellipsis
            } else {
                Shape::Stop
            };
            Ok((shape, run))
        }
        [b'!' | b'?', ..] => Ok((Shape::Bang, run(bytes, |b| b == b'!' || b == b'?'))),
        [b'"', ..] => quote(Double, Side::Straight, 1),
        [b'\'', b'\'', ..] => quote(Double, Side::Straight, 2),
        [b'\'', ..] => quote(Single, Side::Straight, 1),
        [b'`', b'`', ..] => quote(Double, Side::Left, 2),
        // Opens like ‘, but too often marks code to be trusted as much.
        [b'`', ..] => quote(Single, Side::Straight, 1),
        [0xE2, 0x80, 0x98, 0xE2, 0x80, 0x98, ..] => quote(Double, Side::Left, 6),
        [0xE2, 0x80, 0x99, 0xE2, 0x80, 0x99, ..] => quote(Double, Side::Right, 6),
        [0xE2, 0x80, last, ..] => match last {
            0x98 | 0x9B => quote(Single, Side::Left, 3),
            0x99 => quote(Single, Side::Right, 3),
            0x9A => quote(Single, Side::Low, 3),
            0x9C | 0x9F => quote(Double, Side::Left, 3),
            0x9D => quote(Double, Side::Right, 3),
            0x9E => quote(Double, Side::Low, 3),
            0xA6 => Ok((Shape::Ellipsis, 3)),
            _ => Err(3),
        },
        [0xE2, _, _, ..] => Err(3),
        [0xC2, 0xAB, ..] => quote(Double, Side::Left, 2),
        [0xC2, 0xBB, ..] => quote(Double, Side::Right, 2),
        [0xC2, _, ..] => Err(2),
        _ => Err(1),
    }
}

/// How many leading bytes fit.
fn run(bytes: &[u8], fits: impl Fn(u8) -> bool) -> usize {
    bytes.iter().take_while(|&&b| fits(b)).count()
}
