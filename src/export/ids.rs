//! Identifiers that are the same whenever the same article is exported.

use crate::model::Article;

/// An identifier of the article, from its own words.
pub(super) fn story(article: &Article) -> String {
    let published = article.published.map(|p| p.to_string()).unwrap_or_default();
    let headline = article.headline.as_deref().unwrap_or_default();
    hash(&[headline, &published, &article.body])
}

/// A 64-bit FNV-1a hash of the parts, in hexadecimal digits. `std`'s hasher may
/// change between releases of Rust; these identifiers must not.
pub(super) fn hash(parts: &[&str]) -> String {
    let mut state: u64 = 0xcbf2_9ce4_8422_2325;
    let mut eat = |byte: u8| {
        state = (state ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    };
    for part in parts {
        part.bytes().for_each(&mut eat);
        // No byte of UTF-8: keeps ("ab", "c") and ("a", "bc") apart.
        eat(0xff);
    }
    format!("{state:016x}")
}

#[cfg(test)]
mod tests {
    use super::hash;

    #[test]
    fn hashes_are_fixed_and_depend_on_the_bounds_of_the_parts() {
        assert_eq!(hash(&["abc"]), hash(&["abc"]));
        assert_ne!(hash(&["ab", "c"]), hash(&["a", "bc"]));
        assert_eq!(hash(&[]), "cbf29ce484222325");
    }
}
