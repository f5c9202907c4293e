//! One walk over the commits, newest first, that finds the versions of all documents.
//!
//! Each commit holds the documents that its children ask for; a document that the commit did not
//! change is passed on to the parent that has it unchanged, so that a commit costs what it changed
//! and no more.

use std::{
    collections::{BTreeMap, HashMap},
    sync::Arc,
};

use git2::{Commit as GitCommit, Oid, Repository, Sort};

use super::{
    renames,
    timeline::{Stored, Timeline, Version},
    tree_changes::{BlobChange, tree_changes},
};
use crate::model::{Commit, RepoPath};

/// How many commits before the one that made both files of a pair are searched for files that it
/// restored.
const PATIENCE: usize = 200;

/// Most pairs have few versions: no room is kept for more.
const FEW: usize = 4;

/// The paths of a document pair from the root of the repository.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PairPaths {
    /// The original.
    pub source: Option<String>,
    /// The translation.
    pub target: Option<String>,
}

impl PairPaths {
    /// The same with the two files exchanged.
    pub(super) fn swapped(self) -> Self {
        Self { source: self.target, target: self.source }
    }
}

/// The versions of each of `pairs` that HEAD was made from, of those, by their index, that are
/// `wanted`.
///
/// # Errors
/// When commits or trees cannot be read.
pub(super) fn timelines(
    git: &Repository,
    head: Oid,
    pairs: &[PairPaths],
    wanted: impl Fn(usize) -> bool,
) -> Result<Vec<Timeline>, git2::Error> {
    let drafts = vec![Draft::default(); pairs.len()];
    let (asked, made) = (HashMap::new(), HashMap::new());
    let mut walk = Walk { git, drafts, asked, visited: 0, made, described: None };
    for (pair, paths) in pairs.iter().enumerate().filter(|(pair, _)| wanted(*pair)) {
        walk.ask(head, pair, paths.clone(), &[Child::Disk]);
    }
    let mut commits = git.revwalk()?;
    commits.set_sorting(Sort::TOPOLOGICAL)?;
    commits.push(head)?;
    for id in commits {
        walk.visited += 1;
        if walk.is_done() {
            break;
        }
        let id = id?;
        if let Some(asked) = walk.asked.remove(&id) {
            walk.visit(&git.find_commit(id)?, asked)?;
        }
    }
    Ok(walk.drafts.into_iter().map(Draft::into_timeline).collect())
}

/// Who asks for a version of a pair: what was made from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Child {
    /// The files on disk.
    Disk,
    /// A version, as an index into [`Draft::versions`].
    Version(usize),
}

/// What the children of a commit ask of it.
#[derive(Debug, Default)]
struct Asked {
    pairs: BTreeMap<usize, (PairPaths, Vec<Child>)>,
    by_path: HashMap<String, Vec<usize>>,
}

impl Asked {
    fn add(&mut self, pair: usize, paths: PairPaths, children: &[Child]) {
        let (known, waiting) = self.pairs.entry(pair).or_default();
        for (known, path) in [(&mut known.source, paths.source), (&mut known.target, paths.target)]
        {
            if let Some(path) = path.filter(|_| known.is_none()) {
                self.by_path.entry(path.clone()).or_default().push(pair);
                *known = Some(path);
            }
        }
        waiting
            .extend(children.iter().filter(|child| !waiting.contains(child)).collect::<Vec<_>>());
    }

    /// The pairs that `changes` touch.
    fn touched(&self, changes: &Changes) -> Vec<usize> {
        let hits = changes.keys().filter_map(|path| self.by_path.get(path));
        let mut pairs: Vec<usize> =
            hits.flatten().copied().filter(|pair| self.pairs.contains_key(pair)).collect();
        pairs.sort_unstable();
        pairs.dedup();
        pairs
    }

    fn absorb(&mut self, other: Self) {
        for (pair, (paths, children)) in other.pairs {
            self.add(pair, paths, &children);
        }
    }
}

