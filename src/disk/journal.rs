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

use memchr::memmem;
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
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Written {
    /// The command.
    pub command: String,
    /// The files that it changed, in its order.
    pub files: Vec<Splice>,
    /// Hashes of the files as taking back leaves them, the last change first, from when that
    /// begins: a run that is killed meanwhile has taken back some of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub without: Vec<String>,
}

/// How a file changed: one stretch became another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Splice {
    /// The file.
    pub path: RepoPath,
    /// Where the stretch began, in bytes.
    pub at: usize,
    /// What stood there.
    pub was: Stretch,
    /// What took its place.
    pub now: Stretch,
    /// Whether there was no file before.
    pub is_new: bool,
}

/// A stretch of a file: words where it has words, bytes where it has none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Stretch {
    /// Of a text.
    Text(String),
    /// Of a package or another file that is no text.
    Bytes(Vec<u8>),
}

impl Stretch {
    fn of(bytes: &[u8]) -> Self {
        match std::str::from_utf8(bytes) {
            Ok(text) => Self::Text(text.to_owned()),
            Err(_) => Self::Bytes(bytes.to_vec()),
        }
    }

    /// Its bytes.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        match self {
            Self::Text(text) => text.as_bytes(),
            Self::Bytes(bytes) => bytes,
        }
    }
}

impl Splice {
    /// The change of a file from `before` to `after`; none where they are the same.
    pub(super) fn between(path: &RepoPath, before: Option<&[u8]>, after: &[u8]) -> Option<Self> {
        let old = before.unwrap_or_default();
        let at = character_start(old, common(old.iter(), after.iter()));
        let (old_rest, new_rest) = (old.get(at..)?, after.get(at..)?);
        let end = common(old_rest.iter().rev(), new_rest.iter().rev());
        let kept = character_end(old_rest, old_rest.len() - end);
        let end = old_rest.len() - kept;
        let was = old_rest.get(..kept)?;
        let now = new_rest.get(..new_rest.len() - end)?;
        (before.is_none() || was != now).then(|| Self {
            path: path.clone(),
            at,
            was: Stretch::of(was),
            now: Stretch::of(now),
            is_new: before.is_none(),
        })
    }

    /// The bytes of the file without the change: it is undone where it was made, or at the only
    /// place where what it left stands by now. None where it is not to be found.
    #[must_use]
    pub fn undone(&self, file: &[u8]) -> Option<Vec<u8>> {
        let now = self.now.bytes();
        let stands = |at: &usize| file.get(*at..).is_some_and(|rest| rest.starts_with(now));
        let moved = || {
            let mut places = memmem::find_iter(file, now);
            places.next().filter(|_| !now.is_empty() && places.next().is_none())
        };
        let at = Some(self.at).filter(stands).or_else(moved)?;
        Some([file.get(..at)?, self.was.bytes(), file.get(at + now.len()..)?].concat())
    }
}

/// How many bytes two files have in common, from where they are read.
fn common<'a>(one: impl Iterator<Item = &'a u8>, other: impl Iterator<Item = &'a u8>) -> usize {
    one.zip(other).take_while(|(one, other)| one == other).count()
}

/// Whether a byte goes on with a character of UTF-8 that began before it.
fn is_inside(bytes: &[u8], at: usize) -> bool {
    bytes.get(at).is_some_and(|byte| byte & 0b1100_0000 == 0b1000_0000)
}

/// The place before `at` where a character of UTF-8 begins.
fn character_start(bytes: &[u8], at: usize) -> usize {
    (0..4).map(|less| at.saturating_sub(less)).find(|at| !is_inside(bytes, *at)).unwrap_or(at)
}

/// The place from `at` on where a character of UTF-8 begins, or the end.
fn character_end(bytes: &[u8], at: usize) -> usize {
    (at..=bytes.len()).take(4).find(|at| !is_inside(bytes, *at)).unwrap_or(at)
}

impl Journal {
    /// The journal in `folder`, which need not exist.
    #[must_use]
    pub fn in_folder(folder: &Path) -> Self {
        Self { folder: folder.to_owned() }
    }

    /// Keeps what was written, and forgets the oldest where there are too many. Gives the name of
    /// the file that keeps it; none where it is too large.
    pub(super) fn keep(&self, written: &Written) -> io::Result<Option<OsString>> {
        let text = serde_json::to_string(written)?;
        if text.len() > LARGEST_DECISION {
            return Ok(None);
        }
        std::fs::create_dir_all(&self.folder)?;
        let folder = Folder::open(&self.folder)?;
        let known = names(&folder);
        let number = known.last().and_then(|name| number(name)).map_or(0, |last| last + 1);
        let name = OsString::from(format!("{number:012}{ENDING}"));
        write(&folder, &name, &text)?;
        let surplus = (known.len() + 1).saturating_sub(MOST);
        known.iter().take(surplus).try_for_each(|name| folder.remove(name))?;
        Ok(Some(name))
    }

