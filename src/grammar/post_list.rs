//! Lists of posts as written, counterparts and those who serve somebody among them.

use super::input::{Lower, Parsed, Tokens, Words, class, fail, kind, word};
use super::official::{bare, is_definite, joint, titles};
use super::party::{self, PartyRef};
use super::post::{PostPhrase, post};
use crate::lexicon::Class;
use crate::model::{PostKind, Tenure};
use crate::scan::{Token, TokenKind};
use nom::Parser;
use nom::combinator::opt;

/// `posts = post {("," | "and") post}`; "Prime Minister and Defense Minister"
pub(super) fn posts(i: Tokens<'_>) -> Parsed<'_, Vec<PostPhrase>> {
    let read = each_post(i)?;
    Ok((read.rest(), read.posts))
}

/// A list has no more posts than this.
const MOST: usize = 5;

/// The posts of a list, at least one, each with what follows it.
pub(super) struct PostList<'a> {
    pub(super) posts: Vec<PostPhrase>,
    rests: [Tokens<'a>; MOST],
}

impl<'a> PostList<'a> {
    /// One post with what follows it.
    pub(super) fn of((rest, post): (Tokens<'a>, PostPhrase)) -> Self {
        PostList {
            posts: vec![post],
            rests: [rest; MOST],
        }
    }

    /// What follows the first `count` posts.
    pub(super) fn after(&self, count: usize) -> Option<Tokens<'a>> {
        self.rests.get(count.checked_sub(1)?).copied()
    }

    /// What follows the list.
    pub(super) fn rest(&self) -> Tokens<'a> {
        let [first, ..] = self.rests;
        self.after(self.posts.len()).unwrap_or(first)
    }

    /// The first post alone, and what follows it.
    pub(super) fn first(self) -> Option<(Tokens<'a>, PostPhrase)> {
        let [rest, ..] = self.rests;
        Some((rest, self.posts.into_iter().next()?))
    }
}

