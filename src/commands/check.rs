//! `sverka check [PATH…]`: the findings, and an exit code for them.

use std::path::PathBuf;

use clap::ArgMatches;

use super::{
    Command, Exit, Failure,
    context::Context,
    options, pairs,
    survey::{survey, warn},
};
use crate::{
    model::{DocumentReport, Severity},
    report::check::{CheckReport, OUTPUTS, Writer},
    ui::Messages,
};

pub(super) const COMMAND: Command = Command { name: "check", arguments, run };

/// The level at which findings fail a run.
const FAILING: Severity = Severity::Error;

fn arguments(command: clap::Command) -> clap::Command {
    command
        .arg(options::paths())
        .arg(options::format(OUTPUTS.iter().map(|(name, _)| *name)))
        .arg(pairs::argument().conflicts_with(options::PATHS))
}

fn run(matches: &ArgMatches, context: &mut Context<'_>) -> Result<Exit, Failure> {
    if let Some(path) = matches.get_one::<PathBuf>(pairs::PAIRS) {
        return pairs::check_pairs(path, context);
    }
    let analysis = survey(matches, context)?;
    let report = CheckReport {
        documents: &analysis.documents,
        diagnostics: &analysis.diagnostics,
        with_remarks: context.is_verbose(),
        with_summary: !context.is_quiet(),
    };
    write(&report, options::chosen_format(matches), context)?;
    warn(&analysis.diagnostics, context);
    Ok(exit(&analysis.documents))
}

fn write(report: &CheckReport<'_>, format: &str, context: &mut Context<'_>) -> Result<(), Failure> {
    let Some((_, writer)) = OUTPUTS.iter().find(|(name, _)| *name == format) else { return Ok(()) };
    match writer {
        Writer::Page(write) => context.write_page(|page| write(report, page)),
        Writer::Machine(write) => {
            context.write(|output| write(report, &Messages::english(), output))
        }
    }
}

fn exit(documents: &[DocumentReport]) -> Exit {
    let mut findings = documents.iter().flat_map(|document| &document.findings);
    if findings.any(|finding| finding.severity >= FAILING) { Exit::Findings } else { Exit::Clean }
}
