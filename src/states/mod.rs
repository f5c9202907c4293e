//! The state of each bead: what is known of it from the texts as they are now.

mod presence;

pub use presence::{is_translatable, presence};

use crate::model::{Alignment, Document, Evidence, TranslationUnit};

/// The translation units of a document pair, each in the state that its texts alone show.
#[must_use]
pub fn from_texts(
    alignment: Alignment,
    source: &Document,
    target: &Document,
) -> Vec<TranslationUnit> {
    let unit = |bead| {
        let state = presence(&bead, source, target);
        TranslationUnit { bead, state, evidence: Evidence::default() }
    };
    alignment.beads.into_iter().map(unit).collect()
}
