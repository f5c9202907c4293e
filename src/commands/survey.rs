//! The analysis that `status`, `check` and `todo` show, limited to the paths asked for.

use std::path::{Component, Path, PathBuf};

use clap::ArgMatches;

use super::{Failure, context::Context, options};
use crate::{
    analysis::{Analysis, analyse},
    checks,
    model::{Code, Diagnostic, DocumentPair, Message, RepoPath},
    project::Project,
};

/// Analyses the project that the command runs in. Paths limit what is shown, never how it is
/// judged.
pub(super) fn survey(matches: &ArgMatches, context: &mut Context<'_>) -> Result<Analysis, Failure> {
    let project = open(context)?;
    let paths = paths_in(&project.root, context.folder(), &options::chosen_paths(matches))?;
    let mut analysis = analyse(&project, &context.progress());
    if analysis.documents.is_empty() {
        return Err(Failure::new(Message::new("no-documents")));
    }
    for path in &paths {
        if !analysis.documents.iter().any(|report| is_below(&report.pair, path)) {
            let message = Message::new("path-without-documents").with("path", path.as_str());
            return Err(Failure::new(message));
        }
    }
    if !paths.is_empty() {
        analysis.documents.retain(|report| paths.iter().any(|path| is_below(&report.pair, path)));
    }
    Ok(analysis)
}

/// The project that the command runs in.
pub(super) fn open(context: &Context<'_>) -> Result<Project, Failure> {
    let codes: Vec<Code> = checks::rules().map(|rule| rule.code).collect();
    Ok(Project::open(context.folder(), &codes)?)
}

/// Says what could not be looked at, and what is wrong with the term base; gives whether nothing
/// is.
pub(super) fn warn(analysis: &Analysis, context: &mut Context<'_>) -> bool {
    say_warnings(&analysis.diagnostics, context);
    let is_complete = say_errors(&analysis.incomplete, context);
    say_errors(&analysis.mistakes, context) && is_complete
}

/// Says what could not be looked at.
pub(super) fn say_warnings(diagnostics: &[Diagnostic], context: &mut Context<'_>) {
    for diagnostic in diagnostics {
        context.say_warning(diagnostic);
    }
}

/// Says what is wrong; gives whether nothing is.
pub(super) fn say_errors(mistakes: &[Diagnostic], context: &mut Context<'_>) -> bool {
    for mistake in mistakes {
        context.say_error(mistake);
    }
    mistakes.is_empty()
}

/// Paths as the user gives them, from the folder of the command, as the project names them.
pub(super) fn paths_in(
    root: &Path,
    folder: &Path,
    paths: &[PathBuf],
) -> Result<Vec<RepoPath>, Failure> {
    let folder = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    let inside = |path: &PathBuf| {
        let full = folder.join(path);
        let full = full.canonicalize().unwrap_or_else(|_| without_dots(&full));
        let below = full.strip_prefix(root).map_err(|_| {
            let message = Message::new("path-outside-project");
            Failure::new(message.with("path", path.display().to_string()))
        })?;
        let parts: Vec<_> = below.iter().map(|part| part.to_string_lossy()).collect();
        Ok(RepoPath::new(parts.join("/")))
    };
    paths.iter().map(inside).collect()
}

/// The path with `.` and `..` resolved by name: it need not exist.
fn without_dots(path: &Path) -> PathBuf {
    path.components().fold(PathBuf::new(), |mut resolved, component| {
        match component {
            Component::CurDir => {}
            Component::ParentDir => {
                resolved.pop();
            }
            other => resolved.push(other),
        }
        resolved
    })
}

/// Whether either side of the pair is `path` or lies below it.
fn is_below(pair: &DocumentPair, path: &RepoPath) -> bool {
    let mut sides = [&pair.source, &pair.target, &pair.expected_target].into_iter().flatten();
    sides.any(|side| lies_below(side, path))
}

/// Whether a file is `path` or lies below it.
pub(super) fn lies_below(file: &RepoPath, path: &RepoPath) -> bool {
    let rest = file.as_str().strip_prefix(path.as_str());
    path.as_str().is_empty() || rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_means_itself_and_all_below_on_either_side() {
        let pair = DocumentPair {
            source: Some(RepoPath::new("ru/letters/a.md")),
            target: None,
            expected_target: Some(RepoPath::new("en/letters/a.md")),
            shared: "letters/a.md".to_owned(),
            renamed: false,
            direction: None,
        };
        for (path, expected) in [
            ("", true),
            ("ru", true),
            ("ru/letters/a.md", true),
            ("en/letters", true),
            ("ru/let", false),
            ("ru/letters/a.md/b", false),
        ] {
            assert_eq!(is_below(&pair, &RepoPath::new(path)), expected, "{path}");
        }
    }
}
