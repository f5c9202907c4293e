//! The alignment of a document pair, kept for the next run.
//!
//! It depends on the two texts, the term base and the options alone: what one document teaches
//! changes nothing of another, so that an edit costs the document that it is made in. The alignment
//! that a pair had before an edit is what its translation was made from, so it is kept as well.

use serde::{Deserialize, Serialize};

use super::{
    cache::{Cache, Key},
    load::Loaded,
};
use crate::{
    align::{Evidence, Learned, align, align_learning},
    glossary::Glossary,
    model::{Alignment, Document, DocumentPair, RepoPath},
    project::Project,
};

/// Aligns one pair at a time by the lexicon and the term base.
pub(super) struct Aligner {
    cache: Option<Cache>,
    /// Alignments with originals that are no more.
    former: Option<Cache>,
    evidence: Evidence,
    /// Of the term base and the options: what every alignment depends on.
    dependencies: String,
}

/// What is kept of a pair.
#[derive(Debug, Serialize, Deserialize)]
struct Kept {
    /// Of what files.
    paths: [RepoPath; 2],
    learned: Learned,
}

/// The alignment of a pair, and what was kept before under another key.
pub(super) struct Aligned {
    pub(super) alignment: Alignment,
    before: Option<(String, Kept)>,
}

impl Aligner {
    pub(super) fn new(project: &Project, glossary: &Glossary) -> Self {
        let terms: Vec<_> = glossary.terms().collect();
        let cache = Cache::in_repository(&project.root, "alignment");
        Self {
            former: cache.as_ref().map(|cache| cache.of_kind("former")),
            cache,
            evidence: Evidence::from_terms(terms.iter().copied()),
            dependencies: format!("{:?}{terms:?}", project.config.segment),
        }
    }

    /// The alignment of a pair that has both files.
    pub(super) fn align(&self, loaded: &Loaded) -> Option<Aligned> {
        let (source, target) = (loaded.source.as_ref()?, loaded.target.as_ref()?);
        let key = self.key(source, target);
        let last: Option<(String, Kept)> =
            self.cache.as_ref().and_then(|cache| cache.last(&loaded.pair));
        let before = match last {
            Some((of, kept)) if of == key.text() => {
                return Some(Aligned { alignment: kept.learned.alignment, before: None });
            }
            before => before,
        };
        let learned = align_learning(source, target, &self.evidence);
        let kept = Kept { paths: [source.path.clone(), target.path.clone()], learned };
        if let Some(cache) = &self.cache {
            cache.keep(&loaded.pair, &key, &kept);
        }
        Some(Aligned { alignment: kept.learned.alignment, before })
    }

    /// The alignment of a pair with the original that its translation was made from, without what
    /// it teaches.
    pub(super) fn former(
        &self,
        pair: &DocumentPair,
        (source, target): (&Document, &Document),
        aligned: &Aligned,
    ) -> Alignment {
        let key = self.key(source, target);
        let kept = self.former.as_ref().and_then(|former| former.get(pair, &key));
        kept.unwrap_or_else(|| {
            let alignment = aligned
                .before((source, target), &key)
                .unwrap_or_else(|| align(source, target, &self.evidence));
            if let Some(former) = &self.former {
                former.keep(pair, &key, &alignment);
            }
            alignment
        })
    }

    fn key(&self, source: &Document, target: &Document) -> Key {
        Key::new().and(&self.dependencies).and_document(source).and_document(target)
    }
}

impl Aligned {
    /// What these documents, which the pair had before, were aligned to without a lesson.
    fn before(&self, (source, target): (&Document, &Document), key: &Key) -> Option<Alignment> {
        let (of, Kept { paths, learned }) = self.before.as_ref()?;
        let is_same = *of == key.text() && *paths == [source.path.clone(), target.path.clone()];
        is_same.then(|| learned.first.as_ref().unwrap_or(&learned.alignment).clone())
    }
}
