//! What pairs of words say, for the coarse search: one by one, and never less than in the fine one.

use std::ops::Range;

use crate::align::{
    explained::{Lambda, TOKEN_CAP, WORD_WEIGHT},
    table::{Entry, Table, Trust},
    unit::Side,
    vocabulary::TypeId,
};

/// What is known of the words of both sides.
pub(super) struct Words<'a> {
    units: &'a Side,
    pub(super) source: Known,
    pub(super) target: Known,
    /// Where each target type stands.
    places: Vec<Vec<u32>>,
    /// The target types that may translate each source type, with what a pair of them says.
    gains: Vec<Vec<(TypeId, f32)>>,
}

/// The known words of the units of one side.
pub(super) struct Known {
    counts: Vec<usize>,
    /// What those of a unit say if nothing answers them.
    pub(super) silence: Vec<f32>,
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
    pub(super) fn new(units: &'a Side, other: &Side, table: &Table) -> Self {
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
    pub(super) fn gains(&self, row: usize, columns: &Range<usize>) -> Vec<f32> {
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
