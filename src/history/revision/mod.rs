//! What became of each segment of a text from one version to another of the same language.
//!
//! [`revise`] first pairs segments of equal content, in order and then moved ones, then looks for
//! edited, split and joined segments between those, then for segments both moved and edited. What
//! remains on both sides of one gap was rewritten; on one side, inserted or deleted.

mod likeness;

use std::ops::Range;

use rustc_hash::FxHashMap;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use self::likeness::{Bags, closest, pair_gap};
use crate::{model::Document, text::normalize::content};

/// Segments of the old version and the segments of the new one that took their place. An empty
/// side says inserted or deleted; the empty range stands where the segments would.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// Segments of the old version.
    pub old: Range<usize>,
    /// Segments of the new version.
    pub new: Range<usize>,
    /// Whether both sides have the same content.
    pub same: bool,
}

/// How one version of a text became another.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Revision {
    /// The passages in the order of the new version, deleted ones before what follows them. Each
    /// segment of either version stands in exactly one.
    pub passages: Vec<Passage>,
}

impl Revision {
    /// The passage that the segment `index` of the new version stands in.
    #[must_use]
    pub fn of_new(&self, index: usize) -> Option<&Passage> {
        self.touching(index..index + 1).next()
    }

    /// The passages that `segments` of the new version stand in.
    pub fn touching(&self, segments: Range<usize>) -> impl Iterator<Item = &Passage> {
        // They stand in the order of the new version.
        let first = self.passages.partition_point(|passage| passage.new.end <= segments.start);
        let from = self.passages.get(first..).unwrap_or_default().iter();
        let touching = from.take_while(move |passage| passage.new.start < segments.end);
        touching.filter(move |passage| segments.start < passage.new.end)
    }
}

/// Compares two versions, each the content keys of its segments.
#[must_use]
pub fn revise(old: &[String], new: &[String]) -> Revision {
    let mut matcher = Matcher::new(old, new);
    matcher.pair_unmoved();
    matcher.pair_moved();
    matcher.pair_similar(old, new);
    matcher.pair_rewritten();
    matcher.into_revision()
}

/// Compares two versions of a document, segment by segment.
#[must_use]
pub fn revise_documents(old: &Document, new: &Document) -> Revision {
    let keys = |document: &Document| -> Vec<String> {
        document.segments.iter().map(|segment| content(&segment.text)).collect()
    };
    revise(&keys(old), &keys(new))
}

/// Pairs found so far, and what is still alone.
struct Matcher {
    old: Vec<u32>,
    new: Vec<u32>,
    old_taken: Vec<bool>,
    new_taken: Vec<bool>,
    gaps: Vec<(Range<usize>, Range<usize>)>,
    found: Vec<Passage>,
}

impl Matcher {
    fn new(old: &[String], new: &[String]) -> Self {
        let mut numbers = FxHashMap::default();
        let mut number = |texts: &[String]| -> Vec<u32> {
            let texts = texts.iter();
            texts
                .map(|text| {
                    let next = numbers.len() as u32;
                    *numbers.entry(text.clone()).or_insert(next)
                })
                .collect()
        };
        let (old, new) = (number(old), number(new));
        let (old_taken, new_taken) = (vec![false; old.len()], vec![false; new.len()]);
        Self { old, new, old_taken, new_taken, gaps: Vec::new(), found: Vec::new() }
    }

    fn pair_unmoved(&mut self) {
        for operation in capture_diff_slices(Algorithm::Patience, &self.old, &self.new) {
            match operation {
                DiffOp::Equal { old_index, new_index, len } => {
                    (0..len).for_each(|step| self.pair_equal(old_index + step, new_index + step));
                }
                _ => self.gaps.push((operation.old_range(), operation.new_range())),
            }
        }
        self.join_gaps();
    }

