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
    let parties = || {
        post.parties
            .iter()
            .filter_map(|p| parties::party(context, *p))
    };
    let movement = is_movement(context, post);
    let country = parties().find_map(|p| match p {
        Party::Country(c) => Some(c),
        Party::Organization(_) => None,
    });
    let of_body = parties().any(|p| matches!(p, Party::Organization(_)));
    let told = of_delegation(&title)
        .or_else(|| of_ministry(&title))
        .or_else(|| of_government(&title));
    if let Some(kind) = told {
        return kind;
    }
    if kind == PostKind::Envoy && title.is_adviser_at_home() {
        return PostKind::Other;
    }
    if kind == PostKind::Other && title.heads_a_party() {
        return PostKind::PartyLeader;
    }
    if title.is_leader() {
        return of_leader(&title, kind, country, of_body, movement);
    }
    if title.is_of_chamber() && !of_body {
        return of_chamber(kind);
    }
    if movement && kind == PostKind::ChiefOfDefense {
        return PostKind::Military;
    }
    if of_body && (country.is_none() || matches!(kind, PostKind::IoHead | PostKind::IoOfficial)) {
        return of_organization(&title, kind, movement);
    }
    if kind == PostKind::IoHead {
        return of_department(&title, country, movement);
    }
    of_country(&title, kind, country, context.home)
}

/// What parliaments and their houses are called.
const CHAMBERS: &[&str] = &[
    "senate",
    "duma",
    "national assembly",
    "legislative assembly",
    "consultative assembly",
    "people's assembly",
    "assembly of the republic",
    "house of representative",
    "house of council",
    "house of lord",
    "house of commons",
    "house of people",
    "chamber of deput",
    "lower house",
    "upper house",
    "of parliament",
    "of the parliament",
    "federation council",
    "council of the federation",
    "council of representatives",
    "legislative council",
    "shura council",
    "knesset",
    "bundestag",
    "bundesrat",
    "majlis",
    "mejlis",
    "mazhilis",
    "verkhovna rada",
    "sejm",
    "riksdag",
    "storting",
    "folketing",
    "seimas",
    "saeima",
    "riigikogu",
    "skupstina",
    "sobranie",
    "milli majlis",
    "jogorku kenesh",
    "oliy majlis",
    "khural",
    "jatiya sangsad",
    "lok sabha",
    "rajya sabha",
    "people's congress",
    "consultative conference",
    "house of the nation",
];

/// Which letters each chamber has.
const CHAMBER_LETTERS: [u32; CHAMBERS.len()] = {
    let mut all = [0; CHAMBERS.len()];
    let mut n = 0;
    while n < all.len() {
        all[n] = letters(CHAMBERS[n]);
        n += 1;
    }
    all
};

/// The small letters of a text, a bit each: a text that lacks a letter of a word has
/// not the word, and need not be searched for it.
pub(super) const fn letters(text: &str) -> u32 {
    let bytes = text.as_bytes();
    let (mut letters, mut n) = (0, 0);
    while n < bytes.len() {
        if bytes[n].is_ascii_lowercase() {
            letters |= 1 << (bytes[n] - b'a');
        }
        n += 1;
    }
    letters
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
        self.is(&["dictator", "leader", "strongman", "ruler"]) || self.0.starts_with("leader of ")
    }

    /// Whether it has one of these anywhere.
    fn has(&self, words: &[&str]) -> bool {
        words.iter().any(|w| self.0.contains(w))
    }

    /// "leader" and nothing that says of what.
    fn is_bare_leader(&self) -> bool {
        matches!(self.0, "leader" | "strongman" | "ruler" | "top leader")
    }

    /// Whether it is of a parliament.
    fn is_of_chamber(&self) -> bool {
        // Most titles lack some letter of most chambers, and need no search.
        let letters = letters(self.0);
        let may_be = CHAMBERS.iter().zip(CHAMBER_LETTERS);
        may_be
            .filter(|(_, of_chamber)| of_chamber & !letters == 0)
            .any(|(chamber, _)| self.0.contains(chamber))
    }

    /// "Special Adviser to the President on Information": no diplomat.
    fn is_adviser_at_home(&self) -> bool {
        self.has(&["advis", "assistant"])
            && self.has(&[
                "communication",
                "education",
                "energy",
                "health",
                "information",
                "legal",
                "media",
                "public affairs",
                "publicity",
            ])
    }

    /// "chairman of the People's Party"
    fn heads_a_party(&self) -> bool {
        const HEADS: &[&str] = &["chair", "head of", "president of", "chief of"];
        HEADS.iter().any(|h| self.0.starts_with(h)) && self.is(&["party"])
    }

    fn is_deputy(&self) -> bool {
        self.has(&["deputy", "vice", "assistant"])
    }

    fn is_diplomat(&self) -> bool {
        self.is(&["top diplomat", "chief diplomat", "foreign policy chief"])
    }
}

