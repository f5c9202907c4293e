//! Which tokens of which units are linked by the translation table, within the band.

use std::ops::Range;

use super::{
    band::Band,
    table::{Table, Trust},
    unit::Side,
    vocabulary::TypeId,
};

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
    /// How many firm tokens stand before each unit; likewise.
    firm_before: Vec<usize>,
    tokens: Vec<KnownToken>,
}

/// A token that is expected to have a counterpart.
#[derive(Debug, Clone, Copy)]
pub(super) struct KnownToken {
    /// Its probability in unrelated text.
    pub(super) probability: f32,
    /// How surely it has a counterpart.
    pub(super) trust: Trust,
}

impl KnownTokens {
    fn new(side: &Side, trust: &[Option<Trust>]) -> Self {
        let mut known = Self { starts: vec![0], firm_before: vec![0], tokens: Vec::new() };
        let mut firm = 0;
        for unit in &side.units {
            for &id in &unit.types {
                let Some(trust) = trust[id as usize] else { continue };
                firm += usize::from(trust == Trust::Firm);
                known
                    .tokens
                    .push(KnownToken { probability: side.vocabulary.probability(id), trust });
            }
            known.starts.push(known.tokens.len());
            known.firm_before.push(firm);
        }
        known
    }

    /// Writes down the tokens of some units.
    fn write(&self, units: &Range<usize>, all: &mut Vec<u8>) {
        for unit in units.clone() {
            all.extend((self.count(&(unit..unit + 1)) as u32).to_le_bytes());
        }
        for token in &self.tokens[self.starts[units.start]..self.starts[units.end]] {
            all.extend(token.probability.to_le_bytes());
            all.push(u8::from(token.trust == Trust::Firm));
        }
    }

    /// How many tokens the document has.
    pub(super) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// How many of them stand in `units`.
    pub(super) fn count(&self, units: &Range<usize>) -> usize {
        self.starts[units.end] - self.starts[units.start]
    }

    /// How many firm ones stand in `units`.
    pub(super) fn firm(&self, units: &Range<usize>) -> usize {
        self.firm_before[units.end] - self.firm_before[units.start]
    }

    /// A token's place in the document, from its unit and its place there.
    pub(super) fn place(&self, unit: usize, token: u16) -> usize {
        self.starts[unit] + token as usize
    }

    /// The token at `place`.
    pub(super) fn token(&self, place: usize) -> KnownToken {
        self.tokens[place]
    }
}

/// The links of every pair of units in the band.
#[derive(Debug)]
pub(super) struct Links {
    /// The known tokens of the source.
    pub(super) source: KnownTokens,
    /// The known tokens of the target.
    pub(super) target: KnownTokens,
    rows: Vec<Row>,
}

/// The links of one source unit, those with one target unit together.
#[derive(Debug)]
struct Row {
    /// The first target unit in the band.
    first: usize,
    /// Where the links with each target unit of the band start; one entry more than there are.
    starts: Vec<u32>,
    links: Vec<Link>,
}

impl Links {
    /// Finds them through an index of the target's tokens.
    pub(super) fn new(source: &Side, target: &Side, table: &Table, band: &Band) -> Self {
        let occurrences = Occurrences::new(target, &table.target_trust);
        let mut found = Vec::new();
        let rows = source.units.iter().enumerate().map(|(row, unit)| {
            let known = unit.types.iter().filter(|&&id| table.source_trust[id as usize].is_some());
            for (place, &id) in known.enumerate() {
                occurrences.link(id, place as u16, table, band.columns(row), &mut found);
            }
            Row::new(band.columns(row), &mut found)
        });
        Self {
            rows: rows.collect(),
            source: KnownTokens::new(source, &table.source_trust),
            target: KnownTokens::new(target, &table.target_trust),
        }
    }

    /// Writes down the known words of some source units and some target units, and what links them.
    pub(super) fn write(&self, from: &Range<usize>, to: &Range<usize>, all: &mut Vec<u8>) {
        self.source.write(from, all);
        self.target.write(to, all);
        for row in self.rows.get(from.clone()).unwrap_or_default() {
            all.extend((row.first as i64 - to.start as i64).to_le_bytes());
            all.extend((row.starts.len() as u32).to_le_bytes());
            row.starts.iter().for_each(|start| all.extend(start.to_le_bytes()));
            for Link { source, target, forward, backward } in &row.links {
                all.extend(source.to_le_bytes());
                all.extend(target.to_le_bytes());
                all.extend(forward.to_le_bytes());
                all.extend(backward.to_le_bytes());
            }
        }
    }

