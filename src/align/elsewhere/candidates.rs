//! Which units may correspond though the path does not join them: an index of the rarer tokens.

use std::collections::BTreeMap;

use super::{affinity::Affinity, standing::Standing};

/// A token that more of the units looked at share ties nothing to a place.
const RARE: usize = 8;

/// As many candidates of a unit are looked at closely.
const CLOSELY: usize = 4;

/// A pair must be likelier than its best rival by this much, in natural logarithms of odds.
const MARGIN: f32 = 1.5;

/// A source unit and a target unit with how likely they belong together, the gain over what the
/// path says of them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Candidate {
    pub(super) source: usize,
    pub(super) target: usize,
    pub(super) gain: f32,
    /// The share of known tokens of the poorer side that have a counterpart.
    pub(super) explained: f32,
}

/// The pairs of loose units of which each is the other's best by a margin.
pub(super) fn mutual(affinity: &Affinity<'_>, standing: &Standing) -> Vec<Candidate> {
    let places = Places::of(affinity, standing);
    let loose = standing.source.loose();
    let all: Vec<Candidate> =
        loose.flat_map(|source| places.candidates(source, affinity, standing)).collect();
    let (sources, targets) = (best_two(&all, |c| c.source), best_two(&all, |c| c.target));
    let is_best = |best: &BTreeMap<usize, BestTwo>, unit: usize, gain: f32| {
        best.get(&unit).is_some_and(|best| gain >= best.first && gain >= best.second + MARGIN)
    };
    all.into_iter()
        .filter(|found| {
            is_best(&sources, found.source, found.gain)
                && is_best(&targets, found.target, found.gain)
        })
        .collect()
}

/// Where the rarer tokens stand among the loose units of the target.
struct Places(Vec<Vec<usize>>);

impl Places {
    fn of(affinity: &Affinity<'_>, standing: &Standing) -> Self {
        let mut places = vec![Vec::new(); affinity.target.vocabulary.len()];
        for unit in standing.target.loose() {
            for &id in affinity.target.units.get(unit).map_or(&[][..], |unit| &unit.types) {
                let list: &mut Vec<usize> = &mut places[id as usize];
                if list.last() != Some(&unit) {
                    list.push(unit);
                }
            }
        }
        Self(places)
    }

    /// The target units that share most with a source unit, each with its gain.
    fn candidates(
        &self,
        source: usize,
        affinity: &Affinity<'_>,
        standing: &Standing,
    ) -> Vec<Candidate> {
        let mut votes: BTreeMap<usize, f32> = BTreeMap::new();
        for &id in affinity.source.units.get(source).map_or(&[][..], |unit| &unit.types) {
            for entry in affinity.table.entries(id) {
                let places = &self.0[entry.target as usize];
                let probability = affinity.target.vocabulary.probability(entry.target);
                let weight = (entry.forward / probability).ln().max(0.0);
                for &place in places.iter().filter(|_| places.len() <= RARE) {
                    *votes.entry(place).or_default() += weight;
                }
            }
        }
        let mut votes: Vec<(usize, f32)> = votes.into_iter().collect();
        votes.sort_by(|one, two| two.1.total_cmp(&one.1).then(one.0.cmp(&two.0)));
        let closely = votes.into_iter().take(CLOSELY);
        closely.filter_map(|(target, _)| standing.candidate(affinity, source, target)).collect()
    }
}

/// The two greatest gains of a unit.
#[derive(Debug, Clone, Copy)]
struct BestTwo {
    first: f32,
    second: f32,
}

fn best_two(all: &[Candidate], unit: impl Fn(&Candidate) -> usize) -> BTreeMap<usize, BestTwo> {
    let none = BestTwo { first: f32::NEG_INFINITY, second: f32::NEG_INFINITY };
    let mut best = BTreeMap::new();
    for found in all {
        let known: &mut BestTwo = best.entry(unit(found)).or_insert(none);
        if found.gain > known.first {
            *known = BestTwo { first: found.gain, second: known.first };
        } else {
            known.second = known.second.max(found.gain);
        }
    }
    best
}
