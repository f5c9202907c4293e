//! `sverka schema NAME`: the JSON schema of a machine format.

use clap::{Arg, ArgMatches, builder::PossibleValuesParser};

use super::{Command, Exit, Failure, context::Context};
use crate::report::schema;

pub(super) const COMMAND: Command = Command { name: "schema", arguments, run };

fn arguments(command: clap::Command) -> clap::Command {
    let name = Arg::new("name").value_name("NAME").required(true);
    command.arg(name.value_parser(PossibleValuesParser::new(schema::names())))
}

fn run(matches: &ArgMatches, context: &mut Context<'_>) -> Result<Exit, Failure> {
    let text = matches.get_one::<String>("name").and_then(|name| schema::text(name));
    context.write(|output| output.write_all(text.unwrap_or_default().as_bytes()))?;
    Ok(Exit::Clean)
}
