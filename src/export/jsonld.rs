//! schema.org JSON-LD, as search engines and knowledge graphs read it.
//!
//! A `NewsArticle` that mentions `Person`s (each with its post as a `Role`),
//! `Event`s with attendees, and agreements as `AgreeAction`s, and that has the
//! article's quotations as parts. Reported speech is a `Claim`, not a
//! `Quotation`: its words are the reporter's.

use super::words;
use crate::model::{
    Agreement, AgreementStatus, Article, Meeting, MeetingKind, MeetingStatus, Official, Party,
    Place, Speaker, Statement, StatementForm, When,
};
use serde::ser::{SerializeMap, SerializeSeq};
use serde::{Serialize, Serializer};

/// A JSON-LD node; serialize it with any serde format.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Node {
    fields: Vec<(&'static str, Value)>,
}

/// What a field of a node holds.
#[derive(Debug, Clone, PartialEq)]
enum Value {
    Text(String),
    Node(Node),
    List(Vec<Value>),
}

impl Serialize for Node {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.fields.len()))?;
        for (key, value) in &self.fields {
            map.serialize_entry(key, value)?;
        }
        map.end()
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Value::Text(text) => serializer.serialize_str(text),
            Value::Node(node) => node.serialize(serializer),
            Value::List(items) => {
                let mut seq = serializer.serialize_seq(Some(items.len()))?;
                for item in items {
                    seq.serialize_element(item)?;
                }
                seq.end()
            }
        }
    }
}

impl Node {
    fn new(kind: &str) -> Self {
        Node::default().text("@type", kind)
    }

    fn reference(id: String) -> Self {
        Node::default().text("@id", id)
    }

    fn text(mut self, key: &'static str, text: impl Into<String>) -> Self {
        let text = text.into();
        if !text.is_empty() {
            self.fields.push((key, Value::Text(text)));
        }
        self
    }

    fn maybe(self, key: &'static str, text: Option<impl Into<String>>) -> Self {
        match text {
            Some(text) => self.text(key, text),
            None => self,
        }
    }

    fn node(mut self, key: &'static str, node: Option<Node>) -> Self {
        if let Some(node) = node {
            self.fields.push((key, Value::Node(node)));
        }
        self
    }

    fn list(mut self, key: &'static str, items: Vec<Value>) -> Self {
        if !items.is_empty() {
            self.fields.push((key, Value::List(items)));
        }
        self
    }

    fn nodes(self, key: &'static str, nodes: impl IntoIterator<Item = Node>) -> Self {
        self.list(key, nodes.into_iter().map(Value::Node).collect())
    }

    fn texts<'a>(self, key: &'static str, texts: impl IntoIterator<Item = &'a String>) -> Self {
        let texts = texts.into_iter().cloned().map(Value::Text);
        self.list(key, texts.collect())
    }
}

/// The article as one JSON-LD document.
///
/// To put it into a web page, write `<` as `\u003c` in the JSON, so that no
/// word of the article can end the `<script>` element.
///
/// ```
/// use demarche::export::jsonld;
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let article = demarche::parse_article("Foreign Minister Aiko Mori of Japan met reporters.")?;
/// let json = serde_json::to_string(&jsonld::document(&article))?.replace('<', "\\u003c");
/// assert!(json.starts_with(r#"{"@context":"https://schema.org","@type":"NewsArticle""#));
/// # Ok(())
/// # }
/// ```
#[must_use]
pub fn document(article: &Article) -> Node {
    let people = article.officials.iter().map(person);
    let meetings = article.meetings.iter().map(|m| event(article, m));
    let agreements = article.agreements.iter().map(|a| action(article, a));
    let dateline = article.dateline.as_ref().and_then(|d| place(&d.place));
    let author = article.byline.as_ref();
    let outlet = article.outlet.as_ref();
    Node::default()
        .text("@context", "https://schema.org")
        .text("@type", "NewsArticle")
        .maybe("headline", article.headline.as_ref())
        .texts("alternativeHeadline", &article.subheads)
        .node(
            "author",
            author.map(|name| Node::new("Person").text("name", name)),
        )
        .node(
            "publisher",
            outlet.map(|name| Node::new("Organization").text("name", name)),
        )
        .maybe("datePublished", article.published.map(|p| p.to_string()))
        .node("locationCreated", dateline)
        .text("inLanguage", "en")
        .text("articleBody", &article.body)
        .nodes("mentions", people.chain(meetings).chain(agreements))
        .nodes(
            "hasPart",
            article.statements.iter().map(|s| utterance(article, s)),
        )
}

fn person_id(index: u32) -> String {
    format!("#official-{index}")
}

fn person(official: &Official) -> Node {
    let names = official.aliases.iter();
    // A role without the side it is held for says no more than the title.
    let role = side_of(official).map(|side| {
        Node::new("Role")
            .text("roleName", words::post(official))
            .node("worksFor", Some(side))
    });
    Node::new("Person")
        .text("@id", person_id(official.id.0))
        .text("name", &official.name)
        .texts("alternateName", names)
        .maybe("jobTitle", official.post.title.as_ref())
        .maybe("honorificPrefix", official.rank.as_ref())
        .node("worksFor", role)
}

