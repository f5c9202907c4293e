//! The corridor: the part of a band through which a path may lead at all.
//!
//! A coarse search over the whole band comes first. It knows only the words that two units share,
//! one by one, and their kinds; a step to the side is cheap, so that it is never stricter than the
//! search that follows. What lies on no path nearly as good as the best is left out, and the fine
//! search, which costs a hundred times as much for a node, meets little else than the truth.

mod gates;
mod search;
mod words;

use self::{search::Search, words::Words};
use super::{LONG, anchors::Anchor, band::Band, structure, table::Table, unit::Side};

/// So many nodes beside those are kept as well.
const BESIDE: usize = 2;

/// What the pairs on both sides of a gate say at least.
const SURE: f32 = 4.0;

/// What it has of the words that it shares with a unit beside it: as much as one direction says.
const ASIDE_SHARE: f32 = 0.5;

/// A band without what lies on no good path.
pub(super) struct Corridor {
    pub(super) band: Band,
    /// Nodes that every good path leads through: between two of them it is looked for by itself.
    pub(super) gates: Vec<Anchor>,
}

/// The band without what lies on no good path.
pub(super) fn within(band: &Band, source: &Side, target: &Side, table: &Table) -> Corridor {
    let cells = Cells::new(band, source, target, table);
    let search = Search { band, cells: &cells, sources: source.units.len() };
    let through = search.through();
    let kept = search.narrow(&through);
    let is_gate =
        |gate: &Anchor| gates::is_place(source, target, *gate) && cells.are_sure_beside(*gate);
    let is_long = source.units.len() >= LONG;
    let gates = through.gates().filter(|gate| is_long && is_gate(gate)).collect();
    let rows = kept.windows(2).map(|rows| {
        let (start, end) = (rows[0].start.min(rows[1].start), rows[0].end.max(rows[1].end));
        start.saturating_sub(BESIDE)..end + BESIDE
    });
    Corridor { band: band.narrowed(rows), gates }
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

    /// Whether the pairs before and after a node go together so well that hardly a path leads beside
    /// it.
    fn are_sure_beside(&self, (row, column): Anchor) -> bool {
        let is_sure = |row: usize, column: usize| self.line(row).at(column).pair >= SURE;
        is_sure(row, column) && is_sure(row.wrapping_sub(1), column.wrapping_sub(1))
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
