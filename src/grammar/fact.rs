//! What the grammar hands on: mentions in text order, and facts that point at
//! them, all as written.

use super::date::DateExpr;
use super::official::PersonMention;
use super::party::{PartyForm, PartyRef};
use super::place::PlaceExpr;
use super::post::PostPhrase;
use super::series::Series;
use super::unit::NounGroup;
use crate::lexicon::{Gender, WordValue};
use crate::model::{
    AgreementStatus, InstrumentKind, MeetingKind, MeetingStatus, PostKind, StatementAct,
};
use crate::source::PieceKind;
use std::rc::Rc;

/// Byte range of the page's text.
pub(crate) type Bytes = (u32, u32);

/// Index of a mention.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct MentionId(pub(crate) u32);

/// Everything read from an article, as written.
#[derive(Debug, Default)]
pub(crate) struct Facts {
    pub(crate) mentions: Series<Mention>,
    pub(crate) statements: Boxed<StatementFact>,
    pub(crate) meetings: Boxed<MeetingFact>,
    /// Who leads a side of an encounter.
    pub(crate) leads: Vec<LeadFact>,
    /// Where somebody takes the floor in a transcript.
    pub(crate) turns: Vec<Turn>,
    pub(crate) agreements: Boxed<AgreementFact>,
    /// The document named last, for "signed it": where, its noun, its name.
    pub(crate) document: Option<NamedDocument>,
    /// Dates in text order, for what is told from the day or month last named.
    pub(crate) dates: Vec<DateExpr>,
    pub(crate) long_sentences: Vec<Bytes>,
    /// Whom a line that ended in a colon left as the subject of the list below.
    pub(crate) list_subject: Vec<MentionId>,
    /// Whose words stand below a line like "Mori said:".
    pub(crate) announced: Vec<MentionId>,
    /// Who "issued the following statement:", of which the text below consists.
    pub(crate) issuers: Vec<MentionId>,
    /// What a line ending in a colon tells of the documents below it.
    pub(crate) listed: Option<super::agreement::Listed>,
    /// By quotation, whoever stands right before it: its first verb may be theirs.
    pub(crate) quote_subjects: Vec<(u32, Vec<MentionId>)>,
}

/// A document where it was named.
#[derive(Debug, Clone)]
pub(crate) struct NamedDocument {
    pub(crate) at: u32,
    pub(crate) noun: Rc<NounGroup>,
    pub(crate) name: Bytes,
    pub(crate) kind: InstrumentKind,
}

/// Each goes as its record is made; the list moves none as it grows.
pub(crate) type Boxed<T> = Vec<Box<T>>;

/// "PRESIDENT MORI:", "[MORI]": who speaks from here on; nobody known for
/// "QUESTION:".
#[derive(Debug, Clone, Copy)]
pub(crate) struct Turn {
    pub(crate) at: u32,
    pub(crate) mention: Option<MentionId>,
}

/// Where a fact stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Site {
    pub(crate) paragraph: u32,
    pub(crate) kind: PieceKind,
    /// The sentence.
    pub(crate) sentence: Bytes,
    /// The words of the rule: the verb or noun.
    pub(crate) at: u32,
}

/// Somebody or something that the text speaks of.
#[derive(Debug, Clone)]
pub(crate) struct Mention {
    pub(crate) kind: MentionKind,
    pub(crate) span: Bytes,
    /// Where its sentence begins.
    pub(crate) sentence: u32,
    pub(crate) paragraph: u32,
    pub(crate) piece: PieceKind,
    /// It stands in a quotation.
    pub(crate) inside: bool,
    /// A clause of its own has it for subject.
    pub(crate) subject: bool,
}

#[derive(Debug, Clone)]
pub(crate) enum MentionKind {
    People(Box<[PersonMention]>),
    Name { outsider: bool, gender: Gender },
    Post(Box<PostPhrase>),
    Parties(Box<[PartyRef]>, PartyForm),
    Pronoun(WordValue),
    Noun(Rc<NounGroup>),
    Place(Box<PlaceExpr>),
}

