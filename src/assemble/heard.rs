//! What records ask of a mention, when it is known for whom it stands and the mention, with
//! its names, titles and nouns, is gone.

use crate::grammar::{Bytes, Head, Mention, MentionKind, PartyForm, Series};
use crate::lexicon::{GroupOf, WordValue};
use crate::model::PostKind;

pub(super) struct Heard {
    pub(super) span: Bytes,
    /// It stands in a quotation.
    pub(super) inside: bool,
    /// "I", "we"
    pub(super) first_person: bool,
    /// It tells sides by itself; "the pact", "arrangements" would only point back.
    pub(super) names_side: bool,
    /// Its sentence is told of it.
    pub(super) subject: bool,
    /// "Kenya", not "Nairobi" or "the Kenyan envoy"
    pub(super) state: bool,
    /// "the two sides", of which none is named
    pub(super) bare_group: bool,
    pub(super) form: Form,
}

/// As what it is written; `owned`: with somebody whose it is.
#[derive(Debug, Clone, Copy)]
pub(super) enum Form {
    /// A state, a body or a place by its name.
    Name,
    /// A title without a name.
    Post {
        kind: PostKind,
        plural: bool,
        counterpart: bool,
        owned: bool,
    },
    /// A noun; the post that a group of people is of: "the two leaders".
    Noun {
        people: Option<PostKind>,
        plural: bool,
        owned: bool,
    },
    Other,
}

impl Heard {
    /// What is asked of the mentions, which go one by one.
    pub(super) fn all(mentions: Series<Mention>) -> Series<Heard> {
        mentions.into_iter().map(Heard::of).collect()
    }

    fn of(mention: Mention) -> Self {
        use WordValue::{I, We};
        let kind = &mention.kind;
        Heard {
            span: mention.span,
            inside: mention.inside,
            first_person: matches!(kind, MentionKind::Pronoun(I | We)),
            names_side: names_side(kind),
            subject: mention.subject,
            state: matches!(kind, MentionKind::Parties(_, PartyForm::Name)),
            bare_group: is_bare_group(kind),
            form: Form::of(kind),
        }
    }
}

impl Form {
    fn of(kind: &MentionKind) -> Self {
        match kind {
            MentionKind::Parties(..) | MentionKind::Place(_) => Form::Name,
            MentionKind::Post(post) => Form::Post {
                kind: post.kind,
                plural: post.plural,
                counterpart: post.counterpart,
                owned: !post.parties.is_empty(),
            },
            MentionKind::Noun(noun) => Form::Noun {
                people: match noun.head {
                    Head::Group(GroupOf::People(kind)) => kind,
                    _ => None,
                },
                plural: noun.plural,
                owned: !(noun.parties.is_empty() && noun.people.is_empty()),
            },
            _ => Form::Other,
        }
    }
}

fn names_side(kind: &MentionKind) -> bool {
    match kind {
        MentionKind::Noun(n) => {
            let owned = n.pronoun.is_some() || n.owner_name.is_some() || n.owner_post.is_some();
            matches!(n.head, Head::Group(_) | Head::Organ(_))
                || owned
                || !(n.parties.is_empty() && n.people.is_empty())
        }
        _ => true,
    }
}

fn is_bare_group(kind: &MentionKind) -> bool {
    match kind {
        MentionKind::Noun(n) => matches!(n.head, Head::Group(_)) && n.parties.is_empty(),
        _ => false,
    }
}
