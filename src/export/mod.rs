//! The records in the formats of other tools: pure functions of the model.
//!
//! Nothing here knows how an article was read, looks at a clock, or opens a
//! file: an [`Article`](crate::Article) built from JSON exports like one that
//! was just parsed, and the same article always gives the same bytes. Text of
//! the article stays text in every format.
//!
//! | from an article to | call | example |
//! |---|---|---|
//! | JSON | `serde_json::to_string(&article)` | |
//! | PLOVER / CAMEO events | [`Article::events`](crate::Article::events), [`plover`] | `events` |
//! | a page to look at | [`html::page`] | `to_html` |
//! | a timeline (SVG) | [`timeline::svg`] | `timeline` |
//! | who met whom (DOT, Mermaid) | [`graph::Graph`] | `contact_graph` |
//! | a calendar (iCalendar) | `ical::calendar`, feature `ical` | `calendar` |
//! | tables (CSV) | the example | `tables` |
//! | FollowTheMoney entities | [`ftm::entities`] | `follow_the_money` |
//! | schema.org JSON-LD | [`jsonld::document`] | `json_ld` |
//! | EDTF and TIMEX3 dates | [`When::edtf`](crate::When::edtf), [`When::timex3`](crate::When::timex3) | |
//! | JSON Schema | `schema::article`, feature `schema` | |

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

mod align;
mod cues;
mod ids;
mod locate;
mod text;
mod words;
