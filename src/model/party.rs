//! A side of a meeting, a statement or an agreement.

use super::{Country, Organization};
use serde::{Deserialize, Serialize};
use std::fmt;

/// A side: a state, or an organization.
///
/// In JSON `{"country": "KOR"}` or `{"organization": "ASEAN"}`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Party {
    /// A state or territory.
    Country(Country),
    /// An international organization or a non-state party.
    Organization(Organization),
}

impl Party {
    /// The code the party goes by: `"KOR"`, `"ASEAN"`, `"World Bank"`.
    ///
    /// ```
    /// use demarche::{Country, Party};
    /// # fn main() -> Result<(), demarche::UnknownCountry> {
    /// assert_eq!(Party::Country("KOR".parse()?).code(), "KOR");
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn code(&self) -> &str {
        match self {
            Party::Country(country) => country.alpha3(),
            Party::Organization(organization) => organization.key(),
        }
    }

    /// The country, if the party is one.
    #[must_use]
    pub fn country(&self) -> Option<Country> {
        match self {
            Party::Country(country) => Some(*country),
            Party::Organization(_) => None,
        }
    }
}

impl fmt::Display for Party {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl From<Country> for Party {
    fn from(country: Country) -> Self {
        Party::Country(country)
    }
}

impl From<Organization> for Party {
    fn from(organization: Organization) -> Self {
        Party::Organization(organization)
    }
}
