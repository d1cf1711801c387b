//! Posts as written: "Deputy Minister of Foreign Affairs of Japan".

use super::input::{Parsed, Tokens, class, fail, kind, sense, word};
use super::party::{self, PartyRef};
use crate::lexicon::{Class, Sense, Shape, compose_post};
use crate::model::{PostKind, Tenure};
use crate::scan::TokenKind;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map, opt};

/// A post as written.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct PostPhrase {
    pub(crate) kind: PostKind,
    pub(crate) tenure: Tenure,
    /// Whose post: "Japan's", "Japanese", "of Japan".
    pub(crate) parties: Vec<PartyRef>,
    /// "foreign ministers"
    pub(crate) plural: bool,
    /// "his foreign minister": of the country of somebody named before.
    pub(crate) of_pronoun: bool,
    /// "counterpart": the post is that of the person named before.
    pub(crate) counterpart: bool,
    /// "their counterparts A and B": of how many people named with it this is one.
    pub(crate) respective: Option<usize>,
    /// Byte range of the title without country and article.
    pub(crate) span: (u32, u32),
}

/// Words that may stand before a post and say how it is held.
fn tenure(i: Tokens<'_>) -> Parsed<'_, Tenure> {
    let tenure = match &*i.lower(0) {
        "former" | "ex" | "late" | "then" | "outgoing" | "ousted" | "deposed" | "retired" => {
            Tenure::Former
        }
        "acting" | "interim" | "caretaker" | "provisional" | "transitional" => Tenure::Acting,
        "designate" | "incoming" | "nominated" | "elect" => Tenure::Designate,
        _ => return fail(),
    };
    let tenure = if i.one_of(0, &["outgoing", "then"]) {
        Tenure::Incumbent
    } else {
        tenure
    };
    let rest = i.from(1);
    let (rest, _) = opt(kind(TokenKind::Hyphen)).parse(rest)?;
    Ok((rest, tenure))
}

/// Adjectives that may stand before a post without changing it.
const QUALIFIERS: &[&str] = &[
    "visiting",
    "new",
    "newly",
    "newly-appointed",
    "appointed",
    "current",
    "veteran",
    "senior",
    "top",
    "chief",
    "respective",
    "federal",
    "state",
    "national",
    "general",
    "principal",
    "royal",
    "far-right",
    "right-wing",
    "left-wing",
    "hardline",
    "reformist",
    "conservative",
    "populist",
    "long-time",
    "longtime",
    "first",
    "sitting",
    "re-elected",
    "reelected",
    "caretaking",
    "moderate",
    "pro-western",
    "leftist",
    "embattled",
    "elected",
    "authoritarian",
    "nationalist",
    "conservative",
    "centrist",
    "liberal",
    "then",
];

const DEPUTIES: &[&str] = &[
    "deputy",
    "vice",
    "assistant",
    "under",
    "junior",
    "associate",
    "alternate",
];

/// `post = {owner | tenure | qualifier | portfolio} head {"of" complement} ["-designate"]`
pub(crate) fn post(i: Tokens<'_>) -> Parsed<'_, PostPhrase> {
    let mut state = Premodifiers::default();
    let mut rest = i;
    while let Ok((next, ())) = state.take(rest) {
        rest = next;
        if i.consumed(&rest) > 16 {
            return fail();
        }
    }
    let head_at = rest.first().map_or(0, |t| t.start);
    let start = state.start.unwrap_or(head_at);
    let (mut rest, (mut kind_of, plural)) = head(rest)?;
    if let Some(portfolio) = state.portfolio {
        kind_of = compose_post(kind_of, Some(portfolio));
    }
    if let Ok((next, ())) = further_field(i, rest) {
        rest = next;
    }
    let mut end = i.get(i.consumed(&rest) - 1).map_or(start, |t| t.end);
    // "president-elect", "minister-designate"
    if let Ok((next, t)) = after_hyphen(rest) {
        rest = next;
        state.tenure = Some(t);
        end = i.get(i.consumed(&rest) - 1).map_or(end, |t| t.end);
    }
    let mut complements = 0;
    while let Ok((next, complement)) =
        complement(rest, kind_of).or_else(|_| seat(rest, complements))
    {
        complements += 1;
        if complements > 3 {
            break;
        }
        if let Some(portfolio) = complement.portfolio {
            kind_of = compose_post(kind_of, Some(portfolio));
        }
        state.parties.extend(complement.parties);
        rest = next;
        if complement.belongs {
            end = i.get(i.consumed(&rest) - 1).map_or(end, |t| t.end);
        }
    }
    if state.deputy {
        kind_of = deputy_of(kind_of);
    }
    Ok((
        rest,
        PostPhrase {
            kind: kind_of,
            tenure: state.tenure.unwrap_or_default(),
            parties: state.parties,
            plural,
            of_pronoun: state.of_pronoun,
            counterpart: false,
            respective: None,
            span: (start, end),
        },
    ))
}

/// What stands before the head of a post.
#[derive(Default)]
struct Premodifiers {
    start: Option<u32>,
    parties: Vec<PartyRef>,
    tenure: Option<Tenure>,
    portfolio: Option<PostKind>,
    deputy: bool,
    of_pronoun: bool,
}

impl Premodifiers {
    /// Takes one premodifier, if there is one here.
    fn take<'a>(&mut self, i: Tokens<'a>) -> Parsed<'a, ()> {
        let at = i.first().map_or(0, |t| t.start);
        if let Ok((rest, t)) = tenure(i) {
            self.tenure = Some(t);
            return Ok((rest, ()));
        }
        if i.one_of(0, DEPUTIES) && !i.is(0, Class::POST) {
            self.deputy = true;
            self.start.get_or_insert(at);
            let (rest, _) = opt(kind(TokenKind::Hyphen)).parse(i.from(1))?;
            return Ok((rest, ()));
        }
        if i.is(0, Class::POST) && !self.is_premodifier_post(i) {
            return fail();
        }
        if let Ok((rest, portfolio)) = portfolios(i) {
            // A portfolio counts only if a head follows.
            self.portfolio.get_or_insert(portfolio);
            self.start.get_or_insert(at);
            return Ok((rest, ()));
        }
        if self.portfolio.is_none() && i.is(0, Class::PARTY) {
            let (rest, parties) = party::compound(i)?;
            self.parties.extend(parties);
            let (rest, _) = opt(class(Class::POSSESSIVE)).parse(rest)?;
            let (rest, more) = opt(and_owner).parse(rest)?;
            self.parties.extend(more);
            return Ok((rest, ()));
        }
        if i.one_of(0, QUALIFIERS) {
            return Ok((i.from(1), ()));
        }
        if i.one_of(0, &["his", "her", "their", "its"]) {
            self.of_pronoun = true;
            return Ok((i.from(1), ()));
        }
        if i.one_of(0, &["the", "a", "an"]) && self.start.is_none() {
            return Ok((i.from(1), ()));
        }
        // "-led", "far-right": an adjective of two words.
        if i.kind(1) == Some(TokenKind::Hyphen)
            && i.get(2)
                .is_some_and(|t| t.shape == Shape::Lower && t.kind == TokenKind::Word)
            && i.get(0).is_some_and(|t| {
                t.shape == Shape::Lower
                    && t.kind == TokenKind::Word
                    && t.classes
                        .without(
                            Class::ADJECTIVE
                                .or(Class::NOUN)
                                .or(Class::ADVERB)
                                .or(Class::DIRECTION)
                                .or(Class::PREPOSITION),
                        )
                        .is_empty()
            })
        {
            return Ok((i.from(3), ()));
        }
        fail()
    }

    /// "Secretary" in "Secretary General", "Party Chairman": never for now.
    fn is_premodifier_post(&self, i: Tokens<'_>) -> bool {
        i.is(0, Class::PORTFOLIO) && i.is(1, Class::POST)
    }
}

