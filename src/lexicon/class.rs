//! What a word can be, as bits, so that the grammar asks with one test.

/// A set of classes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub(crate) struct Class(u64);

macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident = $bit:literal,)*) => {
        impl Class {
            $($(#[$doc])* pub(crate) const $name: Class = Class(1 << $bit);)*
        }
    };
}

classes! {
    /// Name of a state.
    COUNTRY = 0,
    /// Adjective or noun of a people.
    DEMONYM = 1,
    /// Capital city.
    CAPITAL = 2,
    /// Seat or organ that stands for a government.
    METONYM = 3,
    CITY = 4,
    REGION = 5,
    VENUE = 6,
    /// Sea, strait, or region without a government.
    AREA = 7,
    ORGANIZATION = 8,
    /// Title of a post, or its head noun.
    POST = 9,
    /// What a minister or a ministry is for.
    PORTFOLIO = 10,
    RANK = 11,
    HONORIFIC = 12,
    GIVEN_NAME = 13,
    MONTH = 14,
    WEEKDAY = 15,
    /// Day, week, month, year …
    UNIT = 16,
    /// Today, yesterday, tomorrow.
    RELATIVE_DAY = 17,
    /// Early, mid, late, beginning, end.
    PART = 18,
    SEASON = 19,
    /// Number word, "four".
    NUMBER = 20,
    /// "fourth", "18th".
    ORDINAL = 21,
    VERB = 22,
    /// Noun that has frames (a meeting, an agreement, a statement).
    FRAME_NOUN = 23,
    /// Treaty, memorandum …
    INSTRUMENT = 24,
    /// Communiqué, readout: a thing that speaks.
    DOCUMENT = 25,
    /// Ministry, government.
    ORGAN = 26,
    /// Leaders, sides, countries.
    GROUP = 27,
    /// Official, source, diplomat.
    SOURCE = 28,
    /// Analyst, journalist: people who are no officials.
    OUTSIDER = 29,
    MEDIA = 30,
    DETERMINER = 31,
    PRONOUN = 32,
    PREPOSITION = 33,
    CONJUNCTION = 34,
    SUBORDINATOR = 35,
    MODAL = 36,
    AUXILIARY = 37,
    NEGATIVE = 38,
    ADVERB = 39,
    RELATIVE = 40,
    OUTLET = 41,
    DAY_PART = 42,
    /// Any noun of the tables.
    NOUN = 43,
    /// Form that needs context ("Korea").
    AMBIGUOUS = 44,
    TOPIC = 45,
    POSSESSIVE = 46,
    /// Bare "to".
    TO = 47,
    /// Bare "that".
    THAT = 48,
    /// An adjective.
    ADJECTIVE = 49,
    /// "first half", "Q3".
    YEAR_PART = 50,
    /// "last", "next", "ago".
    DIRECTION = 51,
}

impl Class {
    pub(crate) const NONE: Class = Class(0);

    /// Anything that names a side: state, people, capital, seat, organization.
    pub(crate) const PARTY: Class = Class::COUNTRY
        .or(Class::DEMONYM)
        .or(Class::CAPITAL)
        .or(Class::METONYM)
        .or(Class::ORGANIZATION)
        .or(Class::AMBIGUOUS);

    /// Anything that names a place.
    pub(crate) const PLACE: Class = Class::COUNTRY
        .or(Class::CAPITAL)
        .or(Class::CITY)
        .or(Class::REGION)
        .or(Class::VENUE)
        .or(Class::AREA)
        .or(Class::AMBIGUOUS);

    pub(crate) const fn or(self, other: Class) -> Class {
        Class(self.0 | other.0)
    }

    pub(crate) const fn without(self, other: Class) -> Class {
        Class(self.0 & !other.0)
    }

    /// Whether the two sets share a class.
    pub(crate) const fn any(self, other: Class) -> bool {
        self.0 & other.0 != 0
    }

    pub(crate) const fn is_empty(self) -> bool {
        self.0 == 0
    }
}
