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
    let bytes = text.as_bytes();
    let is_space = |at: Option<usize>| at.and_then(|at| bytes.get(at)) == Some(&b' ');
    let marks = bytes.iter().enumerate().filter(|(_, b)| !is_plain(**b));
    let mut others = marks.filter(|&(at, &byte)| match byte {
        // At the start, or behind another.
        b' ' => at == 0 || is_space(at.checked_sub(1)),
        0..b' ' => true,
        _ => text
            .get(at..)
            .is_some_and(|t| t.starts_with(char::is_whitespace)),
    });
    others.next().is_none() && !is_space(bytes.len().checked_sub(1))
}

/// Whether a byte is of no space: those beyond ASCII begin with few bytes, and so does much
/// else.
fn is_plain(byte: u8) -> bool {
    const PLAIN: [bool; 256] = {
        let mut table = [false; 256];
        let mut byte = b'!' as usize;
        while byte < table.len() {
            table[byte] = !matches!(byte, 0xc2 | 0xe1..=0xe3);
            byte += 1;
        }
        table
    };
    PLAIN[usize::from(byte)]
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
