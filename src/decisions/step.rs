//! What a decision changed on disk, and how it is taken back.

use std::collections::BTreeSet;

use super::{COMMAND, Refused};
use crate::{
    disk::{self, Held, Refusal, update},
    history::{hold, journal},
    model::RepoPath,
    project::Project,
};

/// What one decision changed: a file before and after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    path: RepoPath,
    /// Nothing where there was no file.
    before: Option<Vec<u8>>,
    after: Vec<u8>,
    most: u64,
    /// Whether the lines of the file are a set, so that what others added may stay.
    is_set: bool,
}

impl Step {
    /// A text that was changed.
    pub(super) const fn of_text(
        path: RepoPath,
        before: Option<Vec<u8>>,
        after: Vec<u8>,
        most: u64,
    ) -> Self {
        Self { path, before, after, most, is_set: false }
    }

    /// The file that was changed.
    #[must_use]
    pub const fn path(&self) -> &RepoPath {
        &self.path
    }
}

/// Lets `write` change a file of lines, and notes what it changed.
pub(super) fn recorded(
    held: &Held,
    path: &RepoPath,
    most: u64,
    write: impl FnOnce() -> Result<(), Refused>,
) -> Result<Step, Refused> {
    let before = present(disk::read(held.root(), path, most))?;
    write()?;
    let after = present(disk::read(held.root(), path, most))?.unwrap_or_default();
    if before.as_deref() == Some(after.as_slice()) {
        return Err(Refused::Unsuitable);
    }
    Ok(Step { path: path.clone(), before, after, most, is_set: true })
}

fn present(read: Result<Vec<u8>, Refusal>) -> Result<Option<Vec<u8>>, Refusal> {
    match read {
        Ok(bytes) => Ok(Some(bytes)),
        Err(refusal) if refusal.is_missing() => Ok(None),
        Err(refusal) => Err(refusal),
    }
}

/// Takes a step back. What others did meanwhile stays; where that cannot be, nothing is changed.
///
/// # Errors
/// When the text is another by now, or the file cannot be written.
pub fn undo(project: &Project, step: &Step) -> Result<(), Refused> {
    let held = hold(&project.root)?;
    let now = present(disk::read(held.root(), &step.path, step.most))?;
    match &step.before {
        None if now.as_ref() == Some(&step.after) => disk::remove(&held, &step.path)?,
        before => take_back(&held, step, before.as_deref().unwrap_or_default())?,
    }
    forget(project);
    Ok(())
}

/// The journal is not to take back again what is taken back.
fn forget(project: &Project) {
    let Some(journal) = journal(&project.root) else { return };
    if let Some((name, decision)) = journal.last()
        && decision.command == COMMAND
    {
        let _ = journal.forget(&name);
    }
}

fn take_back(held: &Held, step: &Step, before: &[u8]) -> Result<(), Refused> {
    let changed = || Refused::Changed { theirs: String::new() };
    update(held, &step.path, step.most, |now| {
        let now = now.ok_or_else(changed)?;
        if now == step.after {
            return Ok(Some(before.to_vec()));
        }
        if step.is_set { Ok(Some(without(now, &step.after, before))) } else { Err(changed()) }
    })
    .map(drop)
}

/// The lines of a set as they would be had those of `before` never become those of `after`.
fn without(now: &[u8], after: &[u8], before: &[u8]) -> Vec<u8> {
    let lines = |bytes| -> BTreeSet<Vec<u8>> {
        let lines = <[u8]>::split_inclusive(bytes, |byte: &u8| *byte == b'\n');
        lines.map(<[u8]>::to_vec).collect()
    };
    let (now, after, before): (BTreeSet<_>, BTreeSet<_>, BTreeSet<_>) =
        (lines(now), lines(after), lines(before));
    let came = |line: &&Vec<u8>| after.contains(*line) && !before.contains(*line);
    let gone = before.iter().filter(|line| !after.contains(*line));
    let lines: BTreeSet<&Vec<u8>> = now.iter().filter(|line| !came(line)).chain(gone).collect();
    lines.into_iter().flatten().copied().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_others_added_meanwhile_stays() {
        assert_eq!(without(b"a\nb\nc\n", b"a\nb\n", b"a\n"), b"a\nc\n");
        assert_eq!(without(b"a2\nc\n", b"a2\n", b"a1\n"), b"a1\nc\n");
    }
}
