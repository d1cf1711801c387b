//! PLOVER event records (manual 2.0), with one CAMEO code beside each.
//!
//! One encounter, statement or agreement gives at most one event, and so does a
//! sentence that tells a deed which no record holds: aid, sanctions, arrests. The fields
//! have the manual's names, so that one event a line is the manual's JSONL:
//!
//! ```
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let article = demarche::parse_article(
//!     "TOKYO, July 18, 2024 -- Foreign Minister Aiko Mori met with Indian External Affairs Minister Ravi Nair in Tokyo on Thursday.",
//! )?;
//! for event in article.events() {
//!     println!("{}", serde_json::to_string(&event)?);
//! }
//! # Ok(())
//! # }
//! ```
//!
//! | record | event |
//! |---|---|
//! | meeting held or under way | `CONSULT`, mode `visit`, `phone`, `multilateral` or `third-party` |
//! | meeting scheduled or proposed | `AGREE` (036) |
//! | meeting called off | `REJECT`, mode `meet` |
//! | exercise held | `COOPERATE` (062); `MOBILIZE` if it is a show of force |
//! | envoy summoned | `ACCUSE`, mode `disapprove` |
//! | agreement to do something, planned or proposed | `AGREE` |
//! | agreement signed or made final | `SUPPORT` (057) |
//! | agreement broken | `SANCTION` if left or suspended, else `REJECT` |
//! | statement | `ACCUSE`, `REQUEST`, `THREATEN`, `SUPPORT`, `REJECT`, `AGREE` or `CONCEDE` by its act; plain reports by what is said |
//! | none: a sentence whose subject is a state or body, and whose verb stands in the table of deeds | any of the 16: done ("sent aid", `AID`), promised ("will send", `AGREE`), refused ("refused to send", `REJECT`), threatened |
//!
//! What several records of one sentence tell is told once: a proposal of talks is
//! one `AGREE`, and a call upon others to meet is `REQUEST` and no `AGREE`.
//!
//! What has no side with a code gives no event: PLOVER asks for an actor.
//! A visit has the visitor as actor and the host as recipient; other meetings
//! have all sides as actors. The date of a future meeting is the day it was
//! told, as the manual codes the agreement to meet and not the meeting.
//!
//! Two points of the manual contradict each other; here `SANCTION` has quad
//! code 4, and an expression of regret is `CONCEDE`.

mod actor;
mod agreement;
mod category;
mod context;
mod deed;
mod draft;
mod meeting;
mod reconcile;
mod statement;

pub use category::Category;

use super::locate::Locator;
use crate::model::{Article, Country, PartialDate, Place};
use reconcile::Numbered;
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};

/// Encounters of one code that a deed is compared with: the work must not grow
/// with the square of a long text.
const MAX_ENCOUNTERS: usize = 64;

/// One event of the political-event-data field's PLOVER scheme.
///
/// The keys are the manual's; all are always present.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Event {
    /// Unique for the article and the record.
    pub id: String,
    /// The day, as `YYYY-MM-DD`; the first day if it took several, or if only
    /// the month or the year is known. `None` if the article gives no date at
    /// all, not even its own.
    pub date: Option<PartialDate>,
    /// The last day, if it is another one.
    pub enddate: Option<PartialDate>,
    /// Who acts; several act together.
    pub actor: Vec<Entity>,
    /// Upon whom.
    pub recipient: Vec<Entity>,
    /// The category, as the manual's list of one.
    pub event: Vec<Category>,
    /// How: the modes of the category.
    pub mode: Vec<String>,
    /// About what: some of the 37 contexts.
    pub context: Vec<String>,
    /// The words that tell the event.
    pub event_text: Vec<String>,
    /// Where it takes place.
    pub event_loc: Option<Location>,
    /// 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.
    pub quad_code: u8,
    /// The sentence it was coded from, if it stands in the body.
    pub text: Option<String>,
    /// Where that sentence stands.
    pub text_info: Option<TextInfo>,
    /// The nearest CAMEO code.
    pub cameo: String,
    /// The record it comes from: `meeting:0`, `statement:3`, `agreement:1`; for a
    /// deed that no record holds the number of the sentence, `sentence:4`.
    pub record: String,
}

impl Event {
    /// The category.
    ///
    /// ```
    /// let events = demarche::Article::default().events();
    /// assert!(events.iter().all(|e| e.category().quad_code() == e.quad_code));
    /// ```
    #[must_use]
    pub fn category(&self) -> Category {
        self.event.first().copied().unwrap_or(Category::Consult)
    }

    /// Actors and recipients.
    fn sides(&self) -> impl Iterator<Item = &Entity> {
        self.actor.iter().chain(&self.recipient)
    }
}

/// An actor or recipient of an [`Event`].
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Entity {
    /// ISO 3166-1 alpha-3 code of the sovereign state, `KOS` for Kosovo, or
    /// `UNO`, `EUR`, `IGO`, `NGO`, `IMG`, `ISM`.
    pub code: String,
    /// `GOV`, `MIL`, `LEG`, …; `None` for a state as such.
    pub sector: Option<String>,
    /// The name of the person, state or body.
    pub entity_text: String,
    /// The person's post.
    pub office: Option<String>,
}

/// Where an [`Event`] takes place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Location {
    /// The finest name given: the venue, else the city, else the country.
    pub extracted_place: String,
    /// The city.
    pub city: Option<String>,
    /// Name of the country.
    pub country: Option<String>,
    /// Its code, as in [`Entity::code`].
    pub country_code: Option<String>,
    /// 5 venue, 4 city, 1 country.
    pub resolution: u8,
}

