//! The coarse search itself: which nodes of a band lie on a good path.

use std::ops::Range;

use super::Cells;
use crate::align::band::Band;

/// A node is kept whose best coarse path is no further below the best of all; the next of these
/// is taken only where too much is kept.
const NEARLY: [f32; 4] = [40.0, 20.0, 10.0, 5.0];

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
    fn at(&self, column: usize) -> f32 {
        self.scores.get(column.wrapping_sub(self.first)).copied().unwrap_or(f32::NEG_INFINITY)
    }
}

impl Search<'_> {
    /// For each row of nodes the range of those that lie on a good path, not too many of them.
    pub(super) fn narrow(&self) -> Vec<Range<usize>> {
        let forward = self.forward();
        let is_narrow = |kept: &Vec<Range<usize>>| {
            kept.iter().map(Range::len).sum::<usize>() <= WIDE * kept.len()
        };
        let kept = NEARLY.iter().map(|&nearly| self.kept(&forward, nearly)).find(is_narrow);
        kept.unwrap_or_else(|| self.beside_best(&forward))
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
                if self.score_from_left(row.at(before), index, column) < row.at(column) {
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

    /// For each row of nodes the range of those on a path that is `nearly` as good as the best.
    fn kept(&self, forward: &[Row], nearly: f32) -> Vec<Range<usize>> {
        let best = forward.last().and_then(|row| row.scores.last()).copied().unwrap_or_default();
        let mut kept: Vec<Range<usize>> = Vec::with_capacity(forward.len());
        let mut after: Option<Row> = None;
        for (row, before) in forward.iter().enumerate().rev() {
            let from = self.backward(row, after.as_ref());
            let good = before.scores.iter().zip(&from.scores);
            let good = good.map(|(before, after)| before + after >= best - nearly);
            let places: Vec<usize> =
                (from.first..).zip(good).filter_map(|(at, is)| is.then_some(at)).collect();
            kept.push(match (places.first(), places.last()) {
                (Some(&first), Some(&last)) => first..last,
                _ => from.first..from.first + from.scores.len() - 1,
            });
            after = Some(from);
        }
        kept.reverse();
        kept
    }

    fn forward(&self) -> Vec<Row> {
        let mut rows: Vec<Row> = Vec::with_capacity(self.sources + 1);
        for row in 0..=self.sources {
            let columns = self.band.boundaries(row);
            let mut scores = Vec::with_capacity(columns.len());
            let mut beside = f32::NEG_INFINITY;
            for column in columns.clone() {
                let start = if row == 0 && column == 0 { 0.0 } else { f32::NEG_INFINITY };
                let (past_pair, past_source) = self.score_from_above(rows.last(), row, column);
                beside = start
                    .max(past_pair)
                    .max(past_source)
                    .max(self.score_from_left(beside, row, column));
                scores.push(beside);
            }
            rows.push(Row { first: columns.start, scores });
        }
        rows
    }

    /// The scores of the paths to a node that end in a pair, and in a source unit alone.
    fn score_from_above(&self, above: Option<&Row>, row: usize, column: usize) -> (f32, f32) {
        let Some((above, source)) = above.zip(row.checked_sub(1)) else {
            return (f32::NEG_INFINITY, f32::NEG_INFINITY);
        };
        let past_pair = column.checked_sub(1).map_or(f32::NEG_INFINITY, |before| {
            above.at(before) + self.cells.at(source, before).pair
        });
        (past_pair, above.at(column) + self.down(source, column))
    }

    /// The score of the path to a node that ends in a target unit alone, where `beside` is that of
    /// the node before.
    fn score_from_left(&self, beside: f32, row: usize, column: usize) -> f32 {
        column.checked_sub(1).map_or(f32::NEG_INFINITY, |before| beside + self.right(row, before))
    }

    fn backward(&self, row: usize, below: Option<&Row>) -> Row {
        let columns = self.band.boundaries(row);
        let mut scores = vec![f32::NEG_INFINITY; columns.len()];
        let mut beside = f32::NEG_INFINITY;
        for (score, column) in scores.iter_mut().zip(columns.clone()).rev() {
            let below = below.map_or_else(
                || if column + 1 == columns.end { 0.0 } else { f32::NEG_INFINITY },
                |below| {
                    let diagonal = below.at(column + 1) + self.cells.at(row, column).pair;
                    diagonal.max(below.at(column) + self.down(row, column))
                },
            );
            *score = below.max(beside + self.right(row, column));
            beside = *score;
        }
        Row { first: columns.start, scores }
    }

    /// A step past the source unit at `row` alone, which may stand in the bead before or after.
    fn down(&self, row: usize, column: usize) -> f32 {
        let before =
            column.checked_sub(1).map_or(0.0, |column| self.cells.at(row, column).source_aside);
        ASIDE + before.max(self.cells.at(row, column).source_aside)
    }

    /// The same past a target unit.
    fn right(&self, row: usize, column: usize) -> f32 {
        let before = row.checked_sub(1).map_or(0.0, |row| self.cells.at(row, column).target_aside);
        ASIDE + before.max(self.cells.at(row, column).target_aside)
    }
}
