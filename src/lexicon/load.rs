//! Rows → senses: one function a table.

use super::changes::Changes;
use super::class::Class;
use super::frame::{Control, Frame, FrameRecord, FrameSlots, LightOf, Slot};
use super::inflect::{self, VerbForm};
use super::sense::*;
use super::table::{Row, TABLES};
use super::vocabulary::QuickHasher;
use super::{FigureEntry, Lexicon, OrganizationEntry, PlaceEntry};
use crate::error::LexiconError;
use crate::model::{AgreementStatus, Country, InstrumentKind, MeetingKind, PostKind, StatementAct};
use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::StrDeserializer;
use std::collections::HashMap;
use std::hash::BuildHasherDefault;

/// Reads all tables, changes applied; nothing is kept if a row is refused.
pub(super) fn load(changes: &Changes) -> Result<Lexicon, LexiconError> {
    changes.check()?;
    let mut loader = Loader {
        lexicon: Lexicon::empty(),
        lemma_ids: HashMap::default(),
        string_ids: HashMap::default(),
        inflected: Default::default(),
    };
    for spec in TABLES {
        for row in changes.rows(spec)? {
            loader.row(&row)?;
        }
    }
    loader.finish_verbs();
    loader.sort_frames();
    loader.lexicon.abbreviations.sort();
    loader.lexicon.vocabulary.settle();
    loader.mark_shared();
    Ok(loader.lexicon)
}

struct Loader {
    lexicon: Lexicon,
    lemma_ids: HashMap<Box<str>, u16, BuildHasherDefault<QuickHasher>>,
    string_ids: HashMap<Box<str>, u16, BuildHasherDefault<QuickHasher>>,
    /// Verbs whose forms stand in the vocabulary.
    inflected: std::collections::HashSet<u16>,
}

/// Reads an enum value by its JSON name, so that tables and JSON agree.
fn value<'de, T: Deserialize<'de>>(row: &Row<'de>, column: usize) -> Result<T, LexiconError> {
    let cell = row.cell(column);
    let deserializer: StrDeserializer<'de, serde::de::value::Error> = cell.into_deserializer();
    T::deserialize(deserializer)
        .map_err(|_| row.error(column, format!("`{cell}` is not a value of this column")))
}

impl Loader {
    fn row(&mut self, row: &Row<'_>) -> Result<(), LexiconError> {
        match row.table {
            "words" => self.word(row),
            "calendar" => self.calendar(row),
            "verbs" => self.verb(row),
            "nouns" => self.noun(row),
            "frames" => self.frame(row),
            "controls" => self.control(row),
            "posts" => self.post(row),
            "portfolios" => self.portfolio(row),
            "ranks" => self.rank(row),
            "honorifics" => self.honorific(row),
            "countries" => self.country(row),
            "ambiguous" => self.ambiguous(row),
            "organizations" => self.organization(row),
            "places" => self.place(row),
            "names" => self.name(row),
            "figures" => self.figure(row),
            "outlets" => self.outlet(row),
            "abbreviations" => self.abbreviation(row),
            _ => Ok(()),
        }
    }

    fn add(&mut self, phrase: &str, sense: Sense) {
        self.lexicon.vocabulary.add(phrase, sense);
    }

    /// A row's first cell and the items of its `also` cell.
    fn add_all(&mut self, row: &Row<'_>, also: usize, sense: Sense) {
        self.add(row.cell(0), sense);
        for item in row.list(also) {
            self.add(item, sense);
        }
    }

    /// Singular and plural, in any case.
    fn add_noun(&mut self, row: &Row<'_>, also: usize, sense: impl Fn(bool) -> Sense) {
        for item in std::iter::once(row.cell(0)).chain(row.list(also)) {
            self.lexicon.vocabulary.add_any_case(item, sense(false));
            let plural = inflect::plural(item);
            self.lexicon.vocabulary.add_any_case(&plural, sense(true));
        }
    }

