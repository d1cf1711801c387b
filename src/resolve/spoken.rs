//! Which countries an article speaks of, and how much so near a place in it: whose
//! official somebody is whose country is not written is most often told by the
//! sentences around the name.

use super::{Context, near};
use crate::grammar::{Facts, MentionKind, PartyForm};
use crate::model::Country;
use std::cmp::Ordering;

/// How many countries named before a place are weighed, and how many behind it.
const REACH: (usize, usize) = (24, 8);

/// What each further country weighs of the one nearer by.
const DECAY: f32 = 0.85;

/// What the first country behind a place weighs; the first before it weighs one.
const BEHIND: f32 = 0.3;

/// What the country named last weighs more if it stands in the same sentence.
const SAME_SENTENCE: f32 = 0.5;

/// What it weighs that the page itself says where home is.
const HOME: f32 = 3.0;

/// The countries that an article names, in the order of its mentions.
pub(super) struct Spoken {
    named: Vec<Named>,
    /// The share of each country in all that is spoken, home with its bonus.
    shares: Vec<(Country, f32)>,
}

/// A mention that names a country.
struct Named {
    mention: u32,
    sentence: u32,
    country: Country,
    weight: f32,
}

impl Spoken {
    pub(super) fn of(context: &Context<'_>, facts: &Facts) -> Self {
        let mentions = facts.mentions.iter().enumerate();
        let named: Vec<_> = mentions
            .filter_map(|(mention, m)| {
                Some(Named {
                    mention: u32::try_from(mention).unwrap_or(u32::MAX),
                    sentence: m.sentence,
                    country: near::country_of(context, m)?,
                    weight: weight(&m.kind),
                })
            })
            .collect();
        let all: f32 = named.iter().map(|n| n.weight).sum();
        let mut shares = Vec::new();
        for n in &named {
            add(&mut shares, n.country, n.weight / all);
        }
        if let Some(home) = context.told {
            add(&mut shares, home, HOME);
        }
        Spoken { named, shares }
    }

    /// The countries from the likeliest down, as seen from a mention in a sentence.
    pub(super) fn around(&self, mention: usize, sentence: u32) -> Vec<Country> {
        let mut scores = self.shares.clone();
        let place = |n: &Named| (n.mention as usize).cmp(&mention);
        let here = self.named.partition_point(|n| place(n).is_lt());
        let (before, behind) = self.named.split_at(here);
        let behind = behind.iter().filter(|n| place(n).is_gt());
        if let Some(last) = before.last().filter(|n| n.sentence == sentence) {
            add(&mut scores, last.country, SAME_SENTENCE * last.weight);
        }
        weigh(&mut scores, before.iter().rev().take(REACH.0), 1.0);
        weigh(&mut scores, behind.take(REACH.1), BEHIND);
        scores.sort_by(|(_, a), (_, b)| b.partial_cmp(a).unwrap_or(Ordering::Equal));
        scores.into_iter().map(|(country, _)| country).collect()
    }
}

/// Adds what the countries of a row of mentions weigh, the nearest first.
fn weigh<'a>(
    scores: &mut Vec<(Country, f32)>,
    row: impl Iterator<Item = &'a Named>,
    mut nearness: f32,
) {
    for n in row {
        add(scores, n.country, nearness * n.weight);
        nearness *= DECAY;
    }
}

fn add(scores: &mut Vec<(Country, f32)>, country: Country, weight: f32) {
    match scores.iter_mut().find(|(c, _)| *c == country) {
        Some((_, score)) => *score += weight,
        None => scores.push((country, weight)),
    }
}

/// A place or a capital tells less of whose people are spoken of than a state does, and
/// so do titles of several states; somebody of a state tells more, the seat of its
/// government most.
fn weight(kind: &MentionKind) -> f32 {
    match kind {
        MentionKind::Place(_) | MentionKind::Parties(_, PartyForm::Capital) => 0.5,
        MentionKind::Post(post) if post.parties.len() > 1 => 0.5,
        MentionKind::People(_) => 1.5,
        MentionKind::Parties(_, PartyForm::Seat) => 2.0,
        _ => 1.0,
    }
}
