//! How common each shape of bead is, before looking at the words.
//!
//! A document that has lost one sentence has likely lost others, and a translator who splits
//! sentences does so throughout: after the first pass the rates are those of this document, drawn
//! towards what is usual (the mean of a Beta distribution).

use super::{LONG, length::stepped, path::Shape};

/// The usual share of units without counterpart in a complete translation. Where paragraphs and
/// headings hold the documents together a lost unit is seen more surely, and less is asked of it.
const USUAL_NULL: f32 = 0.004;
const USUAL_NULL_IN_BLOCKS: f32 = 0.008;

/// The usual share of beads that join or split two sentences.
const USUAL_SPLIT: f32 = 0.03;

/// How many beads the usual rates are worth against what the document shows.
const WORTH: f32 = 40.0;

/// The logarithms of the shapes that are rare in every translation.
const TWO_TO_TWO: f32 = -6.0;
const THREE: f32 = -5.5;

/// What each unit more than three on one side costs.
const ONE_MORE: f32 = -1.5;

/// And each unit more than one on the other.
const CROSSED: f32 = -3.0;

/// The logarithm of the odds that a run of lost or added units goes on.
const RUN_ON: f32 = -3.0;

/// The share of beads of a kind, drawn towards what is usual.
pub(super) fn share(beads: &[Shape], usual: f32, matches: fn(&Shape) -> bool) -> f32 {
    let count = beads.iter().filter(|bead| matches(bead)).count();
    (count as f32 + usual * WORTH) / (beads.len() as f32 + WORTH)
}

/// Logarithms of prior probabilities.
#[derive(Debug, Clone, Copy)]
pub(super) struct Priors {
    omission: f32,
    addition: f32,
    split: f32,
}

impl Priors {
    /// What is usual, in documents of blocks or in bare lines.
    pub(super) fn usual(in_blocks: bool) -> Self {
        let null = if in_blocks { USUAL_NULL_IN_BLOCKS } else { USUAL_NULL };
        Self { omission: null.ln(), addition: null.ln(), split: USUAL_SPLIT.ln() }
    }

    /// What this document shows in the beads of a first pass; null beads never get rarer than
    /// usual, or one loss in a long document would go unseen.
    pub(super) fn observed(self, beads: &[Shape]) -> Self {
        let told = if beads.len() < LONG { |observed| observed } else { stepped };
        let rate =
            |usual: f32, matches: fn(&Shape) -> bool| told(share(beads, usual.exp(), matches).ln());
        Self {
            omission: rate(self.omission, |(_, to)| to.is_empty()).max(self.omission),
            addition: rate(self.addition, |(from, _)| from.is_empty()).max(self.addition),
            split: rate(self.split, |(from, to)| from.len() + to.len() == 3),
        }
    }

    /// All that they say depends on.
    pub(super) fn written(&self) -> impl Iterator<Item = u8> {
        [self.omission, self.addition, self.split].into_iter().flat_map(f32::to_le_bytes)
    }

    /// The prior of a bead with both sides.
    pub(super) fn paired(&self, source: usize, target: usize) -> f32 {
        match (source, target) {
            (1, 1) => 0.0,
            (1, 2) | (2, 1) => self.split,
            (2, 2) => TWO_TO_TWO,
            _ => {
                let (most, least) = (source.max(target), source.min(target));
                THREE
                    + ONE_MORE * most.saturating_sub(3) as f32
                    + CROSSED * least.saturating_sub(1) as f32
            }
        }
    }

    /// The prior of one more unit without counterpart, the first of its run or not.
    pub(super) fn omission(&self, first: bool) -> f32 {
        if first { self.omission } else { self.omission.max(RUN_ON) }
    }

    /// The same for a unit without source.
    pub(super) fn addition(&self, first: bool) -> f32 {
        if first { self.addition } else { self.addition.max(RUN_ON) }
    }
}
