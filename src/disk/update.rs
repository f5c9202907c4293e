//! Writing the files of a project: whole or not at all, one run at a time, and never over what
//! somebody else wrote meanwhile.

use std::{
    ffi::{OsStr, OsString},
    fs::{self, File},
    io::{self, Write},
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
};

use super::{
    folder::Folder,
    journal::{Journal, Splice, Written},
    place::{Place, open_plain, read_all},
    refusal::Refusal,
};
use crate::model::RepoPath;

/// So often a file that changes while it is written is read again.
const TRIES: usize = 100;

/// How the names of files begin that stand for others until they are whole. Git passes over them
/// where [`Held::scratch`] lies in its own folder.
const UNFINISHED: &str = ".sverka-unfinished-";

/// The right to write the files of a project, until dropped.
#[derive(Debug)]
pub struct Held {
    root: PathBuf,
    /// Where files are written before they take their places, if it is known.
    scratch: Option<PathBuf>,
    /// What was written.
    written: Mutex<Written>,
    /// Where that is kept, if it is a decision.
    journal: Option<Journal>,
    _lock: File,
}

/// Waits until no other run writes files of the project at `root`. The lock leaves no trace and is
/// free again when the run ends in whatever way; what runs before it left unfinished is removed.
/// `scratch` is a folder of nobody else on the same file system, git's own for example.
///
/// # Errors
/// When the system cannot lock.
pub fn hold(root: &Path, scratch: Option<PathBuf>) -> io::Result<Held> {
    let lock = lockable(root)?;
    lock.lock()?;
    let held = Held {
        root: root.to_owned(),
        scratch,
        written: Mutex::default(),
        journal: None,
        _lock: lock,
    };
    if let Some(scratch) = held.scratch.as_deref().and_then(|path| Folder::open(path).ok()) {
        remove_unfinished(&scratch);
    }
    Ok(held)
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
    /// The root of the project.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The same, for a decision of `command`: what it writes can be taken back, and is kept for
    /// that where there is a journal.
    #[must_use]
    pub fn deciding(self, journal: Option<Journal>, command: &str) -> Self {
        let written = Written { command: command.to_owned(), ..Written::default() };
        let mut held = self;
        (held.written, held.journal) = (Mutex::new(written), journal);
        held
    }

    fn note(&self, path: &RepoPath, before: Option<&[u8]>, after: &[u8]) {
        let mut written = self.written.lock().unwrap_or_else(PoisonError::into_inner);
        written.files.extend(Splice::between(path, before, after));
    }

    /// Ends the decision: gives what it wrote, and the name under which the journal keeps that.
    #[must_use]
    pub fn settle(mut self) -> (Written, Option<OsString>) {
        let written = take(&mut self.written);
        let name = self.journal.take().and_then(|journal| kept(&journal, &written));
        (written, name)
    }

    /// The folder for what is not finished, made where it is not there.
    fn scratch(&self) -> Option<Folder> {
        let path = self.scratch.as_deref()?;
        fs::create_dir_all(path).ok()?;
        Folder::open(path).ok()
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        if let Some(journal) = &self.journal {
            kept(journal, &take(&mut self.written));
        }
    }
}

fn take(written: &mut Mutex<Written>) -> Written {
    std::mem::take(written.get_mut().unwrap_or_else(PoisonError::into_inner))
}

/// Keeps what was written. That it cannot be kept is no reason to fail: it is written.
fn kept(journal: &Journal, written: &Written) -> Option<OsString> {
    if written.files.is_empty() { None } else { journal.keep(written).ok().flatten() }
}

/// Removes the file at `path`.
///
/// # Errors
/// When it leads out of the project or cannot be removed.
pub fn remove(held: &Held, path: &RepoPath) -> Result<(), Refusal> {
    let place = Place::of(&held.root, path)?;
    let folder = place.made_folder()?;
    folder.remove(place.name())?;
    Ok(folder.sync()?)
}

/// Writes the file at `path` anew: `change` is given its bytes, nothing where there is no file, and
/// gives the new ones, nothing where it is to stay as it is. If the file is another one by the time
/// it is to be replaced, `change` is asked again. Gives whether anything was written.
///
/// # Errors
/// When the file cannot be read or written, or `change` fails; it is then as it was.
pub fn update<E: From<Refusal>>(
    held: &Held,
    path: &RepoPath,
    most: u64,
    mut change: impl FnMut(Option<&[u8]>) -> Result<Option<Vec<u8>>, E>,
) -> Result<bool, E> {
    let place = Place::of(&held.root, path)?;
    for _ in 0..TRIES {
        let old = present(place.read(most))?;
        let Some(new) = change(old.as_deref())? else { return Ok(false) };
        if replaced(held, &place, old.as_deref(), &new, most)? {
            held.note(path, old.as_deref(), &new);
            return Ok(true);
        }
    }
    Err(Refusal::System(io::ErrorKind::ResourceBusy.into()).into())
}

