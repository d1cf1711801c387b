//! The tables of states, organizations, places and outlets.

use super::super::sense::*;
use super::super::table::{self, Row, TableSpec};
use super::super::{Lexicon, OrganizationEntry, PlaceEntry, TreatyEntry};
use super::{Loader, country_named, next_id};
use crate::error::LexiconError;
use crate::model::{Country, Organization, Party};

impl<'a> Loader<'a> {
    pub(super) fn country(&mut self, row: &Row<'a>) -> Result<(), LexiconError> {
        let country = country_named(row, 0)?;
        self.add(row.cell(2), Sense::Country(country));
        for item in row.list(3) {
            self.add(item, Sense::Country(country));
        }
        for item in row.list(4) {
            let person = item.ends_with('s') && !item.ends_with("ss");
            self.add(item, Sense::Demonym(country, person));
        }
        self.capital(row, country)?;
        for item in row.list(6) {
            self.add(item, Sense::Metonym(country));
        }
        Ok(())
    }

    /// The capital's names, the usual one first; behind `+` another city that stands for the
    /// state, and its names.
    fn capital(&mut self, row: &Row<'_>, country: Country) -> Result<(), LexiconError> {
        let mut city = None;
        for item in row.list(5) {
            let other = item.strip_prefix('+');
            let name = other.unwrap_or(item);
            let id = match city {
                Some(id) if other.is_none() => id,
                _ => self.seat(row, name, country)?,
            };
            city = Some(id);
            self.add(name, Sense::Capital(country, id));
        }
        Ok(())
    }

    /// A city that stands for its state.
    fn seat(&mut self, row: &Row<'_>, name: &str, country: Country) -> Result<u16, LexiconError> {
        let id = next_id(self.lexicon.places.len(), row)?;
        self.lexicon.places.push(PlaceEntry {
            name: name.into(),
            kind: PlaceKind::City,
            city: None,
            country: Some(country),
            doubtful: false,
        });
        self.lexicon.capitals.entry(country).or_insert(id);
        Ok(id)
    }

    /// Only names and adjectives of states need the article's help; the other
    /// rows say why a form is left out of the other tables.
    pub(super) fn ambiguous(&mut self, row: &Row<'a>) -> Result<(), LexiconError> {
        let adjective = match row.cell(1) {
            "country" => false,
            "demonym" => true,
            _ => return Ok(()),
        };
        let mut candidates = row.list(2).map_while(|code| code.parse::<Country>().ok());
        match (candidates.next(), candidates.next()) {
            (Some(one), None) if adjective => self.add(row.cell(0), Sense::Demonym(one, false)),
            (Some(one), None) => self.add(row.cell(0), Sense::Country(one)),
            (None, _) => {}
            (one, other) => self.add(row.cell(0), Sense::Ambiguous(one, other, adjective)),
        }
        Ok(())
    }

    pub(super) fn organization(&mut self, row: &Row<'a>) -> Result<(), LexiconError> {
        let code = row.cell(0);
        let country = match row.cell(3) {
            "" => None,
            _ => Some(country_named(row, 3)?),
        };
        if let Some(member) = row.list(5).find(|m| m.parse::<Country>().is_err()) {
            return Err(row.error(5, format!("`{member}` is no alpha-3 code")));
        }
        let id = next_id(self.lexicon.organizations.len(), row)?;
        self.lexicon.organizations.push(OrganizationEntry {
            body: Organization::new((!code.is_empty()).then_some(code), row.cell(1)),
            kind: row.cell(2).into(),
            country,
            shared: false,
        });
        self.add(row.cell(1), Sense::Organization(id));
        if !code.is_empty() {
            self.add(code, Sense::Organization(id));
        }
        for item in row.list(4) {
            self.add(item, Sense::Organization(id));
        }
        Ok(())
    }

