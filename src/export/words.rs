//! Records in words, as people read them.

use super::cues::rows;
use crate::model::{
    Agreement, AgreementStatus, Article, InstrumentKind, Meeting, MeetingKind, MeetingStatus,
    Official, OfficialId, Organization, Party, Place, PostKind, Speaker, Statement, StatementAct,
    StatementForm, Tenure,
};
use std::collections::HashMap;
use std::sync::LazyLock;

pub(super) fn meeting_kind(kind: MeetingKind) -> &'static str {
    match kind {
        MeetingKind::Summit => "summit",
        MeetingKind::Ministerial => "ministerial meeting",
        MeetingKind::Talks => "talks",
        MeetingKind::Call => "call",
        MeetingKind::Visit => "visit",
        MeetingKind::Negotiation => "negotiation",
        MeetingKind::Conference => "conference",
        MeetingKind::Exercise => "military exercise",
        MeetingKind::Ceremony => "ceremony",
        MeetingKind::Other => "encounter",
    }
}

pub(super) fn meeting_status(status: MeetingStatus) -> &'static str {
    match status {
        MeetingStatus::Held => "held",
        MeetingStatus::Ongoing => "under way",
        MeetingStatus::Scheduled => "scheduled",
        MeetingStatus::Proposed => "proposed",
        MeetingStatus::Postponed => "postponed",
        MeetingStatus::Cancelled => "called off",
    }
}

pub(super) fn agreement_status(status: AgreementStatus) -> &'static str {
    match status {
        AgreementStatus::Reached => "reached",
        AgreementStatus::Signed => "signed",
        AgreementStatus::Planned => "planned",
        AgreementStatus::Proposed => "proposed",
        AgreementStatus::Broken => "broken",
    }
}

pub(super) fn instrument_kind(kind: InstrumentKind) -> &'static str {
    match kind {
        InstrumentKind::Treaty => "treaty",
        InstrumentKind::Memorandum => "memorandum",
        InstrumentKind::JointStatement => "joint statement",
        InstrumentKind::Framework => "framework",
        InstrumentKind::Ceasefire => "ceasefire",
        InstrumentKind::Contract => "contract",
        InstrumentKind::Roadmap => "roadmap",
        InstrumentKind::Other => "agreement",
    }
}

pub(super) fn act(act: StatementAct) -> &'static str {
    match act {
        StatementAct::Say => "says",
        StatementAct::Condemn => "condemns",
        StatementAct::Demand => "demands",
        StatementAct::Warn => "warns",
        StatementAct::Welcome => "welcomes",
        StatementAct::Support => "supports",
        StatementAct::Oppose => "opposes",
        StatementAct::Pledge => "pledges",
        StatementAct::Propose => "proposes",
        StatementAct::Concern => "is concerned",
        StatementAct::Confirm => "confirms",
    }
}

pub(super) fn form(form: StatementForm) -> &'static str {
    match form {
        StatementForm::Quote => "quoted",
        StatementForm::Reported => "reported",
        StatementForm::Joint => "joint",
    }
}

pub(super) fn tenure(tenure: Tenure) -> &'static str {
    match tenure {
        Tenure::Incumbent => "",
        Tenure::Former => "former",
        Tenure::Acting => "acting",
        Tenure::Designate => "designate",
    }
}

/// A post without a title, by its kind.
pub(super) fn post_kind(kind: PostKind) -> &'static str {
    match kind {
        PostKind::HeadOfState => "head of state",
        PostKind::HeadOfGovernment => "head of government",
        PostKind::ForeignMinister => "foreign minister",
        PostKind::DefenseMinister => "defense minister",
        PostKind::ChiefOfDefense => "chief of defense",
        PostKind::DeputyHeadOfGovernment => "deputy head of government",
        PostKind::Minister => "minister",
        PostKind::DeputyMinister => "deputy minister",
        PostKind::Military => "officer",
        PostKind::Ambassador => "ambassador",
        PostKind::Envoy => "envoy",
        PostKind::Spokesperson => "spokesperson",
        PostKind::Legislator => "legislator",
        PostKind::IoHead => "head of an organization",
        PostKind::IoOfficial => "official of an organization",
        PostKind::PartyLeader => "party leader",
        PostKind::Royal => "royal",
        PostKind::Other => "official",
    }
}

/// The post of an official: the title as written, else what kind of post it is.
pub(super) fn post(official: &Official) -> String {
    let title = official.post.title.as_deref();
    let title = title.unwrap_or(post_kind(official.post.kind));
    let tenure = tenure(official.tenure);
    [tenure, title].join(" ").trim().to_owned()
}

/// The name of a side.
pub(super) fn party(party: &Party) -> &str {
    match party {
        Party::Country(country) => country.name(),
        Party::Organization(body) => self::body(body),
    }
}

/// Names of the lexicon's organizations by their acronym.
static BODIES: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| {
    rows(include_str!("../lexicon/data/organizations.tsv"))
        .filter_map(|row| Some((row.first()?.split(';').next()?.trim(), *row.get(1)?)))
        .filter(|(code, _)| *code != "-")
        .collect()
});

/// The full name of a body. JSON holds the acronym alone, so the name that the
/// lexicon gives it comes first: read back, an article is worded as before.
pub(super) fn body(body: &Organization) -> &str {
    BODIES.get(body.key()).copied().unwrap_or(body.name())
}

/// The acronym of a body, if it is not all there is.
pub(super) fn acronym(body: &Organization) -> Option<&str> {
    let key = body.key();
    (key != self::body(body)).then_some(key)
}

/// For whom an official speaks.
pub(super) fn side(official: &Official) -> Option<&str> {
    let country = official.country.as_ref().map(|c| c.name());
    country.or(official.organization.as_ref().map(body))
}

pub(super) fn parties(parties: &[Party]) -> String {
    parties.iter().map(party).collect::<Vec<_>>().join(", ")
}

pub(super) fn people(article: &Article, people: &[OfficialId]) -> String {
    let names = people.iter().filter_map(|id| article.official(*id));
    names
        .map(|o| o.name.as_str())
        .collect::<Vec<_>>()
        .join(", ")
}

pub(super) fn speakers(article: &Article, statement: &Statement) -> String {
    let names = statement.speakers.iter().filter_map(|s| match s {
        Speaker::Official(id) => article.official(*id).map(|o| o.name.as_str()),
        Speaker::Party(side) => Some(party(side)),
        Speaker::Source(words) => Some(words.as_str()),
    });
    names.collect::<Vec<_>>().join(", ")
}

/// "Necessidades Palace, Lisbon, Portugal".
pub(super) fn place(place: &Place) -> String {
    let country = place.country.as_ref().map(|c| c.name());
    let parts = [place.venue.as_deref(), place.city.as_deref(), country];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// A short title of a meeting: its name, else kind and sides.
pub(super) fn meeting(meeting: &Meeting) -> String {
    let kind = meeting_kind(meeting.kind);
    match (&meeting.name, meeting.parties.as_slice()) {
        (Some(name), _) => name.clone(),
        (None, []) => kind.to_owned(),
        (None, [visitor, host]) if meeting.kind == MeetingKind::Visit => {
            format!("visit: {} to {}", party(visitor), party(host))
        }
        (None, sides) => format!("{kind}: {}", parties(sides)),
    }
}

/// A short title of an agreement: its instrument, else what is agreed.
pub(super) fn agreement(agreement: &Agreement) -> &str {
    let instrument = agreement.instrument.as_ref().map(|i| i.name.as_str());
    instrument.unwrap_or(&agreement.text)
}