    fn string(&mut self, row: &Row<'_>, text: &str) -> Result<u16, LexiconError> {
        if let Some(id) = self.string_ids.get(text) {
            return Ok(*id);
        }
        let id = next_id(self.string_ids.len(), row)?;
        self.string_ids.insert(text.into(), id);
        Ok(id)
    }

    fn lemma(&mut self, row: &Row<'_>, lemma: &str) -> Result<u16, LexiconError> {
        if let Some(id) = self.lemma_ids.get(lemma) {
            return Ok(*id);
        }
        let id = next_id(self.lexicon.lemmas.len(), row)?;
        self.lexicon.lemmas.push(lemma.into());
        self.lexicon.frames.push(Vec::new());
        self.lemma_ids.insert(lemma.into(), id);
        Ok(id)
    }

    // --- words -------------------------------------------------------------

    fn word(&mut self, row: &Row<'_>) -> Result<(), LexiconError> {
        let class = match row.cell(1) {
            "determiner" => Class::DETERMINER,
            "pronoun" => Class::PRONOUN,
            "preposition" => Class::PREPOSITION,
            "conjunction" => Class::CONJUNCTION,
            "subordinator" => Class::SUBORDINATOR,
            "modal" => Class::MODAL,
            "auxiliary" => Class::AUXILIARY,
            "negative" => Class::NEGATIVE,
            "adverb" => Class::ADVERB,
            "adjective" => Class::ADJECTIVE,
            "relative" => Class::RELATIVE,
            "to" => Class::TO,
            "that" => Class::THAT,
            "number" => {
                let number = row.cell(2).parse().unwrap_or(0);
                self.lexicon
                    .vocabulary
                    .add_any_case(row.cell(0), Sense::Number(number));
                return Ok(());
            }
            "ordinal" => {
                let number = row.cell(2).parse().unwrap_or(0);
                self.lexicon
                    .vocabulary
                    .add_any_case(row.cell(0), Sense::Ordinal(number));
                return Ok(());
            }
            other => return Err(row.error(1, format!("`{other}` is no class of words"))),
        };
        let value = match row.cell(2) {
            "" => WordValue::None,
            "m-sg" => WordValue::He,
            "f-sg" => WordValue::She,
            "n-sg" => WordValue::It,
            "pl" => WordValue::They,
            "1sg" => WordValue::I,
            "1pl" => WordValue::We,
            "2" => WordValue::You,
            text => WordValue::Text(self.string(row, text)?),
        };
        self.lexicon
            .vocabulary
            .add_any_case(row.cell(0), Sense::Word(class, value));
        Ok(())
    }

    fn calendar(&mut self, row: &Row<'_>) -> Result<(), LexiconError> {
        let cell = row.cell(2);
        let number = || cell.trim_start_matches('+').parse::<i8>().ok();
        let bad = || row.error(2, format!("`{cell}` is not a value of this class"));
        let sense = match row.cell(1) {
            "month" => Sense::Month(cell.parse().map_err(|_| bad())?),
            "weekday" => Sense::Weekday(cell.parse().map_err(|_| bad())?),
            "ordinal_day" => Sense::Ordinal(cell.parse().map_err(|_| bad())?),
            "relative" => Sense::RelativeDay(number().ok_or_else(bad)?),
            "unit" => Sense::Unit(time_unit(cell).ok_or_else(bad)?),
            "part" => Sense::Part(part_of(cell).ok_or_else(bad)?),
            "season" => {
                let (first, last) = cell.split_once('-').ok_or_else(bad)?;
                Sense::Season(
                    first.parse().map_err(|_| bad())?,
                    last.parse().map_err(|_| bad())?,
                )
            }
            "half" => Sense::YearPart(2, cell.parse().map_err(|_| bad())?),
            "quarter" => Sense::YearPart(4, cell.parse().map_err(|_| bad())?),
            "direction" => Sense::Direction(direction(cell).ok_or_else(bad)?),
            "daypart" => Sense::DayPart,
            other => return Err(row.error(1, format!("`{other}` is no class of the calendar"))),
        };
        self.add_all(row, 3, sense);
        Ok(())
    }

