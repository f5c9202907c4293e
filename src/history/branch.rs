//! What a branch changed since it parted from another, uncommitted work among it.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use git2::{Delta, ErrorCode, Oid, Repository};

use super::{
    archive::{discover, folder_in, unreadable},
    former_names::differences,
    snapshot::{Snapshot, commit},
};
use crate::model::{Message, RepoPath};

/// The files of a project that differ from where its branch parted from another.
#[derive(Debug)]
pub struct Branch {
    /// None where nothing is committed yet: then all is new.
    base: Option<Snapshot>,
    /// What each changed file was called before, where it was there.
    changed: BTreeMap<RepoPath, Option<RepoPath>>,
    /// Those that are gone.
    deleted: BTreeSet<RepoPath>,
    /// Whether it is known where the two parted; otherwise the tip of the other stands for it.
    pub is_fork_known: bool,
}

impl Branch {
    /// The branch that is checked out at `root`, against `revision`: whatever git takes for a
    /// commit, or a branch of the remote `origin` where there is none of this name here. A shallow
    /// clone may not know where the two parted.
    ///
    /// # Errors
    /// When there is no repository, no such revision, or the repository cannot be read.
    pub fn since(root: &Path, revision: &str) -> Result<Self, Message> {
        let git = discover(root)?;
        if revision == "HEAD"
            && git.head().is_err_and(|error| error.code() == ErrorCode::UnbornBranch)
        {
            return Ok(Self {
                base: None,
                changed: BTreeMap::new(),
                deleted: BTreeSet::new(),
                is_fork_known: true,
            });
        }
        let other = commit(&git, revision)
            .or_else(|_| commit(&git, &format!("refs/remotes/origin/{revision}")))
            .map_err(|_| Message::new("base-unknown").with("revision", revision))?;
        let head = git.head().ok().and_then(|head| head.target());
        let fork = head.and_then(|head| git.merge_base(head, other).ok());
        let base = fork.unwrap_or(other);
        let folder = folder_in(&git, root);
        let (changed, deleted) =
            changes(&git, base, &folder).map_err(|error| unreadable(&error))?;
        let base = Some(Snapshot::of(&git, base, folder));
        Ok(Self { base, changed, deleted, is_fork_known: fork.is_some() })
    }

    /// Whether a file differs, is new, or is gone.
    #[must_use]
    pub fn changed(&self, path: &RepoPath) -> bool {
        self.base.is_none() || self.changed.contains_key(path)
    }

    /// The files in `folder`, and in what folders it has, that differ, are new, or are gone; sorted.
    pub fn changed_below(&self, folder: &RepoPath) -> impl Iterator<Item = &RepoPath> {
        self.changed.keys().filter(|path| path.is_below(folder))
    }

    /// The files that are gone under any name; sorted.
    pub fn deleted(&self) -> impl Iterator<Item = &RepoPath> {
        self.deleted.iter()
    }

    /// What a file of now said then, under whatever name; none where it was not there, or cannot be
    /// read: then all of it counts as the branch's.
    #[must_use]
    pub fn before(&self, path: &RepoPath) -> Option<Vec<u8>> {
        let base = self.base.as_ref()?;
        match self.changed.get(path) {
            Some(before) => base.read(before.as_ref()?).ok()?,
            None => base.read(path).ok()?,
        }
    }
}

/// What each changed file was called before.
type Changed = BTreeMap<RepoPath, Option<RepoPath>>;

/// The files below `folder` that differ between the commit `base` and the disk.
fn changes(
    git: &Repository,
    base: Oid,
    folder: &str,
) -> Result<(Changed, BTreeSet<RepoPath>), git2::Error> {
    let tree = git.find_commit(base)?.tree()?;
    let diff = differences(git, &tree, None, folder)?;
    let name = |path: Option<&Path>| {
        let path = path?.to_str()?.strip_prefix(folder)?;
        Some(RepoPath::new(path))
    };
    let file = |delta: git2::DiffDelta<'_>| {
        let (old, new) = (name(delta.old_file().path()), name(delta.new_file().path()));
        match delta.status() {
            Delta::Added | Delta::Untracked => Some((new?, None)),
            _ => Some((new.or_else(|| old.clone())?, old)),
        }
    };
    let is_gone = |delta: &git2::DiffDelta<'_>| delta.status() == Delta::Deleted;
    let gone = diff.deltas().filter(is_gone).filter_map(|delta| name(delta.old_file().path()));
    Ok((diff.deltas().filter_map(file).collect(), gone.collect()))
}
