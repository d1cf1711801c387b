//! UTF-8 that was read as Windows-1252: "Ã©" is an "é", "â€™" an apostrophe, "Â " a space.

use super::entities::WINDOWS;

/// The character that `text` begins with two or three others for, and their length in bytes.
pub(super) fn read(text: &str) -> Option<(char, usize)> {
    let mut characters = text.char_indices();
    let (_, first) = characters.next()?;
    let more = match first {
        'Â' | 'Ã' => 1,
        'â' => 2,
        _ => return None,
    };
    let mut bytes = [byte_of(first)?, 0, 0];
    let mut end = first.len_utf8();
    for slot in bytes.iter_mut().skip(1).take(more) {
        let (at, next) = characters.next()?;
        if first == 'Â' && next == ' ' {
            // The hard space was made a plain one since.
            return Some((' ', end));
        }
        *slot = byte_of(next).filter(|b| (0x80..0xc0).contains(b))?;
        end = at + next.len_utf8();
    }
    let meant = std::str::from_utf8(bytes.get(..=more)?).ok()?;
    Some((meant.chars().next()?, end))
}

/// The byte that stands for a character in Windows-1252.
fn byte_of(character: char) -> Option<u8> {
    match u8::try_from(u32::from(character)) {
        Ok(byte) => Some(byte),
        Err(_) => {
            let at = WINDOWS.iter().position(|w| *w == character)?;
            u8::try_from(at).ok()?.checked_add(0x80)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_meant() {
        for (written, meant) in [
            ("Ã©t", Some(('é', 4))),
            ("â€™s", Some(('’', 8))),
            ("â€œWe", Some(('“', 7))),
            ("Â Mori", Some((' ', 2))),
            ("Â\u{a0}Mori", Some(('\u{a0}', 4))),
            ("Ângela", None),
            ("âme", None),
            ("São", None),
            ("â", None),
            ("Ã", None),
        ] {
            assert_eq!(read(written), meant, "{written:?}");
        }
    }
}
