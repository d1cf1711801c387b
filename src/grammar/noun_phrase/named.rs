//! Names in a noun phrase: sides, places, people and bodies.

use super::{Last, State, is_body};
use crate::grammar::input::Tokens;
use crate::grammar::name::name;
use crate::grammar::party::{PartyForm, compound, party_of};
use crate::grammar::place;
use crate::grammar::tag::opens_as_name;
use crate::grammar::unit::Head;
use crate::lexicon::{Class, Gender, Sense, Shape};
use crate::scan::{Token, TokenKind};

impl State {
    pub(super) fn party(&mut self, i: Tokens<'_>, token: usize) -> Option<usize> {
        let t = i.first()?;
        let (_, form) = party_of(t, i.lexicon)?;
        if matches!(self.last, Some(Last::Name { .. } | Last::People(_))) {
            return None;
        }
        let (rest, parties) = compound(i).ok()?;
        let used = i.consumed(&rest);
        self.begin(i);
        if is_patron(rest) {
            self.absorb();
            self.last = Some(Last::Word {
                token,
                head: Head::Other,
                plural: false,
            });
            return Some(used + 2);
        }
        let form = if used > 1 { PartyForm::Name } else { form };
        if let Some(Last::Parties(before, _)) = self.last.take() {
            self.parties.extend(before);
        }
        self.seat = (form == PartyForm::Capital)
            .then(|| place::place(i).ok())
            .flatten()
            .map(|(_, place)| (place, self.parties.len()));
        self.last = Some(Last::Parties(parties, form));
        Some(used)
    }

    /// "the Paris talks"; a place alone.
    pub(super) fn located(&mut self, i: Tokens<'_>) -> Option<usize> {
        if !i.is(
            0,
            Class::CITY
                .or(Class::REGION)
                .or(Class::VENUE)
                .or(Class::AREA),
        ) || self.last.is_some()
        {
            return None;
        }
        let t = i.first()?;
        let doubtful = t
            .sense(i.lexicon, |s| match *s {
                Sense::Place(id, _) => i.lexicon.places.get(usize::from(id)).map(|p| p.doubtful),
                _ => None,
            })
            .unwrap_or(false);
        let more_name = i
            .get(1)
            .is_some_and(|n| n.is_capital() && n.classes.is_empty());
        if doubtful || more_name && t.is(Class::GIVEN_NAME) {
            return None;
        }
        let (rest, place) = place::place(i).ok()?;
        self.begin(i);
        self.last = Some(Last::Place(place));
        Some(i.consumed(&rest))
    }

    /// `body = {capitalized word} body noun`; "the Agricultural | Research Council"
    pub(super) fn named_body(&mut self, i: Tokens<'_>, token: usize) -> Option<usize> {
        let apart = Class::POST
            .or(Class::HONORIFIC)
            .or(Class::RANK)
            .or(Class::PARTY)
            .or(Class::INSTRUMENT);
        let used = (0..LONGEST_NAME)
            .map_while(|n| {
                i.get(n)
                    .filter(|t| t.is_word() && t.is_capital() && !t.is(apart))
            })
            .enumerate()
            // In a text in capitals nothing tells where a name begins.
            .filter(|(_, t)| t.shape == Shape::Capitalized && is_named_body(t.text(i.text)))
            .map(|(n, _)| n + 1)
            .last()?;
        let owned = matches!(self.last, Some(Last::Parties(..)));
        if used == 1 && !owned || i.get(used - 1).is_some_and(|t| t.is(Class::ORGAN)) {
            return None;
        }
        self.absorb();
        self.begin(i);
        self.capitals += u32::try_from(used).unwrap_or(1);
        self.last = Some(Last::Word {
            token: token + used - 1,
            head: Head::Other,
            plural: false,
        });
        Some(used)
    }

