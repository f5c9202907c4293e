//! `sverka ledger prune`: drops entries that no document needs any more.

use clap::{Arg, ArgAction, ArgMatches};

use super::{
    Command, Exit, Failure,
    context::Context,
    recording::unwritable,
    survey::{open, warn},
    writing::hold_deciding,
};
use crate::{
    analysis::{Analysis, analyse},
    disk::Held,
    ledger::{self, Entry, Needed},
    model::{Diagnostic, DocumentReport, Message, RepoPath},
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
    // Held before anything is read: what another run confirms meanwhile is needed too.
    let held = hold_deciding(&project.root, "ledger prune")?;
    let analysis = analyse(&project, &context.progress());
    require_all_documents(&analysis)?;
    let dry_run = matches.get_flag(DRY_RUN);
    let needed = Needed::by(&analysis.documents);
    let dropped = drop_unneeded(&project, &held, &needed, dry_run)?;
    context.write_page(|page| write_dropped(&dropped, dry_run, page))?;
    warn(&analysis, context);
    Ok(Exit::Clean)
}

/// Fails where not every document is known. An entry may stand in any ledger file, so what an
/// unread document needs cannot be told; a configuration that finds none would cost every entry.
fn require_all_documents(analysis: &Analysis) -> Result<(), Failure> {
    if analysis.documents.is_empty() {
        return Err(Failure::new(Message::new("no-documents")));
    }
    let unread = analysis.documents.iter().flat_map(unread_files).map(|path| {
        let message = Message::new("ledger-prune-unread").with("path", path.as_str());
        Diagnostic::about(path.clone(), message)
    });
    let diagnostics: Vec<_> = analysis.incomplete.iter().cloned().chain(unread).collect();
    if diagnostics.is_empty() { Ok(()) } else { Err(diagnostics.into()) }
}

/// The files of a document pair that are there and could not be read.
fn unread_files(report: &DocumentReport) -> impl Iterator<Item = &RepoPath> {
    let source = report.pair.source.as_ref().filter(|_| report.source.is_none());
    let target = report.pair.target.as_ref().filter(|_| report.target.is_none());
    source.into_iter().chain(target)
}

/// What is dropped from each ledger file.
fn drop_unneeded(
    project: &Project,
    held: &Held,
    needed: &Needed,
    dry_run: bool,
) -> Result<Vec<(RepoPath, Vec<Entry>)>, Failure> {
    let mut dropped = Vec::new();
    for path in ledger::files(&project.root, &project.config.ledger).0 {
        let entries = if dry_run {
            ledger::unneeded(held, &path, |entry| needed.has(entry))
        } else {
            ledger::prune(held, &path, |entry| needed.has(entry))
        };
        let entries = entries.map_err(|error| unwritable(&error))?;
        if !entries.is_empty() {
            dropped.push((path, entries));
        }
    }
    Ok(dropped)
}
