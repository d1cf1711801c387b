//! Dates as people write them, through the real grammar, against one Friday.

use super::{Calendar, resolve};
use crate::grammar::Facts;
use crate::model::PartialDate;
use crate::parser::Parser;
use chrono::NaiveDate;

const AHEAD: bool = true;
const BEHIND: bool = false;

/// Phrase, direction of its clause, first and last of what is meant ("" is none);
/// the article is of Friday, 19 July 2024.
const CASES: &[(&str, bool, &str, &str)] = &[
    // days
    ("on July 18", BEHIND, "2024-07-18", "2024-07-18"),
    ("on July 18, 2024", BEHIND, "2024-07-18", "2024-07-18"),
    ("on 18 July", BEHIND, "2024-07-18", "2024-07-18"),
    ("on 18 July 2023", BEHIND, "2023-07-18", "2023-07-18"),
    ("on the 18th of July", BEHIND, "2024-07-18", "2024-07-18"),
    ("on Sept. 24", AHEAD, "2024-09-24", "2024-09-24"),
    ("on Sep 24", AHEAD, "2024-09-24", "2024-09-24"),
    ("on September 24, 2012", BEHIND, "2012-09-24", "2012-09-24"),
    ("on Feb. 3", BEHIND, "2024-02-03", "2024-02-03"),
    ("on 9 OCT 89", BEHIND, "1989-10-09", "1989-10-09"),
    ("on October 9, 1989", BEHIND, "1989-10-09", "1989-10-09"),
    ("on Thursday, July 18", BEHIND, "2024-07-18", "2024-07-18"),
    (
        "on Thursday, 18 July 2024",
        BEHIND,
        "2024-07-18",
        "2024-07-18",
    ),
    ("on Monday, August 5", AHEAD, "2024-08-05", "2024-08-05"),
    ("on 2024-07-18", BEHIND, "2024-07-18", "2024-07-18"),
    ("on the 18th", BEHIND, "2024-07-18", "2024-07-18"),
    ("on the 19th", BEHIND, "2024-07-19", "2024-07-19"),
    ("on the 19th", AHEAD, "2024-07-19", "2024-07-19"),
    ("on the 25th", BEHIND, "2024-06-25", "2024-06-25"),
    ("on the 25th", AHEAD, "2024-07-25", "2024-07-25"),
    ("on the 5th", AHEAD, "2024-08-05", "2024-08-05"),
    ("on the 3rd", BEHIND, "2024-07-03", "2024-07-03"),
    ("on the 1st", BEHIND, "2024-07-01", "2024-07-01"),
    ("on the 22nd", AHEAD, "2024-07-22", "2024-07-22"),
    // without a year, around the turn of the year: see the January table
    ("on January 20", BEHIND, "2024-01-20", "2024-01-20"),
    ("on January 20", AHEAD, "2025-01-20", "2025-01-20"),
    ("on March 5", AHEAD, "2025-03-05", "2025-03-05"),
    // ranges of days
    (
        "from the 27th to the 29th",
        AHEAD,
        "2024-07-27",
        "2024-07-29",
    ),
    ("on the 27th and 28th", AHEAD, "2024-07-27", "2024-07-28"),
    (
        "from the 3rd to the 5th",
        BEHIND,
        "2024-07-03",
        "2024-07-05",
    ),
    ("from July 27 to 29", AHEAD, "2024-07-27", "2024-07-29"),
    (
        "from July 30 to August 2",
        AHEAD,
        "2024-07-30",
        "2024-08-02",
    ),
    (
        "from 30 July to 2 August",
        AHEAD,
        "2024-07-30",
        "2024-08-02",
    ),
    ("on July 27-29", AHEAD, "2024-07-27", "2024-07-29"),
    ("on July 27-29, 2023", BEHIND, "2023-07-27", "2023-07-29"),
    ("on 27-29 July", AHEAD, "2024-07-27", "2024-07-29"),
    ("on 16 and 17 October", AHEAD, "2024-10-16", "2024-10-17"),
    ("on July 10 and 11", BEHIND, "2024-07-10", "2024-07-11"),
    (
        "from March 2 to 3, 2020",
        BEHIND,
        "2020-03-02",
        "2020-03-03",
    ),
    ("on December 10-11", AHEAD, "2024-12-10", "2024-12-11"),
    (
        "from Tuesday to Thursday",
        AHEAD,
        "2024-07-23",
        "2024-07-25",
    ),
    (
        "from Tuesday until Thursday",
        AHEAD,
        "2024-07-23",
        "2024-07-25",
    ),
    (
        "on Tuesday and Wednesday",
        BEHIND,
        "2024-07-16",
        "2024-07-17",
    ),
    (
        "on Tuesday and Wednesday",
        AHEAD,
        "2024-07-23",
        "2024-07-24",
    ),
    (
        "from Monday through Friday",
        AHEAD,
        "2024-07-22",
        "2024-07-26",
    ),
    // weekdays
    ("on Monday", BEHIND, "2024-07-15", "2024-07-15"),
    ("on Tuesday", BEHIND, "2024-07-16", "2024-07-16"),
    ("on Wednesday", BEHIND, "2024-07-17", "2024-07-17"),
    ("on Thursday", BEHIND, "2024-07-18", "2024-07-18"),
    ("on Friday", BEHIND, "2024-07-19", "2024-07-19"),
    ("on Saturday", BEHIND, "2024-07-13", "2024-07-13"),
    ("on Sunday", BEHIND, "2024-07-14", "2024-07-14"),
    ("on Monday", AHEAD, "2024-07-22", "2024-07-22"),
    ("on Tuesday", AHEAD, "2024-07-23", "2024-07-23"),
    ("on Thursday", AHEAD, "2024-07-25", "2024-07-25"),
    ("on Friday", AHEAD, "2024-07-19", "2024-07-19"),
    ("on Saturday", AHEAD, "2024-07-20", "2024-07-20"),
    ("on Sunday", AHEAD, "2024-07-21", "2024-07-21"),
    ("on Tues.", BEHIND, "2024-07-16", "2024-07-16"),
    ("last Tuesday", BEHIND, "2024-07-16", "2024-07-16"),
    ("last Friday", BEHIND, "2024-07-12", "2024-07-12"),
    ("next Monday", AHEAD, "2024-07-22", "2024-07-22"),
    ("next Friday", AHEAD, "2024-07-26", "2024-07-26"),
    ("this Wednesday", BEHIND, "2024-07-17", "2024-07-17"),
    ("this Sunday", AHEAD, "2024-07-21", "2024-07-21"),
    ("on Wednesday evening", BEHIND, "2024-07-17", "2024-07-17"),
    ("on Thursday morning", BEHIND, "2024-07-18", "2024-07-18"),
    ("on Monday afternoon", AHEAD, "2024-07-22", "2024-07-22"),
    // days near the article
    ("today", BEHIND, "2024-07-19", "2024-07-19"),
    ("yesterday", BEHIND, "2024-07-18", "2024-07-18"),
    ("tomorrow", AHEAD, "2024-07-20", "2024-07-20"),
    ("tonight", AHEAD, "2024-07-19", "2024-07-19"),
    ("last night", BEHIND, "2024-07-18", "2024-07-18"),
    ("earlier today", BEHIND, "2024-07-19", "2024-07-19"),
    ("later today", AHEAD, "2024-07-19", "2024-07-19"),
    ("yesterday afternoon", BEHIND, "2024-07-18", "2024-07-18"),
    ("tomorrow morning", AHEAD, "2024-07-20", "2024-07-20"),
    ("two days ago", BEHIND, "2024-07-17", "2024-07-17"),
    ("three days ago", BEHIND, "2024-07-16", "2024-07-16"),
    ("10 days ago", BEHIND, "2024-07-09", "2024-07-09"),
    // weeks
    ("this week", BEHIND, "2024-07-15", "2024-07-21"),
    ("last week", BEHIND, "2024-07-08", "2024-07-14"),
    ("next week", AHEAD, "2024-07-22", "2024-07-28"),
    ("early next week", AHEAD, "2024-07-22", "2024-07-28"),
    ("later this week", AHEAD, "2024-07-15", "2024-07-21"),
    ("earlier this week", BEHIND, "2024-07-15", "2024-07-21"),
    ("late last week", BEHIND, "2024-07-08", "2024-07-14"),
    ("last weekend", BEHIND, "2024-07-13", "2024-07-14"),
    ("at the weekend", AHEAD, "2024-07-20", "2024-07-21"),
    ("this weekend", AHEAD, "2024-07-20", "2024-07-21"),
    ("in the coming week", AHEAD, "2024-07-22", "2024-07-28"),
    // months
    ("in June", BEHIND, "2024-06", "2024-06"),
    ("in June", AHEAD, "2025-06", "2025-06"),
    ("in July", BEHIND, "2024-07", "2024-07"),
    ("in August", AHEAD, "2024-08", "2024-08"),
    ("in August", BEHIND, "2023-08", "2023-08"),
    ("in November 2022", BEHIND, "2022-11", "2022-11"),
    ("in early July", BEHIND, "2024-07", "2024-07"),
    ("in mid-November", AHEAD, "2024-11", "2024-11"),
    ("in late May", BEHIND, "2024-05", "2024-05"),
    ("at the end of June", BEHIND, "2024-06", "2024-06"),
    ("at the start of July", BEHIND, "2024-07", "2024-07"),
    ("at the beginning of May", BEHIND, "2024-05", "2024-05"),
    ("last month", BEHIND, "2024-06", "2024-06"),
    ("next month", AHEAD, "2024-08", "2024-08"),
    ("this month", BEHIND, "2024-07", "2024-07"),
    ("early last month", BEHIND, "2024-06", "2024-06"),
    ("late next month", AHEAD, "2024-08", "2024-08"),
    ("earlier this month", BEHIND, "2024-07", "2024-07"),
    ("later this month", AHEAD, "2024-07", "2024-07"),
    ("at the end of this month", AHEAD, "2024-07", "2024-07"),
    ("last May", BEHIND, "2024-05", "2024-05"),
    ("last September", BEHIND, "2023-09", "2023-09"),
    ("next March", AHEAD, "2025-03", "2025-03"),
    ("next September", AHEAD, "2024-09", "2024-09"),
    ("in March of this year", BEHIND, "2024-03", "2024-03"),
    ("in March last year", BEHIND, "2023-03", "2023-03"),
    ("in October next year", AHEAD, "2025-10", "2025-10"),
    ("two months ago", BEHIND, "2024-05", "2024-05"),
    ("six months ago", BEHIND, "2024-01", "2024-01"),
    // years and their parts
    ("in 2009", BEHIND, "2009", "2009"),
    ("in 1967", BEHIND, "1967", "1967"),
    ("last year", BEHIND, "2023", "2023"),
    ("next year", AHEAD, "2025", "2025"),
    ("this year", BEHIND, "2024", "2024"),
    ("early next year", AHEAD, "2025", "2025"),
    ("later this year", AHEAD, "2024", "2024"),
    ("earlier this year", BEHIND, "2024", "2024"),
    ("two years ago", BEHIND, "2022", "2022"),
    ("a year ago", BEHIND, "2023", "2023"),
    ("a decade ago", BEHIND, "2014", "2014"),
    (
        "in the second half of this year",
        AHEAD,
        "2024-07",
        "2024-12",
    ),
    (
        "in the first half of this year",
        BEHIND,
        "2024-01",
        "2024-06",
    ),
    ("in the first half of 2025", AHEAD, "2025-01", "2025-06"),
    (
        "in the second half of next year",
        AHEAD,
        "2025-07",
        "2025-12",
    ),
    ("in the third quarter of 2024", AHEAD, "2024-07", "2024-09"),
    (
        "in the fourth quarter of this year",
        AHEAD,
        "2024-10",
        "2024-12",
    ),
    (
        "in the first quarter of next year",
        AHEAD,
        "2025-01",
        "2025-03",
    ),
    ("in the spring of 2023", BEHIND, "2023-03", "2023-05"),
    ("last summer", BEHIND, "2023-06", "2023-08"),
    ("this autumn", AHEAD, "2024-09", "2024-11"),
    ("next spring", AHEAD, "2025-03", "2025-05"),
    ("in the fall of 2022", BEHIND, "2022-09", "2022-11"),
    ("in the winter of 2022", BEHIND, "2022-12", "2023-02"),
    // nothing to settle
    ("since 2009", BEHIND, "", ""),
    ("by Friday", AHEAD, "", ""),
    ("until next week", AHEAD, "", ""),
    ("before July 30", AHEAD, "", ""),
    ("in recent years", BEHIND, "", ""),
    ("in the coming months", AHEAD, "", ""),
];

