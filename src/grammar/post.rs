//! Posts as written: "Deputy Minister of Foreign Affairs of Japan".

mod premodifiers;

use super::belonging::{complement, encounter, negotiation, organ_apart, seat};
use super::division::{aide, field_of_organ, region};
use super::input::{Lower, Parsed, Tokens, Words, class, fail, kind, sense, word};
use super::official::PersonMention;
use super::party::{self, PartyRef};
use super::portfolio::{further_field, office_of, portfolios};
use crate::lexicon::{Class, Sense, Shape, compose_post};
use crate::model::{PostKind, Tenure};
use crate::scan::TokenKind;
use nom::Parser;
use nom::combinator::{map, opt};
use premodifiers::Premodifiers;

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
    pub(crate) respective: Option<u16>,
    /// "President Mori's spokesman": whom the post serves, with the title if there is one.
    pub(crate) owner: Option<Box<PersonMention>>,
    /// Byte range of the title without country and article.
    pub(crate) span: (u32, u32),
}

const TENURES: Words = Words::of(&[
    "former",
    "ex",
    "late",
    "then",
    "outgoing",
    "ousted",
    "deposed",
    "retired",
    "acting",
    "interim",
    "caretaker",
    "provisional",
    "transitional",
    "designate",
    "incoming",
    "nominated",
    "elect",
]);

