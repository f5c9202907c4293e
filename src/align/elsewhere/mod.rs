//! What stands outside the path: units whose counterparts are at another place.
//!
//! The path goes forward only. A paragraph that was moved, a list sorted anew, two sections that
//! changed places leave units without a counterpart on both sides of it, or pair them with
//! strangers. [`rejoin`] looks for such units by their rarer tokens, takes the pairs that are sure,
//! and from them whole stretches. The work is linear in what the path left in doubt.

mod affinity;
mod candidates;
mod growth;
mod standing;

use std::ops::Range;

use self::{
    affinity::Affinity,
    candidates::{Candidate, mutual},
    growth::Stretches,
    standing::Standing,
};
use super::{
    confidence::of_odds,
    path::Shape,
    table::Table,
    unit::{Kind, Side},
};

/// A pair across the order needs as much evidence, in natural logarithms of odds: so much does not
/// come about by chance between a loss at one place and an addition at another.
const ENOUGH: f32 = 5.5;

/// Where all known words of both agree less is enough.
const ENOUGH_OF_ALL: f32 = 4.0;

/// Headings, items and cells are short.
const ENOUGH_OF_ITEM: f32 = 2.5;

/// Less than this is not looked at.
const SEED: f32 = 2.5;

/// How sure a bead without counterpart is that a moved unit leaves behind.
const LEFT_ALONE: f64 = 0.9;

/// What remains of a bead of which a part moved stays a pair unless it is less likely than this.
const STAYS: f32 = -3.0;

/// What is found once may free what was held by a stranger; more rounds find hardly more.
const ROUNDS: usize = 2;

/// The beads of a path, those that cross it put right; in the order of the source.
pub(super) fn rejoin(
    source: &Side,
    target: &Side,
    table: &Table,
    paired: Vec<(Shape, f64)>,
) -> Vec<(Shape, f64)> {
    let affinity = Affinity::new(source, target, table);
    let mut paired = paired;
    for _ in 0..ROUNDS {
        let moved = moved(&affinity, &paired);
        if moved.is_empty() {
            break;
        }
        paired = put_right(&affinity, &paired, &moved);
    }
    paired
}

/// The beads that cross the path.
fn moved(affinity: &Affinity<'_>, paired: &[(Shape, f64)]) -> Vec<(Shape, f32)> {
    let standing = Standing::of(affinity, paired);
    let mut seeds = mutual(affinity, &standing);
    seeds.retain(|found| found.gain >= SEED);
    seeds.sort_by(|one, two| two.gain.total_cmp(&one.gain).then(one.source.cmp(&two.source)));
    let mut stretches = Stretches::new(affinity, &standing);
    for found in seeds {
        let shape = (found.source..found.source + 1, found.target..found.target + 1);
        let odds = affinity.of(&shape.0, &shape.1).odds;
        stretches.add(shape, odds, enough(affinity, &found));
    }
    stretches.beads
}

/// The evidence that a pair and what is beside it need.
fn enough(affinity: &Affinity<'_>, found: &Candidate) -> f32 {
    let kind = |side: &Side, unit: usize| side.units.get(unit).map(|unit| unit.kind.clone());
    let kinds = (kind(affinity.source, found.source), kind(affinity.target, found.target));
    let is_item = kinds.0 == kinds.1 && kinds.0 != Some(Kind::Paragraph);
    match found.explained >= 1.0 {
        true if is_item => ENOUGH_OF_ITEM,
        true => ENOUGH_OF_ALL,
        false => ENOUGH,
    }
}

/// The path without what moved, and what moved at its place in the source.
fn put_right(
    affinity: &Affinity<'_>,
    paired: &[(Shape, f64)],
    moved: &[(Shape, f32)],
) -> Vec<(Shape, f64)> {
    let is_taken = |side: fn(&Shape) -> &Range<usize>, count: usize| {
        let mut taken = vec![false; count];
        for unit in moved.iter().flat_map(|(shape, _)| side(shape).clone()) {
            taken[unit] = true;
        }
        taken
    };
    let sources = is_taken(|shape| &shape.0, affinity.source.units.len());
    let targets = is_taken(|shape| &shape.1, affinity.target.units.len());
    let rest = paired.iter().flat_map(|((from, to), score)| {
        let left = (left(from, &sources), left(to, &targets));
        let is_whole = left.0 == [from.clone()] && left.1 == [to.clone()];
        if is_whole
            || from.is_empty() && left.1 == [to.clone()]
            || to.is_empty() && left.0 == [from.clone()]
        {
            return vec![((from.clone(), to.clone()), *score)];
        }
        remainder(affinity, left, (from.start, to.start))
    });
    let moved = moved.iter().map(|(shape, odds)| (shape.clone(), of_odds(*odds)));
    in_order(rest.chain(moved).collect())
}

/// The runs of units that are not taken.
fn left(units: &Range<usize>, taken: &[bool]) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for unit in units.clone().filter(|&unit| taken.get(unit) != Some(&true)) {
        match runs.last_mut() {
            Some(run) if run.end == unit => run.end = unit + 1,
            _ => runs.push(unit..unit + 1),
        }
    }
    runs
}

/// What remains of a bead: a pair where one run on either side still goes together.
fn remainder(
    affinity: &Affinity<'_>,
    (sources, targets): (Vec<Range<usize>>, Vec<Range<usize>>),
    at: (usize, usize),
) -> Vec<(Shape, f64)> {
    if let ([from], [to]) = (sources.as_slice(), targets.as_slice()) {
        let odds = affinity.of(from, to).odds;
        if odds > STAYS {
            return vec![((from.clone(), to.clone()), of_odds(odds))];
        }
    }
    let lost = sources.into_iter().flatten().map(|unit| (unit..unit + 1, at.1..at.1));
    let added = targets.into_iter().flatten().map(|unit| (at.0..at.0, unit..unit + 1));
    lost.chain(added).map(|shape| (shape, LEFT_ALONE)).collect()
}

/// In the order of the source; what has no source stands after the target unit before it.
fn in_order(beads: Vec<(Shape, f64)>) -> Vec<(Shape, f64)> {
    let count = beads.iter().map(|((_, to), _)| to.end).max().unwrap_or(0);
    let (mut ordered, mut additions): (Vec<_>, Vec<_>) =
        beads.into_iter().partition(|((from, _), _)| !from.is_empty());
    ordered.sort_by_key(|((from, _), _)| from.start);
    additions.sort_by_key(|((_, to), _)| to.start);
    let mut after = vec![None; count + 1];
    for (place, ((_, to), _)) in ordered.iter().enumerate() {
        to.clone().for_each(|unit| after[unit + 1] = Some(place));
    }
    // The additions after each of the ordered beads, the first list before all.
    let mut lists: Vec<Vec<(Shape, f64)>> = vec![Vec::new(); ordered.len() + 1];
    let mut place = 0;
    for addition in additions {
        let start = addition.0.1.start;
        place = after[start].map_or(if start == 0 { 0 } else { place }, |at: usize| at + 1);
        lists[place].push(addition);
    }
    let mut ordered = ordered.into_iter();
    let mut all = Vec::new();
    for list in lists {
        all.extend(list);
        all.extend(ordered.next());
    }
    all
}
