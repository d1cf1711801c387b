//! Longer texts: how it works, what it promises, how to extend it.

#[doc = include_str!("lexicon.md")]
pub mod lexicon {}

#[doc = include_str!("dates.md")]
pub mod dates {}

#[doc = include_str!("coreference.md")]
pub mod coreference {}

#[doc = include_str!("exports.md")]
pub mod exports {}

#[doc = include_str!("promises.md")]
pub mod promises {}

#[doc = include_str!("mistakes.md")]
pub mod mistakes {}

#[doc = include_str!("stability.md")]
pub mod stability {}

#[doc = include_str!("fuzzing.md")]
pub mod fuzzing {}

#[doc = include_str!("../../CHANGELOG.md")]
pub mod changelog {}
