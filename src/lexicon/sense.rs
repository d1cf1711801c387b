//! One thing a phrase can be.

use super::class::Class;
use super::inflect::VerbForm;
use crate::model::{Country, InstrumentKind, PostKind};

/// One thing a phrase can be, with what the tables say of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Sense {
    Country(Country),
    Demonym(Country, /* person noun */ bool),
    Capital(Country, u16),
    Metonym(Country),
    /// A form that needs context, with the usual reading.
    Ambiguous(Option<Country>, Option<Country>, /* adjective */ bool),
    Place(u16, PlaceKind),
    Organization(u16),
    Post(PostKind, /* plural */ bool),
    Portfolio(Portfolio),
    Rank,
    Honorific(Gender),
    GivenName(Gender),
    Month(u8),
    Weekday(u8),
    Unit(TimeUnit),
    RelativeDay(i8),
    Part(PartOf),
    /// First month and last month.
    Season(u8, u8),
    /// Half (2) or quarter (4) of a year, and which.
    YearPart(u8, u8),
    Direction(Direction),
    Number(u32),
    Ordinal(u32),
    DayPart,
    Verb {
        lemma: u16,
        form: VerbForm,
        noun_like: bool,
    },
    FrameNoun {
        lemma: u16,
        plural: bool,
    },
    Instrument(InstrumentKind, bool),
    Document(bool),
    Organ(u16, bool),
    Group(GroupOf, bool),
    Source(bool),
    Outsider(bool),
    Media(u16),
    Topic,
    Outlet(u16, Option<Country>),
    Word(Class, WordValue),
}

/// What a minister is for, and the kind of post that makes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Portfolio {
    pub(crate) kind: PostKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PlaceKind {
    City,
    Region,
    Venue,
    Sea,
    Area,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Gender {
    Male,
    Female,
    Unknown,
}

/// Who a plural noun stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum GroupOf {
    /// "sides", "countries".
    Parties,
    /// "leaders", "delegations", with the kind of their posts if plain.
    People(Option<PostKind>),
}

/// The value of a closed-class word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum WordValue {
    None,
    He,
    She,
    It,
    They,
    I,
    We,
    You,
    /// Index of a string of the lexicon.
    Text(u16),
}

impl Sense {
    /// The class of the sense.
    pub(crate) fn class(self) -> Class {
        match self {
            Sense::Country(_) => Class::COUNTRY,
            Sense::Demonym(..) => Class::DEMONYM,
            Sense::Capital(..) => Class::CAPITAL,
            Sense::Metonym(_) => Class::METONYM,
            Sense::Ambiguous(..) => Class::AMBIGUOUS,
            Sense::Place(_, PlaceKind::City) => Class::CITY,
            Sense::Place(_, PlaceKind::Region) => Class::REGION,
            Sense::Place(_, PlaceKind::Venue) => Class::VENUE,
            Sense::Place(_, PlaceKind::Sea | PlaceKind::Area) => Class::AREA,
            Sense::Organization(_) => Class::ORGANIZATION,
            Sense::Post(..) => Class::POST,
            Sense::Portfolio(_) => Class::PORTFOLIO,
            Sense::Rank => Class::RANK,
            Sense::Honorific(_) => Class::HONORIFIC,
            Sense::GivenName(_) => Class::GIVEN_NAME,
            Sense::Month(_) => Class::MONTH,
            Sense::Weekday(_) => Class::WEEKDAY,
            Sense::Unit(_) => Class::UNIT,
            Sense::RelativeDay(_) => Class::RELATIVE_DAY,
            Sense::Part(_) => Class::PART,
            Sense::Season(..) => Class::SEASON,
            Sense::YearPart(..) => Class::YEAR_PART,
            Sense::Direction(_) => Class::DIRECTION,
            Sense::Number(_) => Class::NUMBER,
            Sense::Ordinal(_) => Class::ORDINAL,
            Sense::DayPart => Class::DAY_PART,
            Sense::Verb { .. } => Class::VERB,
            Sense::FrameNoun { .. } => Class::FRAME_NOUN.or(Class::NOUN),
            Sense::Instrument(..) => Class::INSTRUMENT.or(Class::NOUN),
            Sense::Document(_) => Class::DOCUMENT.or(Class::NOUN),
            Sense::Organ(..) => Class::ORGAN.or(Class::NOUN),
            Sense::Group(..) => Class::GROUP.or(Class::NOUN),
            Sense::Source(_) => Class::SOURCE.or(Class::NOUN),
            Sense::Outsider(_) => Class::OUTSIDER.or(Class::NOUN),
            Sense::Media(_) => Class::MEDIA.or(Class::NOUN),
            Sense::Topic => Class::TOPIC.or(Class::NOUN),
            Sense::Outlet(..) => Class::OUTLET,
            Sense::Word(class, _) => class,
        }
    }
}

/// A unit of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TimeUnit {
    Hour,
    Day,
    Weekend,
    Week,
    Month,
    Year,
    Decade,
}

/// Which part of a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PartOf {
    Early,
    Mid,
    Late,
}

/// Which way a word points in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Direction {
    Last,
    This,
    Next,
    Ago,
    FromNow,
}
