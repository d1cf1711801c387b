//! Tests of the room.

use super::*;

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
fn timestamps() {
    for (line, expected) in [
        ("2024-07-19 13:59:07", "2024-07-19T13:59:07"),
        ("Published :`2024-07-22 23:36:41`", "2024-07-22T23:36:41"),
        ("Jul 19, 2024 2:04 pm IST", "2024-07-19T14:04:00"),
        ("19.07.2024", "2024-07-19"),
        ("2024/07/19", "2024-07-19"),
        ("Friday, 19 July 2024", "2024-07-19"),
        ("SAT 08 SEPTEMBER 2012", "2012-09-08"),
        ("Posted: 19th of July, 2024", "2024-07-19"),
        (
            "Last updated: Jul. 19, 2024 | 9:05 a.m.",
            "2024-07-19T09:05:00",
        ),
        ("26-MAR-1987 02:42:26.72", "1987-03-26T02:42:26"),
        ("Fri, 19 Jul 2024 13:59:07 +0900", "2024-07-19T13:59:07"),
        ("13:59, 19 July 2024", "2024-07-19T13:59:00"),
        (
            "Updated: July 20, 2024 | Published: July 19, 2024",
            "2024-07-19",
        ),
        ("25/07/2024", "2024-07-25"),
        ("07/25/2024", "2024-07-25"),
        ("Friday 07/06/2024", "2024-06-07"),
        ("2024-07-19T13:59:07Z", "2024-07-19T13:59:07"),
        ("Date: 3 May 2020", "2020-05-03"),
        ("Date: 20200503", "2020-05-03"),
        ("2020 May 3", "2020-05-03"),
        ("May 3, 20205:32 PM ET", "2020-05-03T17:32:00"),
        ("WIR_ENG_19980503.0123", "1998-05-03"),
    ] {
        let input = format!("Ministers agree on fish\n\n{line}\n\n{BODY}\n");
        assert_eq!(published(&input).as_deref(), Some(expected), "{line}");
    }
    for line in [
        "07/08/2024",
        "May 2024",
        "July 19",
        "No. 12/2024",
        "31/02/2024",
        "Order 20201545",
    ] {
        let input = format!("Ministers agree on fish\n\n{line}\n\n{BODY}\n");
        assert_eq!(published(&input), None, "{line}");
    }
}

#[test]
fn datelines() {
    for (line, place, date) in [
        ("SEOUL, July 19 (Yonhap) -- ", "SEOUL", None),
        ("DUBAI, August 9. /TASS/. ", "DUBAI", None),
        ("Ulaanbaatar /MONTSAME/. ", "Ulaanbaatar", None),
        ("NUR-SULTAN. KAZINFORM – ", "NUR-SULTAN", None),
        ("Astana. July 4. KazPRESS - ", "Astana", None),
        ("Baku. 4 July. ANDA.AZ/ ", "Baku", None),
        ("YEREVAN, JULY 4, ANDAPRESS. ", "YEREVAN", None),
        ("BAKU, Azerbaijan, July 4. ", "BAKU", None),
        (
            "October 6, 2022 (NAIROBI) – ",
            "NAIROBI",
            Some("2022-10-06"),
        ),
        ("Kabul [Afghanistan], October 19 (ANI): ", "Kabul", None),
        (
            "HAVANA (CUBA), 16 SEP 89 (DOMESTIC SERVICE) -- [TEXT] ",
            "HAVANA",
            Some("1989-09-16"),
        ),
        (
            "(UrduPoint / Point News / WAM - 02nd May, 2021) DUBAI, 1st May, 2021 (WAM) -- ",
            "DUBAI",
            Some("2021-05-02"),
        ),
        (
            "ABU DHABI, (UrduPoint / Point News / WAM - 02nd May, 2021) ",
            "ABU DHABI",
            Some("2021-05-02"),
        ),
        (
            "SEOUL/UNITED NATIONS, Aug 30 (Reuters) - ",
            "SEOUL/UNITED NATIONS",
            None,
        ),
        ("PORT-AU-PRINCE, Haiti (AP) — ", "PORT-AU-PRINCE", None),
        ("Washington, D.C. (AP) — ", "Washington", None),
        ("GENEVA (16 July 2024) – ", "GENEVA", Some("2024-07-16")),
        ("ISLAMABAD: ", "ISLAMABAD", None),
        ("New Delhi, July 19: ", "New Delhi", None),
        ("Tehran, July 19, IRNA – ", "Tehran", None),
        ("TEHRAN – ", "TEHRAN", None),
        (
            "Riyadh, Rabi' II 12, 1438, Jan 10, 2017, SPA -- ",
            "Riyadh",
            Some("2017-01-10"),
        ),
        ("Riyadh, 3 Dhu al-Hijjah 1441 H, SPA -- ", "Riyadh", None),
        ("PHNOM PENH—", "PHNOM PENH", None),
        ("ALGIERS- ", "ALGIERS", None),
        (
            "GEORGETOWN, Guyana, Jan 4, 2006, CMC – ",
            "GEORGETOWN",
            Some("2006-01-04"),
        ),
        ("BEIJING, Sept. 24 (Xinhua) ", "BEIJING", None),
        ("Baku, Azerbaijan, July 19. Trend: ", "Baku", None),
        (
            "BRASILIA, Dec 14 , 2006, 2006 -- ",
            "BRASILIA",
            Some("2006-12-14"),
        ),
    ] {
        let input = format!("Ministers agree on fish\n\n{line}{BODY}\n\n{BODY}\n");
        let page = read(&input, None);
        let found = page.dateline.as_ref().map(|d| &page.text[d.place.clone()]);
        assert_eq!(found, Some(place), "{line}");
        assert_eq!(published(&input).as_deref(), date, "{line}");
        assert_eq!(pieces(&page, PieceKind::Body), [BODY, BODY], "{line}");
    }
    for line in [
        "South Korea's Yoon – ",
        "PRIME MINISTER: ",
        "Japan and China on July 3 – ",
        "Rajab, 12, 1438, of whom – ",
    ] {
        let input = format!("Ministers agree on fish\n\n{BODY}\n\n{line}{BODY}\n");
        assert!(read(&input, None).dateline.is_none(), "{line}");
    }
}

