//! Words that a sentence says again: «Это ужасно! Ужасно!», and the translation as often in one.

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::{links::Links, path::Shape};

impl Links {
    /// How many words that make the same as those of a bead a unit beside has, for which the other
    /// side of the bead has a word more than the bead can account for.
    pub(super) fn echoed(&self, bead: &Shape, alone: &Shape) -> usize {
        let (from, to) = bead;
        let (of_unit, of_bead) = if alone.1.is_empty() {
            (self.made(&alone.0, to), self.made(from, to))
        } else {
            (reversed(self.made(from, &alone.1)), reversed(self.made(from, to)))
        };
        let told: FxHashSet<usize> = of_bead.iter().map(|(_, word)| *word).collect();
        let again = of_unit.into_iter().filter(|(_, word)| told.contains(word));
        let (makers, made): (FxHashSet<usize>, FxHashSet<usize>) = again.unzip();
        let accounts = of_bead.into_iter().filter(|(_, word)| made.contains(word));
        let accounts: FxHashSet<usize> = accounts.map(|(maker, _)| maker).collect();
        made.len().saturating_sub(accounts.len()).min(makers.len())
    }

    /// The words of some source units, each with one of some target units that it makes.
    fn made(&self, from: &Range<usize>, to: &Range<usize>) -> Vec<(usize, usize)> {
        let pairs = from.clone().flat_map(|row| to.clone().map(move |column| (row, column)));
        pairs.flat_map(|(row, column)| self.places(row, column)).collect()
    }
}

fn reversed(places: Vec<(usize, usize)>) -> Vec<(usize, usize)> {
    places.into_iter().map(|(source, target)| (target, source)).collect()
}
