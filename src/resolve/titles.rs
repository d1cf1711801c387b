//! What a title alone tells: the side that it names, and which states can have such a
//! title at all.

use super::home::first_phrase;
use super::office::letters;
use super::people::HeldPost;
use super::{Context, parties};
use crate::grammar::PartyRef;
use crate::lexicon::Sense;
use crate::model::{Country, Organization, Party, PostKind};

/// The side that a title itself tells: "CIA director", "European Council president".
pub(super) fn of_titles(context: &Context<'_>, posts: &[HeldPost<'_>]) -> Option<Party> {
    posts
        .iter()
        .find_map(|p| of_title(context, p.title, p.kind))
}

/// The side that one title tells: "NATO spokesman", "the Kremlin spokesman".
pub(super) fn of_title(context: &Context<'_>, title: &str, kind: PostKind) -> Option<Party> {
    let accredited = matches!(kind, PostKind::Ambassador | PostKind::Envoy);
    let mut title = title.to_ascii_lowercase();
    if accredited && let Some(sent_to) = title.find(" to ") {
        // "U.N. special envoy to Peru": of whom he is sent by, not to.
        title.truncate(sent_to);
    }
    // "the National Security Council" is a state's own, and one with a secretary.
    let council = "national security council";
    if title.contains(council) && !title.contains("supreme") {
        title = title.replace(council, "");
    }
    let secretary = "secretary of the security council";
    if title.contains(secretary) {
        title = title.replace(secretary, "");
    }
    // "the presidents of the South American bloc": of no Korea.
    for region in [
        "the south american",
        "the south asian",
        "the north african",
        "the south pacific",
    ] {
        if title.contains(region) {
            title = title.replace(region, "");
        }
    }
    let io = matches!(kind, PostKind::IoHead | PostKind::IoOfficial);
    let minister = kind <= PostKind::Minister;
    let named = first_phrase(context.lexicon, &title, |s| match *s {
        Sense::Organization(id) => parties::party(context, PartyRef::Organization(id)),
        Sense::Metonym(c) | Sense::Country(c) if !io => Some(Party::Country(c)),
        _ => None,
    });
    // "the UN ambassador" is sent to it, "the UN envoy" by it.
    let sent_to = kind == PostKind::Ambassador;
    named
        .filter(|party| !(sent_to || minister) || matches!(party, Party::Country(_)))
        .or_else(|| of_one_state(&title).map(Party::Country))
        .or_else(|| io.then(|| body_of(context, &title)).flatten())
        .or_else(|| of_secretary_general(&title))
}

/// "White House spokesman", "Chief Cabinet Secretary": of the one state that has such a
/// title.
fn of_one_state(title: &str) -> Option<Country> {
    let [state] = only_states(title)? else {
        return None;
    };
    state.parse().ok()
}

/// "deputy spokesman for the Secretary-General": of the one who is called so without more.
fn of_secretary_general(title: &str) -> Option<Party> {
    let serves = [
        "for the secretary",
        "of the secretary",
        "secretary-general's",
    ]
    .iter()
    .any(|w| title.contains(w))
        && title.contains("general");
    serves.then(|| Party::Organization(Organization::new(Some("UN"), "United Nations")))
}

/// The body whose officials bear a title that does not name it.
fn body_of(context: &Context<'_>, title: &str) -> Option<Party> {
    let has = |words: &[&str]| words.iter().any(|w| title.contains(w));
    let union = Organization::new(Some("EU"), "European Union");
    if title.starts_with("european ") {
        return Some(Party::Organization(union));
    }
    let (code, name) = if has(&[
        "foreign policy chief",
        "high representative",
        "commission president",
        "president of the commission",
        "council president",
        "commission vice",
        "commissioner for enlargement",
        "commissioner for trade",
    ]) {
        ("EU", "European Union")
    } else if has(&[
        "secretary-general",
        "secretary general",
        "special envoy",
        "special representative",
        "general assembly",
        "security council",
        "human rights",
        "refugees",
        "humanitarian",
        "relief coordinator",
        "aid chief",
    ]) {
        ("UN", "United Nations")
    } else {
        return None;
    };
    context
        .named_bodies
        .contains(&code)
        .then(|| Party::Organization(Organization::new(Some(code), name)))
}

/// States whose head is no president.
const NO_PRESIDENT: &[&str] = &[
    "AND", "ARE", "ATG", "AUS", "BEL", "BHR", "BHS", "BLZ", "BRN", "BTN", "CAN", "DNK", "ESP",
    "GBR", "GRD", "JAM", "JOR", "JPN", "KHM", "KNA", "KWT", "LCA", "LIE", "LSO", "LUX", "MAR",
    "MCO", "MYS", "NLD", "NOR", "NZL", "OMN", "PNG", "QAT", "SAU", "SLB", "SWE", "SWZ", "THA",
    "TON", "TUV", "VAT", "VCT",
];