type Changes = BTreeMap<String, BlobChange>;

/// Versions of one pair, children before parents.
#[derive(Debug, Clone, Default)]
struct Draft {
    versions: Vec<Version>,
    heads: Vec<usize>,
}

impl Draft {
    fn add(&mut self, version: Version, children: &[Child]) -> usize {
        let index = self.versions.len();
        if index < FEW {
            self.versions.reserve_exact(1);
        }
        self.versions.push(version);
        for child in children {
            match *child {
                Child::Disk => self.heads.push(index),
                Child::Version(child) => self.versions[child].parents.push(index),
            }
        }
        index
    }

    fn into_timeline(mut self) -> Timeline {
        let last = self.versions.len();
        let turn =
            |indices: &mut Vec<usize>| indices.iter_mut().for_each(|at| *at = last - 1 - *at);
        self.versions.reverse();
        self.versions.iter_mut().for_each(|version| turn(&mut version.parents));
        turn(&mut self.heads);
        Timeline { versions: self.versions, heads: self.heads }
    }
}

struct Walk<'git> {
    git: &'git Repository,
    drafts: Vec<Draft>,
    asked: HashMap<Oid, Asked>,
    /// How many commits were looked at.
    visited: usize,
    /// The pairs both files of which a commit made, with how many were looked at then.
    made: HashMap<usize, usize>,
    /// The commit that was looked at last.
    described: Option<(Oid, Arc<Commit>)>,
}

