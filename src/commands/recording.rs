//! What the commands that write the ledger share: choosing segments, writing entries, saying how
//! many.

use std::collections::BTreeSet;

use clap::ArgMatches;

use super::{
    Failure,
    context::Context,
    segments::named,
    survey::{open, survey},
    writing::hold_deciding,
};
use crate::{
    analysis::Analysis,
    disk::Refusal,
    ledger::{self, Entry, WriteError},
    model::{DocumentReport, Message, RepoPath},
    project::Project,
    report::Page,
};

/// A project with all that is known of it, about to get new entries.
pub(super) struct Recording {
    pub(super) project: Project,
    pub(super) analysis: Analysis,
}

/// New entries of a document's ledger file, and the document's name.
pub(super) struct NewEntries {
    pub(super) document: RepoPath,
    pub(super) file: RepoPath,
    pub(super) entries: Vec<Entry>,
}

impl Recording {
    /// Analyses the project that the command runs in.
    pub(super) fn begin(matches: &ArgMatches, context: &mut Context<'_>) -> Result<Self, Failure> {
        Ok(Self { project: open(context)?, analysis: survey(matches, context)? })
    }

    /// The units of each document that `names` mean.
    pub(super) fn chosen<'a>(
        &self,
        names: impl IntoIterator<Item = &'a String>,
    ) -> Result<Vec<BTreeSet<usize>>, Failure> {
        let documents = &self.analysis.documents;
        let mut chosen = vec![BTreeSet::new(); documents.len()];
        for name in names {
            let mut found = false;
            for (report, chosen) in documents.iter().zip(&mut chosen) {
                let units = named(report, name);
                found |= !units.is_empty();
                chosen.extend(units);
            }
            if !found {
                let message = Message::new("ledger-no-segment").with("segment", name.as_str());
                return Err(Failure::new(message));
            }
        }
        Ok(chosen)
    }

    /// Entries for a document, with the file that they belong in.
    pub(super) fn entries(&self, report: &DocumentReport, entries: Vec<Entry>) -> NewEntries {
        let document = report.pair.path().cloned().unwrap_or_else(|| RepoPath::new(""));
        let file = ledger::file_of(&self.project.config.ledger, &report.pair.shared);
        NewEntries { document, file, entries }
    }

    /// Writes entries, one run at a time.
    pub(super) fn write(&self, new: &[NewEntries], command: &str) -> Result<(), Failure> {
        let held = hold_deciding(&self.project.root, command)?;
        for new in new.iter().filter(|new| !new.entries.is_empty()) {
            ledger::add(&held, &new.file, &new.entries).map_err(|error| unwritable(&error))?;
        }
        Ok(())
    }
}

pub(super) fn unwritable(error: &WriteError) -> Failure {
    if !matches!(error.cause, Refusal::System(_)) {
        return Failure::refused(&error.path, &error.cause);
    }
    Failure::new(
        Message::new("ledger-unwritable")
            .with("path", error.path.as_str())
            .with("detail", error.cause.to_string()),
    )
}

/// Says how many entries each document got, with the message `done`, or that there were none.
pub(super) fn write_counts(
    new: &[NewEntries],
    done: &'static str,
    page: &mut Page<'_>,
) -> std::io::Result<()> {
    for new in new.iter().filter(|new| !new.entries.is_empty()) {
        let message = Message::new(done).with("path", new.document.as_str());
        page.message(&message.with("count", new.entries.len()))?;
    }
    if new.iter().all(|new| new.entries.is_empty()) {
        page.message(&Message::new("recorded-nothing"))?;
    }
    Ok(())
}
