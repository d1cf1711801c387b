//! International organizations and non-state parties.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::hash::{Hash, Hasher};
use std::sync::Arc;

/// An international or regional body, or a non-state party.
///
/// It serializes as its [key](Organization::key): the usual acronym (`"UN"`)
/// if there is one, else the name (`"World Bank"`). The key alone decides
/// whether two organizations are the same. A clone shares the words.
#[derive(Debug, Clone)]
pub struct Organization(Arc<Names>);

#[derive(Debug)]
struct Names {
    code: Option<Box<str>>,
    name: Box<str>,
}

impl Organization {
    /// An organization with its usual acronym, if it has one.
    ///
    /// ```
    /// use demarche::Organization;
    /// let asean = Organization::new(Some("ASEAN"), "Association of Southeast Asian Nations");
    /// assert_eq!(asean.key(), "ASEAN");
    /// assert_eq!(Organization::new(None, "World Bank").key(), "World Bank");
    /// ```
    #[must_use]
    pub fn new(code: Option<&str>, name: &str) -> Self {
        Organization(Arc::new(Names {
            code: code.map(Box::from),
            name: name.into(),
        }))
    }

    /// The usual acronym, in capitals; `None` where none is in use.
    ///
    /// ```
    /// use demarche::Organization;
    /// assert_eq!(Organization::new(Some("NATO"), "Alliance").code(), Some("NATO"));
    /// assert_eq!(Organization::new(None, "World Bank").code(), None);
    /// ```
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        self.0.code.as_deref()
    }

    /// The full name; after reading JSON, the key.
    ///
    /// ```
    /// use demarche::Organization;
    /// assert_eq!(Organization::new(None, "World Bank").name(), "World Bank");
    /// ```
    #[must_use]
    pub fn name(&self) -> &str {
        &self.0.name
    }

    /// The acronym if there is one, else the name.
    #[must_use]
    pub fn key(&self) -> &str {
        self.code().unwrap_or(self.name())
    }
}

impl PartialEq for Organization {
    fn eq(&self, other: &Self) -> bool {
        self.key() == other.key()
    }
}

impl Eq for Organization {}

impl Hash for Organization {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.key().hash(state);
    }
}

impl Serialize for Organization {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.key())
    }
}

impl<'de> Deserialize<'de> for Organization {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let key = String::deserialize(deserializer)?;
        let is_acronym = !key.contains(char::is_lowercase) && !key.contains(' ');
        Ok(Organization::new(is_acronym.then_some(key.as_str()), &key))
    }
}