/// `and owner = "and" adjective`; "the Japanese and Korean foreign ministers"
fn and_owner(i: Tokens<'_>) -> Parsed<'_, PartyRef> {
    let (rest, _) = word(&["and"])(i)?;
    let (rest, party) = party::party(rest)?;
    if rest.is(0, Class::POST.or(Class::PORTFOLIO)) {
        Ok((rest, party))
    } else {
        fail()
    }
}

/// `head = a title of the table`; its kind, and whether it is plural
fn head(i: Tokens<'_>) -> Parsed<'_, (PostKind, bool)> {
    sense(|s| match s {
        Sense::Post(kind, plural) => Some((*kind, *plural)),
        _ => None,
    })(i)
}

/// `portfolios = portfolio { ("," | "and" | "&") (portfolio | capital words) }`
fn portfolios(i: Tokens<'_>) -> Parsed<'_, PostKind> {
    let (mut rest, mut kind_of) = portfolio(i)?;
    for _ in 0..6 {
        let (next, comma) = opt(kind(TokenKind::Comma)).parse(rest)?;
        let (next, and) = opt(word(&["and", "&"])).parse(next)?;
        if let Ok((next, more)) = portfolio(next) {
            kind_of = kind_of.min(more);
            rest = next;
        } else if let (None, Some(_), Ok((next, ()))) = (comma, and, capital_words(next)) {
            rest = next;
        } else {
            break;
        }
    }
    Ok((rest, kind_of))
}

/// "Minister for Immigration" is a title of the table; what is joined to its field.
fn further_field<'a>(i: Tokens<'a>, rest: Tokens<'a>) -> Parsed<'a, ()> {
    let head = i.get(i.consumed(&rest).saturating_sub(1));
    let title = head.map_or("", |t| t.text(i.text)).to_ascii_lowercase();
    if !title.contains(" for ") && !title.contains(" of ") {
        return fail();
    }
    let (next, _) = word(&["and", "&"])(rest)?;
    match portfolio(next) {
        Ok((next, _)) => Ok((next, ())),
        Err(_) => capital_words(next),
    }
}

/// A field of government that no table knows: "Competitiveness", "Northern Corridor Development".
fn capital_words(i: Tokens<'_>) -> Parsed<'_, ()> {
    const ENDINGS: &[&str] = &[
        "ness", "tion", "tions", "sion", "ment", "ship", "ity", "ety", "ance", "ence", "cy", "ics",
        "ure", "ism", "hood", "ries", "try", "ies",
    ];
    for n in 0..4 {
        let Some(t) = i.get(n) else { break };
        let fits = t.is_word()
            && t.shape != Shape::Lower
            && !t.is(Class::POST
                .or(Class::RANK)
                .or(Class::HONORIFIC)
                .or(Class::GIVEN_NAME)
                .or(Class::MONTH)
                .or(Class::WEEKDAY));
        if !fits {
            break;
        }
        let text = t.text(i.text);
        let ends = t.is(Class::PORTFOLIO)
            || t.is(Class::NOUN) && text.len() > 4
            || text.len() > 6 && ENDINGS.iter().any(|e| text.ends_with(e));
        if ends {
            return Ok((i.from(n + 1), ()));
        }
    }
    fail()
}

fn portfolio(i: Tokens<'_>) -> Parsed<'_, PostKind> {
    sense(|s| match s {
        Sense::Portfolio(p) => Some(p.kind),
        _ => None,
    })(i)
}

/// `after hyphen = "-" ("elect" | "designate")`
fn after_hyphen(i: Tokens<'_>) -> Parsed<'_, Tenure> {
    let (rest, _) = opt(kind(TokenKind::Hyphen)).parse(i)?;
    map(word(&["elect", "designate", "nominee"]), |_| {
        Tenure::Designate
    })
    .parse(rest)
}

/// What a post is of or for.
struct Complement {
    parties: Vec<PartyRef>,
    portfolio: Option<PostKind>,
    /// Part of the title, not only the country.
    belongs: bool,
}

/// `complement = ("of" | "for" | "to" | …) ["the"] (portfolios | party | body | name of a body)`
fn complement(i: Tokens<'_>, of: PostKind) -> Parsed<'_, Complement> {
    let (rest, marker) = alt((word(&["of", "for", "at", "on"]), word(&["to", "in"]))).parse(i)?;
    let marker = marker.text(i.text);
    let only_ambassadors = marker.eq_ignore_ascii_case("to");
    if only_ambassadors
        && !matches!(
            of,
            PostKind::Ambassador
                | PostKind::Envoy
                | PostKind::IoOfficial
                | PostKind::Other
                | PostKind::Spokesperson
        )
    {
        return fail();
    }
    let (rest, _) = opt(word(&["the", "its", "his"])).parse(rest)?;
    if let Ok((rest, p)) = portfolios(rest) {
        return Ok((
            rest,
            Complement {
                parties: Vec::new(),
                portfolio: Some(p),
                belongs: true,
            },
        ));
    }
    if marker.eq_ignore_ascii_case("in")
        || marker.eq_ignore_ascii_case("at")
            && !rest.is(0, Class::ORGANIZATION.or(Class::ORGAN).or(Class::METONYM))
    {
        // "the ambassador in Tokyo": a place, no part of the title.
        return fail();
    }
    if let Ok((rest, body)) = body(rest) {
        return Ok((rest, body));
    }
    let mission =
        matches!(of, PostKind::Ambassador | PostKind::Envoy) && !marker.eq_ignore_ascii_case("of");
    if mission && rest.is(0, Class::PARTY) {
        return topic(rest);
    }
    if rest.is(0, Class::PARTY) {
        let (mut rest, first) = party::party(rest)?;
        let mut parties = vec![first];
        // "of Japan, Australia and India", only for several posts
        while let Ok((next, other)) = and_party(rest) {
            parties.push(other);
            rest = next;
        }
        if only_ambassadors {
            // The country an ambassador is sent to is not the one he speaks for.
            parties.clear();
        }
        return Ok((
            rest,
            Complement {
                parties,
                portfolio: None,
                belongs: only_ambassadors,
            },
        ));
    }
    if rest.is(0, Class::REGION.or(Class::AREA))
        || (rest.is(0, Class::TOPIC) && rest.get(0).is_some_and(|t| t.shape != Shape::Lower))
    {
        return Ok((
            rest.from(1),
            Complement {
                parties: Vec::new(),
                portfolio: None,
                belongs: true,
            },
        ));
    }
    fail()
}

/// `topic = group {noun}`; an envoy "for the Serbia-Kosovo dialogue" is of neither
fn topic(i: Tokens<'_>) -> Parsed<'_, Complement> {
    let (mut rest, _) = party::compound(i)?;
    for _ in 0..3 {
        let noun = rest.get(0).is_some_and(|t| {
            t.is_word() && t.shape == Shape::Lower && t.is(Class::NOUN) && !t.is(Class::PREPOSITION)
        });
        if !noun {
            break;
        }
        rest = rest.from(1);
    }
    Ok((
        rest,
        Complement {
            parties: Vec::new(),
            portfolio: None,
            belongs: true,
        },
    ))
}

/// "leader of Hamas in Gaza,": where he sits, behind a complement and before a pause.
fn seat(i: Tokens<'_>, complements: usize) -> Parsed<'_, Complement> {
    let (rest, _) = word(&["in"])(i)?;
    let place = Class::CITY
        .or(Class::REGION)
        .or(Class::AREA)
        .or(Class::CAPITAL)
        .or(Class::COUNTRY);
    if complements == 0 || !rest.is(0, place) || rest.kind(1) != Some(TokenKind::Comma) {
        return fail();
    }
    Ok((
        rest.from(1),
        Complement {
            parties: Vec::new(),
            portfolio: None,
            belongs: true,
        },
    ))
}

/// `and party = ("," | "and") ["the"] party`
fn and_party(i: Tokens<'_>) -> Parsed<'_, PartyRef> {
    let (rest, _) = opt(kind(TokenKind::Comma)).parse(i)?;
    let (rest, _) = opt(word(&["and"])).parse(rest)?;
    if i.consumed(&rest) == 0 {
        return fail();
    }
    let (rest, _) = opt(word(&["the"])).parse(rest)?;
    if rest.is(1, Class::POSSESSIVE.or(Class::POST).or(Class::PORTFOLIO))
        || rest.is(0, Class::DEMONYM)
    {
        return fail();
    }
    party::party(rest)
}

/// `body = [party ["'s"]] (organ | "Department" …) ["of" portfolios]`; "the Japanese Foreign Ministry"
fn body(i: Tokens<'_>) -> Parsed<'_, Complement> {
    let mut parties = Vec::new();
    let mut rest = i;
    if rest.is(0, Class::PARTY) && !rest.is(0, Class::ORGAN) {
        let (next, p) = party::owner(rest)?;
        parties.push(p);
        rest = next;
    }
    let (next, _) = opt(portfolios).parse(rest)?;
    let (next, ()) = organ_word(next)?;
    rest = next;
    if rest.word(0, "of") || rest.word(0, "for") {
        let (next, _) = opt(word(&["the"])).parse(rest.from(1))?;
        if let Ok((next, _)) = portfolios(next) {
            rest = next;
        } else if let Ok((next, p)) = party::party(next) {
            parties.push(p);
            rest = next;
        }
    }
    Ok((
        rest,
        Complement {
            parties,
            portfolio: None,
            belongs: true,
        },
    ))
}

/// `organ word = ministry | department | office | committee | staff …`
fn organ_word(i: Tokens<'_>) -> Parsed<'_, ()> {
    if i.is(0, Class::ORGAN) {
        return Ok((i.from(1), ()));
    }
    // "Foreign Affairs Committee", "General Staff"
    let words = &[
        "office",
        "committee",
        "staff",
        "council",
        "bureau",
        "division",
        "commission",
        "delegation",
        "board",
        "secretariat",
        "agency",
        "directorate",
        "authority",
        "forces",
        "command",
        "fleet",
        "guard",
        "party",
        "bloc",
        "group",
        "faction",
        "bank",
        "court",
        "mission",
        "house",
        "chamber",
        "cabinet",
        "opposition",
        "movement",
        "union",
        "front",
        "alliance",
        "army",
        "navy",
        "corps",
        "wing",
        "branch",
        "arm",
        "brigades",
        "administration",
        "service",
        "services",
        "institute",
    ];
    for n in 0..4 {
        if i.one_of(n, words) {
            return Ok((i.from(n + 1), ()));
        }
        let passes = i.get(n).is_some_and(|t| {
            t.kind == TokenKind::Word
                && !t.is(Class::VERB
                    .or(Class::PREPOSITION)
                    .or(Class::PRONOUN)
                    .or(Class::AUXILIARY)
                    .or(Class::GIVEN_NAME))
                && (t.shape != Shape::Lower
                    || t.is(Class::PORTFOLIO.or(Class::NOUN))
                    || t.classes.is_empty())
        });
        if !passes {
            break;
        }
    }
    fail()
}

/// "deputy" + minister → deputy minister; + head of government → deputy head of government.
fn deputy_of(kind_of: PostKind) -> PostKind {
    match kind_of {
        PostKind::HeadOfState | PostKind::HeadOfGovernment => PostKind::DeputyHeadOfGovernment,
        PostKind::ForeignMinister | PostKind::DefenseMinister | PostKind::Minister => {
            PostKind::DeputyMinister
        }
        PostKind::ChiefOfDefense => PostKind::Military,
        PostKind::IoHead => PostKind::IoOfficial,
        other => other,
    }
}