/// States whose government has no prime minister at its head.
const NO_PREMIER: &[&str] = &[
    "AGO", "ARG", "BEN", "BOL", "BRA", "CHE", "CHL", "COL", "COM", "CRI", "CYP", "DOM", "ECU",
    "FSM", "GHA", "GMB", "GTM", "HND", "IDN", "KEN", "LBR", "MDV", "MEX", "MHL", "MWI", "NGA",
    "NIC", "PAN", "PHL", "PLW", "PRY", "SLE", "SLV", "SYC", "USA", "URY", "VEN", "ZMB",
];

/// A title, in lower case, that only some states have.
struct Only {
    words: &'static str,
    letters: u32,
    states: &'static [&'static str],
}

const fn only(words: &'static str, states: &'static [&'static str]) -> Only {
    Only {
        words,
        letters: letters(words),
        states,
    }
}

/// Titles that a reader knows by: what only these states call somebody.
const ONLY: &[Only] = &[
    only("white house", &["USA"]),
    only("pentagon", &["USA"]),
    only("state department", &["USA"]),
    only("oval office", &["USA"]),
    only("secretary of state", &["USA"]),
    only("secretary of defense", SECRETARIATS),
    only("secretary of national defense", SECRETARIATS),
    only("secretary of the navy", SECRETARIATS),
    only("secretary of the interior", SECRETARIATS),
    only("secretary of the treasury", &["USA"]),
    only("treasury secretary", &["USA"]),
    only("secretary of commerce", &["USA"]),
    only("director of national intelligence", &["USA"]),
    only("attorney general of the united states", &["USA"]),
    only("chancellor of the exchequer", &["GBR"]),
    only("downing street", &["GBR"]),
    only("taoiseach", &["IRL"]),
    only("tanaiste", &["IRL"]),
    only("chief cabinet secretary", &["JPN"]),
    only(
        "cabinet secretary",
        &["ISR", "KEN", "GBR", "AUS", "IND", "USA", "PHL", "JPN"],
    ),
    only("state councilor", &["CHN"]),
    only("state councillor", &["CHN"]),
    only("pope", &["VAT"]),
    only("external affairs minister", &["IND", "LKA"]),
    only("politburo", &["CHN", "VNM", "LAO", "PRK", "CUB", "SUN"]),
    only("supreme leader", &["IRN", "PRK", "AFG"]),
    only("joint chiefs", &["USA", "KOR", "JOR", "PAK"]),
    only("chief minister", &["IND", "PAK", "MYS", "NPL", "GIB"]),
    only(
        "foreign secretary",
        &[
            "GBR", "PHL", "MEX", "IND", "PAK", "BGD", "NPL", "LKA", "MDV",
        ],
    ),
    only("congressman", CONGRESSES),
    only("congresswoman", CONGRESSES),
    only(
        "majority leader",
        &["USA", "PHL", "NGA", "KEN", "GHA", "LBR"],
    ),
    only(
        "minority leader",
        &["USA", "PHL", "NGA", "KEN", "GHA", "LBR"],
    ),
    only("senator", SENATES),
    only("governor general", REALMS),
    only("governor-general", REALMS),
    only(
        "emperor",
        &["JPN", "ETH", "IRN", "CHN", "DEU", "AUT", "CAF", "VNM"],
    ),
];

/// States whose departments have secretaries "of" them.
const SECRETARIATS: &[&str] = &["USA", "MEX", "PHL", "HND"];

/// States whose congress has congressmen.
const CONGRESSES: &[&str] = &[
    "USA", "PHL", "PER", "GTM", "HND", "COL", "MEX", "BRA", "CHL", "CRI", "ARG", "VEN", "ECU",
];

/// States that have a senate.
const SENATES: &[&str] = &[
    "AFG", "AGO", "ARG", "ATG", "AUS", "BDI", "BEL", "BHS", "BLZ", "BOL", "BRA", "BRB", "CAN",
    "CHL", "CIV", "CMR", "COD", "COG", "COL", "CZE", "DOM", "DZA", "EGY", "ESP", "ETH", "FRA",
    "GAB", "GNQ", "GRD", "HTI", "IRL", "ITA", "JAM", "JOR", "KAZ", "KEN", "KHM", "LBR", "LCA",
    "LSO", "MDG", "MEX", "MMR", "MRT", "MYS", "NAM", "NGA", "NLD", "PAK", "PER", "PHL", "POL",
    "PRI", "PRY", "ROU", "RUS", "RWA", "SEN", "SVN", "SWZ", "TCD", "TGO", "THA", "TTO", "URY",
    "USA", "UZB", "VEN", "ZAF", "ZWE",
];

/// The states whose king or queen is that of Britain.
const REALMS: &[&str] = &[
    "AUS", "CAN", "NZL", "PNG", "SLB", "JAM", "BHS", "BLZ", "BRB", "ATG", "GRD", "KNA", "LCA",
    "VCT", "TUV",
];

/// States whose ministers are called secretaries.
const SECRETARIES: &[&str] = &[
    "USA", "GBR", "PHL", "MEX", "HND", "KEN", "HKG", "IND", "PAK", "BGD", "LKA", "NPL", "MDV",
    "VAT",
];

/// States without ministers, or whose parliament has no members of parliament.
const CONGRESSIONAL: &[&str] = &["USA", "PHL", "MEX", "PRK"];

/// States where no one is called a national security adviser.
const NO_ADVISER: &[&str] = &["PRK", "CHN", "IRN", "RUS", "CUB", "VNM", "SYR", "BLR"];

/// The only states that have a title. A secretary of state for something is a minister, or
/// below one, elsewhere.
fn only_states(title: &str) -> Option<&'static [&'static str]> {
    let of_field = title.starts_with("secretary of state for ");
    let lacks = !letters(title);
    let mut rows = ONLY
        .iter()
        .filter(|row| !of_field && row.letters & lacks == 0);
    rows.find(|row| has_words(title, row.words))
        .map(|row| row.states)
}

