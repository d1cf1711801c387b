//! Words in one line.

use std::borrow::Cow;

/// Words with single spaces, so that wrapped lines read as one; most texts have no others.
pub(crate) fn squeeze(text: &str) -> Cow<'_, str> {
    if is_squeezed(text) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    Cow::Owned(out)
}

fn is_squeezed(text: &str) -> bool {
    let mut before = b' ';
    for (at, &byte) in text.as_bytes().iter().enumerate() {
        let other = match byte {
            b' ' => before == b' ',
            0..b' ' => true,
            // The first bytes of the spaces beyond ASCII, and of much else.
            0xc2 | 0xe1..=0xe3 => text
                .get(at..)
                .is_some_and(|t| t.starts_with(char::is_whitespace)),
            _ => false,
        };
        if other {
            return false;
        }
        before = byte;
    }
    before != b' ' || text.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_line_with_single_spaces() {
        for (written, squeezed) in [
            ("", ""),
            ("in Lima “today”", "in Lima “today”"),
            ("in\nLima", "in Lima"),
            ("  in  Lima ", "in Lima"),
            ("in\u{a0}Lima", "in Lima"),
            ("in\u{2003}Lima", "in Lima"),
            ("in\u{3000}Lima", "in Lima"),
        ] {
            assert_eq!(squeeze(written), squeezed, "{written:?}");
        }
        assert!(matches!(squeeze("« à Lima »"), Cow::Borrowed(_)));
    }
}
