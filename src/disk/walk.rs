//! Walking the folders of a project.

use std::{path::Path, sync::Arc};

use ignore::{DirEntry, Walk, WalkBuilder};

use super::{ignored::Ignored, place::Place, refusal::Refusal};
use crate::model::{Diagnostic, Message, RepoPath};

/// What a walk found.
#[derive(Debug, Default)]
pub(crate) struct Walked {
    /// The files, sorted by path.
    pub(crate) files: Vec<RepoPath>,
    /// What could not be looked at.
    pub(crate) unreadable: Vec<Diagnostic>,
}

/// A walk through the folders of a project, in the order of names, and the rules that it keeps to.
pub(crate) struct Walker {
    walk: Walk,
    ignored: Option<Arc<Ignored>>,
}

impl Walker {
    /// Through `folder` of the project at `root`. Hidden files, what git ignores and what
    /// `passes_over` names are passed over.
    pub(crate) fn through(
        root: &Path,
        folder: &Path,
        passes_over: impl Fn(&DirEntry) -> bool + Send + Sync + 'static,
    ) -> Self {
        let ignored = Arc::new(Ignored::of(root));
        let mut builder = WalkBuilder::new(folder);
        // These the walk would read itself, whatever they are.
        builder.ignore(false).git_ignore(false).hidden(false);
        builder.require_git(false).sort_by_file_name(Ord::cmp);
        let rules = Arc::clone(&ignored);
        builder.filter_entry(move |entry| !passes_over(entry) && !rules.passes_over(entry));
        Self { walk: builder.build(), ignored: Some(ignored) }
    }

    /// Through all of `folder`.
    fn through_all(folder: &Path) -> Self {
        Self { walk: WalkBuilder::new(folder).standard_filters(false).build(), ignored: None }
    }

    /// What could not be read of the rules so far.
    pub(crate) fn unreadable(&self) -> Vec<Diagnostic> {
        self.ignored.as_ref().map(|ignored| ignored.take_refused()).unwrap_or_default()
    }
}

impl Iterator for Walker {
    type Item = Result<DirEntry, ignore::Error>;

    fn next(&mut self) -> Option<Self::Item> {
        self.walk.next()
    }
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
    let mut walker =
        if all { Walker::through_all(&full) } else { Walker::through(root, &full, |_| false) };
    for entry in &mut walker {
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
    walked.unreadable.extend(walker.unreadable());
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
