//! What was dropped from the ledger.

use std::io;

use super::Page;
use crate::{
    ledger::Entry,
    model::{Message, RepoPath},
};

/// Writes the entries dropped from each ledger file, both texts of each, and their number.
///
/// # Errors
/// When the output cannot be written.
pub fn write_dropped(
    dropped: &[(RepoPath, Vec<Entry>)],
    dry_run: bool,
    page: &mut Page<'_>,
) -> io::Result<()> {
    for (path, entries) in dropped {
        page.styled(page.palette().path, path.as_str())?;
        page.end_line()?;
        for entry in entries {
            for text in [&entry.source, &entry.target].into_iter().filter(|text| !text.is_empty()) {
                page.line(&format!("  - {text}"))?;
            }
        }
    }
    let count: usize = dropped.iter().map(|(_, entries)| entries.len()).sum();
    let id = match (count, dry_run) {
        (0, _) => "ledger-nothing-to-prune",
        (_, true) => "ledger-would-prune",
        (_, false) => "ledger-pruned",
    };
    page.message(&Message::new(id).with("count", count))
}
