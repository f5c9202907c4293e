//! Which tokens of which units are linked by the translation table, within the band.

use std::ops::Range;

use super::{band::Band, table::Table, unit::Side, vocabulary::TypeId};

/// A source token and a target token that may translate each other.
#[derive(Debug, Clone, Copy)]
pub(super) struct Link {
    /// The token's place among the known tokens of its source unit.
    pub(super) source: u16,
    /// The same in the target unit.
    pub(super) target: u16,
    /// P(target | source).
    pub(super) forward: f32,
    /// P(source | target).
    pub(super) backward: f32,
}

/// The known tokens of one side: those expected to have a counterpart.
#[derive(Debug)]
pub(super) struct KnownTokens {
    /// Where the tokens of each unit start; one entry more than there are units.
    starts: Vec<usize>,
    /// For each token its probability in unrelated text.
    probabilities: Vec<f32>,
}

impl KnownTokens {
    fn new(side: &Side, known: &[bool]) -> Self {
        let mut tokens = Self { starts: vec![0], probabilities: Vec::new() };
        for unit in &side.units {
            let types = unit.types.iter().filter(|&&id| known[id as usize]);
            tokens.probabilities.extend(types.map(|&id| side.vocabulary.probability(id)));
            tokens.starts.push(tokens.probabilities.len());
        }
        tokens
    }

    /// How many tokens the document has.
    pub(super) fn len(&self) -> usize {
        self.probabilities.len()
    }

    /// How many of them stand in `units`.
    pub(super) fn count(&self, units: &Range<usize>) -> usize {
        self.starts[units.end] - self.starts[units.start]
    }

    /// A token's place in the document, from its unit and its place there.
    pub(super) fn place(&self, unit: usize, token: u16) -> usize {
        self.starts[unit] + token as usize
    }

    /// The probability of the token at `place` in unrelated text.
    pub(super) fn probability(&self, place: usize) -> f32 {
        self.probabilities[place]
    }
}

/// The links of every pair of units in the band.
#[derive(Debug)]
pub(super) struct Links {
    /// The known tokens of the source.
    pub(super) source: KnownTokens,
    /// The known tokens of the target.
    pub(super) target: KnownTokens,
    rows: Vec<Vec<Vec<Link>>>,
    band: Band,
}

impl Links {
    /// Finds them through an index of the target's tokens.
    pub(super) fn new(source: &Side, target: &Side, table: &Table, band: &Band) -> Self {
        let occurrences = Occurrences::new(target, &table.target_known);
        let rows = source.units.iter().enumerate().map(|(row, unit)| {
            let mut cells = vec![Vec::new(); band.columns(row).len()];
            let known = unit.types.iter().filter(|&&id| table.source_known[id as usize]);
            for (place, &id) in known.enumerate() {
                occurrences.link(id, place as u16, table, band.columns(row), &mut cells);
            }
            cells
        });
        Self {
            rows: rows.collect(),
            source: KnownTokens::new(source, &table.source_known),
            target: KnownTokens::new(target, &table.target_known),
            band: band.clone(),
        }
    }

    /// The links between two units; none outside the band.
    pub(super) fn between(&self, source: usize, target: usize) -> &[Link] {
        let columns = self.band.columns(source);
        if columns.contains(&target) { &self.rows[source][target - columns.start] } else { &[] }
    }
}

/// Where each target type occurs: unit and place among the unit's known tokens.
struct Occurrences(Vec<Vec<(u32, u16)>>);

impl Occurrences {
    fn new(target: &Side, known: &[bool]) -> Self {
        let mut places = vec![Vec::new(); target.vocabulary.len()];
        for (index, unit) in target.units.iter().enumerate() {
            let known_types = unit.types.iter().filter(|&&id| known[id as usize]);
            for (place, &id) in known_types.enumerate() {
                places[id as usize].push((index as u32, place as u16));
            }
        }
        Self(places)
    }

    fn link(
        &self,
        id: TypeId,
        place: u16,
        table: &Table,
        columns: Range<usize>,
        cells: &mut [Vec<Link>],
    ) {
        for entry in table.entries(id) {
            let occurrences = &self.0[entry.target as usize];
            let from = occurrences.partition_point(|&(unit, _)| (unit as usize) < columns.start);
            for &(unit, target) in
                occurrences[from..].iter().take_while(|(unit, _)| (*unit as usize) < columns.end)
            {
                let link = Link {
                    source: place,
                    target,
                    forward: entry.forward,
                    backward: entry.backward,
                };
                cells[unit as usize - columns.start].push(link);
            }
        }
    }
}
