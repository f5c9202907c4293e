//! The command line: one file a command, arguments in, report out.
//!
//! To add a command, write its file with a `COMMAND`, name it in `COMMANDS`, and write
//! `command-<name>` with one message an argument, `command-<name>-<argument>`, in the Fluent files
//! of both languages. Nothing here computes: commands call the library and give its answer to
//! [`crate::report`].

mod accept;
mod add;
mod align;
mod baseline;
mod check;
mod command_line;
mod completions;
mod context;
mod desk;
mod diff;
mod editor;
mod environment;
mod exception;
mod exit;
mod explain;
mod failure;
mod fix;
mod glossary;
mod help;
mod init;
mod json_lines;
mod ledger;
mod licenses;
mod man;
mod naming;
mod note;
mod omit;
mod options;
mod output;
#[cfg(test)]
mod pages;
mod pairs;
mod pin;
mod recording;
mod report;
mod reports;
mod review;
mod schema;
mod segments;
mod selection;
mod status;
mod survey;
mod today;
mod todo;
mod undo;
mod usage;
mod watch;
mod writing;

use clap::{ArgMatches, error::ErrorKind};

pub use environment::{Environment, Streams};
pub use exit::Exit;
use {context::Context, failure::Failure};

use crate::breakdown::{Breakdown, guard};

/// A command: its name, the arguments it adds, and what it does.
struct Command {
    name: &'static str,
    arguments: fn(clap::Command) -> clap::Command,
    run: fn(&ArgMatches, &mut Context<'_>) -> Result<Exit, Failure>,
}

/// All commands, in the order in which help lists them.
const COMMANDS: &[Command] = &[
    init::COMMAND,
    status::COMMAND,
    check::COMMAND,
    baseline::COMMAND,
    todo::COMMAND,
    diff::COMMAND,
    report::COMMAND,
    desk::COMMAND,
    review::COMMAND,
    accept::COMMAND,
    omit::COMMAND,
    add::COMMAND,
    note::COMMAND,
    undo::COMMAND,
    ledger::COMMAND,
    align::COMMAND,
    glossary::COMMAND,
    explain::COMMAND,
    schema::COMMAND,
    completions::COMMAND,
    man::COMMAND,
    help::COMMAND,
];

/// Does what the arguments ask for. All that is said goes to `streams`; what remains is the exit
/// code.
#[must_use]
pub fn run(environment: &Environment, streams: &mut Streams<'_>) -> Exit {
    let mut context = Context::new(environment, streams);
    if licenses::are_wanted(environment) {
        return licenses::write(&mut context);
    }
    match understood(environment, &context) {
        Ok(matches) => run_command(&matches, &mut context),
        Err(error) => usage::report(&error, &mut context),
    }
}

/// What the arguments ask for. Nearly always they can be understood, and then nobody sees the words
/// of the help: they are put in only where there is something to show.
fn understood(
    environment: &Environment,
    context: &Context<'_>,
) -> Result<ArgMatches, clap::error::Error> {
    let arguments = &environment.arguments;
    command_line::bare().try_get_matches_from(arguments).or_else(|error| match error.kind() {
        ErrorKind::DisplayVersion => Err(error),
        _ => command_line::localised(context.messages()).try_get_matches_from(arguments),
    })
}

fn run_command(matches: &ArgMatches, context: &mut Context<'_>) -> Exit {
    context.apply(matches);
    let Some((name, arguments)) = matches.subcommand() else { return Exit::Failed };
    let Some(command) = COMMANDS.iter().find(|command| command.name == name) else {
        return Exit::Failed;
    };
    let done = guard(|| (command.run)(arguments, context));
    let broken = |broken: Breakdown| Err(Failure::new(broken.message("breakdown-of-all")));
    done.unwrap_or_else(broken).unwrap_or_else(|failure| failure.report(context))
}
