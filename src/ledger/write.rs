//! Writing ledger files: whole or not at all, one run at a time.

use std::{
    collections::BTreeSet,
    fs::{self, File},
    io,
    path::{Path, PathBuf},
};

use super::{Decision, Entry, file::lines, key};
use crate::{model::RepoPath, replacement::replace};

/// Why a ledger file could not be written.
#[derive(Debug, thiserror::Error)]
#[error("{path}: {cause}")]
pub struct WriteError {
    /// The file.
    pub path: RepoPath,
    /// What the system says.
    pub cause: io::Error,
}

/// The right to write the ledger of a project, until dropped.
#[derive(Debug)]
pub struct Held {
    root: PathBuf,
    _lock: File,
}

/// Waits until no other run writes the ledger of the project at `root`. The lock leaves no trace
/// and is free again when the run ends in whatever way.
///
/// # Errors
/// When the system cannot lock.
pub fn hold(root: &Path) -> io::Result<Held> {
    let lock = lockable(root)?;
    lock.lock()?;
    Ok(Held { root: root.to_owned(), _lock: lock })
}

/// The folder itself, where the system opens folders.
#[cfg(unix)]
fn lockable(root: &Path) -> io::Result<File> {
    File::open(root)
}

/// A file in the folder for temporary files, named after the project.
#[cfg(not(unix))]
fn lockable(root: &Path) -> io::Result<File> {
    let name = blake3::hash(root.as_os_str().as_encoded_bytes()).to_hex();
    let path = std::env::temp_dir().join(format!("sverka-{}.lock", &name[..16]));
    File::options().create(true).truncate(false).write(true).open(path)
}

impl Held {
    /// Adds `entries` to the ledger file at `path`; each takes the place of those of less weight
    /// for the same pair. Gives how many are new.
    ///
    /// # Errors
    /// When the file cannot be read or written; it is then as it was.
    pub fn add(&self, path: &RepoPath, entries: &[Entry]) -> Result<usize, WriteError> {
        self.rewrite(path, |known| {
            let entries: Vec<Entry> = entries.iter().map(|new| with_waivers(new, known)).collect();
            let before = known.len();
            known.retain(|old| !entries.iter().any(|new| replaces(new, old)));
            let replaced = before - known.len();
            let mut added = 0;
            for entry in &entries {
                if !known.iter().any(|old| is_same_pair(old, entry)) {
                    known.push(entry.clone());
                    added += 1;
                }
            }
            added.max(replaced)
        })
    }

    /// Drops the entries of the ledger file at `path` that `is_needed` refuses, and gives them.
    ///
    /// # Errors
    /// When the file cannot be read or written; it is then as it was.
    pub fn prune(
        &self,
        path: &RepoPath,
        is_needed: impl Fn(&Entry) -> bool,
    ) -> Result<Vec<Entry>, WriteError> {
        let mut dropped = Vec::new();
        self.rewrite(path, |known| {
            let (kept, gone) = known.drain(..).partition(|entry| is_needed(entry));
            *known = kept;
            dropped = gone;
            dropped.len()
        })?;
        Ok(dropped)
    }

    /// The entries that [`Held::prune`] would drop.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn unneeded(
        &self,
        path: &RepoPath,
        is_needed: impl Fn(&Entry) -> bool,
    ) -> Result<Vec<Entry>, WriteError> {
        let text = fs::read_to_string(path.below(&self.root))
            .map_err(|cause| WriteError { path: path.clone(), cause })?;
        let entries = lines(&text).filter_map(|(_, _, content)| content.ok());
        Ok(entries.filter(|entry| !is_needed(entry)).collect())
    }

    /// Changes the entries of a file. Lines that are no entries stay, after all that are. The file
    /// is not touched when `change` says that nothing changed.
    fn rewrite(
        &self,
        path: &RepoPath,
        change: impl FnOnce(&mut Vec<Entry>) -> usize,
    ) -> Result<usize, WriteError> {
        let full = path.below(&self.root);
        let failed = |cause| WriteError { path: path.clone(), cause };
        let text = match fs::read_to_string(&full) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
            Err(error) => return Err(failed(error)),
        };
        let (mut entries, mut damaged) = (Vec::new(), String::new());
        for (_, line, content) in lines(&text) {
            match content {
                Ok(entry) => entries.push(entry),
                Err(_) => damaged.extend([line, "\n"]),
            }
        }
        let changed = change(&mut entries);
        if changed > 0 {
            let sorted: BTreeSet<String> = entries.iter().map(Entry::to_line).collect();
            let sorted: String = sorted.into_iter().map(|line| line + "\n").collect();
            let text = sorted + &damaged;
            full.parent().map_or(Ok(()), fs::create_dir_all).map_err(failed)?;
            replace(&full, |file| file.write_all(text.as_bytes())).map_err(failed)?;
        }
        Ok(changed)
    }
}

/// An entry that waives what those of the same pair waive already, too.
fn with_waivers(new: &Entry, known: &[Entry]) -> Entry {
    let same = known.iter().filter(|old| is_same_pair(old, new));
    let waives: BTreeSet<&String> = same.flat_map(|old| &old.waives).chain(&new.waives).collect();
    let pinned = new.pinned || known.iter().any(|old| old.pinned && is_same_pair(old, new));
    Entry { waives: waives.into_iter().cloned().collect(), pinned, ..new.clone() }
}

/// Whether `new` says of the pair of `old` something weightier or of another kind.
fn replaces(new: &Entry, old: &Entry) -> bool {
    let downgrade = (old.state, new.state) == (Decision::Approved, Decision::Confirmed);
    let differs = new.state != old.state || new.note != old.note || new.waives != old.waives;
    let differs = differs || new.pinned != old.pinned;
    is_same_pair(new, old) && !downgrade && differs
}

fn is_same_pair(one: &Entry, other: &Entry) -> bool {
    key(&one.source) == key(&other.source) && key(&one.target) == key(&other.target)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn confirmed(source: &str, target: &str) -> Entry {
        Entry::new(source, target, Decision::Confirmed)
    }

    #[test]
    fn a_set_that_is_sorted_and_keeps_what_it_does_not_understand() {
        let folder = tempfile::tempdir().unwrap();
        let path = RepoPath::new("ledger/письма/a.md.jsonl");
        let held = hold(folder.path()).unwrap();
        let (yes, no) = (confirmed("Да.", "Yes."), confirmed("Нет.", "No."));
        assert_eq!(held.add(&path, &[no.clone(), yes.clone()]).unwrap(), 2);
        assert_eq!(held.add(&path, std::slice::from_ref(&yes)).unwrap(), 0);
        let full = path.below(folder.path());
        fs::write(&full, fs::read_to_string(&full).unwrap() + "damaged\n").unwrap();
        let approved = Entry { state: Decision::Approved, ..no.clone() };
        assert_eq!(held.add(&path, std::slice::from_ref(&approved)).unwrap(), 1);
        assert_eq!(held.add(&path, &[no]).unwrap(), 0);
        let expected = format!("{}\n{}\ndamaged\n", yes.to_line(), approved.to_line());
        assert_eq!(fs::read_to_string(&full).unwrap(), expected);
        assert_eq!(held.prune(&path, |entry| entry.source == "Да.").unwrap(), [approved]);
    }
}