/// An utterance.
#[derive(Debug, Clone)]
pub(crate) struct StatementFact {
    pub(crate) site: Site,
    pub(crate) speakers: Vec<MentionId>,
    pub(crate) act: StatementAct,
    /// The pieces of its words, in order.
    pub(crate) content: Vec<Bytes>,
    /// A quotation with nobody named beside it; its speaker is the last one.
    pub(crate) continues: bool,
    /// It is spoken in the first person by the text itself, in a turn.
    pub(crate) spoken: bool,
    /// It tells a stance, not an utterance.
    pub(crate) stance: bool,
    pub(crate) targets: Vec<MentionId>,
    pub(crate) channel: Option<Bytes>,
    pub(crate) date: Option<Box<DateExpr>>,
    pub(crate) future: bool,
    pub(crate) rule: &'static str,
}

/// How many facts lie in the lists that facts are added to.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Counts {
    statements: usize,
    meetings: usize,
    agreements: usize,
}

impl Facts {
    pub(super) fn say(&mut self, fact: StatementFact) {
        self.statements.push(Box::new(fact));
    }

    pub(super) fn agree(&mut self, fact: AgreementFact) {
        self.agreements.push(Box::new(fact));
    }

    /// How many facts were told so far.
    pub(crate) fn counts(&self) -> Counts {
        Counts {
            statements: self.statements.len(),
            meetings: self.meetings.len(),
            agreements: self.agreements.len(),
        }
    }

    /// Gives back the room that the lists of the facts added since grew ahead.
    pub(crate) fn trim(&mut self, before: Counts) {
        for fact in self.statements.iter_mut().skip(before.statements) {
            fact.speakers.shrink_to_fit();
            fact.content.shrink_to_fit();
            fact.targets.shrink_to_fit();
        }
        for fact in self.meetings.iter_mut().skip(before.meetings) {
            fact.subjects.shrink_to_fit();
            fact.partners.shrink_to_fit();
            fact.places.shrink_to_fit();
            fact.dates.shrink_to_fit();
            fact.topics.shrink_to_fit();
            fact.precedents.shrink_to_fit();
        }
        for fact in self.agreements.iter_mut().skip(before.agreements) {
            fact.parties.shrink_to_fit();
            fact.dates.shrink_to_fit();
        }
    }

    /// Gives back the room that the lists grew ahead.
    pub(crate) fn settle(&mut self) {
        self.statements.shrink_to_fit();
        self.meetings.shrink_to_fit();
        self.agreements.shrink_to_fit();
        self.dates.shrink_to_fit();
    }
}

impl StatementFact {
    /// An utterance of which no more is told.
    pub(crate) fn of(
        site: Site,
        speakers: Vec<MentionId>,
        act: StatementAct,
        content: Bytes,
        rule: &'static str,
    ) -> Self {
        StatementFact {
            site,
            speakers,
            act,
            content: vec![content],
            continues: false,
            spoken: false,
            stance: false,
            targets: Vec::new(),
            channel: None,
            date: None,
            future: false,
            rule,
        }
    }
}

/// An encounter.
#[derive(Debug, Clone)]
pub(crate) struct MeetingFact {
    pub(crate) site: Site,
    pub(crate) kind: MeetingKind,
    pub(crate) status: MeetingStatus,
    /// Who meets: subject first.
    pub(crate) subjects: Vec<MentionId>,
    pub(crate) partners: Vec<MentionId>,
    /// "the foreign ministers of the three countries": the post that their sides met by.
    pub(crate) level: Option<PostKind>,
    /// A visit's destinations, one record each.
    pub(crate) places: Vec<PlaceExpr>,
    pub(crate) dates: Vec<DateExpr>,
    pub(crate) name: Option<Bytes>,
    /// "the talks": points back to one told before.
    pub(crate) definite: bool,
    /// "Biden's visit to Japan": the words leave open whether it has been.
    pub(crate) open: bool,
    /// The noun group that tells it, with its owners.
    pub(crate) noun: Option<Rc<NounGroup>>,
    pub(crate) topics: Vec<Bytes>,
    pub(crate) precedents: Vec<PrecedentExpr>,
    /// "met here": where the article was written.
    pub(crate) here: bool,
    /// Who is at home there, if the verb tells.
    pub(crate) host: Option<Host>,
    /// "meetings were held with Mori": those who met him are told before.
    pub(crate) one_sided: bool,
    pub(crate) future: bool,
    pub(crate) rule: &'static str,
}

