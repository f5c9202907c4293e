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
    /// Of the bytes of the original and of the translation, where they could be read.
    pub(super) hashes: [Option<blake3::Hash>; 2],
    /// The panic that kept the pair from being read.
    pub(super) broken: Option<Breakdown>,
}

impl Loaded {
    /// A pair whose files are not read.
    pub(super) fn unread(pair: DocumentPair) -> Self {
        let (unreadable, hashes) = (Vec::new(), [None; 2]);
        Self { pair, source: None, target: None, unreadable, hashes, broken: None }
    }
}

/// Reads both files of `pair`; neither where that panics.
pub(super) fn load(project: &Project, pair: DocumentPair) -> Loaded {
    let read = guard(|| read_both(project, pair.clone()));
    read.unwrap_or_else(|broken| Loaded { broken: Some(broken), ..Loaded::unread(pair) })
}

fn read_both(project: &Project, pair: DocumentPair) -> Loaded {
    let mut unreadable = Vec::new();
    let mut side = |path: &Option<RepoPath>, language| {
        let Some(path) = path else { return (None, None) };
        let (document, hash) = read(project, path, language);
        (document.map_err(|error| unreadable.push(error)).ok(), hash)
    };
    let (source, source_hash) = side(&pair.source, Language::Russian);
    let (target, target_hash) = side(&pair.target, Language::English);
    let hashes = [source_hash, target_hash];
    Loaded { pair, source, target, unreadable, hashes, broken: None }
}

/// A document, and the hash of its bytes.
fn read(
    project: &Project,
    path: &RepoPath,
    language: Language,
) -> (Result<Document, Diagnostic>, Option<blake3::Hash>) {
    let bytes = match project.read(path) {
        Ok(bytes) => bytes,
        Err(error) => return (Err(error), None),
    };
    let hash = blake3::hash(&bytes);
    let document = formats::read(path.clone(), language, bytes, &project.config.segment)
        .map_err(|problem| Diagnostic::about(path.clone(), problem));
    (document, Some(hash))
}
