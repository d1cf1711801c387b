//! Pages with markup.
use super::*;

const PAGE: &str = r#"<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>Island ministers agree on fishing rules &#8211; Harbour Times</title>
<meta property="og:title" content="Island ministers agree on &quot;fishing&quot; rules">
<meta property="og:site_name" content="Harbour Times">
<meta property="article:modified_time" content="2023-05-06T10:11:12+00:00">
<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2023-05-04T10:11:12Z"}</script>
<style>p { color: red }</style></head><body class="single has-sidebar">
<header><nav><ul><li><a href="/">Home</a></li></ul></nav></header>
<div class="cookie-notice"><p>This small island paper keeps a few crumbs to know its readers, and by going on you agree to that.</p></div>
<form method="post"><div class="content-area no-sidebar"><p style="display:none">A hidden paragraph that no reader of the page would ever see at all.</p><main><article><h1>Island ministers agree on “fishing” rules</h1>
<div class="meta">By <span class="author">Ann Lee</span> <time datetime="2023-05-04">May 4, 2023</time></div>
<div class="share-bar"><a href="/s">Share</a> <a href="/t">Tweet</a></div>
<figure><img src="x.jpg" alt="boat"><figcaption>Minister Bo Day in the capital.</figcaption></figure>
<div class="entry-content"><p>PORT ROYAL, May 4 (Harbour Times) &mdash; The ministers of the two islands met on Thursday &amp; agreed to hold talks on fishing&nbsp;rules in Malmö.</p>
<p>&#8220;We are <em>glad</em> to work with <a href="/b">our
neighbours</a>,&#8221; Minister Bo Day told reporters after the meeting.</p>
<div class="related"><h3>Related</h3><ul><li><a href="/1">Ministers met last year too</a></li></ul></div>
<ul><li>no fishing in the spring months</li><li>joint patrols from next year on</li></ul>
<p>Both sides said they would meet again.</p></div></article></main></div></form>
<aside><h2>Most read</h2><p>A long teaser about some other story that is not part of this one at all, with words enough to look like prose.</p></aside>
<footer><p>&copy; 2023 Harbour Times.</p></footer><script>var a = "<p>no</p>";</script></body></html>"#;

#[test]
fn a_news_page() {
    for input in [PAGE.to_owned(), PAGE.replace('\n', "\r\n")] {
        let page = read(&input, None);
        assert_eq!(
            pieces(&page, PieceKind::Headline),
            ["Island ministers agree on “fishing” rules"]
        );
        assert_eq!(
            page.published.map(|t| t.to_string()).as_deref(),
            Some("2023-05-04T10:11:12")
        );
        assert_eq!(page.outlet.as_deref(), Some("Harbour Times"));
        assert_eq!(page.byline.as_deref(), Some("Ann Lee"));
        assert_eq!(
            pieces(&page, PieceKind::Caption),
            ["Minister Bo Day in the capital."]
        );
        assert_eq!(
            pieces(&page, PieceKind::Body),
            [
                "The ministers of the two islands met on Thursday & agreed to hold talks on fishing rules in Malmö.",
                "“We are glad to work with our neighbours,” Minister Bo Day told reporters after the meeting.",
                "Both sides said they would meet again.",
            ]
        );
        assert_eq!(
            pieces(&page, PieceKind::Item),
            [
                "no fishing in the spring months",
                "joint patrols from next year on"
            ]
        );
        assert_offsets(&input);
    }
}

#[test]
fn a_page_of_tables() {
    let input = "<HTML><HEAD><TITLE>Ministry of Foreign Affairs | Minister receives envoy of the island states</TITLE></HEAD>
<BODY><TABLE><TR><TD><A HREF=a>Home</A></TD></TR></TABLE><TABLE><TR><TD><B>Minister receives envoy of the island states</B><BR>
<I>12 March 2003</I><P>
Foreign Minister Bo Day received the envoy of the island states, Ann Roe,
in the capital today. They discussed fishing rules and the summit.<BR><BR>
The envoy handed over a letter from her president.
<P>The minister thanked the envoy & promised an early answer, a spokesman said.
</TD></TR></TABLE><CENTER>Copyright 2003 Ministry</CENTER></BODY></HTML>";
    let page = read(input, None);
    assert_eq!(
        pieces(&page, PieceKind::Headline),
        ["Minister receives envoy of the island states"]
    );
    assert_eq!(
        page.published.map(|t| t.to_string()).as_deref(),
        Some("2003-03-12")
    );
    assert_eq!(pieces(&page, PieceKind::Body).len(), 3);
    assert_offsets(input);
}

#[test]
fn wire_copy_in_sgml() {
    let input = "<DOC ID=\"1\">\n<DATE>26-MAR-1987 02:42:26.72</DATE>\n<TOPICS><D>fish</D></TOPICS>\n<UNKNOWN>\n&#5;&#5;RM\nf0100 wire</UNKNOWN>\n<TEXT>&#2;\n<TITLE>ISLANDS AGREE ON FISH</TITLE>\n<DATELINE>    PORT ROYAL, March 26 - </DATELINE><BODY>Foreign Minister Bo Day of\nSmall Island said that the two islands had agreed to hold talks\non fish in the capital next month.\n    Day told an Upper House session that the six nations would\nmeet again.\n WIRE\n&#3;</BODY></TEXT>\n</DOC>";
    let page = read(input, None);
    assert_eq!(
        pieces(&page, PieceKind::Headline),
        ["ISLANDS AGREE ON FISH"]
    );
    assert_eq!(
        page.published.map(|t| t.to_string()).as_deref(),
        Some("1987-03-26T02:42:26")
    );
    assert_eq!(
        pieces(&page, PieceKind::Body),
        [
            "Foreign Minister Bo Day of Small Island said that the two islands had agreed to hold talks on fish in the capital next month.",
            "Day told an Upper House session that the six nations would meet again.",
        ]
    );
    assert_offsets(input);
}

#[test]
fn deep_nesting_costs_nothing() {
    let input = format!(
        "{}<p>{BODY}</p>{}",
        "<div><b>".repeat(50_000),
        "</b></div>".repeat(50_000)
    );
    let page = read(&input, None);
    assert_eq!(pieces(&page, PieceKind::Body), [BODY]);
}
