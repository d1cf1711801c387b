//! Days of publication and datelines.

use super::*;

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
