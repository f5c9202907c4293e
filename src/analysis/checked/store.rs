//! The file that keeps what was found out.
//!
//! Its first line names the format and a checksum of the rest; then come the length of the table
//! of contents, the table, and what is kept of each pair, one after the other. It is replaced as a
//! whole and never changed, so that whoever reads it has the old or the new one. One that is
//! missing, damaged or of another program is as good as none.

use std::{
    fs::{self, File},
    io::{self, BufWriter, Read as _, Seek as _, SeekFrom, Write as _},
    ops::Range,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
};

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use tempfile::tempfile_in;

use super::{
    super::past::{Counts, Led},
    digest::{Digest, Hash},
    files::Files,
    record,
};
use crate::{
    checks::Rewording,
    disk::{Place, remove_abandoned, replace_lightly},
    model::{Diagnostic, Finding, RepoPath, Shelf},
};

/// No store has more bytes.
const LARGEST: u64 = 1024 * 1024 * 1024;

/// What is known of a pair, and for what.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Entry {
    /// Of the pair by its files, the texts, the options, the terms.
    pub(super) key: Hash,
    /// Of what git knows of it.
    pub(super) history: Hash,
    /// Of the entries of the ledger that may be about it.
    pub(super) ledger: Hash,
    /// Whether it has links, so that it depends on the other pages, too.
    pub(super) has_links: bool,
    /// What its history does not tell.
    pub(super) counts: Counts,
    /// How many units have a source side.
    pub(super) segments: usize,
    /// Whether its findings are weighed against those of other pairs.
    pub(super) is_weighed: bool,
    /// What of it may be told together with what is found elsewhere.
    pub(super) rewordings: Vec<Rewording>,
    /// Where it stands how its texts begin, its page, and its findings.
    pub(super) beginnings: Range<usize>,
    pub(super) page: Range<usize>,
    pub(super) findings: Range<usize>,
}

impl Entry {
    /// Of all that the texts and units of the pair depend on.
    pub(super) fn identity(&self) -> Hash {
        let digest = Digest::new().bytes(&self.key).bytes(&self.history);
        digest.bytes(&self.ledger).finish()
    }
}

/// What is to be said of the term base and the ledger as such.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct Said {
    /// Of which files.
    pub(super) key: Hash,
    pub(super) mistakes: Vec<Diagnostic>,
    pub(super) damaged: Vec<Diagnostic>,
}

/// The table of contents.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Contents {
    pub(super) files: Files,
    /// Of the commit that is checked out, and the pairs there are.
    pub(super) history: Hash,
    /// Of all pages.
    pub(super) pages: Hash,
    /// Of the files of the ledger.
    pub(super) ledger: Hash,
    pub(super) said: Option<Said>,
    pub(super) led: Led,
    /// By the names of the files of a pair.
    pub(super) entries: FxHashMap<Hash, Entry>,
}

/// What earlier runs left. What is kept of the pairs stays on the disk until it is asked for.
#[derive(Debug, Default)]
pub(super) struct Kept {
    pub(super) contents: Contents,
    parts: Option<Arc<Parts>>,
}

/// A file in which stands what is kept of the pairs, open: whoever replaces the store changes
/// nothing of it.
#[derive(Debug)]
pub(super) struct Parts {
    file: Mutex<File>,
    /// Where the pairs begin.
    start: u64,
}

impl Parts {
    /// What stands at `range`.
    fn read(&self, range: &Range<usize>) -> io::Result<Vec<u8>> {
        let mut part = vec![0; range.len()];
        if !part.is_empty() {
            let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
            file.seek(SeekFrom::Start(self.start + range.start as u64))?;
            file.read_exact(&mut part)?;
        }
        Ok(part)
    }
}

impl Shelf for Parts {
    fn findings(&self, range: &Range<usize>) -> io::Result<Vec<Finding>> {
        let damaged = || io::Error::from(io::ErrorKind::InvalidData);
        record::read_findings(&self.read(range)?).ok_or_else(damaged)
    }
}

impl Kept {
    /// What is kept in the folder of the repository; nothing where that is nothing.
    pub(super) fn read(git_folder: &Path) -> Self {
        Self::try_read(git_folder).unwrap_or_default()
    }

    fn try_read(git_folder: &Path) -> Option<Self> {
        let (mut file, metadata) = Place::of(git_folder, &path()).ok()?.open().ok()?;
        let usual = heading([0; 32]).len();
        let size = metadata.len().checked_sub(usual as u64).filter(|size| *size <= LARGEST)?;
        let mut line = vec![0; usual];
        file.read_exact(&mut line).ok()?;
        let mut length = [0; 8];
        file.read_exact(&mut length).ok()?;
        let length = u64::from_le_bytes(length);
        if length > size.checked_sub(8)? {
            return None;
        }
        file.seek(SeekFrom::Start(usual as u64)).ok()?;
        let whole = usize::try_from(size).ok()?;
        let checksum = Digest::new().long(whole, |feed| each_block(&mut file, feed)).ok()?;
        if line != heading(checksum.finish()).as_bytes() {
            return None;
        }
        let start = usual as u64 + 8;
        file.seek(SeekFrom::Start(start)).ok()?;
        let contents = contents(&mut file, length)?;
        let parts = Parts { file: Mutex::new(file), start: start + length };
        Some(Self { contents, parts: Some(Arc::new(parts)) })
    }

