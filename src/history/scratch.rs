//! The right to write a project, and the folders in git's own for what no commit has: what is not
//! finished, what can be taken back.

use std::{
    io,
    path::{Path, PathBuf},
};

use super::git_folder;
use crate::{
    disk::{self, Held, Journal, Place},
    model::RepoPath,
};

/// Waits until no other run writes files of the project at `root`.
///
/// # Errors
/// When the system cannot lock.
pub fn hold(root: &Path) -> io::Result<Held> {
    disk::hold(root, scratch_folder(root))
}

/// The same, for a decision of `command` that can be taken back.
///
/// # Errors
/// When the system cannot lock.
pub fn hold_deciding(root: &Path, command: &str) -> io::Result<Held> {
    Ok(hold(root)?.deciding(journal(root), command))
}

/// A folder for what is not finished, of the project at `root` alone: git passes over it, even
/// after a crash. None where there is no repository.
fn scratch_folder(root: &Path) -> Option<PathBuf> {
    in_git_folder(root, "unfinished")
}

/// What the last decisions in the project at `root` changed; none where there is no repository.
#[must_use]
pub fn journal(root: &Path) -> Option<Journal> {
    Some(Journal::in_folder(&in_git_folder(root, "undo")?))
}

/// A folder of the project at `root` in git's own.
fn in_git_folder(root: &Path, name: &str) -> Option<PathBuf> {
    let project = blake3::hash(root.as_os_str().as_encoded_bytes()).to_hex();
    let file = RepoPath::new(format!("sverka/{name}/{}/file", &project[..16]));
    let place = Place::of(&git_folder(root)?, &file).ok()?;
    place.full().parent().map(Path::to_path_buf)
}
