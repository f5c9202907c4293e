//! `sverka glossary …`: the term base. One file a command below it, as in [`super`].

mod add;
mod exchange;
mod explain;
mod export;
mod find;
mod import;
mod lint;
mod list;
mod suggest;

use std::path::PathBuf;

use clap::ArgMatches;

use super::{
    Command, Exit, Failure,
    context::Context,
    naming::lies_below,
    survey::{open, paths_in, say_errors},
};
use crate::{
    analysis::{Analysis, analyse},
    glossary::Glossary,
    model::{Message, RepoPath},
    project::Project,
};

pub(super) const COMMAND: Command = Command { name: "glossary", arguments, run };

/// All commands on the term base, in the order in which help lists them.
const COMMANDS: &[Command] = &[
    list::COMMAND,
    find::COMMAND,
    explain::COMMAND,
    lint::COMMAND,
    suggest::COMMAND,
    add::COMMAND,
    import::COMMAND,
    export::COMMAND,
];

fn arguments(command: clap::Command) -> clap::Command {
    let below = |parent: clap::Command, command: &Command| {
        parent.subcommand((command.arguments)(clap::Command::new(command.name)))
    };
    COMMANDS.iter().fold(command, below).subcommand_required(true).arg_required_else_help(true)
}

fn run(matches: &ArgMatches, context: &mut Context<'_>) -> Result<Exit, Failure> {
    let Some((name, arguments)) = matches.subcommand() else { return Ok(Exit::Failed) };
    match COMMANDS.iter().find(|command| command.name == name) {
        Some(command) => (command.run)(arguments, context),
        None => Ok(Exit::Failed),
    }
}

/// The project with its term base; what is wrong with that is said.
fn open_glossary(context: &mut Context<'_>) -> Result<(Project, Glossary, bool), Failure> {
    let project = open(context)?;
    let (glossary, damaged) = Glossary::read(&project.root, &project.config.glossary);
    let is_sound = say_errors(&damaged, context);
    Ok((project, glossary, is_sound))
}

/// The term file that `--into` names, if it does: one of the term base's folder.
fn into(
    matches: &ArgMatches,
    project: &Project,
    context: &Context<'_>,
) -> Result<Option<RepoPath>, Failure> {
    let folder = &project.config.glossary;
    let Some(into) = matches.get_one::<PathBuf>("into") else { return Ok(None) };
    let paths = paths_in(&project.root, context.folder(), std::slice::from_ref(into))?;
    let inside = |path: &RepoPath| lies_below(path, folder) && path.as_str().ends_with(".toml");
    paths.into_iter().find(inside).map(Some).ok_or_else(|| {
        let message = Message::new("exchange-into-outside");
        let message = message.with("path", into.display().to_string());
        Failure::new(message.with("folder", folder.as_str()))
    })
}

/// The documents of the project, and whether all of them could be looked at; none is no mistake
/// here.
fn documents(project: &Project, context: &mut Context<'_>) -> (Analysis, bool) {
    let analysis = analyse(project, &context.progress());
    let is_whole = say_errors(&analysis.incomplete, context);
    (analysis, is_whole)
}

/// How a command ends that shows what it found, if that may be less than there is.
const fn exit(is_whole: bool) -> Exit {
    if is_whole { Exit::Clean } else { Exit::Failed }
}
