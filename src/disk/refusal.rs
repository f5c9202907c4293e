//! Why a file of a project is not read or written.

use std::io;

use crate::model::{Diagnostic, Message, RepoPath};

/// Why a file of a project is not read or written.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// The path, or a link on its way, leads out of the project or into git's own folder.
    #[error("it leads out of the project")]
    Outside,
    /// It is a folder, a device, a pipe or a socket.
    #[error("it is no plain file")]
    NoPlainFile,
    /// It has more bytes than so many.
    #[error("it is larger than {0} bytes")]
    TooLarge(u64),
    /// What the system says.
    #[error(transparent)]
    System(#[from] io::Error),
}

impl Refusal {
    /// Whether there is no such file.
    #[must_use]
    pub fn is_missing(&self) -> bool {
        matches!(self, Self::System(error) if error.kind() == io::ErrorKind::NotFound)
    }

    /// What to tell about the file at `path`.
    #[must_use]
    pub fn message(&self, path: &str) -> Message {
        let about = |id: &'static str| Message::new(id).with("path", path);
        match self {
            Self::Outside => about("file-link-outside"),
            Self::NoPlainFile => about("file-special"),
            Self::TooLarge(bytes) => {
                about("file-too-large").with("megabytes", (bytes / 1024 / 1024) as usize)
            }
            Self::System(error) => about("file-unreadable").with("detail", error.to_string()),
        }
    }

    /// The same as a diagnostic of the file at `path`.
    #[must_use]
    pub fn about(&self, path: &RepoPath) -> Diagnostic {
        Diagnostic::about(path.clone(), self.message(path.as_str()))
    }
}

impl From<Refusal> for io::Error {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::System(error) => error,
            other => Self::other(other.to_string()),
        }
    }
}
