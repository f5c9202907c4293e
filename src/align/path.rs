//! The best path of beads through two sequences of units, by dynamic programming in a band.

use std::ops::Range;

use super::{band::Band, score::Scorer};

/// Shapes of beads with both sides, as units of the source and of the target, and the
/// logarithm of how common each is.
const SHAPES: [(usize, usize, f32); 6] =
    [(1, 1, -0.1), (1, 2, -3.2), (2, 1, -3.2), (2, 2, -6.0), (1, 3, -5.5), (3, 1, -5.5)];

/// What the first unit of a run without counterpart costs, and each that follows.
const NULL_OPEN: f32 = -5.0;
const NULL_EXTEND: f32 = -3.0;

/// How the path came to a node.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Step {
    source: u8,
    target: u8,
    state: u8,
}

/// What the last bead was; a run of null beads is cheaper than as many apart.
const STATES: usize = 3;
const PAIRED: usize = 0;
const OMITTING: usize = 1;
const ADDING: usize = 2;

const START: Step = Step { source: 0, target: 0, state: 0 };

#[derive(Debug, Clone, Copy)]
struct Node {
    best: [f32; STATES],
    step: [Step; STATES],
}

const UNREACHED: Node = Node { best: [f32::NEG_INFINITY; STATES], step: [START; STATES] };

/// A bead as ranges of units.
pub(super) type Shape = (Range<usize>, Range<usize>);

/// The beads of the best path from the first to the last units.
pub(super) fn best(
    scorer: &mut Scorer<'_>,
    band: &Band,
    sources: usize,
    targets: usize,
) -> Vec<Shape> {
    let mut grid = Grid::new(band, sources);
    grid.node(0, 0).best[PAIRED] = 0.0;
    for row in 0..=sources {
        for column in band.boundaries(row) {
            relax(&mut grid, scorer, row, column, sources, targets);
        }
    }
    grid.trace(sources, targets)
}

fn relax(
    grid: &mut Grid,
    scorer: &mut Scorer<'_>,
    row: usize,
    column: usize,
    sources: usize,
    targets: usize,
) {
    let Some(node) = grid.get(row, column).copied() else { return };
    let (state, best) = best_state(&node);
    if best == f32::NEG_INFINITY {
        return;
    }
    for (source, target, prior) in SHAPES {
        if row + source <= sources
            && column + target <= targets
            && grid.holds(row + source, column + target)
        {
            let score =
                best + prior + scorer.bead(&(row..row + source), &(column..column + target));
            grid.offer(
                row + source,
                column + target,
                PAIRED,
                score,
                Step { source: source as u8, target: target as u8, state },
            );
        }
    }
    for (into, source, target) in [(OMITTING, 1, 0), (ADDING, 0, 1)] {
        if row + source > sources || column + target > targets {
            continue;
        }
        for (from, &score) in node.best.iter().enumerate() {
            let cost = if from == into { NULL_EXTEND } else { NULL_OPEN };
            let step = Step { source: source as u8, target: target as u8, state: from as u8 };
            grid.offer(row + source, column + target, into, score + cost, step);
        }
    }
}

fn best_state(node: &Node) -> (u8, f32) {
    let mut best = (0, node.best[0]);
    for (state, &score) in node.best.iter().enumerate().skip(1) {
        if score > best.1 {
            best = (state as u8, score);
        }
    }
    best
}

/// The nodes of the band.
struct Grid {
    rows: Vec<(Range<usize>, Vec<Node>)>,
}

impl Grid {
    fn new(band: &Band, sources: usize) -> Self {
        let rows = (0..=sources).map(|row| {
            let columns = band.boundaries(row);
            let nodes = vec![UNREACHED; columns.len()];
            (columns, nodes)
        });
        Self { rows: rows.collect() }
    }

    fn holds(&self, row: usize, column: usize) -> bool {
        self.rows[row].0.contains(&column)
    }

    fn get(&self, row: usize, column: usize) -> Option<&Node> {
        let (columns, nodes) = &self.rows[row];
        nodes.get(column.checked_sub(columns.start)?)
    }

    fn node(&mut self, row: usize, column: usize) -> &mut Node {
        let (columns, nodes) = &mut self.rows[row];
        &mut nodes[column - columns.start]
    }

    fn offer(&mut self, row: usize, column: usize, state: usize, score: f32, step: Step) {
        if !self.holds(row, column) {
            return;
        }
        let node = self.node(row, column);
        if score > node.best[state] {
            node.best[state] = score;
            node.step[state] = step;
        }
    }

    fn trace(&self, sources: usize, targets: usize) -> Vec<Shape> {
        let mut beads = Vec::new();
        let (mut row, mut column) = (sources, targets);
        let Some(last) = self.get(row, column) else { return beads };
        let mut state = best_state(last).0;
        while row > 0 || column > 0 {
            let Some(node) = self.get(row, column) else { break };
            let step = node.step[state as usize];
            if step.source == 0 && step.target == 0 {
                break;
            }
            let (from_row, from_column) =
                (row - step.source as usize, column - step.target as usize);
            beads.push((from_row..row, from_column..column));
            (row, column, state) = (from_row, from_column, step.state);
        }
        beads.reverse();
        beads
    }
}
