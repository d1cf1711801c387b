//! What stands before the head of a post: whose it is, its field, its rank.

use super::*;

/// What stands before the head of a post.
#[derive(Default)]
pub(super) struct Premodifiers {
    pub(super) start: Option<u32>,
    pub(super) parties: Vec<PartyRef>,
    pub(super) tenure: Option<Tenure>,
    pub(super) portfolio: Option<PostKind>,
    pub(super) deputy: bool,
    pub(super) of_pronoun: bool,
    /// "European", with no "Union" behind.
    pub(super) european: bool,
    /// "the top …"
    pub(super) top: bool,
}

impl Premodifiers {
    /// Takes one premodifier, if there is one here.
    pub(super) fn take<'a>(&mut self, i: Tokens<'a>) -> Parsed<'a, ()> {
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
        // "received in Athens | Kenyan Foreign Minister Otieno"
        let elsewhere =
            i.is(0, Class::CAPITAL) && i.is(1, Class::DEMONYM) && !i.is(0, Class::DEMONYM);
        if self.portfolio.is_none() && i.is(0, Class::PARTY) && !elsewhere {
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
