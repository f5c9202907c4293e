//! `check --pairs`: one finding a line, with the name of its pair, or all of a pair on one line.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::Value;

use super::super::{json_text, record::FindingRecord};
use crate::{model::Finding, ui::Messages};

#[derive(Serialize)]
struct PairFinding<'a> {
    id: &'a Value,
    #[serde(flatten)]
    finding: FindingRecord<'a>,
}

/// What is said of one line of input.
#[derive(Serialize)]
struct Answer<'a> {
    id: &'a Value,
    findings: Vec<FindingRecord<'a>>,
    /// What kept the line from being read.
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<&'a str>,
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
        write_line(&PairFinding { id, finding }, output)?;
    }
    Ok(())
}

/// Writes all findings of the pair `id` on one line, where there are none as well.
pub fn write_answer(
    id: &Value,
    findings: &[Finding],
    english: &Messages,
    output: &mut dyn Write,
) -> io::Result<()> {
    let findings = findings.iter().map(|finding| FindingRecord::of(finding, english)).collect();
    write_line(&Answer { id, findings, error: None }, output)
}

/// Writes the answer to a line that holds no pair: it is blank, or something is wrong with it.
pub fn write_unanswered(wrong: Option<&str>, output: &mut dyn Write) -> io::Result<()> {
    write_line(&Answer { id: &Value::Null, findings: Vec::new(), error: wrong }, output)
}

fn write_line(line: &impl Serialize, output: &mut dyn Write) -> io::Result<()> {
    json_text::write(&mut *output, line)?;
    writeln!(output)
}