    /// A deletion and an insertion beside it are one gap.
    fn join_gaps(&mut self) {
        let mut joined: Vec<(Range<usize>, Range<usize>)> = Vec::new();
        for (old, new) in self.gaps.drain(..) {
            match joined.last_mut() {
                Some(last) if last.0.end == old.start && last.1.end == new.start => {
                    (last.0.end, last.1.end) = (old.end, new.end);
                }
                _ => joined.push((old, new)),
            }
        }
        self.gaps = joined;
    }

    fn pair_moved(&mut self) {
        let mut alone: FxHashMap<u32, Vec<usize>> = FxHashMap::default();
        for index in (0..self.old.len()).rev().filter(|&index| !self.old_taken[index]) {
            alone.entry(self.old[index]).or_default().push(index);
        }
        for index in 0..self.new.len() {
            if !self.new_taken[index]
                && let Some(old) = alone.get_mut(&self.new[index]).and_then(Vec::pop)
            {
                self.pair_equal(old, index);
            }
        }
    }

    fn pair_similar(&mut self, old: &[String], new: &[String]) {
        if self.old_taken.iter().all(|&taken| taken) || self.new_taken.iter().all(|&taken| taken) {
            return;
        }
        let bags = Bags::new((old, new), (&self.old_taken, &self.new_taken));
        for (old, new) in self.gaps.clone() {
            let (old, new) = (self.alone_old(old), self.alone_new(new));
            for (old, new) in pair_gap(&bags, &old, &new) {
                self.pair(old, new, false);
            }
        }
        let (old, new) = (self.alone_old(0..self.old.len()), self.alone_new(0..self.new.len()));
        for (old, new) in closest(&bags, &old, &new) {
            self.pair(old..old + 1, new..new + 1, false);
        }
    }

    /// What is alone on both sides between the same neighbours took the other's place. Of more on
    /// one side than on the other nobody knows which took whose.
    fn pair_rewritten(&mut self) {
        for (old, new) in self.gaps.clone() {
            let runs = self.runs(&old, &new);
            for (old, new) in runs.into_iter().filter(|(old, new)| old.len() == new.len()) {
                for (old, new) in old.into_iter().zip(new) {
                    self.pair(old..old + 1, new..new + 1, false);
                }
            }
        }
    }

    /// What is alone in a gap, cut at the passages already found in it.
    fn runs(&self, old: &Range<usize>, new: &Range<usize>) -> Vec<(Vec<usize>, Vec<usize>)> {
        let inside = |passage: &&Passage| {
            old.contains(&passage.old.start) && new.contains(&passage.new.start)
        };
        let mut cuts: Vec<(Range<usize>, Range<usize>)> =
            self.found.iter().filter(inside).map(|p| (p.old.clone(), p.new.clone())).collect();
        cuts.sort_by_key(|(_, new)| new.start);
        cuts.push((old.end..old.end, new.end..new.end));
        let (mut from_old, mut from_new) = (old.start, new.start);
        let mut runs = Vec::new();
        for (cut_old, cut_new) in cuts {
            if cut_old.start < from_old {
                continue;
            }
            let (old, new) = (from_old..cut_old.start, from_new..cut_new.start);
            runs.push((self.alone_old(old), self.alone_new(new)));
            (from_old, from_new) = (cut_old.end, cut_new.end);
        }
        runs
    }

    fn alone_old(&self, range: Range<usize>) -> Vec<usize> {
        range.filter(|&index| !self.old_taken[index]).collect()
    }

    fn alone_new(&self, range: Range<usize>) -> Vec<usize> {
        range.filter(|&index| !self.new_taken[index]).collect()
    }

    fn pair_equal(&mut self, old: usize, new: usize) {
        self.pair(old..old + 1, new..new + 1, true);
    }

    fn pair(&mut self, old: Range<usize>, new: Range<usize>, same: bool) {
        self.old_taken[old.clone()].fill(true);
        self.new_taken[new.clone()].fill(true);
        self.found.push(Passage { old, new, same });
    }

