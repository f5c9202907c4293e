//! `sverka glossary add TERM RENDERING`: a new concept, with what it would find before it is
//! written.

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, value_parser};

use super::{documents, into, open_glossary};
use crate::{
    analysis::Analysis,
    commands::{Command, Exit, Failure, context::Context, survey::open, writing::hold_deciding},
    disk::Held,
    glossary::{Alarm, Glossary, NewConcept, Status, USUAL_FILE, exchanged},
    model::{Message, RepoPath},
    project::Project,
    report::Page,
};

pub(super) const COMMAND: Command = Command { name: "add", arguments, run };

fn arguments(command: clap::Command) -> clap::Command {
    let text = |name: &'static str, value: &'static str| Arg::new(name).value_name(value);
    let several = |name: &'static str| {
        Arg::new(name).long(name).value_name("RENDERING").action(ArgAction::Append)
    };
    command
        .arg(text("term", "TERM").required(true))
        .arg(text("rendering", "RENDERING").required(true))
        .arg(several("admitted"))
        .arg(several("forbidden"))
        .arg(text("id", "ID").long("id"))
        .arg(text("note", "TEXT").long("note"))
        .arg(text("into", "FILE").long("into").value_parser(value_parser!(PathBuf)))
        .arg(Arg::new("dry-run").long("dry-run").action(ArgAction::SetTrue))
}

fn run(matches: &ArgMatches, context: &mut Context<'_>) -> Result<Exit, Failure> {
    let dry_run = matches.get_flag("dry-run");
    refuse_swapped(matches)?;
    // Held before the term base is read: another run may add the same concept.
    let held =
        if dry_run { None } else { Some(hold_deciding(&open(context)?.root, "glossary add")?) };
    let (project, glossary, _) = open_glossary(context)?;
    let concept = new_concept(matches);
    if let Some(known) = glossary.concept(&concept.id) {
        return Err(Failure::new(known.duplicate()));
    }
    let alone = Glossary::of(vec![concept.concept()]);
    let (analysis, _) = documents(&project, context);
    context.write_page(|page| preview(&alone, &analysis, page))?;
    if let Some(held) = &held {
        write(held, &project, matches, &concept, context)?;
    }
    Ok(Exit::Clean)
}

/// The Russian term comes first.
fn refuse_swapped(matches: &ArgMatches) -> Result<(), Failure> {
    let text = |name: &str| matches.get_one::<String>(name).map_or("", String::as_str);
    exchanged(text("term"), text("rendering")).map_or(Ok(()), |fault| Err(Failure::new(fault)))
}

fn new_concept(matches: &ArgMatches) -> NewConcept {
    let text = |name: &str| matches.get_one::<String>(name).cloned();
    let all = |name: &str| matches.get_many::<String>(name).into_iter().flatten().cloned();
    let preferred = text("rendering").into_iter().map(|text| (text, Status::Preferred));
    let admitted = all("admitted").map(|text| (text, Status::Admitted));
    let forbidden = all("forbidden").map(|text| (text, Status::Forbidden));
    NewConcept::new(
        text("id"),
        text("term").unwrap_or_default(),
        preferred.chain(admitted).chain(forbidden).collect(),
        text("note"),
    )
}

/// How often the term occurs, and which translations lack the rendering.
fn preview(alone: &Glossary, analysis: &Analysis, page: &mut Page<'_>) -> std::io::Result<()> {
    let occurrences = alone.occurrences(&analysis.documents).len();
    let alarms = alone.alarms(&analysis.documents);
    for Alarm { path, line, source, target } in &alarms {
        page.line(&format!("{path}:{line}\n  {source}\n  {target}"))?;
    }
    page.message(
        &Message::new("glossary-add-preview")
            .with("occurrences", occurrences)
            .with("alarms", alarms.len()),
    )
}

/// Puts the concept at the end of its file; nothing else in the file changes.
fn write(
    held: &Held,
    project: &Project,
    matches: &ArgMatches,
    concept: &NewConcept,
    context: &mut Context<'_>,
) -> Result<(), Failure> {
    let usual = format!("{}/{USUAL_FILE}", project.config.glossary);
    let path = into(matches, project, context)?.unwrap_or_else(|| RepoPath::new(usual));
    concept.append_to(held, &path).map_err(|refusal| Failure::refused(&path, &refusal))?;
    let added = Message::new("glossary-added").with("concept", concept.id.as_str());
    context.say_note(&added.with("path", path.as_str()));
    Ok(())
}
