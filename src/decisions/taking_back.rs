//! Taking back what a decision wrote: exactly its bytes, and nothing of what was done since.

use std::ffi::{OsStr, OsString};

use super::Refused;
use crate::{
    disk::{Held, Journal, LARGEST, Refusal, Splice, Written, read, remove, update},
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
    let journal = journal(&project.root);
    let kept = journal.as_ref().zip(step.kept.as_deref());
    // It may be one of too many and gone already.
    let kept = kept.filter(|(journal, name)| journal.has(name));
    take_back(&held, &step.written, kept).map(drop)
}

/// Takes back what was `written` and forgets it in the journal that keeps it. A run that is killed
/// meanwhile is ended by the next one that takes it back. Gives how many files were changed.
///
/// # Errors
/// When what it wrote stands there no longer, or a file cannot be written.
pub fn take_back(
    held: &Held,
    written: &Written,
    kept: Option<(&Journal, &OsStr)>,
) -> Result<usize, Refused> {
    let files = reverted(held, written)?;
    if let Some((journal, name)) = kept.filter(|_| written.without.is_empty()) {
        let without = files.iter().map(|file| hash(&file.after)).collect();
        journal.begin_without(name, written, without).map_err(Refusal::System)?;
    }
    files.iter().try_for_each(|file| file.write(held))?;
    if let Some((journal, name)) = kept {
        journal.forget(name).map_err(Refusal::System)?;
    }
    Ok(files.len())
}

fn hash(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex().to_string()
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

/// What taking back `written` makes of its files, but for those that were taken back already when
/// a run was killed.
///
/// # Errors
/// When one of them no longer has what was written.
pub fn reverted<'a>(held: &Held, written: &'a Written) -> Result<Vec<Reverted<'a>>, Refused> {
    let mut reverted: Vec<Reverted<'a>> = Vec::new();
    for (at, splice) in written.files.iter().rev().enumerate() {
        if is_taken_back(held, written, at, &splice.path)? {
            continue;
        }
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

/// Whether the file at `path` is as taking back the change with the number `at`, counted from the
/// last, or one before it leaves it.
fn is_taken_back(
    held: &Held,
    written: &Written,
    at: usize,
    path: &RepoPath,
) -> Result<bool, Refused> {
    if written.without.is_empty() {
        return Ok(false);
    }
    let now = match read(held.root(), path, LARGEST) {
        Err(refusal) if refusal.is_missing() => Vec::new(),
        now => now?,
    };
    let now = hash(&now);
    let changes = written.files.iter().rev().zip(&written.without).skip(at);
    Ok(changes.into_iter().any(|(splice, hash)| splice.path == *path && *hash == now))
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
