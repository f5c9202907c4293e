//! Sums over neighbouring units, so that no bead adds them up again.

use std::ops::Range;

use super::unit::Side;

/// What the units before each one have together; one entry more than there are.
#[derive(Debug)]
pub(super) struct Totals(Vec<Total>);

#[derive(Debug, Clone, Copy, Default)]
struct Total {
    /// Characters, whole numbers.
    length: f64,
    sentences: usize,
    /// Units that begin a block.
    beginnings: usize,
}

impl Totals {
    pub(super) fn of(side: &Side) -> Self {
        let mut total = Total::default();
        let mut totals = vec![total];
        for unit in &side.units {
            total.length += f64::from(unit.length);
            total.sentences += unit.sentences;
            total.beginnings += usize::from(unit.begins_block);
            totals.push(total);
        }
        Self(totals)
    }

    /// The characters of some units.
    pub(super) fn length(&self, units: &Range<usize>) -> f32 {
        (self.0[units.end].length - self.0[units.start].length) as f32
    }

    /// The sentences of some units.
    pub(super) fn sentences(&self, units: &Range<usize>) -> usize {
        self.0[units.end].sentences - self.0[units.start].sentences
    }

    /// Whether one of some units, but the first, begins a block.
    pub(super) fn crosses(&self, units: &Range<usize>) -> bool {
        let second = (units.start + 1).min(units.end);
        self.0[units.end].beginnings > self.0[second].beginnings
    }
}
