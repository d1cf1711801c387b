//! Datelines: where, when and by whose wire, in front of the first sentence.
//!
//! ```text
//! dateline := "(" AGENCY ")" sep
//!           | date ","? "(" PLACE ")" sep
//!           | PLACE qualifier* ("," islamic)? ("," date)? agency? sep
//! agency   := "(" AGENCY ")" | "/" AGENCY "/" "."? | [.,] AGENCY | "(" … date ")"
//! sep      := "--" | "—" | "–" | "-" | ":" | "_"
//! ```

mod parts;

use self::parts::{
    Cursor, Told, agency_inside, bare, date, day_inside, is_agency, islamic, place, slashed,
    trimmed,
};
use super::boilerplate::{self, Class};
use super::place::{is_place, is_shouted};
use super::shape::head;
use super::timestamp::{self, Day};
use std::ops::Range;

/// No dateline is longer, in bytes.
const LONGEST: usize = 200;

/// A dateline found at the start of a paragraph; ranges are of the paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    /// The place, if the dateline has one.
    pub(super) place: Option<Range<usize>>,
    pub(super) day: Option<Day>,
    pub(super) agency: Option<Range<usize>>,
    /// Where the prose starts.
    pub(super) end: usize,
}

/// What stands before a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Setting {
    /// It is the first paragraph of the story.
    pub(super) lead: bool,
    /// It is one of the first paragraphs.
    pub(super) first: bool,
    /// The page is all in capitals.
    pub(super) capitals: bool,
}

/// Reads the dateline at the start of `text`.
pub(super) fn read(text: &str, setting: Setting) -> Option<Found> {
    if let Some(found) = stamp(text).filter(|_| setting.lead) {
        return Some(found);
    }
    let first = text.chars().next()?;
    if !(first.is_uppercase() || first == '(' || first.is_ascii_digit() || first == '[') {
        return None;
    }
    let head = head(text, LONGEST);
    agency_only(head)
        .or_else(|| date_then_place(head))
        .or_else(|| date_only(head).filter(|_| setting.lead))
        .or_else(|| place_first(head, setting))
}

/// The date, with a dash or "(PLACE)" behind it, in front of a headline: the day and where
/// the title starts.
pub(super) fn before_title(text: &str) -> Option<(Day, usize)> {
    let (day, end) = timestamp::at_start(text)?;
    day.year?;
    let behind = text.get(end..)?;
    let title = behind.trim_start_matches([' ', '-', '–', '—', '|', ':']);
    let marks = behind.get(..behind.len() - title.len())?;
    if marks.trim().chars().count() == 1 && title.starts_with(char::is_uppercase) {
        return Some((day, text.len() - title.len()));
    }
    let mut cursor = Cursor { text, at: end };
    let place = cursor.bracketed(40)?;
    if !is_place(cursor.str(&place)) {
        return None;
    }
    cursor.separator(true);
    cursor.spaces();
    Some((day, cursor.at))
}

/// The day that a page was saved with, if one stands in front of the text.
pub(super) fn saved_day(text: &str) -> Option<Day> {
    stamp(text)?.day
}

/// "date 2018-06-01 The ministers …": the day that a page was saved with.
fn stamp(text: &str) -> Option<Found> {
    let label = text.get(..5).filter(|l| l.eq_ignore_ascii_case("date "))?;
    let rest = text.get(label.len()..)?;
    let iso = rest.get(..10).filter(|d| {
        d.char_indices().all(|(i, c)| match i {
            4 | 7 => c == '-',
            _ => c.is_ascii_digit(),
        })
    })?;
    let (day, _) = timestamp::at_start(iso)?;
    let end = label.len() + iso.len();
    let space = rest.get(iso.len()..)?;
    let space = space.len() - space.trim_start().len();
    (space > 0).then_some(Found {
        place: None,
        day: Some(day),
        agency: None,
        end: end + space,
    })
}

/// Whether a line is a dateline and no more: "NAIROBI, Kenya (AP) _".
pub(super) fn is_alone(text: &str) -> bool {
    let plain = text.trim_end_matches([' ', '-', '–', '—', '_']);
    if plain.len() > LONGEST {
        return false;
    }
    let setting = Setting {
        lead: true,
        first: true,
        capitals: false,
    };
    let line = format!("{plain} -- ");
    read(&line, setting).is_some_and(|found| {
        let name = found.place.clone().and_then(|p| line.get(p));
        let told = found.day.is_some() || found.agency.is_some();
        told && found.end == line.len() && name.is_some_and(is_shouted)
    })
}

