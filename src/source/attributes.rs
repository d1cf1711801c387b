//! A bound on the attributes of one tag: the tokenizer goes one call deeper with
//! each, so that a tag without end could use up the stack.

/// No page gives a tag more attributes; what follows such a tag is not read.
const MOST: usize = 200;

/// The markup up to the first tag with more attributes than [`MOST`].
pub(super) fn readable(text: &str) -> &str {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(open) = bytes
        .get(at..)
        .and_then(|rest| rest.iter().position(|b| *b == b'<'))
    {
        let start = at + open;
        match tag_end(bytes, start + 1) {
            Some(end) => at = end,
            None => return text.get(..start).unwrap_or(text),
        }
    }
    text
}

/// One past the tag that starts at `at`, behind its `<`; `None` if it has too
/// many attributes.
fn tag_end(bytes: &[u8], at: usize) -> Option<usize> {
    let named = |b: &u8| b.is_ascii_alphabetic() || *b == b'/';
    if !bytes.get(at).is_some_and(named) {
        return Some(at);
    }
    let mut attributes = 0;
    let mut n = at;
    while let Some(byte) = bytes.get(n) {
        match byte {
            b'>' => return Some(n + 1),
            b'=' => n = value_end(bytes, n + 1),
            b'/' => attributes += 1,
            b if b.is_ascii_whitespace() => {
                let more = bytes.get(n + 1).is_some_and(|b| !b.is_ascii_whitespace());
                attributes += usize::from(more);
            }
            _ => {}
        }
        if attributes > MOST {
            return None;
        }
        n += 1;
    }
    Some(n)
}

/// The last byte of a quoted value behind `=`; else the byte before `at`.
fn value_end(bytes: &[u8], at: usize) -> usize {
    let space = bytes
        .iter()
        .skip(at)
        .take_while(|b| b.is_ascii_whitespace())
        .count();
    let quote = match bytes.get(at + space) {
        Some(q @ (b'"' | b'\'')) => *q,
        _ => return at.saturating_sub(1),
    };
    let from = at + space + 1;
    match bytes
        .get(from..)
        .and_then(|r| r.iter().position(|b| *b == quote))
    {
        Some(length) => from + length,
        None => bytes.len(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_without_end_stops_the_page() {
        let fine = "<p class=\"a b\">x</p> 3 < 4";
        assert_eq!(readable(fine), fine);
        let long = format!("<p>x</p><p {}>", "a=\"b\" ".repeat(MOST + 5));
        assert_eq!(readable(&long), "<p>x</p>");
        let data = format!("<p data-x=\"{}\">x", "a ".repeat(5000));
        assert_eq!(readable(&data), data);
    }
}
