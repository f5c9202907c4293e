//! `check --format github`: workflow commands, which GitHub shows at the lines of a pull request.
//!
//! GitHub shows ten of a kind for each step and drops the rest without a word, so the last of them
//! says how many more there are; the job summary lists them all.

use std::io::{self, Write};

use super::{
    CheckReport,
    spot::{Spot, level},
};
use crate::{
    model::{Message, Severity},
    ui::{Messages, printable},
};

/// Annotations of a kind that GitHub shows for a step
/// (<https://docs.github.com/en/rest/checks/runs>).
const SHOWN: usize = 10;
/// Longer messages GitHub cuts, in characters.
const LONGEST: usize = 4_000;

pub(super) fn write(
    report: &CheckReport<'_>,
    messages: &Messages,
    output: &mut dyn Write,
) -> io::Result<()> {
    for severity in [Severity::Error, Severity::Warn, Severity::Info] {
        let (mut annotations, mut count) = (Vec::new(), 0);
        report.each_spot(severity, |spot| {
            if count < SHOWN {
                annotations.push(annotation(spot, report, messages));
            }
            count += 1;
            Ok(())
        })?;
        let shown = if count > SHOWN { SHOWN - 1 } else { count };
        for annotation in &annotations[..shown] {
            writeln!(output, "{annotation}")?;
        }
        if count > shown {
            let more = Message::new("github-more").with("count", count - shown);
            writeln!(output, "::{}::{}", command(severity), escaped(&messages.text(&more)))?;
        }
    }
    Ok(())
}

const fn command(severity: Severity) -> &'static str {
    level(severity, ["error", "warning", "notice"])
}

fn annotation(spot: &Spot<'_>, report: &CheckReport<'_>, messages: &Messages) -> String {
    let place = spot.place;
    let (start, end) = (place.start, place.end);
    let mut properties = format!(
        "file={},line={},endLine={}",
        escaped_property(&report.path(place)),
        start.line,
        end.line
    );
    // Columns on more than one line make GitHub refuse the annotation.
    if start.line == end.line && start.column < end.column {
        properties.push_str(&format!(",col={},endColumn={}", start.column, end.column));
    }
    let title = escaped_property(&format!("sverka: {}", spot.finding.code));
    let message: String = spot.message(messages).chars().take(LONGEST).collect();
    format!(
        "::{} {properties},title={title}::{}",
        command(spot.finding.severity),
        escaped(&message)
    )
}

/// Escapes data as the runner unescapes it
/// (<https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts>).
fn escaped(text: &str) -> String {
    printable(text).replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn escaped_property(text: &str) -> String {
    escaped(text).replace(':', "%3A").replace(',', "%2C")
}
