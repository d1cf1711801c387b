//! Whose site an address belongs to: a government's own pages speak from home.

use crate::model::Country;

/// Labels that only public bodies put before a country's ending.
const PUBLIC: &[&str] = &[
    "gov",
    "gob",
    "gouv",
    "gub",
    "gov1",
    "govt",
    "go",
    "mil",
    "gc",
    "admin",
    "bund",
    "mfa",
    "mofa",
    "mid",
    "mea",
    "mod",
    "president",
    "presidency",
    "kremlin",
    "government",
    "regjeringen",
    "parliament",
    "parl",
    "embassy",
    "fco",
    "aph",
    "esteri",
    "diplomatie",
    "auswaertiges-amt",
    "bundesregierung",
    "um",
    "mzv",
    "msz",
    "mae",
];

/// Endings that are sold to everybody and say nothing of a country.
const OPEN: &[&str] = &[
    "ai", "cc", "co", "fm", "gg", "im", "io", "la", "ly", "me", "nu", "sh", "st", "tk", "to", "tv",
    "vc", "ws",
];

/// The host of an address.
pub(super) fn host(address: &str) -> Option<&str> {
    let rest = address
        .trim()
        .trim_matches(['"', '\'', '<', '>', '['])
        .split_once("://")?
        .1;
    let end = rest
        .find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '.' | '-')))
        .unwrap_or(rest.len());
    rest.get(..end).filter(|h| h.contains('.'))
}

/// The country of a host, and whether the host is one of its public bodies.
pub(crate) fn country_of(host: &str) -> Option<(Country, bool)> {
    let host = host.to_ascii_lowercase();
    let labels: Vec<&str> = host.split('.').collect();
    let last = *labels.last()?;
    if matches!(last, "gov" | "mil") {
        return "USA".parse().ok().map(|c| (c, true));
    }
    if last.len() != 2 || OPEN.contains(&last) {
        return None;
    }
    let code = if last == "uk" { "gb" } else { last };
    let country = Country::from_alpha2(&code.to_ascii_uppercase())?;
    let public = labels.iter().any(|l| PUBLIC.contains(l));
    Some((country, public))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sites() {
        let country = |h: &str| country_of(h).map(|(c, p)| (c.alpha3().to_owned(), p));
        assert_eq!(country("www.state.gov"), Some(("USA".into(), true)));
        assert_eq!(country("www.mofa.go.jp"), Some(("JPN".into(), true)));
        assert_eq!(country("www.gov.uk"), Some(("GBR".into(), true)));
        assert_eq!(country("example.co.tz"), Some(("TZA".into(), false)));
        assert_eq!(country("example.io"), None);
        assert_eq!(country("example.com"), None);
        assert_eq!(
            host("\"https://www.example.org/a?b\""),
            Some("www.example.org")
        );
    }
}
