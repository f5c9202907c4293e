//! Finding the documents of a project.

use std::path::Path;

use ignore::{DirEntry, WalkBuilder};

use crate::{
    formats,
    model::{Diagnostic, Message, RepoPath},
};

/// Folders that hold no documents of the project's own.
const PASSED_OVER: [&str; 4] = ["node_modules", "target", "vendor", "__pycache__"];

/// The documents below a folder.
#[derive(Debug, Default)]
pub struct Found {
    /// Paths, sorted.
    pub paths: Vec<RepoPath>,
    /// Files that hold text in a format that is not read, sorted.
    pub unread: Vec<RepoPath>,
    /// What could not be looked at.
    pub unreadable: Vec<Diagnostic>,
}

/// Every file below `root` that holds text, but those that `ignored` names. Hidden files and what `.gitignore` names are
/// passed over; a link is followed only to a file of the project.
#[must_use]
pub fn documents(root: &Path, ignored: &globset::GlobSet) -> Found {
    let mut walk = WalkBuilder::new(root);
    walk.require_git(false).follow_links(false).sort_by_file_name(Ord::cmp);
    walk.filter_entry(|entry| !is_passed_over(entry));
    let mut found = Found::default();
    for entry in walk.build() {
        match entry {
            Ok(entry) => found.add(root, &entry, ignored),
            Err(error) => found.unreadable.push(walk_error(root, &error)),
        }
    }
    found.paths.sort();
    found.unread.sort();
    found
}

fn is_passed_over(entry: &DirEntry) -> bool {
    let is_folder = entry.file_type().is_some_and(|kind| kind.is_dir());
    is_folder
        && entry.depth() > 0
        && entry.file_name().to_str().is_some_and(|name| PASSED_OVER.contains(&name))
}

impl Found {
    fn add(&mut self, root: &Path, entry: &DirEntry, ignored: &globset::GlobSet) {
        let Some(kind) = entry.file_type().filter(|kind| !kind.is_dir()) else { return };
        let Some(path) = relative(root, entry.path()) else { return };
        if ignored.is_match(path.as_str()) {
            return;
        }
        if formats::is_unread(&path) {
            self.unread.push(path);
            return;
        }
        if !formats::is_document(&path) {
            return;
        }
        if kind.is_symlink() && !stays_inside(root, entry.path()) {
            let message = Message::new("file-link-outside").with("path", path.as_str());
            self.unreadable.push(Diagnostic::about(path, message));
        } else {
            self.paths.push(path);
        }
    }
}

/// Whether what `path` links to lies below `root`.
pub(super) fn stays_inside(root: &Path, path: &Path) -> bool {
    match (root.canonicalize(), path.canonicalize()) {
        (Ok(root), Ok(target)) => target.starts_with(root) && target.is_file(),
        _ => false,
    }
}

/// A path below the root in the project's notation; none for a name that is not Unicode.
fn relative(root: &Path, path: &Path) -> Option<RepoPath> {
    let parts: Option<Vec<&str>> =
        path.strip_prefix(root).ok()?.iter().map(|part| part.to_str()).collect();
    Some(RepoPath::new(parts?.join("/")))
}

fn walk_error(root: &Path, error: &ignore::Error) -> Diagnostic {
    let path = error_path(error)
        .and_then(|path| relative(root, path))
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
