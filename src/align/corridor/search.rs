//! The coarse search itself: which nodes of a band lie on a good path.

use std::ops::Range;

use super::Cells;
use crate::align::{anchors::Anchor, band::Band};

/// A node is kept whose best coarse path is no further below the best of all; the next of these
/// is taken only where too much is kept.
const NEARLY: [f32; 4] = [40.0, 20.0, 10.0, 5.0];

/// A path further below the best than this is no good one, as far as the coarse search tells: it
/// leaves out two units for little more.
const FAR: f32 = 3.5;

/// A corridor is wide that keeps more nodes of a row than this on the average: in a text of few
/// words, over and over, hardly any path is worse than another.
const WIDE: usize = 16;

/// A unit without counterpart, or one more unit of a bead, costs no less in the fine search.
const ASIDE: f32 = -2.0;

/// The coarse search, from both ends.
pub(super) struct Search<'a> {
    pub(super) band: &'a Band,
    pub(super) cells: &'a Cells,
    pub(super) sources: usize,
}

/// The best score of a path to each node of a row, or from it.
struct Row {
    first: usize,
    scores: Vec<f32>,
}

impl Row {
    /// Before the first row, and after the last.
    const NONE: Self = Self { first: 0, scores: Vec::new() };

    #[inline]
    fn at(&self, column: usize) -> f32 {
        self.scores.get(column.wrapping_sub(self.first)).copied().unwrap_or(f32::NEG_INFINITY)
    }
}

/// What a search has found.
pub(super) struct Through {
    forward: Vec<Row>,
    /// For each node the best score of a path through it.
    both: Vec<Row>,
    /// That of the best path of all.
    best: f32,
}

impl Through {
    /// The nodes that every good path seems to lead through.
    pub(super) fn gates(&self) -> impl Iterator<Item = Anchor> {
        self.both.iter().enumerate().filter_map(|(row, Row { first, scores })| {
            let is_good = |score: &f32| *score >= self.best - FAR;
            let (place, last) =
                scores.iter().position(is_good).zip(scores.iter().rposition(is_good))?;
            (place == last).then_some((row, first + place))
        })
    }
}

/// What it costs to leave out a unit that may stand in either of two beads.
fn aside(one: f32, other: f32) -> f32 {
    ASIDE + one.max(other)
}

