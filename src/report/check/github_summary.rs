//! The summary of a GitHub job: all findings as Markdown.

use std::io::{self, Write};

use super::{
    super::record::Severities,
    CheckReport,
    percent::percent_encoded,
    spot::{Spot, level},
};
use crate::{
    model::{Message, Severity},
    ui::{Messages, printable},
};

/// A summary holds 1 MiB for each step; more is refused as a whole. Other tools of the step may
/// write, too.
const LARGEST: usize = 900 * 1024;

/// Writes what `check` found as Markdown, errors first, up to what GitHub takes. `lines` is the
/// address below which the service shows the files of this revision.
///
/// # Errors
/// When the output cannot be written.
pub fn write_summary(
    report: &CheckReport<'_>,
    messages: &Messages,
    lines: Option<&str>,
    output: &mut dyn Write,
) -> io::Result<()> {
    let Severities { error, warn, .. } = report.severities()?;
    let id = match error + warn {
        0 if report.is_whole => "check-clean",
        0 => "check-clean-so-far",
        _ => "check-summary",
    };
    let summary = Message::new(id)
        .with("errors", error)
        .with("warnings", warn)
        .with("documents", report.documents.len());
    writeln!(output, "## Sverka\n\n{}\n", escaped(&messages.text(&summary)))?;
    let (mut size, mut is_begun, mut left) = (0, false, 0);
    for severity in [Severity::Error, Severity::Warn] {
        report.each_spot(severity, |spot| {
            if !is_begun {
                writeln!(output, "| | kind | where | what |\n| --- | --- | --- | --- |")?;
                is_begun = true;
            }
            if left == 0 {
                let row = row(spot, report, lines, messages);
                size += row.len();
                if size <= LARGEST {
                    return output.write_all(row.as_bytes());
                }
            }
            left += 1;
            Ok(())
        })?;
    }
    if left > 0 {
        let more = Message::new("github-summary-more").with("count", left);
        writeln!(output, "\n{}", escaped(&messages.text(&more)))?;
    }
    Ok(())
}

fn row(
    spot: &Spot<'_>,
    report: &CheckReport<'_>,
    lines: Option<&str>,
    messages: &Messages,
) -> String {
    let severity = level(spot.finding.severity, ["error", "warning", "info"]);
    let (path, line) = (report.path(spot.place), spot.place.start.line);
    let mut place = escaped(&format!("{path}:{line}"));
    if let Some(lines) = lines {
        place = format!("[{place}]({lines}/{}#L{line})", percent_encoded(&path));
    }
    let what = escaped(&spot.what(messages));
    format!("| {severity} | {} | {place} | {what} |\n", spot.finding.code)
}

/// Text that is text in any place of Markdown: no markup, no HTML, no links, no mentions.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in printable(text).chars() {
        match c {
            '\n' | '\r' => safe.push(' '),
            c if c.is_ascii_punctuation() && !"-,.".contains(c) => {
                safe.push_str(&format!("&#{};", u32::from(c)));
            }
            c => safe.push(c),
        }
    }
    safe
}
