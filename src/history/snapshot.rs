//! The files of a project as one revision has them.

use std::path::{Path, PathBuf};

use git2::{ErrorClass, ErrorCode, Oid, Repository};

use super::archive::{discover, folder_in, is_partial, unreadable};
use crate::model::{Message, RepoPath};

/// A project at one commit.
#[derive(Debug, Clone)]
pub struct Snapshot {
    git_folder: PathBuf,
    commit: Oid,
    folder: String,
}

impl Snapshot {
    /// The project at `root` as `revision` has it: whatever git takes for a commit.
    ///
    /// # Errors
    /// When there is no repository or no such revision.
    pub fn open(root: &Path, revision: &str) -> Result<Self, Message> {
        let git = discover(root)?;
        let commit = commit(&git, revision)?;
        Ok(Self::of(&git, commit, folder_in(&git, root)))
    }

    /// The project where the histories of two revisions parted.
    ///
    /// # Errors
    /// When there is no repository, no such revision or no common history.
    pub fn fork(root: &Path, one: &str, other: &str) -> Result<Self, Message> {
        let git = discover(root)?;
        let base = git
            .merge_base(commit(&git, one)?, commit(&git, other)?)
            .map_err(|_| unknown(&format!("{one}...{other}")))?;
        Ok(Self::of(&git, base, folder_in(&git, root)))
    }

    /// The project in `folder` of `git` at one commit.
    pub(super) fn of(git: &Repository, commit: Oid, folder: String) -> Self {
        Self { git_folder: git.path().to_owned(), commit, folder }
    }

    pub(super) const fn commit(&self) -> Oid {
        self.commit
    }

    /// The folder of the project in its repository, with `/` at its end unless it is the root.
    pub(super) fn folder(&self) -> &str {
        &self.folder
    }

    /// The bytes of a file; none where the revision does not have it.
    ///
    /// # Errors
    /// When the repository cannot be read.
    pub fn read(&self, path: &RepoPath) -> Result<Option<Vec<u8>>, Message> {
        let git = Repository::open(&self.git_folder).map_err(|error| unreadable(&error))?;
        self.bytes(path, &git).map_err(|error| match error.code() {
            ErrorCode::NotFound if is_partial(&git) => Message::new("history-not-cloned"),
            _ => unreadable(&error),
        })
    }

    fn bytes(&self, path: &RepoPath, git: &Repository) -> Result<Option<Vec<u8>>, git2::Error> {
        let tree = git.find_commit(self.commit)?.tree()?;
        let entry = match tree.get_path(format!("{}{path}", self.folder).as_ref()) {
            Err(error)
                if error.code() == ErrorCode::NotFound && error.class() == ErrorClass::Tree =>
            {
                return Ok(None);
            }
            entry => entry?,
        };
        Ok(Some(git.find_blob(entry.id())?.content().to_vec()))
    }
}

pub(super) fn commit(git: &Repository, revision: &str) -> Result<Oid, Message> {
    let object = git.revparse_single(revision).map_err(|_| unknown(revision))?;
    object.peel_to_commit().map(|commit| commit.id()).map_err(|_| unknown(revision))
}

fn unknown(revision: &str) -> Message {
    Message::new("history-no-revision").with("revision", revision)
}
