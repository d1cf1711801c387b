//! Tokens → facts with spans, as written. The only user of nom.
//!
//! [`tag`] settles parts of speech; [`chunk`] reads units with the productions of
//! [`date`], [`name`], [`post`], [`portfolio`] and [`belonging`], [`official`] with its [`apposition`], [`party`], [`place`], [`noun_phrase`] and
//! [`verb_group`]; [`clause`] gives each verb its [`subject`] and [`complement`]s, over
//! the lists of [`coordination`]; [`statement`], [`meeting`] and [`agreement`] meet the
//! frames. Nothing here looks anything up outside its own sentence, but that [`list`]
//! keeps the subject that a line left to the items below it; nothing needs a clock.

mod agreement;
mod apposition;
mod belonging;
mod chunk;
mod clause;
mod complement;
mod control;
mod coordination;
mod date;
mod division;
mod explain;
mod fact;
mod headed;
mod input;
mod known;
mod list;
mod meeting;
mod name;
mod noun_phrase;
mod official;
mod organ;
mod party;
mod place;
mod portfolio;
mod post;
mod post_list;
mod reader;
mod reduced;
mod series;
mod speaker;
mod statement;
mod status;
mod subject;
mod tag;
mod unit;
mod verb_group;
mod view;

pub(crate) use chunk::Buffers;
pub(crate) use date::{DateExpr, Lead, Point, YearOf};
pub(crate) use explain::explain;
pub(crate) use fact::{
    AgreementFact, Boxed, Bytes, Facts, Host, LeadFact, MeetingFact, Mention, MentionId,
    MentionKind, Partner, Site, StatementFact,
};
pub(crate) use official::PersonMention;
pub(crate) use party::{PartyForm, PartyRef};
pub(crate) use place::PlaceExpr;
pub(crate) use post::{PostPhrase, deputy_of};
pub(crate) use reader::read;
pub(crate) use series::Series;
pub(crate) use unit::{Determiner, Head, NounGroup};
