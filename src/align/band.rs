//! The band: which target units each source unit may meet.
//!
//! Short documents are searched whole. In long ones the band follows the anchors with a margin;
//! the work is then linear in the document.

use std::ops::Range;

use super::{anchors::Anchor, path::Shape};

/// Up to as many pairs of units everything may meet everything.
const SMALL: usize = 4_000;

/// The margin around the chain of anchors, in units, before any widening.
pub(super) const MARGIN: usize = 16;

/// Between anchors far apart on both sides the band follows their diagonal with this margin.
const WIDE_MARGIN: usize = 120;

/// Between anchors the bands of long documents are narrower, so that they have about so many pairs
/// of units.
const USUAL_SIZE: usize = 240_000;

/// A band is widened no further than to so many pairs of units, or so many for each source unit.
const LARGEST: usize = 600_000;
const LARGEST_ROW: usize = 64;

/// A band is narrow where a source unit may meet no more target units.
const NARROW: usize = 20;

/// For each source unit the range of target units that it may be paired with.
#[derive(Debug, Clone)]
pub(super) struct Band {
    rows: Vec<Range<usize>>,
    targets: usize,
}

impl Band {
    /// The band around `anchors`, whole where the documents are short.
    pub(super) fn around(
        anchors: &[Anchor],
        sources: usize,
        targets: usize,
        margin: usize,
    ) -> Self {
        if sources * targets <= SMALL {
            return Self { rows: vec![0..targets; sources], targets };
        }
        let wide = (USUAL_SIZE / (2 * sources.max(1))).clamp(MARGIN, WIDE_MARGIN);
        let margins = Margins { targets, around: margin, wide, between: wide * margin / MARGIN };
        let mut rows = vec![targets..0; sources];
        let mut from = (0, 0);
        for &to in anchors.iter().chain([&(sources, targets)]) {
            margins.widen(&mut rows, from, to);
            from = to;
        }
        Self { rows: monotone(rows, targets), targets }
    }

    /// The band without what lies outside of `rows`, one range for each source unit.
    pub(super) fn narrowed(&self, rows: impl Iterator<Item = Range<usize>>) -> Self {
        let within = |(columns, row): (&Range<usize>, Range<usize>)| {
            columns.start.max(row.start)..columns.end.min(row.end)
        };
        let rows = self.rows.iter().zip(rows).map(within).collect();
        Self { rows: monotone(rows, self.targets), targets: self.targets }
    }

    /// Whether the band is so large that a wider one would cost too much.
    pub(super) fn is_largest(&self) -> bool {
        let size: usize = self.rows.iter().map(ExactSizeIterator::len).sum();
        2 * size > LARGEST.max(LARGEST_ROW * self.rows.len())
    }

    /// The target units that the source unit at `row` may meet.
    pub(super) fn columns(&self, row: usize) -> Range<usize> {
        self.rows[row].clone()
    }

    /// The boundaries between target units at which the path may stand before source unit `row`
    /// (after the last one, where `row` is their number).
    pub(super) fn boundaries(&self, row: usize) -> Range<usize> {
        let start = if row == 0 { 0 } else { self.rows[row - 1].start };
        let end = self.rows.get(row).map_or(self.targets, |columns| columns.end);
        start..end.max(start) + 1
    }

    /// The part of the band that reaches no further from a path than so many units, where the source
    /// unit `is_plain`; all of it where it is not, or where the band is wide: another path is nearly as
    /// good there.
    pub(super) fn along(
        &self,
        path: &[Shape],
        reach: usize,
        is_plain: impl Fn(usize) -> bool,
    ) -> Self {
        let mut rows = vec![self.targets..0; self.rows.len()];
        for (from, to) in path {
            // What is added stands between two rows.
            let first = if from.is_empty() { from.start.saturating_sub(1) } else { from.start };
            let last = from.end.max(from.start + 1).min(rows.len());
            for columns in rows.iter_mut().take(last).skip(first) {
                columns.start = columns.start.min(to.start.saturating_sub(reach));
                columns.end = columns.end.max(to.end + reach);
            }
        }
        let near = rows.into_iter().enumerate().map(|(row, columns)| {
            let is_narrow = self.rows[row].len() <= NARROW;
            if is_narrow && is_plain(row) { columns } else { 0..self.targets }
        });
        self.narrowed(near)
    }

    /// Whether a path may stand at a node.
    pub(super) fn has(&self, row: usize, column: usize) -> bool {
        self.boundaries(row).contains(&column)
    }

    /// Whether a path runs along an edge of the band that is no edge of the document: the best path
    /// may then lie outside.
    pub(super) fn confines(&self, path: &[Shape]) -> bool {
        let rows = vec![0..self.targets; self.rows.len()];
        self.confines_within(&Self { rows, targets: self.targets }, path)
    }

    /// Whether a path runs along an edge of the band that is no edge of a `wider` one.
    pub(super) fn confines_within(&self, wider: &Self, path: &[Shape]) -> bool {
        let corners = path.iter().map(|(from, to)| (from.start, to.start));
        corners.filter(|&(row, _)| row > 0 && row < self.rows.len()).any(|(row, column)| {
            let (columns, outer) = (&self.rows[row], &wider.rows[row]);
            (columns.start > outer.start && column <= columns.start)
                || (columns.end < outer.end && column >= columns.end)
        })
    }
}

/// How far the band reaches from the anchors.
struct Margins {
    targets: usize,
    /// Around an anchor.
    around: usize,
    /// What is a large rectangle, as the side of a square.
    wide: usize,
    /// Around the diagonal of a large rectangle.
    between: usize,
}

impl Margins {
    /// Lets every row between two anchors meet the columns between them, or, where that is a large
    /// rectangle, those near its diagonal.
    fn widen(&self, rows: &mut [Range<usize>], from: Anchor, to: Anchor) {
        let (height, width) = (to.0 - from.0, to.1.saturating_sub(from.1));
        let diagonal = height * width > self.wide * self.wide;
        let last = (to.0 + 1).min(rows.len());
        for (row, columns) in rows.iter_mut().enumerate().take(last).skip(from.0) {
            let (start, end) = if diagonal {
                let middle = from.1 + width * (row - from.0) / height.max(1);
                (middle.saturating_sub(self.between), middle + self.between)
            } else {
                (from.1.saturating_sub(self.around), to.1 + self.around)
            };
            columns.start = columns.start.min(start);
            columns.end = columns.end.max(end.min(self.targets));
        }
    }
}

/// Makes both edges of the band go forward only, so that the path is never cut off.
fn monotone(mut rows: Vec<Range<usize>>, targets: usize) -> Vec<Range<usize>> {
    let mut end = 0;
    for columns in &mut rows {
        end = end.max(columns.end);
        columns.end = end;
    }
    let mut start = targets;
    for columns in rows.iter_mut().rev() {
        start = start.min(columns.start);
        columns.start = start;
    }
    rows
}
