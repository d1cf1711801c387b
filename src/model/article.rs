//! The article and what was read from it.

use super::{
    Agreement, Meeting, MeetingId, Official, OfficialId, PartialDate, Party, Place, Statement,
    Timestamp,
};
use crate::diagnostic::Warning;
use crate::span::Evidence;
use serde::{Deserialize, Serialize};

/// One article: its page data, its clean text, and the records read from it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Article {
    /// Title line, without the site's suffix.
    pub headline: Option<String>,
    /// Deck lines under the headline.
    pub subheads: Vec<String>,
    /// "by …" line or reporter sign-off.
    pub byline: Option<String>,
    /// News agency or site.
    pub outlet: Option<String>,
    /// Place and date at the head of the story ("SEOUL, July 19 (Yonhap) --").
    pub dateline: Option<Dateline>,
    /// When the article was published; the anchor of relative dates.
    pub published: Option<Timestamp>,
    /// The cleaned text: no boilerplate, paragraphs split by a blank line.
    pub body: String,
    /// The officials named, one entry per person.
    pub officials: Vec<Official>,
    /// The encounters told, one entry per encounter.
    pub meetings: Vec<Meeting>,
    /// The attributed utterances, in text order.
    pub statements: Vec<Statement>,
    /// The acts of agreeing, one entry each.
    pub agreements: Vec<Agreement>,
    /// What a careful user should know.
    pub warnings: Vec<Warning>,
}

impl Article {
    /// The official with this id.
    ///
    /// ```
    /// # fn main() -> Result<(), demarche::ParseError> {
    /// let article = demarche::parse_article("Foreign Minister Aiko Mori of Japan met reporters.")?;
    /// let id = article.officials[0].id;
    /// assert_eq!(article.official(id).map(|o| o.name.as_str()), Some("Aiko Mori"));
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn official(&self, id: OfficialId) -> Option<&Official> {
        self.officials.get(id.index())
    }

    /// The meeting with this id.
    #[must_use]
    pub fn meeting(&self, id: MeetingId) -> Option<&Meeting> {
        self.meetings.get(id.index())
    }

    /// The officials who speak for this party.
    pub fn officials_of<'a>(&'a self, party: &'a Party) -> impl Iterator<Item = &'a Official> {
        self.officials.iter().filter(move |o| match party {
            Party::Country(country) => o.country.as_ref() == Some(country),
            Party::Organization(organization) => o.organization.as_ref() == Some(organization),
        })
    }

    /// The meetings this party takes part in.
    pub fn meetings_of<'a>(&'a self, party: &'a Party) -> impl Iterator<Item = &'a Meeting> {
        self.meetings
            .iter()
            .filter(move |m| m.parties.contains(party))
    }

    /// The agreements this party is a side of.
    pub fn agreements_of<'a>(&'a self, party: &'a Party) -> impl Iterator<Item = &'a Agreement> {
        self.agreements
            .iter()
            .filter(move |a| a.parties.contains(party))
    }

    /// The statements made by this official.
    pub fn statements_by(&self, id: OfficialId) -> impl Iterator<Item = &Statement> {
        self.statements.iter().filter(move |s| s.is_by(id))
    }

    /// The words of `input` (the string given to the parser) that `evidence`
    /// points at; `None` if `input` is another string.
    ///
    /// ```
    /// # fn main() -> Result<(), demarche::ParseError> {
    /// let input = "Foreign Minister Aiko Mori of Japan met reporters.";
    /// let article = demarche::parse_article(input)?;
    /// let words = article.evidence_text(input, &article.officials[0].evidence[0]);
    /// assert!(words.is_some_and(|w| w.contains("Aiko Mori")));
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn evidence_text<'a>(&self, input: &'a str, evidence: &Evidence) -> Option<&'a str> {
        input.get(evidence.span.range())
    }
}

/// Place and date at the head of a story: "SEOUL, July 19 (Yonhap) --".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Dateline {
    /// Where the story was filed.
    pub place: Place,
    /// The day given there, as fine as it is given.
    pub date: Option<PartialDate>,
}

impl Dateline {
    pub(crate) fn new(place: Place, date: Option<PartialDate>) -> Self {
        Dateline { place, date }
    }
}
