//! The event categories of PLOVER and what hangs on them.

use serde::{Deserialize, Serialize};
use std::fmt;

/// The 16 event categories of PLOVER 2.0.
///
/// ```
/// use demarche::export::plover::Category;
/// assert_eq!(Category::Consult.to_string(), "CONSULT");
/// assert_eq!(Category::Consult.quad_code(), 1);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
#[allow(missing_docs)] // The manual's own names; it defines each in a chapter.
pub enum Category {
    Agree,
    Consult,
    Support,
    Concede,
    Cooperate,
    Aid,
    Retreat,
    Request,
    Accuse,
    Reject,
    Threaten,
    Sanction,
    Protest,
    Mobilize,
    Coerce,
    Assault,
}

/// All categories, with name, quad code and the CAMEO code of the whole category.
const TABLE: [(Category, &str, u8, &str); 16] = [
    (Category::Agree, "AGREE", 1, "030"),
    (Category::Consult, "CONSULT", 1, "040"),
    (Category::Support, "SUPPORT", 1, "050"),
    (Category::Concede, "CONCEDE", 1, "080"),
    (Category::Cooperate, "COOPERATE", 2, "060"),
    (Category::Aid, "AID", 2, "070"),
    (Category::Retreat, "RETREAT", 2, "084"),
    (Category::Request, "REQUEST", 3, "100"),
    (Category::Accuse, "ACCUSE", 3, "110"),
    (Category::Reject, "REJECT", 3, "120"),
    (Category::Threaten, "THREATEN", 3, "130"),
    // The manual's section says 4, its quad table 3; a cut in relations is a deed.
    (Category::Sanction, "SANCTION", 4, "160"),
    (Category::Protest, "PROTEST", 4, "140"),
    (Category::Mobilize, "MOBILIZE", 4, "150"),
    (Category::Coerce, "COERCE", 4, "170"),
    (Category::Assault, "ASSAULT", 4, "190"),
];

impl Category {
    fn row(self) -> (Category, &'static str, u8, &'static str) {
        TABLE
            .into_iter()
            .find(|row| row.0 == self)
            .unwrap_or((self, "", 0, ""))
    }

    /// The name, as the manual spells it.
    ///
    /// ```
    /// use demarche::export::plover::Category;
    /// assert_eq!(Category::Mobilize.name(), "MOBILIZE");
    /// ```
    #[must_use]
    pub fn name(self) -> &'static str {
        self.row().1
    }

    /// 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.
    ///
    /// ```
    /// use demarche::export::plover::Category;
    /// assert_eq!(Category::Accuse.quad_code(), 3);
    /// ```
    #[must_use]
    pub fn quad_code(self) -> u8 {
        self.row().2
    }

    /// The CAMEO code that stands for the whole category.
    ///
    /// ```
    /// use demarche::export::plover::Category;
    /// assert_eq!(Category::Threaten.cameo(), "130");
    /// ```
    #[must_use]
    pub fn cameo(self) -> &'static str {
        self.row().3
    }

    /// The category of this name.
    pub(super) fn named(name: &str) -> Option<Self> {
        TABLE
            .into_iter()
            .find_map(|row| (row.1 == name).then_some(row.0))
    }

    /// Whether the manual asks for a recipient.
    pub(super) fn needs_recipient(self) -> bool {
        matches!(
            self,
            Category::Cooperate | Category::Aid | Category::Sanction
        )
    }
}

impl fmt::Display for Category {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