/// Whether the post is of a party or an armed or other movement, not a body of states.
pub(super) fn is_movement(context: &Context<'_>, post: &PostPhrase) -> bool {
    post.parties.iter().any(|p| match p {
        PartyRef::Organization(id) => context
            .lexicon
            .organizations
            .get(usize::from(*id))
            .is_some_and(|e| matches!(&*e.kind, "party" | "nonstate")),
        _ => false,
    })
}

/// "the Turkish leader" leads a state, "the Fatah leader" a movement; a bare "leader"
/// tells no office.
fn of_leader(
    title: &Title<'_>,
    kind: PostKind,
    country: Option<Country>,
    of_body: bool,
    movement: bool,
) -> PostKind {
    let plain = kind == PostKind::HeadOfState && !title.0.contains("supreme");
    if movement || title.has(&["opposition", "party", "rebel", "separatist"]) {
        PostKind::PartyLeader
    } else if of_body {
        PostKind::Other
    } else if country.is_some() {
        PostKind::HeadOfState
    } else if plain && title.is_bare_leader() {
        PostKind::Other
    } else {
        kind
    }
}

/// "head of the delegation to the talks" negotiates; "head of the UN mission" is the
/// ambassador there.
fn of_delegation(title: &Title<'_>) -> Option<PostKind> {
    const HEADS: &[&str] = &[
        "head of",
        "leader of",
        "chief of",
        "member of",
        "chairman of",
        "chairperson of",
        "chair of",
        "secretary of",
        "coordinator of",
    ];
    const TEAMS: &[&str] = &[
        "delegation",
        "negotiating team",
        "negotiation team",
        "negotiation committee",
        "peace panel",
        "peace commission",
        "peace team",
        "negotiating panel",
        "mediation",
        "mediating team",
        "mediators",
    ];
    let heads = HEADS.iter().any(|h| title.0.starts_with(h))
        || title.is(&[
            "delegation head",
            "delegation chief",
            "delegation leader",
            "chief delegate",
        ]);
    if !heads {
        return None;
    }
    let parliament = || title.is_of_chamber() || title.has(&["parliament", "congress"]);
    if title.has(TEAMS) {
        return Some(match parliament() {
            true => PostKind::Legislator,
            false => PostKind::Envoy,
        });
    }
    let mission = title.has(&["un mission", "diplomatic mission", "head of mission"]);
    (mission && !title.0.starts_with("member")).then_some(PostKind::Ambassador)
}

/// "deputy chairman of the Russian government", "chairman of the council of ministers"
fn of_government(title: &Title<'_>) -> Option<PostKind> {
    const GOVERNMENTS: &[&str] = &[
        "government",
        "council of minister",
        "cabinet of minister",
        "cabinet",
    ];
    let chairs = [
        "chairman of the ",
        "chairwoman of the ",
        "chairperson of the ",
    ];
    if !title.has(&chairs)
        || !title.is(GOVERNMENTS)
        || title.has(&["committee", "commission", "region", "people"])
    {
        return None;
    }
    Some(match title.is_deputy() {
        true => PostKind::DeputyHeadOfGovernment,
        false => PostKind::HeadOfGovernment,
    })
}

