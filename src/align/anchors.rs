//! Anchors: pairs of units that rare tokens tie together, as a chain that never turns back.
//!
//! They narrow the band of long documents. A run of lost sections only moves the chain, so the
//! band follows it where a diagonal would not.

use std::collections::BTreeMap;

use super::{table::Table, unit::Side, vocabulary::TypeId};

/// A type that occurs more often than this ties nothing to a place.
const RARE: usize = 4;

/// A pair of units needs as much evidence to be an anchor, in natural logarithms of odds.
const ENOUGH: f32 = 9.0;

/// A source unit and a target unit that most likely correspond.
pub(super) type Anchor = (usize, usize);

/// The heaviest chain of anchors that goes forward on both sides.
pub(super) fn chain(source: &Side, target: &Side, table: &Table) -> Vec<Anchor> {
    let places = rare_places(target);
    let mut votes: BTreeMap<Anchor, f32> = BTreeMap::new();
    for (id, rows) in rare_places(source).iter().enumerate() {
        for entry in table.entries(id as TypeId) {
            let columns = &places[entry.target as usize];
            let weight =
                (entry.forward / target.vocabulary.probability(entry.target)).ln().max(0.0);
            let share = weight / (rows.len() * columns.len()).max(1) as f32;
            for &row in rows {
                for &column in columns {
                    *votes.entry((row, column)).or_default() += share;
                }
            }
        }
    }
    votes.retain(|_, weight| *weight >= ENOUGH);
    heaviest_chain(&votes)
}

/// The units in which each type occurs; empty for a type that is not rare.
fn rare_places(side: &Side) -> Vec<Vec<usize>> {
    let mut places = vec![Vec::new(); side.vocabulary.len()];
    for (index, unit) in side.units.iter().enumerate() {
        for &id in &unit.types {
            places[id as usize].push(index);
        }
    }
    for list in &mut places {
        list.dedup();
        if list.len() > RARE {
            list.clear();
        }
    }
    places
}

/// The increasing chain of greatest weight, with a tree of prefix maxima over the columns.
fn heaviest_chain(votes: &BTreeMap<Anchor, f32>) -> Vec<Anchor> {
    let columns = votes.keys().map(|&(_, column)| column + 1).max().unwrap_or(0);
    let anchors: Vec<(Anchor, f32)> =
        votes.iter().map(|(&anchor, &weight)| (anchor, weight)).collect();
    let mut best = PrefixMaxima::new(columns);
    let mut previous = vec![None; anchors.len()];
    let mut row_start = 0;
    while row_start < anchors.len() {
        let row = anchors[row_start].0.0;
        let row_end =
            row_start + anchors[row_start..].iter().take_while(|((r, _), _)| *r == row).count();
        let offers: Vec<(usize, f32, usize)> = (row_start..row_end)
            .map(|index| {
                let ((_, column), weight) = anchors[index];
                let (before, last) = best.up_to(column);
                previous[index] = last;
                (column, before + weight, index)
            })
            .collect();
        for (column, weight, index) in offers {
            best.raise(column, weight, index);
        }
        row_start = row_end;
    }
    let mut chain: Vec<Anchor> =
        std::iter::successors(best.up_to(columns).1, |&index| previous[index])
            .map(|index| anchors[index].0)
            .collect();
    chain.reverse();
    chain
}

/// A Fenwick tree of maxima.
struct PrefixMaxima(Vec<(f32, Option<usize>)>);

impl PrefixMaxima {
    fn new(length: usize) -> Self {
        Self(vec![(0.0, None); length + 1])
    }

    /// The greatest weight at a column before `column`.
    fn up_to(&self, column: usize) -> (f32, Option<usize>) {
        let mut at = column.min(self.0.len() - 1);
        let mut best = (0.0, None);
        while at > 0 {
            if self.0[at].0 > best.0 {
                best = self.0[at];
            }
            at &= at - 1;
        }
        best
    }

    fn raise(&mut self, column: usize, weight: f32, index: usize) {
        let mut at = column + 1;
        while at < self.0.len() {
            if weight > self.0[at].0 {
                self.0[at] = (weight, Some(index));
            }
            at += at & at.wrapping_neg();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_heaviest_chain_never_turns_back() {
        let votes = [
            ((0, 0), 1.0),
            ((1, 5), 9.0),
            ((2, 1), 4.0),
            ((3, 2), 4.0),
            ((4, 6), 1.0),
            ((4, 3), 4.0),
        ];
        assert_eq!(heaviest_chain(&votes.into_iter().collect()), [(0, 0), (2, 1), (3, 2), (4, 3)]);
    }

    #[test]
    fn no_votes_give_no_chain() {
        assert!(heaviest_chain(&BTreeMap::new()).is_empty());
    }
}
