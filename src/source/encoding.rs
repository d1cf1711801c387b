//! Bytes → text: a byte order mark, else the encoding that the page declares, else
//! the one it looks like.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8};

/// Where a page declares its encoding.
const HEAD: usize = 2048;

/// Bytes that the detector is shown.
const SAMPLE: usize = 64 << 10;

/// The text of bytes that are no whole UTF-8; `valid` of them are. What cannot be
/// read becomes U+FFFD.
pub(crate) fn decode(bytes: &[u8], valid: usize) -> String {
    let cut_off = valid > 0 && bytes.len() - valid < 4 && is_start(bytes, valid);
    let encoding = match Encoding::for_bom(bytes) {
        Some((marked, _)) => marked,
        None if cut_off => UTF_8,
        None => declared(bytes).unwrap_or_else(|| detected(bytes)),
    };
    encoding.decode(bytes).0.into_owned()
}

/// Whether a character of several bytes starts at `at` and is cut off.
fn is_start(bytes: &[u8], at: usize) -> bool {
    let rest = bytes.get(at..).unwrap_or_default();
    std::str::from_utf8(rest).is_err_and(|e| e.error_len().is_none())
}

/// The encoding behind `charset=` or `encoding=`, if it is a known one that fits.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..HEAD.min(bytes.len()))?.to_ascii_lowercase();
    for name in [b"charset=".as_slice(), b"encoding="] {
        let Some(at) = head.windows(name.len()).position(|w| w == name) else {
            continue;
        };
        let value = head.get(at + name.len()..)?;
        let label = value
            .split(|b| !(b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b':')))
            .take(2)
            .find(|label| !label.is_empty())?;
        // The bytes are no UTF-8, whatever the page says.
        return Encoding::for_label(label).filter(|e| *e != UTF_8);
    }
    None
}

fn detected(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(
        bytes.get(..SAMPLE.min(bytes.len())).unwrap_or_default(),
        true,
    );
    detector.guess(None, Utf8Detection::Deny)
}