/// The posts of a list, each with what follows it.
pub(super) fn each_post(i: Tokens<'_>) -> Result<PostList<'_>, nom::Err<()>> {
    listed_posts(i, false)
}

/// The same; behind a name ", the AU chair and Kenyan president," are one person's.
pub(super) fn listed_posts(i: Tokens<'_>, of_one: bool) -> Result<PostList<'_>, nom::Err<()>> {
    let mut all = PostList::of(one_post(i)?);
    let mut rest = all.rest();
    while all.posts.len() < MOST {
        let Ok((next, _)) = opt(kind(TokenKind::Comma)).parse(rest) else {
            break;
        };
        let (next, and) = opt(word(&["and", "&"])).parse(next)?;
        if and.is_none() && rest.kind(0) != Some(TokenKind::Comma) {
            // "President Prime Minister": two titles without a joint do occur,
            // as in "Deputy Prime Minister Foreign Minister"; both count.
            if !next.is(0, Class::POST.or(Class::PORTFOLIO)) {
                break;
            }
        }
        if !of_one && and.is_some() && next.word(0, "the") && is_definite(i) {
            // "the U.N. chief and the NATO secretary-general, Mori": two people.
            break;
        }
        // A second post of another country begins another person.
        let joined = of_one && rest.kind(0) != Some(TokenKind::Comma);
        if next.is(0, Class::PARTY) && !next.is(0, Class::POST) && !joined {
            break;
        }
        let Ok((after, more)) = one_post(next) else {
            break;
        };
        if let Some(rest) = all.rests.get_mut(all.posts.len()) {
            *rest = after;
        }
        all.posts.push(more);
        rest = after;
    }
    Ok(all)
}

pub(super) fn one_post(i: Tokens<'_>) -> Parsed<'_, PostPhrase> {
    if let Ok(found) = counterpart(i) {
        return Ok(found);
    }
    post(i)
}

/// `served post = [posts] name "'s" post`; "President Mori's national security adviser"
pub(super) fn served_post(i: Tokens<'_>) -> Parsed<'_, PostPhrase> {
    if !(1..9).any(|n| i.is(n, Class::POSSESSIVE)) {
        return fail();
    }
    let (rest, held) = posts(i).unwrap_or((i, Vec::new()));
    let (rest, titles) = titles(rest)?;
    let (rest, mut owner) = bare(rest, titles, !held.is_empty())?;
    owner.posts = held;
    let (rest, _) = class(Class::POSSESSIVE)(rest)?;
    let (rest, mut served) = post(rest)?;
    if owner.posts.iter().any(|p| p.plural) || served.plural {
        return fail();
    }
    served.owner = Some(Box::new(owner));
    Ok((rest, served))
}

/// `from = "from" party {("," | "and") party}`: "from Chile, Peru and Bolivia"
fn from_states(i: Tokens<'_>) -> Parsed<'_, Vec<PartyRef>> {
    let (rest, _) = word(&["from"])(i)?;
    let (mut rest, first) = party::owner(rest)?;
    let mut all = vec![first];
    while all.len() < MOST
        && let Ok((next, ())) = joint(rest)
        && let Ok((next, more)) = party::owner(next)
        && !next.is(0, Class::POSSESSIVE.or(Class::POST))
    {
        all.push(more);
        rest = next;
    }
    Ok((rest, all))
}

/// Words for the holder of the same post elsewhere.
pub(super) const COUNTERPARTS: Words = Words::of(&[
    "counterpart",
    "counterparts",
    "peer",
    "peers",
    "homologue",
    "homologues",
    "equal",
    "equals",
    "colleague",
    "colleagues",
    "opposite",
]);

/// Of these, those that say who is meant without a state: "his counterpart".
const SURE: Words = Words::of(&["counterpart", "counterparts", "opposite"]);

const OWNERS: &[&str] = &["his", "her", "their", "its", "whose"];

/// How far behind its parties a counterpart may stand: "Japan-U.S.-Korea counterparts".
const COUNTERPART_REACH: usize = 10;

/// `more = { "," party } [","] "and" party`, before several: "Peruvian, | Chilean and Indian
/// counterparts"
fn more_owners(i: Tokens<'_>) -> Option<(Tokens<'_>, Vec<PartyRef>)> {
    let (mut rest, mut more) = (i, Vec::new());
    let mut joined = false;
    while !joined {
        let comma = usize::from(rest.kind(0) == Some(TokenKind::Comma));
        joined = rest.word(comma, "and");
        if comma == 0 && !joined {
            return None;
        }
        let (next, party) = party::party(rest.from(comma + usize::from(joined))).ok()?;
        more.push(party);
        rest = next;
    }
    let several = COUNTERPARTS.has(rest, 0) && rest.text_of(0).ends_with('s');
    several.then_some((rest, more))
}

/// `counterpart = [pronoun | "the"] [qualifier] [party] ("counterpart" | "peer" | "opposite
/// number" | …)`
pub(super) fn counterpart(i: Tokens<'_>) -> Parsed<'_, PostPhrase> {
    if !i.counterpart || !(0..COUNTERPART_REACH).any(|n| COUNTERPARTS.has(i, n)) {
        return fail();
    }
    let (mut rest, _) = opt(word(&["his", "her", "their", "its", "the", "whose"])).parse(i)?;
    if !rest.is(0, Class::PARTY)
        && rest.is(1, Class::PARTY)
        && rest.get(0).is_some_and(|t| t.is_word())
    {
        rest = rest.from(1);
    }
    let (rest, mut parties) = match party::compound(rest) {
        Ok((next, parties)) => (next, parties),
        Err(_) => (rest, Vec::new()),
    };
    let rest = match more_owners(rest).filter(|_| !parties.is_empty()) {
        Some((next, more)) => {
            parties.extend(more);
            next
        }
        None => rest,
    };
    let (rest, _) = opt(class(Class::POSSESSIVE)).parse(rest)?;
    let owner = |t: &Token| OWNERS.contains(&&*Lower::of(t.text(i.text)));
    let owned = i.first().is_some_and(owner) || i.before().is_some_and(owner);
    let from = || rest.word(1, "from") && rest.is(2, Class::PARTY);
    if !SURE.has(rest, 0) && (parties.is_empty() && !from() || !owned) {
        // "his colleague" may be anybody's, "the Chinese peers" anything.
        return fail();
    }
    let start = rest.first().map_or(0, |t| t.start);
    let (rest, t) = COUNTERPARTS.take(rest)?;
    let (rest, number) = opt(word(&["number", "numbers"])).parse(rest)?;
    let opposite = t.text(i.text).eq_ignore_ascii_case("opposite");
    if opposite != number.is_some() {
        return fail();
    }
    let t = number.unwrap_or(t);
    let plural = t.text(i.text).to_ascii_lowercase().ends_with('s');
    let (rest, of) = from_states(rest).unwrap_or((rest, Vec::new()));
    Ok((
        rest,
        PostPhrase {
            kind: PostKind::Other,
            tenure: Tenure::Incumbent,
            parties: parties.into_iter().chain(of).collect(),
            plural,
            of_pronoun: false,
            counterpart: true,
            respective: None,
            owner: None,
            span: (start, t.end),
        },
    ))
}
