//! How sure a bead is, from 0 to 1.
//!
//! A pair's evidence is the logarithm of the odds of translation against chance, so its logistic
//! is the probability that the two belong together. A null bead is as sure as its best rival is
//! unsure: the unit paired with what stands beside the gap.

use std::ops::Range;

use super::{path::Shape, score::Scorer};

/// The probability that a bead is right, in thousandths: more would be noise in a report.
pub(super) fn of(
    (from, to): &Shape,
    scorer: &mut Scorer<'_>,
    sources: usize,
    targets: usize,
) -> f64 {
    (probability(from, to, scorer, sources, targets) * 1000.0).round() / 1000.0
}

fn probability(
    from: &Range<usize>,
    to: &Range<usize>,
    scorer: &mut Scorer<'_>,
    sources: usize,
    targets: usize,
) -> f64 {
    if !from.is_empty() && !to.is_empty() {
        return logistic(scorer.bead(from, to));
    }
    let (rows, columns) = (beside(from, sources), beside(to, targets));
    let rivals = rows.flat_map(|row| columns.clone().map(move |column| (row, column)));
    let best = rivals.map(|(row, column)| scorer.bead(&(row..row + 1), &(column..column + 1)));
    1.0 - best.map(logistic).fold(0.0, f64::max)
}

/// The units of a range; of an empty one those on both sides of it.
fn beside(units: &Range<usize>, count: usize) -> Range<usize> {
    if units.is_empty() {
        units.start.saturating_sub(1)..(units.end + 1).min(count)
    } else {
        units.clone()
    }
}

fn logistic(evidence: f32) -> f64 {
    1.0 / (1.0 + f64::from(-evidence).exp())
}
