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
};
use crate::ui::Messages;

/// The findings of a run.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::report) struct CheckDocument<'a> {
    /// The version of this format.
    version: u32,
    /// In order: path, then place.
    findings: Vec<FindingRecord<'a>>,
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
    let findings = || report.findings().map(|(_, finding)| finding);
    let document = CheckDocument {
        version: VERSION,
        findings: findings().map(|finding| FindingRecord::of(finding, english)).collect(),
        summary: Summary {
            documents: report.documents.len(),
            segments: report.documents.iter().map(|document| document.segments).sum(),
            accepted: report.accepted,
            severities: Severities::of(findings()),
        },
        notes: report.diagnostics.iter().map(|note| english.text(&note.message)).collect(),
    };
    crate::report::json_text::write_pretty(&mut *output, &document)?;
    writeln!(output)
}
