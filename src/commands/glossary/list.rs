//! `sverka glossary list`: every concept.

use clap::ArgMatches;

use super::{documents, exit, open_glossary};
use crate::{
    commands::{Command, Exit, Failure, context::Context, options},
    report::glossary::{ConceptList, FORMATS},
};

pub(super) const COMMAND: Command = Command { name: "list", arguments, run };

fn arguments(command: clap::Command) -> clap::Command {
    command.arg(options::format(FORMATS))
}

fn run(matches: &ArgMatches, context: &mut Context<'_>) -> Result<Exit, Failure> {
    let (project, glossary, is_sound) = open_glossary(context)?;
    let (analysis, is_whole) = documents(&project, context);
    let mut counts = vec![0; glossary.concepts().len()];
    for occurrence in glossary.occurrences(&analysis.documents) {
        counts[occurrence.concept] += 1;
    }
    let list = ConceptList { concepts: glossary.concepts().iter().zip(counts).collect() };
    if options::chosen_format(matches) == "json" {
        context.write(|output| list.write_json(output))?;
    } else {
        context.write_page(|page| list.write_page(page))?;
    }
    Ok(exit(is_sound && is_whole))
}
