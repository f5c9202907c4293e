//! `sverka diff [REV[..REV]] [PATH…]`: how both sides changed, segment by segment.

use std::path::PathBuf;

use clap::{Arg, ArgMatches, value_parser};

use super::{
    Command, Exit, Failure,
    context::Context,
    naming::lies_below,
    options,
    survey::{open, paths_in, say_errors, survey, warn},
};
use crate::{
    analysis::analyse,
    comparison::{DocumentChange, Revisions, between, since_translation},
    model::{DocumentPair, Message, RepoPath},
    project::{Documents, Project},
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
    let (documents, is_whole) = match matches.get_one::<String>("revision") {
        Some(range) => compare(&project, range, matches, context)?,
        None => {
            let analysis = survey(matches, context)?;
            let is_whole = warn(&analysis, context);
            (since_translation(&analysis.documents), is_whole)
        }
    };
    match options::chosen_format(matches) {
        "json" => context.write(|output| diff::write_json(&documents, output))?,
        "markdown" => {
            let text = diff::markdown(&documents, is_whole, context.messages());
            context.write_text(&text)?;
        }
        _ => context.write_page(|page| diff::write_page(&documents, is_whole, page))?,
    }
    Ok(if is_whole { Exit::Clean } else { Exit::Failed })
}

/// Compares revisions. The first argument may be a path: then it limits what is shown since each
/// translation, as git has it. Two revisions are compared with each other. Also says whether all
/// could be looked at.
fn compare(
    project: &Project,
    range: &str,
    matches: &ArgMatches,
    context: &mut Context<'_>,
) -> Result<(Vec<DocumentChange>, bool), Failure> {
    let (revisions, paths) = arguments_of(project, range, matches, context)?;
    let paths = paths_in(&project.root, context.folder(), &paths)?;
    let Documents { pairs, unreadable, .. } = project.documents();
    for path in &paths {
        let covers = |pair: &DocumentPair| {
            let sides = [&pair.source, &pair.target, &pair.expected_target];
            sides.into_iter().flatten().any(|side| lies_below(side, path))
        };
        if !pairs.iter().any(covers) {
            let message = Message::new("path-without-documents").with("path", path.as_str());
            return Err(Failure::new(message));
        }
    }
    let (mut documents, is_whole) = match revisions {
        Some(revisions) => {
            let (documents, unread) = between(project, &revisions, &pairs);
            (documents, say_errors(&[unreadable, unread].concat(), context))
        }
        None => {
            let analysis = analyse(project, &context.progress());
            (since_translation(&analysis.documents), warn(&analysis, context))
        }
    };
    if !paths.is_empty() {
        documents.retain(|document| paths.iter().any(|path| covers(path, document)));
    }
    Ok((documents, is_whole))
}

/// The revisions and the paths among the arguments, of which `first` is the first.
fn arguments_of(
    project: &Project,
    first: &str,
    matches: &ArgMatches,
    context: &Context<'_>,
) -> Result<(Option<Revisions>, Vec<PathBuf>), Failure> {
    let mut given = options::chosen_paths(matches);
    let is_path = |path: &str| context.folder().join(path).exists();
    match Revisions::parse(project, first) {
        Ok(revisions) => {
            let second = given.first().and_then(|path| path.to_str()).filter(|path| !is_path(path));
            let range = second.map(|second| format!("{first}..{second}"));
            let both = range
                .filter(|_| !first.contains(".."))
                .and_then(|range| Revisions::parse(project, &range).ok());
            if both.is_some() {
                given.remove(0);
            }
            Ok((Some(both.unwrap_or(revisions)), given))
        }
        Err(_) if is_path(first) => {
            Ok((None, [PathBuf::from(first)].into_iter().chain(given).collect()))
        }
        Err(_) if !first.contains("..") => {
            Err(Failure::new(Message::new("diff-neither").with("name", first)))
        }
        Err(message) => Err(Failure::new(message)),
    }
}

fn covers(path: &RepoPath, document: &DocumentChange) -> bool {
    [&document.source, &document.target].into_iter().flatten().any(|side| lies_below(side, path))
}
