//! `sverka todo [PATH…]`: what to do next, in order.

use clap::ArgMatches;

use super::{
    Command, Exit, Failure,
    context::Context,
    options,
    survey::{survey, warn},
};
use crate::{
    report::todo::{FORMATS, Work},
    ui::Messages,
};

pub(super) const COMMAND: Command = Command { name: "todo", arguments, run };

fn arguments(command: clap::Command) -> clap::Command {
    command.arg(options::paths()).arg(options::format(FORMATS))
}

fn run(matches: &ArgMatches, context: &mut Context<'_>) -> Result<Exit, Failure> {
    let analysis = survey(matches, context)?;
    let work = Work::in_documents(&analysis.documents, context.is_verbose());
    if options::chosen_format(matches) == "json" {
        context.write(|output| work.write_json(&Messages::english(), output))?;
    } else {
        context.write_page(|page| work.write_page(page))?;
    }
    warn(&analysis, context);
    Ok(if analysis.incomplete.is_empty() { Exit::Clean } else { Exit::Failed })
}
