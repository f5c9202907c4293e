//! What was asked of the texts of a document pair, kept for the next run.
//!
//! An answer depends on two texts alone, so that it is kept for the program and for nothing else.

use super::cache::{Cache, Key};
use crate::{model::DocumentPair, project::Project, text::settled::Settled};

/// The answers of all pairs, a file a pair.
pub(super) struct Questions {
    /// None where nothing can be kept.
    cache: Option<Cache>,
}

impl Questions {
    pub(super) fn new(project: &Project) -> Self {
        Self { cache: Cache::in_repository(&project.root, "settled") }
    }

    /// What is known of the texts of a pair.
    pub(super) fn of(&self, pair: &DocumentPair) -> Settled {
        let kept =
            self.cache.as_ref().map(|cache| cache.get(pair, &Key::new()).unwrap_or_default());
        kept.map_or_else(Settled::default, Settled::of)
    }

    /// Keeps what was asked of them now.
    pub(super) fn keep(&self, pair: &DocumentPair, settled: Settled) {
        if let (Some(cache), Some(kept)) = (&self.cache, settled.into_kept()) {
            cache.keep(pair, &Key::new(), &kept);
        }
    }
}
