//! Every public type is plain data that can be shared between threads.

use demarche::*;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::error::Error;
use std::fmt::Debug;
use std::hash::Hash;
use std::panic::{RefUnwindSafe, UnwindSafe};

fn shared<T: Send + Sync + Unpin + UnwindSafe + RefUnwindSafe + Debug + Clone + 'static>() {}
fn data<T>()
where
    T: Send + Sync + Unpin + UnwindSafe + RefUnwindSafe + Debug + Clone + 'static,
    T: PartialEq + Serialize + DeserializeOwned,
{
    shared::<T>();
}
fn value<T>()
where
    T: Send + Sync + Unpin + UnwindSafe + RefUnwindSafe + Debug + 'static,
    T: Copy + Eq + Hash + Serialize + DeserializeOwned,
{
    data::<T>();
}
fn error<T>()
where
    T: Send + Sync + Unpin + UnwindSafe + RefUnwindSafe + Debug + Clone + 'static,
    T: Error + Eq,
{
    shared::<T>();
}

#[test]
fn records_are_data() {
    data::<Article>();
    data::<Dateline>();
    data::<Official>();
    data::<Post>();
    data::<Meeting>();
    data::<Precedent>();
    data::<Statement>();
    data::<Speaker>();
    data::<Agreement>();
    data::<Instrument>();
    data::<Party>();
    data::<Organization>();
    data::<Place>();
    data::<When>();
    data::<Evidence>();
    data::<Warning>();
}

#[test]
fn codes_are_values() {
    value::<Country>();
    value::<OfficialId>();
    value::<MeetingId>();
    value::<PartialDate>();
    value::<Timestamp>();
    value::<Span>();
    value::<PostKind>();
    value::<Tenure>();
    value::<MeetingKind>();
    value::<MeetingStatus>();
    value::<StatementForm>();
    value::<StatementAct>();
    value::<AgreementStatus>();
    value::<InstrumentKind>();
    value::<WarningCode>();
}

#[test]
fn parsers_are_shared_and_errors_are_errors() {
    shared::<Parser>();
    shared::<ParserBuilder>();
    error::<ParseError>();
    error::<LexiconError>();
    error::<UnknownCountry>();
    error::<InvalidDate>();
}
