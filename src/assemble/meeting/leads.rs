//! Who leads a side, told in a sentence of its own: "The Peruvian delegation was headed by
//! Minister Mori" tells who took part in the talks told last.

use super::draft::Draft;
use crate::assemble::{Material, add};
use crate::model::{MeetingKind, MeetingStatus};

/// How many paragraphs away the encounter may be told.
const REACH: u32 = 4;

/// And that of those who were beside somebody.
const NEAR: u32 = 2;

/// Adds those who lead a side, or sit on it, to the encounter of that side told nearest
/// before, or else nearest behind; those who were "present" to the one told before.
pub(super) fn join(material: &Material<'_>, kept: &mut [Box<Draft>]) {
    for lead in material.leads {
        let people = material.persons(&lead.people);
        let there = lead.people.contains(&lead.side);
        let beside = material.persons(&[lead.side]);
        let mut sides = match there {
            true => material.parties(&lead.people),
            false => material.parties(&[lead.side]),
        };
        if sides.is_empty() {
            sides = material.parties(&lead.people);
        }
        let of_side = |p: &usize| {
            let own = material.party_of(*p);
            own.is_none_or(|own| sides.contains(&own))
        };
        let one = sides.len() == 1 || there && sides.len() == 2;
        // Whoever is of a delegation is of its side.
        let fit = beside.is_empty() || people.iter().all(of_side);
        if people.is_empty() || !one || !fit {
            continue;
        }
        let fits = |d: &Draft| {
            let near = d.paragraph.abs_diff(lead.site.paragraph);
            // "Mori was accompanied by": where she was herself.
            let own = there || beside.iter().all(|p| d.people.contains(p));
            let reach = if beside.is_empty() { REACH } else { NEAR };
            let over = matches!(d.status, MeetingStatus::Held | MeetingStatus::Ongoing);
            d.kind != MeetingKind::Visit
                && (over || !lead.past)
                && d.parties.len() >= 2
                && sides.iter().all(|s| d.parties.contains(s))
                && own
                && near <= reach
        };
        if let Some(draft) = nearest(kept, lead.site.at, fits) {
            people.iter().for_each(|p| add(&mut draft.people, *p));
        }
    }
}

fn nearest(kept: &mut [Box<Draft>], at: u32, fits: impl Fn(&Draft) -> bool) -> Option<&mut Draft> {
    let before = kept.iter().rposition(|d| d.order <= at && fits(d));
    let found = before.or_else(|| kept.iter().position(|d| fits(d)))?;
    kept.get_mut(found).map(|d| &mut **d)
}
