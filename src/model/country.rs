//! Countries, by their ISO 3166-1 codes.

use super::country_codes::COUNTRIES;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

/// A state or territory of ISO 3166-1, Kosovo (`XKX`), or a dissolved state of
/// ISO 3166-3 without a single successor (`CSK`, `YUG`).
///
/// Serializes as its alpha-3 code.
///
/// ```
/// use demarche::Country;
/// let korea: Country = "KOR".parse()?;
/// assert_eq!((korea.alpha3(), korea.alpha2(), korea.name()), ("KOR", "KR", "South Korea"));
/// # Ok::<(), demarche::UnknownCountry>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Country(u16);

impl Country {
    fn row(self) -> (&'static str, &'static str, &'static str) {
        // Only `FromStr` makes a `Country`, from an index of this table.
        COUNTRIES
            .get(usize::from(self.0))
            .copied()
            .unwrap_or_default()
    }

    /// The alpha-3 code, "KOR".
    #[must_use]
    pub fn alpha3(&self) -> &'static str {
        self.row().0
    }

    /// The alpha-2 code, "KR".
    #[must_use]
    pub fn alpha2(&self) -> &'static str {
        self.row().1
    }

    /// The usual short name in English, "South Korea".
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.row().2
    }

    /// The country of an alpha-2 code in capitals.
    pub(crate) fn from_alpha2(code: &str) -> Option<Country> {
        Self::all().find(|c| c.alpha2() == code)
    }

    /// All countries, in the order of their alpha-3 codes.
    pub fn all() -> impl Iterator<Item = Country> {
        (0..COUNTRIES.len()).filter_map(|i| u16::try_from(i).ok().map(Country))
    }
}

/// A string that is no alpha-3 code.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not an ISO 3166-1 alpha-3 code")]
pub struct UnknownCountry(String);

/// A code of three letters as a number; numbers sort as the codes do.
fn number(code: &str) -> Option<u32> {
    let [a, b, c] = *code.as_bytes().first_chunk()?;
    (code.len() == 3).then(|| u32::from_be_bytes([0, a, b, c]))
}

impl FromStr for Country {
    type Err = UnknownCountry;

    fn from_str(s: &str) -> Result<Self, Self::Err> {
        let wanted = number(s).ok_or_else(|| UnknownCountry(s.to_owned()))?;
        COUNTRIES
            .binary_search_by_key(&Some(wanted), |row| number(row.0))
            .ok()
            .and_then(|i| u16::try_from(i).ok())
            .map(Country)
            .ok_or_else(|| UnknownCountry(s.to_owned()))
    }
}

impl fmt::Debug for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.alpha3())
    }
}

impl fmt::Display for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.alpha3())
    }
}

impl Serialize for Country {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.alpha3())
    }
}

impl<'de> Deserialize<'de> for Country {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let code = String::deserialize(deserializer)?;
        code.parse().map_err(serde::de::Error::custom)
    }
}
