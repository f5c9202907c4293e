//! `sverka glossary import FILE`: the concepts of another program's term base that ours lacks, all
//! of them or none.

use std::path::{Path, PathBuf};

use clap::{Arg, ArgAction, ArgMatches, value_parser};

use super::{
    exchange::{chosen_format, format, unknown_format},
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
    glossary::exchange::{Import, append, concept_toml, merge, read},
    model::{Message, RepoPath},
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
    say_warnings(&import.warnings, context);
    let merge = merge(import, &glossary);
    if !merge.taken.is_empty() {
        return Err(merge.taken.into());
    }
    say_warnings(&merge.differing, context);
    if merge.known > 0 {
        context.say_note(&Message::new("import-known").with("count", merge.known));
    }
    let into = term_file(given, matches, &project, context)?;
    let toml: Vec<String> = merge.new.iter().map(concept_toml).collect();
    let Some(held) = held else {
        context.write_text(&toml.join("\n"))?;
        return Ok(Exit::Clean);
    };
    if toml.is_empty() {
        return Ok(Exit::Clean);
    }
    append(&held, &into, &toml.join("\n")).map_err(|refusal| Failure::refused(&into, &refusal))?;
    let message = Message::new("glossary-imported");
    context.say_note(&message.with("count", toml.len()).with("path", into.as_str()));
    Ok(Exit::Clean)
}

/// The concepts of the file.
fn import(given: &Path, matches: &ArgMatches, context: &Context<'_>) -> Result<Import, Failure> {
    let name = given.display().to_string();
    let Some(format) = chosen_format(matches, Some(given)) else {
        return Err(unknown_format(given));
    };
    let path = context.folder().join(given);
    let bytes = read_typed(&path, LARGEST).map_err(|refusal| Failure::unread(given, &refusal))?;
    Ok(read(format, &RepoPath::new(name), &bytes)?)
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