    /// The last decision and the file that keeps it; one that is damaged ends the journal.
    #[must_use]
    pub fn last(&self) -> Option<(OsString, Written)> {
        let folder = Folder::open(&self.folder).ok()?;
        let name = names(&folder).pop()?;
        let (file, _) = open_plain(&folder, &name).ok()?;
        let mut kept = String::new();
        file.take(2 * LARGEST_DECISION as u64).read_to_string(&mut kept).ok()?;
        let (checksum, text) = kept.split_once('\n')?;
        let is_whole = checksum == blake3::hash(text.as_bytes()).to_hex().as_str();
        let written = is_whole.then(|| serde_json::from_str(text).ok()).flatten()?;
        Some((name, written))
    }

    /// Whether it keeps the decision called `name`.
    #[must_use]
    pub fn has(&self, name: &OsStr) -> bool {
        Folder::open(&self.folder).is_ok_and(|folder| names(&folder).iter().any(|it| it == name))
    }

    /// Notes that a decision is about to be taken back: what its files will then be.
    ///
    /// # Errors
    /// When that cannot be written.
    pub fn begin_without(
        &self,
        name: &OsStr,
        written: &Written,
        without: Vec<String>,
    ) -> io::Result<()> {
        let written = Written { without, ..written.clone() };
        write(&Folder::open(&self.folder)?, name, &serde_json::to_string(&written)?)
    }

    /// Forgets a decision.
    ///
    /// # Errors
    /// When its file cannot be removed.
    pub fn forget(&self, name: &OsStr) -> io::Result<()> {
        Folder::open(&self.folder)?.remove(name)
    }
}

/// Writes the file of a decision, whole before it has its name.
fn write(folder: &Folder, name: &OsStr, text: &str) -> io::Result<()> {
    let unfinished = OsStr::new("unfinished");
    let _ = folder.remove(unfinished);
    let checksum = blake3::hash(text.as_bytes()).to_hex();
    let mut file = folder.create(unfinished)?;
    file.write_all(format!("{checksum}\n{text}").as_bytes())?;
    file.sync_all()?;
    folder.rename(unfinished, folder, name)
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

    fn undone(splice: &Splice, text: &str) -> Option<String> {
        splice.undone(text.as_bytes()).map(|bytes| String::from_utf8(bytes).unwrap())
    }

    #[test]
    fn a_change_is_undone_and_what_was_done_since_stays() {
        let (before, after) = ("раз два три\n", "раз двое три\n");
        let change = splice(Some(before), after).unwrap();
        assert_eq!((change.was.bytes(), change.now.bytes()), ("а".as_bytes(), "ое".as_bytes()));
        assert_eq!(undone(&change, after).as_deref(), Some(before));
        let later = "раз двое три четыре\n";
        assert_eq!(undone(&change, later).as_deref(), Some("раз два три четыре\n"));
        assert_eq!(undone(&change, "раз три\n"), None);
        let added = splice(Some("а\n"), "а\nбольше нигде\n").unwrap();
        assert_eq!(undone(&added, "новое\nа\nбольше нигде\n").as_deref(), Some("новое\nа\n"));
        assert_eq!(splice(Some("а"), "а"), None);
        assert!(splice(None, "а").unwrap().is_new);
    }

    #[test]
    fn what_is_no_text_is_undone_as_well() {
        let (before, after) = (b"PK\x03\xff\xfe-a-\x00".as_slice(), b"PK\x03\xff\x80\x81-a-\x00");
        let change = Splice::between(&RepoPath::new("a"), Some(before), after).unwrap();
        let kept = serde_json::to_string(&change).unwrap();
        let change: Splice = serde_json::from_str(&kept).unwrap();
        assert_eq!(change.undone(after).as_deref(), Some(before));
    }

    #[test]
    fn the_journal_keeps_so_many_decisions_and_no_damaged_one() {
        let folder = tempfile::tempdir().unwrap();
        let journal = Journal::in_folder(&folder.path().join("undo"));
        assert_eq!(journal.last(), None);
        for count in 0..MOST + 5 {
            let files = splice(None, "x").into_iter().collect();
            let command = count.to_string();
            journal.keep(&Written { command, files, without: Vec::new() }).unwrap();
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
