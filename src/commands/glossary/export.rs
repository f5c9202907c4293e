//! `sverka glossary export`: the term base in a format of other programs.

use std::path::PathBuf;

use clap::ArgMatches;

use super::{
    exchange::{chosen_format, format, unknown_format},
    open_glossary,
};
use crate::{
    commands::{Command, Exit, Failure, context::Context, options::OUTPUT},
    glossary::exchange::{Format, write},
    model::Diagnostic,
};

pub(super) const COMMAND: Command = Command { name: "export", arguments, run };

fn arguments(command: clap::Command) -> clap::Command {
    command.arg(format())
}

fn run(matches: &ArgMatches, context: &mut Context<'_>) -> Result<Exit, Failure> {
    let (_, glossary, is_sound) = open_glossary(context)?;
    let output = matches.get_one::<PathBuf>(OUTPUT);
    let format = match (chosen_format(matches, output.map(PathBuf::as_path)), output) {
        (Some(format), _) => format,
        (None, Some(output)) if output.extension().is_some() => return Err(unknown_format(output)),
        (None, _) => Format::Tbx,
    };
    let mut losses = Vec::new();
    context.write(|output| {
        losses = write(format, glossary.concepts(), output)?;
        Ok(())
    })?;
    for (loss, count) in losses {
        context.say_warning(&Diagnostic::new(loss.message(count)));
    }
    Ok(if is_sound { Exit::Clean } else { Exit::Failed })
}
