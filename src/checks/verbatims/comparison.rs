//! Which piece of the source is which of the target.

use std::collections::{BTreeMap, HashMap};

use super::{
    key::Key,
    links::Links,
    logic::are_unlike,
    pieces::{Home, Piece, of_source, of_target},
    sequence::{Standing, paired},
};
use crate::{checks::pairs::Pairs, model::VerbatimKind};

/// A sentence boundary may fall otherwise: a piece this many pairs away is still in its place.
const NEAR: usize = 2;

/// Links that are left on either side of which each is compared with each.
const MOST_LINKS: usize = 200;

/// Indices of the pieces that stand in a part of a pair, by the part.
type ByPart = BTreeMap<usize, Vec<usize>>;

/// The pieces of both sides on their way to being settled.
#[derive(Debug)]
pub(super) struct Comparison<'a> {
    pub(super) source: Vec<Piece<'a>>,
    pub(super) target: Vec<Piece<'a>>,
    source_by_part: ByPart,
    target_by_part: ByPart,
}

/// A source piece and the target piece that stands in its place, as indices.
pub(super) type Change = (usize, usize);

impl<'a> Comparison<'a> {
    /// Nothing settled yet.
    pub(super) fn of(pairs: &Pairs<'a>, links: &Links<'_>) -> Self {
        let (source, target) = (of_source(pairs, links), of_target(pairs, links));
        let (source_by_part, target_by_part) = (by_part(&source), by_part(&target));
        Self { source, target, source_by_part, target_by_part }
    }

    /// Settles what is equal and what has changed, and gives the changes; what is left of the
    /// source is lost.
    pub(super) fn settle(&mut self) -> Vec<Change> {
        let pairs: Vec<usize> = self.source_by_part.keys().copied().collect();
        let mut changes = Vec::new();
        pairs.iter().for_each(|&pair| self.settle_equal(pair, pair));
        pairs.iter().for_each(|&pair| self.settle_alone(pair));
        pairs.iter().for_each(|&pair| self.settle_changed(pair, true, &mut changes));
        for distance in 1..=NEAR {
            for &pair in &pairs {
                self.settle_equal(pair, pair + distance);
                self.settle_equal(pair, pair.wrapping_sub(distance));
            }
        }
        pairs.iter().for_each(|&pair| self.settle_changed(pair, false, &mut changes));
        self.settle_anywhere();
        self.settle_bare(&mut changes);
        changes
    }

    fn settle_equal(&mut self, from: usize, to: usize) {
        self.settle_equal_of(None, from, to);
    }

    /// Settles the equal pieces of two parts: those of one kind, or of all.
    fn settle_equal_of(&mut self, kind: Option<VerbatimKind>, from: usize, to: usize) {
        let (Some(source), Some(target)) =
            (self.source_by_part.get(&from), self.target_by_part.get(&to))
        else {
            return;
        };
        // What may be rendered by anything takes what the others leave.
        for is_free in [false, true] {
            for &was in source {
                let is_asked = kind.is_none_or(|kind| self.source[was].verbatim.kind == kind);
                if self.source[was].key.is_free() != is_free || !is_asked {
                    continue;
                }
                let equal = |&&is: &&usize| self.source[was].equals(&self.target[is]);
                if let Some(&is) = target.iter().find(equal) {
                    self.source[was].settled = true;
                    self.target[is].settled = true;
                }
            }
        }
    }

    /// Settles what has no rival of its kind at its own place with what is equal near by, before
    /// that is taken for a change of something else.
    fn settle_alone(&mut self, pair: usize) {
        let has_left = |pieces: &[Piece<'_>], by_part: &ByPart, kind| {
            by_part.get(&pair).into_iter().flatten().any(|&at| pieces[at].is_open(kind))
        };
        for kind in KINDS {
            let source = has_left(&self.source, &self.source_by_part, kind);
            let target = has_left(&self.target, &self.target_by_part, kind);
            if source == target {
                continue;
            }
            for distance in 1..=NEAR {
                for near in [pair + distance, pair.wrapping_sub(distance)] {
                    let (from, to) = if source { (pair, near) } else { (near, pair) };
                    self.settle_equal_of(Some(kind), from, to);
                }
            }
        }
    }