/// The file, where there is one.
fn present<T>(file: Result<T, Refusal>) -> Result<Option<T>, Refusal> {
    match file {
        Ok(file) => Ok(Some(file)),
        Err(refusal) if refusal.is_missing() => Ok(None),
        Err(refusal) => Err(refusal),
    }
}

/// Puts `new` in the place of `old`, unless something else stands there by now; gives whether it
/// did.
fn replaced(
    held: &Held,
    place: &Place,
    old: Option<&[u8]>,
    new: &[u8],
    most: u64,
) -> Result<bool, Refusal> {
    let folder = place.made_folder()?;
    remove_unfinished(&folder);
    if let Some(scratch) = held.scratch() {
        match Unfinished::in_folder(&scratch, place, new)?.take_place(&folder, place, old, most) {
            Err(Refusal::System(error)) if error.kind() == io::ErrorKind::CrossesDevices => {}
            done => return done,
        }
    }
    Unfinished::in_folder(&folder, place, new)?.take_place(&folder, place, old, most)
}

/// Removes what a run that was killed left: nobody else writes here while the project is held.
fn remove_unfinished(folder: &Folder) {
    for name in folder.names().iter().filter(|name| is_unfinished(name)) {
        let _ = folder.remove(name);
    }
}

fn is_unfinished(name: &OsStr) -> bool {
    name.as_encoded_bytes().starts_with(UNFINISHED.as_bytes())
}

/// A file that is whole and has not taken its place; it goes when this does.
struct Unfinished<'a> {
    folder: &'a Folder,
    name: OsString,
}

impl<'a> Unfinished<'a> {
    /// Writes `bytes` into `folder`, to be used by whom the file at `place` is used by.
    fn in_folder(folder: &'a Folder, place: &Place, bytes: &[u8]) -> io::Result<Self> {
        let hash = blake3::hash(place.full().as_os_str().as_encoded_bytes()).to_hex();
        let name = OsString::from(format!("{UNFINISHED}{}", &hash[..16]));
        let _ = folder.remove(&name);
        let mut file = folder.create(&name)?;
        let unfinished = Self { folder, name };
        if let Ok((_, metadata)) = place.open() {
            file.set_permissions(metadata.permissions())?;
        }
        file.write_all(bytes)?;
        file.sync_all()?;
        Ok(unfinished)
    }

    /// Takes the place of `old` in `folder`, if that still stands there.
    fn take_place(
        self,
        folder: &Folder,
        place: &Place,
        old: Option<&[u8]>,
        most: u64,
    ) -> Result<bool, Refusal> {
        let now = open_plain(folder, place.name());
        let now = present(now.and_then(|(file, metadata)| read_all(file, &metadata, most)))?;
        if now.as_deref() != old {
            return Ok(false);
        }
        self.folder.rename(&self.name, folder, place.name())?;
        folder.sync()?;
        Ok(true)
    }
}

impl Drop for Unfinished<'_> {
    fn drop(&mut self) {
        let _ = self.folder.remove(&self.name);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: Option<&[u8]>) -> String {
        String::from_utf8_lossy(bytes.unwrap_or_default()).into_owned()
    }

    #[test]
    fn a_change_made_meanwhile_is_not_lost() {
        let folder = tempfile::tempdir().unwrap();
        let held = hold(folder.path(), None).unwrap();
        let path = RepoPath::new("a/b/list");
        let mut asked = 0;
        let written = update::<Refusal>(&held, &path, 100, |old| {
            asked += 1;
            if asked == 1 {
                fs::create_dir_all(folder.path().join("a/b")).unwrap();
                fs::write(folder.path().join("a/b/list"), "theirs\n").unwrap();
            }
            Ok(Some(format!("{}ours\n", text(old)).into_bytes()))
        });
        assert!(written.unwrap());
        assert_eq!(fs::read_to_string(folder.path().join("a/b/list")).unwrap(), "theirs\nours\n");
        assert_eq!(fs::read_dir(folder.path().join("a/b")).unwrap().count(), 1);
    }

    #[test]
    fn what_a_killed_run_left_is_removed() {
        let (folder, scratch) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        for left in [folder.path(), scratch.path()] {
            fs::write(left.join(format!("{UNFINISHED}x")), "torn").unwrap();
        }
        let held = hold(folder.path(), Some(scratch.path().to_owned())).unwrap();
        let path = RepoPath::new("list");
        assert!(update::<Refusal>(&held, &path, 9, |_| Ok(Some(b"new".to_vec()))).unwrap());
        assert!(!update::<Refusal>(&held, &path, 9, |_| Ok(None)).unwrap());
        assert_eq!(fs::read_dir(scratch.path()).unwrap().count(), 0);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
