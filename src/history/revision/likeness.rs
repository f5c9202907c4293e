//! Which segments of one version resemble which of another, by the words they share.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::text::words::words;

/// Words not shared cost this much of what shared ones gain; segments pair when their Dice
/// coefficient is above it.
const PRICE: f64 = 0.35;

/// Segments both moved and edited must have at least this Dice coefficient: a chance likeness far
/// away is worse than none.
const MOVED: f64 = 0.6;

/// Gaps with more pairs of segments than this are not compared pair by pair.
const MOST_PAIRS: usize = 1_000_000;

/// How many segments of the old and of the new version a passage may join.
const SHAPES: [(usize, usize); 5] = [(1, 1), (1, 2), (2, 1), (1, 3), (3, 1)];

/// The words of each segment that is alone, as sorted numbers.
pub(super) struct Bags {
    old: Vec<Vec<u32>>,
    new: Vec<Vec<u32>>,
}

impl Bags {
    /// The words of the segments that are not `taken`; the keys are normalised already.
    pub(super) fn new((old, new): (&[String], &[String]), taken: (&[bool], &[bool])) -> Self {
        let mut numbers = FxHashMap::default();
        let mut bag = |(text, &taken): (&String, &bool)| {
            let text = if taken { "" } else { text };
            let mut bag: Vec<u32> = words(text)
                .map(|word| {
                    let next = numbers.len() as u32;
                    *numbers.entry(word.text.to_lowercase()).or_insert(next)
                })
                .collect();
            bag.sort_unstable();
            bag
        };
        Self {
            old: old.iter().zip(taken.0).map(&mut bag).collect(),
            new: new.iter().zip(taken.1).map(&mut bag).collect(),
        }
    }

    /// Shared words and all words of some segments.
    fn shared(&self, old: &[usize], new: &[usize]) -> (usize, usize) {
        let (old, new) = (joined(&self.old, old), joined(&self.new, new));
        (common(&old, &new), old.len() + new.len())
    }

    fn gain(&self, old: &[usize], new: &[usize]) -> f64 {
        let (shared, all) = self.shared(old, new);
        2.0 * shared as f64 - PRICE * all as f64
    }

    fn dice(&self, old: usize, new: usize) -> f64 {
        let (shared, all) = self.shared(&[old], &[new]);
        2.0 * shared as f64 / all.max(1) as f64
    }
}

fn joined(bags: &[Vec<u32>], indices: &[usize]) -> Vec<u32> {
    let mut joined: Vec<u32> = indices.iter().flat_map(|&index| &bags[index]).copied().collect();
    joined.sort_unstable();
    joined
}

/// How many elements two sorted bags share.
fn common(one: &[u32], other: &[u32]) -> usize {
    let (mut at, mut in_other, mut count) = (0, 0, 0);
    while at < one.len() && in_other < other.len() {
        match one[at].cmp(&other[in_other]) {
            std::cmp::Ordering::Less => at += 1,
            std::cmp::Ordering::Greater => in_other += 1,
            std::cmp::Ordering::Equal => (at, in_other, count) = (at + 1, in_other + 1, count + 1),
        }
    }
    count
}

/// The best passages in order between `old` and `new`, segments left alone in one gap.
pub(super) fn pair_gap(
    bags: &Bags,
    old: &[usize],
    new: &[usize],
) -> Vec<(Range<usize>, Range<usize>)> {
    if old.is_empty() || new.is_empty() || old.len() * new.len() > MOST_PAIRS {
        return Vec::new();
    }
    let width = new.len() + 1;
    let mut best = vec![0.0_f64; (old.len() + 1) * width];
    let mut step = vec![(0_usize, 0_usize); best.len()];
    for row in 0..=old.len() {
        for column in 0..=new.len() {
            let at = row * width + column;
            let mut consider = |rows: usize, columns: usize, gain: f64| {
                let total = best[(row - rows) * width + column - columns] + gain;
                if step[at] == (0, 0) || total > best[at] {
                    (best[at], step[at]) = (total, (rows, columns));
                }
            };
            if row > 0 {
                consider(1, 0, 0.0);
            }
            if column > 0 {
                consider(0, 1, 0.0);
            }
            for (rows, columns) in SHAPES {
                if rows <= row && columns <= column {
                    let (from, to) = (&old[row - rows..row], &new[column - columns..column]);
                    if is_run(from) && is_run(to) {
                        consider(rows, columns, bags.gain(from, to));
                    }
                }
            }
        }
    }
    trace(&step, old, new)
}

fn trace(
    step: &[(usize, usize)],
    old: &[usize],
    new: &[usize],
) -> Vec<(Range<usize>, Range<usize>)> {
    let (mut row, mut column, mut passages) = (old.len(), new.len(), Vec::new());
    while row > 0 || column > 0 {
        let (rows, columns) = step[row * (new.len() + 1) + column];
        if rows > 0 && columns > 0 {
            passages.push((
                old[row - rows]..old[row - 1] + 1,
                new[column - columns]..new[column - 1] + 1,
            ));
        }
        (row, column) = (row - rows, column - columns);
    }
    passages.reverse();
    passages
}

fn is_run(indices: &[usize]) -> bool {
    indices.windows(2).all(|pair| pair[0] + 1 == pair[1])
}

/// Pairs anywhere in the text of which each is the other's closest.
pub(super) fn closest(bags: &Bags, old: &[usize], new: &[usize]) -> Vec<(usize, usize)> {
    if old.len() * new.len() > MOST_PAIRS {
        return Vec::new();
    }
    let best = |candidates: &[usize], dice: &dyn Fn(usize) -> f64| {
        let scored = candidates.iter().map(|&index| (dice(index), index));
        let above = scored.filter(|(dice, _)| *dice >= MOVED);
        above.reduce(|best, next| if next.0 > best.0 { next } else { best }).map(|(_, index)| index)
    };
    let mutual = |&from: &usize| {
        let to = best(new, &|to| bags.dice(from, to))?;
        let back = best(old, &|other| bags.dice(other, to))?;
        (back == from).then_some((from, to))
    };
    old.iter().filter_map(mutual).collect()
}
