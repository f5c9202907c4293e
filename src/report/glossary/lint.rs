//! `glossary lint`: what is doubtful in the term base.

use std::io::{self, Write};

use schemars::JsonSchema;
use serde::Serialize;

use crate::{
    glossary::Remark,
    model::{Message, Severity},
    report::{Page, VERSION},
    ui::Messages,
};

/// The remarks on a term base.
#[derive(Debug, Clone)]
pub struct LintReport {
    /// In the order of the files.
    pub remarks: Vec<Remark>,
    /// How many concepts were looked at.
    pub concepts: usize,
}

/// `glossary lint --format json`.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::report) struct LintDocument<'a> {
    version: u32,
    remarks: Vec<RemarkRecord<'a>>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct RemarkRecord<'a> {
    /// `conflict`, `duplicate`, `overlap`, `unknown-for`, `guessed` or `unseen`.
    kind: &'a str,
    severity: &'a str,
    concept: &'a str,
    /// In English.
    message: String,
    path: Option<&'a str>,
    line: Option<usize>,
    column: Option<usize>,
}

impl LintReport {
    /// For programs.
    pub fn write_json(&self, english: &Messages, output: &mut dyn Write) -> io::Result<()> {
        let remarks = self.remarks.iter().map(|remark| RemarkRecord {
            kind: remark.kind,
            severity: remark.severity.as_str(),
            concept: &remark.concept,
            message: english.text(&remark.diagnostic.message),
            path: remark.diagnostic.path.as_ref().map(|path| path.as_str()),
            line: remark.diagnostic.position.map(|position| position.line),
            column: remark.diagnostic.position.map(|position| position.column),
        });
        let document = LintDocument { version: VERSION, remarks: remarks.collect() };
        crate::report::json_text::write(&mut *output, &document)?;
        writeln!(output)
    }

    /// For people.
    pub fn write_page(&self, page: &mut Page<'_>) -> io::Result<()> {
        for remark in &self.remarks {
            write_remark(remark, page)?;
        }
        page.message(
            &Message::new("glossary-lint-summary")
                .with("remarks", self.remarks.len())
                .with("concepts", self.concepts),
        )
    }
}

fn write_remark(remark: &Remark, page: &mut Page<'_>) -> io::Result<()> {
    let palette = page.palette();
    let (id, style) = match remark.severity {
        Severity::Error => ("severity-error", palette.error),
        Severity::Warn => ("severity-warn", palette.warn),
        Severity::Info => ("severity-info", palette.info),
    };
    if let (Some(path), Some(position)) = (&remark.diagnostic.path, remark.diagnostic.position) {
        page.styled(palette.path, &format!("{path}:{}:{}", position.line, position.column))?;
        page.text(": ")?;
    }
    let label = page.messages().text(&Message::new(id));
    page.styled(style, &format!("{label}[{}]", remark.kind))?;
    page.line(&format!(": {}", page.messages().text(&remark.diagnostic.message)))
}
