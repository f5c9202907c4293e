//! Beads: what corresponds to what.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::Document;

/// Segments of the source and the segments of the target that translate them.
///
/// Either side may be empty: an omission has no target, an addition no source; an empty range
/// still says where the missing side belongs. The word is Gale and Church's
/// (“A Program for Aligning Sentences in Bilingual Corpora”, 1993).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Bead {
    /// Source segments, as indices into the document's segments.
    pub source: Range<usize>,
    /// Target segments, likewise.
    pub target: Range<usize>,
    /// How sure the pairing is, from 0 (a guess) to 1 (certain).
    pub score: f64,
}

impl Bead {
    /// A pair less sure than this may well be none.
    const SURE: f64 = 0.99;

    /// The same with its sides exchanged.
    #[must_use]
    pub fn swapped(self) -> Self {
        Self { source: self.target, target: self.source, score: self.score }
    }

    /// The prose of its two sides.
    #[must_use]
    pub fn texts(&self, source: &Document, target: &Document) -> (String, String) {
        (source.prose_of(&self.source), target.prose_of(&self.target))
    }

    /// Whether its two sides surely belong together, whatever else speaks against it.
    #[must_use]
    pub fn is_sure(&self) -> bool {
        self.is_pair() && self.score >= Self::SURE
    }

    /// Source segments that nothing translates.
    #[must_use]
    pub fn is_omission(&self) -> bool {
        self.target.is_empty() && !self.source.is_empty()
    }

    /// Target segments that translate nothing.
    #[must_use]
    pub fn is_addition(&self) -> bool {
        self.source.is_empty() && !self.target.is_empty()
    }

    /// Whether both sides hold something.
    #[must_use]
    pub fn is_pair(&self) -> bool {
        !self.source.is_empty() && !self.target.is_empty()
    }
}

/// All beads of a document pair, in reading order; each segment of either side stands in exactly
/// one of them.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Alignment {
    /// The beads.
    pub beads: Vec<Bead>,
}

impl Alignment {
    /// The same with its sides exchanged.
    #[must_use]
    pub fn swapped(self) -> Self {
        Self { beads: self.beads.into_iter().map(Bead::swapped).collect() }
    }

    /// How many segments of both sides have no counterpart.
    #[must_use]
    pub fn alone(&self) -> usize {
        let alone = self.beads.iter().filter(|bead| !bead.is_pair());
        alone.map(|bead| bead.source.len() + bead.target.len()).sum()
    }

    /// Whether each of so many segments of either side stands in exactly one bead.
    #[must_use]
    pub fn covers(&self, sources: usize, targets: usize) -> bool {
        let is_covered = |count: usize, side: fn(&Bead) -> &Range<usize>| {
            let mut stands = vec![false; count];
            let mut segments = self.beads.iter().flat_map(|bead| side(bead).clone());
            let is_first = |segment: usize| {
                stands.get_mut(segment).is_some_and(|stands| !std::mem::replace(stands, true))
            };
            segments.all(is_first) && stands.iter().all(|stands| *stands)
        };
        is_covered(sources, |bead| &bead.source) && is_covered(targets, |bead| &bead.target)
    }
}

/// The segments from the first to the last of both; a side that is empty adds nothing.
pub(crate) fn hull(one: &Range<usize>, other: &Range<usize>) -> Range<usize> {
    match (one.is_empty(), other.is_empty()) {
        (true, false) => other.clone(),
        (false, true) => one.clone(),
        _ => one.start.min(other.start)..one.end.max(other.end),
    }
}
