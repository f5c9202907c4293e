//! The right to write files of a project, which every command takes that writes any.

use std::path::Path;

use super::Failure;
use crate::{disk::Held, history};

pub(super) use crate::history::journal;

/// Waits until no other run writes files of the project at `root`.
pub(super) fn hold(root: &Path) -> Result<Held, Failure> {
    history::hold(root).map_err(|error| Failure::unwritable(root, &error))
}

/// The same, for a decision that `undo` can take back.
pub(super) fn hold_deciding(root: &Path, command: &str) -> Result<Held, Failure> {
    history::hold_deciding(root, command).map_err(|error| Failure::unwritable(root, &error))
}