    // --- verbs, nouns and frames -------------------------------------------

    fn verb(&mut self, row: &Row<'_>) -> Result<(), LexiconError> {
        let lemma = row.cell(0);
        let id = self.lemma(row, lemma)?;
        let noun_like = row.cell(5).contains("noun");
        self.inflected.insert(id);
        let forms = |column: usize, regular: String| -> Vec<String> {
            match row.cell(column) {
                "" => vec![regular],
                _ => row.list(column).map(str::to_owned).collect(),
            }
        };
        let past = forms(1, inflect::past(lemma));
        let participle = if row.cell(2).is_empty() {
            past.clone()
        } else {
            forms(2, String::new())
        };
        self.verb_forms(
            id,
            lemma,
            &past,
            &participle,
            &forms(3, inflect::third(lemma)),
            &forms(4, inflect::gerund(lemma)),
            noun_like,
        );
        Ok(())
    }

    #[allow(clippy::too_many_arguments)]
    fn verb_forms(
        &mut self,
        id: u16,
        lemma: &str,
        past: &[String],
        participle: &[String],
        third: &[String],
        gerund: &[String],
        noun_like: bool,
    ) {
        let mut add = |word: &str, form: VerbForm| {
            let sense = Sense::Verb {
                lemma: id,
                form,
                noun_like,
            };
            self.lexicon.vocabulary.add_any_case(word, sense);
        };
        add(lemma, VerbForm::Base);
        third.iter().for_each(|w| add(w, VerbForm::Third));
        gerund.iter().for_each(|w| add(w, VerbForm::Gerund));
        for word in past {
            let both = participle.contains(word);
            add(
                word,
                if both {
                    VerbForm::PastOrParticiple
                } else {
                    VerbForm::Past
                },
            );
        }
        for word in participle.iter().filter(|w| !past.contains(w)) {
            add(word, VerbForm::Participle);
        }
    }

    /// Verbs of the frame table that the verb table does not list are regular.
    fn finish_verbs(&mut self) {
        for id in 0..self.lexicon.lemmas.len() {
            let Ok(id) = u16::try_from(id) else { break };
            let has_verb = self.lexicon.frames(id).iter().any(|f| !f.is_noun);
            if !has_verb || self.inflected.contains(&id) {
                continue;
            }
            let lemma = self.lexicon.lemma(id).to_owned();
            let past = [inflect::past(&lemma)];
            self.verb_forms(
                id,
                &lemma,
                &past,
                &past,
                &[inflect::third(&lemma)],
                &[inflect::gerund(&lemma)],
                false,
            );
        }
    }

    fn noun(&mut self, row: &Row<'_>) -> Result<(), LexiconError> {
        let value_cell = row.cell(2);
        match row.cell(1) {
            "instrument" => {
                let kind: InstrumentKind = value(row, 2)?;
                self.add_noun(row, 3, |plural| Sense::Instrument(kind, plural));
            }
            "document" => self.add_noun(row, 3, Sense::Document),
            "organ" => {
                let id = self.string(row, value_cell)?;
                self.add_noun(row, 3, |plural| Sense::Organ(id, plural));
            }
            "group" => {
                let group = match value_cell.split_once(':').map_or((value_cell, ""), |v| v) {
                    ("party", _) => GroupOf::Parties,
                    ("people", "") => GroupOf::People(None),
                    (_, kind) => GroupOf::People(named(kind)),
                };
                for item in std::iter::once(row.cell(0)).chain(row.list(3)) {
                    self.lexicon
                        .vocabulary
                        .add_any_case(item, Sense::Group(group, true));
                }
            }
            "source" => self.add_noun(row, 3, Sense::Source),
            "outsider" => self.add_noun(row, 3, Sense::Outsider),
            "media" => {
                let id = self.string(row, value_cell)?;
                self.add_all(row, 3, Sense::Media(id));
            }
            "topic" => self.add_all(row, 3, Sense::Topic),
            other => return Err(row.error(1, format!("`{other}` is no class of nouns"))),
        }
        Ok(())
    }