    pub(super) fn named(&mut self, i: Tokens<'_>) -> Option<usize> {
        let t = i.first()?;
        if !t.is_capital() {
            return None;
        }
        let after_word = matches!(self.last, Some(Last::Word { .. }));
        let (rest, parts) = name(i, after_word).ok()?;
        let used = i.consumed(&rest);
        if used.checked_sub(1).is_some_and(|n| is_body(i.text_of(n))) {
            // "Atomic Energy Organization": no person's name.
            return None;
        }
        let gender = t
            .sense(i.lexicon, |s| match s {
                Sense::GivenName(g) => Some(*g),
                _ => None,
            })
            .unwrap_or(Gender::Unknown);
        // One capitalized word before a common noun is part of its name: "Freedom Edge exercise".
        let noun_follows = rest
            .first()
            .is_some_and(|n| n.is_word() && n.is(Class::NOUN) && n.is_capital());
        if noun_follows && gender == Gender::Unknown && !rest.is(0, Class::POSSESSIVE)
            || names_document(rest)
        {
            return None;
        }
        if t.opens
            && parts == 1
            && gender == Gender::Unknown
            && !t.classes.is_empty()
            && t.shape != Shape::Upper
            && !opens_as_name(i, 0, t)
        {
            return None;
        }
        self.outsider |= matches!(
            self.last,
            Some(Last::Word {
                head: Head::Outsider | Head::Media,
                ..
            })
        );
        self.begin(i);
        self.capitals += parts;
        self.last = Some(Last::Name {
            gender,
            start: t.start,
        });
        Some(used)
    }

    /// "a Gaza hostage deal", "the Geneva talks": a place before a paper, an encounter or those
    /// who fight there.
    pub(super) fn place_names_it(&self, i: Tokens<'_>) -> bool {
        let telling = Class::INSTRUMENT.or(Class::FRAME_NOUN);
        let determined = self.determiner.is_some();
        for n in 0..3 {
            if i.one_of(n, FOUGHT_OVER) {
                return true;
            }
            let joins = |t: &&Token| t.is(Class::NOUN.or(telling)) || is_plain(t);
            let armed = i.one_of(n, &["armed", "militant", "rebel", "separatist"]);
            let Some(t) = i.get(n).filter(|t| t.is_word() && (armed || joins(t))) else {
                return false;
            };
            // "of Gaza hostage talks"
            let talks = i.one_of(n, &["negotiations", "talks"]);
            if t.is(Class::INSTRUMENT) || (determined || talks) && t.is(Class::FRAME_NOUN) {
                return true;
            }
        }
        false
    }
}

/// Bodies whose names are told in capitals, besides those that speak for their side.
const NAMED_BODIES: &[&str] = &[
    "academy",
    "administration",
    "association",
    "bank",
    "center",
    "centre",
    "chamber",
    "company",
    "corporation",
    "department",
    "federation",
    "foundation",
    "fund",
    "industries",
    "institute",
    "society",
    "university",
];

/// A name of a body has no more words than this.
const LONGEST_NAME: usize = 8;

fn is_named_body(word: &str) -> bool {
    is_body(word) || NAMED_BODIES.iter().any(|b| word.eq_ignore_ascii_case(b))
}

/// What is called by its place: "Darfur rebel groups", "the Gaza conflict".
const FOUGHT_OVER: &[&str] = &[
    "conflict",
    "crisis",
    "dispute",
    "faction",
    "factions",
    "groups",
    "insurgents",
    "militants",
    "militia",
    "militias",
    "movement",
    "movements",
    "rebels",
    "separatists",
];

/// "Togo | -backed rebels": whose friends or tools they are, who is no side himself.
fn is_patron(behind: Tokens<'_>) -> bool {
    const OF_PATRONS: &[&str] = &[
        "aligned",
        "allied",
        "armed",
        "backed",
        "built",
        "equipped",
        "financed",
        "funded",
        "made",
        "occupied",
        "supplied",
        "supported",
        "trained",
    ];
    behind.kind(0) == Some(TokenKind::Hyphen) && behind.one_of(1, OF_PATRONS)
}

/// "the Special | Measures Agreement": capitals that lead to the word for a paper.
fn names_document(i: Tokens<'_>) -> bool {
    // "MORI SAID THAT THE PACT": in a text in capitals a verb ends the name.
    let shouted = |t: &&Token| t.shape == Shape::Upper && t.is(Class::VERB);
    (0..4)
        .map_while(|n| i.get(n).filter(|t| t.is_word() && t.is_capital()))
        .take_while(|t| !shouted(t) || t.is(Class::NOUN))
        .any(|t| t.is(Class::INSTRUMENT))
}

/// A word of no table, not capitalized: "grain".
pub(super) fn is_plain(t: &Token) -> bool {
    t.classes.is_empty() && t.shape == Shape::Lower
}
