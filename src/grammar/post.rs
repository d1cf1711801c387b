//! Posts as written: "Deputy Minister of Foreign Affairs of Japan".

use super::belonging::{complement, encounter, negotiation, organ_apart, seat};
use super::input::{Lower, Parsed, Tokens, Words, class, fail, kind, sense, word};
use super::official::PersonMention;
use super::party::{self, PartyRef};
use super::portfolio::{further_field, office_of, portfolios};
use crate::lexicon::{Class, Sense, Shape, compose_post};
use crate::model::{PostKind, Tenure};
use crate::scan::TokenKind;
use nom::Parser;
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
    while let Ok((next, complement)) = complement(rest, kind_of)
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
        state.parties.extend(complement.parties);
        rest = next;
        if complement.belongs {
            end = i.get(i.consumed(&rest) - 1).map_or(end, |t| t.end);
        }
    }
    if state.deputy {
        kind_of = deputy_of(kind_of);
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

/// Articles and pronouns that lead a post in.
const OWNERS: Words = Words::of(&["his", "her", "their", "its", "the", "a", "an"]);

/// What stands before the head of a post.
#[derive(Default)]
struct Premodifiers {
    start: Option<u32>,
    parties: Vec<PartyRef>,
    tenure: Option<Tenure>,
    portfolio: Option<PostKind>,
    deputy: bool,
    of_pronoun: bool,
    /// "European", with no "Union" behind.
    european: bool,
    /// "the top …"
    top: bool,
}

impl Premodifiers {
    /// Takes one premodifier, if there is one here.
    fn take<'a>(&mut self, i: Tokens<'a>) -> Parsed<'a, ()> {
        let at = i.first().map_or(0, |t| t.start);
        if let Ok((rest, t)) = tenure(i) {
            self.tenure = Some(t);
            return Ok((rest, ()));
        }
        let titled = i.is(1, Class::POST.or(Class::PORTFOLIO)) && !i.is(1, Class::HONORIFIC);
        if DEPUTIES.has(i, 0) && (!i.is(0, Class::POST) || titled) {
            self.deputy = true;
            self.start.get_or_insert(at);
            let (rest, _) = opt(kind(TokenKind::Hyphen)).parse(i.from(1))?;
            return Ok((rest, ()));
        }
        if let Ok((rest, ())) = owning_post(i) {
            self.start.get_or_insert(at);
            return Ok((rest, ()));
        }
        if leads_a_title_in(i) {
            if i.is(1, Class::POST) {
                self.start.get_or_insert(at);
            }
            return Ok((i.from(1), ()));
        }
        if i.is(0, Class::POST) && !self.is_premodifier_post(i) {
            return fail();
        }
        if let Ok((rest, portfolio)) = field_and_title(i) {
            self.portfolio.get_or_insert(portfolio);
            self.start.get_or_insert(at);
            return Ok((rest, ()));
        }
        if let Ok((rest, portfolio)) = portfolios(i) {
            // A portfolio counts only if a head follows.
            self.portfolio.get_or_insert(portfolio);
            self.start.get_or_insert(at);
            return Ok((rest, ()));
        }
        if self.portfolio.is_none() && i.is(0, Class::PARTY) {
            let (rest, parties) = party::compound(i)?;
            // "pro-Japanese", "anti-Syrian": whose it is not.
            let prefixed = is_prefixed(i);
            self.parties
                .extend(parties.into_iter().filter(|_| !prefixed));
            let (rest, _) = opt(acronym).parse(rest)?;
            let (rest, _) = opt(class(Class::POSSESSIVE)).parse(rest)?;
            let (rest, more) = opt(and_owner).parse(rest)?;
            self.parties.extend(more);
            return Ok((rest, ()));
        }
        if QUALIFIERS.has(i, 0) {
            let definite = i
                .before()
                .is_some_and(|t| t.text(i.text).eq_ignore_ascii_case("the"));
            self.top |= definite && i.one_of(0, &["top", "chief"]);
            return Ok((i.from(1), ()));
        }
        if i.word(0, "european") && i.is(1, Class::POST.or(Class::PORTFOLIO)) {
            self.european = true;
            return Ok((i.from(1), ()));
        }
        if i.is(0, Class::ORGAN) && i.first().is_some_and(|t| t.is_capital()) && leads_on(i) {
            // "National Assembly Vice Chairwoman"
            self.start.get_or_insert(at);
            return Ok((i.from(1), ()));
        }
        if let Ok((rest, ())) = self.adjective(i) {
            return Ok((rest, ()));
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

    /// `adjective = capital word`, behind the owner and right before a title or its field:
    /// "Philippine Presidential Peace Adviser", "EU Humanitarian Aid Commissioner"
    fn adjective<'a>(&mut self, i: Tokens<'a>) -> Parsed<'a, ()> {
        let Some(t) = i.first() else { return fail() };
        let unknown = t.is_capital()
            && !t.opens
            && !self.parties.is_empty()
            && t.classes
                .without(Class::ADJECTIVE.or(Class::NOUN).or(Class::TOPIC))
                .is_empty();
        let leads_on =
            i.is(1, Class::POST.or(Class::PORTFOLIO)) && i.get(1).is_some_and(|t| t.is_capital());
        if !unknown || !leads_on {
            return fail();
        }
        self.start.get_or_insert(t.start);
        Ok((i.from(1), ()))
    }

    /// "Secretary" in "Secretary General", "Party Chairman": never for now.
    fn is_premodifier_post(&self, i: Tokens<'_>) -> bool {
        i.is(0, Class::PORTFOLIO) && i.is(1, Class::POST)
    }
}