impl MeetingFact {
    /// An encounter of which no more is told.
    pub(crate) fn of(
        site: Site,
        kind: MeetingKind,
        status: MeetingStatus,
        rule: &'static str,
    ) -> Self {
        MeetingFact {
            site,
            kind,
            status,
            subjects: Vec::new(),
            partners: Vec::new(),
            level: None,
            places: Vec::new(),
            dates: Vec::new(),
            name: None,
            definite: false,
            open: false,
            noun: None,
            topics: Vec::new(),
            precedents: Vec::new(),
            here: false,
            host: None,
            one_sided: false,
            future: false,
            rule,
        }
    }
}

/// "The Peruvian delegation was led by Minister Mori": who takes part for a side.
#[derive(Debug, Clone)]
pub(crate) struct LeadFact {
    pub(crate) site: Site,
    /// They were there, and are not only to come.
    pub(crate) past: bool,
    pub(crate) side: MentionId,
    pub(crate) people: Vec<MentionId>,
}

/// Whose guests the others are: "Mori received", "called on Mori".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Host {
    Subjects,
    Partners,
}

/// "the first time in 15 years since 2009"
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct PrecedentExpr {
    pub(crate) span: Bytes,
    pub(crate) ordinal: Option<u32>,
    pub(crate) span_years: Option<u32>,
    pub(crate) since: Option<i32>,
}

/// An act of agreeing.
#[derive(Debug, Clone)]
pub(crate) struct AgreementFact {
    pub(crate) site: Site,
    pub(crate) status: AgreementStatus,
    pub(crate) parties: Vec<MentionId>,
    /// What is agreed.
    pub(crate) content: Option<Bytes>,
    pub(crate) instrument: Option<(Bytes, InstrumentKind)>,
    pub(crate) noun: Option<Rc<NounGroup>>,
    pub(crate) dates: Vec<DateExpr>,
    /// Its sides are all told: a council's resolution, a state's accession.
    pub(crate) alone: bool,
    /// Who else takes part and is no state.
    pub(crate) others: Others,
    /// Who brought the sides together: "a truce brokered by Qatar".
    pub(crate) mediators: Vec<MentionId>,
    /// It is told by a participle behind its noun: "a treaty signed in Paris".
    pub(crate) reduced: bool,
    /// It tells that a document takes effect.
    pub(crate) effect: bool,
    /// What another act is told under: "in a deal signed in Geneva".
    pub(crate) led: bool,
    /// It is told within another act, and is one if that is none: "decided to leave the pact".
    pub(crate) under: bool,
    /// It is one only if two sides take part ("decided to").
    pub(crate) needs_two: bool,
    /// It is about the document told last: "decided to sign it".
    pub(crate) of_last: bool,
    pub(crate) future: bool,
    pub(crate) rule: &'static str,
}

impl AgreementFact {
    /// An act of which no more is told.
    pub(crate) fn of(site: Site, status: AgreementStatus, rule: &'static str) -> Self {
        AgreementFact {
            site,
            status,
            parties: Vec::new(),
            content: None,
            instrument: None,
            noun: None,
            dates: Vec::new(),
            alone: false,
            others: Others {
                partner: Partner::None,
                states: Vec::new(),
                closed: false,
            },
            mediators: Vec::new(),
            reduced: false,
            effect: false,
            led: false,
            under: false,
            needs_two: false,
            of_last: false,
            future: false,
            rule,
        }
    }
}

/// The sides besides those that are mentions.
#[derive(Debug, Clone)]
pub(crate) struct Others {
    pub(crate) partner: Partner,
    /// States whose rebels they are: "Syrian opposition groups".
    pub(crate) states: Vec<PartyRef>,
    /// "between" has told all of them.
    pub(crate) closed: bool,
}

/// Who agrees with a state besides those that are resolved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Partner {
    None,
    /// Somebody named behind "with" or "between": "an accord with 13 banks".
    Other,
    /// Those who fight it: "the government and the rebels".
    Armed,
}
