//! Where a file of a project really is, and what stands in it.

use std::{
    ffi::{OsStr, OsString},
    fs::{self, File, Metadata},
    io::{self, Read},
    path::{Component, Path, PathBuf},
};

use super::{folder::Folder, refusal::Refusal};
use crate::model::RepoPath;

/// No file that Sverka reads whole has more bytes.
pub const LARGEST: u64 = 64 * 1024 * 1024;

/// Git's own folder, in which nothing of a project stands.
const GIT: &str = ".git";

/// A path of a project, resolved: below the root, with no link left in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    root: PathBuf,
    /// The folder of the file, below the root.
    folder: PathBuf,
    name: OsString,
}

impl Place {
    /// Resolves `path` of the project at `root`. The file need not exist, nor its folders.
    ///
    /// # Errors
    /// When it leads out of the project or into git's own folder, or cannot be resolved.
    pub fn of(root: &Path, path: &RepoPath) -> Result<Self, Refusal> {
        let root = root.canonicalize()?;
        let full = resolved(&root.join(path.as_str()))?;
        let below = full.strip_prefix(&root).map_err(|_| Refusal::Outside)?;
        let is_plain = |part: Component<'_>| match part {
            Component::Normal(name) => !name.eq_ignore_ascii_case(GIT),
            _ => false,
        };
        if !below.components().all(is_plain) {
            return Err(Refusal::Outside);
        }
        let (Some(folder), Some(name)) = (below.parent(), below.file_name()) else {
            return Err(Refusal::NoPlainFile);
        };
        Ok(Self { folder: folder.to_owned(), name: name.to_owned(), root })
    }

    /// The plain file that stands there, open for reading, and what the system knows of it.
    ///
    /// # Errors
    /// When there is none, or it cannot be opened.
    pub fn open(&self) -> Result<(File, Metadata), Refusal> {
        let folder = Folder::open(&self.root)?.far_below(&self.folder)?;
        open_plain(&folder, &self.name)
    }

    /// The bytes of the file, unless there are more than `most`.
    ///
    /// # Errors
    /// When it cannot be read, is no plain file, or is too large: then nothing of it is read.
    pub fn read(&self, most: u64) -> Result<Vec<u8>, Refusal> {
        let (file, metadata) = self.open()?;
        read_all(file, &metadata, most)
    }

    /// The folder of the file, made where it is not there.
    pub(super) fn made_folder(&self) -> io::Result<Folder> {
        Folder::open(&self.root)?.made_below(&self.folder)
    }

    /// The name of the file in its folder.
    pub(super) fn name(&self) -> &OsStr {
        &self.name
    }

    /// Where it is on disk.
    #[must_use]
    pub fn full(&self) -> PathBuf {
        self.root.join(&self.folder).join(&self.name)
    }
}

/// The bytes of a file of the project at `root`, unless there are more than `most`.
///
/// # Errors
/// When it leads out of the project, cannot be read, is no plain file, or is too large.
pub fn read(root: &Path, path: &RepoPath, most: u64) -> Result<Vec<u8>, Refusal> {
    Place::of(root, path)?.read(most)
}

/// A plain file, open for reading.
pub(super) fn open_plain(folder: &Folder, name: &OsStr) -> Result<(File, Metadata), Refusal> {
    // A socket cannot be opened at all.
    let unopened = |error: io::Error| match fs::symlink_metadata(folder.path().join(name)) {
        Ok(metadata) if !metadata.is_file() && !metadata.is_symlink() => Refusal::NoPlainFile,
        _ => Refusal::System(error),
    };
    let file = folder.file(name).map_err(unopened)?;
    let metadata = file.metadata()?;
    if metadata.is_file() { Ok((file, metadata)) } else { Err(Refusal::NoPlainFile) }
}

/// All of a file that has at most so many bytes, even if it grows meanwhile.
pub(super) fn read_all(file: File, metadata: &Metadata, most: u64) -> Result<Vec<u8>, Refusal> {
    if metadata.len() > most {
        return Err(Refusal::TooLarge(most));
    }
    let mut bytes = Vec::with_capacity(metadata.len() as usize);
    file.take(most + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > most { Err(Refusal::TooLarge(most)) } else { Ok(bytes) }
}

/// The path without links. What is not there yet is taken as it is named, below what is.
fn resolved(path: &Path) -> io::Result<PathBuf> {
    match path.canonicalize() {
        Err(error) if error.kind() == io::ErrorKind::NotFound && !path.is_symlink() => {
            let (Some(folder), Some(name)) = (path.parent(), path.file_name()) else {
                return Err(error);
            };
            Ok(resolved(folder)?.join(name))
        }
        other => other,
    }
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use std::os::unix::fs::symlink;

    use super::*;

    fn refused(root: &Path, path: &str) -> String {
        read(root, &RepoPath::new(path), 10).unwrap_err().message(path).id.into_owned()
    }

    #[test]
    fn links_are_followed_inside_and_refused_outside() {
        let (folder, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let root = folder.path();
        fs::create_dir_all(root.join("a/b")).unwrap();
        fs::create_dir_all(root.join(".git")).unwrap();
        fs::write(root.join("a/b/text"), "inside").unwrap();
        fs::write(other.path().join("text"), "outside").unwrap();
        fs::write(root.join(".git/config"), "secret").unwrap();
        for (link, to) in [
            ("file", root.join("a/b/text")),
            ("folder", PathBuf::from("a/b")),
            ("out", other.path().join("text")),
            ("out-folder", other.path().to_owned()),
            ("git", PathBuf::from(".git")),
            ("loop", PathBuf::from("loop")),
        ] {
            symlink(to, root.join(link)).unwrap();
        }
        for path in ["a/b/text", "file", "folder/text", "./folder/../b/text"] {
            assert_eq!(read(root, &RepoPath::new(path), 10).unwrap(), b"inside", "{path}");
        }
        for (path, expected) in [
            ("out", "file-link-outside"),
            ("out-folder/text", "file-link-outside"),
            ("out-folder/new/text", "file-link-outside"),
            ("../x", "file-link-outside"),
            (".git/config", "file-link-outside"),
            (".GIT/config", "file-link-outside"),
            ("git/config", "file-link-outside"),
            ("loop", "file-unreadable"),
            ("missing", "file-unreadable"),
            ("a", "file-special"),
            ("", "file-special"),
        ] {
            assert_eq!(refused(root, path), expected, "{path}");
        }
    }

    #[test]
    fn what_is_no_plain_file_is_not_waited_for() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        let fifo = std::process::Command::new("mkfifo").arg(root.join("fifo")).status();
        assert!(fifo.is_ok_and(|status| status.success()));
        let _socket = std::os::unix::net::UnixListener::bind(root.join("socket")).unwrap();
        symlink("/dev/zero", root.join("zero")).unwrap();
        assert_eq!(refused(root, "fifo"), "file-special");
        assert_eq!(refused(root, "socket"), "file-special");
        assert_eq!(refused(root, "zero"), "file-link-outside");
        fs::write(root.join("big"), "more than ten bytes").unwrap();
        assert_eq!(refused(root, "big"), "file-too-large");
    }
}
