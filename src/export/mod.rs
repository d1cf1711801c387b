//! The records in the formats of other tools: pure functions of the model.
//!
//! Nothing here knows how an article was read, looks at a clock, or opens a
//! file: an [`Article`](crate::Article) built from JSON exports like one that
//! was just parsed.
//!
//! | from an article to | call |
//! |---|---|
//! | a page to look at | [`html::page`] |
//! | PLOVER / CAMEO events | [`Article::events`](crate::Article::events), [`plover`] |

pub mod html;
pub mod plover;

mod cues;
mod ids;
mod locate;
mod text;
mod words;
