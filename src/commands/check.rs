//! `sverka check [PATH…]`: the findings, and an exit code for them.

use std::{fs::File, io::Write, path::PathBuf};

use clap::{Arg, ArgMatches, value_parser};

use super::{
    Command, Exit, Failure, baseline,
    context::Context,
    fix::{self, Fixed},
    json_lines, options, pairs,
    survey::{open, survey, warn},
};
use crate::{
    analysis::Analysis,
    gate::{Baseline, changed_concepts, keep_touched},
    glossary::Glossary,
    history::{Branch, folder_in_repository},
    model::{Diagnostic, DocumentReport, Message, Severity},
    report::check::{CheckReport, OUTPUTS, Writer, write_summary},
    ui::Messages,
};

pub(super) const COMMAND: Command = Command { name: "check", arguments, run };

const BASELINE: &str = "baseline";
const BASE: &str = "base";
const FAIL_ON: &str = "fail-on";

fn arguments(command: clap::Command) -> clap::Command {
    command
        .arg(options::paths())
        .arg(options::format(OUTPUTS.iter().map(|(name, _)| *name)))
        .arg(
            Arg::new(BASELINE)
                .long(BASELINE)
                .value_name("FILE")
                .value_parser(value_parser!(PathBuf)),
        )
        .arg(Arg::new(BASE).long(BASE).value_name("REV"))
        .arg(
            Arg::new(FAIL_ON)
                .long(FAIL_ON)
                .value_name("SEVERITY")
                .default_value("error")
                .value_parser(["error", "warn"]),
        )
        .args(fix::arguments())
        .arg(pairs::argument().conflicts_with(options::PATHS))
        .arg(json_lines::max_line())
}

fn run(matches: &ArgMatches, context: &mut Context<'_>) -> Result<Exit, Failure> {
    if let Some(path) = matches.get_one::<PathBuf>(pairs::PAIRS) {
        return pairs::check_pairs(path, matches, context);
    }
    let root = open(context)?.root;
    let (mut analysis, mut accepted) = answerable(matches, context)?;
    match fix::fix(matches, &root, &analysis.documents, context)? {
        Fixed::Nothing => {}
        Fixed::Written => (analysis, accepted) = answerable(matches, context)?,
        Fixed::Shown => return Ok(exit(&analysis.documents, failing(matches))),
    }
    let (folder, notes) = (folder_in_repository(&root), analysis.notes());
    let report = CheckReport {
        documents: &analysis.documents,
        diagnostics: &notes,
        is_whole: analysis.incomplete.is_empty() && analysis.mistakes.is_empty(),
        folder: &folder,
        failing: failing(matches),
        accepted,
        with_remarks: context.is_verbose(),
        with_summary: !context.is_quiet(),
    };
    write(&report, options::chosen_format(matches), context)?;
    write_job_summary(&report, options::chosen_format(matches), context)?;
    let is_whole = warn(&analysis, context);
    Ok(if is_whole { exit(&analysis.documents, failing(matches)) } else { Exit::Failed })
}

/// The findings that this run is to answer for, and how many the baseline accepts besides.
fn answerable(
    matches: &ArgMatches,
    context: &mut Context<'_>,
) -> Result<(Analysis, usize), Failure> {
    let mut analysis = survey(matches, context)?;
    let accepted = accept(matches, &mut analysis, context)?;
    limit_to_branch(matches, &mut analysis, context)?;
    Ok((analysis, accepted))
}

/// Leaves out what does not belong to this branch, if asked for.
fn limit_to_branch(
    matches: &ArgMatches,
    analysis: &mut Analysis,
    context: &Context<'_>,
) -> Result<(), Failure> {
    let Some(revision) = matches.get_one::<String>(BASE) else { return Ok(()) };
    let project = open(context)?;
    let branch = Branch::since(&project.root, revision).map_err(Failure::new)?;
    if !branch.is_fork_known {
        let message = Message::new("base-fork-unknown").with("revision", revision.as_str());
        analysis.diagnostics.push(Diagnostic::new(message));
    }
    let folder = &project.config.glossary;
    let (glossary, _) = Glossary::read(&project.root, folder);
    let concepts = changed_concepts(&branch, folder, &glossary);
    let rules = (project.rules.as_slice(), &project.config.segment);
    keep_touched(&branch, &concepts, rules, &mut analysis.documents);
    Ok(())
}

/// Leaves out what the baseline accepts, says what of it no longer occurs, and gives how many
/// findings it accepts.
fn accept(
    matches: &ArgMatches,
    analysis: &mut Analysis,
    context: &Context<'_>,
) -> Result<usize, Failure> {
    let Some(path) = matches.get_one::<PathBuf>(BASELINE) else { return Ok(0) };
    let (accepted, damaged) = baseline::read(path, context)?;
    let accepted = accepted.following(&Baseline::of(&analysis.documents));
    let is_looked_at = |document: &str| {
        let mut paths = analysis.documents.iter().filter_map(|report| report.pair.path());
        options::chosen_paths(matches).is_empty() || paths.any(|path| path.as_str() == document)
    };
    let today = Baseline::of(&analysis.documents);
    let gone = baseline::gone(path, &accepted, &today, is_looked_at);
    analysis.diagnostics.extend(damaged.into_iter().chain(gone));
    Ok(accepted.accept(&mut analysis.documents))
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

/// Adds to the summary of the GitHub job that this runs in, if there is one.
fn write_job_summary(
    report: &CheckReport<'_>,
    format: &str,
    context: &Context<'_>,
) -> Result<(), Failure> {
    let Some(path) = context.job_summary().filter(|_| format == "github") else { return Ok(()) };
    let mut summary = Vec::new();
    write_summary(report, &Messages::english(), &mut summary)?;
    let file = File::options().append(true).create(true).open(&path);
    file.and_then(|mut file| file.write_all(&summary))
        .map_err(|error| Failure::unwritable(&path, &error))
}

/// The level at which findings fail a run.
fn failing(matches: &ArgMatches) -> Severity {
    match matches.get_one::<String>(FAIL_ON).map(String::as_str) {
        Some("warn") => Severity::Warn,
        _ => Severity::Error,
    }
}

fn exit(documents: &[DocumentReport], failing: Severity) -> Exit {
    let mut findings = documents.iter().flat_map(|document| &document.findings);
    if findings.any(|finding| finding.severity >= failing) { Exit::Findings } else { Exit::Clean }
}
