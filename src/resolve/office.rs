//! What a title means, by whose it is: "leader", "chancellor", "foreign secretary".

use super::{Context, parties};
use crate::grammar::{PartyRef, PostPhrase};
use crate::model::{Country, Party, PostKind};

/// The kind of post that a title tells here; `kind` is what its words alone tell.
pub(super) fn kind(
    context: &Context<'_>,
    kind: PostKind,
    post: &PostPhrase,
    title: &str,
) -> PostKind {
    let lower = title.to_ascii_lowercase();
    let title = Title(lower.strip_suffix('s').unwrap_or(&lower));
    let party = post
        .parties
        .iter()
        .find_map(|p| parties::party(context, *p));
    let movement = is_movement(context, post);
    let country = match &party {
        Some(Party::Country(c)) => Some(*c),
        _ => None,
    };
    if title.is_leader() {
        return of_leader(&title, party.as_ref(), movement).unwrap_or(kind);
    }
    if movement && kind == PostKind::ChiefOfDefense {
        return PostKind::Military;
    }
    if matches!(party, Some(Party::Organization(_))) {
        return of_organization(&title, kind, movement);
    }
    of_country(&title, kind, country, context.home)
}

/// A title in lower case, in the singular.
struct Title<'a>(&'a str);

impl Title<'_> {
    /// Whether it is, or ends in, one of these.
    fn is(&self, words: &[&str]) -> bool {
        words.iter().any(|w| {
            self.0
                .strip_suffix(w)
                .is_some_and(|rest| rest.is_empty() || rest.ends_with(' '))
        })
    }

    fn is_leader(&self) -> bool {
        self.is(&["leader", "strongman", "ruler"]) || self.0.starts_with("leader of ")
    }

    fn is_diplomat(&self) -> bool {
        self.is(&["top diplomat", "chief diplomat", "foreign policy chief"])
    }
}

/// Whether the post is of a party or an armed or other movement, not a body of states.
fn is_movement(context: &Context<'_>, post: &PostPhrase) -> bool {
    post.parties.iter().any(|p| match p {
        PartyRef::Organization(id) => context
            .lexicon
            .organizations
            .get(usize::from(*id))
            .is_some_and(|e| matches!(&*e.kind, "party" | "nonstate")),
        _ => false,
    })
}

/// "the Turkish leader", "the rebel leader", "the opposition leader"
fn of_leader(title: &Title<'_>, party: Option<&Party>, movement: bool) -> Option<PostKind> {
    match party? {
        Party::Organization(_) if movement => Some(PostKind::PartyLeader),
        Party::Organization(_) => Some(PostKind::Other),
        Party::Country(_) => {
            let own = !title.0.contains("opposition") && !title.0.contains("party");
            own.then_some(PostKind::HeadOfState)
        }
    }
}

/// "the president of the Commission", "the alliance's chief"
fn of_organization(title: &Title<'_>, kind: PostKind, movement: bool) -> PostKind {
    const HEADS: &[&str] = &[
        "president",
        "chief",
        "head",
        "director general",
        "director-general",
        "chair",
        "chairperson",
        "chairman",
        "commissioner",
        "secretary-general",
        "secretary general",
    ];
    match kind {
        _ if title.is_diplomat() => PostKind::IoHead,
        PostKind::HeadOfState if movement => PostKind::PartyLeader,
        PostKind::HeadOfState => PostKind::IoHead,
        PostKind::Other | PostKind::PartyLeader if title.is(HEADS) => PostKind::IoHead,
        _ => kind,
    }
}

/// A chancellor is a foreign minister where Spanish is spoken; a foreign secretary is a
/// civil servant in South Asia and a minister elsewhere.
fn of_country(
    title: &Title<'_>,
    kind: PostKind,
    country: Option<Country>,
    home: Option<Country>,
) -> PostKind {
    let in_any =
        |c: Option<Country>, codes: &[&str]| c.is_some_and(|c| codes.contains(&c.alpha3()));
    if title.is_diplomat() {
        return PostKind::ForeignMinister;
    }
    if title.is(&["chancellor"]) && country.is_some() && !in_any(country, &["DEU", "AUT"]) {
        return PostKind::ForeignMinister;
    }
    if title.0 == "foreign secretary" {
        let servants = ["IND", "PAK", "BGD", "NPL", "LKA", "MDV"];
        return if in_any(country.or(home), &servants) {
            PostKind::DeputyMinister
        } else {
            PostKind::ForeignMinister
        };
    }
    kind
}
