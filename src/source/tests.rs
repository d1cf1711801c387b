//! Tests of the room.

use super::*;

#[test]
#[ignore = "prints pages named in the environment"]
fn show() {
    let Ok(list) = std::env::var("PAGES") else { return };
    for path in list.split(':').filter(|p| !p.is_empty()) {
        let Ok(input) = std::fs::read_to_string(path) else { continue };
        let page = read(&input, None);
        let name = path.rsplit('/').next().unwrap_or(path);
        let head = page.pieces.iter().find(|p| p.kind == PieceKind::Headline);
        println!("@@ {name}\t{}\t{}", head.map_or("", |h| &page.text[h.range.clone()]), page.published.map(|t| t.to_string()).unwrap_or_default());
        println!("  byline {:?} outlet {:?} dateline {:?}", page.byline, page.outlet, page.dateline.as_ref().map(|d| (&page.text[d.place.clone()], d.date)));
        for piece in &page.pieces {
            println!("  {:?}: {}", piece.kind, &page.text[piece.range.clone()]);
        }
        for d in &page.dropped {
            println!("  -- {}: {:?}", d.reason, &input[d.span.range()]);
        }
    }
}
