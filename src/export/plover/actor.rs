//! Who acts: codes and sectors of states, bodies and people.

use super::{Entity, deed};
use crate::export::cues::{Cues, rows};
use crate::export::words;
use crate::model::{
    Article, Country, Official, OfficialId, Organization, Party, PostKind, Speaker, Tenure,
};
use std::collections::HashMap;
use std::sync::LazyLock;

static TERRITORIES: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| {
    rows(include_str!("../data/territories.tsv"))
        .filter_map(|row| Some((*row.first()?, *row.get(1)?)))
        .collect()
});

static BODIES: LazyLock<HashMap<&str, (&str, &str)>> = LazyLock::new(|| {
    rows(include_str!("../data/bodies.tsv"))
        .filter_map(|row| {
            let sector = row.get(2).copied().unwrap_or_default();
            Some((*row.first()?, (*row.get(1)?, sector)))
        })
        .collect()
});

static BODY_WORDS: LazyLock<Cues> =
    LazyLock::new(|| Cues::new(include_str!("../data/body_words.tsv"), 0));

impl Entity {
    /// Whether two entities are one side, whoever speaks for it.
    pub(super) fn same_as(&self, other: &Entity) -> bool {
        self.code == other.code && (is_state(&self.code) || self.entity_text == other.entity_text)
    }
}

fn is_state(code: &str) -> bool {
    !matches!(code, "IGO" | "NGO" | "IMG" | "ISM" | "MNC")
}

/// The manual's code of a country: dependencies fold into their state.
pub(super) fn country_code(country: Country) -> &'static str {
    let code = country.alpha3();
    TERRITORIES.get(code).copied().unwrap_or(code)
}

/// The code and sector of a body: a known one, or by the words of its name.
pub(super) fn body_code(body: &Organization) -> (&'static str, Option<&'static str>) {
    let known = BODIES
        .get(body.key())
        .or_else(|| BODIES.get(words::body(body)));
    let (code, sector) = match known {
        Some(row) => *row,
        None => BODY_WORDS
            .best(words::body(body), |_| true)
            .map_or(("IGO", ""), |row| (row.column(1), row.column(2))),
    };
    (code, (!sector.is_empty()).then_some(sector))
}

pub(super) fn entity(code: &str, sector: Option<&str>, text: &str, office: Option<&str>) -> Entity {
    Entity {
        code: code.to_owned(),
        sector: sector.map(str::to_owned),
        entity_text: text.to_owned(),
        office: office.map(str::to_owned),
    }
}

/// A state or body as such.
pub(super) fn party(party: &Party) -> Option<Entity> {
    match party {
        Party::Country(country) => Some(entity(country_code(*country), None, country.name(), None)),
        Party::Organization(body) => {
            let (code, sector) = body_code(body);
            Some(entity(code, sector, words::body(body), None))
        }
    }
}

/// Code and sector of the side that an official speaks for.
pub(super) fn side_of(official: &Official) -> Option<(&'static str, Option<&'static str>)> {
    match (&official.country, &official.organization) {
        (Some(country), _) => Some((country_code(*country), sector(official))),
        (None, Some(body)) => Some(body_code(body)),
        (None, None) => None,
    }
}

/// An official, with the side spoken for.
pub(super) fn official(official: &Official) -> Option<Entity> {
    let (code, sector) = side_of(official)?;
    let office = official.post.title.as_deref();
    Some(entity(code, sector, &official.name, office))
}

/// The sector of an official who speaks for a state.
fn sector(official: &Official) -> Option<&'static str> {
    let sector = match official.post.kind {
        PostKind::HeadOfState
        | PostKind::HeadOfGovernment
        | PostKind::DeputyHeadOfGovernment
        | PostKind::ForeignMinister
        | PostKind::DefenseMinister
        | PostKind::Minister
        | PostKind::DeputyMinister
        | PostKind::Ambassador
        | PostKind::Envoy
        | PostKind::Spokesperson
        | PostKind::Royal => "GOV",
        PostKind::ChiefOfDefense | PostKind::Military => "MIL",
        PostKind::Legislator => "LEG",
        PostKind::PartyLeader => "PTY",
        PostKind::IoHead | PostKind::IoOfficial | PostKind::Other => return None,
    };
    // The manual: former officials are elites, whatever they were.
    Some(if official.tenure == Tenure::Former {
        "ELI"
    } else {
        sector
    })
}

/// A speaker; unnamed sources have no code.
pub(super) fn speaker(article: &Article, speaker: &Speaker) -> Option<Entity> {
    match speaker {
        Speaker::Official(id) => article.official(*id).and_then(official),
        Speaker::Party(side) => party(side),
        Speaker::Source(words) => source(words),
    }
}

/// An unnamed source whose state or body its words name ("Chilean officials").
fn source(words: &str) -> Option<Entity> {
    deed::named(words).into_iter().next()
}

/// The sides of a record, each as its only named official if it has one.
pub(super) fn sides(article: &Article, parties: &[Party], people: &[OfficialId]) -> Vec<Entity> {
    let people: Vec<&Official> = people
        .iter()
        .filter_map(|id| article.official(*id))
        .collect();
    let mut found: Vec<Entity> = Vec::new();
    for side in parties {
        let mut own = people.iter().filter(|o| speaks_for(o, side));
        let entity = match (own.next(), own.next()) {
            (Some(one), None) => official(one),
            _ => party(side),
        };
        found.extend(entity.filter(|e| !found.iter().any(|f| f.same_as(e))));
    }
    found
}

fn speaks_for(official: &Official, side: &Party) -> bool {
    match side {
        Party::Country(country) => official.country == Some(*country),
        Party::Organization(body) => official.organization.as_ref() == Some(body),
    }
}
