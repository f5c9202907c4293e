//! `sverka glossary suggest`: terms that the corpus seems to have, as TOML ready to paste.

use clap::{Arg, ArgMatches, value_parser};

use super::{documents, exit, open_glossary};
use crate::{
    commands::{Command, Exit, Failure, context::Context, options},
    glossary::suggest,
    model::{DocumentReport, State},
    report::glossary::{FORMATS, SuggestReport},
};

pub(super) const COMMAND: Command = Command { name: "suggest", arguments, run };

const COUNT: &str = "count";

/// So many terms a person reads at one sitting.
const USUAL_COUNT: &str = "50";

fn arguments(command: clap::Command) -> clap::Command {
    let count = Arg::new(COUNT).long(COUNT).short('n').value_name("NUMBER");
    command
        .arg(count.value_parser(value_parser!(usize)).default_value(USUAL_COUNT))
        .arg(options::format(FORMATS))
}

fn run(matches: &ArgMatches, context: &mut Context<'_>) -> Result<Exit, Failure> {
    let (project, glossary, is_sound) = open_glossary(context)?;
    let (analysis, is_whole) = documents(&project, context);
    let texts: Vec<(String, String)> = analysis.documents.iter().flat_map(pairs).collect();
    let pairs: Vec<(&str, &str)> =
        texts.iter().map(|(source, target)| (source.as_str(), target.as_str())).collect();
    let count = matches.get_one::<usize>(COUNT).copied().unwrap_or_default();
    let report = SuggestReport { suggestions: suggest(&pairs, &glossary, count) };
    if options::chosen_format(matches) == "json" {
        context.write(|output| report.write_json(output))?;
    } else {
        context.write_page(|page| report.write_page(page))?;
    }
    Ok(exit(is_sound && is_whole))
}

/// The texts of a document's translated units.
fn pairs(report: &DocumentReport) -> Vec<(String, String)> {
    let (Some(source), Some(target)) = (&report.source, &report.target) else { return Vec::new() };
    let translated =
        report.units.iter().filter(|unit| unit.bead.is_pair() && unit.state != State::Untranslated);
    translated.map(|unit| unit.bead.texts(source, target)).collect()
}
