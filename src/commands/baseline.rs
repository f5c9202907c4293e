//! `sverka baseline`: accepts the findings of today, so that only what is new fails.

use std::{
    io::ErrorKind,
    path::{Path, PathBuf},
};

use clap::{Arg, ArgAction, ArgMatches, value_parser};

use super::{
    Command, Exit, Failure,
    context::Context,
    survey::{say_warnings, survey, warn},
};
use crate::{
    gate::Baseline,
    model::{Diagnostic, Message, RepoPath},
    replacement::replace,
};

pub(super) const COMMAND: Command = Command { name: "baseline", arguments, run };

/// Where the baseline is unless the command line says otherwise.
const USUAL_FILE: &str = "sverka-baseline.jsonl";
const FILE: &str = "file";
const PRUNE: &str = "prune";
const DRY_RUN: &str = "dry-run";

/// How many of the entries that are gone are named.
const EXAMPLES: usize = 5;

fn arguments(command: clap::Command) -> clap::Command {
    command
        .arg(
            Arg::new(FILE)
                .long(FILE)
                .value_name("FILE")
                .default_value(USUAL_FILE)
                .value_parser(value_parser!(PathBuf)),
        )
        .arg(Arg::new(PRUNE).long(PRUNE).action(ArgAction::SetTrue))
        .arg(Arg::new(DRY_RUN).long(DRY_RUN).short('n').action(ArgAction::SetTrue))
}

fn run(matches: &ArgMatches, context: &mut Context<'_>) -> Result<Exit, Failure> {
    let given = matches.get_one::<PathBuf>(FILE).cloned().unwrap_or_else(|| USUAL_FILE.into());
    let path = context.folder().join(&given);
    let (old, damaged) = match std::fs::read_to_string(&path) {
        Ok(text) => Baseline::read(&name(&given), &text),
        Err(error) if error.kind() == ErrorKind::NotFound => Default::default(),
        Err(error) => return Err(Failure::unreadable(&path, &error)),
    };
    let analysis = survey(matches, context)?;
    warn(&analysis, context);
    say_warnings(&damaged, context);
    let today = Baseline::of(&analysis.documents);
    let new =
        if matches.get_flag(PRUNE) { old.clone().following(&today).kept_by(&today) } else { today };
    if !matches.get_flag(DRY_RUN) {
        replace(&path, |file| file.write_all(new.to_text().as_bytes()))
            .map_err(|error| Failure::unwritable(&path, &error))?;
    }
    let message = Message::new("baseline-written")
        .with("path", given.display().to_string())
        .with("count", new.len())
        .with("added", new.without(&old).len())
        .with("gone", old.without(&new).len());
    context.write_page(|page| page.message(&message))?;
    Ok(Exit::Clean)
}

/// The baseline that `check` is to respect, and what is wrong with it.
pub(super) fn read(
    given: &Path,
    context: &Context<'_>,
) -> Result<(Baseline, Vec<Diagnostic>), Failure> {
    let text = std::fs::read_to_string(context.folder().join(given)).map_err(|error| {
        let message = Message::new("baseline-unreadable");
        let path = given.display().to_string();
        Failure::new(message.with("path", path).with("detail", error.to_string()))
    })?;
    Ok(Baseline::read(&name(given), &text))
}

/// Says which entries no longer occur, as far as `is_looked_at` lets one know.
pub(super) fn gone(
    given: &Path,
    baseline: &Baseline,
    today: &Baseline,
    is_looked_at: impl Fn(&str) -> bool,
) -> Option<Diagnostic> {
    let gone = baseline.without(today);
    let gone: Vec<_> = gone.into_iter().filter(|entry| is_looked_at(&entry.path)).collect();
    let first = gone.iter().take(EXAMPLES);
    let examples: Vec<String> =
        first.map(|entry| format!("{} {}", entry.code, entry.path)).collect();
    let more = if gone.len() > EXAMPLES { ", …" } else { "" };
    let message = Message::new("baseline-gone")
        .with("count", gone.len())
        .with("examples", examples.join(", ") + more);
    (!gone.is_empty()).then(|| Diagnostic::about(name(given), message))
}

fn name(path: &Path) -> RepoPath {
    RepoPath::new(path.to_string_lossy())
}
