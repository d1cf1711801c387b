//! FollowTheMoney entities, as investigative journalists' tools import them.
//!
//! An article becomes a `Document`, its officials `Person`s with a `Position`
//! and an `Occupancy` between them, its organizations `Organization`s, its
//! meetings and agreements `Event`s. Write one entity a line as JSON. The same
//! person, position or organization has the same identifier in every article,
//! so that tools merge them.

use super::{ids, words};
use crate::model::{
    Agreement, Article, Country, Meeting, Official, Organization, Party, PostKind, Tenure, When,
};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// One FollowTheMoney entity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Entity {
    /// The same whenever the same article is exported.
    pub id: String,
    /// Name of the schema: `Person`, `Event`, ….
    pub schema: String,
    /// Every property is a list of values.
    pub properties: BTreeMap<String, Vec<String>>,
}

impl Entity {
    fn new(schema: &str, id: String) -> Self {
        Entity {
            id,
            schema: schema.to_owned(),
            properties: BTreeMap::new(),
        }
    }

    /// Adds a value, unless it is empty or already there.
    fn add(&mut self, property: &str, value: impl Into<String>) {
        let value = value.into();
        if value.trim().is_empty() {
            return;
        }
        let values = self.properties.entry(property.to_owned()).or_default();
        if !values.contains(&value) {
            values.push(value);
        }
    }

    fn add_all(&mut self, property: &str, values: impl IntoIterator<Item = String>) {
        for value in values {
            self.add(property, value);
        }
    }
}

/// The entities of an article; what another entity refers to comes first.
///
/// ```
/// use demarche::export::ftm;
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let article = demarche::parse_article("Foreign Minister Aiko Mori of Japan met reporters.")?;
/// for entity in ftm::entities(&article) {
///     println!("{}", serde_json::to_string(&entity)?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use]
pub fn entities(article: &Article) -> Vec<Entity> {
    let document = document(article);
    let proof = document.id.clone();
    let mut found = vec![document];
    for body in bodies(article) {
        found.push(organization(body));
    }
    let mut seen = BTreeSet::new();
    for official in &article.officials {
        for mut entity in official_entities(official) {
            if seen.insert(entity.id.clone()) {
                entity.add("proof", &proof);
                found.push(entity);
            }
        }
    }
    for (index, meeting) in article.meetings.iter().enumerate() {
        found.push(meeting_event(article, meeting, &proof, index));
    }
    for (index, agreement) in article.agreements.iter().enumerate() {
        found.push(agreement_event(article, agreement, &proof, index));
    }
    found
}

fn document(article: &Article) -> Entity {
    let story = ids::story(article);
    let mut entity = Entity::new("Document", format!("demarche-{story}"));
    // Required of a document; there is no file.
    entity.add("fileName", format!("{story}.txt"));
    entity.add("mimeType", "text/plain");
    entity.add("language", "eng");
    entity.add_all("title", article.headline.clone());
    entity.add_all("author", article.byline.clone());
    entity.add_all("publisher", article.outlet.clone());
    entity.add_all("publishedAt", article.published.map(|p| p.to_string()));
    entity.add("bodyText", article.body.clone());
    entity.add_all("country", countries(article));
    entity.add_all(
        "peopleMentioned",
        article.officials.iter().map(|o| o.name.clone()),
    );
    entity.add_all(
        "namesMentioned",
        bodies(article)
            .into_iter()
            .map(|b| words::body(b).to_owned()),
    );
    entity
}

/// The countries of the article's officials, meetings and agreements.
fn countries(article: &Article) -> BTreeSet<String> {
    let officials = article.officials.iter().filter_map(|o| o.country);
    let meetings = article.meetings.iter().flat_map(|m| &m.parties);
    let agreements = article.agreements.iter().flat_map(|a| &a.parties);
    let sides = meetings.chain(agreements).filter_map(Party::country);
    officials.chain(sides).map(country_code).collect()
}

/// The organizations that take part or that officials speak for.
fn bodies(article: &Article) -> Vec<&Organization> {
    let officials = article
        .officials
        .iter()
        .filter_map(|o| o.organization.as_ref());
    let meetings = article.meetings.iter().flat_map(|m| &m.parties);
    let agreements = article.agreements.iter().flat_map(|a| &a.parties);
    let sides = meetings.chain(agreements).filter_map(|p| match p {
        Party::Organization(body) => Some(body),
        Party::Country(_) => None,
    });
    let all = officials.chain(sides);
    let by_key: BTreeMap<&str, &Organization> = all.map(|b| (b.key(), b)).collect();
    by_key.into_values().collect()
}

/// FollowTheMoney's code of a country: ISO 3166-1 alpha-2 in lower case, and
/// the four letters of ISO 3166-3 for states that are no more.
fn country_code(country: Country) -> String {
    match country.alpha3() {
        "CSK" => "cshh".to_owned(),
        "YUG" => "yucs".to_owned(),
        // It has no code for South Yemen; no code is better than Yemen's.
        "YMD" => String::new(),
        _ => country.alpha2().to_lowercase(),
    }
}

