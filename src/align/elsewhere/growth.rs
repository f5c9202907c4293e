//! From sure pairs to stretches: what stands beside a moved unit has mostly moved with it.

use std::ops::Range;

use super::{
    super::{path::Shape, unit::Side},
    affinity::Affinity,
    standing::Standing,
};

/// Shapes that a stretch grows by, each with the logarithm of its prior odds.
const SHAPES: [(usize, usize, f32); 3] = [(1, 1, 0.0), (1, 2, -3.5), (2, 1, -3.5)];

/// Within a paragraph, and within a row of a table, the neighbours of a moved pair need this much
/// evidence: they have moved unless they are strangers.
const INSIDE: f32 = -2.0;

/// Across the bounds of blocks.
const ACROSS: f32 = 1.0;

/// Moved beads, and what is left for the path.
pub(super) struct Stretches<'a> {
    affinity: &'a Affinity<'a>,
    standing: &'a Standing,
    taken_source: Vec<bool>,
    taken_target: Vec<bool>,
    pub(super) beads: Vec<(Shape, f32)>,
}

/// To which side a stretch grows.
#[derive(Debug, Clone, Copy)]
enum Direction {
    Forward,
    Backward,
}

impl<'a> Stretches<'a> {
    pub(super) fn new(affinity: &'a Affinity<'a>, standing: &'a Standing) -> Self {
        Self {
            affinity,
            standing,
            taken_source: vec![false; affinity.source.units.len()],
            taken_target: vec![false; affinity.target.units.len()],
            beads: Vec::new(),
        }
    }

    /// Whether units are moved already.
    pub(super) fn has(&self, (from, to): &Shape) -> bool {
        let any = |taken: &[bool], units: &Range<usize>| {
            taken.get(units.clone()).is_none_or(|taken| taken.contains(&true))
        };
        any(&self.taken_source, from) || any(&self.taken_target, to)
    }

    /// Takes a pair and what moved with it, if all of that is sure `enough`.
    pub(super) fn add(&mut self, seed: Shape, odds: f32, enough: f32) {
        if self.has(&seed) {
            return;
        }
        let first = self.beads.len();
        self.take(seed.clone(), odds);
        for direction in [Direction::Forward, Direction::Backward] {
            let mut last = seed.clone();
            while let Some((next, odds)) = self.neighbour(&last, direction) {
                self.take(next.clone(), odds);
                last = next;
            }
        }
        let gains = self.beads[first..].iter().map(|(shape, odds)| odds - self.held(shape));
        if gains.sum::<f32>() < enough {
            for (shape, _) in self.beads.split_off(first) {
                self.mark(&shape, false);
            }
        }
    }

    fn take(&mut self, shape: Shape, odds: f32) {
        self.mark(&shape, true);
        self.beads.push((shape, odds));
    }

    fn mark(&mut self, (from, to): &Shape, taken: bool) {
        from.clone().for_each(|unit| self.taken_source[unit] = taken);
        to.clone().for_each(|unit| self.taken_target[unit] = taken);
    }

    /// What holds the units of a bead where the path has them.
    fn held(&self, (from, to): &Shape) -> f32 {
        self.standing.source.hold(from) + self.standing.target.hold(to)
    }

    /// The best bead beside `last` that moved with it.
    fn neighbour(&self, last: &Shape, direction: Direction) -> Option<(Shape, f32)> {
        let beside = SHAPES.iter().filter_map(|&(sources, targets, prior)| {
            let shape = (
                direction.beside(&last.0, sources, self.taken_source.len())?,
                direction.beside(&last.1, targets, self.taken_target.len())?,
            );
            self.evidence(last, &shape).map(|odds| (shape, odds + prior))
        });
        beside.reduce(|best, other| if other.1 > best.1 { other } else { best })
    }

    /// The odds of a bead beside a moved one, if they are enough to move it, too.
    fn evidence(&self, last: &Shape, shape: &Shape) -> Option<f32> {
        let together = self.standing.source.bead(shape.0.start)?
            == self.standing.target.bead(shape.1.start)?;
        let needed = self.needed(last, shape)?;
        if together || self.has(shape) {
            return None;
        }
        let odds = self.affinity.of(&shape.0, &shape.1).odds;
        (odds - self.held(shape) >= needed).then_some(odds)
    }

    /// The evidence that is asked for, by how the blocks lie.
    fn needed(&self, last: &Shape, shape: &Shape) -> Option<f32> {
        let source = continues(self.affinity.source, &last.0, &shape.0);
        let target = continues(self.affinity.target, &last.1, &shape.1);
        (source == target).then_some(if source { INSIDE } else { ACROSS })
    }
}

impl Direction {
    fn beside(self, units: &Range<usize>, count: usize, all: usize) -> Option<Range<usize>> {
        match self {
            Self::Forward => Some(units.end..units.end + count).filter(|beside| beside.end <= all),
            Self::Backward => Some(units.start.checked_sub(count)?..units.start),
        }
    }
}

/// Whether two neighbouring groups of units stand in one block, or in one row of a table.
fn continues(side: &Side, one: &Range<usize>, other: &Range<usize>) -> bool {
    let (before, after) = if one.start < other.start { (one, other) } else { (other, one) };
    let (Some(before), Some(after)) = (side.units.get(before.start), side.units.get(after.start))
    else {
        return false;
    };
    !after.begins_block || (before.row.is_some() && before.row == after.row)
}