/// Words that may stand before a post and say how it is held.
fn tenure(i: Tokens<'_>) -> Parsed<'_, Tenure> {
    if !TENURES.has(i, 0) {
        return fail();
    }
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

/// How a post is held whose title in the table tells it: "acting ambassador".
fn tenure_of(title: &str) -> Option<Tenure> {
    let (first, _) = title.split_once(' ')?;
    match &*Lower::of(first) {
        "acting" | "interim" | "transitional" => Some(Tenure::Acting),
        "former" => Some(Tenure::Former),
        _ => None,
    }
}

/// Adjectives that may stand before a post without changing it.
const QUALIFIERS: Words = Words::of(&[
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
    "exiled",
    "jailed",
    "imprisoned",
    "detained",
    "self-proclaimed",
    "self-declared",
    "self-styled",
    "powerful",
    "influential",
    "outspoken",
    "incumbent",
    "long-serving",
    "autocratic",
    "islamist",
    "socialist",
    "pro-russian",
    "separatist",
    "beleaguered",
    "regime",
]);

const DEPUTIES: Words = Words::of(&[
    "deputy",
    "vice",
    "assistant",
    "under",
    "junior",
    "associate",
    "alternate",
]);

/// `post = {owner | tenure | qualifier | portfolio} head {"of" complement} ["-designate"]`
pub(crate) fn post(i: Tokens<'_>) -> Parsed<'_, PostPhrase> {
    if !may_begin(i) {
        return fail();
    }
    let mut state = Premodifiers::default();
    let mut rest = i;
    while let Ok((next, ())) = state.take(rest) {
        rest = next;
        if i.consumed(&rest) > 16 {
            return fail();
        }
    }
    let head_at = rest.first().map_or(0, |t| t.start);
    let told = tenure_of(rest.text_of(0));
    let start = state.start.unwrap_or(head_at);
    let top = state.top && rest.word(0, "diplomat");
    let (mut rest, (mut kind_of, plural)) = head(rest)?;
    if top {
        // "the top Iranian diplomat"
        kind_of = PostKind::ForeignMinister;
    }
    if let Some(portfolio) = state.portfolio {
        kind_of = compose_post(kind_of, Some(portfolio));
    }
    if let Ok((next, ())) = further_field(i, rest) {
        rest = next;
    } else if let Ok((next, ())) = office_of(i, rest) {
        rest = encounter(i, next).map_or(next, |(after, ())| after);
        kind_of = PostKind::Other;
    } else if let Ok((next, ())) = negotiation(rest, kind_of) {
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
    while let Ok((next, complement)) = aide(i, rest, kind_of)
        .or_else(|_| complement(rest, kind_of))
        .or_else(|_| region(rest))
        .or_else(|_| field_of_organ(rest))
        .or_else(|_| seat(rest, kind_of, complements, !state.parties.is_empty()))
        .or_else(|_| organ_apart(rest))
    {
        complements += 1;
        if complements > 3 {
            break;
        }
        if let Some(portfolio) = complement.portfolio {
            kind_of = compose_post(kind_of, Some(portfolio));
        }
        if let Some(kind) = complement.kind.filter(|_| leads(kind_of)) {
            kind_of = kind;
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
    // "High Representative/Vice-President": the first is what counts.
    if kind_of == PostKind::IoHead
        && rest.text_of(0) == "/"
        && let Ok((next, (_, false))) = head(rest.from(1))
    {
        rest = next;
        end = i.get(i.consumed(&rest) - 1).map_or(end, |t| t.end);
    }
    if state.european && !plural && is_sent(kind_of) {
        state.parties.extend(party::union(i.lexicon));
    }
    Ok((
        rest,
        PostPhrase {
            kind: kind_of,
            tenure: state.tenure.or(told).unwrap_or_default(),
            parties: state.parties,
            plural,
            of_pronoun: state.of_pronoun,
            counterpart: false,
            respective: None,
            owner: None,
            span: (start, end),
        },
    ))
}

/// Whether a post can begin here; a quick test before the production.
fn may_begin(i: Tokens<'_>) -> bool {
    i.is(0, Class::POST.or(Class::PORTFOLIO).or(Class::PARTY))
        || i.is(0, Class::ORGAN) && i.first().is_some_and(|t| t.is_capital())
        || i.kind(1) == Some(TokenKind::Hyphen)
        || OWNERS.has(i, 0)
        || TENURES.has(i, 0)
        || DEPUTIES.has(i, 0)
        || QUALIFIERS.has(i, 0)
        || i.word(0, "european")
}

/// "the European mediator" is the Union's; "the European ministers" are of its states.
fn is_sent(kind: PostKind) -> bool {
    matches!(
        kind,
        PostKind::Envoy | PostKind::IoHead | PostKind::IoOfficial
    )
}

/// Heads of states and of whatever else has a head.
fn leads(kind: PostKind) -> bool {
    matches!(
        kind,
        PostKind::HeadOfState
            | PostKind::HeadOfGovernment
            | PostKind::DeputyHeadOfGovernment
            | PostKind::IoHead
            | PostKind::Other
    )
}

/// Articles and pronouns that lead a post in.
const OWNERS: Words = Words::of(&["his", "her", "their", "its", "the", "a", "an"]);

/// `acronym = "(" capitals ")"`; "World Trade Organization (WTO) chief"
pub(super) fn acronym(i: Tokens<'_>) -> Parsed<'_, ()> {
    let (rest, _) = kind(TokenKind::Open)(i)?;
    let short = rest
        .first()
        .is_some_and(|t| t.is_capital() && (t.shape == Shape::Upper || t.is(Class::ORGANIZATION)));
    if !short || rest.kind(1) != Some(TokenKind::Close) {
        return fail();
    }
    Ok((rest.from(2), ()))
}

/// "Amir Khan" has a first name, "Amir Sheikh Hamad" and "the Amir of Kuwait" a title.
pub(super) fn is_amir(i: Tokens<'_>) -> bool {
    i.text_of(0) == "Amir"
        && !i.before().is_some_and(|t| t.is(Class::DETERMINER))
        && i.get(1)
            .is_some_and(|t| t.is_capital() && !t.is(Class::HONORIFIC))
}

/// `head = a title of the table`; its kind, and whether it is plural
fn head(i: Tokens<'_>) -> Parsed<'_, (PostKind, bool)> {
    if i.text_of(0) == "PM" && i.before().is_some_and(|t| t.kind == TokenKind::Number) {
        // "at 5 PM"
        return fail();
    }
    if is_amir(i) {
        return fail();
    }
    sense(|s| match s {
        Sense::Post(kind, plural) => Some((*kind, *plural)),
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

/// "deputy" + minister → deputy minister; + head of government → deputy head of government.
pub(crate) fn deputy_of(kind_of: PostKind) -> PostKind {
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
