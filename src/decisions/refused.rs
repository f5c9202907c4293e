//! Why a decision was not taken.

use std::io;

use crate::{
    disk::Refusal,
    model::{Message, RepoPath},
};

/// Why a decision was not taken.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    /// It does not suit the unit, or is recorded already.
    #[error("this does not suit the segment")]
    Unsuitable,
    /// Other segments stand among those that are to be one.
    #[error("the segments do not stand together")]
    Scattered,
    /// A translation cannot say nothing.
    #[error("the text is empty")]
    Empty,
    /// It is not known where in the file the text belongs.
    #[error("it is not known where the text belongs")]
    Placeless,
    /// More of the document than the segment would become something else.
    #[error("more than the segment would change")]
    Breaks,
    /// Something else stands there by now.
    #[error("the file was changed meanwhile")]
    Changed {
        /// What stands there.
        theirs: String,
    },
    /// What is to be taken back stands there no longer.
    #[error("{path} changed since")]
    ChangedSince {
        /// The file.
        path: RepoPath,
        /// What the decision wrote.
        written: String,
        /// What stands in its place.
        now: String,
    },
    /// There is nothing to take back.
    #[error("there is nothing to take back")]
    Nothing,
    /// What was said has a fault.
    #[error("what was said has a fault")]
    Fault(Message),
    /// The file cannot be read or written.
    #[error(transparent)]
    Disk(#[from] Refusal),
}

impl From<io::Error> for Refused {
    fn from(error: io::Error) -> Self {
        Self::Disk(error.into())
    }
}

impl Refused {
    /// What to tell; `path` is the translation.
    #[must_use]
    pub fn message(&self, path: Option<&RepoPath>) -> Message {
        match self {
            Self::Unsuitable => Message::new("decision-unsuitable"),
            Self::Scattered => Message::new("decision-scattered"),
            Self::Empty => Message::new("decision-empty"),
            Self::Placeless => Message::new("decision-placeless"),
            Self::Breaks => Message::new("decision-breaks"),
            Self::Changed { .. } => Message::new("decision-changed"),
            Self::ChangedSince { path, written, now } => Message::new("undo-changed")
                .with("path", path.as_str())
                .with("written", written.as_str())
                .with("now", now.as_str()),
            Self::Fault(message) => message.clone(),
            Self::Nothing => Message::new("decision-nothing"),
            Self::Disk(refusal) => refusal.message(path.map_or("", RepoPath::as_str)),
        }
    }
}
