//! A folder held open, in which files are opened, made and renamed by name.
//!
//! Where the system has handles of folders, every step goes from a handle to a name in it and
//! follows no link, so that nothing can be exchanged between the look and the use. Elsewhere the
//! resolved path stands for the folder.

use std::{
    ffi::OsStr,
    fs::File,
    io,
    path::{Path, PathBuf},
};

/// A folder held open.
#[derive(Debug)]
pub(super) struct Folder {
    #[cfg(unix)]
    handle: File,
    path: PathBuf,
}

#[cfg(unix)]
mod system {
    use rustix::fs::{Mode, OFlags, openat, renameat};

    use super::{File, Folder, OsStr, Path, io};

    const FOLDER: OFlags = OFlags::DIRECTORY.union(OFlags::CLOEXEC);

    impl Folder {
        /// Opens the folder at `path`, which is resolved already.
        pub(in super::super) fn open(path: &Path) -> io::Result<Self> {
            let handle = rustix::fs::open(path, FOLDER, Mode::empty())?;
            Ok(Self { handle: File::from(handle), path: path.to_owned() })
        }

        /// Opens a folder in this one; no link is followed.
        pub(in super::super) fn below(&self, name: &OsStr) -> io::Result<Self> {
            let handle = openat(&self.handle, name, FOLDER | OFlags::NOFOLLOW, Mode::empty())?;
            Ok(Self { handle: File::from(handle), path: self.path.join(name) })
        }

        /// Opens a file for reading. No link is followed, and a pipe is not waited for.
        pub(in super::super) fn file(&self, name: &OsStr) -> io::Result<File> {
            let flags = OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
            Ok(File::from(openat(&self.handle, name, flags, Mode::empty())?))
        }

        /// Makes a file that is not there yet, for others to read as the user's mask allows.
        pub(in super::super) fn create(&self, name: &OsStr) -> io::Result<File> {
            let flags = OFlags::WRONLY | OFlags::CREATE | OFlags::EXCL | OFlags::CLOEXEC;
            Ok(File::from(openat(&self.handle, name, flags, Mode::from_raw_mode(0o666))?))
        }

        /// Makes a folder in this one, unless it is there.
        pub(in super::super) fn make(&self, name: &OsStr) -> io::Result<()> {
            match rustix::fs::mkdirat(&self.handle, name, Mode::from_raw_mode(0o777)) {
                Err(error) if error != rustix::io::Errno::EXIST => Err(error.into()),
                _ => Ok(()),
            }
        }

        /// Puts the file called `from` in the place of `to` in another folder.
        pub(in super::super) fn rename(
            &self,
            from: &OsStr,
            other: &Self,
            to: &OsStr,
        ) -> io::Result<()> {
            Ok(renameat(&self.handle, from, &other.handle, to)?)
        }

        /// Removes a file.
        pub(in super::super) fn remove(&self, name: &OsStr) -> io::Result<()> {
            Ok(rustix::fs::unlinkat(&self.handle, name, rustix::fs::AtFlags::empty())?)
        }

        /// Makes names as durable as files.
        pub(in super::super) fn sync(&self) -> io::Result<()> {
            self.handle.sync_all()
        }
    }
}

#[cfg(not(unix))]
mod system {
    use super::{File, Folder, OsStr, Path, io};

    impl Folder {
        pub(in super::super) fn open(path: &Path) -> io::Result<Self> {
            Ok(Self { path: path.to_owned() })
        }

        pub(in super::super) fn below(&self, name: &OsStr) -> io::Result<Self> {
            Self::open(&self.path.join(name))
        }

        pub(in super::super) fn file(&self, name: &OsStr) -> io::Result<File> {
            File::open(self.path.join(name))
        }

        pub(in super::super) fn create(&self, name: &OsStr) -> io::Result<File> {
            File::options().write(true).create_new(true).open(self.path.join(name))
        }

        pub(in super::super) fn make(&self, name: &OsStr) -> io::Result<()> {
            std::fs::create_dir_all(self.path.join(name))
        }

        pub(in super::super) fn rename(
            &self,
            from: &OsStr,
            other: &Self,
            to: &OsStr,
        ) -> io::Result<()> {
            std::fs::rename(self.path.join(from), other.path.join(to))
        }

        pub(in super::super) fn remove(&self, name: &OsStr) -> io::Result<()> {
            std::fs::remove_file(self.path.join(name))
        }

        pub(in super::super) fn sync(&self) -> io::Result<()> {
            Ok(())
        }
    }
}

impl Folder {
    /// Opens a folder below this one, step by step.
    pub(super) fn far_below(self, path: &Path) -> io::Result<Self> {
        path.iter().try_fold(self, |folder, name| folder.below(name))
    }

    /// Opens a folder below this one, making what is not there.
    pub(super) fn made_below(self, path: &Path) -> io::Result<Self> {
        path.iter().try_fold(self, |folder, name| {
            folder.make(name)?;
            folder.below(name)
        })
    }

    /// The names of the files in it.
    pub(super) fn names(&self) -> Vec<std::ffi::OsString> {
        let entries = std::fs::read_dir(&self.path).into_iter().flatten().flatten();
        entries.map(|entry| entry.file_name()).collect()
    }

    /// Where it is.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }
}