impl Search<'_> {
    /// Searches from both ends.
    pub(super) fn through(&self) -> Through {
        let forward = self.forward();
        let both = self.with_backward(&forward);
        let best = forward.last().and_then(|row| row.scores.last()).copied().unwrap_or_default();
        Through { forward, both, best }
    }

    /// For each row of nodes the range of those that lie on a good path, not too many of them.
    pub(super) fn narrow(&self, Through { forward, both, best }: &Through) -> Vec<Range<usize>> {
        let is_narrow = |kept: &Vec<Range<usize>>| {
            kept.iter().map(Range::len).sum::<usize>() <= WIDE * kept.len()
        };
        let kept = NEARLY.iter().map(|nearly| kept(both, best - nearly)).find(is_narrow);
        kept.unwrap_or_else(|| self.beside_best(forward))
    }

    /// The same beside one of the best paths.
    fn beside_best(&self, forward: &[Row]) -> Vec<Range<usize>> {
        let mut kept = Vec::with_capacity(forward.len());
        let mut column = forward.last().map_or(0, |row| row.first + row.scores.len() - 1);
        for (index, row) in forward.iter().enumerate().rev() {
            let last = column;
            let above = index.checked_sub(1).and_then(|above| forward.get(above));
            let (past_pair, past_source) = loop {
                let from_above = self.score_from_above(above, index, column);
                let Some(before) = column.checked_sub(1) else { break from_above };
                if row.at(before) + self.right(index, before) < row.at(column) {
                    break from_above;
                }
                column = before;
            };
            kept.push(column.saturating_sub(WIDE / 2)..last + WIDE / 2);
            column -= usize::from(column > 0 && past_pair >= past_source);
        }
        kept.reverse();
        kept
    }

    /// The scores of the paths to a node that end in a pair, and in a source unit alone.
    fn score_from_above(&self, above: Option<&Row>, row: usize, column: usize) -> (f32, f32) {
        let Some((above, source)) = above.zip(row.checked_sub(1)) else {
            return (f32::NEG_INFINITY, f32::NEG_INFINITY);
        };
        let cells = self.cells.line(source);
        let before = column.wrapping_sub(1);
        let down = aside(cells.at(before).source_aside, cells.at(column).source_aside);
        (above.at(before) + cells.at(before).pair, above.at(column) + down)
    }

    /// A step past a target unit alone.
    fn right(&self, row: usize, column: usize) -> f32 {
        let (upper, own) = (self.cells.line(row.wrapping_sub(1)), self.cells.line(row));
        aside(upper.at(column).target_aside, own.at(column).target_aside)
    }

    /// The best score of a path to each node.
    fn forward(&self) -> Vec<Row> {
        let mut rows: Vec<Row> = Vec::with_capacity(self.sources + 1);
        let none = Row::NONE;
        for row in 0..=self.sources {
            let next = self.forward_row(row, rows.last().unwrap_or(&none));
            rows.push(next);
        }
        rows
    }

    /// The same of one row. What was looked up for a node is handed on to the next: this loop is the
    /// dearest of all.
    fn forward_row(&self, row: usize, above: &Row) -> Row {
        let columns = self.band.boundaries(row);
        let (upper, own) = (self.cells.line(row.wrapping_sub(1)), self.cells.line(row));
        let before = columns.start.wrapping_sub(1);
        let (mut upper_before, mut own_before) = (upper.at(before), own.at(before));
        let mut above_before = above.at(before);
        let mut beside = f32::NEG_INFINITY;
        let mut scores = Vec::with_capacity(columns.len());
        for column in columns.clone() {
            let (upper_here, own_here) = (upper.at(column), own.at(column));
            let above_here = above.at(column);
            let start = if row == 0 && column == 0 { 0.0 } else { f32::NEG_INFINITY };
            let past_pair = above_before + upper_before.pair;
            let past_source =
                above_here + aside(upper_before.source_aside, upper_here.source_aside);
            let past_target = beside + aside(upper_before.target_aside, own_before.target_aside);
            beside = start.max(past_pair).max(past_source).max(past_target);
            scores.push(beside);
            (upper_before, own_before, above_before) = (upper_here, own_here, above_here);
        }
        Row { first: columns.start, scores }
    }

    /// For each node the best score of a path through it.
    fn with_backward(&self, forward: &[Row]) -> Vec<Row> {
        let mut both = Vec::with_capacity(forward.len());
        let mut after: Option<Row> = None;
        for (row, before) in forward.iter().enumerate().rev() {
            let from = self.backward_row(row, after.as_ref());
            let through = before.scores.iter().zip(&from.scores).map(|(to, from)| to + from);
            both.push(Row { first: from.first, scores: through.collect() });
            after = Some(from);
        }
        both.reverse();
        both
    }

    /// The best score of a path from each node of a row.
    fn backward_row(&self, row: usize, below: Option<&Row>) -> Row {
        let columns = self.band.boundaries(row);
        let (upper, own) = (self.cells.line(row.wrapping_sub(1)), self.cells.line(row));
        let is_last = below.is_none();
        let none = Row::NONE;
        let below = below.unwrap_or(&none);
        let mut scores = vec![f32::NEG_INFINITY; columns.len()];
        let mut beside = f32::NEG_INFINITY;
        let mut own_here = own.at(columns.end.wrapping_sub(1));
        let mut below_after = below.at(columns.end);
        for (score, column) in scores.iter_mut().zip(columns.clone()).rev() {
            let (own_before, below_here) = (own.at(column.wrapping_sub(1)), below.at(column));
            let past = if is_last {
                if column + 1 == columns.end { 0.0 } else { f32::NEG_INFINITY }
            } else {
                let past_pair = below_after + own_here.pair;
                past_pair.max(below_here + aside(own_before.source_aside, own_here.source_aside))
            };
            let upper_here = upper.at(column);
            let past_target = beside + aside(upper_here.target_aside, own_here.target_aside);
            beside = past.max(past_target);
            *score = beside;
            (own_here, below_after) = (own_before, below_here);
        }
        Row { first: columns.start, scores }
    }
}

/// For each row of nodes the range of those on a path that is as good as asked; all of a row that has
/// none.
fn kept(through: &[Row], least: f32) -> Vec<Range<usize>> {
    let range = |Row { first, scores }: &Row| {
        let is_good = |score: &f32| *score >= least;
        let ends = scores.iter().position(is_good).zip(scores.iter().rposition(is_good));
        let (start, last) = ends.unwrap_or((0, scores.len() - 1));
        first + start..first + last
    };
    through.iter().map(range).collect()
}
