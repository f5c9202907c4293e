//! `sverka completions SHELL`.

use clap::{Arg, ArgMatches, value_parser};
use clap_complete::Shell;

use super::{Command, Exit, Failure, command_line, context::Context};

pub(super) const COMMAND: Command = Command { name: "completions", arguments, run };

fn arguments(command: clap::Command) -> clap::Command {
    let shell = Arg::new("shell").value_name("SHELL").required(true);
    command.arg(shell.value_parser(value_parser!(Shell)))
}

fn run(matches: &ArgMatches, context: &mut Context<'_>) -> Result<Exit, Failure> {
    let Some(&shell) = matches.get_one::<Shell>("shell") else { return Ok(Exit::Failed) };
    let mut command = command_line::localised(context.messages());
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut command, "sverka", &mut script);
    context.write(|output| output.write_all(&script))?;
    Ok(Exit::Clean)
}
