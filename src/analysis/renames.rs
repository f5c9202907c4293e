//! Documents renamed on one side only: found by content, and said.

use super::load::Loaded;
use crate::align::{Evidence, align, resemblance};

/// Lengths in segments that differ by more than this factor are not compared.
const LENGTH_FACTOR: usize = 3;

/// The share of source segments that must have a sure counterpart.
const ENOUGH: f64 = 0.6;

/// What a sure counterpart is.
const SURE: f64 = 0.95;

/// Joins an original without a translation to a translation without an original when each is the
/// other's best match and most of the one is surely in the other.
pub(super) fn join(mut pairs: Vec<Loaded>) -> Vec<Loaded> {
    let alone = |missing: fn(&Loaded) -> bool| -> Vec<usize> {
        (0..pairs.len()).filter(|&index| missing(&pairs[index])).collect()
    };
    let originals = alone(|loaded| loaded.pair.target.is_none() && loaded.source.is_some());
    let translations = alone(|loaded| loaded.pair.source.is_none() && loaded.target.is_some());
    let mut orphans = Vec::new();
    for (original, translation) in mutual_best(&pairs, &originals, &translations) {
        if corresponds(&pairs[original], &pairs[translation]) {
            pairs[original].target = pairs[translation].target.take();
            pairs[original].pair.target = pairs[translation].pair.target.take();
            pairs[original].pair.renamed = true;
            orphans.push(translation);
        }
    }
    let mut index = 0;
    pairs.retain(|_| {
        index += 1;
        !orphans.contains(&(index - 1))
    });
    pairs
}

/// Pairs of which each is most like the other.
fn mutual_best(
    pairs: &[Loaded],
    originals: &[usize],
    translations: &[usize],
) -> Vec<(usize, usize)> {
    let likeness = |original: usize, translation: usize| {
        let (source, target) =
            (pairs[original].source.as_ref()?, pairs[translation].target.as_ref()?);
        let (longer, shorter) = (
            source.segments.len().max(target.segments.len()),
            source.segments.len().min(target.segments.len()),
        );
        (shorter > 0 && longer <= shorter * LENGTH_FACTOR).then(|| resemblance(source, target))
    };
    let best = |of: &dyn Fn(usize) -> Option<f64>, among: &[usize]| {
        let scored = among.iter().filter_map(|&index| Some((of(index)?, index)));
        scored
            .reduce(|best, other| if other.0 > best.0 { other } else { best })
            .map(|(_, index)| index)
    };
    let mutual = originals.iter().filter_map(|&original| {
        let translation = best(&|translation| likeness(original, translation), translations)?;
        let back = best(&|other| likeness(other, translation), originals)?;
        (back == original).then_some((original, translation))
    });
    mutual.collect()
}

fn corresponds(original: &Loaded, translation: &Loaded) -> bool {
    let (Some(source), Some(target)) = (&original.source, &translation.target) else {
        return false;
    };
    let alignment = align(source, target, &Evidence::default());
    let sure = alignment.beads.iter().filter(|bead| bead.is_pair() && bead.score >= SURE);
    let segments: usize = sure.map(|bead| bead.source.len()).sum();
    segments as f64 >= ENOUGH * source.segments.len() as f64
}
