//! The scale of days, with long empty stretches cut out.

use crate::export::text::month;
use chrono::{Datelike, Days, Months, NaiveDate};

/// Pixels of a cut.
const CUT: f64 = 26.0;
/// Pixels that a character of a date takes at most.
const CHAR: f64 = 6.6;
/// Empty days that are never cut.
const KEPT_DAYS: i64 = 45;
/// Most stretches; of more gaps only the longest are cut.
const MAX_STRETCHES: usize = 6;

/// A piece of the scale: days from `first` to `last`, pixels from `x` on.
#[derive(Debug, Clone, PartialEq)]
struct Stretch {
    first: NaiveDate,
    last: NaiveDate,
    x: f64,
    width: f64,
}

impl Stretch {
    fn days(&self) -> i64 {
        days_between(self.first, self.last) + 1
    }

    /// Pixel of a number of days after the first.
    fn at(&self, days: i64) -> f64 {
        self.x + self.width * days as f64 / self.days().max(1) as f64
    }
}

/// The scale.
#[derive(Debug, Clone)]
pub(super) struct Axis {
    stretches: Vec<Stretch>,
}

/// A grid line; its label is left out where it would touch another.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Tick {
    pub(super) x: f64,
    pub(super) label: Option<String>,
}

fn days_between(first: NaiveDate, last: NaiveDate) -> i64 {
    last.signed_duration_since(first).num_days()
}

impl Axis {
    /// A scale on which all the spans lie; `None` without spans.
    pub(super) fn new(spans: &[(NaiveDate, NaiveDate)], left: f64, right: f64) -> Option<Self> {
        let mut stretches = merge(spans);
        stretches.first()?;
        let cuts = stretches.len().saturating_sub(1) as f64 * CUT;
        let total: i64 = stretches.iter().map(Stretch::days).sum();
        let count = stretches.len() as f64;
        // Half of the room goes to all alike, so that a day beside a decade
        // stays readable.
        let room = (right - left - cuts).max(1.0);
        let mut x = left;
        for stretch in &mut stretches {
            let share = stretch.days() as f64 / total.max(1) as f64;
            stretch.x = x;
            stretch.width = room * (0.5 / count + 0.5 * share);
            x += stretch.width + CUT;
        }
        Some(Axis { stretches })
    }

    fn stretch_of(&self, day: NaiveDate) -> Option<&Stretch> {
        let i = self.stretches.partition_point(|s| s.last < day);
        self.stretches.get(i).filter(|s| s.first <= day)
    }

    /// Pixel where a day begins.
    pub(super) fn start_of(&self, day: NaiveDate) -> f64 {
        self.stretch_of(day)
            .map_or(0.0, |s| s.at(days_between(s.first, day)))
    }

    /// Pixel where a day ends.
    pub(super) fn end_of(&self, day: NaiveDate) -> f64 {
        self.stretch_of(day)
            .map_or(0.0, |s| s.at(days_between(s.first, day) + 1))
    }

    /// Pixel of the middle of a day, if the scale has it.
    pub(super) fn inside(&self, day: NaiveDate) -> Option<f64> {
        self.stretch_of(day)?;
        Some((self.start_of(day) + self.end_of(day)) / 2.0)
    }

    /// The middles of the cuts.
    pub(super) fn cuts(&self) -> impl Iterator<Item = f64> {
        self.stretches.iter().skip(1).map(|s| s.x - CUT / 2.0)
    }

    /// The grid lines.
    pub(super) fn ticks(&self) -> Vec<Tick> {
        let mut ticks = Vec::new();
        let mut free = f64::MIN;
        for stretch in &self.stretches {
            let step = Step::of(stretch);
            for (n, day) in step.days(stretch).into_iter().enumerate() {
                let from = days_between(stretch.first, day);
                // The line of a day goes through what happened on it.
                let x = match step {
                    Step::Days(1) => (stretch.at(from) + stretch.at(from + 1)) / 2.0,
                    _ => stretch.at(from),
                };
                let half = |label: &str| label.chars().count() as f64 * CHAR / 2.0;
                // Behind a cut the year alone is better than nothing.
                let mut labels = vec![step.label(day)];
                labels.extend((n == 0).then(|| day.year().to_string()));
                let label = labels.into_iter().find(|l| x - half(l) > free);
                if let Some(label) = &label {
                    free = x + half(label) + 4.0;
                }
                ticks.push(Tick { x, label });
            }
        }
        ticks
    }
}

/// The spans joined into stretches: gaps longer than a month and a half are
/// cut, the longest first if there are many.
fn merge(spans: &[(NaiveDate, NaiveDate)]) -> Vec<Stretch> {
    let mut spans = spans.to_vec();
    spans.sort_unstable();
    let mut joined: Vec<(NaiveDate, NaiveDate)> = Vec::new();
    for (first, last) in spans {
        match joined.last_mut() {
            Some(open) if days_between(open.1, first) <= KEPT_DAYS => open.1 = open.1.max(last),
            _ => joined.push((first, last)),
        }
    }
    let mut gaps: Vec<i64> = joined
        .windows(2)
        .filter_map(|w| Some(days_between(w.first()?.1, w.get(1)?.0)))
        .collect();
    gaps.sort_unstable_by(|a, b| b.cmp(a));
    let cut_over = gaps.get(MAX_STRETCHES - 1).copied().unwrap_or(KEPT_DAYS);
    let mut stretches: Vec<Stretch> = Vec::new();
    for (first, last) in joined {
        match stretches.last_mut() {
            Some(open) if days_between(open.last, first) <= cut_over => {
                open.last = open.last.max(last);
            }
            _ => stretches.push(Stretch {
                first,
                last,
                x: 0.0,
                width: 0.0,
            }),
        }
    }
    stretches
}