    /// Whether the links of each unit with each are known: the band holds them all.
    pub(super) fn cover(&self, from: &Range<usize>, to: &Range<usize>) -> bool {
        // Both edges of the band go forward only.
        let last = self.rows.get(from.end.wrapping_sub(1)).map_or(usize::MAX, |row| row.first);
        let end = self.rows.get(from.start).map_or(0, |row| row.first + row.starts.len() - 1);
        last <= to.start && to.end <= end
    }

    /// The links between two units; none outside the band or the documents.
    pub(super) fn between(&self, source: usize, target: usize) -> &[Link] {
        let Some(row) = self.rows.get(source) else { return &[] };
        let cell = target.wrapping_sub(row.first);
        match (row.starts.get(cell), row.starts.get(cell.wrapping_add(1))) {
            (Some(&start), Some(&end)) => &row.links[start as usize..end as usize],
            _ => &[],
        }
    }
}

// Which words of a bead more than one unit of the other side makes: they speak for none of them.
impl Links {
    /// The places of the tokens of each link between two units.
    pub(super) fn places(
        &self,
        source: usize,
        target: usize,
    ) -> impl Iterator<Item = (usize, usize)> + '_ {
        let place = move |link: &Link| {
            (self.source.place(source, link.source), self.target.place(target, link.target))
        };
        self.between(source, target).iter().map(place)
    }

    /// The words of the target that several of the source units make, in order.
    pub(super) fn shared_targets(&self, from: &Range<usize>, to: &Range<usize>) -> Vec<usize> {
        in_several(from.clone().map(|row| {
            let places = to.clone().flat_map(move |column| self.places(row, column));
            places.map(|(_, target)| target).collect()
        }))
    }

    /// The words of the source that several of the target units make, in order.
    pub(super) fn shared_sources(&self, from: &Range<usize>, to: &Range<usize>) -> Vec<usize> {
        in_several(to.clone().map(|column| {
            let places = from.clone().flat_map(move |row| self.places(row, column));
            places.map(|(source, _)| source).collect()
        }))
    }
}

/// The numbers that stand in more than one of the lists, in order.
fn in_several(lists: impl Iterator<Item = Vec<usize>>) -> Vec<usize> {
    let distinct = |mut list: Vec<usize>| {
        list.sort_unstable();
        list.dedup();
        list
    };
    let mut all: Vec<usize> = lists.flat_map(distinct).collect();
    all.sort_unstable();
    let twice = all.iter().zip(all.iter().skip(1)).filter(|(one, next)| one == next);
    let mut several: Vec<usize> = twice.map(|(one, _)| *one).collect();
    several.dedup();
    several
}

impl Row {
    /// Takes the links found, each with its target unit, out of `found`.
    fn new(columns: Range<usize>, found: &mut Vec<(u32, Link)>) -> Self {
        // The sort is stable: links of one cell stay in the order of their tokens.
        found.sort_by_key(|(unit, _)| *unit);
        let mut starts = Vec::with_capacity(columns.len() + 1);
        let mut at = 0;
        for column in columns.clone() {
            starts.push(at as u32);
            at += found[at..].iter().take_while(|(unit, _)| *unit as usize == column).count();
        }
        starts.push(at as u32);
        Self {
            first: columns.start,
            starts,
            links: found.drain(..).map(|(_, link)| link).collect(),
        }
    }
}

/// Where each target type occurs: unit and place among the unit's known tokens.
struct Occurrences(Vec<Vec<(u32, u16)>>);

impl Occurrences {
    fn new(target: &Side, trust: &[Option<Trust>]) -> Self {
        let mut places = vec![Vec::new(); target.vocabulary.len()];
        for (index, unit) in target.units.iter().enumerate() {
            let known_types = unit.types.iter().filter(|&&id| trust[id as usize].is_some());
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
        found: &mut Vec<(u32, Link)>,
    ) {
        for entry in table.entries(id) {
            let occurrences = &self.0[entry.target as usize];
            let from = occurrences.partition_point(|&(unit, _)| (unit as usize) < columns.start);
            let inside =
                occurrences[from..].iter().take_while(|(unit, _)| (*unit as usize) < columns.end);
            found.extend(inside.map(|&(unit, target)| {
                (
                    unit,
                    Link {
                        source: place,
                        target,
                        forward: entry.forward,
                        backward: entry.backward,
                    },
                )
            }));
        }
    }
}
