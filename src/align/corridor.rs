//! The corridor: the part of a band through which a path may lead at all.
//!
//! A coarse search over the whole band comes first. It knows only the words that two units share,
//! one by one, and their kinds; a step to the side is cheap, so that it is never stricter than the
//! search that follows. What lies on no path nearly as good as the best is left out, and the fine
//! search, which costs a hundred times as much for a node, meets little else than the truth.

use std::ops::Range;

use super::{
    band::Band,
    explained::{Lambda, TOKEN_CAP, WORD_WEIGHT},
    structure,
    table::{Entry, Table, Trust},
    unit::Side,
    vocabulary::TypeId,
};

/// A node is kept whose best coarse path is no further below the best of all.
const NEARLY: f32 = 40.0;

/// So many nodes beside those are kept as well.
const BESIDE: usize = 2;

/// A unit without counterpart, or one more unit of a bead, costs no less in the fine search.
const ASIDE: f32 = -2.0;

/// What it has of the words that it shares with a unit beside it: as much as one direction says.
const ASIDE_SHARE: f32 = 0.5;

/// The band without what lies on no good path.
pub(super) fn within(band: &Band, source: &Side, target: &Side, table: &Table) -> Band {
    let cells = Cells::new(band, source, target, table);
    let search = Search { band, cells: &cells, sources: source.units.len() };
    let kept = search.kept();
    let rows = kept.windows(2).map(|rows| {
        let (start, end) = (rows[0].start.min(rows[1].start), rows[0].end.max(rows[1].end));
        start.saturating_sub(BESIDE)..end + BESIDE
    });
    band.narrowed(rows)
}

/// What pairing two units says, for every two of the band.
struct Cells {
    rows: Vec<(usize, Vec<Cell>)>,
    none: Cell,
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
                let kinds =
                    structure::evidence(source, target, &(row..row + 1), &(column..column + 1));
                Cell {
                    pair: gain + from + to + kinds,
                    source_aside: (gain * ASIDE_SHARE + from).max(0.0),
                    target_aside: (gain * ASIDE_SHARE + to).max(0.0),
                }
            };
            (columns.start, columns.clone().zip(gains).map(cell).collect())
        });
        Self { rows: rows.collect(), none: Cell::default() }
    }

    fn at(&self, row: usize, column: usize) -> &Cell {
        let Some((start, cells)) = self.rows.get(row) else { return &self.none };
        cells.get(column.wrapping_sub(*start)).unwrap_or(&self.none)
    }
}

/// What is known of the words of both sides.
struct Words<'a> {
    units: &'a Side,
    source: Known,
    target: Known,
    /// Where each target type stands.
    places: Vec<Vec<u32>>,
    /// The target types that may translate each source type, with what a pair of them says.
    gains: Vec<Vec<(TypeId, f32)>>,
}

/// The known words of the units of one side.
struct Known {
    counts: Vec<usize>,
    /// What those of a unit say if nothing answers them.
    silence: Vec<f32>,
    usual: f32,
}

impl Known {
    fn of(side: &Side, trust: &[Option<Trust>]) -> Self {
        let lambda = Lambda::first();
        let known = |types: &[TypeId]| {
            let trusts = types.iter().filter_map(|&id| trust.get(id as usize).copied().flatten());
            trusts.fold((0, 0.0), |(count, silence), trust| {
                (count + 1, silence + lambda.unanswered(trust))
            })
        };
        let known: Vec<(usize, f32)> = side.units.iter().map(|unit| known(&unit.types)).collect();
        let all: usize = known.iter().map(|(count, _)| count).sum();
        Self {
            usual: (all as f32 / known.len().max(1) as f32).max(1.0),
            counts: known.iter().map(|(count, _)| *count).collect(),
            silence: known.iter().map(|(_, silence)| WORD_WEIGHT * silence).collect(),
        }
    }
}

/// What a token says that is answered, beyond what it would say if it were not.
fn answered(trust: Trust, share: f32, makers: f32, probability: f32) -> f32 {
    let lambda = Lambda::first();
    WORD_WEIGHT * (lambda.said(trust, share, makers, probability) - lambda.unanswered(trust))
}

impl<'a> Words<'a> {
    fn new(units: &'a Side, other: &Side, table: &Table) -> Self {
        let mut places = vec![Vec::new(); other.vocabulary.len()];
        for (index, unit) in other.units.iter().enumerate() {
            unit.types.iter().for_each(|&id| places[id as usize].push(index as u32));
        }
        let source = Known::of(units, &table.source_trust);
        let target = Known::of(other, &table.target_trust);
        let of_type = |(id, _)| {
            let gain = |entry: &Entry| {
                let trusts = table.source_trust[id as usize]
                    .zip(table.target_trust[entry.target as usize])?;
                let made = other.vocabulary.probability(entry.target);
                let gain = answered(trusts.1, entry.forward, source.usual, made)
                    + answered(
                        trusts.0,
                        entry.backward,
                        target.usual,
                        units.vocabulary.probability(id),
                    );
                Some((entry.target, gain))
            };
            table.entries(id).iter().filter_map(gain).collect()
        };
        let gains = units.vocabulary.types().map(of_type).collect();
        Self { units, source, target, places, gains }
    }

    /// What the words of a source unit share with each of the target units, more than silence.
    fn gains(&self, row: usize, columns: &Range<usize>) -> Vec<f32> {
        let mut gains = vec![0.0; columns.len()];
        for (target, gain) in
            self.units.units[row].types.iter().flat_map(|&id| &self.gains[id as usize])
        {
            let places = &self.places[*target as usize];
            let first = places.partition_point(|&unit| (unit as usize) < columns.start);
            let inside = places[first..].iter().map(|&unit| unit as usize);
            for unit in inside.take_while(|&unit| unit < columns.end) {
                gains[unit - columns.start] += gain;
            }
        }
        for (gain, column) in gains.iter_mut().zip(columns.clone()) {
            let words = self.source.counts[row].min(self.target.counts[column]);
            *gain = gain.min((TOKEN_CAP + 1.0) * words as f32);
        }
        gains
    }
}

/// The coarse search, from both ends.
struct Search<'a> {
    band: &'a Band,
    cells: &'a Cells,
    sources: usize,
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
    /// For each row of nodes the range of those that lie on a good path.
    fn kept(&self) -> Vec<Range<usize>> {
        let forward = self.forward();
        let best = forward.last().and_then(|row| row.scores.last()).copied().unwrap_or_default();
        let mut kept: Vec<Range<usize>> = Vec::with_capacity(forward.len());
        let mut after: Option<Row> = None;
        for (row, before) in forward.iter().enumerate().rev() {
            let from = self.backward(row, after.as_ref());
            let good = before.scores.iter().zip(&from.scores);
            let good = good.map(|(before, after)| before + after >= best - NEARLY);
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
                let above = rows.last().map_or(f32::NEG_INFINITY, |above| {
                    let diagonal = column.checked_sub(1).map_or(f32::NEG_INFINITY, |before| {
                        above.at(before) + self.cells.at(row - 1, before).pair
                    });
                    diagonal.max(above.at(column) + self.down(row - 1, column))
                });
                let left = column
                    .checked_sub(1)
                    .map_or(f32::NEG_INFINITY, |before| beside + self.right(row, before));
                beside = start.max(above).max(left);
                scores.push(beside);
            }
            rows.push(Row { first: columns.start, scores });
        }
        rows
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
