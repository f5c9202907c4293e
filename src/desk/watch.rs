//! Looking at the files of a project: what changes on disk shows up by itself.
//!
//! The times and sizes of some thousand files are looked at in a few milliseconds, on every file
//! system, in every container, without a handle for each.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    sync::Weak,
    thread,
    time::{Duration, SystemTime},
};

use super::snapshot::{Desk, State};
use crate::{history::git_folder, ledger, model::RepoPath, project::FILE_NAME};

/// How long nobody looks.
const PAUSE: Duration = Duration::from_millis(350);
/// Files of git that change with every commit, checkout or pull.
const OF_GIT: [&str; 3] = ["HEAD", "logs/HEAD", "packed-refs"];

/// Looks at the files until the desk is gone, and has the project analysed when they changed.
pub(super) fn watch(desk: &Weak<Desk>) {
    let Some(mut seen) = desk.upgrade().map(|desk| stamp(&desk.state())) else { return };
    loop {
        thread::sleep(PAUSE);
        let Some(desk) = desk.upgrade() else { return };
        let now = stamp(&desk.state());
        if now != seen {
            desk.renew();
            // What came meanwhile, new files too, is seen next time.
            seen = now;
        }
    }
}

/// What tells two looks apart.
fn stamp(state: &State) -> blake3::Hash {
    let mut hasher = blake3::Hasher::new();
    for path in watched(state) {
        let known = fs::symlink_metadata(&path).ok();
        let time = known.as_ref().and_then(|known| known.modified().ok());
        let since = time.and_then(|time| time.duration_since(SystemTime::UNIX_EPOCH).ok());
        hasher.update(path.as_os_str().as_encoded_bytes());
        hasher.update(&since.map_or(0, |since| since.as_nanos()).to_le_bytes());
        hasher.update(&known.map_or(u64::MAX, |known| known.len()).to_le_bytes());
    }
    hasher.finalize()
}

/// The files that the answer depends on, and the folders in which new ones appear.
fn watched(state: &State) -> BTreeSet<PathBuf> {
    let root = &state.project.root;
    let config = &state.project.config;
    let mut paths = BTreeSet::from([root.join(FILE_NAME)]);
    let pairs = state.documents.iter().map(|report| &report.pair);
    for path in pairs.flat_map(|pair| [&pair.source, &pair.target]).flatten() {
        with_folders(path, root, &mut paths);
    }
    for path in ledger::files(root, &config.ledger).0 {
        with_folders(&path, root, &mut paths);
    }
    for path in crate::disk::walked(root, &config.glossary, "toml", false).files {
        with_folders(&path, root, &mut paths);
    }
    paths.insert(config.glossary.below(root));
    paths.insert(config.ledger.below(root));
    if let Some(git) = git_folder(root) {
        paths.extend(OF_GIT.map(|name| git.join(name)));
    }
    paths
}

fn with_folders(path: &RepoPath, root: &Path, paths: &mut BTreeSet<PathBuf>) {
    let full = path.below(root);
    let folders = full.ancestors().skip(1).take_while(|folder| folder.starts_with(root));
    paths.extend(folders.map(Path::to_path_buf));
    paths.insert(full);
}
