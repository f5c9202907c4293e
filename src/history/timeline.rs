//! The versions of a document pair, as plain data.

use crate::model::{Commit, RepoPath};

/// A file of one version: where it was and which blob it held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored {
    /// Its path then, from the root of the repository.
    pub path: RepoPath,
    /// The blob.
    pub blob: git2::Oid,
}

/// A commit that changed either file of the pair.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// The commit.
    pub commit: Commit,
    /// The original as it was after the commit.
    pub source: Option<Stored>,
    /// The translation, likewise.
    pub target: Option<Stored>,
    /// The versions that this one was made from, as indices; all of them come before it.
    pub parents: Vec<usize>,
    /// Whether older history exists but is not here: the edge of a shallow clone.
    pub cut: bool,
}

/// All versions of a document pair, parents before children. The graph is that of git without the
/// commits that changed neither file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Timeline {
    /// The versions.
    pub versions: Vec<Version>,
    /// The versions that the files on disk were made from: what HEAD holds.
    pub heads: Vec<usize>,
}
