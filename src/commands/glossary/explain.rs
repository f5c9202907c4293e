//! `sverka glossary explain WORD`: what the term base says of a word, and where it occurs.

use clap::ArgMatches;

use super::{
    documents, exit,
    find::{chosen_word, word},
    open_glossary,
};
use crate::{
    commands::{Command, Exit, Failure, context::Context, options},
    glossary::{Glossary, Query},
    model::Message,
    report::glossary::{ConceptReport, FORMATS},
};

pub(super) const COMMAND: Command = Command { name: "explain", arguments, run };

fn arguments(command: clap::Command) -> clap::Command {
    command.arg(word()).arg(options::format(FORMATS))
}

fn run(matches: &ArgMatches, context: &mut Context<'_>) -> Result<Exit, Failure> {
    let (project, glossary, is_sound) = open_glossary(context)?;
    let word = chosen_word(matches);
    let query = Query::of(&word);
    let (analysis, is_whole) = documents(&project, context);
    let occurrences = glossary.occurrences(&analysis.documents);
    let is_asked = |index: &usize| {
        let concept = &glossary.concepts()[*index];
        concept.id == word || Glossary::has(concept, &query)
    };
    let reports: Vec<ConceptReport<'_>> = (0..glossary.concepts().len())
        .filter(is_asked)
        .map(|index| ConceptReport {
            concept: &glossary.concepts()[index],
            occurrences: occurrences.iter().filter(|o| o.concept == index).cloned().collect(),
        })
        .collect();
    if reports.is_empty() {
        return Err(Failure::new(Message::new("glossary-unknown-word").with("word", word)));
    }
    if options::chosen_format(matches) == "json" {
        context.write(|output| ConceptReport::write_json(&reports, output))?;
    } else {
        context.write_page(|page| reports.iter().try_for_each(|report| report.write_page(page)))?;
    }
    Ok(exit(is_sound && is_whole))
}