fn organization_id(body: &Organization) -> String {
    format!("demarche-org-{}", ids::hash(&[body.key()]))
}

fn organization(body: &Organization) -> Entity {
    let mut entity = Entity::new("Organization", organization_id(body));
    entity.add("name", words::body(body).to_owned());
    entity.add_all("abbreviation", words::acronym(body).map(str::to_owned));
    entity
}

fn person_id(official: &Official) -> String {
    let country = official.country.map_or("", |c| c.alpha3());
    let body = official.organization.as_ref().map_or("", |o| o.key());
    format!(
        "demarche-person-{}",
        ids::hash(&[&official.name, country, body])
    )
}

/// The person, the position, and that the one holds the other.
fn official_entities(official: &Official) -> Vec<Entity> {
    let mut person = Entity::new("Person", person_id(official));
    let title = official.post.title.clone();
    person.add("name", official.name.clone());
    person.add_all("alias", official.aliases.iter().cloned());
    person.add_all("position", title.clone());
    person.add_all("title", official.rank.clone());
    person.add_all("country", official.country.map(country_code));
    if is_exposed(official.post.kind) {
        person.add("topics", "role.pep");
    }
    let Some(title) = title else {
        return vec![person];
    };
    let country = official.country.map_or("", |c| c.alpha3());
    let body = official.organization.as_ref();
    let key = [title.as_str(), country, body.map_or("", |o| o.key())];
    let mut post = Entity::new("Position", format!("demarche-post-{}", ids::hash(&key)));
    post.add("name", title.clone());
    post.add_all("country", official.country.map(country_code));
    post.add_all("organization", body.map(organization_id));
    let id = ids::hash(&[&person.id, &post.id]);
    let mut occupancy = Entity::new("Occupancy", format!("demarche-occupancy-{id}"));
    occupancy.add("holder", person.id.clone());
    occupancy.add("post", post.id.clone());
    occupancy.add("status", occupancy_status(official.tenure));
    vec![person, post, occupancy]
}

fn occupancy_status(tenure: Tenure) -> &'static str {
    match tenure {
        Tenure::Incumbent | Tenure::Acting => "current",
        Tenure::Former => "ended",
        Tenure::Designate => "unknown",
    }
}

/// Whether the post makes its holder a politically exposed person.
fn is_exposed(kind: PostKind) -> bool {
    !matches!(
        kind,
        PostKind::Other | PostKind::Spokesperson | PostKind::IoOfficial
    )
}

fn meeting_event(article: &Article, meeting: &Meeting, proof: &str, index: usize) -> Entity {
    let mut event = Entity::new("Event", format!("{proof}-meeting-{index}"));
    event.add("name", words::meeting(meeting));
    let kind = words::meeting_kind(meeting.kind);
    event.add("keywords", kind);
    event.add("keywords", words::meeting_status(meeting.status));
    event.add("summary", meeting.topics.join("; "));
    if let Some(place) = &meeting.place {
        event.add("location", words::place(place));
    }
    involve(&mut event, &meeting.parties);
    let people = meeting.participants.iter();
    let people = people.filter_map(|id| article.official(*id));
    event.add_all("involved", people.map(person_id));
    date(&mut event, meeting.when.as_ref());
    event.add("proof", proof);
    event
}

fn agreement_event(article: &Article, agreement: &Agreement, proof: &str, index: usize) -> Entity {
    let mut event = Entity::new("Event", format!("{proof}-agreement-{index}"));
    let status = words::agreement_status(agreement.status);
    event.add(
        "name",
        format!("agreement {status}: {}", words::agreement(agreement)),
    );
    event.add("keywords", "agreement");
    event.add("keywords", status);
    event.add("summary", agreement.text.clone());
    involve(&mut event, &agreement.parties);
    let meeting = agreement.meeting.and_then(|id| article.meeting(id));
    if let Some(place) = meeting.and_then(|m| m.place.as_ref()) {
        event.add("location", words::place(place));
    }
    let when = agreement.when.as_ref();
    date(&mut event, when.or(meeting.and_then(|m| m.when.as_ref())));
    event.add("proof", proof);
    event
}

fn involve(event: &mut Entity, parties: &[Party]) {
    for party in parties {
        match party {
            Party::Country(country) => event.add("country", country_code(*country)),
            Party::Organization(body) => event.add("involved", organization_id(body)),
        }
    }
}

fn date(event: &mut Entity, when: Option<&When>) {
    let Some(when) = when else { return };
    match (when.start, when.end) {
        (Some(start), Some(end)) if start == end => event.add("date", start.to_string()),
        (start, end) => {
            event.add_all("startDate", start.map(|d| d.to_string()));
            event.add_all("endDate", end.map(|d| d.to_string()));
        }
    }
}
