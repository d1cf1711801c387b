//! One reading → facts: mentions first, then each clause against the frames.

mod frames;

use super::chunk::Buffers;
use super::clause::{Clause, Link};
use super::complement::Complements;
use super::date::DateExpr;
use super::fact::*;
use super::input::Source;
use super::noun_phrase::is_body;
use super::party::{PartyForm, PartyRef};
use super::place::PlaceExpr;
use super::unit::{Head, Unit, UnitKind};
use super::verb_group::VerbGroup;
use super::view::View;
use super::{agreement, list, meeting, statement};
use crate::lexicon::{Frame, Lexicon, WordId};
use crate::scan::Reading;
use crate::source::PieceKind;
use std::cell::Cell;
use std::rc::Rc;

/// Reads one reading and adds what it says to `facts`.
pub(crate) fn read(
    text: &str,
    lexicon: &Lexicon,
    reading: &Reading,
    buffers: &mut Buffers,
    facts: &mut Facts,
) {
    let source = Source::of(text, lexicon, &reading.tokens);
    let lists = std::mem::take(&mut buffers.lists);
    let (view, _) = View::of(&source, buffers);
    let told = facts.counts();
    let mut reader = Reader::new(view, reading, facts, lists);
    reader.mention_all();
    if reading.kind != PieceKind::Dateline {
        tell(&mut reader);
    }
    reader.facts.trim(told);
    reader.lists.clauses = reader.clauses;
    buffers.lists = reader.lists;
}

/// Adds the facts that a reading tells.
fn tell(reader: &mut Reader<'_, '_>) {
    // Headlines and captions tell of encounters, in few words.
    if !matches!(
        reader.reading.kind,
        PieceKind::Headline | PieceKind::Subhead | PieceKind::Caption
    ) {
        list::adopt(reader);
        statement::read(reader);
        agreement::read(reader);
    }
    meeting::read(reader);
    list::leave(reader);
    list::leave_to_quotes(reader);
}

/// What the frame readers share.
pub(crate) struct Reader<'a, 'f> {
    pub(crate) view: View<'a>,
    pub(crate) reading: &'a Reading,
    pub(crate) clauses: Vec<Clause>,
    /// The frames that the verbs meet, those of one clause behind those of the other.
    frames: Vec<(&'a Frame, usize)>,
    pub(crate) facts: &'f mut Facts,
    pub(super) lists: Lists,
}

/// Lists whose room is used again for each reading.
#[derive(Debug, Default)]
pub(super) struct Lists {
    clauses: Vec<Clause>,
    /// Reports that a chained verb may go on.
    pub(super) open: Vec<usize>,
    /// By clause: one past its last frame.
    frame_ends: Vec<usize>,
    /// Mention of each unit.
    mentions: Vec<Option<MentionId>>,
    /// Units that a fact has used as its noun.
    used: Vec<Cell<bool>>,
    /// Words behind a verb.
    words: Vec<WordId>,
    pub(super) taken: statement::Taken,
}

impl Lists {
    fn clear(&mut self, units: usize) {
        self.frame_ends.clear();
        self.mentions.clear();
        self.mentions.resize(units, None);
        self.used.clear();
        self.used.resize(units, Cell::new(false));
    }
}

impl<'a, 'f> Reader<'a, 'f> {
    fn new(view: View<'a>, reading: &'a Reading, facts: &'f mut Facts, mut lists: Lists) -> Self {
        let clauses = view.clauses(std::mem::take(&mut lists.clauses));
        lists.clear(view.units.len());
        let mut reader = Reader {
            view,
            reading,
            frames: Vec::with_capacity(2 * clauses.len()),
            clauses,
            facts,
            lists,
        };
        let mut words = std::mem::take(&mut reader.lists.words);
        for n in 0..reader.clauses.len() {
            let clause = &reader.clauses[n];
            let mut frames = std::mem::take(&mut reader.frames);
            reader.met(clause, &mut words, &mut frames);
            reader.frames = frames;
            reader.lists.frame_ends.push(reader.frames.len());
        }
        reader.lists.words = words;
        reader
    }

    /// Hands on every unit that speaks of somebody.
    fn mention_all(&mut self) {
        for (n, unit) in self.view.units.iter().enumerate() {
            self.facts.dates.extend(date_of(unit));
            let Some(mut kind) = mention_kind(unit, self.view.text(n)) else {
                continue;
            };
            if let (2, MentionKind::People(people)) = (n, &mut kind) {
                let label = list::label(&self.view);
                for person in people.iter_mut() {
                    person.of = person.of.or(label);
                }
            }
            if let MentionKind::Noun(noun) = &mut kind
                && let Some(of) = organ_of(&self.view, n)
            {
                Rc::make_mut(noun).parties = of;
            }
            let id = MentionId(u32::try_from(self.facts.mentions.len()).unwrap_or(u32::MAX));
            self.facts.mentions.push(Mention {
                kind,
                span: unit.span,
                sentence: self.reading.range.start,
                paragraph: self.reading.paragraph,
                piece: self.reading.kind,
                inside: self.reading.inside.is_some(),
                subject: false,
            });
            if let Some(slot) = self.lists.mentions.get_mut(n) {
                *slot = Some(id);
            }
        }
        let own = |c: &&Clause| matches!(c.link, Link::Own | Link::None);
        for unit in self.clauses.iter().filter(own).flat_map(|c| &c.subject) {
            let id = self.lists.mentions.get(*unit).copied().flatten();
            if let Some(mention) = id.and_then(|id| self.facts.mentions.get_mut(id.0 as usize)) {
                mention.subject = true;
            }
        }
    }

