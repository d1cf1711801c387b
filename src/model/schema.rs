//! JSON schemas of the types that serialize as strings.

use super::{Country, Organization, PartialDate, Timestamp};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use std::borrow::Cow;

/// A type whose JSON is a string of a certain form.
macro_rules! string_schema {
    ($type:ty, $name:literal, $description:literal, $pattern:literal) => {
        impl JsonSchema for $type {
            fn schema_name() -> Cow<'static, str> {
                $name.into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({
                    "description": $description,
                    "type": "string",
                    "pattern": $pattern
                })
            }
        }
    };
}

string_schema!(
    Country,
    "Country",
    "ISO 3166-1 alpha-3 code; XKX for Kosovo.",
    "^[A-Z]{3}$"
);
string_schema!(
    Organization,
    "Organization",
    "The usual acronym, or the name of an organization without one.",
    "."
);
string_schema!(
    PartialDate,
    "PartialDate",
    "A day, a month or a year: 2024-07-18, 2024-07, 2024.",
    "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
);
string_schema!(
    Timestamp,
    "Timestamp",
    "A day, with the time where it is known: 2024-07-19, 2024-07-19T13:59:07.",
    "^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}:[0-9]{2})?$"
);
