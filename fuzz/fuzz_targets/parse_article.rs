//! Any bytes: an article with sound spans, or a documented error.
#![no_main]

use demarche::{Article, Evidence, Parser};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = std::str::from_utf8(bytes) else {
        let _ = Parser::default().parse_bytes(bytes);
        return;
    };
    let Ok(article) = demarche::parse_article(text) else {
        return;
    };
    for evidence in evidence(&article) {
        assert!(article.evidence_text(text, evidence).is_some(), "{evidence:?}");
    }
    assert_eq!(demarche::parse_article(text).as_ref(), Ok(&article), "same input, same output");
    let _ = article.events();
});

fn evidence(article: &Article) -> impl Iterator<Item = &Evidence> {
    let officials = article.officials.iter().flat_map(|r| &r.evidence);
    let meetings = article.meetings.iter().flat_map(|r| &r.evidence);
    let statements = article.statements.iter().flat_map(|r| &r.evidence);
    let agreements = article.agreements.iter().flat_map(|r| &r.evidence);
    officials.chain(meetings).chain(statements).chain(agreements)
}
