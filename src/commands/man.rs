//! `sverka man`: the manual page of the whole program.

use clap::ArgMatches;

use super::{Command, Exit, Failure, command_line, context::Context};

pub(super) const COMMAND: Command = Command { name: "man", arguments, run };

fn arguments(command: clap::Command) -> clap::Command {
    command
}

/// One page, its commands one after another, so that `sverka man | man -l -` reads well.
fn run(_matches: &ArgMatches, context: &mut Context<'_>) -> Result<Exit, Failure> {
    let root = command_line::localised(context.messages());
    let subcommands: Vec<clap::Command> = root.get_subcommands().cloned().collect();
    context.write(|output| {
        clap_mangen::Man::new(root).render(output)?;
        for command in subcommands {
            let name = command.get_name().to_owned();
            let man = clap_mangen::Man::new(command);
            writeln!(output, ".SH SVERKA {}", name.to_uppercase())?;
            man.render_description_section(output)?;
            man.render_options_section(output)?;
        }
        Ok(())
    })?;
    Ok(Exit::Clean)
}
