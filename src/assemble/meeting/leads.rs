//! Who leads a side, told in a sentence of its own: "The Peruvian delegation was headed by
//! Minister Mori" tells who took part in the talks told last.

use super::draft::Draft;
use crate::assemble::{Material, add};
use crate::model::{MeetingKind, Party};

/// How many paragraphs away the encounter may be told.
const REACH: u32 = 4;

/// Adds those who lead a side to the encounter of that side told nearest before, or else
/// nearest behind.
pub(super) fn join(material: &Material<'_>, kept: &mut [Box<Draft>]) {
    for lead in material.leads {
        let people = material.persons(&lead.people);
        let mut sides = material.parties(&[lead.side]);
        if sides.is_empty() {
            sides = material.parties(&lead.people);
        }
        let [side] = sides.as_slice() else { continue };
        let of_side = people.iter().all(|p| {
            let own = material.party_of(*p);
            own.is_none_or(|own| own == *side)
        });
        if people.is_empty() || !of_side {
            continue;
        }
        if let Some(draft) = nearest(kept, side, lead.site.paragraph, lead.site.at) {
            people.iter().for_each(|p| add(&mut draft.people, *p));
        }
    }
}

fn nearest<'d>(
    kept: &'d mut [Box<Draft>],
    side: &Party,
    paragraph: u32,
    at: u32,
) -> Option<&'d mut Draft> {
    let fits = |d: &Draft| {
        d.kind != MeetingKind::Visit
            && d.parties.len() >= 2
            && d.parties.contains(side)
            && d.paragraph.abs_diff(paragraph) <= REACH
    };
    let before = kept.iter().rposition(|d| d.order <= at && fits(d));
    let found = before.or_else(|| kept.iter().position(|d| fits(d)))?;
    kept.get_mut(found).map(|d| &mut **d)
}
