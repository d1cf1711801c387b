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

pub mod ftm;
pub mod graph;
pub mod html;
#[cfg(feature = "ical")]
#[cfg_attr(docsrs, doc(cfg(feature = "ical")))]
pub mod ical;
pub mod jsonld;
pub mod plover;
#[cfg(feature = "schema")]
#[cfg_attr(docsrs, doc(cfg(feature = "schema")))]
pub mod schema;
pub mod timeline;

mod cues;
mod ids;
mod locate;
mod text;
mod words;
