//! The file that keeps what was found out.
//!
//! Its first line names the format and a checksum of the rest; then come the length of the table
//! of contents, the table, and what is kept of each pair, one after the other. It is replaced as a
//! whole and never changed, so that whoever reads it has the old or the new one. One that is
//! missing, damaged or of another program is as good as none.

use std::{
    fs::{self, File},
    io::{self, BufWriter, Read as _, Seek as _, Write as _},
    ops::Range,
    path::{Path, PathBuf},
};

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use tempfile::tempfile_in;

use super::{
    super::past::{Counts, Led},
    digest::{Digest, Hash},
    files::Files,
};
use crate::{
    checks::Rewording,
    disk::{self, Place, remove_abandoned, replace_lightly},
    model::{Diagnostic, RepoPath},
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

/// What earlier runs left.
#[derive(Debug, Default)]
pub(super) struct Kept {
    pub(super) contents: Contents,
    bytes: Vec<u8>,
    /// Where the pairs begin.
    start: usize,
}

impl Kept {
    /// What is kept in the folder of the repository; nothing where that is nothing.
    pub(super) fn read(git_folder: &Path) -> Self {
        Self::try_read(git_folder).unwrap_or_default()
    }

    fn try_read(git_folder: &Path) -> Option<Self> {
        let bytes = disk::read(git_folder, &path(), LARGEST).ok()?;
        let (line, rest) = bytes.split_at_checked(bytes.iter().position(|&c| c == b'\n')? + 1)?;
        let length = rest.get(..8)?.try_into().map(u64::from_le_bytes).ok()?;
        let end = 8_usize.checked_add(usize::try_from(length).ok()?)?;
        let checksum = Digest::new().bytes(rest).finish();
        let contents: Contents = (line == heading(checksum).as_bytes())
            .then(|| postcard::from_bytes(rest.get(8..end)?).ok())
            .flatten()?;
        let start = line.len() + end;
        Some(Self { contents, bytes, start })
    }

    /// What is kept of a pair: how its texts begin, its page, its findings.
    pub(super) fn parts(&self, entry: &Entry) -> Option<[&[u8]; 3]> {
        let Entry { beginnings, page, findings, .. } = entry;
        Some([self.part(beginnings)?, self.part(page)?, self.part(findings)?])
    }

    /// What stands at `range` of what is kept of the pairs.
    pub(super) fn part(&self, range: &Range<usize>) -> Option<&[u8]> {
        let (start, end) =
            (self.start.checked_add(range.start)?, self.start.checked_add(range.end)?);
        self.bytes.get(start..end)
    }
}

/// A store as it is put together: what is kept of each pair goes to the disk as it is found.
pub(super) struct Draft {
    pub(super) contents: Contents,
    /// None where nothing can be written: then nothing is kept.
    parts: Option<BufWriter<File>>,
    /// The bytes of all parts so far.
    length: usize,
}

impl Draft {
    /// An empty one of the repository with this folder of its own.
    pub(super) fn new(git_folder: &Path) -> Self {
        let parts = made_folder(git_folder).and_then(|folder| tempfile_in(folder).ok());
        Self { contents: Contents::default(), parts: parts.map(BufWriter::new), length: 0 }
    }

    /// Keeps what was found out of a pair.
    pub(super) fn add(
        &mut self,
        name: Hash,
        entry: Entry,
        [beginnings, page, findings]: [&[u8]; 3],
    ) {
        let (beginnings, page, findings) =
            (self.append(beginnings), self.append(page), self.append(findings));
        self.contents.entries.insert(name, Entry { beginnings, page, findings, ..entry });
    }

    fn append(&mut self, part: &[u8]) -> Range<usize> {
        if self.parts.as_mut().is_some_and(|parts| parts.write_all(part).is_err()) {
            self.parts = None;
        }
        let start = self.length;
        self.length += part.len();
        start..self.length
    }

    /// Puts it in the place of the one that is there. Where nothing can be written the next run
    /// finds out anew.
    pub(super) fn write(self, git_folder: &Path) {
        let _ = self.try_write(git_folder);
    }

    fn try_write(self, git_folder: &Path) -> Option<()> {
        let contents = postcard::to_stdvec(&self.contents).ok()?;
        drop(self.contents);
        let mut parts = self.parts?.into_inner().ok()?;
        let length = (contents.len() as u64).to_le_bytes();
        let size = length.len() + contents.len() + self.length;
        let checksum = Digest::new().long(size, |feed| {
            feed(&length);
            feed(&contents);
            each_block(&mut parts, feed)
        });
        let heading = heading(checksum.ok()?.finish());
        let folder = made_folder(git_folder)?;
        for kind in ["", "alignment", "course", "former", "replay"] {
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

/// Reads a file from its beginning, block by block.
fn each_block(file: &mut File, feed: &mut dyn FnMut(&[u8])) -> io::Result<()> {
    file.rewind()?;
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
