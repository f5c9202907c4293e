//! The right to write files of a project, which every command takes that writes any.

use std::path::{Path, PathBuf};

use super::Failure;
use crate::{
    disk::{self, Held, Journal, Place},
    history::git_folder,
    model::RepoPath,
};

/// Waits until no other run writes files of the project at `root`.
pub(super) fn hold(root: &Path) -> Result<Held, Failure> {
    disk::hold(root, scratch(root)).map_err(|error| Failure::unwritable(root, &error))
}

/// The same, for a decision that `undo` can take back.
pub(super) fn hold_deciding(root: &Path, command: &str) -> Result<Held, Failure> {
    let held = hold(root)?;
    Ok(match journal(root) {
        Some(journal) => held.keeping(journal, command),
        None => held,
    })
}

/// What the last decisions in the project at `root` changed; none where there is no repository.
pub(super) fn journal(root: &Path) -> Option<Journal> {
    Some(Journal::in_folder(&in_git_folder(root, "undo")?))
}

/// A folder in git's own, for what is not finished: git passes over it, even after a crash.
fn scratch(root: &Path) -> Option<PathBuf> {
    in_git_folder(root, "unfinished")
}

/// A folder of the project at `root` in git's own.
fn in_git_folder(root: &Path, name: &str) -> Option<PathBuf> {
    let project = blake3::hash(root.as_os_str().as_encoded_bytes()).to_hex();
    let file = RepoPath::new(format!("sverka/{name}/{}/file", &project[..16]));
    let place = Place::of(&git_folder(root)?, &file).ok()?;
    place.full().parent().map(Path::to_path_buf)
}
