//! Tests of the room.

use super::*;

mod dates;
mod hard;
mod houses;
#[cfg(feature = "html")]
mod html;

/// The pieces of one kind.
fn pieces(page: &Page, kind: PieceKind) -> Vec<&str> {
    page.pieces
        .iter()
        .filter(|p| p.kind == kind)
        .map(|p| &page.text[p.range.clone()])
        .collect()
}

fn headline(input: &str) -> Option<String> {
    let page = read(input, None);
    pieces(&page, PieceKind::Headline)
        .first()
        .map(|h| (*h).to_owned())
}

fn published(input: &str) -> Option<String> {
    read(input, None).published.map(|t| t.to_string())
}

/// Every span of every cleaned character lies on character boundaries, and shows
/// the character or what it stands for.
fn assert_offsets(input: &str) {
    let page = read(input, None);
    let mut last = 0;
    for piece in &page.pieces {
        assert!(piece.range.start >= last, "pieces overlap");
        last = piece.range.end;
        for (at, c) in page.text[piece.range.clone()].char_indices() {
            let start = piece.range.start + at;
            let span = page.map.span(start..start + c.len_utf8());
            let shown = &input[span.range()];
            let stands = shown.starts_with(c)
                || c == ' '
                || shown.starts_with(['&', '\\', '`', '\'', '"'])
                || c.is_whitespace();
            assert!(stands, "{c:?} shows {shown:?} in {input:?}");
        }
        let _ = &input[page.map.span(piece.range.clone()).range()];
    }
    for dropped in &page.dropped {
        let _ = &input[dropped.span.range()];
    }
}

const BODY: &str = "The foreign ministers of the two countries met in the capital and agreed to hold talks on fisheries next month.";

#[test]
fn headlines() {
    for (page, expected) in [
        (
            "Ministers agree on fish - Reuters\n\n",
            Some("Ministers agree on fish"),
        ),
        (
            "Ministers agree on fish | MOFA\n\n",
            Some("Ministers agree on fish"),
        ),
        (
            "Yonhap News Agency :: Ministers agree on fish\n\n",
            Some("Ministers agree on fish"),
        ),
        (
            "Ministers agree on fish – Ministry of Foreign Affairs\n\n",
            Some("Ministers agree on fish"),
        ),
        (
            "Title: Ministers agree on fish\nDate: 3 May 2020\n\n",
            Some("Ministers agree on fish"),
        ),
        (
            "# Ministers agree on fish\n\n",
            Some("Ministers agree on fish"),
        ),
        (
            "Home\nWorld\nMinisters agree on fish\nShare\n\n",
            Some("Ministers agree on fish"),
        ),
        (
            "Ministers agree on fish\nMinisters agree on fish\n\n",
            Some("Ministers agree on fish"),
        ),
        ("LAB-1234-5678 (LAB)\n\n", None),
        ("", None),
        (
            "---\ntitle: 'It''s agreed'\ndate: 2020-01-02\n---\n",
            Some("It's agreed"),
        ),
        (
            "---\ntitle: \"Talks\\u2019 end in\\\n  \\ Doha\\_today\"\n---\n",
            Some("Talks’ end in Doha today"),
        ),
        (
            "---\ntitle: >\n  Talks end\n  in Doha\n---\n",
            Some("Talks end in Doha"),
        ),
    ] {
        let input = format!("{page}{BODY}\n\n{BODY}");
        assert_eq!(headline(&input).as_deref(), expected, "{input}");
    }
}

/// A key with a date right below the headline is no part of it.
#[test]
fn keys_below_the_headline() {
    for key in ["pubDate: Fri, 19 Jul 2024 09:00:00 GMT", "date: 2024-07-19"] {
        let input = format!("Ministers agree on fish\n{key}\n\n{BODY}\n");
        assert_eq!(headline(&input).as_deref(), Some("Ministers agree on fish"));
    }
}

