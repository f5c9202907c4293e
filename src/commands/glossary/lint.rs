//! `sverka glossary lint`: what is doubtful in the term base itself.

use std::collections::BTreeSet;

use clap::ArgMatches;

use super::{documents, exit, open_glossary};
use crate::{
    commands::{Command, Exit, Failure, context::Context, options},
    model::Severity,
    report::glossary::{FORMATS, LintReport},
    ui::Messages,
};

pub(super) const COMMAND: Command = Command { name: "lint", arguments, run };

fn arguments(command: clap::Command) -> clap::Command {
    command.arg(options::format(FORMATS))
}

fn run(matches: &ArgMatches, context: &mut Context<'_>) -> Result<Exit, Failure> {
    let (project, glossary, is_sound) = open_glossary(context)?;
    let (analysis, is_whole) = documents(&project, context);
    let occurrences = glossary.occurrences(&analysis.documents);
    let seen: BTreeSet<usize> = occurrences.iter().map(|occurrence| occurrence.concept).collect();
    let has_documents = !analysis.documents.is_empty();
    let report = LintReport {
        remarks: glossary.lint(has_documents.then_some(&seen)),
        concepts: glossary.concepts().len(),
    };
    if options::chosen_format(matches) == "json" {
        context.write(|output| report.write_json(&Messages::english(), output))?;
    } else {
        context.write_page(|page| report.write_page(page))?;
    }
    let fails = report.remarks.iter().any(|remark| remark.severity == Severity::Error);
    Ok(if fails || !is_sound { Exit::Findings } else { exit(is_whole) })
}
