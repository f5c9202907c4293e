//! The right to write files of a project, which every command takes that writes any.

use std::path::{Path, PathBuf};

use super::Failure;
use crate::{
    disk::{self, Held, Place},
    history::git_folder,
    model::RepoPath,
};

/// Waits until no other run writes files of the project at `root`.
pub(super) fn hold(root: &Path) -> Result<Held, Failure> {
    disk::hold(root, scratch(root)).map_err(|error| Failure::unwritable(root, &error))
}

/// A folder in git's own, for what is not finished: git passes over it, even after a crash.
fn scratch(root: &Path) -> Option<PathBuf> {
    let project = blake3::hash(root.as_os_str().as_encoded_bytes()).to_hex();
    let file = RepoPath::new(format!("sverka/unfinished/{}/file", &project[..16]));
    let place = Place::of(&git_folder(root)?, &file).ok()?;
    place.full().parent().map(Path::to_path_buf)
}
