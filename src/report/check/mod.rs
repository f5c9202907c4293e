//! Reports of `check`: findings.
//!
//! To add an output, write its file with a `write` and name it in [`OUTPUTS`].

mod change;
mod github;
mod github_summary;
mod gitlab;
mod human;
mod json;
mod jsonl;
mod junit;
mod pairs;
mod percent;
mod rdjson;
mod sarif;
mod spot;
mod statistics;
mod streamed;

use std::io::{self, Write};

pub use github_summary::write_summary;
pub(super) use json::CheckDocument;
pub use pairs::{write_answer, write_pair, write_unanswered};
pub use statistics::{KindCount, statistics, write_statistics, write_statistics_json};

use super::{Page, record::Severities};
use crate::{
    model::{Diagnostic, DocumentReport, Finding, Severity},
    ui::Messages,
};

#[cfg(test)]
mod tests;

/// What `check` found.
#[derive(Debug, Clone, Copy)]
pub struct CheckReport<'a> {
    /// The documents looked at, sorted by path.
    pub documents: &'a [DocumentReport],
    /// What could not be known.
    pub diagnostics: &'a [Diagnostic],
    /// Whether all that is there could be looked at.
    pub is_whole: bool,
    /// The folder of the project in its repository, with `/` at its end unless it is the root:
    /// services name files from there.
    pub folder: &'a str,
    /// The least severity that fails the run.
    pub failing: Severity,
    /// How many findings the baseline accepts; they are not among those of the documents.
    pub accepted: usize,
    /// Whether people want remarks, too, and not only errors and warnings.
    pub with_remarks: bool,
    /// Whether people want the sum at the end.
    pub with_summary: bool,
}

impl CheckReport<'_> {
    /// Looks at all findings with the documents that they are about, in order: path, then place.
    /// Those of one document are in memory at a time.
    fn each(
        &self,
        mut look: impl FnMut(&DocumentReport, &Finding) -> io::Result<()>,
    ) -> io::Result<()> {
        for document in self.documents {
            document.found()?.iter().try_for_each(|finding| look(document, finding))?;
        }
        Ok(())
    }

    /// How many findings of each severity there are.
    fn severities(&self) -> io::Result<Severities> {
        let mut counts = Severities::default();
        self.each(|_, finding| {
            counts += Severities::of([finding]);
            Ok(())
        })?;
        Ok(counts)
    }
}

/// How an output is written.
#[derive(Debug, Clone, Copy)]
pub enum Writer {
    /// For people, in their language.
    Page(fn(&CheckReport<'_>, &mut Page<'_>) -> io::Result<()>),
    /// For people, through a service that shows it beside the lines: in their language, too.
    Service(fn(&CheckReport<'_>, &Messages, &mut dyn Write) -> io::Result<()>),
    /// For programs, always the same; the messages are English.
    Machine(fn(&CheckReport<'_>, &Messages, &mut dyn Write) -> io::Result<()>),
}

/// The outputs by the names that `--format` takes, the usual one first.
pub const OUTPUTS: &[(&str, Writer)] = &[
    ("human", Writer::Page(human::write)),
    ("json", Writer::Machine(json::write)),
    ("jsonl", Writer::Machine(jsonl::write)),
    ("github", Writer::Service(github::write)),
    ("sarif", Writer::Machine(sarif::write)),
    ("junit", Writer::Service(junit::write)),
    ("gitlab", Writer::Service(gitlab::write)),
    ("rdjson", Writer::Service(rdjson::write)),
];