/// The distance of grid lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Days(u64),
    Months(u32),
    Years(i32),
}

impl Step {
    /// The finest step whose labels have room.
    fn of(stretch: &Stretch) -> Self {
        const STEPS: [(Step, f64, f64); 11] = [
            (Step::Days(1), 1.0, 70.0),
            (Step::Days(2), 2.0, 70.0),
            (Step::Days(7), 7.0, 70.0),
            (Step::Days(14), 14.0, 70.0),
            (Step::Months(1), 30.4, 60.0),
            (Step::Months(3), 91.0, 60.0),
            (Step::Months(6), 182.0, 60.0),
            (Step::Years(1), 365.0, 36.0),
            (Step::Years(5), 1826.0, 36.0),
            (Step::Years(20), 7305.0, 36.0),
            (Step::Years(100), 36524.0, 36.0),
        ];
        let pixels = stretch.width / stretch.days().max(1) as f64;
        STEPS
            .into_iter()
            .find(|(_, days, room)| days * pixels >= *room)
            .map_or(Step::Years(500), |step| step.0)
    }

    /// The days in the stretch that get a line: at least its first.
    fn days(self, stretch: &Stretch) -> Vec<NaiveDate> {
        let mut day = match self {
            Step::Days(_) => Some(stretch.first),
            Step::Months(n) => {
                let month0 = stretch.first.month0() / n * n;
                stretch
                    .first
                    .with_day(1)
                    .and_then(|d| d.with_month0(month0))
            }
            Step::Years(n) => NaiveDate::from_ymd_opt(stretch.first.year().div_euclid(n) * n, 1, 1),
        };
        let mut days = Vec::new();
        while let Some(at) = day.filter(|d| *d <= stretch.last) {
            if at >= stretch.first {
                days.push(at);
            }
            day = match self {
                Step::Days(n) => at.checked_add_days(Days::new(n)),
                Step::Months(n) => at.checked_add_months(Months::new(n)),
                Step::Years(n) => NaiveDate::from_ymd_opt(at.year() + n, 1, 1),
            };
        }
        if days.is_empty() {
            days.push(stretch.first);
        }
        days
    }

    fn label(self, day: NaiveDate) -> String {
        let short = month(day.month()).get(..3).unwrap_or_default();
        match self {
            Step::Days(_) => format!("{} {short} {:02}", day.day(), day.year() % 100),
            Step::Months(_) => format!("{short} {}", day.year()),
            Step::Years(_) => day.year().to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(first: &str, last: &str) -> (NaiveDate, NaiveDate) {
        (first.parse().unwrap(), last.parse().unwrap())
    }

    #[test]
    fn a_long_gap_is_cut_and_time_still_runs_to_the_right() {
        let spans = [
            span("1953-07-27", "1953-07-27"),
            span("2024-07-18", "2024-07-18"),
            span("2024-08-01", "2024-08-31"),
        ];
        let axis = Axis::new(&spans, 0.0, 600.0).unwrap();
        assert_eq!(axis.cuts().count(), 1);
        let x: Vec<f64> = spans.iter().map(|s| axis.start_of(s.0)).collect();
        assert!(x[0] < x[1] && x[1] < x[2]);
        assert!(axis.end_of(spans[2].1) <= 600.0 + 1e-6);
    }

    #[test]
    fn labels_of_the_scale_never_touch() {
        for last in [
            "2024-01-02",
            "2024-01-20",
            "2024-06-01",
            "2031-01-01",
            "2999-12-31",
        ] {
            let spans = [span("1000-01-01", "1000-01-01"), span("2024-01-01", last)];
            let axis = Axis::new(&spans, 0.0, 560.0).unwrap();
            let labels: Vec<(f64, f64)> = axis
                .ticks()
                .into_iter()
                .filter_map(|t| Some((t.x, t.label?.chars().count() as f64 * CHAR / 2.0)))
                .collect();
            assert!(!labels.is_empty());
            for pair in labels.windows(2) {
                assert!(pair[0].0 + pair[0].1 < pair[1].0 - pair[1].1, "{last}");
            }
        }
    }

    #[test]
    fn many_gaps_leave_few_stretches() {
        let days: Vec<String> = (0..40).map(|i| format!("{}-01-01", 1900 + 3 * i)).collect();
        let spans: Vec<_> = days.iter().map(|d| span(d, d)).collect();
        let axis = Axis::new(&spans, 0.0, 600.0).unwrap();
        assert!(axis.stretches.len() <= MAX_STRETCHES);
    }
}
