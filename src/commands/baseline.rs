//! `sverka baseline`: accepts the findings of today, so that only what is new fails.

use std::path::{Path, PathBuf};

use clap::{Arg, ArgAction, ArgMatches, parser::ValueSource, value_parser};

use super::{
    Command, Exit, Failure,
    context::Context,
    survey::{open, paths_in, say_warnings, survey, warn},
    writing::hold,
};
use crate::{
    disk::{self, Held, LARGEST, Refusal, read_typed, update, write_typed},
    gate::Baseline,
    model::{Diagnostic, Message, RepoPath},
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
    let root = open(context)?.root;
    let held = hold(&root)?;
    let file = BaselineFile::of(matches, &given, &root, context)?;
    let (old, damaged) = match file.read(&root) {
        Ok(bytes) => Baseline::read(&name(&given), &text(&given, bytes)?),
        Err(refusal) if refusal.is_missing() => Default::default(),
        Err(refusal) => return Err(Failure::unread(&given, &refusal)),
    };
    let analysis = survey(matches, context)?;
    let is_whole = warn(&analysis, context);
    say_warnings(&damaged, context);
    let today = Baseline::of(&analysis.documents);
    let new =
        if matches.get_flag(PRUNE) { old.clone().following(&today).kept_by(&today) } else { today };
    // What could not be looked at would lose what is accepted of it.
    if !is_whole {
        return Ok(Exit::Failed);
    }
    if !matches.get_flag(DRY_RUN) {
        file.write(&held, new.to_text())?;
    }
    let message = Message::new("baseline-written")
        .with("path", given.display().to_string())
        .with("count", new.len())
        .with("added", new.without(&old).len())
        .with("gone", old.without(&new).len());
    context.write_page(|page| page.message(&message))?;
    Ok(Exit::Clean)
}

/// The file of a baseline: one that a person names may lie anywhere, the usual one lies in the
/// project.
enum BaselineFile {
    Usual(RepoPath),
    Typed(PathBuf),
}

impl BaselineFile {
    fn of(
        matches: &ArgMatches,
        given: &Path,
        root: &Path,
        context: &Context<'_>,
    ) -> Result<Self, Failure> {
        if matches.value_source(FILE) == Some(ValueSource::CommandLine) {
            return Ok(Self::Typed(context.folder().join(given)));
        }
        let folder = paths_in(root, context.folder(), &[PathBuf::from(".")])?;
        let folder = folder.first().map_or("", RepoPath::as_str);
        let separator = if folder.is_empty() { "" } else { "/" };
        Ok(Self::Usual(RepoPath::new(format!("{folder}{separator}{USUAL_FILE}"))))
    }

    fn read(&self, root: &Path) -> Result<Vec<u8>, Refusal> {
        match self {
            Self::Usual(path) => disk::read(root, path, LARGEST),
            Self::Typed(path) => read_typed(path, LARGEST),
        }
    }

    fn write(&self, held: &Held, text: String) -> Result<(), Failure> {
        match self {
            Self::Usual(path) => {
                let text = text.into_bytes();
                let written = update(held, path, LARGEST, |_| Ok(Some(text.clone())));
                written.map(drop).map_err(|refusal: Refusal| Failure::refused(path, &refusal))
            }
            Self::Typed(path) => write_typed(path, |file| file.write_all(text.as_bytes()))
                .map_err(|error| Failure::unwritable(path, &error)),
        }
    }
}

fn text(path: &Path, bytes: Vec<u8>) -> Result<String, Failure> {
    String::from_utf8(bytes).map_err(|_| {
        let path = path.display().to_string();
        Failure::new(Message::new("file-encoding").with("path", path))
    })
}

/// The baseline that `check` is to respect, and what is wrong with it.
pub(super) fn read(
    given: &Path,
    context: &Context<'_>,
) -> Result<(Baseline, Vec<Diagnostic>), Failure> {
    let bytes = read_typed(&context.folder().join(given), LARGEST).map_err(|refusal| {
        let message = Message::new("baseline-unreadable");
        let path = given.display().to_string();
        Failure::new(message.with("path", path).with("detail", refusal.to_string()))
    })?;
    Ok(Baseline::read(&name(given), &text(given, bytes)?))
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