/// Whether a line is a day and a place and no more, as on a letter: "June 14, 2000, Lima".
pub(super) fn is_letterhead(text: &str) -> bool {
    if text.len() > LONGEST {
        return false;
    }
    let line = format!("{} -- ", text.trim_end());
    let setting = Setting {
        lead: false,
        first: true,
        capitals: false,
    };
    read(&line, setting).is_some_and(|found| {
        let name = found.place.clone().and_then(|p| line.get(p));
        let dated = found.day.is_some_and(|d| d.year.is_some());
        dated && found.agency.is_none() && found.end == line.len() && name.is_some_and(is_place)
    })
}

/// "(Reuters) - ", "(CNN) —", "[Agency] –"
fn agency_only(text: &str) -> Option<Found> {
    let mut cursor = Cursor { text, at: 0 };
    let inside = cursor.bracketed(60)?;
    if !is_agency(cursor.str(&inside)) {
        return None;
    }
    if !cursor.separator(false) {
        let known = boilerplate::class(cursor.str(&inside)) == Some(Class::Agency);
        if known {
            cursor.spaces();
            return Some(Found {
                place: None,
                day: None,
                agency: Some(inside),
                end: cursor.at,
            });
        }
        // "(UrduPoint / WAM - 02nd May, 2021)" before the dateline proper.
        let day = day_inside(cursor.str(&inside))?;
        cursor.spaces();
        return Some(Found {
            place: None,
            day: Some(day),
            agency: Some(trimmed(text, inside)),
            end: cursor.at,
        });
    }
    Some(Found {
        place: None,
        day: None,
        agency: Some(inside),
        end: cursor.at,
    })
}

/// "October 6, 2022 (NAIROBI) –", "19 July 2024, Geneva –"
fn date_then_place(text: &str) -> Option<Found> {
    let (day, end) = timestamp::at_start(text)?;
    let mut cursor = Cursor { text, at: end };
    let _ = cursor.take(",") || cursor.separator(false);
    if let Some(place) = cursor.bracketed(40) {
        let known = is_place(cursor.str(&place));
        return (known && cursor.separator(true)).then_some(Found {
            place: Some(place),
            day: Some(day),
            agency: None,
            end: cursor.at,
        });
    }
    cursor.spaces();
    let place = place(&mut cursor)?;
    cursor.separator(true).then_some(Found {
        place: Some(place),
        day: Some(day),
        agency: None,
        end: cursor.at,
    })
}

/// "17 May 2016 – The president of": a day with its year.
fn date_only(text: &str) -> Option<Found> {
    let (day, end) = timestamp::at_start(text)?;
    let mut cursor = Cursor { text, at: end };
    let dated = day.year.is_some() && cursor.separator(false);
    let prose = cursor
        .rest()
        .starts_with(|c: char| c.is_uppercase() || c == '“');
    (dated && prose).then_some(Found {
        place: None,
        day: Some(day),
        agency: None,
        end: cursor.at,
    })
}

