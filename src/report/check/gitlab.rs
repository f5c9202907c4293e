//! `check --format gitlab`: a Code Quality report for merge requests
//! (<https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format>).

use std::io::{self, Write};

use serde::Serialize;

use super::{
    CheckReport,
    spot::{Spot, level},
    streamed::{Members, Streamed},
};
use crate::{
    model::{DocumentReport, Finding},
    ui::Messages,
};

#[derive(Serialize)]
struct Issue<'a> {
    description: String,
    check_name: &'a str,
    fingerprint: &'a str,
    severity: &'static str,
    location: Location,
}

#[derive(Serialize)]
struct Location {
    path: String,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: usize,
    end: usize,
}

pub(super) fn write(
    report: &CheckReport<'_>,
    messages: &Messages,
    output: &mut dyn Write,
) -> io::Result<()> {
    let issues = Streamed { report, members: Issues { report, messages } };
    crate::report::json_text::write_pretty(&mut *output, &issues)?;
    writeln!(output)
}

/// Findings as the list has them.
struct Issues<'a> {
    report: &'a CheckReport<'a>,
    messages: &'a Messages,
}

impl Members for Issues<'_> {
    type Of<'f> = Issue<'f>;

    fn of<'f>(&self, document: &'f DocumentReport, finding: &'f Finding) -> Option<Issue<'f>> {
        Some(issue(&Spot::of(document, finding)?, self.report, self.messages))
    }
}

fn issue<'a>(spot: &Spot<'a>, report: &CheckReport<'_>, messages: &Messages) -> Issue<'a> {
    let lines = Lines { begin: spot.place.start.line, end: spot.place.end.line };
    Issue {
        description: spot.message(messages),
        check_name: spot.finding.code.as_str(),
        fingerprint: spot.finding.fingerprint.as_str(),
        severity: level(spot.finding.severity, ["major", "minor", "info"]),
        location: Location { path: report.path(spot.place), lines },
    }
}
