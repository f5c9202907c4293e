//! `check --pairs`: one finding a line, with the name of its pair.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::Value;

use super::super::record::FindingRecord;
use crate::{model::Finding, ui::Messages};

#[derive(Serialize)]
struct PairFinding<'a> {
    id: &'a Value,
    #[serde(flatten)]
    finding: FindingRecord<'a>,
}

/// Writes the findings of the pair `id`.
pub fn write_pair(
    id: &Value,
    findings: &[Finding],
    english: &Messages,
    output: &mut dyn Write,
) -> io::Result<()> {
    for finding in findings {
        let finding = FindingRecord::of(finding, english);
        crate::report::json_text::write(&mut *output, &PairFinding { id, finding })?;
        writeln!(output)?;
    }
    Ok(())
}
