//! Files by what the system says of them, as git's index knows them: a file of which nothing
//! changed is not read.
//!
//! A file that may have changed after it was looked at without that showing, because it was
//! written at about that time, is read again; so is a link.

use std::{
    collections::HashMap,
    fs::{self, Metadata},
    time::{Duration, SystemTime},
};

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::digest::Hash;
use crate::{model::RepoPath, project::Project};

/// The clocks of file systems are as coarse as this at worst.
const COARSEST: Duration = Duration::from_secs(2);

/// What the system says of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Stamp {
    size: u64,
    /// Seconds and nanoseconds since 1970 of the last change of content.
    modified: (i64, i64),
    /// The same of content or properties, where the system knows it.
    changed: (i64, i64),
    inode: (u64, u64),
}

/// A file as it was when it was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Seen {
    stamp: Stamp,
    pub(super) hash: Hash,
    /// Whether the stamp can be trusted.
    is_settled: bool,
}

/// The files of a project by their paths.
pub(super) type Files = HashMap<RepoPath, Seen>;

/// What was seen of `paths`: of those that `kept` does not know, nothing, for they are to be read
/// anyway.
pub(super) fn look<'a>(
    project: &Project,
    paths: impl Iterator<Item = &'a RepoPath>,
    kept: &Files,
    now: SystemTime,
) -> Files {
    let paths: Vec<&RepoPath> = paths.collect();
    let known = paths.into_iter().filter_map(|path| Some((path, kept.get(path)?)));
    let (mut same, mut doubtful) = (Files::with_capacity(kept.len()), Vec::new());
    for (path, seen) in known {
        match Stamp::of(project, path) {
            Some(stamp) if stamp == seen.stamp && seen.is_settled => {
                same.insert(path.clone(), *seen);
            }
            Some(stamp) => doubtful.push((path, stamp)),
            None => {}
        }
    }
    let read = doubtful.into_par_iter().filter_map(|(path, stamp)| {
        let hash = *blake3::hash(&project.read(path).ok()?).as_bytes();
        Some((path.clone(), Seen::new(stamp, hash, now)))
    });
    same.par_extend(read);
    same
}

impl Seen {
    /// A file that was read, whose stamp was taken before.
    pub(super) fn new(stamp: Stamp, hash: Hash, now: SystemTime) -> Self {
        Self { stamp, hash, is_settled: stamp.is_settled(now) }
    }
}

impl Stamp {
    /// None where there is no plain file.
    pub(super) fn of(project: &Project, path: &RepoPath) -> Option<Self> {
        let metadata = fs::symlink_metadata(path.below(&project.root)).ok()?;
        metadata.is_file().then(|| Self::from_metadata(&metadata))
    }

    #[cfg(unix)]
    fn from_metadata(metadata: &Metadata) -> Self {
        use std::os::unix::fs::MetadataExt;
        Self {
            size: metadata.size(),
            modified: (metadata.mtime(), metadata.mtime_nsec()),
            changed: (metadata.ctime(), metadata.ctime_nsec()),
            inode: (metadata.dev(), metadata.ino()),
        }
    }

    #[cfg(not(unix))]
    fn from_metadata(metadata: &Metadata) -> Self {
        let since =
            |time: SystemTime| time.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
        let modified = metadata.modified().map(since).unwrap_or_default();
        let modified = (modified.as_secs() as i64, i64::from(modified.subsec_nanos()));
        Self { size: metadata.len(), modified, changed: (0, 0), inode: (0, 0) }
    }

    /// Whether another change would show: it was last changed well before `now`.
    fn is_settled(&self, now: SystemTime) -> bool {
        let now = now.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
        let limit = now.saturating_sub(COARSEST).as_secs() as i64;
        self.modified.0 < limit && self.changed.0 < limit
    }
}