    /// Adds what was inserted and deleted, and puts all in order.
    fn into_revision(mut self) -> Revision {
        let inserted = self.alone_new(0..self.new.len());
        let deleted = self.alone_old(0..self.old.len());
        self.found.sort_by_key(|passage| passage.old.start);
        let place_in_new = |old: usize| {
            let before = self.found.partition_point(|passage| passage.old.start < old);
            before.checked_sub(1).map_or(0, |at| self.found[at].new.end)
        };
        let gone: Vec<Passage> = deleted
            .into_iter()
            .map(|old| (old..old + 1, place_in_new(old)))
            .map(|(old, at)| Passage { old, new: at..at, same: false })
            .collect();
        self.found.sort_by_key(|passage| passage.new.start);
        let place_in_old = |new: usize| {
            let before = self.found.partition_point(|passage| passage.new.start < new);
            before.checked_sub(1).map_or(0, |at| self.found[at].old.end)
        };
        let come: Vec<Passage> = inserted
            .into_iter()
            .map(|new| (place_in_old(new), new..new + 1))
            .map(|(at, new)| Passage { old: at..at, new, same: false })
            .collect();
        self.found.extend(gone.into_iter().chain(come));
        self.found
            .sort_by_key(|passage| (passage.new.start, !passage.new.is_empty(), passage.old.start));
        Revision { passages: self.found }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn texts(texts: &[&str]) -> Vec<String> {
        texts.iter().map(|text| (*text).to_owned()).collect()
    }

    fn shapes(old: &[&str], new: &[&str]) -> Vec<(Range<usize>, Range<usize>, bool)> {
        let revision = revise(&texts(old), &texts(new));
        revision.passages.into_iter().map(|p| (p.old, p.new, p.same)).collect()
    }

    #[test]
    fn edited_split_inserted_and_deleted() {
        let old = [
            "Мы уехали рано утром, дорога была пуста.",
            "К вечеру пошёл дождь.",
            "В доме было холодно и темно.",
            "Никто не спал.",
        ];
        let new = [
            "Мы уехали рано утром.",
            "Дорога была пуста.",
            "К вечеру пошёл снег.",
            "Собака лаяла на чужих за оградой.",
            "Никто не спал.",
        ];
        assert_eq!(
            shapes(&old, &new),
            [(0..1, 0..2, false), (1..2, 2..3, false), (2..3, 3..4, false), (3..4, 4..5, true)]
        );
        assert_eq!(shapes(&old[..1], &[]), [(0..1, 0..0, false)]);
        assert_eq!(shapes(&[], &old[..1]), [(0..0, 0..1, false)]);
    }

    #[test]
    fn moved_segments_are_the_same_segments() {
        let old = ["Один дома.", "Два друга.", "Три сестры."];
        let new = ["Три сестры.", "Один дома.", "Два друга."];
        assert_eq!(
            shapes(&old, &new),
            [(2..3, 0..1, true), (0..1, 1..2, true), (1..2, 2..3, true)]
        );
    }

    #[test]
    fn moved_and_edited() {
        let old = ["Ночью поезд стоял на станции до утра.", "Утром мы вышли.", "Шёл дождь."];
        let new = ["Утром мы вышли.", "Шёл дождь.", "Ночью поезд стоял на станции до рассвета."];
        assert_eq!(shapes(&old, &new)[2], (0..1, 2..3, false));
    }

    proptest! {
        #[test]
        fn each_segment_stands_in_one_passage(
            old in prop::collection::vec("[аб]( [абв]){0,3}", 0..12),
            new in prop::collection::vec("[аб]( [абв]){0,3}", 0..12),
        ) {
            let revision = revise(&old, &new);
            let mut seen: Vec<usize> = revision.passages.iter().flat_map(|p| p.old.clone()).collect();
            seen.sort_unstable();
            prop_assert_eq!(seen, (0..old.len()).collect::<Vec<_>>());
            let seen: Vec<usize> = revision.passages.iter().flat_map(|p| p.new.clone()).collect();
            prop_assert_eq!(seen, (0..new.len()).collect::<Vec<_>>());
        }
    }
}
