//! The tables of verbs, nouns, frames and controls.

use super::super::frame::{Control, Frame, FrameRecord, FrameSlots, LightOf, Slot};
use super::super::inflect::{self, VerbForm};
use super::super::sense::*;
use super::super::table::{Row, items};
use super::{Loader, named, value};
use crate::error::LexiconError;
use crate::model::{AgreementStatus, InstrumentKind, MeetingKind, StatementAct};
use std::borrow::Cow;

/// The forms of a verb, each as in a cell: items with semicolons between.
struct Forms<'a> {
    past: &'a str,
    participle: &'a str,
    third: &'a str,
    gerund: &'a str,
}

impl<'a> Loader<'a> {
    pub(super) fn verb(&mut self, row: &Row<'a>) -> Result<(), LexiconError> {
        let lemma = row.cell(0);
        let id = self.lemma(row, lemma)?;
        let told = |column: usize, regular: fn(&str) -> String| match row.cell(column) {
            "" => Cow::Owned(regular(lemma)),
            cell => Cow::Borrowed(cell),
        };
        let past = told(1, inflect::past);
        let participle = match row.cell(2) {
            "" => &past,
            cell => cell,
        };
        let forms = Forms {
            past: &past,
            participle,
            third: &told(3, inflect::third),
            gerund: &told(4, inflect::gerund),
        };
        self.verb_forms(id, lemma, &forms, row.cell(5).contains("noun"));
        Ok(())
    }

    fn verb_forms(&mut self, id: u16, lemma: &str, forms: &Forms<'_>, noun_like: bool) {
        if let Some(inflected) = self.inflected.get_mut(usize::from(id)) {
            *inflected = true;
        }
        let mut add = |word: &str, form: VerbForm| {
            let sense = Sense::Verb {
                lemma: id,
                form,
                noun_like,
            };
            self.lexicon.vocabulary.add_any_case(word, sense);
        };
        let (past, participle) = (items(forms.past), items(forms.participle));
        add(lemma, VerbForm::Base);
        items(forms.third).for_each(|w| add(w, VerbForm::Third));
        items(forms.gerund).for_each(|w| add(w, VerbForm::Gerund));
        for word in past.clone() {
            let both = participle.clone().any(|p| p == word);
            add(
                word,
                if both {
                    VerbForm::PastOrParticiple
                } else {
                    VerbForm::Past
                },
            );
        }
        for word in participle.filter(|w| !past.clone().any(|p| p == *w)) {
            add(word, VerbForm::Participle);
        }
    }

    /// Verbs of the frame table that the verb table does not list are regular.
    pub(super) fn finish_verbs(&mut self) {
        for id in 0..self.lexicon.lemmas.len() {
            let Ok(id) = u16::try_from(id) else { break };
            let has_verb = self.lexicon.frames(id).iter().any(|f| !f.is_noun);
            if !has_verb || self.inflected.get(usize::from(id)) == Some(&true) {
                continue;
            }
            let lemma = self.lexicon.lemma(id).to_owned();
            let past = inflect::past(&lemma);
            let forms = Forms {
                past: &past,
                participle: &past,
                third: &inflect::third(&lemma),
                gerund: &inflect::gerund(&lemma),
            };
            self.verb_forms(id, &lemma, &forms, false);
        }
    }

    pub(super) fn noun(&mut self, row: &Row<'a>) -> Result<(), LexiconError> {
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

    pub(super) fn frame(&mut self, row: &Row<'a>) -> Result<(), LexiconError> {
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
            // Most lemmas have one or two.
            frames.reserve_exact(1);
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

    pub(super) fn sort_frames(&mut self) {
        for frames in &mut self.lexicon.frames {
            frames.sort_by_key(|f| std::cmp::Reverse(f.tail.len()));
        }
    }

    pub(super) fn control(&mut self, row: &Row<'a>) -> Result<(), LexiconError> {
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
    for pair in pairs(row.cell(5)) {
        let bad = || row.error(5, format!("`{pair}` is no slot of the form marker=role"));
        let (marker, role) = pair.split_once('=').ok_or_else(bad)?;
        let slot = slot_named(role).ok_or_else(bad)?;
        if !slots.set(marker, slot) {
            return Err(bad());
        }
    }
    Ok(slots)
}

/// The words between spaces and semicolons.
fn pairs(cell: &str) -> impl Iterator<Item = &str> {
    let parts = cell.as_bytes().split(|b| matches!(b, b' ' | b';'));
    parts.filter_map(|part| str::from_utf8(part).ok().filter(|part| !part.is_empty()))
}

fn slot_named(name: &str) -> Option<Slot> {
    Some(match name {
        "content" => Slot::Content,
        "party" => Slot::Party,
        "host" => Slot::Host,
        "guest" => Slot::Guest,
        "place" => Slot::Place,
        "origin" => Slot::Origin,
        "when" => Slot::When,
        "target" => Slot::Target,
        "instrument" => Slot::Instrument,
        "topic" => Slot::Topic,
        "speaker" => Slot::Speaker,
        "quote" => Slot::Quote,
        _ => return None,
    })
}