/// "head of the Peruvian Ministry of Foreign Affairs", "head of Peruvian diplomacy": its
/// minister, but not who heads a department of it.
fn of_ministry(title: &Title<'_>) -> Option<PostKind> {
    let of = ["head of ", "chief of "]
        .iter()
        .find_map(|h| title.0.strip_prefix(h))?;
    let field = Title(of.split_once("ministry of ").map_or(of, |(_, field)| field));
    let of = Title(of);
    let of_all = of.has(&["ministry of "]) || of.is(&["ministry", "mfa", "mofa"]);
    if of.is(&["diplomacy"]) {
        return Some(PostKind::ForeignMinister);
    }
    let department = of.has(&[
        "department",
        "bureau",
        "division",
        "office",
        "delegation",
        "section",
        "press",
        "agency",
        "directorate",
        "committee",
        "service",
        "ministry's ",
        "ministry’s ",
    ]);
    if !of_all || department {
        return None;
    }
    Some(if field.has(&["foreign", "external", "mfa", "mofa"]) {
        PostKind::ForeignMinister
    } else if field.has(&["defense", "defence"]) {
        PostKind::DefenseMinister
    } else {
        PostKind::Minister
    })
}

/// "chairman of the Senate", "deputy speaker of the State Duma"
fn of_chamber(kind: PostKind) -> PostKind {
    match kind {
        PostKind::HeadOfState
        | PostKind::DeputyHeadOfGovernment
        | PostKind::PartyLeader
        | PostKind::IoHead
        | PostKind::Other => PostKind::Legislator,
        kind => kind,
    }
}

/// The director general or secretary-general of no body of states but of a ministry.
fn of_department(title: &Title<'_>, country: Option<Country>, movement: bool) -> PostKind {
    let secretary = title.has(&["secretary"]);
    let department = title.has(&["ministry", "foreign", "affairs", "department"]);
    if movement && secretary {
        PostKind::PartyLeader
    } else if secretary && department {
        PostKind::DeputyMinister
    } else if country.is_some() || title.has(&["ministry", "department", "bureau", "division"]) {
        PostKind::Other
    } else {
        PostKind::IoHead
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
        PostKind::Other | PostKind::PartyLeader if movement => {
            let heads = HEADS.contains(&title.0) || kind == PostKind::PartyLeader;
            if heads { PostKind::PartyLeader } else { kind }
        }
        PostKind::Legislator if title.is(&["representative"]) => match movement {
            true => PostKind::Other,
            false => PostKind::IoOfficial,
        },
        PostKind::Other | PostKind::PartyLeader if title.is_deputy() => PostKind::IoOfficial,
        PostKind::Other | PostKind::PartyLeader if title.is(HEADS) => PostKind::IoHead,
        PostKind::Other => PostKind::IoOfficial,
        _ => kind,
    }
}

/// A president of the government is its head, as Spain's is; the Palestinian chairman heads
/// a state. A chancellor is a foreign minister where Spanish is spoken, a secretary of state for a
/// field a minister in Britain and below one elsewhere; a foreign secretary is a
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
    let president = kind == PostKind::HeadOfState && title.0.starts_with("president");
    let of_government = title.has(&[" government"]) || in_any(country, &["ESP"]);
    if president && of_government && !title.has(&["autonom", "regional"]) {
        return PostKind::HeadOfGovernment;
    }
    if title.0.starts_with("chief") && title.has(&["of the joint chiefs", "joint staff"]) {
        return PostKind::ChiefOfDefense;
    }
    if title.0 == "chairman" && in_any(country, &["PSE"]) {
        return PostKind::HeadOfState;
    }
    if title.is(&["chancellor"]) && country.is_some() && !in_any(country, &["DEU", "AUT"]) {
        return PostKind::ForeignMinister;
    }
    let of_field = title.0.starts_with("secretary of state for ") && !title.has(&["foreign"]);
    if of_field && kind == PostKind::ForeignMinister {
        return if in_any(country.or(home), &["GBR"]) {
            PostKind::Minister
        } else {
            PostKind::DeputyMinister
        };
    }
    let servants = ["IND", "PAK", "BGD", "NPL", "LKA", "MDV"];
    if title.is(&["secretary"]) && kind == PostKind::Minister && in_any(country, &servants) {
        return PostKind::DeputyMinister;
    }
    if title.0 == "foreign secretary" {
        return if in_any(country.or(home), &servants) {
            PostKind::DeputyMinister
        } else {
            PostKind::ForeignMinister
        };
    }
    kind
}
