//! Any text as an HTML page: an article with sound spans, or a documented error.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|body: &str| {
    let page = format!("<!DOCTYPE html><html><head><title>Talks</title></head><body>{body}");
    if let Ok(article) = demarche::parse_article(&page) {
        for evidence in article.officials.iter().flat_map(|r| &r.evidence) {
            assert!(article.evidence_text(&page, evidence).is_some(), "{evidence:?}");
        }
    }
});