#[test]
fn a_dateline_may_have_a_line_of_its_own() {
    for line in ["BRATISLAVA, April 28 , 1997 (AFP)", "NAIROBI, Kenya (AP) _"] {
        let page = read(
            &format!("Ministers agree on fish\n\n{line}\n\n{BODY}\n"),
            None,
        );
        assert!(page.dateline.is_some(), "{line}");
    }
}

#[test]
fn a_line_of_day_and_place_is_a_letterhead() {
    let story = "President Vega and President Soto negotiated and signed two treaties on trade.";
    for (line, letterhead) in [
        ("June 14, 2000, Madrid", true),
        ("Luanda, 25 July 2023", true),
        ("June 14, Madrid", false),
        ("June 14, 2000", false),
        ("June 14, 2000, by Ann Field", false),
    ] {
        let page = read(
            &format!("Presidents hold talks\n\n{line}\n\n{story}\n"),
            None,
        );
        let told = page.dateline.as_ref().is_some_and(|d| d.letterhead);
        assert_eq!(told, letterhead, "{line}");
    }
}

#[test]
fn a_year_elsewhere_completes_the_dateline() {
    let tail = "\n\nIt was the first such visit since Sept. 24, 2015, when both sides signed a treaty in the city.";
    let input = format!("BEIJING, Sept. 24 (Xinhua) -- {BODY}{tail}");
    assert_eq!(published(&input).as_deref(), Some("2015-09-24"));
    let input = format!("BEIJING, Sept. 24 (Xinhua) -- {BODY}");
    assert_eq!(published(&input), None);
    let reference = NaiveDate::from_ymd_opt(2019, 3, 1);
    let page = read(&input, reference);
    assert_eq!(
        page.published.map(|t| t.to_string()).as_deref(),
        Some("2018-09-24")
    );
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

/// A small generator of numbers, the same on every run.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(limit).unwrap_or(1)).unwrap_or(0)
    }
}

#[test]
fn nothing_panics_and_offsets_hold() {
    const PARTS: [&str; 64] = [
        "\n",
        "\n\n",
        " ",
        "  ",
        "\r\n",
        "\t",
        "---\n",
        "title: \"a\\u20",
        "\\",
        "'",
        "''",
        "\"",
        "“",
        "”",
        "’",
        "—",
        "–",
        "&amp;",
        "&",
        "&#8217;",
        "&#x;",
        "&rsquo;",
        "<p>",
        "</p>",
        "<br/>",
        "<div class=\"related\">",
        "<a href='x'>",
        "</a>",
        "<",
        ">",
        "<title>",
        "<script>",
        "[",
        "](http://x)",
        "]",
        "(",
        ")",
        "![",
        "*",
        "**",
        "_",
        "`",
        "``",
        "# ",
        "> ",
        "- ",
        "1. ",
        "(Reuters)",
        " -- ",
        "SEOUL, July 19",
        "2024-07-19",
        "19/07/2024",
        "13:59",
        "by ",
        "Photo: ",
        "é",
        "\u{a0}",
        "\u{ad}",
        "\u{200b}",
        "\u{85}",
        "日本",
        "the ministers agreed to meet",
        "Share",
        ".",
    ];
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    for _ in 0..4000 {
        let length = 1 + random.below(40);
        let input: String = (0..length)
            .map(|_| PARTS.get(random.below(PARTS.len())).copied().unwrap_or("x"))
            .collect();
        let page = read(&input, None);
        for piece in &page.pieces {
            for (at, c) in page.text[piece.range.clone()].char_indices() {
                let start = piece.range.start + at;
                let span = page.map.span(start..start + c.len_utf8());
                let _ = &input[span.range()];
            }
        }
        for dropped in &page.dropped {
            let _ = &input[dropped.span.range()];
        }
    }
}

#[test]
fn time_is_linear() {
    for unit in [
        "[",
        "[a](http",
        "<",
        "<b ",
        "&",
        "<div>",
        "a\n",
        "``",
        "'",
        "*",
        "9 ",
        "1. a\n",
        "2024-",
        "By a\n",
        "A, ",
        "(a",
        "# a\n",
        "---\n",
        "Share\n",
        "Leave a comment\n",
        "Title of it\nThe ministers met and agreed to talk again, they said.\n\n",
        "Title of it - News",
        "The ministers met and agreed to talk, they said.\n",
    ] {
        let once = |input: &str| {
            let start = std::time::Instant::now();
            let _ = read(input, None);
            start.elapsed().as_secs_f64()
        };
        // The best of three: other programs run, too.
        let time = |count: usize| {
            let input = unit.repeat(count);
            (0..3).map(|_| once(&input)).fold(f64::MAX, f64::min)
        };
        // Forty times the input: forty times the time, or sixteen hundred times.
        let small = time(500).max(0.000_2);
        let large = time(20_000);
        assert!(large < small * 400.0, "{unit:?}: {small} then {large}");
    }
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
