//! Reading ledger files, damaged ones too.

use std::{fs, path::Path};

use ignore::WalkBuilder;

use super::Entry;
use crate::model::{Diagnostic, Message, Position, RepoPath};

/// How lines begin that git leaves in a file with a merge conflict.
const CONFLICT_MARKERS: [&str; 4] = ["<<<<<<<", "|||||||", "=======", ">>>>>>>"];

/// A line that holds something: an entry, or what is none and why.
pub(super) type Line<'text> = (usize, &'text str, Result<Entry, Message>);

/// The ledger files below `folder` of the project at `root`, sorted by path.
#[must_use]
pub fn files(root: &Path, folder: &RepoPath) -> Vec<RepoPath> {
    let walk = WalkBuilder::new(folder.below(root)).standard_filters(false).build();
    let mut files: Vec<RepoPath> = walk
        .flatten()
        .filter(|entry| entry.path().extension().is_some_and(|extension| extension == "jsonl"))
        .filter_map(|entry| {
            let below = entry.path().strip_prefix(root).ok()?;
            let parts: Vec<_> = below.iter().map(|part| part.to_string_lossy()).collect();
            Some(RepoPath::new(parts.join("/")))
        })
        .collect();
    files.sort();
    files
}

/// The entries of a file, and what in it is none.
pub(super) fn read(root: &Path, path: &RepoPath) -> (Vec<Entry>, Vec<Diagnostic>) {
    let bytes = match fs::read(path.below(root)) {
        Ok(bytes) => bytes,
        Err(error) => {
            let message = Message::new("file-unreadable")
                .with("path", path.as_str())
                .with("detail", error.to_string());
            return (Vec::new(), vec![Diagnostic::about(path.clone(), message)]);
        }
    };
    let (mut entries, mut diagnostics) = (Vec::new(), Vec::new());
    for (line, _, content) in lines(&String::from_utf8_lossy(&bytes)) {
        match content {
            Ok(entry) => entries.push(entry),
            Err(message) => {
                let position = Some(Position { line, column: 1 });
                diagnostics.push(Diagnostic { path: Some(path.clone()), position, message });
            }
        }
    }
    (entries, diagnostics)
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