/// `field and title = portfolio "and"` before a minister's title with a field of its own:
/// "External Relations and | International Cooperation Minister"
fn field_and_title(i: Tokens<'_>) -> Parsed<'_, PostKind> {
    let (rest, portfolio) = portfolios(i)?;
    let (rest, _) = word(&["and", "&"])(rest)?;
    let (_, (kind, plural)) = head(rest)?;
    let fielded = rest.text_of(0).contains(' ');
    if kind == PostKind::Minister && !plural && fielded {
        Ok((rest, portfolio))
    } else {
        fail()
    }
}

/// A title or its field follows, in capitals.
fn leads_on(i: Tokens<'_>) -> bool {
    i.is(1, Class::POST.or(Class::PORTFOLIO)) && i.get(1).is_some_and(|t| t.is_capital())
        || DEPUTIES.has(i, 1) && i.is(2, Class::POST)
}

/// "chief Russian negotiator", "chief European spokesman", "chief peace negotiator": a
/// title's adjective, though a title itself elsewhere.
fn leads_a_title_in(i: Tokens<'_>) -> bool {
    if !i.is(0, Class::POST) || !i.one_of(0, &["chief", "head"]) {
        return false;
    }
    let state = i.is(1, Class::DEMONYM) || i.word(1, "european");
    let sent = |n: usize| {
        let post = head(i.from(n)).map(|(_, (kind, _))| kind);
        matches!(post, Ok(PostKind::Envoy | PostKind::Spokesperson))
    };
    state && (2..5).any(|n| i.is(n, Class::POST)) || sent(1)
}

/// `owning post = title "'s"`; "the Secretary-General's Special Representative"
fn owning_post(i: Tokens<'_>) -> Parsed<'_, ()> {
    let owner = i.is(0, Class::POST) && i.is(1, Class::POSSESSIVE);
    let rest = i.from(2);
    let (_, plural) = head(i).map(|(_, post)| post)?;
    if !owner || plural || !rest.is(0, Class::POST) {
        return fail();
    }
    Ok((rest, ()))
}

/// "anti-", "pro-" right before.
fn is_prefixed(i: Tokens<'_>) -> bool {
    let before = i.first().and_then(|t| i.text.get(..t.start as usize));
    before.is_some_and(|text| {
        ["anti-", "Anti-", "pro-", "Pro-", "non-", "Non-"]
            .iter()
            .any(|p| text.ends_with(p))
    })
}

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