#[test]
fn furniture_is_dropped() {
    for line in [
        "Share this article",
        "Leave a Comment",
        "© 2024 Example News. All rights reserved.",
        "(Reporting by Ann Lee; Editing by Bo Day)",
        "Ann Lee ann.lee@example.org",
        "###",
        "[ad_1]",
        "Read more: Island leaders to meet again in spring",
        "Sign up for our newsletter to get the news every morning.",
        "Hot news right now",
        "- 2 -",
    ] {
        let input = format!("Ministers agree on fish\n\n{BODY}\n\n{line}\n\n{BODY}");
        let page = read(&input, None);
        assert!(!page.text.contains(line), "{line}");
        assert!(!page.dropped.is_empty());
    }
}

#[test]
fn wrapped_lines_become_paragraphs() {
    let input = "Ministers agree on fish\n\nThe foreign ministers of the two countries met in\nthe capital on Monday. They will\nmeet again on\nMarch 3 to sign the Indo-\nPacific fisheries treaty, they said.\n\nA second paragraph starts here and it is wrapped\nas well at the same width.\n";
    let page = read(input, None);
    assert_eq!(
        pieces(&page, PieceKind::Body),
        [
            "The foreign ministers of the two countries met in the capital on Monday. They will meet again on March 3 to sign the Indo-Pacific fisheries treaty, they said.",
            "A second paragraph starts here and it is wrapped as well at the same width.",
        ]
    );
    assert_offsets(input);
}

#[test]
fn characters_are_cleaned() {
    let input = "\u{feff}Ministers\u{a0}agree on fish\r\n\r\nThe min\u{ad}isters of R&amp;D said ``we agree'' in\u{2009}Malm&ouml; &#8220;today&#8221; &amp;rsquo; &ndash; and both sides said they would meet.\r\n";
    let page = read(input, None);
    assert_eq!(
        pieces(&page, PieceKind::Body),
        [
            "The ministers of R&D said “we agree” in Malmö “today” ’ – and both sides said they would meet."
        ]
    );
    assert_offsets(input);
    let body = page.pieces.last().map(|p| p.range.clone()).unwrap_or(0..0);
    let at = body.start + page.text[body.clone()].find('ö').unwrap_or(0);
    assert_eq!(&input[page.map.span(at..at + 2).range()], "&ouml;");
}

#[test]
fn markdown_is_read() {
    let input = "# Ministers agree on fish\n\nThe **foreign ministers** of [both\ncountries](https://example.org/a(b)c) met *again* and agreed 2 * 3 things \\#1 [sic] in the capital.\n\n* to fish together\n* to talk again\n\n![boat](/boat.jpg)\n\nThe two sides signed the agreement on fisheries in the capital on Monday.";
    let page = read(input, None);
    assert_eq!(
        pieces(&page, PieceKind::Body)[0],
        "The foreign ministers of both countries met again and agreed 2 * 3 things #1 [sic] in the capital."
    );
    assert_eq!(
        pieces(&page, PieceKind::Item),
        ["to fish together", "to talk again"]
    );
    assert_offsets(input);
}

#[test]
fn deck_and_caption() {
    let input = format!(
        "Ministers agree on fish\n\nby island news\n\n2024-07-19 13:59:07\n\nAgree to fish together from next year\nFirst visit of an island minister in ten years\n\nMinister Ann Lee (left) and Minister Bo Day pose for a photo in the capital. Courtesy of the ministry\n\n{BODY}\n"
    );
    let page = read(&input, None);
    assert_eq!(page.byline.as_deref(), Some("island news"));
    assert_eq!(pieces(&page, PieceKind::Subhead).len(), 2);
    assert_eq!(pieces(&page, PieceKind::Caption).len(), 1);
    assert_eq!(pieces(&page, PieceKind::Body), [BODY]);
}

#[cfg(not(feature = "html"))]
#[test]
fn html_is_not_read_as_prose() {
    let page = read("<html><body><p>The ministers met.</p></body></html>", None);
    assert!(page.text.is_empty());
    assert!(
        page.warnings
            .iter()
            .any(|w| w.code == crate::WarningCode::Html)
    );
}

#[cfg(not(feature = "html"))]
#[test]
fn a_stray_tag_is_no_html() {
    let page = read(
        &format!(
            "{BODY}<br>\n\nIf a < b then b > a, <b>they</b> said, and a<b is so in all of the cases."
        ),
        None,
    );
    assert_eq!(
        pieces(&page, PieceKind::Body),
        [
            BODY,
            "If a < b then b > a, they said, and a<b is so in all of the cases."
        ]
    );
}
