//! The ledger: the set of segment pairs that a person has confirmed, as plain text in git.
//!
//! One entry a line, one file a document. Entries are found by what they say, not by where they
//! stand: moving or renaming a document costs nothing, and two branches that confirm different
//! segments merge by putting their lines together.

mod confirm;
mod entry;
mod exception;
mod file;
mod needed;
mod notes;
mod write;

use std::{
    collections::{HashMap, HashSet},
    path::Path,
};

use rayon::prelude::*;

pub use confirm::{Confirmation, confirm, waivers};
pub use entry::{Decision, Entry};
pub use exception::{additions, omissions};
pub use file::{LARGEST, files};
pub use needed::Needed;
pub use notes::{attached, is_about, note, texts};
pub use write::{WriteError, add, prune, unneeded};

use crate::{
    model::{Diagnostic, RepoPath},
    text::normalize,
};

/// The form in which entries and texts are compared: white space, typographic quotes and dashes,
/// `ё` and capitals do not matter; words, digits and other punctuation do.
#[must_use]
pub fn key(text: &str) -> String {
    normalize::fold(text)
}

/// All entries of a project.
#[derive(Debug, Default)]
pub struct Ledger {
    entries: Vec<Entry>,
    /// The keys of the entries' targets, in the same order.
    targets: Vec<String>,
    by_source: HashMap<String, Vec<usize>>,
    by_target: HashMap<String, Vec<usize>>,
    apart: HashSet<(String, String)>,
    waives: bool,
}

/// A ledger as it was read, and what was wrong with it.
#[derive(Debug, Default)]
pub struct LedgerRead {
    /// The entries.
    pub ledger: Ledger,
    /// Lines that are no entries: each costs itself only.
    pub damaged: Vec<Diagnostic>,
    /// Files and folders that could not be read: what they hold is not known.
    pub unreadable: Vec<Diagnostic>,
}

impl Ledger {
    /// Reads every ledger file below `folder` of the project at `root`.
    #[must_use]
    pub fn read(root: &Path, folder: &RepoPath) -> LedgerRead {
        let (files, mut unreadable) = file::files(root, folder);
        let read: Vec<file::FileRead> =
            files.into_par_iter().map(|path| file::read(root, &path)).collect();
        let (mut entries, mut damaged) = (Vec::new(), Vec::new());
        for file in read {
            entries.extend(file.entries);
            damaged.extend(file.damaged);
            unreadable.extend(file.unreadable);
        }
        LedgerRead { ledger: entries.into_iter().collect(), damaged, unreadable }
    }

    /// Whether there is no entry at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Whether any entry waives a finding.
    #[must_use]
    pub const fn waives(&self) -> bool {
        self.waives
    }

    /// Every entry, in the order of files and lines.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// What people noted and asked.
    pub fn notes(&self) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(|entry| entry.state == Decision::Noted)
    }

    /// Whether any two texts were taken apart.
    #[must_use]
    pub fn takes_apart(&self) -> bool {
        !self.apart.is_empty()
    }

    /// Whether somebody said that these two are no translations of each other.
    #[must_use]
    pub fn is_apart(&self, source: &str, target: &str) -> bool {
        self.takes_apart() && self.apart.contains(&(key(source), key(target)))
    }

    /// The weightiest entry for exactly this pair; an empty side means a segment left out or added
    /// on purpose.
    #[must_use]
    pub fn pair(&self, source: &str, target: &str) -> Option<&Entry> {
        let target = key(target);
        let with_source = self.by_source.get(&key(source)).into_iter().flatten();
        let same = with_source.filter(|&&at| self.targets[at] == target);
        same.map(|&at| &self.entries[at]).max_by_key(|entry| entry.state)
    }

    /// Decisions whose source is this.
    pub fn with_source(&self, source: &str) -> impl Iterator<Item = &Entry> {
        self.found(&self.by_source, source)
    }

    /// Decisions whose target is this.
    pub fn with_target(&self, target: &str) -> impl Iterator<Item = &Entry> {
        self.found(&self.by_target, target)
    }

    fn found<'a>(
        &'a self,
        index: &'a HashMap<String, Vec<usize>>,
        text: &str,
    ) -> impl Iterator<Item = &'a Entry> {
        index.get(&key(text)).into_iter().flatten().map(|&at| &self.entries[at])
    }
}

impl FromIterator<Entry> for Ledger {
    fn from_iter<Entries: IntoIterator<Item = Entry>>(entries: Entries) -> Self {
        let mut ledger = Self { entries: entries.into_iter().collect(), ..Self::default() };
        ledger.waives = ledger.entries.iter().any(|entry| !entry.waives.is_empty());
        for (at, entry) in ledger.entries.iter().enumerate() {
            let (source, target) = (key(&entry.source), key(&entry.target));
            ledger.targets.push(target.clone());
            if entry.is_decision() {
                ledger.by_source.entry(source).or_default().push(at);
                ledger.by_target.entry(target).or_default().push(at);
            } else if entry.state == Decision::Apart {
                ledger.apart.insert((source, target));
            }
        }
        ledger
    }
}

/// The ledger file of a document: its path below `folder`, with `.jsonl` after it.
#[must_use]
pub fn file_of(folder: &RepoPath, document: &str) -> RepoPath {
    RepoPath::new(format!("{folder}/{document}.jsonl"))
}