    /// Marks the organizations whose initials are those of a news agency too.
    pub(super) fn mark_shared(&mut self) {
        let Lexicon {
            organizations,
            vocabulary,
            ..
        } = &self.lexicon;
        let shared: Vec<bool> = organizations
            .iter()
            .map(|entry| {
                let node = entry
                    .body
                    .code()
                    .map(|c| vocabulary.root(vocabulary.word(c)));
                node.is_some_and(|n| {
                    self.lexicon.senses(n).iter().any(
                        |s| matches!(s, Sense::Outlet(_, country) if *country != entry.country),
                    )
                })
            })
            .collect();
        for (entry, shared) in self.lexicon.organizations.iter_mut().zip(shared) {
            entry.shared = shared;
        }
    }

    pub(super) fn place(&mut self, row: &Row<'a>) -> Result<(), LexiconError> {
        let kind = match row.cell(1) {
            "city" => PlaceKind::City,
            "region" => PlaceKind::Region,
            "venue" => PlaceKind::Venue,
            "sea" => PlaceKind::Sea,
            "area" => PlaceKind::Area,
            other => return Err(row.error(1, format!("`{other}` is no kind of place"))),
        };
        let country = match row.cell(3) {
            "" => None,
            _ => Some(country_named(row, 3)?),
        };
        let id = next_id(self.lexicon.places.len(), row)?;
        let note = row.cell(5);
        self.lexicon.places.push(PlaceEntry {
            name: row.cell(0).into(),
            kind,
            city: (!row.cell(2).is_empty()).then(|| row.cell(2).into()),
            country,
            doubtful: note.contains("surname") || note.contains("word") || note.contains("given"),
        });
        if kind == PlaceKind::Venue {
            self.lexicon.venues.entry(row.cell(0).into()).or_insert(id);
        }
        self.add_all(row, 4, Sense::Place(id, kind));
        Ok(())
    }

    /// `a; b | c; d`: the sides of either treaty of that name.
    pub(super) fn treaty(&mut self, row: &Row<'a>) -> Result<(), LexiconError> {
        match self.sides(row) {
            Ok(sides) => {
                let name = row.cell(0).into();
                self.lexicon.treaties.push(TreatyEntry { name, sides });
                Ok(())
            }
            // A body that the user has taken out takes its treaties along.
            Err(_)
                if row
                    .cell(1)
                    .split(['|', ';'])
                    .any(|item| self.is_taken_out(item.trim())) =>
            {
                Ok(())
            }
            Err(error) => Err(error),
        }
    }

    /// Whether a body of the built-in tables is there no more.
    fn is_taken_out(&self, side: &str) -> bool {
        let built_in = |spec: &'static TableSpec| {
            let mut rows = table::rows(spec, spec.data).flatten();
            rows.any(|row| [row.cell(0), row.cell(1)].contains(&side))
        };
        let mut known = self.lexicon.organizations.iter();
        known.all(|o| o.body.code().unwrap_or(o.body.name()) != side)
            && table::spec("organizations").is_ok_and(built_in)
    }

    fn sides(&self, row: &Row<'_>) -> Result<Vec<Vec<Party>>, LexiconError> {
        let known = &self.lexicon.organizations;
        let side = |item: &str| {
            let body = |o: &&OrganizationEntry| o.body.code().unwrap_or(o.body.name()) == item;
            match item.parse::<Country>() {
                Ok(country) => Ok(Party::Country(country)),
                Err(_) => known
                    .iter()
                    .find(body)
                    .map(|o| Party::Organization(o.body.clone()))
                    .ok_or_else(|| row.error(1, format!("`{item}` is no state, no organization"))),
            }
        };
        let sides = |text: &str| text.split(';').map(|item| side(item.trim())).collect();
        row.cell(1).split('|').map(sides).collect()
    }

    pub(super) fn outlet(&mut self, row: &Row<'a>) -> Result<(), LexiconError> {
        let country = row.cell(2).parse().ok();
        let id = self.string(row, row.cell(0))?;
        self.add_all(row, 3, Sense::Outlet(id, country));
        Ok(())
    }
}