impl Location {
    fn new(place: &Place) -> Option<Self> {
        let country = place.country;
        let name = country.map(|c| c.name().to_owned());
        let (extracted_place, resolution) = match (&place.venue, &place.city, &name) {
            (Some(venue), _, _) => (venue.clone(), 5),
            (None, Some(city), _) => (city.clone(), 4),
            (None, None, Some(country)) => (country.clone(), 1),
            (None, None, None) => return None,
        };
        Some(Location {
            extracted_place,
            city: place.city.clone(),
            country: name,
            country_code: country.map(|c: Country| actor::country_code(c).to_owned()),
            resolution,
        })
    }
}

/// Where the sentence of an [`Event`] stands in [`Article::body`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct TextInfo {
    /// Number of the sentence, from 1.
    pub sequence: usize,
    /// Offset of its first character in the body, counted in characters.
    pub start: usize,
    /// Offset one past its last character.
    pub end: usize,
}

impl Article {
    /// The article as PLOVER events: meetings, then statements, then agreements,
    /// then deeds that no record holds, such as aid sent or sanctions imposed.
    ///
    /// The sentence of an event is found by the record's words; where the
    /// parser's input is still at hand, [`events_with_input`] finds it exactly.
    ///
    /// ```
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let article = demarche::parse_article("Japan and India held talks in Tokyo on July 18, 2024.")?;
    /// for event in article.events() {
    ///     let codes: Vec<&str> = event.actor.iter().map(|a| a.code.as_str()).collect();
    ///     println!("{} {} {}", event.category(), event.cameo, codes.join("+"));
    /// }
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn events(&self) -> Vec<Event> {
        events(self, None)
    }
}

/// The article as PLOVER events, with sentences found by their place in
/// `input`, the string given to the parser.
///
/// ```
/// use demarche::export::plover;
/// # fn main() -> Result<(), demarche::ParseError> {
/// let input = "Japan and India held talks in Tokyo on July 18, 2024.";
/// let article = demarche::parse_article(input)?;
/// for event in plover::events_with_input(&article, input) {
///     assert!(event.text.is_some_and(|sentence| article.body.contains(&sentence)));
/// }
/// # Ok(())
/// # }
/// ```
#[must_use]
pub fn events_with_input(article: &Article, input: &str) -> Vec<Event> {
    events(article, Some(input))
}

fn events(article: &Article, input: Option<&str>) -> Vec<Event> {
    let locator = Locator::new(article, input);
    let story = super::ids::story(article);
    let people = deed::People::new(article);
    let meetings = article.meetings.iter().enumerate().filter_map(|(i, m)| {
        let draft = meeting::draft(article, m, &locator)?;
        Some(("meeting", i, draft))
    });
    let statements = article.statements.iter().enumerate().filter_map(|(i, s)| {
        let draft = statement::draft(article, s, &people, &locator)?;
        Some(("statement", i, draft))
    });
    let agreements = article.agreements.iter().enumerate().filter_map(|(i, a)| {
        let draft = agreement::draft(article, a, &locator)?;
        Some(("agreement", i, draft))
    });
    let drafts = meetings.chain(statements).chain(agreements).collect();
    let mut found: Vec<Event> = reconcile::reconcile(drafts)
        .into_iter()
        .filter_map(|(kind, i, draft): Numbered<'_>| {
            draft.finish(
                &locator,
                format!("{story}-{kind}-{i}"),
                format!("{kind}:{i}"),
            )
        })
        .collect();
    let deeds: Vec<Event> = (0..locator.len())
        .filter_map(|n| {
            let draft = deed::draft(article, &people, &locator, n)?;
            let number = n + 1;
            draft.finish(
                &locator,
                format!("{story}-sentence-{number}"),
                format!("sentence:{number}"),
            )
        })
        .collect();
    let told = Told::new(&found);
    let further = deeds.into_iter().filter(|deed| !told.holds(deed));
    let further: Vec<Event> = further.collect();
    found.extend(further);
    found
}

/// What the records' events tell already, so that no deed tells it again.
struct Told {
    /// Numbers of sentences; with a category, only what is of this one.
    sentences: HashSet<(usize, Option<Category>)>,
    /// Encounters, by their code: the sides of each.
    encounters: HashMap<String, Vec<Vec<Entity>>>,
}

impl Told {
    fn new(events: &[Event]) -> Self {
        let mut told = Told {
            sentences: HashSet::new(),
            encounters: HashMap::new(),
        };
        for event in events {
            if let Some(info) = event.text_info {
                // Beside an utterance a sentence may tell a deed of another kind.
                let utterance = event.record.starts_with("statement");
                let category = utterance.then(|| event.category());
                told.sentences.insert((info.sequence, category));
            }
            if event.record.starts_with("meeting") {
                let same = told.encounters.entry(event.cameo.clone()).or_default();
                if same.len() < MAX_ENCOUNTERS {
                    same.push(event.sides().cloned().collect());
                }
            }
        }
        told
    }

    fn holds(&self, deed: &Event) -> bool {
        let sentence = deed.text_info.is_some_and(|info| {
            [None, Some(deed.category())]
                .into_iter()
                .any(|category| self.sentences.contains(&(info.sequence, category)))
        });
        // "Mori and Nair met", with other words later: the same encounter.
        let encounters = self.encounters.get(&deed.cameo);
        sentence
            || encounters.into_iter().flatten().any(|sides| {
                let met = |side: &Entity| sides.iter().any(|s| s.same_as(side));
                deed.sides().all(met)
            })
    }
}
