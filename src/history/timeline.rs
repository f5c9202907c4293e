//! The versions of a document pair, as plain data.

use std::sync::Arc;

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
    /// The commit; all versions that it made share it.
    pub commit: Arc<Commit>,
    /// The original as it was after the commit.
    pub source: Option<Stored>,
    /// The translation, likewise.
    pub target: Option<Stored>,
    /// The versions that this one was made from, as indices; all of them come before it.
    pub parents: Vec<usize>,
    /// Whether older history exists but is not here: the edge of a shallow clone.
    pub cut: bool,
    /// Whether the commit changed other files, too: text may have come from there.
    pub in_company: bool,
    /// For a version of another document that gave text to this one, the version that took it.
    pub joined: Option<usize>,
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

impl Timeline {
    /// The same with the two files exchanged.
    #[must_use]
    pub(super) fn swapped(self) -> Self {
        let swap = |version: Version| Version {
            source: version.target,
            target: version.source,
            ..version
        };
        Self { versions: self.versions.into_iter().map(swap).collect(), heads: self.heads }
    }

    /// Puts the versions of another document before the version `at`, which took text from it.
    pub(super) fn take_in(&mut self, at: usize, origin: Self) {
        let count = origin.versions.len();
        let shift = |index: &mut usize| *index += if *index >= at { count } else { 0 };
        for version in &mut self.versions {
            version.parents.iter_mut().chain(&mut version.joined).for_each(shift);
        }
        self.heads.iter_mut().for_each(shift);
        if let Some(version) = self.versions.get_mut(at) {
            version.parents.extend(origin.heads.iter().map(|head| head + at));
        }
        let taken = origin.versions.into_iter().map(|version| Version {
            parents: version.parents.iter().map(|parent| parent + at).collect(),
            joined: Some(at + count),
            ..version
        });
        drop(self.versions.splice(at..at, taken));
    }
}
