//! The calendar file against RFC 5545.
#![cfg(feature = "ical")]

mod export_fixtures;

use demarche::export::ical;
use export_fixtures::{FIXTURES, article};

/// The file's content lines, unfolded.
fn lines(ics: &str) -> Vec<String> {
    ics.replace("\r\n ", "")
        .split("\r\n")
        .map(str::to_owned)
        .collect()
}

#[test]
fn the_file_keeps_the_rules_of_the_format() {
    for name in FIXTURES {
        let ics = ical::calendar([&article(name)]).ics;
        assert!(ics.ends_with("END:VCALENDAR\r\n"));
        assert!(
            !ics.replace("\r\n", "").contains(['\r', '\n']),
            "lines end in CRLF"
        );
        assert!(
            ics.split("\r\n").all(|line| line.len() <= 75),
            "lines are folded"
        );
        let mut open = Vec::new();
        for line in lines(&ics) {
            match line.split_once(':') {
                Some(("BEGIN", part)) => open.push(part.to_owned()),
                Some(("END", part)) => assert_eq!(open.pop().as_deref(), Some(part)),
                Some((key, _)) => assert!(key.starts_with(|c: char| c.is_ascii_uppercase())),
                None => assert!(line.is_empty(), "{line}"),
            }
        }
        assert!(open.is_empty());
        for event in ics.split("BEGIN:VEVENT").skip(1) {
            for key in [
                "UID:",
                "DTSTAMP:",
                "DTSTART;VALUE=DATE:",
                "DTEND;VALUE=DATE:",
                "SUMMARY:",
            ] {
                assert_eq!(
                    event.matches(&format!("\r\n{key}")).count(),
                    1,
                    "{key} in {name}"
                );
            }
        }
    }
}

#[test]
fn scheduled_days_are_entered_and_months_left_out_with_a_note() {
    let calendar = ical::calendar([&article("lisbon"), &article("plans")]);
    let lines = lines(&calendar.ics);
    let has = |line: &str| lines.iter().any(|l| l == line);
    // October 14 and 15: the end is the day after.
    assert!(has("DTSTART;VALUE=DATE:20241014") && has("DTEND;VALUE=DATE:20241016"));
    assert!(has("STATUS:CANCELLED"), "the meeting in Maputo");
    assert!(has("DTSTAMP:20240718T140500Z"), "no clock is read");
    assert!(has("LOCATION:Nairobi\\, Kenya"));
    assert_eq!(lines.iter().filter(|l| *l == "BEGIN:VEVENT").count(), 4);
    assert!(
        calendar
            .left_out
            .iter()
            .any(|n| n.contains("only the month or the year"))
    );
    assert_eq!(
        calendar,
        ical::calendar([&article("lisbon"), &article("plans")])
    );
}

/// Leaves what other programs can be asked about.
#[test]
fn calendars_are_written_for_other_programs() {
    let folder = concat!(env!("CARGO_TARGET_TMPDIR"), "/export");
    std::fs::create_dir_all(folder).expect("a folder");
    for name in FIXTURES {
        let ics = ical::calendar([&article(name)]).ics;
        std::fs::write(format!("{folder}/{name}.ics"), ics).expect("a file");
    }
}
