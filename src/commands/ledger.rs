//! `sverka ledger prune`: drops entries that no document needs any more.

use clap::{Arg, ArgAction, ArgMatches};

use super::{
    Command, Exit, Failure,
    context::Context,
    recording::unwritable,
    survey::{open, warn},
};
use crate::{
    analysis::{Analysis, analyse},
    ledger::{self, Entry, Needed},
    model::RepoPath,
    project::Project,
    report::ledger::write_dropped,
};

pub(super) const COMMAND: Command = Command { name: "ledger", arguments, run };

const PRUNE: &str = "prune";
const DRY_RUN: &str = "dry-run";

fn arguments(command: clap::Command) -> clap::Command {
    let dry_run = Arg::new(DRY_RUN).long(DRY_RUN).short('n').action(ArgAction::SetTrue);
    command
        .subcommand(clap::Command::new(PRUNE).arg(dry_run))
        .subcommand_required(true)
        .arg_required_else_help(true)
}

fn run(matches: &ArgMatches, context: &mut Context<'_>) -> Result<Exit, Failure> {
    match matches.subcommand() {
        Some((PRUNE, arguments)) => prune(arguments, context),
        _ => Ok(Exit::Failed),
    }
}

fn prune(matches: &ArgMatches, context: &mut Context<'_>) -> Result<Exit, Failure> {
    let project = open(context)?;
    let analysis = analyse(&project, &context.progress());
    let dry_run = matches.get_flag(DRY_RUN);
    let dropped = drop_unneeded(&project, &analysis, dry_run)?;
    context.write_page(|page| write_dropped(&dropped, dry_run, page))?;
    warn(&analysis, context);
    Ok(Exit::Clean)
}

/// What is dropped from each ledger file. The file of a document that could not be read is left as
/// it is: what the document needs is not known.
fn drop_unneeded(
    project: &Project,
    analysis: &Analysis,
    dry_run: bool,
) -> Result<Vec<(RepoPath, Vec<Entry>)>, Failure> {
    let (root, folder) = (&project.root, &project.config.ledger);
    let held = ledger::hold(root).map_err(|error| Failure::unwritable(root, &error))?;
    let needed = Needed::by(&analysis.documents);
    let unread: Vec<RepoPath> = analysis
        .documents
        .iter()
        .filter(|report| {
            (report.pair.source.is_some() && report.source.is_none())
                || (report.pair.target.is_some() && report.target.is_none())
        })
        .map(|report| ledger::file_of(folder, &report.pair.shared))
        .collect();
    let mut dropped = Vec::new();
    for path in ledger::files(root, folder).into_iter().filter(|path| !unread.contains(path)) {
        let entries = if dry_run {
            held.unneeded(&path, |entry| needed.has(entry))
        } else {
            held.prune(&path, |entry| needed.has(entry))
        };
        let entries = entries.map_err(|error| unwritable(&error))?;
        if !entries.is_empty() {
            dropped.push((path, entries));
        }
    }
    Ok(dropped)
}
