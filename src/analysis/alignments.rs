//! The alignment of a document pair, kept for the next run.
//!
//! It depends on the two texts, the term base and the options alone: what one document teaches
//! changes nothing of another, so that an edit costs the document that it is made in.

use super::{
    cache::{Cache, Key},
    load::Loaded,
};
use crate::{
    align::{Evidence, align_learning},
    glossary::Glossary,
    model::Alignment,
    project::Project,
};

/// Aligns one pair at a time by the lexicon and the term base.
pub(super) struct Aligner {
    cache: Option<Cache>,
    evidence: Evidence,
    /// Of the term base and the options: what every alignment depends on.
    dependencies: String,
}

impl Aligner {
    pub(super) fn new(project: &Project, glossary: &Glossary) -> Self {
        let terms: Vec<_> = glossary.terms().collect();
        Self {
            cache: Cache::in_repository(&project.root, "alignment"),
            evidence: Evidence::from_terms(terms.iter().copied()),
            dependencies: format!("{:?}{terms:?}", project.config.segment),
        }
    }

    /// The alignment of a pair that has both files.
    pub(super) fn align(&self, loaded: &Loaded) -> Option<Alignment> {
        let (source, target) = (loaded.source.as_ref()?, loaded.target.as_ref()?);
        let key = Key::new().and(&self.dependencies).and_document(source).and_document(target);
        let kept = self.cache.as_ref().and_then(|cache| cache.get(&loaded.pair, &key));
        Some(kept.unwrap_or_else(|| {
            let alignment = align_learning(source, target, &self.evidence);
            if let Some(cache) = &self.cache {
                cache.keep(&loaded.pair, &key, &alignment);
            }
            alignment
        }))
    }
}