/// "SEOUL, July 19 (Yonhap) --" and its many kin.
fn place_first(text: &str, setting: Setting) -> Option<Found> {
    let mut cursor = Cursor { text, at: 0 };
    let place = place(&mut cursor)?;
    // "Vidal said": no mark, no agency, no month.
    let behind = cursor.rest().trim_start();
    let dated = setting.capitals && timestamp::may_start(behind);
    if !dated && behind.starts_with(|c: char| c.is_ascii_lowercase()) {
        return None;
    }
    let house = house(cursor.str(&place));
    let mut found = Found {
        place: (house == House::None).then(|| place.clone()),
        day: None,
        agency: (house == House::Outlet).then(|| place.clone()),
        end: 0,
    };
    // What else the place is told with: "(CUBA)", ", Belgium", "[Afghanistan]".
    loop {
        let mut look = cursor;
        let comma = look.take(",");
        if let Some(inside) = look.bracketed(90) {
            let words = look.str(&inside);
            let day = day_inside(words);
            if comma && day.is_none() && (!is_agency(words) || words.contains(' ')) {
                break;
            }
            if day.is_some() {
                found.day = day;
                found.agency = agency_inside(text, inside.clone());
                cursor = look;
                continue;
            }
            if !is_agency(words) {
                break;
            }
            cursor = look;
            let qualifies = cursor.rest().starts_with([',', ' ']) && found.day.is_none() && {
                let mut next = cursor;
                next.take(",") && (date(&mut next).is_some())
            };
            if !qualifies {
                found.agency = Some(inside);
            }
            continue;
        }
        if let Some(after) = islamic(cursor) {
            cursor = after;
            continue;
        }
        let mut look = cursor;
        if (look.take(",") || look.take(".") || look.take("/") || setting.capitals)
            && let Some(day) = date(&mut look)
        {
            found.day = Some(day);
            cursor = look;
            continue;
        }
        let mut look = cursor;
        let dated = match found.day {
            Some(day) if day.year.is_some() => Told::Year,
            Some(_) if !setting.capitals => Told::Day,
            _ => Told::Nothing,
        };
        if let Some(agency) = slashed(&mut look).or_else(|| bare(&mut look, dated)) {
            found.agency = Some(agency);
            cursor = look;
            continue;
        }
        let mut look = cursor;
        if found.day.is_none() && found.agency.is_none() && look.take(",") && {
            look.spaces();
            parts::place(&mut look).is_some()
        } {
            cursor = look;
            continue;
        }
        break;
    }
    cursor.take(",");
    if let Some((day, behind)) = behind_mark(cursor).filter(|_| found.day.is_none()) {
        found.day = Some(day);
        found.end = behind;
        return Some(found);
    }
    let told = found.day.is_some() || found.agency.is_some();
    let name = cursor.str(&place);
    let shouted = !setting.capitals && is_shouted(name);
    let mut end = cursor;
    let slashes = text
        .get(..cursor.at)
        .is_some_and(|t| t.trim_end().ends_with(['/']));
    if slashes {
        end.take(".");
        end.separator(false);
        end.spaces();
        found.end = end.at;
        return Some(found);
    }
    let short = name.split_whitespace().count() <= 3;
    let colon = told || setting.first && shouted || setting.lead && short;
    let accepted = end.separator(colon)
        && (told || shouted && setting.first || bare_place(name, end.rest(), setting));
    if accepted {
        found.end = end.at;
        return Some(found);
    }
    // Wires that forget the dash: "BEIJING, Sept. 24 (Xinhua) Chinese …".
    let both = found.day.is_some() && found.agency.is_some();
    let dotted = found.agency.is_some() && end.take(".");
    if both || dotted || (found.agency.is_some() && shouted) {
        end.take(".");
        end.spaces();
        found.end = end.at;
        return Some(found);
    }
    // "Geneva, 19 July 2024. The …", "BAKU, Azerbaijan, July 19. The …"
    let full = found.day.is_some_and(|d| shouted || d.year.is_some());
    if setting.first && full && (end.take(".") || end.take("/")) {
        end.spaces();
        found.end = end.at;
        return Some(found);
    }
    None
}

/// What a name in front of the story is if it is no place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum House {
    None,
    /// "International Desk"
    Desk,
    /// "EXAMPLE.com", "HAVANA HERALD"
    Outlet,
}

fn house(name: &str) -> House {
    const DESKS: &[&str] = &["bureau", "correspondent", "desk", "newsroom"];
    const OUTLETS: &[&str] = &[
        "chronicle",
        "daily",
        "gazette",
        "herald",
        "monitor",
        "observer",
        "online",
        "post",
        "times",
        "today",
        "tribune",
    ];
    let last = name.rsplit(' ').next().unwrap_or_default();
    let is = |words: &[&str]| words.iter().any(|w| last.eq_ignore_ascii_case(w));
    let domain = name.rsplit_once('.').is_some_and(|(before, end)| {
        !before.contains(' ')
            && (2..=4).contains(&end.len())
            && end.bytes().all(|b| b.is_ascii_lowercase())
    });
    match () {
        _ if domain || is(OUTLETS) && name.contains(' ') => House::Outlet,
        _ if is(DESKS) => House::Desk,
        _ => House::None,
    }
}

/// "LIMA — May 17, 2016 —", "LIMA: (May 17, 2016)": a day with its year behind the mark, and
/// where the prose starts.
fn behind_mark(mut cursor: Cursor<'_>) -> Option<(Day, usize)> {
    if !cursor.separator(true) {
        return None;
    }
    let day = match cursor.bracketed(40) {
        Some(inside) => day_inside(cursor.str(&inside))?,
        None => date(&mut cursor).filter(|_| cursor.separator(true))?,
    };
    cursor.spaces();
    day.year.map(|_| (day, cursor.at))
}

/// "Tehran – The Iranian foreign minister": a short name and a dash alone, before
/// a capital letter.
fn bare_place(name: &str, rest: &str, setting: Setting) -> bool {
    setting.lead
        && !setting.capitals
        && name.split_whitespace().count() <= 3
        && rest.starts_with(|c: char| c.is_uppercase() || c == '“' || c == '"')
}
