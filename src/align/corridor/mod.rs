//! The corridor: the part of a band through which a path may lead at all.
//!
//! A coarse search over the whole band comes first. It knows only the words that two units share,
//! one by one, and their kinds; a step to the side is cheap, so that it is never stricter than the
//! search that follows. What lies on no path nearly as good as the best is left out, and the fine
//! search, which costs a hundred times as much for a node, meets little else than the truth.

mod search;
mod words;

use self::{search::Search, words::Words};
use super::{band::Band, structure, table::Table, unit::Side};

/// So many nodes beside those are kept as well.
const BESIDE: usize = 2;

/// What it has of the words that it shares with a unit beside it: as much as one direction says.
const ASIDE_SHARE: f32 = 0.5;

/// The band without what lies on no good path.
pub(super) fn within(band: &Band, source: &Side, target: &Side, table: &Table) -> Band {
    let cells = Cells::new(band, source, target, table);
    let kept = Search { band, cells: &cells, sources: source.units.len() }.narrow();
    let rows = kept.windows(2).map(|rows| {
        let (start, end) = (rows[0].start.min(rows[1].start), rows[0].end.max(rows[1].end));
        start.saturating_sub(BESIDE)..end + BESIDE
    });
    band.narrowed(rows)
}

/// What pairing two units says, for every two of the band.
struct Cells {
    rows: Vec<(usize, Vec<Cell>)>,
}

#[derive(Debug, Clone, Copy, Default)]
struct Cell {
    /// Of the two as a pair.
    pair: f32,
    /// Of the source unit as one more beside a pair.
    source_aside: f32,
    /// The same of the target unit.
    target_aside: f32,
}

impl Cells {
    fn new(band: &Band, source: &Side, target: &Side, table: &Table) -> Self {
        let words = Words::new(source, target, table);
        let rows = (0..source.units.len()).map(|row| {
            let columns = band.columns(row);
            let gains = words.gains(row, &columns);
            let cell = |(column, gain): (usize, f32)| {
                let (from, to) = (words.source.silence[row], words.target.silence[column]);
                let kinds = structure::meeting(source, target, row, column);
                Cell {
                    pair: gain + from + to + kinds,
                    source_aside: (gain * ASIDE_SHARE + from).max(0.0),
                    target_aside: (gain * ASIDE_SHARE + to).max(0.0),
                }
            };
            (columns.start, columns.clone().zip(gains).map(cell).collect())
        });
        Self { rows: rows.collect() }
    }

    /// The cells of a source unit; none where there is no such unit.
    fn line(&self, row: usize) -> Line<'_> {
        let none = Line { first: 0, cells: &[] };
        self.rows.get(row).map_or(none, |(first, cells)| Line { first: *first, cells })
    }
}

/// The cells of one source unit.
#[derive(Debug, Clone, Copy)]
struct Line<'a> {
    first: usize,
    cells: &'a [Cell],
}

impl Line<'_> {
    /// With a target unit; outside of the band nothing is said.
    #[inline]
    fn at(&self, column: usize) -> Cell {
        self.cells.get(column.wrapping_sub(self.first)).copied().unwrap_or_default()
    }
}