fn facts(text: &str) -> Facts {
    let parser = Parser::default();
    let page = parser.page(text).expect("a page");
    let document = parser.document(&page);
    parser.facts(&page, &document)
}

/// The first date of a text, settled.
fn settled(text: &str, calendar: &Calendar, future: bool) -> (String, String) {
    let show = |d: PartialDate| d.to_string();
    facts(text)
        .dates
        .first()
        .and_then(|d| resolve(calendar, d, future))
        .map(|(a, b)| (show(a), show(b)))
        .unwrap_or_default()
}

fn calendar() -> Calendar {
    Calendar {
        reference: NaiveDate::from_ymd_opt(2024, 7, 19),
        ..Calendar::default()
    }
}

#[test]
fn dates_are_settled() {
    let mut wrong = Vec::new();
    for (phrase, future, start, end) in CASES {
        let verb = if *future { "will meet" } else { "met" };
        let text = format!("The delegations of Peru and Chile {verb} in Lima {phrase}, he said.");
        let found = settled(&text, &calendar(), *future);
        if (found.0.as_str(), found.1.as_str()) != (*start, *end) {
            wrong.push(format!("{phrase}: {found:?}, not {start}..{end}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_month_named_last_is_carried_on() {
    let calendar = Calendar {
        month: Some((2024, 3)),
        ..calendar()
    };
    let found = settled(
        "The ministers met in Lima on the 18th, he said.",
        &calendar,
        BEHIND,
    );
    assert_eq!(found.0, "2024-03-18");
}

#[test]
fn a_day_is_counted_from_the_day_named_last() {
    let calendar = Calendar {
        context: NaiveDate::from_ymd_opt(2024, 3, 18),
        ..calendar()
    };
    for (phrase, day) in [
        ("the same day", "2024-03-18"),
        ("a day earlier", "2024-03-17"),
        ("the next day", "2024-03-19"),
    ] {
        let text = format!("The ministers met in Lima {phrase}, he said.");
        assert_eq!(settled(&text, &calendar, BEHIND).0, day, "{phrase}");
    }
}

#[test]
fn no_reference_settles_no_relative_date() {
    for phrase in ["on Tuesday", "last month", "on the 18th", "on July 18"] {
        let text = format!("The ministers met in Lima {phrase}, he said.");
        assert_eq!(
            settled(&text, &Calendar::default(), BEHIND).0,
            "",
            "{phrase}"
        );
    }
}
