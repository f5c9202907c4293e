//! Walking the folders of a project.

use std::path::Path;

use ignore::WalkBuilder;

use super::{place::Place, refusal::Refusal};
use crate::model::{Diagnostic, Message, RepoPath};

/// What a walk found.
#[derive(Debug, Default)]
pub(crate) struct Walked {
    /// The files, sorted by path.
    pub(crate) files: Vec<RepoPath>,
    /// What could not be looked at.
    pub(crate) unreadable: Vec<Diagnostic>,
}

/// The files with the ending `extension` below `folder` of the project at `root`; none where there
/// is no such folder. Hidden files and those that git ignores are found where `all` is asked for.
pub(crate) fn walked(root: &Path, folder: &RepoPath, extension: &str, all: bool) -> Walked {
    let mut walked = Walked::default();
    let full = folder.below(root);
    if full.symlink_metadata().is_err_and(|error| error.kind() == std::io::ErrorKind::NotFound) {
        return walked;
    }
    // The root itself is no file; it is a folder.
    if let Err(refusal @ (Refusal::Outside | Refusal::System(_))) = Place::of(root, folder) {
        walked.unreadable.push(refusal.about(folder));
        return walked;
    }
    for entry in WalkBuilder::new(full).standard_filters(!all).build() {
        match entry {
            Err(error) => walked.unreadable.push(walk_error(root, &error)),
            Ok(entry) => {
                let is_wanted = entry.path().extension().is_some_and(|it| it == extension)
                    && !entry.file_type().is_some_and(|kind| kind.is_dir());
                if is_wanted {
                    walked.add(root, entry.path());
                }
            }
        }
    }
    walked.files.sort();
    walked
}

impl Walked {
    fn add(&mut self, root: &Path, path: &Path) {
        match relative(root, path) {
            Ok(path) => self.files.push(path),
            Err(diagnostic) => self.unreadable.push(diagnostic),
        }
    }
}

/// A path below the root in the project's notation.
///
/// # Errors
/// When the name is no Unicode text: what to say of it.
pub(crate) fn relative(root: &Path, path: &Path) -> Result<RepoPath, Diagnostic> {
    let below = path.strip_prefix(root).unwrap_or(path);
    let parts: Option<Vec<&str>> = below.iter().map(|part| part.to_str()).collect();
    parts.map(|parts| RepoPath::new(parts.join("/"))).ok_or_else(|| {
        let shown = RepoPath::new(below.to_string_lossy());
        let message = Message::new("file-name-encoding").with("path", shown.as_str());
        Diagnostic::about(shown, message)
    })
}

/// What keeps a walk from looking at something.
pub(crate) fn walk_error(root: &Path, error: &ignore::Error) -> Diagnostic {
    let path = error_path(error)
        .map(|path| RepoPath::new(path.strip_prefix(root).unwrap_or(path).to_string_lossy()))
        .unwrap_or_else(|| RepoPath::new("."));
    let detail = error.io_error().map_or_else(|| error.to_string(), ToString::to_string);
    let message =
        Message::new("file-unreadable").with("path", path.as_str()).with("detail", detail);
    Diagnostic::about(path, message)
}

fn error_path(error: &ignore::Error) -> Option<&Path> {
    match error {
        ignore::Error::WithPath { path, .. } => Some(path),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => {
            error_path(err)
        }
        _ => None,
    }
}
