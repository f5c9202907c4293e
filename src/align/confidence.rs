//! How sure a bead is, from 0 to 1.
//!
//! A pair's evidence is the logarithm of the odds of translation against chance, so its logistic
//! is the probability that the two belong together. A null bead is as sure as its rival is
//! unsure: the unit taken in by a bead beside it, or, where it is a block by itself, paired with
//! what stands beside the gap.

use std::ops::Range;

use super::{
    absorbed::Beside,
    path::{Shape, is_pair},
    score::Scorer,
};

/// The probability that the bead at `place` is right, in thousandths: more would be noise in a
/// report.
pub(super) fn of(
    shapes: &[Shape],
    place: usize,
    scorer: &mut Scorer<'_>,
    beside: &Beside<'_>,
) -> f64 {
    let Some(shape) = shapes.get(place) else { return 0.0 };
    if is_pair(shape) {
        return of_odds(scorer.bead(&shape.0, &shape.1));
    }
    let alone = beside.odds_of_alone(scorer, shapes, place).map(logistic);
    in_thousandths(alone.unwrap_or_else(|| 1.0 - rival(shape, scorer, beside)))
}

/// The probability of the likeliest pair of the unit alone and one beside the gap.
fn rival((from, to): &Shape, scorer: &mut Scorer<'_>, beside: &Beside<'_>) -> f64 {
    let rows = around(from, beside.source.units.len());
    let columns = around(to, beside.target.units.len());
    let rivals = rows.flat_map(|row| columns.clone().map(move |column| (row, column)));
    let best = rivals.map(|(row, column)| scorer.bead(&(row..row + 1), &(column..column + 1)));
    best.map(logistic).fold(0.0, f64::max)
}

/// The units of a range; of an empty one those on both sides of it.
fn around(units: &Range<usize>, count: usize) -> Range<usize> {
    if units.is_empty() {
        units.start.saturating_sub(1)..(units.end + 1).min(count)
    } else {
        units.clone()
    }
}

/// The probability that goes with the logarithm of odds, in thousandths.
pub(super) fn of_odds(odds: f32) -> f64 {
    in_thousandths(logistic(odds))
}

fn in_thousandths(probability: f64) -> f64 {
    (probability * 1000.0).round() / 1000.0
}

fn logistic(evidence: f32) -> f64 {
    1.0 / (1.0 + f64::from(-evidence).exp())
}
