//! The files that an answer depends on, looked at from time to time: what changes on disk shows up
//! by itself.
//!
//! The times and sizes of some thousand files are looked at in a few milliseconds, on every file
//! system, in every container, without a handle for each.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    time::{Duration, SystemTime},
};

use crate::{
    disk,
    history::git_folder,
    ledger,
    model::{DocumentPair, RepoPath},
    project::{FILE_NAME, Project},
};

/// How long nobody looks.
pub const PAUSE: Duration = Duration::from_millis(350);

/// Files of git that change with every commit, checkout or pull.
const OF_GIT: [&str; 3] = ["HEAD", "logs/HEAD", "packed-refs"];

/// The files that an answer depends on, and the folders in which new ones appear.
#[derive(Debug)]
pub struct Watched(BTreeSet<PathBuf>);

/// How files looked: equal as long as none of them changed its time or size, came or went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look(blake3::Hash);

impl Watched {
    /// What the findings of `pairs` depend on.
    pub fn of<'a>(project: &Project, pairs: impl Iterator<Item = &'a DocumentPair>) -> Self {
        let (root, config) = (&project.root, &project.config);
        let mut paths = BTreeSet::from([
            root.join(FILE_NAME),
            config.glossary.below(root),
            config.ledger.below(root),
        ]);
        let texts = pairs.flat_map(|pair| [&pair.source, &pair.target]).flatten().cloned();
        let terms = disk::walked(root, &config.glossary, "toml", false).files;
        for path in texts.chain(ledger::files(root, &config.ledger).0).chain(terms) {
            with_folders(&path, root, &mut paths);
        }
        if let Some(git) = git_folder(root) {
            paths.extend(OF_GIT.map(|name| git.join(name)));
        }
        Self(paths)
    }

    /// The configuration alone, for a project in `folder` that cannot be opened as it is.
    #[must_use]
    pub fn configuration(folder: &Path) -> Self {
        Self(folder.ancestors().map(|folder| folder.join(FILE_NAME)).collect())
    }

    /// How they look now.
    #[must_use]
    pub fn look(&self) -> Look {
        let mut hasher = blake3::Hasher::new();
        for path in &self.0 {
            let known = fs::symlink_metadata(path).ok();
            let time = known.as_ref().and_then(|known| known.modified().ok());
            let since = time.and_then(|time| time.duration_since(SystemTime::UNIX_EPOCH).ok());
            hasher.update(path.as_os_str().as_encoded_bytes());
            hasher.update(&since.map_or(0, |since| since.as_nanos()).to_le_bytes());
            hasher.update(&known.map_or(u64::MAX, |known| known.len()).to_le_bytes());
        }
        Look(hasher.finalize())
    }
}

fn with_folders(path: &RepoPath, root: &Path, paths: &mut BTreeSet<PathBuf>) {
    let full = path.below(root);
    let folders = full.ancestors().skip(1).take_while(|folder| folder.starts_with(root));
    paths.extend(folders.map(Path::to_path_buf));
    paths.insert(full);
}
