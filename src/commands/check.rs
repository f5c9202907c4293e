//! `sverka check [PATH…]`: the findings, and an exit code for them.

use std::{
    fs::File,
    io::{self, Write},
    path::PathBuf,
};

use clap::{Arg, ArgAction, ArgMatches, builder::PossibleValue, value_parser};

use super::{
    Command, Exit, Failure, baseline,
    context::Context,
    fix::{self, Fixed},
    json_lines, options, pairs,
    reports::{self, Further},
    selection::{self, Selection},
    survey::{open, survey_findings, warn},
    watch,
};
use crate::{
    analysis::Analysis,
    gate::{Baseline, changed_concepts, is_touched, keep_touched, keep_translated},
    glossary::Glossary,
    history::{Branch, folder_in_repository},
    model::{Diagnostic, DocumentPair, DocumentReport, Message, Severity},
    project::Project,
    report::check::{
        CheckReport, OUTPUTS, Writer, write_statistics, write_statistics_json, write_summary,
    },
    ui::Messages,
};

pub(super) const COMMAND: Command = Command { name: "check", arguments, run };

const BASELINE: &str = "baseline";
pub(super) const BASE: &str = "base";
const FAIL_ON: &str = "fail-on";
const STATISTICS: &str = "statistics";
const EXIT_ZERO: &str = "exit-zero";
const ONLY_TRANSLATIONS: &str = "only-translations";

/// The outputs that offer fixes, for which they need the texts.
const WITH_FIXES: [&str; 2] = ["rdjson", "sarif"];

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
                .value_parser([
                    PossibleValue::new("error"),
                    PossibleValue::new("warn").alias("warning"),
                ]),
        )
        .args(selection::arguments())
        .args(
            [STATISTICS, EXIT_ZERO]
                .map(|name| Arg::new(name).long(name).action(ArgAction::SetTrue)),
        )
        .arg(
            Arg::new(ONLY_TRANSLATIONS)
                .long(ONLY_TRANSLATIONS)
                .action(ArgAction::SetTrue)
                .requires(BASE),
        )
        .arg(reports::argument())
        .args(fix::arguments())
        .args(pairs::arguments())
        .arg(json_lines::max_line())
        .arg(watch::argument().conflicts_with_all([pairs::PAIRS, fix::FIX]))
}

fn run(matches: &ArgMatches, context: &mut Context<'_>) -> Result<Exit, Failure> {
    if let Some(path) = matches.get_one::<PathBuf>(pairs::PAIRS) {
        let exit = pairs::check_pairs(path, matches, context)?;
        return Ok(forgiven(matches, exit));
    }
    if matches.get_flag(watch::WATCH) {
        return watch::watch(matches, context, answer);
    }
    answer(matches, context)
}

fn answer(matches: &ArgMatches, context: &mut Context<'_>) -> Result<Exit, Failure> {
    let further = reports::further(matches, context)?;
    let project = open(context)?;
    let offers_fixes = |format: &str| WITH_FIXES.contains(&format);
    let needs_texts = fix::is_wanted(matches)
        || offers_fixes(options::chosen_format(matches))
        || further.iter().any(|further| offers_fixes(further.name));
    let (mut analysis, mut accepted) = answerable(matches, &project, needs_texts, context)?;
    match fix::fix(matches, &project.root, &analysis.documents, context)? {
        Fixed::Nothing => {}
        Fixed::Written => {
            (analysis, accepted) = answerable(matches, &project, needs_texts, context)?;
        }
        Fixed::Shown => {
            let is_whole = warn(&analysis, context);
            return Ok(if is_whole { exit(&analysis.documents, matches)? } else { Exit::Failed });
        }
    }
    let (folder, notes) = (folder_in_repository(&project.root), analysis.notes());
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
    if matches.get_flag(STATISTICS) {
        write_counts(&report, options::chosen_format(matches), context)?;
    } else {
        write(&report, options::chosen_format(matches), context)?;
    }
    write_further(&report, further, context)?;
    write_job_summary(&report, options::chosen_format(matches), context)?;
    let is_whole = warn(&analysis, context);
    Ok(if is_whole { exit(&analysis.documents, matches)? } else { Exit::Failed })
}

