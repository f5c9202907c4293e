//! `check --format junit`: a test suite for each document, a failed test for each finding that
//! fails the run; other findings stand in the output of the suite.

use std::io::{self, Write};

use quick_xml::escape::escape;

use super::{super::location, CheckReport, change};
use crate::{
    model::{DocumentReport, Finding},
    ui::{Messages, printable_lines},
};

pub(super) fn write(
    report: &CheckReport<'_>,
    messages: &Messages,
    output: &mut dyn Write,
) -> io::Result<()> {
    let (mut failed, mut tests) = (0, 0);
    for document in report.documents {
        let found = failures(&document.found()?, report).count();
        failed += found;
        // A document without failures is a test that passed.
        tests += found.max(1);
    }
    writeln!(output, r#"<?xml version="1.0" encoding="UTF-8"?>"#)?;
    writeln!(output, r#"<testsuites name="sverka" tests="{tests}" failures="{failed}">"#)?;
    for document in report.documents {
        write_suite(document, report, messages, output)?;
    }
    writeln!(output, "</testsuites>")
}

fn failures<'a>(
    found: &'a [Finding],
    report: &CheckReport<'_>,
) -> impl Iterator<Item = &'a Finding> {
    let failing = report.failing;
    found.iter().filter(move |finding| finding.severity >= failing)
}

fn write_suite(
    document: &DocumentReport,
    report: &CheckReport<'_>,
    messages: &Messages,
    output: &mut dyn Write,
) -> io::Result<()> {
    let name = document.pair.path().map(ToString::to_string).unwrap_or_default();
    let name = xml(&format!("{}{name}", report.folder));
    let found = document.found()?;
    let failed = failures(&found, report).count();
    let tests = failed.max(1);
    writeln!(output, r#"  <testsuite name="{name}" tests="{tests}" failures="{failed}">"#)?;
    if failed == 0 {
        writeln!(output, r#"    <testcase name="{name}" classname="{name}"/>"#)?;
    }
    for finding in failures(&found, report) {
        write_failure(finding, &name, messages, output)?;
    }
    let others = found.iter().filter(|finding| finding.severity < report.failing);
    let lines: Vec<String> = others.map(|finding| line(finding, messages)).collect();
    if !lines.is_empty() {
        writeln!(output, "    <system-out>{}</system-out>", xml(&lines.join("\n")))?;
    }
    writeln!(output, "  </testsuite>")
}

fn write_failure(
    finding: &Finding,
    document: &str,
    messages: &Messages,
    output: &mut dyn Write,
) -> io::Result<()> {
    let code = finding.code.as_str();
    let message = change::with_message(finding, messages);
    writeln!(
        output,
        "    <testcase name=\"{}\" classname=\"{document}\">\n      \
         <failure type=\"{code}\" message=\"{}\">{}</failure>\n    </testcase>",
        xml(&format!("{code} {}", finding.fingerprint.as_str())),
        xml(&message),
        xml(&details(finding, messages))
    )
}

/// Both texts with their places, and the cure.
fn details(finding: &Finding, messages: &Messages) -> String {
    let mut lines = Vec::new();
    for place in [&finding.source, &finding.target].into_iter().flatten() {
        lines.push(location::named(place));
        lines.extend(place.text.lines().map(|line| format!("| {line}")));
    }
    let cure = messages.cure(finding);
    lines.extend(cure.map(|cure| format!("{}: {cure}", messages.phrase("label-cure"))));
    lines.join("\n")
}

fn line(finding: &Finding, messages: &Messages) -> String {
    let place = finding.target.as_ref().or(finding.source.as_ref());
    let place = place.map(location::named).unwrap_or_default();
    let (severity, code) = (finding.severity.as_str(), finding.code);
    format!("{place}: {severity}[{code}]: {}", change::with_message(finding, messages))
}

/// Text for content and attributes; what XML 1.0 cannot hold is shown by its number.
fn xml(text: &str) -> String {
    escape(printable_lines(text).as_str()).into_owned()
}