    pub(crate) fn mention(&self, unit: usize) -> Option<MentionId> {
        self.lists.mentions.get(unit).copied().flatten()
    }

    /// Whether a fact has used a unit as its noun.
    pub(crate) fn is_used(&self, unit: usize) -> bool {
        self.lists.used.get(unit).is_some_and(Cell::get)
    }

    pub(crate) fn use_up(&self, unit: usize) {
        if let Some(used) = self.lists.used.get(unit) {
            used.set(true);
        }
    }

    /// The unit of a mention, if it is of this reading.
    pub(crate) fn unit_of(&self, mention: MentionId) -> Option<usize> {
        let units = self.lists.mentions.iter().take(self.view.units.len());
        units
            .enumerate()
            .find(|(_, m)| **m == Some(mention))
            .map(|(n, _)| n)
    }

    /// Stands mentions of other readings in for units behind the last one.
    pub(crate) fn lend(&mut self, mentions: &[MentionId]) -> Vec<usize> {
        let first = self.lists.mentions.len();
        self.lists
            .mentions
            .extend(mentions.iter().copied().map(Some));
        (first..self.lists.mentions.len()).collect()
    }

    pub(crate) fn mentions(&self, units: &[usize]) -> Vec<MentionId> {
        let mut mentions = Vec::with_capacity(units.len());
        mentions.extend(units.iter().filter_map(|u| self.mention(*u)));
        mentions
    }

    pub(crate) fn site(&self, at: usize) -> Site {
        Site {
            paragraph: self.reading.paragraph,
            kind: self.reading.kind,
            sentence: (self.reading.range.start, self.reading.range.end),
            at: self.view.units.get(at).map_or(0, |u| u.span.0),
        }
    }

    pub(crate) fn verb(&self, clause: &Clause) -> &'a VerbGroup {
        // A clause is made of a verb unit.
        match self.view.kind(clause.verb) {
            Some(UnitKind::Verb(v)) => v,
            _ => &NO_VERB,
        }
    }

    /// Dates that stand in a clause left of its verb; those of what somebody else did are
    /// not its own: "Hale, who met Levy on Thursday, will head".
    pub(crate) fn dates_left(&self, clause: &Clause) -> Vec<DateExpr> {
        let from = clause.start.min(clause.verb);
        let other = (from..clause.verb).find(|n| {
            matches!(self.view.kind(*n), Some(UnitKind::Relative))
                && (self.view.is_word(*n, "who") || self.view.is_word(*n, "which"))
        });
        (from..other.unwrap_or(clause.verb))
            .filter_map(|n| Some((n, date_of(self.view.units.get(n)?)?)))
            .filter(|(n, _)| !self.is_of_since(*n))
            .map(|(_, date)| date)
            .collect()
    }

    /// "since taking office in June, Mori has met": the day of what began then.
    fn is_of_since(&self, unit: usize) -> bool {
        const NEAR: usize = 8;
        let mut left = (unit.saturating_sub(NEAR)..unit).rev();
        let bound = left.find(|n| {
            matches!(self.view.kind(*n), Some(UnitKind::Comma)) || self.view.is_word(*n, "since")
        });
        bound.is_some_and(|n| self.view.is_word(n, "since"))
    }

    /// The places of phrases led by "in", "at" and their like.
    pub(crate) fn places(
        &self,
        complements: &Complements,
        prepositions: &[&str],
    ) -> Vec<PlaceExpr> {
        let mut places = Vec::new();
        for phrase in &complements.phrases {
            let word = self.view.text(phrase.preposition);
            if !prepositions.iter().any(|p| word.eq_ignore_ascii_case(p)) {
                continue;
            }
            for noun in &phrase.nouns {
                places.extend(self.place_at(*noun));
            }
        }
        places
    }

