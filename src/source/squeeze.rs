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
    let mut spaced = true;
    for c in text.chars() {
        let space = c.is_whitespace();
        if space && (spaced || c != ' ') {
            return false;
        }
        spaced = space;
    }
    !spaced || text.is_empty()
}