    /// Takes what is left of each kind in a pair for changed, in order; `even` only where as many
    /// are left on both sides, otherwise what is alike.
    fn settle_changed(&mut self, pair: usize, even: bool, changes: &mut Vec<Change>) {
        for kind in KINDS {
            let left = |pieces: &[Piece<'_>], by_part: &ByPart| -> Vec<usize> {
                let all = by_part.get(&pair).into_iter().flatten().copied();
                all.filter(|&at| pieces[at].is_open(kind)).collect()
            };
            let source = left(&self.source, &self.source_by_part);
            let target = left(&self.target, &self.target_by_part);
            if source.len() == target.len() {
                self.change(source.into_iter().zip(target), changes);
            } else if !even {
                self.change(self.in_order(&source, &target).into_iter(), changes);
            }
        }
    }

    /// Those of some pieces of both sides that go together.
    fn in_order(&self, source: &[usize], target: &[usize]) -> Vec<Change> {
        fn standing<'p>(pieces: &'p [Piece<'_>], all: &[usize]) -> Vec<Standing<'p>> {
            all.iter().map(|&at| (&pieces[at].key, pieces[at].after)).collect()
        }
        let pairs = paired(&standing(&self.source, source), &standing(&self.target, target));
        pairs.into_iter().map(|(was, is)| (source[was], target[is])).collect()
    }

    fn change(&mut self, pairs: impl Iterator<Item = Change>, changes: &mut Vec<Change>) {
        for (was, is) in pairs {
            // An opening tag becomes no closing one.
            let (old, new) = (&self.source[was], &self.target[is]);
            if old.key.closes() != new.key.closes() || are_unlike(old, new) {
                continue;
            }
            self.source[was].settled = true;
            self.target[is].settled = true;
            if !self.source[was].key.agrees(&self.target[is].key) {
                changes.push((was, is));
            }
        }
    }

    fn settle_anywhere(&mut self) {
        let mut free: HashMap<(VerbatimKind, &Key), Vec<usize>> = HashMap::new();
        for (at, piece) in self.target.iter().enumerate().filter(|(_, piece)| !piece.settled) {
            free.entry((piece.verbatim.kind, &piece.key)).or_default().push(at);
        }
        let mut found = Vec::new();
        for piece in self.source.iter_mut().filter(|piece| !piece.settled) {
            let moved = free.get_mut(&(piece.verbatim.kind, &piece.key)).and_then(Vec::pop);
            piece.settled = moved.is_some();
            found.extend(moved);
        }
        found.into_iter().for_each(|at| self.target[at].settled = true);
        self.settle_links_anywhere();
    }

    /// Settles links with those that lead to the same page by another address, wherever they stand.
    fn settle_links_anywhere(&mut self) {
        let open = |pieces: &[Piece<'_>]| -> Vec<usize> {
            let links = pieces.iter().enumerate().filter(|(_, it)| it.is_open(VerbatimKind::Link));
            links.map(|(at, _)| at).take(MOST_LINKS).collect()
        };
        let (source, target) = (open(&self.source), open(&self.target));
        for was in source {
            let equal = target.iter().find(|&&is| self.source[was].equals(&self.target[is]));
            if let Some(&is) = equal {
                self.source[was].settled = true;
                self.target[is].settled = true;
            }
        }
    }

    /// What stands alone in its block is paired in order, as far as it goes together.
    fn settle_bare(&mut self, changes: &mut Vec<Change>) {
        for kind in KINDS {
            let left = |pieces: &[Piece<'_>]| -> Vec<usize> {
                let all = pieces.iter().enumerate();
                all.filter(|(_, piece)| piece.is_open(kind) && piece.home == Home::Bare)
                    .map(|(at, _)| at)
                    .collect()
            };
            let (source, target) = (left(&self.source), left(&self.target));
            self.change(self.in_order(&source, &target).into_iter(), changes);
        }
    }
}

impl Piece<'_> {
    fn is_open(&self, kind: VerbatimKind) -> bool {
        !self.settled && self.verbatim.kind == kind
    }

    fn equals(&self, other: &Piece<'_>) -> bool {
        !self.settled && other.is_open(self.verbatim.kind) && self.key.agrees(&other.key)
    }
}

const KINDS: [VerbatimKind; 6] = [
    VerbatimKind::Link,
    VerbatimKind::Image,
    VerbatimKind::Code,
    VerbatimKind::Template,
    VerbatimKind::Html,
    VerbatimKind::FootnoteReference,
];

fn by_part(pieces: &[Piece<'_>]) -> ByPart {
    let mut map = ByPart::new();
    for (at, piece) in pieces.iter().enumerate() {
        if let Home::Pair { part, .. } = piece.home {
            map.entry(part).or_default().push(at);
        }
    }
    map
}