/// The findings that this run is to answer for, and how many the baseline accepts besides.
fn answerable(
    matches: &ArgMatches,
    project: &Project,
    needs_texts: bool,
    context: &mut Context<'_>,
) -> Result<(Analysis, usize), Failure> {
    let selection = Selection::of(matches)?;
    let branch = branch(matches, project)?;
    let is_whole = |pair: &DocumentPair| {
        needs_texts || branch.as_ref().is_some_and(|branch| is_touched(branch, pair))
    };
    let mut analysis = survey_findings(project, matches, &is_whole, context)?;
    selection.keep(&mut analysis.documents)?;
    let accepted = accept(matches, &mut analysis, context)?;
    if let Some(branch) = &branch {
        limit_to_branch(matches, branch, project, &mut analysis)?;
        if matches.get_flag(ONLY_TRANSLATIONS) {
            keep_translated(branch, &mut analysis.documents);
        }
    }
    Ok((analysis, accepted))
}

/// The branch whose findings are asked for, if that is.
pub(super) fn branch(matches: &ArgMatches, project: &Project) -> Result<Option<Branch>, Failure> {
    let revision = matches.get_one::<String>(BASE);
    let branch = |revision: &String| Branch::since(&project.root, revision).map_err(Failure::new);
    revision.map(branch).transpose()
}

/// Leaves out what does not belong to this branch.
pub(super) fn limit_to_branch(
    matches: &ArgMatches,
    branch: &Branch,
    project: &Project,
    analysis: &mut Analysis,
) -> io::Result<()> {
    if let Some(revision) = matches.get_one::<String>(BASE).filter(|_| !branch.is_fork_known) {
        let message = Message::new("base-fork-unknown").with("revision", revision.as_str());
        analysis.diagnostics.push(Diagnostic::new(message));
    }
    let folder = &project.config.glossary;
    let (glossary, _) = Glossary::read(&project.root, folder);
    let concepts = changed_concepts(branch, folder, &glossary);
    let rules = (project.rules.as_slice(), &project.config.segment);
    keep_touched(branch, &concepts, rules, &mut analysis.documents)
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
    analysis.documents.iter_mut().try_for_each(DocumentReport::take_down)?;
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
    match OUTPUTS.iter().find(|(name, _)| *name == format) {
        Some((_, writer)) => write_with(writer, report, context),
        None => Ok(()),
    }
}

fn write_with(
    writer: &Writer,
    report: &CheckReport<'_>,
    context: &mut Context<'_>,
) -> Result<(), Failure> {
    match writer {
        Writer::Page(write) => context.write_page(|page| write(report, page)),
        Writer::Service(write) => {
            context.write_telling(|messages, output| write(report, messages, output))
        }
        Writer::Machine(write) => {
            context.write(|output| write(report, &Messages::english(), output))
        }
    }
}

fn write_further(
    report: &CheckReport<'_>,
    further: Vec<Further>,
    context: &mut Context<'_>,
) -> Result<(), Failure> {
    for Further { writer, destination, .. } in further {
        context.going_to(destination, |context| write_with(writer, report, context))?;
    }
    Ok(())
}

/// How many findings there are of each kind: a table for people, JSON for programs.
fn write_counts(
    report: &CheckReport<'_>,
    format: &str,
    context: &mut Context<'_>,
) -> Result<(), Failure> {
    match format {
        "human" => context.write_page(|page| write_statistics(report, page)),
        _ => context.write(|output| write_statistics_json(report, output)),
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
    write_summary(report, context.messages(), context.lines_address().as_deref(), &mut summary)?;
    let file = File::options().append(true).create(true).open(&path);
    file.and_then(|mut file| file.write_all(&summary))
        .map_err(|error| Failure::unwritable(&path, &error))
}

/// The level at which findings fail a run.
fn failing(matches: &ArgMatches) -> Severity {
    match matches.get_one::<String>(FAIL_ON).map(String::as_str) {
        Some("warn" | "warning") => Severity::Warn,
        _ => Severity::Error,
    }
}

fn exit(documents: &[DocumentReport], matches: &ArgMatches) -> io::Result<Exit> {
    let failing = failing(matches);
    for document in documents {
        if document.found()?.iter().any(|finding| finding.severity >= failing) {
            return Ok(forgiven(matches, Exit::Findings));
        }
    }
    Ok(Exit::Clean)
}

/// With `--exit-zero` findings do not fail a run; that it could not be done still does.
fn forgiven(matches: &ArgMatches, exit: Exit) -> Exit {
    let is_forgiven = matches.get_flag(EXIT_ZERO) && exit == Exit::Findings;
    if is_forgiven { Exit::Clean } else { exit }
}
