//! Which expected record goes with which found one.

/// Pairs as many left items with right items as `fits` allows, each used once.
/// Returns the partner of each left item.
pub fn pair(
    lefts: usize,
    rights: usize,
    fits: impl Fn(usize, usize) -> bool,
) -> Vec<Option<usize>> {
    let mut owner = vec![None; rights];
    for left in 0..lefts {
        let mut seen = vec![false; rights];
        place(left, &fits, &mut owner, &mut seen);
    }
    let mut partner = vec![None; lefts];
    for (right, left) in owner.into_iter().enumerate() {
        if let Some(left) = left {
            partner[left] = Some(right);
        }
    }
    partner
}

/// Finds a partner for `left`, moving others aside where that helps (Kuhn).
fn place(
    left: usize,
    fits: &impl Fn(usize, usize) -> bool,
    owner: &mut [Option<usize>],
    seen: &mut [bool],
) -> bool {
    for right in 0..owner.len() {
        if seen[right] || !fits(left, right) {
            continue;
        }
        seen[right] = true;
        let free = match owner[right] {
            None => true,
            Some(other) => place(other, fits, owner, seen),
        };
        if free {
            owner[right] = Some(left);
            return true;
        }
    }
    false
}
