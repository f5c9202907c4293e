//! Fixes: changes of a file that are safe to make without a person.

use serde::{Deserialize, Serialize};

use super::{RepoPath, Span};

/// A change that cures a finding.
///
/// Only what no reader could want otherwise is offered: a fix changes typography, never words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fix {
    /// The file.
    pub path: RepoPath,
    /// What to change in it, in order and without overlap.
    pub edits: Vec<Edit>,
}

/// Bytes of a file and what is to stand in their place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edit {
    /// The bytes to replace.
    pub span: Span,
    /// What replaces them.
    pub replacement: String,
}
