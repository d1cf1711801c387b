//! Whole pages in the manner of different houses: what is the headline, when was
//! it published, which paragraphs are the story.

use super::*;

/// A page and what should be read from it.
struct Case {
    page: &'static str,
    headline: Option<&'static str>,
    published: Option<&'static str>,
    /// How the paragraphs and items start, in order.
    body: &'static [&'static str],
}

const CASES: &[Case] = &[
    // The key of the date before the title.
    Case {
        page: "date 2024-07-03 Talks held in Port Royal\nForeign Minister Bo Day held talks with his colleague Ann Roe in Port Royal on Tuesday, the ministry said.\n",
        headline: Some("Talks held in Port Royal"),
        published: Some("2024-07-03"),
        body: &["Foreign Minister Bo Day"],
    },
    // The key of the date before a caption.
    Case {
        page: "Talks held in Port Royal with colleagues from other islands\n\n date 2024-07-03 Foreign Minister Bo Day (centre) holds talks with his colleague Ann Roe in Port Royal on July 2. (Photo: anda.example)\n\nForeign Minister Bo Day on July 2 held talks with his colleague Ann Roe in Port Royal, the ministry said.\n",
        headline: Some("Talks held in Port Royal with colleagues from other islands"),
        published: Some("2024-07-03"),
        body: &["Foreign Minister Bo Day on"],
    },
    // A desk and an outlet are no places.
    Case {
        page: "Talks held in Port Royal\n\n3 July 2024\n\nINTERNATIONAL DESK: Foreign Minister Bo Day held talks with his colleague Ann Roe in Port Royal on Tuesday, the ministry said.\n",
        headline: Some("Talks held in Port Royal"),
        published: Some("2024-07-03"),
        body: &["Foreign Minister Bo Day"],
    },
    // The day between the deck and the story.
    Case {
        page: "Talks held in Port Royal\n\nMr Day assured that the islands had been told of the fish.\n\nWednesday 3 July 2024\n\nForeign Minister Bo Day held talks with his colleague Ann Roe in Port Royal on Tuesday, the ministry said.\n",
        headline: Some("Talks held in Port Royal"),
        published: Some("2024-07-03"),
        body: &["Mr Day assured", "Foreign Minister Bo Day"],
    },
    // A number of a document and whose it is.
    Case {
        page: "NAR-DOC1-0012 (ANDA SYSTEMS INC)\n\nForeign Minister Bo Day held talks with his colleague Ann Roe in Port Royal on Tuesday, the ministry said.\n",
        headline: None,
        published: None,
        body: &["Foreign Minister Bo Day"],
    },
    // Date and byline in one line, ending with a stop.
    Case {
        page: "Talks held in Port Royal\n\nMarch 3, 1994|By Ann Lee and Juan Soto, Staff Writers.\n\nForeign Minister Bo Day held talks with his colleague Ann Roe in Port Royal on Tuesday, the ministry said.\n",
        headline: Some("Talks held in Port Royal"),
        published: Some("1994-03-03"),
        body: &["Foreign Minister Bo Day"],
    },
    // The key of the date before the story.
    Case {
        page: " date 2024-07-03 Foreign Minister Bo Day held talks with his colleague Ann Roe in Port Royal on Tuesday, the ministry said.\n\nThey agreed to meet again in the autumn, it added, and to speak of boats and of fish.\n",
        headline: None,
        published: Some("2024-07-03"),
        body: &["Foreign Minister Bo Day", "They agreed"],
    },
    // A sentence that begins with the word.
    Case {
        page: "Date palms of the islands\n\nForeign Minister Bo Day held talks with his colleague Ann Roe in Port Royal on Tuesday, the ministry said.\n",
        headline: Some("Date palms of the islands"),
        published: None,
        body: &["Foreign Minister Bo Day"],
    },
    // Today's date above the headline, the story's below it.
    Case {
        page: "Thursday, March 28, 2024\n\nTalks held in Port Royal on fish\n\n3 July 2023\n\nForeign Minister Bo Day held talks with his colleague Ann Roe in Port Royal on Tuesday, the ministry said.\n",
        headline: Some("Talks held in Port Royal on fish"),
        published: Some("2023-07-03"),
        body: &["Foreign Minister Bo Day"],
    },
    // A title of a sentence and more, told by the stamp below it.
    Case {
        page: "Foreign Minister Bo Day to be in Port Royal from June 3 to June 5 on a second visit abroad one month after a visit to the north: will be accompanied by the Minister of Fisheries and the Minister of Ports, debt and boats are expected to be discussed, says the embassy.\n\n02:22 AM, Wednesday, July 03, 2024\n\nForeign Minister Bo Day held talks with his colleague Ann Roe in Port Royal on Tuesday, the ministry said.\n\nThey agreed to meet again in the autumn, it added, and to speak of boats and of fish.\n",
        headline: Some(
            "Foreign Minister Bo Day to be in Port Royal from June 3 to June 5 on a second visit abroad one month after a visit to the north: will be accompanied by the Minister of Fisheries and the Minister of Ports, debt and boats are expected to be discussed, says the embassy.",
        ),
        published: Some("2024-07-03T02:22:00"),
        body: &["Foreign Minister Bo Day", "They agreed"],
    },
    // A sentence with a date below it is no title.
    Case {
        page: "Foreign Minister Bo Day held talks with his colleague Ann Roe in Port Royal on Tuesday, the ministry said in the evening.\n\nOn July 3, 2024 they agreed to meet again in the autumn, it added, and to speak of boats and of fish.\n",
        headline: None,
        published: None,
        body: &["Foreign Minister Bo Day", "On July 3"],
    },
    // A title that is a sentence with its stop: the story takes up its words.
    Case {
        page: "Minister Day warns the northern islands about the state of their fishing boats.\n\nForeign Minister Bo Day has warned the government of the northern islands that its fishing boats are in a bad state, the ministry said.\n\nHe spoke to his colleague Ann Roe in Port Royal, it added, and both agreed to meet again in the autumn.\n",
        headline: Some(
            "Minister Day warns the northern islands about the state of their fishing boats.",
        ),
        published: None,
        body: &["Foreign Minister Bo Day", "He spoke"],
    },
    // A first paragraph that the others go on from is none.
    Case {
        page: "Minister Day warned the northern islands about the state of their fishing boats.\n\nHe spoke to his colleague Ann Roe in Port Royal and both agreed to meet again in the autumn, the ministry said.\n\nTrade between the two has doubled in three years, and more than half of it is in timber and in wool.\n",
        headline: None,
        published: None,
        body: &["Minister Day", "He spoke", "Trade between"],
    },
    // Nor is one that tells the day.
    Case {
        page: "Minister Day warned the northern islands on Monday about the state of their fishing boats.\n\nForeign Minister Bo Day has warned the government of the northern islands that its fishing boats are in a bad state, the ministry said.\n\nHe spoke to his colleague Ann Roe in Port Royal, it added, and both agreed to meet again in the autumn.\n",
        headline: None,
        published: None,
        body: &["Minister Day", "Foreign Minister Bo Day", "He spoke"],
    },
    // A menu in one line above the title.
    Case {
        page: "News Reports Sports Business\n\nForeign Minister calls on the island's president\n\nForeign Minister Bo Day called on President Lee on Tuesday during his visit to the island, the ministry said.\n",
        headline: Some("Foreign Minister calls on the island's president"),
        published: None,
        body: &["Foreign Minister Bo Day"],
    },
    // A ministry's letterhead, a numbered communiqué.
    Case {
        page: "PRESS RELEASE\n\nNo. 123/2024\nGeneva, 19 July 2024\n\nIsland ministers hold talks on fishing rules\n\nThe Minister of Foreign Affairs of Small Island, Bo Day, held talks with his colleague Ann Roe in Geneva today.\n\n1. The two ministers discussed fishing rules and agreed to hold a summit in June.\n\n2. They also:\n(a) welcomed the visit of the president to the capital;\n(b) called for an early signing of the agreement.\n\n***\nFor more information, please contact the press office.\n",
        headline: Some("Island ministers hold talks on fishing rules"),
        published: Some("2024-07-19"),
        body: &["The Minister", "The two", "They also", "welcomed", "called"],
    },
    // Wire copy in capitals, wrapped.
    Case {
        page: "PORT ROYAL, 9 OCT 89 (EFE) -- [TEXT] FOREIGN MINISTER BO DAY TODAY RECEIVED THE\nENVOY OF THE ISLAND STATES, ANN ROE, AND SAID THAT HIS GOVERNMENT WOULD SIGN THE\nFISHING AGREEMENT NEXT MONTH.  THE ENVOY SAID SHE WAS \"VERY PLEASED\" WITH THE\nTALKS.\n\n   ROE WILL TRAVEL TO THE NEIGHBORING ISLAND ON 11 OCTOBER TO MEET PRESIDENT LEE.\n",
        headline: None,
        published: Some("1989-10-09"),
        body: &["FOREIGN MINISTER", "ROE WILL"],
    },
    // Everything on one line.
    Case {
        page: "Talks held in Port Royal | Harbour Times By Ann Lee | July 3, 2024 PORT ROYAL, July 3 (Harbour Times) -- Foreign Minister Bo Day held talks with his colleague Ann Roe on Tuesday, the ministry said. They agreed to meet again.",
        headline: Some("Talks held in Port Royal"),
        published: Some("2024-07-03"),
        body: &["Foreign Minister Bo Day"],
    },
    // The date in the middle of a line of tokens.
    Case {
        page: "Islands put boats in ' quasi - port ' Friday , August 21 , 2015 According to the news agency , the islands ' boats have been placed in port . The report comes after talks .",
        headline: Some("Islands put boats in ' quasi - port '"),
        published: Some("2015-08-21"),
        body: &["According to the news agency"],
    },
    // An archive's labels in capitals.
    Case {
        page: "Harbour Times DATE: WEDNESDAY, July 3, 2024 TAG: 2407030187 SECTION: WORLD PAGE: A-8 SOURCE: Example Press LENGTH: Short\n\nForeign Minister Bo Day held talks with his colleague Ann Roe in Port Royal on Tuesday, the ministry said.\n",
        headline: None,
        published: Some("2024-07-03"),
        body: &["Foreign Minister Bo Day"],
    },
    // Two labels are a title's own.
    Case {
        page: "ISLANDS: WHAT IS NEXT: the talks of the year\n\nForeign Minister Bo Day held talks with his colleague Ann Roe in Port Royal on Tuesday, the ministry said.\n",
        headline: Some("ISLANDS: WHAT IS NEXT: the talks of the year"),
        published: None,
        body: &["Foreign Minister Bo Day"],
    },
    // A day at the end of a line behind the title.
    Case {
        page: "Talks held in Port Royal\n\nBy Ann Lee, Example Press Writer, July 3, 2024\n\nForeign Minister Bo Day held talks with his colleague Ann Roe in Port Royal on Tuesday, the ministry said.\n",
        headline: Some("Talks held in Port Royal"),
        published: Some("2024-07-03"),
        body: &["Foreign Minister Bo Day"],
    },
    // A deck that tells a year of its own.
    Case {
        page: "Talks held in Port Royal\n\nThe old fishing treaty of July 3, 2019 will soon be renewed, both say\n\nForeign Minister Bo Day held talks with his colleague Ann Roe in Port Royal on Tuesday, the ministry said.\n",
        headline: Some("Talks held in Port Royal"),
        published: None,
        body: &["Foreign Minister Bo Day"],
    },
    // A day in front of the title.
    Case {
        page: "3 July 2024 - Ministers hold their yearly talks in Port Royal on boats\n\nForeign Minister Bo Day held talks with his colleague Ann Roe in Port Royal on Tuesday, the ministry said.\n",
        headline: Some("Ministers hold their yearly talks in Port Royal on boats"),
        published: Some("2024-07-03"),
        body: &["Foreign Minister Bo Day"],
    },
    // The day behind the dateline's dash.
    Case {
        page: "Talks held in Port Royal\n\nPORT ROYAL (AP) — July 3, 2024 — Foreign Minister Bo Day held talks with his colleague Ann Roe in Port Royal on Tuesday, the ministry said.\n",
        headline: Some("Talks held in Port Royal"),
        published: Some("2024-07-03"),
        body: &["Foreign Minister Bo Day"],
    },
    // The day in front of it, with a dash.
    Case {
        page: "Talks held in Port Royal\n\nJuly 3, 2024 - PORT ROYAL - Foreign Minister Bo Day held talks with his colleague Ann Roe in Port Royal on Tuesday, the ministry said.\n",
        headline: Some("Talks held in Port Royal"),
        published: Some("2024-07-03"),
        body: &["Foreign Minister Bo Day"],
    },
    // The day alone.
    Case {
        page: "Talks held in Port Royal\n\n3 July 2024 – Foreign Minister Bo Day held talks with his colleague Ann Roe in Port Royal on Tuesday, the ministry said.\n",
        headline: Some("Talks held in Port Royal"),
        published: Some("2024-07-03"),
        body: &["Foreign Minister Bo Day"],
    },
    // Keys without a fence.
    Case {
        page: "Title: Talks held in Port Royal\nAuthor: Ann Lee\nDate: 2024-07-03\nSource: Harbour Times\n\nForeign Minister Bo Day held talks with his colleague Ann Roe in Port Royal on Tuesday, the ministry said.\n",
        headline: Some("Talks held in Port Royal"),
        published: Some("2024-07-03"),
        body: &["Foreign Minister Bo Day"],
    },
    // A site generator's page.
    Case {
        page: "---\nlayout: post\ntitle: Talks held in Port Royal\ndate: 2024-07-03 10:00:00 +0900\n---\n\n![boat](/img/boat.jpg)\n*Minister Bo Day in the capital. Photo: Harbour Times*\n\n**PORT ROYAL** — Foreign Minister Bo Day held [talks](https://example.org) with his colleague Ann Roe on Tuesday, the ministry said.\n\n> \"We are glad to meet,\" Minister Day said.\n\n## What comes next\n\n- A summit in June\n- A signing in July\n\nHe added: “We will *not* wait.”\n\n[Read more](https://example.org/more)\n",
        headline: Some("Talks held in Port Royal"),
        published: Some("2024-07-03T10:00:00"),
        body: &[
            "Foreign Minister Bo Day",
            "\"We are",
            "A summit",
            "A signing",
            "He added",
        ],
    },
    // The address is all that dates it.
    Case {
        page: "https://www.example.org/news/2024/07/03/talks\n\nTalks held in Port Royal\n\nForeign Minister Bo Day held talks with his colleague Ann Roe on Tuesday, the ministry said in a statement.\n",
        headline: Some("Talks held in Port Royal"),
        published: Some("2024-07-03"),
        body: &["Foreign Minister Bo Day"],
    },
    // No headline at all.
    Case {
        page: "Foreign Minister Bo Day held talks with his colleague Ann Roe on Tuesday.\nThe ministry said in a statement that they had agreed to meet again in the autumn.\n",
        headline: None,
        published: None,
        body: &["Foreign Minister Bo Day", "The ministry"],
    },
    // Site furniture on all sides, and a date of today's above that of the story.
    Case {
        page: "Home News World\nWednesday, July 3, 2024\nBreaking\nIsland ministers hold talks on fishing rules in the capital\nHarbour Times\n3 hours ago\n2 min read\n\nThe ministers of the two islands held talks on Tuesday on fishing rules, their offices said.\n\nAlso Read | Ministers met last year\nThey agreed to meet again in the autumn, the ministry said.\n\n(With inputs from agencies)\nFirst Published: Jul 2, 2024 11:15 PM IST\n",
        headline: Some("Island ministers hold talks on fishing rules in the capital"),
        published: Some("2024-07-02T23:15:00"),
        body: &["The ministers", "They agreed"],
    },
    // A caption and a summary before the dateline; related titles at the end.
    Case {
        page: "All news\n\nIsland ministers hold talks on fishing\n\nThe meeting was held on the sidelines of a summit due on Monday\nForeign Minister Bo Day TASS/Ann Roe\n© TASS/Ann Roe\n\nPORT ROYAL, November 9. /TASS/. The ministers of the two islands discussed fishing rules on Sunday, their offices said.\n\n“We are glad,” Minister Day said.\n-\nSinger talks about life, fame and goals on island show\n-\nBand makes island chart history\n",
        headline: Some("Island ministers hold talks on fishing"),
        published: None,
        body: &["The ministers", "“We are glad"],
    },
    // Day or month first? The dateline tells.
    Case {
        page: "HT Times.hb (En)\n\nIsland ministers hold talks on fishing\n\nDate: 09/10/2025 | Source: Times.hb (En) | Read original version at source\n\nPort Royal, October 9 (HT) -- The ministers of the two islands held talks on fishing rules on Wednesday.\n\nA reception was given.\n",
        headline: Some("Island ministers hold talks on fishing"),
        published: Some("2025-10-09"),
        body: &["The ministers", "A reception"],
    },
];

