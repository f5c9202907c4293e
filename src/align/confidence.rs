//! How sure a bead is, from 0 to 1.
//!
//! A pair's evidence is the logarithm of the odds of translation against chance, so its logistic
//! is the probability that the two belong together. A null bead is as sure as its rival is
//! unsure: the unit taken in by a bead beside it, or paired with what stands beside the gap. The
//! freer a translation, the more of what seems to be lost is there in other words.

use std::ops::Range;

use super::{
    absorbed::Beside,
    path::{Shape, is_pair},
    score::Scorer,
};

/// How free a translation may be, as a share of its words, to be taken at its word; and by how much
/// the odds against a loss, a logarithm, grow beyond. In a hundred thousand words of free prose that
/// halves what is called sure and is false; of the sentences deleted from close translations hardly
/// one is called unsure for it.
const CLOSE: f32 = 0.06;
const FREEDOM_ODDS: f32 = 30.0;

/// The odds of a sentence of which no word is known, as of an interjection, at most: nothing but its
/// length says that it is lost.
const NOTHING_KNOWN: f32 = -0.5;

/// What the difference of two neighbours that have no counterpart says at most of their being none
/// of each other: in a free translation they may not share a word.
const STRANGENESS: f32 = 1.5;

/// What is so many times as long as what stands opposite is no rendering of it.
const MUCH_LONGER: f32 = 3.0;

/// So many beads on each side are looked at for what stands opposite.
const NEAR: usize = 8;

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
    let odds = match beside.odds_of_alone(scorer, shapes, place) {
        Some(odds) if !shape.0.is_empty() && !scorer.is_known(&shape.0) => odds.min(NOTHING_KNOWN),
        Some(odds) => odds,
        None => odds_of_no_pair(shapes, place, scorer, beside),
    };
    of_odds(odds - FREEDOM_ODDS * (scorer.freedom() - CLOSE).max(0.0))
}

/// The logarithm of the odds that a unit belongs to nothing beside the gap.
fn odds_of_no_pair(
    shapes: &[Shape],
    place: usize,
    scorer: &mut Scorer<'_>,
    beside: &Beside<'_>,
) -> f32 {
    let Some(shape) = shapes.get(place) else { return 0.0 };
    let odds = -rival(shape, scorer, beside);
    if has_an_opposite(shapes, place, scorer) { odds.min(STRANGENESS) } else { odds }
}

/// Whether what has no counterpart stands beside something of the other side that has none either,
/// and is not much longer.
fn has_an_opposite(shapes: &[Shape], place: usize, scorer: &Scorer<'_>) -> bool {
    let (before, after) = shapes.split_at(place.min(shapes.len()));
    let is_null = |shape: &&Shape| !is_pair(shape);
    let before = before.iter().rev().take(NEAR).take_while(is_null);
    let after = after.iter().take(NEAR).take_while(is_null);
    let lengths = before.chain(after).map(|(from, to)| scorer.lengths(from, to));
    let (source, target) = lengths.fold((0.0, 0.0), |sum, of| (sum.0 + of.0, sum.1 + of.1));
    let is_omission = shapes.get(place).is_some_and(|(_, to)| to.is_empty());
    let (own, other) = if is_omission { (source, target) } else { (target, source) };
    own <= MUCH_LONGER * other
}

/// The evidence of the likeliest pair of the unit alone and one beside the gap.
fn rival((from, to): &Shape, scorer: &mut Scorer<'_>, beside: &Beside<'_>) -> f32 {
    let rows = around(from, beside.source.units.len());
    let columns = around(to, beside.target.units.len());
    let rivals = rows.flat_map(|row| columns.clone().map(move |column| (row, column)));
    let evidence = rivals.map(|(row, column)| scorer.bead(&(row..row + 1), &(column..column + 1)));
    evidence.fold(f32::NEG_INFINITY, f32::max)
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
    (logistic(odds) * 1000.0).round() / 1000.0
}

fn logistic(evidence: f32) -> f64 {
    1.0 / (1.0 + f64::from(-evidence).exp())
}
