//! What files were called before.

use std::{collections::BTreeMap, path::Path};

use git2::{Delta, Diff, DiffFindOptions, DiffOptions, Repository, Tree};

use super::{archive::discover, snapshot::Snapshot};
use crate::model::RepoPath;

/// The files of the project at `root` that were renamed since `old`, until `new` or, where that is
/// none, the files on disk: their names then, by their names now. None where that cannot be known.
#[must_use]
pub fn former_names(
    root: &Path,
    old: &Snapshot,
    new: Option<&Snapshot>,
) -> BTreeMap<RepoPath, RepoPath> {
    let Ok(git) = discover(root) else { return BTreeMap::new() };
    let tree = |snapshot: &Snapshot| git.find_commit(snapshot.commit()).ok()?.tree().ok();
    let diff = tree(old).and_then(|tree_then| {
        let tree_now = new.map(|new| tree(new).ok_or(())).transpose().ok()?;
        differences(&git, &tree_then, tree_now.as_ref(), old.folder()).ok()
    });
    let name =
        |path: Option<&Path>| Some(RepoPath::new(path?.to_str()?.strip_prefix(old.folder())?));
    let deltas = diff.iter().flat_map(Diff::deltas);
    let renamed = deltas.filter(|delta| delta.status() == Delta::Renamed);
    let names = renamed
        .filter_map(|delta| Some((name(delta.new_file().path())?, name(delta.old_file().path())?)));
    names.collect()
}

/// How the files below `folder` differ between two trees, or a tree and the disk, renamed ones
/// found again.
pub(super) fn differences<'git>(
    git: &'git Repository,
    old: &Tree<'_>,
    new: Option<&Tree<'_>>,
    folder: &str,
) -> Result<Diff<'git>, git2::Error> {
    let mut options = DiffOptions::new();
    options.include_untracked(true).recurse_untracked_dirs(true).disable_pathspec_match(true);
    if !folder.is_empty() {
        options.pathspec(folder);
    }
    let mut diff = match new {
        Some(new) => git.diff_tree_to_tree(Some(old), Some(new), Some(&mut options))?,
        None => git.diff_tree_to_workdir_with_index(Some(old), Some(&mut options))?,
    };
    diff.find_similar(Some(DiffFindOptions::new().renames(true).for_untracked(true)))?;
    Ok(diff)
}
