//! Bytes looked at eight at a time.

pub(super) const ONES: u64 = u64::MAX / 0xff;

/// The bit that no byte of ASCII has.
pub(super) const HIGH: u64 = ONES * 0x80;

/// The first byte from `from` on that is less than `bound`, which is ASCII, or beyond ASCII.
#[inline]
pub(super) fn first_odd(text: &[u8], mut from: usize, bound: u8) -> Option<usize> {
    while let Some(eight) = text.get(from..).and_then(|rest| rest.first_chunk()) {
        let eight = u64::from_le_bytes(*eight);
        // The high bit stays where a byte is no less: none borrows from the next.
        let kept = (eight | HIGH) - ONES * u64::from(bound & 0x7f);
        let odd = (!kept | eight) & HIGH;
        if odd != 0 {
            return Some(from + odd.trailing_zeros() as usize / 8);
        }
        from += 8;
    }
    let odd = |byte: &u8| *byte < bound || !byte.is_ascii();
    let at = text.get(from..)?.iter().position(odd)?;
    Some(from + at)
}

#[cfg(test)]
mod tests {
    use super::first_odd;

    #[test]
    fn the_first_is_found_wherever_it_stands() {
        let text = "abcdefghijklmnop qrstuvwxyz\u{e9}".as_bytes();
        for from in 0..text.len() {
            let slow = (from..text.len()).find(|at| text[*at] < b'0' || !text[*at].is_ascii());
            assert_eq!(first_odd(text, from, b'0'), slow, "from {from}");
        }
        assert_eq!(first_odd(b"", 0, b'0'), None);
        assert_eq!(first_odd(b"abc", 5, b'0'), None);
    }
}
