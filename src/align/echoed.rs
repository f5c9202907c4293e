//! Words that a sentence says again: «Это ужасно! Ужасно!», and the translation as often in one.

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::{links::Links, path::Shape};

impl Links {
    /// How many words that make the same as those of a bead a unit beside has, for which the other
    /// side of the bead has a word more than the bead can account for.
    pub(super) fn echoed(&self, bead: &Shape, alone: &Shape) -> usize {
        let (from, to) = bead;
        let (unit, beside) = if alone.1.is_empty() {
            (self.words_between(&alone.0, to), self.words_between(from, to))
        } else {
            let swapped = |places: Vec<(usize, usize)>| places.into_iter().map(|(a, b)| (b, a));
            let of_unit = self.words_between(from, &alone.1);
            let of_bead = self.words_between(from, to);
            (swapped(of_unit).collect(), swapped(of_bead).collect::<Vec<_>>())
        };
        let told: FxHashSet<usize> = beside.iter().map(|(_, told)| *told).collect();
        let makers: FxHashSet<usize> =
            unit.iter().filter(|(_, word)| told.contains(word)).map(|(maker, _)| *maker).collect();
        let common: FxHashSet<usize> =
            unit.iter().map(|(_, word)| *word).filter(|word| told.contains(word)).collect();
        let of_bead: FxHashSet<usize> = beside
            .iter()
            .filter(|(_, word)| common.contains(word))
            .map(|(maker, _)| *maker)
            .collect();
        common.len().saturating_sub(of_bead.len()).min(makers.len())
    }

    fn words_between(&self, from: &Range<usize>, to: &Range<usize>) -> Vec<(usize, usize)> {
        let pairs = from.clone().flat_map(|row| to.clone().map(move |column| (row, column)));
        pairs.flat_map(|(row, column)| self.places(row, column)).collect()
    }
}