/// For whom an official works: a government or an organization.
fn side_of(official: &Official) -> Option<Node> {
    match (&official.country, &official.organization) {
        (Some(country), _) => Some(
            Node::new("GovernmentOrganization")
                .text("name", format!("Government of {}", country.name()))
                .text("areaServed", country.alpha2()),
        ),
        (None, Some(body)) => Some(organization(words::body(body), words::acronym(body))),
        (None, None) => None,
    }
}

fn organization(name: &str, code: Option<&str>) -> Node {
    let other = code.filter(|code| *code != name);
    Node::new("Organization")
        .text("name", name)
        .maybe("alternateName", other)
}

/// A side that meets, speaks or agrees. schema.org has people and organizations
/// do so; a `Country` is a place to it.
fn party(side: &Party) -> Node {
    match side {
        Party::Country(country) => Node::new("GovernmentOrganization")
            .text("name", country.name())
            .text("identifier", country.alpha3())
            .text("areaServed", country.alpha2()),
        Party::Organization(body) => organization(words::body(body), words::acronym(body)),
    }
}

fn event(article: &Article, meeting: &Meeting) -> Node {
    let status = match meeting.status {
        MeetingStatus::Held | MeetingStatus::Ongoing | MeetingStatus::Scheduled => {
            Some("https://schema.org/EventScheduled")
        }
        MeetingStatus::Postponed => Some("https://schema.org/EventPostponed"),
        MeetingStatus::Cancelled => Some("https://schema.org/EventCancelled"),
        // Not yet an event that anybody scheduled.
        MeetingStatus::Proposed => None,
    };
    let mode = match meeting.kind {
        MeetingKind::Call => "https://schema.org/OnlineEventAttendanceMode",
        _ => "https://schema.org/OfflineEventAttendanceMode",
    };
    let people = meeting.participants.iter();
    let people = people.filter(|id| article.official(**id).is_some());
    let people = people.map(|id| Node::reference(person_id(id.0)));
    dated(
        Node::new("Event").text("@id", format!("#meeting-{}", meeting.id.0)),
        meeting.when.as_ref(),
    )
    .text("name", words::meeting(meeting))
    .text("description", description(meeting))
    .maybe("eventStatus", status)
    .text("eventAttendanceMode", mode)
    .node("location", meeting.place.as_ref().and_then(place))
    .nodes("attendee", meeting.parties.iter().map(party).chain(people))
}

/// "talks, held; about fisheries".
fn description(meeting: &Meeting) -> String {
    let mut words = format!(
        "{}, {}",
        words::meeting_kind(meeting.kind),
        words::meeting_status(meeting.status)
    );
    if !meeting.topics.is_empty() {
        words.push_str("; about ");
        words.push_str(&meeting.topics.join(", "));
    }
    words
}

fn dated(node: Node, when: Option<&When>) -> Node {
    let start = when.and_then(|w| w.start).map(|d| d.to_string());
    let end = when.and_then(|w| w.end).map(|d| d.to_string());
    node.maybe("startDate", start).maybe("endDate", end)
}

fn place(place: &Place) -> Option<Node> {
    if place.is_empty() {
        return None;
    }
    let address = Node::new("PostalAddress")
        .maybe("addressLocality", place.city.as_ref())
        .maybe("addressCountry", place.country.map(|c| c.alpha2()));
    let name = words::place(place);
    Some(
        Node::new("Place")
            .text("name", name)
            .node("address", Some(address)),
    )
}

fn utterance(article: &Article, statement: &Statement) -> Node {
    let speakers = statement.speakers.iter().map(|s| match s {
        Speaker::Official(id) => Node::reference(person_id(id.0)),
        Speaker::Party(side) => party(side),
        Speaker::Source(words) => Node::new("Person").text("description", words),
    });
    let (kind, by) = match statement.form {
        StatementForm::Quote => ("Quotation", "spokenByCharacter"),
        StatementForm::Reported | StatementForm::Joint => ("Claim", "author"),
    };
    let meeting = statement
        .meeting
        .filter(|id| article.meeting(*id).is_some());
    let day = statement.when.as_ref().and_then(|w| w.start);
    Node::new(kind)
        .text("text", &statement.text)
        .nodes(by, speakers)
        .text("abstract", words::act(statement.act))
        .nodes("about", statement.targets.iter().map(party))
        .maybe("dateCreated", day.map(|d| d.to_string()))
        .node(
            "recordedAt",
            meeting.map(|id| Node::reference(format!("#meeting-{}", id.0))),
        )
}

fn action(article: &Article, agreement: &Agreement) -> Node {
    let status = match agreement.status {
        AgreementStatus::Reached | AgreementStatus::Signed => "CompletedActionStatus",
        AgreementStatus::Planned | AgreementStatus::Proposed => "PotentialActionStatus",
        AgreementStatus::Broken => "FailedActionStatus",
    };
    let document = agreement.instrument.as_ref().map(|i| {
        Node::new("CreativeWork")
            .text("name", &i.name)
            .text("genre", words::instrument_kind(i.kind))
    });
    let meeting = agreement.meeting.and_then(|id| article.meeting(id));
    let location = meeting.and_then(|m| m.place.as_ref()).and_then(place);
    let day = agreement.when.as_ref().and_then(|w| w.start);
    Node::new("AgreeAction")
        .text("description", &agreement.text)
        .text("actionStatus", format!("https://schema.org/{status}"))
        .nodes("agent", agreement.parties.iter().map(party))
        .node("object", document)
        .maybe("startTime", day.map(|d| d.to_string()))
        .node("location", location)
}
