//! Time of each room.

use super::{Options, medians};
use demarche::Parser;
use demarche::bench::{Room, run_until};
use std::hint::black_box;
use std::time::Duration;

/// What each room takes for the whole corpus: the time up to its end, less the
/// time up to the end of the room before.
pub fn times(corpus: &[String], parser: &Parser, options: Options) -> Vec<(Room, Duration)> {
    let mut work: Vec<_> = Room::ALL
        .iter()
        .map(|&room| {
            move || {
                for text in corpus {
                    black_box(run_until(parser, black_box(text), room));
                }
            }
        })
        .collect();
    let mut work: Vec<_> = work.iter_mut().map(|w| w as &mut dyn FnMut()).collect();
    let until = medians(options.runs(), &mut work);
    let mut before = Duration::ZERO;
    let rooms = Room::ALL.iter().zip(until).map(|(&room, until)| {
        let own = until.saturating_sub(before);
        before = until;
        (room, own)
    });
    rooms.collect()
}
