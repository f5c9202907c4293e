//! Which segments of one version resemble which of another, by the words they share.

use std::{borrow::Cow, ops::Range};

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

    fn dice(&self, old: usize, new: usize) -> f64 {
        let (old, new) = (&self.old[old], &self.new[new]);
        2.0 * common(old, new) as f64 / (old.len() + new.len()).max(1) as f64
    }
}

/// The words of the runs of segments that end at each, by how many segments they are: put together
/// once, since each is asked about beside all of the other version.
struct Runs<'a>(Vec<[Option<Cow<'a, [u32]>>; LONGEST]>);

/// As many segments as a passage joins at most.
const LONGEST: usize = 3;

impl<'a> Runs<'a> {
    fn of(bags: &'a [Vec<u32>], indices: &[usize]) -> Self {
        let run = |end: usize, length: usize| {
            let segments = indices.get(end.checked_sub(length)?..end)?;
            match segments {
                [one] => Some(Cow::Borrowed(bags[*one].as_slice())),
                _ => is_run(segments).then(|| Cow::Owned(joined(bags, segments))),
            }
        };
        let runs = (1..=indices.len()).map(|end| std::array::from_fn(|at| run(end, at + 1)));
        Self(runs.collect())
    }

    /// The run of `length` segments that ends before `end`.
    fn get(&self, end: usize, length: usize) -> Option<&[u32]> {
        self.0.get(end.checked_sub(1)?)?.get(length.checked_sub(1)?)?.as_deref()
    }
}

fn joined(bags: &[Vec<u32>], indices: &[usize]) -> Vec<u32> {
    let mut joined: Vec<u32> = indices.iter().flat_map(|&index| &bags[index]).copied().collect();
    joined.sort_unstable();
    joined
}

/// What two passages gain by the words that they share; none where they gain nothing.
fn gain(old: &[u32], new: &[u32]) -> Option<f64> {
    let price = PRICE * (old.len() + new.len()) as f64;
    let most = 2.0 * old.len().min(new.len()) as f64 - price;
    let gain = || 2.0 * common(old, new) as f64 - price;
    (most > 0.0).then(gain).filter(|gain| *gain > 0.0)
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
    let (ours, theirs) = (Runs::of(&bags.old, old), Runs::of(&bags.new, new));
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
                let runs = ours.get(row, rows).zip(theirs.get(column, columns));
                // What gains nothing is no better than to leave both alone.
                if let Some(gain) = runs.and_then(|(from, to)| gain(from, to)) {
                    consider(rows, columns, gain);
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
