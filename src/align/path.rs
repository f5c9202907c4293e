//! The best path of beads through two sequences of units, by dynamic programming in a band.

use std::{ops::Range, sync::Arc};

use super::{
    anchors::Anchor,
    band::Band,
    bounds::Sums,
    prior::Priors,
    score::{Least, Scorer},
};
use crate::text::memory::{Memory, is_held};

/// Shapes of beads with both sides, as numbers of source and of target units.
const SHAPES: [(usize, usize); 14] = [
    (1, 1),
    (1, 2),
    (2, 1),
    (2, 2),
    (1, 3),
    (3, 1),
    (1, 4),
    (4, 1),
    (2, 3),
    (3, 2),
    (1, 5),
    (5, 1),
    (1, 6),
    (6, 1),
];

/// What the last bead was: a run of null beads is likelier than as many apart.
const STATES: [State; 3] = [State::Paired, State::Omitting, State::Adding];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Paired,
    Omitting,
    Adding,
}

/// The bead that led to a node, and the state before it.
#[derive(Debug, Clone, Copy)]
struct Step {
    source: u8,
    target: u8,
    from: State,
}

/// A bead as ranges of source and of target units.
pub(super) type Shape = (Range<usize>, Range<usize>);

/// Whether a bead has both sides.
pub(super) fn is_pair((from, to): &Shape) -> bool {
    !from.is_empty() && !to.is_empty()
}

/// The beads of the best path to the `end` of both sides that leads through all `gates`.
pub(super) fn best(
    scorer: &mut Scorer<'_>,
    priors: &Priors,
    band: &Band,
    gates: &[Anchor],
    end: Anchor,
) -> Vec<Shape> {
    scorer.fall_silent();
    let mut ends: Vec<Anchor> = gates.to_vec();
    ends.retain(|&(row, column)| row < end.0 && column < end.1 && band.has(row, column));
    ends.push(end);
    let (mut path, mut start) = (Vec::new(), (0, 0));
    for end in ends {
        let stretch = Stretch { band, start, end };
        let found = stretch.remembered(scorer, priors);
        path.extend(found.iter().scan(start, |at, &(sources, targets)| {
            let from = *at;
            *at = (from.0 + usize::from(sources), from.1 + usize::from(targets));
            Some((from.0..at.0, from.1..at.1))
        }));
        start = end;
    }
    path
}

/// A part of a path, looked for by itself.
#[derive(Clone, Copy)]
struct Stretch<'a> {
    band: &'a Band,
    start: Anchor,
    end: Anchor,
}

/// How many source and target units each bead of a stretch takes.
type Steps = Arc<Vec<(u8, u8)>>;

impl Stretch<'_> {
    /// The best path; one that was looked for before, with all that it depends on the same, is
    /// remembered.
    fn remembered(self, scorer: &mut Scorer<'_>, priors: &Priors) -> Steps {
        static KNOWN: Memory<Steps> = Memory::new();
        if !is_held() {
            return self.steps(scorer, priors);
        }
        let mut all: Vec<u8> = priors.written().collect();
        for row in self.start.0..=self.end.0 {
            let Range { start, end } = self.columns(row);
            all.extend(
                [start - self.start.1, end - self.start.1]
                    .map(|at| at as u32)
                    .iter()
                    .flat_map(|at| at.to_le_bytes()),
            );
        }
        scorer.write(&(self.start.0..self.end.0), &(self.start.1..self.end.1), &mut all);
        KNOWN.of(blake3::hash(&all).to_hex().as_str(), || self.steps(scorer, priors))
    }

    fn steps(self, scorer: &mut Scorer<'_>, priors: &Priors) -> Steps {
        scorer.meet_within(self.band, self.start.0..self.end.0);
        let grid = Grid { first: self.start.0, rows: Vec::new() };
        let mut search = Search { scorer, priors, ways: ways(priors), start: self.start, grid };
        for row in self.start.0..=self.end.0 {
            search.reach_row(row, self.columns(row));
        }
        Arc::new(search.grid.trace(self.end))
    }

    /// The nodes of a row.
    fn columns(self, row: usize) -> Range<usize> {
        let Range { start, end } = self.band.boundaries(row);
        start.max(self.start.1)..end.min(self.end.1 + 1)
    }
}

/// A shape, with what does not depend on where a bead of it stands.
#[derive(Debug, Clone, Copy)]
struct Way {
    source: usize,
    target: usize,
    prior: f32,
    /// All but its words says no more.
    most: f32,
}

fn ways(priors: &Priors) -> [Way; SHAPES.len()] {
    SHAPES.map(|(source, target)| Way {
        source,
        target,
        prior: priors.paired(source, target),
        most: Scorer::most_beside_words((source, target)),
    })
}

struct Search<'a, 'b> {
    scorer: &'a mut Scorer<'b>,
    priors: &'a Priors,
    ways: [Way; SHAPES.len()],
    start: Anchor,
    grid: Grid,
}

impl Search<'_, '_> {
    /// Finds the best way to each node of a row in each state; the rows before it are known.
    fn reach_row(&mut self, row: usize, columns: Range<usize>) {
        let (first, mut nodes) = (columns.start, Vec::with_capacity(columns.len()));
        let silence = self.scorer.source_silence(row);
        for column in columns {
            let is_start = (row, column) == self.start;
            let mut node = if is_start { Node::START } else { Node::UNREACHED };
            self.leave_out((row, column), nodes.last(), &mut node);
            self.pair((row, column), &silence, &mut node);
            nodes.push(node.finished());
        }
        self.grid.rows.push((first, nodes));
    }