    /// The place that a unit names.
    pub(crate) fn place_at(&self, unit: usize) -> Option<PlaceExpr> {
        let u = self.view.units.get(unit)?;
        // "neighboring Chile": what stands before the name tells no place.
        let named = matches!(&u.kind, UnitKind::Parties(p, _) if p.len() == 1);
        let read = |at| super::place::place(self.view.tokens.from(at)).ok();
        let last = u.last.checked_sub(1).filter(|at| named && *at > u.first);
        let told = read(u.first).or_else(|| last.and_then(read));
        let Some((_, mut place)) = told else {
            return self.seat_at(u);
        };
        if place.venue.is_none()
            && place.city.is_none()
            && place.country.is_none()
            && place.open.is_none()
        {
            return None;
        }
        place.span = (u.span.0, place.span.1.max(u.span.0));
        Some(place)
    }

    /// "the White House", where a place is looked for: the capital.
    fn seat_at(&self, unit: &Unit) -> Option<PlaceExpr> {
        let UnitKind::Parties(parties, PartyForm::Seat) = &unit.kind else {
            return None;
        };
        let [PartyRef::Country(country)] = parties[..] else {
            return None;
        };
        Some(PlaceExpr {
            venue: Some(unit.span),
            city: self.view.tokens.lexicon.capital(country),
            country: Some(country),
            open: None,
            span: unit.span,
        })
    }

    /// Byte range from unit `from` to before unit `to`.
    pub(crate) fn span(&self, from: usize, to: usize) -> Option<Bytes> {
        let first = self.view.units.get(from)?;
        let last = self.view.units.get(to.checked_sub(1)?)?;
        (first.span.0 < last.span.1).then_some((first.span.0, last.span.1))
    }

    /// One past the last unit of the sentence, its stop left out.
    pub(crate) fn end(&self) -> usize {
        let mut end = self.view.units.len();
        while end > 0 && matches!(self.view.kind(end - 1), Some(UnitKind::Stop)) {
            end -= 1;
        }
        end
    }

    /// Whether the clause's verb is only wished, planned or asked for: the
    /// clause that governs it.
    pub(crate) fn governor(&self, clause: &Clause) -> Option<&Clause> {
        match clause.link {
            Link::Infinitive(n) => self.clauses.get(n),
            Link::Joined(n) => {
                let other = self.clauses.get(n)?;
                match other.link {
                    Link::Infinitive(g)
                        if self.verb(other).infinitive && !self.verb(clause).is_finite() =>
                    {
                        self.clauses.get(g)
                    }
                    _ => None,
                }
            }
            _ => None,
        }
    }
}

static NO_VERB: VerbGroup = VerbGroup {
    lemma: u16::MAX,
    form: crate::lexicon::VerbForm::Base,
    tense: super::verb_group::Tense::None,
    modality: super::verb_group::Modality::None,
    perfect: false,
    progressive: false,
    passive: false,
    negative: false,
    infinitive: false,
    bare: false,
    copula: false,
    head: 0,
    head_span: (0, 0),
};

fn date_of(unit: &Unit) -> Option<DateExpr> {
    match &unit.kind {
        UnitKind::Date(d) => Some(*d),
        UnitKind::Noun(n) => n.date.as_deref().copied(),
        _ => None,
    }
}

/// "the government of Chad", "the governments of Chad and Niger": the states behind "of"
/// whose bodies they are.
fn organ_of(view: &View<'_>, at: usize) -> Option<Vec<PartyRef>> {
    let noun = view.units.get(at)?.noun()?;
    let unowned = noun.parties.is_empty() && noun.people.is_empty() && noun.pronoun.is_none();
    if !matches!(noun.head, Head::Organ(_)) || !unowned || !view.is_word(at + 1, "of") {
        return None;
    }
    let mut states = Vec::new();
    let mut unit = at + 2;
    while let Some(UnitKind::Parties(parties, PartyForm::Name)) = view.kind(unit) {
        states.extend(parties.iter().copied());
        let joint = matches!(view.kind(unit + 1), Some(UnitKind::And | UnitKind::Comma));
        if !noun.plural || !joint {
            break;
        }
        unit += 2;
    }
    (!states.is_empty()).then_some(states)
}

/// The mention a unit makes; plain nouns make none.
fn mention_kind(unit: &Unit, text: &str) -> Option<MentionKind> {
    Some(match &unit.kind {
        UnitKind::People(p) => MentionKind::People(p.as_slice().into()),
        UnitKind::Name {
            outsider, gender, ..
        } => MentionKind::Name {
            outsider: *outsider,
            gender: *gender,
        },
        UnitKind::Post(p) => MentionKind::Post(p.clone()),
        UnitKind::Parties(p, f) => MentionKind::Parties(p.as_slice().into(), *f),
        UnitKind::Pronoun(w) => MentionKind::Pronoun(*w),
        UnitKind::Place(p) => MentionKind::Place(Box::new(*p)),
        UnitKind::Noun(n) => {
            let plain = matches!(n.head, Head::Other)
                && n.people.is_empty()
                && n.owner_name.is_none()
                && n.owner_post.is_none();
            if plain && !is_body(text) {
                return None;
            }
            MentionKind::Noun(n.clone())
        }
        _ => return None,
    })
}
