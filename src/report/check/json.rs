//! `check --format json`.

use std::io::{self, Write};

use schemars::JsonSchema;
use serde::Serialize;

use super::{
    super::{
        VERSION,
        record::{FindingRecord, Severities},
    },
    CheckReport,
    streamed::{Members, Streamed},
};
use crate::{
    model::{DocumentReport, Finding},
    ui::Messages,
};

/// Findings as the list has them.
#[derive(Debug)]
struct Records<'a>(&'a Messages);

impl Members for Records<'_> {
    type Of<'f> = FindingRecord<'f>;

    fn of<'f>(&self, _: &'f DocumentReport, finding: &'f Finding) -> Option<FindingRecord<'f>> {
        Some(FindingRecord::of(finding, self.0))
    }
}

/// The findings of a run.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::report) struct CheckDocument<'a> {
    /// The version of this format.
    version: u32,
    /// In order: path, then place.
    #[schemars(with = "Vec<FindingRecord<'a>>")]
    findings: Streamed<'a, Records<'a>>,
    summary: Summary,
    /// What could not be known, in English.
    notes: Vec<String>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Summary {
    /// How many document pairs were looked at.
    documents: usize,
    /// How many translation units have a source side.
    segments: usize,
    /// How many findings the baseline accepts; they are not listed.
    accepted: usize,
    #[serde(flatten)]
    severities: Severities,
}

pub(super) fn write(
    report: &CheckReport<'_>,
    english: &Messages,
    output: &mut dyn Write,
) -> io::Result<()> {
    let document = CheckDocument {
        version: VERSION,
        findings: Streamed { report, members: Records(english) },
        summary: Summary {
            documents: report.documents.len(),
            segments: report.documents.iter().map(|document| document.segments).sum(),
            accepted: report.accepted,
            severities: report.severities()?,
        },
        notes: report.diagnostics.iter().map(|note| english.text(&note.message)).collect(),
    };
    crate::report::json_text::write_pretty(&mut *output, &document)?;
    writeln!(output)
}
