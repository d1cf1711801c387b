//! Character references: `&amp;`, `&#8217;`, `&rsquo;`.

/// The longest reference that is looked for, in bytes.
const LONGEST: usize = 12;

/// Windows-1252 for the numbers 128 to 159, which pages use by mistake.
pub(super) const WINDOWS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// Names of the Latin-1 letters, in code order from U+00C0.
const LATIN: [&str; 64] = [
    "Agrave", "Aacute", "Acirc", "Atilde", "Auml", "Aring", "AElig", "Ccedil", "Egrave", "Eacute",
    "Ecirc", "Euml", "Igrave", "Iacute", "Icirc", "Iuml", "ETH", "Ntilde", "Ograve", "Oacute",
    "Ocirc", "Otilde", "Ouml", "times", "Oslash", "Ugrave", "Uacute", "Ucirc", "Uuml", "Yacute",
    "THORN", "szlig", "agrave", "aacute", "acirc", "atilde", "auml", "aring", "aelig", "ccedil",
    "egrave", "eacute", "ecirc", "euml", "igrave", "iacute", "icirc", "iuml", "eth", "ntilde",
    "ograve", "oacute", "ocirc", "otilde", "ouml", "divide", "oslash", "ugrave", "uacute", "ucirc",
    "uuml", "yacute", "thorn", "yuml",
];

/// The other names that news pages use.
const NAMED: [(&str, char); 49] = [
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", '\u{a0}'),
    ("ensp", '\u{2002}'),
    ("emsp", '\u{2003}'),
    ("thinsp", '\u{2009}'),
    ("zwnj", '\u{200c}'),
    ("zwj", '\u{200d}'),
    ("lrm", '\u{200e}'),
    ("rlm", '\u{200f}'),
    ("shy", '\u{ad}'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("sbquo", '‚'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("bdquo", '„'),
    ("laquo", '«'),
    ("raquo", '»'),
    ("lsaquo", '‹'),
    ("rsaquo", '›'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("hellip", '…'),
    ("bull", '•'),
    ("middot", '·'),
    ("copy", '©'),
    ("reg", '®'),
    ("trade", '™'),
    ("deg", '°'),
    ("euro", '€'),
    ("pound", '£'),
    ("yen", '¥'),
    ("cent", '¢'),
    ("sect", '§'),
    ("para", '¶'),
    ("acute", '´'),
    ("prime", '′'),
    ("Prime", '″'),
    ("frac12", '½'),
    ("minus", '−'),
    ("scaron", 'š'),
    ("Scaron", 'Š'),
    ("oelig", 'œ'),
    ("num", '#'),
    ("lowbar", '_'),
];

/// Reads the reference that `text` starts with: what it stands for (`None` for a
/// control character) and its length in bytes.
pub(super) fn read(text: &str) -> Option<(Option<char>, usize)> {
    let (character, length) = single(text)?;
    if character == Some('&') {
        // A reference that was escaped twice: "&amp;rsquo;".
        let rest = text.as_bytes().get(length..)?;
        let end = rest.iter().take(LONGEST).position(|&b| b == b';');
        if let Some((again, more)) = end.and_then(|end| body(text.get(length..length + end)?)) {
            return Some((again, length + more + 1));
        }
    }
    Some((character, length))
}

/// Reads one reference, "&…;".
fn single(text: &str) -> Option<(Option<char>, usize)> {
    let end = text.bytes().take(LONGEST).position(|b| b == b';')?;
    let (character, length) = body(text.get(1..end)?)?;
    Some((character, length + 2))
}

/// Reads a reference without "&" and ";".
fn body(name: &str) -> Option<(Option<char>, usize)> {
    let character = match name.strip_prefix('#') {
        Some(number) => numbered(number)?,
        None => Some(named(name)?),
    };
    Some((character, name.len()))
}

/// `#8217`, `#x2019`; `None` inside for characters that no text holds.
fn numbered(number: &str) -> Option<Option<char>> {
    let code = match number.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok()?,
        None => number.parse::<u32>().ok()?,
    };
    let windows = code
        .checked_sub(128)
        .and_then(|i| WINDOWS.get(i as usize).copied());
    let character = windows.or_else(|| char::from_u32(code));
    Some(character.filter(|c| !c.is_control() || matches!(c, '\n' | '\t')))
}

/// A reference by name.
fn named(name: &str) -> Option<char> {
    if let Some(&(_, character)) = NAMED.iter().find(|(known, _)| *known == name) {
        return Some(character);
    }
    let index = LATIN.iter().position(|known| *known == name)?;
    char::from_u32(0xc0 + u32::try_from(index).ok()?)
}
