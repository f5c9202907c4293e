//! Folders in git's own, for what no commit has: what is not finished, what can be taken back.

use std::path::{Path, PathBuf};

use super::git_folder;
use crate::{
    disk::{Journal, Place},
    model::RepoPath,
};

/// A folder for what is not finished, of the project at `root` alone: git passes over it, even
/// after a crash. None where there is no repository.
#[must_use]
pub fn scratch_folder(root: &Path) -> Option<PathBuf> {
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