    /// Offers a node the beads without counterpart that lead to it: from the row above, and from the
    /// node `before` it.
    fn leave_out(&self, (row, column): (usize, usize), before: Option<&Node>, node: &mut Node) {
        if let Some(above) = row.checked_sub(1).and_then(|row| self.grid.get(row, column)) {
            let (priors, step) = (self.priors, |from| Step { source: 1, target: 0, from });
            node.leave_out(
                above,
                (State::Omitting, State::Adding),
                |first| priors.omission(first),
                step,
            );
        }
        if let Some(before) = before {
            let (priors, step) = (self.priors, |from| Step { source: 0, target: 1, from });
            node.leave_out(
                before,
                (State::Adding, State::Omitting),
                |first| priors.addition(first),
                step,
            );
        }
    }

    /// The best bead with both sides that ends at a node. Of beads as good as each other the one
    /// that begins first is taken.
    fn pair(&mut self, (row, column): (usize, usize), silence: &Sums, node: &mut Node) {
        const PAIRED: usize = State::Paired as usize;
        let mut start = (usize::MAX, usize::MAX);
        let (bounds, rival) = (self.scorer.bounds(row, column, silence), node.rival());
        for Way { source, target, prior, most } in self.ways {
            // What lies before the first unit is a number that no row has.
            let (from_row, from_column) = (row.wrapping_sub(source), column.wrapping_sub(target));
            let Some(before) = self.grid.get(from_row, from_column) else { continue };
            let (from, best) = before.best;
            if best == f32::NEG_INFINITY {
                continue;
            }
            let sure = best + prior;
            let needed = node.score[PAIRED].max(rival) - sure - slack(sure);
            let words = bounds.words(source, target);
            // Nearly all beads are left at that.
            if words + most < needed {
                continue;
            }
            let units = (from_row..row, from_column..column);
            let least = Least { needed, words };
            let Some(evidence) = self.scorer.weighed(&units.0, &units.1, least) else { continue };
            let score = sure + evidence;
            let is_better = score > node.score[PAIRED]
                || score == node.score[PAIRED] && (from_row, from_column) < start;
            if is_better && score > f32::NEG_INFINITY {
                start = (from_row, from_column);
                node.score[PAIRED] = score;
                node.step[PAIRED] = Some(Step { source: source as u8, target: target as u8, from });
            }
        }
    }
}

/// What rounding may hide in a sum of scores.
fn slack(score: f32) -> f32 {
    0.05 + score.abs() * 1e-6
}

/// What it costs that a lost unit and an added one stand side by side.
const REPLACED: f32 = -1.5;

/// The same, where the second is of the other kind than the first: a free translation of the
/// one by the other is likelier than that.
fn replaced(from: State, other: State) -> f32 {
    if from == other { REPLACED } else { 0.0 }
}

/// The best way to a node in each state.
#[derive(Debug, Clone, Copy)]
struct Node {
    score: [f32; STATES.len()],
    step: [Option<Step>; STATES.len()],
    /// The best state, and its score.
    best: (State, f32),
}

impl Node {
    const UNREACHED: Self = Self {
        score: [f32::NEG_INFINITY; STATES.len()],
        step: [None; STATES.len()],
        best: (State::Paired, f32::NEG_INFINITY),
    };

    const START: Self = {
        let mut start = Self::UNREACHED;
        start.score[State::Paired as usize] = 0.0;
        start
    };

    /// Offers the null beads from the node before.
    fn leave_out(
        &mut self,
        before: &Self,
        (state, other): (State, State),
        prior: impl Fn(bool) -> f32,
        step: impl Fn(State) -> Step,
    ) {
        for from in STATES {
            let score = before.score[from as usize] + prior(from != state) + replaced(from, other);
            if score > self.score[state as usize] {
                self.score[state as usize] = score;
                self.step[state as usize] = Some(step(from));
            }
        }
    }

    /// A bead with both sides that leads to less than this lies on no best path: whatever follows is as
    /// good after a null bead, but for one of the other kind, which costs [`REPLACED`].
    fn rival(&self) -> f32 {
        let best = self.score[State::Omitting as usize].max(self.score[State::Adding as usize]);
        best + REPLACED - slack(best)
    }

    fn finished(mut self) -> Self {
        let scores = STATES.map(|state| (state, self.score[state as usize]));
        let best =
            scores.into_iter().reduce(|best, other| if other.1 > best.1 { other } else { best });
        self.best = best.unwrap_or(self.best);
        self
    }
}

/// The nodes that were reached, row by row with the first column of each: a node is a pair of
/// boundaries between units.
struct Grid {
    /// The number of the first row.
    first: usize,
    rows: Vec<(usize, Vec<Node>)>,
}

impl Grid {
    #[inline]
    fn get(&self, row: usize, column: usize) -> Option<&Node> {
        let (first, nodes) = self.rows.get(row.wrapping_sub(self.first))?;
        nodes.get(column.wrapping_sub(*first))
    }

    /// The steps that led to the `end`.
    fn trace(&self, (mut row, mut column): Anchor) -> Vec<(u8, u8)> {
        let mut state = self.get(row, column).map_or(State::Paired, |node| node.best.0);
        let mut steps = Vec::new();
        while let Some(step) = self.get(row, column).and_then(|node| node.step[state as usize]) {
            let Step { source, target, from } = step;
            steps.push((source, target));
            (row, column, state) = (row - source as usize, column - target as usize, from);
        }
        steps.reverse();
        steps
    }
}
