//! `status --format json`.

use std::io::{self, Write};

use schemars::JsonSchema;
use serde::Serialize;

use super::{super::VERSION, StatusReport, tally::Tally};
use crate::{model::DocumentReport, ui::Messages};

/// How the documents of a project stand.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::report) struct StatusDocument<'a> {
    /// The version of this format.
    version: u32,
    /// Sorted by path.
    documents: Vec<DocumentRecord<'a>>,
    total: Total,
    /// What could not be known, in English.
    notes: Vec<String>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct DocumentRecord<'a> {
    /// The original; null where there is none.
    source: Option<&'a str>,
    /// The translation; null where the file is missing.
    target: Option<&'a str>,
    #[serde(flatten)]
    tally: Tally,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Total {
    /// How many documents there are.
    documents: usize,
    #[serde(flatten)]
    tally: Tally,
}

impl<'a> DocumentRecord<'a> {
    fn of(report: &'a DocumentReport) -> Self {
        Self {
            source: report.pair.source.as_ref().map(|path| path.as_str()),
            target: report.pair.target.as_ref().map(|path| path.as_str()),
            tally: Tally::of(report),
        }
    }
}

pub(super) fn write(
    report: &StatusReport<'_>,
    english: &Messages,
    output: &mut dyn Write,
) -> io::Result<()> {
    let documents: Vec<DocumentRecord<'_>> =
        report.documents.iter().map(DocumentRecord::of).collect();
    let total = Total {
        documents: documents.len(),
        tally: Tally::sum(documents.iter().map(|document| &document.tally)),
    };
    let notes = report.diagnostics.iter().map(|note| english.text(&note.message)).collect();
    let document = StatusDocument { version: VERSION, documents, total, notes };
    crate::report::json_text::write_pretty(&mut *output, &document)?;
    writeln!(output)
}
