//! What the last decisions changed, kept so that they can be taken back.
//!
//! A decision is all that one command wrote. Of each file the journal keeps the one stretch that
//! became another, and nothing of what stood around it, so that later work elsewhere in the file
//! stays when the decision is taken back.

use std::{
    ffi::{OsStr, OsString},
    io::{self, Read, Write},
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize};

use super::{folder::Folder, place::open_plain};
use crate::model::RepoPath;

/// So many decisions are kept.
const MOST: usize = 100;

/// Larger decisions, in bytes, are not kept.
const LARGEST_DECISION: usize = 8 * 1024 * 1024;

/// How the names of the files of decisions end.
const ENDING: &str = ".decision";

/// The decisions of a project, in a folder that git does not track.
#[derive(Debug, Clone)]
pub struct Journal {
    folder: PathBuf,
}

/// What one command wrote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// The command.
    pub command: String,
    /// The files that it changed, in its order.
    pub files: Vec<Splice>,
}

/// How a file changed: one stretch became another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Splice {
    /// The file.
    pub path: RepoPath,
    /// Where the stretch began, in bytes.
    pub at: usize,
    /// What stood there.
    pub was: String,
    /// What took its place.
    pub now: String,
    /// Whether there was no file before.
    pub is_new: bool,
}

impl Splice {
    /// The change of a file from `before` to `after`; none where they are the same or no text.
    pub(super) fn between(path: &RepoPath, before: Option<&[u8]>, after: &[u8]) -> Option<Self> {
        let old = std::str::from_utf8(before.unwrap_or_default()).ok()?;
        let new = std::str::from_utf8(after).ok()?;
        let at = common(old.chars(), new.chars());
        let (old_rest, new_rest) = (old.get(at..)?, new.get(at..)?);
        let end = common(old_rest.chars().rev(), new_rest.chars().rev());
        let was = old_rest.get(..old_rest.len() - end)?.to_owned();
        let now = new_rest.get(..new_rest.len() - end)?.to_owned();
        (before.is_none() || was != now).then(|| Self {
            path: path.clone(),
            at,
            was,
            now,
            is_new: before.is_none(),
        })
    }

    /// The text without the change: it is undone where it was made, or at the only place where
    /// what it left stands by now. None where it is not to be found.
    #[must_use]
    pub fn undone(&self, text: &str) -> Option<String> {
        let stands = |at: &usize| text.get(*at..).is_some_and(|rest| rest.starts_with(&self.now));
        let moved = || {
            let mut places = text.match_indices(self.now.as_str()).map(|(at, _)| at);
            places.next().filter(|_| !self.now.is_empty() && places.next().is_none())
        };
        let at = Some(self.at).filter(stands).or_else(moved)?;
        Some(format!("{}{}{}", text.get(..at)?, self.was, text.get(at + self.now.len()..)?))
    }
}

/// How many bytes two texts have in common, from where they are read.
fn common(one: impl Iterator<Item = char>, other: impl Iterator<Item = char>) -> usize {
    one.zip(other).take_while(|(one, other)| one == other).map(|(c, _)| c.len_utf8()).sum()
}

impl Journal {
    /// The journal in `folder`, which need not exist.
    #[must_use]
    pub fn in_folder(folder: &Path) -> Self {
        Self { folder: folder.to_owned() }
    }

    /// Keeps a decision, and forgets the oldest where there are too many.
    pub(super) fn keep(&self, decision: &Decision) -> io::Result<()> {
        let text = serde_json::to_string(decision)?;
        if text.len() > LARGEST_DECISION {
            return Ok(());
        }
        std::fs::create_dir_all(&self.folder)?;
        let folder = Folder::open(&self.folder)?;
        let known = names(&folder);
        let number = known.last().and_then(|name| number(name)).map_or(0, |last| last + 1);
        let name = OsString::from(format!("{number:012}{ENDING}"));
        let checksum = blake3::hash(text.as_bytes()).to_hex();
        folder.create(&name)?.write_all(format!("{checksum}\n{text}").as_bytes())?;
        let surplus = (known.len() + 1).saturating_sub(MOST);
        known.iter().take(surplus).try_for_each(|name| folder.remove(name))
    }

    /// The last decision and the file that keeps it; one that is damaged ends the journal.
    #[must_use]
    pub fn last(&self) -> Option<(OsString, Decision)> {
        let folder = Folder::open(&self.folder).ok()?;
        let name = names(&folder).pop()?;
        let (file, _) = open_plain(&folder, &name).ok()?;
        let mut kept = String::new();
        file.take(2 * LARGEST_DECISION as u64).read_to_string(&mut kept).ok()?;
        let (checksum, text) = kept.split_once('\n')?;
        let is_whole = checksum == blake3::hash(text.as_bytes()).to_hex().as_str();
        let decision = is_whole.then(|| serde_json::from_str(text).ok()).flatten()?;
        Some((name, decision))
    }

    /// Forgets a decision.
    ///
    /// # Errors
    /// When its file cannot be removed.
    pub fn forget(&self, name: &OsStr) -> io::Result<()> {
        Folder::open(&self.folder)?.remove(name)
    }
}

/// The files of decisions, oldest first.
fn names(folder: &Folder) -> Vec<OsString> {
    let mut names = folder.names();
    names.retain(|name| number(name).is_some());
    names.sort();
    names
}

fn number(name: &OsStr) -> Option<u64> {
    name.to_str()?.strip_suffix(ENDING)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn splice(before: Option<&str>, after: &str) -> Option<Splice> {
        Splice::between(&RepoPath::new("a"), before.map(str::as_bytes), after.as_bytes())
    }

    #[test]
    fn a_change_is_undone_and_what_was_done_since_stays() {
        let (before, after) = ("раз два три\n", "раз двое три\n");
        let change = splice(Some(before), after).unwrap();
        assert_eq!((change.was.as_str(), change.now.as_str()), ("а", "ое"));
        assert_eq!(change.undone(after).as_deref(), Some(before));
        assert_eq!(change.undone("раз двое три четыре\n").as_deref(), Some("раз два три четыре\n"));
        assert_eq!(change.undone("раз три\n"), None);
        let added = splice(Some("а\n"), "а\nбольше нигде\n").unwrap();
        assert_eq!(added.undone("новое\nа\nбольше нигде\n").as_deref(), Some("новое\nа\n"));
        assert_eq!(splice(Some("а"), "а"), None);
        assert!(splice(None, "а").unwrap().is_new);
    }

    #[test]
    fn the_journal_keeps_so_many_decisions_and_no_damaged_one() {
        let folder = tempfile::tempdir().unwrap();
        let journal = Journal::in_folder(&folder.path().join("undo"));
        assert_eq!(journal.last(), None);
        for count in 0..MOST + 5 {
            let files = splice(None, "x").into_iter().collect();
            journal.keep(&Decision { command: count.to_string(), files }).unwrap();
        }
        let (name, last) = journal.last().unwrap();
        assert_eq!(last.command, (MOST + 4).to_string());
        assert_eq!(std::fs::read_dir(folder.path().join("undo")).unwrap().count(), MOST);
        journal.forget(&name).unwrap();
        let (name, before) = journal.last().unwrap();
        assert_eq!(before.command, (MOST + 3).to_string());
        std::fs::write(folder.path().join("undo").join(name), "torn").unwrap();
        assert_eq!(journal.last(), None);
    }
}
