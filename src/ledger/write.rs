//! Writing ledger files: whole or not at all, one run at a time.

use std::collections::{BTreeSet, HashMap};

use super::{
    Decision, Entry,
    file::{LARGEST, lines},
    key,
};
use crate::{
    disk::{self, Held, Refusal, update},
    model::RepoPath,
};

/// Why a ledger file could not be written.
#[derive(Debug, thiserror::Error)]
#[error("{path}: {cause}")]
pub struct WriteError {
    /// The file.
    pub path: RepoPath,
    /// Why.
    pub cause: Refusal,
}

/// Adds `entries` to the ledger file at `path`; each takes the place of those of less weight for
/// the same pair. Gives how many are new.
///
/// # Errors
/// When the file cannot be read or written; it is then as it was.
pub fn add(held: &Held, path: &RepoPath, entries: &[Entry]) -> Result<usize, WriteError> {
    rewrite(held, path, |known| {
        let (before, mut added) = (known.len(), 0);
        for entry in entries {
            added += usize::from(known.add(entry));
        }
        added.max((before + added).saturating_sub(known.len()))
    })
}

/// Drops the entries of the ledger file at `path` that `is_needed` refuses, and gives them.
///
/// # Errors
/// When the file cannot be read or written; it is then as it was.
pub fn prune(
    held: &Held,
    path: &RepoPath,
    is_needed: impl Fn(&Entry) -> bool,
) -> Result<Vec<Entry>, WriteError> {
    let mut dropped = Vec::new();
    rewrite(held, path, |known| {
        dropped = known.drop_unless(&is_needed);
        dropped.len()
    })?;
    Ok(dropped)
}

/// The entries that [`prune`] would drop.
///
/// # Errors
/// When the file cannot be read.
pub fn unneeded(
    held: &Held,
    path: &RepoPath,
    is_needed: impl Fn(&Entry) -> bool,
) -> Result<Vec<Entry>, WriteError> {
    let bytes = disk::read(held.root(), path, LARGEST)
        .map_err(|cause| WriteError { path: path.clone(), cause })?;
    let text = String::from_utf8_lossy(&bytes);
    let entries = lines(&text).filter_map(|(_, _, content)| content.ok());
    Ok(entries.filter(|entry| !is_needed(entry)).collect())
}

/// Changes the entries of a file. Lines that are no entries stay, after all that are. The file is
/// not touched when `change` says that nothing changed.
fn rewrite(
    held: &Held,
    path: &RepoPath,
    mut change: impl FnMut(&mut Known) -> usize,
) -> Result<usize, WriteError> {
    let mut changed = 0;
    let written = update(held, path, LARGEST, |bytes| {
        let text = text_of(bytes.unwrap_or_default())?;
        let mut known = Known::default();
        let mut damaged = String::new();
        for (_, line, content) in lines(text) {
            match content {
                Ok(entry) => known.push(line.to_owned(), entry),
                Err(_) => damaged.extend([line, "\n"]),
            }
        }
        changed = change(&mut known);
        Ok::<_, Refusal>((changed > 0).then(|| (known.into_text() + &damaged).into_bytes()))
    });
    written.map_err(|cause| WriteError { path: path.clone(), cause })?;
    Ok(changed)
}

/// A file that is no text is not written to: something in it would be lost.
fn text_of(bytes: &[u8]) -> Result<&str, Refusal> {
    std::str::from_utf8(bytes)
        .map_err(|error| std::io::Error::new(std::io::ErrorKind::InvalidData, error).into())
}

/// What an entry is about. Every note is about itself: it stands beside decisions and other notes.
type PairKey = (String, String, Option<String>);

fn pair_key(entry: &Entry) -> PairKey {
    let note = (entry.state == Decision::Noted).then(|| entry.note.clone().unwrap_or_default());
    (key(&entry.source), key(&entry.target), note)
}

/// The entries of a file with their lines as they are written; none where one was replaced.
#[derive(Default)]
struct Known {
    entries: Vec<Option<(String, Entry)>>,
    by_pair: HashMap<PairKey, Vec<usize>>,
}

impl Known {
    fn len(&self) -> usize {
        self.entries.iter().flatten().count()
    }

    fn push(&mut self, line: String, entry: Entry) {
        self.by_pair.entry(pair_key(&entry)).or_default().push(self.entries.len());
        self.entries.push(Some((line, entry)));
    }

    /// Adds an entry unless it is there; it waives what those of the same pair waive already and
    /// keeps the fields of other programs that stand in what it replaces.
    fn add(&mut self, new: &Entry) -> bool {
        let at = self.by_pair.get(&pair_key(new)).cloned().unwrap_or_default();
        let new = {
            let same = at.iter().filter_map(|&at| self.entries[at].as_ref()).map(|(_, old)| old);
            with_waivers(new, same)
        };
        let mut kept = 0;
        let mut other = new.other.clone();
        for slot in at {
            match &self.entries[slot] {
                Some((_, old)) if replaces(&new, old) => {
                    let unknown = |(name, _): &&(String, String)| {
                        !new.other.iter().any(|(known, _)| known == name)
                    };
                    let more: Vec<_> = old.other.iter().filter(unknown).cloned().collect();
                    other.extend(
                        more.into_iter().filter(|field| !other.contains(field)).collect::<Vec<_>>(),
                    );
                    self.entries[slot] = None;
                }
                Some(_) => kept += 1,
                None => {}
            }
        }
        if kept == 0 {
            let new = Entry { other, ..new };
            self.push(new.to_line(), new);
        }
        kept == 0
    }

