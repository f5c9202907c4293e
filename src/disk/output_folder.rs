//! A folder of files that a person wants written, a report for example.
//!
//! A folder that is not there yet is made beside its place under a name of its own and takes its
//! place once it is whole: whoever looks finds all of it or nothing, and thousands of files cost no
//! renaming each. In a folder that is there each file is replaced on its own, and one that says the
//! same stays untouched.

use std::{
    collections::BTreeSet,
    fs::{self, File},
    io::{self, Write as _},
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
};

use tempfile::TempDir;

use super::replacement::{folder_of, named_as_output, remove_abandoned, replace_lightly};

/// A folder as it is being written.
#[derive(Debug)]
pub(crate) struct OutputFolder {
    folder: PathBuf,
    /// The folders, it or some in it, that are not there yet.
    unfinished: Vec<Unfinished>,
    written: Mutex<BTreeSet<PathBuf>>,
}

/// A folder that has not taken its place; it goes when this does.
#[derive(Debug)]
struct Unfinished {
    place: PathBuf,
    made: TempDir,
    /// Locked, so that another run does not take it for abandoned.
    _lock: File,
}

impl OutputFolder {
    /// Begins to write `folder`, in which there will be the folders `below`.
    ///
    /// # Errors
    /// When they cannot be made, or one of `below` is a link.
    pub(crate) fn begin(
        folder: &Path,
        below: impl IntoIterator<Item = String>,
    ) -> io::Result<Self> {
        let mut output =
            Self { folder: folder.to_owned(), unfinished: Vec::new(), written: Mutex::default() };
        output.make(folder.to_owned())?;
        for name in below {
            let place = folder.join(name);
            // It is not the person's own: what is written would lie elsewhere.
            if place.is_symlink() {
                return Err(io::Error::other(format!("{} is a link", place.display())));
            }
            output.make(place)?;
        }
        Ok(output)
    }

    /// Makes the folder that is to stand at `place`, or clears the one that stands there of what a
    /// run that was killed left.
    fn make(&mut self, place: PathBuf) -> io::Result<()> {
        let now = self.now(&place);
        if now != place || place.symlink_metadata().is_ok() {
            fs::create_dir_all(&now)?;
            remove_abandoned(&now);
            return Ok(());
        }
        fs::create_dir_all(folder_of(&place))?;
        match Unfinished::beside(&place)? {
            Some(unfinished) => self.unfinished.push(unfinished),
            None => fs::create_dir_all(place)?,
        }
        Ok(())
    }

    /// Where the file or folder lies until all is whole that is to stand at `place`.
    fn now(&self, place: &Path) -> PathBuf {
        let now = |unfinished: &Unfinished| {
            let below = place.strip_prefix(&unfinished.place).ok()?;
            Some(unfinished.made.path().join(below))
        };
        self.unfinished.iter().find_map(now).unwrap_or_else(|| place.to_owned())
    }

    /// Writes the file called `name`.
    ///
    /// # Errors
    /// When it cannot be written; what stood there stays.
    pub(crate) fn write(&self, name: &str, bytes: &[u8]) -> io::Result<()> {
        let place = self.folder.join(name);
        let now = self.now(&place);
        if now != place {
            File::create(now)?.write_all(bytes)?;
        } else if !says_already(&place, bytes) {
            replace_lightly(&place, |file| file.write_all(bytes))?;
        }
        self.written.lock().unwrap_or_else(PoisonError::into_inner).insert(place);
        Ok(())
    }

    /// Lets what was not there take its place; gives all files that were written.
    ///
    /// # Errors
    /// When something cannot take its place.
    pub(crate) fn finish(self) -> io::Result<BTreeSet<PathBuf>> {
        let written = self.written.into_inner().unwrap_or_else(PoisonError::into_inner);
        for unfinished in self.unfinished {
            unfinished.take_place(&written)?;
        }
        Ok(written)
    }
}

impl Unfinished {
    /// One that is to stand at `place`; none where a folder cannot be locked, for nobody could tell
    /// it from an abandoned one.
    fn beside(place: &Path) -> io::Result<Option<Self>> {
        let folder = folder_of(place);
        remove_abandoned(folder);
        let made = named_as_output(0o777).tempdir_in(folder)?;
        let lock = File::open(made.path()).ok().filter(|lock| lock.try_lock().is_ok());
        Ok(lock.map(|lock| Self { place: place.to_owned(), made, _lock: lock }))
    }

    /// Takes its place, as a whole or, where somebody made a folder there meanwhile, file by file.
    fn take_place(self, written: &BTreeSet<PathBuf>) -> io::Result<()> {
        if fs::rename(self.made.path(), &self.place).is_ok() {
            let _ = self.made.keep();
            return Ok(());
        }
        for place in written {
            if let Ok(below) = place.strip_prefix(&self.place) {
                fs::create_dir_all(folder_of(place))?;
                fs::rename(self.made.path().join(below), place)?;
            }
        }
        Ok(())
    }
}