#[test]
fn pages_of_many_houses() {
    for case in CASES {
        let page = read(case.page, None);
        let heads = pieces(&page, PieceKind::Headline);
        assert_eq!(heads.first().copied(), case.headline, "{}", case.page);
        let published = page.published.map(|t| t.to_string());
        assert_eq!(published.as_deref(), case.published, "{}", case.page);
        let body: Vec<&str> = page
            .pieces
            .iter()
            .filter(|p| matches!(p.kind, PieceKind::Body | PieceKind::Item))
            .map(|p| &page.text[p.range.clone()])
            .collect();
        assert_eq!(body.len(), case.body.len(), "{body:#?}");
        for (paragraph, start) in body.iter().zip(case.body) {
            assert!(paragraph.starts_with(start), "{paragraph:?} for {start:?}");
        }
        assert_offsets(case.page);
    }
}

/// A day below the headline is no dateline, and hides none; an agency may be named last.
#[test]
fn days_and_sources_around_the_story() {
    let page = |day: &str, source: &str| {
        let story =
            "PORT ROYAL - The ministers of the two islands met on Monday and spoke of fish.";
        format!(
            "Island ministers hold talks\n\n{day}\n\n{story}\n\nA reception was given.\n\n{source}\n"
        )
    };
    for (day, source, outlet) in [
        (
            "Tuesday, January 18, 2011",
            "Source: Anda News Agency",
            Some("Anda News Agency"),
        ),
        ("Sunday 2 June 2010", "(Source: ANA)", Some("ANA")),
        (
            "Wednesday, June 2, 2010",
            "Source: the two of them, as told to us by a friend",
            None,
        ),
    ] {
        let input = page(day, source);
        let page = read(&input, None);
        let place = page.dateline.as_ref().map(|d| &page.text[d.place.clone()]);
        assert_eq!(place, Some("PORT ROYAL"), "{day}");
        assert!(page.published.is_some(), "{day}");
        assert_eq!(page.outlet.as_deref(), outlet, "{source}");
    }
}
