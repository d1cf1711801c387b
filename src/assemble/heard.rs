//! What later records ask of a mention, when the meetings are made and the mention,
//! with its names, titles and nouns, is gone.

use crate::grammar::{Bytes, Head, Mention, MentionKind, PartyForm};
use crate::lexicon::WordValue;

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
}

impl Heard {
    pub(super) fn of(mention: &Mention) -> Self {
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