/// Whether a plain file at `path` has just these bytes.
fn says_already(path: &Path, bytes: &[u8]) -> bool {
    let is_as_long = |metadata: fs::Metadata| {
        metadata.is_file() && usize::try_from(metadata.len()) == Ok(bytes.len())
    };
    path.symlink_metadata().is_ok_and(is_as_long) && fs::read(path).is_ok_and(|now| now == bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(folder: &Path, files: &[(&str, &str)]) -> io::Result<BTreeSet<PathBuf>> {
        let output = OutputFolder::begin(folder, ["pages".to_owned()])?;
        for (name, text) in files {
            output.write(name, text.as_bytes())?;
        }
        output.finish()
    }

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap().flatten();
        let mut names: Vec<String> =
            entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    #[test]
    #[cfg(unix)]
    fn a_new_folder_is_there_once_it_is_whole() {
        let above = tempfile::tempdir().unwrap();
        let folder = above.path().join("sites/site");
        let output = OutputFolder::begin(&folder, ["pages".to_owned()]).unwrap();
        output.write("pages/a.html", b"a").unwrap();
        assert!(!folder.exists());
        let written = output.finish().unwrap();
        assert_eq!(fs::read(folder.join("pages/a.html")).unwrap(), b"a");
        assert_eq!(written.into_iter().collect::<Vec<_>>(), [folder.join("pages/a.html")]);
        assert_eq!(names(&above.path().join("sites")), ["site"]);
    }

    #[test]
    fn what_is_given_up_leaves_nothing() {
        let above = tempfile::tempdir().unwrap();
        let output = OutputFolder::begin(&above.path().join("site"), []).unwrap();
        output.write("a.html", b"a").unwrap();
        assert!(output.write("gone/b.html", b"b").is_err());
        drop(output);
        assert!(names(above.path()).is_empty() || cfg!(not(unix)));
    }

    #[test]
    #[cfg(unix)]
    fn a_folder_made_meanwhile_keeps_what_is_in_it() {
        let above = tempfile::tempdir().unwrap();
        let folder = above.path().join("site");
        let output = OutputFolder::begin(&folder, ["pages".to_owned()]).unwrap();
        output.write("index.html", b"ours").unwrap();
        output.write("pages/a.html", b"a").unwrap();
        fs::create_dir(&folder).unwrap();
        fs::write(folder.join("CNAME"), "example.org").unwrap();
        fs::write(folder.join("index.html"), "theirs").unwrap();
        output.finish().unwrap();
        assert_eq!(names(&folder), ["CNAME", "index.html", "pages"]);
        assert_eq!(fs::read(folder.join("index.html")).unwrap(), b"ours");
        assert_eq!(names(above.path()), ["site"]);
    }

    #[test]
    #[cfg(unix)]
    fn a_file_that_says_the_same_stays_and_a_link_is_replaced() {
        use std::os::unix::fs::{MetadataExt, symlink};
        let above = tempfile::tempdir().unwrap();
        let folder = above.path().join("site");
        let inode = |name: &str| folder.join(name).symlink_metadata().unwrap().ino();
        written(&folder, &[("a", "one"), ("b", "two"), ("c", "four")]).unwrap();
        let before = ["a", "b", "c"].map(inode);
        fs::remove_file(folder.join("c")).unwrap();
        fs::write(above.path().join("elsewhere"), "four").unwrap();
        symlink("../elsewhere", folder.join("c")).unwrap();
        written(&folder, &[("a", "one"), ("b", "six"), ("c", "four"), ("pages/d", "d")]).unwrap();
        assert_eq!(inode("a"), before[0]);
        assert_ne!(inode("b"), before[1]);
        assert!(!folder.join("c").is_symlink());
        assert_eq!(names(&folder), ["a", "b", "c", "pages"]);
    }

    #[test]
    #[cfg(unix)]
    fn what_a_killed_run_left_goes_and_what_is_being_written_stays() {
        let above = tempfile::tempdir().unwrap();
        let left = above.path().join(".sverka-output-left/pages");
        fs::create_dir_all(&left).unwrap();
        fs::write(left.join("a.html"), "torn").unwrap();
        let other = OutputFolder::begin(&above.path().join("other"), []).unwrap();
        other.write("a.html", b"a").unwrap();
        written(&above.path().join("site"), &[("pages/a.html", "a")]).unwrap();
        other.finish().unwrap();
        assert_eq!(names(above.path()), ["other", "site"]);
    }

    #[test]
    #[cfg(unix)]
    fn others_may_use_a_new_folder_as_any_other() {
        use std::os::unix::fs::PermissionsExt;
        let above = tempfile::tempdir().unwrap();
        let (usual, made) = (above.path().join("usual"), above.path().join("site"));
        fs::create_dir(&usual).unwrap();
        written(&made, &[("a", "a")]).unwrap();
        let mode = |path: &Path| path.metadata().unwrap().permissions().mode();
        assert_eq!(mode(&made), mode(&usual));
    }
}
