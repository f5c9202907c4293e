//! `sverka init`: finds the layout, says what it found, writes the configuration.

use std::{fs, path::Path};

use clap::{Arg, ArgAction, ArgMatches};

use super::{Command, Exit, Failure, context::Context};
use crate::{
    model::{Message, RepoPath},
    project::{self, FILE_NAME, Plan},
    replacement::replace,
    report::Page,
};

pub(super) const COMMAND: Command = Command { name: "init", arguments, run };

fn arguments(command: clap::Command) -> clap::Command {
    let flag = |name| Arg::new(name).long(name).action(ArgAction::SetTrue);
    command.arg(flag("dry-run")).arg(flag("force"))
}

fn run(matches: &ArgMatches, context: &mut Context<'_>) -> Result<Exit, Failure> {
    let root = context.folder().clone();
    let plan = project::plan(&root).map_err(|error| Failure::unreadable(&root, &error))?;
    if matches.get_flag("dry-run") {
        context.write_page(|page| {
            write_found(&plan, page)?;
            write_files(&plan.files, page)
        })?;
        return Ok(Exit::Clean);
    }
    if plan.configured && !matches.get_flag("force") {
        return Err(Failure::new(Message::new("init-exists").with("path", FILE_NAME)));
    }
    for (path, text) in &plan.files {
        write(&root, path, text)?;
    }
    context.write_page(|page| {
        write_found(&plan, page)?;
        for (path, _) in &plan.files {
            page.message(&Message::new("init-wrote").with("path", path.as_str()))?;
        }
        page.message(&Message::new("init-next"))
    })?;
    Ok(Exit::Clean)
}

fn write(root: &Path, path: &RepoPath, text: &str) -> Result<(), Failure> {
    let full = path.below(root);
    // A file that is a link stays one: what it points to is written.
    let full = fs::canonicalize(&full).unwrap_or(full);
    replace(&full, |output| output.write_all(text.as_bytes()))
        .map_err(|error| Failure::unwritable(&full, &error))
}

/// The rules that were found, and how many documents each pairs.
fn write_found(plan: &Plan, page: &mut Page<'_>) -> std::io::Result<()> {
    if plan.found.is_empty() {
        return page.message(&Message::new("init-found-nothing"));
    }
    for found in &plan.found {
        page.message(
            &Message::new("init-found")
                .with("source", found.rule.source.to_string())
                .with("target", found.rule.target.to_string())
                .with("count", found.pairs),
        )?;
    }
    Ok(())
}

fn write_files(files: &[(RepoPath, String)], page: &mut Page<'_>) -> std::io::Result<()> {
    for (path, text) in files {
        page.end_line()?;
        page.styled(page.palette().path, &format!("# {path}"))?;
        page.end_line()?;
        page.text(text)?;
    }
    Ok(())
}
