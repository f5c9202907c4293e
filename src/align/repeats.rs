//! Units that a document has many times: a bead of them is weighed once.
//!
//! In a text that repeats itself no word ties anything to a place, so the band is wide and each
//! unit shares its words with every other. The score of a bead depends on what its units are, not
//! on where they stand.

use std::{cmp::Reverse, ops::Range};

use rustc_hash::FxHashMap;

use super::{
    unit::{Kind, Side, Unit},
    vocabulary::TypeId,
};

/// What occurs less often is weighed each time.
const OFTEN: usize = 8;

/// No more scores are kept.
const MOST: usize = 1 << 18;

/// What the score of a bead depends on: the classes of its units, those of the source before a
/// nought. A class is a byte, and no bead has more than seven units.
type Key = u64;

/// The scores of beads of units that are repeated.
#[derive(Debug)]
pub(super) struct Repeats {
    source: Vec<Option<u8>>,
    target: Vec<Option<u8>>,
    scores: FxHashMap<Key, Option<f32>>,
    /// Whether either side has no unit that is repeated.
    is_idle: bool,
}

impl Repeats {
    /// Finds the units of both sides that are repeated.
    pub(super) fn of(source: &Side, target: &Side) -> Self {
        let (source, target) = (classes(source), classes(target));
        let has_none = |side: &[Option<u8>]| side.iter().all(Option::is_none);
        let is_idle = has_none(&source) || has_none(&target);
        Self { source, target, scores: FxHashMap::default(), is_idle }
    }

    /// The key of a bead; none where it has a unit that is not repeated.
    pub(super) fn key(&self, from: &Range<usize>, to: &Range<usize>) -> Option<Key> {
        if self.is_idle {
            return None;
        }
        let sources = joined(0, self.source.get(from.clone())?)?;
        joined(sources << 8, self.target.get(to.clone())?)
    }

    /// The score of a bead that was weighed before; within, nothing for a bead of no score.
    pub(super) fn known(&self, key: Key) -> Option<Option<f32>> {
        self.scores.get(&key).copied()
    }

    /// Keeps what was found.
    pub(super) fn keep(&mut self, key: Key, score: Option<f32>) {
        if self.scores.len() < MOST {
            self.scores.insert(key, score);
        }
    }

    /// Forgets all scores.
    pub(super) fn forget(&mut self) {
        self.scores.clear();
    }
}

fn joined(key: Key, classes: &[Option<u8>]) -> Option<Key> {
    classes.iter().try_fold(key, |key, class| Some(key << 8 | Key::from((*class)?)))
}

/// All that the score of a unit depends on.
#[derive(PartialEq, Eq, Hash, Clone, Copy)]
struct Content<'a> {
    types: &'a [TypeId],
    length: u32,
    kind: &'a Kind,
    begins_block: bool,
    sentences: usize,
}

fn content(unit: &Unit) -> Content<'_> {
    let Unit { types, length, kind, begins_block, sentences, .. } = unit;
    let (begins_block, sentences) = (*begins_block, *sentences);
    Content { types, length: length.to_bits(), kind, begins_block, sentences }
}

/// The class of each unit, from 1; none for one that is seldom repeated.
fn classes(side: &Side) -> Vec<Option<u8>> {
    let mut counts: FxHashMap<Content<'_>, (usize, usize)> = FxHashMap::default();
    for (index, unit) in side.units.iter().enumerate() {
        counts.entry(content(unit)).or_insert((0, index)).0 += 1;
    }
    let mut often: Vec<_> = counts.into_iter().filter(|(_, (count, _))| *count >= OFTEN).collect();
    often.sort_unstable_by_key(|(_, (count, first))| (Reverse(*count), *first));
    let often: FxHashMap<Content<'_>, u8> =
        often.into_iter().map(|(content, _)| content).zip(1..=u8::MAX).collect();
    side.units.iter().map(|unit| often.get(&content(unit)).copied()).collect()
}
