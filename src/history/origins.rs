//! Where text came from that another document had: files joined, a file split, a paragraph moved.
//!
//! Where a commit added lines to a translation that it took out of another file, the versions of
//! that other document are versions of this one, too: the last of them becomes a further parent of
//! the commit, as a merge has it.

use std::{cmp::Reverse, collections::BTreeMap};

use git2::{Oid, Repository};
use rustc_hash::FxHashSet;

use super::{
    timeline::{Stored, Timeline, Version},
    tree_changes::{BlobChange, tree_changes},
    walk::{self, PairPaths},
};

/// Shorter lines, in bytes, stand in many files.
const TELLING_LINE: usize = 24;

/// A commit that changed more files than this is not looked through.
const MOST_FILES: usize = 60;

/// A document takes in no more others than this.
const MOST_ORIGINS: usize = 4;

type Lines = FxHashSet<Vec<u8>>;
type Changes = BTreeMap<String, BlobChange>;
type Side = fn(&Version) -> Option<&Stored>;

/// The timeline with the versions of documents that gave text to this one; `pairs` are the
/// documents of the project as they are now.
pub(super) fn with_origins(git: &Repository, timeline: &Timeline, pairs: &[PairPaths]) -> Timeline {
    let mut extended = timeline.clone();
    let (mut at, mut taken) = (0, 0);
    while at < extended.versions.len() && taken < MOST_ORIGINS {
        for origin in Taking::at(git, &extended, at).map_or_else(Vec::new, |it| it.origins(pairs)) {
            at += origin.versions.len();
            taken += 1;
            extended.take_in(at - origin.versions.len(), origin);
        }
        at += 1;
    }
    extended
}

/// A version that may have taken text from other documents.
struct Taking<'a> {
    git: &'a Repository,
    timeline: &'a Timeline,
    version: &'a Version,
    parent: Oid,
    changes: Changes,
}

impl<'a> Taking<'a> {
    fn at(git: &'a Repository, timeline: &'a Timeline, at: usize) -> Option<Self> {
        let version = timeline.versions.get(at)?;
        if !version.in_company || version.target.is_none() || version.joined.is_some() {
            return None;
        }
        let commit = git.find_commit(Oid::from_str(&version.commit.id).ok()?).ok()?;
        let parent = commit.parent(0).ok()?;
        let changes = tree_changes(git, Some(&parent.tree().ok()?), &commit.tree().ok()?).ok()?;
        let parent = parent.id();
        (changes.len() <= MOST_FILES).then_some(Self { git, timeline, version, parent, changes })
    }

    /// The timelines, up to this version, of the documents that it took text from.
    fn origins(&self, pairs: &[PairPaths]) -> Vec<Timeline> {
        let targets = self.givers(|version| version.target.as_ref());
        if targets.is_empty() {
            return Vec::new();
        }
        let mut sources = self.givers(|version| version.source.as_ref()).into_iter();
        let of_target = |target: String| {
            let known = pairs.iter().find(|pair| pair.target.as_ref() == Some(&target));
            let source = known.and_then(|pair| pair.source.clone()).or_else(|| sources.next())?;
            Some(PairPaths { source: Some(source), target: Some(target) })
        };
        let paths: Vec<PairPaths> = targets.into_iter().filter_map(of_target).collect();
        let found = walk::timelines(self.git, self.parent, &paths, |_| true).unwrap_or_default();
        found.into_iter().filter(|timeline| !timeline.heads.is_empty()).collect()
    }

    /// The files that lost what one side gained, those that lost most first.
    fn givers(&self, side: Side) -> Vec<String> {
        let gained = self.gained(side);
        let Some(own) = side(self.version).filter(|_| !gained.is_empty()) else {
            return Vec::new();
        };
        let lost = |change: &BlobChange| {
            let after = change.after.map(|blob| self.lines(blob)).unwrap_or_default();
            let before = change.before.map(|blob| self.lines(blob)).unwrap_or_default();
            before.iter().filter(|line| gained.contains(*line) && !after.contains(*line)).count()
        };
        let others = self.changes.iter().filter(|(path, change)| {
            *path != own.path.as_str()
                && change.before.is_some()
                && extension(path) == extension(own.path.as_str())
        });
        let mut givers: Vec<(usize, &String)> = others
            .map(|(path, change)| (lost(change), path))
            .filter(|(lines, _)| *lines > 0)
            .collect();
        givers.sort_by_key(|&(lines, path)| (Reverse(lines), path));
        givers.into_iter().take(MOST_ORIGINS).map(|(_, path)| path.clone()).collect()
    }

    /// The lines that one side has and had in no version before.
    fn gained(&self, side: Side) -> Lines {
        let lines = |version: &Version| side(version).map(|stored| self.lines(stored.blob));
        let mut gained = lines(self.version).unwrap_or_default();
        for parent in self.version.parents.iter().filter_map(|&at| self.timeline.versions.get(at)) {
            let before = lines(parent).unwrap_or_default();
            gained.retain(|line| !before.contains(line));
        }
        gained
    }

    fn lines(&self, blob: Oid) -> Lines {
        let Ok(blob) = self.git.find_blob(blob) else { return Lines::default() };
        let lines = blob.content().split(|&byte| byte == b'\n').map(<[u8]>::trim_ascii);
        lines.filter(|line| line.len() >= TELLING_LINE).map(<[u8]>::to_vec).collect()
    }
}

fn extension(path: &str) -> Option<&str> {
    path.rsplit_once('.').map(|(_, extension)| extension)
}