    fn frame(&mut self, row: &Row<'_>) -> Result<(), LexiconError> {
        let mut words = row.cell(0).split(' ');
        let lemma = words.next().unwrap_or_default();
        let is_noun = match row.cell(1) {
            "n" => true,
            "v" => false,
            other => return Err(row.error(1, format!("`{other}` is neither `v` nor `n`"))),
        };
        // A noun's frame is keyed by the whole phrase ("phone call").
        let key = if is_noun { row.cell(0) } else { lemma };
        let id = self.lemma(row, key)?;
        let tail = if is_noun {
            Vec::new()
        } else {
            words.map(|w| self.lexicon.vocabulary.intern(w)).collect()
        };
        let frame = Frame {
            tail,
            is_noun,
            record: frame_record(row)?,
            slots: frame_slots(row)?,
        };
        if let Some(frames) = self.lexicon.frames.get_mut(usize::from(id)) {
            if frames.iter().any(|f| contradicts(f, &frame)) {
                return Err(row.error(
                    3,
                    format!("`{}` has another value in another row", row.cell(0)),
                ));
            }
            frames.push(frame);
        }
        if is_noun {
            for (phrase, plural) in [(key.to_owned(), false), (inflect::plural(key), true)] {
                self.lexicon
                    .vocabulary
                    .add_any_case(&phrase, Sense::FrameNoun { lemma: id, plural });
            }
        }
        Ok(())
    }

    fn sort_frames(&mut self) {
        for frames in &mut self.lexicon.frames {
            frames.sort_by_key(|f| std::cmp::Reverse(f.tail.len()));
        }
    }

    fn control(&mut self, row: &Row<'_>) -> Result<(), LexiconError> {
        let control = match row.cell(1) {
            "plan" => Control::Plan,
            "wish" => Control::Wish,
            "agree" => Control::Agree,
            "refuse" => Control::Refuse,
            "start" => Control::Start,
            other => return Err(row.error(1, format!("`{other}` is no control"))),
        };
        let lemma = self.lemma(row, row.cell(0))?;
        self.lexicon.controls.insert(lemma, control);
        Ok(())
    }

    // --- people ------------------------------------------------------------

    fn post(&mut self, row: &Row<'_>) -> Result<(), LexiconError> {
        let kind: PostKind = value(row, 1)?;
        for item in std::iter::once(row.cell(0)).chain(row.list(2)) {
            let vocabulary = &mut self.lexicon.vocabulary;
            vocabulary.add_any_case(item, Sense::Post(kind, false));
            vocabulary.add_any_case(&plural_title(item), Sense::Post(kind, true));
        }
        Ok(())
    }

    fn portfolio(&mut self, row: &Row<'_>) -> Result<(), LexiconError> {
        let sense = Sense::Portfolio(Portfolio {
            kind: value(row, 1)?,
        });
        for item in std::iter::once(row.cell(0)).chain(row.list(2)) {
            self.lexicon.vocabulary.add_any_case(item, sense);
        }
        Ok(())
    }

    fn rank(&mut self, row: &Row<'_>) -> Result<(), LexiconError> {
        self.add_all(row, 2, Sense::Rank);
        Ok(())
    }

    fn honorific(&mut self, row: &Row<'_>) -> Result<(), LexiconError> {
        let gender = gender(row.cell(1));
        self.add_all(row, 2, Sense::Honorific(gender));
        Ok(())
    }

    fn name(&mut self, row: &Row<'_>) -> Result<(), LexiconError> {
        let gender = match row.cell(1) {
            "male" | "m" => Gender::Male,
            "female" | "f" => Gender::Female,
            _ => Gender::Unknown,
        };
        self.add(row.cell(0), Sense::GivenName(gender));
        Ok(())
    }

    fn figure(&mut self, row: &Row<'_>) -> Result<(), LexiconError> {
        let entry = FigureEntry {
            name: row.cell(0).into(),
            country: country_named(row, 1)?,
            kind: value(row, 2)?,
        };
        self.lexicon.add_figure(entry);
        Ok(())
    }

