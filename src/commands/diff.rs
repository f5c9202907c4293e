//! `sverka diff [REV[..REV]] [PATH…]`: how both sides changed, segment by segment.

use std::path::PathBuf;

use clap::{Arg, ArgMatches, value_parser};

use super::{
    Command, Exit, Failure,
    context::Context,
    naming::lies_below,
    options,
    survey::{open, paths_in, survey, warn},
};
use crate::{
    analysis::analyse,
    comparison::{DocumentChange, Revisions, between, since_translation},
    model::RepoPath,
    project::Project,
    report::diff,
};

pub(super) const COMMAND: Command = Command { name: "diff", arguments, run };

fn arguments(command: clap::Command) -> clap::Command {
    command
        .arg(Arg::new("revision").value_name("REV"))
        .arg(
            Arg::new(options::PATHS)
                .value_name("PATH")
                .num_args(0..)
                .value_parser(value_parser!(PathBuf)),
        )
        .arg(options::format(diff::FORMATS))
}

fn run(matches: &ArgMatches, context: &mut Context<'_>) -> Result<Exit, Failure> {
    let project = open(context)?;
    let documents = match matches.get_one::<String>("revision") {
        Some(range) => compare(&project, range, matches, context)?,
        None => {
            let analysis = survey(matches, context)?;
            warn(&analysis, context);
            since_translation(&analysis.documents)
        }
    };
    match options::chosen_format(matches) {
        "json" => context.write(|output| diff::write_json(&documents, output))?,
        "markdown" => {
            let text = diff::markdown(&documents, context.messages());
            context.write_text(&text)?;
        }
        _ => context.write_page(|page| diff::write_page(&documents, page))?,
    }
    Ok(Exit::Clean)
}

/// Compares revisions. The first argument may be a path: then it limits what is shown since each
/// translation, as git has it.
fn compare(
    project: &Project,
    range: &str,
    matches: &ArgMatches,
    context: &mut Context<'_>,
) -> Result<Vec<DocumentChange>, Failure> {
    let given = options::chosen_paths(matches);
    let (revisions, paths) = match Revisions::parse(project, range) {
        Ok(revisions) => (Some(revisions), given),
        Err(_) if context.folder().join(range).exists() => {
            (None, [PathBuf::from(range)].into_iter().chain(given).collect())
        }
        Err(message) => return Err(Failure::new(message)),
    };
    let paths = paths_in(&project.root, context.folder(), &paths)?;
    let mut documents = match revisions {
        Some(revisions) => between(project, &revisions, &project.documents().pairs),
        None => since_translation(&analyse(project, &context.progress()).documents),
    };
    if !paths.is_empty() {
        documents.retain(|document| paths.iter().any(|path| covers(path, document)));
    }
    Ok(documents)
}

fn covers(path: &RepoPath, document: &DocumentChange) -> bool {
    [&document.source, &document.target].into_iter().flatten().any(|side| lies_below(side, path))
}
