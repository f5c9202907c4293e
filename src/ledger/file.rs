//! Reading ledger files, damaged ones too.

use std::path::Path;

use super::Entry;
use crate::{
    disk::{self, walked},
    model::{Diagnostic, Message, Position, RepoPath},
};

/// No ledger file has more bytes: some millions of entries.
pub const LARGEST: u64 = 1024 * 1024 * 1024;

/// How lines begin that git leaves in a file with a merge conflict.
const CONFLICT_MARKERS: [&str; 4] = ["<<<<<<<", "|||||||", "=======", ">>>>>>>"];

/// A line that holds something: an entry, or what is none and why.
pub(super) type Line<'text> = (usize, &'text str, Result<Entry, Message>);

/// The ledger files below `folder` of the project at `root`, sorted by path, and what of it could
/// not be looked at.
#[must_use]
pub fn files(root: &Path, folder: &RepoPath) -> (Vec<RepoPath>, Vec<Diagnostic>) {
    let walked = walked(root, folder, "jsonl", true);
    (walked.files, walked.unreadable)
}

/// What was read of a file.
#[derive(Debug, Default)]
pub(super) struct FileRead {
    pub(super) entries: Vec<Entry>,
    /// Lines that are no entries.
    pub(super) damaged: Vec<Diagnostic>,
    /// Why nothing could be read.
    pub(super) unreadable: Option<Diagnostic>,
}

/// The entries of a file, and what in it is none.
pub(super) fn read(root: &Path, path: &RepoPath) -> FileRead {
    let bytes = match disk::read(root, path, LARGEST) {
        Ok(bytes) => bytes,
        Err(refusal) => {
            return FileRead { unreadable: Some(refusal.about(path)), ..FileRead::default() };
        }
    };
    let mut read = FileRead::default();
    for (line, _, content) in lines(&String::from_utf8_lossy(&bytes)) {
        match content {
            Ok(entry) => read.entries.push(entry),
            Err(message) => {
                let position = Some(Position { line, column: 1 });
                read.damaged.push(Diagnostic { path: Some(path.clone()), position, message });
            }
        }
    }
    read
}

/// The lines of a ledger file that are not empty, numbered from 1.
pub(super) fn lines(text: &str) -> impl Iterator<Item = Line<'_>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let filled = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    filled.map(|(index, line)| (index + 1, line, parse(line)))
}

fn parse(line: &str) -> Result<Entry, Message> {
    if CONFLICT_MARKERS.iter().any(|marker| line.starts_with(marker)) {
        return Err(Message::new("ledger-conflict"));
    }
    serde_json::from_str(line)
        .map_err(|error| Message::new("ledger-line").with("detail", error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bad_line_costs_itself() {
        let text = "\
{\"source\":\"Да.\",\"target\":\"Yes.\",\"state\":\"confirmed\"}
<<<<<<< HEAD
{\"source\":\"Нет.\",\"target\":\"No.\",\"state\":\"confirmed\"}
=======
{\"source\":\"Нет.\",\"target\":

{\"question\":42}
{\"source\":\"Дом.\",\"target\":\"Home.\",\"state\":\"approved\"}
";
        let read: Vec<(usize, bool)> =
            lines(text).map(|(number, _, entry)| (number, entry.is_ok())).collect();
        assert_eq!(
            read,
            [(1, true), (2, false), (3, true), (4, false), (5, false), (7, false), (8, true)]
        );
    }
}
