//! The best path of beads through two sequences of units, by dynamic programming in a band.

use std::ops::Range;

use super::{band::Band, prior::Priors, score::Scorer};

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

/// The beads of the best path from the first to the last of `sources` and `targets` units.
pub(super) fn best(
    scorer: &mut Scorer<'_>,
    priors: &Priors,
    band: &Band,
    sources: usize,
    targets: usize,
) -> Vec<Shape> {
    let mut search = Search { scorer, priors, grid: Grid::new(band, sources), sources, targets };
    for row in 0..=sources {
        for column in band.boundaries(row) {
            search.leave(row, column);
        }
    }
    search.grid.trace(sources, targets)
}

struct Search<'a, 'b> {
    scorer: &'a mut Scorer<'b>,
    priors: &'a Priors,
    grid: Grid,
    sources: usize,
    targets: usize,
}

impl Search<'_, '_> {
    /// Offers every bead that may begin at a node.
    fn leave(&mut self, row: usize, column: usize) {
        let Some(node) = self.grid.get(row, column).copied() else { return };
        let (from, best) = node.best();
        for (source, target) in SHAPES {
            let (to_row, to_column) = (row + source, column + target);
            let (rows, columns) = (row..to_row, column..to_column);
            let is_reached = to_row <= self.sources && self.grid.get(to_row, to_column).is_some();
            let weighed = || self.scorer.weighed(&rows, &columns);
            if let Some(evidence) = is_reached.then(weighed).flatten() {
                let score = best + self.priors.paired(source, target) + evidence;
                let step = Step { source: source as u8, target: target as u8, from };
                self.grid.offer(to_row, to_column, State::Paired, score, step);
            }
        }
        self.leave_out(row, column, &node);
    }

    /// Offers the two null beads that may begin at a node.
    fn leave_out(&mut self, row: usize, column: usize, node: &Node) {
        for from in STATES {
            let score = node.score[from as usize];
            if row < self.sources {
                let score = score
                    + self.priors.omission(from != State::Omitting)
                    + replaced(from, State::Adding);
                self.grid.offer(
                    row + 1,
                    column,
                    State::Omitting,
                    score,
                    Step { source: 1, target: 0, from },
                );
            }
            if column < self.targets {
                let score = score
                    + self.priors.addition(from != State::Adding)
                    + replaced(from, State::Omitting);
                self.grid.offer(
                    row,
                    column + 1,
                    State::Adding,
                    score,
                    Step { source: 0, target: 1, from },
                );
            }
        }
    }
}

/// What it costs that a lost unit and an added one stand side by side: a free translation of the
/// one by the other is likelier than that.
fn replaced(from: State, other: State) -> f32 {
    const REPLACED: f32 = -1.5;
    if from == other { REPLACED } else { 0.0 }
}

/// The best way to a node in each state.
#[derive(Debug, Clone, Copy)]
struct Node {
    score: [f32; STATES.len()],
    step: [Option<Step>; STATES.len()],
}

impl Node {
    const UNREACHED: Self =
        Self { score: [f32::NEG_INFINITY; STATES.len()], step: [None; STATES.len()] };

    fn best(&self) -> (State, f32) {
        let scores = STATES.map(|state| (state, self.score[state as usize]));
        scores
            .into_iter()
            .reduce(|best, other| if other.1 > best.1 { other } else { best })
            .unwrap_or(scores[0])
    }
}

/// The nodes of the band, row by row: a node is a pair of boundaries between units.
struct Grid {
    rows: Vec<(Range<usize>, Vec<Node>)>,
}

impl Grid {
    fn new(band: &Band, sources: usize) -> Self {
        let row = |row| {
            let columns = band.boundaries(row);
            let nodes = vec![Node::UNREACHED; columns.len()];
            (columns, nodes)
        };
        let mut grid = Self { rows: (0..=sources).map(row).collect() };
        grid.rows[0].1[0].score[State::Paired as usize] = 0.0;
        grid
    }

    fn get(&self, row: usize, column: usize) -> Option<&Node> {
        let (columns, nodes) = &self.rows[row];
        nodes.get(column.checked_sub(columns.start)?)
    }

    /// Keeps the step into a node of the band when it is the best so far.
    fn offer(&mut self, row: usize, column: usize, state: State, score: f32, step: Step) {
        let (columns, nodes) = &mut self.rows[row];
        let node = column.checked_sub(columns.start).and_then(|place| nodes.get_mut(place));
        let Some(node) = node else { return };
        if score > node.score[state as usize] {
            node.score[state as usize] = score;
            node.step[state as usize] = Some(step);
        }
    }

    fn trace(&self, sources: usize, targets: usize) -> Vec<Shape> {
        let (mut row, mut column) = (sources, targets);
        let mut state = self.get(row, column).map_or(State::Paired, |node| node.best().0);
        let mut beads = Vec::new();
        while let Some(step) = self.get(row, column).and_then(|node| node.step[state as usize]) {
            let (from_row, from_column) =
                (row - step.source as usize, column - step.target as usize);
            beads.push((from_row..row, from_column..column));
            (row, column, state) = (from_row, from_column, step.from);
        }
        beads.reverse();
        beads
    }
}
