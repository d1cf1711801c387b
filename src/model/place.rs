//! Where something takes place.

use super::Country;
use serde::{Deserialize, Serialize};

/// A place, as fine as the text gives it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Place {
    /// Building, base or estate, as written ("Joint Staff Office").
    pub venue: Option<String>,
    /// City in its usual English spelling; for a host's island or region, its name.
    pub city: Option<String>,
    /// The country it lies in.
    pub country: Option<Country>,
}

impl Place {
    /// Whether nothing is known of the place.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.venue.is_none() && self.city.is_none() && self.country.is_none()
    }
}