/// Whether a state calls anybody so.
fn is_usual(title: &str, kind: PostKind, code: &str) -> bool {
    if let Some(states) = only_states(title) {
        return states.contains(&code);
    }
    if has_words(title, "ministry") && code == "USA" {
        return false;
    }
    let minister = kind <= PostKind::Minister || kind == PostKind::DeputyMinister;
    let ends = |word: &str| title == word || title.ends_with(word) && has_words(title, word);
    if kind <= PostKind::Minister && ends("secretary") {
        return SECRETARIES.contains(&code);
    }
    if minister && (ends("minister") || has_words(title, "minister of")) {
        return code != "USA";
    }
    if ends("mp") || has_words(title, "member of parliament") || ends("parliament speaker") {
        return !CONGRESSIONAL.contains(&code);
    }
    if has_words(title, "national security adviser")
        || has_words(title, "national security advisor")
    {
        return !NO_ADVISER.contains(&code);
    }
    if has_words(title, "presidential") {
        return !NO_PRESIDENT.contains(&code);
    }
    true
}

/// Whether a text in lower case has these words whole.
fn has_words(text: &str, words: &str) -> bool {
    let letter = |c: char| c.is_alphanumeric();
    // Titles are short: a searcher would cost more than the search.
    let first = words.as_bytes().first();
    let mut starts = text.bytes().enumerate().filter(|(_, b)| Some(b) == first);
    starts.any(|(at, _)| {
        let (before, rest) = text.split_at_checked(at).unwrap_or_default();
        let behind = rest.strip_prefix(words);
        behind.is_some_and(|t| !t.starts_with(letter)) && !before.ends_with(letter)
    })
}

/// Whether a country can have an official of these titles.
pub(super) fn is_possible(posts: &[HeldPost<'_>], country: Country) -> bool {
    posts.iter().all(|p| {
        let title = p.title.to_ascii_lowercase();
        let code = country.alpha3();
        let has = |words: &[&str]| words.iter().any(|w| has_words(&title, w));
        if !is_usual(&title, p.kind, code) {
            return false;
        }
        // An "ambassador to Cuba" is not Cuba's.
        let sent_to = title
            .rsplit_once(" to ")
            .map(|(_, to)| to.trim_start_matches("the "));
        if p.kind == PostKind::Ambassador
            && sent_to.is_some_and(|to| to.eq_ignore_ascii_case(country.name()))
        {
            return false;
        }
        match p.kind {
            PostKind::HeadOfState | PostKind::DeputyHeadOfGovernment
                if title.ends_with("president") =>
            {
                !NO_PRESIDENT.contains(&code)
            }
            PostKind::Royal => NO_PRESIDENT.contains(&code),
            PostKind::HeadOfState
                if has(&["king", "queen", "emir", "sultan", "emperor", "crown prince"]) =>
            {
                NO_PRESIDENT.contains(&code)
            }
            PostKind::HeadOfGovernment if has(&["chancellor"]) => {
                matches!(code, "DEU" | "AUT")
            }
            PostKind::HeadOfGovernment => !NO_PREMIER.contains(&code),
            PostKind::DeputyHeadOfGovernment if has(&["prime minister", "premier"]) => {
                !NO_PREMIER.contains(&code)
            }
            _ => true,
        }
    })
}