impl Walk<'_> {
    fn ask(&mut self, commit: Oid, pair: usize, paths: PairPaths, children: &[Child]) {
        if paths.source.is_some() || paths.target.is_some() {
            self.asked.entry(commit).or_default().add(pair, paths, children);
        }
    }

    fn visit(&mut self, commit: &GitCommit<'_>, mut asked: Asked) -> Result<(), git2::Error> {
        let parents: Vec<GitCommit<'_>> = commit.parents().collect();
        let Some(first) = parents.first() else {
            let tree = commit.tree()?;
            let is_there = |path: &String| tree.get_path(path.as_ref()).is_ok();
            for (pair, (paths, children)) in asked.pairs {
                if !paths.source.iter().chain(&paths.target).any(is_there) {
                    continue;
                }
                self.record(commit, pair, (&paths, false), &children)?;
            }
            return Ok(());
        };
        let tree = commit.tree()?;
        let changes: Vec<Changes> = parents
            .iter()
            .map(|parent| tree_changes(self.git, Some(&parent.tree()?), &tree))
            .collect::<Result<_, _>>()?;
        for pair in asked.touched(&changes[0]) {
            if let Some((paths, children)) = asked.pairs.remove(&pair) {
                self.pass_changed(commit, &parents, &changes, (pair, &paths, &children))?;
            }
        }
        self.pass_unchanged(first.id(), asked);
        Ok(())
    }

    fn pass_unchanged(&mut self, parent: Oid, mut asked: Asked) {
        if asked.pairs.is_empty() {
            return;
        }
        if let Some(mut waiting) = self.asked.remove(&parent) {
            if waiting.pairs.len() > asked.pairs.len() {
                std::mem::swap(&mut waiting, &mut asked);
            }
            asked.absorb(waiting);
        }
        self.asked.insert(parent, asked);
    }

    /// What to ask of the parent of a commit that made a file: one that was deleted and restored is
    /// there again further back. Where both files were made it is looked for a while only.
    fn restored(&mut self, pair: usize, earlier: PairPaths, paths: &PairPaths) -> PairPaths {
        if earlier.source.is_none() && earlier.target.is_none() {
            self.made.insert(pair, self.visited);
        } else {
            self.made.remove(&pair);
        }
        PairPaths {
            source: earlier.source.or_else(|| paths.source.clone()),
            target: earlier.target.or_else(|| paths.target.clone()),
        }
    }

    /// Whether nothing is asked any more, or only for files made long after this commit.
    fn is_done(&self) -> bool {
        let is_lost =
            |pair: &usize| self.made.get(pair).is_some_and(|made| self.visited - made > PATIENCE);
        self.asked.values().all(|asked| asked.pairs.keys().all(is_lost))
    }

    /// A pair that differs from the first parent: it came from another one, or was changed here.
    fn pass_changed(
        &mut self,
        commit: &GitCommit<'_>,
        parents: &[GitCommit<'_>],
        changes: &[Changes],
        (pair, paths, children): (usize, &PairPaths, &[Child]),
    ) -> Result<(), git2::Error> {
        let both = || [&paths.source, &paths.target].into_iter().flatten();
        let unchanged = |changes: &Changes| !both().any(|path| changes.contains_key(path));
        if let Some(same) = changes.iter().position(unchanged) {
            self.ask(parents[same].id(), pair, paths.clone(), children);
            return Ok(());
        }
        let own = changes
            .first()
            .map_or(0, |first| both().filter(|path| first.contains_key(*path)).count());
        let in_company = changes.first().is_some_and(|first| first.len() > own);
        let version = self.record(commit, pair, (paths, in_company), children)?;
        for (parent, changes) in parents.iter().zip(changes) {
            let before = |path: &Option<String>| before(self.git, changes, path.as_ref()?);
            let earlier =
                PairPaths { source: before(&paths.source), target: before(&paths.target) };
            let earlier = self.restored(pair, earlier, paths);
            self.ask(parent.id(), pair, earlier, &[Child::Version(version)]);
        }
        Ok(())
    }

    fn record(
        &mut self,
        commit: &GitCommit<'_>,
        pair: usize,
        (paths, in_company): (&PairPaths, bool),
        children: &[Child],
    ) -> Result<usize, git2::Error> {
        let tree = commit.tree()?;
        let last = self.drafts[pair].versions.last();
        let last = last.map_or((None, None), |last| (last.source.as_ref(), last.target.as_ref()));
        let stored = |path: &Option<String>, last: Option<&Stored>| {
            let path = path.as_ref()?;
            let entry = tree.get_path(path.as_ref()).ok()?;
            let known = last.map(|last| &last.path).filter(|last| last.as_str() == path);
            let path = known.cloned().unwrap_or_else(|| RepoPath::new(path.as_str()));
            Some(Stored { path, blob: entry.id() })
        };
        let (source, target) = (stored(&paths.source, last.0), stored(&paths.target, last.1));
        let version = Version {
            commit: self.described(commit),
            source,
            target,
            parents: Vec::new(),
            cut: is_cut(commit),
            in_company,
            joined: None,
        };
        Ok(self.drafts[pair].add(version, children))
    }

    /// A commit, described once for all that it made.
    fn described(&mut self, commit: &GitCommit<'_>) -> Arc<Commit> {
        match &self.described {
            Some((id, known)) if *id == commit.id() => Arc::clone(known),
            _ => {
                let made = Arc::new(describe(commit));
                self.described = Some((commit.id(), Arc::clone(&made)));
                made
            }
        }
    }
}

/// The path of a file before a commit; none where the commit made it.
fn before(git: &Repository, changes: &Changes, path: &str) -> Option<String> {
    match changes.get(path) {
        Some(BlobChange { before: None, .. }) => renames::origin(git, changes, path),
        _ => Some(path.to_owned()),
    }
}

/// Whether the commit has parents that are not here: the edge of a shallow clone.
fn is_cut(commit: &GitCommit<'_>) -> bool {
    let names_parents = |header: &str| header.lines().any(|line| line.starts_with("parent "));
    commit.parents().next().is_none() && commit.raw_header().is_ok_and(names_parents)
}

pub(super) fn describe(commit: &GitCommit<'_>) -> Commit {
    let author = commit.author();
    Commit {
        id: commit.id().to_string(),
        author: String::from_utf8_lossy(author.name_bytes()).into_owned(),
        time: author.when().seconds(),
        offset: author.when().offset_minutes(),
    }
}