    /// What is kept of a pair: how its texts begin, its page, its findings.
    pub(super) fn parts(&self, entry: &Entry) -> Option<[Vec<u8>; 3]> {
        let Entry { beginnings, page, findings, .. } = entry;
        Some([self.part(beginnings)?, self.part(page)?, self.part(findings)?])
    }

    /// What stands at `range` of what is kept of the pairs.
    pub(super) fn part(&self, range: &Range<usize>) -> Option<Vec<u8>> {
        self.parts.as_ref()?.read(range).ok()
    }

    /// Where the findings of pairs lie.
    pub(super) fn shelf(&self) -> Option<Arc<Parts>> {
        self.parts.clone()
    }
}

/// The table of contents, which has so many bytes.
fn contents(file: &mut File, length: u64) -> Option<Contents> {
    let mut bytes = vec![0; usize::try_from(length).ok()?];
    file.read_exact(&mut bytes).ok()?;
    postcard::from_bytes(&bytes).ok()
}

/// A store as it is put together: what is kept of each pair goes to the disk as it is found.
pub(super) struct Draft {
    pub(super) contents: Contents,
    /// None where nothing can be written: then nothing is kept.
    parts: Option<BufWriter<File>>,
    /// The bytes of all parts so far.
    length: usize,
    /// The same file, for who asks for findings once all are written.
    shelf: Option<Arc<Parts>>,
}

impl Draft {
    /// An empty one of the repository with this folder of its own.
    pub(super) fn new(git_folder: &Path) -> Self {
        let parts = made_folder(git_folder).and_then(|folder| tempfile_in(folder).ok());
        let again = parts.as_ref().and_then(|file| file.try_clone().ok());
        let shelf = again.map(|file| Arc::new(Parts { file: Mutex::new(file), start: 0 }));
        let parts = parts.filter(|_| shelf.is_some()).map(BufWriter::new);
        Self { contents: Contents::default(), parts, length: 0, shelf }
    }

    /// Keeps what was found out of a pair.
    pub(super) fn add(
        &mut self,
        name: Hash,
        entry: Entry,
        [beginnings, page, findings]: [&[u8]; 3],
    ) -> Range<usize> {
        let (beginnings, page, findings) =
            (self.append(beginnings), self.append(page), self.append(findings));
        let place = findings.clone();
        self.contents.entries.insert(name, Entry { beginnings, page, findings, ..entry });
        place
    }

    fn append(&mut self, part: &[u8]) -> Range<usize> {
        if self.parts.as_mut().is_some_and(|parts| parts.write_all(part).is_err()) {
            self.parts = None;
        }
        let start = self.length;
        self.length += part.len();
        start..self.length
    }

    /// Where the findings lie, which can be read from there once the store is written; none where
    /// nothing can be.
    pub(super) fn shelf(&self) -> Option<Arc<Parts>> {
        self.shelf.clone()
    }

    /// Puts it in the place of the one that is there. Where that cannot be written the next run
    /// finds out anew. None where what was to lie on the shelf does not.
    pub(super) fn write(mut self, git_folder: &Path) -> Option<()> {
        let is_shelved = self.shelf.is_some();
        let Some(mut parts) = self.parts.take() else { return (!is_shelved).then_some(()) };
        parts.flush().ok()?;
        let _ = self.replace(parts.into_inner().ok()?, git_folder);
        Some(())
    }

    fn replace(self, mut parts: File, git_folder: &Path) -> Option<()> {
        let contents = postcard::to_stdvec(&self.contents).ok()?;
        drop(self.contents);
        let length = (contents.len() as u64).to_le_bytes();
        let size = length.len() + contents.len() + self.length;
        parts.rewind().ok()?;
        let checksum = Digest::new().long(size, |feed| {
            feed(&length);
            feed(&contents);
            each_block(&mut parts, feed)
        });
        let heading = heading(checksum.ok()?.finish());
        let folder = made_folder(git_folder)?;
        for kind in ["", "alignment", "course", "former", "replay", "settled"] {
            remove_abandoned(&folder.join(kind));
        }
        let full = Place::of(git_folder, &path()).ok()?.full();
        parts.rewind().ok()?;
        replace_lightly(&full, |file| {
            file.write_all(heading.as_bytes())?;
            file.write_all(&length)?;
            file.write_all(&contents)?;
            io::copy(&mut parts, file).map(drop)
        })
        .ok()
    }
}

/// Reads a file from where it stands to its end, block by block.
fn each_block(file: &mut File, feed: &mut dyn FnMut(&[u8])) -> io::Result<()> {
    let mut block = vec![0; 1 << 16];
    loop {
        let length = file.read(&mut block)?;
        if length == 0 {
            return Ok(());
        }
        feed(&block[..length]);
    }
}

/// The folder that the store lies in.
fn made_folder(git_folder: &Path) -> Option<PathBuf> {
    let full: PathBuf = Place::of(git_folder, &path()).ok()?.full();
    let folder = full.parent()?.to_owned();
    fs::create_dir_all(&folder).ok()?;
    Some(folder)
}

fn path() -> RepoPath {
    RepoPath::new("sverka/checked")
}

/// The first line of a store whose rest has this checksum.
fn heading(checksum: Hash) -> String {
    format!("sverka checked {}\n", blake3::Hash::from(checksum))
}
