//! Sentences → tokens with marks: what each word or phrase can be, by the
//! lexicon, ambiguity kept. A token is a span and its classes, never text.

mod phrases;
mod reading;
mod token;
mod words;

pub(crate) use reading::{Reading, Room, read_paragraph};
pub(crate) use token::{Token, TokenKind};

/// Sentences longer than this many tokens are read in windows.
pub(crate) const WINDOW: usize = 400;
