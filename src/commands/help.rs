//! `sverka help [COMMAND…]`, which newcomers type before they know `--help`.

use clap::{Arg, ArgMatches};

use super::{Command, Exit, Failure, command_line, context::Context};

pub(super) const COMMAND: Command = Command { name: "help", arguments, run };

fn arguments(command: clap::Command) -> clap::Command {
    command.arg(Arg::new("command").value_name("COMMAND").num_args(0..))
}

fn run(matches: &ArgMatches, context: &mut Context<'_>) -> Result<Exit, Failure> {
    let mut command = command_line::localised(context.messages());
    for name in matches.get_many::<String>("command").into_iter().flatten() {
        command = command_line::find(&command, name)?.clone();
    }
    let help = command.render_help().ansi().to_string();
    context.write_page(|page| page.prerendered(&help))?;
    Ok(Exit::Clean)
}
