//! `sverka glossary import FILE`: concepts of another program's term base, all of them or none.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use clap::{Arg, ArgAction, ArgMatches, value_parser};

use super::{
    exchange::{chosen_format, format},
    into, open_glossary,
};
use crate::{
    commands::{
        Command, Exit, Failure,
        context::Context,
        survey::{open, say_warnings},
        writing::hold_deciding,
    },
    disk::{LARGEST, read_typed},
    glossary::{
        Glossary,
        exchange::{Import, append, concept_toml, read},
    },
    model::{Diagnostic, Message, Position, RepoPath},
    project::Project,
};

pub(super) const COMMAND: Command = Command { name: "import", arguments, run };

fn arguments(command: clap::Command) -> clap::Command {
    let path =
        |name: &'static str| Arg::new(name).value_name("FILE").value_parser(value_parser!(PathBuf));
    command
        .arg(path("file").required(true))
        .arg(format())
        .arg(path("into").long("into"))
        .arg(Arg::new("dry-run").long("dry-run").short('n').action(ArgAction::SetTrue))
}

fn run(matches: &ArgMatches, context: &mut Context<'_>) -> Result<Exit, Failure> {
    let dry_run = matches.get_flag("dry-run");
    // Held before the term base is read: another run may import the same concepts.
    let held =
        if dry_run { None } else { Some(hold_deciding(&open(context)?.root, "glossary import")?) };
    let (project, glossary, _) = open_glossary(context)?;
    let Some(given) = matches.get_one::<PathBuf>("file") else { return Ok(Exit::Failed) };
    let import = import(given, matches, context)?;
    refuse_known(&import, &glossary)?;
    let into = term_file(given, matches, &project, context)?;
    let toml: Vec<String> = import.concepts.iter().map(concept_toml).collect();
    say_warnings(&import.warnings, context);
    let Some(held) = held else {
        context.write_text(&toml.join("\n"))?;
        return Ok(Exit::Clean);
    };
    append(&held, &into, &toml.join("\n")).map_err(|refusal| Failure::refused(&into, &refusal))?;
    let message = Message::new("glossary-imported");
    context.say_note(&message.with("count", toml.len()).with("path", into.as_str()));
    Ok(Exit::Clean)
}

/// The concepts of the file.
fn import(given: &Path, matches: &ArgMatches, context: &Context<'_>) -> Result<Import, Failure> {
    let name = given.display().to_string();
    let Some(format) = chosen_format(matches, Some(given)) else {
        return Err(Failure::new(Message::new("exchange-format-unknown").with("path", name)));
    };
    let path = context.folder().join(given);
    let bytes = read_typed(&path, LARGEST).map_err(|refusal| Failure::unread(given, &refusal))?;
    Ok(read(format, &RepoPath::new(name), &bytes)?)
}

/// Nothing is imported over what the term base has.
fn refuse_known(import: &Import, glossary: &Glossary) -> Result<(), Failure> {
    let known = glossary.concepts().iter().map(|concept| (&concept.id, &concept.place));
    let places: BTreeMap<&String, &(RepoPath, Position)> = known.collect();
    let known = import.concepts.iter().filter_map(|concept| {
        let (path, position) = places.get(&concept.id)?;
        let message = Message::new("term-base-duplicate")
            .with("concept", concept.id.as_str())
            .with("path", path.as_str())
            .with("line", position.line);
        let (path, position) = concept.place.clone();
        Some(Diagnostic { path: Some(path), position: Some(position), message })
    });
    let known: Vec<Diagnostic> = known.collect();
    if known.is_empty() { Ok(()) } else { Err(known.into()) }
}

/// The term file to write to: that of `--into`, or one of the same name as the imported one.
fn term_file(
    given: &Path,
    matches: &ArgMatches,
    project: &Project,
    context: &Context<'_>,
) -> Result<RepoPath, Failure> {
    let name = given.file_stem().unwrap_or_default().to_string_lossy();
    let usual = format!("{}/{name}.toml", project.config.glossary);
    Ok(into(matches, project, context)?.unwrap_or_else(|| RepoPath::new(usual)))
}
