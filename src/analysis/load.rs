//! Reading the two files of a pair.

use crate::{
    breakdown::{Breakdown, guard},
    formats,
    model::{Diagnostic, Document, DocumentPair, Language, RepoPath},
    project::Project,
};

/// A document pair with its files read, as far as they can be.
#[derive(Debug)]
pub(super) struct Loaded {
    pub(super) pair: DocumentPair,
    pub(super) source: Option<Document>,
    pub(super) target: Option<Document>,
    /// Files of the pair that could not be read.
    pub(super) unreadable: Vec<Diagnostic>,
    /// The panic that kept the pair from being read.
    pub(super) broken: Option<Breakdown>,
}

impl Loaded {
    /// A pair of files in a format that is not read.
    pub(super) const fn unread(pair: DocumentPair) -> Self {
        Self { pair, source: None, target: None, unreadable: Vec::new(), broken: None }
    }
}

/// Reads both files of `pair`; neither where that panics.
pub(super) fn load(project: &Project, pair: DocumentPair) -> Loaded {
    let read = guard(|| read_both(project, pair.clone()));
    read.unwrap_or_else(|broken| Loaded {
        pair,
        source: None,
        target: None,
        unreadable: Vec::new(),
        broken: Some(broken),
    })
}

fn read_both(project: &Project, pair: DocumentPair) -> Loaded {
    let mut unreadable = Vec::new();
    let mut side = |path: &Option<RepoPath>, language| match read(project, path.as_ref()?, language)
    {
        Ok(document) => Some(document),
        Err(error) => {
            unreadable.push(error);
            None
        }
    };
    let source = side(&pair.source, Language::Russian);
    let target = side(&pair.target, Language::English);
    Loaded { pair, source, target, unreadable, broken: None }
}

fn read(project: &Project, path: &RepoPath, language: Language) -> Result<Document, Diagnostic> {
    let bytes = project.read(path)?;
    formats::read(path.clone(), language, bytes, &project.config.segment)
        .map_err(|problem| Diagnostic::about(path.clone(), problem))
}
