//! The last commits, for somebody who is to choose one.

use std::path::Path;

use super::{archive::discover, walk::describe};
use crate::model::Commit;

/// A commit with what its author says of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecentCommit {
    /// The commit.
    pub commit: Commit,
    /// The first line of its message.
    pub subject: String,
    /// Whether it was made from another one that is here.
    pub has_parent: bool,
}

/// At most `most` of the last commits that led to what is checked out at `root`, the newest first;
/// none where that is not known. Of what was merged, just the merges.
#[must_use]
pub fn recent(root: &Path, most: usize) -> Vec<RecentCommit> {
    commits(root, most).unwrap_or_default()
}

fn commits(root: &Path, most: usize) -> Option<Vec<RecentCommit>> {
    let git = discover(root).ok()?;
    let mut next = git.head().ok()?.peel_to_commit().ok();
    let line = std::iter::from_fn(|| {
        let commit = next.take()?;
        next = commit.parent(0).ok();
        let subject = commit.summary_bytes().map(String::from_utf8_lossy).unwrap_or_default();
        let (subject, has_parent) = (subject.into_owned(), next.is_some());
        Some(RecentCommit { commit: describe(&commit), subject, has_parent })
    });
    Some(line.take(most).collect())
}
