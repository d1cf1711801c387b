//! The tables of function words and of the calendar.

use super::super::class::Class;
use super::super::sense::*;
use super::super::table::Row;
use super::Loader;
use crate::error::LexiconError;

impl<'a> Loader<'a> {
    pub(super) fn word(&mut self, row: &Row<'a>) -> Result<(), LexiconError> {
        let class = match row.cell(1) {
            "determiner" => Class::DETERMINER,
            "pronoun" => Class::PRONOUN,
            "preposition" => Class::PREPOSITION,
            "conjunction" => Class::CONJUNCTION,
            "subordinator" => Class::SUBORDINATOR,
            "modal" => Class::MODAL,
            "auxiliary" => Class::AUXILIARY,
            "negative" => Class::NEGATIVE,
            "adverb" => Class::ADVERB,
            "adjective" => Class::ADJECTIVE,
            "relative" => Class::RELATIVE,
            "to" => Class::TO,
            "that" => Class::THAT,
            "number" => {
                let number = row.cell(2).parse().unwrap_or(0);
                self.lexicon
                    .vocabulary
                    .add_any_case(row.cell(0), Sense::Number(number));
                return Ok(());
            }
            "ordinal" => {
                let number = row.cell(2).parse().unwrap_or(0);
                self.lexicon
                    .vocabulary
                    .add_any_case(row.cell(0), Sense::Ordinal(number));
                return Ok(());
            }
            other => return Err(row.error(1, format!("`{other}` is no class of words"))),
        };
        let value = match row.cell(2) {
            "" => WordValue::None,
            "m-sg" => WordValue::He,
            "f-sg" => WordValue::She,
            "n-sg" => WordValue::It,
            "pl" => WordValue::They,
            "1sg" => WordValue::I,
            "1pl" => WordValue::We,
            "2" => WordValue::You,
            text => WordValue::Text(self.string(row, text)?),
        };
        self.lexicon
            .vocabulary
            .add_any_case(row.cell(0), Sense::Word(class, value));
        Ok(())
    }

    pub(super) fn calendar(&mut self, row: &Row<'a>) -> Result<(), LexiconError> {
        let cell = row.cell(2);
        let number = || cell.trim_start_matches('+').parse::<i8>().ok();
        let bad = || row.error(2, format!("`{cell}` is not a value of this class"));
        let sense = match row.cell(1) {
            "month" => Sense::Month(cell.parse().map_err(|_| bad())?),
            "weekday" => Sense::Weekday(cell.parse().map_err(|_| bad())?),
            "ordinal_day" => Sense::Ordinal(cell.parse().map_err(|_| bad())?),
            "relative" => Sense::RelativeDay(number().ok_or_else(bad)?),
            "unit" => Sense::Unit(time_unit(cell).ok_or_else(bad)?),
            "part" => Sense::Part(part_of(cell).ok_or_else(bad)?),
            "season" => {
                let (first, last) = cell.split_once('-').ok_or_else(bad)?;
                Sense::Season(
                    first.parse().map_err(|_| bad())?,
                    last.parse().map_err(|_| bad())?,
                )
            }
            "half" => Sense::YearPart(2, cell.parse().map_err(|_| bad())?),
            "quarter" => Sense::YearPart(4, cell.parse().map_err(|_| bad())?),
            "direction" => Sense::Direction(direction(cell).ok_or_else(bad)?),
            "daypart" => Sense::DayPart,
            other => return Err(row.error(1, format!("`{other}` is no class of the calendar"))),
        };
        self.add_all(row, 3, sense);
        Ok(())
    }
}

fn time_unit(cell: &str) -> Option<TimeUnit> {
    Some(match cell {
        "hour" => TimeUnit::Hour,
        "day" => TimeUnit::Day,
        "weekend" => TimeUnit::Weekend,
        "week" => TimeUnit::Week,
        "month" => TimeUnit::Month,
        "year" => TimeUnit::Year,
        "decade" => TimeUnit::Decade,
        _ => return None,
    })
}

fn part_of(cell: &str) -> Option<PartOf> {
    Some(match cell {
        "early" => PartOf::Early,
        "mid" => PartOf::Mid,
        "late" => PartOf::Late,
        _ => return None,
    })
}

fn direction(cell: &str) -> Option<Direction> {
    Some(match cell {
        "last" => Direction::Last,
        "this" => Direction::This,
        "next" => Direction::Next,
        "ago" => Direction::Ago,
        "from_now" => Direction::FromNow,
        _ => return None,
    })
}
