//! What structure has paired already: the beads inside of it, by what the texts say.

use std::ops::Range;

use super::{Evidence, align_texts};
use crate::model::{Bead, Document};

/// Segments of a document.
pub(super) type Segments<'a> = (&'a Document, &'a Range<usize>);

/// The beads of segments that belong together.
pub(super) fn align(source: Segments<'_>, target: Segments<'_>, evidence: &Evidence) -> Vec<Bead> {
    let (from, to) = (source.1.clone(), target.1.clone());
    if from.len() <= 1 && to.len() <= 1 || from.is_empty() || to.is_empty() {
        return vec![Bead { source: from, target: to, score: 1.0 }];
    }
    let (sources, targets) = (source.0.texts_of(&from), target.0.texts_of(&to));
    let inner = align_texts(&sources, &targets, evidence);
    let shifted = |range: Range<usize>, by: usize| range.start + by..range.end + by;
    let beads = inner.beads.into_iter().map(|bead| Bead {
        source: shifted(bead.source, from.start),
        target: shifted(bead.target, to.start),
        ..bead
    });
    beads.collect()
}
