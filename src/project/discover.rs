//! Finding the documents of a project.

use std::path::Path;

use ignore::DirEntry;

use crate::{
    disk::{Place, Refusal, Walker, relative, walk_error},
    formats,
    model::{Diagnostic, RepoPath},
};

/// Folders that hold no documents of the project's own.
const PASSED_OVER: [&str; 7] =
    ["node_modules", "target", "vendor", "__pycache__", "_backup", "_backups", "_bak"];

/// Folders that generators of sites write to, and others use as well.
const BUILT: [&str; 9] =
    ["_build", "_site", "book", "build", "dist", "html", "out", "public", "site"];

/// What stands in a folder that a generator wrote, and in no other.
const TRACES: [&str; 5] =
    [".buildinfo", "searchindex.js", "searchindex.json", "objects.inv", "search/search_index.json"];

/// What says, beside a folder of a site, that its generator writes there: Hugo, Jekyll, Hexo.
const SETTINGS: [(&str, &[&str]); 2] = [
    (
        "public",
        &["hugo.toml", "hugo.yaml", "hugo.json", "archetypes", "config/_default", "scaffolds"],
    ),
    ("_site", &["_config.yml"]),
];

/// The documents below a folder.
#[derive(Debug, Default)]
pub struct Found {
    /// Paths, sorted.
    pub paths: Vec<RepoPath>,
    /// Files that may be catalogues, sorted.
    pub catalogues: Vec<RepoPath>,
    /// Files that hold text in a format that is not read, sorted.
    pub unread: Vec<RepoPath>,
    /// What could not be looked at.
    pub unreadable: Vec<Diagnostic>,
    /// Links that lead to nothing, of which there is nothing to look at.
    pub dangling: Vec<Diagnostic>,
}

/// Every file below `root` that holds text, but those that `ignored` names. Hidden files and what
/// `.gitignore` names are passed over; a link is followed only to a file of the project.
#[must_use]
pub fn documents(root: &Path, ignored: &globset::GlobSet) -> Found {
    let mut walker = Walker::through(root, root, is_passed_over);
    let mut found = Found::default();
    for entry in &mut walker {
        match entry {
            Ok(entry) => found.add(root, &entry, ignored),
            Err(error) => found.unreadable.push(walk_error(root, &error)),
        }
    }
    found.unreadable.extend(walker.unreadable());
    found.paths.sort();
    found.catalogues.sort();
    found.unread.sort();
    found
}

fn is_passed_over(entry: &DirEntry) -> bool {
    let is_folder = entry.file_type().is_some_and(|kind| kind.is_dir());
    is_folder
        && entry.depth() > 0
        && entry
            .file_name()
            .to_str()
            .is_some_and(|name| PASSED_OVER.contains(&name) || is_built(name, entry.path()))
}

/// Whether a folder holds what a generator of sites made of other files of the project.
fn is_built(name: &str, folder: &Path) -> bool {
    let is_beside = |name: &str| folder.parent().is_some_and(|above| above.join(name).exists());
    let is_written = |(built, settings): &(&str, &[&str])| {
        *built == name && settings.iter().any(|settings| is_beside(settings))
    };
    BUILT.contains(&name) && TRACES.iter().any(|trace| folder.join(trace).exists())
        || SETTINGS.iter().any(is_written)
}

impl Found {
    fn add(&mut self, root: &Path, entry: &DirEntry, ignored: &globset::GlobSet) {
        let Some(kind) = entry.file_type().filter(|kind| !kind.is_dir()) else { return };
        let path = match relative(root, entry.path()) {
            Ok(path) => path,
            Err(diagnostic) => {
                let shown = diagnostic.path.as_ref();
                self.unreadable
                    .extend(shown.is_some_and(formats::is_document).then_some(diagnostic.clone()));
                return;
            }
        };
        if ignored.is_match(path.as_str()) {
            return;
        }
        if formats::is_unread(&path) {
            self.unread.push(path);
            return;
        }
        let is_catalogue = formats::may_be_catalogue(&path);
        if !is_catalogue && !formats::is_document(&path) {
            return;
        }
        if is_catalogue {
            self.catalogues.extend(kind.is_file().then_some(path));
            return;
        }
        let refusal = if kind.is_symlink() {
            link_refusal(root, &path)
        } else {
            (!kind.is_file()).then_some(Refusal::NoPlainFile)
        };
        match refusal {
            Some(refusal) if kind.is_symlink() && refusal.is_missing() => {
                self.dangling.push(refusal.about(&path));
            }
            Some(refusal) => self.unreadable.push(refusal.about(&path)),
            None => self.paths.push(path),
        }
    }
}

/// Why a link is not followed; none for one that leads to a plain file of the project.
fn link_refusal(root: &Path, path: &RepoPath) -> Option<Refusal> {
    let target = Place::of(root, path).and_then(|place| Ok(place.full().metadata()?));
    match target {
        Ok(metadata) => (!metadata.is_file()).then_some(Refusal::NoPlainFile),
        Err(refusal) => Some(refusal),
    }
}