    fn abbreviation(&mut self, row: &Row<'_>) -> Result<(), LexiconError> {
        self.lexicon.vocabulary.intern(row.cell(0));
        let (kind, word) = (row.cell(1), row.cell(2) == "word");
        if !self.lexicon.abbreviations.add(row.cell(0), kind, word) {
            return Err(row.error(1, format!("`{kind}` is no kind of abbreviation")));
        }
        Ok(())
    }

    // --- parties and places ------------------------------------------------

    fn country(&mut self, row: &Row<'_>) -> Result<(), LexiconError> {
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

    /// The capital's names; the first is the usual one.
    fn capital(&mut self, row: &Row<'_>, country: Country) -> Result<(), LexiconError> {
        let Some(name) = row.list(5).next() else {
            return Ok(());
        };
        let id = next_id(self.lexicon.places.len(), row)?;
        self.lexicon.places.push(PlaceEntry {
            name: name.into(),
            kind: PlaceKind::City,
            city: None,
            country: Some(country),
            doubtful: false,
        });
        self.lexicon.capitals.entry(country).or_insert(id);
        for item in row.list(5) {
            self.add(item, Sense::Capital(country, id));
        }
        Ok(())
    }

    /// Only names and adjectives of states need the article's help; the other
    /// rows say why a form is left out of the other tables.
    fn ambiguous(&mut self, row: &Row<'_>) -> Result<(), LexiconError> {
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

    fn organization(&mut self, row: &Row<'_>) -> Result<(), LexiconError> {
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
            code: (!code.is_empty()).then(|| code.into()),
            name: row.cell(1).into(),
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
    fn mark_shared(&mut self) {
        let Lexicon {
            organizations,
            vocabulary,
            ..
        } = &self.lexicon;
        let shared: Vec<bool> = organizations
            .iter()
            .map(|entry| {
                let node = entry
                    .code
                    .as_deref()
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

    fn place(&mut self, row: &Row<'_>) -> Result<(), LexiconError> {
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

    fn outlet(&mut self, row: &Row<'_>) -> Result<(), LexiconError> {
        let country = row.cell(2).parse().ok();
        let id = self.string(row, row.cell(0))?;
        self.add_all(row, 3, Sense::Outlet(id, country));
        Ok(())
    }
}

/// The index of the next entry of a list that is pointed into by 16 bits.
fn next_id(entries: usize, row: &Row<'_>) -> Result<u16, LexiconError> {
    u16::try_from(entries).map_err(|_| {
        let message = format!("the table is full: it holds at most {} entries", u16::MAX);
        row.error(0, message)
    })
}

fn country_named(row: &Row<'_>, column: usize) -> Result<Country, LexiconError> {
    let code = row.cell(column);
    code.parse()
        .map_err(|_| row.error(column, format!("`{code}` is no ISO 3166-1 alpha-3 code")))
}

/// An enum value by its JSON name.
fn named<'de, T: Deserialize<'de>>(name: &'de str) -> Option<T> {
    let deserializer: StrDeserializer<'de, serde::de::value::Error> = name.into_deserializer();
    T::deserialize(deserializer).ok()
}

fn gender(cell: &str) -> Gender {
    match cell {
        "m" => Gender::Male,
        "f" => Gender::Female,
        _ => Gender::Unknown,
    }
}

/// "foreign minister" → "foreign ministers", "minister of defense" →
/// "ministers of defense", "secretary-general" → "secretaries-general".
fn plural_title(title: &str) -> String {
    const MARKS: [&str; 7] = [" of ", " for ", " to ", " in ", "-general", "-in-", " d'"];
    let marked = |at: &usize| {
        let rest = title.get(*at..).unwrap_or_default();
        MARKS.iter().any(|mark| rest.starts_with(mark))
    };
    let joints = title.bytes().enumerate();
    let mut joints = joints
        .filter(|(_, b)| matches!(b, b' ' | b'-'))
        .map(|(at, _)| at);
    let (head, rest) = title.split_at(joints.find(marked).unwrap_or(title.len()));
    inflect::plural(head) + rest
}

fn frame_record(row: &Row<'_>) -> Result<FrameRecord, LexiconError> {
    Ok(match row.cell(2) {
        "meeting" => FrameRecord::Meeting(value::<MeetingKind>(row, 3)?),
        "statement" => FrameRecord::Statement(value::<StatementAct>(row, 3)?),
        "agreement" => FrameRecord::Agreement(value::<AgreementStatus>(row, 3)?),
        "light" => FrameRecord::Light(light_of(row)?),
        other => return Err(row.error(2, format!("`{other}` is no record"))),
    })
}

/// One verb or noun, one record, two values.
fn contradicts(a: &Frame, b: &Frame) -> bool {
    let same_record = match (a.record, b.record) {
        (FrameRecord::Light(x), FrameRecord::Light(y)) => {
            std::mem::discriminant(&x) == std::mem::discriminant(&y)
        }
        (x, y) => std::mem::discriminant(&x) == std::mem::discriminant(&y),
    };
    a.is_noun == b.is_noun && a.tail == b.tail && same_record && a.record != b.record
}

/// `meeting`, `meeting/cancelled`, `agreement/signed`, `statement`
fn light_of(row: &Row<'_>) -> Result<LightOf, LexiconError> {
    let cell = row.cell(3);
    let (record, status) = cell.split_once('/').unwrap_or((cell, ""));
    let bad = || row.error(3, format!("`{cell}` is no record with its status"));
    Ok(match (record, status) {
        ("meeting", "") => LightOf::Meeting(None),
        ("meeting", _) => LightOf::Meeting(Some(named(status).ok_or_else(bad)?)),
        ("agreement", _) => LightOf::Agreement(named(status).ok_or_else(bad)?),
        ("statement", "") => LightOf::Statement,
        _ => return Err(bad()),
    })
}

fn frame_slots(row: &Row<'_>) -> Result<FrameSlots, LexiconError> {
    let mut slots = FrameSlots::default();
    for pair in row.cell(5).split([' ', ';']).filter(|p| !p.is_empty()) {
        let bad = || row.error(5, format!("`{pair}` is no slot of the form marker=role"));
        let (marker, role) = pair.split_once('=').ok_or_else(bad)?;
        let slot = slot_named(role).ok_or_else(bad)?;
        if !slots.set(marker, slot) {
            return Err(bad());
        }
    }
    Ok(slots)
}

fn slot_named(name: &str) -> Option<Slot> {
    Some(match name {
        "content" => Slot::Content,
        "party" => Slot::Party,
        "host" => Slot::Host,
        "guest" => Slot::Guest,
        "place" => Slot::Place,
        "when" => Slot::When,
        "target" => Slot::Target,
        "instrument" => Slot::Instrument,
        "topic" => Slot::Topic,
        "speaker" => Slot::Speaker,
        "quote" => Slot::Quote,
        _ => return None,
    })
}

fn time_unit(cell: &str) -> Option<TimeUnit> {
    Some(match cell {
        "hour" => TimeUnit::Hour,
        "day" => TimeUnit::Day,
        "weekend" => TimeUnit::Weekend,
        "week" => TimeUnit::Week,
        "month" => TimeUnit::Month,
        "year" => TimeUnit::Year,
        "decade" => TimeUnit::Decade,
        _ => return None,
    })
}

fn part_of(cell: &str) -> Option<PartOf> {
    Some(match cell {
        "early" => PartOf::Early,
        "mid" => PartOf::Mid,
        "late" => PartOf::Late,
        _ => return None,
    })
}

fn direction(cell: &str) -> Option<Direction> {
    Some(match cell {
        "last" => Direction::Last,
        "this" => Direction::This,
        "next" => Direction::Next,
        "ago" => Direction::Ago,
        "from_now" => Direction::FromNow,
        _ => return None,
    })
}
