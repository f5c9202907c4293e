//! `check --statistics`: how many findings there are of each kind, instead of the findings.

use std::{
    cmp::Reverse,
    collections::BTreeMap,
    io::{self, Write},
};

use schemars::JsonSchema;
use serde::{Serialize, Serializer};

use super::{
    CheckReport,
    human::{severity, write_summary},
};
use crate::{
    model::{Code, Message, Severity},
    report::Page,
};

/// The findings of one kind and severity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct KindCount {
    /// The kind.
    #[schemars(with = "String")]
    code: Code,
    /// `error`, `warn` or `info`.
    #[schemars(extend("enum" = ["error", "warn", "info"]))]
    #[serde(serialize_with = "name_of")]
    #[schemars(with = "String")]
    severity: Severity,
    /// How many findings.
    findings: usize,
    /// How many of them `check --fix` mends.
    fixable: usize,
    /// In how many document pairs.
    documents: usize,
}

/// The kinds found, those with most findings first.
///
/// # Errors
/// When findings that are shelved cannot be read.
pub fn statistics(report: &CheckReport<'_>) -> io::Result<Vec<KindCount>> {
    let mut kinds: BTreeMap<(Reverse<Severity>, Code), KindCount> = BTreeMap::new();
    for document in report.documents {
        let mut seen = Vec::new();
        for finding in document.found()?.iter() {
            let kind = (Reverse(finding.severity), finding.code);
            let count = kinds.entry(kind).or_insert(KindCount {
                code: finding.code,
                severity: finding.severity,
                findings: 0,
                fixable: 0,
                documents: 0,
            });
            count.findings += 1;
            count.fixable += usize::from(finding.fix.is_some());
            count.documents += usize::from(!seen.contains(&kind));
            seen.push(kind);
        }
    }
    let mut counts: Vec<KindCount> = kinds.into_values().collect();
    counts.sort_by_key(|count| Reverse(count.findings));
    Ok(counts)
}

/// The table for people, with remarks: each kind by its number.
///
/// # Errors
/// When the page cannot be written.
pub fn write_statistics(report: &CheckReport<'_>, page: &mut Page<'_>) -> io::Result<()> {
    let counts = statistics(report)?;
    let widest = counts.iter().map(|count| count.findings).max().unwrap_or(0).to_string().len();
    for count in &counts {
        let (label, style) = severity(count.severity, page);
        page.text(&format!("{:>widest$}  ", count.findings))?;
        page.styled(style, &format!("{label}[{}]", count.code))?;
        if count.fixable > 0 {
            let fixable = Message::new("check-fixable").with("count", count.fixable);
            let fixable = page.messages().text(&fixable);
            page.text(&format!("  {fixable}"))?;
        }
        page.end_line()?;
    }
    if report.with_summary { write_summary(report, page) } else { Ok(()) }
}

/// The same for programs: a list of [`KindCount`].
///
/// # Errors
/// When the output cannot be written.
pub fn write_statistics_json(report: &CheckReport<'_>, output: &mut dyn Write) -> io::Result<()> {
    crate::report::json_text::write_pretty(&mut *output, &statistics(report)?)?;
    writeln!(output)
}

fn name_of<S: Serializer>(severity: &Severity, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(severity.as_str())
}
