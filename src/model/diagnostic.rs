//! What keeps a run, or a part of it, from being done.

use serde::{Deserialize, Serialize};

use super::{LineIndex, Message, Position, Problem, RepoPath};

/// Something to tell the user that is no finding about a translation: a mistake in the
/// configuration, a file that cannot be read, history that is not there.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Diagnostic {
    /// The file it is about.
    pub path: Option<RepoPath>,
    /// Where in the file.
    pub position: Option<Position>,
    /// What, with the cure.
    pub message: Message,
}

impl Diagnostic {
    /// About no file in particular.
    #[must_use]
    pub fn new(message: Message) -> Self {
        Self { path: None, position: None, message }
    }

    /// About a file as a whole.
    #[must_use]
    pub fn about(path: RepoPath, message: Message) -> Self {
        Self { path: Some(path), position: None, message }
    }

    /// About problems in `text`, the contents of the file at `path`.
    #[must_use]
    pub fn in_text(path: &RepoPath, text: &str, problems: Vec<Problem>) -> Vec<Self> {
        let lines = LineIndex::new(text);
        let located = |problem: Problem| Self {
            path: Some(path.clone()),
            position: Some(lines.position(text, problem.span.start)),
            message: problem.message,
        };
        problems.into_iter().map(located).collect()
    }
}
