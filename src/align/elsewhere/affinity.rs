//! How well units go together wherever they stand: words, kind and length, and no order.
//!
//! The words count as in [`super::super::score`]; what is looked at is any two units, not those of
//! a band.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::super::{
    length::LengthModel,
    structure,
    table::{Table, Trust},
    unit::{Side, Unit},
    vocabulary::{TypeId, Vocabulary},
};

/// The share of known words, and of numbers, names and code, that have a counterpart.
const LAMBDA: f32 = 0.65;
const LAMBDA_FIRM: f32 = 0.75;

/// Each direction is the evidence of all the words.
const WORD_WEIGHT: f32 = 0.5;

/// What one token can say at most.
const TOKEN_CAP: f32 = 4.5;

/// Compares units of two sides.
pub(super) struct Affinity<'a> {
    pub(super) source: &'a Side,
    pub(super) target: &'a Side,
    pub(super) table: &'a Table,
    length: LengthModel,
}

/// What is known of two groups of units.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Likeness {
    /// The logarithm of the odds that they translate each other.
    pub(super) odds: f32,
    /// The share of known tokens of the poorer side that have a counterpart.
    pub(super) explained: f32,
}

impl<'a> Affinity<'a> {
    pub(super) fn new(source: &'a Side, target: &'a Side, table: &'a Table) -> Self {
        let length = LengthModel::new(target.units.iter().map(|unit| unit.length));
        Self { source, target, table, length }
    }

    /// The likeness of two groups of neighbours; nothing where one is empty.
    pub(super) fn of(&self, from: &Range<usize>, to: &Range<usize>) -> Likeness {
        let (Some(sources), Some(targets)) =
            (self.source.units.get(from.clone()), self.target.units.get(to.clone()))
        else {
            return Likeness::default();
        };
        let (Some(first), Some(counterpart)) = (sources.first(), targets.first()) else {
            return Likeness::default();
        };
        let words = self.words(sources, targets);
        let lengths = (length(sources), length(targets));
        let odds = words.odds
            + structure::kinds(&first.kind, &counterpart.kind)
            + self.length.evidence(lengths.0, lengths.1, targets.len());
        Likeness { odds, ..words }
    }

    /// What the words alone say.
    fn words(&self, sources: &[Unit], targets: &[Unit]) -> Likeness {
        let mut forward = Made::of(targets, &self.target.vocabulary, &self.table.target_trust);
        let mut backward = Made::of(sources, &self.source.vocabulary, &self.table.source_trust);
        for &id in sources.iter().flat_map(|unit| &unit.types) {
            for entry in self.table.entries(id) {
                if let Some(count) = forward.add(entry.target, entry.forward) {
                    backward.add(id, entry.backward * count as f32);
                }
            }
        }
        let (makers, made) = (backward.tokens, forward.tokens);
        let odds = WORD_WEIGHT * (forward.evidence(makers) + backward.evidence(made));
        Likeness { odds, explained: forward.explained().min(backward.explained()) }
    }
}

fn length(units: &[Unit]) -> f32 {
    units.iter().map(|unit| unit.length).sum()
}

/// The known tokens of one side and how much the other's words make of them.
struct Made {
    types: FxHashMap<TypeId, Share>,
    tokens: usize,
}

struct Share {
    count: usize,
    probability: f32,
    trust: Trust,
    share: f32,
}

impl Made {
    fn of(units: &[Unit], vocabulary: &Vocabulary, trust: &[Option<Trust>]) -> Self {
        let mut made = Self { types: FxHashMap::default(), tokens: 0 };
        for &id in units.iter().flat_map(|unit| &unit.types) {
            let Some(trust) = trust.get(id as usize).copied().flatten() else { continue };
            let probability = vocabulary.probability(id);
            let share = Share { count: 0, probability, trust, share: 0.0 };
            made.types.entry(id).or_insert(share).count += 1;
            made.tokens += 1;
        }
        made
    }

    /// Adds to the share of a type; gives how often it occurs here, if it does.
    fn add(&mut self, id: TypeId, share: f32) -> Option<usize> {
        let entry = self.types.get_mut(&id)?;
        entry.share += share;
        Some(entry.count)
    }

    /// The evidence of all tokens, each made by one of `makers`.
    fn evidence(&self, makers: usize) -> f32 {
        let of = |known: &Share| {
            let lambda = if known.trust == Trust::Firm { LAMBDA_FIRM } else { LAMBDA };
            let odds = lambda * known.share / (makers.max(1) as f32 * known.probability);
            known.count as f32 * (odds + 1.0 - lambda).ln().min(TOKEN_CAP)
        };
        // Hash order must not show: sums of floats depend on their order.
        let mut parts: Vec<f32> = self.types.values().map(of).collect();
        parts.sort_by(f32::total_cmp);
        parts.into_iter().sum()
    }

    fn explained(&self) -> f32 {
        let explained: usize =
            self.types.values().filter(|known| known.share > 0.0).map(|known| known.count).sum();
        explained as f32 / self.tokens.max(1) as f32
    }
}
