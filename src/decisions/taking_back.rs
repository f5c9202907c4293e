//! Taking back what a decision wrote: exactly its bytes, and nothing of what was done since.

use std::ffi::OsString;

use super::Refused;
use crate::{
    disk::{Held, LARGEST, Splice, Written, read, remove, update},
    history::{hold, journal},
    model::RepoPath,
    project::Project,
};

/// A decision that was taken, and how it is taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    written: Written,
    /// Under which name the journal of the project keeps it.
    kept: Option<OsString>,
}

impl Step {
    /// What was written while `held`.
    ///
    /// # Errors
    /// When that is nothing.
    pub(super) fn of(held: Held) -> Result<Self, Refused> {
        let (written, kept) = held.settle();
        if written.files.is_empty() { Err(Refused::Unsuitable) } else { Ok(Self { written, kept }) }
    }

    /// The file that was changed.
    #[must_use]
    pub fn path(&self) -> Option<&RepoPath> {
        self.written.files.first().map(|splice| &splice.path)
    }
}

/// Takes a step back. What others did meanwhile stays; where that cannot be, nothing is changed.
///
/// # Errors
/// When what it wrote stands there no longer, or a file cannot be written.
pub fn undo(project: &Project, step: &Step) -> Result<(), Refused> {
    let held = hold(&project.root)?;
    let reverted = reverted(&held, &step.written)?;
    reverted.iter().try_for_each(|file| file.write(&held))?;
    if let (Some(journal), Some(name)) = (journal(&project.root), &step.kept) {
        // It may be one of too many and gone already.
        let _ = journal.forget(name);
    }
    Ok(())
}

/// A file as it is and as it is without a decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reverted<'a> {
    splice: &'a Splice,
    /// As it is.
    pub before: Vec<u8>,
    /// As it is to be.
    pub after: Vec<u8>,
}

/// What taking back `written` makes of its files.
///
/// # Errors
/// When one of them no longer has what was written.
pub fn reverted<'a>(held: &Held, written: &'a Written) -> Result<Vec<Reverted<'a>>, Refused> {
    let mut reverted: Vec<Reverted<'a>> = Vec::new();
    for splice in written.files.iter().rev() {
        let later = reverted.iter().rev().find(|other| other.splice.path == splice.path);
        let before = match later {
            Some(other) => other.after.clone(),
            None => read(held.root(), &splice.path, LARGEST)?,
        };
        let after = splice.undone(&before).ok_or_else(|| changed_since(splice, &before))?;
        reverted.push(Reverted { splice, before, after });
    }
    Ok(reverted)
}

/// Both texts: what the decision wrote, and what stands in its place.
fn changed_since(splice: &Splice, now: &[u8]) -> Refused {
    let (now, written) =
        (String::from_utf8_lossy(now), String::from_utf8_lossy(splice.now.bytes()));
    let start = now.floor_char_boundary(splice.at);
    let end = now.floor_char_boundary(start.saturating_add(written.len()));
    Refused::ChangedSince {
        path: splice.path.clone(),
        written: written.trim_end().to_owned(),
        now: now.get(start..end).unwrap_or_default().trim_end().to_owned(),
    }
}

impl Reverted<'_> {
    /// The file.
    #[must_use]
    pub const fn path(&self) -> &RepoPath {
        &self.splice.path
    }

    /// Writes the file as it is to be; one that was not there before is there no longer.
    ///
    /// # Errors
    /// When it is another by now, or cannot be written.
    pub fn write(&self, held: &Held) -> Result<(), Refused> {
        if self.splice.is_new && self.after.is_empty() {
            return Ok(remove(held, self.path())?);
        }
        let mut theirs = None;
        update(held, self.path(), LARGEST, |now| {
            let is_same = now == Some(&self.before);
            theirs = (!is_same).then(|| now.unwrap_or_default().to_vec());
            Ok::<_, Refused>(is_same.then(|| self.after.clone()))
        })?;
        theirs.map_or(Ok(()), |theirs| Err(changed_since(self.splice, &theirs)))
    }
}