    /// Takes out the entries that are not needed.
    fn drop_unless(&mut self, is_needed: &impl Fn(&Entry) -> bool) -> Vec<Entry> {
        let mut dropped = Vec::new();
        for slot in &mut self.entries {
            if slot.as_ref().is_some_and(|(_, entry)| !is_needed(entry)) {
                dropped.extend(slot.take().map(|(_, entry)| entry));
            }
        }
        dropped
    }

    /// The lines, sorted, each once.
    fn into_text(self) -> String {
        let lines: BTreeSet<String> =
            self.entries.into_iter().flatten().map(|(line, _)| line).collect();
        lines.into_iter().map(|line| line + "\n").collect()
    }
}

/// An entry that waives what those of the same pair waive already, too.
fn with_waivers<'a>(new: &Entry, same: impl Iterator<Item = &'a Entry>) -> Entry {
    let same: Vec<&Entry> = same.collect();
    let pinned = new.pinned || same.iter().any(|old| old.pinned);
    let waives: BTreeSet<&String> =
        same.iter().flat_map(|old| &old.waives).chain(&new.waives).collect();
    Entry { waives: waives.into_iter().cloned().collect(), pinned, ..new.clone() }
}

/// Whether `new` says of its pair something weightier than `old` or of another kind.
fn replaces(new: &Entry, old: &Entry) -> bool {
    let downgrade = (old.state, new.state) == (Decision::Approved, Decision::Confirmed);
    let differs = new.state != old.state || new.note != old.note || new.waives != old.waives;
    let differs = differs || new.pinned != old.pinned;
    !downgrade && differs
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::disk::hold;

    fn confirmed(source: &str, target: &str) -> Entry {
        Entry::new(source, target, Decision::Confirmed)
    }

    #[test]
    fn a_set_that_is_sorted_and_keeps_what_it_does_not_understand() {
        let folder = tempfile::tempdir().unwrap();
        let path = RepoPath::new("ledger/письма/a.md.jsonl");
        let held = hold(folder.path(), None).unwrap();
        let (yes, no) = (confirmed("Да.", "Yes."), confirmed("Нет.", "No."));
        assert_eq!(add(&held, &path, &[no.clone(), yes.clone()]).unwrap(), 2);
        assert_eq!(add(&held, &path, std::slice::from_ref(&yes)).unwrap(), 0);
        let full = path.below(folder.path());
        fs::write(&full, fs::read_to_string(&full).unwrap() + "damaged\n").unwrap();
        let approved = Entry { state: Decision::Approved, ..no.clone() };
        assert_eq!(add(&held, &path, std::slice::from_ref(&approved)).unwrap(), 1);
        assert_eq!(add(&held, &path, &[no]).unwrap(), 0);
        let expected = format!("{}\n{}\ndamaged\n", yes.to_line(), approved.to_line());
        assert_eq!(fs::read_to_string(&full).unwrap(), expected);
        assert_eq!(prune(&held, &path, |entry| entry.source == "Да.").unwrap(), [approved]);
    }

    #[test]
    fn a_note_stands_beside_what_is_decided() {
        let folder = tempfile::tempdir().unwrap();
        let held = hold(folder.path(), None).unwrap();
        let path = RepoPath::new("a.jsonl");
        let noted = |note: &str| Entry {
            note: Some(note.to_owned()),
            ..Entry::new("Да.", "Yes.", Decision::Noted)
        };
        let entries = [confirmed("Да.", "Yes."), noted("Точно?"), noted("Кто это сказал?")];
        assert_eq!(add(&held, &path, &entries).unwrap(), 3);
        assert_eq!(add(&held, &path, &entries).unwrap(), 0);
        let approved = Entry::new("Да.", "Yes.", Decision::Approved);
        assert_eq!(add(&held, &path, &[approved]).unwrap(), 1);
        let text = fs::read_to_string(folder.path().join("a.jsonl")).unwrap();
        assert_eq!(text.lines().count(), 3, "{text}");
        // Taking the two apart answers the approval.
        let apart = Entry::new("Да.", "Yes.", Decision::Apart);
        assert_eq!(add(&held, &path, &[apart]).unwrap(), 1);
        let text = fs::read_to_string(folder.path().join("a.jsonl")).unwrap();
        assert!(text.lines().count() == 3 && !text.contains("approved"), "{text}");
    }

    #[test]
    fn a_line_that_nothing_replaces_stays_byte_for_byte() {
        let folder = tempfile::tempdir().unwrap();
        let held = hold(folder.path(), None).unwrap();
        let path = RepoPath::new("a.jsonl");
        let foreign = r#"{"a":1, "source":"x","target":"y","state":"confirmed","id":12345678901234567890123,"a":2}"#;
        fs::write(folder.path().join("a.jsonl"), format!("{foreign}\n")).unwrap();
        add(&held, &path, &[confirmed("Да.", "Yes.")]).unwrap();
        let text = fs::read_to_string(folder.path().join("a.jsonl")).unwrap();
        assert!(text.lines().any(|line| line == foreign), "{text}");
        let approved = Entry::new("x", "y", Decision::Approved);
        assert_eq!(add(&held, &path, &[approved]).unwrap(), 1);
        let text = fs::read_to_string(folder.path().join("a.jsonl")).unwrap();
        let replaced = r#"{"source":"x","target":"y","state":"approved","a":1,"id":12345678901234567890123,"a":2}"#;
        assert!(text.lines().any(|line| line == replaced), "{text}");
    }
}
